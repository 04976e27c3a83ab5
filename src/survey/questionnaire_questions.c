#include "survey/questionnaire_questions.h"

#include <stdio.h>
#include <string.h>

#include "survey/metadata.h"
#include "survey/questionnaire_check.h"
#include "survey/questionnaire_numbers.h"
#include "survey/questionnaire_scale.h"
#include "survey/questionnaire_words.h"

/* --- codes --- */

/* Appends a code unless it is there already. One that is reserved or misspelt is kept, so that
 * what refers to it is not reported as a second fault, but needs no label. */
static struct code *add_code(struct builder *builder, const struct ini_section *section,
                             const struct ini_entry *entry, struct code *codes, size_t *count,
                             const char *id) {
    if (code_position(codes, *count, id) >= 0) {
        BUILD_FAULT(builder, section, entry, "duplicate code '%s': delete one of the two",
                    "Der Code '%s' steht doppelt: Bitte einen der beiden löschen", id);
        return NULL;
    }
    if (strcmp(id, "dk") == 0) {
        build_id(builder, section, entry, id, false);
        return NULL;
    }
    struct code *code = &codes[(*count)++];
    code->id = id;
    code->aliases = build_words(builder, section, arena_format(builder->arena, "alias.%s", id),
                                &code->alias_count);
    return code;
}

/* The codes or rows that KEY lists, each with LABEL.CODE as its label (no labels where
 * label_key is NULL) and alias.CODE. */
static struct code *build_codes(struct builder *builder, const struct ini_section *section,
                                const char *key, const char *label_key, bool other_allowed,
                                size_t *count) {
    size_t word_count;
    const struct ini_entry *entry = ini_entry(section, key);
    const char *const *words = build_words(builder, section, key, &word_count);
    *count = 0;
    if (word_count > QUESTIONNAIRE_MAX_CODES) {
        BUILD_FAULT(builder, section, entry, "%zu codes, at most %d are allowed",
                    "%zu Codes, erlaubt sind höchstens %d", word_count,
                    QUESTIONNAIRE_MAX_CODES);
        word_count = QUESTIONNAIRE_MAX_CODES;
    }
    struct code *codes = arena_allocate(builder->arena, word_count, sizeof *codes);
    for (size_t i = 0; i < word_count; i++) {
        struct code *code = add_code(builder, section, entry, codes, count, words[i]);
        bool fine = code != NULL && build_id(builder, section, entry, words[i], other_allowed);
        if (code != NULL)
            code->label =
                build_label(builder, section,
                            arena_format(builder->arena, "%s.%s", label_key, words[i]), fine);
    }
    return codes;
}

/* Inside codes first, then those outside; one that is named in both is an error. */
static void append_outside(struct builder *builder, const struct ini_section *section,
                           struct code_list *list, const struct code *inside) {
    size_t count;
    const struct code *outside =
        build_codes(builder, section, "outside", "label", false, &count);
    struct code *all = arena_allocate(builder->arena, list->count + count, sizeof *all);
    if (list->count > 0)
        memcpy(all, inside, list->count * sizeof *all);
    list->codes = all;
    for (size_t i = 0; i < count; i++) {
        if (code_position(all, list->inside, outside[i].id) >= 0) {
            BUILD_FAULT(builder, section, ini_entry(section, "outside"),
                        "'%s' stands in codes and in outside: it can be in one only",
                        "'%s' steht in codes und in outside: Es darf nur in einem stehen",
                        outside[i].id);
            continue;
        }
        all[list->count] = outside[i];
        all[list->count++].outside = true;
    }
}

