#include "wording/classes.h"

#include <stdlib.h>
#include <string.h>

#include "survey/class_edges.h"

enum { MOST_CLASSES = 1000 };

/* Without trailing zeros: 2,5 and 10. */
static const char *scaled(const struct voice *voice, int64_t value, int decimals) {
    struct rounded rounded = {value, decimals};
    while (rounded.decimals > 0 && rounded.value % 10 == 0) {
        rounded.value /= 10;
        rounded.decimals--;
    }
    return voice_rounded(voice, rounded);
}

/* Whole numbers are named from first to last: "5 bis 9", "5". */
static const char *label_of(const struct voice *voice, const struct number_class *class,
                            int decimals) {
    bool whole = decimals == 0;
    if (class->open_low)
        return voice_say(voice, PHRASE_AMOUNT_CLASS_TO, "high",
                         scaled(voice, class->high, decimals), NULL);
    if (class->open_high)
        return voice_say(voice, PHRASE_AMOUNT_CLASS_FROM, "low",
                         scaled(voice, class->low, decimals), NULL);
    int64_t high = whole && !class->closed ? class->high - 1 : class->high;
    const char *low = scaled(voice, class->low, decimals);
    if (class->low == high)
        return low;
    enum phrase phrase =
        whole || class->closed ? PHRASE_AMOUNT_CLASS : PHRASE_AMOUNT_CLASS_BELOW;
    return voice_say(voice, phrase, "low", low, "high", scaled(voice, high, decimals), NULL);
}

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

struct number_class *classes_of(const struct teller *teller, const struct question *question,
                                size_t *count) {
    struct number_class *classes =
        arena_allocate(teller->voice.arena, MOST_CLASSES + 1, sizeof *classes);
    *count = 0;
    for (size_t i = 0; i < teller->results->count && *count < MOST_CLASSES; i++) {
        const struct result *result = &teller->results->rows[i];
        struct class_edges edges;
        if (!is_count_of(result, question) ||
            !class_edges_parse(result->category, question->decimals, &edges))
            continue;
        struct number_class class = {.low = edges.low,
                                     .high = edges.high,
                                     .closed = edges.closed,
                                     .open_low = edges.open_low,
                                     .open_high = edges.open_high};
        class.figure = figure_of(
            figure_whole(teller->results, question->id, "", result->category, STATISTIC_COUNT),
            result->n);
        class.label = label_of(&teller->voice, &class, question->decimals);
        if (class.figure.state == FIGURE_SHOWN)
            classes[(*count)++] = class;
    }
    if (*count > 1)
        qsort(classes, *count, sizeof *classes, compare_classes);
    return classes;
}
