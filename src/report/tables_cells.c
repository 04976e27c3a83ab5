#include "report/tables_cells.h"

#include <math.h>

#include "base/number.h"
#include "survey/privacy_rule.h"
#include "wording/rounding.h"

void cells_note_rule(struct tables *tables, const char *rule) {
    if (rule[0] != '\0')
        tables->rules[tables->scope][privacy_rule_named(rule)] = true;
}

/* --- signs --- */

void cells_empty(struct table *table) {
    table_cell(table, "");
}

void cells_absent(struct tables *tables, struct table *table) {
    tables->absent = true;
    table_cell(table, teller_phrase(tables->teller, PHRASE_TABLE_NOTHING));
}

/* The sign of a figure that this rule hides. */
static void add_hidden(struct tables *tables, struct table *table, const char *rule) {
    tables->hidden = true;
    cells_note_rule(tables, rule);
    table_cell(table, teller_phrase(tables->teller, PHRASE_TABLE_HIDDEN));
}

/* True where the figure has no number and its sign was added. */
static bool add_sign(struct tables *tables, struct table *table, const struct figure *figure) {
    if (figure->state == FIGURE_SHOWN)
        return false;
    if (figure->state == FIGURE_HIDDEN)
        add_hidden(tables, table, figure->rule);
    else
        cells_absent(tables, table);
    return true;
}

/* The same of a row of results. */
static bool add_sign_of_result(struct tables *tables, struct table *table,
                               const struct result *result) {
    if (result != NULL && result->has_value)
        return false;
    if (result != NULL && result->flag == FLAG_SUPPRESSED)
        add_hidden(tables, table, result->method);
    else
        cells_absent(tables, table);
    return true;
}

/* --- numbers --- */

void cells_whole(struct tables *tables, struct table *table, int64_t value) {
    table_value(table, teller_whole(tables->teller, value), (double)value);
}

void cells_count(struct tables *tables, struct table *table, const struct figure *figure) {
    if (!add_sign(tables, table, figure))
        cells_whole(tables, table, figure->count);
}

void cells_base(struct tables *tables, struct table *table, const struct figure *figure) {
    if (!add_sign(tables, table, figure))
        cells_whole(tables, table, figure->base);
}

static double number_of(struct rounded rounded) {
    return (double)rounded.value / (double)number_power_of_ten(rounded.decimals);
}

/* A spreadsheet gets what is shown, so that it rounds nothing again; of a limit the share
 * itself, under the words. */
void cells_percent(struct tables *tables, struct table *table, const struct figure *figure) {
    struct percent percent;
    if (add_sign(tables, table, figure))
        return;
    if (!rounding_percent(figure->count, figure->base, &percent)) {
        cells_absent(tables, table);
        return;
    }
    const char *text = voice_percent_cell(&tables->teller->voice, figure->count, figure->base);
    if (percent.side == PERCENT_NEAREST)
        table_share(table, text, number_of(percent.number) / 100);
    else
        table_limit(table, text, (double)figure->count / (double)figure->base);
    table_set_decimals(table, percent.number.decimals);
}

static void add_rounded(struct tables *tables, struct table *table, struct rounded rounded) {
    table_value(table, voice_rounded(&tables->teller->voice, rounded), number_of(rounded));
    table_set_decimals(table, rounded.decimals);
}

void cells_result_whole(struct tables *tables, struct table *table,
                        const struct result *result) {
    if (!add_sign_of_result(tables, table, result))
        cells_whole(tables, table, (int64_t)llround(result->value));
}

void cells_mean(struct tables *tables, struct table *table, const struct result *result,
                int decimals) {
    struct rounded rounded;
    if (add_sign_of_result(tables, table, result))
        return;
    if (result->has_n && rounding_mean(result->value, result->n, decimals, &rounded))
        add_rounded(tables, table, rounded);
    else
        cells_absent(tables, table);
}

void cells_quantile(struct tables *tables, struct table *table, const struct result *result,
                    int decimals) {
    if (!add_sign_of_result(tables, table, result))
        add_rounded(tables, table, rounding_quantile(result->value, decimals));
}

void cells_value(struct tables *tables, struct table *table, const struct result *result,
                 int decimals) {
    if (!add_sign_of_result(tables, table, result))
        add_rounded(tables, table,
                    (struct rounded){rounding_nearest(result->value, decimals), decimals});
}

/* --- all who were invited --- */

/* The row of bounds that belongs to a share; NULL if there is none. */
static const struct result *bounds_of(const struct tables *tables, const struct result *share) {
    const char *category =
        share->category[0] != '\0' ? share->category : statistic_name(share->statistic);
    return results_find(tables->teller->facts.results, share->question, share->item, category,
                        STATISTIC_BOUNDS);
}

bool cells_have_most(const struct tables *tables, const struct result *share) {
    return tables->teller->facts.invited > 0 && share != NULL &&
           bounds_of(tables, share) != NULL;
}

/* False after the sign of no bounds. */
static bool find_frame(struct tables *tables, struct table *table, const struct result *share,
                       struct frame *frame) {
    const struct facts *facts = &tables->teller->facts;
    const struct result *bounds = share != NULL ? bounds_of(tables, share) : NULL;
    if (bounds != NULL && figure_frame(facts->results, share, facts->invited, frame))
        return true;
    if (share != NULL && share->flag == FLAG_SUPPRESSED)
        add_hidden(tables, table, share->method);
    else if (bounds != NULL && bounds->flag == FLAG_SUPPRESSED)
        add_hidden(tables, table, bounds->method);
    else
        cells_absent(tables, table);
    return false;
}

void cells_most(struct tables *tables, struct table *table, const struct result *share) {
    struct frame frame;
    tables->most = true;
    if (find_frame(tables, table, share, &frame))
        cells_whole(tables, table, frame.high);
}

void cells_majority(struct tables *tables, struct table *table, const struct result *share) {
    struct frame frame;
    tables->majority = true;
    if (!find_frame(tables, table, share, &frame))
        return;
    if (frame.tipping > 0)
        cells_whole(tables, table, frame.tipping);
    else
        cells_empty(table);
}
