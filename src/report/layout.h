/* Which topics stand on which sheet of the report behind the first: those of the
 * questionnaire's [page]s, or, where it has none, what its sections have, the most important
 * first, until the sheets are full. A topic that does not fit whole has its picture on screens
 * alone, or is there with its sentences alone; one that does not fit at all stands in the
 * tables only.
 * All lies in the report's arena. */
#ifndef REPORT_LAYOUT_H
#define REPORT_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "report/report.h"

enum {
    LAYOUT_FIRST_LINES = 46, /* most lines that carry text on page one */
    LAYOUT_FIRST_PRINTED =
        5600,                /* in the hundredths of a line of sheet_first_printed, which are
                                a little too many: measured on both sides of the limit */
    LAYOUT_MOST_LINES = 220, /* of the whole report */
    LAYOUT_MOST_SHEETS = 4,
    LAYOUT_SHORT_BELOW = 12, /* of fewer answers a report has two sheets */
    LAYOUT_SHORT_SHEETS = 2
};

/* How much of a topic is shown. */
enum layout_depth { LAYOUT_SENTENCES, LAYOUT_TABLE, LAYOUT_PICTURE };

struct layout_part {
    const struct topic *topic;
    enum layout_depth depth;
};

struct layout_page {
    const char *title;
    struct layout_part *parts;
    size_t count;
    const bool *remarks; /* by section: the organiser's remark on it is on this sheet */
    /* What else is on this sheet, behind the topics. */
    size_t letters;      /* 0: no letters; else how many of them are whole, and one */
    size_t letter_items; /* how many points a letter has at most */
    size_t citations;    /* how many sentences to cite */
    bool passages;       /* texts of the organiser, and what is for the board */
    bool method;         /* the last sheet */
};

struct layout {
    struct layout_page *page;
    size_t count;
    bool left_out; /* something that can be said stands in the tables only */
    const struct layout_measured *measured; /* of layout_of itself: sheets tried, with sizes */
};

/* Sheets behind the first; at least one. */
struct layout layout_of(const struct report *report);

#endif
