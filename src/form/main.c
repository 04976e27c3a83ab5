#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/command.h"
#include "base/die.h"
#include "base/exit_code.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/output.h"
#include "base/overwrite.h"
#include "base/text.h"
#include "base/utf8_control.h"
#include "form/check.h"
#include "form/draft_languages.h"
#include "form/draft_write.h"
#include "form/kinds.h"
#include "form/sources.h"
#include "survey/questionnaire_read.h"

static const struct command_option options[] = {
    {"questionnaire", 'q', "FILE", "the questionnaire (required, but for --from)",
     "der Fragebogen (nötig, außer bei --from)"},
    {"check", 'c', NULL, "tell all faults of the questionnaire",
     "alle Fehler des Fragebogens nennen"},
    {"to", 't', "KIND", "write the questionnaire as that; the man page has the kinds",
     "den Fragebogen so schreiben; welche Arten es gibt, steht in der Handbuchseite"},
    {"from", 'f', "FILE", "draft a questionnaire from a survey's structure or export",
     "einen Fragebogen aus Aufbau oder Export einer Umfrage entwerfen"},
    {"lang", 'l', "LANG",
     "the language of the form (the first of the questionnaire); with --from: the languages of "
     "the draft, as de,en (all)",
     "die Sprache des Formulars (die erste des Fragebogens); mit --from: die Sprachen des "
     "Entwurfs, etwa de,en (alle)"},
    {"format", 'm', "text|html", "paper, phone, privacy: as text or as a page to print (text)",
     "paper, phone, privacy: als Text oder als Seite zum Drucken (text)"},
    {"output", 'o', "FILE", "where to write (standard output)", "wohin (Standardausgabe)"},
    {"two", 'w', "FILE", "two surveys: where to write that of the contact data",
     "zwei Umfragen: wohin die der Kontaktdaten"},
};

enum { MOST_SOURCES = 16 };

static const struct command command = {
    .name = "nachlese-form",
    .operands = "",
    .english = "Checks or drafts a questionnaire, or writes it in another form.",
    .german = "Prüft oder entwirft einen Fragebogen oder schreibt ihn in einer anderen Form.",
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .repeated = 'f',
};

struct form_options {
    const char *questionnaire, *to, *output, *contacts, *language, *format;
    bool check;
    const struct form_kind *kind;      /* what --to names */
    const char *sources[MOST_SOURCES]; /* --from */
    size_t source_count;
};

static void add_source(struct form_options *given, const char *path) {
    if (given->source_count == MOST_SOURCES)
        command_usage(&command, "--from is given more than %d times",
                      "--from steht mehr als %d-mal", MOST_SOURCES);
    given->sources[given->source_count++] = path;
}

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
        else if (key == 'w')
            given->contacts = value;
        else if (key == 'f')
            add_source(given, value);
        else if (key == 'l')
            given->language = value;
        else if (key == 'm')
            given->format = value;
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
    size_t todos, first_todo; /* of a draft: how many, and the line of the first */
    char *first;              /* owned; NULL: nothing */
};

static void say_first(const struct finding *finding, FILE *stream) {
    if (finding->first != NULL) {
        fputs(language_pick("; begin with ", "; beginnen Sie mit "), stream);
        utf8_print_visible(stream, finding->first);
    }
    fputc('\n', stream);
}

