/* Every way a line can be written, right and wrong, and the suggestions for slips of the pen.
 */
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
#include "survey/ini.h"
#include "survey/ini_suggestion.h"

static char *messages;
static size_t message_size;

static const struct ini *read_bytes(struct arena *arena, const char *bytes, size_t length) {
    char path[] = "/tmp/ini-XXXXXX";
    int handle = mkstemp(path);
    assert_true(handle >= 0);
    assert_int_equal(write(handle, bytes, length), (ssize_t)length);
    close(handle);
    free(messages);
    FILE *stream = open_memstream(&messages, &message_size);
    struct diag *diag = diag_new(stream);
    const struct ini *ini = ini_read(arena, path, diag);
    assert_true((ini == NULL) == (diag_count(diag, DIAG_ERROR) > 0));
    diag_free(diag);
    fclose(stream);
    unlink(path);
    return ini;
}

/* One line below [a b]; the place and a part of what is said, or NULL and the value that is
 * read for key k. */
struct line {
    const char *bytes;
    const char *said;
    const char *value;
};

static const struct line lines[] = {
    {"k = v", NULL, "v"},
    {"k=v", NULL, "v"},
    {" \tk\t =\t v \t", NULL, "v"},
    {"k = two words", NULL, "two words"},
    {"k = \"two words\"", NULL, "two words"},
    {"k = \" kept \"", NULL, " kept "},
    {"k = \"Was #1; wichtig?\"", NULL, "Was #1; wichtig?"},
    {"k = \"Wie geht's?\"", NULL, "Wie geht's?"},
    {"k = „Verein“ oder ‚Kommune‘", NULL, "„Verein“ oder ‚Kommune‘"},
    {"k = \"\"", NULL, ""},
    {"k =", NULL, ""},
    {"k == x", NULL, "= x"},
    {"k = a=b", NULL, "a=b"},
    {"k = [x]", NULL, "[x]"},
    {"k = 50 % \\n", NULL, "50 % \\n"},
    {"k = \"C:\\\"", NULL, "C:\\"},
    {"k = \"\\\\server\\neu\"", NULL, "\\\\server\\neu"},
    {"k = \"\\'\\t\\u00e4\"", NULL, "\\'\\t\\u00e4"},
    {"k = \\server", NULL, "\\server"},
    {"k = \x1a", ":2:5: error: a control character", NULL},
    {"k = `touch x` $(y) {z}", NULL, "`touch x` $(y) {z}"},
    {"k = v\r", NULL, "v"},
    {"k = Frage #1", ":2:11: k: error: a value with # must stand in double quotes", NULL},
    {"k = a; b", ":2:6: k: error: a value with ; must", NULL},
    {"k = ä; b", ":2:6: k: error: a value with ; must", NULL},
    {"k = 'a'", ":2:5: k: error: a value with ' must", NULL},
    {"k = 's Heim", ":2:5: k: error: a value with ' must", NULL},
    {"k = a \"b\"", ":2:7: k: error: a value with \" must", NULL},
    {"k = \"offen", ":2:5: k: error: the closing quote \" is missing", NULL},
    {"k = \"", ":2:5: k: error: the closing quote \" is missing", NULL},
    {"k = \"Verein\" oder \"Kommune\"?", ":2:13: k: error: text behind the closing quote",
     NULL},
    {"k = \"a\" junk", ":2:8: k: error: text behind the closing quote", NULL},
    {"k = \"a \\\"b\\\" c\"", ":2:10: k: error: text behind the closing quote", NULL},
    {"k = a\\", ":2:6: error: a \\ at the end of a line", NULL},
    {"k = a\\ ", ":2:6: error: a \\ at the end of a line", NULL},
    {"# Pfad C:\\", ":2:10: error: a \\ at the end of a line", NULL},
    {"k = a\tb", ":2: k: error: a tab in the value", NULL},
    {"k = a\x1b[31m", ":2:6: error: a control character", NULL},
    {"k = ä\xc2\x85", ":2:6: error: a control character", NULL},
    {"k = a\xe2\x80\xae", ":2:6: error: a control character", NULL},
    {"# \x07", ":2:3: error: a control character", NULL},
    {"k = \xe4", ":2:5: error: not valid UTF-8", NULL},
    {"k = ä\xc3", ":2:6: error: not valid UTF-8", NULL},
    {"k = \xc0\xaf", ":2:5: error: not valid UTF-8", NULL},
    {"k = a\rl = b", ":2:6: error: a carriage return without line feed", NULL},
    {"K = v", ":2:1: K: error: keys are in lower case only", NULL},
    {"text.DE = v", ":2:1: text.DE: error: keys are in lower case only", NULL},
    {"a:b = v", ":2:2: a:b: error: a colon in a key", NULL},
    {"k-l = v", ":2:2: k-l: error: keys have only", NULL},
    {"schlüssel = v", ":2:5: schlüssel: error: keys have only", NULL},
    {".k = v", ":2:1: .k: error: keys have only", NULL},
    {"= v", ":2:1: error: before the = stands a key", NULL},
    {"k v", ":2:1: error: neither [section] nor key = value", NULL},
    {"k: v", ":2:1: error: neither [section] nor key = value", NULL},
    {"[]", ":2:1: error: a section is [kind] or [kind name]", NULL},
    {"[   ]", ":2:1: error: a section is [kind] or [kind name]", NULL},
    {"[c d e]", ":2:1: error: a section is [kind] or [kind name]", NULL},
    {"[c", ":2:3: error: the closing ] is missing", NULL},
    {"[c]b]", ":2:4: error: text behind the ]", NULL},
    {"[c] # y]", ":2:4: error: text behind the ]", NULL},
    {"[c] ; comment", ":2:4: error: text behind the ]", NULL},
    {"[c:d]", ":2:3: c:d: error: a colon in the name of a section", NULL},
    {"[C d]", ":2:2: C: error: names of sections are in lower case only", NULL},
    {"[c ö]", ":2:4: ö: error: names of sections have only", NULL},
    {"[a b]", ":2:1: [a b]: error: this section stands already in line 1", NULL},
    {"[ a  b ]", ":2:1: [a b]: error: this section stands already in line 1", NULL},
    {"k = 1\nk = 2", ":3:1: k: error: this key stands already in line 2", NULL},
};

