/* The members of a packed file (.odt, .xlsx). */
#ifndef VERIFY_PACKED_H
#define VERIFY_PACKED_H

#include "verify/work.h"

/* What all members hold, one behind the other, each with its name before it, NUL bytes as
 * blanks; NULL where the file is not packed or damaged, and that is noted as not checked. */
const char *packed_read(struct work *work, const char *name);

#endif
