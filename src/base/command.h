/* The command line of every tool, from one table: options by getopt_long, --help, -h and
 * --version for all. Tables and strings stay the caller's; nothing is allocated. */
#ifndef BASE_COMMAND_H
#define BASE_COMMAND_H

#include <stddef.h>

struct command_option {
    const char *name;     /* long name without dashes */
    int key;              /* what command_next returns; a letter is also the short option */
    const char *argument; /* name of the argument in the help; NULL: a switch */
    const char *english;  /* one line of help */
    const char *german;
};

/* A word that the command takes first, such as the name of a tool. */
struct command_word {
    const char *name;
    const char *english; /* what it is for, one line */
    const char *german;
};

struct command {
    const char *name;     /* "nachlese-ingest" */
    const char *operands; /* "[file ...]" or "" */
    const char *english;  /* one sentence: what it does */
    const char *german;
    const struct command_option *options; /* without --help and --version */
    size_t option_count;
    const struct command_word *words; /* shown in the help */
    size_t word_count;
    int repeated; /* key of the one option that may be given several times; 0: none */
};

enum { COMMAND_END = -1 };

/* The next option's key, with its argument in *value (NULL for a switch); COMMAND_END after the
 * last, and then *first is the index of the first operand. --help, -h and --version print to
 * standard output and exit 0; an unknown option, one given twice that may not be, or a missing
 * argument ends the program with EXIT_USAGE. The first call also sets the program's name for
 * messages, and puts /dev/null where a standard stream is closed. */
int command_next(const struct command *command, int argc, char **argv, const char **value,
                 int *first);

/* Prints the help of the command to standard output and ends the program with that code. */
_Noreturn void command_help(const struct command *command, int code);

/* Ends the program with EXIT_USAGE after naming the man page. */
_Noreturn void command_usage(const struct command *command, const char *english,
                             const char *german, ...)
    __attribute__((format(printf, 2, 4), format(printf, 3, 4)));

/* The version of all programs, e.g. "0.1.0". */
const char *command_version(void);

#endif