/* The list of `codes`, `outside` and `measure`. */
static struct code_list build_code_list(struct builder *builder,
                                        const struct ini_section *section, enum measure measure,
                                        bool other_allowed) {
    static const char *const measures[] = {"nominal", "ordinal"};
    struct code_list list = {.id = "", .measure = measure};
    build_required(builder, section, "codes");
    const struct code *inside =
        build_codes(builder, section, "codes", "label", other_allowed, &list.inside);
    list.count = list.inside;
    append_outside(builder, section, &list, inside);
    int found = build_choice(builder, section, "measure", measures, 2, "measure", "Messniveau");
    if (found >= 0)
        list.measure = (enum measure)found;
    const struct ini_entry *codes = ini_entry(section, "codes");
    bool scale = list.measure == MEASURE_ORDINAL || strcmp(section->kind, "scale") == 0;
    if (scale && list.inside < 2 && codes != NULL)
        BUILD_FAULT(builder, section, codes, "a scale needs at least two codes",
                    "Eine Skala braucht mindestens zwei Codes");
    if (list.count > QUESTIONNAIRE_MAX_CODES)
        BUILD_FAULT(builder, section, codes, "more than %d codes, with those outside",
                    "Mehr als %d Codes, mit denen außerhalb", QUESTIONNAIRE_MAX_CODES);
    build_scale_numbers(builder, section, &list);
    list.top = build_label(builder, section, "top", false);
    list.bottom = build_label(builder, section, "bottom", false);
    return list;
}

static void build_scale(struct builder *builder, const struct ini_section *section,
                        struct scale *scale) {
    scale->section = section;
    scale->list = build_code_list(builder, section, MEASURE_ORDINAL, true);
    scale->list.id = section->id;
    scale->has_dk = build_yes(builder, section, "dk", false);
    scale->dk = build_label(builder, section, "label.dk", scale->has_dk);
    scale->dk_aliases = build_words(builder, section, "alias.dk", &scale->dk_alias_count);
    size_t count = scale->list.count + 1;
    const char *const *ids = NULL;
    if (ini_entry(section, "codes") != NULL)
        ids = build_ids(builder, scale->list.codes, scale->list.count, true);
    scale->without_item = build_scale_words(builder, section, &scale->list);
    struct key_scope scopes[] = {{.name = "label", .ids = ids, .count = count},
                                 {.name = "alias", .ids = ids, .count = count},
                                 {.name = "short", .ids = ids, .count = scale->list.count},
                                 {.name = "value", .ids = ids, .count = scale->list.inside},
                                 build_saying_scope(builder, &scale->list)};
    build_check_keys(builder, section, QUESTION_TYPES, scopes,
                     sizeof scopes / sizeof scopes[0]);
}

void build_scales(struct builder *builder) {
    size_t count = build_count(builder, "scale"), at = 0;
    builder->scales = arena_allocate(builder->arena, count, sizeof *builder->scales);
    const struct ini_section *section;
    while ((section = build_next(builder, "scale", &at)) != NULL)
        build_scale(builder, section, &builder->scales[builder->scale_count++]);
}

/* --- options --- */

static const struct scale *find_scale(struct builder *builder,
                                      const struct ini_section *section) {
    const struct ini_entry *entry = ini_entry(section, "scale");
    const char **ids = arena_allocate(builder->arena, builder->scale_count, sizeof *ids);
    for (size_t i = 0; i < builder->scale_count; i++) {
        ids[i] = builder->scales[i].list.id;
        if (strcmp(ids[i], entry->value) == 0)
            return &builder->scales[i];
    }
    if (entry->value[0] != '\0')
        build_unknown(builder, section, entry, entry->value, ids, builder->scale_count, "scale",
                      "Skala");
    return NULL;
}

/* What a question adds to a shared code of its own: the aliases of its form system, its words
 * for the report, and for options who decides. */
static bool adds_to_codes(const struct ini_section *section) {
    static const char *const keys[] = {"alias.", "addressee.", "say.", "short."};
    for (size_t i = 0; i < section->count; i++) {
        const char *key = section->entries[i].key;
        for (size_t k = 0; k < sizeof keys / sizeof keys[0]; k++)
            if (strncmp(key, keys[k], strlen(keys[k])) == 0)
                return true;
        if (strcmp(key, "exclusive") == 0)
            return true;
    }
    return false;
}

/* The list for one question alone, so that what it adds touches no other question of the scale.
 * Its own aliases replace the scale's. */
