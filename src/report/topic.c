#include "report/topic.h"

#include "findings/group_findings.h"
#include "findings/pairs.h"
#include "findings/sides.h"
#include "report/drawn.h"
#include "report/html_chart.h"
#include "report/topic_table.h"
#include "survey/released.h"
#include "wording/group_sentence.h"
#include "wording/statement.h"
#include "wording/statement_list.h"

/* A picture that stands for a table has two marks a row at most. */
enum { MOST_DRAWN_FIGURES = 2 };

static void say_all(const struct report *report, const struct topic *topic) {
    struct sentences sentences = statement_of(&report->teller, topic);
    for (size_t i = 0; i < sentences.count; i++)
        page_say(report->page, sentences.line[i]);
}

/* --- groups --- */

/* One difference that was tested and is shown, with the figures of its groups; else nothing. */
static void say_groups(const struct report *report, const struct question *question) {
    const struct facts *facts = &report->teller.facts;
    const struct grouping *grouping = questionnaire_main_grouping(facts->questionnaire);
    if (grouping == NULL || facts->selected != NULL || question->grouping == grouping)
        return;
    struct group_findings tables = group_findings_of(facts, question, grouping);
    group_findings_sort(facts, &tables);
    for (size_t i = 0; i < tables.count; i++) {
        if (tables.table[i].verdict != GROUP_DIFFERENT)
            continue;
        struct group_findings one = {grouping, &tables.table[i], 1};
        struct sentences verdicts = group_sentence_verdicts(&report->teller, &one);
        if (verdicts.count > 0)
            page_say(report->page, verdicts.line[0]);
        return;
    }
}

/* --- pictures --- */

static size_t count_rows(const struct table *table) {
    size_t count = 0;
    for (const struct table_row *row = table->first; row != NULL; row = row->next)
        count++;
    return count;
}

/* About how high a picture of that many rows is, as a part of its width: what nachlese-charts
 * draws, in 640 parts. Text has no pictures, but the same sheets. 0: it draws none. */
static double estimated_height(const struct topic *topic, size_t rows) {
    static const struct {
        size_t around, row;
    } questions[QUESTION_TYPES] = {[QUESTION_SINGLE] = {150, 32},
                                   [QUESTION_MULTI] = {150, 38},
                                   [QUESTION_RANKING] = {150, 38},
                                   [QUESTION_NUMBER] = {375, 0},
                                   [QUESTION_MATRIX] = {220, 62}};
    if (topic->kind == TOPIC_GAP || topic->kind == TOPIC_TOGETHER)
        return (double)(190 + 42 * rows) / 640;
    if (topic->kind != TOPIC_QUESTION)
        return 0;
    enum question_type type = topic->question->type;
    return (double)(questions[type].around + questions[type].row * rows) / 640;
}

/* Tables whose picture can say all that they say: lists of figures behind bars, of everybody,
 * with nothing said at the foot. Of numbers and gaps a picture has other marks. */
static bool is_drawn_by_kind(const struct report *report, const struct topic *topic,
                             const struct table *table) {
    static const bool questions[QUESTION_TYPES] = {[QUESTION_SINGLE] = true,
                                                   [QUESTION_MULTI] = true,
                                                   [QUESTION_RANKING] = true,
                                                   [QUESTION_MATRIX] = true};
    size_t figures = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].kind == TABLE_WORDS)
            return false;
        figures += table->columns[i].kind == TABLE_FIGURES;
    }
    return (topic->kind == TOPIC_TOGETHER ||
            (topic->kind == TOPIC_QUESTION && questions[topic->question->type])) &&
           report->teller.facts.selected == NULL && table->first_note == NULL &&
           table->columns[0].kind == TABLE_BARS && figures <= MOST_DRAWN_FIGURES;
}

/* True where on paper the picture stands for its table. What is drawn is looked up, not
 * believed: a number that its field has no room for is in the table alone. */
static bool stands_for_table(const struct report *report, const struct topic *topic,
                             const struct table *table) {
    if (!is_drawn_by_kind(report, topic, table))
        return false;
    if (report->pictures == NULL)
        return true;
    const char *drawn = pictures_drawn(report->pictures, topic->id);
    return !report->keeps_tables && drawn_whole(drawn, table) &&
           !drawn_says(drawn, teller_phrase(&report->teller, PHRASE_CHART_NARROW));
}

