/* The report that stands in the folder before a run, and whether that of the run may take its
 * place. How many answers it is of is read in public/published.csv: that is there as long as
 * the report is, also after the raw data were deleted. Nothing is allocated. */
#ifndef NACHLESE_STANDING_H
#define NACHLESE_STANDING_H

#include <stdbool.h>
#include <stdint.h>

#include "survey/results.h"

/* Records; of the made-up ones also those that were not accepted. */
struct standing_answers {
    int64_t accepted, simulated;
};

struct standing {
    bool there;   /* some report or its figures */
    bool counted; /* false where the figures are missing, or are no such file */
    struct standing_answers answers;
};

enum standing_verdict {
    STANDING_GIVES_WAY,
    /* It stays, since the new report is ... */
    STANDING_ABOVE_NOBODY,
    STANDING_ABOVE_MADE_UP,
    STANDING_ABOVE_FEW, /* fewer than min_report */
    STANDING_ABOVE_HALF /* fewer than half of its answers */
};

/* What stands in that folder; says nothing of a broken one. */
struct standing standing_read(const char *public_folder);

/* The answers that these figures are of. False where the rows are missing or no counts. */
bool standing_count(const struct results *results, struct standing_answers *answers);

/* Whether it may be replaced by a report of these answers. Made-up answers are no good report:
 * real ones, however few, replace them, and they replace no real ones. Where none or a report
 * without results (fewer than min_report) stands, any may follow. */
enum standing_verdict standing_judge(const struct standing *standing,
                                     const struct standing_answers *answers,
                                     int64_t min_report);

/* Says on standard error that and why directory is left as it was, and the cure; nothing where
 * it gives way. */
void standing_tell(const struct standing *standing, enum standing_verdict verdict,
                   const struct standing_answers *answers, int64_t min_report,
                   const char *directory);

#endif
