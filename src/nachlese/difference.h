/* P17: may a release follow another that has fewer records? Whoever subtracts the one from the
 * other has the figures of the records that were added. They are judged as a survey of their
 * own: by the tables of the new release, with the thresholds of the questionnaire. Pure: counts
 * only; nothing is allocated that stays.
 *
 * Stricter than the gate, since two files tell more than one: every group counts, also those
 * that no table shows, so that any of them taken together are safe; so does every count of a
 * question with codes over all, and of a question with options every option, where one is
 * shown; and nothing may be added to a number question, nor to a table that is not shown whole.
 * Milder in one point: 20 records are not needed for tables by group. */
#ifndef NACHLESE_DIFFERENCE_H
#define NACHLESE_DIFFERENCE_H

#include <stddef.h>
#include <stdint.h>

#include "survey/answers.h"
#include "survey/questionnaire.h"
#include "survey/results.h"

/* The answer to a variable in one byte: a code's position, a rank, 1 for a tick, 0 for a tick
 * that is not there; of a number and a text only that there is one (1). What is no answer is
 * negative. */
enum coded_answer {
    CODED_SKIPPED = -1,
    CODED_DONT_KNOW = -2,
    CODED_NOT_SHOWN = -3,
    CODED_INVALID = -4
};

int8_t difference_code(const struct variable *variable, const struct answer *answer);

struct difference {
    const struct questionnaire *questionnaire;
    const struct results *published; /* of the new release: which tables are shown, and how */
    const int8_t *answers;           /* of the added records, one after the other */
    size_t count;                    /* of records; each has variable_count answers */
};

/* Why it may not follow, in the order in which it is asked. */
enum difference_reason {
    DIFFERENCE_SAFE,
    DIFFERENCE_FEW_RECORDS, /* fewer than min_report were added */
    DIFFERENCE_SMALL_GROUP, /* 1 to min_group - 1 of them are in a group, or in none */
    DIFFERENCE_FEW_ANSWERS, /* 1 to min_report - 1 of them answered a question or row */
    DIFFERENCE_NUMBER,      /* some answered a number question */
    DIFFERENCE_SMALL_COUNT, /* 1 to min_cell - 1 gave an answer, over all */
    DIFFERENCE_GROUPINGS,   /* tables by several groupings, and fewer than 100 were added */
    DIFFERENCE_NOT_WHOLE,   /* they answered a question whose table is not shown whole */
    DIFFERENCE_SMALL_CELL,  /* 1 to min_cell - 1 in a table that is shown */
    DIFFERENCE_REASONS
};

struct difference_verdict {
    enum difference_reason reason;
    const char *question; /* its, a score's or a gap's id; "" where it is about all */
};

/* Of added records alone; none is safe. */
struct difference_verdict difference_judge(const struct difference *difference);

#endif
