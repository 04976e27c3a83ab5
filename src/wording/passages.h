/* The organiser's ready-made sentences ([text]) with the figures filled in. A placeholder is
 * {answers}, {invited}, {publisher}, {contact} or {ID.ITEM.WHAT}: ID a question or gap; ITEM an
 * answer, a set, an option, a row, or a number N for what stands in place N by share; WHAT
 * share, count, base or label, of a gap also important or satisfied. */
#ifndef WORDING_PASSAGES_H
#define WORDING_PASSAGES_H

#include "base/diag.h"
#include "wording/teller.h"

/* Tells diag every placeholder that no figure can stand for, in all languages. True where there
 * is none. */
bool passages_check(const struct questionnaire *questionnaire, struct diag *diag);

/* The text of a checked passage; NULL where one of its figures is not published, or there is
 * none. */
const char *passages_text(const struct teller *teller, const struct passage *passage);

#endif
