/* What reaches a person over a network: e-mail and web addresses, names in networks and
 * messengers, also where they are written in words. They erase what they find, and are called
 * in this order: an e-mail address also holds a domain. */
#ifndef QUOTES_REACH_H
#define QUOTES_REACH_H

#include <stdbool.h>

#include "quotes/scan.h"

bool reach_take_emails(struct scan *scan);
bool reach_take_urls(struct scan *scan);
bool reach_take_handles(struct scan *scan);

#endif
