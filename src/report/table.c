#include "report/table.h"

#include <assert.h>

#include "base/utf8.h"

struct table *table_new(struct arena *arena, const char *head) {
    struct table *table = arena_allocate(arena, 1, sizeof *table);
    table->arena = arena;
    table->head = head;
    table->title = "";
    return table;
}

void table_set_title(struct table *table, const char *title) {
    table->title = title;
}

static void add_column(struct table *table, const char *head, enum table_column_kind kind) {
    assert(table->column_count < TABLE_MOST_COLUMNS && table->first == NULL);
    table->columns[table->column_count++] =
        (struct table_column){.head = head, .kind = kind, .banner = table->banner};
}

void table_add_figures(struct table *table, const char *head) {
    add_column(table, head, TABLE_FIGURES);
}

void table_add_words(struct table *table, const char *head) {
    add_column(table, head, TABLE_WORDS);
}

void table_add_bars(struct table *table, const char *head) {
    add_column(table, head, TABLE_BARS);
}

void table_set_banner(struct table *table, const char *banner) {
    table->banner = banner;
}

void table_row(struct table *table, const char *lead, const char *label) {
    struct table_row *row = arena_allocate(table->arena, 1, sizeof *row);
    row->lead = lead;
    row->label = label;
    row->cells = arena_allocate(table->arena, table->column_count, sizeof *row->cells);
    if (table->last != NULL)
        table->last->next = row;
    else
        table->first = row;
    table->last = row;
}

static void add_cell(struct table *table, struct table_cell cell) {
    struct table_row *row = table->last;
    assert(row->count < table->column_count);
    struct table_column *column = &table->columns[row->count];
    assert((column->kind == TABLE_BARS) == (cell.kind == TABLE_BAR));
    size_t width = utf8_width(cell.text);
    if (width > column->width)
        column->width = width;
    row->cells[row->count++] = cell;
}

void table_cell(struct table *table, const char *cell) {
    add_cell(table, (struct table_cell){.kind = TABLE_TEXT, .text = cell});
}

void table_value(struct table *table, const char *text, double value) {
    add_cell(table, (struct table_cell){.kind = TABLE_NUMBER, .text = text, .value = value});
}

void table_share(struct table *table, const char *text, double share) {
    assert(share >= 0.0 && share <= 1.0);
    add_cell(table, (struct table_cell){.kind = TABLE_SHARE, .text = text, .value = share});
}

void table_limit(struct table *table, const char *text, double share) {
    assert(share >= 0.0 && share <= 1.0);
    add_cell(table, (struct table_cell){.kind = TABLE_LIMIT, .text = text, .value = share});
}

void table_set_decimals(struct table *table, int decimals) {
    struct table_row *row = table->last;
    assert(row != NULL && row->count > 0);
    row->cells[row->count - 1].decimals = decimals;
}

void table_bar(struct table *table, int64_t count, int64_t base) {
    assert(0 <= count && count <= base);
    add_cell(table,
             (struct table_cell){.kind = TABLE_BAR, .text = "", .count = count, .base = base});
}

void table_note(struct table *table, const char *sign, const char *text) {
    struct table_note *note = arena_allocate(table->arena, 1, sizeof *note);
    note->sign = sign;
    note->text = text;
    if (table->last_note != NULL)
        table->last_note->next = note;
    else
        table->first_note = note;
    table->last_note = note;
}

bool table_bars_span(const struct table *table, size_t i) {
    return table->columns[i].kind == TABLE_BARS && i + 1 < table->column_count &&
           table->columns[i + 1].head[0] == '\0';
}

bool table_is_left_out(const struct table *table, size_t i, bool bars) {
    return table->columns[i].kind == TABLE_BARS && (table_bars_span(table, i) || !bars);
}

size_t table_columns_shown(const struct table *table, size_t first, size_t end, bool bars) {
    size_t count = 0;
    for (size_t i = first; i < end; i++)
        count += !table_is_left_out(table, i, bars);
    return count;
}

const char *table_head_shown(const struct table *table, size_t i) {
    return i > 0 && table_bars_span(table, i - 1) ? table->columns[i - 1].head
                                                  : table->columns[i].head;
}

size_t table_banner_end(const struct table *table, size_t first) {
    size_t end = first + 1;
    while (end < table->column_count &&
           table->columns[end].banner == table->columns[first].banner)
        end++;
    return end;
}

bool table_has_banner(const struct table *table) {
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].banner != NULL)
            return true;
    return false;
}

void table_print(const struct table *table, struct page *page) {
    page_gap(page);
    if (table->first != NULL && table->column_count > 0)
        page_table(page, table);
}
