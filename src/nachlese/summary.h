/* The closing words of a run: what was made, what may be sent, what to look at, what to delete
 * when. In the language of the environment, on standard output. Everything handed over stays
 * the caller's. */
#ifndef NACHLESE_SUMMARY_H
#define NACHLESE_SUMMARY_H

#include <stdbool.h>
#include <stddef.h>

#include "survey/questionnaire.h"
#include "survey/results.h"

/* WeasyPrint failed. */
struct failed_pdf {
    const char *report; /* "report.de" */
    bool last; /* the PDF of the last run, of the same page, stands; else there is none */
};

struct summary_facts {
    const char *directory; /* holds public/ and internal/ of the finished run */
    const struct questionnaire *questionnaire;
    const struct results *results; /* all figures */
    const char *const *exports;
    size_t export_count;
    bool has_digests;                  /* the reports name the SHA-256 of the exports */
    unsigned languages_without_report; /* bits, by language index */
    bool without_charts;               /* gnuplot failed */
    bool last_charts;        /* and those of the last run, of the same figures, stand */
    bool without_weasyprint; /* it is not installed, and PDFs are wanted */
    const struct failed_pdf *failed_pdfs;
    size_t failed_pdf_count;
};

/* A fault of standard output ends the program with EXIT_IO. */
void summary_print(const struct summary_facts *facts);

#endif
