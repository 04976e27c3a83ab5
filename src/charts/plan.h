/* Which pictures a survey gets, and what is in them: from published results to charts. All
 * strings and arrays lie in the arena of the teller's voice. */
#ifndef CHARTS_PLAN_H
#define CHARTS_PLAN_H

#include <stddef.h>

#include "charts/chart.h"
#include "wording/teller.h"

struct plan {
    const struct teller *teller; /* prepared */

    /* Made by plan_make. */
    struct chart *charts;
    size_t count;
    const char **ids; /* everything that can have a picture */
    size_t id_count;
};

/* A chart for every question, gap and [together] where there is something to draw, in the
 * questionnaire's order, and behind a question's one of its figures by the main grouping; none
 * where there are too few answers for results. What the privacy gate hid is not drawn but
 * named. */
void plan_make(struct plan *plan);

#endif
