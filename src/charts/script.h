/* A script for gnuplot as it grows: text, boxes and signs in pixels from the upper left corner.
 * The owner frees it with script_free; all strings are copied. Every text goes through quote.h;
 * nothing else of a script comes from outside. */
#ifndef CHARTS_SCRIPT_H
#define CHARTS_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/picture_colour.h"
#include "base/text.h"
#include "charts/metrics.h"

struct script;

/* What marks a value; a box only in legends. No two look alike in one colour. */
enum script_sign {
    SCRIPT_BOX,
    SCRIPT_DISC,
    SCRIPT_SQUARE, /* open */
    SCRIPT_TRIANGLE,
    SCRIPT_DIAMOND, /* open */
    SCRIPT_DROP,    /* a triangle on its head */
    SCRIPT_RING,
    SCRIPT_SIGNS
};

enum script_align { SCRIPT_LEFT, SCRIPT_CENTRE, SCRIPT_RIGHT };

/* A rectangle in pixels, from above and from the left. */
struct box {
    double left, top, right, bottom;
};

/* name is that of the files that the script writes, without ending: ID, ID-narrow. */
struct script *script_new(const char *name, double width);
void script_free(struct script *script);

/* A line of text; y is its middle. Text lies on everything else. */
void script_text(struct script *script, double x, double y, enum script_align align,
                 const struct font *font, const char *line);
/* A box filled with a colour and, unless 0, gnuplot's pattern of paper; on those before it. */
void script_box(struct script *script, struct box box, enum picture_colour colour, int pattern);
/* A sign of so many pixels from its middle to its edge, on the boxes and signs before it; no
 * box. */
void script_sign(struct script *script, double x, double y, double radius,
                 enum script_sign sign, enum picture_colour colour);

/* Appends the whole script for a picture of that height, as the formats wanted. It may be
 * behind other scripts. */
void script_finish(const struct script *script, double height, bool svg, bool png,
                   struct text *result);

#endif
