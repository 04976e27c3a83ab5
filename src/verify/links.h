/* Check: does a file of public/ lead out, load anything, or name a path of this machine? */
#ifndef VERIFY_LINKS_H
#define VERIFY_LINKS_H

#include "verify/work.h"

/* A link may lead to a place in the same file, to a telephone, and to an address that a text
 * report shows as well: that one is the organiser's. */
void links_check(struct work *work);

#endif
