#include "wording/statement_list.h"

#include <string.h>

#include "findings/sides.h"
#include "findings/tier.h"
#include "wording/item_words.h"
#include "wording/statement_sides.h"
#include "wording/statement_words.h"
#include "wording/terms.h"
#include "wording/tier_words.h"

struct sentences statement_begin(const struct teller *teller) {
    return (struct sentences){
        arena_allocate(teller->voice.arena, STATEMENT_MOST_SENTENCES + 1, sizeof(const char *)),
        0};
}

void statement_add(struct sentences *sentences, const char *sentence) {
    if (sentence != NULL && sentence[0] != '\0' && sentences->count < STATEMENT_MOST_SENTENCES)
        sentences->line[sentences->count++] = sentence;
}

static void add_words(struct sentences *sentences, const struct teller *teller,
                      const char *words) {
    if (words != NULL)
        statement_add(sentences, words_sentence(teller, words));
}

/* --- tiers --- */

const char *statement_open(const struct teller *teller, const struct items *sorted) {
    return statement_open_beside(teller, sorted, tier_of(&teller->facts, sorted).named);
}

const char *statement_open_beside(const struct teller *teller, const struct items *sorted,
                                  size_t shown) {
    static const struct tier_phrases phrases = {
        PHRASE_STATEMENT_OPEN_NAMED, PHRASE_STATEMENT_OPEN_ALL, PHRASE_STATEMENT_OPEN_SOME};
    /* Of places together; "first" would be taken for the first place, of which the table may
     * tell another order. */
    static const struct tier_phrases placed = {PHRASE_STATEMENT_PLACED_OPEN_NAMED,
                                               PHRASE_STATEMENT_PLACED_OPEN_ALL,
                                               PHRASE_STATEMENT_PLACED_OPEN_SOME};
    return tier_open_in_words(teller, sorted, shown,
                              sorted->statistic == STATISTIC_TOP ? &placed : &phrases);
}

/* --- options --- */

static const struct saying *verb_of_option(const struct question *question, size_t option) {
    return question->codes->say != NULL ? &question->codes->say[option] : NULL;
}

/* "„A“ kreuzen 21 von 27 an": with the organiser's verb where there is one. */
static const char *say_option(const struct teller *teller, const struct question *question,
                              size_t option, const struct figure *figure) {
    const char *label = words_code(teller, &question->codes->codes[option]), *verb = NULL;
    const char *share = words_share(teller, figure);
    const struct saying *saying = verb_of_option(question, option);
    if (saying != NULL)
        verb = words_saying(teller, saying, label, share, figure->count);
    return verb != NULL ? verb
                        : voice_say(&teller->voice,
                                    voice_form(&teller->voice, PHRASE_STATEMENT_TICKED_NONE,
                                               figure->count, figure->base),
                                    "label", label, "share", share, NULL);
}

/* Those that can be first: one, several that are level, or several of which it is open. */
static const char *say_ticked(const struct teller *teller, const struct question *question,
                              const struct items *sorted) {
    const struct voice *voice = &teller->voice;
    struct tier tier = tier_of(&teller->facts, sorted);
    /* One alone of which nothing says that it is first: the others are hidden, or nobody's. */
    if (tier.named <= 1 && !(tier.known && tier.leaders == 1))
        return say_option(teller, question, sorted->item[0].position, &sorted->item[0].figure);
    if (tier.leaders == 1)
        return voice_say(voice, PHRASE_STATEMENT_TICKED_MOST, "item",
                         words_items(teller, question, sorted, 0, 1), NULL);
    if (tier_is_level(&tier, sorted))
        return voice_say(voice, PHRASE_STATEMENT_TICKED_LEVEL, "items",
                         words_items(teller, question, sorted, 0, tier.named), NULL);
    return voice_say(voice, PHRASE_STATEMENT_TICKED_OFTEN, "items",
                     words_items(teller, question, sorted, 0, tier.named), NULL);
}

/* "None of these" is no part of the order; of a fifth or more it is said. */
static void say_exclusive(struct sentences *sentences, const struct teller *teller,
                          const struct question *question) {
    const struct code_list *codes = question->codes;
    for (size_t i = 0; i < codes->count; i++) {
        struct figure figure = figure_share(teller->facts.results, question->id,
                                            codes->codes[i].id, "", STATISTIC_SHARE);
        if (codes->codes[i].exclusive && figure.state == FIGURE_SHOWN &&
            words_is_fifth(figure.count, figure.base - figure.count))
            add_words(sentences, teller, say_option(teller, question, i, &figure));
    }
}

