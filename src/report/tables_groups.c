#include "report/tables_groups.h"

#include <string.h>

#include "findings/group_findings.h"
#include "wording/rounding.h"
#include "wording/terms.h"

/* --- the groups of a view --- */

struct group {
    const char *id, *label;
};

/* The findings that one table shows: all by answers of the grouping, or all by coarser groups.
 */
struct view {
    const struct grouping *grouping;
    const struct group_finding **finding;
    size_t count;
    const char *by; /* of their figures in the results */
    bool coarse;
    struct group *group;
    size_t groups;
};

static const struct item *item_of(const struct group_finding *finding, const char *group) {
    for (size_t i = 0; i < finding->groups.count + finding->groups.hidden; i++)
        if (strcmp(finding->groups.item[i].id, group) == 0)
            return &finding->groups.item[i];
    return NULL;
}

static bool is_in_view(const struct view *view, const char *group) {
    for (size_t i = 0; i < view->count; i++)
        if (item_of(view->finding[i], group) != NULL)
            return true;
    return false;
}

static void add_group(const struct tables *tables, struct view *view, const char *id,
                      const struct label *label) {
    if (is_in_view(view, id))
        view->group[view->groups++] =
            (struct group){id, teller_code_label(tables->teller, label)};
}

/* All groups that have a figure or a sign, in the order of the questionnaire. */
static void find_groups(const struct tables *tables, struct view *view) {
    const struct grouping *grouping = view->grouping;
    const struct code_list *codes = grouping->question->codes;
    view->group =
        arena_allocate(tables->teller->voice.arena, codes->count + grouping->coarse_count + 1,
                       sizeof *view->group);
    for (size_t i = 0; view->coarse && i < grouping->coarse_count; i++)
        add_group(tables, view, grouping->coarse[i].id, &grouping->coarse[i].label);
    for (size_t i = 0; !view->coarse && i < codes->count; i++)
        add_group(tables, view, codes->codes[i].id, &codes->codes[i].label);
}

static struct view view_of(const struct tables *tables, const struct group_findings *findings,
                           bool coarse) {
    struct view view = {.grouping = findings->grouping, .coarse = coarse};
    view.finding =
        arena_allocate(tables->teller->voice.arena, findings->count + 1, sizeof *view.finding);
    for (size_t i = 0; i < findings->count; i++)
        if (findings->table[i].coarse == coarse && findings->table[i].groups.count > 0)
            view.finding[view.count++] = &findings->table[i];
    if (view.count == 0)
        return view;
    view.by = group_findings_by(&tables->teller->facts, view.finding[0]);
    find_groups(tables, &view);
    return view;
}

/* --- rows --- */

/* What a row of the table counts. */
struct counted {
    const char *label, *category;
    enum statistic statistic;
};

/* Of a hidden group only that it is hidden is in the results. */
static struct figure figure_in(const struct tables *tables, const struct view *view,
                               const struct group_finding *finding,
                               const struct counted *counted, size_t group) {
    const struct item *item = item_of(finding, view->group[group].id);
    if (item == NULL)
        return figure_of(0, 0);
    if (item->figure.state == FIGURE_HIDDEN)
        return item->figure;
    return figure_share_by(tables->teller->facts.results, finding->question->id, finding->item,
                           counted->category, view->by, view->group[group].id,
                           counted->statistic);
}

static struct figure figure_of_all(const struct tables *tables,
                                   const struct group_finding *finding,
                                   const struct counted *counted) {
    return figure_share(tables->teller->facts.results, finding->question->id, finding->item,
                        counted->category, counted->statistic);
}

static bool is_shown(const struct tables *tables, const struct view *view,
                     const struct group_finding *finding, const struct counted *counted) {
    for (size_t i = 0; i < view->groups; i++)
        if (figure_in(tables, view, finding, counted, i).state == FIGURE_SHOWN)
            return true;
    return false;
}

/* Everything that can be published of a question by group; which of it is, is_shown says. */
struct counted_all {
    struct counted *counted;
    size_t count;
};

static void add_counted(struct counted_all *all, const char *label, const char *category,
                        enum statistic statistic) {
    all->counted[all->count++] = (struct counted){label, category, statistic};
}

