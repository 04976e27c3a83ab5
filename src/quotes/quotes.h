/* The quotes of a survey: what quotes.csv of nachlese-ingest holds, and what the organiser
 * decided about each. The quotes own their texts and are freed by quotes_free; the
 * questionnaire must outlive them. */
#ifndef QUOTES_QUOTES_H
#define QUOTES_QUOTES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "survey/questionnaire.h"
#include "survey/quotation.h"

struct quote {
    const struct question *question;
    char key[QUOTATION_KEY_SIZE]; /* its number, of question and original */
    char *original;               /* in tidy form; never empty */
    char *names;                  /* words of the original that nachlese-ingest knows as names,
                                     joined by blanks; NULL: none */
    char *edited;                 /* the organiser's version, tidy; NULL: none */
    size_t line;                  /* where it is in the release file; 0: not there, it is new */
    unsigned marks;               /* personal data in what would be printed (quotes/marks.h) */
    bool released;                /* by an [x] that counts; then marks is 0 */
    bool changed;                 /* an [x] was there, but for another text */
};

/* What was decided by hand about an answer that is no longer there; it counts again should the
 * answer come back. */
struct gone_quote {
    char key[QUOTATION_KEY_SIZE];
    char released[QUOTATION_KEY_SIZE]; /* the number of the text that was released; "": none */
    bool ticked;                       /* [x] */
    char *edited; /* the organiser's version, tidy; NULL: the answer's own text, not kept */
    size_t line;  /* where it is in the release file */
};

struct quotes {
    struct quote *rows; /* by question in the order of the questionnaire, then by number */
    size_t count, capacity;
    struct quote **by_key;
    struct gone_quote *gone; /* by number */
    size_t gone_count, gone_capacity;
    struct taken_back *taken_back; /* numbers of which no decision is kept; NULL: none */
};

/* Reads path ("-": standard input). Texts that differ in white space only are one quote; texts
 * that are nothing but white space do not count. NULL after reporting to diag what is wrong:
 * another header, a text that does not fit its checksum, a question that cannot be quoted. */
struct quotes *quotes_read(const char *path, const struct questionnaire *questionnaire,
                           struct diag *diag);
void quotes_free(struct quotes *quotes);

/* The quote of that number, or NULL. */
struct quote *quotes_find(const struct quotes *quotes, const char *key);

/* The bits of marks.h of what would be printed: what is found in it, and names that are known
 * of the original. */
unsigned quote_marks(const struct quote *quote);

/* What is printed: the organiser's version, else the original. */
const char *quote_text(const struct quote *quote);

#endif
