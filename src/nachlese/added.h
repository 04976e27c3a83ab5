/* Which digests one list has more than another, taken one by one while a file is read again.
 * Freed by added_free. */
#ifndef NACHLESE_ADDED_H
#define NACHLESE_ADDED_H

#include <stdbool.h>
#include <stddef.h>

#include "nachlese/ledger.h"

struct added;

/* Both lists must be in order. */
struct added *added_new(const struct record_list *earlier, const struct record_list *later);
void added_free(struct added *added);
/* How many there are. */
size_t added_count(const struct added *added);
/* True where that digest is one of them and was not taken as often yet; takes it. */
bool added_take(struct added *added, const char *digest);

#endif
