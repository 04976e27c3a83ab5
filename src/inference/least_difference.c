#include "inference/least_difference.h"

#include "inference/permutation.h"

static double p_of(int64_t larger, int64_t n, int64_t count) {
    const int64_t groups[2][2] = {{larger, 0}, {count, n - count}};
    struct contingency *table =
        contingency_new((const int64_t *const[]){groups[0], groups[1]}, 2, 2);
    struct permutation found = permutation_test(table, 1);
    contingency_free(table);
    return found.defined ? found.p : 1;
}

/* The fewer of the smaller group, the farther apart and the smaller is p: so k is searched by
 * halves. */
struct estimate least_difference(int64_t larger, int64_t n, double tests) {
    double level = 0.05 / tests;
    struct estimate found = {.n = n};
    if (n == 0 || p_of(larger, n, 0) > level)
        return found;
    int64_t enough = 0, too_many = n;
    while (too_many - enough > 1) {
        int64_t middle = enough + (too_many - enough) / 2;
        if (p_of(larger, n, middle) <= level)
            enough = middle;
        else
            too_many = middle;
    }
    found.defined = true;
    found.value = 1 - (double)enough / (double)n;
    return found;
}
