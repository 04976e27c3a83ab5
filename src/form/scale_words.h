/* The words of usual answers, German and English: scales and their order, don't know, answers
 * beside a scale, "other". All forms are folded (tally_form). Nothing is allocated. */
#ifndef FORM_SCALE_WORDS_H
#define FORM_SCALE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* How a list of answers is known to be ordered. */
enum scale_kind {
    SCALE_NONE,   /* not known */
    SCALE_WORDS,  /* every answer is a step of one usual scale */
    SCALE_MOSTLY, /* all but one, which denies ("not used"), and comes first */
    SCALE_RANGES  /* every answer has a number, of a range or by itself */
};

/* Fills places[i] with the place of forms[i], lowest first; equal places mean that the order is
 * open. Untouched where SCALE_NONE. At least two forms. */
enum scale_kind scale_words_order(const char *const *forms, size_t count, double *places);

/* "don't know", "weiß nicht" ... */
bool scale_words_is_dk(const char *form);
/* "not applicable", "keine Angabe" ...: an answer beside every scale. */
bool scale_words_is_outside(const char *form);
/* "other", "Sonstiges (bitte angeben)" ... */
bool scale_words_is_other(const char *form);
/* What LimeSurvey calls the comment beside a question. */
bool scale_words_is_comment(const char *form);
/* "none of these", "keine davon": nothing else goes with it. */
bool scale_words_is_none(const char *form);

#endif
