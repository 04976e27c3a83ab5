#include "wording/sentence.h"

#include <string.h>

#include "findings/tier.h"
#include "survey/quotation.h"
#include "wording/item_words.h"
#include "wording/terms.h"
#include "wording/tier_words.h"

/* Sentences as they are collected. */
struct writing {
    const struct teller *teller;
    const struct question *question;
    struct sentences sentences;
};

static struct writing begin(const struct teller *teller, const struct question *question,
                            size_t room) {
    const char **lines = arena_allocate(teller->voice.arena, room, sizeof *lines);
    return (struct writing){teller, question, {lines, 0}};
}

static void say(struct writing *writing, const char *sentence) {
    writing->sentences.line[writing->sentences.count++] = sentence;
}

static const char *share_of(const struct teller *teller, const struct figure *figure) {
    return voice_share(&teller->voice, figure->count, figure->base);
}

/* "„sehr wichtig“ sagen 24 von 26.": how many gave one of several answers. */
static const char *say_set(const struct teller *teller, const char *answers,
                           const struct figure *figure, const char *share) {
    return voice_say(
        &teller->voice,
        voice_form(&teller->voice, PHRASE_CHOICE_SET_NONE, figure->count, figure->base),
        "label", answers, "share", share, NULL);
}

/* Nobody could tick a set, so it is said of what it consists. */
static void say_members(struct writing *writing, const struct answer_set *set) {
    const struct teller *teller = writing->teller;
    if (set->count > 1)
        say(writing, voice_say(&teller->voice, PHRASE_CHOICE_MEMBERS, "labels",
                               teller_code_labels(teller, writing->question->codes->codes,
                                                  set->codes, set->count),
                               NULL));
}

/* Each declared set of answers. */
static void say_sets(struct writing *writing) {
    const struct teller *teller = writing->teller;
    const struct question *question = writing->question;
    for (size_t i = 0; i < question->set_count; i++) {
        const struct answer_set *set = &question->sets[i];
        struct figure figure =
            figure_share(teller->facts.results, question->id, "", set->id, STATISTIC_SET);
        if (figure.state != FIGURE_SHOWN)
            continue;
        say(writing,
            say_set(teller, voice_quote(&teller->voice, teller_label(teller, &set->label)),
                    &figure, share_of(teller, &figure)));
        say_members(writing, set);
    }
}

/* How many gave one of the highest or lowest answers of a scale that has words or values for
 * them; absent where the organiser's own sets say more. */
static struct figure end_of(const struct teller *teller, const struct question *question,
                            const struct label *words, enum statistic statistic) {
    bool said = label_present(words) || question->codes->values != NULL;
    if (question->set_count > 0 || !said)
        return (struct figure){.state = FIGURE_ABSENT};
    return figure_share(teller->facts.results, question->id, "", "", statistic);
}

/* Of numbers that were ticked the mean, as of the rows of a matrix. */
static void say_scale_mean(struct writing *writing) {
    const struct voice *voice = &writing->teller->voice;
    const struct code_list *codes = writing->question->codes;
    double value;
    int64_t n;
    struct rounded rounded;
    if (codes->values == NULL ||
        !figure_value(writing->teller->facts.results, writing->question->id, "", STATISTIC_MEAN,
                      &value, &n) ||
        !rounding_mean(value, n, 0, &rounded))
        return;
    say(writing, voice_say(voice, PHRASE_SCALE_MEAN, "value", voice_rounded(voice, rounded),
                           "low", voice_whole(voice, codes->values[0]), "high",
                           voice_whole(voice, codes->values[codes->inside - 1]), NULL));
}

static void say_ends(struct writing *writing) {
    const struct teller *teller = writing->teller;
    const struct question *question = writing->question;
    struct figure top = end_of(teller, question, &question->codes->top, STATISTIC_TOP2),
                  bottom =
                      end_of(teller, question, &question->codes->bottom, STATISTIC_BOTTOM2);
    if (top.state == FIGURE_SHOWN)
        say(writing,
            say_set(teller, terms_top(teller, question), &top, share_of(teller, &top)));
    if (bottom.state == FIGURE_SHOWN)
        say(writing, say_set(teller, terms_bottom(teller, question), &bottom,
                             share_of(teller, &bottom)));
}

static bool all_level(const struct items *sorted) {
    return sorted->count > 1 && items_tied(sorted, 0) == sorted->count;
}

static void say_level(struct writing *writing, const struct items *sorted) {
    const struct teller *teller = writing->teller;
    say(writing, voice_say(&teller->voice, PHRASE_CHOICE_ALL_TIED, "share",
                           share_of(teller, &sorted->item[0].figure), NULL));
}