static struct code_list *copy_list(struct builder *builder, const struct ini_section *section,
                                   const struct code_list *shared) {
    struct code_list *list = arena_allocate(builder->arena, 1, sizeof *list);
    struct code *codes = arena_allocate(builder->arena, shared->count, sizeof *codes);
    *list = *shared;
    for (size_t i = 0; i < shared->count; i++) {
        codes[i] = shared->codes[i];
        char *key = arena_format(builder->arena, "alias.%s", codes[i].id);
        if (ini_entry(section, key) != NULL)
            codes[i].aliases = build_words(builder, section, key, &codes[i].alias_count);
    }
    list->codes = codes;
    return list;
}

static void take_dk(struct builder *builder, const struct ini_section *section,
                    struct question *question, const struct scale *scale) {
    question->has_dk = build_yes(builder, section, "dk", scale != NULL && scale->has_dk);
    struct label own = build_label(builder, section, "label.dk", false);
    if (scale != NULL && !label_present(&own))
        own = scale->dk;
    bool unknown_scale = scale == NULL && ini_entry(section, "scale") != NULL;
    if (question->has_dk && !label_present(&own) && !unknown_scale)
        own = build_label(builder, section, "label.dk", true);
    question->dk = own;
    question->dk_aliases = build_words(builder, section, "alias.dk", &question->dk_alias_count);
    if (question->dk_alias_count == 0 && scale != NULL) {
        question->dk_aliases = scale->dk_aliases;
        question->dk_alias_count = scale->dk_alias_count;
    }
}

static struct code_list *take_codes(struct builder *builder, const struct ini_section *section,
                                    struct question *question) {
    bool choice = question_has_one_code(question) || question_answer(question) == ANSWER_TICK;
    const struct scale *scale = NULL;
    struct code_list *list;
    if (ini_entry(section, "scale") != NULL) {
        build_check_scale_alone(builder, section);
        scale = find_scale(builder, section);
        list = scale == NULL ? NULL : copy_list(builder, section, &scale->list);
    } else if (ini_entry(section, "codes") == NULL) {
        BUILD_FAULT(builder, section, NULL, "the question needs codes = ... or scale = ...",
                    "Die Frage braucht codes = ... oder scale = ...");
        list = NULL;
    } else {
        list = arena_allocate(builder->arena, 1, sizeof *list);
        *list = build_code_list(builder, section, MEASURE_NOMINAL, true);
    }
    take_dk(builder, section, question, scale);
    if (list == NULL)
        return NULL;
    int other = code_position(list->codes, list->count, "other");
    question->has_other = other >= 0;
    question->other = other >= 0 ? (size_t)other : 0;
    if (question->has_other && !choice)
        BUILD_FAULT(builder, section, NULL,
                    "'other' with open text is for the types single and multi only",
                    "'other' mit offenem Text gibt es nur bei den Typen single und multi");
    question->codes = scale != NULL && !adds_to_codes(section) ? &scale->list
                                                               : (const struct code_list *)list;
    return list;
}

static void take_addressees(struct builder *builder, const struct ini_section *section,
                            const struct code *codes, size_t count) {
    /* The codes were made by this builder and are not yet handed out. */
    struct code *writable = (struct code *)codes;
    for (size_t i = 0; i < count; i++)
        writable[i].addressee = build_label(
            builder, section, arena_format(builder->arena, "addressee.%s", codes[i].id), false);
}

/* In an export of 0 and 1 such a name in its own column would be the tick, and the empty box.
 */
static void check_tick_cell_names(struct builder *builder, const struct ini_section *section,
                                  const struct code_list *list) {
    for (size_t i = 0; i < list->count; i++) {
        const struct code *code = &list->codes[i];
        bool zero = false;
        for (size_t k = 0; k < code->alias_count; k++)
            zero = zero || strcmp(code->aliases[k], "0") == 0;
        for (size_t k = 0; k < builder->questionnaire->language_count; k++)
            zero = zero || (code->label.in[k] != NULL && strcmp(code->label.in[k], "0") == 0);
        if (zero)
            BUILD_FAULT(
                builder, section, NULL,
                "the option '%s' is called 0, which is an empty box in many exports: call "
                "it '0 days', say",
                "Die Antwort '%s' heißt 0, und das ist in vielen Exporten ein leeres "
                "Kästchen: Bitte zum Beispiel '0 Tage' nennen",
                code->id);
    }
}

