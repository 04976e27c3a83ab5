/* Which form a number takes: the rules against the samples that CLDR gives for whole numbers
 * (common/supplemental/plurals.xml), and a catalogue with Polish rules. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "wording/plural.h"
#include "wording/voice.h"

#define FIXED "\u00a0"

struct sample {
    const char *languages; /* all have these samples */
    enum plural_category category;
    const char *numbers; /* "2~4, 22" */
};

/* As CLDR has them, the millions of French left out (plural.c). */
static const struct sample samples[] = {
    {"de en nl it ca", PLURAL_CATEGORY_ONE, "1"},
    {"de en nl it ca", PLURAL_CATEGORY_OTHER, "0, 2~16, 100, 1000, 10000, 100000"},
    {"fr pt", PLURAL_CATEGORY_ONE, "0, 1"},
    {"fr pt", PLURAL_CATEGORY_OTHER, "2~17, 100, 1000, 10000, 100000"},
    {"cs sk", PLURAL_CATEGORY_ONE, "1"},
    {"cs sk", PLURAL_CATEGORY_FEW, "2~4"},
    {"cs sk", PLURAL_CATEGORY_OTHER, "0, 5~19, 100, 1000, 10000, 100000, 1000000"},
    {"pl", PLURAL_CATEGORY_ONE, "1"},
    {"pl", PLURAL_CATEGORY_FEW, "2~4, 22~24, 32~34, 42~44, 52~54, 62, 102, 1002"},
    {"pl", PLURAL_CATEGORY_MANY, "0, 5~19, 100, 1000, 10000, 100000, 1000000"},
    {"ru uk be", PLURAL_CATEGORY_ONE, "1, 21, 31, 41, 51, 61, 71, 81, 101, 1001"},
    {"ru uk be", PLURAL_CATEGORY_FEW, "2~4, 22~24, 32~34, 42~44, 52~54, 62, 102, 1002"},
    {"ru uk be", PLURAL_CATEGORY_MANY, "0, 5~19, 100, 1000, 10000, 100000, 1000000"},
    {"hr sr bs", PLURAL_CATEGORY_ONE, "1, 21, 31, 41, 51, 61, 71, 81, 101, 1001"},
    {"hr sr bs", PLURAL_CATEGORY_FEW, "2~4, 22~24, 32~34, 42~44, 52~54, 62, 102, 1002"},
    {"hr sr bs", PLURAL_CATEGORY_OTHER, "0, 5~19, 100, 1000, 10000, 100000, 1000000"},
    {"lt", PLURAL_CATEGORY_ONE, "1, 21, 31, 41, 51, 61, 71, 81, 101, 1001"},
    {"lt", PLURAL_CATEGORY_FEW, "2~9, 22~29, 102, 1002"},
    {"lt", PLURAL_CATEGORY_OTHER, "0, 10~20, 30, 40, 50, 60, 100, 1000, 10000, 100000"},
    {"ja zh ko vi th id", PLURAL_CATEGORY_OTHER, "0~15, 100, 1000, 10000, 100000, 1000000"},
};

static void check_sample(const char *language, const struct sample *sample) {
    const struct plural_rule *rule = plural_rule_of(language);
    assert_non_null(rule);
    char *end;
    for (const char *next = sample->numbers; *next != '\0'; next = end + strspn(end, ", ")) {
        int64_t last, first = last = strtoll(next, &end, 10);
        if (*end == '~')
            last = strtoll(end + 1, &end, 10);
        for (int64_t number = first; number <= last; number++)
            if (rule->category(number) != sample->category)
                fail_msg("%s: %d has not category %d", language, (int)number,
                         (int)sample->category);
    }
}

static void test_samples(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        char languages[64];
        strcpy(languages, samples[i].languages);
        char *rest = languages;
        for (char *word; (word = strsep(&rest, " ")) != NULL;)
            check_sample(word, &samples[i]);
    }
}

/* has_one and has_few say which categories the numbers really take, and every name is found. */
static void test_categories(void **state) {
    (void)state;
    char names[256];
    strcpy(names, plural_rule_names());
    char *rest = names;
    for (char *name; (name = strsep(&rest, " ")) != NULL;) {
        const struct plural_rule *rule = plural_rule_of(name);
        assert_non_null(rule);
        assert_string_equal(rule->name, name);
        bool found[4] = {false};
        for (int64_t number = 0; number <= 200; number++)
            found[rule->category(number)] = true;
        assert_int_equal(found[PLURAL_CATEGORY_ONE], rule->has_one);
        assert_int_equal(found[PLURAL_CATEGORY_FEW], rule->has_few);
        assert_true(found[PLURAL_CATEGORY_MANY] != found[PLURAL_CATEGORY_OTHER]);
    }
}

