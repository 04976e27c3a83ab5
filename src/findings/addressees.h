/* Who decides on what: the addressees that the questionnaire names for rows and options. All
 * lies in the facts' arena. */
#ifndef FINDINGS_ADDRESSEES_H
#define FINDINGS_ADDRESSEES_H

#include <stddef.h>

#include "findings/items.h"

/* The names, each once, in the questionnaire's order. An addressee "Freistaat, EU" is two. */
const char *const *addressees_of(const struct facts *facts, size_t *count);

/* The questions whose rows or options have addressees and shares. */
const struct question *const *addressees_questions(const struct facts *facts, size_t *count);

/* The names in the addressee of one row or option; none where it has none. */
const char *const *addressees_named(const struct facts *facts, const struct label *label,
                                    size_t *count);

/* True where this one is among them. */
bool addressees_include(const struct facts *facts, const struct label *label,
                        const char *addressee);

#endif
