/* Adding one record to a tally. */
#include <assert.h>

#include "stats/layout.h"
#include "stats/tally_cells.h"

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

/* A question of one column, or a row of a matrix. */
static void add_plain(struct tally *tally, const struct question *question, size_t offset,
                      const struct answer *answer) {
    enum tally_state state = state_of(answer);
    if (state != TALLY_ANSWERED || question->type == QUESTION_TEXT) {
        add(tally, offset + state, 1);
        return;
    }
    bool number = question->type == QUESTION_NUMBER;
    size_t value = (size_t)(answer->value - (number ? question->minimum : 0));
    assert(value < layout_values(question));
    bool outside = !number && value >= question->codes->inside;
    add(tally, offset + (outside ? TALLY_OUTSIDE : TALLY_ANSWERED), 1);
    add(tally, offset + TALLY_STATES + value, 1);
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
    add(tally, offset + LAYOUT_ORDER_COMPLETE, 1);
    add(tally, offset + LAYOUT_ORDER_TIES, ties);
    for (size_t row = 0; row < question->row_count; row++)
        add(tally, offset + LAYOUT_ORDER_SUMS + row, ranks[answers[row].value]);
}

static void add_matrix(struct tally *tally, const struct question *question, size_t offset,
                       const struct answer *answers) {
    size_t unit = layout_unit(question);
    for (size_t row = 0; row < question->row_count; row++)
        add_plain(tally, question, offset + row * unit, &answers[row]);
    if (layout_order(question) > 0)
        add_order(tally, question, offset + question->row_count * unit, answers);
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
    for (size_t i = 0; i < question->codes->count; i++) {
        if (!is_ticked(&answers[i]))
            continue;
        add(tally, offset + TALLY_STATES + i, 1);
        any = any || !question->codes->codes[i].exclusive;
    }
    add(tally, offset + TALLY_STATES + question->codes->count, any ? 1 : 0);
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

static void add_ranking(struct tally *tally, const struct question *question, size_t offset,
                        const struct answer *answers) {
    int64_t ranks[QUESTIONNAIRE_MAX_CODES];
    int64_t options = (int64_t)question->codes->inside;
    enum tally_state state = joint_state(question, answers);
    int64_t ranked = state == TALLY_ANSWERED ? close_ranks(question, answers, ranks) : 0;
    if (ranked < 0)
        state = TALLY_INVALID;
    add(tally, offset + state, 1);
    for (size_t i = 0; state == TALLY_ANSWERED && i < question->codes->inside; i++) {
        size_t option = offset + TALLY_STATES + i * (question->codes->inside + 1);
        if (ranks[i] > 0)
            add(tally, option + (size_t)ranks[i] - 1, 1);
        /* The ranks left over are ranked + 1 .. options; their mean is half the sum of both
         * ends. */
        add(tally, option + question->codes->inside,
            ranks[i] > 0 ? 2 * ranks[i] : ranked + 1 + options);
    }
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
        int64_t position = score_answer(score, i, answers)->value + 1;
        add(tally, offset + i, position);
        squares += position * position;
    }
    add(tally, offset + score->count, squares);
}

static void add_score(struct tally *tally, const struct score *score, size_t offset,
                      const struct answer *answers) {
    size_t answered = 0, sum = 0;
    for (size_t i = 0; i < score->count; i++) {
        const struct answer *answer = score_answer(score, i, answers);
        if (!is_inside(score->question, answer))
            continue;
        answered++;
        sum += (size_t)answer->value + 1;
    }
    if (answered >= layout_fewest(score))
        add(tally, offset + layout_sum_offset(score, answered) + sum - answered, 1);
    if (answered == score->count)
        add_items(tally, score, offset + layout_sum_offset(score, answered + 1), answers);
}

static void add_gap(struct tally *tally, const struct gap *gap, size_t offset,
                    const struct answer *answers) {
    size_t importances = gap->importance->codes->inside;
    size_t satisfactions = gap->satisfaction->codes->inside;
    for (size_t row = 0; row < gap->importance->row_count; row++) {
        const struct answer *importance = &answers[gap->importance->first_variable + row];
        const struct answer *satisfaction = &answers[gap->satisfaction->first_variable + row];
        if (importance->state != ANSWER_GIVEN || satisfaction->state != ANSWER_GIVEN)
            continue;
        size_t first = (size_t)importance->value, second = (size_t)satisfaction->value;
        size_t at = offset + row * layout_gap_row(gap);
        if (first < importances && second < satisfactions)
            add(tally, at + first * satisfactions + second, 1);
        else if (first < importances && gap_is_unmet(gap, second))
            add(tally, at + layout_pairs(gap) + first, 1);
    }
}

static void add_question(struct tally *tally, size_t number, const struct answer *answers) {
    const struct question *question = &tally->questionnaire->questions[number];
    size_t offset = tally->question_offsets[number];
    answers += question->first_variable;
    switch (question->type) {
    case QUESTION_MULTI:
        add_multi(tally, question, offset, answers);
        break;
    case QUESTION_MATRIX:
        add_matrix(tally, question, offset, answers);
        break;
    case QUESTION_RANKING:
        add_ranking(tally, question, offset, answers);
        break;
    case QUESTION_SINGLE:
    case QUESTION_NUMBER:
    case QUESTION_TEXT:
        add_plain(tally, question, offset, answers);
        break;
    default:
        break;
    }
}

static void find_levels(struct tally *tally, const struct answer *answers) {
    tally->record_level_count = 1;
    tally->levels[0] = 0;
    for (size_t i = 0; i < tally->questionnaire->grouping_count; i++) {
        const struct question *question = tally->questionnaire->groupings[i].question;
        const struct answer *answer = &answers[question->first_variable];
        if (answer->state != ANSWER_GIVEN || (size_t)answer->value >= question->codes->inside)
            continue;
        size_t level = tally_level(tally, i, (size_t)answer->value);
        tally->levels[tally->record_level_count++] = level * tally->level_size;
    }
}

void tally_add(void *context, const struct answer_record *record) {
    struct tally *tally = context;
    const struct questionnaire *questionnaire = tally->questionnaire;
    tally->records[record->status]++;
    tally->simulated += record->origin == ORIGIN_SIMULATED;
    if (record->status != STATUS_ACCEPTED)
        return;
    find_levels(tally, record->answers);
    for (size_t i = 0; i < questionnaire->question_count; i++)
        add_question(tally, i, record->answers);
    for (size_t i = 0; i < questionnaire->score_count; i++)
        add_score(tally, &questionnaire->scores[i], tally->score_offsets[i], record->answers);
    for (size_t i = 0; i < questionnaire->gap_count; i++)
        add_gap(tally, &questionnaire->gaps[i], tally->gap_offsets[i], record->answers);
}
