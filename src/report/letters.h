/* What can be passed on: a letter to each addressee who decides on something that a majority
 * supports, the organiser's own texts, the results for a board, and sentences to cite. Only
 * published figures; a letter says what was answered, and the association speaks in it. */
#ifndef REPORT_LETTERS_H
#define REPORT_LETTERS_H

#include "report/report.h"

/* The addressees with a letter; 0 where nobody is named at all. */
size_t letters_count(const struct report *report);
/* True where there are addressees, with a letter or without. */
bool letters_exist(const struct report *report);
/* True where a letter would speak of what stands in this topic. */
bool letters_concern(const struct report *report, const struct topic *topic);

enum { LETTERS_MOST_ITEMS = 5 };

/* The letters with their heading, the first ones whole, each other addressee in a line. items:
 * how many points each has at most, 1 to LETTERS_MOST_ITEMS. */
void letters_write(const struct report *report, size_t whole, size_t items);

/* True where there is a text of the organiser that opens no letter, or a finding for a board.
 */
bool letters_have_passages(const struct report *report);
/* What is for the board, and the organiser's other texts. */
void letters_write_passages(const struct report *report);

/* A sentence of each of the first findings, with source and number of answers. */
void letters_write_citations(const struct report *report, size_t most);

#endif
