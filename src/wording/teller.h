/* Who says what a survey found: its questionnaire, its published results, and the voice of a
 * language. The caller owns questionnaire, results, quotations, catalogue and group; every
 * string that a function over a teller returns lives in the voice's arena, or as long as the
 * questionnaire. */
#ifndef WORDING_TELLER_H
#define WORDING_TELLER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "findings/facts.h"
#include "survey/privacy_rule.h"
#include "survey/released.h"
#include "wording/voice.h"

struct teller {
    struct facts facts;
    const struct released *released; /* quotations; NULL: none */
    struct voice voice;
};

/* What was said, in order. */
struct sentences {
    const char **line;
    size_t count;
};

/* Gives it the arena in which facts and voice put what they make, and prepares the facts. */
void teller_prepare(struct teller *teller, struct arena *arena);

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
