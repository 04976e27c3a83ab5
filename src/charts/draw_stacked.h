/* Pictures whose rows are a whole each, split into classes: from the left edge, or, for a scale
 * with a middle, to both sides of it. */
#ifndef CHARTS_DRAW_STACKED_H
#define CHARTS_DRAW_STACKED_H

#include "charts/frame.h"

/* The totals of both sides stand at both ends of a row, what is beside the scale at its right;
 * below the bar where there is one row, and in the narrow form. The classes are named over the
 * first row where that has room, else in a legend. */
void draw_stacked(struct drawing *drawing);

#endif
