/* How the classes of a histogram may be filled so that no finer layout allows the answers. A
 * reader knows that the finer ones were not taken; here are answers of which that is true, as
 * finer classes: in one class a single answer lies apart from all others, so that every finer
 * layout would show one person. What is made lies in the caller's arena. */
#ifndef PROTECT_FILLINGS_H
#define PROTECT_FILLINGS_H

#include "protect/spread.h"
#include "survey/class_layout.h"
#include "survey/questionnaire.h"

/* The classes that a layout which allows the values shows: from the first one with answers to
 * the last. */
struct histogram histogram_of_values(struct arena *arena, const struct class_layout *layout,
                                     const struct value_count *values, size_t count);

/* Some of the ways; histogram itself where no finer layout could allow it, or there is none.
 * They follow from the layout and the counts of its classes alone. None is possible: then it
 * is not known that the missing layouts disclose nothing. */
struct fillings fillings_of(struct arena *arena, const struct question *question,
                            const struct class_layout *layout,
                            const struct histogram *histogram, int64_t min_cell);

/* Some of the ways in which n answers lie so that no layout allows them, as classes of their
 * own: the answers lie in so few classes that it is no picture, and where a finer layout has
 * more, a single one lies apart. They follow from n and the quartiles that are shown. */
struct fillings fillings_without_layout(struct arena *arena, const struct question *question,
                                        const struct number_figures *figures, int64_t min_cell);

#endif
