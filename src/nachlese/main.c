/* nachlese: runs the whole pipeline, or one tool of it. */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/command.h"
#include "base/die.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/resource.h"
#include "nachlese/child.h"
#include "nachlese/delete.h"
#include "nachlese/new.h"
#include "nachlese/run.h"
#include "nachlese/sent.h"
#include "nachlese/survey_folder.h"
#include "nachlese/withdraw.h"
#include "survey/ini_suggestion.h"

enum {
    KEY_WITHOUT_PNG = 256,
    KEY_WITHOUT_PDF,
    KEY_WITHOUT_CHARTS,
    KEY_PDF_TIMEOUT,
    KEY_GROUP,
    KEY_REPLACE,
    KEY_STEPS,
    KEY_WORDING
};
enum { PDF_SECONDS = 300, MOST_SECONDS = 86400 };

/* In the order in which they are needed. */
static const struct command_word word_table[] = {
    {"new", "makes the folder of a survey", "legt den Ordner einer Umfrage an"},
    {"form", "drafts a questionnaire, checks it, makes the form",
     "entwirft einen Fragebogen, prüft ihn, macht das Formular"},
    {"simulate", "makes answers up, to try a questionnaire",
     "erfindet Antworten, um einen Fragebogen zu erproben"},
    {"run", "the whole way from the export to the report",
     "der ganze Weg vom Export zum Bericht"},
    {"verify", "looks through a run's folder before its report is sent",
     "sieht den Ordner eines Laufs durch, bevor der Bericht verschickt wird"},
    {"sent", "notes that a report was sent", "hält fest, dass ein Bericht verschickt ist"},
    {"withdraw", "takes back what somebody no longer consents to",
     "nimmt zurück, wozu jemand nicht mehr einwilligt"},
    {"delete", "deletes what is no longer needed", "löscht, was nicht mehr gebraucht wird"},
    {"ingest", "one step: reads exports", "ein Schritt: liest Exporte ein"},
    {"quotes", "one step: which answers may be quoted",
     "ein Schritt: welche Antworten zitiert werden dürfen"},
    {"stats", "one step: counts", "ein Schritt: zählt"},
    {"protect", "one step: hides what would give somebody away",
     "ein Schritt: verbirgt, was jemanden verraten würde"},
    {"charts", "one step: draws pictures", "ein Schritt: zeichnet Bilder"},
    {"report", "one step: writes report and tables",
     "ein Schritt: schreibt Bericht und Tabellen"},
    {"help", "'nachlese help run' helps with one of these",
     "„nachlese help run“ hilft zu einem davon"},
};

static const struct command driver = {
    .name = "nachlese",
    .operands = "WORD ...",
    .english = "Turns a questionnaire and the answers that came back into a report.\nWORD is "
               "one of these:",
    .german = "Macht aus einem Fragebogen und den eingegangenen Antworten einen Bericht.\nWORD "
              "ist eines davon:",
    .words = word_table,
    .word_count = sizeof word_table / sizeof word_table[0],
};

static const struct command_option run_table[] = {
    {"questionnaire", 'q', "FILE", "the questionnaire (INI)", "der Fragebogen (INI)"},
    {"output", 'o', "DIR", "the folder for public/ and internal/",
     "der Ordner für public/ und internal/"},
    {"group", KEY_GROUP, "QUESTION=CODE",
     "also reports for this group; may be given several times",
     "auch Berichte für diese Gruppe; mehrmals möglich"},
    {"wording", KEY_WORDING, "DIR", "folder of own catalogues of phrases, LANG.ini",
     "Ordner mit eigenen Satzkatalogen, LANG.ini"},
    {"replace", KEY_REPLACE, NULL, "replace a report of more answers, too",
     "auch einen Bericht über mehr Antworten ersetzen"},
    {"steps", KEY_STEPS, NULL, "show the steps also where messages go into a file",
     "die Schritte auch zeigen, wenn Meldungen in eine Datei gehen"},
    {"no-charts", KEY_WITHOUT_CHARTS, NULL, "draw no pictures", "keine Bilder zeichnen"},
    {"no-png", KEY_WITHOUT_PNG, NULL, "pictures as SVG only", "Bilder nur als SVG"},
    {"no-pdf", KEY_WITHOUT_PDF, NULL, "make no PDF of the pages",
     "keine PDF der Seiten anlegen"},
    {"pdf-timeout", KEY_PDF_TIMEOUT, "SECONDS", "give a PDF at most so many seconds (300)",
     "einem PDF höchstens so viele Sekunden geben (300)"},
};

