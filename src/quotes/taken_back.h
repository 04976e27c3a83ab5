/* The numbers of quotes whose authors took them back, as nachlese-ingest --taken-back writes
 * them: one a line below the heading "number". Freed by taken_back_free. */
#ifndef QUOTES_TAKEN_BACK_H
#define QUOTES_TAKEN_BACK_H

#include <stdbool.h>

#include "base/diag.h"

struct taken_back;

/* NULL after reporting to diag that it is no such file. */
struct taken_back *taken_back_read(const char *path, struct diag *diag);
void taken_back_free(struct taken_back *taken_back);

/* True where that number is among them; NULL holds none. */
bool taken_back_holds(const struct taken_back *taken_back, const char *number);

#endif
