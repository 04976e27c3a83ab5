#include "inference/log_factorial.h"

#include <assert.h>
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

enum { TABLED = 2048 };

/* Up to where Stirling's series has all digits. */
static long double logarithms[TABLED];
static atomic_bool filled;

static void fill(void) {
    for (size_t i = 1; i < TABLED; i++)
        logarithms[i] = logarithms[i - 1] + logl((long double)i);
    atomic_store_explicit(&filled, true, memory_order_release);
}

static const long double *table(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    if (!atomic_load_explicit(&filled, memory_order_acquire))
        pthread_once(&once, fill);
    return logarithms;
}

/* Abramowitz and Stegun 1964, 6.1.41. */
static long double stirling(long double n) {
    static const long double half_log_two_pi = 0.918938533204672741780329736405617639861L;
    long double squared = n * n;
    return (n + 0.5L) * logl(n) - n + half_log_two_pi +
           (1 / 12.0L - (1 / 360.0L - 1 / (1260 * squared)) / squared) / n;
}

long double log_factorial(int64_t n) {
    assert(n >= 0);
    return n < TABLED ? table()[n] : stirling((long double)n);
}
