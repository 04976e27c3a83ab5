#include "report/selected_part.h"

#include <string.h>

#include "report/table.h"
#include "wording/group_sentence.h"
#include "wording/item_words.h"
#include "wording/selected_sentence.h"

/* --- over all questions --- */

struct survey {
    size_t shown, together; /* tables with a figure of the group; of a coarser one */
    struct rules rules;     /* why the others have none */
};

static struct selected_figure figure_in(const struct report *report,
                                        const struct group_finding *table) {
    return selected_share(&report->teller.facts, table->question, table->item,
                          table->class.answers.category, table->class.statistic);
}

static void count_question(const struct report *report, const struct question *question,
                           struct survey *survey) {
    struct group_findings tables = group_findings_of(&report->teller.facts, question,
                                                     report->teller.facts.selected->grouping);
    for (size_t i = 0; i < tables.count; i++) {
        struct selected_figure selected = figure_in(report, &tables.table[i]);
        survey->shown += selected.state == SELECTED_SHOWN;
        survey->together += selected.state == SELECTED_TOGETHER;
        if (selected.state == SELECTED_HIDDEN)
            rules_note(&survey->rules, selected.figure.rule);
    }
}

static struct survey survey_of(const struct report *report) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    struct survey survey = {.shown = 0};
    for (size_t i = 0; i < questionnaire->question_count; i++)
        count_question(report, &questionnaire->questions[i], &survey);
    return survey;
}

static bool nobody_in_group(const struct report *report) {
    struct selected_figure size = selected_size(&report->teller.facts);
    return size.state == SELECTED_SHOWN && size.figure.count == 0;
}

bool selected_is_nowhere(const struct report *report) {
    if (report->teller.facts.selected == NULL)
        return false;
    struct survey survey = survey_of(report);
    return survey.shown + survey.together == 0 || nobody_in_group(report);
}

/* --- behind the key sentences --- */

static void say_all(const struct report *report, struct sentences sentences) {
    for (size_t i = 0; i < sentences.count; i++)
        page_say(report->page, sentences.line[i]);
}

void selected_write_gap(const struct report *report, const struct gap *gap) {
    if (report->teller.facts.selected == NULL)
        return;
    page_gap(report->page);
    say_all(report, selected_sentences_of_gap(&report->teller, gap));
    page_gap(report->page);
}

/* --- tables with both figures --- */

struct row {
    const char *label;
    struct selected_figure selected;
    struct figure all;
};

struct rows {
    struct row *row;
    size_t count;
};

static const char *cell_of(const struct report *report, const struct figure *figure) {
    if (figure->state != FIGURE_SHOWN)
        return teller_phrase(&report->teller, PHRASE_TABLE_NOTHING);
    return voice_of(&report->teller.voice, figure->count, figure->base);
}

static const char *percent_cell(const struct report *report, const struct figure *figure) {
    return figure->state == FIGURE_SHOWN
               ? voice_percent_cell(&report->teller.voice, figure->count, figure->base)
               : teller_phrase(&report->teller, PHRASE_TABLE_NOTHING);
}

/* Percent are on both sides or on none: beside a count they would seem the better figure. */
static bool has_percent(const struct rows *rows, enum selected_state state) {
    for (size_t i = 0; i < rows->count; i++)
        if (rows->row[i].selected.state == state &&
            rows->row[i].selected.figure.base >= ROUNDING_PERCENT_FROM)
            return true;
    return false;
}

/* A column of figures, and behind it the same in percent. */
static void add_columns(const struct report *report, struct table *table, const char *head,
                        bool percent) {
    table_add_figures(table, head);
    if (percent)
        table_add_figures(table, teller_phrase(&report->teller, PHRASE_TABLE_PERCENT));
}

static void add_cells(const struct report *report, struct table *table,
                      const struct figure *figure, bool percent) {
    table_cell(table, cell_of(report, figure));
    if (percent)
        table_cell(table, percent_cell(report, figure));
}

