/* Whether what the attacker claims is true: a test of the attacker, not of the gate. */
#ifndef ATTACK_TRUTH_H
#define ATTACK_TRUTH_H

#include <stddef.h>
#include <stdio.h>

#include "findings.h"
#include "survey/results.h"

/* Compares each count that the findings claim to know of a group with results.csv, and prints
 * those that are false. Returns how many claims there were; *wrong gets the false ones. */
size_t truth_check(const struct findings *findings, const struct results *results, FILE *stream,
                   size_t *wrong);

#endif
