/* The rows of one question, score or gap, which are together in a results file, and how they
 * are written. A block owns nothing. */
#ifndef PROTECT_RESULT_BLOCK_H
#define PROTECT_RESULT_BLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "protect/gate_rules.h"
#include "survey/privacy_rule.h"
#include "survey/questionnaire.h"
#include "survey/results.h"

struct result_block {
    const char *id; /* "": the whole survey */
    size_t owner;   /* a type of question, OWNER_SURVEY, OWNER_SCORE or OWNER_GAP */
    const struct gate_rules *rules;
    const struct result *rows;
    size_t count;
    const struct question *question;     /* NULL: the whole survey, a score or a gap */
    const struct question *made_from[2]; /* of a score or gap; else NULL */
};

/* The block that begins at row first. False where its id is neither empty nor of the
 * questionnaire. */
bool result_block_at(const struct results *results, size_t first,
                     const struct questionnaire *questionnaire, const struct gate_rules *rules,
                     struct result_block *block);

/* True for a row of all respondents that may be published, and has its place in this block:
 * figures of the whole survey are apart from those of questions. */
bool result_block_holds(const struct result_block *block, const struct result *row);
/* What the rules do with such a row. */
enum treatment result_block_treatment(const struct result_block *block,
                                      const struct result *row);
/* True for such a row that there is a rule for: the rules see no other. */
bool result_block_allows(const struct result_block *block, const struct result *row);

/* True where its counts are those of classes of numbers: none of them is a count of people with
 * one answer, and the number rule decides about all of its figures. */
bool block_has_classes(const struct result_block *block);

/* The row of all respondents with that category (any item) and statistic, or NULL. */
const struct result *result_block_find(const struct result_block *block, const char *category,
                                       enum statistic statistic);

/* How many people the row speaks of; 0 where it is no count or share, or has no value. */
int64_t result_block_people(const struct result *row);

/* How many answered the question, or the row of a matrix: "" for other types. Of a score or
 * gap, and where stats wrote none, -1. */
int64_t result_block_answered(const struct result_block *block, const char *item);

/* Writes the row without its figures: only that it exists, and the rule that hides it. Nothing
 * at all of a statistic that exists for some values of another only: tipping. */
void result_block_write_suppressed(FILE *stream, const struct result *row,
                                   enum privacy_rule rule);

#endif
