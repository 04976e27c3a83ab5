/* What looks like personal data in a quote. A help for the person who reads: a text without
 * marks may still show who wrote it. Nothing is allocated for the caller. */
#ifndef QUOTES_MARKS_H
#define QUOTES_MARKS_H

#include <stdbool.h>

enum mark {
    MARK_EMAIL,
    MARK_PHONE,
    MARK_IBAN,
    MARK_URL,
    MARK_HANDLE,     /* @name */
    MARK_PERSON,     /* a name by its title, office, or as a common first name */
    MARK_KNOWN_NAME, /* a name of the contact data: column names of quotes.csv */
    MARK_ADDRESS,    /* street and number, post code and place */
    MARK_PLATE,      /* of a car */
    MARK_BIRTH,      /* a date of birth */
    MARK_NUMBER,     /* a long number of another kind */
    MARK_DAMAGED,    /* characters that an editor has broken */
    MARK_COUNT
};

/* The bits 1 << mark of all that a tidy text has, MARK_KNOWN_NAME and MARK_DAMAGED
 * excepted. */
unsigned marks_find(const char *tidy);

/* True where a changed text has signs of a broken encoding that the original has not. */
bool marks_damaged(const char *changed, const char *original);

#endif
