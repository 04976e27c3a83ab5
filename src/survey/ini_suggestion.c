#include "survey/ini_suggestion.h"

#include <string.h>

enum { LONGEST_WORD = 100 };

static size_t least(size_t a, size_t b) {
    return a < b ? a : b;
}

/* Optimal string alignment: the fewest insertions, deletions, changes and swaps of neighbours,
 * no part touched twice (Damerau 1964 with the restriction; Wagner and Fischer's table). Three
 * rows of the table are kept. */
static size_t distance(const char *a, const char *b) {
    size_t rows[3][LONGEST_WORD + 1];
    size_t height = strlen(a), width = strlen(b);
    for (size_t j = 0; j <= width; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= height; i++) {
        size_t *now = rows[i % 3], *before = rows[(i + 2) % 3], *earlier = rows[(i + 1) % 3];
        now[0] = i;
        for (size_t j = 1; j <= width; j++) {
            size_t change = before[j - 1] + (a[i - 1] != b[j - 1]);
            now[j] = least(change, least(before[j], now[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = least(now[j], earlier[j - 2] + 1);
        }
    }
    return rows[height % 3][width];
}

const char *ini_suggestion(const char *word, const char *const *candidates, size_t count) {
    size_t length = strlen(word);
    if (length == 0 || length > LONGEST_WORD)
        return NULL;
    const char *best = NULL;
    size_t nearest = length / 3 > 0 ? length / 3 : 1;
    for (size_t i = 0; i < count; i++) {
        if (strlen(candidates[i]) > LONGEST_WORD || strcmp(candidates[i], word) == 0)
            continue;
        size_t found = distance(word, candidates[i]);
        if (found < nearest || (found == nearest && best == NULL)) {
            nearest = found;
            best = candidates[i];
        }
    }
    return best;
}