/* A draft is as good as its file; what is left is for a person. */
static void say_draft(const struct finding *finding, FILE *stream) {
    if (finding->todos == 0)
        fputs(
            language_pick("questionnaire is a draft without TODOs: set draft = no",
                          "Der Fragebogen ist ein Entwurf ohne TODOs: bitte draft = no setzen"),
            stream);
    else
        fprintf(
            stream,
            language_pick("questionnaire is a draft: %zu TODO%s left, the first in line %zu",
                          "Der Fragebogen ist ein Entwurf: %zu TODO%s übrig, das erste in "
                          "Zeile %zu"),
            finding->todos, finding->todos == 1 ? "" : "s", finding->first_todo);
    say_first(finding, stream);
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
    if (questionnaire != NULL && given->check) {
        check_joined(ini, questionnaire, diag);
        check_todos(ini, questionnaire, diag);
    }
    if (questionnaire != NULL && given->check && !check_questionnaire(questionnaire, diag)) {
        questionnaire_free(questionnaire);
        questionnaire = NULL;
    }
    diag_finish(diag);
    const char *first = diag_first(diag);
    *finding =
        (struct finding){diag_count(diag, DIAG_ERROR), diag_count(diag, DIAG_WARNING),
                         ini != NULL ? ini->todo_count : 0, ini != NULL ? ini->first_todo : 0,
                         first != NULL ? memory_copy(first) : NULL};
    diag_free(diag);
    return questionnaire;
}

/* Ends the program where the options do not go together. */
static void check_form(const struct form_options *given) {
    bool in_language =
        (given->kind != NULL && given->kind->write_in != NULL) || given->source_count > 0;
    if (given->language != NULL && !in_language)
        command_usage(&command, "--lang goes with a form in one language, or with --from",
                      "--lang gehört zu einem Formular in einer Sprache oder zu --from");
    if (given->format == NULL)
        return;
    if (given->kind == NULL || !given->kind->as_page)
        command_usage(&command, "--format goes with --to paper, phone or privacy",
                      "--format gehört zu --to paper, phone oder privacy");
    if (strcmp(given->format, "text") != 0 && strcmp(given->format, "html") != 0)
        command_usage(&command, "--format must be text or html",
                      "--format braucht text oder html");
}

/* The language that was asked for, else the first. Ends the program where there is none. */
static struct manner find_manner(const struct form_options *given,
                                 const struct questionnaire *questionnaire) {
    int language =
        given->language != NULL ? questionnaire_language(questionnaire, given->language) : 0;
    if (language < 0)
        command_usage(&command, "the questionnaire has no texts in the language %s",
                      "der Fragebogen hat keine Texte in der Sprache %s", given->language);
    return (struct manner){(size_t)language,
                           given->format != NULL && strcmp(given->format, "html") == 0};
}

static void write_form(const struct form_options *given,
                       const struct questionnaire *questionnaire, FILE *stream) {
    const struct manner manner = find_manner(given, questionnaire);
    if (given->kind->write != NULL)
        given->kind->write(questionnaire, stream);
    else
        given->kind->write_in(questionnaire, &manner, stream);
}

static void write_output(const struct form_options *given,
                         const struct questionnaire *questionnaire,
                         const struct finding *finding) {
    struct output *output = output_open(given->output, false);
    if (given->check && questionnaire->draft)
        say_draft(finding, output_stream(output));
    else if (given->check)
        say_fine(questionnaire, finding, output_stream(output));
    else if (given->contacts != NULL)
        given->kind->write_answers(questionnaire, output_stream(output));
    else
        write_form(given, questionnaire, output_stream(output));
    output_close(output);
    if (given->contacts == NULL)
        return;
    output = output_open(given->contacts, false);
    given->kind->write_contacts(questionnaire, output_stream(output));
    output_close(output);
}

/* True where the kind can have the questionnaire; says why not, and what is lost. */
static bool fits(const struct form_options *given, const struct questionnaire *questionnaire) {
    if (given->kind == NULL || given->kind->check == NULL)
        return true;
    struct diag *diag = diag_new(stderr);
    bool fine = given->kind->check(questionnaire, given->contacts != NULL, diag);
    diag_finish(diag);
    diag_free(diag);
    return fine;
}

