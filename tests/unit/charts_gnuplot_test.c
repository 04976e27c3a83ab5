/* Hostile text through a real gnuplot: it appears exactly, and nothing of it runs. The tool is
 * no library, so its parts are compiled in here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <unistd.h>

#include "base/utf8.h"
#include "charts/coverage.c"
#include "charts/gnuplot.c"
#include "charts/metrics.c"
#include "charts/quote.c"
#include "charts/script.c"

static const char *const hostile[] = {
    "`touch PWN`",
    "\\`touch PWN`",
    "\" ; system(\"touch PWN\") ; \"",
    "\"\nsystem \"touch PWN\"\n",
    "\n!touch PWN\n",
    "'; !touch PWN; '",
    "sagte ''ja'' laut",
    "'",
    "''",
    "@PWN",
    "$(touch PWN)",
    "${PWN} $PWN",
    "EOD",
    "e",
    "\nEOD\n!touch PWN\n",
    "< touch PWN",
    "|touch PWN",
    "100 %",
    "%d %s %n %h",
    "{/Symbol a}_b^c",
    "{",
    "}",
    "\\",
    "\\n\\t\\101\\U+221E",
    "\\0415",
    "# kein Kommentar",
    "a;b",
    "<script>alert(1)</script>",
    "&amp; & &lt;",
    "]]>",
    "<!-- x -->",
    "<?php",
    "plot sin(x)",
    "exit",
    "quit",
    "reset",
    "set output '|touch PWN'",
    "eval 'system \"touch PWN\"'",
    "\xff\xfe\xc0",
    "\x01\x02\x1b[31m",
    "\xEF\xBF\xBE",
    "a\tb\nc",
    "Ärger über Öl – „ß“",
    "\u202Everkehrt",
    "日本語",
    "\U0001F98A",
    "0123456789",
    "1,5",
    "-",
    "~ ^ _ | * / + = ? : ! $ ( ) [ ]",
};
enum { HOSTILE = sizeof hostile / sizeof *hostile };

static char folder[] = "/tmp/charts-gnuplot-XXXXXX";

static int make_folder(void **state) {
    (void)state;
    return mkdtemp(folder) != NULL ? 0 : -1;
}

static int remove_folder(void **state) {
    (void)state;
    DIR *opened = opendir(folder);
    for (struct dirent *entry; (entry = readdir(opened)) != NULL;)
        unlinkat(dirfd(opened), entry->d_name, 0);
    closedir(opened);
    return rmdir(folder);
}

static struct text read_file(const char *name) {
    struct text path = {0}, bytes = {0};
    char buffer[4096];
    text_add_format(&path, "%s/%s", folder, name);
    FILE *file = fopen(path.bytes, "rb");
    assert_non_null(file);
    for (size_t size; (size = fread(buffer, 1, sizeof buffer, file)) > 0;)
        text_add_bytes(&bytes, buffer, size);
    fclose(file);
    text_free(&path);
    return bytes;
}

static struct gnuplot_outcome run_script(const char *script, int seconds) {
    return gnuplot_run(folder, script, strlen(script), seconds);
}

/* As gnuplot writes text into an SVG. */
static void add_expected(struct text *expected, const char *string) {
    struct text clean = {0};
    quote_clean(&clean, string);
    for (const char *next = text_string(&clean); *next != '\0'; next++) {
        if (*next == '<' || *next == '&')
            text_add(expected, *next == '<' ? "&lt;" : "&amp;");
        else
            text_add_byte(expected, *next);
    }
    text_free(&clean);
}

static void write_hostile(struct text *result, bool png) {
    struct script *script = script_new("hostile", 400);
    for (size_t i = 0; i < HOSTILE; i++)
        script_text(script, 200, 5 + 7.0 * (double)i, SCRIPT_CENTRE,
                    &(struct font){8, i % 2 == 1, PICTURE_INK}, hostile[i]);
    script_box(script, (struct box){10, 10, 390, 390}, PICTURE_C1, 4);
    for (int sign = SCRIPT_DISC; sign < SCRIPT_SIGNS; sign++)
        script_sign(script, 40.0 * sign, 200, 6, (enum script_sign)sign, PICTURE_C9);
    script_finish(script, 400, true, png, result);
    script_free(script);
}

