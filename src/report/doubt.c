#include "report/doubt.h"

#include <string.h>

enum { SURE_WHOLE_SMALL = 10, SURE_WHOLE = 100 };

static const char *whole(const struct report *report, int64_t value) {
    return voice_whole(&report->voice, value);
}

const char *doubt_rule(const struct report *report, const char *rule) {
    static const struct {
        const char *rule;
        enum phrase phrase;
    } rules[] = {{"P1", PHRASE_HIDDEN_P1}, {"P6", PHRASE_HIDDEN_P6}, {"P7", PHRASE_HIDDEN_P7}};
    const char *report_from = whole(report, report->min_report),
               *cell = whole(report, report->min_cell);
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (strncmp(rule, rules[i].rule, 2) == 0)
            return voice_say(&report->voice, rules[i].phrase, "report", report_from, "cell",
                             cell, NULL);
    return catalogue_phrase(report->voice.catalogue, PHRASE_HIDDEN_OTHER);
}

static void say_sure(const struct report *report, const char *sentence) {
    page_say(report->page,
             voice_say(&report->voice, PHRASE_SURE_PARAGRAPH, "sentences", sentence, NULL));
}

/* How many of all invited it can be, whatever those would have said who did not. */
static void tell_bounds(const struct report *report, const char *label,
                        const struct figure *figure) {
    const struct voice *voice = &report->voice;
    int64_t missing = report->invited - figure->base;
    const char *invited = whole(report, report->invited);
    page_gap(report->page);
    if (missing == 0) {
        say_sure(report, voice_say(voice, PHRASE_SURE_CENSUS, "invited", invited, NULL));
        return;
    }
    say_sure(report, voice_say(voice, PHRASE_SURE_MISSING, "missing", whole(report, missing),
                               "invited", invited, NULL));
    page_say(report->page,
             voice_say(voice, PHRASE_SURE_BOUNDS, "label", label, "low",
                       whole(report, figure->count), "high",
                       voice_of(voice, figure->count + missing, report->invited), NULL));
}

/* The interval in persons of ten, from 20 answers on of a hundred. */
static void tell_interval(const struct report *report, const char *label,
                          const struct figure *figure, const struct result *result) {
    if (result == NULL || !result->has_low || !result->has_high)
        return;
    const struct voice *voice = &report->voice;
    int64_t of = figure->base < ROUNDING_PERCENT_FROM ? SURE_WHOLE_SMALL : SURE_WHOLE;
    page_gap(report->page);
    say_sure(report, voice_say(voice, PHRASE_SURE_INTERVAL, "label", label, "low",
                               whole(report, rounding_down(result->low, of)), "high",
                               voice_of(voice, rounding_up(result->high, of), of), NULL));
    page_say(report->page, catalogue_phrase(voice->catalogue, PHRASE_SURE_NO_SAMPLE));
}

/* The lowest and highest of a count over a question's rows; one row where it has none. False:
 * not known. */
static bool range_of(const struct report *report, const struct question *question,
                     const char *category, const char *statistic, int64_t *low, int64_t *high) {
    size_t rows = question->type == QUESTION_MATRIX ? question->row_count : 1;
    *low = -1;
    *high = -1;
    for (size_t i = 0; i < rows; i++) {
        const char *item = question->type == QUESTION_MATRIX ? question->rows[i].id : "";
        int64_t count = figure_whole(report->results, question->id, item, category, statistic);
        if (count < 0)
            continue;
        *low = *low < 0 || count < *low ? count : *low;
        *high = count > *high ? count : *high;
    }
    return *high > 0;
}

bool doubt_routed(const struct report *report, const struct question *question) {
    int64_t low, high;
    return range_of(report, question, "", "not_shown", &low, &high) &&
           high * 10 > report->answers;
}

