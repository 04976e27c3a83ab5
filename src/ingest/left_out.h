/* The columns that [ingest] ignore leaves out of all files. The owner frees a left_out with
 * left_out_free; the questionnaire outlives it. */
#ifndef INGEST_LEFT_OUT_H
#define INGEST_LEFT_OUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "survey/questionnaire.h"

struct left_out;

struct left_out *left_out_new(const struct questionnaire *questionnaire);
void left_out_free(struct left_out *left_out);
/* True where a column of this heading, length bytes, is left out: a phrase of ignore is the
 * same in folded form, or R has made the heading of it. */
bool left_out_column(struct left_out *left_out, const char *heading, size_t length);
/* Warns of phrases that no column so far was headed with, each with the heading that it
 * resembles, if any; says nothing where no column was looked at. */
void left_out_warn(const struct left_out *left_out, struct diag *diag);

#endif
