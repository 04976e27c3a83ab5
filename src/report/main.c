/* nachlese-report: published results as a text that people read. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/command.h"
#include "base/die.h"
#include "base/output.h"
#include "base/overwrite.h"
#include "findings/figures.h"
#include "report/html.h"
#include "report/odt.h"
#include "report/plain_text.h"
#include "report/quotations.h"
#include "report/report.h"
#include "report/spreadsheet.h"
#include "report/tables.h"
#include "survey/questionnaire_read.h"
#include "wording/catalogue.h"
#include "wording/passages.h"
#include "wording/source.h"

enum {
    KEY_LANGUAGE = 'l',
    KEY_FORMAT = 256,
    KEY_CHARTS,
    KEY_QUOTES,
    KEY_WORDING,
    KEY_DIGEST,
    KEY_ASCII,
    KEY_NO_BARS,
    KEY_GROUP,
    KEY_TABLES
};

static const struct command_option options[] = {
    {"questionnaire", 'q', "FILE", "the questionnaire (INI)", "der Fragebogen (INI)"},
    {"output", 'o', "FILE", "write to FILE instead of standard output",
     "in FILE schreiben statt auf die Ausgabe"},
    {"lang", KEY_LANGUAGE, "LANG",
     "language of the report; the questionnaire's first if not given",
     "Sprache des Berichts; ohne Angabe die erste des Fragebogens"},
    {"tables", KEY_TABLES, NULL, "the tables behind the report: every question whole",
     "die Tabellen hinter dem Bericht: jede Frage ganz"},
    {"format", KEY_FORMAT, "text|html|odt|xlsx",
     "form of the report (text); xlsx, a spreadsheet, for --tables alone",
     "Form des Berichts (text); xlsx, eine Tabellendatei, allein für --tables"},
    {"charts", KEY_CHARTS, "DIR", "folder of the pictures that the page or text shows",
     "Ordner der Bilder, die Seite oder Text zeigen"},
    {"quotes", KEY_QUOTES, "FILE", "released.csv of nachlese-quotes: quotations to be printed",
     "released.csv von nachlese-quotes: Zitate zum Abdruck"},
    {"group", KEY_GROUP, "QUESTION=CODE",
     "for one group, an answer of a grouping: its figures beside everybody's",
     "für eine Gruppe, eine Antwort einer Einteilung: ihre Zahlen neben denen aller"},
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

enum form { FORM_TEXT, FORM_HTML, FORM_ODT, FORM_XLSX, FORMS };
static const char *const form_names[FORMS] = {"text", "html", "odt", "xlsx"};

struct settings {
    struct source_paths source;
    const char *output, *charts, *quotes, *digests, *group;
    enum form form;
    bool tables, ascii, no_bars;
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

static enum form form_named(const char *name) {
    for (enum form form = FORM_TEXT; form < FORMS; form++)
        if (strcmp(form_names[form], name) == 0)
            return form;
    command_usage(&command, "unknown format '%s'; known: text, html, odt, xlsx",
                  "unbekanntes Format '%s'; möglich: text, html, odt, xlsx", name);
}

static void set_option(struct settings *settings, int key, const char *value) {
    switch (key) {
    case 'q':
        settings->source.questionnaire = value;
        break;
    case 'o':
        settings->output = value;
        break;
    case KEY_LANGUAGE:
        settings->source.language = value;
        break;
    case KEY_FORMAT:
        settings->form = form_named(value);
        break;
    case KEY_TABLES:
        settings->tables = true;
        break;
    case KEY_CHARTS:
        settings->charts = value;
        break;
    case KEY_QUOTES:
        settings->quotes = value;
        break;
    case KEY_WORDING:
        settings->source.wording = value;
        break;
    case KEY_DIGEST:
        if (!digests_valid(value))
            command_usage(
                &command, "'%s' is no list of SHA-256 sums (64 hexadecimal digits each)",
                "'%s' ist keine Liste von SHA-256-Summen (je 64 Hexadezimalziffern)", value);
        settings->digests = value;
        break;
    case KEY_GROUP:
        settings->group = value;
        break;
    case KEY_ASCII:
        settings->ascii = true;
        break;
    default:
        settings->no_bars = true;
    }
}

/* Reads the quotations, where there are any to be read. False after reporting what is wrong. */
static bool read_quotations(const struct settings *settings, struct teller *teller,
                            struct released **released, struct diag *diag) {
    if (settings->quotes == NULL)
        return true;
    *released = released_read(settings->quotes, teller->facts.questionnaire, diag);
    teller->released = *released;
    return *released != NULL &&
           quotations_fit(*released, teller->facts.results, settings->quotes, diag);
}

