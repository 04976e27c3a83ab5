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
    const char *questionnaire, *folder, *language, *wording, *results;
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
        settings->questionnaire = value;
        break;
    case 'o':
        settings->folder = value;
        break;
    case KEY_LANGUAGE:
        settings->language = value;
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
        settings->wording = value;
    }
}

/* The index of the pictures' language. */
static int choose_language(struct settings *settings,
                           const struct questionnaire *questionnaire) {
    if (settings->language == NULL)
        settings->language = questionnaire->languages[0];
    int language = questionnaire_language(questionnaire, settings->language);
    if (language < 0)
        command_usage(&command, "the questionnaire has no language '%s'",
                      "der Fragebogen hat keine Sprache '%s'", settings->language);
    return language;
}

/* True where an id is a question, score or gap, or empty. */
static bool known_id(const struct questionnaire *questionnaire, const char *id) {
    for (size_t i = 0; i < questionnaire->score_count; i++)
        if (strcmp(questionnaire->scores[i].id, id) == 0)
            return true;
    for (size_t i = 0; i < questionnaire->gap_count; i++)
        if (strcmp(questionnaire->gaps[i].id, id) == 0)
            return true;
    return id[0] == '\0' || questionnaire_question(questionnaire, id) != NULL;
}

/* Results that no privacy gate has passed, or of another questionnaire, end here. */
static bool results_usable(const struct results *results, const struct settings *settings,
                           const struct questionnaire *questionnaire, struct diag *diag) {
    struct diag_place place = {.file = settings->results};
    if (!results_are_published(results)) {
        diag_add(diag, DIAG_ERROR, &place,
                 "these results are not published: pass them through nachlese-protect first",
                 "diese Ergebnisse sind nicht freigegeben: schicken Sie sie zuerst durch "
                 "nachlese-protect");
        return false;
    }
    for (size_t i = 0; i < results->count; i++) {
        place.item = results->rows[i].question;
        if (known_id(questionnaire, place.item))
            continue;
        diag_add(diag, DIAG_ERROR, &place,
                 "the questionnaire has no such question: take the one that these results were "
                 "made with",
                 "diese Frage steht nicht im Fragebogen: nehmen Sie den, mit dem die "
                 "Ergebnisse entstanden sind");
        return false;
    }
    return true;
}

static void draw(const struct settings *settings, struct teller *teller, struct diag *diag) {
    struct plan plan = {.teller = teller};
    teller->voice.arena = arena_new();
    teller_prepare(teller);
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
static enum exit_code run(struct settings *settings, struct diag *diag) {
    struct questionnaire *questionnaire = questionnaire_load(settings->questionnaire, diag);
    if (questionnaire == NULL)
        return EXIT_QUESTIONNAIRE;
    struct teller teller = {.questionnaire = questionnaire,
                            .language = choose_language(settings, questionnaire)};
    struct catalogue *catalogue =
        catalogue_load_language(settings->language, settings->wording, diag);
    struct results *results = catalogue != NULL ? results_read(settings->results, diag) : NULL;
    enum exit_code code = catalogue == NULL ? EXIT_QUESTIONNAIRE : EXIT_DATA;
    if (results != NULL && results_usable(results, settings, questionnaire, diag)) {
        teller.results = results;
        teller.voice.catalogue = catalogue;
        draw(settings, &teller, diag);
        code = EXIT_FINE;
    }
    results_free(results);
    catalogue_free(catalogue);
    questionnaire_free(questionnaire);
    return code;
}

int main(int argc, char **argv) {
    struct settings settings = {.results = "-", .svg = true, .png = true, .seconds = SECONDS};
    const char *value;
    int first;
    for (int key; (key = command_next(&command, argc, argv, &value, &first)) != COMMAND_END;)
        set_option(&settings, key, value);

    if (first < argc)
        settings.results = argv[first];

    if (settings.questionnaire == NULL)
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
