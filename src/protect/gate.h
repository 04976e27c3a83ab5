/* The privacy gate over a whole results file: what may be published, and what a rule hides.
 * Nothing is allocated for the caller; results and questionnaire stay the caller's. */
#ifndef PROTECT_GATE_H
#define PROTECT_GATE_H

#include <stdbool.h>
#include <stdio.h>

#include "base/diag.h"
#include "protect/gate_rules.h"
#include "survey/questionnaire.h"
#include "survey/results.h"

/* False, after reporting to diag, where the gate cannot work on these results: they were
 * published before, lack the accounting of the records, or speak of questions that the
 * questionnaire does not have. */
bool gate_accepts(const struct results *results, const struct questionnaire *questionnaire,
                  const char *file, struct diag *diag);

/* Writes published.csv from results that gate_accepts took: the mark with the thresholds, then
 * what the rules let through. audit: where it says why not more is shown, or NULL. */
void gate_write(FILE *stream, FILE *audit, const struct results *results,
                const struct questionnaire *questionnaire, const struct gate_rules *rules,
                struct diag *diag);

#endif
