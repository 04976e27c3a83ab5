#include "report/tables_question.h"

#include <string.h>

#include "findings/classes.h"
#include "findings/items.h"
#include "report/tables_list.h"
#include "wording/class_words.h"
#include "wording/rounding.h"
#include "wording/terms.h"

static const struct result *find(const struct tables *tables, const char *question,
                                 const char *item, enum statistic statistic) {
    return results_find(tables->teller->facts.results, question, item, "", statistic);
}

static bool is_published(const struct tables *tables, const char *question, const char *item,
                         const char *category, enum statistic statistic) {
    return results_find(tables->teller->facts.results, question, item, category, statistic) !=
           NULL;
}

/* "zusammen: ..." */
static const char *joined(const struct tables *tables, const char *label) {
    return voice_say(&tables->teller->voice, PHRASE_TABLES_JOINED, "label", label, NULL);
}

/* "Anteil „wichtig“" */
static const char *share_of(const struct tables *tables, const char *label) {
    const struct voice *voice = &tables->teller->voice;
    return voice_say(voice, PHRASE_TABLES_SHARE_OF, "label", voice_quote(voice, label), NULL);
}

static const char *code_label(const struct tables *tables, const struct code *code) {
    return teller_code_label(tables->teller, &code->label);
}

/* --- several answers counted together --- */

/* Answers that are counted together: a declared set, or an end of the scale. */
struct net {
    const char *label, *category;
    enum statistic statistic;
};

struct nets {
    struct net *net;
    size_t count;
};

static void add_net(struct nets *nets, const char *label, const char *category,
                    enum statistic statistic) {
    nets->net[nets->count++] = (struct net){label, category, statistic};
}

static struct nets nets_of(const struct tables *tables, const struct question *question) {
    enum { ENDS = 2 };
    struct nets nets = {.net = arena_allocate(tables->teller->voice.arena,
                                              question->set_count + ENDS, sizeof *nets.net)};
    if (question->codes->measure == MEASURE_ORDINAL) {
        add_net(&nets, terms_top_bare(tables->teller, question), "", STATISTIC_TOP2);
        add_net(&nets, terms_bottom_bare(tables->teller, question), "", STATISTIC_BOTTOM2);
    }
    for (size_t i = 0; i < question->set_count; i++)
        add_net(&nets, teller_code_label(tables->teller, &question->sets[i].label),
                question->sets[i].id, STATISTIC_SET);
    return nets;
}

/* --- means and quartiles --- */

/* What can be said of the middle of numbers. */
struct measure_column {
    enum statistic statistic;
    enum phrase head;
};
static const struct measure_column measures[] = {{STATISTIC_MEAN, PHRASE_TABLE_MEAN},
                                                 {STATISTIC_Q1, PHRASE_TABLES_QUARTER},
                                                 {STATISTIC_MEDIAN, PHRASE_TABLES_MEDIAN},
                                                 {STATISTIC_Q3, PHRASE_TABLES_THREE_QUARTERS},
                                                 {STATISTIC_SUM, PHRASE_TABLES_SUM}};
enum { MEASURES = sizeof measures / sizeof *measures };

/* A middle answer of a scale without numbers is told by its label, between two by both. */
static const char *middle_label(const struct tables *tables, const struct question *question,
                                double value) {
    const struct code_list *codes = question->codes;
    for (size_t i = 0; i < codes->inside; i++) {
        double number = (double)code_list_number(codes, i);
        if (value == number)
            return code_label(tables, &codes->codes[i]);
        if (i + 1 < codes->inside && value > number &&
            value < (double)code_list_number(codes, i + 1))
            return voice_say(&tables->teller->voice, PHRASE_TABLES_BETWEEN, "low",
                             code_label(tables, &codes->codes[i]), "high",
                             code_label(tables, &codes->codes[i + 1]), NULL);
    }
    return "";
}

/* Means and quartiles are numbers only where answers are: of a single question those that name
 * theirs, of rows also places on a scale. */
static bool is_numeric(const struct question *question) {
    const struct code_list *codes = question->codes;
    return codes == NULL ||
           (question_has_rows(question) ? code_list_has_numbers(codes) : codes->values != NULL);
}

