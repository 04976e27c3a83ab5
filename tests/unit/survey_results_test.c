/* Expected bytes are written by hand after the table in the architecture page. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "survey/results.h"

#define HEADER "question,item,category,by,level,statistic,value,low,high,n,method,flag\n"

static char *messages;
static size_t message_size;

/* Reads text as a results file; what diag said is in messages. */
static struct results *read_text(const char *text) {
    char path[] = "/tmp/results-test-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, text, strlen(text)), (ssize_t)strlen(text));
    close(descriptor);
    free(messages);
    FILE *stream = open_memstream(&messages, &message_size);
    struct diag *diag = diag_new(stream);
    struct results *results = results_read(path, diag);
    assert_true((results == NULL) == (diag_count(diag, DIAG_ERROR) > 0));
    diag_free(diag);
    fclose(stream);
    unlink(path);
    return results;
}

static void test_write(void **state) {
    (void)state;
    char *bytes;
    size_t size;
    FILE *stream = open_memstream(&bytes, &size);
    struct result share = {.question = "need",
                           .item = "money",
                           .category = "very",
                           .by = "",
                           .level = "",
                           .statistic = STATISTIC_SHARE,
                           .has_value = true,
                           .value = 0.25,
                           .has_low = true,
                           .low = 0,
                           .has_high = true,
                           .high = -0.0,
                           .has_n = true,
                           .n = 12,
                           .method = "wilson",
                           .flag = FLAG_SMALL};
    struct result empty = {.question = "",
                           .item = "",
                           .category = "[0,10)",
                           .by = "",
                           .level = "",
                           .statistic = STATISTIC_SD,
                           .method = "",
                           .flag = FLAG_UNDEFINED};
    results_write_header(stream);
    results_write(stream, &share);
    results_write(stream, &empty);
    fclose(stream);
    assert_string_equal(bytes, HEADER "need,money,very,,,share,0.25,0,0,12,wilson,small\n"
                                      ",,\"[0,10)\",,,sd,,,,,,undefined\n");
    free(bytes);
}

static void test_read_back(void **state) {
    (void)state;
    struct results *results =
        read_text(HEADER ",,,,,rows_read,12,,,12,,\n"
                         "need,money,very,,,share,0.25,0.125,1e-07,12,wilson,census\n"
                         "need,,,org,club,mean,,,,,P3,suppressed\n");
    assert_non_null(results);
    assert_int_equal(results->count, 3);
    const struct result *share = &results->rows[1];
    assert_string_equal(share->item, "money");
    assert_string_equal(share->method, "wilson");
    assert_true(share->has_value && share->value == 0.25 && share->low == 0.125);
    assert_true(share->high == 1e-7 && share->n == 12 && share->flag == FLAG_CENSUS);
    const struct result *hidden = &results->rows[2];
    assert_string_equal(hidden->level, "club");
    assert_true(!hidden->has_value && !hidden->has_low && !hidden->has_n);
    assert_int_equal(hidden->flag, FLAG_SUPPRESSED);
    assert_false(results_are_published(results));
    results_free(results);
}

static void test_find(void **state) {
    (void)state;
    struct results *results = read_text(HEADER "q,,b,,,count,2,,,3,,\n"
                                               "q,,a,,,count,1,,,3,,\n"
                                               "q,,a,,,count,9,,,3,,\n"
                                               "q,,a,org,x,share,5,,,3,,\n"
                                               ",,,,,rows_read,4,,,4,,\n"
                                               "q,i,a,,,count,7,,,3,,\n");
    assert_non_null(results);
    assert_true(results_find(results, "q", NULL, "a", STATISTIC_COUNT)->value == 1);
    assert_true(results_find(results, "q", "", "b", STATISTIC_COUNT)->value == 2);
    assert_true(results_find(results, "q", "i", "a", STATISTIC_COUNT)->value == 7);
    assert_true(results_find(results, NULL, NULL, NULL, STATISTIC_ROWS_READ)->value == 4);
    assert_null(results_find(results, "q", NULL, "a", STATISTIC_SHARE));
    assert_true(results_find_by(results, "q", NULL, "a", "org", "x", STATISTIC_SHARE)->value ==
                5);
    assert_null(results_find_by(results, "q", NULL, "a", "org", "y", STATISTIC_SHARE));
    assert_null(results_find_by(results, "q", NULL, "a", "org", NULL, STATISTIC_SHARE));
    assert_null(results_find(results, "z", NULL, NULL, STATISTIC_COUNT));
    results_free(results);
    results = read_text(HEADER);
    assert_non_null(results);
    assert_null(results_find(results, NULL, NULL, NULL, STATISTIC_ROWS_READ));
    assert_false(results_are_published(results));
    results_free(results);
    results_free(NULL);
}

static void test_mark(void **state) {
    (void)state;
    static const char *const files[] = {
        HEADER ",,,,,published,1,,,,min_report=5,\n,,,,,rows_read,4,,,4,,\n",
        HEADER ",,,,,rows_read,4,,,4,,\n,,,,,published,1,,,,,\n",
        HEADER ",,,,,published,0,,,,,\n", HEADER "q,,,,,published,1,,,,,\n"};
    for (size_t i = 0; i < 4; i++) {
        struct results *results = read_text(files[i]);
        assert_non_null(results);
        assert_true(results_are_published(results) == (i == 0));
        results_free(results);
    }
}

static void test_refuse(void **state) {
    (void)state;
    static const struct {
        const char *text, *place;
    } cases[] = {
        {"", ": error"},
        {"respondent,status,origin\n", ":1: error"},
        {HEADER "q,,,,,count,1,,,3,\n", ":2: error"},
        {HEADER "q,,,,,count,1,,,3,,,\n", ":2: error"},
        {HEADER "q,,,,,,1,,,3,,\n", ":2:6: statistic: error"},
        {HEADER ",,,,,a,1,,,3,,\nq,,,,,count,nan,,,3,,\n", ":3:7: value: error"},
        {HEADER "q,,,,,count,inf,,,3,,\n", ":2:7: value: error"},
        {HEADER "q,,,,,count,1,1.2.3,,3,,\n", ":2:8: low: error"},
        {HEADER "q,,,,,count,1,,0x1,3,,\n", ":2:9: high: error"},
        {HEADER "q,,,,,count,1,,,-3,,\n", ":2:10: n: error"},
        {HEADER "q,,,,,count,1,,,3.5,,\n", ":2:10: n: error"},
        {HEADER "q,,,,,count,1,,,3,,tiny\n", ":2:12: flag: error"},
        {HEADER "q,\"open", "error"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_null(read_text(cases[i].text));
        assert_non_null(strstr(messages, cases[i].place));
    }
}

int main(void) {
    setenv("LC_ALL", "C", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_write),  cmocka_unit_test(test_read_back),
        cmocka_unit_test(test_find),   cmocka_unit_test(test_mark),
        cmocka_unit_test(test_refuse),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    free(messages);
    return failed;
}
