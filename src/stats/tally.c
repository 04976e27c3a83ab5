#include "stats/tally.h"

#include <assert.h>
#include <stdlib.h>

#include "base/memory.h"

/* All counts of one level lie side by side; where each question's begin is found once. So a
 * count is cells[level * level_size + offset], and adding a record is adding to the same
 * offsets in all of its levels. */
struct tally {
    const struct questionnaire *questionnaire;
    int64_t *cells;
    size_t level_size, level_count;
    size_t *question_offsets, *score_offsets, *gap_offsets;
    size_t *grouping_levels;            /* the first level of each grouping */
    size_t *levels;                     /* those of the record at hand, as offsets into cells */
    int64_t *only;                      /* the pair counts of lists, of everyone */
    size_t *question_lists, *gap_lists; /* where those of each begin */
    size_t record_level_count;
    int64_t records[STATUS_COUNT];
    int64_t simulated;
    int64_t origins[ORIGIN_COUNT]; /* of accepted records */
    bool has_exchange;             /* what is apart was counted, too */
};

/* --- how many counts each part needs, and in which order they lie --- */

/* What a matrix with an order of its codes keeps about the respondents who answered every row,
 * before the sums of the ranks of each row. */
enum { ORDER_COMPLETE, ORDER_TIES, ORDER_SUMS };

/* What follows from the type of a question; the rows are behind what they name. */
struct tally_type {
    bool has_states;                                   /* false: nothing is counted */
    size_t (*values)(const struct question *question); /* how many tally_values has */
    size_t (*more)(const struct question *question);   /* counts behind these */
    /* Adds the answers of a record to the question's counts, which begin at offset. */
    void (*add)(struct tally *tally, const struct question *question, size_t offset,
                const struct answer *answers);
};

static const struct tally_type types[QUESTION_TYPES];

static size_t count_none(const struct question *question) {
    (void)question;
    return 0;
}

static size_t count_codes(const struct question *question) {
    return question->codes->count;
}

static size_t count_numbers(const struct question *question) {
    return (size_t)(question->maximum - question->minimum) + 1;
}

/* How many ticked an option that is not exclusive. */
static size_t count_any(const struct question *question) {
    (void)question;
    return 1;
}

/* Of each option how often each rank, then the sum of its ranks. */
static size_t count_ranks(const struct question *question) {
    return question->codes->inside * (question->codes->inside + 1);
}

size_t tally_value_count(const struct question *question) {
    return types[question->type].values(question);
}

/* Counts of a question that is no matrix, or of one row of a matrix. */
static size_t unit_size(const struct question *question) {
    const struct tally_type *type = &types[question->type];
    return TALLY_STATES + type->values(question) + type->more(question);
}

/* Counts of the order of a matrix's rows; 0 where the codes have none. */
static size_t order_size(const struct question *question) {
    bool ordered = question_has_rows(question) && question->codes->measure == MEASURE_ORDINAL;
    return ordered ? question->row_count + ORDER_SUMS : 0;
}

/* Rows of units, then the order of the rows; a unit is the states, then the values, then what
 * the type adds. */
static size_t question_size(const struct question *question) {
    if (!types[question->type].has_states)
        return 0;
    size_t units = question_has_rows(question) ? question->row_count : 1;
    return units * unit_size(question) + order_size(question);
}

size_t tally_ranks_allowed(const struct question *question) {
    size_t options = question->codes->inside;
    bool limited = question->max_choices > 0 && question->max_choices < options;
    return limited ? question->max_choices : options;
}

size_t tally_fewest(const struct score *score) {
    return (3 * score->count + 3) / 4;
}

/* The number of the lowest code, and how far the highest is from it. */
static int64_t lowest(const struct score *score) {
    return code_list_number(score->question->codes, 0);
}

static size_t span(const struct score *score) {
    const struct code_list *codes = score->question->codes;
    return (size_t)(code_list_number(codes, codes->inside - 1) - lowest(score));
}

