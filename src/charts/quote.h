/* Text of unknown bytes, made safe for a picture. Results belong to the owner of the struct
 * text. */
#ifndef CHARTS_QUOTE_H
#define CHARTS_QUOTE_H

#include "base/text.h"

/* Appends string without what no picture can show: white space of any kind becomes a blank
 * (no-break spaces stay), an invalid byte or noncharacter U+FFFD; other control characters and
 * bidi controls go. The result is valid in XML and stays the same when cleaned once more. */
void quote_clean(struct text *result, const char *string);

/* Appends the cleaned string as gnuplot's double-quoted literal, every byte but letters and
 * blanks as \ooo: gnuplot then finds nothing in it to run, substitute or end it with. Digits
 * too, as its reader takes "\0415" for one number. */
void quote_label(struct text *result, const char *string);

#endif
