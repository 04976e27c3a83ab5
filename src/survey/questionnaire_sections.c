#include "survey/questionnaire_sections.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "survey/questionnaire_check.h"
#include "survey/questionnaire_questions.h"

/* --- [survey], [section], rules --- */

static bool is_language(const char *word) {
    size_t length = strlen(word);
    return (length == 2 || length == 3) && strspn(word, "abcdefghijklmnopqrstuvwxyz") == length;
}

/* A word that is no language is left out, so that the texts are checked for those that are. */
static void build_languages(struct builder *builder, const struct ini_section *section) {
    struct questionnaire *questionnaire = builder->questionnaire;
    const struct ini_entry *entry = build_required(builder, section, "languages");
    size_t count;
    const char *const *words = build_words(builder, section, "languages", &count);
    const char **languages = arena_allocate(builder->arena, count, sizeof *languages);
    questionnaire->languages = languages;
    if (entry != NULL && count > QUESTIONNAIRE_MAX_LANGUAGES) {
        BUILD_FAULT(builder, section, entry, "%zu languages, at most %d are allowed",
                    "%zu Sprachen, erlaubt sind höchstens %d", count,
                    QUESTIONNAIRE_MAX_LANGUAGES);
        count = QUESTIONNAIRE_MAX_LANGUAGES;
    }
    for (size_t i = 0; i < count; i++) {
        if (!is_language(words[i]))
            BUILD_FAULT(
                builder, section, entry,
                "'%s' is no language: write two or three small letters, such as de or en",
                "'%s' ist keine Sprache: Bitte zwei oder drei kleine Buchstaben schreiben, "
                "zum Beispiel de oder en",
                words[i]);
        else if (questionnaire_language(questionnaire, words[i]) >= 0)
            BUILD_FAULT(builder, section, entry, "the language '%s' is named twice",
                        "Die Sprache '%s' steht doppelt", words[i]);
        else
            languages[questionnaire->language_count++] = words[i];
    }
}

static double build_confidence(struct builder *builder, const struct ini_section *section) {
    const struct ini_entry *entry = ini_entry(section, "confidence");
    double value = 0.95;
    if (entry == NULL || entry->value[0] == '\0')
        return value;
    if (strspn(entry->value, "0123456789.") != strlen(entry->value) ||
        !number_parse_double(entry->value, strlen(entry->value), &value) || value < 0.5 ||
        value > 0.999)
        BUILD_FAULT(
            builder, section, entry,
            "'%s' is no confidence level: write a number from 0.5 to 0.999, such as 0.95",
            "'%s' ist kein Vertrauensniveau: Bitte eine Zahl von 0.5 bis 0.999 schreiben, "
            "zum Beispiel 0.95",
            entry->value);
    return value;
}

static void build_field_time(struct builder *builder, const struct ini_section *section) {
    struct questionnaire *questionnaire = builder->questionnaire;
    questionnaire->field_from = build_date(builder, section, "field_from");
    questionnaire->field_to = build_date(builder, section, "field_to");
    questionnaire->next_meeting = build_date(builder, section, "next_meeting");
    /* Dates of this form sort like strings. */
    if (questionnaire->field_from != NULL && questionnaire->field_to != NULL &&
        strcmp(questionnaire->field_from, questionnaire->field_to) > 0)
        BUILD_FAULT(builder, section, ini_entry(section, "field_to"),
                    "the survey ends before it begins (%s)",
                    "Die Umfrage endet, bevor sie beginnt (%s)", questionnaire->field_from);
}

