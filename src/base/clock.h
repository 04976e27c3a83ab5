/* The day: the only place where a program asks for it, so that everything else depends on its
 * inputs alone. Nothing is allocated. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

enum { CLOCK_DAY_SIZE = sizeof "YYYY-MM-DD" };

/* True where $SOURCE_DATE_EPOCH fixes the time, as clock_has_passed reads it; then *seconds is
 * it.
 */
bool clock_is_fixed(int64_t *seconds);

/* Noon of a checked day "YYYY-MM-DD" in UTC, in seconds since 1970. */
int64_t clock_noon(const char *day);

/* Today, as "YYYY-MM-DD". */
void clock_today(char day[CLOCK_DAY_SIZE]);

/* True where the day "YYYY-MM-DD" is over: the day itself has not passed; NULL never passes.
 * Today is the day of $SOURCE_DATE_EPOCH (seconds since 1970), where that is set and not empty,
 * else the real one, both in UTC. A value that is no such number ends the program with
 * EXIT_USAGE. */
bool clock_has_passed(const char *day);

#endif
