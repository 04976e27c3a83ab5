/* What is kept apart from answers.csv, in exchange.csv: of each question that is in it, the
 * answers of all accepted records, each question in an order of its own. The ledger holds a
 * digest of each answer, and what of two releases could be subtracted is judged as for other
 * counts over all. Nothing is kept. */
#ifndef NACHLESE_APART_H
#define NACHLESE_APART_H

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
#include "nachlese/ledger.h"
#include "survey/questionnaire.h"

/* Fills release->apart; a missing file holds nothing. False after reporting to diag. */
bool apart_take(const char *path, const char *key, struct release *release, struct diag *diag);

/* Whether those that only the later release has could be published as a survey of their own: of
 * each question nobody or at least min_report answered it, and nobody or at least min_cell gave
 * each answer. *safe is false, too, where a question is identifying. False after reporting. */
bool apart_judge(const char *path, const char *key, const struct release *earlier,
                 const struct release *later, const struct questionnaire *questionnaire,
                 bool *safe, struct diag *diag);

#endif
