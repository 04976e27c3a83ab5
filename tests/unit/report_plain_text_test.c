/* Blocks as lines of plain text: sheets, findings, tables with bars, facts, letters, and how
 * many lines a range of blocks takes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "report/plain_text.h"
#include "report/table.h"

struct fixture {
    struct page *page;
    struct plain_settings settings;
    struct voice voice;
    struct catalogue *catalogue;
};

static int set_up(void **state) {
    static struct fixture fixture;
    struct diag *diag = diag_new(stderr);
    fixture.catalogue = catalogue_load("questionnaire/wording/de.ini", diag);
    diag_free(diag);
    assert_non_null(fixture.catalogue);
    fixture.voice = (struct voice){fixture.catalogue, arena_new()};
    fixture.page = page_new();
    fixture.settings = (struct plain_settings){&fixture.voice, {false, "█", "░"}};
    *state = &fixture;
    return 0;
}

static int tear_down(void **state) {
    struct fixture *fixture = *state;
    page_free(fixture->page);
    arena_free(fixture->voice.arena);
    catalogue_free(fixture->catalogue);
    return 0;
}

/* All of the page as text, of lines that fit, and counted as they are. */
static void check(struct fixture *fixture, const char *expected) {
    struct text text = {0};
    size_t count = page_blocks(fixture->page), lines = 0;
    plain_text_write(&text, fixture->page->document, &fixture->settings);
    assert_string_equal(text_string(&text), expected);
    for (const char *line = expected; *line != '\0'; line = strchr(line, '\n') + 1) {
        struct text copy = {0};
        text_add_bytes(&copy, line, strcspn(line, "\n"));
        assert_true(utf8_width(text_string(&copy)) <= 72);
        text_free(&copy);
        lines++;
    }
    assert_int_equal(plain_text_lines(fixture->page->document, 0, count, &fixture->settings),
                     lines);
    text_free(&text);
}

static struct table *new_table(struct fixture *fixture, const char *head) {
    return table_new(fixture->voice.arena, head);
}

static void row(struct table *table, const char *label, int64_t count, int64_t base,
                const char *figure, const char *beside) {
    table_row(table, "", label);
    table_bar(table, count, base);
    table_cell(table, figure);
    table_cell(table, beside);
}

/* --- sheets --- */

static void test_sheets(void **state) {
    struct fixture *fixture = *state;
    struct page *page = fixture->page;
    page_paragraph(page, "SIMULIERTE ANTWORTEN");
    page_begin(page, "");
    page_name(page, "Was unser Netz braucht");
    page_subtitle(page, "Ergebnisse der Umfrage");
    page_begin(page, "Was sich ändern soll");
    page_paragraph(page, "Drei von neun.");
    check(fixture, "SIMULIERTE ANTWORTEN\n"
                   "\n"
                   "Was unser Netz braucht\n"
                   "Ergebnisse der Umfrage                                           Seite 1\n"
                   "\n"
                   "\n"
                   "WAS SICH ÄNDERN SOLL                                             Seite 2\n"
                   "\n"
                   "Drei von neun.\n");
}

static void test_long_title_of_a_sheet(void **state) {
    struct fixture *fixture = *state;
    page_begin(fixture->page, "");
    page_paragraph(fixture->page, "Anfang");
    page_begin(fixture->page, "Was sich nach Ansicht der meisten bis zum nächsten Treffen im "
                              "Sommer in jedem Fall ändern soll");
    check(fixture, "Anfang\n"
                   "\n"
                   "\n"
                   "WAS SICH NACH ANSICHT DER MEISTEN BIS ZUM NÄCHSTEN TREFFEN IM    Seite 2\n"
                   "SOMMER IN JEDEM FALL ÄNDERN SOLL\n");
}

/* --- findings --- */

static void add_needs(struct fixture *fixture, const char *head) {
    struct table *table = new_table(fixture, head);
    table_add_figures(table, "wichtig");
    table_add_figures(table, "zufrieden");
    table_add_figures(table, "bekommen es nicht");
    table_row(table, "", "Hilfe bei der Öffentlichkeitsarbeit");
    table_cell(table, "22 von 24");
    table_cell(table, "3 von 20");
    table_value(table, "3", 3);
    table_print(table, fixture->page);
}

/* Heads of two lines drift from their columns in a proportional font: one line names them. */
static void test_finding_with_table(void **state) {
    struct fixture *fixture = *state;
    struct page *page = fixture->page;
    page_begin(page, "");
    page_finding(page, "1", "Was am meisten fehlt", "support  exchange support");
    add_needs(fixture, "");
    page_say(page, "Welche am meisten fehlt, ist offen.");
    page_finding(page, "2", "Digitale Formate", "digital exchange");
    page_paragraph(page, "Nach der Pandemie.");
    page_begin(page, "Zwei");
    page_question(page, "support", "", "Mehr dazu");
    page_begin(page, "Drei");
    page_question(page, "exchange", "3.1", "Austausch");
    check(fixture, "1  WAS AM MEISTEN FEHLT (Seiten\u00a02 und 3)\n"
                   "In jeder Zeile: „wichtig“, dann „zufrieden“, dann „bekommen es nicht“\n"
                   "Hilfe bei der Öffentlichkeitsarbeit               22 von 24  3 von 20  3\n"
                   "Welche am meisten fehlt, ist offen.\n"
                   "\n"
                   "2  DIGITALE FORMATE (Seite\u00a03)\n"
                   "Nach der Pandemie.\n"
                   "\n"
                   "\n"
                   "ZWEI                                                             Seite 2\n"
                   "\n"
                   "Mehr dazu\n"
                   "\n"
                   "\n"
                   "DREI                                                             Seite 3\n"
                   "\n"
                   "3.1  Austausch\n");
}