struct sentences statement_of_multi(const struct teller *teller,
                                    const struct question *question) {
    struct sentences sentences = statement_begin(teller);
    struct items items = items_of_list(&teller->facts, question, STATISTIC_SHARE);
    if (items.count > 0 && items.item[0].figure.count > 0) {
        add_words(
            &sentences, teller,
            words_with_beside(teller, question, NULL, say_ticked(teller, question, &items)));
        statement_add(&sentences, statement_open(teller, &items));
    }
    say_exclusive(&sentences, teller, question);
    return sentences;
}

/* "„A“ setzen 4 von 32 auf Platz 1" */
static const char *say_place(const struct teller *teller, const struct question *question,
                             const struct code *code, const struct figure *figure,
                             enum statistic statistic) {
    enum phrase none = statistic == STATISTIC_FIRST ? PHRASE_STATEMENT_PUT_FIRST_NONE
                                                    : PHRASE_STATEMENT_PUT_NONE;
    return voice_say(&teller->voice,
                     voice_form(&teller->voice, none, figure->count, figure->base), "label",
                     words_code(teller, code), "share", words_share(teller, figure), "places",
                     teller_whole(teller, (int64_t)question->max_choices), NULL);
}

struct sentences statement_of_option(const struct teller *teller,
                                     const struct question *question, size_t option) {
    struct sentences sentences = statement_begin(teller);
    const struct code *code = &question->codes->codes[option];
    struct figure figure = figure_share(teller->facts.results, question->id, code->id, "",
                                        items_statistic(question));
    if (figure.state != FIGURE_SHOWN)
        return sentences;
    if (question_answer(question) == ANSWER_PLACE)
        add_words(&sentences, teller,
                  say_place(teller, question, code, &figure, items_statistic(question)));
    else
        add_words(&sentences, teller,
                  words_with_beside(teller, question, NULL,
                                    say_option(teller, question, option, &figure)));
    return sentences;
}

/* --- places --- */

static const char *say_placed(const struct teller *teller, const struct question *question,
                              const struct items *sorted, enum phrase most, enum phrase often) {
    struct tier tier = tier_of(&teller->facts, sorted);
    bool one = tier.known && tier.leaders == 1;
    if (!one && tier.named <= 1)
        return say_place(teller, question, &question->codes->codes[sorted->item[0].position],
                         &sorted->item[0].figure, sorted->statistic);
    const char *items =
        words_items(teller, question, sorted, 0, one || tier.named == 0 ? 1 : tier.named);
    return voice_say(&teller->voice, one ? most : often, one ? "item" : "items", items,
                     "places", teller_whole(teller, (int64_t)question->max_choices), NULL);
}

/* True where the first of one list is known to be behind in the other, in either direction. */
static bool lists_differ(const struct facts *facts, const struct items *one,
                         const struct items *other) {
    const struct items *lists[2] = {one, other};
    for (size_t i = 0; i < 2; i++) {
        struct tier tier = tier_of(facts, lists[1 - i]);
        for (size_t k = 0; lists[i]->count > 0 && k < lists[1 - i]->count; k++)
            if (strcmp(lists[1 - i]->item[k].id, lists[i]->item[0].id) == 0 &&
                tier_is_behind(&tier, k))
                return true;
    }
    return false;
}

struct sentences statement_of_ranking(const struct teller *teller,
                                      const struct question *question) {
    struct sentences sentences = statement_begin(teller);
    struct items top = items_of_list(&teller->facts, question, STATISTIC_TOP),
                 first = items_of_list(&teller->facts, question, STATISTIC_FIRST);
    bool places = question->max_choices > 1 && top.count > 0 && top.item[0].figure.count > 0,
         any = first.count > 0 && first.item[0].figure.count > 0;
    if (places)
        add_words(&sentences, teller,
                  say_placed(teller, question, &top, PHRASE_STATEMENT_PLACED_MOST,
                             PHRASE_STATEMENT_PLACED_OFTEN));
    if (any && (!places || lists_differ(&teller->facts, &top, &first)))
        add_words(&sentences, teller,
                  say_placed(teller, question, &first, PHRASE_STATEMENT_FIRST_MOST,
                             PHRASE_STATEMENT_FIRST_OFTEN));
    statement_add(&sentences, statement_open(teller, places ? &top : &first));
    return sentences;
}

