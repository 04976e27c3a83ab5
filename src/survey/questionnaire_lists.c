/* Long lists: iniparser takes no line of more than about 1,000 bytes, so a list goes on in keys
 * of its own, codes.2, codes.3 and so on. Here they become one entry, as if it had been written
 * in one line; all else need not know. */
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "base/utf8.h"
#include "survey/questionnaire_build.h"

enum { MOST_PARTS = 999 };

static const struct {
    const char *kind, *name;
} lists[] = {
    {"scale", "codes"},         {"scale", "outside"},     {"scale", "alias"},
    {"question", "codes"},      {"question", "outside"},  {"question", "rows"},
    {"question", "exclusive"},  {"question", "alias"},    {"question", "ticked"},
    {"question", "not_ticked"}, {"question", "sets"},     {"group", "coarse"},
    {"score", "rows"},          {"ingest", "ignore"},     {"ingest", "missing"},
    {"ingest", "ticked"},       {"ingest", "not_ticked"},
};

bool build_is_list(const char *kind, const char *name, size_t length) {
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        if (strcmp(lists[i].kind, kind) == 0 && strlen(lists[i].name) == length &&
            memcmp(lists[i].name, name, length) == 0)
            return true;
    return false;
}

/* The digits behind the last dot of a list's key, or NULL: "codes.2", "alias.club.2". */
static const char *find_number(const struct ini_section *section, const char *key) {
    const char *dot = strrchr(key, '.');
    if (dot == NULL || dot[1] == '\0' || strspn(dot + 1, "0123456789") != strlen(dot + 1))
        return NULL;
    return build_is_list(section->kind, key, strcspn(key, ".")) ? dot + 1 : NULL;
}

/* The entry of a part of a list, the first being 1; or NULL. */
static const struct ini_entry *find_part(struct builder *builder,
                                         const struct ini_section *section, const char *stem,
                                         int64_t part) {
    const char *key =
        part == 1 ? stem : arena_format(builder->arena, "%s.%lld", stem, (long long)part);
    return ini_entry(section, key);
}

static void check_number(struct builder *builder, const struct ini_section *section,
                         const struct ini_entry *entry, const char *digits) {
    const char *stem =
        arena_copy_bytes(builder->arena, entry->key, (size_t)(digits - entry->key) - 1);
    int64_t part;
    if (!number_parse_whole(digits, strlen(digits), 2, MOST_PARTS, &part))
        BUILD_FAULT(builder, section, entry,
                    "a list begins with the key %s and goes on with %s.2, %s.3 and so on",
                    "Eine Liste beginnt mit dem Schlüssel %s und geht mit %s.2, %s.3 und so "
                    "fort weiter",
                    stem, stem, stem);
    else if (find_part(builder, section, stem, part - 1) == NULL)
        BUILD_FAULT(builder, section, entry,
                    "the list has a gap: the line before it is missing; number on from %s by "
                    "%s.2, %s.3 and so on",
                    "Die Liste hat eine Lücke: Die Zeile davor fehlt; bitte von %s an mit "
                    "%s.2, %s.3 und so fort zählen",
                    stem, stem, stem);
    else if (utf8_is_blank(entry->value))
        BUILD_FAULT(builder, section, entry,
                    "no value: give one, or put # in front of the line",
                    "Kein Wert: Bitte einen angeben oder # vor die Zeile setzen");
}

/* Quotes that kept a phrase together must go on doing so. */
static void add_value(struct text *text, const struct ini_entry *entry) {
    bool phrase = entry->quoted && ini_lists_phrases(entry->key);
    text_add(text, text->length > 0 ? " " : "");
    text_add(text, phrase ? "\"" : "");
    text_add(text, entry->value);
    text_add(text, phrase ? "\"" : "");
}

/* How many entries go on with that list, in whatever order and with whatever gaps. */
static size_t count_parts(const struct ini_section *section, const char *stem) {
    size_t count = 0, length = strlen(stem);
    for (size_t i = 0; i < section->count; i++) {
        const char *key = section->entries[i].key;
        const char *digits = find_number(section, key);
        count += digits != NULL && digits == key + length + 1 && memcmp(key, stem, length) == 0;
    }
    return count;
}

/* A gap has been told; what stands behind it is taken, too, so that no code is called unknown.
 */
static struct ini_entry join(struct builder *builder, const struct ini_section *section,
                             const struct ini_entry *first) {
    struct ini_entry whole = *first;
    size_t left = count_parts(section, first->key);
    if (left == 0)
        return whole;
    struct text value = {0};
    add_value(&value, first);
    for (int64_t part = 2; left > 0 && part <= MOST_PARTS; part++) {
        const struct ini_entry *next = find_part(builder, section, first->key, part);
        left -= next != NULL;
        if (next != NULL)
            add_value(&value, next);
    }
    whole.value = arena_copy(builder->arena, text_string(&value));
    whole.quoted = false;
    text_free(&value);
    return whole;
}

static struct ini_section join_section(struct builder *builder,
                                       const struct ini_section *section) {
    struct ini_section joined = *section;
    struct ini_entry *entries = arena_allocate(builder->arena, section->count, sizeof *entries);
    joined.entries = entries;
    joined.count = 0;
    for (size_t i = 0; i < section->count; i++) {
        const struct ini_entry *entry = &section->entries[i];
        const char *digits = find_number(section, entry->key);
        if (digits != NULL)
            check_number(builder, section, entry, digits);
        else if (build_is_list(section->kind, entry->key, strcspn(entry->key, ".")))
            entries[joined.count++] = join(builder, section, entry);
        else
            entries[joined.count++] = *entry;
    }
    return joined;
}

static bool has_parts(const struct ini *ini) {
    for (size_t i = 0; i < ini->count; i++)
        for (size_t k = 0; k < ini->sections[i].count; k++)
            if (find_number(&ini->sections[i], ini->sections[i].entries[k].key) != NULL)
                return true;
    return false;
}

const struct ini *build_join_lists(struct builder *builder) {
    const struct ini *ini = builder->ini;
    if (!has_parts(ini))
        return ini;
    struct ini *whole = arena_allocate(builder->arena, 1, sizeof *whole);
    struct ini_section *sections = arena_allocate(builder->arena, ini->count, sizeof *sections);
    *whole = *ini;
    whole->sections = sections;
    for (size_t i = 0; i < ini->count; i++)
        sections[i] = join_section(builder, &ini->sections[i]);
    return whole;
}
