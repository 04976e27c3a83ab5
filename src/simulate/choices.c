#include "simulate/choices.h"

#include <math.h>

/* Rates per question, told in nachlese-simulate(1). */
static const double exclusive_rate = 0.06, dont_know_rate = 0.03, contradiction_rate = 0.01,
                    short_ranking_rate = 0.15;
static const double tick_threshold = 0.4;

static void set_all(struct person *person, const struct question *question,
                    enum answer_state state) {
    for (size_t i = 0; i < question->variable_count; i++)
        person->answers[question->first_variable + i] = (struct answer){state, 0};
}

static void tick(struct person *person, const struct question *question, size_t option) {
    person->answers[question->first_variable + option] = (struct answer){ANSWER_GIVEN, 1};
}

/* The first exclusive option, or the count of options where there is none. */
static size_t exclusive_option(const struct question *question) {
    size_t option = 0;
    while (option < question->codes->count && !question->codes->codes[option].exclusive)
        option++;
    return option;
}

static void draw_liking(struct person *person, const struct question *question,
                        double *liking) {
    for (size_t i = 0; i < question->codes->count; i++) {
        size_t variable = question->first_variable + i;
        liking[i] = world_tendency(person->world, variable, person->levels) +
                    draw_normal(person->generator, 1) + person->mood;
    }
}

/* The option liked best of those that may still be chosen, or the count of options; it then
 * counts as used. */
static size_t take_best(const struct question *question, double *liking) {
    size_t count = question->codes->count;
    size_t best = count;
    for (size_t i = 0; i < count; i++) {
        bool free_to_choose = isfinite(liking[i]) && !question->codes->codes[i].exclusive;
        if (free_to_choose && (best == count || liking[i] > liking[best]))
            best = i;
    }
    if (best < count)
        liking[best] = -INFINITY;
    return best;
}

/* Everything liked well enough, at least one option, at most the limit. */
static void tick_liked(struct person *person, const struct question *question, size_t limit) {
    double liking[QUESTIONNAIRE_MAX_CODES], order[QUESTIONNAIRE_MAX_CODES];
    draw_liking(person, question, liking);
    for (size_t i = 0; i < question->codes->count; i++)
        order[i] = liking[i];
    for (size_t ticks = 0; ticks < limit; ticks++) {
        size_t option = take_best(question, order);
        if (option == question->codes->count || (ticks > 0 && liking[option] < tick_threshold))
            return;
        tick(person, question, option);
    }
}

void choices_tick(struct person *person, const struct question *question) {
    gsl_rng *generator = person->generator;
    size_t count = question->codes->count, exclusive = exclusive_option(question);
    if (question->has_dk && draw_chance(generator, dont_know_rate)) {
        set_all(person, question, ANSWER_DONT_KNOW);
        return;
    }
    set_all(person, question, ANSWER_GIVEN);
    bool contradictory = draw_chance(generator, contradiction_rate);
    if (exclusive < count && draw_chance(generator, contradictory ? 1 : exclusive_rate)) {
        tick(person, question, exclusive);
        if (!contradictory)
            return;
    }
    bool limited = question->max_choices > 0 && !contradictory;
    tick_liked(person, question, limited ? question->max_choices : count);
}

void choices_rank(struct person *person, const struct question *question) {
    double liking[QUESTIONNAIRE_MAX_CODES];
    size_t count = question->codes->count;
    size_t places = question->max_choices > 0 && question->max_choices < count
                        ? question->max_choices
                        : count;
    set_all(person, question, ANSWER_SKIPPED);
    draw_liking(person, question, liking);
    if (draw_chance(person->generator, short_ranking_rate))
        places = 1 + draw_below(person->generator, places);
    for (size_t rank = 1; rank <= places; rank++) {
        size_t option = take_best(question, liking);
        if (option == count)
            return;
        person->answers[question->first_variable + option] =
            (struct answer){ANSWER_GIVEN, (int64_t)rank};
    }
}
