/* A catalogue is whole or refused: both of ours load, and every single fault is found. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "wording/catalogue.h"

static struct text german_bytes(void) {
    struct text text = {0};
    FILE *file = fopen("questionnaire/wording/de.ini", "r");
    assert_non_null(file);
    char line[2048];
    while (fgets(line, sizeof line, file) != NULL)
        text_add(&text, line);
    fclose(file);
    return text;
}

/* Loads the German catalogue with the first found replaced; says how many errors there were and
 * the messages. */
static size_t errors_with(const char *found, const char *replacement, struct text *messages) {
    struct text text = german_bytes(), changed = {0};
    const char *at = strstr(text_string(&text), found);
    assert_non_null(at);
    text_add_bytes(&changed, text.bytes, (size_t)(at - text.bytes));
    text_add(&changed, replacement);
    text_add(&changed, at + strlen(found));
    char path[] = "/tmp/nachlese-wording-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, changed.bytes, changed.length), (ssize_t)changed.length);
    close(descriptor);
    char *output = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&output, &size);
    struct diag *diag = diag_new(stream);
    struct catalogue *catalogue = catalogue_load(path, diag);
    size_t errors = diag_count(diag, DIAG_ERROR);
    assert_true((catalogue == NULL) == (errors > 0));
    catalogue_free(catalogue);
    diag_free(diag);
    fclose(stream);
    text_add(messages, output);
    free(output);
    unlink(path);
    text_free(&text);
    text_free(&changed);
    return errors;
}

static void expect_fault(const char *found, const char *replacement, const char *message) {
    struct text messages = {0};
    assert_int_equal(errors_with(found, replacement, &messages), 1);
    if (strstr(text_string(&messages), message) == NULL)
        fail_msg("'%s' is not in: %s", message, text_string(&messages));
    text_free(&messages);
}

static void test_both_load(void **state) {
    (void)state;
    const char *const paths[] = {"questionnaire/wording/de.ini",
                                 "questionnaire/wording/en.ini"};
    for (size_t i = 0; i < 2; i++) {
        struct diag *diag = diag_new(stderr);
        struct catalogue *catalogue = catalogue_load(paths[i], diag);
        assert_non_null(catalogue);
        assert_non_null(catalogue_phrase(catalogue, PHRASE_GLANCE_PUBLISHER));
        catalogue_free(catalogue);
        diag_free(diag);
    }
}

static void test_changed_phrase(void **state) {
    (void)state;
    struct text messages = {0};
    assert_int_equal(
        errors_with("full = \"{sentence}.\"", "full = \"Satz: {sentence}.\"", &messages), 0);
    assert_string_equal(text_string(&messages), "");
    text_free(&messages);
}

static void test_faults(void **state) {
    (void)state;
    setenv("LC_ALL", "C", 1);
    expect_fault("month_3 = \"März\"\n", "", "date.month_3: error: this phrase is missing");
    expect_fault("full = \"{sentence}.", "full = \"{sentence} {satz}",
                 "unknown placeholder '{satz}'");
    expect_fault("full = \"{sentence}.", "full = \"", "'{sentence}' is missing");
    expect_fault("full = \"{sentence}.", "full = \"{sentence} }", "unknown placeholder '{}'");
    expect_fault("full = \"{sentence}.", "full = \"{sentence} {}", "unknown placeholder '{}'");
    expect_fault("full = \"{sentence}.", "full = \"{sentence} {", "unknown placeholder '{}'");
    expect_fault("[report]\n", "[report]\nsubtitel = \"x\"\n",
                 "did you mean 'report.subtitle'?");
    expect_fault("[report]\n", "[unheard]\nof = \"x\"\n[report]\n",
                 "unknown phrase 'unheard.of'");
    expect_fault("publisher = \"Umfrage von\"", "publisher = \"{thin}{title}\"", "may use: -");
}

static void test_optional_placeholder(void **state) {
    (void)state;
    struct text messages = {0};
    assert_int_equal(
        errors_with("Zahlen unter {cell} fehlen, wo", "Kleine Zahlen fehlen, wo", &messages),
        0);
    text_free(&messages);
}

static void test_names(void **state) {
    (void)state;
    for (int i = 0; i < PHRASE_COUNT; i++)
        assert_int_equal(phrase_of(phrase_name((enum phrase)i)), i);
    assert_int_equal(phrase_of("no.such"), PHRASE_COUNT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_both_load), cmocka_unit_test(test_changed_phrase),
        cmocka_unit_test(test_faults),    cmocka_unit_test(test_optional_placeholder),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
