#include "report/groups.h"

#include <string.h>

#include "report/table.h"
#include "wording/group_sentence.h"
#include "wording/item_words.h"

static const char *cell_of(const struct report *report, const struct figure *figure) {
    if (figure->state != FIGURE_SHOWN)
        return teller_phrase(&report->teller, PHRASE_TABLE_NOTHING);
    return voice_of(&report->teller.voice, figure->count, figure->base);
}

/* --- columns: the groups that any of the tables shows --- */

struct columns {
    const char *ids[QUESTIONNAIRE_MAX_CODES], *labels[QUESTIONNAIRE_MAX_CODES];
    size_t count;
};

static const struct item *group_in(const struct items *groups, const char *id) {
    for (size_t i = 0; i < groups->count; i++)
        if (strcmp(groups->item[i].id, id) == 0)
            return &groups->item[i];
    return NULL;
}

/* In the order of the questionnaire: position is that of the group. */
static struct columns columns_of(const struct report *report,
                                 const struct group_findings *tables) {
    struct columns columns = {.count = 0};
    for (size_t position = 0; position < QUESTIONNAIRE_MAX_CODES; position++) {
        const struct item *found = NULL;
        for (size_t i = 0; i < tables->count && found == NULL; i++)
            for (size_t k = 0; k < tables->table[i].groups.count; k++)
                if (tables->table[i].groups.item[k].position == position)
                    found = &tables->table[i].groups.item[k];
        if (found == NULL)
            continue;
        columns.ids[columns.count] = found->id;
        columns.labels[columns.count++] = item_label(&report->teller, found);
    }
    return columns;
}

static struct table *table_for(const struct report *report, const struct columns *columns,
                               enum phrase head) {
    struct table *table =
        table_new(report->teller.voice.arena, teller_phrase(&report->teller, head));
    for (size_t i = 0; i < columns->count; i++)
        table_add_figures(table, columns->labels[i]);
    return table;
}

/* --- one view --- */

/* All answers of a single question by its groups. */
static void print_answers(const struct report *report, const struct group_finding *all,
                          const struct columns *columns) {
    const struct teller *teller = &report->teller;
    const struct code_list *codes = all->question->codes;
    const char *by = group_findings_by(&teller->facts, all);
    struct table *table = table_for(report, columns, PHRASE_TABLE_ANSWER);
    for (size_t i = 0; i < codes->inside; i++) {
        table_row(table, "", teller_code_label(teller, &codes->codes[i].label));
        for (size_t k = 0; k < columns->count; k++) {
            struct figure figure =
                figure_share_by(teller->facts.results, all->question->id, all->item,
                                codes->codes[i].id, by, columns->ids[k], STATISTIC_SHARE);
            table_cell(table, cell_of(report, &figure));
        }
    }
    page_gap(report->page);
    table_print(table, report->page);
}

/* The share of one class of answers, one row per table. */
static bool print_class(const struct report *report, const struct group_findings *tables,
                        const struct columns *columns) {
    const struct group_finding *first = &tables->table[0];
    bool whole = first->item[0] == '\0', dash = false;
    struct table *table =
        table_for(report, columns, whole ? PHRASE_TABLE_QUESTION : PHRASE_TABLE_ROW);
    for (size_t i = 0; i < tables->count; i++) {
        table_row(table, "", group_sentence_row(&report->teller, tables, &tables->table[i]));
        for (size_t k = 0; k < columns->count; k++) {
            const struct item *item = group_in(&tables->table[i].groups, columns->ids[k]);
            table_cell(table, item != NULL
                                  ? cell_of(report, &item->figure)
                                  : teller_phrase(&report->teller, PHRASE_TABLE_NOTHING));
            dash = dash || item == NULL;
        }
    }
    page_gap(report->page);
    page_say(report->page, group_sentence_class(&report->teller, tables));
    page_gap(report->page);
    table_print(table, report->page);
    return dash;
}

/* Groups that no table of the view shows. */
static void say_left_out(const struct report *report, const struct group_findings *tables,
                         const struct columns *columns) {
    const struct teller *teller = &report->teller;
    struct items out = {
        .item = arena_allocate(teller->voice.arena, QUESTIONNAIRE_MAX_CODES, sizeof *out.item)};
    bool seen[QUESTIONNAIRE_MAX_CODES] = {false};
    for (size_t i = 0; i < columns->count; i++)
        for (size_t k = 0; k < tables->count; k++) {
            const struct item *item = group_in(&tables->table[k].groups, columns->ids[i]);
            if (item != NULL)
                seen[item->position] = true;
        }
    for (size_t i = 0; i < tables->count; i++) {
        const struct items *groups = &tables->table[i].groups;
        for (size_t k = groups->count; k < groups->count + groups->hidden; k++) {
            const struct item *item = &groups->item[k];
            if (!seen[item->position])
                out.item[out.count++] = *item;
            seen[item->position] = true;
        }
    }
    if (out.count > 0)
        page_say(report->page,
                 voice_say(&teller->voice, PHRASE_HIDDEN_ITEMS, "labels",
                           items_names(teller, &out, 0, out.count), "why",
                           group_sentence_why(teller, out.item[0].figure.rule), NULL));
}

