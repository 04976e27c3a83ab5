#include "protect/histogram.h"

#include <string.h>

#include "base/number.h"
#include "base/text.h"

/* --- joining --- */

/* From the left, classes are joined until their count is 0 or reaches min_cell; what is left
 * over at the end joins the last ones. Returns how many there are; 0 where even all together
 * are too few. */
static size_t merge(struct histogram_class *classes, size_t count, int64_t min_cell) {
    size_t used = 0, first = 0;
    int64_t open = 0;
    for (size_t i = 0; i < count; i++) {
        open += classes[i].count;
        if (open > 0 && open < min_cell)
            continue;
        classes[used++] =
            (struct histogram_class){classes[first].first, classes[i].last, 0, -1, open};
        first = i + 1;
        open = 0;
    }
    if (open == 0)
        return used;
    const struct result *start = classes[first].first, *end = classes[count - 1].last;
    while (open < min_cell && used > 0) {
        start = classes[--used].first;
        open += classes[used].count;
    }
    if (open < min_cell)
        return 0;
    classes[used++] = (struct histogram_class){start, end, 0, -1, open};
    return used;
}

/* "[a,b)" holds the numbers a to b - 1, "[a,b]" also b, in units of the last decimal. */
static void read_edges(struct histogram_class *class, int decimals) {
    const char *first = class->first->category, *last = class->last->category;
    const char *comma = strchr(last, ','), *end = last + strlen(last) - 1;
    int64_t low, high;
    if (first[0] != '[' ||
        !number_parse_decimal(first + 1, (size_t)(strchr(first, ',') - first - 1), '.',
                              decimals, &low) ||
        !number_parse_decimal(comma + 1, (size_t)(end - comma - 1), '.', decimals, &high))
        return;
    class->low = low;
    class->high = *end == ']' ? high : high - 1;
}

static bool is_class(const struct block *block, const struct result *row) {
    return block_allows(block, row) && block_treatment(block, row) == TREATMENT_CLASSES &&
           row->has_value && strchr(row->category, ',') != NULL;
}

struct histogram histogram_of(struct arena *arena, const struct block *block,
                              int64_t min_cell) {
    struct histogram histogram = {
        .classes = arena_allocate(arena, block->count, sizeof *histogram.classes)};
    for (size_t i = 0; i < block->count; i++) {
        const struct result *row = &block->rows[i];
        if (!is_class(block, row))
            continue;
        histogram.pattern = row;
        histogram.classes[histogram.count++] =
            (struct histogram_class){row, row, 0, -1, (int64_t)row->value};
    }
    histogram.count = merge(histogram.classes, histogram.count, min_cell);
    for (size_t i = 0; i < histogram.count; i++)
        read_edges(&histogram.classes[i], block->question->decimals);
    return histogram;
}

const struct histogram_class *histogram_class_at(const struct histogram *histogram,
                                                 int64_t place) {
    for (size_t i = 0; i < histogram->count; i++) {
        if (place < histogram->classes[i].count)
            return &histogram->classes[i];
        place -= histogram->classes[i].count;
    }
    return NULL;
}

/* --- writing --- */

/* Neighbouring classes as one: "[a,b)" and "[b,c)" are "[a,c)". */
static void write_class(FILE *stream, const struct histogram_class *class) {
    struct text category = {0};
    const char *comma = strchr(class->first->category, ',');
    text_add_bytes(&category, class->first->category, (size_t)(comma - class->first->category));
    text_add(&category, strchr(class->last->category, ','));
    struct result merged = *class->first;
    merged.category = text_string(&category);
    merged.value = (double)class->count;
    results_write(stream, &merged);
    text_free(&category);
}

void histogram_write(FILE *stream, const struct histogram *histogram) {
    for (size_t i = 0; i < histogram->count; i++)
        write_class(stream, &histogram->classes[i]);
    if (histogram->count > 0 || histogram->pattern == NULL)
        return;
    struct result hidden = *histogram->pattern;
    hidden.category = "";
    block_write_suppressed(stream, &hidden, RULE_P6);
}
