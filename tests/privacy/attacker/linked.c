#include "linked.h"

#include <string.h>

#include "table.h"

/* A table by one grouping, and what is left over beside the groups that it shows. */
struct table_rows {
    const struct published *published;
    const struct question *question, *grouping;
    const char *item;
    enum by by;
    const char *levels[POSITIONS];
    size_t level_count;
    int64_t base; /* answers left over */
};

static bool is_of(const struct table_rows *table, const struct result *row) {
    return strcmp(row->question, table->question->id) == 0 &&
           strcmp(row->item, table->item) == 0 && row_by(row, table->grouping) == table->by &&
           *row->level != '\0' && row_shows(row) && row->has_n;
}

static bool counts(const struct result *row) {
    return row_is_share(row) && row_count(row) >= 0;
}

/* The row over all respondents that is like this one by group. */
static const struct result *whole_of(const struct table_rows *table, const struct result *row) {
    return results_find(table->published->results, row->question, row->item, row->category,
                        row->statistic);
}

/* The levels shown, and the answers beside them; -1 where they are not known. */
static void read_levels(struct table_rows *table) {
    const struct results *results = table->published->results;
    table->level_count = 0;
    table->base = -1;
    for (size_t i = 0; i < results->count; i++) {
        const struct result *row = &results->rows[i];
        if (!is_of(table, row) || !counts(row))
            continue;
        const struct result *whole = whole_of(table, row);
        bool seen = false;
        for (size_t k = 0; k < table->level_count; k++)
            seen |= strcmp(table->levels[k], row->level) == 0;
        if (seen || whole == NULL || !whole->has_n || table->level_count == POSITIONS)
            continue;
        if (table->level_count == 0)
            table->base = whole->n;
        table->levels[table->level_count++] = row->level;
        table->base -= row->n;
    }
}

/* What is left over of one count: that of the first level stands for all. */
static void print_left(const struct table_rows *table, const struct result *first,
                       FILE *stream) {
    const struct results *results = table->published->results;
    const struct result *whole = whole_of(table, first);
    int64_t left = whole == NULL ? -1 : row_count(whole);
    if (left < 0)
        return;
    for (size_t i = 0; i < results->count; i++) {
        const struct result *row = &results->rows[i];
        if (is_of(table, row) && row->statistic == first->statistic &&
            strcmp(row->category, first->category) == 0)
            left -= row_count(row);
    }
    fprintf(stream, "left %s %s %s %s %s %lld of %lld beyond", first->by, first->question,
            *first->item == '\0' ? "-" : first->item, statistic_name(first->statistic),
            *first->category == '\0' ? "-" : first->category, (long long)left,
            (long long)table->base);
    for (size_t k = 0; k < table->level_count; k++)
        fprintf(stream, " %s", table->levels[k]);
    fputc('\n', stream);
}

static void print_table(const struct table_rows *table, FILE *stream) {
    const struct results *results = table->published->results;
    for (size_t i = 0; i < results->count; i++) {
        const struct result *row = &results->rows[i];
        if (is_of(table, row) && counts(row) && strcmp(row->level, table->levels[0]) == 0)
            print_left(table, row, stream);
    }
}

struct linked {
    int64_t people, answers, tables;
};

static void add_table(struct linked *linked, struct table_rows *table, FILE *stream) {
    read_levels(table);
    if (table->base < 1 || table->base >= table->published->min_group)
        return;
    linked->people = table->base > linked->people ? table->base : linked->people;
    linked->answers += table->base;
    linked->tables++;
    print_table(table, stream);
}

static void add_question(struct linked *linked, struct table_rows *table, FILE *stream) {
    const struct question *question = table->question;
    bool items = question->kind == KIND_MATRIX || question->kind == KIND_MULTI ||
                 question->kind == KIND_RANKING;
    for (size_t i = 0; i < (items ? question->item_count : 1); i++) {
        table->item = items ? question->items[i].id : "";
        add_table(linked, table, stream);
    }
}

void linked_print(const struct published *published, const struct codebook *codebook,
                  FILE *stream) {
    for (size_t g = 0; g < codebook->count; g++)
        for (enum by by = BY_FINE; codebook->questions[g].grouping && by <= BY_COARSE; by++) {
            struct linked linked = {0};
            struct table_rows table = {
                .published = published, .grouping = &codebook->questions[g], .by = by};
            for (size_t i = 0; i < codebook->count; i++) {
                table.question = &codebook->questions[i];
                if (i != g)
                    add_question(&linked, &table, stream);
            }
            if (linked.tables > 0)
                fprintf(stream, "linked %s: %lld people, %lld answers known in %lld tables\n",
                        by == BY_FINE ? table.grouping->id : table.grouping->coarse_by,
                        (long long)linked.people, (long long)linked.answers,
                        (long long)linked.tables);
        }
}
