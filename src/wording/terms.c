#include "wording/terms.h"

#include <string.h>

const char *terms_subject(const struct teller *teller, const struct question *question) {
    const char *subject = teller_label(teller, &question->subject);
    return subject[0] != '\0' ? subject : teller_label(teller, &question->text);
}

bool terms_has_subject(const struct teller *teller, const struct question *question) {
    return strcmp(terms_subject(teller, question), teller_label(teller, &question->text)) != 0;
}

const char *terms_top(const struct teller *teller, const struct question *question) {
    const struct code_list *codes = question->codes;
    const char *words = teller_label(teller, &codes->top);
    if (words[0] != '\0' || codes->inside == 0)
        return voice_quote(&teller->voice, words);
    const char *two[2];
    size_t count = codes->inside < 2 ? codes->inside : 2;
    for (size_t i = 0; i < count; i++)
        two[i] = voice_quote(
            &teller->voice,
            teller_code_label(teller, &codes->codes[codes->inside - count + i].label));
    return voice_choice(&teller->voice, two, count);
}

const char *terms_counted(const struct teller *teller, const struct question *question,
                          enum statistic statistic) {
    if (question_answer(question) != ANSWER_PLACE)
        return teller_phrase(teller, PHRASE_GROUPS_TICKED);
    if (statistic == STATISTIC_FIRST || question->max_choices == 1)
        return teller_phrase(teller, PHRASE_RANKING_BARS_FIRST);
    return teller_phrase(teller, question->max_choices == 0 ? PHRASE_RANKING_BARS_ANY
                                                            : PHRASE_RANKING_BARS);
}

const struct gap *terms_gap(const struct teller *teller, const struct question *question) {
    for (size_t i = 0; i < teller->questionnaire->gap_count; i++) {
        const struct gap *gap = &teller->questionnaire->gaps[i];
        if (gap->importance == question || gap->satisfaction == question)
            return gap;
    }
    return NULL;
}
