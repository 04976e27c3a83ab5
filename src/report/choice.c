/* Single choice, multiple choice and rankings: items with a share, as sentences, bars and
 * table. */
#include "report/doubt.h"
#include "report/items.h"
#include "report/question.h"
#include "report/table.h"

static const char *phrase(const struct report *report, enum phrase which) {
    return catalogue_phrase(report->voice.catalogue, which);
}

/* Columns that the bars do not have: percent, and what it can be among all who were invited. */
static void print_table(const struct report *report, const struct question *question,
                        const struct items *items) {
    const struct voice *voice = &report->voice;
    bool percent = false;
    for (size_t i = 0; i < items->count; i++)
        percent = percent || items->item[i].figure.base >= ROUNDING_PERCENT_FROM;
    bool bounds =
        report->invited > items->item[0].figure.base && !doubt_routed(report, question);
    if (!percent && !bounds)
        return;
    struct table *table = table_new(voice->arena, phrase(report, PHRASE_TABLE_ANSWER));
    table_add_figures(table, phrase(report, PHRASE_TABLE_COUNT));
    if (percent)
        table_add_figures(table, phrase(report, PHRASE_TABLE_PERCENT));
    if (bounds)
        table_add_figures(table, phrase(report, PHRASE_TABLE_MOST));
    for (size_t i = 0; i < items->count; i++) {
        const struct figure *figure = &items->item[i].figure;
        struct rounded rounded;
        table_row(table, "", items->item[i].label);
        table_cell(table, voice_whole(voice, figure->count));
        if (percent)
            table_cell(table, rounding_percent(figure->count, figure->base, &rounded)
                                  ? voice_rounded(voice, rounded)
                                  : phrase(report, PHRASE_TABLE_NOTHING));
        if (bounds)
            table_cell(table,
                       voice_whole(voice, figure->count + report->invited - figure->base));
    }
    table_print(table, report->page);
}

static const struct result *row_of(const struct report *report, const struct items *items,
                                   const struct item *item, bool as_category) {
    const char *id = item->id;
    return results_find(report->results, items->question, as_category ? "" : id,
                        as_category ? id : "", items->statistic);
}

/* Bars in the order given, the table, and how sure the leading item is. */
static void print_items(const struct report *report, const struct question *question,
                        const struct items *items, const struct item *leader,
                        bool as_category) {
    if (items->count > 0) {
        page_gap(report->page);
        items_print_bars(report, items);
        page_gap(report->page);
        print_table(report, question, items);
        doubt_tell_sure(report, question, voice_quote(&report->voice, leader->label),
                        &leader->figure, row_of(report, items, leader, as_category));
    }
    page_gap(report->page);
    items_tell_hidden(report, items);
}

/* The answer most given, and the next one. */
static void say_leaders(const struct report *report, const struct items *sorted,
                        enum phrase most) {
    if (sorted->count == 0)
        return;
    size_t used, next = 0;
    if (sorted->count > 1 && items_tied(sorted, 0) == sorted->count) {
        const struct figure *figure = &sorted->item[0].figure;
        page_say(report->page,
                 voice_say(&report->voice, PHRASE_CHOICE_ALL_TIED, "share",
                           voice_share(&report->voice, figure->count, figure->base), NULL));
        return;
    }
    page_say(report->page, items_sentence(report, sorted, 0, most, &used));
    if (used < sorted->count && sorted->item[used].figure.count > 0)
        page_say(report->page,
                 items_sentence(report, sorted, used, PHRASE_CHOICE_NEXT_ONE, &next));
}

/* A sorted copy; the list itself keeps the questionnaire's order. */
static struct items sorted_copy(const struct report *report, const struct items *items) {
    struct items copy = *items;
    size_t total = items->count + items->hidden + items->empty;
    copy.item = arena_allocate(report->voice.arena, total + 1, sizeof *copy.item);
    for (size_t i = 0; i < total; i++)
        copy.item[i] = items->item[i];
    items_sort(&copy);
    return copy;
}

/* How many gave one of the two highest answers of a scale that has words for them. */
static void say_top(const struct report *report, const struct question *question,
                    const struct items *items) {
    const struct voice *voice = &report->voice;
    size_t inside = question->codes->inside;
    if (!label_present(&question->codes->top) || items->count != inside ||
        items->merged != NULL || inside < 3)
        return;
    const struct figure *last = &items->item[inside - 1].figure;
    struct figure top =
        figure_of(items->item[inside - 2].figure.count + last->count, last->base);
    if (top.state != FIGURE_SHOWN)
        return;
    page_say(report->page,
             voice_say(voice, voice_form(PHRASE_MATRIX_ANSWER_NONE, top.count, top.base),
                       "share", voice_share(voice, top.count, top.base), "answer",
                       question_top_words(report, question), NULL));
}

void choice_write_single(const struct report *report, const struct question *question) {
    struct items items = items_of_answers(report, question);
    struct items sorted = sorted_copy(report, &items);
    question_write_sets(report, question);
    if (question->set_count == 0)
        say_top(report, question, &items);
    say_leaders(report, &sorted, PHRASE_CHOICE_MOST_ONE);
    bool ordinal = question->codes->measure == MEASURE_ORDINAL;
    print_items(report, question, ordinal ? &items : &sorted, &sorted.item[0], true);
}

/* How many ticked at least one option that is not "none of these"; without such an option all
 * did. */
static void say_any(const struct report *report, const struct question *question) {
    bool exclusive = false;
    for (size_t i = 0; i < question->codes->count; i++)
        exclusive = exclusive || question->codes->codes[i].exclusive;
    struct figure any = figure_share(report->results, question->id, "", "", "any");
    if (!exclusive || any.state != FIGURE_SHOWN)
        return;
    page_say(report->page,
             voice_say(&report->voice, voice_form(PHRASE_MULTI_ANY_NONE, any.count, any.base),
                       "share", voice_share(&report->voice, any.count, any.base), NULL));
}

void choice_write_multi(const struct report *report, const struct question *question) {
    struct items items = items_of_options(report, question, "share");
    items_sort(&items);
    say_leaders(report, &items, PHRASE_MULTI_MOST_ONE);
    say_any(report, question);
    if (question->max_choices > 0)
        page_say(report->page,
                 voice_say(&report->voice,
                           voice_plural(PHRASE_MULTI_LIMIT_ONE, (int64_t)question->max_choices),
                           "count", voice_whole(&report->voice, (int64_t)question->max_choices),
                           NULL));
    else
        page_say(report->page, phrase(report, PHRASE_MULTI_NOTE));
    print_items(report, question, &items, &items.item[0], false);
}

void choice_write_ranking(const struct report *report, const struct question *question) {
    struct items top = items_of_options(report, question, "top");
    struct items first = items_of_options(report, question, "first");
    items_sort(&top);
    items_sort(&first);
    size_t used;
    if (top.count > 0 && question->max_choices > 1) {
        const char *places = voice_whole(&report->voice, (int64_t)question->max_choices);
        page_say(report->page,
                 voice_say(&report->voice, PHRASE_RANKING_TOP, "places", places, "leader",
                           items_sentence(report, &top, 0, PHRASE_RANKING_LEADER_ONE, &used),
                           NULL));
    }
    if (first.count > 0)
        page_say(report->page,
                 items_sentence(report, &first, 0, PHRASE_RANKING_FIRST_ONE, &used));
    page_gap(report->page);
    page_say(report->page, phrase(report, PHRASE_RANKING_BARS));
    print_items(report, question, &top, &top.item[0], false);
}
