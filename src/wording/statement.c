#include "wording/statement.h"

#include <string.h>

#include "findings/pairs.h"
#include "findings/sides.h"
#include "wording/item_words.h"
#include "wording/statement_gap.h"
#include "wording/statement_list.h"
#include "wording/statement_missing.h"
#include "wording/statement_sides.h"
#include "wording/statement_words.h"
#include "wording/terms.h"

/* --- one of several answers --- */

/* Words, and whether they say what they are about without the subject of their question. */
struct words {
    const char *text; /* NULL: nothing to say */
    bool named;
};

static struct words say_ordered(const struct teller *teller, const struct question *question) {
    struct sides sides = sides_of(&teller->facts, question, NULL);
    struct words words;
    const char *subject = voice_quote(&teller->voice, terms_subject(teller, question));
    words.text = sides_say(teller, question, &sides, subject, &words.named);
    return words;
}

static const char *count_of(const struct teller *teller, const struct item *item) {
    return teller_whole(teller, item->figure.count);
}

/* The answer most given, and the next one where no other is level with it. */
static const char *say_most(const struct teller *teller, const struct question *question,
                            const struct items *sorted) {
    const struct voice *voice = &teller->voice;
    const struct item *item = sorted->item;
    size_t tied = items_tied(sorted, 0);
    if (tied == sorted->count && tied > 1)
        return voice_say(voice, PHRASE_STATEMENT_LEVEL, "share",
                         words_share(teller, &item[0].figure), NULL);
    if (tied > 1)
        return voice_say(voice, PHRASE_STATEMENT_MOST_LEVEL, "items",
                         words_items(teller, question, sorted, 0, tied), NULL);
    bool next = sorted->count > 1 && items_tied(sorted, 1) == 1 && item[1].figure.count > 1;
    const char *label = words_item(teller, question, &item[0]),
               *share = words_share(teller, &item[0].figure);
    if (!next)
        return voice_say(voice, PHRASE_STATEMENT_MOST, "label", label, "share", share, NULL);
    return voice_say(
        voice, voice_plural(voice, PHRASE_STATEMENT_MOST_NEXT, item[1].figure.count), "label",
        label, "share", share, "other", words_item(teller, question, &item[1]), "count",
        count_of(teller, &item[1]), NULL);
}

static const struct saying *verb_of_code(const struct question *question,
                                         const struct item *item) {
    const struct code_list *codes = question->codes;
    if (codes->say == NULL || &codes->codes[item->position].label != item->label)
        return NULL;
    return &codes->say[item->position];
}

/* Answers without an order: unanimous, one of two, or the one most given. */
static struct words say_unordered(const struct teller *teller,
                                  const struct question *question) {
    struct items items = items_of_answers(&teller->facts, question);
    struct items sorted = items_sorted(&teller->facts, &items);
    struct words words = {NULL, false};
    if (sorted.count == 0)
        return words;
    const struct item *first = &sorted.item[0];
    const struct figure *figure = &first->figure;
    const char *share = words_share(teller, figure);
    bool majority = 2 * figure->count > figure->base;
    const struct saying *verb = majority ? verb_of_code(question, first) : NULL;
    if (verb != NULL)
        words.text = words_saying(teller, verb,
                                  voice_quote(&teller->voice, terms_subject(teller, question)),
                                  share, figure->count);
    words.named = words.text != NULL;
    if (words.text != NULL)
        return words;
    if (figure->count == figure->base && figure->base > 1)
        words.text = voice_say(&teller->voice, PHRASE_STATEMENT_UNANIMOUS, "label",
                               words_item(teller, question, first), "base",
                               teller_whole(teller, figure->base), NULL);
    else if (question->codes->inside == 2 && sorted.count == 2)
        words.text = voice_say(
            &teller->voice, voice_plural(&teller->voice, PHRASE_STATEMENT_TWO, figure->count),
            "label", words_item(teller, question, first), "share", share, "other",
            words_item(teller, question, &sorted.item[1]), "count",
            count_of(teller, &sorted.item[1]), NULL);
    else
        words.text = say_most(teller, question, &sorted);
    return words;
}

