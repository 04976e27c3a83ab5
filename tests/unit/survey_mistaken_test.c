/* What is taken for an export where the questionnaire belongs, and the other way round. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "survey/mistaken.h"

/* The bytes, and a part of the one line that is said; NULL: nothing. */
struct file {
    const char *bytes;
    size_t length; /* 0: as long as the string */
    const char *said;
};

typedef bool judge(const char *file, const char *bytes, size_t length, struct diag *diag);

static bool check(judge *judge_file, const struct file *file) {
    char *said = NULL;
    size_t size;
    FILE *stream = open_memstream(&said, &size);
    struct diag *diag = diag_new(stream);
    size_t length = file->length > 0 ? file->length : strlen(file->bytes);
    bool found = judge_file("f", file->bytes, length, diag);
    diag_free(diag);
    fclose(stream);
    bool fine =
        found == (file->said != NULL) &&
        (found ? strstr(said, file->said) != NULL && strchr(said, '\n') == said + size - 1
               : size == 0);
    if (!fine)
        print_error("'%s' must give '%s' but says: %s\n", file->bytes,
                    file->said != NULL ? file->said : "nothing", said);
    free(said);
    return fine;
}

static void exports_are_known(void **state) {
    (void)state;
    static const struct file files[] = {
        {"Antwort ID;Wie oft?\n1;oft\n", 0, "f: error: this is an export, not a questionnaire"},
        {"id,a=b\n", 0, "this is an export"},
        {"\xEF\xBB\xBF\r\n\"Zeit\"\t\"Ort\"\r\n", 0, "this is an export"},
        {"[Musik],[Tanz]\n1,0\n", 0, "this is an export"},
        {"# Teilnehmer;Name\n1;x = y\n", 0, "this is an export"},
        {"Was fehlt?\nGeld\n", 0, "this is a text or an export, not a questionnaire"},
        {"\xFF\xFE"
         "a\0;\0b\0\n\0"
         "1\0;\0"
         "2\0",
         16, "this is an export"},
        {"respondent,status,origin,q\n1,accepted,real,a\n", 0, "a table made of an export"},
        {"question,item,category,by\n", 0, "a table made of an export"},
        {"PK\x03\x04\0\0", 6, "this is a file of Excel, Word or LibreOffice"},
        {"{\\rtf1\\ansi [survey]", 0, "RTF"},
        {"<?xml version=\"1.0\"?>", 0, "an XML file"},
        {"[survey]\nid = x\n", 0, NULL},
        {"text; with; signs\n[survey]\nid = x\n", 0, NULL},
        {"\"Ort\",b\n1,2\n[question a]\n", 0, NULL},
        {"id = x; y\n", 0, NULL},
        {"[survey\n", 0, NULL},
        {"# one\n; two\n", 0, NULL},
        {"", 0, NULL},
        {" \r\n\n", 0, NULL},
        {"a;b\n\0", 5, NULL},
        {"\xFF\xFE"
         "[\0a\0]\0",
         8, NULL},
    };
    size_t failed = 0;
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        failed += !check(mistaken_export, &files[i]);
    assert_int_equal(failed, 0);
}

static void questionnaires_are_known(void **state) {
    (void)state;
    static const struct file files[] = {
        {"[survey]\nid = x\n", 0, "f: error: this is a questionnaire, not an export"},
        {"\xEF\xBB\xBF# c\r\n\r\n; d\r\n[ Question  a ]\r\n# e\r\ntext.de=\"A, b\"", 0,
         "this is a questionnaire"},
        {"[survey]\rid = x\r", 0, "this is a questionnaire"},
        {"[Musik]\n1\n", 0, NULL},
        {"[Musik],[Tanz]\n1,0\n", 0, NULL},
        {"[a b c]\nid = x\n", 0, NULL},
        {"id = x\n[survey]\nid = x\n", 0, NULL},
        {"a,b\n1,2\n", 0, NULL},
        {"[survey]", 0, NULL},
        {"", 0, NULL},
    };
    size_t failed = 0;
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        failed += !check(mistaken_questionnaire, &files[i]);
    assert_int_equal(failed, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exports_are_known),
        cmocka_unit_test(questionnaires_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
