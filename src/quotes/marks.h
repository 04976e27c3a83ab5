/* What looks like personal data in a quote . A help for the person who reads:
 * a text without marks may still show who wrote it. Nothing is allocated for the caller. */
#ifndef QUOTES_MARKS_H
#define QUOTES_MARKS_H

#include <stdbool.h>

#include "quotes/scan.h"

enum mark {
    MARK_EMAIL,
    MARK_PHONE,
    MARK_IBAN,
    MARK_URL,
    MARK_HANDLE,  /* @name */
    MARK_PERSON,  /* "Frau X" */
    MARK_ADDRESS, /* street and number, post code and place */
    MARK_NUMBER,  /* a long number of another kind */
    MARK_DAMAGED, /* characters that an editor has broken */
    MARK_COUNT
};

/* The bits 1 << mark of all that a tidy text has, MARK_DAMAGED excepted. */
unsigned marks_find(const char *tidy);

/* True where a changed text has signs of a broken encoding that the original has not. */
bool marks_damaged(const char *changed, const char *original);

/* One kind each: true where the scan has it. They erase what they find, and run in this order,
 * since an IBAN is also a long number and an e-mail address also holds a domain. */
bool marks_take_ibans(struct scan *scan);
bool marks_take_emails(struct scan *scan);
bool marks_take_urls(struct scan *scan);
bool marks_take_handles(struct scan *scan);
bool marks_take_addresses(struct scan *scan);
bool marks_take_persons(struct scan *scan);
/* The bits of MARK_PHONE and MARK_NUMBER. Dates are erased first. */
unsigned marks_take_numbers(struct scan *scan);

#endif
