/* What no form system says and a person would guess from the words. Each guess is a remark that
 * asks for a decision; nothing is guessed without one. */
#ifndef FORM_GUESSES_H
#define FORM_GUESSES_H

#include <stdbool.h>

#include "form/draft.h"

/* Asks whether a question or field of these words, for which CONTACT_UNSURE was said
 * (contact_words.h), asks for the name, the address or the number of a person. */
void guess_ask_contact(struct draft *draft, struct draft_remarks *remarks, const char *words);

/* Takes the answer or option whose code is dk for don't know. */
void guess_dk_code(struct draft *draft, struct draft_question *question);

/* Takes "don't know" out of the answers of a single or matrix question, and puts "not
 * applicable" and the like beside the scale. */
void guess_missing(struct draft *draft, struct draft_question *question);

/* Says that the answers have an order, lowest first, where there are three at least. */
void guess_order(struct draft *draft, struct draft_codes *codes);

/* Asks whether an option such as "none of these" excludes the others. */
void guess_exclusive(struct draft *draft, struct draft_question *question);

/* Which question, of those that can be answered with yes or no, asks for which consent; the
 * answer `yes` is one of source "Y" or id "yes". And says so where contact data are asked for
 * without one. Once, when all questions are there. */
void guess_consents(struct draft *draft);

#endif
