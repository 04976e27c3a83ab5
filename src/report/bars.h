/* How the bars of tables look in lines of text. Nothing is owned. */
#ifndef REPORT_BARS_H
#define REPORT_BARS_H

#include <stdbool.h>

struct bar_style {
    bool none;                /* figures only, for screen readers */
    const char *full, *empty; /* the two blocks, each one column wide */
};

#endif
