#include "simulate/person.h"

#include <assert.h>
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "survey/condition.h"

/* How often a question stays without a plain answer; nachlese-simulate(1) gives these rates. */
static const double skipped_rate = 0.03, row_skipped_rate = 0.02, not_shown_rate = 0.02,
                    unknown_rate = 0.04, outside_rate = 0.1, invalid_rate = 0.003,
                    silent_rate = 0.35;
/* How often ticks and ranks are out of the ordinary; likewise. */
static const double exclusive_rate = 0.06, dont_know_rate = 0.03, contradiction_rate = 0.01,
                    short_ranking_rate = 0.15;
/* How well an option must be liked to be ticked. */
static const double tick_threshold = 0.4;
/* Spreads of a person's answers around the tendency. */
static const double mood_spread = 0.35, question_spread = 0.5, noise = 0.8;
/* How often people consent; without consent half leave the offers out and a few still write
 * their address. */
static const double quotes_rate = 0.75, contact_rate = 0.6, address_rate = 0.9,
                    stray_address_rate = 0.1;

struct person *person_new(const struct questionnaire *questionnaire, const struct world *world,
                          uint64_t seed) {
    struct person *person = memory_allocate(1, sizeof *person);
    person->questionnaire = questionnaire;
    person->world = world;
    person->seed = seed;
    person->generator = random_new();
    person->answers = memory_allocate(questionnaire->variable_count, sizeof *person->answers);
    person->levels = memory_allocate(questionnaire->grouping_count, sizeof *person->levels);
    return person;
}

void person_free(struct person *person) {
    if (person == NULL)
        return;
    gsl_rng_free(person->generator);
    free(person->answers);
    free(person->levels);
    free(person);
}

static void fill(struct person *person, const struct question *question,
                 enum answer_state state) {
    for (size_t i = 0; i < question->variable_count; i++)
        person->answers[question->first_variable + i] = (struct answer){state, 0};
}

static double tendency(const struct person *person, size_t variable) {
    return world_tendency(person->world, variable, person->levels);
}

/* Cuts a latent normal into codes of equal probability: at tendency 0 all are as likely. */
static size_t ordinal_code(struct person *person, size_t variable, double lean, size_t count) {
    double latent = tendency(person, variable) + lean + random_normal(person->generator, noise);
    size_t code = (size_t)(gsl_cdf_ugaussian_P(latent) * (double)count);
    return code < count ? code : count - 1;
}

/* The tendency tilts the weights towards the first or the last codes. */
static size_t nominal_code(struct person *person, size_t variable, size_t count) {
    const double *weights = world_weights(person->world, variable);
    double tilted[QUESTIONNAIRE_MAX_CODES];
    double tilt = tendency(person, variable);
    for (size_t i = 0; i < count; i++)
        tilted[i] = weights[i] * exp(tilt * (double)(2 * i) / (double)count - tilt);
    return random_weighted(person->generator, tilted, count);
}

static struct answer draw_code(struct person *person, const struct question *question,
                               size_t variable, double lean) {
    const struct code_list *list = question->codes;
    gsl_rng *generator = person->generator;
    if (random_chance(generator, invalid_rate))
        return (struct answer){ANSWER_INVALID, 0};
    if (question->has_dk && random_chance(generator, unknown_rate))
        return (struct answer){ANSWER_DONT_KNOW, 0};
    size_t outside = list->count - list->inside;
    size_t code;
    if (outside > 0 && (list->inside == 0 || random_chance(generator, outside_rate)))
        code = list->inside + random_below(generator, outside);
    else if (list->measure == MEASURE_ORDINAL)
        code = ordinal_code(person, variable, lean, list->inside);
    else
        code = nominal_code(person, variable, list->inside);
    return (struct answer){ANSWER_GIVEN, (int64_t)code};
}

static void answer_one_code(struct person *person, const struct question *question) {
    struct answer *answers = person->answers + question->first_variable;
    answers[0] = draw_code(person, question, question->first_variable, person->mood);
    if (!question->has_other)
        return;
    bool other =
        answers[0].state == ANSWER_GIVEN && (size_t)answers[0].value == question->other;
    answers[1] = other ? (struct answer){ANSWER_GIVEN, 1} : (struct answer){ANSWER_SKIPPED, 0};
}

/* Answers to the rows of one question hang together. */
static void answer_rows(struct person *person, const struct question *question) {
    double lean = person->mood + random_normal(person->generator, question_spread);
    for (size_t i = 0; i < question->row_count; i++) {
        size_t variable = question->first_variable + i;
        person->answers[variable] = random_chance(person->generator, row_skipped_rate)
                                        ? (struct answer){ANSWER_SKIPPED, 0}
                                        : draw_code(person, question, variable, lean);
    }
}