/* Answers without numbers of their own, in rows, count as their places on the scale. */
static bool is_counting_places(const struct question *question) {
    return question_has_rows(question) && is_numeric(question) &&
           question->codes->values == NULL && question->codes->inside > 1;
}

/* "1 steht für „nicht wichtig“, 5 für „sehr wichtig“." */
static const char *places_of(const struct tables *tables, const struct question *question) {
    const struct voice *voice = &tables->teller->voice;
    const struct code_list *codes = question->codes;
    size_t last = codes->inside - 1;
    return voice_say(voice, PHRASE_TABLES_PLACES, "low",
                     voice_quote(voice, code_label(tables, &codes->codes[0])), "count",
                     voice_whole(voice, (int64_t)codes->inside), "high",
                     voice_quote(voice, code_label(tables, &codes->codes[last])), NULL);
}

static void add_measure(struct tables *tables, struct table *table,
                        const struct question *question, const struct result *result,
                        enum statistic statistic) {
    if (statistic == STATISTIC_MEAN)
        cells_mean(tables, table, result, question->decimals);
    else if (question->years && result != NULL && result->has_value)
        cells_value(tables, table, result, 0); /* no half years, as in the report */
    else if (is_numeric(question) || result == NULL || !result->has_value)
        cells_quantile(tables, table, result, question->decimals);
    else
        table_cell(table, middle_label(tables, question, result->value));
}

/* Means of labels and of years are not told. */
static bool is_told(const struct question *question, enum statistic statistic) {
    if (statistic == STATISTIC_SUM)
        return question->total && !question->years;
    if (statistic == STATISTIC_MEAN)
        return !question->years && is_numeric(question);
    return true;
}

/* Of all its parts. */
static bool has_measure(const struct tables *tables, const struct question *question,
                        enum statistic statistic) {
    for (size_t i = 0; i < question_parts(question); i++)
        if (find(tables, question->id, question_part(question, i), statistic) != NULL)
            return is_told(question, statistic);
    return false;
}

/* A row for each part of a question, a column for each measure that is published. */
static void write_measures(struct tables *tables, const struct question *question) {
    const struct teller *teller = tables->teller;
    bool rows = question_has_rows(question), shown[MEASURES];
    struct table *table = table_new(
        teller->voice.arena, teller_phrase(teller, rows ? PHRASE_TABLE_ROW : PHRASE_PAGE_ITEM));
    table_set_title(table, teller_phrase(teller, PHRASE_TABLES_MIDDLE));
    for (size_t k = 0; k < MEASURES; k++) {
        shown[k] = has_measure(tables, question, measures[k].statistic);
        if (shown[k] && is_numeric(question))
            table_add_figures(table, teller_phrase(teller, measures[k].head));
        else if (shown[k])
            table_add_words(table, teller_phrase(teller, measures[k].head));
    }
    if (is_counting_places(question))
        table_note(table, "", places_of(tables, question));
    for (size_t i = 0; i < question_parts(question) && table->column_count > 0; i++) {
        table_row(table, "",
                  rows ? code_label(tables, &question->rows[i])
                       : teller_phrase(teller, PHRASE_TABLES_ALL_ANSWERS));
        for (size_t k = 0; k < MEASURES; k++)
            if (shown[k])
                add_measure(tables, table, question,
                            find(tables, question->id, question_part(question, i),
                                 measures[k].statistic),
                            measures[k].statistic);
    }
    table_print(table, tables->page);
}

/* --- single choice --- */

/* The coarser answers, where the gate put answers together. */
static void add_coarse(const struct tables *tables, const struct question *question,
                       struct list *list) {
    const struct grouping *grouping = question->grouping;
    for (size_t i = 0; grouping != NULL && i < grouping->coarse_count; i++) {
        const struct coarse_level *level = &grouping->coarse[i];
        if (code_position(question->codes->codes, question->codes->count, level->id) < 0 &&
            (is_published(tables, question->id, "", level->id, STATISTIC_SHARE) ||
             is_published(tables, question->id, "", level->id, STATISTIC_COUNT)))
            list_add(list, joined(tables, teller_label(tables->teller, &level->label)), "",
                     level->id, STATISTIC_SHARE);
    }
}