static void add_code_counts(const struct teller *teller, const struct question *question,
                            struct counted_all *all) {
    const struct code_list *codes = question->codes;
    for (size_t i = 0; i < codes->inside; i++)
        add_counted(all, teller_code_label(teller, &codes->codes[i].label), codes->codes[i].id,
                    STATISTIC_SHARE);
    if (codes->measure == MEASURE_ORDINAL) {
        add_counted(all,
                    voice_say(&teller->voice, PHRASE_TABLES_JOINED, "label",
                              terms_top_bare(teller, question), NULL),
                    "", STATISTIC_TOP2);
        add_counted(all,
                    voice_say(&teller->voice, PHRASE_TABLES_JOINED, "label",
                              terms_bottom_bare(teller, question), NULL),
                    "", STATISTIC_BOTTOM2);
    }
    for (size_t i = 0; i < question->set_count; i++)
        add_counted(all,
                    voice_say(&teller->voice, PHRASE_TABLES_JOINED, "label",
                              teller_code_label(teller, &question->sets[i].label), NULL),
                    question->sets[i].id, STATISTIC_SET);
}

static void add_option_counts(const struct teller *teller, const struct question *question,
                              struct counted_all *all) {
    bool places = question_answer(question) == ANSWER_PLACE;
    add_counted(all,
                teller_phrase(teller, places ? PHRASE_TABLES_PLACED : PHRASE_TABLES_TICKED), "",
                STATISTIC_SHARE);
    add_counted(all,
                voice_say(&teller->voice, PHRASE_TABLES_TOP, "places",
                          teller_whole(teller, (int64_t)question->max_choices), NULL),
                "", STATISTIC_TOP);
    add_counted(all, teller_phrase(teller, PHRASE_TABLES_FIRST), "", STATISTIC_FIRST);
}

static struct counted_all all_counted(const struct tables *tables,
                                      const struct question *question) {
    enum { SPARE = 8 };
    struct counted_all all = {
        .counted = arena_allocate(tables->teller->voice.arena,
                                  question->codes->count + question->set_count + SPARE,
                                  sizeof *all.counted)};
    if (question_has_options(question))
        add_option_counts(tables->teller, question, &all);
    else
        add_code_counts(tables->teller, question, &all);
    return all;
}

/* How many of each group it has, then what they are in percent where a group has percent at
 * all. */
static void add_counted_row(struct tables *tables, struct table *table, const struct view *view,
                            const struct group_finding *finding, const struct counted *counted,
                            const char *lead, bool percent) {
    struct figure all = figure_of_all(tables, finding, counted);
    table_row(table, lead, counted->label);
    cells_count(tables, table, &all);
    for (size_t i = 0; i < view->groups; i++) {
        struct figure figure = figure_in(tables, view, finding, counted, i);
        cells_count(tables, table, &figure);
    }
    if (!percent)
        return;
    cells_percent(tables, table, &all);
    for (size_t i = 0; i < view->groups; i++) {
        struct figure figure = figure_in(tables, view, finding, counted, i);
        cells_percent(tables, table, &figure);
    }
}

/* How many of each group answered; a row or option that has its own base is named. */
static void add_base_row(struct tables *tables, struct table *table, const struct view *view,
                         const struct group_finding *finding, const struct counted *first,
                         bool named) {
    const struct teller *teller = tables->teller;
    struct figure all = figure_of_all(tables, finding, first);
    const char *base = teller_phrase(teller, PHRASE_TABLE_ANSWERED);
    table_row(table, "",
              !named ? base
                     : voice_say(&teller->voice, PHRASE_TABLES_BASE_OF, "label",
                                 teller_code_label(teller, &finding->code->label), "base", base,
                                 NULL));
    cells_base(tables, table, &all);
    for (size_t i = 0; i < view->groups; i++) {
        struct figure figure = figure_in(tables, view, finding, first, i);
        cells_base(tables, table, &figure);
    }
    while (table->last->count < table->column_count)
        cells_empty(table);
}

static void add_finding(struct tables *tables, struct table *table, const struct view *view,
                        const struct group_finding *finding, bool percent) {
    struct counted_all all = all_counted(tables, finding->question);
    bool first = true;
    for (size_t i = 0; i < all.count; i++) {
        const struct counted *counted = &all.counted[i];
        if (!is_shown(tables, view, finding, counted))
            continue;
        if (first)
            add_base_row(tables, table, view, finding, counted, finding->code != NULL);
        first = false;
        add_counted_row(tables, table, view, finding, counted, "  ", percent);
    }
}