/* How high a topic's picture is as a part of its width; 0: there is none. */
static double height_of(const struct report *report, const struct topic *topic,
                        const struct table *table) {
    double height = estimated_height(topic, count_rows(table));
    return height > 0 && report->pictures != NULL ? pictures_height(report->pictures, topic->id)
                                                  : height;
}

/* The picture of a topic's table, if there is one; on paper only where it can be read there and
 * has room. True where it stands for the table. */
static bool write_picture(const struct report *report, const struct topic *topic,
                          const struct table *table) {
    const struct teller *teller = &report->teller;
    struct page *page = report->page;
    double height = height_of(report, topic, table);
    bool screen = page->screen_charts || height > HTML_CHART_HIGHEST;
    /* A guess is for paper alone. */
    if (height <= 0 || (screen && report->pictures == NULL))
        return false;
    struct sentences sentences = statement_of(teller, topic);
    if (sentences.count == 0)
        return false;
    bool alone = !screen && stands_for_table(report, topic, table),
         before = page->screen_charts;
    page->screen_charts = screen;
    page_measured_chart(
        page, topic->id, sentences.line[0],
        voice_say(&teller->voice, alone ? PHRASE_TOPIC_PICTURE_ALONE : PHRASE_TOPIC_PICTURE,
                  "title", voice_quote(&teller->voice, statement_title(teller, topic)), NULL),
        height);
    page->screen_charts = before;
    return alone;
}

static void write_table(const struct report *report, const struct topic *topic) {
    struct table *table = topic_table_of(report, topic);
    if (table == NULL)
        return;
    if (!write_picture(report, topic, table)) {
        table_print(table, report->page);
    } else {
        page_gap(report->page);
        page_table_on_screen(report->page, table);
    }
}

/* --- quotations --- */

/* True where the sheet has a quotation already: one is enough. */
static bool sheet_has_quotation(const struct report *report) {
    const struct document *document = report->page->document;
    for (size_t i = document->count; i > 0; i--) {
        if (document->blocks[i - 1].kind == BLOCK_SHEET)
            return false;
        if (document->blocks[i - 1].kind == BLOCK_QUOTATION)
            return true;
    }
    return false;
}

static void write_quotation(const struct report *report, const struct question *question) {
    const struct teller *teller = &report->teller;
    const struct released_quotation *first = NULL;
    if (released_of(teller->released, question, &first) == 0 || sheet_has_quotation(report))
        return;
    page_gap(report->page);
    page_quotation(report->page, teller_phrase(teller, PHRASE_QUOTE_OPEN), first->text,
                   teller_phrase(teller, PHRASE_QUOTE_CLOSE));
}

/* --- topics --- */

void topic_write(const struct report *report, const struct topic *topic) {
    if (!statement_exists(&report->teller, topic))
        return;
    page_gap(report->page);
    page_question(report->page, topic->id, "", statement_title(&report->teller, topic));
    say_all(report, topic);
    if (topic->kind == TOPIC_QUESTION)
        say_groups(report, topic->question);
    write_table(report, topic);
    if (topic->kind == TOPIC_QUESTION)
        write_quotation(report, topic->question);
    page_gap(report->page);
}

/* That it is open which of the rows of a gap is first: its table has no figure that orders
 * them. A together has one in each column. */
static void say_open(const struct report *report, const struct topic *topic, size_t shown) {
    const struct gap *gap = topic->kind == TOPIC_GLANCE ? topic->glance->gap : topic->gap;
    if (gap == NULL)
        return;
    struct pairs pairs = pairs_of(&report->teller.facts, gap);
    page_say(report->page, statement_open_beside(&report->teller, &pairs.items, shown));
}

void topic_write_brief(const struct report *report, const struct topic *topic,
                       size_t most_rows) {
    bool all;
    struct table *table = topic_table_brief(report, topic, most_rows, &all);
    if (table == NULL) {
        say_all(report, topic);
        return;
    }
    table_print(table, report->page);
    say_open(report, topic, count_rows(table));
}

/* --- rules of the gate --- */
