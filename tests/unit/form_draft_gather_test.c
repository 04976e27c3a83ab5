#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "form/draft_gather.h"

/* One question with remarks of its own and of its answers. */
static struct draft *make(struct arena *arena) {
    struct draft *draft = draft_new(arena);
    draft_add_section(draft, NULL);
    draft_add_question(draft, QUESTION_SINGLE, 0, "Q1");
    return draft;
}

static void guesses_of_a_question_are_one_line(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    struct draft *draft = make(arena);
    struct draft_question *question = draft->questions[0];
    draft_guess(draft, &question->codes.remarks, "the order", "the order");
    draft_guess(draft, &question->remarks, "the type", "the type");
    draft_loss(draft, &question->remarks, "the pattern", "the pattern");
    draft_guess(draft, &question->remarks, "the type", "the type");
    draft_gather(draft);
    const struct draft_remark *first = question->remarks.first;
    assert_true(first->guess);
    assert_string_equal(first->text, "(1) the type (2) the order");
    assert_false(first->next->guess);
    assert_string_equal(first->next->text, "the pattern");
    assert_null(first->next->next);
    assert_int_equal(draft_count(draft, true), 1);
    assert_int_equal(draft_count(draft, false), 1);
    arena_free(arena);
}

static void a_single_guess_has_no_number(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    struct draft *draft = make(arena);
    draft_guess(draft, &draft->sections[0]->remarks, "the title", "the title");
    draft_gather(draft);
    assert_string_equal(draft->sections[0]->remarks.first->text, "the title");
    arena_free(arena);
}

/* The answers of a scale have their remarks at the scale. */
static void those_of_a_scale_are_not_the_question_s(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    struct draft *draft = make(arena);
    draft->questions[0]->codes.scale = "agreement";
    draft_guess(draft, &draft->questions[0]->codes.remarks, "the order", "the order");
    draft_gather(draft);
    assert_null(draft->questions[0]->remarks.first);
    arena_free(arena);
}

static void those_about_the_survey_stay_apart(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    struct draft *draft = make(arena);
    draft_guess(draft, &draft->remarks, "the days", "the days");
    draft_guess(draft, &draft->remarks, "the title", "the title");
    draft_gather(draft);
    assert_int_equal(draft_count(draft, true), 2);
    arena_free(arena);
}

static void what_no_line_holds_follows_in_a_second(void **state) {
    (void)state;
    char words[501];
    memset(words, 'w', sizeof words - 1);
    words[sizeof words - 1] = '\0';
    struct arena *arena = arena_new();
    struct draft *draft = make(arena);
    struct draft_remarks *remarks = &draft->questions[0]->remarks;
    draft_guess(draft, remarks, "one", "one");
    draft_guess(draft, remarks, "a %s", "a %s", words);
    draft_guess(draft, remarks, "b %s", "b %s", words);
    draft_gather(draft);
    assert_int_equal(draft_count(draft, true), 2);
    assert_memory_equal(remarks->first->text, "(1) one (2) a w", 15);
    assert_memory_equal(remarks->first->next->text, "(3) b w", 7);
    assert_true(strlen(remarks->first->text) < 980);
    arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(guesses_of_a_question_are_one_line),
        cmocka_unit_test(a_single_guess_has_no_number),
        cmocka_unit_test(those_of_a_scale_are_not_the_question_s),
        cmocka_unit_test(those_about_the_survey_stay_apart),
        cmocka_unit_test(what_no_line_holds_follows_in_a_second),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