/* A set that more than half are in says more than the answer most given. */
static const char *say_set(const struct teller *teller, const struct question *question) {
    for (size_t i = 0; i < question->set_count; i++) {
        const struct answer_set *set = &question->sets[i];
        struct side side = {.kind = SIDE_SET,
                            .set = set,
                            .codes = set->codes,
                            .count = set->count,
                            .figure = figure_share(teller->facts.results, question->id, "",
                                                   set->id, STATISTIC_SET)};
        bool verb;
        if (side.figure.state == FIGURE_SHOWN && 2 * side.figure.count > side.figure.base)
            return sides_say_one(teller, question, &side,
                                 voice_quote(&teller->voice, terms_subject(teller, question)),
                                 &verb);
    }
    return NULL;
}

/* "10", „10: sehr gut“ or "5 („sehr“)": an end of a scale of numbers. */
static const char *end_of_scale(const struct teller *teller, const struct code_list *codes,
                                size_t at) {
    const char *number = teller_whole(teller, codes->values[at]),
               *label = words_code_bare(teller, &codes->codes[at]);
    if (label[0] == '\0' || strcmp(label, number) == 0)
        return number;
    if (strncmp(label, number, strlen(number)) == 0)
        return voice_quote(&teller->voice, label);
    return voice_say(&teller->voice, PHRASE_STATEMENT_ITEM, "label", number, "figure",
                     voice_quote(&teller->voice, label), NULL);
}

static const char *say_mean(const struct teller *teller, const struct question *question) {
    const struct code_list *codes = question->codes;
    double value;
    int64_t n;
    struct rounded rounded;
    if (codes->values == NULL ||
        !figure_value(teller->facts.results, question->id, "", STATISTIC_MEAN, &value, &n) ||
        !rounding_mean(value, n, 0, &rounded))
        return NULL;
    return voice_say(&teller->voice, PHRASE_STATEMENT_MEAN, "value",
                     voice_rounded(&teller->voice, rounded), "low",
                     end_of_scale(teller, codes, 0), "high",
                     end_of_scale(teller, codes, codes->inside - 1), NULL);
}

/* The words of a sentence; alone: with the subject of the question, unless it is there. */
static void add(struct sentences *sentences, const struct teller *teller,
                const struct question *question, const char *words, bool named, bool alone) {
    if (words == NULL)
        return;
    if (alone && !named)
        words = words_about(teller, terms_subject(teller, question), words);
    statement_add(sentences, words_sentence(teller, words));
}

static struct sentences of_single(const struct teller *teller, const struct question *question,
                                  bool alone) {
    struct sentences sentences = statement_begin(teller);
    bool ordered = question->codes->measure == MEASURE_ORDINAL;
    struct words words =
        ordered ? say_ordered(teller, question) : say_unordered(teller, question);
    const char *mean = say_mean(teller, question), *set = NULL;
    if (!ordered)
        set = say_set(teller, question);
    /* The first sentence may be cited alone: it is the one that says how many do not know. */
    const char **first = mean != NULL ? &mean : set != NULL ? &set : &words.text;
    if (*first != NULL)
        *first = words_with_beside(teller, question, NULL, *first);
    if (mean != NULL)
        add(&sentences, teller, question, mean, false, alone);
    if (set != NULL)
        add(&sentences, teller, question, set, false, alone);
    add(&sentences, teller, question, words.text, words.named, alone && sentences.count == 0);
    return sentences;
}

/* --- numbers and texts --- */

/* In the decimals of the data and at most one more; of years in none. NULL where not shown. */
static const char *amount_of(const struct teller *teller, const struct question *question,
                             enum statistic statistic, int64_t *n) {
    double value;
    if (!figure_value(teller->facts.results, question->id, "", statistic, &value, n))
        return NULL;
    struct rounded rounded = question->years ? (struct rounded){rounding_nearest(value, 0), 0}
                                             : rounding_quantile(value, question->decimals);
    const struct voice *voice = &teller->voice;
    /* Years are no counts: no mark for thousands. */
    return question->years ? arena_format(voice->arena, "%lld", (long long)rounded.value)
                           : voice_rounded(voice, rounded);
}