/* Why groups are put together; each rule once. */
static void say_coarse(const struct report *report, const struct group_findings *tables) {
    const struct teller *teller = &report->teller;
    const char *why = "";
    for (size_t i = 0; i < tables->count; i++) {
        bool said = false;
        for (size_t k = 0; k < i; k++)
            said = said || strcmp(tables->table[k].rule, tables->table[i].rule) == 0;
        if (!said)
            why = arena_format(teller->voice.arena, "%s%s%s", why, why[0] != '\0' ? " " : "",
                               group_sentence_why(teller, tables->table[i].rule));
    }
    page_say(report->page, voice_say(&teller->voice, PHRASE_GROUPS_COARSE, "why", why, NULL));
}

/* Tables of one view: either all fine, or all coarse. */
static void print_view(const struct report *report, const struct group_findings *tables) {
    const struct teller *teller = &report->teller;
    if (tables->count == 0)
        return;
    struct columns columns = columns_of(report, tables);
    const struct group_finding *first = &tables->table[0];
    bool dash = false;
    if (first->item[0] == '\0' && first->all)
        print_answers(report, first, &columns);
    else
        dash = print_class(report, tables, &columns);
    page_gap(report->page);
    if (first->coarse)
        say_coarse(report, tables);
    if (dash)
        page_say(report->page, voice_say(&teller->voice, PHRASE_GROUPS_DASH, "nothing",
                                         teller_phrase(teller, PHRASE_TABLE_NOTHING), "group",
                                         teller_whole(teller, teller->facts.min_group), NULL));
    say_left_out(report, tables, &columns);
}

/* --- one grouping --- */

static struct group_findings pick(const struct report *report,
                                  const struct group_findings *tables, bool coarse,
                                  bool only_different) {
    struct group_findings picked = *tables;
    picked.table =
        arena_allocate(report->teller.voice.arena, tables->count + 1, sizeof *picked.table);
    picked.count = 0;
    for (size_t i = 0; i < tables->count; i++) {
        const struct group_finding *table = &tables->table[i];
        if (table->groups.count > 0 && table->coarse == coarse &&
            (!only_different || table->verdict == GROUP_DIFFERENT))
            picked.table[picked.count++] = *table;
    }
    return picked;
}

static void say_all(const struct report *report, struct sentences sentences) {
    for (size_t i = 0; i < sentences.count; i++)
        page_say(report->page, sentences.line[i]);
}

/* Its figures are the table that follows. */
static void show_picture(const struct report *report, const struct group_findings *tables) {
    page_gap(report->page);
    page_picture(report->page,
                 arena_format(report->teller.voice.arena, "%s.by.%s",
                              tables->table[0].question->id, tables->grouping->question->id));
}

static void write_grouping(const struct report *report, struct group_findings *tables,
                           bool only_different) {
    const struct teller *teller = &report->teller;
    struct sentences verdicts = group_sentence_verdicts(teller, tables);
    group_findings_sort(&teller->facts, tables);
    struct group_findings fine = pick(report, tables, false, only_different),
                          coarse = pick(report, tables, true, only_different);
    page_gap(report->page);
    page_say(report->page, group_sentence_lead(teller, &tables->grouping, 1));
    say_all(report, verdicts);
    if (!only_different && group_findings_differ(tables))
        show_picture(report, tables);
    print_view(report, &fine);
    print_view(report, &coarse);
    if (fine.count + coarse.count > 0)
        page_gap(report->page);
    if (!only_different)
        say_all(report, group_sentence_hidden(teller, tables));
    page_gap(report->page);
}

static bool any_counts(const struct group_findings *tables) {
    for (size_t i = 0; i < tables->count; i++)
        if (tables->table[i].groups.count > 0)
            return true;
    return false;
}

static const char *join(const struct report *report, const char *text,
                        struct sentences sentences) {
    for (size_t i = 0; i < sentences.count; i++)
        text = arena_format(report->teller.voice.arena, "%s%s%s", text,
                            text[0] != '\0' ? " " : "", sentences.line[i]);
    return text;
}

/* The grouping that is always shown, where it has no counts: at least what may be said. */
static void write_without_counts(const struct report *report,
                                 const struct group_findings *tables) {
    const struct teller *teller = &report->teller;
    const char *text = join(report, "", group_sentence_verdicts(teller, tables));
    text = join(report, text, group_sentence_hidden(teller, tables));
    if (text[0] == '\0')
        return;
    page_gap(report->page);
    page_say(report->page, group_sentence_lead(teller, &tables->grouping, 1));
    page_say(report->page, text);
    page_gap(report->page);
}

/* Other groupings are mentioned only where they differ; that is in the part on groups. */
void groups_write(const struct report *report, const struct question *question) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    const struct grouping *main_one =
        questionnaire_main_grouping(report->teller.facts.questionnaire);
    for (size_t i = 0; i < questionnaire->grouping_count; i++) {
        const struct grouping *grouping = &questionnaire->groupings[i];
        struct group_findings tables =
            group_findings_of(&report->teller.facts, question, grouping);
        if (group_findings_differ(&tables) || (grouping == main_one && any_counts(&tables)))
            write_grouping(report, &tables, grouping != main_one);
        else if (grouping == main_one)
            write_without_counts(report, &tables);
    }
}
