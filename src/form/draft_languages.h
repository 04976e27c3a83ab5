/* Which languages of a survey its draft has. */
#ifndef FORM_DRAFT_LANGUAGES_H
#define FORM_DRAFT_LANGUAGES_H

#include <stdbool.h>

#include "base/diag.h"
#include "form/draft.h"

/* The draft shall have these languages alone, in that order: "de", "de,en". NULL: all of the
 * file. False where it names none, one twice, or more than a questionnaire may have. */
bool draft_choose_languages(struct draft *draft, const char *list);

/* True where a language of the file stays in the draft; a reader asks, who would make a remark
 * about one of them. */
bool draft_keeps_language(const struct draft *draft, const char *language);

/* A label in the first language that the draft will have, else in the first of the file; NULL
 * where neither has it. For what is said of it, and what is guessed from its words. */
const char *draft_first_words(const struct draft *draft, const struct label *label);

/* Takes all others out of a draft that was read and is not yet settled. False after saying
 * which language the file at path does not have. */
bool draft_keep_languages(struct draft *draft, const char *path, struct diag *diag);

#endif
