/* The equations by which LimeSurvey shows a question, where they are of the simple form. */
#ifndef FORM_LIMESURVEY_RELEVANCE_H
#define FORM_LIMESURVEY_RELEVANCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum { RELEVANCE_MOST_TERMS = 100 };

/* One comparison: VARIABLE == "VALUE"; with the value "" it is !is_empty(VARIABLE). */
struct relevance_term {
    const char *variable; /* without .NAOK: "reformyn", "digital_SQ001", "418273X1X5" */
    const char *value;    /* without quotes */
};

/* Terms that are joined by or. */
struct relevance {
    struct relevance_term terms[RELEVANCE_MOST_TERMS];
    size_t count; /* 0: the question is always shown */
};

/* Reads an equation; strings live in the arena. True where it is empty, 1, or comparisons for
 * equality, or !is_empty, joined by or, in any brackets that enclose the whole or a term; false
 * for all else: and, not, other comparisons, functions, 0. */
bool relevance_read(struct arena *arena, const char *equation, struct relevance *relevance);

#endif
