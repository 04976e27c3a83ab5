/* The table which column was read as what. Texts belong to the caller. */
#ifndef INGEST_BINDING_TABLE_H
#define INGEST_BINDING_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/text.h"
#include "ingest/binding.h"
#include "ingest/boxes.h"
#include "survey/headings.h"

/* Appends what a heading means: "support__money", "formats, all options". */
void binding_name(struct text *text, const struct heading *heading);
/* For people, one line a column; of boxes also how they are read. */
void binding_print(const struct binding *binding, const struct boxes *boxes, const char *file,
                   bool contacts, bool quotes, FILE *stream);
/* As CSV rows; the header line is the caller's. What a column was read as is said in words, for
 * people; behind it stands the id of its question, or nothing. */
void binding_write(const struct binding *binding, const struct boxes *boxes, bool contacts,
                   bool quotes, FILE *stream);
/* Appends at most limit characters, "..." for what was cut; what looks like an address or a
 * number is withheld. */
void binding_shorten(struct text *text, const char *bytes, size_t length, size_t limit);
/* Appends the bytes as a value of the questionnaire, in double quotes. False, and nothing is
 * appended, where they are empty, longer than a line may be, or withheld. */
bool binding_add_value(struct text *text, const char *bytes, size_t length);
/* Appends the column's heading as it has to stand in a line such as ignore = or id =: in double
 * quotes where it needs them; the word HEADING in quotes where it is too long or withheld. */
void binding_add_heading(struct text *text, const struct column *column);

#endif
