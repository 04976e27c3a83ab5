/* What belongs on one line in texts that organisers wrote. A result lives as long as the
 * string, or in the voice's arena. */
#ifndef WORDING_TYPOGRAPHY_H
#define WORDING_TYPOGRAPHY_H

#include "wording/voice.h"

/* The string with no-break spaces for blanks inside "17 %", "< 6", "13. März" and "März 2021";
 * the string itself if there are none. Months are those of the voice's language. */
const char *typography_bind(const struct voice *voice, const char *string);

#endif
