/* What gnuplot drew, checked and made fit for readers who listen. Results belong to the owner
 * of the struct text. */
#ifndef CHARTS_SVG_H
#define CHARTS_SVG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "charts/chart.h"
#include "charts/frame.h"

/* Appends a picture made from what base/picture.h reads of gnuplot's SVG: with the chart's own
 * title and description (chart_describe), role, and language; without gnuplot's titles and
 * empty groups; with ids that begin with the chart's and the ending of the form ("-narrow"), so
 * that several pictures can share one page; with the class of each colour
 * (base/picture_colour.h); with the place of the drawn title (frame_title_place) as
 * data-title. base/picture.h reads it again. False where it does not read the
 * bytes: cut off, badly nested, or with what may not occur in a picture; or where the new
 * picture is too long for it; the result is then of no use. */
bool svg_rewrite(const struct chart *chart, const struct form *form, const char *bytes,
                 size_t length, struct text *result);

/* True where the bytes begin and end as a PNG does. */
bool svg_png_is_whole(const char *bytes, size_t length);

#endif