/* The answer most given, and the next one. */
static void say_leaders(struct writing *writing, const struct items *sorted) {
    const struct teller *teller = writing->teller;
    size_t used, next;
    if (sorted->count == 0)
        return;
    if (all_level(sorted)) {
        say_level(writing, sorted);
        return;
    }
    say(writing, items_sentence(teller, sorted, 0, PHRASE_CHOICE_MOST_ONE, &used));
    if (used < sorted->count && sorted->item[used].figure.count > 0)
        say(writing, items_sentence(teller, sorted, used, PHRASE_CHOICE_NEXT_ONE, &next));
}

/* "„Ja“ sagen alle 12." */
static bool is_unanimous(const struct items *sorted) {
    return sorted->count > 0 && sorted->item[0].figure.base > 1 &&
           sorted->item[0].figure.count == sorted->item[0].figure.base;
}

static void write_single(struct writing *writing) {
    const struct teller *teller = writing->teller;
    struct items items = items_of_answers(&teller->facts, writing->question);
    struct items sorted = items_sorted(&teller->facts, &items);
    say_sets(writing);
    if (is_unanimous(&sorted)) {
        const struct item *only = &sorted.item[0];
        say(writing, say_set(teller, voice_quote(&teller->voice, item_label(teller, only)),
                             &only->figure, share_of(teller, &only->figure)));
        return;
    }
    say_leaders(writing, &sorted);
    say_ends(writing);
    say_scale_mean(writing);
}

/* How many ticked something else than "none of these"; without such an option all did. */
static void say_any(struct writing *writing) {
    const struct teller *teller = writing->teller;
    const struct code_list *codes = writing->question->codes;
    const char **names = arena_allocate(teller->voice.arena, codes->count + 1, sizeof *names);
    size_t exclusive = 0;
    for (size_t i = 0; i < codes->count; i++)
        if (codes->codes[i].exclusive)
            names[exclusive++] =
                voice_quote(&teller->voice, teller_code_label(teller, &codes->codes[i].label));
    struct figure any =
        figure_share(teller->facts.results, writing->question->id, "", "", STATISTIC_ANY);
    if (exclusive > 0 && any.state == FIGURE_SHOWN)
        say(writing,
            voice_say(&teller->voice,
                      voice_form(&teller->voice, PHRASE_MULTI_ANY_NONE, any.count, any.base),
                      "share", share_of(teller, &any), "label",
                      voice_choice(&teller->voice, names, exclusive), NULL));
}

const char *sentence_ticks(const struct teller *teller, const struct question *question) {
    int64_t most = (int64_t)question->max_choices;
    if (most == 0)
        return teller_phrase(teller, PHRASE_MULTI_NOTE);
    return voice_say(&teller->voice, voice_plural(&teller->voice, PHRASE_MULTI_LIMIT_ONE, most),
                     "count", teller_whole(teller, most), NULL);
}

static void write_multi(struct writing *writing) {
    const struct teller *teller = writing->teller;
    struct items items = items_of_list(&teller->facts, writing->question, STATISTIC_SHARE);
    bool somebody = items.count > 0 && items.item[0].figure.count > 0,
         all = items.count == writing->question->codes->count;
    if (all && all_level(&items))
        say_level(writing, &items);
    else if (somebody) /* else the next sentence says that nobody does */
        say(writing, tier_with_open(teller, &items,
                                    tier_leaders(teller, &items, PHRASE_MULTI_MOST_ONE,
                                                 PHRASE_MULTI_FRONT)));
    say_any(writing);
}

static void write_ranking(struct writing *writing) {
    const struct teller *teller = writing->teller;
    const struct question *question = writing->question;
    struct items top = items_of_list(&teller->facts, question, STATISTIC_TOP),
                 first = items_of_list(&teller->facts, question, STATISTIC_FIRST);
    if (top.count > 0 && question->max_choices > 1)
        say(writing,
            tier_with_open(teller, &top,
                           voice_say(&teller->voice, PHRASE_RANKING_TOP, "places",
                                     teller_whole(teller, (int64_t)question->max_choices),
                                     "leader",
                                     tier_leaders(teller, &top, PHRASE_RANKING_LEADER_ONE,
                                                  PHRASE_RANKING_LEADER_FRONT),
                                     NULL)));
    if (first.count > 0)
        say(writing, tier_with_open(teller, &first,
                                    tier_leaders(teller, &first, PHRASE_RANKING_FIRST_ONE,
                                                 PHRASE_RANKING_FIRST_FRONT)));
}

