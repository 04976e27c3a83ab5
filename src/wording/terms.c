#include "wording/terms.h"

#include <string.h>

#include "findings/items.h"

const char *terms_subject(const struct teller *teller, const struct question *question) {
    const char *subject = teller_label(teller, &question->subject);
    return subject[0] != '\0' ? subject : teller_label(teller, &question->text);
}

bool terms_has_subject(const struct teller *teller, const struct question *question) {
    return strcmp(terms_subject(teller, question), teller_label(teller, &question->text)) != 0;
}

static const char *label_at(const struct teller *teller, const struct code_list *codes,
                            size_t code) {
    return teller_code_label(teller, &codes->codes[code].label);
}

/* True where the code is called by its value: "8", "10 – sehr zufrieden". */
static bool is_called_by_value(const struct teller *teller, const struct code_list *codes,
                               size_t code) {
    const char *number =
        arena_format(teller->voice.arena, "%lld", (long long)code_list_number(codes, code));
    const char *label = label_at(teller, codes, code);
    size_t length = strlen(number);
    return strncmp(label, number, length) == 0 &&
           (label[length] == '\0' || strchr(" .:,=(", label[length]) != NULL);
}

/* The codes first..end at one end of a scale; edge is the one of them next to all others. */
static const char *say_end(const struct teller *teller, const struct code_list *codes,
                           size_t first, size_t end, size_t edge, enum phrase beyond,
                           const char *(*dress)(const struct voice *voice, const char *words)) {
    const struct voice *voice = &teller->voice;
    const char *labels[2];
    if (codes->values != NULL && end - first > 1 && is_called_by_value(teller, codes, edge))
        return dress(voice, voice_say(voice, beyond, "value",
                                      voice_whole(voice, codes->values[edge]), NULL));
    if (end - first > 2)
        return voice_say(voice, PHRASE_SCALE_RANGE, "first",
                         dress(voice, label_at(teller, codes, first)), "last",
                         dress(voice, label_at(teller, codes, end - 1)), NULL);
    for (size_t i = first; i < end; i++)
        labels[i - first] = dress(voice, label_at(teller, codes, i));
    return voice_choice(voice, labels, end - first);
}

static const char *say_highest(const struct teller *teller, const struct question *question,
                               const char *(*dress)(const struct voice *voice,
                                                    const char *words)) {
    const struct code_list *codes = question->codes;
    const char *words = teller_label(teller, &codes->top);
    size_t first = codes->inside - codes->top_size;
    return words[0] != '\0' || codes->inside == 0 ? dress(&teller->voice, words)
                                                  : say_end(teller, codes, first, codes->inside,
                                                            first, PHRASE_SCALE_OR_MORE, dress);
}

static const char *bare(const struct voice *voice, const char *words) {
    (void)voice;
    return words;
}

const char *terms_top(const struct teller *teller, const struct question *question) {
    return say_highest(teller, question, voice_quote);
}

const char *terms_top_bare(const struct teller *teller, const struct question *question) {
    return say_highest(teller, question, bare);
}

static const char *say_lowest(const struct teller *teller, const struct question *question,
                              const char *(*dress)(const struct voice *voice,
                                                   const char *words)) {
    const struct code_list *codes = question->codes;
    const char *words = teller_label(teller, &codes->bottom);
    return words[0] != '\0' || codes->inside == 0
               ? dress(&teller->voice, words)
               : say_end(teller, codes, 0, codes->bottom_size, codes->bottom_size - 1,
                         PHRASE_SCALE_OR_LESS, dress);
}

const char *terms_bottom(const struct teller *teller, const struct question *question) {
    return say_lowest(teller, question, voice_quote);
}

const char *terms_bottom_bare(const struct teller *teller, const struct question *question) {
    return say_lowest(teller, question, bare);
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
    for (size_t i = 0; i < teller->facts.questionnaire->gap_count; i++) {
        const struct gap *gap = &teller->facts.questionnaire->gaps[i];
        if (gap->importance == question || gap->satisfaction == question)
            return gap;
    }
    return NULL;
}
