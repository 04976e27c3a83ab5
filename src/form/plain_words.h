/* Texts of form systems, which hold HTML, as people read them on the form. */
#ifndef FORM_PLAIN_WORDS_H
#define FORM_PLAIN_WORDS_H

#include <stdbool.h>

#include "base/text.h"

/* Appends the words of a text in UTF-8, on one line: scripts, styles and comments are left out
 * with all that is in them, tags are left out, those that begin a new line with a blank in
 * their place; entities are the characters they name. Straight double quotes, which a value of
 * a questionnaire cannot hold, become typographic ones, German or English. Characters that
 * steer a terminal or the direction of writing are left out. Nothing is appended of a text of
 * which nothing would be seen. */
void plain_words(struct text *result, const char *bytes, bool german);

/* The same as it stands over a column of an export: nothing is in the place of a tag. */
void plain_heading(struct text *result, const char *bytes, bool german);

#endif
