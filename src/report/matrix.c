/* Matrix questions: rows judged on one scale, or with one of several answers. */
#include "report/matrix.h"

#include <string.h>

#include "report/key_sentences.h"
#include "report/list.h"
#include "report/selected_part.h"
#include "report/table.h"
#include "report/uncertainty.h"
#include "wording/item_words.h"
#include "wording/sentence.h"
#include "wording/terms.h"

/* A column of the table: an answer or a kind of missing, under a short mark that the legend
 * explains. */
struct mark {
    const char *mark, *label;
    const char *category;
    enum statistic statistic;
};

struct marks {
    struct mark mark[QUESTIONNAIRE_MAX_CODES + 8];
    size_t count, letters;
};

static void add_mark(struct marks *marks, const struct report *report, const char *category,
                     enum statistic statistic, const char *label, bool letter) {
    struct mark mark = {.label = label, .category = category, .statistic = statistic};
    if (letter && marks->letters < 26)
        mark.mark =
            arena_format(report->teller.voice.arena, "%c", (char)('A' + (int)marks->letters++));
    else
        mark.mark = arena_format(report->teller.voice.arena, "%zu", marks->count + 1);
    marks->mark[marks->count++] = mark;
}

/* Of a scale with values these are the marks, so that the legend says what means are made of.
 */
static void name_by_values(struct marks *marks, const struct report *report,
                           const struct code_list *codes) {
    for (size_t i = 0; codes->values != NULL && i < codes->inside; i++)
        marks->mark[i].mark = voice_whole(&report->teller.voice, codes->values[i]);
}

static bool any_row_has(const struct report *report, const struct question *question,
                        const char *category, enum statistic statistic) {
    for (size_t i = 0; i < question->row_count; i++)
        if (figure_whole(report->teller.facts.results, question->id, question->rows[i].id,
                         category, statistic) > 0)
            return true;
    return false;
}

/* Numbers for the scale, letters for what is beside it; kinds of missing that never occur get
 * no column. */