static void take_exclusive(struct builder *builder, const struct ini_section *section,
                           struct code_list *list) {
    size_t count;
    const size_t *positions =
        build_positions(builder, section, "exclusive", list->codes, list->count, &count);
    for (size_t i = 0; i < count; i++)
        ((struct code *)list->codes)[positions[i]].exclusive = true;
}

static void take_sets(struct builder *builder, const struct ini_section *section,
                      struct question *question) {
    size_t count;
    const char **names = build_names(builder, section, "sets", &count);
    struct answer_set *sets = arena_allocate(builder->arena, count, sizeof *sets);
    for (size_t i = 0; i < count; i++) {
        const char *key = arena_format(builder->arena, "sets.%s", names[i]);
        build_id(builder, section, ini_entry(section, key), names[i], false);
        sets[i].id = names[i];
        sets[i].codes = build_positions(builder, section, key, question->codes->codes,
                                        question->codes->count, &sets[i].count);
        sets[i].label = build_label(
            builder, section, arena_format(builder->arena, "set_label.%s", names[i]), true);
    }
    question->sets = sets;
    question->set_count = count;
}

static void take_consents(struct builder *builder, const struct ini_section *section,
                          struct question *question) {
    bool asks = (question->roles & (ROLE_CONSENT_PARTICIPATION | ROLE_CONSENT_QUOTES |
                                    ROLE_CONSENT_CONTACT)) != 0;
    const struct ini_entry *entry = ini_entry(section, "consents");
    size_t count;
    if (asks && entry == NULL)
        BUILD_FAULT(builder, section, NULL,
                    "a consent role needs consents = CODE: the answer that consents",
                    "Eine Zustimmungsrolle braucht consents = CODE: die Antwort, die zustimmt");
    else if (!asks && entry != NULL)
        BUILD_FAULT(builder, section, entry,
                    "consents is for questions with a consent role only",
                    "consents gibt es nur bei Fragen mit einer Zustimmungsrolle");
    const size_t *positions = build_positions(
        builder, section, "consents", question->codes->codes, question->codes->count, &count);
    if (count > 1)
        BUILD_FAULT(builder, section, entry, "one code only can consent",
                    "Nur ein Code kann zustimmen");
    if (count > 0)
        question->consents = positions[0];
}

static void take_rows(struct builder *builder, const struct ini_section *section,
                      struct question *question) {
    build_required(builder, section, "rows");
    question->rows = build_codes(builder, section, "rows", "row", false, &question->row_count);
    if (question_has_rows(question))
        take_addressees(builder, section, question->rows, question->row_count);
    for (size_t i = 0; i < question->row_count && question->codes != NULL; i++)
        if (code_position(question->codes->codes, question->codes->count,
                          question->rows[i].id) >= 0)
            BUILD_FAULT(
                builder, section, ini_entry(section, "rows"),
                "'%s' is a row and an answer: rename one of the two",
                "'%s' ist Zeile und Antwort zugleich: Bitte eines von beiden umbenennen",
                question->rows[i].id);
}

/* What a contact field is called, by its labels; by its id where these say nothing. A language
 * that speaks of a person goes before one that does not. */
static enum person_field find_field(const struct code *row) {
    enum person_field found = PERSON_UNKNOWN;
    for (size_t i = 0; i < QUESTIONNAIRE_MAX_LANGUAGES; i++) {
        const char *label = row->label.in[i];
        enum person_field said =
            label != NULL ? person_field_find(label, strlen(label)) : PERSON_UNKNOWN;
        if (said == PERSON_NAME || said == PERSON_EMAIL)
            return said;
        found = said == PERSON_ELSE ? said : found;
    }
    return found != PERSON_UNKNOWN ? found : person_field_find(row->id, strlen(row->id));
}

