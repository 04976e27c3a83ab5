/* The different values of one column or of several together, compared as answers are: folded,
 * whole numbers in one form. Values point into the export; a tally is freed by tally_free. */
#ifndef FORM_TALLY_H
#define FORM_TALLY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "form/export_table.h"

struct tally_value {
    const char *form;  /* folded; the tally's own */
    const char *shown; /* as it is written where it comes first; the export's */
    size_t records;    /* that have it, each counted once */
    size_t first;      /* place among the values by where it comes first */
    size_t variants;   /* records that write it with other capitals */
    size_t last_record;
};

struct tally {
    struct tally_value *values; /* most frequent first, then by where they come first */
    size_t count;
    size_t records;                     /* that have any value */
    size_t repeated;                    /* values that at least two records have */
    size_t covered;                     /* of all occurrences, how many are of such values */
    size_t total;                       /* all occurrences */
    const struct tally_value **by_form; /* the values again, sorted */
    void *memory;
};

/* The values of columns[0..count) of a table. */
struct tally *tally_new(const struct export_table *table, const size_t *columns, size_t count);
/* The parts of strings, of which records[i] says whose string i is. Two of a record count as
 * one. */
struct tally *tally_of_strings(const char *const *strings, const size_t *records, size_t count);
/* NULL is fine. */
void tally_free(struct tally *tally);

/* The value of that form, or NULL. */
const struct tally_value *tally_find(const struct tally *tally, const char *form);

/* Appends the form in which values are compared. */
void tally_form(struct text *form, const char *string);

#endif
