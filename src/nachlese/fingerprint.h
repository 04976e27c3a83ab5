/* What a release is known by: digests of how it was cut, of its figures, and of each accepted
 * record's coded answers. The ledger keeps them; the answers themselves stay where they are. */
#ifndef NACHLESE_FINGERPRINT_H
#define NACHLESE_FINGERPRINT_H

#include <stdbool.h>

#include "base/diag.h"
#include "nachlese/ledger.h"
#include "survey/questionnaire.h"
#include "survey/results.h"

struct fingerprint_source {
    const struct questionnaire *questionnaire;
    const char *answers;             /* path of answers.csv */
    const char *apart;               /* path of exchange.csv; need not be there */
    const struct results *published; /* the figures */
    const char *exports;             /* digests separated by commas; NULL: none */
};

/* Fills a new release of the ledger, but for its number and events. False after reporting to
 * diag that the answers cannot be read. */
bool fingerprint_take(const struct fingerprint_source *source, struct ledger *ledger,
                      struct release *release, struct diag *diag);

/* The digest of the figures in a published.csv that are about answers. */
const char *fingerprint_figures(const struct results *published, struct arena *arena);
/* False for a release of so few answers that it has no figures: nothing can be subtracted from
 * it. */
bool fingerprint_has_figures(const struct release *release);

/* The records that only the later release has, as difference_judge takes them: answers.csv of
 * the later release is read once more. *answers is the caller's to free. False after
 * reporting. */
bool fingerprint_added(const struct fingerprint_source *source, const struct ledger *ledger,
                       const struct release *earlier, const struct release *later,
                       int8_t **answers, size_t *count, struct diag *diag);

#endif
