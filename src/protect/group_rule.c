#include "protect/group_rule.h"

#include <string.h>

#include "base/text.h"

#include "inference/interval.h"
#include "protect/audit.h"

/* What one table is written from. */
struct writing {
    FILE *stream;
    const struct group_table *table;
    const struct decision *decision;
    double confidence;
    int64_t population; /* N of the unit that is being written; 0: not known */
};

static struct result row_of(const struct writing *writing, const char *by, const char *level,
                            enum statistic statistic) {
    return (struct result){.question = writing->table->question->id,
                           .item = group_table_item(writing->table),
                           .category = "",
                           .by = by,
                           .level = level,
                           .statistic = statistic,
                           .method = ""};
}

static void write_hidden(const struct writing *writing, const char *by, const char *level,
                         enum statistic statistic, enum privacy_rule rule) {
    struct result row = row_of(writing, by, level, statistic);
    result_block_write_suppressed(writing->stream, &row, rule);
}

static const char *grouping_id(const struct writing *writing) {
    return writing->table->grouping->question->id;
}

/* --- one shown unit --- */

/* A count with its share, or a share alone, of n people. */
struct figure {
    const char *category;
    enum statistic statistic;
    int64_t count, n;
};

static void write_value(const struct writing *writing, struct result row,
                        const struct figure *figure, double value) {
    row.category = figure->category;
    row.has_value = row.has_n = true;
    row.value = value;
    row.n = figure->n;
    row.flag = figure->n < RESULTS_SMALL_BASE ? FLAG_SMALL : FLAG_NONE;
    results_write(writing->stream, &row);
}

static void write_share(const struct writing *writing, struct result row,
                        const struct figure *figure, enum statistic statistic) {
    int64_t population = writing->population >= figure->n ? writing->population : 0;
    struct estimate share =
        response_rule_interval(figure->count, figure->n, population, writing->confidence);
    row.statistic = statistic;
    row.has_low = row.has_high = share.has_interval;
    row.low = share.low;
    row.high = share.high;
    row.method = share.has_interval ? interval_share_method(figure->n, population) : "";
    write_value(writing, row, figure, share.value);
}

static void write_figure(const struct writing *writing, const struct result *row,
                         const struct figure *figure) {
    bool counted = figure->statistic == STATISTIC_COUNT;
    if (counted)
        write_value(writing, *row, figure, (double)figure->count);
    write_share(writing, *row, figure, counted ? STATISTIC_SHARE : figure->statistic);
}

static void write_all(const struct writing *writing, const struct result *row, size_t unit) {
    const struct question *question = writing->table->question;
    const struct cut *cut = writing->decision->cut;
    const int64_t *counts = &cut->counts[unit * cut->classes];
    for (size_t i = 0; i < cut->classes; i++)
        write_figure(writing, row,
                     &(struct figure){question->codes->codes[i].id, STATISTIC_COUNT, counts[i],
                                      cut->bases[unit]});
    for (size_t i = 0; i < question->set_count; i++) {
        struct figure figure = {question->sets[i].id, STATISTIC_SET, 0, cut->bases[unit]};
        for (size_t j = 0; j < question->sets[i].count; j++)
            if (question->sets[i].codes[j] < cut->classes)
                figure.count += counts[question->sets[i].codes[j]];
        write_figure(writing, row, &figure);
    }
    if (question->codes->measure == MEASURE_ORDINAL && cut->classes > 2) {
        struct figure top = {"", STATISTIC_TOP2, 0, cut->bases[unit]};
        for (size_t i = 0; i < cut->classes; i++)
            top.count += code_list_is_top(question->codes, i) ? counts[i] : 0;
        write_figure(writing, row, &top);
    }
}

/* N of a unit. How many of it a filter question would have been put to nobody knows. */
static int64_t population_of(const struct writing *writing, size_t unit) {
    const struct level_response *response = &writing->table->facts->response;
    if (writing->table->question->asked_if.question != NULL)
        return 0;
    return view_is_coarse(writing->decision->view)
               ? response_rule_coarse_population(response, unit)
               : response_rule_population(response, unit);
}

static void write_unit(struct writing *writing, const char *by, size_t unit) {
    writing->population = population_of(writing, unit);
    const struct decision *decision = writing->decision;
    const struct cut *cut = decision->cut;
    const char *level = cut_unit_id(writing->table, decision->view, unit);
    struct result row = row_of(writing, by, level, STATISTIC_COUNT);
    if (!cut->shown[unit]) {
        write_hidden(writing, by, level, STATISTIC_COUNT, RULE_P2);
    } else if (decision->view == VIEW_ALL || decision->view == VIEW_COARSE_ALL) {
        write_all(writing, &row, unit);
    } else {
        bool option = group_table_has_options(writing->table);
        write_figure(writing, &row,
                     &(struct figure){option ? "" : decision->table_class.decided.category,
                                      class_kind_statistic(decision->table_class.decided.kind),
                                      cut->counts[unit * cut->classes], cut->bases[unit]});
    }
}

/* --- one table --- */

