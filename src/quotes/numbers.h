/* Numbers that belong to a person: IBANs, phone numbers, also in words, dates of birth, licence
 * plates, and long numbers of any kind. They erase what they find. */
#ifndef QUOTES_NUMBERS_H
#define QUOTES_NUMBERS_H

#include <stdbool.h>

#include "quotes/scan.h"

/* With the right check digits; before anything else, since an IBAN is also a long number. */
bool numbers_take_ibans(struct scan *scan);
bool numbers_take_plates(struct scan *scan);
/* A date beside "geboren", "born" or "Geburtstag". */
bool numbers_take_births(struct scan *scan);
/* The bits of MARK_PHONE and MARK_NUMBER; last, since dates and all that was found are erased
 * first. */
unsigned numbers_take_rest(struct scan *scan);

#endif
