/* The sentences of importance against satisfaction. */
#include "wording/sentence.h"
#include "wording/terms.h"

static const char *say_pair(const struct teller *teller, const struct pair *pair,
                            enum phrase phrase) {
    return voice_say(
        &teller->voice, phrase, "label", voice_quote(&teller->voice, pair->label), "important",
        voice_share(&teller->voice, pair->important.count, pair->important.base), "satisfied",
        voice_share(&teller->voice, pair->satisfied.count, pair->satisfied.base), NULL);
}

/* The rows where most is missing, ties included, and the one where least is. */
struct sentences sentence_all_of_gap(const struct teller *teller, const struct gap *gap) {
    enum { MOST_TIED = 5 };
    const char **line = arena_allocate(teller->voice.arena, MOST_TIED + 1, sizeof *line);
    struct sentences sentences = {line, 0};
    struct pairs pairs = pairs_of(teller, gap);
    if (pairs.count == 0)
        return sentences;
    size_t tied = items_tied(&pairs.items, 0), last = pairs.count - 1;
    for (size_t i = 0; i < tied && i < MOST_TIED; i++)
        line[sentences.count++] =
            say_pair(teller, &pairs.pair[i], i == 0 ? PHRASE_GAP_MOST : PHRASE_GAP_SAME);
    bool alone =
        last > 0 && figure_compare(&pairs.pair[last - 1].unmet, &pairs.pair[last].unmet) != 0;
    if (tied <= last && pairs.count >= 3 && alone)
        line[sentences.count++] = say_pair(teller, &pairs.pair[last], PHRASE_GAP_LEAST);
    return sentences;
}

const char *sentence_gap_means(const struct teller *teller, const struct gap *gap) {
    return voice_say(&teller->voice, PHRASE_GAP_MEANS, "important",
                     terms_top(teller, gap->importance), "satisfied",
                     terms_top(teller, gap->satisfaction), NULL);
}

const char *sentence_gap_questions(const struct teller *teller, const struct gap *gap) {
    const struct voice *voice = &teller->voice;
    return voice_say(voice, PHRASE_GAP_QUESTIONS, "important",
                     voice_quote(voice, teller_label(teller, &gap->importance->text)),
                     "satisfied",
                     voice_quote(voice, teller_label(teller, &gap->satisfaction->text)), NULL);
}

const char *sentence_of_gap(const struct teller *teller, const struct gap *gap) {
    struct sentences sentences = sentence_all_of_gap(teller, gap);
    return sentences.count > 0 ? sentences.line[0] : "";
}
