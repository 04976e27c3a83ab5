#include "nachlese/difference.h"

#include <stdbool.h>
#include <string.h>

#include "survey/view.h"

/* From so many accepted answers on, a survey has tables by more than one grouping (P3). */
enum { SEVERAL_GROUPINGS = 100 };

static const struct difference_verdict safe = {DIFFERENCE_SAFE, ""};

int8_t difference_code(const struct variable *variable, const struct answer *answer) {
    switch (answer->state) {
    case ANSWER_GIVEN:
        return variable->kind == ANSWER_NUMBER || variable->kind == ANSWER_TEXT
                   ? 1
                   : (int8_t)answer->value;
    case ANSWER_DONT_KNOW:
        return CODED_DONT_KNOW;
    case ANSWER_NOT_SHOWN:
        return CODED_NOT_SHOWN;
    case ANSWER_INVALID:
        return CODED_INVALID;
    case ANSWER_SKIPPED:
        break;
    }
    return CODED_SKIPPED;
}

static bool is_few(int64_t people, int64_t threshold) {
    return people > 0 && people < threshold;
}

/* The answers of a record to a question. */
static const int8_t *answers_to(const struct difference *difference, size_t record,
                                const struct question *question) {
    return difference->answers + record * difference->questionnaire->variable_count +
           question->first_variable;
}

/* --- what counts as an answer --- */

/* Two options with the same rank. */
static bool is_contradictory(const struct question *question, const int8_t *answers) {
    bool seen[QUESTIONNAIRE_MAX_CODES + 1] = {false};
    for (size_t i = 0; i < question->codes->inside; i++) {
        if (answers[i] <= 0)
            continue;
        if (seen[answers[i]])
            return true;
        seen[answers[i]] = true;
    }
    return false;
}

/* Several columns together: a tick or rank is an answer, unless another column contradicts. */
static bool has_choice(const struct question *question, const int8_t *answers) {
    bool chosen = false;
    for (size_t i = 0; i < question->codes->count; i++) {
        if (answers[i] == CODED_INVALID || answers[i] == CODED_DONT_KNOW)
            return false;
        chosen = chosen || answers[i] > 0;
    }
    return chosen &&
           !(question->type == QUESTION_RANKING && is_contradictory(question, answers));
}

/* Whether the question, or that row of it, was answered, inside the scale where it has codes.
 */
static bool is_answered(const struct question *question, size_t row, const int8_t *answers) {
    if (question_has_options(question))
        return has_choice(question, answers);
    if (question_offers_codes(question))
        return answers[row] >= 0 && (size_t)answers[row] < question->codes->inside;
    return answers[row] >= 0;
}

/* Ranks closed up: 1 for the best that was given; 0: none. */
static size_t find_place(const struct question *question, size_t option,
                         const int8_t *answers) {
    size_t place = 1;
    for (size_t i = 0; answers[option] > 0 && i < question->codes->inside; i++)
        place += answers[i] > 0 && answers[i] < answers[option];
    return answers[option] > 0 ? place : 0;
}

static size_t places_allowed(const struct question *question) {
    bool limited = question->max_choices > 0 && question->max_choices < question->codes->inside;
    return limited ? question->max_choices : question->codes->inside;
}

/* --- tables by group --- */

/* A table with all of its counts: of the grouping one column a code, and one for who is in
 * none. What is safe there is safe by any coarser groups and any class of answers, too. */
struct table {
    const struct question *question;
    size_t item; /* row or option */
    const struct grouping *grouping;
};

/* Those of a level: all, those who answered, and how many gave each answer. */
struct level {
    int64_t size, base;
    int64_t cells[QUESTIONNAIRE_MAX_CODES];
};

static size_t level_count(const struct table *table) {
    return table->grouping->question->codes->inside;
}

static size_t find_level(const struct difference *difference, size_t record,
                         const struct table *table) {
    int8_t answer = answers_to(difference, record, table->grouping->question)[0];
    size_t none = level_count(table);
    return answer >= 0 && (size_t)answer < none ? (size_t)answer : none;
}