/* How many sums that many answered rows can have: from answered x lowest to answered x highest.
 */
static size_t sum_count(const struct score *score, size_t answered) {
    return answered * span(score) + 1;
}

/* Where the sums of that many rows begin within the score; with one more than its rows, where
 * they end and, for those who answered every row, the sums of each and the sum of all squares
 * begin. */
static size_t sum_offset(const struct score *score, size_t answered) {
    size_t offset = 0;
    for (size_t i = tally_fewest(score); i < answered; i++)
        offset += sum_count(score, i);
    return offset;
}

static size_t score_size(const struct score *score) {
    return sum_offset(score, score->count + 1) + score->count + 1;
}

/* How many pairs of codes inside a gap has. */
static size_t pair_count(const struct gap *gap) {
    return gap->importance->codes->inside * gap->satisfaction->codes->inside;
}

/* The pairs, then for each importance those who gave one of the unmet codes, then all who said
 * something to both questions. */
static size_t gap_row_size(const struct gap *gap) {
    return pair_count(gap) + gap->importance->codes->inside + 1;
}

/* --- pair counts: of two items of a list, how many have only the one --- */

enum has { HAS_NO_ANSWER, HAS_NOT, HAS };

/* How many items the list of a question has; 0: it is none. */
static size_t list_items(const struct question *question) {
    size_t count;
    if (question_has_options(question))
        return question_answer(question) == ANSWER_PLACE ? question->codes->inside
                                                         : question->codes->count;
    if (order_size(question) == 0)
        return 0;
    question_items(question, &count);
    return count;
}

/* A ranking has two: of first places, and behind it of places allowed. */
static size_t list_size(const struct question *question) {
    size_t items = list_items(question);
    return items * items * (question_answer(question) == ANSWER_PLACE ? 2 : 1);
}

static size_t lay_out_lists(struct tally *tally) {
    const struct questionnaire *questionnaire = tally->questionnaire;
    size_t offset = 0;
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        tally->question_lists[i] = offset;
        offset += list_size(&questionnaire->questions[i]);
    }
    for (size_t i = 0; i < questionnaire->gap_count; i++) {
        size_t rows = questionnaire->gaps[i].importance->row_count;
        tally->gap_lists[i] = offset;
        offset += rows * rows;
    }
    return offset;
}

static void add_only(int64_t *only, const enum has *has, size_t items) {
    for (size_t i = 0; i < items; i++)
        for (size_t j = 0; j < items && has[i] == HAS; j++)
            only[i * items + j] += has[j] == HAS_NOT;
}

static int64_t *list_of(const struct tally *tally, const struct question *question) {
    return &tally->only[tally->question_lists[question - tally->questionnaire->questions]];
}

/* --- making --- */

static size_t lay_out(struct tally *tally) {
    const struct questionnaire *questionnaire = tally->questionnaire;
    size_t offset = 0;
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        tally->question_offsets[i] = offset;
        offset += question_size(&questionnaire->questions[i]);
    }
    for (size_t i = 0; i < questionnaire->score_count; i++) {
        const struct score *score = &questionnaire->scores[i];
        tally->score_offsets[i] = offset;
        offset += score_size(score);
    }
    for (size_t i = 0; i < questionnaire->gap_count; i++) {
        const struct gap *gap = &questionnaire->gaps[i];
        tally->gap_offsets[i] = offset;
        offset += gap->importance->row_count * gap_row_size(gap);
    }
    return offset;
}

static size_t number_levels(struct tally *tally) {
    const struct questionnaire *questionnaire = tally->questionnaire;
    size_t level = 1;
    for (size_t i = 0; i < questionnaire->grouping_count; i++) {
        tally->grouping_levels[i] = level;
        level += questionnaire->groupings[i].question->codes->inside +
                 questionnaire->groupings[i].coarse_count;
    }
    return level;
}

