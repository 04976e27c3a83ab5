/* Headings in messages: what one means, the heading itself, and how it has to be written into a
 * questionnaire. Texts belong to the caller. */
#ifndef INGEST_HEADING_TEXT_H
#define INGEST_HEADING_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/text.h"
#include "ingest/columns.h"
#include "survey/headings.h"

/* Appends what a heading means: "support__money", "formats, all options". */
void heading_text_meaning(struct text *text, const struct heading *heading);
/* Appends at most limit characters, "..." for what was cut; what looks like an address or a
 * number is withheld. */
void heading_text_shorten(struct text *text, const char *bytes, size_t length, size_t limit);
/* Appends the bytes as a value of the questionnaire, in double quotes. False, and nothing is
 * appended, where they are empty, longer than a line may be, or withheld. */
bool heading_text_quote(struct text *text, const char *bytes, size_t length);
/* Appends the column's heading as it has to be in a line such as ignore = or id =: in double
 * quotes where it needs them; the word HEADING in quotes where it is too long or withheld. */
void heading_text_in_ini(struct text *text, const struct column *column);

/* The folded form in which headings are compared, in the arena. */
const char *heading_text_form(struct arena *arena, const char *bytes, size_t length);

#endif