/* --- rows --- */

/* The rows with a majority, the largest first. */
static struct items majorities_of(const struct teller *teller, const struct items *items) {
    struct items list = items_sorted(&teller->facts, items);
    size_t count = 0;
    for (size_t i = 0; i < list.count; i++)
        if (2 * list.item[i].figure.count > list.item[i].figure.base)
            list.item[count++] = list.item[i];
    list.count = count;
    return list;
}

/* How many rows are spoken of; of fewer than were asked that they are those published. */
static const char *count_rows(const struct teller *teller, const struct question *question,
                              size_t count) {
    const char *rows = teller_whole(teller, (int64_t)count);
    if (count == question->row_count)
        return rows;
    return voice_say(
        &teller->voice,
        voice_plural(&teller->voice, PHRASE_STATEMENT_ROWS_PUBLISHED, (int64_t)count), "count",
        rows, NULL);
}

/* No row has a majority: those where the side is most frequent, one or two unless they tie. */
static const char *say_no_majority(const struct teller *teller, const struct question *question,
                                   const char *side, const struct items *items,
                                   size_t row_count) {
    struct items sorted = items_sorted(&teller->facts, items);
    int64_t count = (int64_t)row_count;
    const char *rows = count_rows(teller, question, row_count);
    if (sorted.item[0].figure.count == 0)
        return voice_say(&teller->voice,
                         voice_plural(&teller->voice, PHRASE_STATEMENT_ROWS_NOBODY, count),
                         "side", side, "count", rows, NULL);
    size_t named = items_tied(&sorted, 0);
    if (named == 1 && sorted.count > 1 && items_tied(&sorted, 1) == 1 &&
        sorted.item[1].figure.count > 0)
        named = 2;
    return voice_say(
        &teller->voice, voice_plural(&teller->voice, PHRASE_STATEMENT_ROWS_NONE, count), "side",
        side, "count", rows, "items", words_items(teller, question, &sorted, 0, named), NULL);
}

/* Some, both or all of the rows: its form for how many. */
static enum phrase rows_phrase(const struct teller *teller, const struct question *question,
                               size_t some, size_t rows, enum phrase part, enum phrase both,
                               enum phrase all) {
    if (some == rows && rows == 2 && question->row_count == 2)
        return both;
    return voice_plural(&teller->voice, some < rows ? part : all, (int64_t)some);
}

static const char *say_rows(const struct teller *teller, const struct question *question,
                            const char *side, const struct items *list, size_t rows) {
    const char *items = words_items(teller, question, list, 0, list->count);
    return voice_say(&teller->voice,
                     rows_phrase(teller, question, list->count, rows, PHRASE_STATEMENT_ROWS,
                                 PHRASE_STATEMENT_ROWS_BOTH, PHRASE_STATEMENT_ROWS_ALL),
                     "side", side, "rows", teller_whole(teller, (int64_t)list->count), "count",
                     count_rows(teller, question, rows), "items", items, NULL);
}

/* With a verb the first row has a sentence of its own, and the others follow. */
static void say_rows_with_verb(struct sentences *sentences, const struct teller *teller,
                               const struct question *question, const struct saying *verb,
                               const struct items *list, size_t rows) {
    const struct item *first = &list->item[0];
    const char *count = count_rows(teller, question, rows);
    add_words(sentences, teller,
              words_saying(teller, verb, words_item(teller, question, first),
                           words_share(teller, &first->figure), first->figure.count));
    if (list->count > 1)
        add_words(
            sentences, teller,
            voice_say(&teller->voice,
                      rows_phrase(teller, question, list->count, rows,
                                  PHRASE_STATEMENT_ROWS_ALSO, PHRASE_STATEMENT_ROWS_ALSO_BOTH,
                                  PHRASE_STATEMENT_ROWS_ALSO_ALL),
                      "rows", teller_whole(teller, (int64_t)list->count), "count", count,
                      "items", words_items(teller, question, list, 1, list->count), NULL));
}

