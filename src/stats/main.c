/* nachlese-stats: answers.csv in, results.csv out. */
#include <stdlib.h>
#include <string.h>

#include "base/command.h"
#include "base/diag.h"
#include "base/exit_code.h"
#include "base/output.h"
#include "base/overwrite.h"
#include "base/text.h"
#include "stats/rows.h"
#include "stats/tally.h"
#include "survey/answers.h"
#include "survey/deletion.h"
#include "survey/exchange.h"
#include "survey/questionnaire.h"
#include "survey/questionnaire_read.h"

enum { KEY_EXCHANGE = 256 };

static const struct command_option options[] = {
    {"questionnaire", 'q', "FILE", "the questionnaire (required)", "der Fragebogen (nötig)"},
    {"output", 'o', "FILE", "write results.csv here instead of to standard output",
     "results.csv hierhin statt auf die Standardausgabe schreiben"},
    {"exchange", KEY_EXCHANGE, "FILE", "count what nachlese-ingest has put apart, too",
     "auch zählen, was nachlese-ingest getrennt abgelegt hat"},
};

static const struct command command = {
    .name = "nachlese-stats",
    .operands = "[answers.csv]",
    .english = "Computes the statistics of a survey from its coded answers.",
    .german = "Berechnet die Statistik einer Umfrage aus den codierten Antworten.",
    .options = options,
    .option_count = sizeof options / sizeof options[0],
};

struct stats_options {
    const char *questionnaire, *input, *output, *exchange; /* exchange: NULL: none */
};

/* Not even a zero is known of them. */
static void warn_of_uncounted(const struct questionnaire *questionnaire,
                              const struct tally *tally, struct diag *diag) {
    struct text names = {0};
    for (size_t i = 0; i < questionnaire->question_count; i++)
        if (!tally_knows(tally, &questionnaire->questions[i]))
            text_add_format(&names, "%s%s", names.length > 0 ? ", " : "",
                            questionnaire->questions[i].id);
    if (names.length > 0)
        diag_add(
            diag, DIAG_WARNING, &(struct diag_place){.file = questionnaire->file},
            "without figures: %s. Their answers are not in answers.csv; let nachlese-ingest "
            "write them with --exchange FILE, and name that file here in the same way",
            "ohne Zahlen: %s. Ihre Antworten stehen nicht in answers.csv; nachlese-ingest "
            "schreibt sie mit --exchange DATEI; diese Datei bitte auch hier so nennen",
            text_string(&names));
    text_free(&names);
}

static bool read_exchange(const struct questionnaire *questionnaire, const char *path,
                          struct tally *tally, struct diag *diag) {
    if (path == NULL) {
        warn_of_uncounted(questionnaire, tally, diag);
        return true;
    }
    tally_begin_exchange(tally);
    return exchange_read(path, questionnaire, (size_t)tally_records(tally, STATUS_ACCEPTED),
                         diag, tally_add_exchange, tally);
}

/* The promise made to the respondents (P13). */
static void say_late(const struct questionnaire *questionnaire,
                     const struct stats_options *chosen, struct diag *diag) {
    bool piped = strcmp(chosen->input, "-") == 0;
    deletion_say(questionnaire, DELETION_RAW, piped ? "<stdin>" : chosen->input, diag);
    if (chosen->exchange != NULL)
        deletion_say(questionnaire, DELETION_RAW, chosen->exchange, diag);
}

/* Nothing is written before the last row was read and found good. */
static enum exit_code compute(const struct questionnaire *questionnaire,
                              const struct stats_options *chosen, struct diag *diag) {
    struct tally *tally = tally_new(questionnaire);
    bool fine = answers_read(chosen->input, questionnaire, diag, tally_add, tally) &&
                read_exchange(questionnaire, chosen->exchange, tally, diag);
    bool late = fine && tally_read(tally) > tally_simulated(tally) &&
                deletion_is_due(questionnaire, DELETION_RAW);
    if (late)
        say_late(questionnaire, chosen, diag);
    if (fine && !late) {
        tally_finish(tally);
        struct output *output = output_open(chosen->output, true);
        rows_write(output_stream(output), questionnaire, tally, diag);
        output_close(output);
    }
    tally_free(tally);
    return !fine ? EXIT_DATA : late ? EXIT_DELETION_DUE : EXIT_FINE;
}

static struct stats_options read_options(int argc, char **argv) {
    struct stats_options chosen = {.output = "-"};
    const char *value;
    int key, first;
    while ((key = command_next(&command, argc, argv, &value, &first)) != COMMAND_END) {
        if (key == 'q')
            chosen.questionnaire = value;
        else if (key == KEY_EXCHANGE)
            chosen.exchange = value;
        else
            chosen.output = value;
    }
    chosen.input = first < argc ? argv[first] : "-";
    if (chosen.questionnaire == NULL)
        command_usage(&command, "the questionnaire is missing: -q FILE",
                      "der Fragebogen fehlt: -q DATEI");
    if (argc - first > 1)
        command_usage(&command, "one file of answers at a time",
                      "nur eine Antwortdatei auf einmal");
    return chosen;
}

int main(int argc, char **argv) {
    struct stats_options chosen = read_options(argc, argv);
    overwrite_refuse(&command, (const char *[]){chosen.output}, 1,
                     (const char *[]){chosen.questionnaire, chosen.input, chosen.exchange}, 3);

    struct diag *diag = diag_new(stderr);
    struct questionnaire *questionnaire = questionnaire_load(chosen.questionnaire, diag);
    enum exit_code code = EXIT_QUESTIONNAIRE;
    if (questionnaire != NULL)
        code = compute(questionnaire, &chosen, diag);
    diag_finish(diag);
    questionnaire_free(questionnaire);
    diag_free(diag);
    return (int)code;
}