static void hostile_text_appears_exactly(void **state) {
    (void)state;
    struct text script = {0};
    write_hostile(&script, true);
    struct gnuplot_outcome outcome = run_script(script.bytes, 60);
    assert_string_equal(outcome.message, "");
    assert_int_equal(outcome.ending, GNUPLOT_DONE);
    struct text svg = read_file("hostile.svg");
    assert_true(utf8_valid(svg.bytes, svg.length));
    const char *labels = strstr(svg.bytes, "0123456789");
    assert_non_null(labels);
    for (size_t i = 0; i < HOSTILE; i++) {
        struct text expected = {0};
        text_add(&expected, ">");
        add_expected(&expected, hostile[i]);
        text_add(&expected, "</text>");
        if (strstr(svg.bytes, expected.bytes) == NULL)
            fail_msg("string %zu is not there as %s", i, expected.bytes);
        text_free(&expected);
    }
    text_free(&svg);
    text_free(&script);
}

/* Whatever one of the strings could have run would have left a file. */
static void nothing_else_was_written(void **state) {
    (void)state;
    DIR *opened = opendir(folder);
    for (struct dirent *entry; (entry = readdir(opened)) != NULL;)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 &&
            strcmp(entry->d_name, "hostile.svg") != 0 &&
            strcmp(entry->d_name, "hostile.png") != 0)
            fail_msg("%s was written", entry->d_name);
    closedir(opened);
}

static void pictures_are_the_same_each_time(void **state) {
    (void)state;
    struct text script = {0};
    write_hostile(&script, true);
    struct text svg = read_file("hostile.svg"), png = read_file("hostile.png");
    assert_int_equal(run_script(script.bytes, 60).ending, GNUPLOT_DONE);
    struct text svg_again = read_file("hostile.svg"), png_again = read_file("hostile.png");
    assert_int_equal(svg.length, svg_again.length);
    assert_memory_equal(svg.bytes, svg_again.bytes, svg.length);
    assert_int_equal(png.length, png_again.length);
    assert_memory_equal(png.bytes, png_again.bytes, png.length);
    text_free(&svg);
    text_free(&png);
    text_free(&svg_again);
    text_free(&png_again);
    text_free(&script);
}

static void an_error_is_reported_with_its_line(void **state) {
    (void)state;
    struct gnuplot_outcome outcome =
        run_script("set encoding utf8\nx = 1\nplot nothing\nset print \"late\"\n", 60);
    assert_int_equal(outcome.ending, GNUPLOT_ERROR);
    assert_int_equal(outcome.line, 3);
    assert_string_equal(outcome.message, "undefined variable: nothing");
    struct text path = {0};
    text_add_format(&path, "%s/late", folder);
    assert_int_equal(access(path.bytes, F_OK), -1);
    text_free(&path);
}

static void a_loop_is_ended(void **state) {
    (void)state;
    assert_int_equal(run_script("while (1) { x = 1 }\n", 1).ending, GNUPLOT_TOO_SLOW);
}

/* More than a pipe holds, and an early exit: no SIGPIPE, and not taken for success. */
static void an_early_exit_is_no_success(void **state) {
    (void)state;
    struct text script = {0};
    text_add(&script, "exit status 0\n");
    text_add_repeated(&script, "# a line that nobody reads\n", 20000);
    struct gnuplot_outcome outcome = run_script(script.bytes, 60);
    assert_int_equal(outcome.ending, GNUPLOT_ERROR);
    assert_int_equal(outcome.number, 0);
    text_free(&script);
}

static void a_missing_program_is_reported(void **state) {
    (void)state;
    char *path = memory_copy(getenv("PATH"));
    setenv("PATH", folder, 1);
    assert_int_equal(run_script("\n", 60).ending, GNUPLOT_MISSING);
    setenv("PATH", path, 1);
    free(path);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hostile_text_appears_exactly),
        cmocka_unit_test(nothing_else_was_written),
        cmocka_unit_test(pictures_are_the_same_each_time),
        cmocka_unit_test(an_error_is_reported_with_its_line),
        cmocka_unit_test(a_loop_is_ended),
        cmocka_unit_test(an_early_exit_is_no_success),
        cmocka_unit_test(a_missing_program_is_reported),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
