/* A settled draft as the INI of nachlese-questionnaire(5), with remarks as comments. Write
 * errors stay on the stream. */
#ifndef FORM_DRAFT_WRITE_H
#define FORM_DRAFT_WRITE_H

#include <stdbool.h>
#include <stdio.h>

#include "base/diag.h"
#include "form/draft.h"

/* Where a guess is among the remarks, [survey] says draft = yes: no tool but nachlese-form then
 * takes the file. */
void draft_write(const struct draft *draft, FILE *stream);

/* True where a written draft is as long as a questionnaire may be; else says what to do.
 * `path`: what it was drafted from. */
bool draft_fits(const struct draft *draft, const char *bytes, size_t length, const char *path,
                struct diag *diag);

/* A summary for who drafted: how many questions; the first guesses, and how many more there
 * are, which all stand in the draft; each loss, once for all questions that
 * have it in the same words. A line each, with where it is. */
void draft_summarise(const struct draft *draft, FILE *stream);

#endif