/* `names` lists the fields that hold persons; without it each is known by what it is called. */
static void take_fields(struct builder *builder, const struct ini_section *section,
                        struct question *question) {
    size_t count;
    const size_t *named =
        build_positions(builder, section, "names", question->rows, question->row_count, &count);
    enum person_field *fields =
        arena_allocate(builder->arena, question->row_count, sizeof *fields);
    bool listed = ini_entry(section, "names") != NULL;
    for (size_t i = 0; i < question->row_count; i++)
        fields[i] = listed ? PERSON_ELSE : find_field(&question->rows[i]);
    for (size_t i = 0; i < count; i++)
        fields[named[i]] = PERSON_NAME;
    question->fields = fields;
}

static void take_separator(struct builder *builder, const struct ini_section *section,
                           struct question *question) {
    const struct ini_entry *entry = ini_entry(section, "separator");
    if (entry == NULL || entry->value[0] == '\0')
        return;
    if (strlen(entry->value) == 1 && strchr(";,|/+&*", entry->value[0]) != NULL)
        question->separator = entry->value;
    else
        BUILD_FAULT(builder, section, entry, "the separator is one of ; , | / + & *",
                    "Das Trennzeichen ist eines von ; , | / + & *");
}

static void take_picks(struct builder *builder, const struct ini_section *section,
                       struct question *question, struct code_list *list) {
    size_t count = list->count;
    question->max_choices = (size_t)build_whole(builder, section, "max_choices", 1,
                                                (int64_t)(count > 1 ? count : 1), 0);
    take_separator(builder, section, question);
    if (question_answer(question) == ANSWER_TICK) {
        take_exclusive(builder, section, list);
        check_tick_cell_names(builder, section, list);
    }
    if (question_answer(question) == ANSWER_PLACE && count < 2)
        BUILD_FAULT(builder, section, ini_entry(section, "codes"),
                    "a ranking needs at least two options",
                    "Eine Rangfolge braucht mindestens zwei Antworten");
    if (list->count > list->inside)
        BUILD_FAULT(builder, section, NULL, "options of this type cannot be outside of a scale",
                    "Antworten dieses Typs können nicht außerhalb einer Skala stehen");
}

/* Verbs and short labels. A scale may serve questions with rows and without: only the former
 * need {item} in its verbs. */
static void take_report_words(struct builder *builder, const struct ini_section *section,
                              struct question *question, struct code_list *list) {
    build_question_words(builder, section, question, list);
    if (!question_has_rows(question))
        return;
    for (size_t i = 0; i < builder->scale_count; i++) {
        const struct scale *scale = &builder->scales[i];
        if (scale->list.id != list->id || scale->without_item == NULL ||
            ini_entry(section, scale->without_item) != NULL)
            continue;
        BUILD_FAULT(builder, section, ini_entry(section, "scale"),
                    "this question has rows, so %s of [scale %s] needs the place {item}",
                    "Diese Frage hat Zeilen, deshalb braucht %s von [scale %s] den Platz "
                    "{item}",
                    scale->without_item, list->id);
    }
}

/* What the question may answer: scale or own codes, rows, don't know, sets, consents. */
static void build_options(struct builder *builder, const struct ini_section *section,
                          struct question *question) {
    const struct question_traits *traits = question_type_traits(question->type);
    struct code_list *list = NULL;
    if (question_offers_codes(question))
        list = take_codes(builder, section, question);
    if (list != NULL && !question_has_rows(question))
        take_addressees(builder, section, list->codes, list->count);
    if (list != NULL && traits->answer == ANSWER_CODE)
        take_sets(builder, section, question);
    if (list != NULL && question_has_one_code(question))
        take_consents(builder, section, question);
    if (question_has_one_code(question) || traits->answer == ANSWER_TICK)
        question->tick_cells = build_tick_words(builder, section);
    if (list != NULL && question_has_options(question))
        take_picks(builder, section, question, list);
    if (traits->items == ITEMS_ROWS || traits->items == ITEMS_FIELDS)
        take_rows(builder, section, question);
    if (list != NULL)
        take_report_words(builder, section, question, list);
    if (traits->answer == ANSWER_FIELD)
        take_fields(builder, section, question);
    if (traits->answer == ANSWER_NUMBER) {
        take_dk(builder, section, question, NULL);
        build_number(builder, section, question);
    }
}