static const struct command run_command = {
    .name = "nachlese run",
    .operands = "export.csv ...",
    .english = "Reads the exports and builds results, codebook and reports in one folder.",
    .german =
        "Liest die Exporte und legt Ergebnisse, Codebuch und Berichte in einem Ordner ab.",
    .options = run_table,
    .option_count = sizeof run_table / sizeof run_table[0],
    .repeated = KEY_GROUP,
};

static int parse_seconds(const char *value) {
    int64_t seconds;
    if (!number_parse_whole(value, strlen(value), 1, MOST_SECONDS, &seconds))
        command_usage(&run_command, "--pdf-timeout wants whole seconds, 1 to %d, not '%s'",
                      "--pdf-timeout braucht ganze Sekunden, 1 bis %d, nicht '%s'",
                      MOST_SECONDS, value);
    return (int)seconds;
}

/* The same group twice would be the same file twice. */
static void add_group(struct run_options *options, const char **groups, const char *group) {
    for (size_t i = 0; i < options->group_count; i++)
        if (strcmp(groups[i], group) == 0)
            command_usage(&run_command, "the group %s is named twice",
                          "die Gruppe %s ist zweimal genannt", group);
    groups[options->group_count++] = group;
}

static void set_option(struct run_options *options, const char **groups, int key,
                       const char *value) {
    switch (key) {
    case 'q':
        options->questionnaire = value;
        break;
    case 'o':
        options->directory = value;
        break;
    case KEY_WITHOUT_PNG:
        options->without_png = true;
        break;
    case KEY_WITHOUT_CHARTS:
        options->without_charts = true;
        break;
    case KEY_REPLACE:
        options->replace = true;
        break;
    case KEY_WORDING:
        options->wording = value;
        break;
    case KEY_STEPS:
        options->steps = true;
        break;
    case KEY_GROUP:
        add_group(options, groups, value);
        break;
    case KEY_WITHOUT_PDF:
        options->without_pdf = true;
        break;
    default:
        options->pdf_seconds = parse_seconds(value);
    }
}

/* In the folder of a survey nothing need be named. */
static void fill_from_folder(struct run_options *options, struct arena *arena) {
    options->questionnaire = survey_folder_questionnaire(".", &run_command, arena);
    if (options->questionnaire == NULL)
        return;
    survey_folder_check_private(".");
    if (options->directory == NULL) {
        options->directory = ".";
        options->record = true;
    }
    if (options->export_count == 0)
        options->export_count = survey_folder_exports(".", arena, &options->exports);
}

static int run(int count, char **words) {
    const char **groups = memory_allocate((size_t)count, sizeof *groups);
    struct run_options options = {.pdf_seconds = PDF_SECONDS, .groups = groups};
    const char *value = NULL;
    int first = 0;
    for (int key = 0;
         (key = command_next(&run_command, count, words, &value, &first)) != COMMAND_END;)
        set_option(&options, groups, key, value);

    options.exports = (const char *const *)words + first;
    options.export_count = (size_t)(count - first);
    struct arena *arena = arena_new();
    if (options.questionnaire == NULL)
        fill_from_folder(&options, arena);

    if (options.questionnaire == NULL)
        command_usage(
            &run_command, "which questionnaire? name it with -q, or work in its folder",
            "Welcher Fragebogen? Bitte mit -q nennen, oder in seinem Ordner arbeiten");
    if (options.directory == NULL)
        command_usage(&run_command, "which folder for the output? name it with -o",
                      "Welcher Ordner für die Ausgabe? Bitte mit -o nennen");
    if (options.export_count == 0)
        command_usage(
            &run_command, "which export? name at least one file, or put it into export/",
            "Welcher Export? Bitte mindestens eine Datei nennen, oder in export/ legen");

    int code = run_execute(&options, &run_command);
    arena_free(arena);
    free(groups);
    return code;
}