void build_survey(struct builder *builder) {
    struct questionnaire *questionnaire = builder->questionnaire;
    size_t at = 0;
    const struct ini_section *section = build_next(builder, "survey", &at);
    if (section == NULL) {
        static const struct ini_section missing = {"survey", "", 0, NULL, 0};
        BUILD_FAULT(builder, &missing, NULL, "the section is missing", "Der Abschnitt fehlt");
        return;
    }
    build_languages(builder, section);
    const struct ini_entry *id = build_required(builder, section, "id");
    if (id != NULL && build_id(builder, section, id, id->value, false))
        questionnaire->id = id->value;
    questionnaire->title = build_label(builder, section, "title", true);
    questionnaire->confidence = build_confidence(builder, section);
    questionnaire->invited = build_whole(builder, section, "invited", 1, 1000000000, 0);
    questionnaire->seed =
        (uint64_t)build_whole(builder, section, "seed", 0, 999999999999999999, 1);
    questionnaire->draft = build_yes(builder, section, "draft", false);
    questionnaire->receipt = build_yes(builder, section, "receipt", false);
    build_field_time(builder, section);
    questionnaire->next_topic = build_label(builder, section, "next_topic", false);
    questionnaire->publisher = build_label(builder, section, "publisher", false);
    questionnaire->contact = build_label(builder, section, "contact", false);
    questionnaire->event = build_label(builder, section, "event", false);
    questionnaire->audience = build_label(builder, section, "audience", false);
    questionnaire->population = build_label(builder, section, "population", false);
    build_check_keys(builder, section, QUESTION_TYPES, NULL, 0);
}

void build_sections(struct builder *builder) {
    struct questionnaire *questionnaire = builder->questionnaire;
    size_t at = 0, count = build_count(builder, "section");
    builder->sections = arena_allocate(builder->arena, count, sizeof *builder->sections);
    questionnaire->sections = builder->sections;
    const struct ini_section *section;
    while ((section = build_next(builder, "section", &at)) != NULL) {
        builder->sections[questionnaire->section_count++] =
            (struct section){section->id, build_label(builder, section, "title", true),
                             build_label(builder, section, "comment", false)};
        build_check_keys(builder, section, QUESTION_TYPES, NULL, 0);
    }
}

static void build_privacy(struct builder *builder, const struct ini_section *section) {
    struct questionnaire *questionnaire = builder->questionnaire;
    /* Thresholds may be raised, never set below 3 (privacy rules P1 to P3). */
    questionnaire->min_report = build_whole(builder, section, "min_report", 3, 1000, 5);
    questionnaire->min_group = build_whole(builder, section, "min_group", 3, 1000, 5);
    questionnaire->min_cell = build_whole(builder, section, "min_cell", 3, 1000, 3);
    questionnaire->controller = build_label(builder, section, "controller", false);
    questionnaire->purpose = build_label(builder, section, "purpose", false);
    for (size_t i = 0; i < PRIVACY_TEXTS; i++)
        questionnaire->privacy_texts[i] =
            build_label(builder, section, privacy_text_key((enum privacy_text)i), false);
    questionnaire->delete_raw_by = build_date(builder, section, "delete_raw_by");
    questionnaire->delete_contact_by = build_date(builder, section, "delete_contact_by");
    static const char *const keys[] = {"delete_raw_by", "delete_contact_by"};
    const char *dates[] = {questionnaire->delete_raw_by, questionnaire->delete_contact_by};
    for (size_t i = 0; i < 2; i++)
        if (dates[i] != NULL && questionnaire->field_to != NULL &&
            strcmp(dates[i], questionnaire->field_to) < 0)
            BUILD_FAULT(builder, section, ini_entry(section, keys[i]),
                        "to be deleted before the survey ends (%s)",
                        "Löschung vor dem Ende der Umfrage (%s)", questionnaire->field_to);
    build_check_keys(builder, section, QUESTION_TYPES, NULL, 0);
}

static void build_report(struct builder *builder, const struct ini_section *section) {
    struct questionnaire *questionnaire = builder->questionnaire;
    if (ini_entry(section, "breakdown") != NULL)
        questionnaire->breakdown = build_reference(builder, section, "breakdown");
    if (questionnaire->breakdown != NULL && !question_has_one_code(questionnaire->breakdown))
        BUILD_FAULT(builder, section, ini_entry(section, "breakdown"),
                    "the question must be of type single",
                    "Die Frage muss vom Typ single sein");
    questionnaire->exchange = build_label(builder, section, "exchange", false);
    questionnaire->neutral = build_label(builder, section, "neutral", false);
    questionnaire->board = build_label(builder, section, "board", false);
    build_check_keys(builder, section, QUESTION_TYPES, NULL, 0);
}

