/* The threshold rule: which numbers of people are too few to be published. The rules of the
 * gate ask here, and the tests of stats, which are about what may be shown; where nobody is too
 * few as well, they compare themselves. */
#ifndef SURVEY_THRESHOLD_H
#define SURVEY_THRESHOLD_H

#include <stdbool.h>
#include <stdint.h>

/* True for 1 to threshold - 1 people, whether they are counted (min_cell), a group (min_group)
 * or all who answered (min_report), gave an answer or did not. False for 0, since that nobody
 * is there discloses nobody, and for what is not known (-1). */
bool threshold_hides(int64_t people, int64_t threshold);

/* True for a group of 1 to 3 x min_cell - 1: that it is unanimous in a sensitive question
 * discloses each in it (P5). */
bool threshold_is_small_group(int64_t base, int64_t min_cell);

/* True for a group large enough to be shown: min_group valid answers to a question (P2). */
bool threshold_shows_group(int64_t base, int64_t min_group);

#endif
