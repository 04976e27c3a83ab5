#include "survey/questionnaire_words.h"

#include <string.h>

#include "base/language.h"
#include "base/utf8.h"

/* The parts of a scale that have a verb of their own. */
static const char *const parts[] = {"top", "middle", "bottom"};
enum { PARTS = sizeof parts / sizeof parts[0] };

/* --- places in a verb --- */

static const char *const places[] = {"item", "k"};
enum { PLACE_ITEM, PLACE_COUNT, PLACES };

/* Counts the places of a verb; one that is unknown or not closed is reported. False then. */
static bool count_places(struct builder *builder, const struct ini_section *section,
                         const struct ini_entry *entry, size_t counts[PLACES]) {
    bool fine = true;
    for (const char *at = entry->value; (at = strpbrk(at, "{}")) != NULL;) {
        size_t length = at[0] == '{' ? strcspn(at + 1, "{}") : 0;
        if (at[0] == '}' || at[1 + length] != '}') {
            BUILD_FAULT(builder, section, entry,
                        "a brace stands alone: write the places {item} and {k}",
                        "Eine geschweifte Klammer steht allein: Bitte die Plätze {item} und "
                        "{k} schreiben");
            return false;
        }
        const char *name = arena_copy_bytes(builder->arena, at + 1, length);
        size_t place = 0;
        while (place < PLACES && strcmp(places[place], name) != 0)
            place++;
        if (place < PLACES)
            counts[place]++;
        else
            build_unknown(builder, section, entry, name, places, PLACES, "place", "Platz");
        fine = fine && place < PLACES;
        at += length + 2;
    }
    return fine;
}

/* True where the verb has {item}, or something else is wrong with it and said. */
static bool check_places(struct builder *builder, const struct ini_section *section,
                         const struct ini_entry *entry, bool needs_item) {
    size_t counts[PLACES] = {0};
    if (utf8_is_blank(entry->value) || !count_places(builder, section, entry, counts))
        return true;
    for (size_t i = 0; i < PLACES; i++) {
        if (counts[i] > 1)
            BUILD_FAULT(
                builder, section, entry, "the place {%s} stands %zu times: once is right",
                "Der Platz {%s} steht %zu Mal da: Richtig ist einmal", places[i], counts[i]);
        else if (counts[i] == 0 && (i == PLACE_COUNT || needs_item))
            BUILD_FAULT(builder, section, entry, "the place {%s} is missing",
                        "Der Platz {%s} fehlt", places[i]);
    }
    return counts[PLACE_ITEM] > 0;
}

/* Checks the places of all verbs; returns the first key without {item}, or NULL. */
static const char *check_sayings(struct builder *builder, const struct ini_section *section,
                                 bool needs_item) {
    const char *without = NULL;
    for (size_t i = 0; i < section->count; i++) {
        const struct ini_entry *entry = &section->entries[i];
        if (strncmp(entry->key, "say.", 4) == 0 &&
            !check_places(builder, section, entry, needs_item) && without == NULL)
            without = entry->key;
    }
    return without;
}

/* --- verbs --- */

/* The first key of the verbs of that name, or NULL. */
static const struct ini_entry *find_saying(const struct ini_section *section,
                                           const char *name) {
    size_t length = strlen(name);
    for (size_t i = 0; i < section->count; i++) {
        const char *key = section->entries[i].key;
        if (strncmp(key, "say.", 4) == 0 && strncmp(key + 4, name, length) == 0 &&
            (key[4 + length] == '.' || key[4 + length] == '\0'))
            return &section->entries[i];
    }
    return NULL;
}

/* Puts the verbs of that name into *saying; what the section does not say stays as it was. */
static void take_saying(struct builder *builder, const struct ini_section *section,
                        const char *name, struct saying *saying) {
    const struct ini_entry *entry = find_saying(section, name);
    if (entry == NULL)
        return;
    const char *key = arena_format(builder->arena, "say.%s", name);
    const char *one = arena_format(builder->arena, "say.%s.one", name);
    *saying = (struct saying){build_label(builder, section, key, false),
                              build_label(builder, section, one, false)};
    if (label_present(&saying->one) && !label_present(&saying->many))
        BUILD_FAULT(builder, section, entry, "%s needs %s beside it: the verb of two or more",
                    "%s braucht %s daneben: das Verb für zwei oder mehr", one, key);
}

