/* What of the previous run is kept where gnuplot is missing: only what is still true. Nothing
 * is allocated beyond a call. */
#ifndef NACHLESE_PREVIOUS_H
#define NACHLESE_PREVIOUS_H

#include <stdbool.h>

/* Removes new_public/charts. Where published.csv and codebook.csv of old_public have the same
 * bytes as those of new_public, the pictures of the previous run show just these figures with
 * these words: then they are linked into new_public/charts, and the result is true. */
bool previous_pictures(const char *old_public, const char *new_public);

#endif
