/* Loads the questionnaire that has every key, and the same with one edit each: what must be
 * reported about the edit, and that nothing else is reported. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "survey/questionnaire.h"
#include "survey/questionnaire_read.h"

/* Instead of find, which is in the file, comes replace. expected is a part of the one message;
 * NULL: the file is still fine. */
struct edit {
    const char *find, *replace, *expected;
};

static const struct edit edits[] = {
#include "questionnaire_edits.inc"
};

static char *read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    struct text text = {0};
    char buffer[4096];
    size_t got;
    while ((got = fread(buffer, 1, sizeof buffer, file)) > 0)
        text_add_bytes(&text, buffer, got);
    fclose(file);
    return text.bytes;
}

/* The file of an edit, under a name that mkstemp chooses. */
static void write_edited(char *path, const char *whole, const struct edit *edit) {
    const char *found = strstr(whole, edit->find);
    if (found == NULL)
        fail_msg("'%s' does not stand in the file", edit->find);
    int handle = mkstemp(path);
    assert_true(handle >= 0);
    FILE *file = fdopen(handle, "wb");
    fwrite(whole, 1, (size_t)(found - whole), file);
    fputs(edit->replace, file);
    fputs(found + strlen(edit->find), file);
    fclose(file);
}

/* What loading says, and how many errors there were; the caller frees. */
static char *messages_of(const char *path, size_t *errors) {
    char *messages;
    size_t length;
    FILE *stream = open_memstream(&messages, &length);
    struct diag *diag = diag_new(stream);
    struct questionnaire *questionnaire = questionnaire_load(path, diag);
    *errors = diag_count(diag, DIAG_ERROR);
    assert_true((questionnaire == NULL) == (*errors > 0));
    questionnaire_free(questionnaire);
    diag_free(diag);
    fclose(stream);
    return messages;
}

/* True where the edit is reported as expected, and nothing else is. */
static bool check_edit(const char *whole, const struct edit *edit) {
    char path[] = "/tmp/questionnaire-XXXXXX";
    write_edited(path, whole, edit);
    size_t errors;
    char *messages = messages_of(path, &errors);
    unlink(path);
    const char *expected = edit->expected;
    bool several = expected != NULL && expected[0] == '+';
    bool fine = expected == NULL
                    ? errors == 0
                    : (errors == 1 || several) && strstr(messages, expected + several) != NULL;
    if (!fine)
        print_error("'%s' -> '%s' must say '%s', but says:\n%s", edit->find, edit->replace,
                    expected != NULL ? expected : "nothing", messages);
    free(messages);
    return fine;
}

static void every_edit_is_reported(void **state) {
    (void)state;
    char *whole = read_file("tests/data/form/every_key.ini");
    size_t failed = 0;
    for (size_t i = 0; i < sizeof edits / sizeof edits[0]; i++)
        failed += !check_edit(whole, &edits[i]);
    free(whole);
    assert_int_equal(failed, 0);
}

static struct questionnaire *load(const char *path) {
    struct diag *diag = diag_new(stderr);
    struct questionnaire *questionnaire = questionnaire_load(path, diag);
    diag_free(diag);
    assert_non_null(questionnaire);
    return questionnaire;
}

static void survey_is_read(void **state) {
    (void)state;
    struct questionnaire *loaded = load("tests/data/form/every_key.ini");
    assert_string_equal(loaded->id, "sample");
    assert_int_equal(loaded->language_count, 2);
    assert_int_equal(questionnaire_language(loaded, "en"), 1);
    assert_int_equal(questionnaire_language(loaded, "fr"), -1);
    assert_string_equal(loaded->title.in[1], "Town twinning: what do we need?");
    assert_string_equal(loaded->publisher.in[0], "Landeszentrale");
    assert_string_equal(loaded->publisher.in[1], "Landeszentrale");
    assert_int_equal(loaded->invited, 40);
    assert_int_equal(loaded->seed, 7);
    assert_string_equal(loaded->field_from, "2021-02-25");
    assert_int_equal(loaded->min_cell, 3);
    assert_string_equal(loaded->breakdown->id, "org");
    assert_int_equal(loaded->glances[0].statistic, STATISTIC_UNMET);
    assert_ptr_equal(loaded->glances[0].gap, &loaded->gaps[0]);
    assert_ptr_equal(loaded->glances[0].question, loaded->gaps[0].importance);
    assert_int_equal(loaded->passage_count, 1);
    questionnaire_free(loaded);
}