/* By its middle, never by its mean: a few large ones make a mean that describes nobody. */
static struct sentences of_number(const struct teller *teller, const struct question *question,
                                  bool alone) {
    struct sentences sentences = statement_begin(teller);
    int64_t n, other;
    const char *median = amount_of(teller, question, STATISTIC_MEDIAN, &n),
               *low = amount_of(teller, question, STATISTIC_Q1, &other),
               *high = amount_of(teller, question, STATISTIC_Q3, &other);
    if (median == NULL)
        return sentences;
    bool half = low != NULL && high != NULL, at = half && strcmp(low, high) == 0;
    enum phrase phrase = at     ? PHRASE_STATEMENT_MIDDLE_AT
                         : half ? PHRASE_STATEMENT_MIDDLE
                                : PHRASE_STATEMENT_MIDDLE_ONLY;
    add(&sentences, teller, question,
        voice_say(&teller->voice, phrase, "base", teller_whole(teller, n), "value", median,
                  "low", low != NULL ? low : "", "high", high != NULL ? high : "", NULL),
        false, alone);
    const char *sum = amount_of(teller, question, STATISTIC_SUM, &other);
    if (sum != NULL && question->total && !question->years)
        statement_add(&sentences,
                      voice_say(&teller->voice, PHRASE_AMOUNT_SUM, "value", sum, NULL));
    return sentences;
}

static struct sentences of_text(const struct teller *teller, const struct question *question,
                                bool alone) {
    struct sentences sentences = statement_begin(teller);
    int64_t all = teller->facts.answers,
            wrote =
                figure_whole(teller->facts.results, question->id, "", "", STATISTIC_ANSWERED);
    if (wrote < 0 || wrote > all)
        return sentences;
    const char *words = voice_say(
        &teller->voice, voice_form(&teller->voice, PHRASE_TEXT_WROTE_NONE, wrote, all), "share",
        voice_share(&teller->voice, wrote, all), NULL);
    if (alone)
        words = words_about(teller, terms_subject(teller, question), words);
    statement_add(&sentences, words);
    return sentences;
}

/* --- lists, which name their items, and need no subject --- */

static struct sentences about(struct sentences sentences, const struct teller *teller,
                              const struct question *question, bool alone) {
    if (alone && sentences.count > 0)
        sentences.line[0] =
            words_about(teller, terms_subject(teller, question), sentences.line[0]);
    return sentences;
}

static struct sentences of_multi(const struct teller *teller, const struct question *question,
                                 bool alone) {
    return about(statement_of_multi(teller, question), teller, question, alone);
}

static struct sentences of_ranking(const struct teller *teller, const struct question *question,
                                   bool alone) {
    return about(statement_of_ranking(teller, question), teller, question, alone);
}

static struct sentences of_matrix(const struct teller *teller, const struct question *question,
                                  bool alone) {
    return about(statement_of_matrix(teller, question), teller, question, alone);
}

/* NULL: nothing is said. */
static struct sentences (*const writers[])(const struct teller *teller,
                                           const struct question *question, bool alone) = {
    [QUESTION_SINGLE] = of_single, [QUESTION_MULTI] = of_multi,
    [QUESTION_MATRIX] = of_matrix, [QUESTION_RANKING] = of_ranking,
    [QUESTION_NUMBER] = of_number, [QUESTION_TEXT] = of_text,
    [QUESTION_CONTACT] = NULL,
};
ASSERT_ROW_FOR_EACH_TYPE(writers);

static struct sentences of_question(const struct teller *teller,
                                    const struct question *question, bool alone) {
    if (writers[question->type] == NULL || !facts_show(question) ||
        !facts_have_results(&teller->facts))
        return (struct sentences){0};
    return writers[question->type](teller, question, alone);
}

static struct sentences of_item(const struct teller *teller, const struct topic *topic) {
    const struct question *question = topic->question;
    if (!facts_show(question) || !facts_have_results(&teller->facts))
        return (struct sentences){0};
    if (question_has_rows(question))
        return statement_of_row(teller, question, topic->item);
    if (question_has_options(question))
        return statement_of_option(teller, question, topic->item);
    return of_question(teller, question, false);
}

/* --- several times --- */

/* True where the first side is the same set of answers at all times, and a majority, or told
 * with the other side. */
static bool same_side(const struct sides *sides, size_t count, bool both) {
    for (size_t i = 0; i < count; i++)
        if (sides[i].origin == SIDES_NONE ||
            (!sides[i].majority && !(both && sides[i].origin == SIDES_CUT)) ||
            sides[i].first.count != sides[0].first.count ||
            memcmp(sides[i].first.codes, sides[0].first.codes,
                   sides[0].first.count * sizeof *sides[0].first.codes) != 0)
            return false;
    return true;
}