static void answer_codes(struct person *person, const struct question *question) {
    if (question_has_rows(question))
        answer_rows(person, question);
    else
        answer_one_code(person, question);
}

/* --- ticks and ranks --- */

static void tick(struct person *person, const struct question *question, size_t option) {
    person->answers[question->first_variable + option] = (struct answer){ANSWER_GIVEN, 1};
}

/* The first exclusive option, or the count of options if there is none. */
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
                    random_normal(person->generator, 1) + person->mood;
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

/* Fills the answers of a multi question: some options, rarely an exclusive one alone, don't
 * know alone, or ticks that contradict each other. */
static void answer_multi(struct person *person, const struct question *question) {
    gsl_rng *generator = person->generator;
    size_t count = question->codes->count, exclusive = exclusive_option(question);
    if (question->has_dk && random_chance(generator, dont_know_rate)) {
        fill(person, question, ANSWER_DONT_KNOW);
        return;
    }
    fill(person, question, ANSWER_GIVEN);
    bool contradictory = random_chance(generator, contradiction_rate);
    if (exclusive < count && random_chance(generator, contradictory ? 1 : exclusive_rate)) {
        tick(person, question, exclusive);
        if (!contradictory)
            return;
    }
    bool limited = question->max_choices > 0 && !contradictory;
    tick_liked(person, question, limited ? question->max_choices : count);
}

/* Fills the answers of a ranking, sometimes with fewer ranks than allowed. */
static void answer_ranking(struct person *person, const struct question *question) {
    double liking[QUESTIONNAIRE_MAX_CODES];
    size_t count = question->codes->count;
    size_t places = question->max_choices > 0 && question->max_choices < count
                        ? question->max_choices
                        : count;
    fill(person, question, ANSWER_SKIPPED);
    draw_liking(person, question, liking);
    if (random_chance(person->generator, short_ranking_rate))
        places = 1 + random_below(person->generator, places);
    for (size_t rank = 1; rank <= places; rank++) {
        size_t option = take_best(question, liking);
        if (option == count)
            return;
        person->answers[question->first_variable + option] =
            (struct answer){ANSWER_GIVEN, (int64_t)rank};
    }
}

/* --- the other questions, and whether they are answered --- */

/* Most numbers are small: the fourth power of a uniform draw, bent by the tendency. */
static void answer_number(struct person *person, const struct question *question) {
    struct answer *answer = person->answers + question->first_variable;
    if (random_chance(person->generator, invalid_rate)) {
        *answer = (struct answer){ANSWER_INVALID, 0};
        return;
    }
    double power = 4 * exp(-0.4 * tendency(person, question->first_variable));
    double steps = (double)(question->maximum - question->minimum) + 1;
    int64_t step = (int64_t)(pow(gsl_rng_uniform(person->generator), power) * steps);
    *answer = (struct answer){ANSWER_GIVEN, question->minimum + step};
}

/* What is written is made up where it is exported. */
static void answer_text(struct person *person, const struct question *question) {
    fill(person, question, ANSWER_GIVEN);
    person->answers[question->first_variable].value = 1;
}

/* Whether contact data are given is decided for the person, after all questions. */
static void answer_contact(struct person *person, const struct question *question) {
    (void)person;
    (void)question;
}

typedef void answer_function(struct person *person, const struct question *question);

static answer_function *const functions[ANSWER_KINDS] = {
    [ANSWER_CODE] = answer_codes,    [ANSWER_TICK] = answer_multi,
    [ANSWER_PLACE] = answer_ranking, [ANSWER_NUMBER] = answer_number,
    [ANSWER_TEXT] = answer_text,     [ANSWER_FIELD] = answer_contact,
};

static void answer_question(struct person *person, const struct question *question) {
    answer_function *answer = functions[question_answer(question)];
    assert(answer != NULL);
    answer(person, question);
}

static bool is_consent(const struct question *question) {
    unsigned consents = ROLE_CONSENT_PARTICIPATION | ROLE_CONSENT_QUOTES | ROLE_CONSENT_CONTACT;
    return (question->roles & consents) != 0 && question_has_one_code(question);
}

