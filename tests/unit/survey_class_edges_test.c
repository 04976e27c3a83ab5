/* Names of classes of numbers: what is written is read back, and nothing else is a class. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "survey/class_edges.h"

static void what_is_written_is_read(void **state) {
    static const struct class_edges edges[] = {
        {0, 5, false, false, false},      {-20, -10, false, false, false},
        {10, 15, true, false, false},     {7, 7, true, false, false},
        {0, 1000000, true, false, false}, {0, 5, false, true, false},
        {-20, 0, false, false, true}};
    (void)state;
    for (size_t i = 0; i < sizeof edges / sizeof edges[0]; i++)
        for (int decimals = 0; decimals <= 3; decimals++) {
            char name[CLASS_EDGES_SIZE];
            struct class_edges read;
            class_edges_format(name, &edges[i], decimals);
            assert_true(class_edges_parse(name, decimals, &read));
            assert_int_equal(read.low, edges[i].low);
            assert_int_equal(read.high, edges[i].high);
            assert_int_equal(read.closed, edges[i].closed);
            assert_int_equal(read.open_low, edges[i].open_low);
            assert_int_equal(read.open_high, edges[i].open_high);
        }
}

static void how_it_is_written(void **state) {
    char name[CLASS_EDGES_SIZE];
    (void)state;
    assert_string_equal(class_edges_format(name, &(struct class_edges){.high = 25}, 0),
                        "[0,25)");
    assert_string_equal(
        class_edges_format(name, &(struct class_edges){-5, 25, .closed = true}, 1),
        "[-0.5,2.5]");
    assert_string_equal(
        class_edges_format(name, &(struct class_edges){.high = 25, .open_low = true}, 1),
        "(,2.5)");
    assert_string_equal(
        class_edges_format(name, &(struct class_edges){.low = 20, .open_high = true}, 0),
        "[20,)");
}

static void what_is_no_class(void **state) {
    static const char *const names[] = {"",      "[",     "[]",    "[,)",     "[,5)",
                                        "(5,6)", "[5,6",  "[5;6)", "5,6)",    "[6,5)",
                                        "[5,5)", "[5,x)", "good",  "[1,2,3)", "[1 ,2)",
                                        "(,)",   "(,5]",  "[5,]",  "(5,)",    "(,x)"};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct class_edges edges;
        assert_false(class_edges_parse(names[i], 0, &edges));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read),
        cmocka_unit_test(how_it_is_written),
        cmocka_unit_test(what_is_no_class),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
