/* What other programs read of a file for us: of a PDF, of a workbook. */
#ifndef VERIFY_HELPER_H
#define VERIFY_HELPER_H

#include "verify/work.h"

/* What a program, by name, prints with these arguments, ended by NULL, without its own name;
 * NULL where it is not installed, fails, or needs more than a minute, and that is noted as not
 * checked for the file of that name. */
const char *helper_read(struct work *work, const char *program, const char *const *arguments,
                        const char *name);

/* The text of a PDF and the cells of all sheets of a workbook; NULL as above. */
const char *helper_pdf(struct work *work, const char *name);
const char *helper_workbook(struct work *work, const char *name);

#endif
