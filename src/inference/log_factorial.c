#include "inference/log_factorial.h"

#include <assert.h>
#include <math.h>
#include <stddef.h>

enum { TABLED = 2048 };

/* Filled once, up to where Stirling's series has all digits. */
static const long double *table(void) {
    static long double logarithms[TABLED];
    static size_t filled;
    if (filled == 0) {
        for (filled = 1; filled < TABLED; filled++)
            logarithms[filled] = logarithms[filled - 1] + logl((long double)filled);
    }
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
