/* Matrix questions: rows judged on one scale, or with one of several answers. */
#include <string.h>

#include "report/doubt.h"
#include "report/items.h"
#include "report/question.h"
#include "report/table.h"

static const char *phrase(const struct report *report, enum phrase which) {
    return catalogue_phrase(report->voice.catalogue, which);
}

/* A column of the table: an answer or a kind of missing, under a short mark that the legend
 * explains. */
struct mark {
    const char *mark, *label;
    const char *category, *statistic;
};

struct marks {
    struct mark mark[QUESTIONNAIRE_MAX_CODES + 8];
    size_t count, letters;
};

static void add_mark(struct marks *marks, const struct report *report, const char *category,
                     const char *statistic, const char *label, bool letter) {
    struct mark mark = {.label = label, .category = category, .statistic = statistic};
    if (letter && marks->letters < 26)
        mark.mark =
            arena_format(report->voice.arena, "%c", (char)('A' + (int)marks->letters++));
    else
        mark.mark = arena_format(report->voice.arena, "%zu", marks->count + 1);
    marks->mark[marks->count++] = mark;
}

static bool any_row_has(const struct report *report, const struct question *question,
                        const char *category, const char *statistic) {
    for (size_t i = 0; i < question->row_count; i++)
        if (figure_whole(report->results, question->id, question->rows[i].id, category,
                         statistic) > 0)
            return true;
    return false;
}

/* Numbers for the scale, letters for what stands beside it; kinds of missing that never occur
 * get no column. */
