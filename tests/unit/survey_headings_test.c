#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "survey/headings.h"
#include "survey/questionnaire_read.h"

static struct questionnaire *questionnaire;
static struct headings *headings;

static struct questionnaire *load(const char *path) {
    struct diag *diag = diag_new(stderr);
    struct questionnaire *loaded = questionnaire_load(path, diag);
    diag_free(diag);
    return loaded;
}

static int set_up(void **state) {
    (void)state;
    questionnaire = load("tests/data/ingest/questionnaire.ini");
    if (questionnaire == NULL)
        return -1;
    headings = headings_new(questionnaire);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    headings_free(headings);
    questionnaire_free(questionnaire);
    return 0;
}

static void expect(const char *heading, const char *question, enum heading_part part,
                   size_t item) {
    size_t count;
    const struct heading *found = headings_find(headings, heading, strlen(heading), &count);
    if (count != 1)
        print_error("heading '%s' has %zu meanings\n", heading, count);
    assert_int_equal(count, 1);
    assert_string_equal(found->question->id, question);
    assert_int_equal(found->part, part);
    assert_int_equal(found->item, item);
}

static void expect_none(const char *heading) {
    size_t count;
    assert_null(headings_find(headings, heading, strlen(heading), &count));
    assert_int_equal(count, 0);
}

static void finds_a_question_by_code_alias_and_text(void **state) {
    (void)state;
    expect("kind", "kind", HEADING_VARIABLE, 0);
    expect("KIND", "kind", HEADING_VARIABLE, 0);
    expect(" q4 ", "kind", HEADING_VARIABLE, 0);
    expect("Wer sind <b>Sie</b>?", "kind", HEADING_VARIABLE, 0);
    expect("Wer sind\u00a0Sie?", "kind", HEADING_VARIABLE, 0);
    expect("\ufeffWho are you?", "kind", HEADING_VARIABLE, 0);
    expect("hours", "hours", HEADING_VARIABLE, 0);
    expect("remark", "remark", HEADING_VARIABLE, 0);
}

static void finds_other_text_and_comment(void **state) {
    (void)state;
    const char *const others[] = {"kind[other]",
                                  "q4_other",
                                  "kind__other",
                                  "kind[Other]",
                                  "Wer sind Sie? [Sonstiges]",
                                  "Wer sind Sie? [anderes]",
                                  "Who are you? [Other]"};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        expect(others[i], "kind", HEADING_OTHER_TEXT, 0);
    expect("kind[comment]", "kind", HEADING_COMMENT, 0);
    expect("q4_comment", "kind", HEADING_COMMENT, 0);
    expect("Wer sind Sie? [Kommentar]", "kind", HEADING_COMMENT, 0);
    expect_none("hours[comment]");
    expect_none("quoting[other]");
}

static void finds_rows_and_options(void **state) {
    (void)state;
    expect("need[rooms]", "need", HEADING_VARIABLE, 1);
    expect("need_rooms", "need", HEADING_VARIABLE, 1);
    expect("need__rooms", "need", HEADING_VARIABLE, 1);
    expect("Was brauchen Sie? [Räume]", "need", HEADING_VARIABLE, 1);
    expect("Was brauchen Sie? [Ra\u0308ume]", "need", HEADING_VARIABLE, 1);
    expect_none("need");
    expect_none("What do you need? [Räume]");
    expect("form", "form", HEADING_WHOLE, 0);
    expect("form[chat]", "form", HEADING_VARIABLE, 1);
    expect("form[other]", "form", HEADING_OTHER_TEXT, 0);
    expect("form[dk]", "form", HEADING_DK, 0);
    expect("Which formats? [don't know]", "form", HEADING_DK, 0);
}

static void knows_ranks_from_ranked_options(void **state) {
    (void)state;
    expect("best", "best", HEADING_WHOLE, 0);
    expect("best[1]", "best", HEADING_RANK, 0);
    expect("best_3", "best", HEADING_RANK, 2);
    expect("Was zuerst? [Rank 2]", "best", HEADING_RANK, 1);
    expect("Was zuerst? [Rang 2]", "best", HEADING_RANK, 1);
    expect("best[soup]", "best", HEADING_VARIABLE, 1);
    expect("What first? [Cake]", "best", HEADING_VARIABLE, 2);
    expect_none("best[4]");
}

static void finds_contact_fields(void **state) {
    (void)state;
    expect("reach[name]", "reach", HEADING_FIELD, 0);
    expect("reach_email", "reach", HEADING_FIELD, 1);
    expect("email", "reach", HEADING_FIELD, 1);
    expect("How do we reach you? [E-mail]", "reach", HEADING_FIELD, 1);
    expect_none("reach");
    expect_none("name");
}

