/* The sentences of importance against satisfaction. */
#include "wording/sentence_gap.h"
#include "findings/tier.h"
#include "wording/item_words.h"
#include "wording/terms.h"
#include "wording/tier_words.h"

static const char *say_pair(const struct teller *teller, const struct pair *pair,
                            enum phrase phrase) {
    return voice_say(
        &teller->voice, phrase, "label",
        voice_quote(&teller->voice, teller_code_label(teller, pair->label)), "important",
        voice_share(&teller->voice, pair->important.count, pair->important.base), "satisfied",
        voice_share(&teller->voice, pair->satisfied.count, pair->satisfied.base), NULL);
}

/* Those that are level have only in common how many miss them. */
static const char *say_most(const struct teller *teller, const struct pairs *pairs) {
    struct tier tier = tier_of(&teller->facts, &pairs->items);
    bool open = tier_open(teller, &pairs->items)[0] != '\0';
    size_t end = open ? tier.named : items_tied(&pairs->items, 0);
    if (!open && end == 1)
        return say_pair(teller, &pairs->pair[0], PHRASE_GAP_MOST);
    return tier_with_open(teller, &pairs->items,
                          voice_say(&teller->voice, open ? PHRASE_GAP_FRONT : PHRASE_GAP_LEVEL,
                                    "labels", items_names(teller, &pairs->items, 0, end),
                                    "shares", items_shares(teller, &pairs->items, 0, end),
                                    NULL));
}

/* The row where least is missing, where it is told from the first, unless others are level with
 * it. */
static const char *say_least(const struct teller *teller, const struct pairs *pairs) {
    size_t last = items_ranked(&pairs->items) - 1;
    struct tier tier = tier_of(&teller->facts, &pairs->items);
    if (last < 2 || !tier_is_behind(&tier, last) || !pairs_end_surely(pairs) ||
        figure_compare(&pairs->pair[last - 1].unmet, &pairs->pair[last].unmet) == 0)
        return "";
    return say_pair(teller, &pairs->pair[last], PHRASE_GAP_LEAST);
}

/* Of hidden rows it is not known. */
static bool nobody_misses(const struct pairs *pairs, const struct gap *gap) {
    bool nobody = pairs->count + pairs->items.empty == gap->importance->row_count;
    for (size_t i = 0; i < pairs->count; i++)
        nobody = nobody && pairs->pair[i].unmet.count == 0 && pairs->pair[i].beside == 0;
    return nobody;
}

/* Who gave an answer that may mean that they get nothing of it, and how many in which row. */
static const char *say_open(const struct teller *teller, const struct gap *gap,
                            const struct pairs *pairs) {
    const struct voice *voice = &teller->voice;
    const struct code_list *codes = gap->satisfaction->codes;
    const char *answers[QUESTIONNAIRE_MAX_CODES], *rows[QUESTIONNAIRE_MAX_CODES];
    size_t answer_count = 0, row_count = 0;
    for (size_t i = codes->inside; i < codes->count; i++)
        if (!gap_is_unmet(gap, i))
            answers[answer_count++] =
                voice_quote(voice, teller_code_label(teller, &codes->codes[i].label));
    for (size_t i = 0; i < pairs->count; i++)
        if (pairs->pair[i].beside > 0)
            rows[row_count++] =
                voice_quote(voice, teller_code_label(teller, pairs->pair[i].label));
    return voice_say(voice, PHRASE_GAP_UNSURE, "answers",
                     voice_choice(voice, answers, answer_count), "labels",
                     voice_list(voice, rows, row_count), NULL);
}

const char *sentence_gap_unsure(const struct teller *teller, const struct gap *gap) {
    struct pairs pairs = pairs_of(&teller->facts, gap);
    return pairs.count > 0 && !pairs_lead_surely(&pairs) ? say_open(teller, gap, &pairs) : "";
}

struct sentences sentence_all_of_gap(const struct teller *teller, const struct gap *gap) {
    const char **line = arena_allocate(teller->voice.arena, 2, sizeof *line);
    struct sentences sentences = {line, 0};
    struct pairs pairs = pairs_of(&teller->facts, gap);
    if (pairs.count == 0)
        return sentences;
    if (!pairs_lead_surely(&pairs)) {
        line[sentences.count++] = say_open(teller, gap, &pairs);
        return sentences;
    }
    if (pairs.pair[0].unmet.count == 0) {
        if (nobody_misses(&pairs, gap))
            line[sentences.count++] = teller_phrase(teller, PHRASE_GAP_NONE);
        return sentences;
    }
    line[sentences.count++] = say_most(teller, &pairs);
    line[sentences.count] = say_least(teller, &pairs);
    sentences.count += line[sentences.count][0] != '\0';
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