/* The rows in which a side has the majority: the message, or, after it, the other side. */
static void say_side(struct sentences *sentences, const struct teller *teller,
                     const struct question *question, const struct side *side,
                     enum statistic statistic, bool message) {
    const char *category = statistic == STATISTIC_SET ? side->set->id : "";
    struct items items =
        items_of_rows(&teller->facts, question, question->id, category, statistic);
    struct items list = majorities_of(teller, &items);
    const struct saying *verb = sides_verb(teller, question, side);
    if (items.count == 0 || (list.count == 0 && !message))
        return;
    if (verb != NULL && list.count > 0 && (message || list.count == 1)) {
        size_t rows = message ? items.count : 1;
        say_rows_with_verb(sentences, teller, question, verb, &list, rows);
        return;
    }
    const char *name = sides_name(teller, question, side);
    add_words(sentences, teller,
              list.count == 0 ? say_no_majority(teller, question, name, &items, items.count)
                              : say_rows(teller, question, name, &list, items.count));
}

/* The rows of an ordered matrix where its highest or its lowest answers are published. */
static struct items rows_of(const struct teller *teller, const struct question *question,
                            enum statistic statistic) {
    return items_of_rows(&teller->facts, question, question->id, "", statistic);
}

/* Those of the rows that are not in the list. */
static struct items rows_without(const struct teller *teller, const struct items *rows,
                                 const struct items *list) {
    struct items rest = *rows;
    rest.item = arena_allocate(teller->voice.arena, rows->count + 1, sizeof *rest.item);
    rest.count = 0;
    for (size_t i = 0; i < rows->count; i++) {
        bool listed = false;
        for (size_t k = 0; k < list->count; k++)
            listed |= rows->item[i].position == list->item[k].position;
        if (!listed)
            rest.item[rest.count++] = rows->item[i];
    }
    return rest;
}

/* Where the highest answers have no majority, but the lowest have some: these first. A row on
 * whose other side most are is not named for being the highest. */
static struct sentences say_lowest_first(const struct teller *teller,
                                         const struct question *question,
                                         const struct items *highest,
                                         const struct items *majorities) {
    struct sentences sentences = statement_begin(teller);
    struct side top = {.kind = SIDE_TOP}, bottom = {.kind = SIDE_BOTTOM};
    struct items rest = rows_without(teller, highest, majorities);
    struct items sorted = items_sorted(&teller->facts, &rest);
    say_side(&sentences, teller, question, &bottom, STATISTIC_BOTTOM2, true);
    if (sorted.count > 0 && sorted.item[0].figure.count > 0)
        add_words(&sentences, teller,
                  say_no_majority(teller, question, sides_name(teller, question, &top), &rest,
                                  highest->count));
    return sentences;
}

/* The highest answers first, then the end of the list, told by the lowest answers: by the side
 * that most take. */
static struct sentences say_ordered(const struct teller *teller,
                                    const struct question *question) {
    struct items highest = rows_of(teller, question, STATISTIC_TOP2),
                 lowest = rows_of(teller, question, STATISTIC_BOTTOM2);
    struct items majorities = majorities_of(teller, &lowest);
    if (majorities_of(teller, &highest).count == 0 && majorities.count > 0)
        return say_lowest_first(teller, question, &highest, &majorities);
    struct sentences sentences = statement_begin(teller);
    struct side top = {.kind = SIDE_TOP}, bottom = {.kind = SIDE_BOTTOM};
    say_side(&sentences, teller, question, &top, STATISTIC_TOP2, true);
    /* Of three answers the middle one is among the highest and the lowest: a majority of both
     * would be one answer told twice. */
    if (question->codes->top_size + question->codes->bottom_size <= question->codes->inside)
        say_side(&sentences, teller, question, &bottom, STATISTIC_BOTTOM2, false);
    return sentences;
}

/* The answer that more than half gave in a row, NULL where there is none. */
static const char *say_answer_of_row(const struct teller *teller,
                                     const struct question *question, size_t row) {
    struct items answers = items_of_row(&teller->facts, question, &question->rows[row]);
    struct items list = majorities_of(teller, &answers);
    if (list.count == 0)
        return NULL;
    return voice_say(&teller->voice, PHRASE_STATEMENT_ROWS_ANSWER, "label",
                     words_code(teller, &question->rows[row]), "answer",
                     words_code(teller, &question->codes->codes[list.item[0].position]),
                     "figure", words_figure(teller, &list.item[0].figure), NULL);
}