static void build_ingest(struct builder *builder, const struct ini_section *section) {
    struct ingest_rules *rules = &builder->questionnaire->ingest;
    const struct ini_entry *id = ini_entry(section, "id");
    rules->ignore = build_export_words(builder, section, "ignore");
    rules->missing = build_export_words(builder, section, "missing");
    rules->tick_cells = build_tick_words(builder, section);
    rules->no_id = id != NULL && strcmp(id->value, "none") == 0;
    rules->id = id != NULL && !rules->no_id ? id->value : NULL;
    build_check_keys(builder, section, QUESTION_TYPES, NULL, 0);
}

void build_rules(struct builder *builder) {
    static const struct {
        const char *kind;
        void (*build)(struct builder *, const struct ini_section *);
    } sections[] = {
        {"privacy", build_privacy}, {"report", build_report}, {"ingest", build_ingest}};
    for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i++) {
        size_t at = 0;
        const struct ini_section *section = build_next(builder, sections[i].kind, &at);
        if (section != NULL)
            sections[i].build(builder, section);
    }
}

static void say_type(struct builder *builder, const struct ini_section *section,
                     const struct ini_entry *entry, const char *type) {
    BUILD_FAULT(builder, section, entry, "the question must be of type %s",
                "Die Frage muss vom Typ %s sein", type);
}

/* --- asked_if --- */

/* The question that the first word names: of a type with answers to choose, and put before. */
static const struct question *find_condition(struct builder *builder,
                                             const struct ini_section *section,
                                             const struct question *question, const char *id) {
    const struct ini_entry *entry = ini_entry(section, "asked_if");
    const struct question *found = build_find_question(builder, id);
    if (found == NULL) {
        build_unknown_question(builder, section, entry, id);
    } else if (found >= question) {
        BUILD_FAULT(
            builder, section, entry,
            "'%s' does not stand before this question: nobody can have answered it yet",
            "'%s' steht nicht vor dieser Frage: Noch kann sie niemand beantwortet haben", id);
        found = NULL;
    } else if (!question_has_one_code(found) && question_answer(found) != ANSWER_TICK) {
        if (found->type != QUESTION_TYPES)
            BUILD_FAULT(builder, section, entry, "the question must be of type single or multi",
                        "Die Frage muss vom Typ single oder multi sein");
        found = NULL;
    }
    return found;
}

static void take_condition_code(struct builder *builder, const struct ini_section *section,
                                struct condition *condition, size_t *codes, const char *word) {
    const struct question *question = condition->question;
    const struct code_list *list = question->codes;
    const struct ini_entry *entry = ini_entry(section, "asked_if");
    int position = code_position(list->codes, list->count, word);
    bool dk = question->has_dk && strcmp(word, "dk") == 0;
    bool twice = dk && condition->dk;
    for (size_t i = 0; i < condition->count; i++)
        twice = twice || (int)codes[i] == position;
    if (position < 0 && !dk)
        build_unknown(builder, section, entry, word,
                      build_ids(builder, list->codes, list->count, question->has_dk),
                      list->count + question->has_dk, "code", "Code");
    else if (twice)
        BUILD_FAULT(builder, section, entry, "'%s' is named twice", "'%s' steht doppelt", word);
    else if (dk)
        condition->dk = true;
    else
        codes[condition->count++] = (size_t)position;
}

