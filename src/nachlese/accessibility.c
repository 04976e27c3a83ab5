#include "nachlese/accessibility.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/output.h"
#include "nachlese/contents.h"
#include "nachlese/pdf_file.h"
#include "nachlese/wrap.h"

enum { MOST_COLUMNS = 72 };

struct page {
    const char *built;
    const struct questionnaire *questionnaire;
    struct arena *arena;
    FILE *stream;
    bool german;
};

static const char *pick(const struct page *page, const char *english, const char *german) {
    return page->german ? german : english;
}

/* Every line is indented. */
static void write_paragraph(const struct page *page, const char *indent,
                            const char *paragraph) {
    wrap_paragraph(page->stream, MOST_COLUMNS, indent, indent, paragraph);
}

static void write_text(const struct page *page, const char *english, const char *german) {
    write_paragraph(page, "  ", pick(page, english, german));
}

static void write_heading(const struct page *page, const char *english, const char *german) {
    fprintf(page->stream, "\n%s\n", pick(page, english, german));
}

/* Of "report" or "tables". */
static const char *file_of(const struct page *page, const char *product, size_t language,
                           const char *ending) {
    return arena_format(page->arena, "%s/public/%s.%s.%s", page->built, product,
                        page->questionnaire->languages[language], ending);
}

/* The names of the product's files with that ending, with commas between; "" where there are
 * none. */
static const char *names(const struct page *page, const char *product, const char *ending) {
    const char *list = "";
    for (size_t i = 0; i < page->questionnaire->language_count; i++) {
        const char *path = file_of(page, product, i, ending);
        if (access(path, F_OK) == 0)
            list = arena_format(page->arena, "%s%s%s", list, *list != '\0' ? ", " : "",
                                strrchr(path, '/') + 1);
    }
    return list;
}

/* What else there is beside the page and the PDF. */
static const struct {
    const char *product, *ending;
    const char *english, *german; /* with the names of the files */
} forms[] = {
    {"report", "txt", "The same without pictures, as plain text: %s.",
     "Dasselbe ohne Bilder, als einfacher Text: %s."},
    {"report", "odt", "The same for a word processor, to be worked on: %s.",
     "Dasselbe für die Textverarbeitung, zum Weiterbearbeiten: %s."},
    {"tables", "html", "Every question whole, as a page with tables: %s.",
     "Jede Frage ganz, als Seite mit Tabellen: %s."},
    {"tables", "txt", "These tables as plain text: %s.", "Diese Tabellen als Text: %s."},
    {"tables", "xlsx", "These tables as a spreadsheet: %s.",
     "Diese Tabellen als Tabellendatei: %s."},
};

static void write_files(const struct page *page) {
    write_heading(page, "Which file is for whom", "Welche Datei für wen");
    write_paragraph(
        page, "  ",
        arena_format(
            page->arena,
            pick(page,
                 "The page is meant as the accessible version: %s. It is made for screen "
                 "readers, for enlarging and for the keyboard; any browser opens it, "
                 "without a network.",
                 "Als barrierefreie Fassung ist die Seite gedacht: %s. Sie ist "
                 "für Bildschirmlesegeräte da, zum Vergrößern und für die Tastatur. "
                 "Jeder Browser öffnet sie, auch ohne Netz."),
            names(page, "report", "html")));
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        write_paragraph(page, "  ",
                        arena_format(page->arena, pick(page, forms[i].english, forms[i].german),
                                     names(page, forms[i].product, forms[i].ending)));
}

static void write_tags(const struct page *page, const char *path) {
    const struct pdf_tags tags = pdf_file_count(path);
    const char *name = strrchr(path, '/') + 1;
    if (!tags.counted) {
        write_paragraph(page, "    ",
                        arena_format(page->arena,
                                     pick(page, "%s: its tags are packed and were not counted.",
                                          "%s: Die Auszeichnungen sind gepackt und wurden "
                                          "nicht gezählt."),
                                     name));
        return;
    }
    write_paragraph(
        page, "    ",
        arena_format(page->arena,
                     pick(page,
                          "%s: headings %zu, tables %zu, head cells %zu, of them %zu that say "
                          "for which cells they stand, pictures %zu, of them %zu with an "
                          "alternative text.",
                          "%s: Überschriften %zu, Tabellen %zu, Kopfzellen %zu, davon %zu mit "
                          "der Angabe, für welche Zellen sie gelten, Bilder %zu, davon %zu mit "
                          "Alternativtext."),
                     name, tags.headings, tags.tables, tags.head_cells, tags.scoped,
                     tags.pictures, tags.described));
}