/* A verb of the highest, the middle or the lowest answers of a list that has them. */
static void take_part(struct builder *builder, const struct ini_section *section,
                      const struct code_list *list, size_t part, struct saying *saying) {
    const struct ini_entry *entry = find_saying(section, parts[part]);
    take_saying(builder, section, parts[part], saying);
    if (entry == NULL)
        return;
    if (list->measure != MEASURE_ORDINAL)
        BUILD_FAULT(builder, section, entry,
                    "answers without an order have no highest or lowest: measure = ordinal",
                    "Antworten ohne Reihenfolge haben keine höchsten oder niedrigsten: measure "
                    "= ordinal");
    else if (strcmp(parts[part], "middle") == 0 &&
             list->top_size + list->bottom_size >= list->inside && list->inside > 0)
        BUILD_FAULT(builder, section, entry,
                    "no answer lies between the highest and the lowest ones: delete this key",
                    "Zwischen den höchsten und den niedrigsten Antworten liegt keine: Bitte "
                    "diesen Schlüssel löschen");
}

static void take_parts(struct builder *builder, const struct ini_section *section,
                       struct code_list *list) {
    struct saying *const sayings[PARTS] = {&list->say_top, &list->say_middle,
                                           &list->say_bottom};
    for (size_t i = 0; i < PARTS; i++)
        take_part(builder, section, list, i, sayings[i]);
}

/* Two things of one name: nobody could tell whose verb it is. */
static void check_name(struct builder *builder, const struct ini_section *section,
                       const char *name, const char *english, const char *german) {
    const struct ini_entry *entry = find_saying(section, name);
    if (entry != NULL)
        BUILD_FAULT(builder, section, entry,
                    "'%s' could be %s or an answer: rename the answer, or delete this key",
                    "'%s' kann %s sein oder eine Antwort: Bitte die Antwort umbenennen oder "
                    "diesen Schlüssel löschen",
                    name, language_pick(english, german));
}

/* The codes' own verbs; a scale's stay where the section says nothing. */
static void take_code_sayings(struct builder *builder, const struct ini_section *section,
                              struct code_list *list) {
    struct saying *sayings = arena_allocate(builder->arena, list->count, sizeof *sayings);
    bool any = list->say != NULL;
    if (list->say != NULL)
        memcpy(sayings, list->say, list->count * sizeof *sayings);
    for (size_t i = 0; i < list->count; i++) {
        any = any || find_saying(section, list->codes[i].id) != NULL;
        take_saying(builder, section, list->codes[i].id, &sayings[i]);
    }
    list->say = any ? sayings : NULL;
    for (size_t i = 0; i < PARTS; i++)
        if (code_position(list->codes, list->count, parts[i]) >= 0)
            check_name(builder, section, parts[i], "a part of the scale", "ein Teil der Skala");
}

static void take_set_sayings(struct builder *builder, const struct ini_section *section,
                             const struct question *question) {
    const struct code_list *list = question->codes;
    /* The sets were made by this builder and are not yet handed out. */
    struct answer_set *sets = (struct answer_set *)question->sets;
    for (size_t i = 0; i < question->set_count; i++) {
        take_saying(builder, section, sets[i].id, &sets[i].say);
        bool part = false;
        for (size_t k = 0; k < PARTS; k++)
            part = part || strcmp(parts[k], sets[i].id) == 0;
        if (part || code_position(list->codes, list->count, sets[i].id) >= 0)
            check_name(builder, section, sets[i].id, "a set", "eine Menge (sets)");
    }
}

/* --- shorter labels --- */

static const struct ini_entry *brief_entry(struct builder *builder,
                                           const struct ini_section *section,
                                           const struct code *code, size_t language) {
    const char *key = arena_format(builder->arena, "short.%s.%s", code->id,
                                   builder->questionnaire->languages[language]);
    const struct ini_entry *entry = ini_entry(section, key);
    return entry != NULL
               ? entry
               : ini_entry(section, arena_format(builder->arena, "short.%s", code->id));
}

