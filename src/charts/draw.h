/* From the model of a picture to gnuplot's script. */
#ifndef CHARTS_DRAW_H
#define CHARTS_DRAW_H

#include "base/arena.h"
#include "charts/chart.h"
#include "charts/metrics.h"
#include "charts/script.h"

/* Appends the script of a chart, for the formats wanted. At least one row. */
void draw_chart(const struct chart *chart, bool svg, bool png, struct text *result);

/* A picture that is being drawn from top to bottom. */
struct drawing {
    const struct chart *chart;
    struct arena *arena;   /* of lines and the like, for this picture */
    struct script *script; /* from frame_begin on */
    double y;              /* what is above is drawn */
};

#endif
