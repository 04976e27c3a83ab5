/* Files, one after the other. The owner frees an intake with intake_free; questionnaire, diag
 * and streams stay the caller's and outlive it. */
#ifndef INGEST_INTAKE_H
#define INGEST_INTAKE_H

#include <stdbool.h>
#include <stdio.h>

#include "base/diag.h"
#include "survey/questionnaire.h"
#include "survey/withdrawals.h"

struct intake;

struct intake_outputs {
    FILE *answers;
    FILE *rejects, *contacts, *quotes, *exchange, *bindings; /* NULL: not wanted */
    FILE *taken_back;                                        /* NULL: not wanted */
    struct withdrawals *withdrawals; /* what must be left out, and how often each fitted */
};

/* Writes the header lines. */
struct intake *intake_new(const struct questionnaire *questionnaire,
                          const struct intake_outputs *outputs, struct diag *diag);
void intake_free(struct intake *intake);
/* Reads a file to its end; false after reporting to diag that it cannot be used. */
bool intake_read(struct intake *intake, const char *path);
/* True where a readable record so far was a person's, not made up. */
bool intake_found_real(const struct intake *intake);
/* Instead of intake_finish where a file could not be used: says what may have been the cause.
 */
void intake_give_up(struct intake *intake);
/* False after reporting that more people gave contact data in a form of its own than answers in
 * the other. */
bool intake_adds_up(const struct intake *intake);
/* Writes what had to wait for the last record, and says how many were read. */
void intake_finish(struct intake *intake);

#endif