static void build_condition(struct builder *builder, const struct ini_section *section,
                            struct question *question) {
    const struct ini_entry *entry = ini_entry(section, "asked_if");
    size_t count;
    const char *const *words = build_words(builder, section, "asked_if", &count);
    if (count == 0)
        return;
    if ((question->roles & ROLE_CONSENT_PARTICIPATION) != 0)
        BUILD_FAULT(builder, section, entry,
                    "consent to take part is asked of everybody: delete this key",
                    "Um die Zustimmung zur Teilnahme werden alle gebeten: Bitte löschen");
    if (count == 1)
        BUILD_FAULT(builder, section, entry,
                    "which answers? Write asked_if = QUESTION CODE, with one code or more",
                    "Welche Antworten? Bitte asked_if = FRAGE CODE schreiben, mit einem Code "
                    "oder mehreren");
    struct condition *condition = &question->asked_if;
    condition->question = find_condition(builder, section, question, words[0]);
    if (condition->question == NULL || condition->question->codes == NULL)
        return;
    size_t *codes = arena_allocate(builder->arena, count, sizeof *codes);
    for (size_t i = 1; i < count; i++)
        take_condition_code(builder, section, condition, codes, words[i]);
    condition->codes = codes;
}

void build_conditions(struct builder *builder) {
    for (size_t i = 0; i < builder->questionnaire->question_count; i++)
        build_condition(builder, builder->question_sections[i], &builder->questions[i]);
}

/* --- [group] --- */

/* A fine code belongs to one coarse one at most, else the coarse groups would overlap. */
static void check_overlap(struct builder *builder, const struct ini_section *section,
                          const struct grouping *grouping) {
    const struct code_list *list = grouping->question->codes;
    bool *seen = arena_allocate(builder->arena, list->count, sizeof *seen);
    for (size_t i = 0; i < grouping->coarse_count; i++) {
        const struct coarse_level *level = &grouping->coarse[i];
        for (size_t k = 0; k < level->count; k++) {
            if (seen[level->codes[k]])
                BUILD_FAULT(
                    builder, section,
                    ini_entry(section, arena_format(builder->arena, "coarse.%s", level->id)),
                    "'%s' is in two coarse groups: it can be in one only",
                    "'%s' steht in zwei groben Gruppen: Es darf nur in einer stehen",
                    list->codes[level->codes[k]].id);
            seen[level->codes[k]] = true;
        }
    }
}

/* Published rows carry a code or a coarse level as category: one name for two counts would mix
 * them. */
static struct coarse_level build_level(struct builder *builder,
                                       const struct ini_section *section,
                                       const struct code_list *list, const char *name) {
    char *key = arena_format(builder->arena, "coarse.%s", name);
    const struct ini_entry *entry = ini_entry(section, key);
    struct coarse_level level = {.id = name};
    build_id(builder, section, entry != NULL ? entry : ini_entry(section, "rest"), name, false);
    if (code_position(list->codes, list->count, name) >= 0)
        BUILD_FAULT(
            builder, section, entry,
            "'%s' is an answer code already: the coarse group needs a name of its own",
            "'%s' ist schon ein Antwortcode: Die grobe Gruppe braucht einen eigenen Namen",
            name);
    level.label =
        build_label(builder, section, arena_format(builder->arena, "label.%s", name), true);
    if (entry != NULL)
        level.codes =
            build_positions(builder, section, key, list->codes, list->count, &level.count);
    return level;
}

/* The coarser groups by their names. The one for the rest need hold no answer, and then has no
 * key of its own. */
static const char **coarse_names(struct builder *builder, const struct ini_section *section,
                                 size_t *count) {
    const char **named = build_names(builder, section, "coarse", count);
    const struct ini_entry *rest = ini_entry(section, "rest");
    for (size_t i = 0; i < *count && rest != NULL; i++)
        if (strcmp(named[i], rest->value) == 0)
            return named;
    if (rest == NULL || rest->value[0] == '\0')
        return named;
    const char **names = arena_allocate(builder->arena, *count + 1, sizeof *names);
    for (size_t i = 0; i < *count; i++)
        names[i] = named[i];
    names[(*count)++] = rest->value;
    return names;
}

