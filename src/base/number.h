/* Numbers as text, independent of the locale. Nothing is allocated. */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { NUMBER_SIZE = 40 }; /* room that every format function needs, with the NUL */

/* A whole base-10 number: an optional '-', then digits only; no sign '+', no leading zeros but
 * "0" itself, no spaces. False where it is anything else or lies outside minimum..maximum. */
bool number_parse_whole(const char *bytes, size_t length, int64_t minimum, int64_t maximum,
                        int64_t *value);

/* A number with a decimal mark ('.' or ','), as a whole number of 10^-decimals: "12.5" with
 * decimals 2 is 1250. Digits beyond decimals must be zeros ("10.0" is 10). Leading zeros are
 * fine, a sign '-' too. False for exponents, thousands marks, spaces, a lone mark, more than 15
 * digits, or nothing. decimals is 0..6. */
bool number_parse_decimal(const char *bytes, size_t length, char mark, int decimals,
                          int64_t *value);

/* What programs make of one whole number, in one form: "4", "04", "4.0" and "4,00" are "4",
 * "-0" is "0". False for anything else, also for three zeros behind the mark, which may be
 * thousands, and for more than 12 digits. */
bool number_plain_whole(char form[NUMBER_SIZE], const char *bytes, size_t length);

/* A finite number: optional '-', digits, at most one '.', optional exponent, as
 * number_format_shortest writes. */
bool number_parse_double(const char *bytes, size_t length, double *value);

/* The shortest form that reads back to the same double, without exponent between 1e-5 and 1e15;
 * -0 is "0". value must be finite. Returns buffer. */
const char *number_format_shortest(char buffer[NUMBER_SIZE], double value);

/* A whole number of 10^-decimals as a decimal with '.', trailing zeros cut: 1250 with decimals
 * 2 is "12.5". */
const char *number_format_scaled(char buffer[NUMBER_SIZE], int64_t value, int decimals);

/* 10^exponent for exponent 0..18. */
int64_t number_power_of_ten(int exponent);

#endif
