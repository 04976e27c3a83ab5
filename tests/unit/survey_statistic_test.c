/* The list of statistics: what is a word in a file is one value in the programs, and back. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

#include "survey/statistic.h"

static void names_are_words_of_their_own(void **state) {
    (void)state;
    for (size_t i = 1; i < STATISTIC_END; i++) {
        const char *name = statistic_name((enum statistic)i);
        assert_true(name[0] != '\0');
        assert_int_equal(strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_"), strlen(name));
        assert_int_equal(statistic_named(name), i); /* no other one is called so */
        assert_int_not_equal(statistic_kind((enum statistic)i), KIND_UNKNOWN);
    }
}

static void what_is_not_on_the_list_is_none(void **state) {
    static const char *const words[] = {"", "men", "Mean", "mean ", "share2"};
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        assert_int_equal(statistic_named(words[i]), STATISTIC_NONE);
    assert_int_equal(statistic_kind(STATISTIC_NONE), KIND_UNKNOWN);
    assert_string_equal(statistic_name(STATISTIC_NONE), "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_words_of_their_own),
        cmocka_unit_test(what_is_not_on_the_list_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
