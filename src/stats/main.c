/* nachlese-stats: answers.csv in, results.csv out. */
#include <stdlib.h>

#include "base/command.h"
#include "base/diag.h"
#include "base/exit_code.h"
#include "base/output.h"
#include "base/overwrite.h"
#include "stats/rows.h"
#include "stats/tally.h"
#include "survey/answers.h"
#include "survey/questionnaire.h"
#include "survey/questionnaire_read.h"

static const struct command_option options[] = {
    {"questionnaire", 'q', "FILE", "the questionnaire (required)", "der Fragebogen (nötig)"},
    {"output", 'o', "FILE", "write results.csv here instead of to standard output",
     "results.csv hierhin statt auf die Standardausgabe schreiben"},
};

static const struct command command = {
    .name = "nachlese-stats",
    .operands = "[answers.csv]",
    .english = "Computes the statistics of a survey from its coded answers.",
    .german = "Berechnet die Statistik einer Umfrage aus den codierten Antworten.",
    .options = options,
    .option_count = sizeof options / sizeof options[0],
};

/* Nothing is written before the last row was read and found good. */
static enum exit_code compute(const struct questionnaire *questionnaire, const char *input,
                              const char *path, struct diag *diag) {
    struct tally *tally = tally_new(questionnaire);
    bool fine = answers_read(input, questionnaire, diag, tally_add, tally);
    if (fine) {
        tally_finish(tally);
        struct output *output = output_open(path, true);
        rows_write(output_stream(output), questionnaire, tally, diag);
        output_close(output);
    }
    tally_free(tally);
    return fine ? EXIT_FINE : EXIT_DATA;
}

int main(int argc, char **argv) {
    const char *questionnaire_path = NULL, *output_path = "-", *value;
    int key, first;
    while ((key = command_next(&command, argc, argv, &value, &first)) != COMMAND_END) {
        if (key == 'q')
            questionnaire_path = value;
        else
            output_path = value;
    }

    const char *input = first < argc ? argv[first] : "-";

    if (questionnaire_path == NULL)
        command_usage(&command, "the questionnaire is missing: -q FILE",
                      "der Fragebogen fehlt: -q DATEI");
    if (argc - first > 1)
        command_usage(&command, "one file of answers at a time",
                      "nur eine Antwortdatei auf einmal");
    overwrite_refuse(&command, (const char *[]){output_path}, 1,
                     (const char *[]){questionnaire_path, input}, 2);

    struct diag *diag = diag_new(stderr);
    struct questionnaire *questionnaire = questionnaire_load(questionnaire_path, diag);
    enum exit_code code = EXIT_QUESTIONNAIRE;
    if (questionnaire != NULL)
        code = compute(questionnaire, input, output_path, diag);
    diag_finish(diag);
    questionnaire_free(questionnaire);
    diag_free(diag);
    return (int)code;
}
