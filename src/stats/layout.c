#include "stats/layout.h"

size_t layout_values(const struct question *question) {
    switch (question->type) {
    case QUESTION_SINGLE:
    case QUESTION_MULTI:
    case QUESTION_MATRIX:
        return question->codes->count;
    case QUESTION_NUMBER:
        return (size_t)(question->maximum - question->minimum) + 1;
    default:
        return 0;
    }
}

size_t layout_unit(const struct question *question) {
    size_t size = TALLY_STATES + layout_values(question);
    if (question->type == QUESTION_MULTI)
        size += 1;
    if (question->type == QUESTION_RANKING)
        size += question->codes->inside * (question->codes->inside + 1);
    return size;
}

size_t layout_question(const struct question *question) {
    if (question->type == QUESTION_CONTACT)
        return 0;
    size_t units = question->type == QUESTION_MATRIX ? question->row_count : 1;
    return units * layout_unit(question) + layout_order(question);
}

size_t layout_order(const struct question *question) {
    bool ordered =
        question->type == QUESTION_MATRIX && question->codes->measure == MEASURE_ORDINAL;
    return ordered ? question->row_count + LAYOUT_ORDER_SUMS : 0;
}

size_t layout_ranks_allowed(const struct question *question) {
    size_t options = question->codes->inside;
    bool limited = question->max_choices > 0 && question->max_choices < options;
    return limited ? question->max_choices : options;
}

size_t layout_fewest(const struct score *score) {
    return (3 * score->count + 3) / 4;
}

size_t layout_sums(const struct score *score, size_t answered) {
    return answered * (score->question->codes->inside - 1) + 1;
}

size_t layout_sum_offset(const struct score *score, size_t answered) {
    size_t offset = 0;
    for (size_t i = layout_fewest(score); i < answered; i++)
        offset += layout_sums(score, i);
    return offset;
}

size_t layout_score(const struct score *score) {
    return layout_sum_offset(score, score->count + 1) + score->count + 1;
}

size_t layout_gap_row(const struct gap *gap) {
    return layout_pairs(gap) + gap->importance->codes->inside;
}

size_t layout_pairs(const struct gap *gap) {
    return gap->importance->codes->inside * gap->satisfaction->codes->inside;
}
