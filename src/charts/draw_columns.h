/* Pictures of numbers: columns over an axis. */
#ifndef CHARTS_DRAW_COLUMNS_H
#define CHARTS_DRAW_COLUMNS_H

#include "charts/frame.h"

/* A column a row from its lower to its upper bound, whose area is its count, so that a last
 * class which is narrower looks no emptier than it is; the count itself is above. Bars, where
 * there is no room for that. */
void draw_columns(struct drawing *drawing);

#endif
