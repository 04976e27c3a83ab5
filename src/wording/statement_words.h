/* The pieces of which statements are made: quoted labels, figures behind them, lists, a
 * sentence's beginning and end. Strings live as those of a teller. */
#ifndef WORDING_STATEMENT_WORDS_H
#define WORDING_STATEMENT_WORDS_H

#include "findings/items.h"
#include "wording/teller.h"

/* The label of a code, its short one where it has one; quoted. */
const char *words_code(const struct teller *teller, const struct code *code);
/* The same without quotation marks, for tables. */
const char *words_code_bare(const struct teller *teller, const struct code *code);
/* Of an item of that question's list. */
const char *words_item(const struct teller *teller, const struct question *question,
                       const struct item *item);
const char *words_item_bare(const struct teller *teller, const struct question *question,
                            const struct item *item);

/* "24 von 26", "120 von 200, 60 %", "alle 26", "niemand": for brackets. */
const char *words_figure(const struct teller *teller, const struct figure *figure);
/* "24 von 26", "120 von 200 (60 %)", "alle 26", "niemand von den 26". */
const char *words_share(const struct teller *teller, const struct figure *figure);
/* "24 von 26 Antworten", "keine der 26 Antworten". */
const char *words_answers(const struct teller *teller, const struct figure *figure);

/* "„A“ (24 von 26)" */
const char *words_labelled(const struct teller *teller, const char *label,
                           const struct figure *figure);
/* A list of such for the items first..end, at most five and "3 weitere". */
const char *words_items(const struct teller *teller, const struct question *question,
                        const struct items *items, size_t first, size_t end);

/* A verb of the organiser's with {item} and {k} filled; NULL where there is none for this
 * language and number. Where it begins with an item in quotation marks that has no capital, it
 * is turned to begin with its number, if the catalogue knows how. */
const char *words_saying(const struct teller *teller, const struct saying *saying,
                         const char *item, const char *share, int64_t count);
/* True where that verb has the place {item}. */
bool words_saying_has_item(const struct teller *teller, const struct saying *saying);

/* "SUBJECT: SENTENCE"; behind the mark of a question without the colon. */
const char *words_about(const struct teller *teller, const char *subject, const char *sentence);

/* "Zu „LABEL“: SENTENCE": a quoted label has no capital to begin a sentence with. */
const char *words_about_item(const struct teller *teller, const char *label,
                             const char *sentence);

/* The sentence: a capital at its beginning, a full stop at its end. */
const char *words_sentence(const struct teller *teller, const char *words);

/* "SENTENCE; „weiß nicht“ antworten 6": how many gave one answer beside those it tells. */
const char *words_beside(const struct teller *teller, const char *sentence, const char *label,
                         int64_t count);

/* Puts behind the sentence every answer beside the scale, and don't know, that is a fifth or
 * more of all that were given: with it the question, row NULL, or a row looks otherwise. */
const char *words_with_beside(const struct teller *teller, const struct question *question,
                              const struct code *row, const char *sentence);
/* How many do not know, in the question or row; -1 where it is not published. */
int64_t words_dont_know(const struct teller *teller, const struct question *question,
                        const struct code *row);
/* True where count is a fifth or more of count + base. */
bool words_is_fifth(int64_t count, int64_t base);

#endif
