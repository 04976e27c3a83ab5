/* Names seen so far, each with a number: finds in one step what occurs twice. The table is
 * freed by name_table_free; the strings stay the caller's and must live as long. */
#ifndef SURVEY_NAME_TABLE_H
#define SURVEY_NAME_TABLE_H

#include <stdbool.h>
#include <stddef.h>

struct name_table;

struct name_table *name_table_new(void);
/* NULL is fine. */
void name_table_free(struct name_table *table);

/* Adds name with its number and returns true; where the name is there already, gives the number
 * it came with in *first and returns false. */
bool name_table_add(struct name_table *table, const char *name, size_t number, size_t *first);
/* The number of name in *number; false where it is not there. */
bool name_table_find(const struct name_table *table, const char *name, size_t *number);

#endif
