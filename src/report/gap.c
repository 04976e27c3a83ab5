/* What is important and what people are satisfied with, row by row: pairs of bars, and who
 * finds it important without being satisfied. */
#include <stdlib.h>

#include "report/doubt.h"
#include "report/items.h"
#include "report/question.h"
#include "report/table.h"

/* One row of both matrices. */
struct pair {
    const char *label;
    const char *row;
    struct figure important, satisfied, unmet;
};

static const char *phrase(const struct report *report, enum phrase which) {
    return catalogue_phrase(report->voice.catalogue, which);
}

static struct pair pair_of(const struct report *report, const struct gap *gap,
                           const struct item *item) {
    const char *row = item->id;
    return (struct pair){item->label, item->id,
                         figure_share(report->results, gap->importance->id, row, "", "top2"),
                         figure_share(report->results, gap->satisfaction->id, row, "", "top2"),
                         item->figure};
}

static bool pair_shown(const struct pair *pair) {
    return pair->important.state == FIGURE_SHOWN && pair->satisfied.state == FIGURE_SHOWN;
}

static const char *say_pair(const struct report *report, const struct pair *pair,
                            enum phrase which) {
    const struct voice *voice = &report->voice;
    return voice_say(voice, which, "label", voice_quote(voice, pair->label), "important",
                     voice_share(voice, pair->important.count, pair->important.base),
                     "satisfied",
                     voice_share(voice, pair->satisfied.count, pair->satisfied.base), NULL);
}

/* The rows where most is missing, ties included, and the one where least is. */
static void say_ends(const struct report *report, const struct items *items,
                     const struct pair *pairs) {
    size_t tied = items_tied(items, 0), last = items->count - 1;
    for (size_t i = 0; i < tied && i < 5; i++)
        page_say(report->page,
                 say_pair(report, &pairs[i], i == 0 ? PHRASE_GAP_MOST : PHRASE_GAP_SAME));
    bool alone = last > 0 &&
                 figure_compare(&items->item[last - 1].figure, &items->item[last].figure) != 0;
    if (tied <= last && items->count >= 3 && alone)
        page_say(report->page, say_pair(report, &pairs[last], PHRASE_GAP_LEAST));
}

static void print_bars(const struct report *report, const struct pair *pairs, size_t count) {
    struct bar_block *blocks = arena_allocate(report->voice.arena, count, sizeof *blocks);
    for (size_t i = 0; i < count; i++)
        blocks[i] =
            (struct bar_block){.label = pairs[i].label,
                               .bars = {{phrase(report, PHRASE_GAP_IMPORTANT),
                                         pairs[i].important.count, pairs[i].important.base},
                                        {phrase(report, PHRASE_GAP_SATISFIED),
                                         pairs[i].satisfied.count, pairs[i].satisfied.base}},
                               .count = 2};
    page_gap(report->page);
    bars_print(report->page, &report->voice, &report->bars, blocks, count);
}

static const char *percent_cell(const struct report *report, const struct figure *figure) {
    struct rounded rounded;
    return rounding_percent(figure->count, figure->base, &rounded)
               ? voice_rounded(&report->voice, rounded)
               : phrase(report, PHRASE_TABLE_NOTHING);
}

static void print_table(const struct report *report, const struct pair *pairs, size_t count) {
    bool percent = false;
    for (size_t i = 0; i < count; i++)
        percent = percent || pairs[i].important.base >= ROUNDING_PERCENT_FROM ||
                  pairs[i].satisfied.base >= ROUNDING_PERCENT_FROM;
    struct table *table = table_new(report->voice.arena, phrase(report, PHRASE_TABLE_ROW));
    if (percent) {
        table_add_figures(table, phrase(report, PHRASE_GAP_IMPORTANT_PERCENT));
        table_add_figures(table, phrase(report, PHRASE_GAP_SATISFIED_PERCENT));
    }
    table_add_figures(table, phrase(report, PHRASE_GAP_OPEN));
    for (size_t i = 0; i < count; i++) {
        table_row(table, "", pairs[i].label);
        if (percent) {
            table_cell(table, percent_cell(report, &pairs[i].important));
            table_cell(table, percent_cell(report, &pairs[i].satisfied));
        }
        table_cell(table, voice_of(&report->voice, pairs[i].unmet.count, pairs[i].unmet.base));
    }
    page_gap(report->page);
    page_say(report->page, phrase(report, PHRASE_GAP_OPEN_MEANS));
    table_print(table, report->page);
}

static void write_pairs(const struct report *report, const struct gap *gap,
                        const struct items *items) {
    struct pair *pairs = arena_allocate(report->voice.arena, items->count, sizeof *pairs);
    struct items kept = *items;
    kept.item = arena_allocate(report->voice.arena, items->count, sizeof *kept.item);
    kept.count = 0;
    for (size_t i = 0; i < items->count; i++) {
        struct pair pair = pair_of(report, gap, &items->item[i]);
        if (!pair_shown(&pair))
            continue;
        pairs[kept.count] = pair;
        kept.item[kept.count++] = items->item[i];
    }
    if (kept.count == 0)
        return;
    say_ends(report, &kept, pairs);
    page_gap(report->page);
    page_say(report->page, voice_say(&report->voice, PHRASE_GAP_MEANS, "important",
                                     question_top_words(report, gap->importance), "satisfied",
                                     question_top_words(report, gap->satisfaction), NULL));
    print_bars(report, pairs, kept.count);
    print_table(report, pairs, kept.count);
    doubt_tell_sure(
        report, gap->importance, voice_quote(&report->voice, pairs[0].label),
        &pairs[0].important,
        results_find(report->results, gap->importance->id, pairs[0].row, "", "top2"));
}

void gap_write(const struct report *report, const struct gap *gap, const char *number) {
    struct items items = items_of_rows(report, gap->importance, gap->id, "", "unmet");
    items_sort(&items);
    const char *title = report_label(report, &gap->title);
    const struct voice *voice = &report->voice;
    page_gap(report->page);
    page_hanging(report->page, arena_format(voice->arena, "%s  ", number), title);
    page_say(
        report->page,
        voice_say(voice, PHRASE_GAP_QUESTIONS, "important",
                  voice_quote(voice, report_label(report, &gap->importance->text)), "satisfied",
                  voice_quote(voice, report_label(report, &gap->satisfaction->text)), NULL));
    page_gap(report->page);
    write_pairs(report, gap, &items);
    page_gap(report->page);
    items_tell_hidden(report, &items);
    page_gap(report->page);
}
