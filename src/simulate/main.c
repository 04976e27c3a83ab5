/* nachlese-simulate: seeded made-up answers to any questionnaire, as an export that
 * nachlese-ingest reads. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/command.h"
#include "base/die.h"
#include "base/number.h"
#include "base/output.h"
#include "base/overwrite.h"
#include "simulate/export.h"
#include "simulate/person.h"
#include "simulate/sentences.h"
#include "simulate/world.h"
#include "survey/questionnaire_read.h"

enum { MOST_RECORDS = 100000000 };

/* Records with a fault of their own are at fixed places, so that a short file is the beginning
 * of a longer one. */
enum { REPEATED_RECORD = 7, REPEAT_AT = 12, EMPTY_AT = 17, REFUSING_AT = 23 };

static const struct command_option options[] = {
    {"questionnaire", 'q', "FILE", "the questionnaire (INI)", "der Fragebogen (INI)"},
    {"number", 'n', "N", "how many records, 40 unless given",
     "wie viele Datensätze, ohne Angabe 40"},
    {"seed", 's', "S", "start of the random numbers, else the questionnaire's",
     "Startwert der Zufallszahlen, sonst der des Fragebogens"},
    {"lang", 'l', "de|en", "language of the made-up open answers",
     "Sprache der erfundenen freien Antworten"},
    {"incomplete", 'i', "PERCENT", "how many break off, 8 unless given",
     "wie viele abbrechen, ohne Angabe 8"},
    {"output", 'o', "FILE", "write here instead of standard output",
     "hierhin statt zur Standardausgabe schreiben"},
};

static const struct command command = {
    .name = "nachlese-simulate",
    .operands = "",
    .english = "Makes up answers to a questionnaire, to try the tools and to preview a report.",
    .german = "Erfindet Antworten zu einem Fragebogen, zum Ausprobieren und für die Vorschau "
              "eines Berichts.",
    .options = options,
    .option_count = sizeof options / sizeof options[0],
};

struct simulate_options {
    const char *questionnaire, *language, *output;
    int64_t number, seed, incomplete;
    bool has_seed;
};

static int64_t parse_number(const char *name, const char *value, int64_t maximum) {
    int64_t number;
    if (!number_parse_whole(value, strlen(value), 0, maximum, &number))
        command_usage(&command, "--%s must be a whole number from 0 to %" PRId64,
                      "--%s braucht eine ganze Zahl von 0 bis %" PRId64, name, maximum);
    return number;
}

static void read_options(int argc, char **argv, struct simulate_options *given) {
    const char *value;
    int key, first;
    while ((key = command_next(&command, argc, argv, &value, &first)) != COMMAND_END) {
        if (key == 'q')
            given->questionnaire = value;
        else if (key == 'n')
            given->number = parse_number("number", value, MOST_RECORDS);
        else if (key == 's')
            given->seed = parse_number("seed", value, INT64_MAX);
        else if (key == 'l')
            given->language = value;
        else if (key == 'i')
            given->incomplete = parse_number("incomplete", value, 100);
        else
            given->output = value;
        given->has_seed = given->has_seed || key == 's';
    }
    if (first != argc)
        command_usage(&command, "unexpected argument %s", "unerwartete Angabe %s", argv[first]);
}

/* The first language of the questionnaire in which there are sentences. */
static const char *default_language(const struct questionnaire *questionnaire) {
    for (size_t i = 0; i < questionnaire->language_count; i++)
        if (sentences_know(questionnaire->languages[i]))
            return questionnaire->languages[i];
    return "en";
}

static enum person_fate fate_of(uint64_t record) {
    if (record == EMPTY_AT)
        return PERSON_EMPTY;
    if (record == REFUSING_AT)
        return PERSON_REFUSING;
    return record == REPEATED_RECORD ? PERSON_WHOLE : PERSON_USUAL;
}

static void simulate(const struct questionnaire *questionnaire,
                     const struct simulate_options *given, FILE *stream) {
    struct world *world = world_new(questionnaire, (uint64_t)given->seed);
    struct person *person = person_new(questionnaire, world, (uint64_t)given->seed);
    export_header(stream, questionnaire);
    for (uint64_t i = 1; i <= (uint64_t)given->number; i++) {
        uint64_t record = i == REPEAT_AT ? REPEATED_RECORD : i;
        person_make(person, record, fate_of(record), (double)given->incomplete / 100);
        export_record(stream, person, record, given->language);
    }
    person_free(person);
    world_free(world);
}

int main(int argc, char **argv) {
    struct simulate_options given = {.output = "-", .number = 40, .incomplete = 8};
    read_options(argc, argv, &given);

    if (given.questionnaire == NULL)
        command_usage(&command, "-q QUESTIONNAIRE is missing", "-q FRAGEBOGEN fehlt");
    if (given.language != NULL && !sentences_know(given.language))
        command_usage(&command, "--lang must be de or en", "--lang braucht de oder en");
    overwrite_refuse(&command, &given.output, 1, &given.questionnaire, 1);

    struct diag *diag = diag_new(stderr);
    struct questionnaire *questionnaire = questionnaire_load(given.questionnaire, diag);
    diag_finish(diag);
    diag_free(diag);
    if (questionnaire == NULL)
        return EXIT_QUESTIONNAIRE;
    if (!given.has_seed)
        given.seed = (int64_t)questionnaire->seed;
    if (given.language == NULL)
        given.language = default_language(questionnaire);

    struct output *output = output_open(given.output, false);
    simulate(questionnaire, &given, output_stream(output));
    output_close(output);
    questionnaire_free(questionnaire);
    return EXIT_FINE;
}
