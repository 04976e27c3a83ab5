#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/xml.h"

static const struct xml_element *read(struct arena *arena, const char *bytes, size_t *line) {
    return xml_read(arena, bytes, strlen(bytes), line);
}

static void words_of_all_kinds_are_joined(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    size_t line;
    const struct xml_element *root =
        read(arena,
             "<?xml version=\"1.0\"?>\n<a>\n<b>1 &lt; <![CDATA[2 & <p>]]><!-- no --> 3</b>"
             "<b>other</b><c x=\"1\"/></a>",
             &line);
    assert_non_null(root);
    assert_string_equal(root->name, "a");
    assert_string_equal(xml_words(root, "b"), "1 < 2 & <p> 3");
    assert_string_equal(xml_words(root, "c"), "");
    assert_string_equal(xml_words(root, "d"), "");
    assert_null(xml_child(root, "d"));
    assert_null(xml_child(NULL, "d"));
    assert_string_equal(xml_child(root, "b")->next->words, "other");
    arena_free(arena);
}

static void what_is_not_well_formed_is_refused_with_its_line(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    size_t line;
    assert_null(read(arena, "<a>\n<b>\n</a>\n", &line));
    assert_in_range(line, 3, 4);
    assert_null(read(arena, "", &line));
    assert_int_equal(line, 0);
    assert_null(read(arena, "<a>\xFF</a>", &line));
    assert_null(xml_read(arena, "<a/>\0<b/>", 9, &line));
    arena_free(arena);
}

static void a_document_type_is_refused(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    size_t line;
    assert_null(read(arena, "<!DOCTYPE a [<!ENTITY e \"x\">]><a>&e;</a>", &line));
    assert_null(read(arena, "<a>&e;</a>", &line));
    arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_of_all_kinds_are_joined),
        cmocka_unit_test(what_is_not_well_formed_is_refused_with_its_line),
        cmocka_unit_test(a_document_type_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
