/* P17 in a run: the new release beside all that were sent, and beside what stands. Freed by
 * releases_close. */
#ifndef NACHLESE_RELEASES_H
#define NACHLESE_RELEASES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/text.h"
#include "nachlese/difference.h"
#include "nachlese/fingerprint.h"
#include "nachlese/ledger.h"

enum releases_verdict {
    RELEASES_GO,
    RELEASES_KEEP, /* only withdrawn answers are missing: the figures that were sent stay */
    RELEASES_REFUSE
};

/* Why two releases may not both be known, in the order in which it is asked. */
enum releases_reason {
    RELEASES_FINE,
    RELEASES_OTHER_FIGURES, /* the same answers give other figures */
    RELEASES_OTHER_CUT,     /* other answers, and grouped or protected in another way */
    RELEASES_REMOVED,       /* answers are missing, or were changed */
    RELEASES_OTHER_SHAPE,   /* what is shown and what is hidden differs, which tells of why */
    RELEASES_APART,         /* the same of what is kept apart from them */
    RELEASES_ADDED,         /* the added answers are no survey that could be published */
};

/* The new release against one that is known. */
struct releases_finding {
    int64_t earlier;                         /* its number; 0: none */
    struct release_distance distance, apart; /* of records; of what is kept apart */
    enum releases_reason reason;
    struct difference_verdict added; /* for RELEASES_ADDED */
    const char *cut; /* the parts that differ, with commas between; "" for none */
};

struct releases {
    struct ledger *ledger;
    int64_t made;     /* the new release's number; 0: none yet */
    size_t withdrawn; /* records that were left out, since withdrawn */
    enum releases_verdict verdict;
    struct releases_finding against; /* the sent release that the verdict is about */
    struct releases_finding stood;   /* what stood and was never marked */
};

/* Reads the ledger of a run's folder. NULL after saying on standard error that it is damaged.
 */
struct releases *releases_open(const char *directory);
void releases_close(struct releases *releases);

/* Adds the new release and judges it. False after reporting to diag what cannot be read. */
bool releases_weigh(struct releases *releases, const struct fingerprint_source *source,
                    size_t withdrawn, struct diag *diag);

/* Makes the new release the one that stands, or that one which has the same answers and figures
 * already, and writes the ledger to path. */
void releases_write(struct releases *releases, const char *path);

/* Says on standard error why the run leaves directory as it was, and the cure; nothing unless
 * it does. */
void releases_say(const struct releases *releases, const char *directory);

/* "release 2, made on 2021-03-19, answers: 23, sent on 2021-03-20 to the network" */
void releases_describe(struct text *text, const struct release *release);
/* "records added: 1, missing: 2" */
void releases_describe_distance(struct text *text, struct release_distance distance);

#endif
