/* Makes up a questionnaire and answers to it, to try the privacy gate on: questions of every
 * type, several groupings, some of them nested, with and without a coarse level for the rest,
 * questions that only some were asked, answers that depend on a group, that are rare, or on
 * which a group agrees, missing ones, and one to four who skip a grouping. The same arguments
 * give the same bytes.
 *
 *     random_survey SEED ANSWERS GROUPS FOLDER
 *
 * writes FOLDER/questionnaire.ini and FOLDER/answers.csv; GROUPS is how many levels the first
 * grouping has. */
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/number.h"
#include "base/output.h"
#include "base/text.h"

#include "chance.h"

enum { MOST = 26, CODES = 8, SMALL_NUMBERS = 3, GROUPINGS = 4, MOST_GROUPS = 6 };

enum shape {
    GROUP,
    ORDINAL,
    NOMINAL,
    TWO,
    MATRIX,
    PLACES,
    MULTI,
    RANKING,
    NUMBER,
    OPEN,
    SHAPES
};

/* How a grouping takes in the rest: not at all, by a level of that name, by a level of another
 * name, which has codes of its own. */
enum rest { REST_NONE, REST_NAMED, REST_KEY, RESTS };

enum { NO_CODE = 99 }; /* what somebody gave who gave no answer inside the scale */

/* How answers come about. */
enum manner { EVEN, RARE, BY_GROUP, AGREED, MANNERS };

struct question {
    enum shape shape;
    char id[8];
    size_t codes, rows, limit;
    size_t greatest; /* of a number with few possible answers; else 0 */
    bool outside, dont_know, exclusive, sensitive, identifying;
    enum manner manner;
    size_t depends; /* on which grouping */
    enum rest rest;
    size_t skippers, first_skipper; /* of a grouping: so many records from that one on */
    bool conditional;               /* asked only of those who gave one of the codes below */
    size_t condition, asked_codes;  /* a question of one answer before it */
    double missing;
    double weights[MOST_GROUPS][CODES];
};

struct survey {
    uint64_t state, other_state; /* of all, and of numbers with few possible answers */
    size_t answers, group_count;
    struct question questions[MOST];
    size_t count;
    size_t breakdown; /* grouping on page one; group_count: not said */
    bool nested;      /* the second grouping follows from the first */
    size_t parent[MOST_GROUPS];
    size_t invited; /* 0: not said */
};

static bool happens(struct survey *survey, double probability) {
    return chance_uniform(&survey->state) < probability;
}

static size_t between(struct survey *survey, size_t least, size_t most) {
    return least + chance_below(&survey->state, most - least + 1);
}

/* Weights of the answers in each level of the grouping that the question depends on. */
static void weigh(struct survey *survey, struct question *question) {
    static const enum manner of_groups[] = {EVEN, EVEN, RARE, BY_GROUP};
    size_t any = chance_below(&survey->state, MANNERS);
    question->manner = question->shape == GROUP ? of_groups[any] : (enum manner)any;
    question->depends = chance_below(&survey->state, survey->group_count);
    size_t codes = question->codes;
    for (size_t g = 0; g < MOST_GROUPS; g++) {
        size_t favourite = chance_below(&survey->state, codes);
        double weight = 1;
        for (size_t c = 0; c < codes; c++) {
            size_t at = question->manner == RARE ? c : (c + favourite) % codes;
            question->weights[g][at] = weight;
            if (question->manner == RARE)
                weight *= 0.35;
            else if (question->manner == BY_GROUP)
                weight *= 0.5;
            else if (question->manner == AGREED)
                weight *= 0.02;
        }
    }
}

static struct question *add_question(struct survey *survey, enum shape shape) {
    static const double missing[] = {0, 0, 0.05, 0.2};
    struct question *question = &survey->questions[survey->count];
    *question = (struct question){.shape = shape, .rows = 1};
    snprintf(question->id, sizeof question->id, "q%zu", survey->count++);
    question->missing = missing[chance_below(&survey->state, 4)];
    question->sensitive = happens(survey, 0.3);
    question->identifying = happens(survey, 0.1);
    question->dont_know = happens(survey, 0.3);
    question->codes = shape == TWO ? 2 : between(survey, 3, 5);
    if (shape == ORDINAL || shape == NOMINAL || shape == MATRIX)
        question->outside = happens(survey, 0.2);
    if (shape == MATRIX || shape == PLACES)
        question->rows = 2;
    if (shape == MULTI)
        question->exclusive = happens(survey, 0.6);
    if ((shape == MULTI && happens(survey, 0.3)) || (shape == RANKING && happens(survey, 0.7)))
        question->limit = between(survey, 1, 2);
    return question;
}

