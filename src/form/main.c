#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/command.h"
#include "base/exit_code.h"
#include "base/language.h"
#include "base/output.h"
#include "base/overwrite.h"
#include "form/form.h"

static const struct command_option options[] = {
    {"questionnaire", 'q', "FILE", "the questionnaire (required)", "der Fragebogen (nötig)"},
    {"check", 'c', NULL, "tell all faults of the questionnaire",
     "alle Fehler des Fragebogens nennen"},
    {"to", 't', "FORM", "write the questionnaire as: codebook",
     "den Fragebogen schreiben als: codebook"},
    {"output", 'o', "FILE", "where to write (standard output)", "wohin (Standardausgabe)"},
};

static const struct command command = {
    .name = "nachlese-form",
    .operands = "",
    .english = "Checks a questionnaire, or writes it in another form.",
    .german = "Prüft einen Fragebogen oder schreibt ihn in einer anderen Form.",
    .options = options,
    .option_count = sizeof options / sizeof options[0],
};

struct form_options {
    const char *questionnaire, *to, *output;
    bool check;
};

static void read_options(int argc, char **argv, struct form_options *given) {
    const char *value;
    int key, first;
    while ((key = command_next(&command, argc, argv, &value, &first)) != COMMAND_END) {
        if (key == 'q')
            given->questionnaire = value;
        else if (key == 'c')
            given->check = true;
        else if (key == 't')
            given->to = value;
        else
            given->output = value;
    }
    if (first != argc)
        command_usage(&command, "unexpected argument %s", "unerwartete Angabe %s", argv[first]);
}

static void say_fine(const struct questionnaire *questionnaire, FILE *stream) {
    size_t questions = questionnaire->question_count, columns = questionnaire->variable_count;
    fprintf(stream,
            language_pick("questionnaire is fine: %zu question%s, %zu column%s\n",
                          "Der Fragebogen ist in Ordnung: %zu Frage%s, %zu Spalte%s\n"),
            questions, questions == 1 ? "" : language_pick("s", "n"), columns,
            columns == 1 ? "" : language_pick("s", "n"));
}

/* The questionnaire, after telling all that is wrong with it; NULL where there was an error.
 * The file itself is looked at even where no questionnaire comes of it: what it was typed in is
 * often the reason. */
static struct questionnaire *load(const struct form_options *given, struct arena *arena) {
    struct diag *diag = diag_new(stderr);
    const struct ini *ini = ini_read(arena, given->questionnaire, diag);
    if (ini != NULL && given->check)
        check_file(ini, diag);
    struct questionnaire *questionnaire = ini != NULL ? questionnaire_of_ini(ini, diag) : NULL;
    if (questionnaire != NULL && given->check)
        check_joined(ini, questionnaire, diag);
    if (questionnaire != NULL && given->check && !check_questionnaire(questionnaire, diag)) {
        questionnaire_free(questionnaire);
        questionnaire = NULL;
    }
    diag_finish(diag);
    diag_free(diag);
    return questionnaire;
}

int main(int argc, char **argv) {
    struct form_options given = {.output = "-"};
    read_options(argc, argv, &given);

    if (given.questionnaire == NULL)
        command_usage(&command, "-q QUESTIONNAIRE is missing", "-q FRAGEBOGEN fehlt");
    if (given.check == (given.to != NULL))
        command_usage(&command, "either --check or --to FORM is needed",
                      "nötig ist entweder --check oder --to FORM");
    if (given.to != NULL && strcmp(given.to, "codebook") != 0)
        command_usage(&command, "--to %s is unknown; there is: codebook",
                      "--to %s ist unbekannt; es gibt: codebook", given.to);
    overwrite_refuse(&command, &given.output, 1, &given.questionnaire, 1);

    struct arena *arena = arena_new();
    struct questionnaire *questionnaire = load(&given, arena);
    if (questionnaire == NULL) {
        arena_free(arena);
        return EXIT_QUESTIONNAIRE;
    }

    struct output *output = output_open(given.output, false);
    if (given.check)
        say_fine(questionnaire, output_stream(output));
    else
        codebook_write(questionnaire, output_stream(output));
    output_close(output);
    questionnaire_free(questionnaire);
    arena_free(arena);
    return EXIT_FINE;
}