struct tally *tally_new(const struct questionnaire *questionnaire) {
    struct tally *tally = memory_allocate(1, sizeof *tally);
    size_t size = sizeof(size_t);
    for (size_t i = 0; i < QUESTION_TYPES; i++)
        assert(types[i].add != NULL); /* no type without a row */
    tally->questionnaire = questionnaire;
    tally->question_offsets = memory_allocate(questionnaire->question_count, size);
    tally->score_offsets = memory_allocate(questionnaire->score_count, size);
    tally->gap_offsets = memory_allocate(questionnaire->gap_count, size);
    tally->question_lists = memory_allocate(questionnaire->question_count, size);
    tally->gap_lists = memory_allocate(questionnaire->gap_count, size);
    tally->only = memory_allocate(lay_out_lists(tally), sizeof *tally->only);
    tally->grouping_levels = memory_allocate(questionnaire->grouping_count, size);
    tally->levels = memory_allocate(questionnaire->grouping_count + 1, size);
    tally->level_size = lay_out(tally);
    tally->level_count = number_levels(tally);
    tally->cells =
        memory_allocate(tally->level_count, tally->level_size * sizeof *tally->cells);
    return tally;
}

void tally_free(struct tally *tally) {
    if (tally == NULL)
        return;
    free(tally->question_offsets);
    free(tally->score_offsets);
    free(tally->gap_offsets);
    free(tally->question_lists);
    free(tally->gap_lists);
    free(tally->only);
    free(tally->grouping_levels);
    free(tally->levels);
    free(tally->cells);
    free(tally);
}

/* --- adding a record --- */

static void add(struct tally *tally, size_t offset, int64_t amount) {
    for (size_t i = 0; i < tally->record_level_count; i++)
        tally->cells[tally->levels[i] + offset] += amount;
}

static enum tally_state state_of(const struct answer *answer) {
    switch (answer->state) {
    case ANSWER_GIVEN:
        return TALLY_ANSWERED;
    case ANSWER_DONT_KNOW:
        return TALLY_DONT_KNOW;
    case ANSWER_NOT_SHOWN:
        return TALLY_NOT_SHOWN;
    case ANSWER_INVALID:
        return TALLY_INVALID;
    case ANSWER_SKIPPED:
        break;
    }
    return TALLY_SKIPPED;
}

/* True for an answer inside the scale, to a question with codes. */
static bool is_inside(const struct question *question, const struct answer *answer) {
    return answer->state == ANSWER_GIVEN && (size_t)answer->value < question->codes->inside;
}

static void add_nothing(struct tally *tally, const struct question *question, size_t offset,
                        const struct answer *answers) {
    (void)tally, (void)question, (void)offset, (void)answers;
}

/* What became of the answer, whatever it says. */
static void add_state(struct tally *tally, const struct question *question, size_t offset,
                      const struct answer *answer) {
    (void)question;
    add(tally, offset + state_of(answer), 1);
}

static void add_value(struct tally *tally, const struct question *question, size_t offset,
                      size_t value, bool outside) {
    assert(value < tally_value_count(question));
    add(tally, offset + (outside ? TALLY_OUTSIDE : TALLY_ANSWERED), 1);
    add(tally, offset + TALLY_STATES + value, 1);
}

/* A question of one column, or a row of a matrix. */
static void add_code(struct tally *tally, const struct question *question, size_t offset,
                     const struct answer *answer) {
    if (answer->state == ANSWER_GIVEN)
        add_value(tally, question, offset, (size_t)answer->value, !is_inside(question, answer));
    else
        add_state(tally, question, offset, answer);
}

static void add_number(struct tally *tally, const struct question *question, size_t offset,
                       const struct answer *answer) {
    if (answer->state == ANSWER_GIVEN)
        add_value(tally, question, offset, (size_t)(answer->value - question->minimum), false);
    else
        add_state(tally, question, offset, answer);
}

/* Whoever answered every row ranks them, rows with the same answer sharing their mean rank. All
 * is doubled, to stay whole. */
