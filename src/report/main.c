/* nachlese-report: published results as a text that people read. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/command.h"
#include "base/die.h"
#include "base/output.h"
#include "base/resource.h"
#include "report/report.h"

enum { KEY_LANGUAGE = 'l', KEY_FORMAT = 256, KEY_WORDING, KEY_DIGEST, KEY_ASCII, KEY_NO_BARS };

static const struct command_option options[] = {
    {"questionnaire", 'q', "FILE", "the questionnaire (INI)", "der Fragebogen (INI)"},
    {"output", 'o', "FILE", "write to FILE instead of standard output",
     "in FILE schreiben statt auf die Ausgabe"},
    {"lang", KEY_LANGUAGE, "LANG",
     "language of the report; the questionnaire's first if not given",
     "Sprache des Berichts; ohne Angabe die erste des Fragebogens"},
    {"format", KEY_FORMAT, "text", "form of the report", "Form des Berichts"},
    {"wording", KEY_WORDING, "FILE", "catalogue of phrases instead of the one that comes along",
     "Satzkatalog statt des mitgelieferten"},
    {"export-digest", KEY_DIGEST, "HEX",
     "SHA-256 of the exports, separated by commas, to be printed",
     "SHA-256 der Exporte, durch Komma getrennt, zum Abdruck"},
    {"ascii", KEY_ASCII, NULL, "bars of # and . only", "Balken nur aus # und ."},
    {"no-bars", KEY_NO_BARS, NULL, "figures without bars, for screen readers",
     "Zahlen ohne Balken, zum Vorlesen"},
};

static const struct command command = {
    .name = "nachlese-report",
    .operands = "[published.csv]",
    .english = "Writes a report from published results.",
    .german = "Schreibt einen Bericht aus veröffentlichten Ergebnissen.",
    .options = options,
    .option_count = sizeof options / sizeof *options,
};

struct settings {
    const char *questionnaire, *output, *language, *wording, *digests, *results;
    bool ascii, no_bars;
};

static bool digests_valid(const char *digests) {
    for (const char *next = digests;; next++) {
        size_t length = strspn(next, "0123456789abcdefABCDEF");
        if (length != 64 || (next[length] != ',' && next[length] != '\0'))
            return false;
        next += length;
        if (*next == '\0')
            return true;
    }
}

static void set_option(struct settings *settings, int key, const char *value) {
    switch (key) {
    case 'q':
        settings->questionnaire = value;
        break;
    case 'o':
        settings->output = value;
        break;
    case KEY_LANGUAGE:
        settings->language = value;
        break;
    case KEY_FORMAT:
        if (strcmp(value, "text") != 0)
            command_usage(&command, "unknown format '%s'; known: text",
                          "unbekanntes Format '%s'; möglich: text", value);
        break;
    case KEY_WORDING:
        settings->wording = value;
        break;
    case KEY_DIGEST:
        if (!digests_valid(value))
            command_usage(
                &command, "'%s' is no list of SHA-256 sums (64 hexadecimal digits each)",
                "'%s' ist keine Liste von SHA-256-Summen (je 64 Hexadezimalziffern)", value);
        settings->digests = value;
        break;
    case KEY_ASCII:
        settings->ascii = true;
        break;
    default:
        settings->no_bars = true;
    }
}

/* The index of the report's language. */
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

