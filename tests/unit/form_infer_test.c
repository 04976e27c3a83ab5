/* What an export seems to ask: looks of columns, joined answers, known scales, and columns
 * gathered into questions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "form/column_look.h"
#include "form/infer.h"
#include "form/joined.h"
#include "form/scale_words.h"

enum { MOST_COLUMNS = 8 };

/* A column: its heading and its cells, parted by \n; an empty cell is none. */
struct given {
    const char *heading, *cells;
};

static size_t count_cells(const char *cells) {
    size_t count = 1;
    for (; *cells != '\0'; cells++)
        count += *cells == '\n' ? 1 : 0;
    return count;
}

static const char **cut_cells(const char *cells, size_t records) {
    const char **cut = memory_allocate(records, sizeof *cut);
    for (size_t i = 0; i < records; i++) {
        size_t length = strcspn(cells, "\n");
        char *cell = memory_allocate(length + 1, 1);
        memcpy(cell, cells, length);
        cut[i] = cell;
        if (length == 0) {
            free(cell);
            cut[i] = NULL;
        }
        cells += length + (cells[length] == '\n' ? 1 : 0);
    }
    return cut;
}

static struct export_table make_table(const struct given *given, size_t count) {
    struct export_table table = {.count = count, .records = count_cells(given[0].cells)};
    table.columns = memory_allocate(count, sizeof *table.columns);
    for (size_t i = 0; i < count; i++) {
        table.columns[i].heading = given[i].heading;
        table.columns[i].cells = cut_cells(given[i].cells, table.records);
    }
    return table;
}

static void free_table(struct export_table *table) {
    for (size_t i = 0; i < table->count; i++) {
        for (size_t k = 0; k < table->records; k++)
            free((char *)table->columns[i].cells[k]);
        free(table->columns[i].cells);
    }
    free(table->columns);
}

/* --- looks --- */

static enum look look_of(const char *cells) {
    const struct given given = {"Question", cells};
    struct export_table table = make_table(&given, 1);
    struct column_look look = column_look_at(&table, 0);
    enum look found = look.look;
    column_look_end(&look);
    free_table(&table);
    return found;
}

static void looks_of_columns(void **state) {
    (void)state;
    assert_int_equal(look_of("\n\n"), LOOK_EMPTY);
    assert_int_equal(look_of("Ja\nNein\nJa\n"), LOOK_TICK);
    assert_int_equal(look_of("1\n0\n1"), LOOK_TICK);
    assert_int_equal(look_of("1\n5\n3\n3\n5.0"), LOOK_POINTS);
    assert_int_equal(look_of("12\n7,5\n40\n3\n12"), LOOK_NUMBER);
    assert_int_equal(look_of("2021-03-13\n2021-03-14 10:00:00\n13.03.2021"), LOOK_DATE);
    assert_int_equal(look_of("a@b.de\nc@d.org"), LOOK_MAIL);
    assert_int_equal(look_of("rot\nblau\nrot\nblau"), LOOK_LIST);
    assert_int_equal(look_of("rot\nblau\ngelb\nlila"), LOOK_TEXT);
    /* A postal code with a zero in front is no number. */
    assert_int_not_equal(look_of("01968\n14467\n01968\n14467\n03046\n03046"), LOOK_NUMBER);
}

static void typed_answers_are_text(void **state) {
    (void)state;
    /* Twenty people, all of whom wrote one of two words, but as they pleased. */
    assert_int_equal(look_of("Frau\nfrau\nFrau\nMann\nmann\nMann\nFrau\nfrau\nFrau\nMann\n"
                             "Frau\nfrau\nFrau\nMann\nmann\nMann\nFrau\nfrau\nFrau\nMann"),
                     LOOK_TEXT);
    assert_int_equal(look_of("Frau\nFrau\nFrau\nMann\nMann\nMann\nFrau\nFrau\nFrau\nMann\n"
                             "Frau\nFrau\nFrau\nMann\nMann\nMann\nFrau\nFrau\nFrau\nMann"),
                     LOOK_LIST);
}

/* --- joined --- */

static struct joined *join(const char *cells) {
    const struct given given = {"Question", cells};
    struct export_table table = make_table(&given, 1);
    struct joined *joined = joined_find(&table, 0);
    free_table(&table);
    return joined;
}

static void parts_that_come_again_are_options(void **state) {
    (void)state;
    struct joined *joined = join("Git;R\nR;SQL\nGit\nGit;SQL\nR");
    assert_non_null(joined);
    assert_int_equal(joined->separator, ';');
    assert_int_equal(joined->parts->count, 3);
    joined_free(joined);
}

