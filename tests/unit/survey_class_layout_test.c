/* Classes of numbers: which layouts there are, whose class a number is, and which answers they
 * allow, against tables made by hand. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

#include "survey/class_layout.h"

enum { MOST_NAMES = 200 };

/* All classes of a layout, joined by blanks. */
static const char *names_of(const struct class_layout *layout) {
    static char names[MOST_NAMES];
    names[0] = '\0';
    for (int64_t i = 0; i < class_layout_count(layout); i++) {
        char name[CLASS_EDGES_SIZE];
        struct class_edges edges = class_layout_edges(layout, i);
        if (i > 0)
            strcat(names, " ");
        strcat(names, class_edges_format(name, &edges, 0));
    }
    return names;
}

/* Each number lies in one class, and classes follow one another without gap. */
static void check_positions(const struct class_layout *layout) {
    int64_t next = layout->minimum;
    for (int64_t i = 0; i < class_layout_count(layout); i++) {
        assert_int_equal(class_layout_least(layout, i), next);
        for (; next <= class_layout_greatest(layout, i); next++)
            assert_int_equal(class_layout_position(layout, next), i);
    }
    assert_int_equal(next, layout->maximum + 1);
}

static void check_layouts(const struct question *question, const char *const *names) {
    struct class_layout layout = class_layout_first(question);
    do {
        check_positions(&layout);
        assert_non_null(*names);
        assert_string_equal(names_of(&layout), *names++);
    } while (class_layout_next(&layout));
    assert_null(*names);
}

static void widths_follow_one_another(void **state) {
    static const struct question question = {.minimum = 1, .maximum = 11};
    static const char *const names[] = {
        "[1,2) [2,3) [3,4) [4,5) [5,6) [6,7) [7,8) [8,9) [9,10) [10,11) [11,11]",
        "[1,3) [3,5) [5,7) [7,9) [9,11) [11,11]", "[1,6) [6,11]", "[1,11]", NULL};
    (void)state;
    check_layouts(&question, names);
}

static void the_last_class_may_be_narrower(void **state) {
    static const struct question question = {.minimum = 0, .maximum = 6};
    static const char *const names[] = {"[0,1) [1,2) [2,3) [3,4) [4,5) [5,6) [6,6]",
                                        "[0,2) [2,4) [4,6) [6,6]", "[0,5) [5,6]", "[0,6]",
                                        NULL};
    (void)state;
    check_layouts(&question, names);
}

static void open_classes_stand_as_declared(void **state) {
    static const struct question question = {.minimum = 0,
                                             .maximum = 90,
                                             .has_open_to = true,
                                             .has_open_from = true,
                                             .open_to = 2,
                                             .open_from = 5};
    static const char *const names[] = {"(,2) [2,3) [3,4) [4,5) [5,)", "(,2) [2,4) [4,5) [5,)",
                                        "(,2) [2,5) [5,)", NULL};
    struct class_layout layout = class_layout_first(&question);
    (void)state;
    for (size_t i = 0; names[i] != NULL; i++) {
        assert_string_equal(names_of(&layout), names[i]);
        check_positions(&layout);
        assert_true(class_layout_next(&layout));
    }
    assert_false(layout.has_first || layout.has_last);
    assert_int_equal(layout.width, 1);
}

static void answers_are_allowed_or_not(void **state) {
    static const struct question question = {.minimum = 0, .maximum = 30};
    static const struct {
        struct value_count values[4];
        size_t count;
        int64_t width;
        bool allowed;
    } cases[] = {
        {{{0, 3}, {1, 3}, {2, 3}}, 3, 1, true},
        {{{0, 3}, {1, 2}, {2, 3}}, 3, 1, false}, /* a class of two */
        {{{0, 3}, {1, 2}, {2, 3}, {5, 4}}, 4, 2, true},
        {{{0, 3}, {2, 3}}, 2, 1, true},   /* with an empty one between: three */
        {{{0, 3}, {1, 3}}, 2, 1, false},  /* two are no picture */
        {{{0, 3}, {14, 3}}, 2, 1, true},  /* fifteen */
        {{{0, 3}, {15, 3}}, 2, 1, false}, /* sixteen */
        {{{0, 0}}, 0, 1, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct class_layout layout = class_layout_first(&question);
        layout.width = cases[i].width;
        assert_int_equal(class_layout_allows(&layout, cases[i].values, cases[i].count, 3),
                         cases[i].allowed);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(widths_follow_one_another),
        cmocka_unit_test(the_last_class_may_be_narrower),
        cmocka_unit_test(open_classes_stand_as_declared),
        cmocka_unit_test(answers_are_allowed_or_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