void doubt_tell_sure(const struct report *report, const struct question *question,
                     const char *label, const struct figure *figure,
                     const struct result *result) {
    if (report->invited > 0 && doubt_routed(report, question)) {
        page_gap(report->page);
        say_sure(report, catalogue_phrase(report->voice.catalogue, PHRASE_SURE_NOT_ALL));
    } else if (report->invited > 0) {
        tell_bounds(report, label, figure);
    } else {
        tell_interval(report, label, figure, result);
    }
}

struct missing_list {
    const struct report *report;
    const struct question *question;
    const char *parts[QUESTIONNAIRE_MAX_CODES + 8];
    size_t count;
    bool differ; /* some count is not the same in all rows */
};

static void add_missing(struct missing_list *list, const char *category, const char *statistic,
                        const char *label) {
    int64_t low, high;
    if (!range_of(list->report, list->question, category, statistic, &low, &high))
        return;
    const struct voice *voice = &list->report->voice;
    list->differ = list->differ || low != high;
    list->parts[list->count++] =
        low == high ? voice_say(voice, PHRASE_MISSING_PART, "count", whole(list->report, high),
                                "label", label, NULL)
                    : voice_say(voice, PHRASE_MISSING_RANGE, "low", whole(list->report, low),
                                "high", whole(list->report, high), "label", label, NULL);
}

static void add_outside(struct missing_list *list) {
    const struct code_list *codes = list->question->codes;
    size_t before = list->count;
    for (size_t i = codes != NULL ? codes->inside : 0; codes != NULL && i < codes->count; i++)
        add_missing(list, codes->codes[i].id, "count",
                    voice_quote(&list->report->voice,
                                report_code_label(list->report, &codes->codes[i].label)));
    if (list->count == before)
        add_missing(list, "", "outside",
                    catalogue_phrase(list->report->voice.catalogue, PHRASE_MISSING_OUTSIDE));
}

void doubt_tell_missing(const struct report *report, const struct question *question) {
    const struct voice *voice = &report->voice;
    struct missing_list list = {.report = report, .question = question};
    add_outside(&list);
    const char *dk =
        question->has_dk ? voice_quote(voice, report_code_label(report, &question->dk)) : "";
    add_missing(&list, "", "dont_know", dk);
    static const struct {
        const char *statistic;
        enum phrase label;
    } kinds[] = {{"skipped", PHRASE_MISSING_SKIPPED},
                 {"not_shown", PHRASE_MISSING_NOT_SHOWN},
                 {"invalid", PHRASE_MISSING_INVALID}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        add_missing(&list, "", kinds[i].statistic,
                    catalogue_phrase(voice->catalogue, kinds[i].label));
    if (list.count == 0)
        return;
    enum phrase phrase =
        question->type == QUESTION_MATRIX ? PHRASE_MISSING_ROWS : PHRASE_MISSING_QUESTION;
    page_gap(report->page);
    page_say(report->page,
             voice_say(voice, phrase, "list", voice_list(voice, list.parts, list.count), NULL));
    if (list.differ)
        page_say(report->page, catalogue_phrase(voice->catalogue, PHRASE_MISSING_DIFFER));
}

/* Counts of the base are told apart from results. */
static bool is_base(const char *statistic) {
    static const char *const bases[] = {"answered",  "skipped", "dont_know",
                                        "not_shown", "invalid", "outside"};
    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++)
        if (strcmp(statistic, bases[i]) == 0)
            return true;
    return false;
}

bool doubt_all_hidden(const struct report *report, const struct question *question) {
    const char *rule = NULL;
    for (size_t i = 0; i < report->results->count; i++) {
        const struct result *result = &report->results->rows[i];
        if (result->by[0] != '\0' || strcmp(result->question, question->id) != 0 ||
            is_base(result->statistic))
            continue;
        if (result->flag != FLAG_SUPPRESSED)
            return false;
        rule = rule == NULL ? result->method : rule;
    }
    if (rule == NULL)
        return false;
    page_paragraph(report->page, voice_say(&report->voice, PHRASE_HIDDEN_QUESTION, "why",
                                           doubt_rule(report, rule), NULL));
    return true;
}