static void write_single(struct tables *tables, const struct question *question) {
    enum { SPARE = 8 };
    const struct code_list *codes = question->codes;
    struct nets nets = nets_of(tables, question);
    size_t coarse = question->grouping != NULL ? question->grouping->coarse_count : 0;
    struct list list =
        list_new(tables, question, teller_phrase(tables->teller, PHRASE_TABLES_ANSWERS),
                 PHRASE_TABLE_ANSWER, codes->inside + nets.count + coarse + SPARE);
    list.with_missing = true;
    for (size_t i = 0; i < codes->inside; i++)
        list_add(&list, code_label(tables, &codes->codes[i]), "", codes->codes[i].id,
                 STATISTIC_SHARE);
    add_coarse(tables, question, &list);
    for (size_t i = 0; i < nets.count; i++)
        if (is_published(tables, question->id, "", nets.net[i].category, nets.net[i].statistic))
            list_add(&list, joined(tables, nets.net[i].label), "", nets.net[i].category,
                     nets.net[i].statistic);
    list_write(tables, &list);
    write_measures(tables, question);
}

/* --- options --- */

static void write_options(struct tables *tables, const struct question *question,
                          const char *title, enum statistic statistic, bool with_missing) {
    const struct code_list *codes = question->codes;
    struct list list = list_new(tables, question, title, PHRASE_TABLE_ANSWER, codes->count + 1);
    list.with_missing = with_missing;
    for (size_t i = 0; i < codes->count; i++)
        if (with_missing ||
            is_published(tables, question->id, codes->codes[i].id, "", statistic))
            list_add(&list, code_label(tables, &codes->codes[i]), codes->codes[i].id, "",
                     statistic);
    if (statistic == STATISTIC_SHARE &&
        is_published(tables, question->id, "", "", STATISTIC_ANY))
        list_add(&list, teller_phrase(tables->teller, PHRASE_TABLES_ANY), "", "",
                 STATISTIC_ANY);
    if (list.count > 0)
        list_write(tables, &list);
}

static void write_multi(struct tables *tables, const struct question *question) {
    write_options(tables, question, teller_phrase(tables->teller, PHRASE_TABLES_ANSWERS),
                  STATISTIC_SHARE, true);
}

/* The mean place of an option, and the points of Borda: one for each option behind it. */
static void write_ranks(struct tables *tables, const struct question *question) {
    const struct teller *teller = tables->teller;
    const struct code_list *codes = question->codes;
    struct table *table =
        table_new(teller->voice.arena, teller_phrase(teller, PHRASE_TABLE_ANSWER));
    table_set_title(table, teller_phrase(teller, PHRASE_TABLES_MEAN_PLACE));
    table_add_figures(table, teller_phrase(teller, PHRASE_TABLE_MEAN));
    table_add_figures(table, teller_phrase(teller, PHRASE_TABLES_BORDA));
    for (size_t i = 0; i < codes->count; i++) {
        const struct result *rank = find(tables, question->id, codes->codes[i].id,
                                         STATISTIC_MEAN_RANK),
                            *borda =
                                find(tables, question->id, codes->codes[i].id, STATISTIC_BORDA);
        if (rank == NULL && borda == NULL)
            continue;
        table_row(table, "", code_label(tables, &codes->codes[i]));
        cells_mean(tables, table, rank, 0);
        cells_quantile(tables, table, borda, 0); /* equal places share their points */
    }
    table_print(table, tables->page);
}

/* How many placed an option at all is the same as within the places where these are all. */
static void write_ranking(struct tables *tables, const struct question *question) {
    const struct teller *teller = tables->teller;
    const char *places = teller_whole(teller, (int64_t)question->max_choices);
    write_options(tables, question, teller_phrase(teller, PHRASE_TABLES_PLACED),
                  STATISTIC_SHARE, true);
    if (question->max_choices > 1)
        write_options(tables, question,
                      voice_say(&teller->voice, PHRASE_TABLES_TOP, "places", places, NULL),
                      STATISTIC_TOP, false);
    write_options(tables, question, teller_phrase(teller, PHRASE_TABLES_FIRST), STATISTIC_FIRST,
                  false);
    write_ranks(tables, question);
}