static struct marks marks_of(const struct report *report, const struct question *question) {
    struct marks marks = {.count = 0};
    const struct code_list *codes = question->codes;
    for (size_t i = 0; i < codes->count; i++)
        if (i < codes->inside ||
            any_row_has(report, question, codes->codes[i].id, STATISTIC_COUNT))
            add_mark(&marks, report, codes->codes[i].id, STATISTIC_COUNT,
                     teller_code_label(&report->teller, &codes->codes[i].label),
                     i >= codes->inside);
    name_by_values(&marks, report, codes);
    if (any_row_has(report, question, "", STATISTIC_DONT_KNOW))
        add_mark(&marks, report, "", STATISTIC_DONT_KNOW,
                 teller_code_label(&report->teller, &question->dk), true);
    static const struct {
        enum statistic statistic;
        enum phrase label;
    } kinds[] = {{STATISTIC_SKIPPED, PHRASE_MISSING_SKIPPED},
                 {STATISTIC_NOT_SHOWN, PHRASE_MISSING_NOT_SHOWN},
                 {STATISTIC_INVALID, PHRASE_MISSING_INVALID}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (any_row_has(report, question, "", kinds[i].statistic))
            add_mark(&marks, report, "", kinds[i].statistic,
                     teller_phrase(&report->teller, kinds[i].label), true);
    return marks;
}

/* A mark that is its own label ("5") needs no words. */
static void print_legend(const struct report *report, const struct marks *marks) {
    const struct voice *voice = &report->teller.voice;
    const char *list = NULL;
    for (size_t i = 0; i < marks->count; i++) {
        const struct mark *mark = &marks->mark[i];
        if (strcmp(mark->mark, mark->label) == 0)
            continue;
        const char *part = voice_say(voice, PHRASE_MATRIX_MARK, "mark", mark->mark, "label",
                                     mark->label, NULL);
        list = list == NULL
                   ? part
                   : voice_say(voice, PHRASE_LIST_COMMA, "first", list, "next", part, NULL);
    }
    page_gap(report->page);
    if (list != NULL)
        page_paragraph(report->page,
                       voice_say(voice, PHRASE_MATRIX_LEGEND, "list", list, NULL));
}

static const char *count_cell(const struct report *report, const struct question *question,
                              const char *row, const struct mark *mark) {
    int64_t count = figure_whole(report->teller.facts.results, question->id, row,
                                 mark->category, mark->statistic);
    return count < 0 ? teller_phrase(&report->teller, PHRASE_TABLE_NOTHING)
                     : teller_whole(&report->teller, count);
}

static const char *mean_cell(const struct report *report, const struct question *question,
                             const char *row) {
    double mean;
    int64_t n;
    struct rounded rounded;
    if (!figure_value(report->teller.facts.results, question->id, row, STATISTIC_MEAN, &mean,
                      &n) ||
        !rounding_mean(mean, n, 0, &rounded))
        return teller_phrase(&report->teller, PHRASE_TABLE_NOTHING);
    return voice_rounded(&report->teller.voice, rounded);
}

/* What the ordinal table has beside the distribution. */
struct extra {
    bool percent, mean;
};

static struct extra extra_of(const struct question *question, const struct items *items) {
    struct extra extra = {false, false};
    for (size_t i = 0; i < items->count && question->codes->measure == MEASURE_ORDINAL; i++) {
        extra.percent = extra.percent || items->item[i].figure.base >= ROUNDING_PERCENT_FROM;
        extra.mean = extra.mean || (items->item[i].figure.base >= ROUNDING_MEAN_FROM &&
                                    code_list_has_numbers(question->codes));
    }
    return extra;
}

/* All answers, row by row in the items' order. */
static void print_table(const struct report *report, const struct question *question,
                        const struct items *items) {
    const struct voice *voice = &report->teller.voice;
    struct marks marks = marks_of(report, question);
    struct extra extra = extra_of(question, items);
    struct table *table =
        table_new(voice->arena, teller_phrase(&report->teller, PHRASE_TABLE_ROW));
    for (size_t i = 0; i < marks.count; i++)
        table_add_figures(table, marks.mark[i].mark);
    if (extra.percent)
        table_add_figures(table, teller_phrase(&report->teller, PHRASE_TABLE_PERCENT));
    if (extra.mean)
        table_add_figures(table, teller_phrase(&report->teller, PHRASE_TABLE_MEAN));
    for (size_t i = 0; i < items->count; i++) {
        const struct figure *figure = &items->item[i].figure;
        table_row(table, "", item_label(&report->teller, &items->item[i]));
        for (size_t k = 0; k < marks.count; k++)
            table_cell(table, count_cell(report, question, items->item[i].id, &marks.mark[k]));
        if (extra.percent)
            table_cell(table, voice_percent_cell(voice, figure->count, figure->base));
        if (extra.mean)
            table_cell(table, mean_cell(report, question, items->item[i].id));
    }
    page_gap(report->page);
    page_data(report->page);
    print_legend(report, &marks);
    if (extra.percent)
        page_paragraph(report->page, voice_say(voice, PHRASE_MATRIX_PERCENT, "answer",
                                               terms_top(&report->teller, question), NULL));
    table_print(table, report->page);
}

static void write_ordinal(const struct report *report, const struct question *question) {
    struct items items =
        items_of_rows(&report->teller.facts, question, question->id, "", STATISTIC_TOP2);
    items_sort(&items);
    bool in_gap = terms_gap(&report->teller, question) != NULL;
    if (items.count > 0 && !in_gap)
        key_sentences_write(report, question);
    selected_write(report, question);
    if (items.count > 0 && !in_gap) {
        page_gap(report->page);
        page_paragraph(report->page,
                       voice_say(&report->teller.voice, PHRASE_MATRIX_BARS, "answer",
                                 terms_top(&report->teller, question), NULL));
        page_gap(report->page);
        list_print_bars(report, &items);
    }
    if (items.count > 0)
        print_table(report, question, &items);
    if (items.count > 0 && !in_gap)
        uncertainty_write(
            report, question,
            voice_quote(&report->teller.voice, item_label(&report->teller, &items.item[0])),
            &items.item[0].figure,
            results_find(report->teller.facts.results, question->id, items.item[0].id, "",
                         STATISTIC_TOP2));
    page_gap(report->page);
    list_say_hidden(report, &items);
}

/* A sentence and the bars of each declared set of answers over all rows. */
static void print_sets(const struct report *report, const struct question *question) {
    struct sentences sentences = sentence_all_of_question(&report->teller, question);
    size_t said = 0;
    for (size_t i = 0; i < question->set_count; i++) {
        struct items items = items_of_rows(&report->teller.facts, question, question->id,
                                           question->sets[i].id, STATISTIC_SET);
        items_sort(&items);
        if (items.count == 0)
            continue;
        page_gap(report->page);
        page_paragraph(report->page, sentences.line[said++]);
        if (said == 1)
            selected_write(report, question);
        page_gap(report->page);
        list_print_bars(report, &items);
    }
}

static void print_rows(const struct report *report, const struct question *question) {
    struct sentences sentences = sentence_all_of_question(&report->teller, question);
    for (size_t i = 0; i < sentences.count; i++)
        page_paragraph(report->page, sentences.line[i]);
    selected_write(report, question);
}

static void write_nominal(const struct report *report, const struct question *question) {
    const struct code_list *codes = question->codes;
    bool sets = question->set_count > 0;
    struct items rows = items_of_rows(&report->teller.facts, question, question->id,
                                      sets ? question->sets[0].id : codes->codes[0].id,
                                      sets ? STATISTIC_SET : STATISTIC_SHARE);
    if (sets)
        items_sort(&rows);
    if (sets)
        print_sets(report, question);
    else
        print_rows(report, question);
    if (rows.count > 0)
        print_table(report, question, &rows);
    page_gap(report->page);
    list_say_hidden(report, &rows);
}

void matrix_write(const struct report *report, const struct question *question) {
    if (question->codes->measure == MEASURE_ORDINAL)
        write_ordinal(report, question);
    else
        write_nominal(report, question);
}
