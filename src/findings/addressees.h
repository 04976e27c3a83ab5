/* Who decides on what: the addressees that the questionnaire names for rows and options, and
 * what each of them decides. All lies in the facts' arena. */
#ifndef WORDING_ADDRESSEES_H
#define WORDING_ADDRESSEES_H

#include <stddef.h>

#include "findings/items.h"

/* The names, each once, in the questionnaire's order. An addressee "Freistaat, EU" is two. */
const char *const *addressees_of(const struct facts *facts, size_t *count);

/* The questions whose rows or options have addressees: those on page one, of a gap its
 * importance; where none of them has, all. */
const struct question *const *addressees_questions(const struct facts *facts, size_t *count);

/* The shares of what this addressee decides in a question, the highest first; without those
 * that nobody named. */
struct items addressees_items(const struct facts *facts, const struct question *question,
                              const char *addressee);

#endif
