/* The rules by which the gate hid figures, collected to be said once. Strings are not copied.
 */
#ifndef REPORT_RULES_H
#define REPORT_RULES_H

#include <stddef.h>

#include "report/report.h"

enum { RULES_MOST = 8 };

/* Start with {0}. */
struct rules {
    const char *names[RULES_MOST];
    size_t count;
};

/* Keeps each rule once, in the order of their numbers; "" is no rule. */
void rules_note(struct rules *rules, const char *rule);

/* A list of them, a point each. */
void rules_write(const struct report *report, const struct rules *rules);

#endif
