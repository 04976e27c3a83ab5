/* Scores: several rows of a matrix as one number. */
#include "report/score.h"

#include "findings/figures.h"
#include "report/uncertainty.h"

/* Below this, Cronbach's alpha says nothing. */
enum { ALPHA_FROM = 20 };

/* "„Interesse am Austausch“ 0,67 (0,38 bis 0,84)", or NULL. */
static const char *reliability_of(const struct report *report, const struct score *score) {
    const struct voice *voice = &report->teller.voice;
    const struct result *alpha =
        results_find(report->teller.facts.results, score->id, "", "", STATISTIC_ALPHA);
    if (alpha == NULL || !alpha->has_value || !alpha->has_low || alpha->n < ALPHA_FROM)
        return NULL;
    struct rounded value = {rounding_nearest(alpha->value, 2), 2},
                   low = {rounding_nearest(alpha->low, 2), 2},
                   high = {rounding_nearest(alpha->high, 2), 2};
    return voice_say(voice, PHRASE_SCORE_ALPHA_PART, "title",
                     voice_quote(voice, teller_label(&report->teller, &score->title)), "value",
                     voice_rounded(voice, value), "low", voice_rounded(voice, low), "high",
                     voice_rounded(voice, high), NULL);
}

const char *score_reliability(const struct report *report) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    const struct voice *voice = &report->teller.voice;
    const char **parts =
        arena_allocate(voice->arena, questionnaire->score_count + 1, sizeof *parts);
    size_t count = 0;
    for (size_t i = 0; i < questionnaire->score_count; i++) {
        const char *part = reliability_of(report, &questionnaire->scores[i]);
        if (part != NULL)
            parts[count++] = part;
    }
    return count > 0 ? voice_say(voice, PHRASE_SCORE_ALPHA, "list",
                                 voice_list(voice, parts, count), NULL)
                     : "";
}

static void say_hidden(const struct report *report, const struct score *score) {
    const struct result *mean =
        results_find(report->teller.facts.results, score->id, "", "", STATISTIC_MEAN);
    if (mean == NULL || mean->flag != FLAG_SUPPRESSED)
        return;
    page_gap(report->page);
    page_say(report->page, voice_say(&report->teller.voice, PHRASE_HIDDEN_ITEMS, "labels",
                                     voice_quote(&report->teller.voice,
                                                 teller_label(&report->teller, &score->title)),
                                     "why", teller_why(&report->teller, mean->method), NULL));
}

static void write_score(const struct report *report, const struct score *score) {
    const struct code_list *codes = score->question->codes;
    const struct voice *voice = &report->teller.voice;
    double mean;
    int64_t n;
    struct rounded rounded;
    if (!figure_value(report->teller.facts.results, score->id, "", STATISTIC_MEAN, &mean, &n) ||
        !rounding_mean(mean, n, 0, &rounded)) {
        say_hidden(report, score);
        return;
    }
    page_gap(report->page);
    page_say(report->page,
             voice_say(voice, PHRASE_SCORE_MEAN, "title",
                       voice_quote(voice, teller_label(&report->teller, &score->title)),
                       "labels",
                       teller_code_labels(&report->teller, score->question->rows, score->rows,
                                          score->count),
                       "value", voice_rounded(voice, rounded), "low",
                       voice_whole(voice, code_list_number(codes, 0)), "high",
                       voice_whole(voice, code_list_number(codes, codes->inside - 1)), NULL));
    page_say(report->page, voice_say(voice, voice_plural(voice, PHRASE_SCORE_BASE, n), "base",
                                     voice_whole(voice, n), NULL));
}

void score_write_all(const struct report *report, const struct question *question) {
    for (size_t i = 0; i < report->teller.facts.questionnaire->score_count; i++)
        if (report->teller.facts.questionnaire->scores[i].question == question)
            write_score(report, &report->teller.facts.questionnaire->scores[i]);
}
