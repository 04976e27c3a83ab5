/* Which groups can be named, and what is said of words that name none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "survey/questionnaire_read.h"
#include "survey/selected_group.h"

static const char path[] = "tests/data/group/questionnaire.ini";

static struct questionnaire *load(const char *file) {
    struct diag *diag = diag_new(stderr);
    struct questionnaire *questionnaire = questionnaire_load(file, diag);
    diag_free(diag);
    assert_non_null(questionnaire);
    return questionnaire;
}

static struct selected_group chosen(const struct questionnaire *questionnaire,
                                    const char *words) {
    struct selected_group group;
    struct diag *diag = diag_new(stderr);
    assert_true(selected_group_read(questionnaire, words, &group, diag));
    diag_free(diag);
    return group;
}

/* Words are refused with one message, which holds this. */
static void refused(const struct questionnaire *questionnaire, const char *words,
                    const char *expected) {
    char *messages;
    size_t length;
    struct selected_group group;
    FILE *stream = open_memstream(&messages, &length);
    struct diag *diag = diag_new(stream);
    assert_false(selected_group_read(questionnaire, words, &group, diag));
    assert_int_equal(diag_count(diag, DIAG_ERROR), 1);
    diag_free(diag);
    fclose(stream);
    if (strstr(messages, expected) == NULL)
        fail_msg("'%s' was told: %s", words, messages);
    free(messages);
}

static void test_groups(void **state) {
    (void)state;
    struct questionnaire *questionnaire = load(path);
    struct selected_group group = chosen(questionnaire, "org=initiative");
    assert_string_equal(group.grouping->question->id, "org");
    assert_null(group.level);
    assert_string_equal(selected_group_id(&group), "initiative");
    assert_string_equal(selected_group_label(&group)->in[0], "Initiative");
    assert_string_equal(selected_group_above(&group)->id, "civil");
    group = chosen(questionnaire, "org=civil");
    assert_string_equal(selected_group_id(&group), "civil");
    assert_string_equal(selected_group_label(&group)->in[1], "association or initiative");
    assert_null(selected_group_above(&group));
    group = chosen(questionnaire, "org=press"); /* in no coarser group */
    assert_null(selected_group_above(&group));
    group = chosen(questionnaire, "region=south"); /* a grouping without coarser ones */
    assert_int_equal(group.code, 1);
    assert_null(selected_group_above(&group));
    questionnaire_free(questionnaire);
}

static void test_no_groups(void **state) {
    (void)state;
    struct questionnaire *questionnaire = load(path);
    refused(questionnaire, "org", "a group is named QUESTION=CODE");
    refused(questionnaire, "", "a group is named QUESTION=CODE");
    refused(questionnaire, "ogr=club", "'ogr' is no question; did you mean 'org'?");
    refused(questionnaire, "=club", "'' is no question; there is: org, region");
    refused(questionnaire, "trend=up",
            "'trend' is a question that makes no groups; there is: org, region");
    refused(questionnaire, "org=clubb",
            "'clubb' is no answer and no coarser group; did you mean 'club'?");
    refused(
        questionnaire, "org=",
        "there is: club, initiative, town, school, library, press, civil, public, learning");
    refused(questionnaire, "org=club=club", "'club=club' is no answer");
    refused(questionnaire, "org=dk", "'dk' is an answer, but no group; there is: club, ");
    refused(questionnaire, "org=abroad", "'abroad' is an answer, but no group");
    refused(questionnaire, "org=other", "'other' is an answer, but no group");
    refused(questionnaire, "region=dk", "'dk' is no answer"); /* not offered there */
    questionnaire_free(questionnaire);
    questionnaire = load("tests/golden/report/all_types_de/questionnaire.ini");
    refused(questionnaire, "org=club", "the questionnaire makes no groups");
    questionnaire_free(questionnaire);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups),
        cmocka_unit_test(test_no_groups),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