/* --- rows --- */

/* Cells of one row, a column for each answer inside the scale. */
typedef void add_cell_of(struct tables *tables, struct table *table,
                         const struct question *question, const char *row, const char *code);

static struct figure figure_of_row(const struct tables *tables, const struct question *question,
                                   const char *row, const char *code) {
    return figure_share(tables->teller->facts.results, question->id, row, code,
                        STATISTIC_SHARE);
}

static void add_count(struct tables *tables, struct table *table,
                      const struct question *question, const char *row, const char *code) {
    struct figure figure = figure_of_row(tables, question, row, code);
    cells_count(tables, table, &figure);
}

static void add_percent(struct tables *tables, struct table *table,
                        const struct question *question, const char *row, const char *code) {
    struct figure figure = figure_of_row(tables, question, row, code);
    cells_percent(tables, table, &figure);
}

static void add_most(struct tables *tables, struct table *table,
                     const struct question *question, const char *row, const char *code) {
    cells_most(
        tables, table,
        results_find(tables->teller->facts.results, question->id, row, code, STATISTIC_SHARE));
}

static struct table *table_of_rows(const struct tables *tables, const struct question *question,
                                   const char *title) {
    const struct teller *teller = tables->teller;
    const struct code_list *codes = question->codes;
    struct table *table =
        table_new(teller->voice.arena, teller_phrase(teller, PHRASE_TABLE_ROW));
    table_set_title(table, title);
    for (size_t i = 0; i < codes->inside; i++)
        table_add_figures(table, code_label(tables, &codes->codes[i]));
    return table;
}

static void add_row(struct tables *tables, struct table *table, const struct question *question,
                    const struct code *row, add_cell_of *add) {
    table_row(table, "", code_label(tables, row));
    for (size_t i = 0; i < question->codes->inside; i++)
        add(tables, table, question, row->id, question->codes->codes[i].id);
}

/* Counts, the base of each row and who is missing in it. */
static void write_counts(struct tables *tables, const struct question *question) {
    const struct teller *teller = tables->teller;
    struct missing_kinds kinds = list_missing(tables, question);
    struct table *table =
        table_of_rows(tables, question, teller_phrase(teller, PHRASE_TABLES_ANSWERS));
    table_add_figures(table, teller_phrase(teller, PHRASE_TABLE_ANSWERED));
    for (size_t i = 0; i < kinds.count; i++)
        table_add_figures(table, kinds.kind[i].label);
    for (size_t i = 0; i < question->row_count; i++) {
        const char *row = question->rows[i].id;
        add_row(tables, table, question, &question->rows[i], add_count);
        cells_result_whole(tables, table, find(tables, question->id, row, STATISTIC_ANSWERED));
        for (size_t k = 0; k < kinds.count; k++)
            cells_result_whole(tables, table,
                               results_find(teller->facts.results, question->id, row,
                                            kinds.kind[k].category, kinds.kind[k].statistic));
    }
    table_print(table, tables->page);
}

/* Whether any answer of any row has a percentage, or a bound. */
static void find_columns(const struct tables *tables, const struct question *question,
                         bool *percent, bool *most) {
    *percent = *most = false;
    for (size_t i = 0; i < question->row_count; i++)
        for (size_t k = 0; k < question->codes->inside; k++) {
            const char *row = question->rows[i].id, *code = question->codes->codes[k].id;
            struct figure figure = figure_of_row(tables, question, row, code);
            *percent = *percent ||
                       (figure.state == FIGURE_SHOWN && figure.base >= ROUNDING_PERCENT_FROM);
            *most = *most || cells_have_most(tables, results_find(tables->teller->facts.results,
                                                                  question->id, row, code,
                                                                  STATISTIC_SHARE));
        }
}