/* How many counts a level has. */
static size_t cell_count(const struct table *table) {
    switch (question_answer(table->question)) {
    case ANSWER_TICK:
        return 1;
    case ANSWER_PLACE:
        return places_allowed(table->question);
    default:
        return table->question->codes->inside;
    }
}

/* The count that an answer is in; cell_count where in none. */
static size_t find_cell(const struct table *table, const int8_t *answers) {
    size_t none = cell_count(table), place;
    switch (question_answer(table->question)) {
    case ANSWER_TICK:
        return answers[table->item] > 0 ? 0 : none;
    case ANSWER_PLACE:
        place = find_place(table->question, table->item, answers);
        return place > 0 && place <= none ? place - 1 : none;
    default:
        return (size_t)answers[table->item];
    }
}

static struct level count_level(const struct difference *difference, const struct table *table,
                                size_t wanted) {
    struct level level = {0};
    for (size_t record = 0; record < difference->count; record++) {
        if (find_level(difference, record, table) != wanted)
            continue;
        const int8_t *answers = answers_to(difference, record, table->question);
        level.size++;
        if (!is_answered(table->question, table->item, answers))
            continue;
        level.base++;
        size_t cell = find_cell(table, answers);
        if (cell < cell_count(table))
            level.cells[cell]++;
    }
    return level;
}

/* A small group that is of one mind gives each of its members away (P5). Where one class alone
 * is counted, nobody in it is as telling as everybody. */
static bool is_unanimous(const struct table *table, const struct level *level, int64_t count,
                         int64_t min_cell) {
    bool one_class = cell_count(table) == 1;
    return is_few(level->base, 3 * min_cell) &&
           (count == level->base || (one_class && count == 0));
}

static bool level_is_safe(const struct questionnaire *questionnaire, const struct table *table,
                          const struct level *level) {
    bool sensitive = (table->question->roles & ROLE_SENSITIVE) != 0;
    if (is_few(level->base, questionnaire->min_group))
        return false;
    for (size_t i = 0; i < cell_count(table); i++) {
        int64_t count = level->cells[i];
        if (is_few(count, questionnaire->min_cell))
            return false;
        if (sensitive && (is_few(level->base - count, questionnaire->min_cell) ||
                          is_unanimous(table, level, count, questionnaire->min_cell)))
            return false;
    }
    return true;
}

static bool table_is_safe(const struct difference *difference, const struct table *table) {
    for (size_t i = 0; i <= level_count(table); i++) {
        struct level level = count_level(difference, table, i);
        if (!level_is_safe(difference->questionnaire, table, &level))
            return false;
    }
    return true;
}

/* --- the tables of the release --- */

static const struct grouping *find_grouping(const struct questionnaire *questionnaire,
                                            const char *by) {
    for (size_t i = 0; i < questionnaire->grouping_count; i++)
        if (results_by_is(by, questionnaire->groupings[i].question->id))
            return &questionnaire->groupings[i];
    return NULL;
}

/* The row of a matrix, 0 for a question without rows; -1 where it is not known. */
static int find_row(const struct question *question, const char *item) {
    return question_has_rows(question)
               ? code_position(question->rows, question->row_count, item)
               : 0;
}

/* How many of the added are counted in the question, or in that row of it. */
static int64_t count_answered(const struct difference *difference,
                              const struct question *question, size_t row) {
    int64_t count = 0;
    for (size_t i = 0; i < difference->count; i++)
        count += is_answered(question, row, answers_to(difference, i, question));
    return count;
}

/* What one row `view` says; what cannot be understood is not safe. A table that is not shown
 * whole stays so although something was added to it, and that tells which of its counts is the
 * small one: there only nothing is safe. Where an option is shown, what another one has may
 * follow from it. */
