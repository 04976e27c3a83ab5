#include "report/tables.h"

#include <string.h>

#include "base/command.h"
#include "report/tables_cells.h"
#include "report/tables_groups.h"
#include "report/tables_question.h"
#include "survey/privacy_rule.h"
#include "survey/released.h"
#include "wording/group_sentence.h"
#include "wording/missing.h"
#include "wording/rounding.h"
#include "wording/terms.h"

/* --- headings --- */

static void begin_section(struct tables *tables, size_t number, const char *title) {
    page_heading(tables->page, arena_format(tables->teller->voice.arena, "%zu", number), title);
}

static void write_mark(struct tables *tables) {
    page_gap(tables->page);
    page_paragraph(tables->page, teller_simulated(tables->teller));
    page_gap(tables->page);
}

static void write_title(struct tables *tables) {
    const struct teller *teller = tables->teller;
    page_name(tables->page, teller_label(teller, &teller->facts.questionnaire->title));
    page_paragraph(tables->page, teller_phrase(teller, PHRASE_TABLES_SUBTITLE));
    page_gap(tables->page);
}

/* --- who answered --- */

static void add_record(struct tables *tables, struct table *table, enum phrase name,
                       const char *lead, enum statistic statistic) {
    table_row(table, lead, teller_phrase(tables->teller, name));
    cells_result_whole(tables, table,
                       results_find(tables->teller->facts.results, "", "", "", statistic));
}

static void write_records(struct tables *tables) {
    static const struct {
        enum statistic statistic;
        enum phrase name;
        const char *lead;
    } rows[] = {{STATISTIC_ROWS_READ, PHRASE_ACCOUNTING_READ, ""},
                {STATISTIC_ROWS_ACCEPTED, PHRASE_ACCOUNTING_ACCEPTED, "  "},
                {STATISTIC_ROWS_REJECTED, PHRASE_ACCOUNTING_REJECTED, "  "},
                {STATISTIC_ROWS_DUPLICATE, PHRASE_ACCOUNTING_DUPLICATE, "  "},
                {STATISTIC_ROWS_INCOMPLETE, PHRASE_ACCOUNTING_INCOMPLETE, "  "}};
    const struct teller *teller = tables->teller;
    struct table *table =
        table_new(teller->voice.arena, teller_phrase(teller, PHRASE_ACCOUNTING_RECORDS));
    table_set_title(table, teller_phrase(teller, PHRASE_TABLES_RECORDS));
    table_add_figures(table, teller_phrase(teller, PHRASE_TABLE_COUNT));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        add_record(tables, table, rows[i].name, rows[i].lead, rows[i].statistic);
    if (teller->facts.simulated > 0)
        add_record(tables, table, PHRASE_TABLES_SIMULATED, "", STATISTIC_SIMULATED);
    table_print(table, tables->page);
}

/* Of all who were invited, where their number is known. */
static void write_invited(struct tables *tables) {
    const struct teller *teller = tables->teller;
    const struct result *invited =
        results_find(teller->facts.results, "", "", "", STATISTIC_INVITED);
    if (invited == NULL)
        return;
    struct figure rate = figure_of(teller->facts.answers, teller->facts.invited);
    struct table *table =
        table_new(teller->voice.arena, teller_phrase(teller, PHRASE_PAGE_ITEM));
    table_set_title(table, teller_phrase(teller, PHRASE_TABLES_RESPONSE));
    table_add_figures(table, teller_phrase(teller, PHRASE_TABLES_INVITED));
    table_add_figures(table, teller_phrase(teller, PHRASE_TABLES_RETURNED));
    table_add_figures(table, teller_phrase(teller, PHRASE_TABLE_PERCENT));
    table_row(table, "", teller_phrase(teller, PHRASE_OWN_EVERYBODY));
    cells_result_whole(tables, table, invited);
    cells_whole(tables, table, teller->facts.answers);
    cells_percent(tables, table, &rate);
    table_print(table, tables->page);
    tables_groups_write_response(tables);
}

/* --- the questions of a section --- */

