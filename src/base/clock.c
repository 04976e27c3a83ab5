#include "base/clock.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/die.h"
#include "base/number.h"

bool clock_is_fixed(int64_t *seconds) {
    const char *fixed = getenv("SOURCE_DATE_EPOCH");
    if (fixed == NULL || fixed[0] == '\0')
        return false;
    /* The end of the year 9999, the last that a date of ours can name. */
    if (!number_parse_whole(fixed, strlen(fixed), 0, INT64_C(253402300799), seconds))
        die(EXIT_USAGE, "SOURCE_DATE_EPOCH must be a number of seconds since 1970, not '%s'",
            "SOURCE_DATE_EPOCH muss eine Zahl von Sekunden seit 1970 sein, nicht '%s'", fixed);
    return true;
}

int64_t clock_noon(const char *day) {
    enum { NOON = 12 };
    struct tm parts = {.tm_hour = NOON};
    parts.tm_year = (int)strtol(day, NULL, 10) - 1900;
    parts.tm_mon = (int)strtol(day + sizeof "YYYY-" - 1, NULL, 10) - 1;
    parts.tm_mday = (int)strtol(day + sizeof "YYYY-MM-" - 1, NULL, 10);
    return (int64_t)timegm(&parts);
}

static time_t now(void) {
    int64_t seconds;
    return clock_is_fixed(&seconds) ? (time_t)seconds : time(NULL);
}

void clock_today(char day[CLOCK_DAY_SIZE]) {
    struct tm parts;
    time_t seconds = now();
    if (gmtime_r(&seconds, &parts) == NULL ||
        strftime(day, CLOCK_DAY_SIZE, "%Y-%m-%d", &parts) == 0)
        die(EXIT_RESOURCE, "the clock of this computer shows no date",
            "die Uhr dieses Rechners nennt kein Datum");
}

bool clock_has_passed(const char *day) {
    char today[CLOCK_DAY_SIZE];
    if (day == NULL)
        return false;
    clock_today(today);
    return strcmp(today, day) > 0;
}
