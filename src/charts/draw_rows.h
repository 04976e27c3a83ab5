/* Pictures whose rows have shares of their own: bars, and dots. */
#ifndef CHARTS_DRAW_ROWS_H
#define CHARTS_DRAW_ROWS_H

#include "charts/frame.h"

/* A bar a row on a track up to its whole, its figure at the right; a ranking's bar has two
 * parts. */
void draw_bars(struct drawing *drawing);

/* Signs on a line from nobody to all: two of them joined, with their figures at both sides;
 * more of them on lines of their own, one below the other, with their figures beside them. */
void draw_dots(struct drawing *drawing);

#endif
