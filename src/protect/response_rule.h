/* Who answered of each level of a grouping, where the questionnaire says how many were invited
 * (P21), and what N of a level may be used for. */
#ifndef PROTECT_RESPONSE_RULE_H
#define PROTECT_RESPONSE_RULE_H

#include <stdio.h>

#include "inference/estimate.h"
#include "protect/result_block.h"

/* Response by the levels of one grouping. */
struct level_response {
    const struct grouping *grouping;
    enum privacy_rule rule; /* that hides all of it, or none */
    bool placed;            /* everybody is in a level, so that N of each is known */
};

/* What the rows say; hides_sizes: the counts of the grouping question are not published (P7).
 * By the rule P21 it is shown where in every level with invited people those who answered and
 * those who are missing are at least min_cell each: nobody or all missing counts as too few,
 * too. Hidden also where rows are missing, or contradict each other. */
struct level_response level_response_of(const struct results *results,
                                        const struct grouping *grouping, bool hides_sizes,
                                        int64_t min_cell);

/* True for a row of response by level. */
bool response_rule_concerns(const struct result *row);
/* Writes the rows of the grouping's levels, or that they are hidden. */
void response_rule_write(FILE *stream, const struct results *results,
                         const struct level_response *response);

/* N of a code of the grouping question, or of one of its coarser levels, as far as the rows
 * that are published tell it; 0: not known. */
int64_t response_rule_population(const struct level_response *response, size_t code);
int64_t response_rule_coarse_population(const struct level_response *response, size_t coarse);

/* The share with the interval of N where that is known, else Wilson's. */
struct estimate response_rule_interval(int64_t count, int64_t n, int64_t population,
                                       double confidence);
/* A row of a question put to one level, without what is computed from its N: Wilson's interval,
 * none of a mean. False where nothing is left of it. */
bool response_rule_forget_population(struct result *row, double confidence);

#endif
