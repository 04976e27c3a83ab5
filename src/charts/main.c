/* nachlese-charts: published results as pictures. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/command.h"
#include "base/diag.h"
#include "base/exit_code.h"
#include "base/number.h"
#include "charts/batch.h"
#include "charts/plan.h"
#include "wording/source.h"

enum { KEY_LANGUAGE = 'l', KEY_FORMAT = 256, KEY_SCRIPTS, KEY_TIMEOUT, KEY_WORDING };
enum { SECONDS = 120, MOST_SECONDS = 86400 };

static const struct command_option options[] = {
    {"questionnaire", 'q', "FILE", "the questionnaire (INI)", "der Fragebogen (INI)"},
    {"output", 'o', "DIR", "the folder for the pictures", "der Ordner für die Bilder"},
    {"lang", KEY_LANGUAGE, "LANG",
     "language of the pictures; the questionnaire's first if not given",
     "Sprache der Bilder; ohne Angabe die erste des Fragebogens"},
    {"format", KEY_FORMAT, "svg|png|all", "which files to write (all)",
     "welche Dateien (alle: all)"},
    {"keep-scripts", KEY_SCRIPTS, NULL, "leave the gnuplot script of each picture beside it",
     "das gnuplot-Skript jedes Bildes daneben ablegen"},
    {"timeout", KEY_TIMEOUT, "SECONDS", "stop gnuplot after so many seconds (120)",
     "gnuplot nach so vielen Sekunden beenden (120)"},
    {"wording", KEY_WORDING, "FILE", "catalogue of phrases instead of the one that comes along",
     "Satzkatalog statt des mitgelieferten"},
};

static const struct command command = {
    .name = "nachlese-charts",
    .operands = "[published.csv]",
    .english = "Draws published results, one picture a question.",
    .german = "Zeichnet veröffentlichte Ergebnisse, ein Bild je Frage.",
    .options = options,
    .option_count = sizeof options / sizeof *options,
};

struct settings {
    struct source_paths source;
    const char *folder;
    bool svg, png, keep_scripts;
    int seconds;
};

static void set_format(struct settings *settings, const char *value) {
    bool all = strcmp(value, "all") == 0;
    settings->svg = all || strcmp(value, "svg") == 0;
    settings->png = all || strcmp(value, "png") == 0;
    if (!settings->svg && !settings->png)
        command_usage(&command, "unknown format '%s'; known: svg, png, all",
                      "unbekanntes Format '%s'; möglich: svg, png, all", value);
}

static void set_timeout(struct settings *settings, const char *value) {
    int64_t seconds;
    if (!number_parse_whole(value, strlen(value), 1, MOST_SECONDS, &seconds))
        command_usage(&command, "--timeout wants whole seconds, 1 to %d, not '%s'",
                      "--timeout braucht ganze Sekunden, 1 bis %d, nicht '%s'", MOST_SECONDS,
                      value);
    settings->seconds = (int)seconds;
}

static void set_option(struct settings *settings, int key, const char *value) {
    switch (key) {
    case 'q':
        settings->source.questionnaire = value;
        break;
    case 'o':
        settings->folder = value;
        break;
    case KEY_LANGUAGE:
        settings->source.language = value;
        break;
    case KEY_FORMAT:
        set_format(settings, value);
        break;
    case KEY_SCRIPTS:
        settings->keep_scripts = true;
        break;
    case KEY_TIMEOUT:
        set_timeout(settings, value);
        break;
    default:
        settings->source.wording = value;
    }
}

static void draw(const struct settings *settings, struct teller *teller, struct diag *diag) {
    struct plan plan = {.teller = teller};
    teller_prepare(teller, arena_new());
    plan_make(&plan);
    struct batch batch = {.folder = settings->folder,
                          .svg = settings->svg,
                          .png = settings->png,
                          .keep_scripts = settings->keep_scripts,
                          .seconds = settings->seconds,
                          .charts = plan.charts,
                          .count = plan.count,
                          .ids = plan.ids,
                          .id_count = plan.id_count};
    if (plan.count == 0)
        diag_add(
            diag, DIAG_NOTE, &(struct diag_place){0},
            "nothing to draw: too few answers, or none that may be shown",
            "nichts zu zeichnen: zu wenige Antworten, oder keine, die gezeigt werden darf");
    batch_draw(&batch);
    arena_free(teller->voice.arena);
}

/* The work; returns the exit code. */
static enum exit_code run(const struct settings *settings, struct diag *diag) {
    struct source source;
    enum exit_code code = source_open(&source, &settings->source, &command, diag);
    if (code == EXIT_FINE && !source_read_catalogue(&source, &settings->source, diag))
        code = EXIT_QUESTIONNAIRE;
    if (code == EXIT_FINE && !source_read_results(&source, &settings->source, diag))
        code = EXIT_DATA;
    if (code == EXIT_FINE)
        draw(settings, &source.teller, diag);
    source_close(&source);
    return code;
}

int main(int argc, char **argv) {
    struct settings settings = {
        .source.results = "-", .svg = true, .png = true, .seconds = SECONDS};
    const char *value;
    int first;
    for (int key; (key = command_next(&command, argc, argv, &value, &first)) != COMMAND_END;)
        set_option(&settings, key, value);

    if (first < argc)
        settings.source.results = argv[first];

    if (settings.source.questionnaire == NULL)
        command_usage(&command, "option -q is missing: name the questionnaire",
                      "Option -q fehlt: nennen Sie den Fragebogen");
    if (settings.folder == NULL)
        command_usage(&command, "option -o is missing: name the folder for the pictures",
                      "Option -o fehlt: nennen Sie den Ordner für die Bilder");
    if (argc - first > 1)
        command_usage(&command, "one file at most, not %d", "höchstens eine Datei, nicht %d",
                      argc - first);

    struct diag *diag = diag_new(stderr);
    enum exit_code code = run(&settings, diag);
    diag_finish(diag);
    diag_free(diag);
    return code;
}