static size_t rows_shown(const struct teller *teller, const struct question *question) {
    size_t count = 0;
    for (size_t i = 0; i < question->row_count; i++)
        count += items_of_row(&teller->facts, question, &question->rows[i]).count > 0;
    return count;
}

static struct sentences say_nominal(const struct teller *teller,
                                    const struct question *question) {
    struct sentences sentences = statement_begin(teller);
    const char **parts =
        arena_allocate(teller->voice.arena, question->row_count + 1, sizeof *parts);
    size_t count = 0, rows = rows_shown(teller, question);
    for (size_t i = 0; i < question->row_count; i++) {
        parts[count] = say_answer_of_row(teller, question, i);
        count += parts[count] != NULL;
    }
    if (rows == 0)
        return sentences;
    add_words(&sentences, teller,
              voice_say(&teller->voice,
                        count > 0
                            ? rows_phrase(teller, question, count, rows,
                                          PHRASE_STATEMENT_ROWS_ANSWERS,
                                          PHRASE_STATEMENT_ROWS_ANSWERS_BOTH,
                                          PHRASE_STATEMENT_ROWS_ANSWERS_ALL)
                            : voice_plural(&teller->voice, PHRASE_STATEMENT_ROWS_ANSWERS_NONE,
                                           (int64_t)rows),
                        "rows", teller_whole(teller, (int64_t)count), "count",
                        count_rows(teller, question, rows), "items",
                        voice_names(&teller->voice, parts, count), NULL));
    return sentences;
}

/* True where one row alone is published, at *row. */
static bool is_one_row(const struct teller *teller, const struct question *question,
                       size_t *row) {
    size_t count = 0;
    for (size_t i = 0; i < question->row_count; i++) {
        bool shown = question->codes->measure == MEASURE_ORDINAL
                         ? figure_share(teller->facts.results, question->id,
                                        question->rows[i].id, "", STATISTIC_TOP2)
                                   .state == FIGURE_SHOWN
                         : items_of_row(&teller->facts, question, &question->rows[i]).count > 0;
        if (shown)
            *row = i;
        count += shown;
    }
    return count == 1;
}

struct sentences statement_of_matrix(const struct teller *teller,
                                     const struct question *question) {
    struct sentences sentences = statement_begin(teller);
    size_t row = 0;
    if (is_one_row(teller, question, &row))
        return statement_of_row(teller, question, row);
    for (size_t i = 0; i < question->set_count && sentences.count == 0; i++) {
        struct side side = {.kind = SIDE_SET, .set = &question->sets[i]};
        say_side(&sentences, teller, question, &side, STATISTIC_SET, true);
    }
    if (sentences.count > 0)
        return sentences;
    return question->codes->measure == MEASURE_ORDINAL ? say_ordered(teller, question)
                                                       : say_nominal(teller, question);
}

/* --- one row --- */

static const char *say_ordered_row(const struct teller *teller, const struct question *question,
                                   const struct code *row) {
    struct sides sides = sides_of(&teller->facts, question, row);
    const char *label = words_code(teller, row);
    bool named;
    const char *words = sides_say(teller, question, &sides, label, &named);
    if (words == NULL)
        return NULL;
    words = words_with_beside(teller, question, row, words);
    return named ? words : words_about_item(teller, label, words);
}

static bool in_set(const struct answer_set *set, size_t code) {
    for (size_t i = 0; set != NULL && i < set->count; i++)
        if (set->codes[i] == code)
            return true;
    return false;
}

/* The first declared set that is published, or the answer given most; behind it the answer
 * given most of the others. */
