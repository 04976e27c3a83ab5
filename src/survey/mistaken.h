/* Arguments that were swapped: an export where the questionnaire belongs, or the other way
 * round. Read as what it is not, such a file gives a fault for each of its lines; here it gives
 * one, with the cure. */
#ifndef SURVEY_MISTAKEN_H
#define SURVEY_MISTAKEN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

/* True, after saying so as an error, where the bytes of a file (all of them) that was named as
 * the questionnaire are an export, another table, or a document that is no plain text. What has
 * a section in any line, begins with "key =" or is all comments is never taken for one. */
bool mistaken_export(const char *file, const char *bytes, size_t length, struct diag *diag);

/* True, after saying so as an error, where the beginning of a file that was named as an export
 * or a table is a questionnaire: a [section] and below it a key, before anything else. */
bool mistaken_questionnaire(const char *file, const char *bytes, size_t length,
                            struct diag *diag);

#endif
