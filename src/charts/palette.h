/* The colours of the classes of a picture, chosen from those of base/picture_colour.h so that
 * people who see no red or no green distinguish them and a black-and-white copy does too: they
 * differ in lightness, and where there are more classes than colours, in hatching. Nothing is
 * allocated. */
#ifndef CHARTS_PALETTE_H
#define CHARTS_PALETTE_H

#include <stddef.h>

#include "base/picture_colour.h"

struct swatch {
    enum picture_colour colour;
    int pattern;             /* gnuplot's pattern of paper over the colour; 0: none */
    enum picture_colour ink; /* of text on it */
};

/* Class position of count classes without an order. */
struct swatch palette_nominal(size_t position);

/* Class position of count steps of a scale, of which the first left and the last right lie on
 * its sides, and those between are its middle; position < count, left + right <= count. */
struct swatch palette_step(size_t position, size_t count, size_t left, size_t right);

/* The colour of the sign at that position, of dots in a row. */
enum picture_colour palette_sign(size_t position);

/* The colour of text on one of C1 to C9. */
enum picture_colour palette_ink(enum picture_colour colour);

#endif
