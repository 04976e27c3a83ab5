#include <string.h>

#include "table.h"

enum { RANKED_FIRST, RANKED_WITHIN, RANKED_BEYOND, RANKED_NOT, RANKED_POSITIONS };

size_t axis_size(const struct axis *axis) {
    return axis->question == NULL ? 1 : axis->count + 1;
}

void axis_inside(const struct axis *axis, bool *mask) {
    for (size_t i = 0; i < axis_size(axis); i++)
        mask[i] = i < axis->inside;
}

bool axis_has(const struct axis *axis, const struct result *row) {
    const struct question *question = axis->question;
    if (question == NULL || strcmp(row->question, question->id) != 0)
        return false;
    if (strcmp(row->item, axis->item) == 0)
        return true;
    /* Who answered at all is counted once for all options. */
    bool whole = question->kind == KIND_MULTI || question->kind == KIND_RANKING;
    return whole && *row->item == '\0' && row->statistic == STATISTIC_ANSWERED;
}

/* The positions of a named set of codes; false if no set has that name. */
static bool set_mask(const struct code_set *sets, size_t count, const char *id, bool *mask) {
    size_t at = set_position(sets, count, id);
    if (at == count)
        return false;
    for (size_t i = 0; i < sets[at].count; i++)
        mask[sets[at].codes[i]] = true;
    return true;
}

static bool code_mask(const struct axis *axis, const struct result *row, bool *mask,
                      bool *members) {
    const struct question *question = axis->question;
    const char *id = row->category;
    for (size_t i = 0; i < axis->count; i++)
        if (strcmp(axis->ids[i], id) == 0) {
            mask[i] = true;
            *members = i >= axis->inside;
            return true;
        }
    size_t coarse = set_position(question->coarse, question->coarse_count, id);
    if (!question->grouping || coarse == question->coarse_count)
        return false;
    axis_coarse(axis, coarse, mask);
    /* With a level of the rest, everybody is in one. */
    for (size_t k = 0; k < question->coarse_count; k++)
        *members |= question->coarse[k].rest;
    for (size_t i = axis->inside; i <= axis->count; i++)
        mask[i] &= *members;
    return true;
}

/* The two highest or two lowest answers of a scale. */
static bool end_mask(const struct axis *axis, bool highest, bool *mask) {
    if (!axis->question->ordinal || axis->inside < 2)
        return false;
    size_t first = highest ? axis->inside - 2 : 0;
    mask[first] = mask[first + 1] = true;
    return true;
}

static bool choice_mask(const struct axis *axis, const struct result *row, bool *mask,
                        bool *members) {
    enum statistic statistic = row->statistic;
    if (statistic == STATISTIC_COUNT || statistic == STATISTIC_SHARE)
        return code_mask(axis, row, mask, members);
    if (statistic == STATISTIC_SET)
        return set_mask(axis->question->sets, axis->question->set_count, row->category, mask);
    if (statistic == STATISTIC_TOP2)
        return end_mask(axis, true, mask);
    if (statistic == STATISTIC_BOTTOM2)
        return end_mask(axis, false, mask);
    if (statistic == STATISTIC_OUTSIDE) {
        *members = true;
        for (size_t i = axis->inside; i < axis->count; i++)
            mask[i] = true;
        return true;
    }
    return false;
}

static bool ranking_mask(enum statistic statistic, bool *mask) {
    bool all = statistic == STATISTIC_COUNT, top = statistic == STATISTIC_TOP;
    if (!all && !top && statistic != STATISTIC_FIRST)
        return false;
    mask[RANKED_FIRST] = true;
    mask[RANKED_WITHIN] = all || top;
    mask[RANKED_BEYOND] = all;
    return true;
}

bool axis_mask(const struct axis *axis, const struct result *row, bool *mask, bool *members) {
    memset(mask, 0, axis_size(axis) * sizeof *mask);
    *members = false;
    if (row->statistic == STATISTIC_ANSWERED) {
        *members = true;
        axis_inside(axis, mask);
        return true;
    }
    switch (axis->question->kind) {
    case KIND_MULTI:
        mask[0] = true;
        return row->statistic == STATISTIC_COUNT || row->statistic == STATISTIC_SHARE;
    case KIND_RANKING:
        return ranking_mask(row->statistic, mask);
    default:
        return choice_mask(axis, row, mask, members);
    }
}

void axis_coarse(const struct axis *axis, size_t level, bool *mask) {
    const struct question *question = axis->question;
    const struct code_set *own = &question->coarse[level];
    for (size_t i = 0; i < axis_size(axis); i++)
        mask[i] = own->rest;
    for (size_t k = 0; k < question->coarse_count; k++)
        for (size_t i = 0; i < question->coarse[k].count; i++)
            mask[question->coarse[k].codes[i]] = k == level;
}

bool axis_levels(const struct axis *axis, const struct result *row, bool *mask) {
    size_t size = axis_size(axis);
    memset(mask, 0, size * sizeof *mask);
    enum by by = row_by(row, axis->question);
    if (by == BY_NONE)
        memset(mask, 1, size * sizeof *mask);
    if (by == BY_NONE)
        return true;
    if (by == BY_OTHER)
        return false;
    const struct question *question = axis->question;
    size_t coarse = set_position(question->coarse, question->coarse_count, row->level);
    if (by == BY_COARSE && coarse < question->coarse_count) {
        axis_coarse(axis, coarse, mask);
        return true;
    }
    size_t at = entry_position(question->codes, question->code_count, row->level);
    if (at < question->code_count)
        mask[at] = true;
    return at < question->code_count;
}
