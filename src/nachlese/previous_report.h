/* The report that is in the folder before a run, and whether that of the run may take its
 * place. How many answers it is of is read in public/published.csv: that is there as long as
 * the report is, also after the raw data were deleted. Nothing is allocated. */
#ifndef NACHLESE_PREVIOUS_REPORT_H
#define NACHLESE_PREVIOUS_REPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "survey/results.h"

/* Records; of the made-up ones also those that were not accepted. */
struct previous_report_answers {
    int64_t accepted, simulated;
};

struct previous_report {
    bool there;   /* some report or its figures */
    bool counted; /* false where the figures are missing, or are no such file */
    struct previous_report_answers answers;
};

enum previous_report_verdict {
    PREVIOUS_REPORT_GIVES_WAY,
    /* It stays, since the new report is ... */
    PREVIOUS_REPORT_ABOVE_NOBODY,
    PREVIOUS_REPORT_ABOVE_MADE_UP,
    PREVIOUS_REPORT_ABOVE_FEW, /* fewer than min_report */
    PREVIOUS_REPORT_ABOVE_HALF /* fewer than half of its answers */
};

/* What is in that folder; says nothing of a broken one. */
struct previous_report previous_report_read(const char *public_folder);

/* The answers that these figures are of. False where the rows are missing or no counts. */
bool previous_report_count(const struct results *results,
                           struct previous_report_answers *answers);

/* Whether it may be replaced by a report of these answers. Made-up answers are no good report:
 * real ones, however few, replace them, and they replace no real ones. Where no report is
 * there, or one without results (fewer than min_report), any may follow. */
enum previous_report_verdict
previous_report_judge(const struct previous_report *previous_report,
                      const struct previous_report_answers *answers, int64_t min_report);

/* Says on standard error that and why directory is left as it was, and the cure; nothing where
 * it gives way. */
void previous_report_say(const struct previous_report *previous_report,
                         enum previous_report_verdict verdict,
                         const struct previous_report_answers *answers, int64_t min_report,
                         const char *directory);

#endif
