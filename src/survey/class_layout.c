#include "survey/class_layout.h"

#include <assert.h>

enum { HOLDS_ONE_MORE = 5 }; /* from this width on the last class may hold one number more */

struct class_layout class_layout_first(const struct question *question) {
    return (struct class_layout){.minimum = question->minimum,
                                 .maximum = question->maximum,
                                 .has_first = question->has_open_to,
                                 .has_last = question->has_open_from,
                                 .open_to = question->open_to,
                                 .open_from = question->open_from,
                                 .width = 1};
}

/* --- the classes between the open ones --- */

static int64_t begin_of(const struct class_layout *layout) {
    return layout->has_first ? layout->open_to : layout->minimum;
}

/* The greatest number that is in no open last class. */
static int64_t end_of(const struct class_layout *layout) {
    return layout->has_last ? layout->open_from - 1 : layout->maximum;
}

/* max belongs to the last class, as 100 per cent do to "90 to 100". Of a small width it is a
 * class of its own: one number more than in the others would make the column much fuller. */
static int64_t count_of(const struct class_layout *layout) {
    int64_t numbers = end_of(layout) - begin_of(layout) + 1;
    if (!layout->has_last && layout->width >= HOLDS_ONE_MORE && numbers > 1)
        numbers--;
    return (numbers + layout->width - 1) / layout->width;
}

bool class_layout_next(struct class_layout *layout) {
    if (count_of(layout) > 1) {
        int64_t power = 1;
        while (10 * power <= layout->width)
            power *= 10;
        layout->width = layout->width == 2 * power ? 5 * power : 2 * layout->width;
        return true;
    }
    if (!layout->has_first && !layout->has_last)
        return false;
    layout->has_first = layout->has_last = false;
    layout->width = 1;
    return true;
}

int64_t class_layout_count(const struct class_layout *layout) {
    return count_of(layout) + (layout->has_first ? 1 : 0) + (layout->has_last ? 1 : 0);
}

int64_t class_layout_position(const struct class_layout *layout, int64_t value) {
    int64_t begin = begin_of(layout), before = layout->has_first ? 1 : 0;
    int64_t count = count_of(layout);
    assert(value >= layout->minimum && value <= layout->maximum);
    if (value < begin)
        return 0;
    if (value > end_of(layout))
        return before + count;
    int64_t position = (value - begin) / layout->width;
    return before + (position < count ? position : count - 1);
}

static bool is_open_first(const struct class_layout *layout, int64_t position) {
    return layout->has_first && position == 0;
}

static bool is_open_last(const struct class_layout *layout, int64_t position) {
    return layout->has_last && position == count_of(layout) + (layout->has_first ? 1 : 0);
}

int64_t class_layout_least(const struct class_layout *layout, int64_t position) {
    if (is_open_first(layout, position))
        return layout->minimum;
    if (is_open_last(layout, position))
        return layout->open_from;
    return begin_of(layout) + (position - (layout->has_first ? 1 : 0)) * layout->width;
}

int64_t class_layout_greatest(const struct class_layout *layout, int64_t position) {
    if (is_open_first(layout, position))
        return layout->open_to - 1;
    if (is_open_last(layout, position))
        return layout->maximum;
    int64_t between = position - (layout->has_first ? 1 : 0);
    return between == count_of(layout) - 1
               ? end_of(layout)
               : begin_of(layout) + (between + 1) * layout->width - 1;
}

struct class_edges class_layout_edges(const struct class_layout *layout, int64_t position) {
    if (is_open_first(layout, position))
        return (struct class_edges){.high = layout->open_to, .open_low = true};
    if (is_open_last(layout, position))
        return (struct class_edges){.low = layout->open_from, .open_high = true};
    int64_t greatest = class_layout_greatest(layout, position);
    bool closed = greatest == layout->maximum;
    return (struct class_edges){.low = class_layout_least(layout, position),
                                .high = closed ? greatest : greatest + 1,
                                .closed = closed};
}

/* --- which answers it allows --- */

bool class_layout_allows(const struct class_layout *layout, const struct value_count *values,
                         size_t count, int64_t min_cell) {
    int64_t position = -1, answers = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t next = class_layout_position(layout, values[i].value);
        if (next != position && i > 0 && answers < min_cell)
            return false;
        answers = next == position ? answers + values[i].count : values[i].count;
        position = next;
    }
    if (count == 0 || answers < min_cell)
        return false;
    int64_t shown = position - class_layout_position(layout, values[0].value) + 1;
    return shown >= CLASS_LAYOUT_FEWEST && shown <= CLASS_LAYOUT_MOST;
}

struct class_layout class_layout_finest(const struct question *question,
                                        const struct value_count *values, size_t count,
                                        int64_t min_cell) {
    struct class_layout layout = class_layout_first(question);
    while (!class_layout_allows(&layout, values, count, min_cell) && class_layout_next(&layout))
        ;
    return layout;
}