static const char *say_nominal_row(const struct teller *teller, const struct question *question,
                                   const struct code *row) {
    const char *label = words_code(teller, row);
    struct items answers = items_of_row(&teller->facts, question, row);
    struct items sorted = items_sorted(&teller->facts, &answers);
    struct side side = {.kind = SIDE_SET}, next = {.kind = SIDE_CODES, .count = 1};
    for (size_t i = 0; i < question->set_count && side.set == NULL; i++) {
        side.figure = figure_share(teller->facts.results, question->id, row->id,
                                   question->sets[i].id, STATISTIC_SET);
        side.set = side.figure.state == FIGURE_SHOWN ? &question->sets[i] : NULL;
    }
    size_t at = 0;
    if (side.set == NULL && sorted.count > 0)
        side = (struct side){.kind = SIDE_CODES,
                             .codes = &sorted.item[at].position,
                             .count = 1,
                             .figure = sorted.item[at].figure};
    else if (side.set == NULL)
        return NULL;
    while (at < sorted.count &&
           (in_set(side.set, sorted.item[at].position) || (side.set == NULL && at == 0)))
        at++;
    if (at < sorted.count) {
        next.codes = &sorted.item[at].position;
        next.figure = sorted.item[at].figure;
    }
    bool tied = at < sorted.count && items_tied(&sorted, at) > 1;
    struct sides sides = {.origin = SIDES_SET, .first = side, .second = next};
    if (at >= sorted.count || next.figure.count == 0 || (tied && side.set != NULL))
        sides.second.count = 0;
    bool named;
    const char *words = words_with_beside(teller, question, row,
                                          sides_say(teller, question, &sides, label, &named));
    return named ? words : words_about_item(teller, label, words);
}

struct sentences statement_of_row(const struct teller *teller, const struct question *question,
                                  size_t row) {
    struct sentences sentences = statement_begin(teller);
    const struct code *code = &question->rows[row];
    add_words(&sentences, teller,
              question->codes->measure == MEASURE_ORDINAL
                  ? say_ordered_row(teller, question, code)
                  : say_nominal_row(teller, question, code));
    return sentences;
}

/* --- several questions about one list --- */

struct items statement_list_of(const struct facts *facts, const struct question *question) {
    struct items list = items_of_list(facts, question, items_statistic(question));
    size_t kept = 0, total = list.count + list.hidden + list.empty;
    struct items copy = list;
    copy.item = arena_allocate(facts->arena, total + 1, sizeof *copy.item);
    copy.count = copy.hidden = copy.empty = 0;
    for (size_t i = 0; i < total; i++) {
        bool other = question->has_other && !question_has_rows(question) &&
                     list.item[i].position == question->other;
        if (other)
            continue;
        copy.item[kept++] = list.item[i];
        copy.count += i < list.count;
        copy.hidden += i >= list.count && i < list.count + list.hidden;
        copy.empty += i >= list.count + list.hidden;
    }
    return copy;
}

struct figure statement_figure_in(const struct items *list, const char *id) {
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->item[i].id, id) == 0)
            return list->item[i].figure;
    return (struct figure){.state = FIGURE_ABSENT};
}

/* The figures of one item by two questions. */
static bool both_figures(const struct items *lists, size_t one, size_t other, const char *id,
                         struct figure figures[2]) {
    figures[0] = statement_figure_in(&lists[one], id);
    figures[1] = statement_figure_in(&lists[other], id);
    return figures[0].state == FIGURE_SHOWN && figures[1].state == FIGURE_SHOWN;
}

/* What is first by each of two questions, with both figures. NULL where one is not shown. */
static const char *say_both(const struct teller *teller, const struct together *together,
                            const struct items *lists, size_t one, size_t other) {
    const struct voice *voice = &teller->voice;
    const struct item *first = &lists[one].item[0], *second = &lists[other].item[0];
    struct figure figures[2], others[2];
    if (!both_figures(lists, one, other, first->id, figures) ||
        !both_figures(lists, one, other, second->id, others))
        return NULL;
    const char *columns[2] = {
        voice_quote(voice, teller_label(teller, &together->columns[one])),
        voice_quote(voice, teller_label(teller, &together->columns[other]))};
    return voice_say(voice, PHRASE_STATEMENT_DIFFER, "first",
                     voice_say(voice, PHRASE_STATEMENT_DIFFER_FIRST, "label",
                               words_item(teller, together->questions[one], first), "column",
                               columns[0], "share", words_share(teller, &figures[0]), "other",
                               columns[1], "other_share", words_share(teller, &figures[1]),
                               NULL),
                     "second",
                     voice_say(voice, PHRASE_STATEMENT_DIFFER_NEXT, "label",
                               words_item(teller, together->questions[other], second), "share",
                               words_share(teller, &others[0]), "other_share",
                               words_share(teller, &others[1]), NULL),
                     NULL);
}