static void add_order(struct tally *tally, const struct question *question, size_t offset,
                      const struct answer *answers) {
    int64_t counts[QUESTIONNAIRE_MAX_CODES] = {0}, ranks[QUESTIONNAIRE_MAX_CODES];
    int64_t below = 0, ties = 0;
    for (size_t row = 0; row < question->row_count; row++) {
        if (!is_inside(question, &answers[row]))
            return;
        counts[answers[row].value]++;
    }
    for (size_t code = 0; code < question->codes->inside; code++) {
        ranks[code] = 2 * below + counts[code] + 1;
        below += counts[code];
        ties += counts[code] * counts[code] * counts[code] - counts[code];
    }
    add(tally, offset + ORDER_COMPLETE, 1);
    add(tally, offset + ORDER_TIES, ties);
    for (size_t row = 0; row < question->row_count; row++)
        add(tally, offset + ORDER_SUMS + row, ranks[answers[row].value]);
}

static void add_rows_only(struct tally *tally, const struct question *question,
                          const struct answer *answers) {
    enum has has[QUESTIONNAIRE_MAX_CODES];
    for (size_t row = 0; row < question->row_count; row++) {
        has[row] = HAS_NO_ANSWER;
        if (is_inside(question, &answers[row]))
            has[row] =
                code_list_is_top(question->codes, (size_t)answers[row].value) ? HAS : HAS_NOT;
    }
    add_only(list_of(tally, question), has, question->row_count);
}

static void add_matrix(struct tally *tally, const struct question *question, size_t offset,
                       const struct answer *answers) {
    size_t unit = unit_size(question);
    for (size_t row = 0; row < question->row_count; row++)
        add_code(tally, question, offset + row * unit, &answers[row]);
    if (order_size(question) == 0)
        return;
    add_order(tally, question, offset + question->row_count * unit, answers);
    add_rows_only(tally, question, answers);
}

/* What several columns together say: one that is not understood spoils all; a tick (or rank) is
 * an answer, and with don't know beside it the respondent contradicts. */
static enum tally_state joint_state(const struct question *question,
                                    const struct answer *answers) {
    size_t seen[TALLY_STATES] = {0};
    for (size_t i = 0; i < question->codes->count; i++) {
        enum tally_state state = state_of(&answers[i]);
        if (state == TALLY_ANSWERED && answers[i].value == 0)
            state = TALLY_SKIPPED; /* offered and not ticked */
        seen[state]++;
    }
    if (seen[TALLY_INVALID] > 0 || (seen[TALLY_ANSWERED] > 0 && seen[TALLY_DONT_KNOW] > 0))
        return TALLY_INVALID;
    if (seen[TALLY_ANSWERED] > 0)
        return TALLY_ANSWERED;
    if (seen[TALLY_DONT_KNOW] > 0)
        return TALLY_DONT_KNOW;
    return seen[TALLY_SKIPPED] > 0 ? TALLY_SKIPPED : TALLY_NOT_SHOWN;
}

static bool is_ticked(const struct answer *answer) {
    return answer->state == ANSWER_GIVEN && answer->value > 0;
}

static void add_multi(struct tally *tally, const struct question *question, size_t offset,
                      const struct answer *answers) {
    enum tally_state state = joint_state(question, answers);
    add(tally, offset + state, 1);
    if (state != TALLY_ANSWERED)
        return;
    bool any = false;
    enum has has[QUESTIONNAIRE_MAX_CODES];
    for (size_t i = 0; i < question->codes->count; i++) {
        has[i] = is_ticked(&answers[i]) ? HAS : HAS_NOT;
        if (has[i] != HAS)
            continue;
        add(tally, offset + TALLY_STATES + i, 1);
        any = any || !question->codes->codes[i].exclusive;
    }
    add(tally, offset + TALLY_STATES + question->codes->count, any ? 1 : 0);
    add_only(list_of(tally, question), has, question->codes->count);
}

