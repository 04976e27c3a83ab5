#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/command.h"
#include "base/exit_code.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/output.h"
#include "base/overwrite.h"
#include "base/text.h"
#include "base/utf8_control.h"
#include "form/check.h"
#include "form/kinds.h"
#include "survey/questionnaire_read.h"

static const struct command_option options[] = {
    {"questionnaire", 'q', "FILE", "the questionnaire (required)", "der Fragebogen (nötig)"},
    {"check", 'c', NULL, "tell all faults of the questionnaire",
     "alle Fehler des Fragebogens nennen"},
    {"to", 't', "KIND", "write the questionnaire as that; the man page has the kinds",
     "den Fragebogen so schreiben; welche Arten es gibt, steht in der Handbuchseite"},
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
    const struct form_kind *kind; /* what --to names */
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

/* Ends the program where there is no kind of that name. */
static const struct form_kind *find_kind(const char *name) {
    const struct form_kind *kind = form_kind_of(name);
    struct text names = {0};
    if (kind != NULL)
        return kind;
    form_kind_names(&names);
    command_usage(&command, "--to %s is unknown; there is: %s",
                  "--to %s ist unbekannt; es gibt: %s", name, text_string(&names));
}

/* What the check has found, in one line, with what to look at first: of many messages the first
 * has long left the screen. */
struct finding {
    size_t errors, warnings;
    char *first; /* owned; NULL: nothing */
};

static void say_first(const struct finding *finding, FILE *stream) {
    if (finding->first != NULL) {
        fputs(language_pick("; begin with ", "; beginnen Sie mit "), stream);
        utf8_print_visible(stream, finding->first);
    }
    fputc('\n', stream);
}

static void say_fine(const struct questionnaire *questionnaire, const struct finding *finding,
                     FILE *stream) {
    size_t questions = questionnaire->question_count, columns = questionnaire->variable_count;
    fprintf(stream,
            language_pick("questionnaire is fine: %zu question%s, %zu column%s",
                          "Der Fragebogen ist in Ordnung: %zu Frage%s, %zu Spalte%s"),
            questions, questions == 1 ? "" : language_pick("s", "n"), columns,
            columns == 1 ? "" : language_pick("s", "n"));
    if (finding->warnings > 0)
        fprintf(stream, language_pick(", %zu warning%s", ", %zu Warnung%s"), finding->warnings,
                finding->warnings == 1 ? "" : language_pick("s", "en"));
    say_first(finding, stream);
}

static void say_faulty(const struct finding *finding, FILE *stream) {
    fprintf(stream,
            language_pick("questionnaire is not fine: %zu error%s",
                          "Der Fragebogen ist nicht in Ordnung: %zu Fehler%s"),
            finding->errors, finding->errors == 1 ? "" : language_pick("s", ""));
    say_first(finding, stream);
}

/* The questionnaire, after reporting all that is wrong with it; NULL where there was an error.
 * The file itself is looked at even where no questionnaire comes of it: what it was typed in is
 * often the reason. */
static struct questionnaire *load(const struct form_options *given, struct arena *arena,
                                  struct finding *finding) {
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
    const char *first = diag_first(diag);
    *finding = (struct finding){diag_count(diag, DIAG_ERROR), diag_count(diag, DIAG_WARNING),
                                first != NULL ? memory_copy(first) : NULL};
    diag_free(diag);
    return questionnaire;
}

static void write_output(const struct form_options *given,
                         const struct questionnaire *questionnaire,
                         const struct finding *finding) {
    struct output *output = output_open(given->output, false);
    if (given->check)
        say_fine(questionnaire, finding, output_stream(output));
    else
        given->kind->write(questionnaire, output_stream(output));
    output_close(output);
}

int main(int argc, char **argv) {
    struct form_options given = {.output = "-"};
    read_options(argc, argv, &given);

    if (given.questionnaire == NULL)
        command_usage(&command, "-q QUESTIONNAIRE is missing", "-q FRAGEBOGEN fehlt");
    if (given.check == (given.to != NULL))
        command_usage(&command, "either --check or --to KIND is needed",
                      "nötig ist entweder --check oder --to ART");
    if (given.to != NULL)
        given.kind = find_kind(given.to);
    overwrite_refuse(&command, &given.output, 1, &given.questionnaire, 1);

    struct arena *arena = arena_new();
    struct finding finding;
    struct questionnaire *questionnaire = load(&given, arena, &finding);
    if (questionnaire != NULL)
        write_output(&given, questionnaire, &finding);
    else if (given.check)
        say_faulty(&finding, stdout);
    int code = questionnaire != NULL ? EXIT_FINE : EXIT_QUESTIONNAIRE;
    free(finding.first);
    questionnaire_free(questionnaire);
    arena_free(arena);
    return code;
}