/* Its picture, where there is one, stands before its first table. */
static void begin_question(struct tables *tables, const char *id, const char *number,
                           const char *title) {
    const struct voice *voice = &tables->teller->voice;
    page_gap(tables->page);
    page_question(tables->page, id, number, title);
    page_gap(tables->page);
    page_chart(
        tables->page, id, title,
        voice_say(voice, PHRASE_TABLES_PICTURE, "title", voice_quote(voice, title), NULL));
}

/* All that are released, whatever of the question is counted: each was released by hand. */
static void write_quotations(struct tables *tables, const struct question *question) {
    const struct teller *teller = tables->teller;
    const struct released_quotation *first = NULL;
    size_t count = released_of(teller->released, question, &first);
    if (count == 0)
        return;
    page_gap(tables->page);
    page_paragraph(
        tables->page,
        voice_say(&teller->voice,
                  voice_plural(&teller->voice, PHRASE_TABLES_QUOTATIONS_ONE, (int64_t)count),
                  "count", teller_whole(teller, (int64_t)count), NULL));
    for (size_t i = 0; i < count; i++) {
        page_gap(tables->page);
        page_quotation(tables->page, teller_phrase(teller, PHRASE_QUOTE_OPEN), first[i].text,
                       teller_phrase(teller, PHRASE_QUOTE_CLOSE));
    }
    page_gap(tables->page);
}

static void write_figures(struct tables *tables, const struct question *question) {
    const struct teller *teller = tables->teller;
    if (!facts_count(&teller->facts, question)) {
        page_paragraph(tables->page, teller_phrase(teller, PHRASE_QUESTION_NOT_COUNTED));
        return;
    }
    page_chart(tables->page, question->id, terms_subject(teller, question),
               voice_say(&teller->voice, PHRASE_TABLES_PICTURE, "title",
                         voice_quote(&teller->voice, terms_subject(teller, question)), NULL));
    tables_question_write(tables, question);
    tables_question_write_scores(tables, question);
    tables_groups_write(tables, question);
}

static void write_question(struct tables *tables, const struct question *question,
                           const char *number) {
    const struct teller *teller = tables->teller;
    const char *text = voice_quote(&teller->voice, teller_label(teller, &question->text));
    bool named = terms_has_subject(teller, question);
    page_gap(tables->page);
    page_question(tables->page, question->id, number,
                  named ? terms_subject(teller, question) : text);
    if (named)
        page_paragraph(tables->page, text);
    if (question->asked_if.question != NULL)
        page_paragraph(tables->page, missing_asked(teller, question));
    page_gap(tables->page);
    write_figures(tables, question);
    write_quotations(tables, question);
}

/* The gap whose first question this is, or NULL. */
static const struct gap *gap_before(const struct teller *teller,
                                    const struct question *question) {
    const struct gap *gap = terms_gap(teller, question);
    if (gap == NULL)
        return NULL;
    return question ==
                   (gap->importance < gap->satisfaction ? gap->importance : gap->satisfaction)
               ? gap
               : NULL;
}

static bool has_questions(const struct questionnaire *questionnaire, size_t section) {
    for (size_t i = 0; i < questionnaire->question_count; i++)
        if (questionnaire->questions[i].section == section &&
            facts_show(&questionnaire->questions[i]))
            return true;
    return false;
}

static const char *next_number(const struct tables *tables, size_t section, size_t *block) {
    return arena_format(tables->teller->voice.arena, "%zu.%zu", section, ++*block);
}

static void write_section(struct tables *tables, size_t section, size_t number) {
    const struct teller *teller = tables->teller;
    const struct questionnaire *questionnaire = teller->facts.questionnaire;
    size_t block = 0;
    begin_section(tables, number,
                  teller_label(teller, &questionnaire->sections[section].title));
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        if (question->section != section || !facts_show(question))
            continue;
        const struct gap *gap = gap_before(teller, question);
        if (gap != NULL) {
            begin_question(tables, gap->id, next_number(tables, number, &block),
                           teller_label(teller, &gap->title));
            tables_question_write_gap(tables, gap);
        }
        write_question(tables, question, next_number(tables, number, &block));
    }
}

/* --- the foot --- */

