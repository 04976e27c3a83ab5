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
#include "survey/answers.h"
#include "survey/questionnaire_read.h"

static const char questionnaire_text[] = "[survey]\n"
                                         "id = tiny\n"
                                         "title = Tiny\n"
                                         "languages = en\n"
                                         "[section all]\n"
                                         "title = All\n"
                                         "[question org]\n"
                                         "type = single\n"
                                         "section = all\n"
                                         "text = Which\n"
                                         "codes = club town\n"
                                         "label.club = Club\n"
                                         "label.town = Town\n"
                                         "dk = yes\n"
                                         "label.dk = Unknown\n"
                                         "[question members]\n"
                                         "type = number\n"
                                         "section = all\n"
                                         "text = How many\n"
                                         "min = 0\n"
                                         "max = 100\n"
                                         "decimals = 1\n";

static void write_temporary(char path[], const char *content) {
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, content, strlen(content)), (ssize_t)strlen(content));
    close(descriptor);
}

static int load(void **state) {
    char path[] = "/tmp/nachlese-test-XXXXXX";
    write_temporary(path, questionnaire_text);
    struct diag *diag = diag_new(stderr);
    *state = questionnaire_load(path, diag);
    diag_free(diag);
    unlink(path);
    return *state != NULL ? 0 : -1;
}

static int unload(void **state) {
    questionnaire_free(*state);
    return 0;
}

static void copy_row(void *context, const struct answer_record *record) {
    struct text *seen = context;
    text_add_format(seen, "%d %d", (int)record->respondent, (int)record->status);
    for (size_t i = 0; i < 2; i++)
        text_add_format(seen, " %d:%d", (int)record->answers[i].state,
                        (int)record->answers[i].value);
    text_add(seen, ";");
}

static bool read_back(const struct questionnaire *questionnaire, const char *content,
                      struct text *seen, char **messages) {
    char path[] = "/tmp/nachlese-test-XXXXXX";
    write_temporary(path, content);
    size_t size;
    FILE *stream = open_memstream(messages, &size);
    struct diag *diag = diag_new(stream);
    bool fine = answers_read(path, questionnaire, diag, copy_row, seen);
    diag_free(diag);
    fclose(stream);
    unlink(path);
    return fine;
}

static void what_is_written_is_read_back(void **state) {
    struct answer answers[] = {{ANSWER_GIVEN, 1}, {ANSWER_GIVEN, 125}};
    struct answer states[] = {{ANSWER_DONT_KNOW, 0}, {ANSWER_INVALID, 0}};
    struct answer none[] = {{ANSWER_NOT_SHOWN, 0}, {ANSWER_SKIPPED, 0}};
    const struct answer_record records[] = {
        {1, STATUS_ACCEPTED, ORIGIN_REAL, answers},
        {2, STATUS_ACCEPTED, ORIGIN_SIMULATED, states},
        {3, STATUS_INCOMPLETE, ORIGIN_REAL, none},
        {4, STATUS_DUPLICATE, ORIGIN_REAL, answers},
    };
    char *written = NULL;
    size_t size;
    FILE *stream = open_memstream(&written, &size);
    answers_write_header(stream, *state);
    for (size_t i = 0; i < 4; i++)
        answers_write(stream, *state, &records[i]);
    fclose(stream);
    assert_string_equal(written, "respondent,status,origin,org,members\n"
                                 "1,accepted,real,town,12.5\n"
                                 "2,accepted,simulated,dk,!\n"
                                 "3,incomplete,real,-,\n"
                                 "4,duplicate,real,,\n");
    struct text seen = {0};
    char *messages = NULL;
    assert_true(read_back(*state, written, &seen, &messages));
    assert_string_equal(text_string(&seen),
                        "1 0 1:1 1:125;2 0 2:0 4:0;3 3 3:0 0:0;4 2 0:0 0:0;");
    text_free(&seen);
    free(messages);
    free(written);
}

static void what_ingest_cannot_have_written_is_refused(void **state) {
    static const struct {
        const char *content;
        const char *message;
    } cases[] = {
        {"", "the file is empty"},
        {"respondent,status,origin,org\n", "no answers.csv of this questionnaire"},
        {"respondent,status,origin,members,org\n", "no answers.csv of this questionnaire"},
        {"respondent,status,origin,org,members\n1,accepted,real,town\n",
         ":2: error: this row has not"},
        {"respondent,status,origin,org,members\n1,kept,real,town,1\n",
         ":2:2: error: respondent, status"},
        {"respondent,status,origin,org,members\n1,accepted,real,village,1\n",
         ":2:4: org: error: this cell"},
        {"respondent,status,origin,org,members\n1,accepted,real,town,100.1\n",
         ":2:5: members: error: this"},
        {"respondent,status,origin,org,members\n1,accepted,real,town,dk\n",
         ":2:5: members: error: this"},
        {"respondent,status,origin,org,members\n1,accepted,real,\"to\"wn,1\n",
         "malformed quoting"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct text seen = {0};
        char *messages = NULL;
        assert_false(read_back(*state, cases[i].content, &seen, &messages));
        assert_non_null(strstr(messages, cases[i].message));
        text_free(&seen);
        free(messages);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read_back),
        cmocka_unit_test(what_ingest_cannot_have_written_is_refused),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
