/* Check: is there nothing in public/ that a run does not make, and is internal/ closed to
 * others?
 */
#ifndef VERIFY_NAMES_H
#define VERIFY_NAMES_H

#include "verify/work.h"

/* Names are those of nachlese(1). Whatever is neither a file nor a folder is a finding, too. */
void names_check(struct work *work);

#endif