static enum difference_reason judge_view(const struct difference *difference,
                                         const struct result *row) {
    const struct questionnaire *questionnaire = difference->questionnaire;
    struct table table = {.question = questionnaire_question(questionnaire, row->question),
                          .grouping = find_grouping(questionnaire, row->by)};
    enum view view = view_find(difference->published, row->question, row->item, row->by).view;
    int item = table.question != NULL ? find_row(table.question, row->item) : -1;
    if (item < 0 || table.grouping == NULL || !question_offers_codes(table.question))
        return DIFFERENCE_SMALL_CELL;
    if (view != VIEW_ALL && count_answered(difference, table.question, (size_t)item) > 0)
        return DIFFERENCE_NOT_WHOLE;
    bool options = question_has_options(table.question);
    size_t end = options ? table.question->codes->inside : (size_t)item + 1;
    for (table.item = options ? 0 : (size_t)item; table.item < end; table.item++)
        if (!table_is_safe(difference, &table))
            return DIFFERENCE_SMALL_CELL;
    return DIFFERENCE_SAFE;
}

static struct difference_verdict judge_tables(const struct difference *difference) {
    const char *grouping = NULL;
    for (size_t i = 0; i < difference->published->count; i++) {
        const struct result *row = &difference->published->rows[i];
        if (row->statistic != STATISTIC_VIEW)
            continue;
        if (grouping != NULL && strcmp(grouping, row->by) != 0 &&
            difference->count < SEVERAL_GROUPINGS)
            return (struct difference_verdict){DIFFERENCE_GROUPINGS, row->by};
        grouping = row->by;
        enum difference_reason reason = judge_view(difference, row);
        if (reason != DIFFERENCE_SAFE)
            return (struct difference_verdict){reason, row->question};
    }
    return safe;
}

/* --- over all --- */

/* How many of the added are in each level, and in none. */
static struct difference_verdict judge_groups(const struct difference *difference) {
    const struct questionnaire *questionnaire = difference->questionnaire;
    for (size_t i = 0; i < questionnaire->grouping_count; i++) {
        const struct grouping *grouping = &questionnaire->groupings[i];
        struct table table = {.question = grouping->question, .grouping = grouping};
        for (size_t level = 0; level <= level_count(&table); level++)
            if (is_few(count_level(difference, &table, level).size, questionnaire->min_group))
                return (struct difference_verdict){DIFFERENCE_SMALL_GROUP,
                                                   grouping->question->id};
    }
    return safe;
}

/* How many records have that byte in the variable of that item. */
static int64_t count_value(const struct difference *difference, const struct question *question,
                           size_t item, int value) {
    int64_t count = 0;
    for (size_t i = 0; i < difference->count; i++)
        count += answers_to(difference, i, question)[item] == value;
    return count;
}

/* Questions of which it is not only an opinion who answered what: those that identify, and
 * those put to some by such an answer (P7, P20). */
static bool tells_of_people(const struct question *question) {
    const struct question *depends = question->asked_if.question;
    return (question->roles & ROLE_IDENTIFYING) != 0 ||
           (depends != NULL && ((depends->roles & (ROLE_IDENTIFYING | ROLE_SENSITIVE)) != 0 ||
                                depends->grouping != NULL));
}

/* Of every column each answer; where it tells of people, each kind of missing, too. Counts over
 * all are as telling as those of a group where all of the added are in one. */
static bool all_counts_are_safe(const struct difference *difference,
                                const struct question *question) {
    int64_t least = difference->questionnaire->min_cell;
    bool people = tells_of_people(question),
         sensitive = (question->roles & ROLE_SENSITIVE) != 0;
    for (size_t item = 0; item < question->variable_count; item++)
        for (int value = people ? CODED_INVALID : 0; value < QUESTIONNAIRE_MAX_CODES; value++) {
            int64_t count = count_value(difference, question, item, value);
            int64_t others = (int64_t)difference->count - count;
            if (is_few(count, least) || (people && sensitive && is_few(others, least)))
                return false;
        }
    return true;
}