/* Ranks 1, 2 ... of the options inside, gaps closed up, 0 where unranked. Returns how many are
 * ranked, or -1 where two share a rank. */
static int64_t close_ranks(const struct question *question, const struct answer *answers,
                           int64_t ranks[QUESTIONNAIRE_MAX_CODES]) {
    int64_t ranked = 0;
    for (size_t i = 0; i < question->codes->inside; i++) {
        ranks[i] = 0;
        if (answers[i].state != ANSWER_GIVEN)
            continue;
        ranks[i] = 1;
        ranked++;
        for (size_t j = 0; j < question->codes->inside; j++) {
            if (j == i || answers[j].state != ANSWER_GIVEN)
                continue;
            if (answers[j].value == answers[i].value)
                return -1;
            ranks[i] += answers[j].value < answers[i].value;
        }
    }
    return ranked;
}

static void add_places_only(struct tally *tally, const struct question *question,
                            const int64_t ranks[QUESTIONNAIRE_MAX_CODES]) {
    enum has first[QUESTIONNAIRE_MAX_CODES], placed[QUESTIONNAIRE_MAX_CODES];
    size_t items = list_items(question);
    int64_t allowed = (int64_t)tally_ranks_allowed(question);
    for (size_t i = 0; i < items; i++) {
        first[i] = ranks[i] == 1 ? HAS : HAS_NOT;
        placed[i] = ranks[i] >= 1 && ranks[i] <= allowed ? HAS : HAS_NOT;
    }
    add_only(list_of(tally, question), first, items);
    add_only(list_of(tally, question) + items * items, placed, items);
}

static void add_ranking(struct tally *tally, const struct question *question, size_t offset,
                        const struct answer *answers) {
    int64_t ranks[QUESTIONNAIRE_MAX_CODES];
    int64_t options = (int64_t)question->codes->inside;
    enum tally_state state = joint_state(question, answers);
    int64_t ranked = state == TALLY_ANSWERED ? close_ranks(question, answers, ranks) : 0;
    if (ranked < 0)
        state = TALLY_INVALID;
    add(tally, offset + state, 1);
    if (state != TALLY_ANSWERED)
        return;
    add_places_only(tally, question, ranks);
    for (size_t i = 0; i < question->codes->inside; i++) {
        size_t option = offset + TALLY_STATES + i * (question->codes->inside + 1);
        if (ranks[i] > 0)
            add(tally, option + (size_t)ranks[i] - 1, 1);
        /* The ranks left over are ranked + 1 .. options; their mean is half the sum of both
         * ends. */
        add(tally, option + question->codes->inside,
            ranks[i] > 0 ? 2 * ranks[i] : ranked + 1 + options);
    }
}

static const struct tally_type types[QUESTION_TYPES] = {
    [QUESTION_SINGLE] = {true, count_codes, count_none, add_code},
    [QUESTION_MULTI] = {true, count_codes, count_any, add_multi},
    [QUESTION_MATRIX] = {true, count_codes, count_none, add_matrix},
    [QUESTION_RANKING] = {true, count_none, count_ranks, add_ranking},
    [QUESTION_NUMBER] = {true, count_numbers, count_none, add_number},
    [QUESTION_TEXT] = {true, count_none, count_none, add_state},
    [QUESTION_CONTACT] = {false, count_none, count_none, add_nothing},
};

static void add_question(struct tally *tally, size_t number, const struct answer *answers) {
    const struct question *question = &tally->questionnaire->questions[number];
    types[question->type].add(tally, question, tally->question_offsets[number],
                              &answers[question->first_variable]);
}

static const struct answer *score_answer(const struct score *score, size_t item,
                                         const struct answer *answers) {
    return &answers[score->question->first_variable + score->rows[item]];
}