static void finds_code_and_text_together(void **state) {
    (void)state;
    const char *const hours[] = {"hours. Wie viele Stunden?", "hoursHow many hours?",
                                 "hours - How many hours?", "How_many_hours?",
                                 "hours._How_many_hours?"};
    for (size_t i = 0; i < sizeof hours / sizeof hours[0]; i++)
        expect(hours[i], "hours", HEADING_VARIABLE, 0);
    expect("q4[other]. Who are you? [Other]", "kind", HEADING_OTHER_TEXT, 0);
    expect("need[rooms]. What do you need? [Rooms]", "need", HEADING_VARIABLE, 1);
    expect("rooms. Rooms", "need", HEADING_VARIABLE, 1);
    expect("need[rooms]. [Rooms]", "need", HEADING_VARIABLE, 1);
    expect("best[2]. What first? [Rank 2]", "best", HEADING_RANK, 1);
    expect_none("need[rooms]. What do you need? [Money]");
    expect_none("remark. How many hours?");
    expect_none("hours. How many");
    expect_none("hours.");
    expect_none("rooms. Money");
    assert_string_equal(headings_nearest(headings, "hours. How long?", 16).string, "hours");
}

static void finds_rows_without_their_question(void **state) {
    (void)state;
    const char *const names[] = {"Rooms", "Räume", "rooms *", "a) Rooms"};
    size_t count;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const struct heading *row =
            headings_find_alone(headings, names[i], strlen(names[i]), &count);
        assert_int_equal(count, 1);
        assert_string_equal(row->question->id, "need");
        assert_int_equal(row->item, 1);
    }
    assert_null(headings_find_alone(headings, "", 0, &count));
    expect_none("rooms");
}

static void expect_loosely(const char *heading, const char *question, enum heading_part part,
                           size_t item) {
    const struct heading_loosely found =
        headings_find_loosely(headings, heading, strlen(heading));
    if (found.count != 1)
        print_error("heading '%s' has %zu meanings\n", heading, found.count);
    assert_int_equal(found.count, 1);
    assert_string_equal(found.meanings[0].question->id, question);
    assert_int_equal(found.meanings[0].part, part);
    assert_int_equal(found.meanings[0].item, item);
}

static void expect_not_loosely(const char *heading) {
    assert_int_equal(headings_find_loosely(headings, heading, strlen(heading)).count, 0);
}

static void finds_what_something_was_added_to(void **state) {
    (void)state;
    const char *const hours[] = {"1. How many hours?",
                                 "1.- How many hours?",
                                 "2 - How many hours?",
                                 "1) How many hours? *",
                                 "Q1: How many hours?",
                                 "Frage 12 - Wie viele Stunden?",
                                 "c) How many hours? (required)",
                                 "X1..How.many.hours.",
                                 "How.many.hours.",
                                 "work/hours",
                                 "a/b/hours"};
    for (size_t i = 0; i < sizeof hours / sizeof hours[0]; i++)
        expect_loosely(hours[i], "hours", HEADING_VARIABLE, 0);
    expect_loosely("form.chat.", "form", HEADING_VARIABLE, 1);
    expect_loosely("What.do.you.need...Rooms.", "need", HEADING_VARIABLE, 1);
    expect_loosely("a/form/chat", "form", HEADING_VARIABLE, 1);
    expect_not_loosely("3.5 hours");
    expect_not_loosely("12 How many hours?");
    expect_not_loosely("1-2 hours");
    expect_not_loosely("a form_chat");
    expect_not_loosely("work/Hours of the week");
    const struct heading_loosely path =
        headings_find_loosely(headings, "Work / What else?", 17);
    assert_int_equal(path.count, 1);
    assert_true(path.path_by_chance);
    assert_int_equal(path.path, 4);
}

static void finds_items_behind_any_sign(void **state) {
    (void)state;
    const char *const rooms[] = {"need.rooms",
                                 "need/rooms",
                                 "need - rooms",
                                 "need: Rooms",
                                 "need___rooms",
                                 "What do you need? (Rooms)",
                                 "What do you need? - Rooms",
                                 "What do you need?/Rooms",
                                 "What do you need? > Rooms",
                                 "What do you need?[ Rooms ]",
                                 "What do you need?: Rooms"};
    for (size_t i = 0; i < sizeof rooms / sizeof rooms[0]; i++)
        expect(rooms[i], "need", HEADING_VARIABLE, 1);
    expect("Was zuerst? [1. Wahl]", "best", HEADING_RANK, 0);
    expect("What first? - 3rd choice", "best", HEADING_RANK, 2);
    expect_none("What first? - 4th choice");
    expect_none("What first? [Hall 1]");
    expect_none("What do you need? Rooms");
    expect_none("What do you need? [Rooms");
    expect_none("What do you need?_Rooms");
}