static void write_pdfs(const struct page *page, const char *maker) {
    write_heading(page, "The PDF", "Das PDF");
    if (maker == NULL) {
        write_text(page, "This run made no PDF.", "Bei diesem Lauf ist kein PDF entstanden.");
        return;
    }
    write_paragraph(
        page, "  ",
        arena_format(page->arena,
                     pick(page,
                          "For printing and attaching, made by %s. Tags for screen readers, "
                          "counted in these files:",
                          "Zum Drucken und Anhängen, gemacht von %s. Auszeichnungen für "
                          "Bildschirmlesegeräte, in diesen Dateien gezählt:"),
                     maker));
    bool claims_nothing = true;
    for (size_t i = 0; i < page->questionnaire->language_count; i++) {
        const char *path = file_of(page, "report", i, "pdf");
        if (access(path, F_OK) != 0)
            continue;
        write_tags(page, path);
        claims_nothing = pdf_file_claims_nothing(path) && claims_nothing;
    }
    if (!claims_nothing)
        write_text(page, "Its metadata name a standard; nobody has checked that it is kept.",
                   "In den Metadaten ist eine Norm genannt; dass sie eingehalten ist, hat "
                   "niemand geprüft.");
}

static void write_checks(const struct page *page, bool counted) {
    write_heading(page, "What was checked", "Was geprüft ist");
    if (counted)
        write_text(page, "In this run: the counts above, and nothing else.",
                   "Bei diesem Lauf: die Zahlen oben, sonst nichts.");
    else
        write_text(page, "In this run: nothing.", "Bei diesem Lauf: nichts.");
    write_text(page,
               "When the program is developed, its tests open the page of an example in "
               "Chromium and check it with axe-core: light, dark and in the width of a phone, "
               "and whether all of it can be reached by the keyboard.",
               "Bei der Entwicklung des Programms öffnen Tests die Seite eines Beispiels in "
               "Chromium und prüfen sie mit axe-core: hell, dunkel und in der Breite eines "
               "Telefons, dazu, ob alles mit der Tastatur zu erreichen ist.");
    write_heading(page, "What was not checked", "Was nicht geprüft ist");
    write_text(
        page,
        "The program used no screen reader. Nobody has checked these very files, whether "
        "the alternative texts are easy to understand, or the PDF against a standard. "
        "So none is claimed: neither WCAG nor PDF/UA.",
        "Das Programm hat kein Bildschirmlesegerät benutzt. Nicht geprüft sind: genau "
        "diese Dateien, die Verständlichkeit der Alternativtexte und das PDF nach einer "
        "Norm. Darum ist keine Norm zugesagt, weder WCAG noch BITV noch PDF/UA.");
}

/* As it is written in the questionnaire, in the first language or in none. */
static void write_contact(const struct page *page) {
    const char *contact = page->questionnaire->contact.in[0];
    if (contact == NULL || *contact == '\0')
        return;
    write_heading(page, "Something is hard to read or missing?",
                  "Etwas ist schwer zu lesen oder fehlt?");
    write_paragraph(page, "  ", contact);
}

void accessibility_write(const char *built, const struct questionnaire *questionnaire,
                         const char *pdf_maker, struct arena *arena) {
    struct output *output =
        output_open(arena_format(arena, "%s/public/%s", built,
                                 contents_names(questionnaire)->accessibility),
                    false);
    struct page page = {.built = built,
                        .questionnaire = questionnaire,
                        .arena = arena,
                        .stream = output_stream(output),
                        .german = contents_are_german(questionnaire)};
    fprintf(page.stream, "%s\n",
            pick(&page, "Accessibility of these files", "Barrierefreiheit dieser Dateien"));
    write_files(&page);
    write_pdfs(&page, pdf_maker);
    write_checks(&page, pdf_maker != NULL);
    write_contact(&page);
    output_close(output);
}