/* What the report prints of a code where room is scarce. */
static const char *shortest(const struct code *code, size_t language) {
    return code->brief.in[language] != NULL ? code->brief.in[language]
                                            : code->label.in[language];
}

static void check_brief(struct builder *builder, const struct ini_section *section,
                        const struct code *codes, size_t count, size_t code) {
    for (size_t i = 0; i < builder->questionnaire->language_count; i++) {
        const char *brief = codes[code].brief.in[i], *label = codes[code].label.in[i];
        const struct ini_entry *entry = brief_entry(builder, section, &codes[code], i);
        if (entry == NULL || brief == NULL || label == NULL)
            continue;
        if (utf8_width(brief) > utf8_width(label))
            BUILD_FAULT(builder, section, entry,
                        "the short label is longer than the label '%s': shorten it",
                        "Die Kurzform ist länger als der Text '%s': Bitte kürzen", label);
        for (size_t k = 0; k < count; k++) {
            const char *other = shortest(&codes[k], i);
            bool earlier = k < code || (k > code && codes[k].brief.in[i] == NULL);
            if (earlier && other != NULL && strcmp(other, brief) == 0)
                BUILD_FAULT(builder, section, entry,
                            "'%s' has the same label: nobody could tell the two apart",
                            "'%s' hat denselben Text: Niemand könnte die beiden "
                            "unterscheiden",
                            codes[k].id);
        }
    }
}

/* A section of the same keys may follow a scale's: what it does not say stays. */
static void take_briefs(struct builder *builder, const struct ini_section *section,
                        const struct code *codes, size_t count) {
    /* The codes were made by this builder and are not yet handed out. */
    struct code *writable = (struct code *)codes;
    for (size_t i = 0; i < count; i++) {
        struct label brief = build_label(
            builder, section, arena_format(builder->arena, "short.%s", codes[i].id), false);
        if (label_present(&brief))
            writable[i].brief = brief;
    }
    for (size_t i = 0; i < count; i++)
        check_brief(builder, section, codes, count, i);
}

/* --- the whole --- */

const char *build_scale_words(struct builder *builder, const struct ini_section *section,
                              struct code_list *list) {
    take_parts(builder, section, list);
    take_code_sayings(builder, section, list);
    take_briefs(builder, section, list->codes, list->count);
    return check_sayings(builder, section, false);
}

void build_question_words(struct builder *builder, const struct ini_section *section,
                          struct question *question, struct code_list *list) {
    take_parts(builder, section, list);
    take_code_sayings(builder, section, list);
    take_set_sayings(builder, section, question);
    take_briefs(builder, section, list->codes, list->count);
    if (question_has_rows(question))
        take_briefs(builder, section, question->rows, question->row_count);
    check_sayings(builder, section, question_has_rows(question));
}

static struct key_scope saying_scope(struct builder *builder, const struct code_list *list,
                                     const char *const *sets, size_t set_count) {
    const char **ids =
        arena_allocate(builder->arena, PARTS + list->count + set_count, sizeof *ids);
    size_t count = 0;
    for (size_t i = 0; i < PARTS && list->inside > 0; i++)
        ids[count++] = parts[i];
    for (size_t i = 0; i < list->count; i++)
        ids[count++] = list->codes[i].id;
    for (size_t i = 0; i < set_count; i++)
        ids[count++] = sets[i];
    return (struct key_scope){.name = "say",
                              .ids = count > 0 ? ids : NULL,
                              .count = count,
                              .english = "answer",
                              .german = "Antwort"};
}

struct key_scope build_saying_scope(struct builder *builder, const struct code_list *list) {
    return saying_scope(builder, list, NULL, 0);
}

struct key_scope build_question_saying_scope(struct builder *builder,
                                             const struct ini_section *section,
                                             const struct question *question) {
    size_t count;
    const char **sets = build_names(builder, section, "sets", &count);
    if (question->codes == NULL || question->codes->count == 0)
        return (struct key_scope){.name = "say"};
    return saying_scope(builder, question->codes, sets, count);
}