static void write_verdict(const struct writing *writing) {
    const struct decision *decision = writing->decision;
    const struct estimate *least = &decision->least_difference;
    if (decision->claim == CLAIM_NONE)
        return;
    struct result row = row_of(writing, grouping_id(writing), "", STATISTIC_VERDICT);
    row.has_value = true;
    row.value = decision->claim == CLAIM_DIFFERENT;
    results_write(writing->stream, &row);
    row.statistic = STATISTIC_LEAST_DIFFERENCE;
    row.has_value = least->defined;
    row.value = least->value;
    row.has_n = true;
    row.n = least->n;
    row.flag = least->defined ? FLAG_NONE : FLAG_UNDEFINED;
    results_write(writing->stream, &row);
}

/* What is shown of the table that the row is of, so that nobody who reads it has to guess. */
static void write_view(FILE *stream, struct result row, enum view view,
                       const struct answer_class *class) {
    struct text words = {0};
    view_describe(&words, view, class->kind);
    row.statistic = STATISTIC_VIEW;
    row.category = view_is_class(view) ? class->category : "";
    row.method = text_string(&words);
    results_write(stream, &row);
    text_free(&words);
}

static void write_table(struct writing *writing) {
    const struct decision *decision = writing->decision;
    const char *by = grouping_id(writing);
    char shown_by[RESULTS_BY_SIZE];
    write_view(writing->stream, row_of(writing, by, "", STATISTIC_VIEW), decision->view,
               &decision->table_class.decided);
    if (decision->view > VIEW_CLASS)
        write_hidden(writing, by, "", STATISTIC_COUNT,
                     ladder_published_rule(decision->refusals[decision->tried].kind));
    by = results_by(shown_by, by, view_is_coarse(decision->view));
    for (size_t unit = 0; decision->cut != NULL && unit < decision->cut->units; unit++)
        write_unit(writing, by, unit);
    write_verdict(writing);
}

static void warn_of_broken(const struct group_tables *tables, struct diag *diag) {
    for (size_t i = 0; i < tables->count; i++) {
        struct diag_place place = {.item = tables->tables[i].question->id};
        if (!tables->tables[i].present || tables->tables[i].complete)
            continue;
        diag_add(diag, DIAG_WARNING, &place,
                 "its figures by group are not complete or do not add up, and are hidden: make "
                 "the results again with nachlese-stats",
                 "die Zahlen nach Gruppen sind unvollständig oder ergeben nicht die Summe und "
                 "sind weggelassen: Ergebnisse mit nachlese-stats neu erzeugen");
        return;
    }
}

static bool is_first_of_table(const struct result_block *block, size_t row) {
    const struct result *own = &block->rows[row];
    for (size_t i = 0; i < row; i++)
        if (strcmp(block->rows[i].by, own->by) == 0 &&
            strcmp(block->rows[i].item, own->item) == 0)
            return false;
    return true;
}

/* Tables by group that nothing could make safe. Rule P12: of a question whose answers are kept
 * apart, which a results.csv of today has none of; P19: of a type that has no shape. */
static void write_refused(FILE *stream, const struct result_block *block,
                          const struct questionnaire *questionnaire,
                          const struct grouping_facts *facts, enum privacy_rule rule) {
    for (size_t i = 0; i < block->count; i++) {
        const struct result *row = &block->rows[i];
        const struct question *grouping = questionnaire_question(questionnaire, row->by);
        const struct result hidden = {.question = row->question,
                                      .item = row->item,
                                      .category = "",
                                      .by = row->by,
                                      .level = "",
                                      .statistic = STATISTIC_COUNT};
        if (grouping == NULL || grouping->grouping == NULL ||
            !facts[grouping->grouping - questionnaire->groupings].listed ||
            !is_first_of_table(block, i))
            continue;
        write_view(stream, hidden, VIEW_NOTHING, &(struct answer_class){CLASS_NONE, ""});
        result_block_write_suppressed(stream, &hidden, rule);
    }
}

struct group_part group_rule_decide(struct arena *arena, const struct result_block *block,
                                    const struct questionnaire *questionnaire,
                                    const struct grouping_facts *facts) {
    struct group_part part = {{0}, NULL};
    if (block->question != NULL && question_is_apart(block->question))
        return part; /* P12 */
    part.tables = group_tables_of(arena, block, questionnaire, facts);
    part.decisions = ladder_decide(arena, &part.tables, questionnaire);
    return part;
}

void group_rule_write(FILE *stream, FILE *audit, const struct result_block *block,
                      const struct group_part *part, const struct questionnaire *questionnaire,
                      const struct grouping_facts *facts, struct diag *diag) {
    bool apart = block->question != NULL && question_is_apart(block->question);
    if (apart ||
        (block->question != NULL && block->rules->shapes[block->owner] == SHAPE_NONE)) {
        write_refused(stream, block, questionnaire, facts, apart ? RULE_P12 : RULE_P19);
        return;
    }
    struct writing writing = {.stream = stream, .confidence = questionnaire->confidence};
    warn_of_broken(&part->tables, diag);
    for (size_t i = 0; i < part->tables.count; i++) {
        if (!part->tables.tables[i].present)
            continue;
        writing.table = &part->tables.tables[i];
        writing.decision = &part->decisions[i];
        write_table(&writing);
        if (audit != NULL)
            audit_write(audit, writing.table, writing.decision);
    }
}
