/* The release file: a plain text in which the organiser decides about every quote. Here it is
 * read and applied; quotes/release_write.h writes it. A release is freed by release_free.
 *
 * Lines by their first sign, white space at either end aside:
 *
 *     [ ] 58bb9b2e630f3591
 *         a quote that is not released, by its number
 *     [x] 58bb9b2e630f3591 released 58bb9b2e630f3591
 *         released; the second number is that of the text which was released, so that a later
 *         change is noticed. An [x] without it was put by hand since, and is good for the text
 *         below.
 *     [x] 58bb9b2e630f3591 gone released 58bb9b2e630f3591
 *         the same of an answer that is no longer there; its text only where it was edited
 *     | text
 *         a line of the text; "|" alone parts two paragraphs
 *     ! words
 *         what is in the way of a release: for people only
 *     # words
 *         a remark: for people only
 *
 * A quote cannot forge any of it: each of its lines is behind "|" and is short, so that no
 * editor wraps it; should one do so, a line directly below "|" that begins with neither "|" nor
 * "[" is an error, and so is a number that is missing or occurs twice. Between quotes lie empty
 * lines; an editor may take them away. The order says nothing about who wrote what. */
#ifndef QUOTES_RELEASE_H
#define QUOTES_RELEASE_H

#include "base/diag.h"
#include "quotes/quotes.h"

struct release;

/* Reads path in any encoding. NULL after reporting to diag all lines that cannot be read, so
 * that nothing that was written by hand is lost. */
struct release *release_read(const char *path, struct diag *diag);
void release_free(struct release *release);

/* What came of applying a release. */
struct release_changes {
    size_t added, vanished; /* quotes; without those that were gone before */
};

/* Puts the organiser's decisions to the quotes, keeps those about answers that are gone, and
 * reports to diag these and every [x] that does not count. False after reporting to diag
 * that a number occurs twice. */
bool release_apply(const struct release *release, struct quotes *quotes,
                   const struct questionnaire *questionnaire, struct diag *diag,
                   struct release_changes *changes);

#endif
