#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "survey/csv_writer.h"

static bool comes_back(const char *field, const char *text) {
    char copy[64];
    snprintf(copy, sizeof copy, "%s", field);
    bool guarded = csv_take_free_text(copy);
    return guarded && strcmp(copy, text) == 0;
}

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
    assert_true(comes_back("'=1", "=1"));
}

/* Each must come back as it was; without one more apostrophe "'=1" would be read as "=1". */
static void apostrophes_of_the_text_stay(void **state) {
    (void)state;
    check("'=1", "''=1");
    check("''-", "'''-");
    check("'s war schön", "'s war schön");
    check("'", "'");
    assert_true(comes_back("''=1", "'=1"));
    assert_true(comes_back("'''-", "''-"));
    assert_true(comes_back("'s war schön", "'s war schön"));
    assert_true(comes_back("'", "'"));
    assert_true(comes_back("", ""));
    assert_false(comes_back("=1", "=1"));
}

/* A German spreadsheet parts the line at a semicolon, and any at a line break. */
static void formulas_inside_are_none(void **state) {
    (void)state;
    check("a;=1", "a;'=1");
    check("a; @b", "a; '@b");
    check("a;\"-1\"", "\"a;\"\"'-1\"\"\"");
    check("a\n+1", "\"a\n'+1\"");
    check("a\r\n \xC2\xA0=1", "\"a\r\n \xC2\xA0'=1\"");
    check("a\t＝1", "a\t'＝1");
    check(" =1", "\" '=1\"");
    check("a;'=1", "a;''=1");
    check("a; b=1", "a; b=1");
    check("a;b;=c;", "a;b;'=c;");
    check("a - b", "a - b");
    assert_true(comes_back("a;''=1;'-2\n'@x", "a;'=1;-2\n@x"));
    assert_true(comes_back("'=1; '=2", "=1; =2"));
    assert_true(comes_back("a 'b'; 'c'", "a 'b'; 'c'"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(free_text_is_no_formula),
        cmocka_unit_test(apostrophes_of_the_text_stay),
        cmocka_unit_test(formulas_inside_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
