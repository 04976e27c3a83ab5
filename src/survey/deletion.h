/* The days by which [privacy] promised that something is deleted, and what a tool says of a
 * file that should be gone. Made-up answers are nobody's: whoever calls knows whether a file
 * holds those of people. Nothing is allocated. */
#ifndef SURVEY_DELETION_H
#define SURVEY_DELETION_H

#include <stdbool.h>

#include "base/diag.h"
#include "survey/questionnaire.h"

enum deletion {
    DELETION_RAW,     /* delete_raw_by: exports, and what was made of single answers */
    DELETION_CONTACT, /* delete_contact_by: contact data, and what tells who someone is */
    DELETIONS
};

/* The key of the questionnaire: "delete_raw_by". */
const char *deletion_key(enum deletion deletion);
/* YYYY-MM-DD, or NULL where the questionnaire names no day. */
const char *deletion_day(const struct questionnaire *questionnaire, enum deletion deletion);
/* True after that day; the day itself is not too late. */
bool deletion_is_due(const struct questionnaire *questionnaire, enum deletion deletion);
/* Reports as an error that file should be gone. Only where it is due. */
void deletion_say(const struct questionnaire *questionnaire, enum deletion deletion,
                  const char *file, struct diag *diag);

#endif
