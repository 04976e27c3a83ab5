#include "base/number.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int64_t number_power_of_ten(int exponent) {
    assert(exponent >= 0 && exponent <= 18);
    int64_t power = 1;
    for (int i = 0; i < exponent; i++)
        power *= 10;
    return power;
}

static bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

bool number_parse_whole(const char *bytes, size_t length, int64_t minimum, int64_t maximum,
                        int64_t *value) {
    size_t start = length > 0 && bytes[0] == '-' ? 1 : 0;
    size_t digits = length - start;
    if (digits == 0 || digits > 18 || (digits > 1 && bytes[start] == '0'))
        return false;
    int64_t number = 0;
    for (size_t i = start; i < length; i++) {
        if (!is_digit(bytes[i]))
            return false;
        number = number * 10 + (bytes[i] - '0');
    }
    if (start == 1)
        number = -number;
    if (number < minimum || number > maximum)
        return false;
    *value = number;
    return true;
}

bool number_parse_decimal(const char *bytes, size_t length, char mark, int decimals,
                          int64_t *value) {
    assert(decimals >= 0 && decimals <= 6);
    size_t at = length > 0 && bytes[0] == '-' ? 1 : 0;
    bool negative = at == 1;
    int64_t number = 0;
    int digits = 0;
    for (; at < length && is_digit(bytes[at]); at++, digits++) {
        if (digits >= 12)
            return false;
        number = number * 10 + (bytes[at] - '0');
    }
    if (digits == 0)
        return false;
    int fraction = 0;
    if (at < length) {
        if (bytes[at++] != mark || at == length)
            return false;
        for (; at < length && is_digit(bytes[at]); at++, fraction++) {
            if (fraction < decimals)
                number = number * 10 + (bytes[at] - '0');
            else if (bytes[at] != '0')
                return false;
        }
        if (at != length || fraction > 15)
            return false;
    }
    for (; fraction < decimals; fraction++)
        number *= 10;
    *value = negative ? -number : number;
    return true;
}

bool number_plain_whole(char form[NUMBER_SIZE], const char *bytes, size_t length) {
    enum { THOUSANDS = 3 };
    static const char marks[] = ".,";
    int64_t value;
    for (const char *mark = marks; *mark != '\0'; mark++) {
        const char *found = length > 0 ? memchr(bytes, *mark, length) : NULL;
        if (found != NULL && bytes + length - found == 1 + THOUSANDS)
            return false;
        if (!number_parse_decimal(bytes, length, *mark, 0, &value))
            continue;
        snprintf(form, NUMBER_SIZE, "%" PRId64, value);
        return true;
    }
    return false;
}

bool number_parse_double(const char *bytes, size_t length, double *value) {
    char buffer[NUMBER_SIZE];
    if (length == 0 || length >= sizeof buffer)
        return false;
    for (size_t i = 0; i < length; i++)
        if (!is_digit(bytes[i]) && strchr("-+.eE", bytes[i]) == NULL)
            return false;
    if (!is_digit(bytes[0]) && bytes[0] != '-')
        return false;
    memcpy(buffer, bytes, length);
    buffer[length] = '\0';
    char *end;
    double number = strtod(buffer, &end);
    if (*end != '\0' || !isfinite(number))
        return false;
    *value = number;
    return true;
}

const char *number_format_shortest(char buffer[NUMBER_SIZE], double value) {
    assert(isfinite(value));
    if (value == floor(value) && fabs(value) < 1e15) {
        snprintf(buffer, NUMBER_SIZE, "%" PRId64, (int64_t)value);
        return buffer;
    }
    /* Where fifteen digits do not read back, no fewer do: most fractions need no more tries. */
    snprintf(buffer, NUMBER_SIZE, "%.15g", value);
    int digits = strtod(buffer, NULL) == value ? 1 : 16;
    for (; digits <= 17; digits++) {
        snprintf(buffer, NUMBER_SIZE, "%.*g", digits, value);
        if (strtod(buffer, NULL) == value)
            break;
    }
    if (strchr(buffer, 'e') == NULL)
        return buffer;
    /* %g turns to an exponent below 1e-4: the numbers near that are written out. */
    if (fabs(value) >= 1e-5 && fabs(value) < 1)
        snprintf(buffer, NUMBER_SIZE, "%.*f", digits + 4, value);
    return buffer;
}

const char *number_format_scaled(char buffer[NUMBER_SIZE], int64_t value, int decimals) {
    int64_t unit = number_power_of_ten(decimals);
    int64_t whole = value / unit;
    int64_t fraction = value % unit;
    const char *sign = value < 0 ? "-" : "";
    whole = whole < 0 ? -whole : whole;
    fraction = fraction < 0 ? -fraction : fraction;
    int length = snprintf(buffer, NUMBER_SIZE, "%s%" PRId64, sign, whole);
    if (fraction == 0)
        return buffer;
    length += snprintf(buffer + length, NUMBER_SIZE - (size_t)length, ".%0*" PRId64, decimals,
                       fraction);
    while (buffer[length - 1] == '0')
        buffer[--length] = '\0';
    return buffer;
}
