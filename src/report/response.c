#include "report/response.h"

#include "findings/figures.h"
#include "wording/terms.h"

void response_mark_simulated(const struct report *report) {
    const char *mark = teller_simulated(&report->teller);
    if (mark[0] == '\0')
        return;
    page_gap(report->page);
    page_paragraph(report->page, mark);
    page_gap(report->page);
}

void response_write_too_few(const struct report *report) {
    const struct voice *voice = &report->teller.voice;
    page_gap(report->page);
    if (report->teller.facts.answers == 0)
        page_paragraph(report->page, teller_phrase(&report->teller, PHRASE_RESPONSE_NOBODY));
    else
        page_paragraph(
            report->page,
            voice_say(
                voice,
                voice_plural(voice, PHRASE_RESPONSE_TOO_FEW_ONE, report->teller.facts.answers),
                "count", teller_whole(&report->teller, report->teller.facts.answers), "report",
                teller_whole(&report->teller, report->teller.facts.min_report), NULL));
}

const char *response_left_out(const struct report *report) {
    static const struct {
        enum statistic statistic;
        enum phrase phrase;
    } kinds[] = {{STATISTIC_ROWS_REJECTED, PHRASE_RESPONSE_REJECTED},
                 {STATISTIC_ROWS_DUPLICATE, PHRASE_RESPONSE_DUPLICATE},
                 {STATISTIC_ROWS_INCOMPLETE, PHRASE_RESPONSE_INCOMPLETE}};
    const char *parts[3];
    size_t count = 0;
    for (size_t i = 0; i < 3; i++) {
        int64_t rows =
            figure_whole(report->teller.facts.results, "", "", "", kinds[i].statistic);
        if (rows > 0)
            parts[count++] =
                voice_say(&report->teller.voice,
                          voice_plural(&report->teller.voice, kinds[i].phrase, rows), "count",
                          teller_whole(&report->teller, rows), NULL);
    }
    return voice_list(&report->teller.voice, parts, count);
}

const char *response_unknown(const struct report *report) {
    const struct voice *voice = &report->teller.voice;
    int64_t invited = figure_whole(report->teller.facts.results, "", "", "", STATISTIC_INVITED);
    const char *answers = teller_whole(&report->teller, report->teller.facts.answers);
    if (invited > 0)
        return voice_say(
            voice, voice_plural(voice, PHRASE_RESPONSE_TOO_MANY, report->teller.facts.answers),
            "count", answers, "invited", teller_whole(&report->teller, invited), NULL);
    return voice_say(
        voice, voice_plural(voice, PHRASE_RESPONSE_UNKNOWN_ONE, report->teller.facts.answers),
        "count", answers, NULL);
}

/* Page one of a report for a group has no room for it. */
static void say_event(const struct report *report) {
    const char *event =
        teller_label(&report->teller, &report->teller.facts.questionnaire->event);
    if (report->teller.facts.selected != NULL && event[0] != '\0')
        page_say(report->page,
                 voice_say(&report->teller.voice, PHRASE_OWN_EVENT, "event", event, NULL));
}

static void write_response(const struct report *report) {
    const struct voice *voice = &report->teller.voice;
    say_event(report);
    if (report->teller.facts.invited == 0)
        page_say(report->page, response_unknown(report));
    else
        page_say(
            report->page,
            voice_say(
                voice,
                voice_form(voice, PHRASE_RESPONSE_INVITED_NONE, report->teller.facts.answers,
                           report->teller.facts.invited),
                "invited", teller_whole(&report->teller, report->teller.facts.invited), "share",
                voice_share(voice, report->teller.facts.answers, report->teller.facts.invited),
                NULL));
}

static const struct result *of_level(const struct report *report,
                                     const struct grouping *grouping, size_t code,
                                     enum statistic statistic) {
    return results_find_by(report->teller.facts.results, "", "", "", grouping->question->id,
                           grouping->question->codes->codes[code].id, statistic);
}

/* "Geantwortet haben, nach Art: Verein 12 von 18, Kommune 5 von 11."; where somebody is in no
 * level, at least so many. */
static void write_levels(const struct report *report, const struct grouping *grouping) {
    const struct voice *voice = &report->teller.voice;
    const struct code_list *codes = grouping->question->codes;
    const char **parts = arena_allocate(voice->arena, codes->inside + 1, sizeof *parts);
    const char *name = voice_quote(voice, terms_subject(&report->teller, grouping->question));
    size_t count = 0;
    enum phrase phrase = PHRASE_RESPONSE_LEVELS;
    for (size_t i = 0; i < codes->inside; i++) {
        const struct result *invited = of_level(report, grouping, i, STATISTIC_INVITED),
                            *answered = of_level(report, grouping, i, STATISTIC_ANSWERED),
                            *rate = of_level(report, grouping, i, STATISTIC_RESPONSE_RATE);
        if (invited == NULL || answered == NULL || rate == NULL)
            continue;
        if (answered->flag == FLAG_SUPPRESSED) {
            page_say(report->page,
                     voice_say(voice, PHRASE_RESPONSE_LEVELS_HIDDEN, "grouping", name, "why",
                               teller_why(&report->teller, answered->method), NULL));
            return;
        }
        if (!rate->has_value)
            phrase = PHRASE_RESPONSE_LEVELS_LEAST;
        parts[count++] =
            voice_say(voice, PHRASE_RESPONSE_LEVEL, "label",
                      teller_code_label(&report->teller, &codes->codes[i].label), "share",
                      voice_of(voice, (int64_t)answered->value, (int64_t)invited->value), NULL);
    }
    if (count > 0)
        page_say(report->page, voice_say(voice, phrase, "grouping", name, "list",
                                         voice_list(voice, parts, count), NULL));
}

/* How to read the parts that follow; said once. */
static void write_reading(const struct report *report) {
    const struct voice *voice = &report->teller.voice;
    page_heading(report->page, "", teller_phrase(&report->teller, PHRASE_READING_HEADING));
    page_say(report->page, teller_phrase(&report->teller, PHRASE_READING_OF));
    if (!report->bars.none)
        page_say(report->page,
                 voice_say(voice,
                           report->bars.scaled ? PHRASE_READING_SCALED : PHRASE_READING_BLOCK,
                           "full", report->bars.full, "empty", report->bars.empty, NULL));
    if (report->teller.facts.invited > report->teller.facts.answers)
        page_say(report->page,
                 voice_say(voice, PHRASE_READING_BOUNDS, "invited",
                           teller_whole(&report->teller, report->teller.facts.invited), NULL));
    page_say(report->page,
             voice_say(voice, PHRASE_READING_ROUNDING, "percent",
                       teller_whole(&report->teller, ROUNDING_PERCENT_FROM), "mean",
                       teller_whole(&report->teller, ROUNDING_MEAN_FROM), "nothing",
                       teller_phrase(&report->teller, PHRASE_TABLE_NOTHING), NULL));
}

void response_write(const struct report *report, const char *number, const char *last) {
    const struct voice *voice = &report->teller.voice;
    page_heading(report->page, number, teller_phrase(&report->teller, PHRASE_RESPONSE_HEADING));
    write_response(report);
    for (size_t i = 0; i < report->teller.facts.questionnaire->grouping_count; i++)
        write_levels(report, &report->teller.facts.questionnaire->groupings[i]);
    const char *left_out = response_left_out(report);
    if (left_out[0] != '\0')
        page_say(report->page, voice_say(voice, PHRASE_RESPONSE_LEFT_OUT, "list", left_out,
                                         "section", last, NULL));
    write_reading(report);
}
