/* Made-up ticks and ranks. Nothing is allocated. */
#ifndef SIMULATE_CHOICES_H
#define SIMULATE_CHOICES_H

#include "simulate/person.h"
#include "survey/questionnaire.h"

/* Fills the answers of a multi question: some options, rarely an exclusive one alone, don't
 * know alone, or ticks that contradict each other. */
void choices_tick(struct person *person, const struct question *question);

/* Fills the answers of a ranking, sometimes with fewer ranks than allowed. */
void choices_rank(struct person *person, const struct question *question);

#endif
