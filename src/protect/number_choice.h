/* Rule P6 decided: what is shown of the answers to a number question. It follows from how many
 * gave each number, and from nothing else. Nothing is allocated for the caller. */
#ifndef PROTECT_NUMBER_CHOICE_H
#define PROTECT_NUMBER_CHOICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "protect/spread.h"
#include "survey/class_layout.h"
#include "survey/questionnaire.h"

/* All that can be shown, in units of 10^-decimals. */
struct number_answers {
    const struct question *question;
    const struct value_count *values; /* upwards, each count at least 1 */
    size_t count;
    int64_t min_cell;
};

struct number_choice {
    bool classes; /* else nothing is shown at all */
    struct class_layout layout;
    bool sum, median, quartiles;
};

/* n answers, at least min_report of the survey. The first layout of classes that allows them,
 * and of the figures beside it the first of: all; median and quartiles; sum and median; median;
 * sum; none: so that a reader who knows these rules can tell of no number that 1 to
 * min_cell - 1 gave it, or it or more, or it or less, nor which answer is the least or the
 * greatest; else the next layout. The median needs 5 answers on either side, so do the
 * quartiles; a sum that one answer makes more than half of, or two more than 90 %, is not
 * shown. */
struct number_choice number_choose(const struct number_answers *answers);

int64_t number_answered(const struct number_answers *answers);
/* The sum of all answers. */
int64_t number_sum(const struct number_answers *answers);
/* Four times the quartile 1, 2 (median) or 3 by R's type 7, which is whole. */
int64_t number_fourfold(const struct number_answers *answers, int64_t quartile);
/* True where so many answers allow the quartile to be shown. */
bool number_allows_quartile(int64_t n, int64_t quartile);

#endif
