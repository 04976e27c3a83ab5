/* The exit codes of every nachlese program, with the values of <sysexits.h>. */
#ifndef BASE_EXIT_CODE_H
#define BASE_EXIT_CODE_H

enum exit_code {
    EXIT_FINE = 0,         /* done; also with rejects listed or too few answers to report */
    EXIT_USAGE = 64,       /* the command line is wrong */
    EXIT_DATA = 65,        /* bad data, or results that no privacy gate has passed */
    EXIT_NO_INPUT = 66,    /* an input file is missing or cannot be opened */
    EXIT_UNAVAILABLE = 69, /* gnuplot or xlsx2csv is missing, or gnuplot or WeasyPrint failed or
                              was too slow */
    EXIT_RESOURCE = 71,    /* memory, fork or pipe */
    EXIT_CANNOT_CREATE = 73, /* an output file or folder cannot be created, or is locked */
    EXIT_IO = 74,            /* reading or writing failed */
    EXIT_DELETION_DUE = 77,  /* a deletion date has passed */
    EXIT_RELEASED = 77, /* likewise not allowed: to be subtracted from figures that were sent */
    EXIT_QUESTIONNAIRE = 78, /* the questionnaire is wrong */
};

#endif
