/* The pipeline of tools from the exports to the reports: who makes what, and who needs whom.
 * Only the results outlive pipeline_run. */
#ifndef NACHLESE_PIPELINE_H
#define NACHLESE_PIPELINE_H

#include <stdbool.h>

#include "base/arena.h"
#include "nachlese/folder.h"
#include "nachlese/pdf.h"
#include "nachlese/previous_report.h"
#include "nachlese/releases.h"
#include "nachlese/run.h"
#include "nachlese/steps.h"
#include "survey/questionnaire.h"
#include "survey/results.h"

struct pipeline {
    const struct run_options *options;
    const struct questionnaire *questionnaire;
    const struct run_folder *folder;
    struct arena *arena;
    const char
        *digests; /* of the exports, as nachlese-report takes them; NULL: none to be had */
    struct releases *releases; /* what was sent from this folder; the caller's */
    struct steps steps;        /* what is shown of it meanwhile */
    /* How it went, after pipeline_run */
    bool without_gnuplot;   /* it is not installed */
    bool without_pictures;  /* for that reason; the reports are made all the same */
    bool previous_pictures; /* those of the previous run replace them */
    const char *pdf_paths[PDF_PROGRAMS]; /* NULL: not wanted, or not installed */
    const char
        *pdf_maker; /* the name of the program that made the PDFs; NULL: there are none */
    const char *without_chromium; /* why it is not Chromium, which is installed; else NULL */
    size_t published, hidden;     /* figures, and how many of them are hidden */
    struct results *results;      /* all figures, the caller's to free; NULL: none were made */
    struct previous_report_answers answers; /* that they are of */
    struct previous_report
        previous_report; /* the report before this run, and whether it gives way */
    enum previous_report_verdict verdict;
};

/* True where the reports of that language have a catalogue of phrases. */
bool pipeline_has_catalogue(const struct pipeline *pipeline, size_t language);

/* True where the questionnaire asks for the consent to quotations. */
bool pipeline_has_quotes(const struct pipeline *pipeline);

/* Runs all tools; they build in the folder's work. Returns the code of the first one without
 * which there is no run, else EXIT_FINE; EXIT_DATA where the present report is a better one,
 * EXIT_RELEASED where the figures could be subtracted from some that were sent. */
int pipeline_run(struct pipeline *pipeline);

#endif
