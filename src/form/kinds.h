/* What nachlese-form can make of a questionnaire: one row a kind of --to. Nothing is kept; the
 * questionnaire stays the caller's. */
#ifndef FORM_KINDS_H
#define FORM_KINDS_H

#include <stddef.h>
#include <stdio.h>

#include "base/text.h"
#include "survey/questionnaire.h"

struct form_kind {
    const char *name;    /* --to NAME */
    const char *english; /* what it is: "what every code means" */
    const char *german;
    /* Writes all of it; write errors stay on the stream. */
    void (*write)(const struct questionnaire *questionnaire, FILE *stream);
};

/* The kind of that name; NULL where there is none. */
const struct form_kind *form_kind_of(const char *name);
/* Appends all names, as a list in words: "codebook, paper, phone". */
void form_kind_names(struct text *result);

#endif
