/* Bars of counts, as data: plain_bars.h prints them, html_table.h makes a table of them.
 * Nothing is owned. */
#ifndef REPORT_BARS_H
#define REPORT_BARS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BARS_ONE_TO_ONE = 60 };

/* How bars look where they are printed. */
struct bar_style {
    bool none;                /* figures only, for screen readers */
    bool scaled;              /* a block is not one answer: there are more than 60 */
    const char *full, *empty; /* the two blocks, each one column wide */
};

struct bar {
    const char *name;    /* "wichtig"; "" where the label is enough */
    int64_t count, base; /* blocks filled, blocks in all */
};

/* What is under one label. */
struct bar_block {
    const char *label;
    struct bar bars[2];
    size_t count;
};

#endif
