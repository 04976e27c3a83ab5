/* Postal addresses: street and house number in German, English, Polish and Czech, post boxes,
 * post codes beside a town. */
#ifndef QUOTES_PLACES_H
#define QUOTES_PLACES_H

#include <stdbool.h>

#include "quotes/scan.h"

bool places_found(const struct scan *scan);

#endif
