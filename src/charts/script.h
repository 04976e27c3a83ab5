/* A script for gnuplot as it grows: text, lines and boxes in pixels from the upper left corner,
 * numbers in data blocks, and what to plot of them. The owner frees it with script_free; all
 * strings are copied. Every text goes through quote.h; nothing else of a script comes from
 * outside. */
#ifndef CHARTS_SCRIPT_H
#define CHARTS_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "charts/metrics.h"

struct script;

/* A sign that marks a value; a box only in legends. */
enum script_sign { SCRIPT_BOX, SCRIPT_DISC, SCRIPT_SQUARE };

enum script_align { SCRIPT_LEFT, SCRIPT_CENTRE, SCRIPT_RIGHT };

/* A rectangle in pixels, from above and from the left. */
struct box {
    double left, top, right, bottom;
};

/* id names the files that the script writes: ID.svg, ID.png. */
struct script *script_new(const char *id, double width);
void script_free(struct script *script);
double script_width(const struct script *script);

/* A line of text; y is its middle. */
void script_text(struct script *script, double x, double y, enum script_align align,
                 const struct font *font, const char *line);
/* A box behind the data, filled with a colour and, unless 0, gnuplot's pattern in white. */
void script_box(struct script *script, struct box box, const char *colour, int pattern);
/* A sign in the foreground: a filled disc or an open square. */
void script_sign(struct script *script, double x, double y, enum script_sign sign,
                 const char *colour);
/* A line behind the data. */
void script_line(struct script *script, double x0, double y0, double x1, double y1,
                 const char *colour, double thickness);

/* Where the data are: the area takes x from low to high; y of the data is in pixels, like
 * everything else. Called once, before the tics. */
void script_area(struct script *script, struct box area, double low, double high);
/* A label under the area at x of the data. */
void script_tic(struct script *script, double x, const char *label);

/* Begins the data block NAME ("bars") with a comment that names its columns; script_row adds a
 * row of count numbers, all finite. */
void script_begin_block(struct script *script, const char *name, const char *columns);
void script_row(struct script *script, size_t count, const double *numbers);
void script_end_block(struct script *script);
/* What to plot, e.g. "$bars using 1:2 with lines"; in the order given. */
void script_plot(struct script *script, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Plots a sign of the rows of a block; using as gnuplot has it ("2:1"). */
void script_plot_signs(struct script *script, const char *block, const char *columns,
                       enum script_sign sign, const char *colour);

/* Appends the whole script for a picture of that height, as the formats wanted. It may be
 * behind other scripts. */
void script_finish(const struct script *script, double height, bool svg, bool png,
                   struct text *result);

#endif
