/* What Windows-1252 does to a quote. The tool is no library, so its part is compiled in here.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "quotes/windows.c"

static void windows_1252_loses_some_characters(void **state) {
    (void)state;
    assert_true(windows_fits("„Müßig“ – 5 €\nŠ…"));
    assert_false(windows_fits("Łódź"));
    assert_true(windows_same("Łódź", "?ód?"));
    assert_true(windows_same("Łódź", "Lódz"));
    assert_true(windows_same("gut 😀!", "gut ?\?!"));
    assert_true(windows_same("gut 😀!", "gut ?!"));
    assert_false(windows_same("Łódź", "?od?"));
    assert_false(windows_same("Łódź", "?ód? und mehr"));
    assert_false(windows_same("Łódź und mehr", "?ód?"));
    assert_false(windows_same("Łódź", " ód "));
    assert_true(windows_same("eins\nzwei", "eins zwei"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(windows_1252_loses_some_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
