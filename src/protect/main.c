/* nachlese-protect: results.csv in, published.csv out. */
#include <stdlib.h>
#include <string.h>

#include "base/command.h"
#include "base/diag.h"
#include "base/exit_code.h"
#include "base/output.h"
#include "base/overwrite.h"
#include "protect/gate.h"
#include "survey/deletion.h"
#include "survey/questionnaire.h"
#include "survey/questionnaire_read.h"
#include "survey/results.h"

static const struct command_option options[] = {
    {"questionnaire", 'q', "FILE", "the questionnaire (required)", "der Fragebogen (nötig)"},
    {"output", 'o', "FILE", "write published.csv here instead of to standard output",
     "published.csv hierhin statt auf die Standardausgabe schreiben"},
    {"audit", 'a', "FILE", "say here why which table by group is hidden (not for publication)",
     "hier begründen, warum welche Tabelle nach Gruppen fehlt (nicht zum Veröffentlichen)"},
};

static const struct command command = {
    .name = "nachlese-protect",
    .operands = "[results.csv]",
    .english = "Lets through what may be published, and says which rule hides the rest.",
    .german =
        "Lässt durch, was veröffentlicht werden darf, und nennt für alles andere die Regel.",
    .options = options,
    .option_count = sizeof options / sizeof options[0],
};

/* Made-up answers are nobody's, and never too late. Of accepted results both rows are there. */
static bool is_of_people(const struct results *results) {
    const struct result *read = results_find(results, NULL, NULL, NULL, STATISTIC_ROWS_READ);
    const struct result *made_up = results_find(results, NULL, NULL, NULL, STATISTIC_SIMULATED);
    return read->value > made_up->value;
}

/* Nothing is written before all was read and found good. */
static enum exit_code protect(const struct questionnaire *questionnaire, const char *input,
                              const char *path, const char *audit_path, struct diag *diag) {
    struct results *results = results_read(input, diag);
    if (results == NULL)
        return EXIT_DATA;
    const char *file = strcmp(input, "-") == 0 ? "<stdin>" : input;
    bool fine = gate_accepts(results, questionnaire, file, diag);
    bool late = fine && is_of_people(results) && deletion_is_due(questionnaire, DELETION_RAW);
    if (late)
        deletion_say(questionnaire, DELETION_RAW, file, diag);
    if (fine && !late) {
        struct output *audit = audit_path != NULL ? output_open(audit_path, true) : NULL;
        struct output *output = output_open(path, false);
        gate_write(output_stream(output), audit != NULL ? output_stream(audit) : NULL, results,
                   questionnaire, &gate_rules_in_force, diag);
        output_close(output);
        if (audit != NULL)
            output_close(audit);
    }
    results_free(results);
    return !fine ? EXIT_DATA : late ? EXIT_DELETION_DUE : EXIT_FINE;
}

int main(int argc, char **argv) {
    const char *questionnaire_path = NULL, *output_path = "-", *audit_path = NULL, *value;
    int key, first;
    while ((key = command_next(&command, argc, argv, &value, &first)) != COMMAND_END) {
        if (key == 'q')
            questionnaire_path = value;
        else if (key == 'a')
            audit_path = value;
        else
            output_path = value;
    }

    const char *input = first < argc ? argv[first] : "-";

    if (questionnaire_path == NULL)
        command_usage(&command, "the questionnaire is missing: -q FILE",
                      "der Fragebogen fehlt: -q DATEI");
    if (argc - first > 1)
        command_usage(&command, "one file of results at a time",
                      "nur eine Ergebnisdatei auf einmal");
    overwrite_refuse(&command, (const char *[]){output_path, audit_path}, 2,
                     (const char *[]){questionnaire_path, input}, 2);

    struct diag *diag = diag_new(stderr);
    struct questionnaire *questionnaire = questionnaire_load(questionnaire_path, diag);
    enum exit_code code = EXIT_QUESTIONNAIRE;
    if (questionnaire != NULL)
        code = protect(questionnaire, input, output_path, audit_path, diag);
    diag_finish(diag);
    questionnaire_free(questionnaire);
    diag_free(diag);
    return (int)code;
}
