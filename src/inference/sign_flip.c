#include "inference/sign_flip.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "inference/distribution.h"
#include "inference/log_factorial.h"

static const long double most_work = 1e7L;

struct differences {
    int64_t *counts; /* how many have the absolute value 0, 1 ... */
    size_t size;
    int64_t n, other;      /* all, and those that are not 0 */
    int64_t sum, absolute; /* of the values and of their sizes */
    long double squares;
};

static struct differences fold(const struct frequency_table *table) {
    struct differences found = {0};
    int64_t last = table->first + (int64_t)table->size - 1;
    found.size =
        (size_t)(llabs(last) > llabs(table->first) ? llabs(last) : llabs(table->first)) + 1;
    found.counts = memory_allocate(found.size, sizeof *found.counts);
    for (size_t i = 0; i < table->size; i++) {
        int64_t value = table->first + (int64_t)i, count = table->counts[i];
        found.counts[llabs(value)] += count;
        found.n += count;
        found.other += value != 0 ? count : 0;
        found.sum += value * count;
        found.absolute += llabs(value) * count;
        found.squares += (long double)value * (long double)value * (long double)count;
    }
    return found;
}

/* The chances of 0 .. times heads of as many fair coins; the caller frees. */
static long double *toss(int64_t times) {
    long double *chances = memory_allocate((size_t)times + 1, sizeof *chances);
    for (int64_t heads = 0; heads <= times; heads++)
        chances[heads] = expl(log_factorial(times) - log_factorial(heads) -
                              log_factorial(times - heads) - (long double)times * logl(2));
    return chances;
}

/* Adds to the sum as many coins, each of which gives value or nothing: sums[0..reach] becomes
 * sums[0..reach + value * times]. Downwards, so that what is read was not yet written. */
static void add_coins(long double *sums, size_t reach, size_t value, size_t times) {
    long double *chances = toss((int64_t)times);
    for (size_t sum = reach + value * times + 1; sum-- > 0;) {
        long double chance = 0;
        size_t least = sum > reach ? (sum - reach + value - 1) / value : 0;
        size_t most = sum / value < times ? sum / value : times;
        for (size_t heads = least; heads <= most; heads++)
            chance += sums[sum - heads * value] * chances[heads];
        sums[sum] = chance;
    }
    free(chances);
}

/* With U the sum of the sizes that keep a plus, the sum of differences is 2 U - absolute. */
static double exact_p(const struct differences *found) {
    size_t all = (size_t)found->absolute, reach = 0;
    long double *sums = memory_allocate(all + 1, sizeof *sums);
    sums[0] = 1;
    for (size_t value = 1; value < found->size; value++) {
        if (found->counts[value] == 0)
            continue;
        add_coins(sums, reach, value, (size_t)found->counts[value]);
        reach += value * (size_t)found->counts[value];
    }
    assert(reach == all);
    long double tail = 0;
    for (size_t sum = all; 2 * (int64_t)sum - (int64_t)all >= llabs(found->sum); sum--)
        tail += sums[sum];
    free(sums);
    return (double)fminl(1, 2 * tail);
}

static bool normal_p(const struct differences *found, double *p) {
    double tail;
    bool fine = distribution_normal_upper(
        (double)((long double)llabs(found->sum) / sqrtl(found->squares)), &tail);
    *p = fmin(1, 2 * tail);
    return fine;
}

struct sign_flip sign_flip_test(const struct frequency_table *differences) {
    assert(differences->divisor == 1);
    struct differences found = fold(differences);
    struct sign_flip result = {.p = {.defined = found.n > 0, .n = found.n}, .exact = true};
    if (found.n > 0 && found.sum == 0)
        result.p.value = 1;
    if (found.sum != 0) {
        result.exact = (long double)found.other * (long double)found.absolute <= most_work;
        if (result.exact)
            result.p.value = exact_p(&found);
        else
            result.p.defined = normal_p(&found, &result.p.value);
    }
    free(found.counts);
    return result;
}
