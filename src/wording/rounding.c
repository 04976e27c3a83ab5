#include "wording/rounding.h"

#include <assert.h>
#include <math.h>

#include "base/number.h"

/* numerator / denominator to the nearest whole number, halves away from zero. */
static int64_t divide(int64_t numerator, int64_t denominator) {
    int64_t size = numerator < 0 ? -numerator : numerator;
    int64_t quotient = size / denominator;
    if (size % denominator >= denominator - size % denominator)
        quotient++;
    return numerator < 0 ? -quotient : quotient;
}

bool rounding_percent(int64_t count, int64_t base, struct percent *percent) {
    assert(count >= 0 && count <= base);
    if (base < ROUNDING_PERCENT_FROM)
        return false;
    int decimals = base >= ROUNDING_PERCENT_DECIMAL ? 1 : 0;
    int64_t all = 100 * number_power_of_ten(decimals), value = divide(all * count, base);
    *percent = (struct percent){{value, decimals}, PERCENT_NEAREST};
    if (value == 0 && count > 0)
        *percent = (struct percent){{1, decimals}, PERCENT_BELOW};
    else if (value == all && count < base)
        *percent = (struct percent){{all - 1, decimals}, PERCENT_ABOVE};
    return true;
}

/* Beyond this a sum is no longer exact in a double, and no half is lost by rounding the double
 * itself. */
static const double LARGEST_SUM = 1e12;

bool rounding_mean(double mean, int64_t n, int decimals, struct rounded *rounded) {
    if (n < ROUNDING_MEAN_FROM)
        return false;
    double units = (double)number_power_of_ten(decimals);
    double sum = mean * (double)n * units;
    rounded->decimals = 1;
    if (fabs(sum) < LARGEST_SUM && fabs(sum - nearbyint(sum)) < 1e-6)
        rounded->value = divide(10 * (int64_t)nearbyint(sum), n * (int64_t)units);
    else
        rounded->value = (int64_t)llround(mean * 10);
    return true;
}

struct rounded rounding_quantile(double value, int decimals) {
    int64_t units = number_power_of_ten(decimals);
    int64_t quarters = (int64_t)llround(value * 4 * (double)units);
    struct rounded rounded = {divide(10 * quarters, 4), decimals + 1};
    while (rounded.decimals > 0 && rounded.value % 10 == 0) {
        rounded.value /= 10;
        rounded.decimals--;
    }
    return rounded;
}

int64_t rounding_nearest(double value, int decimals) {
    return (int64_t)llround(value * (double)number_power_of_ten(decimals));
}
