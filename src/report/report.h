/* What every part of a report needs, and the report as a whole. The caller owns questionnaire,
 * results and catalogue; the parts only append to the page. Strings of the voice live in its
 * arena. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "report/bars.h"
#include "report/page.h"
#include "survey/questionnaire.h"
#include "survey/results.h"
#include "wording/voice.h"

struct report {
    const struct questionnaire *questionnaire;
    const struct results *results; /* published ones */
    struct voice voice;
    int language; /* index of the language in the questionnaire */
    struct bar_style bars;
    const char
        *export_digests; /* SHA-256 of the exports, separated by commas; NULL: not known */
    struct page *page;

    int64_t answers;   /* accepted records */
    int64_t invited;   /* N; 0 where it is not known, or smaller than the answers */
    int64_t simulated; /* made-up answers among them */
    int64_t min_report, min_group, min_cell; /* the thresholds that the gate used */
};

/* Appends the whole report to report->page. The fields from answers on are filled in here. */
void report_write(struct report *report);

/* A label in the report's language, "" where there is none; white space becomes blanks. */
const char *report_label(const struct report *report, const struct label *label);

/* The same for an answer, option or row, without the full stop that ends a sentence. */
const char *report_code_label(const struct report *report, const struct label *label);

/* True where there are enough answers for results (privacy rule P1). */
bool report_has_results(const struct report *report);

/* True where a question belongs into a report: no contact data, no consent. */
bool report_shows(const struct question *question);

#endif
