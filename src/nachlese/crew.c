#include "nachlese/crew.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/exit_code.h"
#include "base/memory.h"

/* The work: how far it has got. */
struct shift {
    const struct crew *crew;
    size_t reported; /* so many steps, from the first on, are over and have been reported */
    struct step **at_work;
    size_t working, most; /* how many are at work, and may be */
};

/* Also where it will never be begun. */
static bool is_over(const struct step *step) {
    return step->child.state > CHILD_RUNS || (!step->counts && step->child.state == CHILD_NEW);
}

/* After a failure what comes later in the table does not count, although it may have been
 * begun: done one after the other, it would not have been. */
static void end_later(const struct crew *crew, const struct step *failed) {
    for (struct step *step = crew->steps + crew->count; step-- > failed + 1;) {
        bool concerned =
            failed->failure == FAILURE_ENDS_ALL ||
            (failed->failure == FAILURE_ENDS_STAGE && step->stage == failed->stage);
        if (!concerned || !step->counts)
            continue;
        step->counts = false;
        child_stop(&step->child);
    }
}

static void note_end(const struct crew *crew, struct step *step) {
    step->code = crew->judge(crew->context, step);
    if (step->counts && step->code != EXIT_FINE)
        end_later(crew, step);
}

static void report_ended(struct shift *shift) {
    const struct crew *crew = shift->crew;
    for (; shift->reported < crew->count; shift->reported++) {
        const struct step *step = &crew->steps[shift->reported];
        if (step->counts && !is_over(step))
            return;
        if (step->counts && child_stopped_by() == 0)
            crew->report(crew->context, step);
    }
}

static bool stage_is_over(const struct crew *crew, size_t stage) {
    for (size_t i = 0; i < crew->count; i++)
        if (crew->steps[i].stage == stage && !is_over(&crew->steps[i]))
            return false;
    return true;
}

static bool is_ready(const struct crew *crew, const struct step *step) {
    bool ready = step->counts && step->child.state == CHILD_NEW;
    for (size_t i = 0; i < STEP_NEEDS; i++)
        ready = ready && (step->needs[i] == step->stage || stage_is_over(crew, step->needs[i]));
    return ready;
}

static void begin(struct shift *shift, struct step *step) {
    const struct crew *crew = shift->crew;
    crew->equip(crew->context, step);
    /* Nothing is left to be said before it. */
    step->child.speaks_at_once = !crew->keeps_messages && step == &crew->steps[shift->reported];
    child_start(&step->child);
    if (step->child.state == CHILD_RUNS) {
        shift->at_work[shift->working++] = step;
    } else {
        note_end(crew, step);
        report_ended(shift);
    }
}

static bool is_needed(const struct crew *crew, const struct step *step) {
    return crew->is_needed == NULL || crew->is_needed(crew->context, step);
}

static void begin_ready(struct shift *shift) {
    const struct crew *crew = shift->crew;
    for (size_t i = 0; i < crew->count && shift->working < shift->most; i++) {
        struct step *step = &crew->steps[i];
        if (child_stopped_by() != 0 || !is_ready(crew, step))
            continue;
        if (is_needed(crew, step))
            begin(shift, step);
        else
            step->counts = false;
    }
}

static void await_some(struct shift *shift) {
    struct child **children = memory_allocate(shift->working, sizeof *children);
    for (size_t i = 0; i < shift->working; i++)
        children[i] = &shift->at_work[i]->child;
    child_await(children, shift->working);
    free(children);
    size_t left = 0;
    for (size_t i = 0; i < shift->working; i++) {
        struct step *step = shift->at_work[i];
        if (step->child.state == CHILD_RUNS)
            shift->at_work[left++] = step;
        else
            note_end(shift->crew, step);
    }
    shift->working = left;
    report_ended(shift);
}

static bool has_failed(const struct step *step) {
    return step->counts && step->code != EXIT_FINE;
}

int crew_failure(const struct crew *crew, size_t stage) {
    for (size_t i = 0; i < crew->count; i++)
        if (crew->steps[i].stage == stage && has_failed(&crew->steps[i]))
            return crew->steps[i].code;
    return EXIT_FINE;
}

static int first_that_ends_all(const struct crew *crew) {
    for (size_t i = 0; i < crew->count; i++)
        if (crew->steps[i].failure == FAILURE_ENDS_ALL && has_failed(&crew->steps[i]))
            return crew->steps[i].code;
    return EXIT_FINE;
}

int crew_run(const struct crew *crew) {
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    struct shift shift = {.crew = crew, .most = processors > 1 ? (size_t)processors : 1};
    shift.at_work = memory_allocate(shift.most, sizeof *shift.at_work);
    for (size_t i = 0; i < crew->count; i++)
        crew->steps[i].counts = true;
    for (begin_ready(&shift); shift.working > 0; begin_ready(&shift))
        await_some(&shift);
    for (size_t i = 0; i < crew->count; i++)
        child_forget(&crew->steps[i].child);
    free(shift.at_work);
    return child_stopped_by() != 0 ? EXIT_RESOURCE : first_that_ends_all(crew);
}