static void swap_states(struct survey *survey) {
    uint64_t state = survey->state;
    survey->state = survey->other_state;
    survey->other_state = state;
}

/* Numbers that many share and some are alone with. */
static void add_small_numbers(struct survey *survey) {
    static const size_t greatest[] = {3, 4, 5, 6, 8, 10};
    swap_states(survey);
    for (size_t i = 0; i < SMALL_NUMBERS; i++) {
        struct question *question = add_question(survey, NUMBER);
        question->greatest = greatest[chance_below(&survey->state, 6)];
        question->codes = question->greatest < CODES ? question->greatest + 1 : CODES;
        question->manner = EVEN;
        for (size_t c = 0; c < question->codes; c++) {
            double weight = chance_uniform(&survey->state);
            question->weights[0][c] = weight * weight + 0.03;
        }
    }
    swap_states(survey);
}

/* Every second grouping is skipped by few, and by nobody else. */
static void add_grouping(struct survey *survey, size_t groups) {
    struct question *question = add_question(survey, GROUP);
    question->codes = groups;
    question->identifying = happens(survey, 0.3);
    question->sensitive = happens(survey, 0.1);
    question->outside = happens(survey, 0.3);
    question->rest = (enum rest)chance_below(&survey->state, RESTS);
    if (!happens(survey, 0.5))
        return;
    question->missing = 0;
    question->skippers = between(survey, 1, 4);
    question->first_skipper = chance_below(&survey->state, survey->answers + 1);
}

static bool has_one_answer(const struct question *question) {
    return question->shape <= TWO;
}

/* Every third question is put only to those who gave an answer before. */
static void add_condition(struct survey *survey, size_t at) {
    struct question *question = &survey->questions[at];
    size_t condition = chance_below(&survey->state, at);
    question->conditional =
        happens(survey, 0.35) && has_one_answer(&survey->questions[condition]);
    question->condition = condition;
    question->asked_codes = between(survey, 1, survey->questions[condition].codes - 1);
}

static void make_survey(struct survey *survey, size_t groups) {
    survey->group_count = between(survey, 2, GROUPINGS);
    survey->breakdown = chance_below(&survey->state, survey->group_count + 1);
    for (size_t i = 0; i < survey->group_count; i++)
        add_grouping(survey, i == 0 ? groups : between(survey, 2, MOST_GROUPS));
    survey->nested = happens(survey, 0.3);
    for (size_t i = 0; i < MOST_GROUPS; i++)
        survey->parent[i] = chance_below(&survey->state, survey->questions[1].codes);
    for (enum shape shape = ORDINAL; shape < SHAPES; shape++)
        if (happens(survey, shape <= NOMINAL ? 0.9 : 0.6))
            add_question(survey, shape);
    for (size_t i = 0; i < survey->count; i++)
        weigh(survey, &survey->questions[i]);
    for (size_t i = survey->group_count; i < survey->count; i++)
        add_condition(survey, i);
    add_small_numbers(survey);
    survey->invited =
        happens(survey, 0.5) ? survey->answers + chance_below(&survey->state, 30) + 1 : 0;
}

static void write_codes(FILE *stream, const struct question *question, char letter) {
    fputs("codes =", stream);
    for (size_t c = 0; c < question->codes; c++)
        fprintf(stream, " %c%zu", letter, c);
    if (question->exclusive)
        fputs(" none", stream);
    fputc('\n', stream);
    for (size_t c = 0; c < question->codes; c++)
        fprintf(stream, "label.%c%zu = Answer %c%zu\n", letter, c, letter, c);
    if (question->exclusive)
        fputs("label.none = None of them\nexclusive = none\n", stream);
    if (question->outside)
        fputs("outside = beside\nlabel.beside = Beside the scale\n", stream);
}

static void write_type(FILE *stream, const struct question *question) {
    static const char *const types[SHAPES] = {"single", "single", "single",  "single", "matrix",
                                              "matrix", "multi",  "ranking", "number", "text"};
    fprintf(stream, "\n[question %s]\ntype = %s\nsection = all\ntext = Question %s\n",
            question->id, types[question->shape], question->id);
    if (question->sensitive || question->identifying)
        fprintf(stream, "role =%s%s\n", question->sensitive ? " sensitive" : "",
                question->identifying ? " identifying" : "");
    if (question->dont_know && question->shape != RANKING && question->shape != OPEN)
        fputs("dk = yes\nlabel.dk = \"don't know\"\n", stream);
    if (question->limit > 0)
        fprintf(stream, "max_choices = %zu\n", question->limit);
    if (!question->conditional)
        return;
    fprintf(stream, "asked_if = q%zu", question->condition);
    for (size_t c = 0; c < question->asked_codes; c++)
        fprintf(stream, " c%zu", c);
    fputc('\n', stream);
}