/* "Am größten ist der Anteil für „genutzt“ bei X: 12 von 26." */
static void say_most(struct writing *writing, const char *answers, const struct items *sorted) {
    const struct teller *teller = writing->teller;
    size_t used;
    say(writing,
        voice_say(&teller->voice, PHRASE_MATRIX_SET, "set", answers, "sentence",
                  items_sentence(teller, sorted, 0, PHRASE_MATRIX_SET_LEADER_ONE, &used),
                  NULL));
}

/* Those rows that can have the largest share. */
static void say_front(struct writing *writing, const char *answers,
                      const struct items *sorted) {
    const struct teller *teller = writing->teller;
    struct tier tier = tier_of(&teller->facts, sorted);
    const char *open = tier_open(teller, sorted);
    if (open[0] == '\0') {
        say_most(writing, answers, sorted);
        return;
    }
    say(writing,
        arena_format(teller->voice.arena, "%s %s",
                     voice_say(&teller->voice, PHRASE_MATRIX_FRONT, "answer", answers, "labels",
                               items_names(teller, sorted, 0, tier.named), "shares",
                               items_shares(teller, sorted, 0, tier.named), NULL),
                     open));
}

/* The rows at the end, where they are told from the first. */
static void say_least(struct writing *writing, const struct items *sorted) {
    size_t ranked = items_ranked(sorted), start = ranked - 1, used;
    const struct figure *last = &sorted->item[start].figure;
    struct tier tier = tier_of(&writing->teller->facts, sorted);
    if (ranked < 3)
        return;
    while (start > 0 && figure_compare(&sorted->item[start - 1].figure, last) == 0)
        start--;
    if (tier_is_behind(&tier, start)) /* all that are level with the last */
        say(writing,
            items_sentence(writing->teller, sorted, start, PHRASE_MATRIX_LAST_ONE, &used));
}

static void write_rows(struct writing *writing) {
    const struct teller *teller = writing->teller;
    struct items items = items_of_list(&teller->facts, writing->question, STATISTIC_TOP2);
    const char *answers = terms_top(teller, writing->question);
    if (items.count == 0)
        return;
    if (all_level(&items)) {
        say(writing, voice_say(&teller->voice, PHRASE_MATRIX_ALL_TIED, "answer", answers,
                               "shares", items_shares(teller, &items, 0, items.count), NULL));
        return;
    }
    say_front(writing, answers, &items);
    say_least(writing, &items);
}

static void say_set_over_rows(struct writing *writing, const struct answer_set *set) {
    const struct teller *teller = writing->teller;
    struct items items = items_of_rows(&teller->facts, writing->question, writing->question->id,
                                       set->id, STATISTIC_SET);
    items_sort(&items);
    if (items.count == 0)
        return;
    /* Nothing says which of these rows can be first. */
    say_front(writing, voice_quote(&teller->voice, teller_label(teller, &set->label)), &items);
    say_members(writing, set);
}

/* The most frequent answer of one row. */
static void say_most_frequent(struct writing *writing, const struct code *row) {
    const struct teller *teller = writing->teller;
    struct items answers = items_of_row(&teller->facts, writing->question, row);
    items_sort(&answers);
    size_t used;
    if (answers.count > 0)
        say(writing,
            voice_say(
                &teller->voice, PHRASE_MATRIX_ROW, "label",
                voice_quote(&teller->voice, teller_code_label(teller, &row->label)), "sentence",
                items_sentence(teller, &answers, 0, PHRASE_MATRIX_MOST_ONE, &used), NULL));
}

static void write_matrix(struct writing *writing) {
    const struct question *question = writing->question;
    if (question->codes->measure == MEASURE_ORDINAL) {
        write_rows(writing);
        return;
    }
    for (size_t i = 0; i < question->set_count; i++)
        say_set_over_rows(writing, &question->sets[i]);
    for (size_t i = 0; i < question->row_count && question->set_count == 0; i++)
        say_most_frequent(writing, &question->rows[i]);
}

/* A median or quartile, or the sum, in the decimals of the data and at most one more; of years
 * in none, since there is no year between two. NULL where it is not shown. */
static const char *amount(const struct writing *writing, enum statistic statistic) {
    const struct question *question = writing->question;
    double value;
    int64_t n;
    if (!figure_value(writing->teller->facts.results, question->id, "", statistic, &value, &n))
        return NULL;
    struct rounded rounded = question->years ? (struct rounded){rounding_nearest(value, 0), 0}
                                             : rounding_quantile(value, question->decimals);
    return voice_rounded(&writing->teller->voice, rounded);
}

/* By its middle, never by its mean: of skewed numbers, as most are, a few large ones make the
 * mean a number that describes nobody. */