/* A heading that is too long has lines of its own. */
static void test_long_finding(void **state) {
    struct fixture *fixture = *state;
    page_finding(fixture->page, "1",
                 "Was allen zusammen am meisten fehlt und warum, mit vielen Worten", "");
    add_needs(fixture, "");
    check(fixture,
          "1  WAS ALLEN ZUSAMMEN AM MEISTEN FEHLT UND WARUM, MIT VIELEN WORTEN\n"
          "In jeder Zeile: „wichtig“, dann „zufrieden“, dann „bekommen es nicht“\n"
          "Hilfe bei der Öffentlichkeitsarbeit               22 von 24  3 von 20  3\n");
}

/* Heads of one line stay, in the line of the heading. */
static void test_finding_with_short_heads(void **state) {
    struct fixture *fixture = *state;
    page_finding(fixture->page, "1", "Was fehlt", "");
    struct table *table = new_table(fixture, "");
    table_add_figures(table, "wichtig");
    table_add_figures(table, "zufrieden");
    table_row(table, "", "Öffentlichkeitsarbeit");
    table_cell(table, "22 von 24");
    table_cell(table, "3 von 20");
    table_print(table, fixture->page);
    check(fixture,
          "1  WAS FEHLT                                          wichtig  zufrieden\n"
          "Öffentlichkeitsarbeit                               22 von 24   3 von 20\n");
}

/* Page one asks for its lines before the other sheets are there. */
static void test_lines_of_an_unfinished_report(void **state) {
    struct fixture *fixture = *state;
    struct page *page = fixture->page;
    page_paragraph(page, "Zuvor");
    page_gap(page);
    size_t first = page_blocks(page);
    page_finding(page, "1", "Was in allen Partnerschaften am meisten fehlt, mit vielen Worten",
                 "support");
    page_paragraph(page, "Satz.");
    page_gap(page);
    page_paragraph(page, "Noch einer.");
    size_t end = page_blocks(page);
    const struct document *document = page->document;
    /* The heading will have two lines, with its "(Seite 2)". */
    assert_int_equal(plain_text_lines(document, first, end, &fixture->settings), 5);
    assert_int_equal(plain_text_full_lines(document, first, end, &fixture->settings), 4);
}

/* --- tables --- */

static void add_changes(struct fixture *fixture) {
    struct table *table = new_table(fixture, "");
    table_set_title(table, "Zwei Fragen zu denselben Änderungen");
    table_add_bars(table, "ziemlich oder sehr dringend");
    table_add_figures(table, "");
    table_add_figures(table, "unter den drei wichtigsten");
    row(table, "Förderung über mehrere Jahre zusagen", 20, 26, "20 von 26", "7 von 27");
    row(table, "digitale Mitgliederversammlungen auf Dauer erlauben", 5, 100, "5 von 100",
        "5 von 27");
    row(table, "alle fördern", 1, 100, "1 von 100", "21 von 27");
    row(table, "nichts davon", 0, 26, "0 von 26", "·");
    table_note(table, "·", "Zahl unter 3");
    table_note(table, "", "Mehrere Antworten waren möglich.");
    table_print(table, fixture->page);
}

static void test_table_with_bars(void **state) {
    struct fixture *fixture = *state;
    add_changes(fixture);
    check(fixture, "Tabelle 1. Zwei Fragen zu denselben Änderungen\n"
                   "                                                               unter den\n"
                   "                                      ziemlich oder sehr            drei\n"
                   "                                      dringend               wichtigsten\n"
                   "Förderung über mehrere Jahre zusagen  ████████    20 von 26     7 von 27\n"
                   "digitale Mitgliederversammlungen auf\n"
                   "  Dauer erlauben                      █           5 von 100     5 von 27\n"
                   "alle fördern                          █           1 von 100    21 von 27\n"
                   "nichts davon                                       0 von 26            ·\n"
                   "Zehn Kästchen stehen für alle, die geantwortet haben.\n"
                   "·  Zahl unter 3\n"
                   "Mehrere Antworten waren möglich.\n");
}