static int help_main(int count, char **words);

/* What this program does itself; all else is done by the tools. */
static const struct own_command {
    const char *name;
    int (*main)(int count, char **words);
} own_commands[] = {{"new", new_main},       {"run", run},
                    {"sent", sent_main},     {"withdraw", withdraw_main},
                    {"delete", delete_main}, {"help", help_main}};

enum { OWN_COMMANDS = sizeof own_commands / sizeof own_commands[0] };

static const struct own_command *find_own(const char *name) {
    for (size_t i = 0; i < OWN_COMMANDS; i++)
        if (strcmp(name, own_commands[i].name) == 0)
            return &own_commands[i];
    return NULL;
}

/* The names of all that may be said first: own commands, and the tools that lie beside this
 * program, without "nachlese-". */
static size_t list_words(struct arena *arena, const char *const **names) {
    char *folder = resource_program("");
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, NULL, alphasort);
    const char **found =
        arena_allocate(arena, (size_t)(count > 0 ? count : 0) + OWN_COMMANDS, sizeof *found);
    size_t tools = 0;
    for (size_t i = 0; i < OWN_COMMANDS; i++)
        found[tools++] = own_commands[i].name;
    for (int i = 0; i < count; i++) {
        if (strncmp(entries[i]->d_name, "nachlese-", 9) == 0)
            found[tools++] = arena_copy(arena, entries[i]->d_name + 9);
        free(entries[i]);
    }
    free(entries);
    free(folder);
    *names = found;
    return tools;
}

static _Noreturn void refuse_tool(const char *word) {
    static struct arena *arena; /* still reachable when the program ends below, so no leak */
    arena = arena_new();
    const char *const *names = NULL;
    size_t count = list_words(arena, &names);
    const char *like = ini_suggestion(word, names, count);
    if (like != NULL)
        command_usage(&driver, "there is no tool '%s'; did you mean '%s'?",
                      "ein Werkzeug „%s“ gibt es nicht; meinten Sie „%s“?", word, like);
    const char *all = names[0];
    for (size_t i = 1; i < count; i++)
        all = arena_format(arena, "%s %s", all, names[i]);
    command_usage(&driver, "there is no tool '%s'; there are: %s",
                  "ein Werkzeug „%s“ gibt es nicht; es gibt: %s", word, all);
}

static _Noreturn void run_tool(char **words) {
    if (words[0][0] == '\0' ||
        strspn(words[0], "abcdefghijklmnopqrstuvwxyz") != strlen(words[0]))
        refuse_tool(words[0]);
    static struct arena *arena; /* as above */
    arena = arena_new();
    char *name = arena_format(arena, "nachlese-%s", words[0]);
    char *beside = resource_program(name);
    const char *program = arena_copy(arena, beside);
    free(beside);
    if (access(program, X_OK) != 0)
        refuse_tool(words[0]);
    words[0] = name;
    child_become(program, words);
    die(EXIT_RESOURCE, "cannot start %s:", "%s lässt sich nicht starten:", name);
}

/* "help run" is "run --help". */
static int help_main(int count, char **words) {
    static char wanted[] = "--help";
    if (count < 2)
        command_help(&driver, EXIT_FINE);
    char *asked[] = {words[1], wanted, NULL};
    const struct own_command *own = find_own(words[1]);
    if (own == NULL)
        run_tool(asked);
    return own->main == help_main ? help_main(1, words) : own->main(2, asked);
}

int main(int argc, char **argv) {
    const struct own_command *own = argc > 1 ? find_own(argv[1]) : NULL;
    if (own != NULL)
        return own->main(argc - 1, argv + 1);
    if (argc > 1 && argv[1][0] != '-')
        run_tool(argv + 1);

    const char *value = NULL;
    int first = 0;
    while (command_next(&driver, argc, argv, &value, &first) != COMMAND_END)
        ;
    if (first < argc)
        run_tool(argv + first);
    command_help(&driver, EXIT_USAGE);
}