static void write_rows(struct tables *tables, const struct question *question,
                       const char *title, add_cell_of *add) {
    struct table *table = table_of_rows(tables, question, title);
    for (size_t i = 0; i < question->row_count; i++)
        add_row(tables, table, question, &question->rows[i], add);
    table_print(table, tables->page);
}

/* A table for each net: its share in each row. */
static void write_nets(struct tables *tables, const struct question *question) {
    struct nets nets = nets_of(tables, question);
    for (size_t i = 0; i < nets.count; i++) {
        struct list list = list_new(tables, question, share_of(tables, nets.net[i].label),
                                    PHRASE_TABLE_ROW, question->row_count);
        list.own_bases = true;
        bool any = false;
        for (size_t k = 0; k < question->row_count; k++) {
            const char *row = question->rows[k].id;
            any = any || is_published(tables, question->id, row, nets.net[i].category,
                                      nets.net[i].statistic);
            list_add(&list, code_label(tables, &question->rows[k]), row, nets.net[i].category,
                     nets.net[i].statistic);
        }
        if (any)
            list_write(tables, &list);
    }
}

static void write_matrix(struct tables *tables, const struct question *question) {
    bool percent, most;
    find_columns(tables, question, &percent, &most);
    write_counts(tables, question);
    if (percent)
        write_rows(tables, question, teller_phrase(tables->teller, PHRASE_TABLES_PERCENT),
                   add_percent);
    if (most)
        write_rows(tables, question, teller_phrase(tables->teller, PHRASE_TABLES_MOST),
                   add_most);
    write_nets(tables, question);
    write_measures(tables, question);
}

/* --- numbers and texts --- */

/* Classes are counts without shares: the list finds them by their category. */
static void write_number(struct tables *tables, const struct question *question) {
    size_t count;
    const struct number_class *classes = classes_of(&tables->teller->facts, question, &count);
    struct list list =
        list_new(tables, question, teller_phrase(tables->teller, PHRASE_TABLES_CLASSES),
                 PHRASE_PAGE_ITEM, count);
    list.with_missing = true;
    for (size_t i = 0; i < count; i++)
        list_add(&list, class_label(tables->teller, question, &classes[i]), "",
                 classes[i].category, STATISTIC_SHARE);
    const struct result *hidden = find(tables, question->id, "", STATISTIC_COUNT);
    if (count == 0 && hidden != NULL && hidden->flag == FLAG_SUPPRESSED)
        list_add(&list, teller_phrase(tables->teller, PHRASE_AMOUNT_NAME_CLASSES), "", "",
                 STATISTIC_SHARE);
    list_write(tables, &list);
    write_measures(tables, question);
}

static void write_text(struct tables *tables, const struct question *question) {
    struct list list =
        list_new(tables, question, teller_phrase(tables->teller, PHRASE_TABLES_ANSWERS),
                 PHRASE_PAGE_ITEM, 0);
    list.with_missing = true;
    list_write(tables, &list);
}

void tables_question_write(struct tables *tables, const struct question *question) {
    static void (*const writers[])(struct tables * tables, const struct question *question) = {
        [QUESTION_SINGLE] = write_single, [QUESTION_MULTI] = write_multi,
        [QUESTION_MATRIX] = write_matrix, [QUESTION_RANKING] = write_ranking,
        [QUESTION_NUMBER] = write_number, [QUESTION_TEXT] = write_text,
        [QUESTION_CONTACT] = NULL, /* is never reported */
    };
    ASSERT_ROW_FOR_EACH_TYPE(writers);
    writers[question->type](tables, question);
}

/* --- scores --- */

enum { ALPHA_FROM = 20 }; /* below, Cronbach's alpha says nothing */

