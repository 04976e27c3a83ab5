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
/* For the method: how well the rows of each score fit together (Cronbach's alpha, from 20
 * answers on), in one sentence; "" where no score has it. */
const char *score_reliability(const struct report *report);

/* The sentences of the question's first paragraph. */
void question_say(const struct report *report, const struct question *question);

#endif