/* The same for a key whose value is a list of words of an export. */
static const struct line lists[] = {
    {"alias = Q1 Q2", NULL, "Q1 Q2"},
    {"alias = \"two words\"", NULL, "two words"},
    {"alias = Q1 \"two words\", Q2", NULL, "Q1 \"two words\", Q2"},
    {"alias = \"a; b\" \"c # d\"", NULL, "\"a; b\" \"c # d\""},
    {"alias = \"it's\",\"C:\\\"", NULL, "\"it's\",\"C:\\\""},
    {"alias = Q1 \"open", ":2:12: alias: error: the closing quote \" is missing", NULL},
    {"alias = \"a\" \"", ":2:13: alias: error: the closing quote \" is missing", NULL},
    {"alias = a \"\" b", ":2:11: alias: error: nothing stands between the quotes", NULL},
    {"alias = ä \"a\"b", ":2:14: alias: error: a blank is missing behind the quote", NULL},
    {"alias = \"a\"\"b\"", ":2:12: alias: error: a blank is missing behind the quote", NULL},
    {"alias = a\"b\" c", ":2:10: alias: error: a value with \" must stand in double", NULL},
    {"alias = \"a b\" c;d", ":2:16: alias: error: a value with ; must stand in double", NULL},
    {"alias = \"a b\" ; comment", ":2:15: alias: error: a value with ; must stand", NULL},
};

