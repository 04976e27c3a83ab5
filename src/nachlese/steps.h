/* What a run is at, for somebody who waits at a terminal: a line a phase on standard error,
 * begun when the phase begins and ended with what came of it. Phases overlap, but are told one
 * after the other. Nothing is allocated. */
#ifndef NACHLESE_STEPS_H
#define NACHLESE_STEPS_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

enum steps_phase {
    STEPS_READ,
    STEPS_COUNT,
    STEPS_PROTECT,
    STEPS_PICTURES,
    STEPS_REPORT,
    STEPS_PDF,
    STEPS_PHASES, /* also: of no phase, which is never told */
};

enum { STEPS_RESULT_SIZE = 80 };

struct steps_line {
    size_t parts; /* that have not ended */
    bool begun, ended;
    bool told; /* its beginning was printed */
    struct timespec began;
    char result[STEPS_RESULT_SIZE];
};

/* Start with {.shown = ...}; where it is false, nothing is ever printed. */
struct steps {
    bool shown;
    struct steps_line phases[STEPS_PHASES];
    size_t current; /* the phase whose line is next */
    bool open;      /* that line has begun, and nothing was printed since */
};

/* The phase has one part more. All are expected before the first begins; a phase without parts
 * is not told. */
void steps_expect(struct steps *steps, enum steps_phase phase);

/* A part of the phase begins. */
void steps_begin(struct steps *steps, enum steps_phase phase);

/* A part of it has ended; true where it was the last. */
bool steps_end(struct steps *steps, enum steps_phase phase);

/* The phase is over, whatever parts it has left: one of the formats says what came of it. */
void steps_tell(struct steps *steps, enum steps_phase phase, const char *english,
                const char *german, ...)
    __attribute__((format(printf, 3, 5), format(printf, 4, 5)));

/* Before anything else is printed on standard error: ends a line that is open. */
void steps_break(struct steps *steps);

#endif
