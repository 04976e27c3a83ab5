#include "survey/class_edges.h"

#include <stdio.h>
#include <string.h>

const char *class_edges_format(char buffer[CLASS_EDGES_SIZE], const struct class_edges *edges,
                               int decimals) {
    char low[NUMBER_SIZE] = "", high[NUMBER_SIZE] = "";
    if (!edges->open_low)
        number_format_scaled(low, edges->low, decimals);
    if (!edges->open_high)
        number_format_scaled(high, edges->high, decimals);
    snprintf(buffer, CLASS_EDGES_SIZE, "%c%s,%s%c", edges->open_low ? '(' : '[', low, high,
             edges->closed ? ']' : ')');
    return buffer;
}

static bool parse_edge(const char *digits, size_t length, int decimals, bool open,
                       int64_t *edge) {
    *edge = 0;
    return open ? length == 0 : number_parse_decimal(digits, length, '.', decimals, edge);
}

bool class_edges_parse(const char *category, int decimals, struct class_edges *edges) {
    const char *comma = strchr(category, ',');
    size_t length = strlen(category);
    if ((category[0] != '[' && category[0] != '(') || comma == NULL ||
        (category[length - 1] != ']' && category[length - 1] != ')'))
        return false;
    *edges = (struct class_edges){.closed = category[length - 1] == ']',
                                  .open_low = category[0] == '(',
                                  .open_high = comma + 2 == category + length};
    if (!parse_edge(category + 1, (size_t)(comma - category) - 1, decimals, edges->open_low,
                    &edges->low) ||
        !parse_edge(comma + 1, length - (size_t)(comma - category) - 2, decimals,
                    edges->open_high, &edges->high))
        return false;
    if (edges->open_low || edges->open_high)
        return !edges->closed && !(edges->open_low && edges->open_high);
    return edges->low < edges->high + (edges->closed ? 1 : 0);
}
