/* How the columns of an export may be headed: for every variable of a questionnaire all
 * spellings that form systems use. One rule for ingest, which binds columns by it, and for form
 * --check, which finds spellings that collide. */
#ifndef SURVEY_HEADINGS_H
#define SURVEY_HEADINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "survey/questionnaire.h"

enum heading_part {
    HEADING_VARIABLE,   /* a variable of answers.csv: question, item */
    HEADING_WHOLE,      /* a multi question with all ticks in one cell, a ranking likewise */
    HEADING_RANK,       /* ranking: the column that names the item on rank item + 1 */
    HEADING_OTHER_TEXT, /* the open text beside "other" */
    HEADING_COMMENT,    /* a comment beside a single question: open text, dropped or quoted */
    HEADING_OPTION,     /* single: the box of an option that has a column of its own */
    HEADING_DK,         /* multi and such boxes: the tick for don't know */
    HEADING_FIELD       /* contact: field item */
};

/* What a heading means. */
struct heading {
    enum heading_part part;
    const struct question *question;
    size_t item;
};

struct headings;

struct headings *headings_new(const struct questionnaire *questionnaire);
void headings_free(struct headings *headings);

/* All meanings of a heading as it stands in a file (compared in the folded form of utf8.h);
 * *count says how many. More than one: the heading is ambiguous. A code with a text behind it
 * means what both mean. Lives as long as headings. */
const struct heading *headings_find(const struct headings *headings, const char *bytes,
                                    size_t length, size_t *count);

/* The rows of matrices that have this id or alias, for forms that ask each row as a question of
 * its own; *count as above. */
const struct heading *headings_find_row(const struct headings *headings, const char *bytes,
                                        size_t length, size_t *count);

/* The spelling that a heading resembles most (ini.h), or NULL; for "unknown heading, did you
 * mean". Lives as long as headings. */
const char *headings_suggestion(const struct headings *headings, const char *bytes,
                                size_t length);

/* The next spelling from *position on that has more than one meaning, or NULL after the last;
 * *position starts at 0 and moves on. *meanings and *count are as headings_find returns them.
 */
const char *headings_collision(const struct headings *headings, size_t *position,
                               const struct heading **meanings, size_t *count);

#endif
