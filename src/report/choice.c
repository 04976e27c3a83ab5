/* Single choice, multiple choice and rankings: items with a share, as sentences, bars and
 * table. */
#include "report/choice.h"

#include "report/key_sentences.h"
#include "report/list.h"
#include "report/selected_part.h"
#include "report/table.h"
#include "report/uncertainty.h"
#include "wording/item_words.h"
#include "wording/missing.h"
#include "wording/sentence.h"
#include "wording/terms.h"

/* The columns by which a share is found: answers are categories, options are items. */
static const struct result *row_of(const struct report *report, const struct items *items,
                                   const struct item *item, bool as_category) {
    const char *id = item->id;
    return results_find(report->teller.facts.results, items->question, as_category ? "" : id,
                        as_category ? id : "", items->statistic);
}

static bool frame_of(const struct report *report, const struct items *items,
                     const struct item *item, bool as_category, struct frame *frame) {
    const struct result *share = row_of(report, items, item, as_category);
    return share != NULL && figure_frame(report->teller.facts.results, share,
                                         report->teller.facts.invited, frame);
}

/* Columns that the bars do not have: percent, and what it can be among all who were invited. */
static void print_table(const struct report *report, const struct question *question,
                        const struct items *items, bool as_category) {
    const struct voice *voice = &report->teller.voice;
    bool percent = false, bounds = false;
    for (size_t i = 0; i < items->count; i++) {
        struct frame frame;
        percent = percent || items->item[i].figure.base >= ROUNDING_PERCENT_FROM;
        bounds = bounds || (frame_of(report, items, &items->item[i], as_category, &frame) &&
                            frame.high > frame.low);
    }
    bounds = bounds && !missing_by_route(&report->teller, question);
    if (!percent && !bounds)
        return;
    struct table *table =
        table_new(voice->arena, teller_phrase(&report->teller, PHRASE_TABLE_ANSWER));
    table_add_figures(table, teller_phrase(&report->teller, PHRASE_TABLE_COUNT));
    if (percent)
        table_add_figures(table, teller_phrase(&report->teller, PHRASE_TABLE_PERCENT));
    if (bounds)
        table_add_figures(table, teller_phrase(&report->teller, PHRASE_TABLE_MOST));
    for (size_t i = 0; i < items->count; i++) {
        const struct figure *figure = &items->item[i].figure;
        table_row(table, "", item_label(&report->teller, &items->item[i]));
        table_cell(table, voice_whole(voice, figure->count));
        if (percent)
            table_cell(table, voice_percent_cell(voice, figure->count, figure->base));
        struct frame frame;
        if (bounds)
            table_cell(table, frame_of(report, items, &items->item[i], as_category, &frame)
                                  ? voice_whole(voice, frame.high)
                                  : teller_phrase(&report->teller, PHRASE_TABLE_NOTHING));
    }
    table_print(table, report->page);
}

/* Bars in the order given, the table, and how sure the leading item is. */
static void print_items(const struct report *report, const struct question *question,
                        const struct items *items, const struct item *leader,
                        bool as_category) {
    if (items->count > 0) {
        page_gap(report->page);
        list_print_bars(report, items);
        page_gap(report->page);
        print_table(report, question, items, as_category);
        uncertainty_write(
            report, question,
            voice_quote(&report->teller.voice, item_label(&report->teller, leader)),
            &leader->figure, row_of(report, items, leader, as_category));
    }
    page_gap(report->page);
    list_say_hidden(report, items);
}

void choice_write_single(const struct report *report, const struct question *question) {
    struct items items = items_of_answers(&report->teller.facts, question);
    struct items sorted = items_sorted(&report->teller.facts, &items);
    key_sentences_write(report, question);
    selected_write(report, question);
    bool ordinal = question->codes->measure == MEASURE_ORDINAL;
    print_items(report, question, ordinal ? &items : &sorted, &sorted.item[0], true);
}

void choice_write_multi(const struct report *report, const struct question *question) {
    struct items items = items_of_options(&report->teller.facts, question, STATISTIC_SHARE);
    items_sort(&items);
    key_sentences_write(report, question);
    page_say(report->page, sentence_ticks(&report->teller, question));
    selected_write(report, question);
    print_items(report, question, &items, &items.item[0], false);
}

void choice_write_ranking(const struct report *report, const struct question *question) {
    enum statistic statistic = items_statistic(question);
    struct items items = items_of_options(&report->teller.facts, question, statistic);
    items_sort(&items);
    key_sentences_write(report, question);
    selected_write(report, question);
    page_gap(report->page);
    page_say(report->page, terms_counted(&report->teller, question, statistic));
    print_items(report, question, &items, &items.item[0], false);
}
