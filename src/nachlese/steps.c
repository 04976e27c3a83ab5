#include "nachlese/steps.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/language.h"

static const char *const heads[STEPS_PHASES][2] = {
    [STEPS_READ] = {"reads the exports ...", "liest die Exporte ..."},
    [STEPS_COUNT] = {"counts and compares ...", "zählt und vergleicht ..."},
    [STEPS_PROTECT] = {"protects small numbers ...", "schützt kleine Zahlen ..."},
    [STEPS_PICTURES] = {"draws the pictures ...", "zeichnet die Bilder ..."},
    [STEPS_REPORT] = {"writes the reports ...", "schreibt die Berichte ..."},
    [STEPS_PDF] = {"makes the PDF ...", "macht das PDF ..."},
};

static void print_head(struct steps *steps) {
    fputs(language_pick(heads[steps->current][0], heads[steps->current][1]), stderr);
    steps->open = true;
    steps->phases[steps->current].told = true;
}

/* As far as it is known: the lines of phases that are over, and the beginning of the next. A
 * phase that was broken off by a message begins its line anew when it is over. */
static void print(struct steps *steps) {
    for (; steps->shown && steps->current < STEPS_PHASES; steps->current++) {
        const struct steps_line *line = &steps->phases[steps->current];
        if (!line->begun && line->parts == 0 && !line->ended)
            continue;
        if (line->begun && !steps->open && (line->ended || !line->told))
            print_head(steps);
        if (!line->ended)
            return;
        fprintf(stderr, " %s\n", line->result);
        steps->open = false;
    }
}

void steps_expect(struct steps *steps, enum steps_phase phase) {
    if (phase < STEPS_PHASES)
        steps->phases[phase].parts++;
}

void steps_begin(struct steps *steps, enum steps_phase phase) {
    if (phase == STEPS_PHASES || steps->phases[phase].begun)
        return;
    steps->phases[phase].begun = true;
    clock_gettime(CLOCK_MONOTONIC, &steps->phases[phase].began);
    print(steps);
}

bool steps_end(struct steps *steps, enum steps_phase phase) {
    return phase < STEPS_PHASES && steps->phases[phase].parts > 0 &&
           --steps->phases[phase].parts == 0;
}

/* Behind the result, where somebody had to wait. */
static void add_seconds(struct steps *steps, enum steps_phase phase, int length) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long seconds = (long)(now.tv_sec - steps->phases[phase].began.tv_sec);
    if (seconds > 0 && length >= 0 && length < STEPS_RESULT_SIZE)
        snprintf(steps->phases[phase].result + length, (size_t)(STEPS_RESULT_SIZE - length),
                 "%s%ld s", length > 0 ? ", " : "", seconds);
}

void steps_tell(struct steps *steps, enum steps_phase phase, const char *english,
                const char *german, ...) {
    if (phase == STEPS_PHASES || steps->phases[phase].ended)
        return;
    va_list values;
    va_start(values, german);
    int length = vsnprintf(steps->phases[phase].result, STEPS_RESULT_SIZE,
                           language_pick(english, german), values);
    va_end(values);
    steps->phases[phase].ended = true;
    add_seconds(steps, phase, length);
    print(steps);
}

void steps_break(struct steps *steps) {
    if (steps->open)
        fputc('\n', stderr);
    steps->open = false;
}
