/* Which numbered parts a report has, and their numbers. Strings live as those of the teller. */
#ifndef REPORT_OUTLINE_H
#define REPORT_OUTLINE_H

#include <stdbool.h>
#include <stddef.h>

#include "report/report.h"

/* The numbers of the fixed parts; 0: the report has no such part. The first section of the
 * questionnaire that is reported has the number `sections`. */
struct outline {
    size_t response, differences, sections, exchange, ready, accounting;
};

struct outline outline_of(const struct report *report);

/* True where a section of the questionnaire has a question that is reported. */
bool outline_has_section(const struct report *report, size_t section);

/* True where its answers are counted for the list of who offers and who seeks. */
bool outline_is_exchanged(const struct question *question);

/* The gap that is before this question, or NULL: it comes before the first of its two. */
const struct gap *outline_gap_before(const struct report *report,
                                     const struct question *question);

/* "7", "5.2": the number of a part, of a question's block. */
const char *outline_number(const struct report *report, size_t number);
const char *outline_question(const struct report *report, const struct question *question);
/* The number of a gap's block. */
const char *outline_gap(const struct report *report, const struct gap *gap);

#endif