static void write_question(FILE *stream, const struct question *question) {
    write_type(stream, question);
    if (question->shape == NUMBER) {
        fprintf(stream, "min = 0\nmax = %zu\n",
                question->greatest > 0 ? question->greatest : 60);
        return;
    }
    if (question->shape == OPEN)
        return;
    write_codes(stream, question, 'c');
    if (question->shape == ORDINAL || question->shape == MATRIX)
        fputs("measure = ordinal\n", stream);
    if (question->shape == NOMINAL)
        fputs("sets.some = c0 c1\nset_label.some = The first two\n", stream);
    if (question->rows > 1)
        fputs("rows = r0 r1\nrow.r0 = Row 0\nrow.r1 = Row 1\n", stream);
}

/* Groupings of four levels and more have a coarser one: the first two, and some of the others;
 * of three levels, only where the last is the rest. */
static void write_grouping(FILE *stream, const struct question *question) {
    const char *far = question->rest == REST_NAMED ? "rest" : "far";
    fprintf(stream, "\n[group %s]\n", question->id);
    if (question->codes < 4 && (question->codes < 3 || question->rest == REST_NONE))
        return;
    fprintf(stream, "coarse.near = c0 c1\nlabel.near = Near\nlabel.%s = Far\n", far);
    if (question->rest == REST_KEY)
        fputs("rest = far\n", stream);
    if (question->rest == REST_KEY && question->codes < 6)
        return;
    size_t end = question->codes - (question->codes >= 5);
    fprintf(stream, "coarse.%s =", far);
    for (size_t c = 2; c < end; c++)
        fprintf(stream, " c%zu", c);
    fputc('\n', stream);
}

static void write_questionnaire(const struct survey *survey, const char *folder) {
    struct text path = {0};
    text_add_format(&path, "%s/questionnaire.ini", folder);
    struct output *output = output_open(text_string(&path), false);
    FILE *stream = output_stream(output);
    fputs("[survey]\nid = made_up\nlanguages = en\ntitle = Made up\n", stream);
    if (survey->invited > 0)
        fprintf(stream, "invited = %zu\n", survey->invited);
    fputs("\n[section all]\ntitle = All\n", stream);
    for (size_t i = 0; i < survey->count; i++)
        write_question(stream, &survey->questions[i]);
    for (size_t i = 0; i < survey->group_count; i++)
        write_grouping(stream, &survey->questions[i]);
    if (survey->breakdown < survey->group_count)
        fprintf(stream, "\n[report]\nbreakdown = q%zu\n", survey->breakdown);
    output_close(output);
    text_free(&path);
}

/* A code by the weights of the respondent's group. */
static size_t draw(struct survey *survey, const struct question *question,
                   const size_t *levels) {
    const double *weights = question->weights[0];
    if (question->manner == BY_GROUP || question->manner == AGREED)
        weights = question->weights[levels[question->depends]];
    double sum = 0;
    for (size_t c = 0; c < question->codes; c++)
        sum += weights[c];
    double at = chance_uniform(&survey->state) * sum;
    size_t code = 0;
    while (code + 1 < question->codes && at >= weights[code])
        at -= weights[code++];
    return code;
}

/* A kind of missing, or nothing where the question was answered. */
static const char *miss(struct survey *survey, const struct question *question) {
    if (!happens(survey, question->missing))
        return NULL;
    static const char *const kinds[] = {"", "", "-", "!", "dk"};
    bool dont_know = question->dont_know && question->shape != RANKING;
    return kinds[chance_below(&survey->state, dont_know ? 5 : 4)];
}

/* Ticks or ranks of the options, at least one and not more than allowed. */
static void write_options(FILE *stream, struct survey *survey, const struct question *question,
                          const size_t *levels) {
    bool ranking = question->shape == RANKING;
    size_t rank[CODES] = {0}, given = 0;
    size_t most = question->limit > 0 ? question->limit : question->codes;
    bool none = question->exclusive && happens(survey, 0.15);
    for (size_t i = between(survey, 1, most); i > 0 && !none; i--) {
        size_t code = draw(survey, question, levels);
        if (rank[code] == 0)
            rank[code] = ++given;
    }
    for (size_t c = 0; c < question->codes; c++)
        if (ranking && rank[c] == 0)
            fputc(',', stream);
        else
            fprintf(stream, ",%zu", ranking ? rank[c] : (size_t)(rank[c] > 0));
    if (question->exclusive)
        fprintf(stream, ",%d", none);
}

/* What somebody is asked, and what that one gave to the questions of one answer. */
struct person {
    size_t number;
    size_t levels[GROUPINGS];
    size_t given[MOST]; /* NO_CODE: no answer inside the scale */
};

