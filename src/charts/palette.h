/* The colours of all pictures, chosen so that people who see no red or no green distinguish
 * them and a black-and-white copy does too: they differ in lightness. Nothing is allocated. */
#ifndef CHARTS_PALETTE_H
#define CHARTS_PALETTE_H

#include <stddef.h>

enum { PALETTE_SIZE = 8 }; /* "#0a4f8a" and a NUL */

#define PALETTE_PAPER  "#ffffff"
#define PALETTE_BLACK  "#000000" /* numbers on a colour */
#define PALETTE_INK    "#1a1a1a" /* labels and figures */
#define PALETTE_GREY   "#4d4d4d" /* what is in the background: notes, axis */
#define PALETTE_ALARM  "#9c2a00" /* that answers are made up */
#define PALETTE_LINE   "#b8bec4" /* lines of the axis */
#define PALETTE_TRACK  "#eceff2" /* the rest up to the whole */
#define PALETTE_BAR    "#7fb2db" /* a bar */
#define PALETTE_LEADER "#0b4f8a" /* the bar that the title speaks of */
#define PALETTE_FIRST  "#0b4f8a" /* dumbbell: important */
#define PALETTE_SECOND "#c0560a" /* dumbbell: satisfied */

enum palette_family {
    PALETTE_NOMINAL,   /* classes without an order */
    PALETTE_SEQUENCE,  /* steps from little to much */
    PALETTE_TWO_SIDED, /* steps on both sides of a middle */
};

struct swatch {
    char colour[PALETTE_SIZE];
    int pattern;     /* gnuplot's pattern in white over the colour; 0: none */
    const char *ink; /* the colour of text on it */
};

/* The colour of class position of count classes, 0 <= position < count. */
struct swatch palette_class(enum palette_family family, size_t position, size_t count);

#endif