/* Of the answers, those that no other level names. */
static void fill_rest(struct builder *builder, const struct grouping *grouping,
                      struct coarse_level *rest) {
    const struct code_list *list = grouping->question->codes;
    bool *taken = arena_allocate(builder->arena, list->count, sizeof *taken);
    size_t *codes = arena_allocate(builder->arena, list->count, sizeof *codes);
    for (size_t i = 0; i < grouping->coarse_count; i++)
        for (size_t k = 0; k < grouping->coarse[i].count && &grouping->coarse[i] != rest; k++)
            taken[grouping->coarse[i].codes[k]] = true;
    rest->rest = true;
    rest->count = 0;
    rest->codes = codes;
    for (size_t i = 0; i < list->count; i++)
        if (!taken[i])
            codes[rest->count++] = i;
}

static void build_coarse(struct builder *builder, const struct ini_section *section,
                         struct grouping *grouping) {
    const struct ini_entry *named = ini_entry(section, "rest");
    const char *rest = named != NULL ? named->value : "rest";
    size_t count;
    const char **names = coarse_names(builder, section, &count);
    struct coarse_level *levels = arena_allocate(builder->arena, count, sizeof *levels);
    for (size_t i = 0; i < count; i++)
        levels[i] = build_level(builder, section, grouping->question->codes, names[i]);
    grouping->coarse = levels;
    grouping->coarse_count = count;
    if (count == 1)
        BUILD_FAULT(
            builder, section, NULL, "one coarse group compares nothing: name two or none",
            "Eine einzige grobe Gruppe vergleicht nichts: Bitte zwei oder keine angeben");
    check_overlap(builder, section, grouping);
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], rest) == 0)
            fill_rest(builder, grouping, &levels[i]);
}

static const char *invited_key(struct builder *builder, const char *code) {
    return arena_format(builder->arena, "invited.%s", code);
}

/* Who was invited belongs to one of the codes: else nothing would be known of any of them. */
static void check_invited(struct builder *builder, const struct ini_section *section,
                          const struct grouping *grouping, int64_t sum) {
    const struct code_list *list = grouping->question->codes;
    const struct ini_entry *entry = ini_entry(section, invited_key(builder, list->codes[0].id));
    int64_t invited = builder->questionnaire->invited;
    size_t at = 0;
    const struct ini_section *survey = build_next(builder, "survey", &at);
    if (invited == 0 && survey != NULL && ini_entry(survey, "invited") != NULL)
        return; /* it is no number, which is said there */
    if (invited == 0)
        BUILD_FAULT(builder, section, entry,
                    "[survey] does not say how many were invited: write invited = %lld there",
                    "[survey] sagt nicht, wie viele eingeladen waren: Bitte dort invited = "
                    "%lld schreiben",
                    (long long)sum);
    else if (sum != invited)
        BUILD_FAULT(builder, section, entry,
                    "all invited.CODE add up to %lld, but [survey] has invited = %lld: correct "
                    "one of them",
                    "Alle invited.CODE ergeben zusammen %lld, in [survey] steht aber invited = "
                    "%lld: Bitte eines davon berichtigen",
                    (long long)sum, (long long)invited);
}

/* How many of each code were invited: of all inside the scale or of none. */
static void build_invited(struct builder *builder, const struct ini_section *section,
                          struct grouping *grouping) {
    const struct code_list *list = grouping->question->codes;
    int64_t *invited = arena_allocate(builder->arena, list->inside + 1, sizeof *invited);
    int64_t sum = 0;
    size_t given = 0, faults = diag_count(builder->diag, DIAG_ERROR);
    for (size_t i = 0; i < list->inside; i++)
        given += ini_entry(section, invited_key(builder, list->codes[i].id)) != NULL;
    if (given == 0)
        return;
    for (size_t i = 0; i < list->inside; i++) {
        const char *key = invited_key(builder, list->codes[i].id);
        if (ini_entry(section, key) == NULL)
            BUILD_FAULT(
                builder, section, NULL,
                "%s is missing: write it for all codes of the question, or for none; 0 for an "
                "answer such as 'no statement'",
                "%s fehlt: Bitte für alle Codes der Frage angeben oder für keinen; 0 für eine "
                "Antwort wie 'keine Angabe'",
                key);
        invited[i] = build_whole(builder, section, key, 0, 1000000000, 0);
        sum += invited[i];
    }
    grouping->invited = invited;
    if (diag_count(builder->diag, DIAG_ERROR) == faults)
        check_invited(builder, section, grouping, sum);
}

