/* What every part of a report needs, and the report as a whole. With a group in the teller the
 * report is for that group: its figures are beside those of everybody. The caller owns what the
 * teller points to; the parts only append to the page. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "report/bars.h"
#include "report/page.h"
#include "report/pictures.h"
#include "wording/teller.h"

struct main_findings;

struct report {
    struct teller teller;
    struct bar_style bars;
    const char
        *export_digests; /* SHA-256 of the exports, separated by commas; NULL: not known */
    struct page *page;
    const struct main_findings *findings; /* what page one speaks of; set by report_write */
    struct pictures *pictures; /* that can be placed; NULL: not known, their size is guessed */
    bool keeps_tables; /* the form shows each table: none of its pictures stands for one */
    /* Prepared like teller, in the questionnaire's other languages that have a catalogue: what
     * does not fit in one of them is in none, so that all say the same. */
    const struct teller *others;
    size_t other_count;
};

/* Adds the whole report to report->page. The teller is prepared. */
void report_write(struct report *report);

#endif
