/* What becomes of a tidy text (survey/quotation.h) when an editor saves it as Windows-1252. All
 * strings are UTF-8. */
#ifndef QUOTES_WINDOWS_H
#define QUOTES_WINDOWS_H

#include <stdbool.h>

/* True where Windows-1252 has every character of a tidy text. */
bool windows_fits(const char *tidy);

/* True where found is what an editor makes of a tidy text when it saves it as Windows-1252:
 * each character that is unknown there has become one ASCII character (two where it lies beyond
 * U+FFFF), all others are kept. */
bool windows_same(const char *tidy, const char *found);

#endif
