#include "wording/catalogue.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "survey/ini.h"

enum { MOST_PLACEHOLDERS = 12 };

struct catalogue {
    struct arena *arena;
    const char *phrases[PHRASE_COUNT];
};

/* The name of a placeholder, within a phrase or within the table's list of names. */
struct name {
    const char *bytes;
    size_t length;
    bool optional;
};

static bool same_name(struct name name, const char *string) {
    return strlen(string) == name.length && memcmp(string, name.bytes, name.length) == 0;
}

static bool name_among(struct name name, const struct name *names, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (names[i].length == name.length &&
            memcmp(names[i].bytes, name.bytes, name.length) == 0)
            return true;
    return false;
}

/* The names that a phrase may use, out of "count base ?label". */
static size_t allowed_names(enum phrase phrase, struct name names[MOST_PLACEHOLDERS]) {
    const char *next = phrase_placeholders(phrase);
    size_t count = 0;
    while (*next != '\0') {
        assert(count < MOST_PLACEHOLDERS);
        bool optional = *next == '?';
        next += optional;
        size_t length = strcspn(next, " ");
        names[count++] = (struct name){next, length, optional};
        next += length;
        next += strspn(next, " ");
    }
    return count;
}

/* The next {name} at or after string; its end goes to *end. A brace without its partner gives
 * an empty name. */
static const char *next_placeholder(const char *string, struct name *name, const char **end) {
    const char *open = strpbrk(string, "{}");
    if (open == NULL)
        return NULL;
    const char *close = *open == '{' ? strchr(open, '}') : NULL;
    *name = (struct name){open + 1, close != NULL ? (size_t)(close - open) - 1 : 0, false};
    *end = close != NULL ? close + 1 : open + 1;
    return open;
}

struct check {
    const struct ini *ini;
    struct diag *diag;
};

static struct diag_place place_of(const struct check *check, const struct ini_entry *entry) {
    return (struct diag_place){
        .file = check->ini->file, .line = entry->line, .item = entry->key};
}

static bool used_in(struct name name, const char *value) {
    struct name found;
    const char *end;
    for (const char *at = next_placeholder(value, &found, &end); at != NULL;
         at = next_placeholder(end, &found, &end))
        if (name_among(name, &found, 1))
            return true;
    return false;
}

static void check_placeholders(const struct check *check, const struct ini_entry *entry,
                               enum phrase phrase) {
    struct diag_place place = place_of(check, entry);
    struct name names[MOST_PLACEHOLDERS];
    size_t count = allowed_names(phrase, names);
    struct name found;
    const char *end;
    for (const char *at = next_placeholder(entry->value, &found, &end); at != NULL;
         at = next_placeholder(end, &found, &end)) {
        if (same_name(found, "thin") || (found.length > 0 && name_among(found, names, count)))
            continue;
        diag_add(check->diag, DIAG_ERROR, &place,
                 "unknown placeholder '{%.*s}'; this phrase may use: %s",
                 "unbekannter Platzhalter '{%.*s}'; hier sind erlaubt: %s", (int)found.length,
                 found.bytes, count > 0 ? phrase_placeholders(phrase) : "-");
    }
    for (size_t i = 0; i < count; i++)
        if (!names[i].optional && !used_in(names[i], entry->value))
            diag_add(check->diag, DIAG_ERROR, &place,
                     "the placeholder '{%.*s}' is missing; put it where its value belongs",
                     "der Platzhalter '{%.*s}' fehlt; setzen Sie ihn dorthin, wo der Wert "
                     "stehen soll",
                     (int)names[i].length, names[i].bytes);
}

static void refuse_unknown(const struct check *check, const struct ini_entry *entry,
                           const char *name) {
    const char *names[PHRASE_COUNT];
    for (int i = 0; i < PHRASE_COUNT; i++)
        names[i] = phrase_name((enum phrase)i);
    const char *suggestion = ini_suggestion(name, names, PHRASE_COUNT);
    struct diag_place place = place_of(check, entry);
    if (suggestion != NULL)
        diag_add(check->diag, DIAG_ERROR, &place, "unknown phrase '%s', did you mean '%s'?",
                 "unbekannter Satz '%s', meinten Sie '%s'?", name, suggestion);
    else
        diag_add(check->diag, DIAG_ERROR, &place, "unknown phrase '%s'; remove it",
                 "unbekannter Satz '%s'; löschen Sie ihn", name);
}

