/* Runs gnuplot, the only program that nachlese starts for its charts: one process for all, fed
 * through a pipe, without a shell, with nothing of the environment but PATH. The outcome owns
 * nothing. */
#ifndef CHARTS_GNUPLOT_H
#define CHARTS_GNUPLOT_H

#include <stddef.h>

enum gnuplot_ending {
    GNUPLOT_DONE,     /* it read the script to its end and found no error */
    GNUPLOT_MISSING,  /* there is no such program */
    GNUPLOT_NO_START, /* no memory, process or pipe for it; number is an errno */
    GNUPLOT_ERROR,    /* it found an error (line, message) or exited with the status number */
    GNUPLOT_DIED,     /* the signal number ended it */
    GNUPLOT_TOO_SLOW, /* it did not end in time and was killed */
    GNUPLOT_STOPPED   /* the signal number asked this program to stop; gnuplot was killed */
};

struct gnuplot_outcome {
    enum gnuplot_ending ending;
    int number;
    size_t line;       /* of the script, from 1; 0: not known */
    char message[300]; /* gnuplot's own words, "" for none */
};

/* Feeds length bytes of script to gnuplot, which works in folder and is killed after so many
 * seconds. Files that it wrote are not checked here: it does not see a full disk. */
struct gnuplot_outcome gnuplot_run(const char *folder, const char *script, size_t length,
                                   int seconds);

#endif
