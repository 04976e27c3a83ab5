/* Blocks of a report on sheets as a page: what links, what is heard, what scrolls. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "report/html.h"
#include "report/html_links.h"
#include "report/table.h"

struct fixture {
    struct page *page;
    struct voice voice;
    struct catalogue *catalogue;
    const char *charts;
    struct text html;
};

static int set_up(void **state) {
    static struct fixture fixture;
    struct diag *diag = diag_new(stderr);
    fixture = (struct fixture){.page = page_new()};
    fixture.catalogue = catalogue_load("questionnaire/wording/de.ini", diag);
    diag_free(diag);
    assert_non_null(fixture.catalogue);
    fixture.voice = (struct voice){fixture.catalogue, arena_new()};
    *state = &fixture;
    return 0;
}

static int tear_down(void **state) {
    struct fixture *fixture = *state;
    page_free(fixture->page);
    text_free(&fixture->html);
    arena_free(fixture->voice.arena);
    catalogue_free(fixture->catalogue);
    return 0;
}

static void render(struct fixture *fixture) {
    const struct html_settings settings = {&fixture->voice, "de", fixture->charts};
    struct diag *diag = diag_new(stderr);
    page_blocks(fixture->page);
    text_clear(&fixture->html);
    assert_true(html_write(&fixture->html, fixture->page->document, &settings, diag));
    diag_free(diag);
}

static bool holds(const struct fixture *fixture, const char *piece) {
    return strstr(text_string(&fixture->html), piece) != NULL;
}

static void assert_holds(const struct fixture *fixture, const char *piece) {
    if (!holds(fixture, piece))
        fail_msg("the page lacks %s:\n%s", piece,
                 strstr(text_string(&fixture->html), "<main>"));
}

static void assert_lacks(const struct fixture *fixture, const char *piece) {
    if (holds(fixture, piece))
        fail_msg("the page holds %s", piece);
}

/* --- links --- */

static void check_links(const char *string, const char *expected) {
    struct text html = {0};
    html_add_linked(&html, string);
    assert_string_equal(text_string(&html), expected);
    text_free(&html);
}

static void test_links(void **state) {
    (void)state;
    check_links(
        "Kontakt: a.b+c@net-z.example.org.",
        "Kontakt: <a href=\"mailto:a.b+c@net-z.example.org\">a.b+c@net-z.example.org</a>.");
    check_links("Telefon 0351 000000, mobil +49 (170) 12-34/56.",
                "Telefon <a href=\"tel:0351000000\">0351 000000</a>, mobil "
                "<a href=\"tel:+49170123456\">+49 (170) 12-34/56</a>.");
    check_links("(0351 000000)", "(<a href=\"tel:0351000000\">0351 000000</a>)");
    check_links("a@b", "a@b");
    check_links("@example.org", "@example.org");
    check_links("a@b..org <x>", "a@b..org &lt;x&gt;");
    check_links("ä@example.org", "ä@example.org");
    check_links("0 von 120000, 12 000000, 0,123456, 10 0351", "0 von 120000, 12 000000, "
                                                              "0,123456, 10 0351");
    check_links("02.03.2021 und 03.04.2021", "02.03.2021 und 03.04.2021");
}

/* --- sheets --- */

