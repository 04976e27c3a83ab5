/* What is wrong with a questionnaire, or will probably hurt, beyond what the loader refuses.
 * Nothing is kept; the questionnaire stays the caller's. */
#ifndef FORM_CHECK_H
#define FORM_CHECK_H

#include <stdbool.h>

#include "base/diag.h"
#include "survey/ini.h"
#include "survey/questionnaire.h"

/* Warns of what a word processor or a slip of the pen put into the file, where it is and what
 * helps: quotes that became part of a value, odd blanks, comments behind a value, a day of
 * deletion that is over. */
void check_file(const struct ini *ini, struct diag *diag);

/* Warns of TODOs that are left where the questionnaire is no draft any more. */
void check_todos(const struct ini *ini, const struct questionnaire *questionnaire,
                 struct diag *diag);

/* Reports what the loader does not look at: placeholders of ready-made sentences that no figure
 * can replace; false where there is one. Warns of what is allowed but will probably hurt:
 * column headings that could mean two things, contact data without consent or without a date of
 * deletion, no purpose, a grouping that leaves out who skips its question, pages and findings
 * without figures, findings that no page speaks of. */
bool check_questionnaire(const struct questionnaire *questionnaire, struct diag *diag);

/* Warns of options that a cell with several of them could not distinguish: labels that read
 * like others joined, aliases that are a part of another label. ini is what it was built from.
 */
void check_joined(const struct ini *ini, const struct questionnaire *questionnaire,
                  struct diag *diag);

#endif
