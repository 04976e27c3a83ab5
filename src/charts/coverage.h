/* Which characters a bitmap can show. Where no font has a character, pngcairo draws its
 * replacement many times too large, over the whole picture; so what DejaVu Sans, which comes
 * with gnuplot, does not have is replaced first. A viewer of SVG has fonts of its own. */
#ifndef CHARTS_COVERAGE_H
#define CHARTS_COVERAGE_H

#include <stdbool.h>

#include "base/text.h"

/* Appends valid UTF-8 with every other character as U+FFFD. True where there was one. */
bool coverage_replace(struct text *result, const char *string);

#endif
