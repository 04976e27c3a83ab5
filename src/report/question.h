/* The block of one question: heading, text, key sentence, bars, table, how sure, who is
 * missing. */
#ifndef REPORT_QUESTION_H
#define REPORT_QUESTION_H

#include "report/report.h"

/* number is the block's ("5.2"). */
void question_write(const struct report *report, const struct question *question,
                    const char *number);

/* The body by type; question_write chooses. A question that belongs to a gap gets only its
 * table. */
void choice_write_single(const struct report *report, const struct question *question);
void choice_write_multi(const struct report *report, const struct question *question);
void choice_write_ranking(const struct report *report, const struct question *question);
void matrix_write(const struct report *report, const struct question *question);
void number_write(const struct report *report, const struct question *question);

/* The importance-satisfaction comparison, a block of its own. */
void gap_write(const struct report *report, const struct gap *gap, const char *number);
/* The scores that are made of a question's rows, as paragraphs. */
void score_write_all(const struct report *report, const struct question *question);

/* The gap that a question belongs to, or NULL. */
const struct gap *question_gap(const struct report *report, const struct question *question);
/* The words for the two highest answers, quoted: „ziemlich oder sehr wichtig“, else „ziemlich
 * wichtig“ oder „sehr wichtig“. */
const char *question_top_words(const struct report *report, const struct question *question);
/* The short name of a question, and whether it differs from its text. */
const char *question_subject(const struct report *report, const struct question *question);
bool question_has_subject(const struct report *report, const struct question *question);
/* The sentences about its declared sets of answers; item: the matrix row, "" elsewhere. */
void question_write_sets(const struct report *report, const struct question *question);

#endif