/* The rows whose figures are the group's own, or those of the coarser one. */
static void print_rows(const struct report *report, const struct rows *rows, enum phrase head,
                       enum selected_state state) {
    const struct teller *teller = &report->teller;
    bool percent = has_percent(rows, state);
    struct table *table = table_new(teller->voice.arena, teller_phrase(teller, head));
    add_columns(report, table, teller_code_label(teller, selected_label(&teller->facts, state)),
                percent);
    add_columns(report, table, teller_phrase(teller, PHRASE_OWN_EVERYBODY), percent);
    for (size_t i = 0; i < rows->count; i++) {
        const struct row *row = &rows->row[i];
        if (row->selected.state != state)
            continue;
        table_row(table, "", row->label);
        add_cells(report, table, &row->selected.figure, percent);
        add_cells(report, table, &row->all, percent);
    }
    page_gap(report->page);
    table_print(table, report->page);
}

static void print_tables(const struct report *report, const struct rows *rows,
                         enum phrase head) {
    print_rows(report, rows, head, SELECTED_SHOWN);
    print_rows(report, rows, head, SELECTED_TOGETHER);
    page_gap(report->page);
}

static size_t count_figures(const struct rows *rows) {
    size_t count = 0;
    for (size_t i = 0; i < rows->count; i++)
        count += selected_has_figure(rows->row[i].selected.state);
    return count;
}

static void add_row(const struct report *report, struct rows *rows, const char *label,
                    const struct group_finding *table, const char *category,
                    enum statistic statistic) {
    rows->row[rows->count++] =
        (struct row){label,
                     selected_share(&report->teller.facts, table->question, table->item,
                                    category, statistic),
                     figure_share(report->teller.facts.results, table->question->id,
                                  table->item, category, statistic)};
}

/* --- a question as a whole --- */

static void say_why(const struct report *report, enum phrase phrase, const char *rule) {
    page_say(report->page, voice_say(&report->teller.voice, phrase, "why",
                                     group_sentence_why(&report->teller, rule), NULL));
}

/* All answers of a single question, in the order of its bars. */
static struct rows answers_of(const struct report *report, const struct group_finding *table) {
    struct items items = items_of_answers(&report->teller.facts, table->question);
    struct rows rows = {
        .row = arena_allocate(report->teller.voice.arena, items.count + 1, sizeof *rows.row)};
    if (table->question->codes->measure == MEASURE_NOMINAL)
        items_sort(&items);
    for (size_t i = 0; i < items.count; i++)
        add_row(report, &rows, item_label(&report->teller, &items.item[i]), table,
                items.item[i].id, STATISTIC_SHARE);
    return rows;
}

/* One class of answers is in a sentence already, all of them make a table. */
static void write_whole(const struct report *report, const struct group_finding *table) {
    struct selected_figure selected = figure_in(report, table);
    if (selected.state == SELECTED_HIDDEN)
        say_why(report, PHRASE_OWN_HIDDEN, selected.figure.rule);
    if (!selected_has_figure(selected.state))
        return;
    struct rows rows = answers_of(report, table);
    if (count_figures(&rows) == rows.count)
        print_tables(report, &rows, PHRASE_TABLE_ANSWER);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.row[i].selected.state == SELECTED_HIDDEN) {
            say_why(report, PHRASE_OWN_REST, rows.row[i].selected.figure.rule);
            return;
        }
}

/* --- rows and options --- */

static struct rows rows_of(const struct report *report, const struct group_findings *tables) {
    struct rows rows = {
        .row = arena_allocate(report->teller.voice.arena, tables->count, sizeof *rows.row)};
    for (size_t i = 0; i < tables->count; i++) {
        const struct group_finding *table = &tables->table[i];
        add_row(report, &rows, group_sentence_row(&report->teller, tables, table), table,
                table->class.answers.category, table->class.statistic);
    }
    return rows;
}

/* The rows from first on that the same rule hid, marked as said. */
static const char *labels_of(const struct report *report, const struct rows *rows, size_t first,
                             bool *said) {
    const struct voice *voice = &report->teller.voice;
    const char **labels = arena_allocate(voice->arena, rows->count, sizeof *labels);
    size_t count = 0;
    for (size_t i = first; i < rows->count; i++) {
        const struct selected_figure *selected = &rows->row[i].selected;
        if (selected->state != SELECTED_HIDDEN ||
            strcmp(selected->figure.rule, rows->row[first].selected.figure.rule) != 0)
            continue;
        labels[count++] = voice_quote(voice, rows->row[i].label);
        said[i] = true;
    }
    return voice_list(voice, labels, count);
}

