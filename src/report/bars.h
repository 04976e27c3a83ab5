/* Bars made of blocks, one block per answer as long as there are at most 60. Nothing is owned.
 */
#ifndef REPORT_BARS_H
#define REPORT_BARS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "report/page.h"
#include "wording/voice.h"

enum { BARS_ONE_TO_ONE = 60 };

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

/* Prints blocks, each label beside its bar where all fit, else above. Figures ("24 von 26")
 * form one column at the right. */
void bars_print(struct page *page, const struct voice *voice, const struct bar_style *style,
                const struct bar_block *blocks, size_t count);

#endif
