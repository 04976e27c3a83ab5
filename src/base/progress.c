#include "base/progress.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "base/language.h"

enum { FIRST_AFTER = 1000, EVERY = 200 }; /* milliseconds */

static int64_t started = -1;
static int64_t next;
static bool shown;

static int64_t milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void progress_show(uint64_t records) {
    /* The clock is looked at now and then only: one look per record would be a tenth of the
     * work.
     */
    if (records % 1024 != 0)
        return;
    int64_t now = milliseconds();
    if (started < 0) {
        started = now;
        next = now + FIRST_AFTER;
    }
    if (now < next || !isatty(STDERR_FILENO))
        return;
    next = now + EVERY;
    shown = true;
    fprintf(
        stderr,
        language_pick("\r%" PRIu64 " records read ...", "\r%" PRIu64 " Datensätze gelesen ..."),
        records);
}

void progress_end(void) {
    if (shown)
        fputs("\r\x1B[K", stderr);
    shown = false;
    started = -1;
}
