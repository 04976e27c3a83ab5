/* What is important and what people are satisfied with, row by row: pairs of bars, and who
 * finds it important without being satisfied. */
#include "report/gap.h"

#include "report/list.h"
#include "report/selected_part.h"
#include "report/table.h"
#include "report/uncertainty.h"
#include "wording/sentence.h"
#include "wording/sentence_gap.h"

static void print_bars(const struct report *report, const struct pair *pairs, size_t count) {
    struct bar_block *blocks =
        arena_allocate(report->teller.voice.arena, count, sizeof *blocks);
    for (size_t i = 0; i < count; i++)
        blocks[i] =
            (struct bar_block){.label = teller_code_label(&report->teller, pairs[i].label),
                               .bars = {{teller_phrase(&report->teller, PHRASE_GAP_IMPORTANT),
                                         pairs[i].important.count, pairs[i].important.base},
                                        {teller_phrase(&report->teller, PHRASE_GAP_SATISFIED),
                                         pairs[i].satisfied.count, pairs[i].satisfied.base}},
                               .count = 2};
    page_gap(report->page);
    bars_print(report->page, blocks, count);
}

static const char *percent_cell(const struct report *report, const struct figure *figure) {
    return voice_percent_cell(&report->teller.voice, figure->count, figure->base);
}

static void print_table(const struct report *report, const struct pair *pairs, size_t count) {
    bool percent = false;
    for (size_t i = 0; i < count; i++)
        percent = percent || pairs[i].important.base >= ROUNDING_PERCENT_FROM ||
                  pairs[i].satisfied.base >= ROUNDING_PERCENT_FROM;
    struct table *table =
        table_new(report->teller.voice.arena, teller_phrase(&report->teller, PHRASE_TABLE_ROW));
    if (percent) {
        table_add_figures(table, teller_phrase(&report->teller, PHRASE_GAP_IMPORTANT_PERCENT));
        table_add_figures(table, teller_phrase(&report->teller, PHRASE_GAP_SATISFIED_PERCENT));
    }
    table_add_figures(table, teller_phrase(&report->teller, PHRASE_GAP_OPEN));
    for (size_t i = 0; i < count; i++) {
        table_row(table, "", teller_code_label(&report->teller, pairs[i].label));
        if (percent) {
            table_cell(table, percent_cell(report, &pairs[i].important));
            table_cell(table, percent_cell(report, &pairs[i].satisfied));
        }
        table_cell(table,
                   voice_of(&report->teller.voice, pairs[i].unmet.count, pairs[i].unmet.base));
    }
    page_gap(report->page);
    page_data(report->page);
    page_say(report->page, teller_phrase(&report->teller, PHRASE_GAP_OPEN_MEANS));
    table_print(table, report->page);
}

static void write_pairs(const struct report *report, const struct gap *gap,
                        const struct pairs *pairs) {
    const struct teller *teller = &report->teller;
    struct sentences sentences = sentence_all_of_gap(teller, gap);
    if (pairs->count == 0)
        return;
    for (size_t i = 0; i < sentences.count; i++)
        page_say(report->page, sentences.line[i]);
    selected_write_gap(report, gap);
    page_gap(report->page);
    page_say(report->page, sentence_gap_means(teller, gap));
    print_bars(report, pairs->pair, pairs->count);
    print_table(report, pairs->pair, pairs->count);
    if (pairs->pair[0].unmet.count == 0)
        return;
    uncertainty_write(
        report, gap->importance,
        voice_say(&teller->voice, PHRASE_GAP_SURE, "label",
                  voice_quote(&teller->voice, teller_code_label(teller, pairs->pair[0].label)),
                  NULL),
        &pairs->pair[0].important,
        results_find(teller->facts.results, gap->importance->id, pairs->pair[0].row, "",
                     STATISTIC_TOP2));
}

void gap_write(const struct report *report, const struct gap *gap, const char *number) {
    const struct teller *teller = &report->teller;
    struct pairs pairs = pairs_of(&teller->facts, gap);
    page_gap(report->page);
    page_question(report->page, gap->id, number, teller_label(teller, &gap->title));
    page_say(report->page, sentence_gap_questions(teller, gap));
    page_gap(report->page);
    write_pairs(report, gap, &pairs);
    page_gap(report->page);
    list_say_hidden(report, &pairs.items);
    page_gap(report->page);
}
