/* Random tables of two answers by groups with the margins of a given one. random_table_new
 * makes a drawer that owns its table; random_table_free frees it. */
#ifndef INFERENCE_RANDOM_TABLE_H
#define INFERENCE_RANDOM_TABLE_H

#include <stdint.h>

#include "inference/contingency.h"

struct random_table;

/* Draws by the Mersenne Twister MT19937, started from seed. The margins, of a table of two
 * rows, must outlive it. */
struct random_table *random_table_new(const struct contingency *margins, uint64_t seed);
/* NULL is fine. */
void random_table_free(struct random_table *drawer);

/* The next table: of each group (column) how many gave the first answer. Each comes as often as
 * chance would deal the answers to the groups: one group after the other from the
 * hypergeometric distribution given those before (Patefield 1981, Algorithm AS 159, Applied
 * Statistics 30:91; R: r2dtable). Valid until the next call. */
const int64_t *random_table_draw(struct random_table *drawer);

#endif
