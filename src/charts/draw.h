/* From the model of a picture to gnuplot's script. */
#ifndef CHARTS_DRAW_H
#define CHARTS_DRAW_H

#include <stdbool.h>

#include "base/text.h"
#include "charts/chart.h"
#include "charts/frame.h"

/* Appends the script of a chart in one form, for the formats wanted. At least one row. */
void draw_chart(const struct chart *chart, const struct form *form, bool svg, bool png,
                struct text *result);

#endif
