/* What a survey found, as it was published: the questionnaire, its published results and, where
 * there is one, the group that is selected. The caller owns all of these and the arena;
 * whatever a function over facts returns lies in that arena, or as long as the questionnaire.
 */
#ifndef FINDINGS_FACTS_H
#define FINDINGS_FACTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "survey/questionnaire.h"
#include "survey/results.h"
#include "survey/selected_group.h"

struct facts {
    const struct questionnaire *questionnaire;
    const struct results *results; /* published ones */
    struct arena *arena;
    int language; /* index of the language in the questionnaire */
    const struct selected_group
        *selected; /* the selected group, beside everybody; NULL: none */

    /* Made by facts_prepare. */
    int64_t answers;   /* accepted records */
    int64_t invited;   /* N; 0 where it is not known, or smaller than the answers */
    int64_t simulated; /* made-up answers among them */
    int64_t min_report, min_group, min_cell; /* the thresholds that the gate used */
};

/* Reads from the results what the fields from answers on hold. */
void facts_prepare(struct facts *facts);

/* True where there are enough answers for results (privacy rule P1). */
bool facts_have_results(const struct facts *facts);

/* True where a question's answers are reported at all: no contact data, no consent. */
bool facts_show(const struct question *question);

/* False where the results have no row of the question: its answers were not counted, and
 * nothing is known of it, not even that nobody answered. */
bool facts_count(const struct facts *facts, const struct question *question);

/* A label as it was configured in the language of the facts; "" if absent. */
const char *facts_label(const struct facts *facts, const struct label *label);

#endif