static void write_signs(struct tables *tables) {
    const struct teller *teller = tables->teller;
    page_paragraph(tables->page, teller_phrase(teller, PHRASE_TABLES_CONFIDENTIAL));
    page_gap(tables->page);
    if (tables->hidden)
        page_fact(tables->page, teller_phrase(teller, PHRASE_TABLE_HIDDEN),
                  teller_phrase(teller, PHRASE_TABLES_SIGN_HIDDEN));
    if (tables->absent)
        page_fact(tables->page, teller_phrase(teller, PHRASE_TABLE_NOTHING),
                  teller_phrase(teller, PHRASE_TABLES_SIGN_ABSENT));
    if (tables->most)
        page_fact(tables->page, teller_phrase(teller, PHRASE_TABLE_MOST),
                  voice_say(&teller->voice, PHRASE_TABLES_SIGN_MOST, "invited",
                            teller_whole(teller, teller->facts.invited), NULL));
    if (tables->majority)
        page_fact(tables->page, teller_phrase(teller, PHRASE_TABLES_MAJORITY),
                  voice_say(&teller->voice, PHRASE_TABLES_SIGN_MAJORITY, "invited",
                            teller_whole(teller, teller->facts.invited), NULL));
    page_gap(tables->page);
    page_paragraph(tables->page, voice_say(&teller->voice, PHRASE_TABLES_ROUNDING, "percent",
                                           teller_whole(teller, ROUNDING_PERCENT_FROM), "mean",
                                           teller_whole(teller, ROUNDING_MEAN_FROM), NULL));
    page_gap(tables->page);
}

/* Each rule of a scope once. */
static void write_rules(struct tables *tables, enum cells_scope scope, enum phrase head,
                        const char *(*say)(const struct teller *teller, const char *rule)) {
    bool first = true;
    for (int rule = 0; rule < PRIVACY_RULES; rule++) {
        if (!tables->rules[scope][rule])
            continue;
        if (first)
            page_paragraph(tables->page, teller_phrase(tables->teller, head));
        first = false;
        page_hanging(tables->page, "- ",
                     say(tables->teller, privacy_rule_name((enum privacy_rule)rule)));
    }
    page_gap(tables->page);
}

static void write_program(struct tables *tables, const char *export_digests) {
    const struct teller *teller = tables->teller;
    page_paragraph(tables->page, voice_say(&teller->voice, PHRASE_ACCOUNTING_PROGRAM, "version",
                                           command_version(), NULL));
    page_paragraph(tables->page, teller_phrase(teller, PHRASE_ACCOUNTING_DIGEST));
    page_hanging(tables->page, "  ", teller->facts.questionnaire->digest);
    for (const char *next = export_digests; next != NULL && *next != '\0';) {
        size_t length = strcspn(next, ",");
        page_paragraph(tables->page, teller_phrase(teller, PHRASE_ACCOUNTING_EXPORT));
        page_hanging(tables->page, "  ", arena_copy_bytes(teller->voice.arena, next, length));
        next += length;
        next += strspn(next, ",");
    }
}

/* --- all of it --- */

static void write_results(struct tables *tables, size_t *number) {
    const struct teller *teller = tables->teller;
    for (size_t i = 0; i < teller->facts.questionnaire->section_count; i++)
        if (has_questions(teller->facts.questionnaire, i))
            write_section(tables, i, (*number)++);
    if (tables_groups_exist(tables)) {
        begin_section(tables, (*number)++, teller_phrase(teller, PHRASE_GROUPS_HEADING));
        tables_groups_write_comparisons(tables);
    }
}

void tables_write(const struct teller *teller, const char *export_digests, struct page *page) {
    struct tables tables = {.teller = teller, .page = page};
    size_t number = 1;
    write_mark(&tables);
    write_title(&tables);
    begin_section(&tables, number++, teller_phrase(teller, PHRASE_TABLES_RESPONSE));
    write_records(&tables);
    write_invited(&tables);
    if (facts_have_results(&teller->facts))
        write_results(&tables, &number);
    else
        cells_note_rule(&tables, privacy_rule_name(RULE_P1));
    begin_section(&tables, number, teller_phrase(teller, PHRASE_TABLES_SIGNS));
    write_signs(&tables);
    write_rules(&tables, CELLS_OF_ALL, PHRASE_TABLES_RULES, teller_why);
    write_rules(&tables, CELLS_OF_GROUPS, PHRASE_GROUPS_REASONS, group_sentence_why);
    write_program(&tables, export_digests);
    write_mark(&tables);
}
