/* Whether a picture says all that its table says, so that on paper it can stand for it. */
#ifndef REPORT_DRAWN_H
#define REPORT_DRAWN_H

#include <stdbool.h>

#include "report/table.h"

/* True where each label of the table and each figure is among the words of its picture, lines
 * of them parted by LF (pictures_drawn): a label over one line or more, a figure in a line of
 * its own ("16 von 26"), one for each that the table has. Behind a bar the count alone is
 * enough ("16", or in a legend "Visa: 16") where another line ends with the base ("von 26").
 * With more than one column of figures their heads must be there, too. Blanks that do not break
 * are blanks. False where it is not certain. */
bool drawn_whole(const char *words, const struct table *table);
/* True where the words of a picture say this, over one line or more. */
bool drawn_says(const char *words, const char *sentence);

#endif