static void labels_may_hold_the_comma(void **state) {
    (void)state;
    struct joined *joined =
        join("Mail, Netze (Blog, Forum)\nNetze (Blog, Forum)\nMail, Presse, auch lokal\n"
             "Presse, auch lokal, Netze (Blog, Forum)\nMail");
    assert_non_null(joined);
    assert_int_equal(joined->separator, ',');
    assert_int_equal(joined->parts->count, 3);
    assert_non_null(tally_find(joined->parts, "presse, auch lokal"));
    assert_non_null(tally_find(joined->parts, "netze (blog, forum)"));
    joined_free(joined);
}

static void commas_of_single_answers_part_nothing(void **state) {
    (void)state;
    assert_null(join("Nie, kenne ich nicht\nManchmal, wenn es passt\nNie, kenne ich nicht\n"
                     "Oft, fast immer\nOft, fast immer"));
    assert_null(join("Cottbus, Stadt\nHavelland\nPotsdam, Stadt\nHavelland\nPotsdam, Stadt"));
    assert_null(join("1,5\n2,5\n1,5\n3,5\n2,5"));
}

static void the_same_parts_in_each_cell_are_ranks(void **state) {
    (void)state;
    struct joined *joined = join("a;b;c;\nb;a;c;\nc;b;a;\na;c;b;");
    assert_non_null(joined);
    assert_true(joined->ranks);
    joined_free(joined);
}

/* --- scales --- */

static void assert_order(const char *const *forms, size_t count, enum scale_kind kind) {
    double places[8];
    assert_int_equal(scale_words_order(forms, count, places), kind);
    for (size_t i = 1; i < count && kind != SCALE_NONE; i++)
        assert_true(places[i - 1] < places[i]);
}

static void usual_scales_are_known(void **state) {
    (void)state;
    assert_order((const char *const[]){"stimme gar nicht zu", "stimme eher nicht zu",
                                       "teils/teils", "stimme eher zu", "stimme voll zu"},
                 5, SCALE_WORDS);
    assert_order((const char *const[]){"never", "sometimes", "often", "always"}, 4,
                 SCALE_WORDS);
    assert_order((const char *const[]){"slightly important", "moderately", "very",
                                       "extremely important"},
                 4, SCALE_WORDS);
    assert_order(
        (const char *const[]){"mangelhaft", "ausreichend", "befriedigend", "gut", "sehr gut"},
        5, SCALE_WORDS);
    /* One that denies comes first. */
    assert_order((const char *const[]){"i do not use it", "less than once per year", "monthly",
                                       "weekly", "daily"},
                 5, SCALE_MOSTLY);
}

static void ranges_go_by_their_numbers(void **state) {
    (void)state;
    assert_order((const char *const[]){"18-29", "30-44", "45-60", "> 60"}, 4, SCALE_RANGES);
    assert_order((const char *const[]){"0-6 months ago", "6 months - 1 year ago",
                                       "more than 1 year ago"},
                 3, SCALE_RANGES);
    assert_order(
        (const char *const[]){"less than £25 000", "£25 000 to £29 999", "£30 000 to £34 999"},
        3, SCALE_RANGES);
}

static void what_is_no_scale_stays_so(void **state) {
    (void)state;
    assert_order((const char *const[]){"yes", "no"}, 2, SCALE_NONE);
    assert_order((const char *const[]){"rot", "blau"}, 2, SCALE_NONE);
    assert_order((const char *const[]){"a1", "a2", "a3"}, 3, SCALE_NONE);
}

/* --- questions --- */

struct expected {
    enum inferred_kind kind;
    size_t columns;
    int other;
};

static void assert_questions(const struct given *given, size_t columns,
                             const struct expected *expected, size_t count) {
    struct export_table table = make_table(given, columns);
    struct inferred *inferred = infer(&table);
    assert_int_equal(inferred->count, count);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(inferred->questions[i].kind, expected[i].kind);
        assert_int_equal(inferred->questions[i].count, expected[i].columns);
        assert_int_equal(inferred->questions[i].other, expected[i].other);
    }
    inferred_free(inferred);
    free_table(&table);
}

static void boxes_with_open_text(void **state) {
    (void)state;
    const struct given given[] = {{"Was? [Bus]", "Ja\nNein\nJa"},
                                  {"Was? [Rad]", "Nein\nJa\nJa"},
                                  {"Was? [Sonstiges]", "\nzu Fuß\n"}};
    const struct expected expected[] = {{INFERRED_MULTI_BOXES, 2, 2}};
    assert_questions(given, 3, expected, 1);
}

