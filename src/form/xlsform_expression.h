/* Expressions of XLSForms that a questionnaire can say: the other way round from
 * xlsform_logic.h, and some common ways to write the same. */
#ifndef FORM_XLSFORM_EXPRESSION_H
#define FORM_XLSFORM_EXPRESSION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum { XLSFORM_MOST_TERMS = 100 };

/* Who is asked: those who gave one of these answers to that question. */
struct xlsform_relevant {
    const char *question; /* NULL: everybody */
    const char *answers[XLSFORM_MOST_TERMS];
    size_t count;
};

/* True where the expression is empty, or comparisons of one question with answers, ${q} = 'a'
 * or selected(${q}, 'a'), joined by or; false for all else. */
bool xlsform_read_relevant(struct arena *arena, const char *expression,
                           struct xlsform_relevant *relevant);

struct xlsform_constraint {
    const char *least, *most;              /* of a number; NULL: no limit */
    int decimals;                          /* -1: not said */
    size_t max_choices;                    /* 0: no limit */
    const char *alone[XLSFORM_MOST_TERMS]; /* options that exclude all others */
    size_t alone_count;
};

/* Reads conditions joined by and; false where one of them is none that a questionnaire has,
 * which is then left out. */
bool xlsform_read_constraint(struct arena *arena, const char *expression,
                             struct xlsform_constraint *constraint);

#endif
