/* published.csv, for those who write about it: what no privacy gate has passed, or belongs to
 * another questionnaire, is refused here. */
#ifndef SURVEY_PUBLISHED_H
#define SURVEY_PUBLISHED_H

#include "base/diag.h"
#include "survey/questionnaire.h"
#include "survey/results.h"

/* Reads path ("-": standard input) whole; the caller frees it with results_free. NULL after
 * reporting to diag where it is no results file, was not published, speaks of questions that
 * the questionnaire does not have, of more answers to a question than there are records, or of
 * groups without the row that says what of them is shown. */
struct results *published_read(const char *path, const struct questionnaire *questionnaire,
                               struct diag *diag);

#endif