/* Ends the program where what is asked for cannot be written there. */
static void refuse_output(const struct form_options *given) {
    const char *const outputs[] = {given->output, given->contacts};
    if (given->contacts != NULL && (given->kind == NULL || given->kind->write_contacts == NULL))
        command_usage(&command, "--two is for --to limesurvey alone",
                      "--two gibt es nur mit --to limesurvey");
    if (given->kind != NULL && given->kind->binary && strcmp(given->output, "-") == 0 &&
        isatty(STDOUT_FILENO))
        command_usage(&command, "a workbook is nothing for a terminal: name a file with -o",
                      "eine Arbeitsmappe ist nichts für ein Terminal: Bitte mit -o eine Datei "
                      "nennen");
    overwrite_refuse(&command, outputs, 2, &given->questionnaire, 1);
}

/* Checks a questionnaire, or writes it. */
static int work_on(const struct form_options *given) {
    struct arena *arena = arena_new();
    struct finding finding;
    struct questionnaire *questionnaire = load(given, arena, &finding);
    bool fine = questionnaire != NULL && fits(given, questionnaire);
    if (fine)
        write_output(given, questionnaire, &finding);
    else if (given->check)
        say_faulty(&finding, stdout);
    int code = fine ? EXIT_FINE : EXIT_QUESTIONNAIRE;
    free(finding.first);
    questionnaire_free(questionnaire);
    arena_free(arena);
    return code;
}

/* Writes a draft that was made, unless no questionnaire may be as long. */
static bool write_draft(const struct form_options *given, const struct draft *made,
                        struct diag *diag) {
    char *bytes = NULL;
    size_t length = 0;
    FILE *memory = open_memstream(&bytes, &length);
    bool whole = memory != NULL;
    if (whole)
        draft_write(made, memory);
    if (!whole || fclose(memory) != 0)
        die(EXIT_RESOURCE, "out of memory", "der Arbeitsspeicher reicht nicht");
    bool fine = draft_fits(made, bytes, length, given->sources[0], diag);
    if (fine) {
        struct output *output = output_open(given->output, false);
        fwrite(bytes, 1, length, output_stream(output));
        output_close(output);
    }
    free(bytes);
    return fine;
}

/* Makes one. */
static int draft(const struct form_options *given) {
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(stderr);
    struct draft *made = draft_new(arena);
    if (!draft_choose_languages(made, given->language))
        command_usage(&command, "--lang names languages as de or de,en, each once",
                      "--lang nennt Sprachen so: de oder de,en, jede einmal");
    bool fine = sources_read(given->sources, given->source_count, made, diag) &&
                write_draft(given, made, diag);
    diag_finish(diag);
    if (fine)
        draft_summarise(made, stderr);
    diag_free(diag);
    arena_free(arena);
    return fine ? EXIT_FINE : EXIT_DATA;
}

/* Either a questionnaire is given, and one thing to do with it, or what to make one of. */
static void check_options(struct form_options *given) {
    if (given->source_count > 0 &&
        (given->questionnaire != NULL || given->check || given->to != NULL))
        command_usage(
            &command,
            "--from makes a questionnaire: -q, --check and --to are for one "
            "that is there",
            "--from entwirft einen Fragebogen: -q, --check und --to gehören zu einem, "
            "den es schon gibt");
    if (given->source_count > 0)
        return;
    if (given->questionnaire == NULL)
        command_usage(&command, "-q QUESTIONNAIRE or --from FILE is missing",
                      "-q FRAGEBOGEN oder --from DATEI fehlt");
    if (given->check == (given->to != NULL))
        command_usage(&command, "either --check or --to KIND is needed",
                      "nötig ist entweder --check oder --to ART");
    if (given->to != NULL)
        given->kind = find_kind(given->to);
}

int main(int argc, char **argv) {
    struct form_options given = {.output = "-"};
    read_options(argc, argv, &given);

    check_options(&given);
    check_form(&given);
    refuse_output(&given);
    overwrite_refuse(&command, &given.output, 1, given.sources, given.source_count);

    return given.source_count > 0 ? draft(&given) : work_on(&given);
}
