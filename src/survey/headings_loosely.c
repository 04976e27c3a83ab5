/* Headings to which something was added, or from which something was taken. */
#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "survey/headings_table.h"

/* "Q2: How many?" where Q2 is another question: then the number says something. */
static void add_named_by_number(const struct headings *headings, const char *label,
                                size_t length, struct found_headings *found) {
    size_t count;
    const struct heading_spelling *bases =
        heading_list_find(&headings->bases, label, length, &count);
    for (size_t i = 0; i < count && found->count > 0; i++)
        if (bases[i].name && bases[i].meaning.question != found->meanings[0].question)
            found_add(found, &bases[i].meaning);
}

static void find_unnumbered(const struct headings *headings, const struct text *form,
                            struct found_headings *found) {
    const struct heading_manner plain = {.bases = &headings->bases},
                                stripped = {.bases = &headings->stripped};
    struct text bare = {0};
    size_t label, skip = headings_number(form->bytes, form->length, &label);
    bool marked = headings_unmark(&bare, form->bytes, form->length);
    if (marked)
        headings_join(headings, &plain, bare.bytes, bare.length, found);
    if (skip > 0) {
        headings_join(headings, &plain, form->bytes + skip, form->length - skip, found);
        text_clear(&bare);
        if (headings_unmark(&bare, form->bytes + skip, form->length - skip))
            headings_join(headings, &plain, bare.bytes, bare.length, found);
        add_named_by_number(headings, form->bytes, label, found);
    } else {
        text_clear(&bare);
        headings_unmark(&bare, form->bytes, form->length);
        headings_join(headings, &stripped, bare.bytes, bare.length, found);
    }
    text_free(&bare);
}

/* What make.names writes has no blanks, and something that is no letter where signs were. */
static void find_mangled(const struct headings *headings, const struct text *form,
                         struct found_headings *found) {
    const struct heading_manner manner = {.bases = &headings->mangled, .mangled = true};
    if (memchr(form->bytes, ' ', form->length) != NULL ||
        memchr(form->bytes, '.', form->length) == NULL ||
        form->bytes[strcspn(form->bytes, "[]()/:;,?!\"'*|<>")] != '\0')
        return;
    struct text mangled = {0};
    headings_mangle(&mangled, form->bytes, form->length);
    const char *bytes = text_string(&mangled);
    headings_join(headings, &manner, bytes, mangled.length, found);
    /* "X1.Q": a name cannot begin with a digit. */
    if (mangled.length > 2 && bytes[0] == 'x' && isdigit((unsigned char)bytes[1])) {
        size_t label, skip = headings_number(form->bytes + 1, form->length - 1, &label);
        headings_join(headings, &manner, bytes + 1, mangled.length - 1, found);
        text_clear(&mangled);
        headings_mangle(&mangled, form->bytes + 1 + skip, form->length - 1 - skip);
        if (skip > 0)
            headings_join(headings, &manner, text_string(&mangled), mangled.length, found);
    }
    text_free(&mangled);
}

static bool is_code(const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (!isalnum((unsigned char)bytes[i]) && strchr("_/.:>|-", bytes[i]) == NULL)
            return false;
    return length > 0;
}

/* True where the folded end stands so in the heading: codes keep their case. */
static bool ends_alike(const char *bytes, size_t length, const char *end, size_t size) {
    return size <= length && memcmp(bytes + length - size, end, size) == 0;
}

/* What stands behind the sign at a position, and how much of it. */
static const char *behind(const struct text *form, size_t at, size_t *size) {
    size_t start = at + 1;
    while (start < form->length && strchr("/.:>|- ", form->bytes[start]) != NULL)
        start++;
    *size = form->length - start;
    return form->bytes + start;
}

/* KoboToolbox: the groups around a question stand in front of it. */
static void find_path(const struct headings *headings, const char *bytes, size_t length,
                      const struct text *form, struct found_headings *found,
                      struct heading_loosely *loosely) {
    const struct heading_manner codes = {.bases = &headings->bases,
                                         .names_only = true,
                                         .no_underscores = true},
                                all = {.bases = &headings->bases};
    for (int texts = 0; texts < 2 && found->count == 0; texts++) {
        for (size_t at = 1; at + 1 < form->length; at++) {
            size_t size, before = found->count;
            if (strchr(texts ? "/>|" : "/.:>|-", form->bytes[at]) == NULL)
                continue;
            const char *rest = behind(form, at, &size);
            if (size > 0 && texts)
                headings_join(headings, &all, rest, size, found);
            else if (size > 0 && is_code(form->bytes, at) &&
                     ends_alike(bytes, length, rest, size))
                headings_join(headings, &codes, rest, size, found);
            if (before == 0 && found->count > 0)
                loosely->path = at;
            if (found->count > before && form->bytes[at] != '/')
                loosely->path_by_chance = true;
        }
        loosely->path_by_chance = loosely->path_by_chance || (texts && found->count > 0);
    }
}

struct heading_loosely headings_find_loosely(const struct headings *headings, const char *bytes,
                                             size_t length) {
    struct heading_loosely loosely = {0};
    struct text form = {0};
    struct found_headings found = {0};
    headings_fold(&form, bytes, length);
    if (form.length > 0) {
        find_unnumbered(headings, &form, &found);
        loosely.numbered = found.count;
        find_mangled(headings, &form, &found);
        if (found.count == 0)
            find_path(headings, bytes, length, &form, &found, &loosely);
    }
    text_free(&form);
    loosely.meanings = found_keep(headings, &found, &loosely.count);
    return loosely;
}