/* Options that can be ticked have one base, that of any of them that is shown, and one row
 * each. */
static void add_ticked(struct tables *tables, struct table *table, const struct view *view,
                       bool percent) {
    const struct group_finding *most = view->finding[0];
    for (size_t i = 1; i < view->count; i++)
        if (view->finding[i]->groups.count > most->groups.count)
            most = view->finding[i];
    add_base_row(tables, table, view, most, &(struct counted){"", "", STATISTIC_SHARE}, false);
    for (size_t i = 0; i < view->count; i++) {
        const struct group_finding *finding = view->finding[i];
        const struct counted ticked = {teller_code_label(tables->teller, &finding->code->label),
                                       "", STATISTIC_SHARE};
        add_counted_row(tables, table, view, finding, &ticked, "", percent);
    }
}

/* All findings of a view are of one question. */
static void add_findings(struct tables *tables, struct table *table, const struct view *view,
                         bool percent) {
    if (question_answer(view->finding[0]->question) == ANSWER_TICK) {
        add_ticked(tables, table, view, percent);
        return;
    }
    for (size_t i = 0; i < view->count; i++)
        add_finding(tables, table, view, view->finding[i], percent);
}

/* --- the table --- */

static bool has_percent(const struct view *view) {
    for (size_t i = 0; i < view->count; i++)
        for (size_t k = 0; k < view->finding[i]->groups.count; k++)
            if (view->finding[i]->groups.item[k].figure.base >= ROUNDING_PERCENT_FROM)
                return true;
    return false;
}

static void add_group_columns(const struct tables *tables, struct table *table,
                              const struct view *view, enum phrase banner) {
    const struct teller *teller = tables->teller;
    table_set_banner(table, teller_phrase(teller, banner));
    table_add_figures(table, teller_phrase(teller, PHRASE_OWN_EVERYBODY));
    for (size_t i = 0; i < view->groups; i++)
        table_add_figures(table, view->group[i].label);
}

/* Rows or options of which no view is left: they have no row to put a sign into. */
static void note_hidden(struct tables *tables, struct table *table,
                        const struct group_findings *findings) {
    const struct teller *teller = tables->teller;
    const char **labels =
        arena_allocate(teller->voice.arena, findings->count + 1, sizeof *labels);
    size_t count = 0;
    for (size_t i = 0; i < findings->count; i++)
        if (findings->table[i].code != NULL && findings->table[i].groups.count == 0)
            labels[count++] = voice_quote(
                &teller->voice, teller_code_label(teller, &findings->table[i].code->label));
    if (count == 0)
        return;
    tables->hidden = true; /* the sign is explained at the foot */
    table_note(table, teller_phrase(teller, PHRASE_TABLE_HIDDEN),
               voice_say(&teller->voice, PHRASE_TOPIC_HIDDEN, "labels",
                         voice_list(&teller->voice, labels, count), NULL));
}

/* The table of a view; the last one of a question and grouping says which rows are in none. */
static void write_view(struct tables *tables, const struct view *view,
                       const struct group_findings *findings, bool last) {
    const struct teller *teller = tables->teller;
    bool percent = has_percent(view);
    struct table *table =
        table_new(teller->voice.arena, teller_phrase(teller, PHRASE_TABLE_ANSWER));
    table_set_title(table, voice_say(&teller->voice,
                                     view->coarse ? PHRASE_TABLES_BY_COARSE : PHRASE_TABLES_BY,
                                     "grouping",
                                     terms_subject(teller, view->grouping->question), NULL));
    add_group_columns(tables, table, view, PHRASE_TABLE_COUNT);
    if (percent)
        add_group_columns(tables, table, view, PHRASE_TABLE_PERCENT);
    add_findings(tables, table, view, percent);
    if (last)
        note_hidden(tables, table, findings);
    table_print(table, tables->page);
}

/* The rules by which something of a question is hidden, also where no table is left. */
static void note_rules(struct tables *tables, const struct group_findings *findings) {
    for (size_t i = 0; i < findings->count; i++)
        cells_note_rule(tables, findings->table[i].rule);
}

