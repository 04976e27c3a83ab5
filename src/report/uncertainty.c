#include "report/uncertainty.h"

#include <string.h>

#include "findings/figures.h"
#include "wording/missing.h"
#include "wording/terms.h"

enum { SURE_WHOLE = 100 };

static void say_sure(const struct report *report, const char *sentence) {
    page_say(report->page, voice_say(&report->teller.voice, PHRASE_SURE_PARAGRAPH, "sentences",
                                     sentence, NULL));
}

/* Whether more than half of all are sure, or how many are missing for that; nothing where
 * neither is near. */
static void say_majority(const struct report *report, const struct frame *frame) {
    const struct voice *voice = &report->teller.voice;
    const char *invited = teller_whole(&report->teller, frame->invited);
    if (2 * frame->low > frame->invited)
        page_say(report->page,
                 voice_say(voice, PHRASE_SURE_MAJORITY, "invited", invited, NULL));
    else if (frame->tipping > 0)
        page_say(report->page,
                 voice_say(voice, voice_plural(voice, PHRASE_SURE_TIPPING_ONE, frame->tipping),
                           "count", teller_whole(&report->teller, frame->tipping), "invited",
                           invited, NULL));
}

/* How many of all invited it can be, whatever those would have said who did not. */
static void say_bounds(const struct report *report, const char *label,
                       const struct result *result) {
    const struct voice *voice = &report->teller.voice;
    struct frame frame;
    if (result == NULL || !figure_frame(report->teller.facts.results, result,
                                        report->teller.facts.invited, &frame))
        return;
    int64_t missing = frame.high - frame.low;
    const char *invited = teller_whole(&report->teller, frame.invited);
    page_gap(report->page);
    if (missing == 0) {
        say_sure(report, voice_say(voice, PHRASE_SURE_CENSUS, "invited", invited, NULL));
        return;
    }
    say_sure(report,
             voice_say(voice, PHRASE_SURE_MISSING, "missing",
                       teller_whole(&report->teller, missing), "invited", invited, NULL));
    page_say(report->page, voice_say(voice, PHRASE_SURE_BOUNDS, "label", label, "low",
                                     teller_whole(&report->teller, frame.low), "high",
                                     voice_of(voice, frame.high, frame.invited), NULL));
    say_majority(report, &frame);
}

/* The interval in persons of a hundred; from few answers it would say nothing. */
static void say_interval(const struct report *report, const char *label,
                         const struct figure *figure, const struct result *result) {
    if (result == NULL || !result->has_low || !result->has_high ||
        figure->base < ROUNDING_PERCENT_FROM)
        return;
    const struct voice *voice = &report->teller.voice;
    page_gap(report->page);
    say_sure(
        report,
        voice_say(voice, PHRASE_SURE_INTERVAL, "label", label, "low",
                  teller_whole(&report->teller, rounding_down(result->low, SURE_WHOLE)), "high",
                  voice_of(voice, rounding_up(result->high, SURE_WHOLE), SURE_WHOLE), NULL));
    page_say(report->page, catalogue_phrase(voice->catalogue, PHRASE_SURE_NO_SAMPLE));
}

void uncertainty_write(const struct report *report, const struct question *question,
                       const char *label, const struct figure *figure,
                       const struct result *result) {
    if (report->teller.facts.invited > 0 && missing_by_route(&report->teller, question)) {
        page_gap(report->page);
        say_sure(report, teller_phrase(&report->teller, PHRASE_SURE_NOT_ALL));
    } else if (report->teller.facts.invited > 0) {
        say_bounds(report, label, result);
    } else {
        say_interval(report, label, figure, result);
    }
}

void uncertainty_write_missing(const struct report *report, const struct question *question) {
    bool differ;
    const char *sentence = missing_sentence(&report->teller, question, true, &differ);
    if (sentence[0] == '\0')
        return;
    page_gap(report->page);
    page_say(report->page, sentence);
    /* Rows of a gap have their numbers after "of" in the gap's block. */
    if (differ && terms_gap(&report->teller, question) == NULL)
        page_say(report->page, teller_phrase(&report->teller, PHRASE_MISSING_DIFFER));
}

bool uncertainty_all_hidden(const struct report *report, const struct question *question) {
    const char *rule = NULL;
    for (size_t i = 0; i < report->teller.facts.results->count; i++) {
        const struct result *result = &report->teller.facts.results->rows[i];
        if (result->by[0] != '\0' || strcmp(result->question, question->id) != 0 ||
            statistic_kind(result->statistic) == KIND_STATE)
            continue;
        if (result->flag != FLAG_SUPPRESSED)
            return false;
        rule = rule == NULL ? result->method : rule;
    }
    if (rule == NULL)
        return false;
    page_paragraph(report->page, voice_say(&report->teller.voice, PHRASE_HIDDEN_QUESTION, "why",
                                           teller_why(&report->teller, rule), NULL));
    return true;
}
