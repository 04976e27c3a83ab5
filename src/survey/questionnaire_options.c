#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "survey/questionnaire_build.h"

const char **build_names(struct builder *builder, const struct ini_section *section,
                         const char *key, size_t *count) {
    const char **names = arena_allocate(builder->arena, section->count, sizeof *names);
    size_t length = strlen(key);
    *count = 0;
    for (size_t i = 0; i < section->count; i++) {
        const char *found = section->entries[i].key;
        if (strncmp(found, key, length) == 0 && found[length] == '.' &&
            strchr(found + length + 1, '.') == NULL)
            names[(*count)++] = found + length + 1;
    }
    return names;
}

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

/* What a question adds to a shared code of its own: the aliases of its form system, and for
 * options who decides. */
static bool adds_to_codes(const struct ini_section *section) {
    for (size_t i = 0; i < section->count; i++)
        if (strncmp(section->entries[i].key, "alias.", 6) == 0 ||
            strncmp(section->entries[i].key, "addressee.", 10) == 0 ||
            strcmp(section->entries[i].key, "exclusive") == 0)
            return true;
    return false;
}

/* The list for one question alone, so that what it adds touches no other question of the scale.
 * Its own aliases stand instead of the scale's. */
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

/* Keys that belong to the scale where there is one. */
static void check_scale_alone(struct builder *builder, const struct ini_section *section) {
    static const char *const keys[] = {"codes", "outside", "measure", "top", "bottom"};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (ini_entry(section, keys[i]) != NULL)
            BUILD_FAULT(
                builder, section, ini_entry(section, keys[i]),
                "a question with a scale has no codes of its own: move this key to [scale %s] "
                "or "
                "delete it",
                "Eine Frage mit Skala hat keine eigenen Codes: Bitte diesen Schlüssel nach "
                "[scale %s] setzen oder löschen",
                ini_value(section, "scale"));
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
    bool choice = question->type == QUESTION_SINGLE || question->type == QUESTION_MULTI;
    const struct scale *scale = NULL;
    struct code_list *list;
    if (ini_entry(section, "scale") != NULL) {
        check_scale_alone(builder, section);
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
static void check_box_names(struct builder *builder, const struct ini_section *section,
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
    if (question->type == QUESTION_MATRIX)
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

/* min and max as units of 10^-decimals; leading zeros would look like octal and are refused. */
static bool take_bound(struct builder *builder, const struct ini_section *section,
                       const char *key, int decimals, int64_t *value) {
    const struct ini_entry *entry = build_required(builder, section, key);
    if (entry == NULL)
        return false;
    const char *digits = entry->value + (entry->value[0] == '-');
    bool zeros = digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9';
    if (!zeros &&
        number_parse_decimal(entry->value, strlen(entry->value), '.', decimals, value))
        return true;
    BUILD_FAULT(builder, section, entry,
                "bad number '%s': digits, and with decimals = 1 to 3 a point, are needed; no "
                "leading zeros",
                "'%s' ist keine gültige Zahl: nötig sind Ziffern, bei decimals = 1 bis 3 auch "
                "ein Punkt; "
                "keine führenden Nullen",
                entry->value);
    return false;
}

static bool is_within(const struct question *question, const char *word) {
    static const char marks[] = {'.', ','};
    int64_t value;
    for (size_t i = 0; word != NULL && i < sizeof marks; i++)
        if (number_parse_decimal(word, strlen(word), marks[i], question->decimals, &value) &&
            value >= question->minimum && value <= question->maximum)
            return true;
    return false;
}

static void refuse_number(struct builder *builder, const struct ini_section *section,
                          const struct question *question, const char *key, const char *word) {
    if (is_within(question, word))
        BUILD_FAULT(
            builder, section, ini_entry(section, key),
            "'%s' stands for don't know and is a number from min to max too: real answers "
            "would be lost. Lower max, or name it otherwise",
            "'%s' steht für weiß nicht und ist zugleich eine Zahl von min bis max: Echte "
            "Antworten gingen verloren. Bitte max senken oder ein anderes Wort nehmen",
            word);
}

/* Surveys write 99 or -9 for don't know: fine as long as nobody can answer that. */
static void check_dk_numbers(struct builder *builder, const struct ini_section *section,
                             const struct question *question) {
    for (size_t i = 0; i < question->dk_alias_count; i++)
        refuse_number(builder, section, question, "alias.dk", question->dk_aliases[i]);
    for (size_t i = 0; i < builder->questionnaire->language_count; i++)
        refuse_number(builder, section, question, "label.dk", question->dk.in[i]);
}

static void take_number(struct builder *builder, const struct ini_section *section,
                        struct question *question) {
    take_dk(builder, section, question, NULL);
    int64_t otherwise = ini_entry(section, "decimals") == NULL ? 0 : -1;
    question->decimals = (int)build_whole(builder, section, "decimals", 0, 3, otherwise);
    question->total = build_yes(builder, section, "total", false);
    if (question->decimals < 0)
        return;
    bool low = take_bound(builder, section, "min", question->decimals, &question->minimum);
    bool high = take_bound(builder, section, "max", question->decimals, &question->maximum);
    if (!low || !high)
        return;
    const struct ini_entry *entry = ini_entry(section, "max");
    if (question->minimum >= question->maximum)
        BUILD_FAULT(builder, section, entry, "max must be greater than min",
                    "max muss größer sein als min");
    else if (question->maximum - question->minimum >= QUESTIONNAIRE_MAX_STEPS)
        BUILD_FAULT(
            builder, section, entry,
            "from min to max there are %lld values, at most %d are allowed: lower max or "
            "decimals",
            "Von min bis max sind es %lld Werte, erlaubt sind höchstens %d: Bitte max oder "
            "decimals verkleinern",
            (long long)(question->maximum - question->minimum) + 1, QUESTIONNAIRE_MAX_STEPS);
    else
        check_dk_numbers(builder, section, question);
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
    if (question->type == QUESTION_MULTI) {
        take_exclusive(builder, section, list);
        check_box_names(builder, section, list);
    }
    if (question->type == QUESTION_RANKING && count < 2)
        BUILD_FAULT(builder, section, ini_entry(section, "codes"),
                    "a ranking needs at least two options",
                    "Eine Rangfolge braucht mindestens zwei Antworten");
    if (list->count > list->inside)
        BUILD_FAULT(builder, section, NULL, "options of this type cannot be outside of a scale",
                    "Antworten dieses Typs können nicht außerhalb einer Skala stehen");
}

void build_options(struct builder *builder, const struct ini_section *section,
                   struct question *question) {
    enum question_type type = question->type;
    struct code_list *list = NULL;
    if (type <= QUESTION_RANKING)
        list = take_codes(builder, section, question);
    if (list != NULL && type != QUESTION_MATRIX)
        take_addressees(builder, section, list->codes, list->count);
    if (list != NULL && (type == QUESTION_SINGLE || type == QUESTION_MATRIX))
        take_sets(builder, section, question);
    if (list != NULL && type == QUESTION_SINGLE)
        take_consents(builder, section, question);
    if (type == QUESTION_SINGLE || type == QUESTION_MULTI)
        question->boxes = build_tick_words(builder, section);
    if (list != NULL && (type == QUESTION_MULTI || type == QUESTION_RANKING))
        take_picks(builder, section, question, list);
    if (type == QUESTION_MATRIX || type == QUESTION_CONTACT)
        take_rows(builder, section, question);
    if (type == QUESTION_NUMBER)
        take_number(builder, section, question);
}
