#include "findings/classes.h"

#include <stdlib.h>
#include <string.h>

#include "survey/class_edges.h"

enum { MOST_CLASSES = 1000 };

static int compare_classes(const void *left, const void *right) {
    const struct number_class *a = left, *b = right;
    if (a->open_low || b->open_low)
        return b->open_low - a->open_low;
    return (a->low > b->low) - (a->low < b->low);
}

static bool is_count_of(const struct result *result, const struct question *question) {
    return strcmp(result->question, question->id) == 0 && result->by[0] == '\0' &&
           result->statistic == STATISTIC_COUNT && result->has_value && result->has_n;
}

struct number_class *classes_of(const struct facts *facts, const struct question *question,
                                size_t *count) {
    struct number_class *classes =
        arena_allocate(facts->arena, MOST_CLASSES + 1, sizeof *classes);
    *count = 0;
    for (size_t i = 0; i < facts->results->count && *count < MOST_CLASSES; i++) {
        const struct result *result = &facts->results->rows[i];
        struct class_edges edges;
        if (!is_count_of(result, question) ||
            !class_edges_parse(result->category, question->decimals, &edges))
            continue;
        struct number_class class = {.low = edges.low,
                                     .high = edges.high,
                                     .closed = edges.closed,
                                     .open_low = edges.open_low,
                                     .open_high = edges.open_high,
                                     .category = result->category};
        class.figure = figure_of(
            figure_whole(facts->results, question->id, "", result->category, STATISTIC_COUNT),
            result->n);
        if (class.figure.state == FIGURE_SHOWN)
            classes[(*count)++] = class;
    }
    if (*count > 1)
        qsort(classes, *count, sizeof *classes, compare_classes);
    return classes;
}