void tables_groups_write(struct tables *tables, const struct question *question) {
    const struct questionnaire *questionnaire = tables->teller->facts.questionnaire;
    if (question->codes == NULL)
        return;
    tables->scope = CELLS_OF_GROUPS;
    for (size_t i = 0; i < questionnaire->grouping_count; i++) {
        struct group_findings findings =
            group_findings_of(&tables->teller->facts, question, &questionnaire->groupings[i]);
        struct view fine = view_of(tables, &findings, false),
                    coarse = view_of(tables, &findings, true);
        if (fine.count > 0)
            write_view(tables, &fine, &findings, coarse.count == 0);
        if (coarse.count > 0)
            write_view(tables, &coarse, &findings, true);
        note_rules(tables, &findings);
    }
    tables->scope = CELLS_OF_ALL;
}

/* --- comparisons --- */

bool tables_groups_exist(const struct tables *tables) {
    return group_findings_published(&tables->teller->facts);
}

/* How many tables by a grouping there are. */
struct tally {
    int64_t tables, shown, verdicts, different;
};

/* Calls work with each table of each question by the grouping. */
static void each_finding(struct tables *tables, const struct grouping *grouping,
                         void (*work)(struct tables *tables,
                                      const struct group_finding *finding, void *context),
                         void *context) {
    const struct questionnaire *questionnaire = tables->teller->facts.questionnaire;
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        struct group_findings findings =
            group_findings_of(&tables->teller->facts, &questionnaire->questions[i], grouping);
        for (size_t k = 0; k < findings.count; k++)
            work(tables, &findings.table[k], context);
    }
}

static void count_finding(struct tables *tables, const struct group_finding *finding,
                          void *context) {
    (void)tables;
    struct tally *tally = context;
    tally->tables++;
    tally->shown += finding->groups.count > 0;
    tally->verdicts += finding->verdict != GROUP_UNTESTED;
    tally->different += finding->verdict == GROUP_DIFFERENT;
}

static void write_tallies(struct tables *tables) {
    static const enum phrase heads[] = {PHRASE_GROUPS_ALL_TABLES, PHRASE_GROUPS_SHOWN,
                                        PHRASE_GROUPS_COMPARISONS, PHRASE_GROUPS_DIFFERENCES};
    const struct teller *teller = tables->teller;
    const struct questionnaire *questionnaire = teller->facts.questionnaire;
    struct table *table =
        table_new(teller->voice.arena, teller_phrase(teller, PHRASE_GROUPS_GROUPING));
    table_set_title(table, teller_phrase(teller, PHRASE_TABLES_TALLIES));
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        table_add_figures(table, teller_phrase(teller, heads[i]));
    for (size_t i = 0; i < questionnaire->grouping_count; i++) {
        struct tally tally = {0, 0, 0, 0};
        each_finding(tables, &questionnaire->groupings[i], count_finding, &tally);
        table_row(table, "", terms_subject(teller, questionnaire->groupings[i].question));
        cells_whole(tables, table, tally.tables);
        cells_whole(tables, table, tally.shown);
        cells_whole(tables, table, tally.verdicts);
        cells_whole(tables, table, tally.different);
    }
    table_print(table, tables->page);
}

/* A comparison: whether its groups differ, and how few would have had to be in the class for
 * that, where all of the larger group are. */
static void add_comparison(struct tables *tables, const struct group_finding *finding,
                           void *context) {
    struct table *table = context;
    const struct teller *teller = tables->teller;
    if (finding->verdict == GROUP_UNTESTED)
        return;
    const char *subject = terms_subject(teller, finding->question);
    table_row(table, "",
              finding->code == NULL
                  ? subject
                  : voice_say(&teller->voice, PHRASE_PAGE_CAPTION, "title", subject, "head",
                              teller_code_label(teller, &finding->code->label), NULL));
    table_cell(table,
               teller_phrase(teller, finding->verdict == GROUP_DIFFERENT ? PHRASE_TABLES_YES
                                                                         : PHRASE_TABLES_NO));
    cells_count(tables, table, &finding->least);
    cells_base(tables, table, &finding->least);
}