static void test_sheets_and_findings(void **state) {
    struct fixture *fixture = *state;
    struct page *page = fixture->page;
    page_begin(page, "");
    page_name(page, "Netz");
    page_subtitle(page, "Ergebnisse");
    page_finding(page, "1", "Was fehlt & was nicht", "nowhere support money");
    page_paragraph(page, "Satz.");
    page_title(page, "Wie es weitergeht");
    page_fact(page, "Kontakt", "a@example.org");
    page_begin(page, "Geld");
    page_question(page, "money", "", "Mehr");
    page_begin(page, "Hilfe");
    page_question(page, "support", "", "Wo sie fehlt");
    page_heading(page, "", "Näheres");
    render(fixture);
    assert_holds(fixture,
                 "<section class=\"sheet front\">\n<h1>Netz</h1>\n<p class=\"subtitle\">"
                 "Ergebnisse <span class=\"folio\">Seite 1</span></p>");
    assert_holds(fixture,
                 "<h2 id=\"sheet-1-1\"><span class=\"number\">1</span> Was fehlt &amp; "
                 "was nicht <a class=\"where\" href=\"#support\">(Seiten\u00a02 und 3)</a>"
                 "</h2>");
    assert_holds(fixture, "<h2 id=\"sheet-1-2\">Wie es weitergeht</h2>");
    assert_holds(fixture, "<dl class=\"facts\">\n<dt>Kontakt</dt><dd><a href=\"mailto:");
    assert_holds(fixture, "<section class=\"sheet\" aria-labelledby=\"sheet-2\">\n"
                          "<h2 id=\"sheet-2\">Geld <span class=\"folio\">Seite 2</span></h2>");
    assert_holds(fixture, "<h3 id=\"money\">Mehr</h3>");
    assert_holds(fixture, "<h3 id=\"support\">Wo sie fehlt</h3>");
    assert_holds(fixture, "<h3 id=\"sheet-3-2\">Näheres</h3>");
    assert_holds(fixture, "<li><a href=\"#sheet-2\">Geld</a>\n<ul>\n<li><a "
                          "href=\"#money\">Mehr</a></li>\n</ul></li>");
    assert_holds(fixture, "<a class=\"skip\" href=\"#page-contents\">");
    assert_lacks(fixture, "nowhere");
}

/* With one sheet there are no contents, and nothing links there. */
static void test_one_sheet(void **state) {
    struct fixture *fixture = *state;
    struct page *page = fixture->page;
    page_begin(page, "");
    page_name(page, "Netz");
    page_title(page, "Wie es weitergeht");
    page_fact(page, "Kontakt", "a@example.org");
    render(fixture);
    assert_holds(fixture, "<h2 id=\"sheet-1-1\">Wie es weitergeht</h2>");
    assert_lacks(fixture, "page-contents");
}

static void test_letters(void **state) {
    struct fixture *fixture = *state;
    struct page *page = fixture->page;
    page_begin(page, "");
    page_name(page, "Netz");
    page_begin(page, "Briefe");
    page_letter(page, "An den Rat:", "„");
    page_say(page, "Wir bitten:");
    page_hanging(page, "- ", "um Geld");
    page_letter_end(page, "“");
    render(fixture);
    assert_holds(fixture, "<section class=\"letter\" aria-labelledby=\"letter-1\">\n"
                          "<h3 id=\"letter-1\">An den Rat:</h3>\n<div class=\"copy\">\n"
                          "<p>Wir bitten:</p>\n<ul>\n<li>um Geld</li>\n</ul>\n</div>\n"
                          "</section>");
    assert_lacks(fixture, "„");
}

/* --- tables --- */

static struct table *new_table(struct fixture *fixture, size_t columns, const char *banner) {
    struct table *table = table_new(fixture->voice.arena, "");
    table_set_title(table, "Änderungen");
    table_add_bars(table, "dringend");
    table_add_figures(table, "");
    table_set_banner(table, banner);
    for (size_t i = 1; i < columns; i++)
        table_add_figures(table, "beide");
    table_row(table, "", "Geld");
    table_bar(table, 13, 26);
    for (size_t i = 0; i < columns; i++)
        table_cell(table, "13 von 26");
    table_note(table, "·", "Zahl unter 3");
    return table;
}

static void add_table(struct fixture *fixture, size_t columns, const char *banner) {
    table_print(new_table(fixture, columns, banner), fixture->page);
}

static void add_table_on_screen(struct fixture *fixture) {
    page_table_on_screen(fixture->page, new_table(fixture, 2, NULL));
}

