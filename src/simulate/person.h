/* One made-up respondent: answers to every question, in the form of answers.h, with all kinds
 * of missing. A person owns its arrays and is used again for every record; person_free frees
 * it. World and questionnaire must outlive it. */
#ifndef SIMULATE_PERSON_H
#define SIMULATE_PERSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "simulate/random.h"
#include "simulate/world.h"
#include "survey/answers.h"
#include "survey/questionnaire.h"

struct person {
    const struct questionnaire *questionnaire;
    const struct world *world;
    uint64_t seed;
    gsl_rng *generator;     /* the stream of this record */
    struct answer *answers; /* by variable */
    size_t *levels;         /* by grouping: the code position that shapes the answers */
    double mood;            /* how much this person agrees with everything */
    bool contact_consent;   /* agrees to be named to others */
    bool contact_given;     /* filled in the contact fields */
    bool complete;          /* reached the end of the form */
};

/* What happens to a record beside its answers. */
enum person_fate {
    PERSON_USUAL,   /* complete or not, as the dice fall */
    PERSON_WHOLE,   /* complete in any case */
    PERSON_EMPTY,   /* sent without a single answer */
    PERSON_REFUSING /* does not consent to take part */
};

struct person *person_new(const struct questionnaire *questionnaire, const struct world *world,
                          uint64_t seed);
void person_free(struct person *person);

/* Makes the respondent of this record number; the same seed, number and fate give the same one.
 * incomplete is the probability, 0 to 1, of breaking off. */
void person_make(struct person *person, uint64_t record, enum person_fate fate,
                 double incomplete);

#endif