static void answer_consent(struct person *person, const struct question *question,
                           bool refusing) {
    double rate = 1;
    if (question->roles & ROLE_CONSENT_QUOTES)
        rate = quotes_rate;
    if (question->roles & ROLE_CONSENT_CONTACT)
        rate = contact_rate;
    bool yes = random_chance(person->generator, rate) && !refusing;
    size_t others = question->codes->count - 1;
    size_t code = question->consents;
    if (!yes && others > 0)
        code = (question->consents + 1 + random_below(person->generator, others)) %
               question->codes->count;
    fill(person, question, ANSWER_SKIPPED);
    person->answers[question->first_variable] = (struct answer){ANSWER_GIVEN, (int64_t)code};
    if (question->roles & ROLE_CONSENT_CONTACT)
        person->contact_consent = yes;
}

static double skip_probability(const struct person *person, const struct question *question) {
    if (question->required)
        return 0;
    if (question_answer(question) == ANSWER_TEXT)
        return silent_rate;
    if ((question->roles & ROLE_EXCHANGE) && !person->contact_consent)
        return 0.5;
    return skipped_rate;
}

static void answer_or_not(struct person *person, const struct question *question) {
    gsl_rng *generator = person->generator;
    if (!question->required && random_chance(generator, not_shown_rate))
        fill(person, question, ANSWER_NOT_SHOWN);
    else if (random_chance(generator, skip_probability(person, question)))
        fill(person, question, ANSWER_SKIPPED);
    else
        answer_question(person, question);
}

/* Groupings and consents come first: they shape the rest, wherever they are in the form. */
static void answer_first(struct person *person, bool refusing) {
    const struct questionnaire *questionnaire = person->questionnaire;
    for (size_t i = 0; i < questionnaire->grouping_count; i++) {
        const struct question *question = questionnaire->groupings[i].question;
        size_t inside = question->codes->inside;
        const double *weights = world_weights(person->world, question->first_variable);
        person->levels[i] =
            inside > 0 ? random_weighted(person->generator, weights, inside) : 0;
    }
    for (size_t i = 0; i < questionnaire->question_count; i++)
        if (is_consent(&questionnaire->questions[i]))
            answer_consent(person, &questionnaire->questions[i], refusing);
}

/* The level drawn before is also the answer, unless none inside the scale is given. */
static void answer_grouping(struct person *person, const struct question *question) {
    size_t place = (size_t)(question->grouping - person->questionnaire->groupings);
    answer_or_not(person, question);
    struct answer *answers = person->answers + question->first_variable;
    if (answers[0].state != ANSWER_GIVEN || (size_t)answers[0].value >= question->codes->inside)
        return;
    bool other = question->has_other && person->levels[place] == question->other;
    answers[0].value = (int64_t)person->levels[place];
    if (question->has_other)
        answers[1] = (struct answer){other ? ANSWER_GIVEN : ANSWER_SKIPPED, other};
}

static void answer_rest(struct person *person) {
    const struct questionnaire *questionnaire = person->questionnaire;
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        if (question->grouping != NULL)
            answer_grouping(person, question);
        else if (!is_consent(question))
            answer_or_not(person, question);
    }
}

/* What the answers before do not ask for was not put. */
static void leave_out_filtered(struct person *person) {
    const struct questionnaire *questionnaire = person->questionnaire;
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        if (condition_is_met(question, person->answers))
            continue;
        fill(person, question, ANSWER_NOT_SHOWN);
        if (question_answer(question) == ANSWER_FIELD)
            person->contact_given = false;
    }
}

/* Who breaks off never saw the questions after that place. */
static void break_off(struct person *person) {
    const struct questionnaire *questionnaire = person->questionnaire;
    size_t place = random_below(person->generator, questionnaire->question_count);
    for (size_t i = place; i < questionnaire->question_count; i++)
        fill(person, &questionnaire->questions[i], ANSWER_NOT_SHOWN);
    person->contact_given = false;
    person->complete = false;
}

static void leave_empty(struct person *person) {
    for (size_t i = 0; i < person->questionnaire->variable_count; i++)
        person->answers[i] = (struct answer){ANSWER_SKIPPED, 0};
    person->contact_given = false;
}

void person_make(struct person *person, uint64_t record, enum person_fate fate,
                 double incomplete) {
    gsl_rng *generator = person->generator;
    random_start(generator, person->seed, record);
    person->mood = random_normal(generator, mood_spread);
    person->contact_consent = false;
    person->complete = true;
    bool breaks_off = random_chance(generator, incomplete) && fate == PERSON_USUAL;
    answer_first(person, fate == PERSON_REFUSING);
    answer_rest(person);
    person->contact_given =
        random_chance(generator, person->contact_consent ? address_rate : stray_address_rate);
    leave_out_filtered(person);
    if (breaks_off)
        break_off(person);
    if (fate == PERSON_EMPTY)
        leave_empty(person);
}