/* The id of a [group] is the id of its question. */
static struct question *find_group_question(struct builder *builder,
                                            const struct ini_section *section) {
    struct question *question = build_find_question(builder, section->id);
    if (question == NULL) {
        size_t count = builder->questionnaire->question_count;
        const char **ids = arena_allocate(builder->arena, count, sizeof *ids);
        for (size_t i = 0; i < count; i++)
            ids[i] = builder->questions[i].id;
        build_unknown(builder, section, NULL, section->id, ids, count, "question", "Frage");
    } else if (!question_has_one_code(question) && question->type != QUESTION_TYPES) {
        say_type(builder, section, NULL, "single");
    }
    return question;
}

void build_groupings(struct builder *builder) {
    size_t at = 0, count = build_count(builder, "group");
    struct grouping *groupings = arena_allocate(builder->arena, count, sizeof *groupings);
    builder->questionnaire->groupings = groupings;
    const struct ini_section *section;
    while ((section = build_next(builder, "group", &at)) != NULL) {
        struct question *question = find_group_question(builder, section);
        size_t names;
        const char **coarse = coarse_names(builder, section, &names);
        const struct code_list *list =
            question != NULL && question_has_one_code(question) ? question->codes : NULL;
        struct key_scope scopes[] = {
            {.name = "label", .ids = coarse, .count = names},
            {.name = "invited",
             .ids = list != NULL ? build_ids(builder, list->codes, list->inside, false) : NULL,
             .count = list != NULL ? list->inside : 0}};
        build_check_keys(builder, section, QUESTION_TYPES, scopes, 2);
        if (question == NULL || !question_has_one_code(question) || question->codes == NULL)
            continue;
        struct grouping *grouping = &groupings[builder->questionnaire->grouping_count++];
        grouping->question = question;
        question->grouping = grouping;
        build_coarse(builder, section, grouping);
        build_invited(builder, section, grouping);
    }
}

/* Scores and gaps are beside questions in the results, so that their ids must differ from
 * those. */
static void check_result_id(struct builder *builder, const struct ini_section *section) {
    const struct question *question = build_find_question(builder, section->id);
    if (question != NULL)
        BUILD_FAULT(
            builder, section, NULL,
            "the id '%s' belongs to a question already (line %zu): choose another",
            "Den Namen '%s' hat schon eine Frage (Zeile %zu): Bitte einen anderen wählen",
            section->id, question->line);
}

static const struct question *find_ordinal_matrix(struct builder *builder,
                                                  const struct ini_section *section,
                                                  const char *key) {
    const struct question *question = build_reference(builder, section, key);
    if (question == NULL || question->type == QUESTION_TYPES)
        return NULL;
    const struct ini_entry *entry = ini_entry(section, key);
    if (!question_has_rows(question)) {
        say_type(builder, section, entry, "matrix");
        return NULL;
    }
    if (question->codes == NULL || question->codes->inside == 0 || question->row_count == 0)
        return NULL;
    if (question->codes->measure != MEASURE_ORDINAL)
        BUILD_FAULT(
            builder, section, entry, "the answers of '%s' have no order: measure = ordinal",
            "Die Antworten von '%s' haben keine Reihenfolge: measure = ordinal", question->id);
    return question;
}

/* Without `rows`, all rows of the matrix. */
static void build_score_rows(struct builder *builder, const struct ini_section *section,
                             struct score *score) {
    const struct question *question = score->question;
    score->rows = build_positions(builder, section, "rows", question->rows, question->row_count,
                                  &score->count);
    if (ini_entry(section, "rows") == NULL) {
        size_t *rows = arena_allocate(builder->arena, question->row_count, sizeof *rows);
        for (size_t i = 0; i < question->row_count; i++)
            rows[i] = i;
        score->rows = rows;
        score->count = question->row_count;
    }
    size_t words;
    build_words(builder, section, "rows", &words);
    if (score->count < 2 && words < 2)
        BUILD_FAULT(builder, section, ini_entry(section, "rows"),
                    "a score needs at least two rows",
                    "Ein Score braucht mindestens zwei Zeilen");
}