static void write_verdicts(struct tables *tables, const struct grouping *grouping) {
    const struct teller *teller = tables->teller;
    struct table *table =
        table_new(teller->voice.arena, teller_phrase(teller, PHRASE_TABLE_QUESTION));
    table_set_title(table, voice_say(&teller->voice, PHRASE_TABLES_COMPARISONS, "grouping",
                                     terms_subject(teller, grouping->question), NULL));
    table_add_words(table, teller_phrase(teller, PHRASE_TABLES_DIFFERENT));
    table_set_banner(table, teller_phrase(teller, PHRASE_TABLES_LEAST));
    table_note(table, teller_phrase(teller, PHRASE_TABLES_LEAST),
               teller_phrase(teller, PHRASE_TABLES_LEAST_MEANS));
    table_add_figures(table, teller_phrase(teller, PHRASE_TABLE_COUNT));
    table_add_figures(table, teller_phrase(teller, PHRASE_TABLES_OF));
    each_finding(tables, grouping, add_comparison, table);
    table_print(table, tables->page);
}

/* Of what a coarser group consists; groups of several groupings may be called alike. */
static void write_level(struct tables *tables, const struct grouping *grouping,
                        const struct coarse_level *level) {
    const struct teller *teller = tables->teller;
    const struct voice *voice = &teller->voice;
    const char *labels = teller_code_labels(teller, grouping->question->codes->codes,
                                            level->codes, level->count);
    if (level->rest && level->count == 0)
        labels = teller_phrase(teller, PHRASE_TABLES_SILENT);
    else if (level->rest)
        labels = voice_say(voice, PHRASE_TABLES_REST, "labels", labels, NULL);
    page_fact(tables->page, teller_label(teller, &level->label),
              voice_say(voice, PHRASE_PAGE_CAPTION, "title",
                        terms_subject(teller, grouping->question), "head", labels, NULL));
}

static void find_coarse(struct tables *tables, const struct group_finding *finding,
                        void *context) {
    (void)tables;
    bool *found = context;
    *found = *found || (finding->coarse && finding->groups.count > 0);
}

/* Where any table shows coarser groups. */
static void write_coarse(struct tables *tables, const struct grouping *grouping) {
    bool found = false;
    each_finding(tables, grouping, find_coarse, &found);
    for (size_t i = 0; found && i < grouping->coarse_count; i++)
        if (grouping->coarse[i].count > 1 || grouping->coarse[i].rest)
            write_level(tables, grouping, &grouping->coarse[i]);
}

void tables_groups_write_comparisons(struct tables *tables) {
    const struct questionnaire *questionnaire = tables->teller->facts.questionnaire;
    tables->scope = CELLS_OF_GROUPS;
    write_tallies(tables);
    page_gap(tables->page);
    for (size_t i = 0; i < questionnaire->grouping_count; i++)
        write_coarse(tables, &questionnaire->groupings[i]);
    for (size_t i = 0; i < questionnaire->grouping_count; i++)
        write_verdicts(tables, &questionnaire->groupings[i]);
    tables->scope = CELLS_OF_ALL;
}

/* --- who answered --- */

static const struct result *of_level(const struct tables *tables,
                                     const struct grouping *grouping, size_t code,
                                     enum statistic statistic) {
    return results_find_by(tables->teller->facts.results, "", "", "", grouping->question->id,
                           grouping->question->codes->codes[code].id, statistic);
}

static void write_levels(struct tables *tables, const struct grouping *grouping) {
    const struct teller *teller = tables->teller;
    const struct code_list *codes = grouping->question->codes;
    struct table *table =
        table_new(teller->voice.arena, terms_subject(teller, grouping->question));
    table_set_title(table, voice_say(&teller->voice, PHRASE_TABLES_BY, "grouping",
                                     terms_subject(teller, grouping->question), NULL));
    table_add_figures(table, teller_phrase(teller, PHRASE_TABLES_INVITED));
    table_add_figures(table, teller_phrase(teller, PHRASE_TABLES_RETURNED));
    for (size_t i = 0; i < codes->inside; i++) {
        const struct result *invited = of_level(tables, grouping, i, STATISTIC_INVITED),
                            *answered = of_level(tables, grouping, i, STATISTIC_ANSWERED);
        if (invited == NULL || answered == NULL)
            continue;
        table_row(table, "", teller_code_label(teller, &codes->codes[i].label));
        cells_result_whole(tables, table, invited);
        cells_result_whole(tables, table, answered);
    }
    table_print(table, tables->page);
}

void tables_groups_write_response(struct tables *tables) {
    const struct questionnaire *questionnaire = tables->teller->facts.questionnaire;
    for (size_t i = 0; i < questionnaire->grouping_count; i++)
        write_levels(tables, &questionnaire->groupings[i]);
}
