#include "inference/reliability.h"

#include "inference/distribution.h"

/* Squares of sums over 1e13 answers below 1e4 fit. */
__extension__ typedef __int128 wide;

static void add_interval(struct estimate *alpha, size_t items, double confidence) {
    double above = (double)(alpha->n - 1), below = above * (double)(items - 1);
    double small, large;
    if (alpha->value >= 1 ||
        !distribution_f_quantile(0.5 - confidence / 2, above, below, &small) ||
        !distribution_f_quantile(0.5 + confidence / 2, above, below, &large))
        return;
    alpha->has_interval = true;
    alpha->low = 1 - (1 - alpha->value) * large;
    alpha->high = 1 - (1 - alpha->value) * small;
}

struct estimate reliability_alpha(const struct item_sums *sums, double confidence) {
    struct estimate alpha = {.n = sums->n};
    if (sums->items < 2 || sums->n < 2)
        return alpha;
    wide total = 0, of_items = (wide)sums->n * sums->squares;
    for (size_t i = 0; i < sums->items; i++) {
        total += sums->sums[i];
        of_items -= (wide)sums->sums[i] * sums->sums[i];
    }
    /* Both variances times n (n - 1), as whole numbers: their ratio has no rounding above. */
    wide of_total = (wide)sums->n * sums->total_squares - total * total;
    if (of_total == 0)
        return alpha;
    wide items = (wide)sums->items;
    alpha.defined = true;
    alpha.value = (double)((long double)(items * (of_total - of_items)) /
                           (long double)((items - 1) * of_total));
    add_interval(&alpha, sums->items, confidence);
    return alpha;
}
