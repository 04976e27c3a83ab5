#include "survey/class_edges.h"

#include <stdio.h>
#include <string.h>

const char *class_edges_format(char buffer[CLASS_EDGES_SIZE], const struct class_edges *edges,
                               int decimals) {
    char low[NUMBER_SIZE], high[NUMBER_SIZE];
    number_format_scaled(low, edges->low, decimals);
    number_format_scaled(high, edges->high, decimals);
    snprintf(buffer, CLASS_EDGES_SIZE, "[%s,%s%c", low, high, edges->closed ? ']' : ')');
    return buffer;
}

bool class_edges_parse(const char *category, int decimals, struct class_edges *edges) {
    const char *comma = strchr(category, ',');
    size_t length = strlen(category);
    if (category[0] != '[' || comma == NULL ||
        (category[length - 1] != ']' && category[length - 1] != ')'))
        return false;
    edges->closed = category[length - 1] == ']';
    return number_parse_decimal(category + 1, (size_t)(comma - category) - 1, '.', decimals,
                                &edges->low) &&
           number_parse_decimal(comma + 1, length - (size_t)(comma - category) - 2, '.',
                                decimals, &edges->high) &&
           edges->low < edges->high + (edges->closed ? 1 : 0);
}