static void test_unknown(void **state) {
    (void)state;
    assert_null(plural_rule_of(""));
    assert_null(plural_rule_of("p"));
    assert_null(plural_rule_of("xx"));
    assert_null(plural_rule_of("de en"));
    assert_null(plural_rule_of("Polish"));
}

/* --- a catalogue with Polish rules --- */

static struct voice polish_voice(void) {
    struct diag *diag = diag_new(stderr);
    struct catalogue *catalogue = catalogue_load("tests/data/wording/pl.ini", diag);
    assert_int_equal(diag_count(diag, DIAG_WARNING), 0);
    diag_free(diag);
    assert_non_null(catalogue);
    return (struct voice){catalogue, arena_new()};
}

static void voice_end(const struct voice *voice) {
    arena_free(voice->arena);
    catalogue_free((struct catalogue *)(uintptr_t)voice->catalogue);
}

static const struct {
    int64_t count;
    const char *source, *limits, *verb, *wrote;
} polish[] = {
    {1, "Źródło: X (1" FIXED "odpowiedź)", "To 1 dobrowolna odpowiedź.",
     "1" FIXED "z" FIXED "41 wybrała odpowiedź A", "Coś napisała tu 1" FIXED "z" FIXED "41."},
    {2, "Źródło: X (2" FIXED "odpowiedzi)", "To 2 dobrowolne odpowiedzi.",
     "2" FIXED "z" FIXED "41 wybrały odpowiedź A", "Coś napisały tu 2" FIXED "z" FIXED "41."},
    {5, "Źródło: X (5" FIXED "odpowiedzi)", "To 5 dobrowolnych odpowiedzi.",
     "5" FIXED "z" FIXED "41 wybrało odpowiedź A", "Coś napisało tu 5" FIXED "z" FIXED "41."},
    {12, "Źródło: X (12" FIXED "odpowiedzi)", "To 12 dobrowolnych odpowiedzi.",
     "12" FIXED "z" FIXED "41 wybrało odpowiedź A", "Coś napisało tu 12" FIXED "z" FIXED "41."},
    {22, "Źródło: X (22" FIXED "odpowiedzi)", "To 22 dobrowolne odpowiedzi.",
     "22" FIXED "z" FIXED "41 wybrały odpowiedź A", "Coś napisały tu 22" FIXED "z" FIXED "41."},
    {25, "Źródło: X (25" FIXED "odpowiedzi)", "To 25 dobrowolnych odpowiedzi.",
     "25" FIXED "z" FIXED "41 wybrało odpowiedź A", "Coś napisało tu 25" FIXED "z" FIXED "41."},
};

static void test_polish(void **state) {
    (void)state;
    struct voice voice = polish_voice();
    for (size_t i = 0; i < sizeof polish / sizeof polish[0]; i++) {
        int64_t count = polish[i].count;
        const char *share = voice_share(&voice, count, 41);
        const char *whole = voice_whole(&voice, count);
        assert_string_equal(voice_say(&voice,
                                      voice_plural(&voice, PHRASE_CHART_SOURCE_ONE, count),
                                      "title", "X", "count", whole, NULL),
                            polish[i].source);
        const char *limits =
            voice_say(&voice, voice_plural(&voice, PHRASE_FIRST_LIMITS_BARE_ONE, count),
                      "count", whole, NULL);
        assert_non_null(strstr(limits, polish[i].limits));
        assert_string_equal(
            voice_say(&voice, voice_form(&voice, PHRASE_STATEMENT_TICKED_NONE, count, 41),
                      "label", "A", "share", share, NULL),
            polish[i].verb);
        assert_string_equal(voice_say(&voice,
                                      voice_form(&voice, PHRASE_TEXT_WROTE_NONE, count, 41),
                                      "share", share, NULL),
                            polish[i].wrote);
    }
    assert_int_equal(voice_form(&voice, PHRASE_STATEMENT_TICKED_NONE, 41, 41),
                     PHRASE_STATEMENT_TICKED_ALL);
    assert_int_equal(voice_form(&voice, PHRASE_STATEMENT_TICKED_NONE, 0, 41),
                     PHRASE_STATEMENT_TICKED_NONE);
    voice_end(&voice);
}

