/* What a report or a set of pictures is made from: the questionnaire, what was published of its
 * answers, and the catalogue of a language, with a teller over them. The owner closes a source
 * with source_close, also where opening or reading it failed. */
#ifndef WORDING_SOURCE_H
#define WORDING_SOURCE_H

#include "base/command.h"
#include "base/diag.h"
#include "base/exit_code.h"
#include "wording/teller.h"

struct source_paths {
    const char *questionnaire;
    const char *results;  /* "-": standard input */
    const char *language; /* "de"; NULL: the questionnaire's first */
    const char *wording;  /* NULL: the catalogue that comes along */
};

struct source {
    struct questionnaire *questionnaire;
    struct catalogue *catalogue;
    struct results *results;
    const char *language;
    struct teller teller; /* not prepared; without an arena */
};

/* Reads the questionnaire and chooses the language; one that it does not have ends the program
 * as wrong usage of the command. EXIT_FINE, else after reporting to diag. */
enum exit_code source_open(struct source *source, const struct source_paths *paths,
                           const struct command *command, struct diag *diag);
/* Read what else there is, after source_open; false after reporting to diag. */
bool source_read_catalogue(struct source *source, const struct source_paths *paths,
                           struct diag *diag);
bool source_read_results(struct source *source, const struct source_paths *paths,
                         struct diag *diag);
void source_close(struct source *source);

#endif
