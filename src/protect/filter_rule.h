/* Rule P20: a question that was put only to some (asked_if), where who they are depends on a
 * grouping, an identifying or a sensitive question. Its figures over all respondents are those
 * of a group, so they are shown as a group's would be. */
#ifndef PROTECT_FILTER_RULE_H
#define PROTECT_FILTER_RULE_H

#include <stdbool.h>
#include <stdio.h>

#include "protect/result_block.h"

/* True for such a question; false for NULL. By group nothing of it is shown, and no score or
 * gap is made from it. */
bool filter_rule_concerns(const struct question *question);

/* Writes its block. Of each table (the question, a row of a matrix; the options of a question
 * together) all counts where that is safe, else one class, else nothing; nothing of a number.
 * Safe is: at least min_group and min_report answers, every count 0 or at least min_cell, of
 * one class and of a sensitive question the rest, too, and no small unanimous group. How many
 * answered stays unless it is below min_cell; kinds of missing as by P7. Where the counts of a
 * question that decides are hidden themselves (source_hidden) nothing stays: each base would
 * disclose them. Where all of one level were asked, and response by level is hidden
 * (forget_population, P21), nothing stays that was computed from how many were invited of it.
 */
void filter_rule_write(FILE *stream, const struct result_block *block,
                       const struct questionnaire *questionnaire, bool source_hidden,
                       bool forget_population);

#endif