void build_scores(struct builder *builder) {
    size_t at = 0, count = build_count(builder, "score");
    struct score *scores = arena_allocate(builder->arena, count, sizeof *scores);
    builder->questionnaire->scores = scores;
    const struct ini_section *section;
    while ((section = build_next(builder, "score", &at)) != NULL) {
        struct score *score = &scores[builder->questionnaire->score_count++];
        *score = (struct score){.id = section->id,
                                .title = build_label(builder, section, "title", true)};
        check_result_id(builder, section);
        score->question = find_ordinal_matrix(builder, section, "question");
        if (score->question != NULL)
            build_score_rows(builder, section, score);
        build_check_keys(builder, section, QUESTION_TYPES, NULL, 0);
    }
}

static bool same_codes(const struct code *a, size_t a_count, const struct code *b,
                       size_t b_count) {
    bool same = a_count == b_count;
    for (size_t i = 0; same && i < a_count; i++)
        same = strcmp(a[i].id, b[i].id) == 0;
    return same;
}

static bool same_numbers(const struct code_list *a, const struct code_list *b) {
    bool same = (a->values == NULL) == (b->values == NULL);
    for (size_t i = 0; same && i < a->inside; i++)
        same = code_list_number(a, i) == code_list_number(b, i);
    return same;
}

/* The difference of two answers has a meaning only on scales of the same length and values. */
static void check_gap(struct builder *builder, const struct ini_section *section,
                      const struct gap *gap) {
    const struct question *a = gap->importance, *b = gap->satisfaction;
    if (a == b)
        BUILD_FAULT(builder, section, ini_entry(section, "satisfaction"),
                    "importance and satisfaction are the same question",
                    "importance und satisfaction sind dieselbe Frage");
    if (!same_codes(a->rows, a->row_count, b->rows, b->row_count))
        BUILD_FAULT(builder, section, NULL,
                    "'%s' and '%s' must have the same rows in the same order",
                    "'%s' und '%s' müssen dieselben Zeilen in derselben Reihenfolge haben",
                    a->id, b->id);
    if (a->codes->inside != b->codes->inside)
        BUILD_FAULT(builder, section, NULL,
                    "the scales of '%s' and '%s' must be of the same length",
                    "Die Skalen von '%s' und '%s' müssen gleich lang sein", a->id, b->id);
    else if (!same_numbers(a->codes, b->codes))
        BUILD_FAULT(builder, section, NULL,
                    "the scales of '%s' and '%s' must have the same values",
                    "Die Skalen von '%s' und '%s' müssen dieselben Werte haben", a->id, b->id);
}

/* Only answers beside the scale: what is on it is satisfied or not by its place. */
static void build_unmet_codes(struct builder *builder, const struct ini_section *section,
                              struct gap *gap) {
    const struct code_list *codes = gap->satisfaction->codes;
    const size_t *beside =
        build_positions(builder, section, "unmet_codes", codes->codes + codes->inside,
                        codes->count - codes->inside, &gap->unmet_count);
    size_t *positions = arena_allocate(builder->arena, gap->unmet_count + 1, sizeof *positions);
    for (size_t i = 0; i < gap->unmet_count; i++)
        positions[i] = codes->inside + beside[i];
    gap->unmet_codes = positions;
}

static void check_score_id(struct builder *builder, const struct ini_section *section) {
    if (questionnaire_score(builder->questionnaire, section->id) != NULL)
        BUILD_FAULT(builder, section, NULL, "the id '%s' belongs to a score already",
                    "Den Namen '%s' hat schon ein Score", section->id);
}

