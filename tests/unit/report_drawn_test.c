/* Whether a picture says all that its table says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/drawn.h"

/* Two rows; figures are behind bars, and with a second head in a column more. */
static struct table *new_table(struct arena *arena, const char *second) {
    struct table *table = table_new(arena, "Zeile");
    table_add_bars(table, "dringend");
    table_add_figures(table, "");
    if (second != NULL)
        table_add_figures(table, second);
    table_row(table, "", "Visa für Gäste erleichtern");
    table_bar(table, 12, 26);
    table_cell(table, "12\u00a0von\u00a026");
    if (second != NULL)
        table_cell(table, "3\u00a0von\u00a026");
    table_row(table, "", "Geld");
    table_bar(table, 12, 26);
    table_cell(table, "12\u00a0von\u00a026");
    if (second != NULL)
        table_cell(table, "4\u00a0von\u00a026");
    return table;
}

static bool is_whole(const char *words, const char *second) {
    struct arena *arena = arena_new();
    bool whole = drawn_whole(words, new_table(arena, second));
    arena_free(arena);
    return whole;
}

/* A label may go over two lines; each figure has its own. */
static void test_figures(void **state) {
    (void)state;
    assert_true(
        is_whole("Visa für\nGäste erleichtern\n12\u00a0von\u00a026\nGeld\n12 von 26\n", NULL));
    assert_false(is_whole("Visa für\nGäste erleichtern\n12 von 26\nGeld\n", NULL));
    assert_false(is_whole("Visa für\nGäste\n12 von 26\nGeld\n12 von 26\n", NULL));
    assert_false(is_whole("Visa für\nGäste erleichtern\nGeld\n112 von 26\n12 von 260\n", NULL));
    assert_false(is_whole("", NULL));
}

/* In a bar of parts are counts, in its legend with their labels, and the base is beside it. */
static void test_parts(void **state) {
    (void)state;
    assert_true(is_whole("Visa für\nGäste erleichtern: 12\nGeld\n12\nGeld: 14 von 26\n", NULL));
    assert_false(is_whole("Visa für\nGäste erleichtern: 12\nGeld\n12\n14 von 27\n", NULL));
    assert_false(is_whole("Visa für\nGäste erleichtern: 12\nGeld\n14 von 26\n", NULL));
    assert_false(is_whole("Visa für\nGäste erleichtern: 12\nGeld\n2\n14 von 26\n", NULL));
}

/* Of two columns is said which they are, and a count without its base is behind bars alone. */
static void test_columns(void **state) {
    (void)state;
    const char *words = "dringend\nim\nVorstand\nVisa für Gäste erleichtern\n12 von 26\n"
                        "3 von 26\nGeld\n12 von 26\n4 von 26\n";
    assert_true(is_whole(words, "im Vorstand"));
    assert_false(is_whole(words, "unter den ersten"));
    assert_false(is_whole("dringend\nim\nVorstand\nVisa für Gäste erleichtern\n12 von 26\n"
                          "3 von 26\nGeld\n12 von 26\n4\n",
                          "im Vorstand"));
}

static void test_sentences(void **state) {
    (void)state;
    assert_true(drawn_says("Geld\nWo ein Feld\nzu schmal ist\n", "Wo ein Feld zu schmal ist"));
    assert_false(drawn_says("Geld\nWo ein Feld\n", "Wo ein Feld zu schmal ist"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_figures), cmocka_unit_test(test_parts),
        cmocka_unit_test(test_columns), cmocka_unit_test(test_sentences)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
