/* Points about single questions, from all figures. */
#include "nachlese/attention_parts.h"

#include <inttypes.h>

#include "base/language.h"

/* A question where more than one in this many did not answer or do not know is worth a look. */
enum { MANY_MISSING = 4 };

static int64_t state(const struct attention *attention, const char *question, const char *row,
                     enum statistic statistic) {
    const struct result *result =
        results_find(attention->facts->results, question, row, NULL, statistic);
    return result != NULL && result->has_value ? (int64_t)result->value : 0;
}

enum lost { LOST_SILENT, LOST_INVALID };

/* How many of those asked gave no answer or do not know, or gave one that is not understood. */
struct gap_in_answers {
    int64_t missing, asked;
};

static bool is_larger(struct gap_in_answers one, struct gap_in_answers other) {
    return one.missing * other.asked > other.missing * one.asked;
}

static struct gap_in_answers gap_at(const struct attention *attention, const char *question,
                                    const char *row, enum lost lost) {
    int64_t silent = state(attention, question, row, STATISTIC_SKIPPED) +
                     state(attention, question, row, STATISTIC_DONT_KNOW);
    int64_t invalid = state(attention, question, row, STATISTIC_INVALID);
    int64_t given = state(attention, question, row, STATISTIC_ANSWERED) +
                    state(attention, question, row, STATISTIC_OUTSIDE);
    return (struct gap_in_answers){lost == LOST_SILENT ? silent : invalid,
                                   silent + invalid + given};
}

/* That of the worst part. */
static struct gap_in_answers gap_of(const struct attention *attention,
                                    const struct question *question, enum lost lost) {
    struct gap_in_answers worst = {0, 1};
    for (size_t i = 0; i < question_parts(question); i++) {
        struct gap_in_answers gap =
            gap_at(attention, question->id, question_part(question, i), lost);
        if (is_larger(gap, worst))
            worst = gap;
    }
    return worst;
}

/* "board (up to 3 of 20)" */
static const char *gap_name(const struct attention *attention, const struct question *question,
                            struct gap_in_answers gap) {
    return arena_format(attention->arena,
                        language_pick("%s (%s%" PRId64 "\u00a0of\u00a0%" PRId64 ")",
                                      "%s (%s%" PRId64 "\u00a0von\u00a0%" PRId64 ")"),
                        question->id,
                        question_has_rows(question) ? language_pick("up to ", "bis zu ") : "",
                        gap.missing, gap.asked);
}

/* Texts are often left empty, consents and contact data mean something by it. */
static bool is_optional(const struct question *question) {
    return question_answer(question) == ANSWER_TEXT ||
           question_answer(question) == ANSWER_FIELD ||
           (question->roles &
            (ROLE_CONSENT_PARTICIPATION | ROLE_CONSENT_QUOTES | ROLE_CONSENT_CONTACT)) != 0;
}

static bool is_absent(const struct attention *attention, const struct question *question) {
    const struct questionnaire *questionnaire = attention->facts->questionnaire;
    return !attention->has_column[question - questionnaire->questions];
}

void attention_say_absent(const struct attention *attention) {
    const struct questionnaire *questionnaire = attention->facts->questionnaire;
    struct name_list absent = {.whole = true};
    for (size_t i = 0; i < questionnaire->question_count; i++)
        if (is_absent(attention, &questionnaire->questions[i]))
            name_list_add(&absent, questionnaire->questions[i].id);
    if (absent.count > 0)
        attention_say(attention,
                      "No column in the export: %s. If this was asked, export all columns, or "
                      "where one of them is headed otherwise, add that heading to the "
                      "question (heading), and run again.",
                      "Keine Spalte im Export: %s. Wurde danach gefragt, dann alle Spalten "
                      "exportieren, oder, wo eine anders heißt, bei der Frage deren "
                      "Überschrift ergänzen (heading), und noch einmal laufen lassen.",
                      name_list_close(&absent));
    text_free(&absent.text);
}

void attention_say_missing(const struct attention *attention) {
    const struct questionnaire *questionnaire = attention->facts->questionnaire;
    struct name_list many = {0};
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        struct gap_in_answers gap = gap_of(attention, question, LOST_SILENT);
        if (!is_optional(question) && !is_absent(attention, question) &&
            gap.missing * MANY_MISSING > gap.asked)
            name_list_add(&many, gap_name(attention, question, gap));
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

void attention_say_invalid(const struct attention *attention) {
    const struct questionnaire *questionnaire = attention->facts->questionnaire;
    struct name_list invalid = {0};
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        struct gap_in_answers gap = gap_of(attention, question, LOST_INVALID);
        if (gap.missing > 0)
            name_list_add(&invalid, gap_name(attention, question, gap));
    }
    if (invalid.count > 0)
        attention_say(attention,
                      "Answers that match no option or contradict each other do not count: %s. "
                      "Each line is in rejects.csv; where the export words options otherwise, "
                      "alias or [recode] in the questionnaire helps.",
                      "Antworten, die zu keiner Option passen oder sich widersprechen, zählen "
                      "nicht mit: %s. Jede Zeile steht in rejects.csv; wo der Export Optionen "
                      "anders nennt, hilft im Fragebogen alias oder [recode].",
                      name_list_close(&invalid));
    text_free(&invalid.text);
}
