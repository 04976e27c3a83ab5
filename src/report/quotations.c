#include "report/quotations.h"

#include "findings/figures.h"

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