static struct marks marks_of(const struct report *report, const struct question *question) {
    struct marks marks = {.count = 0};
    const struct code_list *codes = question->codes;
    for (size_t i = 0; i < codes->count; i++)
        if (i < codes->inside || any_row_has(report, question, codes->codes[i].id, "count"))
            add_mark(&marks, report, codes->codes[i].id, "count",
                     report_code_label(report, &codes->codes[i].label), i >= codes->inside);
    if (any_row_has(report, question, "", "dont_know"))
        add_mark(&marks, report, "", "dont_know", report_code_label(report, &question->dk),
                 true);
    static const struct {
        const char *statistic;
        enum phrase label;
    } kinds[] = {{"skipped", PHRASE_MISSING_SKIPPED},
                 {"not_shown", PHRASE_MISSING_NOT_SHOWN},
                 {"invalid", PHRASE_MISSING_INVALID}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (any_row_has(report, question, "", kinds[i].statistic))
            add_mark(&marks, report, "", kinds[i].statistic, phrase(report, kinds[i].label),
                     true);
    return marks;
}

/* A mark that is its own label ("5") needs no words. */
static void print_legend(const struct report *report, const struct marks *marks) {
    const struct voice *voice = &report->voice;
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
    int64_t count =
        figure_whole(report->results, question->id, row, mark->category, mark->statistic);
    return count < 0 ? phrase(report, PHRASE_TABLE_NOTHING)
                     : voice_whole(&report->voice, count);
}

static const char *mean_cell(const struct report *report, const struct question *question,
                             const char *row) {
    double mean;
    int64_t n;
    struct rounded rounded;
    if (!figure_value(report->results, question->id, row, "mean", &mean, &n) ||
        !rounding_mean(mean, n, 0, &rounded))
        return phrase(report, PHRASE_TABLE_NOTHING);
    return voice_rounded(&report->voice, rounded);
}

/* What the ordinal table has beside the distribution. */
struct extra {
    bool percent, mean;
};

static struct extra extra_of(const struct question *question, const struct items *items) {
    struct extra extra = {false, false};
    for (size_t i = 0; i < items->count && question->codes->measure == MEASURE_ORDINAL; i++) {
        extra.percent = extra.percent || items->item[i].figure.base >= ROUNDING_PERCENT_FROM;
        extra.mean = extra.mean || items->item[i].figure.base >= ROUNDING_MEAN_FROM;
    }
    return extra;
}

/* All answers, row by row in the items' order. */
static void print_table(const struct report *report, const struct question *question,
                        const struct items *items) {
    const struct voice *voice = &report->voice;
    struct marks marks = marks_of(report, question);
    struct extra extra = extra_of(question, items);
    struct table *table = table_new(voice->arena, phrase(report, PHRASE_TABLE_ROW));
    for (size_t i = 0; i < marks.count; i++)
        table_add_figures(table, marks.mark[i].mark);
    if (extra.percent)
        table_add_figures(table, phrase(report, PHRASE_TABLE_PERCENT));
    if (extra.mean)
        table_add_figures(table, phrase(report, PHRASE_TABLE_MEAN));
    for (size_t i = 0; i < items->count; i++) {
        const struct figure *figure = &items->item[i].figure;
        struct rounded rounded;
        table_row(table, "", items->item[i].label);
        for (size_t k = 0; k < marks.count; k++)
            table_cell(table, count_cell(report, question, items->item[i].id, &marks.mark[k]));
        if (extra.percent)
            table_cell(table, rounding_percent(figure->count, figure->base, &rounded)
                                  ? voice_rounded(voice, rounded)
                                  : phrase(report, PHRASE_TABLE_NOTHING));
        if (extra.mean)
            table_cell(table, mean_cell(report, question, items->item[i].id));
    }
    page_gap(report->page);
    print_legend(report, &marks);
    if (extra.percent)
        page_paragraph(report->page, voice_say(voice, PHRASE_MATRIX_PERCENT, "answer",
                                               question_top_words(report, question), NULL));
    table_print(table, report->page);
}

/* "An erster Stelle steht X. Hier antworten 24 von 26 „sehr wichtig“. Am Ende steht Z: 5
 * von 27." */
static void say_rows(const struct report *report, const struct question *question,
                     const struct items *items) {
    const struct voice *voice = &report->voice;
    const struct figure *first = &items->item[0].figure,
                        *last = &items->item[items->count - 1].figure;
    const char *answer = question_top_words(report, question);
    size_t tied = items_tied(items, 0);
    const char *share = tied == 1 ? voice_share(voice, first->count, first->base)
                                  : items_shares(report, items, 0, tied);
    page_say(
        report->page,
        voice_say(voice, voice_plural(PHRASE_MATRIX_LEADER_ONE, (int64_t)tied), "labels",
                  items_names(report, items, 0, tied), "sentence",
                  voice_say(voice,
                            voice_form(PHRASE_MATRIX_ANSWER_NONE, first->count, first->base),
                            "share", share, "answer", answer, NULL),
                  NULL));
    if (items->count < 3 || figure_compare(first, last) == 0)
        return;
    size_t end = items->count, start = end - 1, used;
    while (start > 0 && figure_compare(&items->item[start - 1].figure, last) == 0)
        start--;
    page_say(report->page, items_sentence(report, items, start, PHRASE_MATRIX_LAST_ONE, &used));
}

static void write_ordinal(const struct report *report, const struct question *question) {
    struct items items = items_of_rows(report, question, question->id, "", "top2");
    items_sort(&items);
    bool in_gap = question_gap(report, question) != NULL;
    if (items.count > 0 && !in_gap) {
        say_rows(report, question, &items);
        page_gap(report->page);
        page_paragraph(report->page, voice_say(&report->voice, PHRASE_MATRIX_BARS, "answer",
                                               question_top_words(report, question), NULL));
        page_gap(report->page);
        items_print_bars(report, &items);
    }
    if (items.count > 0)
        print_table(report, question, &items);
    if (items.count > 0 && !in_gap)
        doubt_tell_sure(
            report, question, voice_quote(&report->voice, items.item[0].label),
            &items.item[0].figure,
            results_find(report->results, question->id, items.item[0].id, "", "top2"));
    page_gap(report->page);
    items_tell_hidden(report, &items);
}

/* The most frequent answer of one row of a nominal matrix. */
static void say_most_frequent(const struct report *report, const struct question *question,
                              const struct code *row) {
    const struct voice *voice = &report->voice;
    const struct code_list *codes = question->codes;
    struct items answers = {
        .item = arena_allocate(voice->arena, codes->inside + 1, sizeof(struct item))};
    for (size_t i = 0; i < codes->inside; i++) {
        const struct code *code = &codes->codes[i];
        items_add(&answers, (struct item){report_code_label(report, &code->label), code->id, i,
                                          figure_share(report->results, question->id, row->id,
                                                       code->id, "share")});
    }
    items_sort(&answers);
    if (answers.count == 0)
        return;
    size_t used;
    const char *most = items_sentence(report, &answers, 0, PHRASE_MATRIX_MOST_ONE, &used);
    page_paragraph(report->page,
                   voice_say(voice, PHRASE_MATRIX_ROW, "label",
                             voice_quote(voice, report_code_label(report, &row->label)),
                             "sentence", most, NULL));
}

/* The bars of one declared set of answers over all rows. */
static void print_set(const struct report *report, const struct question *question,
                      const struct answer_set *set) {
    const struct voice *voice = &report->voice;
    struct items items = items_of_rows(report, question, question->id, set->id, "set");
    items_sort(&items);
    if (items.count == 0)
        return;
    size_t used;
    const char *name = voice_quote(voice, report_label(report, &set->label));
    page_gap(report->page);
    page_paragraph(report->page, voice_say(voice, PHRASE_MATRIX_SET, "set", name, "sentence",
                                           items_sentence(report, &items, 0,
                                                          PHRASE_MATRIX_SET_LEADER_ONE, &used),
                                           NULL));
    page_gap(report->page);
    items_print_bars(report, &items);
}

static void write_nominal(const struct report *report, const struct question *question) {
    const struct code_list *codes = question->codes;
    bool sets = question->set_count > 0;
    struct items rows =
        items_of_rows(report, question, question->id,
                      sets ? question->sets[0].id : codes->codes[0].id, sets ? "set" : "share");
    if (sets)
        items_sort(&rows);
    for (size_t i = 0; i < question->row_count && question->set_count == 0; i++)
        say_most_frequent(report, question, &question->rows[i]);
    for (size_t i = 0; i < question->set_count; i++)
        print_set(report, question, &question->sets[i]);
    if (rows.count > 0)
        print_table(report, question, &rows);
    page_gap(report->page);
    items_tell_hidden(report, &rows);
}

void matrix_write(const struct report *report, const struct question *question) {
    if (question->codes->measure == MEASURE_ORDINAL)
        write_ordinal(report, question);
    else
        write_nominal(report, question);
}
