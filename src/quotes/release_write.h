/* Writes what quotes/release.h describes and reads, and what is released. */
#ifndef QUOTES_RELEASE_WRITE_H
#define QUOTES_RELEASE_WRITE_H

#include <stdio.h>

#include "quotes/quotes.h"

/* Writes the release file in a language of the questionnaire: UTF-8 with a BOM and CRLF, which
 * every editor of Windows keeps. mark_new says whether new quotes are named as such. */
void release_write(FILE *stream, const struct quotes *quotes,
                   const struct questionnaire *questionnaire, int language, bool mark_new);

/* Writes released.csv (question,text): the released quotes only, in the order of the quotes,
 * each text of a question once. Returns how many. */
size_t release_write_released(FILE *stream, const struct quotes *quotes);

#endif
