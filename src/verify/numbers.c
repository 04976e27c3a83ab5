#include "verify/numbers.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static int by_digits(const void *one, const void *other) {
    const struct number_at *a = one, *b = other;
    int order = strcmp(a->digits, b->digits);
    return order != 0 ? order : (a->line > b->line) - (a->line < b->line);
}

static bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

static size_t length_of(const char *at, bool fractions) {
    size_t length = strspn(at, "0123456789");
    while (fractions && (at[length] == '.' || at[length] == ',') && is_digit(at[length + 1]))
        length += 1 + strspn(at + length + 1, "0123456789");
    return length;
}

struct numbers numbers_of(struct arena *arena, const char *text, bool fractions) {
    struct number_at *items = NULL;
    size_t count = 0, capacity = 0, line = 1;
    while (*text != '\0') {
        size_t length = length_of(text, fractions);
        if (length == 0) {
            line += *text++ == '\n';
            continue;
        }
        items = memory_grow(items, count, &capacity, sizeof *items);
        items[count++] = (struct number_at){arena_copy_bytes(arena, text, length), line};
        text += length;
    }
    struct numbers numbers = {arena_allocate(arena, count, sizeof *items), count};
    if (count > 0) {
        memcpy(numbers.items, items, count * sizeof *items);
        qsort(numbers.items, count, sizeof *items, by_digits);
    }
    free(items);
    return numbers;
}

size_t numbers_times(const struct numbers *numbers, const char *digits) {
    size_t first = 0, end = numbers->count, times = 0;
    while (first < end) {
        size_t middle = first + (end - first) / 2;
        if (strcmp(numbers->items[middle].digits, digits) < 0)
            first = middle + 1;
        else
            end = middle;
    }
    for (; first < numbers->count && strcmp(numbers->items[first].digits, digits) == 0; first++)
        times++;
    return times;
}
