/* What gnuplot drew, checked and made fit for readers who listen. Results belong to the owner
 * of the struct text. */
#ifndef CHARTS_SVG_H
#define CHARTS_SVG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "charts/chart.h"

/* Appends gnuplot's SVG with the chart's own title and description (chart_describe), role, and
 * language; without gnuplot's titles and empty groups; with ids that begin with the chart's, so
 * that several pictures can stand in one page. False where the bytes are not a whole SVG of the
 * kind that gnuplot writes: cut off, badly nested, or with what base/picture.h does not let
 * stand in a picture. */
bool svg_rewrite(const struct chart *chart, const char *bytes, size_t length,
                 struct text *result);

/* True where the bytes begin and end as a PNG does. */
bool svg_png_is_whole(const char *bytes, size_t length);

#endif
