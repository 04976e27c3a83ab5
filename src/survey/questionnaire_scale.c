#include "survey/questionnaire_scale.h"

#include <string.h>

static const char *value_key(struct builder *builder, const char *code) {
    return arena_format(builder->arena, "value.%s", code);
}

/* The number of a code; 0 where it is missing or none, after saying so. */
static int64_t take_value(struct builder *builder, const struct ini_section *section,
                          const char *code) {
    const char *key = value_key(builder, code);
    if (ini_entry(section, key) == NULL)
        BUILD_FAULT(builder, section, NULL,
                    "%s is missing: give all codes inside the scale a value, or none",
                    "%s fehlt: Bitte allen Codes in der Skala einen Wert geben oder keinem",
                    key);
    return build_whole(builder, section, key, -QUESTIONNAIRE_MAX_VALUE, QUESTIONNAIRE_MAX_VALUE,
                       0);
}

/* The numbers that the codes stand for: of all inside the scale or of none. */
static void take_values(struct builder *builder, const struct ini_section *section,
                        struct code_list *list) {
    size_t faults = diag_count(builder->diag, DIAG_ERROR), given = 0;
    int64_t *values = arena_allocate(builder->arena, list->inside + 1, sizeof *values);
    for (size_t i = 0; i < list->inside; i++)
        given += ini_entry(section, value_key(builder, list->codes[i].id)) != NULL;
    if (given == 0)
        return;
    if (list->measure != MEASURE_ORDINAL)
        BUILD_FAULT(builder, section, NULL,
                    "answers without an order have no values: measure = ordinal",
                    "Antworten ohne Reihenfolge haben keine Werte: measure = ordinal");
    for (size_t i = 0; i < list->inside; i++)
        values[i] = take_value(builder, section, list->codes[i].id);
    for (size_t i = 1; i < list->inside && diag_count(builder->diag, DIAG_ERROR) == faults; i++)
        if (values[i] <= values[i - 1])
            BUILD_FAULT(builder, section,
                        ini_entry(section, value_key(builder, list->codes[i].id)),
                        "the values must rise from code to code: put the codes in the order of "
                        "their values",
                        "Die Werte müssen von Code zu Code steigen: Bitte die Codes in die "
                        "Reihenfolge ihrer Werte bringen");
    list->values = values;
}

/* How many codes the key names at one end of the scale: the highest, else the lowest. */
static size_t take_end(struct builder *builder, const struct ini_section *section,
                       const char *key, const struct code_list *list, bool highest) {
    const struct ini_entry *entry = ini_entry(section, key);
    size_t faults = diag_count(builder->diag, DIAG_ERROR), count;
    const size_t *positions =
        build_positions(builder, section, key, list->codes, list->inside, &count);
    if (entry == NULL || diag_count(builder->diag, DIAG_ERROR) > faults || count == 0)
        return list->inside < 2 ? list->inside : 2;
    bool fine = count < list->inside;
    for (size_t i = 0; i < count; i++)
        fine = fine && (highest ? positions[i] + count >= list->inside : positions[i] < count);
    if (list->measure != MEASURE_ORDINAL)
        BUILD_FAULT(builder, section, entry,
                    "answers without an order have no highest or lowest: measure = ordinal",
                    "Antworten ohne Reihenfolge haben keine höchsten oder niedrigsten: measure "
                    "= ordinal");
    else if (!fine && highest)
        BUILD_FAULT(builder, section, entry,
                    "these must be the highest codes, without a gap and not all",
                    "Das müssen die höchsten Codes sein, ohne Lücke und nicht alle");
    else if (!fine)
        BUILD_FAULT(builder, section, entry,
                    "these must be the lowest codes, without a gap and not all",
                    "Das müssen die niedrigsten Codes sein, ohne Lücke und nicht alle");
    return count;
}

static void take_ends(struct builder *builder, const struct ini_section *section,
                      struct code_list *list) {
    list->top_size = take_end(builder, section, "top_codes", list, true);
    list->bottom_size = take_end(builder, section, "bottom_codes", list, false);
    if (ini_entry(section, "top_codes") != NULL && ini_entry(section, "bottom_codes") != NULL &&
        list->top_size + list->bottom_size > list->inside)
        BUILD_FAULT(builder, section, ini_entry(section, "bottom_codes"),
                    "a code is in top_codes and in bottom_codes: it can be in one only",
                    "Ein Code steht in top_codes und in bottom_codes: Er darf nur in einem "
                    "stehen");
}

void build_scale_numbers(struct builder *builder, const struct ini_section *section,
                         struct code_list *list) {
    take_values(builder, section, list);
    take_ends(builder, section, list);
}

/* True where what is before the first dot of the key is among the words. */
static bool begins_with_word(const char *key, const char *const *words, size_t count) {
    size_t length = strcspn(key, ".");
    for (size_t i = 0; i < count; i++)
        if (strlen(words[i]) == length && strncmp(words[i], key, length) == 0)
            return true;
    return false;
}

void build_check_scale_alone(struct builder *builder, const struct ini_section *section) {
    static const char *const keys[] = {"codes",  "outside",   "measure",      "top",
                                       "bottom", "top_codes", "bottom_codes", "value"};
    for (size_t i = 0; i < section->count; i++)
        if (begins_with_word(section->entries[i].key, keys, sizeof keys / sizeof keys[0]))
            BUILD_FAULT(
                builder, section, &section->entries[i],
                "a question with a scale has no codes of its own: move this key to [scale %s] "
                "or "
                "delete it",
                "Eine Frage mit Skala hat keine eigenen Codes: Bitte diesen Schlüssel nach "
                "[scale %s] setzen oder löschen",
                ini_value(section, "scale"));
}
