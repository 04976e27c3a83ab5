/* What refers to questions: asked_if, [group], [score], [gap]. */
#include <string.h>

#include "survey/questionnaire_build.h"

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
        size_t count = builder->questionnaire->question_count;
        const char **ids = arena_allocate(builder->arena, count, sizeof *ids);
        for (size_t i = 0; i < count; i++)
            ids[i] = builder->questions[i].id;
        build_unknown(builder, section, entry, id, ids, count, "question", "Frage");
    } else if (found >= question) {
        BUILD_FAULT(
            builder, section, entry,
            "'%s' does not stand before this question: nobody can have answered it yet",
            "'%s' steht nicht vor dieser Frage: Noch kann sie niemand beantwortet haben", id);
        found = NULL;
    } else if (found->type != QUESTION_SINGLE && found->type != QUESTION_MULTI) {
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

static void build_coarse(struct builder *builder, const struct ini_section *section,
                         struct grouping *grouping) {
    size_t count;
    const char **names = build_names(builder, section, "coarse", &count);
    struct coarse_level *levels = arena_allocate(builder->arena, count, sizeof *levels);
    const struct code_list *list = grouping->question->codes;
    for (size_t i = 0; i < count; i++) {
        char *key = arena_format(builder->arena, "coarse.%s", names[i]);
        build_id(builder, section, ini_entry(section, key), names[i], false);
        levels[i].id = names[i];
        /* Published rows carry either id as category: one name for two counts would mix them.
         */
        if (code_position(list->codes, list->count, names[i]) >= 0)
            BUILD_FAULT(
                builder, section, ini_entry(section, key),
                "'%s' is an answer code already: the coarse group needs a name of its own",
                "'%s' ist schon ein Antwortcode: Die grobe Gruppe braucht einen eigenen Namen",
                names[i]);
        levels[i].label = build_label(builder, section,
                                      arena_format(builder->arena, "label.%s", names[i]), true);
        levels[i].codes =
            build_positions(builder, section, key, list->codes, list->count, &levels[i].count);
    }
    grouping->coarse = levels;
    grouping->coarse_count = count;
    if (count == 1)
        BUILD_FAULT(
            builder, section, NULL, "one coarse group compares nothing: name two or none",
            "Eine einzige grobe Gruppe vergleicht nichts: Bitte zwei oder keine angeben");
    check_overlap(builder, section, grouping);
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
    } else if (question->type != QUESTION_SINGLE && question->type != QUESTION_TYPES) {
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
        const char **coarse = build_names(builder, section, "coarse", &names);
        struct key_scope scope = {"label", coarse, names};
        build_check_keys(builder, section, QUESTION_TYPES, &scope, 1);
        if (question == NULL || question->type != QUESTION_SINGLE || question->codes == NULL)
            continue;
        struct grouping *grouping = &groupings[builder->questionnaire->grouping_count++];
        grouping->question = question;
        question->grouping = grouping;
        build_coarse(builder, section, grouping);
    }
}

/* Scores and gaps stand beside questions in the results, so that their ids must differ from
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
    if (question->type != QUESTION_MATRIX) {
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

/* The difference of two answers has a meaning only on scales of the same length. */
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
    for (size_t i = 0; i < builder->questionnaire->score_count; i++)
        if (strcmp(builder->questionnaire->scores[i].id, section->id) == 0)
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
