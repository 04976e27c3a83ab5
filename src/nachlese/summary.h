/* The closing words of a run: what was made, what may be sent, what to look at, what to delete
 * when. In the language of the environment. Everything handed over stays the caller's. */
#ifndef NACHLESE_SUMMARY_H
#define NACHLESE_SUMMARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "nachlese/releases.h"
#include "survey/questionnaire.h"
#include "survey/results.h"

struct summary_facts {
    const char *directory; /* will hold public/ and internal/ of the run */
    const char *built;     /* holds them now */
    const struct questionnaire *questionnaire;
    const struct results *results; /* all figures */
    const char *const *exports;
    size_t export_count;
    bool has_digests;                  /* the reports name the SHA-256 of the exports */
    unsigned languages_without_report; /* bits, by language index */
    bool without_gnuplot;              /* it is not installed, and pictures are wanted */
    bool previous_charts; /* and those of the previous run, of the same figures, are kept */
    const struct releases *releases; /* this run beside what was sent and what stood */
    bool without_pdf;                /* PDFs are wanted, and no program can make them */
    const char *without_chromium;    /* why it made none, though installed; else NULL */
};

/* Writes them to stream, from what lies in built; faults of the stream are left to the caller.
 */
void summary_write(const struct summary_facts *facts, FILE *stream);

#endif
