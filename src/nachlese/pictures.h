/* The pictures of a run when gnuplot fails: those of the last run stand in where they are still
 * true. Nothing is allocated beyond the call. */
#ifndef NACHLESE_PICTURES_H
#define NACHLESE_PICTURES_H

#include <stdbool.h>

/* Removes new_public/charts. Where old_public/published.csv has the same bytes as
 * new_public/published.csv, the pictures of the last run show just these figures: then they are
 * linked into new_public/charts, and the result is true. */
bool pictures_keep_last(const char *old_public, const char *new_public);

#endif