/* Without percent: what is in brackets is the time. */
static const char *say_time(const struct teller *teller, const struct figure *figure,
                            const char *when, bool first) {
    const struct voice *voice = &teller->voice;
    int64_t count = figure->count, base = figure->base;
    bool part = count > 0 && count < base;
    const char *of = part ? voice_of(voice, count, base) : words_share(teller, figure);
    if (!first)
        return voice_say(voice, PHRASE_STATEMENT_TIME_NEXT, "when", when, "share", of, NULL);
    return voice_say(
        voice, PHRASE_STATEMENT_TIME, "when", when, "answers",
        voice_say(voice, voice_form(&teller->voice, PHRASE_STATEMENT_ANSWERS_NONE, count, base),
                  "figure", of, "base", voice_whole(voice, base), NULL),
        NULL);
}

/* "Auf „abgenommen“ entfallen 17 von 25 Antworten (von 2015 bis 2019) und 20 von 26 (seit
 * 2020)"
 */
static const char *say_times(const struct teller *teller, const struct trend *trend,
                             const struct sides *sides, bool both) {
    const struct question *question = trend->questions[0];
    const char **parts = arena_allocate(teller->voice.arena, trend->count, sizeof *parts),
               **rest = arena_allocate(teller->voice.arena, trend->count, sizeof *rest);
    for (size_t i = 0; i < trend->count; i++) {
        const char *when = teller_label(teller, &trend->when[i]);
        const struct figure *figure = &sides[i].first.figure;
        parts[i] = say_time(teller, figure, when, i == 0);
        both = both && sides[i].second.count > 0;
        rest[i] = teller_whole(teller, sides[i].second.figure.count);
    }
    const char *words = voice_say(&teller->voice, PHRASE_STATEMENT_TIMES, "side",
                                  sides_name(teller, question, &sides[0].first), "times",
                                  voice_list(&teller->voice, parts, trend->count), NULL);
    if (!both)
        return words;
    return voice_say(&teller->voice, PHRASE_STATEMENT_TIMES_REST, "sentence", words, "side",
                     sides_name(teller, question, &sides[0].second), "counts",
                     voice_list(&teller->voice, rest, trend->count), NULL);
}

/* One of the times by itself; its own verb says when and of what, else its question's subject
 * does, or below the title of the trend the time alone. */
static const char *say_apart(const struct teller *teller, const struct trend *trend, size_t at,
                             bool ordered, const struct sides *sides, bool alone) {
    const struct question *question = trend->questions[at];
    struct words words =
        ordered ? say_ordered(teller, question) : say_unordered(teller, question);
    bool verb = ordered && sides->origin != SIDES_NONE &&
                sides_verb(teller, question, &sides->first) != NULL;
    if (words.text == NULL)
        return NULL;
    if (!verb)
        words.text = words_about(teller,
                                 alone ? terms_subject(teller, question)
                                       : teller_label(teller, &trend->when[at]),
                                 words.text);
    return words_sentence(teller, words.text);
}

/* One sentence where the same side is told of all times, with both sides if wanted or where it
 * is not always the majority; else one for each time. alone: where the title of the trend is
 * not above it. */
static struct sentences of_trend(const struct teller *teller, const struct trend *trend,
                                 bool both, bool alone) {
    struct sentences sentences = statement_begin(teller);
    struct sides *sides = arena_allocate(teller->voice.arena, trend->count, sizeof *sides);
    bool ordered = trend->questions[0]->codes->measure == MEASURE_ORDINAL;
    if (ordered) {
        sides_of_times(&teller->facts, trend->questions, trend->count, sides);
        both = both || !same_side(sides, trend->count, false);
    }
    if (ordered && same_side(sides, trend->count, both)) {
        const char *words = say_times(teller, trend, sides, both);
        if (alone)
            words = words_about(teller, teller_label(teller, &trend->title), words);
        statement_add(&sentences, words_sentence(teller, words));
        return sentences;
    }
    for (size_t i = 0; i < trend->count; i++)
        statement_add(&sentences, say_apart(teller, trend, i, ordered, &sides[i], alone));
    return sentences;
}

/* --- topics --- */

static struct sentences statement(const struct teller *teller, const struct topic *topic,
                                  bool alone);

