/* Names of persons in a text, by what stands around them: titles, offices and kinship, words
 * such as "ich heiße", greetings, initials; by common first names and surnames. German writes
 * every noun with a capital, so that a capital alone says nothing. */
#ifndef QUOTES_PERSONS_H
#define QUOTES_PERSONS_H

#include <stdbool.h>

#include "quotes/scan.h"

bool persons_found(const struct scan *scan);

#endif
