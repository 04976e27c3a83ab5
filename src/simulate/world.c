#include "simulate/world.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "simulate/random.h"

/* Spreads of the tendencies, chosen so that forty answers show different rows and some
 * different groups. */
static const double popularity_spread = 0.45, groups_spread = 0.55, weight_spread = 0.8;

static const uint64_t world_stream = UINT32_MAX; /* a record number that no record has */

struct world {
    const struct questionnaire *questionnaire;
    double *popularity;   /* by variable */
    double *level_shift;  /* by variable and level: level_count a variable */
    size_t level_count;   /* levels of all groupings together */
    size_t *first_level;  /* by grouping: where its levels begin */
    double *weights;      /* answers of all code variables, one after the other */
    size_t *first_weight; /* by variable */
};

static void count_levels(struct world *world) {
    const struct questionnaire *questionnaire = world->questionnaire;
    world->first_level =
        memory_allocate(questionnaire->grouping_count, sizeof *world->first_level);
    for (size_t i = 0; i < questionnaire->grouping_count; i++) {
        world->first_level[i] = world->level_count;
        world->level_count += questionnaire->groupings[i].question->codes->count;
    }
}

static size_t inside_count(const struct variable *variable) {
    return variable->kind == ANSWER_CODE ? variable->question->codes->inside : 0;
}

static void count_weights(struct world *world) {
    const struct questionnaire *questionnaire = world->questionnaire;
    size_t total = 0;
    world->first_weight =
        memory_allocate(questionnaire->variable_count, sizeof *world->first_weight);
    for (size_t i = 0; i < questionnaire->variable_count; i++) {
        world->first_weight[i] = total;
        total += inside_count(&questionnaire->variables[i]);
    }
    world->weights = memory_allocate(total, sizeof *world->weights);
}

/* The levels of a grouping get rarer from first to last, as kinds of organisation do. */
static void draw_weights(struct world *world, gsl_rng *generator, size_t variable) {
    const struct variable *drawn = &world->questionnaire->variables[variable];
    double *weights = world->weights + world->first_weight[variable];
    for (size_t i = 0; i < inside_count(drawn); i++)
        weights[i] = drawn->question->grouping != NULL
                         ? 1.0 / (double)(i + 1)
                         : exp(random_normal(generator, weight_spread));
}

static void draw_variables(struct world *world, gsl_rng *generator) {
    size_t count = world->questionnaire->variable_count;
    world->popularity = memory_allocate(count, sizeof *world->popularity);
    world->level_shift =
        memory_allocate(count * world->level_count, sizeof *world->level_shift);
    /* The shifts of several groupings add up: together they spread as one would. */
    double level_spread =
        groups_spread / sqrt(fmax(1, (double)world->questionnaire->grouping_count));
    for (size_t i = 0; i < count; i++) {
        world->popularity[i] = random_normal(generator, popularity_spread);
        for (size_t j = 0; j < world->level_count; j++)
            world->level_shift[i * world->level_count + j] =
                random_normal(generator, level_spread);
        draw_weights(world, generator, i);
    }
}

/* Support is what people find important and are not satisfied with, the less so the more
 * important it is. */
static void widen_gaps(struct world *world) {
    const struct questionnaire *questionnaire = world->questionnaire;
    for (size_t i = 0; i < questionnaire->gap_count; i++) {
        const struct gap *gap = &questionnaire->gaps[i];
        double *important = world->popularity + gap->importance->first_variable;
        double *satisfied = world->popularity + gap->satisfaction->first_variable;
        for (size_t row = 0; row < gap->importance->row_count; row++) {
            satisfied[row] = 0.5 * satisfied[row] - 0.5 * important[row] - 0.5;
            important[row] += 0.8;
        }
    }
}

/* Fewer people write beside "other" than tick an option. */
static void lower_others(struct world *world) {
    const struct questionnaire *questionnaire = world->questionnaire;
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        if (question_answer(question) == ANSWER_TICK && question->has_other)
            world->popularity[question->first_variable + question->other] -= 1.5;
        if (question_has_one_code(question) && question->has_other &&
            question->other < question->codes->inside)
            world->weights[world->first_weight[question->first_variable] + question->other] *=
                0.3;
    }
}

struct world *world_new(const struct questionnaire *questionnaire, uint64_t seed) {
    struct world *world = memory_allocate(1, sizeof *world);
    world->questionnaire = questionnaire;
    count_levels(world);
    count_weights(world);
    gsl_rng *generator = random_new();
    random_start(generator, seed, world_stream);
    draw_variables(world, generator);
    gsl_rng_free(generator);
    widen_gaps(world);
    lower_others(world);
    return world;
}

void world_free(struct world *world) {
    if (world == NULL)
        return;
    free(world->popularity);
    free(world->level_shift);
    free(world->first_level);
    free(world->weights);
    free(world->first_weight);
    free(world);
}

double world_tendency(const struct world *world, size_t variable, const size_t *levels) {
    double tendency = world->popularity[variable];
    const double *shift = world->level_shift + variable * world->level_count;
    for (size_t i = 0; i < world->questionnaire->grouping_count; i++)
        tendency += shift[world->first_level[i] + levels[i]];
    return tendency;
}

const double *world_weights(const struct world *world, size_t variable) {
    return world->weights + world->first_weight[variable];
}