static void write_number(struct writing *writing) {
    const struct voice *voice = &writing->teller->voice;
    const struct question *question = writing->question;
    const char *median = amount(writing, STATISTIC_MEDIAN), *q1 = amount(writing, STATISTIC_Q1),
               *q3 = amount(writing, STATISTIC_Q3), *sum = amount(writing, STATISTIC_SUM);
    if (median != NULL)
        say(writing,
            voice_say(voice, question->years ? PHRASE_AMOUNT_YEARS : PHRASE_AMOUNT_MEDIAN,
                      "value", median, NULL));
    if (q1 != NULL && q3 != NULL)
        say(writing, strcmp(q1, q3) == 0
                         ? voice_say(voice, PHRASE_AMOUNT_HALF_AT, "value", q1, NULL)
                         : voice_say(voice, PHRASE_AMOUNT_HALF, "low", q1, "high", q3, NULL));
    if (sum != NULL && question->total)
        say(writing, voice_say(voice, PHRASE_AMOUNT_SUM, "value", sum, NULL));
}

/* How many wrote something; what they wrote stays out, unless it is released: then the report
 * prints it below. */
static void write_text(struct writing *writing) {
    const struct teller *teller = writing->teller;
    int64_t all = teller->facts.answers,
            wrote = figure_whole(teller->facts.results, writing->question->id, "", "",
                                 STATISTIC_ANSWERED);
    if (wrote < 0 || wrote > all)
        return;
    say(writing, voice_say(&teller->voice,
                           voice_form(&teller->voice, PHRASE_TEXT_WROTE_NONE, wrote, all),
                           "share", voice_share(&teller->voice, wrote, all), NULL));
    const struct released_quotation *first;
    if (wrote > 0 && quotation_allowed(writing->question) &&
        released_of(teller->released, writing->question, &first) == 0)
        say(writing, teller_phrase(teller, PHRASE_TEXT_QUOTES));
}

/* NULL: nothing is said. */
static void (*const writers[])(struct writing *writing) = {
    [QUESTION_SINGLE] = write_single, [QUESTION_MULTI] = write_multi,
    [QUESTION_MATRIX] = write_matrix, [QUESTION_RANKING] = write_ranking,
    [QUESTION_NUMBER] = write_number, [QUESTION_TEXT] = write_text,
    [QUESTION_CONTACT] = NULL,
};
ASSERT_ROW_FOR_EACH_TYPE(writers);

struct sentences sentence_all_of_question(const struct teller *teller,
                                          const struct question *question) {
    enum { LEAST_ROOM = 8 };
    struct writing writing =
        begin(teller, question, LEAST_ROOM + 2 * question->set_count + question->row_count);
    if (writers[question->type] != NULL)
        writers[question->type](&writing);
    return writing.sentences;
}

const char *sentence_of_question(const struct teller *teller, const struct question *question) {
    bool rows_apart = question_has_rows(question) &&
                      question->codes->measure != MEASURE_ORDINAL && question->set_count == 0;
    struct sentences sentences = sentence_all_of_question(teller, question);
    return sentences.count > 0 && !rows_apart ? sentences.line[0] : "";
}

static bool among(const char *id, const struct items *items, size_t first, size_t end) {
    for (size_t i = first; i < end; i++)
        if (strcmp(items->item[i].id, id) == 0)
            return true;
    return false;
}

static bool leads(const struct items *sorted, size_t end, const char *id) {
    return sorted->count > 0 && !all_level(sorted) && among(id, sorted, 0, end);
}

static bool set_names(const struct question *question, const struct answer_set *set,
                      const char *id) {
    for (size_t i = 0; i < set->count; i++)
        if (strcmp(question->codes->codes[set->codes[i]].id, id) == 0)
            return true;
    return false;
}

/* The key sentence of a single question speaks of its first set that is shown, else of the most
 * frequent answer. */
static bool single_names(const struct teller *teller, const struct question *question,
                         const char *id) {
    struct items items = items_of_answers(&teller->facts, question);
    struct items sorted = items_sorted(&teller->facts, &items);
    for (size_t i = 0; i < question->set_count; i++) {
        const struct answer_set *set = &question->sets[i];
        struct figure figure =
            figure_share(teller->facts.results, question->id, "", set->id, STATISTIC_SET);
        if (figure.state == FIGURE_SHOWN)
            return set_names(question, set, id);
    }
    return sorted.count > 0 && leads(&sorted, items_tied(&sorted, 0), id);
}

bool sentence_names(const struct teller *teller, const struct question *question,
                    const char *id) {
    if (question_has_one_code(question))
        return single_names(teller, question, id);
    if (!question_has_options(question))
        return false;
    struct items items = items_of_list(&teller->facts, question, items_statistic(question));
    return leads(&items, tier_of(&teller->facts, &items).named, id);
}