/* Without bars their head is over the figures, and nothing explains boxes. */
static void test_table_without_bars(void **state) {
    struct fixture *fixture = *state;
    fixture->settings.bars.none = true;
    add_changes(fixture);
    check(fixture, "Tabelle 1. Zwei Fragen zu denselben Änderungen\n"
                   "                                           ziemlich oder  unter den drei\n"
                   "                                           sehr dringend     wichtigsten\n"
                   "Förderung über mehrere Jahre zusagen           20 von 26        7 von 27\n"
                   "digitale Mitgliederversammlungen auf\n"
                   "  Dauer erlauben                               5 von 100        5 von 27\n"
                   "alle fördern                                   1 von 100       21 von 27\n"
                   "nichts davon                                    0 von 26               ·\n"
                   "·  Zahl unter 3\n"
                   "Mehrere Antworten waren möglich.\n");
}

static void test_bars_of_ascii_are_explained_once(void **state) {
    struct fixture *fixture = *state;
    fixture->settings.bars.full = "#";
    for (int i = 0; i < 2; i++) {
        struct table *table = new_table(fixture, "Zeile");
        table_set_title(table, i == 0 ? "Eins" : "Zwei");
        table_add_bars(table, "wichtig");
        table_add_figures(table, "");
        table_row(table, "", "Geld");
        table_bar(table, 13, 26);
        table_cell(table, "13 von 26");
        table_print(table, fixture->page);
    }
    check(fixture,
          "Tabelle 1. Eins\n"
          "Zeile                                              wichtig\n"
          "Geld                                               #####       13 von 26\n"
          "Zehn Kästchen stehen für alle, die geantwortet haben.\n"
          "\n"
          "Tabelle 2. Zwei\n"
          "Zeile                                              wichtig\n"
          "Geld                                               #####       13 von 26\n");
}

/* Heads over several columns are above their own ones. */
static void test_banners(void **state) {
    struct fixture *fixture = *state;
    struct table *table = new_table(fixture, "Antwort");
    table_add_figures(table, "alle");
    table_set_banner(table, "Art der Organisation");
    table_add_figures(table, "Verein");
    table_add_figures(table, "Kommune");
    table_set_banner(table, NULL);
    table_row(table, "", "ja");
    table_share(table, "50", 0.5);
    table_share(table, "45", 0.45);
    table_cell(table, "·");
    table_print(table, fixture->page);
    check(fixture,
          "                                                         Art der\n"
          "                                                         Organisation\n"
          "Antwort                                            alle  Verein  Kommune\n"
          "ja                                                   50      45        ·\n");
}

/* --- facts and letters --- */

static void test_facts(void **state) {
    struct fixture *fixture = *state;
    struct page *page = fixture->page;
    page_title(page, "Wie es weitergeht");
    page_fact(page, "Im Vorstand",
              "Was davon kennen wir auch? Was können wir anderen anbieten? "
              "Wen rufen wir an?");
    page_fact(page, "Ort", "");
    page_fact(page, "Treffen", "12. Juni 2021");
    page_paragraph(page, "Ende");
    page_fact(page, "Ort", "Dresden");
    check(fixture, "WIE ES WEITERGEHT\n"
                   "Im Vorstand  Was davon kennen wir auch? Was können wir anderen anbieten?\n"
                   "             Wen rufen wir an?\n"
                   "Treffen      12. Juni 2021\n"
                   "Ende\n"
                   "Ort  Dresden\n");
}

static void test_letters(void **state) {
    struct fixture *fixture = *state;
    struct page *page = fixture->page;
    page_letter(page, "An den Freistaat:", "„");
    page_say(page, "[ERFUNDEN] Die Landeszentrale hat gefragt.");
    page_say(page, "Sie entscheiden darüber:");
    page_hanging(page, "- ",
                 "Förderung über mehrere Jahre zusagen: dringend für 20 von 26, "
                 "unter den drei wichtigsten bei 7 von 27");
    page_say(page, "Wir bitten um ein Gespräch. Unser Verein: ________");
    page_letter_end(page, "“");
    page_letter(page, "An die Kommune:", "„");
    page_paragraph(page, "Kurz.");
    page_letter_end(page, "“");
    page_paragraph(page, "An den Bund: kein Brief.");
    check(fixture, "An den Freistaat:\n"
                   "„[ERFUNDEN] Die Landeszentrale hat gefragt. Sie entscheiden darüber:\n"
                   "- Förderung über mehrere Jahre zusagen: dringend für 20 von 26, unter\n"
                   "  den drei wichtigsten bei 7 von 27\n"
                   "Wir bitten um ein Gespräch. Unser Verein: ________“\n"
                   "\n"
                   "An die Kommune:\n"
                   "„Kurz.“\n"
                   "\n"
                   "An den Bund: kein Brief.\n");
}

/* As text a picture is its table. */
static void test_chart(void **state) {
    struct fixture *fixture = *state;
    page_paragraph(fixture->page, "Davor");
    page_gap(fixture->page);
    page_chart(fixture->page, "support", "Vieles fehlt", "Balken");
    page_paragraph(fixture->page, "Danach");
    check(fixture, "Davor\n\nDanach\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_sheets, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_long_title_of_a_sheet, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_finding_with_table, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_finding_with_short_heads, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_long_finding, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_lines_of_an_unfinished_report, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_table_with_bars, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_table_without_bars, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_bars_of_ascii_are_explained_once, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_banners, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_facts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_letters, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_chart, set_up, tear_down)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
