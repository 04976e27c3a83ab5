/* The organiser's ready-made sentences ([text]) with the figures filled in. A placeholder is
 * {answers}, {invited}, {publisher}, {contact} or {ID.ITEM.WHAT}: ID a question or gap; ITEM an
 * answer, a set, an option, a row, or a number N for what is in place N by share; WHAT share,
 * count, base or label, of a gap also important or satisfied. Place 1 of a list (options, rows)
 * are all that can be first (tier.h), and that it is open which of them is stands behind the
 * text; other places it has none. */
#ifndef WORDING_PASSAGES_H
#define WORDING_PASSAGES_H

#include "base/diag.h"
#include "wording/teller.h"

/* Reports to diag every placeholder that no figure can replace, in all languages. True if there
 * are no such placeholders. */
bool passages_check(const struct questionnaire *questionnaire, struct diag *diag);

/* The text of a checked passage; NULL where one of its figures is not published, or without a
 * text. */
const char *passages_text(const struct teller *teller, const struct passage *passage);

#endif