/* Bars are in the cell of their figures, for eyes only. */
static void test_tables(void **state) {
    struct fixture *fixture = *state;
    page_begin(fixture->page, "");
    add_table(fixture, 6, NULL);
    page_begin(fixture->page, "Zwei");
    add_table(fixture, 4, NULL);
    add_table(fixture, 5, NULL);
    add_table(fixture, 3, "Gruppen");
    render(fixture);
    assert_holds(fixture, "<div class=\"fits short\">\n<table>\n<caption id=\"table-1\" "
                          "class=\"title\">Tabelle 1. Änderungen</caption>\n<thead>\n<tr><td>"
                          "</td><th scope=\"col\" class=\"figure\">dringend</th><th "
                          "scope=\"col\" class=\"figure\">beide</th>");
    assert_holds(fixture, "<tr><th scope=\"row\">Geld</th><td class=\"figure beside\"><svg "
                          "class=\"bar\" aria-hidden=\"true\"");
    assert_holds(fixture, "width=\"50.0%\" height=\"100%\"/></svg>13 von 26</td>"
                          "<td class=\"figure\">13 von 26</td>");
    assert_holds(fixture, "<p class=\"note\"><span class=\"sign\">·</span> Zahl unter 3</p>");
    /* Off page one a few columns fit, more scroll, and so do heads in common. */
    assert_holds(fixture, "<div class=\"fits short\">\n<table>\n<caption id=\"table-2\"");
    assert_holds(fixture, "<div class=\"scroll short\" role=\"group\" tabindex=\"0\" "
                          "aria-labelledby=\"table-3\">");
    assert_holds(fixture, "<div class=\"scroll short\" role=\"group\" tabindex=\"0\" "
                          "aria-labelledby=\"table-4\">");
    assert_holds(fixture, "<tr><td></td><td colspan=\"1\"></td><th scope=\"colgroup\" "
                          "colspan=\"2\">Gruppen</th></tr>");
}

/* --- pictures --- */

static void write_picture(const char *folder, const char *name) {
    char path[256];
    snprintf(path, sizeof path, "%s/%s.svg", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\" "
                  "role=\"img\" aria-labelledby=\"a b\"><title id=\"a\">lang</title>"
                  "<desc id=\"b\">alle Zahlen</desc><defs><pattern id=\"p\"><path d=\"M0,0\"/>"
                  "</pattern></defs><rect id=\"r\" class=\"c1\" fill=\"url(#p)\"/></svg>");
    fclose(file);
}

/* A voice hears the short text alone; nothing on the page has one id twice. */
static void test_pictures(void **state) {
    struct fixture *fixture = *state;
    char folder[] = "/tmp/nachlese-html-test-XXXXXX", path[256];
    assert_non_null(mkdtemp(folder));
    write_picture(folder, "needs");
    write_picture(folder, "needs-narrow");
    fixture->charts = folder;
    page_begin(fixture->page, "");
    page_begin(fixture->page, "Zwei");
    page_chart(fixture->page, "needs", "Vieles fehlt", "Balken < & Zahlen darunter");
    add_table(fixture, 2, NULL);
    page_chart(fixture->page, "absent", "Nichts", "Balken");
    add_table(fixture, 2, NULL);
    render(fixture);
    for (int i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "%s/%s.svg", folder, i == 0 ? "needs" : "needs-narrow");
        unlink(path);
    }
    rmdir(folder);
    assert_holds(fixture, "<figure class=\"picture\">\n<figcaption>Bild <span class=\"count\">"
                          "</span>. Vieles fehlt</figcaption>\n<div class=\"wide\"><svg");
    assert_holds(fixture, " role=\"img\" aria-labelledby=\"needs-alternative\"><title "
                          "id=\"needs-alternative\">Balken &lt; &amp; Zahlen darunter</title>"
                          "<defs><pattern id=\"needs-p\"><path d=\"M0,0\"/></pattern></defs>"
                          "<rect class=\"c1\" fill=\"url(#needs-p)\"/></svg></div>");
    assert_holds(fixture, "<div class=\"slim\"><svg");
    assert_holds(fixture,
                 "<rect class=\"c1\" fill=\"url(#needs-narrow-p)\"/></svg></div>\n</figure>");
    assert_lacks(fixture, "alle Zahlen");
    assert_lacks(fixture, ". Nichts");
    /* The picture shows what the bars of its table would; without one they are drawn. */
    const char *first = strstr(text_string(&fixture->html), "table-1"),
               *second = strstr(text_string(&fixture->html), "table-2"),
               *bar = strstr(text_string(&fixture->html), "class=\"bar\"");
    assert_true(first != NULL && second != NULL && bar > second);
}