/* --- questions --- */

/* In the order of the bits of enum question_role. */
static const char *const role_names[] = {"identifying",    "sensitive",
                                         "exchange",       "consent_participation",
                                         "consent_quotes", "consent_contact"};
enum {
    ROLES = sizeof role_names / sizeof role_names[0],
    ROLES_OF_CONSENT = ROLE_CONSENT_PARTICIPATION | ROLE_CONSENT_QUOTES | ROLE_CONSENT_CONTACT
};

struct question *build_find_question(const struct builder *builder, const char *id) {
    size_t position;
    return name_table_find(builder->question_names, id, &position)
               ? &builder->questions[position]
               : NULL;
}

void build_unknown_question(struct builder *builder, const struct ini_section *section,
                            const struct ini_entry *entry, const char *word) {
    size_t count = builder->questionnaire->question_count;
    const char **ids = arena_allocate(builder->arena, count, sizeof *ids);
    for (size_t i = 0; i < count; i++)
        ids[i] = builder->questions[i].id;
    build_unknown(builder, section, entry, word, ids, count, "question", "Frage");
}

struct question *build_reference(struct builder *builder, const struct ini_section *section,
                                 const char *key) {
    const struct ini_entry *entry = build_required(builder, section, key);
    if (entry == NULL)
        return NULL;
    struct question *found = build_find_question(builder, entry->value);
    if (found != NULL)
        return found;
    build_unknown_question(builder, section, entry, entry->value);
    return NULL;
}

static void build_question_section(struct builder *builder, const struct ini_section *section,
                                   struct question *question) {
    const struct questionnaire *questionnaire = builder->questionnaire;
    const struct ini_entry *entry = build_required(builder, section, "section");
    if (entry == NULL)
        return;
    const char **ids =
        arena_allocate(builder->arena, questionnaire->section_count, sizeof *ids);
    for (size_t i = 0; i < questionnaire->section_count; i++) {
        ids[i] = builder->sections[i].id;
        if (strcmp(ids[i], entry->value) == 0) {
            question->section = i;
            return;
        }
    }
    build_unknown(builder, section, entry, entry->value, ids, questionnaire->section_count,
                  "section", "Abschnitt");
}

static void build_roles(struct builder *builder, const struct ini_section *section,
                        struct question *question) {
    size_t count;
    const struct ini_entry *entry = ini_entry(section, "role");
    const char *const *words = build_words(builder, section, "role", &count);
    for (size_t i = 0; i < count; i++) {
        size_t role = 0;
        while (role < ROLES && strcmp(role_names[role], words[i]) != 0)
            role++;
        if (role < ROLES)
            question->roles |= 1U << role;
        else
            build_unknown(builder, section, entry, words[i], role_names, ROLES, "role",
                          "Rolle");
    }
    if ((question->roles & ROLES_OF_CONSENT) != 0 && !question_has_one_code(question) &&
        question->type != QUESTION_TYPES)
        BUILD_FAULT(builder, section, entry,
                    "only a question of type single can ask for consent",
                    "Nur eine Frage vom Typ single kann um Zustimmung bitten");
    if (!question_has_one_code(question))
        question->roles &= ~(unsigned)ROLES_OF_CONSENT;
    if ((question->roles & ROLE_EXCHANGE) != 0 && question_answer(question) == ANSWER_FIELD)
        BUILD_FAULT(builder, section, entry,
                    "contact data go to the list of contacts anyway: delete the role exchange",
                    "Kontaktdaten kommen ohnehin in die Kontaktliste: Bitte die Rolle exchange "
                    "löschen");
}

