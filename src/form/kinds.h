/* What nachlese-form can make of a questionnaire: one row a kind of --to. Nothing is kept; the
 * questionnaire stays the caller's. */
#ifndef FORM_KINDS_H
#define FORM_KINDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/diag.h"
#include "base/text.h"
#include "form/manner.h"
#include "survey/questionnaire.h"

struct form_kind {
    const char *name;    /* --to NAME */
    const char *english; /* what it is: "what every code means" */
    const char *german;
    /* Writes all of it; write errors stay on the stream. */
    void (*write)(const struct questionnaire *questionnaire, FILE *stream);
    /* The same in two files, of answers and of contact data, for --two; NULL: no kind that has
     * two. */
    void (*write_answers)(const struct questionnaire *questionnaire, FILE *stream);
    void (*write_contacts)(const struct questionnaire *questionnaire, FILE *stream);
    /* False after reporting to diag why the questionnaire cannot be written so; two: in two
     * files. What is lost is warned of. NULL: every questionnaire can. */
    bool (*check)(const struct questionnaire *questionnaire, bool two, struct diag *diag);
    bool binary; /* nothing for a terminal */
    /* The same of a kind that is in one language (--lang); write is NULL then. */
    void (*write_in)(const struct questionnaire *questionnaire, const struct manner *manner,
                     FILE *stream);
    bool as_page; /* --format html is another form of it; else it has one form alone */
};

/* The kind of that name; NULL where there is none. */
const struct form_kind *form_kind_of(const char *name);
/* Appends all names, as a list in words: "codebook, paper, phone". */
void form_kind_names(struct text *result);

#endif
