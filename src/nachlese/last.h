/* What of the last run stands in where gnuplot is missing: only what is still true.
 * Nothing is allocated beyond a call. */
#ifndef NACHLESE_LAST_H
#define NACHLESE_LAST_H

#include <stdbool.h>

/* Removes new_public/charts. Where published.csv and codebook.csv of old_public have the same
 * bytes as those of new_public, the pictures of the last run show just these figures with these
 * words: then they are linked into new_public/charts, and the result is true. */
bool last_pictures(const char *old_public, const char *new_public);

#endif