/* For every consent there is one question, or nobody could say what was agreed to. */
static void check_consent_roles(struct builder *builder) {
    for (size_t role = 0; role < ROLES; role++) {
        const struct question *first = NULL;
        for (size_t i = 0; i < builder->questionnaire->question_count; i++) {
            const struct question *question = &builder->questions[i];
            if ((ROLES_OF_CONSENT & 1U << role) == 0 || (question->roles & 1U << role) == 0)
                continue;
            if (first != NULL)
                BUILD_FAULT(builder, builder->question_sections[i], NULL,
                            "the role %s belongs to question '%s' (line %zu) already",
                            "Die Rolle %s hat schon die Frage '%s' (Zeile %zu)",
                            role_names[role], first->id, first->line);
            else
                first = question;
        }
    }
}

/* The answers and rows of a question, as keys may name them. */
struct named {
    const struct code *codes;
    size_t answers;     /* scale or not */
    size_t own;         /* of these, its own: none where it has a scale */
    const char **every; /* answers, then rows, then don't know */
};

static struct named name_codes(struct builder *builder, const struct question *question) {
    struct named named = {0};
    if (question->codes != NULL) {
        named.codes = question->codes->codes;
        named.answers = question->codes->count;
        named.own = question->codes->id[0] == '\0' ? named.answers : 0;
    }
    struct code *all =
        arena_allocate(builder->arena, named.answers + question->row_count, sizeof *all);
    if (named.answers > 0)
        memcpy(all, named.codes, named.answers * sizeof *all);
    if (question->row_count > 0)
        memcpy(all + named.answers, question->rows, question->row_count * sizeof *all);
    named.every = build_ids(builder, all, named.answers + question->row_count, true);
    return named;
}

/* False where a list is missing, or a scale and codes contradict each other: one message is
 * enough. */
static bool lists_are_known(const struct ini_section *section, const struct question *question,
                            size_t answers) {
    enum answer_kind answer = question_answer(question);
    bool both = ini_entry(section, "scale") != NULL && ini_entry(section, "codes") != NULL;
    bool known = !both && (answer == ANSWER_NUMBER || answers > 0) &&
                 (!question_has_rows(question) || question->row_count > 0);
    return known || (answer == ANSWER_FIELD && question->row_count > 0);
}

/* Which codes the keys of a question may name. */
static void check_question_keys(struct builder *builder, const struct ini_section *section,
                                const struct question *question) {
    bool matrix = question_has_rows(question);
    struct named named = name_codes(builder, question);
    bool known = lists_are_known(section, question, named.answers);
    const char **labelled = build_ids(builder, named.codes, named.own, true);
    const char **rows = build_ids(builder, question->rows, question->row_count, false);
    const char **every = known ? named.every : NULL;
    size_t both = named.answers + question->row_count, names;
    const char **sets = build_names(builder, section, "sets", &names);
    struct key_scope scopes[] = {
        {.name = "label", .ids = known ? labelled : NULL, .count = named.own + 1},
        {.name = "alias", .ids = every, .count = both + 1},
        {.name = "short", .ids = every, .count = both},
        {.name = "row",
         .ids = question->row_count > 0 ? rows : NULL,
         .count = question->row_count},
        {.name = "addressee",
         .ids = known && matrix ? rows : every,
         .count = matrix ? question->row_count : named.answers},
        {.name = "set_label", .ids = sets, .count = names},
        {.name = "value",
         .ids = known && named.own > 0 ? labelled : NULL,
         .count = named.own > 0 ? question->codes->inside : 0},
        build_question_saying_scope(builder, section, question),
    };
    build_check_keys(builder, section, question->type, scopes,
                     sizeof scopes / sizeof scopes[0]);
}

static void refuse_known(struct builder *builder, const struct ini_section *section,
                         const struct ini_entry *entry, const char *word) {
    BUILD_FAULT(
        builder, section, entry,
        "'%s' is a column that form systems or answers.csv have of their own: name it "
        "otherwise",
        "'%s' heißt eine Spalte, die Formularsysteme oder answers.csv schon selbst haben: "
        "Bitte anders nennen",
        word);
}

