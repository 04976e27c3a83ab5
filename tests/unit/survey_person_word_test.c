#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "survey/person_field.h"
#include "survey/person_word.h"

static struct person_word first_word(const char *text) {
    struct person_word word = {.bytes = text};
    assert_true(person_word_next(&word));
    return word;
}

static bool same(const char *one, const char *other) {
    struct person_word left = first_word(one), right = first_word(other);
    return person_word_same(&left, &right);
}

static void words_are_letters_at_places(void **state) {
    (void)state;
    struct person_word word = {.bytes = "A\u0308rzte, 3 Mu\u0308ller-O'Brien\u00ADs"};
    static const size_t places[][2] = {{0, 6}, {10, 17}, {18, 19}, {20, 27}};
    for (size_t i = 0; i < 4; i++) {
        assert_true(person_word_next(&word));
        assert_int_equal(word.from, places[i][0]);
        assert_int_equal(word.end, places[i][1]);
        assert_true(word.capital);
    }
    assert_false(person_word_next(&word));
    assert_false(person_word_next(&word));
    word = (struct person_word){.bytes = ""};
    assert_false(person_word_next(&word));
}

static void case_accents_and_umlauts_make_no_difference(void **state) {
    (void)state;
    assert_true(same("M\u00DCLLER", "Mueller"));
    assert_true(same("m\u00FCller", "Muller"));
    assert_true(same("Mu\u0308ller", "M\u00FCller"));
    assert_true(same("\u0141ukasz", "LUKASZ"));
    assert_true(same("Gro\u00DF", "GROSS"));
    assert_true(same("Dvo\u0159\u00E1k", "Dvorak"));
    assert_false(same("Muster", "Meister"));
}

static void endings_make_no_difference(void **state) {
    (void)state;
    assert_true(same("Musterhofs", "Musterhof"));
    assert_true(same("musterhofsche", "Musterhof"));
    assert_true(same("Kowalskiego", "Kowalski"));
    assert_true(same("Kowalska", "Kowalski"));
    assert_true(same("Nov\u00E1kovi", "Nov\u00E1k"));
    assert_true(same("Nov\u00E1kov\u00E1", "Nov\u00E1k"));
    assert_true(same("Monik\u0105", "Monika"));
    /* Too little would be left of the name. */
    assert_false(same("Eves", "Eve"));
    assert_false(same("klara", "Klar"));
}

static void what_is_too_long_is_no_name(void **state) {
    (void)state;
    char text[400];
    memset(text, 'a', sizeof text);
    memcpy(text + 380, " Karla", 7);
    struct person_word word = first_word(text);
    assert_string_equal(word.forms[0], "karla");
    assert_int_equal(word.from, 381);
}

static void fields_are_known_by_what_they_are_called(void **state) {
    (void)state;
    static const struct {
        const char *heading;
        enum person_field field;
    } cases[] = {
        {"Name", PERSON_NAME},
        {"Ihr Name:", PERSON_NAME},
        {"Nachname, Vorname", PERSON_NAME},
        {"contact_name", PERSON_NAME},
        {"Ansprechpartner im Verein", PERSON_NAME},
        {"Name und Ort", PERSON_NAME},
        {"User Display Name", PERSON_NAME},
        {"E-Mail", PERSON_EMAIL},
        {"E-Mail-Adresse des Vereins", PERSON_EMAIL},
        {"mail", PERSON_EMAIL},
        {"Name des Vereins", PERSON_ELSE},
        {"Vereinsname", PERSON_ELSE},
        {"Ort", PERSON_ELSE},
        {"PLZ / Wohnort", PERSON_ELSE},
        {"Website", PERSON_ELSE},
        {"Partnerland", PERSON_ELSE},
        {"Telefonnummer", PERSON_ELSE},
        {"Antwort an", PERSON_UNKNOWN},
        {"Kontakt", PERSON_UNKNOWN},
        {"startlanguage", PERSON_UNKNOWN},
        {"", PERSON_UNKNOWN},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(person_field_find(cases[i].heading, strlen(cases[i].heading)),
                         cases[i].field);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_letters_at_places),
        cmocka_unit_test(case_accents_and_umlauts_make_no_difference),
        cmocka_unit_test(endings_make_no_difference),
        cmocka_unit_test(what_is_too_long_is_no_name),
        cmocka_unit_test(fields_are_known_by_what_they_are_called),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