static void say_hidden(const struct report *report, const struct rows *rows) {
    bool *said = arena_allocate(report->teller.voice.arena, rows->count, sizeof *said);
    for (size_t i = 0; i < rows->count; i++) {
        if (rows->row[i].selected.state != SELECTED_HIDDEN || said[i])
            continue;
        const char *labels = labels_of(report, rows, i, said),
                   *why =
                       group_sentence_why(&report->teller, rows->row[i].selected.figure.rule);
        page_say(report->page, voice_say(&report->teller.voice, PHRASE_OWN_HIDDEN_ITEMS,
                                         "labels", labels, "why", why, NULL));
    }
}

/* The one rule that hid all rows; NULL where there are more, or figures. */
static const char *only_rule(const struct rows *rows) {
    for (size_t i = 0; i < rows->count; i++)
        if (rows->row[i].selected.state != SELECTED_HIDDEN ||
            strcmp(rows->row[i].selected.figure.rule, rows->row[0].selected.figure.rule) != 0)
            return NULL;
    return rows->row[0].selected.figure.rule;
}

static void write_items(const struct report *report, const struct group_findings *tables) {
    struct rows rows = rows_of(report, tables);
    const char *rule = only_rule(&rows);
    if (rule != NULL) {
        say_why(report, PHRASE_OWN_HIDDEN, rule);
        return;
    }
    if (count_figures(&rows) > 0) {
        page_gap(report->page);
        page_say(report->page, group_sentence_class(&report->teller, tables));
        print_tables(report, &rows, PHRASE_TABLE_ROW);
    }
    say_hidden(report, &rows);
}

static void write_tables(const struct report *report, struct group_findings *tables) {
    group_findings_sort(&report->teller.facts, tables);
    if (tables->table[0].item[0] == '\0')
        write_whole(report, &tables->table[0]);
    else
        write_items(report, tables);
    page_gap(report->page);
    page_say(report->page, teller_phrase(&report->teller, PHRASE_OWN_FOLLOWS));
}

void selected_write(const struct report *report, const struct question *question) {
    const struct teller *teller = &report->teller;
    if (teller->facts.selected == NULL)
        return;
    struct group_findings tables =
        group_findings_of(&teller->facts, question, teller->facts.selected->grouping);
    page_gap(report->page);
    if (question == teller->facts.selected->grouping->question) {
        page_say(report->page, teller_phrase(teller, PHRASE_OWN_MAKES_GROUPS));
        page_say(report->page, selected_sentence_size(teller));
    }
    say_all(report, selected_sentences(teller, question));
    if (tables.count > 0)
        write_tables(report, &tables);
    page_gap(report->page);
}

/* --- the fixed part --- */

void selected_write_intro(const struct report *report) {
    const struct teller *teller = &report->teller;
    page_say(report->page, selected_sentence_size(teller));
    page_say(report->page, teller_phrase(teller, PHRASE_OWN_BESIDE));
    page_gap(report->page);
    if (selected_is_small(teller))
        page_say(report->page, teller_phrase(teller, PHRASE_OWN_SMALL));
    page_say(report->page, teller_phrase(teller, PHRASE_OWN_ONLY));
    page_gap(report->page);
    if (survey_of(report).together > 0)
        page_say(report->page, selected_sentence_together(teller));
    page_say(report->page, teller_phrase(teller, PHRASE_OWN_NEVER));
    page_gap(report->page);
}

struct rules selected_rules(const struct report *report) {
    return survey_of(report).rules;
}

void selected_write_nowhere(const struct report *report) {
    const struct teller *teller = &report->teller;
    const char *name = selected_sentence_name(teller, SELECTED_SHOWN);
    struct survey survey = survey_of(report);
    page_gap(report->page);
    if (nobody_in_group(report)) {
        page_say(report->page,
                 voice_say(&teller->voice, PHRASE_OWN_NOBODY, "group", name, NULL));
    } else {
        page_say(report->page,
                 voice_say(&teller->voice, PHRASE_OWN_NOWHERE, "group", name, NULL));
        rules_write(report, &survey.rules);
    }
    page_gap(report->page);
    page_say(report->page, teller_phrase(teller, PHRASE_OWN_ELSEWHERE));
    page_gap(report->page);
}
