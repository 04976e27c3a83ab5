#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "survey/csv_reader.h"

/* Each record as "LINE:field|field;" with ~ for a field that is missing, so that one string
 * shows all. */
static bool note(void *context, const struct csv_record *record) {
    struct text *seen = context;
    text_add_format(seen, "%zu:", record->line);
    for (size_t i = 0; i < record->kept; i++)
        text_add_format(seen, "%s%s", i > 0 ? "|" : "",
                        record->fields[i].missing ? "~" : record->fields[i].bytes);
    text_add(seen, record->field_too_long ? "(long);" : ";");
    return true;
}

static bool read_all(const char *bytes, size_t length, char delimiter, struct text *seen,
                     char **messages) {
    char path[] = "/tmp/nachlese-test-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0 && write(descriptor, bytes, length) == (ssize_t)length);
    close(descriptor);
    size_t size;
    FILE *stream = open_memstream(messages, &size);
    struct diag *diag = diag_new(stream);
    struct encoding_source *source = encoding_open(path);
    bool fine = csv_read(source, "f.csv", delimiter, diag, note, seen);
    encoding_close(source);
    diag_free(diag);
    fclose(stream);
    unlink(path);
    return fine;
}

static void check(const char *bytes, char delimiter, bool fine, const char *expected,
                  const char *message) {
    struct text seen = {0};
    char *messages = NULL;
    assert_int_equal(read_all(bytes, strlen(bytes), delimiter, &seen, &messages), fine);
    assert_string_equal(text_string(&seen), expected);
    assert_non_null(strstr(messages, message));
    text_free(&seen);
    free(messages);
}

static void records_have_their_physical_line(void **state) {
    (void)state;
    check("a,b\n1,2\n", ',', true, "1:a|b;2:1|2;", "");
    check("a\r\nb\r\n\r\nc", ',', true, "1:a;2:b;4:c;", "");
    check("a\rb\rc", ',', true, "1:a;2:b;3:c;", "");
    check("\"x\ny\",1\n2,3\n", ',', true, "1:x\ny|1;3:2|3;", "");
    check("\"x\r\ny\",1\r\n2,3\r\n", ',', true, "1:x\r\ny|1;3:2|3;", "");
}

static void missing_and_empty_differ(void **state) {
    (void)state;
    check("a,,\"\",b\n", ',', true, "1:a|~||b;", "");
    check("a;\"\";\n", ';', true, "1:a||~;", "");
}

static void bad_quotes_are_reported_with_their_line(void **state) {
    (void)state;
    check("a,b\n1,\"x\"y\n2,3\n", ',', false, "1:a|b;", "f.csv:2: error: malformed quoting");
    check("a,b\n1,x\"y\n", ',', false, "1:a|b;", "f.csv:2: error");
    check("a\n\"open\nmore\n", ',', false, "1:a;", "f.csv:2: error: a quote that opens");
}

static void a_field_over_the_limit_is_marked(void **state) {
    (void)state;
    size_t length = CSV_MAX_FIELD + 10;
    char *bytes = malloc(length + 1);
    assert_non_null(bytes);
    memset(bytes, 'x', length);
    bytes[length] = '\n';
    struct text seen = {0};
    char *messages = NULL;
    assert_true(read_all(bytes, length + 1, ',', &seen, &messages));
    assert_int_equal(seen.length, 2 + CSV_MAX_FIELD + strlen("(long);"));
    text_free(&seen);
    free(messages);
    free(bytes);
}

static void the_first_record_alone_can_be_read(void **state) {
    (void)state;
    struct text seen = {0};
    assert_true(csv_read_first("a;b\n1;2\n", 8, ';', note, &seen));
    assert_true(csv_read_first("a,b", 3, ',', note, &seen));
    assert_false(csv_read_first("\"open", 5, ',', note, &seen));
    assert_false(csv_read_first("", 0, ',', note, &seen));
    assert_string_equal(text_string(&seen), "1:a|b;1:a|b;");
    text_free(&seen);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_have_their_physical_line),
        cmocka_unit_test(missing_and_empty_differ),
        cmocka_unit_test(bad_quotes_are_reported_with_their_line),
        cmocka_unit_test(a_field_over_the_limit_is_marked),
        cmocka_unit_test(the_first_record_alone_can_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
