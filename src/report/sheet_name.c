#include "report/sheet_name.h"

#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"

enum { MOST_UNITS = 31 };

void sheet_names_free(struct sheet_names *names) {
    free(names->name);
    names->name = NULL;
    names->count = names->capacity = 0;
}

/* The bytes from the start of a string that take at most so many units of UTF-16. */
static size_t cut_at(const char *string, size_t units) {
    size_t length = 0, all = strlen(string);
    while (length < all) {
        ucs4_t character;
        int bytes = u8_mbtouc(&character, (const uint8_t *)string + length, all - length);
        size_t needed = character > 0xFFFF ? 2 : 1;
        if (needed > units)
            break;
        units -= needed;
        length += (size_t)bytes;
    }
    return length;
}

static size_t units_of(const char *string) {
    size_t units = 0, all = strlen(string);
    for (size_t length = 0; length < all;) {
        ucs4_t character;
        length += (size_t)u8_mbtouc(&character, (const uint8_t *)string + length, all - length);
        units += character > 0xFFFF ? 2 : 1;
    }
    return units;
}

/* Without blanks and apostrophes at either end. */
static const char *trimmed(struct arena *arena, const char *string) {
    string += strspn(string, " '");
    size_t length = strlen(string);
    while (length > 0 && strchr(" '", string[length - 1]) != NULL)
        length--;
    return arena_copy_bytes(arena, string, length);
}

static const char *allowed(struct arena *arena, const char *title) {
    char *name = arena_copy(arena, title);
    for (char *next = name; *next != '\0'; next++)
        if (strchr("[]:*?/\\", *next) != NULL || (unsigned char)*next < ' ')
            *next = ' ';
    return trimmed(arena, name);
}

static bool is_same(const char *a, const char *b) {
    struct text left = {0}, right = {0};
    utf8_comparison_form(&left, a, strlen(a), true);
    utf8_comparison_form(&right, b, strlen(b), true);
    bool same = strcmp(text_string(&left), text_string(&right)) == 0;
    text_free(&left);
    text_free(&right);
    return same;
}

/* One program keeps the name "History" for itself. */
static bool is_taken(const struct sheet_names *names, const char *name) {
    for (size_t i = 0; i < names->count; i++)
        if (is_same(names->name[i], name))
            return true;
    return name[0] == '\0' || is_same(name, "History");
}

const char *sheet_name_add(struct sheet_names *names, const char *title) {
    const char *whole = allowed(names->arena, title);
    const char *name =
        trimmed(names->arena, arena_copy_bytes(names->arena, whole, cut_at(whole, MOST_UNITS)));
    for (size_t number = 2; is_taken(names, name); number++) {
        const char *end = arena_format(names->arena, whole[0] != '\0' ? " %zu" : "%zu", number);
        size_t room = MOST_UNITS - units_of(end);
        name = arena_format(
            names->arena, "%s%s",
            trimmed(names->arena, arena_copy_bytes(names->arena, whole, cut_at(whole, room))),
            end);
    }
    names->name = memory_grow(names->name, names->count, &names->capacity, sizeof *names->name);
    names->name[names->count++] = name;
    return name;
}
