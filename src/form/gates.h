/* Consent that shows by who is asked: what hangs on one answer to a question tells what that
 * question is for. Each is a guess, with a remark. */
#ifndef FORM_GATES_H
#define FORM_GATES_H

#include <stdbool.h>

#include "form/draft.h"

/* True where the first question stands alone on its page, as consent does. */
bool gates_begin_alone(const struct draft *draft);
/* The first question, where all others are asked only after one of its answers: it asks for
 * consent to take part. Their condition is left out. */
void gates_participation(struct draft *draft, struct draft_question *question, size_t code);

/* Contact data that are asked for only after one answer to a question without a role: it asks
 * for consent to pass them on, and what else hangs on it goes to the list of contacts. Once,
 * when all conditions are there. */
void gates_contacts(struct draft *draft);

#endif
