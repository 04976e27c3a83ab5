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
            voice_say(voice,
                      voice_plural(&report->teller.voice, PHRASE_RESPONSE_TOO_FEW_ONE,
                                   report->teller.facts.answers),
                      "count", teller_whole(&report->teller, report->teller.facts.answers),
                      "report", teller_whole(&report->teller, report->teller.facts.min_report),
                      NULL));
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
            parts[count++] = voice_say(&report->teller.voice, kinds[i].phrase, "count",
                                       teller_whole(&report->teller, rows), NULL);
    }
    return voice_list(&report->teller.voice, parts, count);
}

/* How many answered, where it is not known how many were invited, or fewer were than answered.
 */
static const char *say_unknown(const struct report *report) {
    const struct voice *voice = &report->teller.voice;
    int64_t invited = figure_whole(report->teller.facts.results, "", "", "", STATISTIC_INVITED);
    const char *answers = teller_whole(&report->teller, report->teller.facts.answers);
    if (invited > 0)
        return voice_say(voice, PHRASE_RESPONSE_TOO_MANY, "count", answers, "invited",
                         teller_whole(&report->teller, invited), NULL);
    return voice_say(voice,
                     voice_plural(&report->teller.voice, PHRASE_RESPONSE_UNKNOWN_ONE,
                                  report->teller.facts.answers),
                     "count", answers, NULL);
}

const char *response_counted(const struct report *report) {
    const struct teller *teller = &report->teller;
    if (teller->facts.invited == 0)
        return say_unknown(report);
    return voice_say(&teller->voice,
                     voice_form(&report->teller.voice, PHRASE_GLANCE_RESPONSE_NONE,
                                teller->facts.answers, teller->facts.invited),
                     "share",
                     voice_share(&teller->voice, teller->facts.answers, teller->facts.invited),
                     NULL);
}