/* Few answer what they were not asked, which is not understood. */
static const char *miss_for(struct survey *survey, const struct question *question,
                            const struct person *person) {
    const char *missing = miss(survey, question);
    size_t since = person->number - question->first_skipper;
    if (question->skippers > 0)
        return person->number >= question->first_skipper && since < question->skippers ? ""
                                                                                       : NULL;
    bool asked = person->given[question->condition] < question->asked_codes;
    if (!question->conditional)
        return missing;
    if (asked) /* and so did see it */
        return missing != NULL && missing[0] == '-' ? "" : missing;
    return happens(survey, 0.03) ? "!" : "-";
}

static void write_answer(FILE *stream, struct survey *survey, const struct question *question,
                         struct person *person) {
    const char *missing = miss_for(survey, question, person);
    size_t at = (size_t)(question - survey->questions), *levels = person->levels;
    size_t group = at < survey->group_count ? levels[at] : 0;
    person->given[at] = NO_CODE;
    bool options = question->shape == MULTI || question->shape == RANKING;
    if (options && missing == NULL) {
        write_options(stream, survey, question, levels);
        return;
    }
    size_t cells = options ? question->codes + question->exclusive : question->rows;
    for (size_t i = 0; i < cells; i++) {
        size_t code = question->shape == GROUP ? group : draw(survey, question, levels);
        if (missing != NULL)
            fprintf(stream, ",%s", question->shape == OPEN ? "" : missing);
        else if (question->shape == OPEN)
            fputs(",1", stream);
        else if (question->greatest > 0)
            fprintf(stream, ",%zu", code);
        else if (question->shape == NUMBER)
            fprintf(stream, ",%zu", code * 12 + chance_below(&survey->state, 13));
        else if (question->outside && happens(survey, 0.08))
            fputs(",beside", stream);
        else {
            fprintf(stream, ",c%zu", code);
            person->given[at] = code;
        }
    }
}

static void write_header(FILE *stream, const struct survey *survey) {
    fputs("respondent,status,origin", stream);
    for (size_t i = 0; i < survey->count; i++) {
        const struct question *question = &survey->questions[i];
        if (question->shape == MULTI || question->shape == RANKING) {
            for (size_t c = 0; c < question->codes; c++)
                fprintf(stream, ",%s__c%zu", question->id, c);
            if (question->exclusive)
                fprintf(stream, ",%s__none", question->id);
        } else if (question->rows > 1) {
            fprintf(stream, ",%s__r0,%s__r1", question->id, question->id);
        } else {
            fprintf(stream, ",%s", question->id);
        }
    }
    fputc('\n', stream);
}

static void write_answers(struct survey *survey, const char *folder) {
    struct text path = {0};
    text_add_format(&path, "%s/answers.csv", folder);
    struct output *output = output_open(text_string(&path), false);
    FILE *stream = output_stream(output);
    write_header(stream, survey);
    for (size_t i = 0; i < survey->answers; i++) {
        struct person person = {.number = i};
        for (size_t g = 0; g < survey->group_count; g++)
            person.levels[g] = draw(survey, &survey->questions[g], (size_t[GROUPINGS]){0});
        if (survey->nested)
            person.levels[1] = survey->parent[person.levels[0]];
        fprintf(stream, "%zu,accepted,simulated", i + 1);
        for (size_t k = 0; k < survey->count; k++) {
            if (k + SMALL_NUMBERS == survey->count)
                swap_states(survey);
            write_answer(stream, survey, &survey->questions[k], &person);
        }
        swap_states(survey);
        fputc('\n', stream);
    }
    output_close(output);
    text_free(&path);
}

static int64_t read_number(const char *word, int64_t least, int64_t most) {
    int64_t value = 0;
    if (!number_parse_whole(word, strlen(word), least, most, &value))
        die(EXIT_USAGE, "'%s' is no number from %" PRId64 " to %" PRId64,
            "'%s' ist keine Zahl von %" PRId64 " bis %" PRId64, word, least, most);
    return value;
}

int main(int argc, char **argv) {
    die_set_program("random_survey");
    if (argc != 5)
        die(EXIT_USAGE, "usage: random_survey SEED ANSWERS GROUPS FOLDER",
            "Aufruf: random_survey SAAT ANTWORTEN GRUPPEN ORDNER");
    struct survey *survey =
        &(struct survey){.state = (uint64_t)read_number(argv[1], 0, 1000000000),
                         .answers = (size_t)read_number(argv[2], 0, 100000)};
    survey->other_state = survey->state + 1000000007;
    make_survey(survey, (size_t)read_number(argv[3], 2, MOST_GROUPS));
    write_questionnaire(survey, argv[4]);
    write_answers(survey, argv[4]);
    return EXIT_FINE;
}
