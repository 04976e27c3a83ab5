/* How the columns of an export may be headed: a question by its id, alias, text or heading; a
 * row or option behind it in any usual notation. One rule for ingest, which binds columns by
 * it, and for form --check, which finds spellings that collide. */
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
    HEADING_OPTION,     /* single: the tick cell of an option that has a column of its own */
    HEADING_DK,         /* multi and such tick cells: the tick for don't know */
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

/* All meanings of a heading as written in a file (compared in the folded form of utf8.h);
 * *count says how many, NULL where none. More than one: the heading is ambiguous. Question and
 * item may be joined by any signs that are no letters and close what they open: "Q [r]", "Q -
 * r", "q.r", "q___r". A code with a text behind it means what both mean. What is returned here
 * and below lives as long as headings. */
const struct heading *headings_find(const struct headings *headings, const char *bytes,
                                    size_t length, size_t *count);

/* What a heading means when something was added to it or taken from it, and who else it would
 * fit. */
struct heading_loosely {
    const struct heading *meanings;
    size_t count;
    size_t numbered; /* how many of the first meanings come from a number or mark left out */
    size_t path;     /* bytes of the folded heading in front of the question: its group */
    bool path_by_chance; /* it leads to a text, or is no path of slashes: that may be chance */
};

/* For headings that mean nothing as written: without a number before or a mark of a mandatory
 * question behind ("2. Q *"), as R's make.names leaves them ("q.r.", "X1.Q"), or with the path
 * of groups in front ("group/q/option"). */
struct heading_loosely headings_find_loosely(const struct headings *headings, const char *bytes,
                                             size_t length);

/* The rows, options and fields that are called like the whole heading, for forms that ask each
 * as a question of its own; an option of a single choice too, because then it is no other's.
 * *count as above. */
const struct heading *headings_find_alone(const struct headings *headings, const char *bytes,
                                          size_t length, size_t *count);

/* What a heading resembles, for "unknown heading, did you mean". */
struct heading_near {
    const char *string; /* the spelling it resembles; NULL: none */
    struct heading meaning;
    bool known;       /* the meaning holds; else only its question */
    const char *item; /* the question is known, and behind it comes this, folded, which is not;
                         else NULL */
    size_t base;      /* bytes of the heading that are the question, where the question is
                         worded otherwise and the item is known, or inside holds; else 0 */
    bool inside;      /* the question's whole text begins or ends what is there */
};

struct heading_near headings_nearest(const struct headings *headings, const char *bytes,
                                     size_t length);

/* True where two headings are the same in folded form. */
bool headings_same(const char *one, size_t one_length, const char *other, size_t other_length);
/* True where the heading is what R's make.names leaves of the plain one, in folded form. */
bool headings_is_mangled(const char *heading, size_t length, const char *plain,
                         size_t plain_length);

/* The next spelling from *position on that has more than one meaning, or NULL after the last;
 * *position starts at 0 and moves on. *meanings and *count are as headings_find returns them.
 */
const char *headings_collision(struct headings *headings, size_t *position,
                               const struct heading **meanings, size_t *count);

#endif