/* Of an ordered answer the side alone that has the majority; none where no side has. */
static struct sentences of_majority(const struct teller *teller, const struct topic *topic) {
    const struct question *question = topic->question;
    struct sentences sentences = statement_begin(teller);
    const struct code *row = topic->kind == TOPIC_ITEM && question_has_rows(question)
                                 ? &question->rows[topic->item]
                                 : NULL;
    if (question->codes == NULL || question->codes->measure != MEASURE_ORDINAL ||
        (row == NULL && !question_has_one_code(question)) || !facts_show(question))
        return sentences;
    struct sides sides = sides_of(&teller->facts, question, row);
    if (!sides.majority)
        return sentences;
    bool named = false;
    const char *subject = row != NULL
                              ? words_code(teller, row)
                              : voice_quote(&teller->voice, terms_subject(teller, question)),
               *words = sides_say_one(teller, question, &sides.first, subject, &named);
    words = words_with_beside(teller, question, row, words);
    if (!named)
        words = row != NULL ? words_about_item(teller, subject, words)
                            : words_about(teller, terms_subject(teller, question), words);
    statement_add(&sentences, words_sentence(teller, words));
    return sentences;
}

/* A part of a list on page one: the majority alone where there is one. */
static struct sentences of_part(const struct teller *teller, const struct topic *topic) {
    struct sentences sentences = {0};
    if (topic->kind == TOPIC_TREND)
        return of_trend(teller, topic->trend, false, true);
    if (topic->question != NULL && facts_have_results(&teller->facts))
        sentences = of_majority(teller, topic);
    return sentences.count > 0 ? sentences : statement(teller, topic, true);
}

/* The first sentence of each part, with its own noun; of a trend what was said at each time. */
static struct sentences of_parts(const struct teller *teller, const struct glance *glance) {
    const char **line = arena_allocate(
        teller->voice.arena, glance->part_count * STATEMENT_MOST_SENTENCES + 1, sizeof *line);
    struct sentences sentences = {line, 0};
    for (size_t i = 0; i < glance->part_count; i++) {
        const struct topic *topic = &glance->parts[i];
        struct sentences part = of_part(teller, topic);
        size_t most = topic->kind == TOPIC_TREND ? part.count : 1;
        for (size_t k = 0; k < part.count && k < most; k++)
            line[sentences.count++] = part.line[k];
    }
    return sentences;
}

static struct sentences of_glance(const struct teller *teller, const struct glance *glance) {
    if (glance->gap != NULL)
        return statement_of_gap(teller, glance->gap);
    return glance->question != NULL ? of_question(teller, glance->question, false)
                                    : of_parts(teller, glance);
}

static struct sentences statement(const struct teller *teller, const struct topic *topic,
                                  bool alone) {
    switch (topic->kind) {
    case TOPIC_QUESTION:
        return of_question(teller, topic->question, alone);
    case TOPIC_ITEM:
        return of_item(teller, topic);
    case TOPIC_GAP:
        return statement_of_gap(teller, topic->gap);
    case TOPIC_TOGETHER:
        return statement_of_together(teller, topic->together);
    case TOPIC_TREND:
        return of_trend(teller, topic->trend, true, false);
    case TOPIC_GLANCE:
        return of_glance(teller, topic->glance);
    }
    return (struct sentences){0};
}

struct sentences statement_of(const struct teller *teller, const struct topic *topic) {
    return statement(teller, topic, false);
}

struct sentences statement_alone(const struct teller *teller, const struct topic *topic) {
    return statement(teller, topic, true);
}

bool statement_exists(const struct teller *teller, const struct topic *topic) {
    return statement_of(teller, topic).count > 0;
}

const char *statement_title(const struct teller *teller, const struct topic *topic) {
    switch (topic->kind) {
    case TOPIC_QUESTION:
    case TOPIC_ITEM:
        return terms_subject(teller, topic->question);
    case TOPIC_GAP:
        return teller_label(teller, &topic->gap->title);
    case TOPIC_TOGETHER:
        return teller_label(teller, &topic->together->title);
    case TOPIC_TREND:
        return teller_label(teller, &topic->trend->title);
    case TOPIC_GLANCE:
        return teller_label(teller, &topic->glance->title);
    }
    return "";
}

/* --- for filling pages by rule --- */

static struct figure absent(void) {
    return (struct figure){.state = FIGURE_ABSENT};
}

