/* Check: does every "k of n" of a report follow from published.csv? */
#ifndef VERIFY_PAIRS_H
#define VERIFY_PAIRS_H

#include "verify/work.h"

/* In all texts, pages, PDFs and pictures. A pair follows where some row has this share of this
 * base; where it is a sum of neighbouring answers of one question, all others of such a base,
 * or the sum of several groups; as so many answers of those invited, so many of all who
 * answered a question, so many comparisons that differ of all that have a verdict, so many
 * entries of a list, and as so many of the missing as a majority of those invited still needs.
 */
void pairs_check(struct work *work);

#endif
