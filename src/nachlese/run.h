/* `nachlese run`: the whole pipeline from exports to reports. Nothing is kept after run_execute
 * returns. */
#ifndef NACHLESE_RUN_H
#define NACHLESE_RUN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/command.h"

struct run_options {
    const char *questionnaire;
    const char *directory;
    const char *const *exports; /* "-": standard input */
    size_t export_count;
    const char *const *groups; /* "question=code": each gets reports of its own */
    size_t group_count;
    const char *wording; /* folder of own catalogues, LANG.ini; NULL: those that come along */
    bool replace;        /* also a report of more answers than these exports hold */
    bool record;         /* keep the file on the survey in the folder: record.h */
    bool steps;          /* shown also where standard error is no terminal */
    bool without_charts;
    bool without_png; /* pictures as SVG only */
    bool without_pdf;
    int pdf_seconds; /* that a PDF may take */
};

/* Checks the inputs, builds, swaps in and prints the closing summary. Returns the exit code:
 * EXIT_FINE, or that of the first tool that failed, and then the folder is as it was; EXIT_DATA
 * with the folder as it was where its report is a better one (previous_report.h);
 * EXIT_UNAVAILABLE with all made but the pictures where gnuplot is not installed;
 * EXIT_DELETION_DUE, with nothing done, where files should have been deleted before today;
 * EXIT_RELEASED, with the folder as it was, where the figures could be subtracted from some
 * that were sent; EXIT_USAGE where the questionnaire has no such group. An export or
 * questionnaire that the output would replace ends the program by EXIT_USAGE of the command, a
 * signal by itself. */
int run_execute(const struct run_options *options, const struct command *command);

#endif
