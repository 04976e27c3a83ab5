/* Check: do the forms of the tables hold the same cells, and their languages the same numbers?
 */
#ifndef VERIFY_TABLES_H
#define VERIFY_TABLES_H

#include "verify/work.h"

/* The page is compared with the workbook cell by cell, with the text number by number in each
 * table, and with the page of each other language. */
void tables_check(struct work *work);

#endif
