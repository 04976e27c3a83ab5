/* Draws all charts of a run by one gnuplot and puts them in place together: either all pictures
 * are new and whole, or those of the previous run are kept. Nothing is owned. Faults of the
 * environment end the program: EXIT_UNAVAILABLE where gnuplot is missing, dies or takes too
 * long, EXIT_IO where a picture is not whole, EXIT_CANNOT_CREATE. */
#ifndef CHARTS_BATCH_H
#define CHARTS_BATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "charts/chart.h"

struct batch {
    const char *folder; /* made where it is missing, with its parents */
    bool svg, png;      /* at least one; an SVG is also drawn for phones: ID-narrow.svg */
    bool keep_scripts;  /* ID.gp beside the pictures */
    int seconds;        /* for gnuplot */
    const struct chart *charts;
    size_t count; /* 0: only old pictures are removed */
    /* Every id that a picture of this questionnaire can have: pictures of an earlier run that
     * this run did not draw are removed, as they may show what must no longer be shown. */
    const char *const *ids;
    size_t id_count;
};

void batch_draw(const struct batch *batch);

#endif