static void write_output(const struct settings *settings, const struct text *content) {
    struct output *output = output_open(settings->output, false);
    fwrite(content->bytes, 1, content->length, output_stream(output));
    output_close(output);
}

/* What a file says of when it was made: the end of the survey, so that equal input makes equal
 * bytes whatever the day is. */
static time_t created(const struct questionnaire *questionnaire) {
    return (time_t)clock_noon(questionnaire->field_to != NULL ? questionnaire->field_to
                                                              : "1980-01-01");
}

/* Appends the document in the form that is wanted; false where a picture is not valid. */
static bool render(const struct settings *settings, const struct report *report,
                   struct text *bytes, struct diag *diag) {
    const struct document *document = report->page->document;
    const struct voice *voice = &report->teller.voice;
    if (settings->form == FORM_HTML) {
        const struct html_settings html = {voice, settings->source.language, settings->charts};
        return html_write(bytes, document, &html, diag);
    }
    if (settings->form == FORM_ODT) {
        const struct odt_settings odt = {voice, settings->source.language, settings->charts};
        return odt_write(bytes, document, &odt, diag);
    }
    if (settings->form == FORM_XLSX) {
        const struct spreadsheet_settings sheet = {voice, settings->source.language,
                                                   created(report->teller.facts.questionnaire)};
        spreadsheet_write(bytes, document, &sheet);
        return true;
    }
    const struct plain_settings plain = {voice, report->bars};
    plain_text_write(bytes, document, &plain);
    return true;
}

/* The same report in the questionnaire's other languages, for its length; their catalogues,
 * which the caller frees, go into catalogues. */
static size_t add_languages(const struct report *report, struct teller *others,
                            struct catalogue **catalogues, struct diag *diag) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    size_t count = 0;
    for (size_t i = 0; i < questionnaire->language_count; i++) {
        const char *language = questionnaire->languages[i];
        if ((int)i == report->teller.facts.language || !catalogue_comes_along(language))
            continue;
        catalogues[count] = catalogue_load_language(language, NULL, diag);
        if (catalogues[count] == NULL)
            continue;
        others[count] = report->teller;
        others[count].facts.language = (int)i;
        others[count].voice.catalogue = catalogues[count];
        count++;
    }
    return count;
}

/* False where a picture is not valid; then nothing is written. */
static bool write_report(const struct settings *settings, struct report report,
                         struct diag *diag) {
    struct text bytes = {0};
    struct arena *arena = arena_new();
    report.page = page_new();
    report.pictures = pictures_new(settings->charts);
    /* Beside the PDF is its page, where a table can be read; an ODT is all that there is. */
    report.keeps_tables = settings->form == FORM_ODT;
    report.export_digests = settings->digests;
    /* A page with pictures has no bars to explain. */
    report.bars =
        (struct bar_style){settings->no_bars || settings->form != FORM_TEXT,
                           settings->ascii ? "#" : "\u2588", settings->ascii ? "." : "\u2591"};
    teller_prepare(&report.teller, arena);
    struct teller others[QUESTIONNAIRE_MAX_LANGUAGES];
    struct catalogue *catalogues[QUESTIONNAIRE_MAX_LANGUAGES];
    report.others = others;
    report.other_count = add_languages(&report, others, catalogues, diag);
    if (settings->tables)
        tables_write(&report.teller, report.export_digests, report.page);
    else
        report_write(&report);
    bool fine = render(settings, &report, &bytes, diag);
    if (fine)
        write_output(settings, &bytes);
    for (size_t i = 0; i < report.other_count; i++)
        catalogue_free(catalogues[i]);
    page_free(report.page);
    pictures_free(report.pictures);
    arena_free(arena);
    text_free(&bytes);
    return fine;
}

