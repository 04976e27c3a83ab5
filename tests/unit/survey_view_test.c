/* Classes of answers and views: what stats decides and the gate says is read back the same. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

#include "survey/view.h"

static const struct code codes[] = {{.id = "a"}, {.id = "b"}, {.id = "c"}, {.id = "x"}};
static const size_t some[] = {1, 3}, all[] = {0, 1, 2}, none[] = {3};
static const struct answer_set sets[] = {{.id = "some", .codes = some, .count = 2},
                                         {.id = "all", .codes = all, .count = 3},
                                         {.id = "none", .codes = none, .count = 1}};

/* A single question over the first codes, of which the last one may lie outside the scale. */
static struct answer_class decide(enum measure measure, size_t inside, size_t set,
                                  const int64_t *counts) {
    const struct code_list list = {.id = "",
                                   .measure = measure,
                                   .codes = codes,
                                   .count = 4,
                                   .inside = inside,
                                   .top_size = 2,
                                   .bottom_size = 2};
    const struct question question = {.id = "q",
                                      .type = QUESTION_SINGLE,
                                      .codes = &list,
                                      .sets = &sets[set < 3 ? set : 0],
                                      .set_count = set < 3 ? 1 : 0};
    return answer_class_decide(&question, counts);
}

enum { NO_SET = 3 };

static void is_class(struct answer_class class, enum class_kind kind, const char *category) {
    assert_int_equal(class.kind, kind);
    assert_string_equal(class.category, category);
}

static void what_is_decided(void **state) {
    static const int64_t counts[] = {2, 5, 5, 9}, nobody[] = {0, 0, 0, 0};
    (void)state;
    is_class(decide(MEASURE_ORDINAL, 3, 0, counts), CLASS_TOP2, "");
    is_class(decide(MEASURE_ORDINAL, 2, NO_SET, counts), CLASS_CODE, "b");
    is_class(decide(MEASURE_NOMINAL, 3, 0, counts), CLASS_SET, "some");
    is_class(decide(MEASURE_NOMINAL, 3, 1, counts), CLASS_CODE, "b"); /* of all: says nothing */
    is_class(decide(MEASURE_NOMINAL, 3, 2, counts), CLASS_CODE, "b"); /* outside the scale */
    is_class(decide(MEASURE_NOMINAL, 3, NO_SET, nobody), CLASS_CODE, "a");
    is_class(decide(MEASURE_NOMINAL, 1, NO_SET, counts), CLASS_NONE, "");
    const struct question multi = {.type = QUESTION_MULTI},
                          ranking = {.type = QUESTION_RANKING},
                          number = {.type = QUESTION_NUMBER};
    is_class(answer_class_decide(&multi, NULL), CLASS_TICKED, "");
    is_class(answer_class_decide(&ranking, NULL), CLASS_PLACED, "");
    is_class(answer_class_decide(&number, NULL), CLASS_NONE, "");
}

static struct table_view read_back(const char *method, const char *category) {
    struct result row = {.question = "q",
                         .item = "",
                         .category = category,
                         .by = "g",
                         .level = "",
                         .statistic = STATISTIC_VIEW,
                         .method = method};
    struct results results = {.rows = &row, .count = 1};
    return view_find(&results, "q", "", "g");
}

static void what_is_written_is_read(void **state) {
    (void)state;
    for (enum view view = VIEW_ALL; view <= VIEW_NOTHING; view++)
        for (enum class_kind kind = CLASS_TOP2; kind < CLASS_KINDS; kind++) {
            struct text text = {0};
            view_describe(&text, view, kind);
            struct table_view read = read_back(text_string(&text), "c");
            assert_int_equal(read.view, view);
            assert_int_equal(read.class.kind, view_is_class(view) ? kind : CLASS_NONE);
            text_free(&text);
        }
}

static void what_is_not_known_is_nothing(void **state) {
    static const char *const methods[] = {"",          "all top2", "class",      "class top3",
                                          "class top", "coarser",  "class  set", "All"};
    (void)state;
    for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++)
        assert_int_equal(read_back(methods[i], "").view, VIEW_NOTHING);
    struct results empty = {0};
    assert_int_equal(view_find(&empty, "q", "", "g").view, VIEW_NOTHING);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_decided),
        cmocka_unit_test(what_is_written_is_read),
        cmocka_unit_test(what_is_not_known_is_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
