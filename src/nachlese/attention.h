/* What an organiser should know before the report goes out: one short point each, in the
 * language of the environment. */
#ifndef NACHLESE_ATTENTION_H
#define NACHLESE_ATTENTION_H

#include <stddef.h>

#include "base/text.h"
#include "nachlese/summary.h"

/* Whether the report may go out before the point is settled. Open is what makes it false or
 * tells too much, and what the organisers can settle: then the point goes. */
enum attention_weight { ATTENTION_OPEN, ATTENTION_LOOK, ATTENTION_WEIGHTS };

/* Points one after the other, each ended by a line feed. Freed by attention_free. */
struct attention_points {
    struct text text[ATTENTION_WEIGHTS];
    size_t count[ATTENTION_WEIGHTS];
};

/* Collects the points that there are. */
struct attention_points attention_collect(const struct summary_facts *facts);
void attention_free(struct attention_points *points);

#endif