static bool check_line(const struct line *line, const char *key) {
    struct arena *arena = arena_new();
    struct text file = {0};
    text_add_format(&file, "[a b]\n%s\n", line->bytes);
    const struct ini *ini = read_bytes(arena, file.bytes, file.length);
    text_free(&file);
    bool fine = line->said != NULL
                    ? ini == NULL && strstr(messages, line->said) != NULL &&
                          strchr(messages, '\n') == strrchr(messages, '\n')
                    : ini != NULL && ini_value(&ini->sections[0], key) != NULL &&
                          strcmp(ini_value(&ini->sections[0], key), line->value) == 0;
    if (!fine)
        print_error("'%s' must give '%s' but says:\n%s", line->bytes,
                    line->said != NULL ? line->said : line->value, messages);
    arena_free(arena);
    return fine;
}

static void every_line_is_judged(void **state) {
    (void)state;
    size_t failed = 0;
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        failed += !check_line(&lines[i], "k");
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        failed += !check_line(&lists[i], "alias");
    assert_int_equal(failed, 0);
}

static void phrases_are_for_words_of_exports(void **state) {
    (void)state;
    assert_true(ini_lists_phrases("alias"));
    assert_true(ini_lists_phrases("alias.verein"));
    assert_true(ini_lists_phrases("not_ticked"));
    assert_false(ini_lists_phrases("codes"));
    assert_false(ini_lists_phrases("aliases"));
    assert_false(ini_lists_phrases("text.alias"));
}

static void files_are_read(void **state) {
    (void)state;
    static const char file[] = "\xEF\xBB\xBF# c\r\n[survey]\r\n; d\r\n\r\nid = x\r\n"
                               "[ scale  imp ]\r\nlabel.a.de = \"A; #\"";
    struct arena *arena = arena_new();
    const struct ini *ini = read_bytes(arena, file, sizeof file - 1);
    assert_non_null(ini);
    assert_int_equal(ini->count, 2);
    assert_string_equal(ini->sections[0].kind, "survey");
    assert_string_equal(ini->sections[0].id, "");
    assert_int_equal(ini->sections[0].line, 2);
    assert_int_equal(ini->sections[0].count, 1);
    assert_string_equal(ini->sections[1].kind, "scale");
    assert_string_equal(ini->sections[1].id, "imp");
    assert_int_equal(ini_entry(&ini->sections[1], "label.a.de")->line, 7);
    assert_string_equal(ini_value(&ini->sections[1], "label.a.de"), "A; #");
    assert_null(ini_value(&ini->sections[1], "id"));
    arena_free(arena);
}

/* SHA-256 of nothing, as FIPS 180-4 gives it. */
static void digest_is_of_the_bytes(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    const struct ini *ini = read_bytes(arena, "", 0);
    assert_non_null(ini);
    assert_int_equal(ini->count, 0);
    assert_string_equal(ini->digest,
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    arena_free(arena);
}

static void whole_files_are_refused(void **state) {
    (void)state;
    static const struct {
        const char *bytes;
        size_t length;
        const char *said;
    } files[] = {
        {"\xFF\xFE[\0a\0]\0", 8, ":1: error: the file is in UTF-16"},
        {"\xFE\xFF\0[\0a\0]", 8, ":1: error: the file is in UTF-16"},
        {"[a]\nk = 1\n\0l = 2\n", 17, ":3:1: error: a NUL byte"},
        {"[a]\nk = 1\0\n", 11, ":2:6: error: a NUL byte"},
        {"k = 1\n", 6, ":1:1: k: error: a key before the first [section]"},
        {"[a]\rk = 1\r", 10, ":1:4: error: a carriage return without line feed"},
        {"[a]\nk = 1\\", 10, ":2:6: error: a \\ at the end of a line"},
    };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        struct arena *arena = arena_new();
        assert_null(read_bytes(arena, files[i].bytes, files[i].length));
        if (strstr(messages, files[i].said) == NULL)
            fail_msg("'%s' is not said but: %s", files[i].said, messages);
        arena_free(arena);
    }
}

