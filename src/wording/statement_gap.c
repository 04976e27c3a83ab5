#include "wording/statement_gap.h"

#include "findings/tier.h"
#include "wording/statement_list.h"
#include "wording/statement_words.h"
#include "wording/terms.h"

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

const char *statement_gap_unsure(const struct teller *teller, const struct gap *gap) {
    struct pairs pairs = pairs_of(&teller->facts, gap);
    return pairs.count > 0 && !pairs_lead_surely(&pairs) ? say_open(teller, gap, &pairs) : "";
}

size_t statement_gap_named(const struct teller *teller, const struct pairs *pairs) {
    struct tier tier = tier_of(&teller->facts, &pairs->items);
    return tier.leaders == 1 || tier.named == 0 ? 1 : tier.named;
}

static const struct code *row_of(const struct gap *gap, const struct pair *pair) {
    int position = code_position(gap->importance->rows, gap->importance->row_count, pair->row);
    return &gap->importance->rows[position];
}

/* Who does not get it: the figure that comes next to mind. */
static const char *with_unmet_codes(const struct teller *teller, const struct gap *gap,
                                    const struct pair *pair, const char *words) {
    const struct code *codes = gap->satisfaction->codes->codes;
    for (size_t i = 0; i < gap->unmet_count; i++) {
        const struct code *code = &codes[gap->unmet_codes[i]];
        int64_t count = figure_whole(teller->facts.results, gap->satisfaction->id, pair->row,
                                     code->id, STATISTIC_COUNT);
        if (count > 0)
            words = words_beside(teller, words, words_code(teller, code), count);
    }
    return words;
}

/* True where one row is told from all others. */
static bool leads_alone(const struct teller *teller, const struct pairs *pairs) {
    struct tier tier = tier_of(&teller->facts, &pairs->items);
    return tier.known && tier.leaders == 1;
}

/* known: it is the first; else it is one alone, as the others are hidden, or nobody lacks them.
 */
static const char *say_one(const struct teller *teller, const struct gap *gap,
                           const struct pair *pair, bool known) {
    const char *words = voice_say(
        &teller->voice, known ? PHRASE_STATEMENT_LACK_MOST : PHRASE_STATEMENT_LACK_ONE, "label",
        words_code(teller, row_of(gap, pair)), "important",
        words_share(teller, &pair->important), "satisfied",
        words_share(teller, &pair->satisfied), NULL);
    return with_unmet_codes(teller, gap, pair, words);
}

/* Several: how many find each important and are not satisfied, what that means with the first.
 */
static const char *say_several(const struct teller *teller, const struct gap *gap,
                               const struct pairs *pairs, size_t named) {
    const char **parts = arena_allocate(teller->voice.arena, named + 1, sizeof *parts);
    for (size_t i = 0; i < named; i++) {
        const struct pair *pair = &pairs->pair[i];
        const char *label = words_code(teller, row_of(gap, pair));
        parts[i] = i == 0 ? voice_say(&teller->voice, PHRASE_STATEMENT_LACK_FRONT, "label",
                                      label, "share", words_figure(teller, &pair->unmet), NULL)
                          : words_labelled(teller, label, &pair->unmet);
    }
    return voice_say(&teller->voice, PHRASE_STATEMENT_LACK_OFTEN, "items",
                     voice_names(&teller->voice, parts, named), NULL);
}

/* Of hidden rows it is not known. */
static bool nobody_misses(const struct pairs *pairs, const struct gap *gap) {
    bool nobody = pairs->count + pairs->items.empty == gap->importance->row_count;
    for (size_t i = 0; i < pairs->count; i++)
        nobody = nobody && pairs->pair[i].unmet.count == 0 && pairs->pair[i].beside == 0;
    return nobody;
}

struct sentences statement_of_gap(const struct teller *teller, const struct gap *gap) {
    struct sentences sentences = statement_begin(teller);
    struct pairs pairs = pairs_of(&teller->facts, gap);
    if (pairs.count == 0 || !facts_have_results(&teller->facts))
        return sentences;
    if (!pairs_lead_surely(&pairs)) {
        statement_add(&sentences, statement_gap_unsure(teller, gap));
        return sentences;
    }
    if (pairs.pair[0].unmet.count == 0) {
        if (nobody_misses(&pairs, gap))
            statement_add(&sentences, teller_phrase(teller, PHRASE_GAP_NONE));
        return sentences;
    }
    size_t named = statement_gap_named(teller, &pairs);
    statement_add(&sentences,
                  words_sentence(teller, named == 1 ? say_one(teller, gap, pairs.pair,
                                                              leads_alone(teller, &pairs))
                                                    : say_several(teller, gap, &pairs, named)));
    statement_add(&sentences, statement_open(teller, &pairs.items));
    return sentences;
}

const char *statement_gap_means(const struct teller *teller, const struct gap *gap) {
    return voice_say(&teller->voice, PHRASE_GAP_MEANS, "important",
                     terms_top(teller, gap->importance), "satisfied",
                     terms_top(teller, gap->satisfaction), NULL);
}

const char *statement_gap_questions(const struct teller *teller, const struct gap *gap) {
    const struct voice *voice = &teller->voice;
    return voice_say(voice, PHRASE_GAP_QUESTIONS, "important",
                     voice_quote(voice, teller_label(teller, &gap->importance->text)),
                     "satisfied",
                     voice_quote(voice, teller_label(teller, &gap->satisfaction->text)), NULL);
}