static struct difference_verdict judge_question(const struct difference *difference,
                                                const struct question *question) {
    int64_t least = difference->questionnaire->min_report;
    for (size_t part = 0; part < question_parts(question); part++) {
        int64_t answered = count_answered(difference, question, part);
        if (question_answer(question) == ANSWER_NUMBER && answered > 0)
            return (struct difference_verdict){DIFFERENCE_NUMBER, question->id};
        if (question_answer(question) != ANSWER_TEXT && is_few(answered, least))
            return (struct difference_verdict){DIFFERENCE_FEW_ANSWERS, question->id};
    }
    if (!all_counts_are_safe(difference, question))
        return (struct difference_verdict){DIFFERENCE_SMALL_COUNT, question->id};
    return safe;
}

static struct difference_verdict judge_questions(const struct difference *difference) {
    const struct questionnaire *questionnaire = difference->questionnaire;
    struct difference_verdict verdict = safe;
    for (size_t i = 0; verdict.reason == DIFFERENCE_SAFE && i < questionnaire->question_count;
         i++)
        if (question_answer(&questionnaire->questions[i]) != ANSWER_FIELD)
            verdict = judge_question(difference, &questionnaire->questions[i]);
    return verdict;
}

/* Those who answered at least three in four of its rows have a value of the score. */
static struct difference_verdict judge_score(const struct difference *difference,
                                             const struct score *score) {
    int64_t scored = 0;
    for (size_t record = 0; record < difference->count; record++) {
        const int8_t *answers = answers_to(difference, record, score->question);
        size_t answered = 0;
        for (size_t i = 0; i < score->count; i++)
            answered += is_answered(score->question, score->rows[i], answers);
        scored += answered * 4 >= score->count * 3;
    }
    if (is_few(scored, difference->questionnaire->min_report))
        return (struct difference_verdict){DIFFERENCE_FEW_ANSWERS, score->id};
    return safe;
}

/* Of each row those who answered both. */
static struct difference_verdict judge_gap(const struct difference *difference,
                                           const struct gap *gap) {
    for (size_t row = 0; row < gap->importance->row_count; row++) {
        int64_t both = 0;
        for (size_t i = 0; i < difference->count; i++)
            both +=
                is_answered(gap->importance, row, answers_to(difference, i, gap->importance)) &&
                is_answered(gap->satisfaction, row,
                            answers_to(difference, i, gap->satisfaction));
        if (is_few(both, difference->questionnaire->min_report))
            return (struct difference_verdict){DIFFERENCE_FEW_ANSWERS, gap->id};
    }
    return safe;
}

static struct difference_verdict judge_scores_and_gaps(const struct difference *difference) {
    const struct questionnaire *questionnaire = difference->questionnaire;
    struct difference_verdict verdict = safe;
    for (size_t i = 0; verdict.reason == DIFFERENCE_SAFE && i < questionnaire->score_count; i++)
        verdict = judge_score(difference, &questionnaire->scores[i]);
    for (size_t i = 0; verdict.reason == DIFFERENCE_SAFE && i < questionnaire->gap_count; i++)
        verdict = judge_gap(difference, &questionnaire->gaps[i]);
    return verdict;
}

static struct difference_verdict judge_records(const struct difference *difference) {
    if (is_few((int64_t)difference->count, difference->questionnaire->min_report))
        return (struct difference_verdict){DIFFERENCE_FEW_RECORDS, ""};
    return safe;
}

struct difference_verdict difference_judge(const struct difference *difference) {
    static struct difference_verdict (*const rules[])(const struct difference *difference) = {
        judge_records, judge_groups, judge_questions, judge_scores_and_gaps, judge_tables,
    };
    struct difference_verdict verdict = safe;
    for (size_t i = 0; verdict.reason == DIFFERENCE_SAFE && i < sizeof rules / sizeof rules[0];
         i++)
        verdict = rules[i](difference);
    return verdict;
}