/* ~ and {thin} become the no-break spaces that an editor would not show. */
static const char *with_spaces(struct arena *arena, const char *value) {
    struct text text = {0};
    for (const char *next = value; *next != '\0';) {
        bool thin = strncmp(next, "{thin}", 6) == 0;
        if (thin)
            text_add(&text, "\u202f");
        else if (*next == '~')
            text_add(&text, "\u00a0");
        else
            text_add_byte(&text, *next);
        next += thin ? 6 : 1;
    }
    const char *copy = arena_copy(arena, text_string(&text));
    text_free(&text);
    return copy;
}

static void take_section(struct catalogue *catalogue, const struct check *check,
                         const struct ini_section *section) {
    struct text name = {0};
    for (size_t i = 0; i < section->count; i++) {
        const struct ini_entry *entry = &section->entries[i];
        text_clear(&name);
        text_add_format(&name, "%s.%s", section->kind, entry->key);
        enum phrase phrase = phrase_of(text_string(&name));
        if (phrase == PHRASE_COUNT) {
            refuse_unknown(check, entry, text_string(&name));
            continue;
        }
        check_placeholders(check, entry, phrase);
        catalogue->phrases[phrase] = with_spaces(catalogue->arena, entry->value);
    }
    text_free(&name);
}

static void demand_all(const struct catalogue *catalogue, const struct check *check) {
    for (int i = 0; i < PHRASE_COUNT; i++) {
        if (catalogue->phrases[i] != NULL)
            continue;
        const char *name = phrase_name((enum phrase)i);
        struct diag_place place = {.file = check->ini->file, .item = name};
        diag_add(check->diag, DIAG_ERROR, &place,
                 "this phrase is missing; add it to section [%.*s]",
                 "dieser Satz fehlt; ergänzen Sie ihn im Abschnitt [%.*s]",
                 (int)strcspn(name, "."), name);
    }
}

struct catalogue *catalogue_load(const char *path, struct diag *diag) {
    struct catalogue *catalogue = memory_allocate(1, sizeof *catalogue);
    catalogue->arena = arena_new();
    size_t errors = diag_count(diag, DIAG_ERROR);
    const struct ini *ini = ini_read(catalogue->arena, path, diag);
    if (ini != NULL) {
        struct check check = {ini, diag};
        for (size_t i = 0; i < ini->count; i++)
            take_section(catalogue, &check, &ini->sections[i]);
        demand_all(catalogue, &check);
    }
    if (ini != NULL && diag_count(diag, DIAG_ERROR) == errors)
        return catalogue;
    catalogue_free(catalogue);
    return NULL;
}

void catalogue_free(struct catalogue *catalogue) {
    if (catalogue == NULL)
        return;
    arena_free(catalogue->arena);
    free(catalogue);
}

const char *catalogue_phrase(const struct catalogue *catalogue, enum phrase phrase) {
    assert(phrase < PHRASE_COUNT && phrase_placeholders(phrase)[0] == '\0');
    return catalogue->phrases[phrase];
}

static const char *value_of(struct name name, va_list values) {
    va_list copy;
    va_copy(copy, values);
    const char *value = NULL;
    for (const char *key = va_arg(copy, const char *); key != NULL;
         key = va_arg(copy, const char *)) {
        value = va_arg(copy, const char *);
        if (same_name(name, key))
            break;
        value = NULL;
    }
    va_end(copy);
    return value;
}

void catalogue_say_list(const struct catalogue *catalogue, struct text *result,
                        enum phrase phrase, va_list values) {
    assert(phrase < PHRASE_COUNT);
    const char *rest = catalogue->phrases[phrase];
    struct name name;
    const char *end;
    for (const char *at = next_placeholder(rest, &name, &end); at != NULL;
         at = next_placeholder(rest, &name, &end)) {
        text_add_bytes(result, rest, (size_t)(at - rest));
        const char *value = value_of(name, values);
        assert(value != NULL);
        text_add(result, value);
        rest = end;
    }
    text_add(result, rest);
}

void catalogue_say(const struct catalogue *catalogue, struct text *result, enum phrase phrase,
                   ...) {
    va_list values;
    va_start(values, phrase);
    catalogue_say_list(catalogue, result, phrase, values);
    va_end(values);
}