static struct catalogue *load_catalogue(const struct settings *settings, struct diag *diag) {
    struct text name = {0};
    text_add_format(&name, "wording/%s.ini", settings->language);
    char *path = resource_path(text_string(&name));
    struct catalogue *catalogue =
        catalogue_load(settings->wording != NULL ? settings->wording : path, diag);
    free(path);
    text_free(&name);
    return catalogue;
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

/* The results say of no question that more answered it than answered at all. */
static bool bases_fit(const struct results *results, struct diag *diag,
                      struct diag_place place) {
    const struct result *accepted = results_find(results, "", "", "", "rows_accepted");
    if (accepted == NULL || !accepted->has_value) {
        diag_add(diag, DIAG_ERROR, &place,
                 "the row rows_accepted is missing: make the results anew",
                 "die Zeile rows_accepted fehlt: erzeugen Sie die Ergebnisse neu");
        return false;
    }
    for (size_t i = 0; i < results->count; i++) {
        const struct result *result = &results->rows[i];
        bool own_base = result->question[0] == '\0' || strcmp(result->statistic, "bounds") == 0;
        if (own_base || !result->has_n || (double)result->n <= accepted->value)
            continue;
        place.item = result->question;
        diag_add(diag, DIAG_ERROR, &place,
                 "more answers to this question than answers at all: make the results anew",
                 "mehr Antworten auf diese Frage als Antworten überhaupt: erzeugen Sie die "
                 "Ergebnisse neu");
        return false;
    }
    return true;
}

static bool questions_known(const struct results *results,
                            const struct questionnaire *questionnaire, struct diag *diag,
                            struct diag_place place) {
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

/* Results that no privacy gate has passed, or of another questionnaire, end here. */
static bool results_usable(const struct results *results, const struct settings *settings,
                           const struct questionnaire *questionnaire, struct diag *diag) {
    struct diag_place place = {.file = settings->results};
    if (results_are_published(results))
        return questions_known(results, questionnaire, diag, place) &&
               bases_fit(results, diag, place);
    diag_add(diag, DIAG_ERROR, &place,
             "these results are not published: pass them through nachlese-protect first",
             "diese Ergebnisse sind nicht freigegeben: schicken Sie sie zuerst durch "
             "nachlese-protect");
    return false;
}

static void write_report(const struct settings *settings, struct report report) {
    struct page page = {0};
    report.page = &page;
    report.teller.voice.arena = arena_new();
    report.export_digests = settings->digests;
    report.bars = (struct bar_style){settings->no_bars, false, settings->ascii ? "#" : "\u2588",
                                     settings->ascii ? "." : "\u2591"};
    report_write(&report);
    struct output *output = output_open(settings->output, false);
    fwrite(page.text.bytes, 1, page.text.length, output_stream(output));
    output_close(output);
    arena_free(report.teller.voice.arena);
    page_free(&page);
}

/* The work; returns the exit code. */
static enum exit_code run(struct settings *settings, struct diag *diag) {
    struct questionnaire *questionnaire = questionnaire_load(settings->questionnaire, diag);
    if (questionnaire == NULL)
        return EXIT_QUESTIONNAIRE;
    struct report report = {.teller.questionnaire = questionnaire,
                            .teller.language = choose_language(settings, questionnaire)};
    struct catalogue *catalogue = load_catalogue(settings, diag);
    struct results *results = catalogue != NULL ? results_read(settings->results, diag) : NULL;
    enum exit_code code = catalogue == NULL ? EXIT_QUESTIONNAIRE : EXIT_DATA;
    if (results != NULL && results_usable(results, settings, questionnaire, diag)) {
        report.teller.results = results;
        report.teller.voice.catalogue = catalogue;
        write_report(settings, report);
        code = EXIT_FINE;
    }
    results_free(results);
    catalogue_free(catalogue);
    questionnaire_free(questionnaire);
    return code;
}

int main(int argc, char **argv) {
    struct settings settings = {.results = "-"};
    const char *value;
    int first;
    for (int key; (key = command_next(&command, argc, argv, &value, &first)) != COMMAND_END;)
        set_option(&settings, key, value);

    if (first < argc)
        settings.results = argv[first];

    if (settings.questionnaire == NULL)
        command_usage(&command, "option -q is missing: name the questionnaire",
                      "Option -q fehlt: nennen Sie den Fragebogen");
    if (argc - first > 1)
        command_usage(&command, "one file at most, not %d", "höchstens eine Datei, nicht %d",
                      argc - first);

    struct diag *diag = diag_new(stderr);
    enum exit_code code = run(&settings, diag);
    diag_finish(diag);
    diag_free(diag);
    return code;
}