static void choices_are_read(void **state) {
    (void)state;
    struct questionnaire *loaded = load("tests/data/form/every_key.ini");
    const struct question *org = questionnaire_question(loaded, "org");
    assert_int_equal(org->alias_count, 3);
    assert_string_equal(org->aliases[1], "q00001");
    assert_string_equal(org->aliases[2], "Reply of, the body");
    assert_int_equal(org->codes->codes[1].alias_count, 1);
    assert_string_equal(org->codes->codes[1].aliases[0], "Town or village");
    assert_true(org->has_dk && org->has_other && org->core && !org->required);
    assert_int_equal(org->other, 2);
    assert_int_equal(org->roles, ROLE_IDENTIFYING);
    assert_int_equal(org->recode_count, 1);
    assert_int_equal(org->recodes[0].code, 0);
    assert_int_equal(org->grouping->coarse_count, 2);
    assert_int_equal(org->grouping->coarse[0].codes[1], 2);
    assert_string_equal(org->codes->codes[1].addressee.in[0], "Stadtrat");
    const struct question *trend = questionnaire_question(loaded, "trend");
    assert_int_equal(trend->codes->measure, MEASURE_ORDINAL);
    assert_int_equal(trend->codes->inside, 3);
    assert_true(trend->codes->codes[3].outside);
    assert_int_equal(trend->sets[0].codes[1], 2);
    const struct question *formats = questionnaire_question(loaded, "formats");
    assert_int_equal(formats->max_choices, 3);
    assert_true(formats->codes->codes[2].exclusive);
    assert_string_equal(formats->separator, ";");
    const struct question *consent = questionnaire_question(loaded, "consent_contact");
    assert_int_equal(consent->consents, 0);
    assert_null(questionnaire_question(loaded, "nobody"));
    questionnaire_free(loaded);
}

static void report_words_are_read(void **state) {
    (void)state;
    struct questionnaire *loaded = load("tests/data/form/every_key.ini");
    const struct code_list *list = questionnaire_question(loaded, "importance")->codes;
    assert_string_equal(list->say_top.many.in[1], "{k} find {item} important");
    assert_string_equal(list->say_top.one.in[1], "{k} finds {item} important");
    assert_string_equal(list->say_middle.many.in[0], "{item}: {k}");
    assert_false(label_present(&list->say_middle.one));
    assert_string_equal(list->say[4].many.in[0], "{item} finden {k} sehr wichtig");
    assert_false(label_present(&list->say[3].many));
    assert_string_equal(list->codes[2].brief.in[0], "mittel");
    const struct question *importance = questionnaire_question(loaded, "importance");
    assert_string_equal(importance->sets[0].say.many.in[1], "{item} matters to {k}");
    assert_string_equal(importance->rows[1].brief.in[0], "Ansprechperson");
    assert_false(label_present(&importance->rows[0].brief));
    const struct code_list *formats = questionnaire_question(loaded, "formats")->codes;
    assert_string_equal(formats->say[1].many.in[1], "{k} use {item}");
    assert_null(questionnaire_question(loaded, "org")->codes->say);
    questionnaire_free(loaded);
}

static void check_topic(const struct topic *topic, enum topic_kind kind, const char *id) {
    assert_int_equal(topic->kind, kind);
    assert_string_equal(topic->id, id);
}

