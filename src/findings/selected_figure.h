/* What is published about the selected group, beside everybody (facts.selected, which must be
 * there). Only figures that the gate let out are taken, or sums of such. Nothing is owned;
 * strings live as those of facts. */
#ifndef WORDING_SELECTED_FIGURE_H
#define WORDING_SELECTED_FIGURE_H

#include "findings/facts.h"
#include "findings/figures.h"

enum selected_state {
    SELECTED_NONE,     /* there is no such figure by groups, or nobody of the group answered */
    SELECTED_HIDDEN,   /* the gate hid it; figure.rule says by which rule */
    SELECTED_TOGETHER, /* figure is that of a coarser group, which holds others too */
    SELECTED_SHOWN     /* figure is the group's */
};

struct selected_figure {
    enum selected_state state;
    struct figure figure;
};

/* The share of an answer, set or class of answers in the group; item, category and statistic as
 * in the rows about everybody (figures.h).
 *
 * A table by groups shows the codes of the grouping or its coarser groups, whichever the gate
 * left. Where it shows codes, a coarser group is the sum of its codes, if every one is shown or
 * chosen by nobody. Where it shows coarser groups, a code has the figure of the one that holds
 * it: its own, where nobody else is in there, else SELECTED_TOGETHER. */
struct selected_figure selected_share(const struct facts *facts,
                                      const struct question *question, const char *item,
                                      const char *category, enum statistic statistic);

/* The same of an answer of a single question, an option or a row by its id. */
struct selected_figure selected_item(const struct facts *facts, const struct question *question,
                                     const char *id, enum statistic statistic);

/* How many of all who answered the grouping's question are in the group. */
struct selected_figure selected_size(const struct facts *facts);

/* True where the state has a figure. */
bool selected_has_figure(enum selected_state state);

/* The group's name; of SELECTED_TOGETHER that of the coarser group. */
const struct label *selected_label(const struct facts *facts, enum selected_state state);

#endif