/* The work with a questionnaire; returns the exit code. */
static enum exit_code run_with(const struct settings *settings, struct source *source,
                               struct diag *diag) {
    struct selected_group group;
    if (settings->group != NULL) {
        if (!selected_group_read(source->questionnaire, settings->group, &group, diag))
            return EXIT_USAGE;
        source->teller.facts.selected = &group;
    }
    bool passages = passages_check(source->questionnaire, diag);
    if (!source_read_catalogue(source, &settings->source, diag) || !passages)
        return EXIT_QUESTIONNAIRE;
    if (!source_read_results(source, &settings->source, diag))
        return EXIT_DATA;
    if (settings->group != NULL &&
        !selected_group_is_shown(
            source->questionnaire, &group, settings->group,
            figure_whole(source->teller.facts.results, "", "", "", STATISTIC_ROWS_ACCEPTED),
            diag))
        return EXIT_USAGE;
    struct released *released = NULL;
    bool fine = read_quotations(settings, &source->teller, &released, diag) &&
                write_report(settings, (struct report){.teller = source->teller}, diag);
    released_free(released);
    return fine ? EXIT_FINE : EXIT_DATA;
}

/* The work; returns the exit code. */
static enum exit_code run(struct settings *settings, struct diag *diag) {
    struct source source;
    enum exit_code code = source_open(&source, &settings->source, &command, diag);
    settings->source.language = source.language;
    if (code == EXIT_FINE)
        code = run_with(settings, &source, diag);
    source_close(&source);
    return code;
}

/* What does not go together. */
static void check_form(const struct settings *settings) {
    bool pictures = settings->form == FORM_HTML || settings->form == FORM_ODT;
    if (settings->charts != NULL && !pictures)
        command_usage(&command, "--charts is for --format html and odt",
                      "--charts gehört zu --format html und odt");
    if (settings->form == FORM_XLSX && !settings->tables)
        command_usage(&command, "--format xlsx is for --tables",
                      "--format xlsx gehört zu --tables");
    if (settings->form == FORM_ODT && settings->tables)
        command_usage(
            &command, "--tables has no --format odt: take xlsx, html or text",
            "--tables gibt es nicht mit --format odt: nehmen Sie xlsx, html oder text");
    if (settings->tables && settings->group != NULL)
        command_usage(
            &command, "--tables has no --group: groups stand beside each other there",
            "--tables gibt es nicht mit --group: dort stehen die Gruppen nebeneinander");
    if (settings->form == FORM_XLSX && strcmp(settings->output, "-") == 0 &&
        isatty(STDOUT_FILENO))
        command_usage(&command, "a spreadsheet is nothing for a terminal: name a file with -o",
                      "eine Tabellendatei ist nichts für ein Terminal: nennen Sie mit -o eine "
                      "Datei");
}

int main(int argc, char **argv) {
    struct settings settings = {.source.results = "-", .output = "-"};
    const char *value;
    int first;
    for (int key; (key = command_next(&command, argc, argv, &value, &first)) != COMMAND_END;)
        set_option(&settings, key, value);

    if (first < argc)
        settings.source.results = argv[first];

    if (settings.source.questionnaire == NULL)
        command_usage(&command, "option -q is missing: name the questionnaire",
                      "Option -q fehlt: nennen Sie den Fragebogen");
    if (argc - first > 1)
        command_usage(&command, "one file at most, not %d", "höchstens eine Datei, nicht %d",
                      argc - first);
    check_form(&settings);
    if (settings.quotes != NULL && strcmp(settings.quotes, "-") == 0 &&
        strcmp(settings.source.results, "-") == 0)
        command_usage(&command, "standard input cannot be both results and quotations",
                      "die Standardeingabe kann nicht Ergebnisse und Zitate zugleich sein");
    struct stat status;
    if (settings.charts != NULL &&
        (stat(settings.charts, &status) != 0 || !S_ISDIR(status.st_mode)))
        die(EXIT_NO_INPUT, "'%s' is no folder", "„%s“ ist kein Ordner", settings.charts);
    const char *const inputs[] = {settings.source.questionnaire, settings.source.results,
                                  settings.quotes, settings.source.wording};
    overwrite_refuse(&command, &settings.output, 1, inputs, sizeof inputs / sizeof *inputs);

    struct diag *diag = diag_new(stderr);
    enum exit_code code = run(&settings, diag);
    diag_finish(diag);
    diag_free(diag);
    return code;
}
