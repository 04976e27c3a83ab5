#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "survey/csv_writer.h"

static void check(const char *text, const char *field) {
    char *written = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&written, &size);
    assert_non_null(stream);
    csv_write_free_text(stream, text, true);
    fclose(stream);
    assert_string_equal(written, field);
    free(written);
}

static void free_text_is_no_formula(void **state) {
    (void)state;
    check("1 + 1 = 2", "1 + 1 = 2");
    check("=1", "'=1");
    check("+1", "'+1");
    check("-1", "'-1");
    check("@a", "'@a");
    check("＝1", "'＝1");
    check("\tx", "\"'\tx\"");
    check("=\"x\"", "\"'=\"\"x\"\"\"");
    check("", "");
    assert_string_equal(csv_free_text("'=1"), "=1");
}

/* Each must come back as it was; without one more apostrophe "'=1" would be read as "=1". */
static void apostrophes_of_the_text_stay(void **state) {
    (void)state;
    check("'=1", "''=1");
    check("''-", "'''-");
    check("'s war schön", "'s war schön");
    check("'", "'");
    assert_string_equal(csv_free_text("''=1"), "'=1");
    assert_string_equal(csv_free_text("'''-"), "''-");
    assert_string_equal(csv_free_text("'s war schön"), "'s war schön");
    assert_string_equal(csv_free_text("'"), "'");
    assert_string_equal(csv_free_text(""), "");
    assert_null(csv_free_text("=1"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(free_text_is_no_formula),
        cmocka_unit_test(apostrophes_of_the_text_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
