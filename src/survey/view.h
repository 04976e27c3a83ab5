/* What the privacy gate left of a table of answers by groups. The gate decides it, and says it
 * in a row `view` of published.csv; who reads that file takes it from there. */
#ifndef SURVEY_VIEW_H
#define SURVEY_VIEW_H

#include <stdbool.h>

#include "base/text.h"
#include "survey/answer_class.h"
#include "survey/results.h"

/* The ladder of views, from the one that shows most. */
enum view {
    VIEW_ALL = 1,    /* all counts by group */
    VIEW_CLASS,      /* one class of answers with its base by group */
    VIEW_COARSE_ALL, /* both by the coarser grouping */
    VIEW_COARSE_CLASS,
    VIEW_NOTHING
};

/* True for the two by the coarser grouping. */
bool view_is_coarse(enum view view);
/* True for the two that show one class of answers. */
bool view_is_class(enum view view);

/* Appends what is in the column method: "all", "class top2", "coarse", "coarse_class set",
 * "nothing". */
void view_describe(struct text *text, enum view view, enum class_kind kind);

/* What a row says. The category belongs to the row. */
struct table_view {
    enum view view;
    struct answer_class class; /* of the class views; else none */
};

/* The view of the table of a question or item ("" where it has none) by a grouping, which may
 * also be named by its coarser levels (results_by). VIEW_NOTHING where there is no row for it,
 * or it says what is not known. */
struct table_view view_find(const struct results *results, const char *question,
                            const char *item, const char *by);

#endif
