#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"

struct capture {
    char *printed;
    size_t size;
    FILE *stream;
    struct diag *diag;
};

static void begin(struct capture *capture, const char *locale) {
    setenv("LC_ALL", locale, 1);
    capture->stream = open_memstream(&capture->printed, &capture->size);
    capture->diag = diag_new(capture->stream);
}

static const char *printed(struct capture *capture) {
    fflush(capture->stream);
    return capture->printed;
}

static void end(struct capture *capture) {
    diag_free(capture->diag);
    fclose(capture->stream);
    free(capture->printed);
}

static void a_message_names_its_place(void **state) {
    (void)state;
    struct capture capture;
    begin(&capture, "C");
    struct diag_place place = {"q.ini", 3, 7, "org_type"};
    diag_add(capture.diag, DIAG_ERROR, &place, "unknown key '%s'", "unbekannter Eintrag „%s“",
             "tpye");
    diag_add(capture.diag, DIAG_NOTE, NULL, "plain", "einfach");
    assert_string_equal(printed(&capture),
                        "q.ini:3:7: org_type: error: unknown key 'tpye'\nnote: plain\n");
    end(&capture);
}

static void messages_follow_the_environment(void **state) {
    (void)state;
    struct capture capture;
    begin(&capture, "de_DE.UTF-8");
    struct diag_place place = {"q.ini", 3, 0, NULL};
    diag_add(capture.diag, DIAG_WARNING, &place, "unknown key '%s'", "unbekannter Eintrag „%s“",
             "tpye");
    assert_string_equal(printed(&capture), "q.ini:3: Warnung: unbekannter Eintrag „tpye“\n");
    end(&capture);
}

static void control_characters_are_made_visible(void **state) {
    (void)state;
    struct capture capture;
    begin(&capture, "C");
    diag_add(capture.diag, DIAG_ERROR, NULL, "heading '%s'", "Spalte „%s“",
             "a\x1B[31m\x07\n\xFF");
    assert_string_equal(printed(&capture), "error: heading 'a\\x1B[31m\\x07\\x0A\\xFF'\n");
    end(&capture);
}

static void a_flood_is_capped_and_counted(void **state) {
    (void)state;
    struct capture capture;
    begin(&capture, "C");
    for (int i = 0; i < 1000; i++)
        diag_add(capture.diag, DIAG_WARNING, NULL, "bad row %d", "schlechte Zeile %d", i);
    assert_int_equal(diag_count(capture.diag, DIAG_WARNING), 1000);
    diag_finish(capture.diag);
    const char *text = printed(&capture);
    size_t lines = 0;
    for (const char *at = text; (at = strchr(at, '\n')) != NULL; at++)
        lines++;
    assert_int_equal(lines, 21);
    assert_non_null(strstr(text, "980 more messages of the same kinds are not shown\n"));
    end(&capture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_message_names_its_place),
        cmocka_unit_test(messages_follow_the_environment),
        cmocka_unit_test(control_characters_are_made_visible),
        cmocka_unit_test(a_flood_is_capped_and_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