static void limits_are_kept(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    struct text file = {0};
    text_add(&file, "[a]\nk = ");
    text_add_repeated(&file, "x", 996);
    assert_non_null(read_bytes(arena, file.bytes, file.length));
    text_add(&file, "x");
    assert_null(read_bytes(arena, file.bytes, file.length));
    assert_non_null(strstr(messages, ":2: error: the line has 1001 bytes"));
    text_clear(&file);
    text_add(&file, "[");
    text_add_repeated(&file, "x", 40);
    text_add(&file, " ");
    text_add_repeated(&file, "y", 40);
    text_add(&file, "]\n");
    text_add_repeated(&file, "z", 100);
    text_add(&file, " = 1\n");
    assert_non_null(read_bytes(arena, file.bytes, file.length));
    text_add(&file, "[");
    text_add_repeated(&file, "x", 41);
    text_add(&file, "]\n");
    text_add_repeated(&file, "z", 101);
    text_add(&file, " = 1\n");
    assert_null(read_bytes(arena, file.bytes, file.length));
    assert_non_null(strstr(messages, ":3:2: error: the name has 41 bytes, at most 40"));
    assert_non_null(
        strstr(messages, ":4:1: error: before the = stands a key of 1 to 100 bytes"));
    text_clear(&file);
    text_add_repeated(&file, "#\n", (1 << 19) + 1);
    assert_null(read_bytes(arena, file.bytes, file.length));
    assert_non_null(strstr(messages, "the file has more than 1048576 bytes"));
    text_free(&file);
    arena_free(arena);
}

/* Files that look to iniparser as if sections and keys were one tree (CVE-2023-33461). */
static void sections_never_meet_keys(void **state) {
    (void)state;
    static const char file[] = "[q1]\nrequired = 1\n[q1 required]\nx = 2\n[q]\nx = 3\n";
    struct arena *arena = arena_new();
    const struct ini *ini = read_bytes(arena, file, sizeof file - 1);
    assert_non_null(ini);
    assert_string_equal(ini_value(&ini->sections[0], "required"), "1");
    assert_string_equal(ini_value(&ini->sections[1], "x"), "2");
    assert_string_equal(ini_value(&ini->sections[2], "x"), "3");
    arena_free(arena);
}

static void suggestions_are_near(void **state) {
    (void)state;
    static const char *const words[] = {"type", "text", "section", "max_choices", "de"};
    assert_string_equal(ini_suggestion("tpye", words, 5), "type");
    assert_string_equal(ini_suggestion("txt", words, 5), "text");
    assert_string_equal(ini_suggestion("sektion", words, 5), "section");
    assert_string_equal(ini_suggestion("max_choises", words, 5), "max_choices");
    assert_string_equal(ini_suggestion("maxchoice", words, 5), "max_choices");
    assert_string_equal(ini_suggestion("dee", words, 5), "de");
    assert_null(ini_suggestion("min", words, 5));
    assert_null(ini_suggestion("fr", words, 5));
    assert_null(ini_suggestion("", words, 5));
    assert_null(ini_suggestion("type", words, 1));
    assert_null(ini_suggestion("type", words, 0));
    /* A swap of neighbours is one step, not two: "ab" to "ba" lies within the 1 that short
     * words have. */
    static const char *const swapped[] = {"ba"};
    assert_string_equal(ini_suggestion("ab", swapped, 1), "ba");
}

static int free_messages(void **state) {
    (void)state;
    free(messages);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_line_is_judged),
        cmocka_unit_test(phrases_are_for_words_of_exports),
        cmocka_unit_test(files_are_read),
        cmocka_unit_test(digest_is_of_the_bytes),
        cmocka_unit_test(whole_files_are_refused),
        cmocka_unit_test(limits_are_kept),
        cmocka_unit_test(sections_never_meet_keys),
        cmocka_unit_test(suggestions_are_near),
    };
    return cmocka_run_group_tests(tests, NULL, free_messages);
}