static void write_score(struct tables *tables, const struct score *score) {
    const struct teller *teller = tables->teller;
    const struct result *mean = find(tables, score->id, "", STATISTIC_MEAN),
                        *alpha = find(tables, score->id, "", STATISTIC_ALPHA);
    if (mean == NULL)
        return;
    bool reliable = alpha != NULL && alpha->has_value && alpha->n >= ALPHA_FROM;
    struct table *table =
        table_new(teller->voice.arena, teller_phrase(teller, PHRASE_TABLES_SCORE));
    table_set_title(table, voice_say(&teller->voice, PHRASE_TABLES_SCORE_OF, "labels",
                                     teller_code_labels(teller, score->question->rows,
                                                        score->rows, score->count),
                                     NULL));
    table_add_figures(table, teller_phrase(teller, PHRASE_TABLE_MEAN));
    table_add_figures(table, teller_phrase(teller, PHRASE_TABLE_ANSWERED));
    if (reliable)
        table_add_figures(table, teller_phrase(teller, PHRASE_TABLES_ALPHA));
    table_row(table, "", teller_label(teller, &score->title));
    cells_mean(tables, table, mean, 0);
    if (mean->has_n && mean->has_value)
        cells_whole(tables, table, mean->n);
    else
        cells_absent(tables, table);
    if (reliable)
        cells_value(tables, table, alpha, 2);
    if (is_counting_places(score->question))
        table_note(table, "", places_of(tables, score->question));
    table_print(table, tables->page);
}

void tables_question_write_scores(struct tables *tables, const struct question *question) {
    const struct questionnaire *questionnaire = tables->teller->facts.questionnaire;
    for (size_t i = 0; i < questionnaire->score_count; i++)
        if (questionnaire->scores[i].question == question)
            write_score(tables, &questionnaire->scores[i]);
}

/* --- gaps --- */

/* Both sides of a gap and the difference of their means, as far as it is a number. */
static void write_sides(struct tables *tables, const struct gap *gap) {
    const struct teller *teller = tables->teller;
    const struct results *results = teller->facts.results;
    bool means = is_numeric(gap->importance) && is_numeric(gap->satisfaction) &&
                 is_published(tables, gap->id, gap->importance->rows[0].id, "", STATISTIC_GAP);
    struct table *table =
        table_new(teller->voice.arena, teller_phrase(teller, PHRASE_TABLE_ROW));
    table_set_title(table, teller_phrase(teller, PHRASE_TABLES_SIDES));
    table_set_banner(table, teller_phrase(teller, PHRASE_GAP_IMPORTANT));
    table_add_figures(table, teller_phrase(teller, PHRASE_TABLE_COUNT));
    table_add_figures(table, teller_phrase(teller, PHRASE_TABLES_OF));
    table_set_banner(table, teller_phrase(teller, PHRASE_GAP_SATISFIED));
    table_add_figures(table, teller_phrase(teller, PHRASE_TABLE_COUNT));
    table_add_figures(table, teller_phrase(teller, PHRASE_TABLES_OF));
    table_set_banner(table, NULL);
    if (means)
        table_add_figures(table, teller_phrase(teller, PHRASE_TABLES_GAP));
    for (size_t i = 0; i < gap->importance->row_count; i++) {
        const char *row = gap->importance->rows[i].id;
        struct figure important =
            figure_share(results, gap->importance->id, row, "", STATISTIC_TOP2);
        struct figure satisfied =
            figure_share(results, gap->satisfaction->id, row, "", STATISTIC_TOP2);
        table_row(table, "", code_label(tables, &gap->importance->rows[i]));
        cells_count(tables, table, &important);
        cells_base(tables, table, &important);
        cells_count(tables, table, &satisfied);
        cells_base(tables, table, &satisfied);
        if (means)
            cells_mean(tables, table, find(tables, gap->id, row, STATISTIC_GAP), 0);
    }
    table_print(table, tables->page);
}

void tables_question_write_gap(struct tables *tables, const struct gap *gap) {
    const struct question *question = gap->importance;
    struct list list =
        list_new(tables, question, teller_phrase(tables->teller, PHRASE_TABLES_OPEN),
                 PHRASE_TABLE_ROW, question->row_count);
    list.figures = gap->id;
    list.own_bases = true;
    for (size_t i = 0; i < question->row_count; i++)
        list_add(&list, code_label(tables, &question->rows[i]), question->rows[i].id, "",
                 STATISTIC_UNMET);
    list_write(tables, &list);
    write_sides(tables, gap);
}
