/* The classes of a number question's histogram: which layouts there are, in which order they
 * are tried, and whether answers may be counted in one. stats counts by it, and the privacy
 * gate decides by it (P6), so that both name the same classes. Nothing is allocated. All
 * numbers are in units of 10^-decimals of the question. */
#ifndef SURVEY_CLASS_LAYOUT_H
#define SURVEY_CLASS_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "survey/class_edges.h"
#include "survey/questionnaire.h"

/* Classes from the first with an answer to the last: fewer or more are no picture. */
enum { CLASS_LAYOUT_FEWEST = 3, CLASS_LAYOUT_MOST = 15 };

/* Classes of one width from min, or from where the open first class ends; the last one ends at
 * max and holds it, or where the open last class begins, and may be narrower there. */
struct class_layout {
    int64_t minimum, maximum;
    bool has_first, has_last; /* an open class stands there */
    int64_t open_to, open_from;
    int64_t width;
};

/* How many gave a number. */
struct value_count {
    int64_t value, count;
};

/* The finest layout: width 1, with the open classes that the question declares. */
struct class_layout class_layout_first(const struct question *question);
/* Goes on to the next one: 1, 2, 5, 10, 20 ... until one class holds all between the open ones,
 * then the same without open classes. False: there is none, nothing is changed. */
bool class_layout_next(struct class_layout *layout);

/* The position of the class of a number from minimum to maximum, from 0. */
int64_t class_layout_position(const struct class_layout *layout, int64_t value);
/* How many classes there are from minimum to maximum. */
int64_t class_layout_count(const struct class_layout *layout);
/* The least and the greatest number of a class. */
int64_t class_layout_least(const struct class_layout *layout, int64_t position);
int64_t class_layout_greatest(const struct class_layout *layout, int64_t position);
struct class_edges class_layout_edges(const struct class_layout *layout, int64_t position);

/* True where every class holds 0 or at least min_cell answers, and from the first one with
 * answers to the last there are CLASS_LAYOUT_FEWEST to CLASS_LAYOUT_MOST. The values go
 * upwards, each count is at least 1; without values it is false. */
bool class_layout_allows(const struct class_layout *layout, const struct value_count *values,
                         size_t count, int64_t min_cell);
/* The first layout that allows the answers; where there is none, the last one of all: one class
 * from min to max. */
struct class_layout class_layout_finest(const struct question *question,
                                        const struct value_count *values, size_t count,
                                        int64_t min_cell);

#endif
