#include "report/response.h"

#include "report/figures.h"

static const char *phrase(const struct report *report, enum phrase which) {
    return catalogue_phrase(report->voice.catalogue, which);
}

static const char *whole(const struct report *report, int64_t value) {
    return voice_whole(&report->voice, value);
}

void response_mark_simulated(const struct report *report) {
    if (report->simulated <= 0)
        return;
    const struct voice *voice = &report->voice;
    page_gap(report->page);
    page_paragraph(report->page,
                   voice_say(voice, voice_plural(PHRASE_SIMULATED_MARK_ONE, report->simulated),
                             "count", whole(report, report->simulated), NULL));
    page_gap(report->page);
}

void response_write_too_few(const struct report *report) {
    const struct voice *voice = &report->voice;
    page_gap(report->page);
    if (report->answers == 0)
        page_paragraph(report->page, phrase(report, PHRASE_RESPONSE_NOBODY));
    else
        page_paragraph(report->page,
                       voice_say(voice,
                                 voice_plural(PHRASE_RESPONSE_TOO_FEW_ONE, report->answers),
                                 "count", whole(report, report->answers), "report",
                                 whole(report, report->min_report), NULL));
}

const char *response_left_out(const struct report *report) {
    static const struct {
        const char *statistic;
        enum phrase phrase;
    } kinds[] = {{"rows_rejected", PHRASE_RESPONSE_REJECTED},
                 {"rows_duplicate", PHRASE_RESPONSE_DUPLICATE},
                 {"rows_incomplete", PHRASE_RESPONSE_INCOMPLETE}};
    const char *parts[3];
    size_t count = 0;
    for (size_t i = 0; i < 3; i++) {
        int64_t rows = figure_whole(report->results, "", "", "", kinds[i].statistic);
        if (rows > 0)
            parts[count++] =
                voice_say(&report->voice, kinds[i].phrase, "count", whole(report, rows), NULL);
    }
    return voice_list(&report->voice, parts, count);
}

const char *response_unknown(const struct report *report) {
    const struct voice *voice = &report->voice;
    int64_t invited = figure_whole(report->results, "", "", "", "invited");
    const char *answers = whole(report, report->answers);
    if (invited > 0)
        return voice_say(voice, PHRASE_RESPONSE_TOO_MANY, "count", answers, "invited",
                         whole(report, invited), NULL);
    return voice_say(voice, voice_plural(PHRASE_RESPONSE_UNKNOWN_ONE, report->answers), "count",
                     answers, NULL);
}

static void write_response(const struct report *report) {
    const struct voice *voice = &report->voice;
    if (report->invited == 0)
        page_say(report->page, response_unknown(report));
    else
        page_say(report->page,
                 voice_say(
                     voice,
                     voice_form(PHRASE_RESPONSE_INVITED_NONE, report->answers, report->invited),
                     "invited", whole(report, report->invited), "share",
                     voice_share(voice, report->answers, report->invited), NULL));
}

/* How to read the parts that follow; said once. */
static void write_reading(const struct report *report) {
    const struct voice *voice = &report->voice;
    page_heading(report->page, "", phrase(report, PHRASE_READING_HEADING));
    page_say(report->page, phrase(report, PHRASE_READING_OF));
    if (!report->bars.none)
        page_say(report->page,
                 voice_say(voice,
                           report->bars.scaled ? PHRASE_READING_SCALED : PHRASE_READING_BLOCK,
                           "full", report->bars.full, "empty", report->bars.empty, NULL));
    if (report->invited > report->answers)
        page_say(report->page, voice_say(voice, PHRASE_READING_BOUNDS, "invited",
                                         whole(report, report->invited), NULL));
    page_say(report->page, voice_say(voice, PHRASE_READING_ROUNDING, "percent",
                                     whole(report, ROUNDING_PERCENT_FROM), "mean",
                                     whole(report, ROUNDING_MEAN_FROM), "nothing",
                                     phrase(report, PHRASE_TABLE_NOTHING), NULL));
}

void response_write(const struct report *report, const char *number, const char *last) {
    const struct voice *voice = &report->voice;
    page_heading(report->page, number, phrase(report, PHRASE_RESPONSE_HEADING));
    write_response(report);
    const char *left_out = response_left_out(report);
    if (left_out[0] != '\0')
        page_say(report->page, voice_say(voice, PHRASE_RESPONSE_LEFT_OUT, "list", left_out,
                                         "section", last, NULL));
    write_reading(report);
}
