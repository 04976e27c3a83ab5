/* The made-up words of the made-up respondents: open answers and contact data, marked as
 * invented, with addresses that RFC 2606 reserves. Results are constants or written to the
 * caller's buffer. */
#ifndef SIMULATE_SENTENCES_H
#define SIMULATE_SENTENCES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SENTENCES_CONTACT_SIZE = 96 };

/* True for "de" and "en". */
bool sentences_know(const char *language);

/* How many open answers there are to a question. */
size_t sentences_count(void);
/* An open answer to a question, by what its id says it is about ("youth_example",
 * "missing_change" ...), else one that fits any; index below sentences_count(). */
const char *sentences_answer(const char *language, const char *question, size_t index);
/* What is beside a ticked "other". */
const char *sentences_other(const char *language);

/* A contact value for a field, by what its id says it is ("email", "contact_name" ...). Returns
 * buffer. */
const char *sentences_contact(char buffer[SENTENCES_CONTACT_SIZE], const char *field,
                              uint64_t record);

#endif
