#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#include "base/clock.h"

/* 19 March 2021, 00:00:00 UTC. */
static void a_day_has_passed_when_the_next_begins(void **state) {
    (void)state;
    setenv("SOURCE_DATE_EPOCH", "1616112000", 1);
    assert_true(clock_has_passed("2021-03-18"));
    assert_false(clock_has_passed("2021-03-19"));
    assert_false(clock_has_passed("2021-03-20"));
    setenv("SOURCE_DATE_EPOCH", "1616111999", 1);
    assert_false(clock_has_passed("2021-03-18"));
}

static void no_day_never_passes(void **state) {
    (void)state;
    setenv("SOURCE_DATE_EPOCH", "253402300799", 1);
    assert_false(clock_has_passed(NULL));
    assert_true(clock_has_passed("9999-12-30"));
}

static void an_empty_setting_means_today(void **state) {
    (void)state;
    setenv("SOURCE_DATE_EPOCH", "", 1);
    assert_true(clock_has_passed("2021-03-18"));
    assert_false(clock_has_passed("9999-12-31"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_has_passed_when_the_next_begins),
        cmocka_unit_test(no_day_never_passes),
        cmocka_unit_test(an_empty_setting_means_today),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