static struct figure larger(struct figure one, struct figure other) {
    if (other.state != FIGURE_SHOWN || 2 * other.count <= other.base)
        return one;
    return one.state != FIGURE_SHOWN || figure_compare(&other, &one) > 0 ? other : one;
}

static struct figure majority_of_question(const struct teller *teller,
                                          const struct question *question,
                                          const struct code *row) {
    const struct facts *facts = &teller->facts;
    struct figure figure = absent();
    if (question->codes == NULL || !facts_show(question))
        return figure;
    bool ordered = question->codes->measure == MEASURE_ORDINAL &&
                   (question_has_one_code(question) || row != NULL);
    if (ordered) {
        struct sides sides = sides_of(facts, question, row);
        return sides.majority ? sides.first.figure : figure;
    }
    struct items items = {0};
    if (row != NULL && question_has_rows(question))
        items = items_of_row(facts, question, row);
    else if (items_have_shares(question))
        items = items_of_list(facts, question, items_statistic(question));
    for (size_t i = 0; i < items.count; i++)
        if (row == NULL || question_has_rows(question) || items.item[i].label == &row->label)
            figure = larger(figure, items.item[i].figure);
    return figure;
}

struct figure statement_majority(const struct teller *teller, const struct topic *topic) {
    struct figure figure = absent();
    if (!facts_have_results(&teller->facts))
        return figure;
    switch (topic->kind) {
    case TOPIC_QUESTION:
        return majority_of_question(teller, topic->question, NULL);
    case TOPIC_ITEM:
        return majority_of_question(teller, topic->question,
                                    question_item(topic->question, topic->item));
    case TOPIC_GAP: {
        struct pairs pairs = pairs_of(&teller->facts, topic->gap);
        return pairs.count > 0 ? larger(figure, pairs.pair[0].unmet) : figure;
    }
    case TOPIC_TOGETHER:
        for (size_t i = 0; i < topic->together->count; i++)
            figure = larger(figure,
                            majority_of_question(teller, topic->together->questions[i], NULL));
        return figure;
    case TOPIC_TREND:
        for (size_t i = 0; i < topic->trend->count; i++)
            figure =
                larger(figure, majority_of_question(teller, topic->trend->questions[i], NULL));
        return figure;
    case TOPIC_GLANCE:
        if (topic->glance->question != NULL)
            return majority_of_question(teller, topic->glance->question, NULL);
        for (size_t i = 0; i < topic->glance->part_count; i++)
            figure = larger(figure, statement_majority(teller, &topic->glance->parts[i]));
        return figure;
    }
    return figure;
}

static bool has_addressees(const struct question *question) {
    size_t count;
    const struct code *items = question_items(question, &count);
    for (size_t i = 0; i < count; i++)
        if (label_present(&items[i].addressee))
            return true;
    return false;
}

static enum statement_class class_of_question(const struct teller *teller,
                                              const struct question *question) {
    if (question_is_apart(question))
        return STATEMENT_EXCHANGE;
    if (has_addressees(question))
        return STATEMENT_CHANGE;
    return majority_of_question(teller, question, NULL).state == FIGURE_SHOWN
               ? STATEMENT_MAJORITY
               : STATEMENT_OTHER;
}

enum statement_class statement_class_of(const struct teller *teller,
                                        const struct topic *topic) {
    switch (topic->kind) {
    case TOPIC_GAP:
        return STATEMENT_UNMET;
    case TOPIC_TOGETHER: {
        enum statement_class class = STATEMENT_OTHER;
        for (size_t i = 0; i < topic->together->count; i++) {
            enum statement_class found =
                class_of_question(teller, topic->together->questions[i]);
            class = found < class ? found : class;
        }
        return class;
    }
    case TOPIC_QUESTION:
        return class_of_question(teller, topic->question);
    case TOPIC_GLANCE:
        if (topic->glance->gap != NULL)
            return STATEMENT_UNMET;
        if (topic->glance->question != NULL)
            return class_of_question(teller, topic->glance->question);
        break;
    case TOPIC_ITEM:
    case TOPIC_TREND:
        break;
    }
    return statement_majority(teller, topic).state == FIGURE_SHOWN ? STATEMENT_MAJORITY
                                                                   : STATEMENT_OTHER;
}

const char *statement_missing(const struct teller *teller, const struct topic *const *topics,
                              size_t count) {
    return statement_missing_of(teller, topics, count);
}
