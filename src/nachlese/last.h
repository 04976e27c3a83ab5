/* What of the last run stands in where gnuplot or WeasyPrint failed: only what is still true.
 * Nothing is allocated beyond a call. */
#ifndef NACHLESE_LAST_H
#define NACHLESE_LAST_H

#include <stdbool.h>

/* Removes new_public/charts. Where old_public/published.csv has the same bytes as
 * new_public/published.csv, the pictures of the last run show just these figures: then they are
 * linked into new_public/charts, and the result is true. */
bool last_pictures(const char *old_public, const char *new_public);

/* Removes new_public/REPORT.pdf. Where the pages REPORT.html of both folders have the same
 * bytes, the PDF of the last run is one of this page: then it is linked into new_public, and
 * the result is true. report is "report.de", say. */
bool last_pdf(const char *old_public, const char *new_public, const char *report);

#endif
