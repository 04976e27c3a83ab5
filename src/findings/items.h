/* The things that one question lets people choose or judge, each with a share: answers of a
 * single question, options, matrix rows. All lies in the facts' arena. */
#ifndef WORDING_ITEMS_H
#define WORDING_ITEMS_H

#include <stddef.h>

#include "findings/facts.h"
#include "findings/figures.h"

struct item {
    const struct label *label; /* its label in the questionnaire */
    const char *id;            /* of the answer, option or row; "" for a histogram class */
    size_t position;           /* in the questionnaire's order */
    struct figure figure;
};

struct items {
    const char *question; /* the id under which the figures are */
    enum statistic statistic;
    struct item
        *item; /* the shown ones first [0..count), then those hidden [count..count + hidden) */
    size_t count, hidden;
    size_t empty;       /* behind them: those nobody answered */
    const char *merged; /* the rule for which answers are put together (P7), or NULL */
};

/* The answers inside the scale of a single question; where the gate put them together, the
 * coarser ones that the questionnaire declares. */
struct items items_of_answers(const struct facts *facts, const struct question *question);
/* The options of a multi or ranking question by a statistic. */
struct items items_of_options(const struct facts *facts, const struct question *question,
                              enum statistic statistic);
/* The rows of a matrix by a statistic without category, or of category. figures: the id (a
 * gap's own for unmet). */
struct items items_of_rows(const struct facts *facts, const struct question *question,
                           const char *figures, const char *category, enum statistic statistic);

/* The answers inside the scale in one row of a matrix. */
struct items items_of_row(const struct facts *facts, const struct question *question,
                          const struct code *row);

/* What such items are in the questionnaire: rows, options, or the answers inside the scale;
 * NULL and 0 of a number or a text, fields of contact data, which are never reported. */
const struct code *items_codes(const struct question *question, size_t *count);
/* True where the question is reported and each of them has one share: rows need a scale with an
 * order. */
bool items_have_shares(const struct question *question);
/* How results name what has the share: an answer is a category, a row or option an item. */
struct item_key {
    const char *item, *category;
};
struct item_key items_key(const struct question *question, const char *id);

/* The statistic by which the items of a question are reported, ordered and drawn: of rows top2;
 * of a ranking top where several places, but not all, were to be given, else first, as where
 * all options are placed only the place distinguishes them; of others the share. */
enum statistic items_statistic(const struct question *question);
/* The one that a group has, too, and that a placeholder means: of a ranking top in any case, of
 * others the same. */
enum statistic items_group_statistic(const struct question *question);
/* The items of a question that has shares, by one of these statistics. */
struct items items_of_question(const struct facts *facts, const struct question *question,
                               enum statistic statistic);

/* The list that its items make, sorted: without options that exclude all others, which are no
 * part of the order. */
struct items items_of_list(const struct facts *facts, const struct question *question,
                           enum statistic statistic);

/* Puts an item behind those there are, or counts it as hidden or empty; the array must have
 * room. */
void items_add(struct items *items, struct item item);

/* Fewer answers than these do not lead, nor come last: one answer of one is no finding. */
enum { ITEMS_LEAST_BASE = RESULTS_LEAST_BASE };
bool items_too_few(int64_t base);

/* Highest share first; equal ones in the questionnaire's order; behind them those with fewer
 * than ITEMS_LEAST_BASE answers, in the same order. */
void items_sort(struct items *items);
/* How many of the shown ones have a place in that order: all but those behind; all where none
 * has more answers. */
size_t items_ranked(const struct items *items);
/* A sorted copy; the list itself keeps its order. */
struct items items_sorted(const struct facts *facts, const struct items *items);
/* How many items from first on have the same share and kind of place as it. */
size_t items_tied(const struct items *items, size_t first);

#endif