static void finds_options_of_a_single_choice(void **state) {
    (void)state;
    expect("Who are you? [Town & office]", "kind", HEADING_OPTION, 1);
    expect("Wer sind Sie? [Verein]", "kind", HEADING_OPTION, 0);
    expect("Who are you? [Other (please specify)]", "kind", HEADING_OTHER_TEXT, 0);
    expect("kind[club]", "kind", HEADING_OPTION, 0); /* "Club" is a text, too */
    expect_none("kind_A1");
}

static void expect_near(const char *heading, const char *string, bool known, const char *item,
                        size_t base) {
    const struct heading_near near = headings_nearest(headings, heading, strlen(heading));
    assert_string_equal(near.string, string);
    assert_int_equal(near.known, known);
    if (item == NULL)
        assert_null(near.item);
    else
        assert_string_equal(near.item, item);
    assert_int_equal(near.base, base);
}

static void suggests_what_resembles(void **state) {
    (void)state;
    expect_near("hour", "hours", true, NULL, 0);
    expect_near("Need[Room]", "need[rooms]", true, "room", 0);
    expect_near("What do you ned? [Rooms]", "What do you need? [Rooms]", true, NULL, 16);
    expect_near("Which formats? [Smoke signals]", "Which formats?", false, "smoke signals", 0);
    assert_null(headings_nearest(headings, "quite another thing", 19).string);
    assert_null(headings_nearest(headings, "", 0).string);
}

static void has_no_collision_here(void **state) {
    (void)state;
    size_t position = 0, count;
    const struct heading *meanings;
    assert_null(headings_collision(headings, &position, &meanings, &count));
}

/* A row's spelling is another question's id; a comment's is not taken from the question of that
 * name. */
static const char colliding[] =
    "[survey]\nid = x\nlanguages = de\ntitle.de = X\n"
    "[section s]\ntitle.de = S\n"
    "[question need]\ntype = matrix\nsection = s\ntext.de = Bedarf\ncodes = low high\n"
    "label.low.de = wenig\nlabel.high.de = viel\nrows = a\nrow.a.de = A\n"
    "[question need_a]\ntype = number\nsection = s\ntext.de = Zahl\nmin = 0\nmax = 9\n"
    "[question org]\ntype = single\nsection = s\ntext.de = Wer\ncodes = one two\n"
    "label.one.de = eins\nlabel.two.de = zwei\n"
    "[question org_comment]\ntype = text\nsection = s\ntext.de = Bemerkung\n";

static void finds_collisions(void **state) {
    (void)state;
    char path[] = "/tmp/headings-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, colliding, strlen(colliding)),
                     (ssize_t)strlen(colliding));
    close(descriptor);
    struct questionnaire *other = load(path);
    unlink(path);
    assert_non_null(other);
    struct headings *found = headings_new(other);
    size_t position = 0, count;
    const struct heading *meanings;
    assert_string_equal(headings_collision(found, &position, &meanings, &count), "need_a");
    assert_int_equal(count, 2);
    assert_string_equal(meanings[0].question->id, "need");
    assert_string_equal(meanings[1].question->id, "need_a");
    assert_null(headings_collision(found, &position, &meanings, &count));
    const struct heading *comment = headings_find(found, "org_comment", 11, &count);
    assert_int_equal(count, 1);
    assert_string_equal(comment->question->id, "org_comment");
    headings_free(found);
    questionnaire_free(other);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_a_question_by_code_alias_and_text),
        cmocka_unit_test(finds_other_text_and_comment),
        cmocka_unit_test(finds_rows_and_options),
        cmocka_unit_test(knows_ranks_from_ranked_options),
        cmocka_unit_test(finds_contact_fields),
        cmocka_unit_test(finds_code_and_text_together),
        cmocka_unit_test(finds_rows_without_their_question),
        cmocka_unit_test(finds_what_something_was_added_to),
        cmocka_unit_test(finds_items_behind_any_sign),
        cmocka_unit_test(finds_options_of_a_single_choice),
        cmocka_unit_test(suggests_what_resembles),
        cmocka_unit_test(has_no_collision_here),
        cmocka_unit_test(finds_collisions),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
