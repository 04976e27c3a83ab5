#include "report/quotations.h"

#include "findings/figures.h"
#include "report/key_sentences.h"

static bool fits(const struct released *released, const struct question *question,
                 const struct results *results) {
    const struct released_quotation *first;
    int64_t wrote = figure_whole(results, question->id, "", "", STATISTIC_ANSWERED);
    /* Beside other answers people write as they like: nobody counts that. */
    return question_answer(question) != ANSWER_TEXT || wrote < 0 ||
           released_of(released, question, &first) <= (size_t)wrote;
}

bool quotations_fit(const struct released *released, const struct results *results,
                    const char *file, struct diag *diag) {
    for (size_t i = 0; released != NULL && i < released->count; i++) {
        const struct question *question = released->rows[i].question;
        struct diag_place place = {.file = file, .item = question->id};
        if (fits(released, question, results))
            continue;
        diag_add(diag, DIAG_ERROR, &place,
                 "more quotations than answers to this question: take the quotations and the "
                 "results of one run",
                 "mehr Zitate als Antworten auf diese Frage: nehmen Sie Zitate und Ergebnisse "
                 "eines Laufs");
        return false;
    }
    return true;
}

/* The marks surround the text as it was written, whatever marks it has inside. */
static void print(const struct report *report, const struct released_quotation *quotations,
                  size_t count) {
    if (count > 0 && report->teller.facts.selected != NULL)
        page_say(report->page, teller_phrase(&report->teller, PHRASE_OWN_QUOTATIONS));
    if (count > 0)
        page_say(report->page,
                 voice_say(&report->teller.voice,
                           voice_plural(&report->teller.voice, PHRASE_TEXT_QUOTED_ONE,
                                        (int64_t)count),
                           "count", teller_whole(&report->teller, (int64_t)count), NULL));
    for (size_t i = 0; i < count; i++) {
        page_gap(report->page);
        page_quotation(report->page, teller_phrase(&report->teller, PHRASE_QUOTE_OPEN),
                       quotations[i].text, teller_phrase(&report->teller, PHRASE_QUOTE_CLOSE));
    }
}

void quotations_write(const struct report *report, const struct question *question) {
    const struct released_quotation *first = NULL;
    size_t count = released_of(report->teller.released, question, &first);
    key_sentences_write(report, question);
    print(report, first, count);
}

void quotations_write_beside(const struct report *report, const struct question *question) {
    const struct released_quotation *first = NULL;
    size_t count = released_of(report->teller.released, question, &first);
    if (count == 0)
        return;
    page_gap(report->page);
    page_say(report->page, teller_phrase(&report->teller, PHRASE_TEXT_BESIDE));
    print(report, first, count);
}

bool quotations_any(const struct report *report) {
    const struct released *released = report->teller.released;
    return released != NULL && released->count > 0 && facts_have_results(&report->teller.facts);
}
