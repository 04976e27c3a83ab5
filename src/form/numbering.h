/* The number by which an answer is called on paper, over the telephone and on the page where it
 * is typed in: everywhere the same, or a person's answer would be counted as another. Nothing
 * is allocated. */
#ifndef FORM_NUMBERING_H
#define FORM_NUMBERING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "survey/questionnaire.h"

/* The number of the code at that position; of a question that offers codes. Where every label
 * inside the scale, in that language, is a whole number or begins with one ("0 (not at all)" to
 * "10"), that is the number: a sheet on which "7" has the number 8 would be read either way.
 * Else the numbers are 1, 2, 3 ... in the order of the questionnaire. Codes outside a scale
 * follow the greatest. */
int64_t numbering_code(const struct question *question, size_t language, size_t code);
/* True where the whole label is that number, so that it need not be shown twice. */
bool numbering_is_label(const struct question *question, size_t language, size_t code);

/* That of don't know, behind all others; 1 where there are none. */
int64_t numbering_dk(const struct question *question, size_t language);

#endif
