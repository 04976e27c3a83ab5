/* Who says what a survey found: its questionnaire, its published results, and the voice of a
 * language. The caller owns questionnaire, results, quotations, catalogue and group; every
 * string that a function over a teller returns lives in the voice's arena, or as long as the
 * questionnaire. */
#ifndef WORDING_TELLER_H
#define WORDING_TELLER_H

#include <stdbool.h>
#include <stdint.h>

#include "survey/privacy_rule.h"
#include "survey/questionnaire.h"
#include "survey/released.h"
#include "survey/results.h"
#include "survey/selected_group.h"
#include "wording/voice.h"

struct teller {
    const struct questionnaire *questionnaire;
    const struct results *results;   /* published ones */
    const struct released *released; /* quotations; NULL: none */
    struct voice voice;
    int language; /* index of the language in the questionnaire */
    const struct selected_group
        *selected; /* the selected group, beside everybody; NULL: none */

    /* Made by teller_prepare. */
    int64_t answers;   /* accepted records */
    int64_t invited;   /* N; 0 where it is not known, or smaller than the answers */
    int64_t simulated; /* made-up answers among them */
    int64_t min_report, min_group, min_cell; /* the thresholds that the gate used */
};

/* Reads from the results what the fields from answers on hold. */
void teller_prepare(struct teller *teller);

/* True where there are enough answers for results (privacy rule P1). */
bool teller_has_results(const struct teller *teller);

/* True where a question's answers are reported at all: no contact data, no consent. */
bool teller_shows(const struct question *question);
/* False where the results have no row of the question: its answers were not counted, and
 * nothing is known of it, not even that nobody answered. */
bool teller_counted(const struct teller *teller, const struct question *question);

/* A label in the teller's language, "" if absent; white space becomes blanks, and what belongs
 * on one line is bound (typography.h). */
const char *teller_label(const struct teller *teller, const struct label *label);

/* The same for an answer, option or row, without the full stop that ends a sentence. */
const char *teller_code_label(const struct teller *teller, const struct label *label);
/* The labels of the codes at count positions, quoted, in a list. */
const char *teller_code_labels(const struct teller *teller, const struct code *codes,
                               const size_t *positions, size_t count);

/* A phrase without placeholders. */
const char *teller_phrase(const struct teller *teller, enum phrase phrase);

/* A whole number. */
const char *teller_whole(const struct teller *teller, int64_t value);

/* Why the gate hid a figure, in words, from the rule's name ("P7"). */
const char *teller_why(const struct teller *teller, const char *rule);

/* A mark that nobody can overlook on made-up answers; "" if none are made up. */
const char *teller_simulated(const struct teller *teller);

#endif
