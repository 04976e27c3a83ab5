#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "survey/limesurvey_code.h"

/* The characters at the end are those of FNV-1a, computed by another program. */
static const struct {
    enum limesurvey_kind kind;
    const char *id, *alias, *code;
} cases[] = {
    {LIMESURVEY_QUESTION, "size", NULL, "size"},
    {LIMESURVEY_QUESTION, "town_size", NULL, "townsize"},
    {LIMESURVEY_QUESTION, "town_size", "G01Q02", "G01Q02"},
    {LIMESURVEY_QUESTION, "town_size", "How large?", "townsize"},
    {LIMESURVEY_QUESTION, "town_size", "2", "townsize"},
    {LIMESURVEY_QUESTION, "town_size", "self", "townsize"},
    {LIMESURVEY_QUESTION, "self", NULL, "selfj14"},
    {LIMESURVEY_QUESTION, "ip_addr", NULL, "ipaddryp7"},
    {LIMESURVEY_QUESTION, "a_code_that_is_as_long_as_codes_can_be_xx", NULL,
     "acodethatisaslongjc2"},
    {LIMESURVEY_PART, "time", NULL, "timekgd"},
    {LIMESURVEY_PART, "self", NULL, "self"},
    {LIMESURVEY_ANSWER, "time", NULL, "time"},
    {LIMESURVEY_ANSWER, "n1_2", NULL, "n12"},
    {LIMESURVEY_ANSWER, "no_statement", NULL, "nocy5"},
    {LIMESURVEY_ANSWER, "no_statement", "nosay", "nosay"},
    {LIMESURVEY_ANSWER, "no_statement", "1", "1"},
    {LIMESURVEY_ANSWER, "no_statement", "nothing", "nocy5"},
};

static void makes_codes(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char code[LIMESURVEY_CODE_SIZE];
        limesurvey_code(code, cases[i].kind, cases[i].id, &cases[i].alias,
                        cases[i].alias != NULL);
        assert_string_equal(code, cases[i].code);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(makes_codes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