static void test_polish_list(void **state) {
    (void)state;
    struct voice voice = polish_voice();
    const char *const names[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
    assert_string_equal(voice_names(&voice, names, 6), "a, b, c, d, e i" FIXED "1 inna");
    assert_string_equal(voice_names(&voice, names, 7), "a, b, c, d, e i" FIXED "2 inne");
    assert_string_equal(voice_names(&voice, names, 10), "a, b, c, d, e i" FIXED "5 innych");
    voice_end(&voice);
}

/* --- every phrase that holds a count, as 1, 2, 5 and 22 say it in Polish --- */

enum { SHOWN = 4 };
static const int64_t shown[SHOWN] = {1, 2, 5, 22};

#define REQUEST                                                                                \
    " O" FIXED "następujących sprawach decydują Państwo, o" FIXED                              \
    "ile nam wiadomo, sami lub z" FIXED "innymi:"
#define EACH_OPENING(source)                                                                   \
    {                                                                                          \
        "W" FIXED "ankiecie T" source " uwzględniono 1 odpowiedź, dobrowolną i" FIXED          \
        "niereprezentatywną." REQUEST,                                                         \
            "W" FIXED "ankiecie T" source " uwzględniono 2 odpowiedzi, dobrowolne i" FIXED     \
            "niereprezentatywne." REQUEST,                                                     \
            "W" FIXED "ankiecie T" source " uwzględniono 5 odpowiedzi, dobrowolnych i" FIXED   \
            "niereprezentatywnych." REQUEST,                                                   \
            "W" FIXED "ankiecie T" source " uwzględniono 22 odpowiedzi, dobrowolne i" FIXED    \
            "niereprezentatywne." REQUEST                                                      \
    }

static const struct {
    enum phrase phrase;
    const char *said[SHOWN];
} counted[] = {
    {PHRASE_LETTERS_OPENING, EACH_OPENING(" (S)")},
    {PHRASE_LETTERS_OPENING_BARE, EACH_OPENING("")},
    {PHRASE_LETTERS_BOARD_OPENING,
     {"Z" FIXED "ankiety, w" FIXED "której uwzględniono 1 odpowiedź:",
      "Z" FIXED "ankiety, w" FIXED "której uwzględniono 2 odpowiedzi:",
      "Z" FIXED "ankiety, w" FIXED "której uwzględniono 5 odpowiedzi:",
      "Z" FIXED "ankiety, w" FIXED "której uwzględniono 22 odpowiedzi:"}},
    {PHRASE_FIRST_BREAKDOWN,
     {"Typ (1 odpowiedź): L.", "Typ (2 odpowiedzi): L.", "Typ (5 odpowiedzi): L.",
      "Typ (22 odpowiedzi): L."}},
    {PHRASE_STATEMENT_TWO,
     {"K odpowiedziała A, a" FIXED "B" FIXED "1", "K odpowiedziały A, a" FIXED "B" FIXED "2",
      "K odpowiedziało A, a" FIXED "B" FIXED "5", "K odpowiedziały A, a" FIXED "B" FIXED "22"}},
    {PHRASE_STATEMENT_MOST_NEXT,
     {"Najczęstsza odpowiedź to A (K), a" FIXED "na B przypada 1 odpowiedź",
      "Najczęstsza odpowiedź to A (K), a" FIXED "na B przypadają 2 odpowiedzi",
      "Najczęstsza odpowiedź to A (K), a" FIXED "na B przypada 5 odpowiedzi",
      "Najczęstsza odpowiedź to A (K), a" FIXED "na B przypadają 22 odpowiedzi"}},
    {PHRASE_STATEMENT_ROWS,
     {"W" FIXED "1 punkcie z" FIXED "41 większość ma X: P",
      "W" FIXED "2 punktach z" FIXED "41 większość ma X: P",
      "W" FIXED "5 punktach z" FIXED "41 większość ma X: P",
      "W" FIXED "22 punktach z" FIXED "41 większość ma X: P"}},
    {PHRASE_STATEMENT_ROWS_ALL,
     {"W" FIXED "1 punkcie większość ma X: P", "We wszystkich 2 punktach większość ma X: P",
      "We wszystkich 5 punktach większość ma X: P",
      "We wszystkich 22 punktach większość ma X: P"}},
    {PHRASE_STATEMENT_ROWS_NONE,
     {"W" FIXED "1 punkcie większości nie ma X; najczęściej tak jest przy P",
      "W" FIXED "żadnym z" FIXED "2 punktów większości nie ma X; najczęściej tak jest przy P",
      "W" FIXED "żadnym z" FIXED "5 punktów większości nie ma X; najczęściej tak jest przy P",
      "W" FIXED "żadnym z" FIXED
      "22 punktów większości nie ma X; najczęściej tak jest przy P"}},
    {PHRASE_STATEMENT_ROWS_NOBODY,
     {"W" FIXED "1 punkcie nie ma odpowiedzi X",
      "W" FIXED "żadnym z" FIXED "2 punktów nie ma odpowiedzi X",
      "W" FIXED "żadnym z" FIXED "5 punktów nie ma odpowiedzi X",
      "W" FIXED "żadnym z" FIXED "22 punktów nie ma odpowiedzi X"}},
    {PHRASE_STATEMENT_ROWS_ALSO,
     {"Taką większość ma 1 punkt z" FIXED "41, także P",
      "Taką większość mają 2 punkty z" FIXED "41, także P",
      "Taką większość ma 5 punktów z" FIXED "41, także P",
      "Taką większość mają 22 punkty z" FIXED "41, także P"}},
    {PHRASE_STATEMENT_ROWS_ALSO_ALL,
     {"Taką większość ma 1 punkt, także P", "Taką większość mają wszystkie 2 punkty, także P",
      "Taką większość ma wszystkich 5 punktów, także P",
      "Taką większość mają wszystkie 22 punkty, także P"}},
    {PHRASE_STATEMENT_ROWS_ANSWERS,
     {"W" FIXED "1 punkcie z" FIXED "41 jedna odpowiedź ma większość: P",
      "W" FIXED "2 punktach z" FIXED "41 jedna odpowiedź ma większość: P",
      "W" FIXED "5 punktach z" FIXED "41 jedna odpowiedź ma większość: P",
      "W" FIXED "22 punktach z" FIXED "41 jedna odpowiedź ma większość: P"}},
    {PHRASE_STATEMENT_ROWS_ANSWERS_NONE,
     {"W" FIXED "1 punkcie żadna odpowiedź nie ma większości",
      "W" FIXED "żadnym z" FIXED "2 punktów żadna odpowiedź nie ma większości",
      "W" FIXED "żadnym z" FIXED "5 punktów żadna odpowiedź nie ma większości",
      "W" FIXED "żadnym z" FIXED "22 punktów żadna odpowiedź nie ma większości"}},
    {PHRASE_STATEMENT_MISSING_COUNT,
     {"przy A 1 głos z" FIXED "41", "przy A 2 głosy z" FIXED "41",
      "przy A 5 głosów z" FIXED "41", "przy A 22 głosy z" FIXED "41"}},
};

/* Those whose count is how many of 41: their number is in {rows}. */
static bool is_part(enum phrase phrase) {
    return phrase == PHRASE_STATEMENT_ROWS || phrase == PHRASE_STATEMENT_ROWS_ALSO ||
           phrase == PHRASE_STATEMENT_ROWS_ANSWERS;
}

static void test_every_count(void **state) {
    (void)state;
    struct voice voice = polish_voice();
    for (size_t i = 0; i < sizeof counted / sizeof counted[0]; i++)
        for (size_t k = 0; k < SHOWN; k++) {
            const char *count = voice_whole(&voice, shown[k]);
            assert_string_equal(
                voice_say(&voice, voice_plural(&voice, counted[i].phrase, shown[k]), "title",
                          "T", "source", "S", "subject", "Typ", "list", "L", "side", "X",
                          "items", "P", "label", "A", "other", "B", "share", "K", "rows", count,
                          "missing", "41", "count", is_part(counted[i].phrase) ? "41" : count,
                          NULL),
                counted[i].said[k]);
        }
    voice_end(&voice);
}

/* --- what a catalogue must have --- */

/* Loads a catalogue of these bytes as that of the language; its messages go to output. */
static struct catalogue *load_bytes(const char *bytes, const char *language, char **output) {
    char path[] = "/tmp/nachlese-plural-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, bytes, strlen(bytes)), (ssize_t)strlen(bytes));
    close(descriptor);
    size_t size = 0;
    FILE *stream = open_memstream(output, &size);
    struct diag *diag = diag_new(stream);
    struct catalogue *catalogue = catalogue_load_language(language, path, diag);
    diag_free(diag);
    fclose(stream);
    unlink(path);
    return catalogue;
}

static void expect_load(const char *bytes, const char *language, bool good,
                        const char *message) {
    char *output = NULL;
    struct catalogue *catalogue = load_bytes(bytes, language, &output);
    if ((catalogue != NULL) != good || strstr(output, message) == NULL ||
        (message[0] == '\0' && output[0] != '\0'))
        fail_msg("%s: %s", bytes, output);
    catalogue_free(catalogue);
    free(output);
}

#define EN "[catalogue]\nbased_on = en\n"

static void test_needed_forms(void **state) {
    (void)state;
    setenv("LC_ALL", "C", 1);
    expect_load(
        EN "[response]\nunknown_one = \"{count} cytat\"\nunknown_few = \"{count} cytaty\"\n"
           "unknown_many = \"{count} cytatów\"\n",
        "pl", true, "");
    expect_load(
        EN "[response]\nunknown_one = \"{count} cytat\"\nunknown_few = \"{count} cytaty\"\n"
           "unknown_other = \"{count} cytatów\"\n",
        "pl", true, "");
    expect_load(
        EN "[response]\nunknown_one = \"{count} cytat\"\nunknown_many = \"{count} cytatów\"\n",
        "pl", false,
        "response.unknown_few: error: this phrase is missing, which the plural 'polish' of "
        "this catalogue needs; add it to section [response]");
    expect_load(EN "[response]\nunknown_few = \"{count} cytaty\"\n", "pl", false,
                "response.unknown_many: error: this phrase is missing");
    expect_load(EN "[list]\nmore = \"{names} a {count} dalších\"\n", "cs", false,
                "list.more_few: error: this phrase is missing, which the plural 'czech'");
    expect_load(EN "[list]\nmore = \"{names} et {count} autres\"\n", "fr", true, "");
    expect_load(EN "[response]\nunknown_other = \"引用{count}件\"\n", "ja", true, "");
    expect_load(
        EN "[response]\nunknown_one = \"引用{count}件\"\nunknown_many = \"引用{count}件\"\n",
        "ja", true, "unknown_one: warning: no number takes this form in the plural 'none'");
    expect_load(EN "[response]\nunknown_few = \"{count} quotes\"\n", "en", true,
                "unknown_few: warning: no number takes this form in the plural 'germanic'");
    expect_load(EN "[text]\nwrote_all = \"{share}\"\n", "pl", true, "");
    expect_load(EN "plural = klingon\n", "pl", false,
                "unknown plural 'klingon'; name a language");
    expect_load(EN, "xx", true, "warning: which forms numbers need in the language 'xx'");
    expect_load(EN "plural = none\n[response]\nunknown_many = \"{count}\"\n", "xx", true, "");
}

/* What is not said anew is said in the base's language, by its rule: no "21 answer". */
static void test_rule_of_base(void **state) {
    (void)state;
    char *output = NULL;
    struct catalogue *catalogue = load_bytes(
        EN "[response]\nunknown_one = \"{count} цитата\"\nunknown_few = \"{count} цитаты\"\n"
           "unknown_many = \"{count} цитат\"\n",
        "ru", &output);
    assert_non_null(catalogue);
    assert_int_equal(catalogue_plural(catalogue, PHRASE_CHART_SOURCE_ONE, 21),
                     PHRASE_CHART_SOURCE_MANY);
    assert_int_equal(catalogue_plural(catalogue, PHRASE_RESPONSE_UNKNOWN_ONE, 21),
                     PHRASE_RESPONSE_UNKNOWN_ONE);
    assert_int_equal(catalogue_plural(catalogue, PHRASE_LIST_MORE, 21), PHRASE_LIST_MORE);
    catalogue_free(catalogue);
    free(output);
}

static void test_forms_of_a_phrase(void **state) {
    (void)state;
    assert_int_equal(phrase_with_form(PHRASE_LIST_MORE, PHRASE_FORM_FEW), PHRASE_LIST_MORE_FEW);
    assert_int_equal(phrase_with_form(PHRASE_LIST_MORE_MANY, PHRASE_FORM_ANY),
                     PHRASE_LIST_MORE);
    assert_int_equal(phrase_with_form(PHRASE_LIST_MORE, PHRASE_FORM_NONE), PHRASE_COUNT);
    assert_int_equal(phrase_with_form(PHRASE_TEXT_WROTE_ALL, PHRASE_FORM_NONE),
                     PHRASE_TEXT_WROTE_NONE);
    assert_int_equal(phrase_with_form(PHRASE_RESPONSE_UNKNOWN_ONE, PHRASE_FORM_ALL),
                     PHRASE_COUNT);
    assert_int_equal(phrase_of("text.wrote_other"), PHRASE_TEXT_WROTE_MANY);
    assert_int_equal(phrase_of("groups.highest_other"), PHRASE_COUNT);
    assert_int_equal(phrase_of("_other"), PHRASE_COUNT);
    assert_int_equal(phrase_of("hidden.other"), PHRASE_HIDDEN_OTHER);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_samples),           cmocka_unit_test(test_categories),
        cmocka_unit_test(test_unknown),           cmocka_unit_test(test_polish),
        cmocka_unit_test(test_polish_list),       cmocka_unit_test(test_every_count),
        cmocka_unit_test(test_needed_forms),      cmocka_unit_test(test_rule_of_base),
        cmocka_unit_test(test_forms_of_a_phrase),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
