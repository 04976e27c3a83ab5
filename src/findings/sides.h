/* Both sides of an ordered answer: of a single question on an ordinal scale, or of one row of
 * such a matrix. The side that more than half chose is first. Where the answers are parted is
 * decided here alone: at a set that the organiser declared; else at the ends of the scale where
 * it has words, a verb or numbers for them; else at the cut of sides_cut. All lies in the
 * facts' arena. */
#ifndef FINDINGS_SIDES_H
#define FINDINGS_SIDES_H

#include <stdbool.h>
#include <stddef.h>

#include "findings/facts.h"
#include "findings/figures.h"

enum sides_origin {
    SIDES_NONE, /* not published, nobody answered, or both sides would need a hidden figure */
    SIDES_ALL,  /* all gave one answer, which is first; there is no second */
    SIDES_SET,  /* a declared set against all other answers */
    SIDES_ENDS, /* one end of the scale against the other; between them may be more */
    SIDES_CUT   /* parted by sides_cut */
};

enum side_kind { SIDE_CODES, SIDE_SET, SIDE_TOP, SIDE_BOTTOM };

struct side {
    enum side_kind kind;
    const struct answer_set *set; /* of SIDE_SET; else NULL */
    const size_t *codes;          /* positions in the code list, rising */
    size_t count;                 /* of the codes; 0: there is no such side */
    struct figure figure;         /* shown, unless count is 0 */
};

struct sides {
    enum sides_origin origin;
    bool majority;             /* more than half chose the first side */
    bool complete;             /* whoever is not on the first side is on the second */
    struct side first, second; /* without a majority the larger one is first; ties: the upper */
};

/* The sides of a question with one code (row NULL), or of a row of a matrix, on an ordinal
 * list. A side is a published row (set, top2, bottom2), or a sum over answers of which all are
 * published: no count follows from it that is hidden. */
struct sides sides_of(const struct facts *facts, const struct question *question,
                      const struct code *row);

/* The sides of one question that was asked `count` times (1 or more), on one ordinal list, into
 * sides[0..count): each as sides_of, unless they would be parted at different answers, so that
 * nobody could compare them. Then all are parted by SIDES_CUT at one place, with the same side
 * first, majority or not: where that side has the majority at all times, else where the larger
 * side of all times together is smallest. */
void sides_of_times(const struct facts *facts, const struct question *const *questions,
                    size_t count, struct sides *sides);

/* Where answers in order are parted: below `at` is the lower side. */
struct cut {
    size_t at;      /* 1..count - 1 */
    bool upper;     /* the upper side is the larger one, or both are equal */
    int64_t larger; /* its count; the other has the rest */
};

/* The cut whose larger side is smallest; of equal ones one whose upper side is the larger, and
 * of these the one with the narrowest larger side. So no narrower side on the same end holds
 * more than half. counts[0..count) are the answers from the lowest to the highest, count at
 * least 2.
 */
struct cut sides_cut(const int64_t *counts, size_t count);

#endif