static void report_parts_are_read(void **state) {
    (void)state;
    struct questionnaire *loaded = load("tests/data/form/every_key.ini");
    const struct together *changes = questionnaire_together(loaded, "changes");
    assert_int_equal(changes->count, 2);
    assert_string_equal(changes->questions[1]->id, "first");
    assert_string_equal(changes->columns[1].in[0], "angekreuzt");
    /* The exclusive option between them is left out. */
    assert_int_equal(changes->item_count, 3);
    assert_int_equal(changes->items[0][2], 2);
    assert_int_equal(changes->items[1][2], 3);
    const struct trend *time = questionnaire_trend(loaded, "time");
    assert_string_equal(time->questions[1]->id, "outlook");
    assert_string_equal(time->when[1].in[1], "in future");
    assert_int_equal(loaded->finding_count, 5);
    check_topic(&loaded->findings[0], TOPIC_GLANCE, "parts_of_it");
    assert_ptr_equal(loaded->findings[0].glance, &loaded->glances[1]);
    check_topic(&loaded->findings[1], TOPIC_GAP, "support_gap");
    assert_ptr_equal(loaded->findings[1].gap, &loaded->gaps[0]);
    assert_null(loaded->findings[1].glance);
    check_topic(&loaded->findings[2], TOPIC_TOGETHER, "changes");
    check_topic(&loaded->findings[3], TOPIC_TREND, "time");
    check_topic(&loaded->findings[4], TOPIC_ITEM, "formats.video");
    assert_string_equal(loaded->findings[4].question->id, "formats");
    assert_int_equal(loaded->page_count, 2);
    assert_int_equal(loaded->pages[0].topic_count, 3);
    check_topic(&loaded->pages[0].topics[1], TOPIC_QUESTION, "importance");
    assert_int_equal(loaded->glances[1].part_count, 3);
    assert_null(loaded->glances[1].question);
    assert_int_equal(loaded->glances[1].parts[1].item, 1);
    assert_null(loaded->glances[0].parts);
    assert_string_equal(loaded->neutral.in[1],
                        "The agency reports the answers. It demands nothing.");
    questionnaire_free(loaded);
}

static void scales_and_numbers_are_read(void **state) {
    (void)state;
    struct questionnaire *loaded = load("tests/data/form/every_key.ini");
    const struct question *importance = questionnaire_question(loaded, "importance");
    assert_string_equal(importance->codes->id, "imp");
    assert_true(importance->has_dk);
    assert_string_equal(importance->dk.in[0], "weiß nicht");
    assert_string_equal(importance->dk_aliases[0], "X9");
    assert_string_equal(importance->rows[0].addressee.in[1], "Free State");
    assert_string_equal(importance->rows[1].aliases[0], "SQ002");
    assert_string_equal(importance->subject.in[0], importance->text.in[0]);
    assert_string_equal(loaded->scores[0].question->id, "importance");
    assert_int_equal(loaded->scores[0].rows[1], 1);
    const struct question *fee = questionnaire_question(loaded, "fee");
    assert_int_equal(fee->decimals, 2);
    assert_int_equal(fee->minimum, -50);
    assert_int_equal(fee->maximum, 9995);
    questionnaire_free(loaded);
}

static void variables_are_in_order(void **state) {
    (void)state;
    static const char *const names[] = {"consent",
                                        "org",
                                        "org__other",
                                        "formats__video",
                                        "formats__chat",
                                        "formats__none",
                                        "formats__other",
                                        "importance__money",
                                        "importance__contact_person",
                                        "satisfaction__money",
                                        "satisfaction__contact_person",
                                        "reforms__simple",
                                        "reforms__small",
                                        "reforms__multi_year",
                                        "first__simple",
                                        "first__small",
                                        "first__none",
                                        "first__multi_year",
                                        "members",
                                        "fee",
                                        "trend",
                                        "outlook",
                                        "idea",
                                        "consent_contact",
                                        "offers__advice",
                                        "offers__host"};
    struct questionnaire *loaded = load("tests/data/form/every_key.ini");
    assert_int_equal(loaded->variable_count, sizeof names / sizeof names[0]);
    for (size_t i = 0; i < loaded->variable_count; i++)
        assert_string_equal(loaded->variables[i].name, names[i]);
    const struct variable *open = questionnaire_variable(loaded, "org__other");
    assert_int_equal(open->kind, ANSWER_TEXT);
    const struct variable *rank = questionnaire_variable(loaded, "reforms__small");
    assert_int_equal(rank->kind, ANSWER_PLACE);
    assert_int_equal(rank->item, 1);
    assert_int_equal(questionnaire_question(loaded, "contact")->variable_count, 0);
    assert_int_equal(questionnaire_question(loaded, "org")->first_variable, 1);
    assert_null(questionnaire_variable(loaded, "org__verein"));
    questionnaire_free(loaded);
}