static void rows_of_one_list(void **state) {
    (void)state;
    const struct given given[] = {{"Wie?.Tee", "gut\nschlecht\ngut\nschlecht"},
                                  {"Wie?.Brot", "gut\ngut\nschlecht\nschlecht"},
                                  {"Und sonst?", "gut\nmau\ngut\nmau"}};
    const struct expected expected[] = {{INFERRED_MATRIX, 2, NO_COLUMN},
                                        {INFERRED_SINGLE, 1, NO_COLUMN}};
    assert_questions(given, 3, expected, 2);
}

static void ranks_and_points(void **state) {
    (void)state;
    const struct given ranks[] = {
        {"Wie? (A)", "1\n2\n3\n1"}, {"Wie? (B)", "2\n3\n1\n3"}, {"Wie? (C)", "3\n1\n2\n2"}};
    const struct given points[] = {
        {"Wie? (A)", "1\n2\n3\n1"}, {"Wie? (B)", "1\n3\n1\n3"}, {"Wie? (C)", "3\n1\n2\n2"}};
    const struct expected ranking = {INFERRED_RANK_ITEMS, 3, NO_COLUMN};
    const struct expected matrix = {INFERRED_MATRIX, 3, NO_COLUMN};
    assert_questions(ranks, 3, &ranking, 1);
    assert_questions(points, 3, &matrix, 1);
}

static void codes_that_count_up(void **state) {
    (void)state;
    const struct given given[] = {
        {"job1. I like it", "agree\ndisagree\nneutral\nagree\ndisagree\nneutral"},
        {"job2. I need it", "neutral\nagree\ndisagree\nagree\nneutral\ndisagree"},
        {"age1. How old?", "20\n31\n55\n20\n41\n33"}};
    const struct expected expected[] = {{INFERRED_MATRIX, 2, NO_COLUMN},
                                        {INFERRED_NUMBER, 1, NO_COLUMN}};
    assert_questions(given, 3, expected, 2);
}

static void people_and_what_is_no_question(void **state) {
    (void)state;
    const struct given given[] = {{"Ihr Name", "A\nB\nC"},
                                  {"Wann?", "2021-03-13\n2021-03-14\n2021-04-01"},
                                  {"{sum(Q1)}", "1\n2\n3"},
                                  {"Nie gefragt?", "\n\n"},
                                  {"Was fehlt?", "Licht\nLuft\nZeit"}};
    const struct expected expected[] = {{INFERRED_CONTACT, 1, NO_COLUMN},
                                        {INFERRED_LEFT_OUT, 1, NO_COLUMN},
                                        {INFERRED_LEFT_OUT, 1, NO_COLUMN},
                                        {INFERRED_LEFT_OUT, 1, NO_COLUMN},
                                        {INFERRED_TEXT, 1, NO_COLUMN}};
    assert_questions(given, 5, expected, 5);
}

static void branches_are_one_question(void **state) {
    (void)state;
    const struct given given[] = {{"Warum?", "Lust\n\nZwang\n\nLust\n"},
                                  {"Und?", "ja\nja\nnein\nnein\nja\nja"},
                                  {"Warum?", "\nLust\n\nZwang\n\nLust"}};
    const struct expected expected[] = {{INFERRED_SINGLE, 2, NO_COLUMN},
                                        {INFERRED_SINGLE, 1, NO_COLUMN}};
    assert_questions(given, 3, expected, 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(looks_of_columns),
        cmocka_unit_test(typed_answers_are_text),
        cmocka_unit_test(parts_that_come_again_are_options),
        cmocka_unit_test(labels_may_hold_the_comma),
        cmocka_unit_test(commas_of_single_answers_part_nothing),
        cmocka_unit_test(the_same_parts_in_each_cell_are_ranks),
        cmocka_unit_test(usual_scales_are_known),
        cmocka_unit_test(ranges_go_by_their_numbers),
        cmocka_unit_test(what_is_no_scale_stays_so),
        cmocka_unit_test(boxes_with_open_text),
        cmocka_unit_test(rows_of_one_list),
        cmocka_unit_test(ranks_and_points),
        cmocka_unit_test(codes_that_count_up),
        cmocka_unit_test(people_and_what_is_no_question),
        cmocka_unit_test(branches_are_one_question),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