/* Of who answered every row: what each row and all squares add up to. */
static void add_items(struct tally *tally, const struct score *score, size_t offset,
                      const struct answer *answers) {
    int64_t squares = 0;
    for (size_t i = 0; i < score->count; i++) {
        size_t code = (size_t)score_answer(score, i, answers)->value;
        int64_t number = code_list_number(score->question->codes, code);
        add(tally, offset + i, number);
        squares += number * number;
    }
    add(tally, offset + score->count, squares);
}

static void add_score(struct tally *tally, const struct score *score, size_t offset,
                      const struct answer *answers) {
    size_t answered = 0, above = 0; /* what the sum is above the lowest there can be */
    for (size_t i = 0; i < score->count; i++) {
        const struct answer *answer = score_answer(score, i, answers);
        if (!is_inside(score->question, answer))
            continue;
        answered++;
        above += (size_t)(code_list_number(score->question->codes, (size_t)answer->value) -
                          lowest(score));
    }
    if (answered >= tally_fewest(score))
        add(tally, offset + sum_offset(score, answered) + above, 1);
    if (answered == score->count)
        add_items(tally, score, offset + sum_offset(score, answered + 1), answers);
}

/* True where the respondent said something, be it that they do not know. */
static bool is_known(const struct answer *answer) {
    return answer->state == ANSWER_GIVEN || answer->state == ANSWER_DONT_KNOW;
}

static void add_gap(struct tally *tally, const struct gap *gap, size_t offset,
                    const struct answer *answers) {
    size_t importances = gap->importance->codes->inside;
    size_t satisfactions = gap->satisfaction->codes->inside;
    for (size_t row = 0; row < gap->importance->row_count; row++) {
        const struct answer *importance = &answers[gap->importance->first_variable + row];
        const struct answer *satisfaction = &answers[gap->satisfaction->first_variable + row];
        size_t at = offset + row * gap_row_size(gap);
        if (is_known(importance) && is_known(satisfaction))
            add(tally, at + gap_row_size(gap) - 1, 1);
        if (importance->state != ANSWER_GIVEN || satisfaction->state != ANSWER_GIVEN)
            continue;
        size_t first = (size_t)importance->value, second = (size_t)satisfaction->value;
        if (first < importances && second < satisfactions)
            add(tally, at + first * satisfactions + second, 1);
        else if (first < importances && gap_is_unmet(gap, second))
            add(tally, at + pair_count(gap) + first, 1);
    }
}

/* Who is in the base of unmet, and in unmet itself: as unmet.c counts them. */
static void add_gap_only(const struct gap *gap, int64_t *only, const struct answer *answers) {
    enum has has[QUESTIONNAIRE_MAX_CODES];
    for (size_t row = 0; row < gap->importance->row_count; row++) {
        const struct answer *importance = &answers[gap->importance->first_variable + row];
        const struct answer *satisfaction = &answers[gap->satisfaction->first_variable + row];
        has[row] = HAS_NO_ANSWER;
        if (!is_inside(gap->importance, importance) || satisfaction->state != ANSWER_GIVEN)
            continue;
        size_t code = (size_t)satisfaction->value;
        bool important = code_list_is_top(gap->importance->codes, (size_t)importance->value);
        if (code < gap->satisfaction->codes->inside)
            has[row] =
                important && !code_list_is_top(gap->satisfaction->codes, code) ? HAS : HAS_NOT;
        else if (gap_is_unmet(gap, code))
            has[row] = important ? HAS : HAS_NOT;
    }
    add_only(only, has, gap->importance->row_count);
}

/* Where those belong who gave no answer inside the scale: false: nowhere. */
static bool find_rest(const struct tally *tally, size_t number, size_t *level) {
    const struct grouping *grouping = &tally->questionnaire->groupings[number];
    for (size_t i = 0; i < grouping->coarse_count; i++)
        if (grouping->coarse[i].rest) {
            *level = tally_coarse_level(tally, number, i);
            return true;
        }
    return false;
}

