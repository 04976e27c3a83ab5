#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/number.h"

static void whole_numbers_are_strict(void **state) {
    (void)state;
    static const struct {
        const char *input;
        bool fine;
        int64_t value;
    } cases[] = {
        {"0", true, 0},      {"-5", true, -5},
        {"42", true, 42},    {"010", false, 0},
        {"0x1F", false, 0},  {"1e3", false, 0},
        {"", false, 0},      {"-", false, 0},
        {"+1", false, 0},    {" 1", false, 0},
        {"12abc", false, 0}, {"99999999999999999999", false, 0},
        {"101", false, 0},   {"\xEF\xBC\x91", false, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int64_t value = 0;
        bool fine =
            number_parse_whole(cases[i].input, strlen(cases[i].input), -100, 100, &value);
        assert_int_equal(fine, cases[i].fine);
        assert_int_equal(value, cases[i].value);
    }
}

static void decimals_are_scaled(void **state) {
    (void)state;
    static const struct {
        const char *input;
        char mark;
        int decimals;
        bool fine;
        int64_t value;
    } cases[] = {
        {"12.5", '.', 2, true, 1250}, {"12,5", ',', 2, true, 1250},
        {"10.0", '.', 0, true, 10},   {"-3.5", '.', 1, true, -35},
        {"007", '.', 0, true, 7},     {"1.234", '.', 2, false, 0},
        {"1,234", '.', 0, false, 0},  {"1.", '.', 0, false, 0},
        {".5", '.', 1, false, 0},     {"1.2.3", '.', 2, false, 0},
        {"1'000", '.', 0, false, 0},  {"1e3", '.', 0, false, 0},
        {"", '.', 0, false, 0},       {"1234567890123", '.', 0, false, 0},
        {"2.50", '.', 1, true, 25},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int64_t value = 0;
        bool fine = number_parse_decimal(cases[i].input, strlen(cases[i].input), cases[i].mark,
                                         cases[i].decimals, &value);
        assert_int_equal(fine, cases[i].fine);
        assert_int_equal(value, cases[i].value);
    }
}

static void shortest_form_reads_back(void **state) {
    (void)state;
    static const struct {
        double value;
        const char *expected;
    } cases[] = {
        {0, "0"},
        {-0.0, "0"},
        {0.1, "0.1"},
        {1.0 / 3, "0.3333333333333333"},
        {100, "100"},
        {2e-5, "0.00002"},
        {1.25e-5, "0.0000125"},
        {1e-6, "1e-06"},
        {1e6, "1000000"},
        {123456789, "123456789"},
        {2.5, "2.5"},
        {0.30000000000000004, "0.30000000000000004"},
        {-4.25, "-4.25"},
        {-20, "-20"},
        {999999999999999, "999999999999999"},
        {1e15, "1e+15"},
        {1.2345678901234568e17, "1.2345678901234568e+17"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char buffer[NUMBER_SIZE];
        assert_string_equal(number_format_shortest(buffer, cases[i].value), cases[i].expected);
        double back;
        assert_true(number_parse_double(buffer, strlen(buffer), &back));
        assert_true(back == cases[i].value);
    }
}

static void scaled_numbers_lose_trailing_zeros(void **state) {
    (void)state;
    char buffer[NUMBER_SIZE];
    assert_string_equal(number_format_scaled(buffer, 1250, 2), "12.5");
    assert_string_equal(number_format_scaled(buffer, -5, 2), "-0.05");
    assert_string_equal(number_format_scaled(buffer, 1200, 2), "12");
    assert_string_equal(number_format_scaled(buffer, 7, 0), "7");
}

static void whole_numbers_have_one_plain_form(void **state) {
    (void)state;
    static const struct {
        const char *input, *form; /* NULL: none */
    } cases[] = {
        {"4", "4"},
        {"4.0", "4"},
        {"4,00", "4"},
        {"04", "4"},
        {"-9.0", "-9"},
        {"0", "0"},
        {"-0", "0"},
        {"0,0", "0"},
        {"40.0", "40"},
        {"4.0000", "4"},
        {"4.000", NULL},
        {"4,000", NULL},
        {"4.", NULL},
        {".0", NULL},
        {"4.5", NULL},
        {"4.0.0", NULL},
        {"", NULL},
        {"+4", NULL},
        {" 4", NULL},
        {"4e0", NULL},
        {"4a", NULL},
        {"1.000,0", NULL},
        {"1234567890123", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char form[NUMBER_SIZE] = "";
        bool fine = number_plain_whole(form, cases[i].input, strlen(cases[i].input));
        assert_int_equal(fine, cases[i].form != NULL);
        assert_string_equal(form, cases[i].form != NULL ? cases[i].form : "");
    }
}

static void doubles_refuse_what_is_no_number(void **state) {
    (void)state;
    double value;
    static const char *const refused[] = {"",   "nan", "inf", "0x1p3", "1,5",
                                          " 1", "1 ",  "--1", "1e999"};
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
        assert_false(number_parse_double(refused[i], strlen(refused[i]), &value));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_numbers_are_strict),
        cmocka_unit_test(decimals_are_scaled),
        cmocka_unit_test(shortest_form_reads_back),
        cmocka_unit_test(whole_numbers_have_one_plain_form),
        cmocka_unit_test(scaled_numbers_lose_trailing_zeros),
        cmocka_unit_test(doubles_refuse_what_is_no_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
