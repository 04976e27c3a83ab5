/* Points about single questions, from all figures. */
#include "nachlese/attention_parts.h"

#include <inttypes.h>
#include <string.h>

#include "base/language.h"

/* A question where more than one in this many did not answer or do not know is worth a look. */
enum { MANY_MISSING = 4 };

static int64_t state(const struct attention *attention, const char *question, const char *row,
                     const char *statistic) {
    const struct result *result =
        results_find(attention->facts->results, question, row, NULL, statistic);
    return result != NULL && result->has_value ? (int64_t)result->value : 0;
}

/* How many of those asked gave no answer that counts. */
struct gap_in_answers {
    int64_t missing, asked;
};

static bool is_larger(struct gap_in_answers one, struct gap_in_answers other) {
    return one.missing * other.asked > other.missing * one.asked;
}

static struct gap_in_answers gap_at(const struct attention *attention, const char *question,
                                    const char *row) {
    int64_t missing = state(attention, question, row, "skipped") +
                      state(attention, question, row, "dont_know") +
                      state(attention, question, row, "invalid");
    return (struct gap_in_answers){missing, missing +
                                                state(attention, question, row, "answered") +
                                                state(attention, question, row, "outside")};
}

/* Of a matrix that of its worst row. */
static struct gap_in_answers gap_of(const struct attention *attention,
                                    const struct question *question) {
    struct gap_in_answers worst = {0, 1};
    if (question->type != QUESTION_MATRIX)
        return gap_at(attention, question->id, NULL);
    for (size_t i = 0; i < question->row_count; i++) {
        struct gap_in_answers gap = gap_at(attention, question->id, question->rows[i].id);
        if (is_larger(gap, worst))
            worst = gap;
    }
    return worst;
}

/* Texts are often left empty, consents and contact data mean something by it. */
static bool is_optional(const struct question *question) {
    return question->type == QUESTION_TEXT || question->type == QUESTION_CONTACT ||
           (question->roles &
            (ROLE_CONSENT_PARTICIPATION | ROLE_CONSENT_QUOTES | ROLE_CONSENT_CONTACT)) != 0;
}

static bool is_absent(const struct attention *attention, const struct question *question) {
    const struct questionnaire *questionnaire = attention->facts->questionnaire;
    return !attention->has_column[question - questionnaire->questions];
}

void attention_tell_absent(const struct attention *attention) {
    const struct questionnaire *questionnaire = attention->facts->questionnaire;
    struct name_list absent = {.whole = true};
    for (size_t i = 0; i < questionnaire->question_count; i++)
        if (is_absent(attention, &questionnaire->questions[i]))
            name_list_add(&absent, questionnaire->questions[i].id);
    if (absent.count > 0)
        attention_say(attention,
                      "No column in the export: %s. If this was asked, export all columns and "
                      "run again.",
                      "Keine Spalte im Export: %s. Wurde danach gefragt, dann alle Spalten "
                      "exportieren und noch einmal laufen lassen.",
                      name_list_close(&absent));
    text_free(&absent.text);
}

void attention_tell_missing(const struct attention *attention) {
    const struct questionnaire *questionnaire = attention->facts->questionnaire;
    struct name_list many = {0};
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        struct gap_in_answers gap = gap_of(attention, question);
        if (!is_optional(question) && !is_absent(attention, question) &&
            gap.missing * MANY_MISSING > gap.asked)
            name_list_add(
                &many,
                arena_format(
                    attention->arena,
                    language_pick("%s (%s%" PRId64 "\u00a0of\u00a0%" PRId64 ")",
                                  "%s (%s%" PRId64 "\u00a0von\u00a0%" PRId64 ")"),
                    question->id,
                    question->type == QUESTION_MATRIX ? language_pick("up to ", "bis zu ") : "",
                    gap.missing, gap.asked));
    }
    if (many.count > 0)
        attention_say(attention,
                      "More than one in four did not answer or does not know: %s. Was the "
                      "question clear?",
                      "Mehr als ein Viertel antwortet nicht oder weiß es nicht: %s. War die "
                      "Frage verständlich?",
                      name_list_close(&many));
    text_free(&many.text);
}

static bool has_invalid(const struct attention *attention, const struct question *question) {
    if (state(attention, question->id, NULL, "invalid") > 0)
        return true;
    for (size_t i = 0; i < question->row_count; i++)
        if (state(attention, question->id, question->rows[i].id, "invalid") > 0)
            return true;
    return false;
}

void attention_tell_invalid(const struct attention *attention) {
    const struct questionnaire *questionnaire = attention->facts->questionnaire;
    struct name_list invalid = {0};
    for (size_t i = 0; i < questionnaire->question_count; i++)
        if (has_invalid(attention, &questionnaire->questions[i]))
            name_list_add(&invalid, questionnaire->questions[i].id);
    if (invalid.count > 0)
        attention_say(attention,
                      "Some answers match no option or contradict each other, in: %s. See the "
                      "messages above.",
                      "Manche Antworten passen zu keiner Option oder widersprechen sich, bei: "
                      "%s. Siehe die Meldungen oben.",
                      name_list_close(&invalid));
    text_free(&invalid.text);
}