static bool is_known(const char *word) {
    return metadata_reserves(word, strlen(word));
}

/* A question that is called like such a column would take it: access tokens would be quoted as
 * answers, and respondents distinguished by nothing. A text may be like one that is dropped
 * anyway ("Name"). */
static void check_name(struct builder *builder, const struct ini_section *section,
                       const struct question *question) {
    if (is_known(question->id) || strcmp(question->id, "status") == 0 ||
        strcmp(question->id, "origin") == 0)
        refuse_known(builder, section, NULL, question->id);
    for (size_t i = 0; i < question->alias_count; i++)
        if (is_known(question->aliases[i]))
            refuse_known(builder, section, ini_entry(section, "alias"), question->aliases[i]);
    for (size_t i = 0; i < builder->questionnaire->language_count; i++) {
        const char *heading = question->heading.in[i], *text = question->text.in[i];
        enum metadata metadata =
            text != NULL ? metadata_find(text, strlen(text)) : METADATA_NONE;
        const char *refused = heading != NULL && is_known(heading) ? heading : NULL;
        if (metadata != METADATA_NONE && metadata != METADATA_DROPPED)
            refused = text;
        if (refused != NULL) {
            refuse_known(builder, section, NULL, refused);
            return;
        }
    }
}

static enum question_type build_type(struct builder *builder,
                                     const struct ini_section *section) {
    const char *names[QUESTION_TYPES];
    for (size_t i = 0; i < QUESTION_TYPES; i++)
        names[i] = question_type_name((enum question_type)i);
    build_required(builder, section, "type");
    int type = build_choice(builder, section, "type", names, QUESTION_TYPES, "type", "Typ");
    return type >= 0 ? (enum question_type)type : QUESTION_TYPES;
}

static void build_question(struct builder *builder, const struct ini_section *section,
                           struct question *question) {
    *question = (struct question){.id = section->id, .line = section->line};
    question->type = build_type(builder, section);
    build_question_section(builder, section, question);
    question->text = build_label(builder, section, "text", true);
    question->subject = build_label(builder, section, "subject", false);
    if (!label_present(&question->subject))
        question->subject = question->text;
    question->help = build_label(builder, section, "help", false);
    question->heading = build_label(builder, section, "heading", false);
    question->aliases = build_words(builder, section, "alias", &question->alias_count);
    check_name(builder, section, question);
    question->required = build_yes(builder, section, "required", false);
    question->core = build_yes(builder, section, "core", false);
    build_roles(builder, section, question);
    if (question->type != QUESTION_TYPES)
        build_options(builder, section, question);
    check_question_keys(builder, section, question);
}

/* The question must be in the table before the next comes, so that its id is known to all that
 * refer to it. */
static void add_question(struct builder *builder, const struct ini_section *section) {
    size_t position = builder->questionnaire->question_count++, first;
    build_question(builder, section, &builder->questions[position]);
    builder->question_sections[position] = section;
    name_table_add(builder->question_names, section->id, position, &first);
}

void build_questions(struct builder *builder) {
    size_t at = 0, count = build_count(builder, "question");
    const struct ini_section *section;
    if (count > QUESTIONNAIRE_MAX_QUESTIONS) {
        section = build_next(builder, "question", &at);
        BUILD_FAULT(builder, section, NULL, "%zu questions, at most %d are allowed",
                    "%zu Fragen, erlaubt sind höchstens %d", count,
                    QUESTIONNAIRE_MAX_QUESTIONS);
        return;
    }
    builder->questions = arena_allocate(builder->arena, count, sizeof *builder->questions);
    builder->question_sections =
        arena_allocate(builder->arena, count, sizeof *builder->question_sections);
    builder->questionnaire->questions = builder->questions;
    while ((section = build_next(builder, "question", &at)) != NULL)
        add_question(builder, section);
    check_consent_roles(builder);
    if (count == 0) {
        static const struct ini_section missing = {"question", "NAME", 0, NULL, 0};
        BUILD_FAULT(builder, &missing, NULL, "there is no question", "Es gibt keine Frage");
    }
}
