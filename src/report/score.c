/* Scores: several rows of a matrix as one number. */
#include "report/question.h"

#include "report/doubt.h"
#include "wording/figures.h"

/* Below this, Cronbach's alpha says nothing. */
enum { ALPHA_FROM = 20 };

static void say_alpha(const struct report *report, const struct score *score) {
    const struct result *alpha =
        results_find(report->teller.results, score->id, "", "", "alpha");
    if (alpha == NULL || !alpha->has_value || !alpha->has_low || alpha->n < ALPHA_FROM)
        return;
    const struct voice *voice = &report->teller.voice;
    struct rounded value = {rounding_nearest(alpha->value, 2), 2},
                   low = {rounding_nearest(alpha->low, 2), 2},
                   high = {rounding_nearest(alpha->high, 2), 2};
    page_say(report->page,
             voice_say(voice, PHRASE_SCORE_ALPHA, "value", voice_rounded(voice, value), "low",
                       voice_rounded(voice, low), "high", voice_rounded(voice, high), NULL));
}

static void tell_hidden(const struct report *report, const struct score *score) {
    const struct result *mean = results_find(report->teller.results, score->id, "", "", "mean");
    if (mean == NULL || mean->flag != FLAG_SUPPRESSED)
        return;
    page_gap(report->page);
    page_say(report->page, voice_say(&report->teller.voice, PHRASE_HIDDEN_ITEMS, "labels",
                                     voice_quote(&report->teller.voice,
                                                 teller_label(&report->teller, &score->title)),
                                     "why", teller_why(&report->teller, mean->method), NULL));
}

static void write_score(const struct report *report, const struct score *score) {
    const struct voice *voice = &report->teller.voice;
    double mean;
    int64_t n;
    struct rounded rounded;
    if (!figure_value(report->teller.results, score->id, "", "mean", &mean, &n) ||
        !rounding_mean(mean, n, 0, &rounded)) {
        tell_hidden(report, score);
        return;
    }
    page_gap(report->page);
    page_say(report->page,
             voice_say(voice, PHRASE_SCORE_MEAN, "title",
                       voice_quote(voice, teller_label(&report->teller, &score->title)), "rows",
                       voice_whole(voice, (int64_t)score->count), "value",
                       voice_rounded(voice, rounded), "steps",
                       voice_whole(voice, (int64_t)score->question->codes->inside), NULL));
    page_say(report->page,
             voice_say(voice, PHRASE_SCORE_BASE, "base", voice_whole(voice, n), NULL));
    say_alpha(report, score);
}

void score_write_all(const struct report *report, const struct question *question) {
    for (size_t i = 0; i < report->teller.questionnaire->score_count; i++)
        if (report->teller.questionnaire->scores[i].question == question)
            write_score(report, &report->teller.questionnaire->scores[i]);
}