void build_gaps(struct builder *builder) {
    size_t at = 0, count = build_count(builder, "gap");
    struct gap *gaps = arena_allocate(builder->arena, count, sizeof *gaps);
    builder->questionnaire->gaps = gaps;
    const struct ini_section *section;
    while ((section = build_next(builder, "gap", &at)) != NULL) {
        struct gap *gap = &gaps[builder->questionnaire->gap_count++];
        gap->id = section->id;
        gap->title = build_label(builder, section, "title", true);
        check_result_id(builder, section);
        check_score_id(builder, section);
        gap->importance = find_ordinal_matrix(builder, section, "importance");
        gap->satisfaction = find_ordinal_matrix(builder, section, "satisfaction");
        if (gap->importance != NULL && gap->satisfaction != NULL)
            check_gap(builder, section, gap);
        if (gap->satisfaction != NULL)
            build_unmet_codes(builder, section, gap);
        build_check_keys(builder, section, QUESTION_TYPES, NULL, 0);
    }
}

/* --- ready-made sentences, and the organiser's decisions: [text], [recode] --- */

void build_passages(struct builder *builder) {
    size_t at = 0, count = build_count(builder, "text");
    struct passage *passages = arena_allocate(builder->arena, count, sizeof *passages);
    builder->questionnaire->passages = passages;
    const struct ini_section *section;
    while ((section = build_next(builder, "text", &at)) != NULL) {
        passages[builder->questionnaire->passage_count++] = (struct passage){
            section->id, section->line, build_label(builder, section, "title", true),
            build_label(builder, section, "text", true),
            build_label(builder, section, "addressee", false)};
        build_check_keys(builder, section, QUESTION_TYPES, NULL, 0);
    }
}

/* A recode while the questions' lists are not yet cut. */
struct draft {
    const struct question *question;
    struct recode recode;
};

static bool build_recode(struct builder *builder, const struct ini_section *section,
                         struct draft *draft) {
    const struct ini_entry *answer = build_required(builder, section, "answer");
    const struct ini_entry *code = build_required(builder, section, "code");
    draft->question = build_reference(builder, section, "question");
    build_check_keys(builder, section, QUESTION_TYPES, NULL, 0);
    if (draft->question == NULL || draft->question->type == QUESTION_TYPES)
        return false;
    if (!question_offers_codes(draft->question)) {
        BUILD_FAULT(builder, section, ini_entry(section, "question"),
                    "a question of type %s has no codes to recode to",
                    "Eine Frage vom Typ %s hat keine Codes, die zuzuordnen wären",
                    question_type_name(draft->question->type));
        return false;
    }
    const struct code_list *list = draft->question->codes;
    if (answer == NULL || code == NULL || list == NULL)
        return false;
    size_t count;
    const size_t *positions =
        build_positions(builder, section, "code", list->codes, list->count, &count);
    if (count > 1)
        BUILD_FAULT(builder, section, code, "one answer means one code",
                    "Eine Antwort bedeutet genau einen Code");
    if (count != 1)
        return false;
    const struct ini_entry *why = ini_entry(section, "why");
    draft->recode =
        (struct recode){answer->value, positions[0], why != NULL ? why->value : NULL};
    return true;
}

static void hand_out(struct builder *builder, const struct draft *drafts, size_t count) {
    for (size_t i = 0; i < builder->questionnaire->question_count; i++) {
        struct question *question = &builder->questions[i];
        for (size_t k = 0; k < count; k++)
            question->recode_count += drafts[k].question == question;
        if (question->recode_count == 0)
            continue;
        struct recode *recodes =
            arena_allocate(builder->arena, question->recode_count, sizeof *recodes);
        question->recodes = recodes;
        for (size_t k = 0; k < count; k++)
            if (drafts[k].question == question)
                *recodes++ = drafts[k].recode;
    }
}

void build_recodes(struct builder *builder) {
    size_t at = 0, count = 0;
    struct draft *drafts = memory_allocate(build_count(builder, "recode"), sizeof *drafts);
    const struct ini_section *section;
    while ((section = build_next(builder, "recode", &at)) != NULL)
        count += build_recode(builder, section, &drafts[count]);
    if (count > 0)
        hand_out(builder, drafts, count);
    free(drafts);
}