static void find_levels(struct tally *tally, const struct answer *answers) {
    tally->record_level_count = 1;
    tally->levels[0] = 0;
    for (size_t i = 0; i < tally->questionnaire->grouping_count; i++) {
        const struct question *question = tally->questionnaire->groupings[i].question;
        size_t level;
        if (is_inside(question, &answers[question->first_variable]))
            level = tally_level(tally, i, (size_t)answers[question->first_variable].value);
        else if (!find_rest(tally, i, &level))
            continue;
        tally->levels[tally->record_level_count++] = level * tally->level_size;
    }
}

/* Questions and scores that are apart, or those that are not. */
static void add_parts(struct tally *tally, const struct answer *answers, bool apart) {
    const struct questionnaire *questionnaire = tally->questionnaire;
    for (size_t i = 0; i < questionnaire->question_count; i++)
        if (question_is_apart(&questionnaire->questions[i]) == apart)
            add_question(tally, i, answers);
    for (size_t i = 0; i < questionnaire->score_count; i++)
        if (question_is_apart(questionnaire->scores[i].question) == apart)
            add_score(tally, &questionnaire->scores[i], tally->score_offsets[i], answers);
}

void tally_add(void *context, const struct answer_record *record) {
    struct tally *tally = context;
    const struct questionnaire *questionnaire = tally->questionnaire;
    tally->records[record->status]++;
    tally->simulated += record->origin == ORIGIN_SIMULATED;
    if (record->status != STATUS_ACCEPTED)
        return;
    tally->origins[record->origin]++;
    find_levels(tally, record->answers);
    add_parts(tally, record->answers, false);
    for (size_t i = 0; i < questionnaire->gap_count; i++) {
        add_gap(tally, &questionnaire->gaps[i], tally->gap_offsets[i], record->answers);
        add_gap_only(&questionnaire->gaps[i], &tally->only[tally->gap_lists[i]],
                     record->answers);
    }
}

void tally_begin_exchange(struct tally *tally) {
    tally->has_exchange = true;
}

void tally_add_exchange(void *context, const struct answer *answers) {
    struct tally *tally = context;
    tally->record_level_count = 1;
    tally->levels[0] = 0;
    add_parts(tally, answers, true);
}

/* --- coarse levels --- */

/* Adds the levels of the answers that a coarse level is made of to what is there: those of the
 * rest who gave none. Answers outside the scale have no level. */
static void fill_coarse(struct tally *tally, size_t number, size_t coarse) {
    const struct grouping *grouping = &tally->questionnaire->groupings[number];
    const struct coarse_level *level = &grouping->coarse[coarse];
    int64_t *cells =
        &tally->cells[tally_coarse_level(tally, number, coarse) * tally->level_size];
    for (size_t i = 0; i < level->count; i++) {
        if (level->codes[i] >= grouping->question->codes->inside)
            continue;
        const int64_t *fine =
            &tally->cells[tally_level(tally, number, level->codes[i]) * tally->level_size];
        for (size_t j = 0; j < tally->level_size; j++)
            cells[j] += fine[j];
    }
}

void tally_finish(struct tally *tally) {
    for (size_t i = 0; i < tally->questionnaire->grouping_count; i++)
        for (size_t j = 0; j < tally->questionnaire->groupings[i].coarse_count; j++)
            fill_coarse(tally, i, j);
}

/* --- asking --- */

int64_t tally_records(const struct tally *tally, enum answer_status status) {
    return tally->records[status];
}

int64_t tally_read(const struct tally *tally) {
    int64_t sum = 0;
    for (size_t i = 0; i < STATUS_COUNT; i++)
        sum += tally->records[i];
    return sum;
}

int64_t tally_simulated(const struct tally *tally) {
    return tally->simulated;
}

int64_t tally_origin(const struct tally *tally, enum answer_origin origin) {
    return tally->origins[origin];
}

bool tally_knows(const struct tally *tally, const struct question *question) {
    return tally->has_exchange || !question_is_apart(question);
}

size_t tally_level_count(const struct tally *tally) {
    return tally->level_count;
}