/* That what is first by one question is behind by another. */
static const char *say_differing(const struct teller *teller, const struct together *together,
                                 const struct items *lists) {
    for (size_t one = 0; one < together->count; one++)
        for (size_t other = one + 1; other < together->count; other++) {
            if (!lists_differ(&teller->facts, &lists[one], &lists[other]))
                continue;
            const char *words = say_both(teller, together, lists, one, other);
            if (words != NULL)
                return words;
        }
    return NULL;
}

static const char *say_columns(const struct teller *teller, const struct together *together,
                               const struct items *lists) {
    const char *parts[QUESTIONNAIRE_MAX_LANGUAGES];
    size_t count = 0;
    for (size_t i = 0; i < together->count; i++) {
        struct tier tier = tier_of(&teller->facts, &lists[i]);
        if (lists[i].count == 0 || lists[i].item[0].figure.count == 0)
            continue;
        size_t named = tier.leaders == 1 ? 1 : tier.named;
        parts[count++] = voice_say(
            &teller->voice, PHRASE_STATEMENT_COLUMN, "column",
            voice_quote(&teller->voice, teller_label(teller, &together->columns[i])), "items",
            words_items(teller, together->questions[i], &lists[i], 0, named), NULL);
    }
    if (count == 0)
        return NULL;
    const char *columns = parts[0];
    for (size_t i = 1; i < count; i++)
        columns = voice_say(&teller->voice, PHRASE_STATEMENT_GOES_ON, "first", columns, "next",
                            parts[i], NULL);
    return voice_say(&teller->voice, PHRASE_STATEMENT_COLUMNS, "columns", columns, NULL);
}

struct sentences statement_of_together(const struct teller *teller,
                                       const struct together *together) {
    struct sentences sentences = statement_begin(teller);
    struct items *lists =
        arena_allocate(teller->voice.arena, together->count + 1, sizeof *lists);
    for (size_t i = 0; i < together->count; i++)
        lists[i] = statement_list_of(&teller->facts, together->questions[i]);
    const char *differing = say_differing(teller, together, lists);
    add_words(&sentences, teller,
              differing != NULL ? differing : say_columns(teller, together, lists));
    for (size_t i = 0; i < together->count; i++)
        if (question_has_rows(together->questions[i])) {
            struct side bottom = {.kind = SIDE_BOTTOM};
            say_side(&sentences, teller, together->questions[i], &bottom, STATISTIC_BOTTOM2,
                     false);
        }
    return sentences;
}

/* --- beside what is said --- */

const char *statement_ticks(const struct teller *teller, const struct question *question) {
    int64_t most = (int64_t)question->max_choices;
    if (most == 0)
        return teller_phrase(teller, PHRASE_MULTI_NOTE);
    return voice_say(&teller->voice, voice_plural(&teller->voice, PHRASE_MULTI_LIMIT_ONE, most),
                     "count", teller_whole(teller, most), NULL);
}

static bool among(const char *id, const struct items *items, size_t end) {
    for (size_t i = 0; i < end; i++)
        if (strcmp(items->item[i].id, id) == 0)
            return true;
    return false;
}

static bool leads(const struct items *sorted, size_t end, const char *id) {
    bool all_level = sorted->count > 1 && items_tied(sorted, 0) == sorted->count;
    return sorted->count > 0 && !all_level && among(id, sorted, end);
}

static bool set_names(const struct question *question, const struct answer_set *set,
                      const char *id) {
    for (size_t i = 0; i < set->count; i++)
        if (strcmp(question->codes->codes[set->codes[i]].id, id) == 0)
            return true;
    return false;
}

/* What is said of a single question speaks of its first set that is shown, else of the most
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

bool statement_names(const struct teller *teller, const struct question *question,
                     const char *id) {
    if (question_has_one_code(question))
        return single_names(teller, question, id);
    if (!question_has_options(question))
        return false;
    struct items items = items_of_list(&teller->facts, question, items_statistic(question));
    return leads(&items, tier_of(&teller->facts, &items).named, id);
}