/* On paper its letters would have less than 9 points: there it gives way to a line. */
static void test_high_picture(void **state) {
    struct fixture *fixture = *state;
    char folder[] = "/tmp/nachlese-html-test-XXXXXX", path[256];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/needs.svg", folder);
    for (int height = 132; height <= 133; height++) {
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        fprintf(file,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"%d\" "
                "viewBox=\"0 0 100 %d\"/>",
                height, height);
        fclose(file);
        fixture->charts = folder;
        page_chart(fixture->page, "needs", "Vieles fehlt", "Balken");
        add_table(fixture, 2, NULL);
        render(fixture);
        if (height == 132)
            assert_lacks(fixture, "class=\"picture tall\"");
        else
            assert_holds(fixture, "allein in der Tabelle.</p><figure class=\"picture tall\">");
    }
    unlink(path);
    rmdir(folder);
}

/* Paper leaves out the picture and has the whole paragraph; on a screen its first sentence is
 * the caption and what is left of it stands behind. */
static void test_screen_picture(void **state) {
    struct fixture *fixture = *state;
    char folder[] = "/tmp/nachlese-html-test-XXXXXX", path[256];
    assert_non_null(mkdtemp(folder));
    write_picture(folder, "needs");
    fixture->charts = folder;
    page_begin(fixture->page, "");
    page_begin(fixture->page, "Zwei");
    fixture->page->screen_charts = true;
    page_say(fixture->page, "Vieles fehlt.");
    page_say(fixture->page, "Was, ist offen.");
    page_chart(fixture->page, "needs", "Vieles fehlt.", "Balken");
    add_table(fixture, 2, NULL);
    page_paragraph(fixture->page, "Allein.");
    page_chart(fixture->page, "needs", "Allein.", "Balken");
    add_table(fixture, 2, NULL);
    render(fixture);
    snprintf(path, sizeof path, "%s/needs.svg", folder);
    unlink(path);
    rmdir(folder);
    assert_holds(fixture, "</h2>\n<figure class=\"picture screen\">");
    assert_holds(fixture, "</figure>\n<p><span class=\"paper\">Vieles fehlt. </span>"
                          "Was, ist offen.</p>\n<div class=\"fits short pictured\">");
    assert_holds(fixture, "</figure>\n<p class=\"paper\">Allein.</p>\n"
                          "<div class=\"fits short pictured\">");
    /* Paper has its bars. */
    assert_holds(fixture, "class=\"bar\"");
}

/* A table gives way on paper to a picture that is there. */
static void test_table_on_screen(void **state) {
    struct fixture *fixture = *state;
    char folder[] = "/tmp/nachlese-html-test-XXXXXX", path[256];
    assert_non_null(mkdtemp(folder));
    write_picture(folder, "needs");
    fixture->charts = folder;
    page_begin(fixture->page, "");
    page_begin(fixture->page, "Zwei");
    page_chart(fixture->page, "needs", "Vieles fehlt.", "Balken");
    add_table_on_screen(fixture);
    page_chart(fixture->page, "absent", "Nichts", "Balken");
    add_table_on_screen(fixture);
    render(fixture);
    snprintf(path, sizeof path, "%s/needs.svg", folder);
    unlink(path);
    rmdir(folder);
    const char *first =
                   strstr(text_string(&fixture->html), "<div class=\"fits short screen\">"),
               *second = strstr(text_string(&fixture->html), "<div class=\"fits short\">");
    assert_true(first != NULL && second != NULL && first < second);
    assert_null(strstr(second, "screen\">"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_links),
        cmocka_unit_test_setup_teardown(test_sheets_and_findings, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_one_sheet, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_letters, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_tables, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_pictures, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_high_picture, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_screen_picture, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_table_on_screen, set_up, tear_down)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