/* What other rooms ask instead of the type. */
static void types_say_what_answers_are(void **state) {
    (void)state;
    static const struct {
        const char *id, *item, *part; /* the second of each; NULL: it has no class */
        enum answer_kind answer;
        bool one_code;
    } cases[] = {{"org", NULL, NULL, ANSWER_CODE, true},
                 {"formats", "chat", NULL, ANSWER_TICK, false},
                 {"importance", "contact_person", "contact_person", ANSWER_CODE, false},
                 {"reforms", "small", NULL, ANSWER_PLACE, false},
                 {"members", NULL, NULL, ANSWER_NUMBER, false},
                 {"idea", NULL, NULL, ANSWER_TEXT, false}};
    struct questionnaire *loaded = load("tests/data/form/every_key.ini");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct question *question = questionnaire_question(loaded, cases[i].id);
        const struct code *item = question_item(question, 1);
        bool rows = cases[i].part != NULL;
        assert_int_equal(question_answer(question), cases[i].answer);
        assert_int_equal(question_has_one_code(question), cases[i].one_code);
        assert_int_equal(item != NULL, cases[i].item != NULL);
        if (item != NULL)
            assert_string_equal(item->id, cases[i].item);
        assert_int_equal(question_parts(question), rows ? question->row_count : 1);
        assert_string_equal(question_part(question, rows), rows ? cases[i].part : "");
    }
    const struct question *contact = questionnaire_answered(loaded, ANSWER_FIELD);
    assert_string_equal(contact->id, "contact");
    assert_int_equal(question_parts(contact), 1);
    assert_null(questionnaire_answered(loaded, ANSWER_NONE));
    assert_int_equal(question_type_traits(QUESTION_TYPES)->answer, ANSWER_NONE);
    questionnaire_free(loaded);
}

/* iniparser's look-up is linear, so that large files could take minutes. The test of time is
 * generous: under five seconds, also with sanitizers. */
static void ten_thousand_questions_are_refused_fast(void **state) {
    (void)state;
    char path[] = "/tmp/questionnaire-XXXXXX";
    FILE *file = fdopen(mkstemp(path), "wb");
    assert_non_null(file);
    fputs("[survey]\nid = s\ntitle.de = T\nlanguages = de\n[section a]\ntitle.de = A\n", file);
    for (int i = 0; i < 10000; i++)
        fprintf(file, "[question x%d]\ntype = text\nsection = a\ntext.de = Was?\n", i);
    fclose(file);
    clock_t start = clock();
    size_t errors;
    char *messages = messages_of(path, &errors);
    assert_true(clock() - start < 5 * CLOCKS_PER_SEC);
    assert_int_equal(errors, 1);
    assert_non_null(strstr(messages, "10000 questions, at most 1000 are allowed"));
    free(messages);
    unlink(path);
}

/* A thousand questions are allowed, with every code that fits into a MiB. */
static void thousand_questions_are_read_fast(void **state) {
    (void)state;
    char path[] = "/tmp/questionnaire-XXXXXX";
    FILE *file = fdopen(mkstemp(path), "wb");
    assert_non_null(file);
    fputs("[survey]\nid = s\ntitle = T\nlanguages = de\n[section a]\ntitle = A\n", file);
    for (int i = 0; i < 1000; i++) {
        fprintf(file, "[question x%d]\ntype = single\nsection = a\ntext = W\ncodes =", i);
        for (int k = 0; k < 35; k++)
            fprintf(file, " c%d", k);
        for (int k = 0; k < 35; k++)
            fprintf(file, "\nlabel.c%d = L%d", k, k);
        fputs("\n", file);
    }
    fclose(file);
    clock_t start = clock();
    struct questionnaire *loaded = load(path);
    assert_true(clock() - start < 5 * CLOCKS_PER_SEC);
    assert_int_equal(loaded->variable_count, 1000);
    assert_int_equal(loaded->questions[999].codes->count, 35);
    questionnaire_free(loaded);
    unlink(path);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(survey_is_read),
        cmocka_unit_test(choices_are_read),
        cmocka_unit_test(scales_and_numbers_are_read),
        cmocka_unit_test(report_words_are_read),
        cmocka_unit_test(report_parts_are_read),
        cmocka_unit_test(variables_are_in_order),
        cmocka_unit_test(types_say_what_answers_are),
        cmocka_unit_test(every_edit_is_reported),
        cmocka_unit_test(ten_thousand_questions_are_refused_fast),
        cmocka_unit_test(thousand_questions_are_read_fast),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