size_t tally_level(const struct tally *tally, size_t grouping, size_t code) {
    return tally->grouping_levels[grouping] + code;
}

size_t tally_coarse_level(const struct tally *tally, size_t grouping, size_t coarse) {
    return tally->grouping_levels[grouping] +
           tally->questionnaire->groupings[grouping].question->codes->inside + coarse;
}

const int64_t *tally_states(const struct tally *tally, size_t level,
                            const struct question *question, size_t row) {
    size_t number = (size_t)(question - tally->questionnaire->questions);
    assert(number < tally->questionnaire->question_count && level < tally->level_count);
    size_t offset = tally->question_offsets[number] + row * unit_size(question);
    return &tally->cells[level * tally->level_size + offset];
}

const int64_t *tally_values(const struct tally *tally, size_t level,
                            const struct question *question, size_t row) {
    return tally_states(tally, level, question, row) + TALLY_STATES;
}

struct rank_sums tally_order(const struct tally *tally, size_t level,
                             const struct question *question) {
    const int64_t *order = tally_states(tally, level, question, question->row_count);
    return (struct rank_sums){.n = order[ORDER_COMPLETE],
                              .items = question->row_count,
                              .sums = &order[ORDER_SUMS],
                              .ties = order[ORDER_TIES]};
}

int64_t tally_any(const struct tally *tally, size_t level, const struct question *question) {
    return tally_values(tally, level, question, 0)[question->codes->count];
}

const int64_t *tally_ranks(const struct tally *tally, size_t level,
                           const struct question *question, size_t option) {
    return tally_values(tally, level, question, 0) + option * (question->codes->inside + 1);
}

int64_t tally_rank_sum(const struct tally *tally, size_t level, const struct question *question,
                       size_t option) {
    return tally_ranks(tally, level, question, option)[question->codes->inside];
}

const int64_t *tally_only(const struct tally *tally, const struct question *question,
                          bool first_place) {
    size_t items = list_items(question);
    bool second = question_answer(question) == ANSWER_PLACE && !first_place;
    return items > 0 ? list_of(tally, question) + (second ? items * items : 0) : NULL;
}

const int64_t *tally_only_unmet(const struct tally *tally, const struct gap *gap) {
    return &tally->only[tally->gap_lists[gap - tally->questionnaire->gaps]];
}

const int64_t *tally_score(const struct tally *tally, size_t level, const struct score *score,
                           size_t answered, size_t *count) {
    size_t number = (size_t)(score - tally->questionnaire->scores);
    size_t offset = tally->score_offsets[number] + sum_offset(score, answered);
    *count = sum_count(score, answered);
    return &tally->cells[level * tally->level_size + offset];
}

struct item_sums tally_items(const struct tally *tally, size_t level,
                             const struct score *score) {
    size_t count;
    const int64_t *totals = tally_score(tally, level, score, score->count, &count);
    struct item_sums items = {.items = score->count, .sums = &totals[count]};
    items.squares = items.sums[score->count];
    for (size_t i = 0; i < count; i++) {
        int64_t total = (int64_t)score->count * lowest(score) + (int64_t)i;
        items.n += totals[i];
        items.total_squares += totals[i] * total * total;
    }
    return items;
}

const int64_t *tally_pairs(const struct tally *tally, size_t level, const struct gap *gap,
                           size_t row) {
    size_t number = (size_t)(gap - tally->questionnaire->gaps);
    size_t offset = tally->gap_offsets[number] + row * gap_row_size(gap);
    return &tally->cells[level * tally->level_size + offset];
}

const int64_t *tally_unmet_codes(const struct tally *tally, size_t level, const struct gap *gap,
                                 size_t row) {
    return tally_pairs(tally, level, gap, row) + pair_count(gap);
}

int64_t tally_both_known(const struct tally *tally, size_t level, const struct gap *gap,
                         size_t row) {
    return tally_pairs(tally, level, gap, row)[gap_row_size(gap) - 1];
}
