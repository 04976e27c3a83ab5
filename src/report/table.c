#include "report/table.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

/* The label column keeps at least LEAST_LABEL. Heads and words wrap at the narrow or the wide
 * limit, whichever makes the table shorter; a head not within a word. */
enum {
    GAP = 2,
    LEAST_LABEL = 24,
    NARROW_HEAD = 11,
    WIDE_HEAD = 20,
    NARROW_WORDS = 20,
    WIDE_WORDS = 26
};

struct table *table_new(struct arena *arena, const char *head) {
    struct table *table = arena_allocate(arena, 1, sizeof *table);
    table->arena = arena;
    table->head = head;
    return table;
}

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

static size_t larger(size_t a, size_t b) {
    return a > b ? a : b;
}

/* The width of the longest word, where words end at blanks. */
static size_t longest_word(struct arena *arena, const char *string) {
    size_t longest = 0;
    while (*string != '\0') {
        size_t length = strcspn(string, " ");
        longest = larger(longest, utf8_width(arena_copy_bytes(arena, string, length)));
        string += length;
        string += strspn(string, " ");
    }
    return longest;
}

static void add_column(struct table *table, const char *head, bool words) {
    assert(table->column_count < TABLE_MOST_COLUMNS && table->first == NULL);
    table->columns[table->column_count++] = (struct table_column){head, words, 0};
}

void table_add_figures(struct table *table, const char *head) {
    add_column(table, head, false);
}

void table_add_words(struct table *table, const char *head) {
    add_column(table, head, true);
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

void table_cell(struct table *table, const char *cell) {
    struct table_row *row = table->last;
    assert(row->count < table->column_count);
    struct table_column *column = &table->columns[row->count];
    size_t width = utf8_width(cell);
    column->cells = larger(column->cells, width);
    row->cells[row->count++] = cell;
}

/* The width of a column whose head wraps at limit; it leaves the labels their least. */
static size_t column_width(const struct table *table, size_t i, size_t limit) {
    const struct table_column *column = &table->columns[i];
    size_t head = larger(longest_word(table->arena, column->head),
                         smaller(utf8_width(column->head), limit));
    size_t width = smaller(larger(head, column->cells), PAGE_WIDTH - LEAST_LABEL - GAP);
    if (!column->words)
        return width;
    return smaller(width, limit == NARROW_HEAD ? NARROW_WORDS : WIDE_WORDS);
}

/* Text broken into lines. */
struct lines {
    const char *line[64];
    size_t count;
};

static struct lines break_lines(struct arena *arena, const char *string, size_t width) {
    struct text wrapped = {0};
    utf8_wrap(&wrapped, string, width, "");
    struct lines lines = {.count = 0};
    char *next = arena_copy(arena, text_string(&wrapped));
    for (char *end = strchr(next, '\n'); end != NULL && lines.count < 63;
         end = strchr(next, '\n')) {
        *end = '\0';
        lines.line[lines.count++] = next;
        next = end + 1;
    }
    lines.line[lines.count++] = next;
    text_free(&wrapped);
    return lines;
}

/* The columns first..end of one printed table, and the width of its labels. */
struct part {
    const struct table *table;
    size_t first, end, label_width, limit;
};

static void pad_to(struct text *line, size_t column) {
    size_t width = utf8_width(text_string(line));
    if (width < column)
        text_add_repeated(line, " ", column - width);
}

/* Prints cells of several lines; starts says on which line each cell's first line is. */
static void print_lines(const struct part *part, struct page *page, const struct lines *label,
                        const struct lines *cells, const size_t *starts, size_t height,
                        const char *lead) {
    struct text line = {0};
    for (size_t y = 0; y < height; y++) {
        text_clear(&line);
        text_add(&line, y == 0 ? lead : "");
        pad_to(&line, utf8_width(lead));
        text_add(&line, y < label->count ? label->line[y] : "");
        size_t edge = part->label_width;
        for (size_t i = part->first; i < part->end; i++) {
            size_t width = column_width(part->table, i, part->limit);
            bool words = part->table->columns[i].words;
            size_t k = i - part->first;
            bool here = y >= starts[k] && y - starts[k] < cells[k].count;
            pad_to(&line, edge + GAP);
            if (here)
                utf8_pad(&line, cells[k].line[y - starts[k]], width, !words);
            edge += GAP + width;
        }
        page_line(page, text_string(&line));
    }
    text_free(&line);
}

/* Figures are on the label's last line, where a voice that reads line by line says them after
 * the label. */
static void print_row(const struct part *part, struct page *page, const char *lead,
                      const char *label, const char *const *cells, bool heads) {
    struct arena *arena = part->table->arena;
    size_t lead_width = utf8_width(lead), count = part->end - part->first;
    struct lines label_lines = break_lines(arena, label, part->label_width - lead_width);
    struct lines *cell_lines = memory_allocate(count, sizeof *cell_lines);
    size_t *starts = memory_allocate(count, sizeof *starts);
    size_t height = label_lines.count;
    for (size_t k = 0; k < count; k++) {
        cell_lines[k] = break_lines(arena, cells[k],
                                    column_width(part->table, part->first + k, part->limit));
        if (heads)
            height = larger(height, cell_lines[k].count);
    }
    size_t tall = height;
    for (size_t k = 0; k < count; k++) {
        starts[k] = tall > cell_lines[k].count ? tall - cell_lines[k].count : 0;
        height = larger(height, starts[k] + cell_lines[k].count);
    }
    print_lines(part, page, &label_lines, cell_lines, starts, height, lead);
    free(cell_lines);
    free(starts);
}

static void print_part(const struct part *part, struct page *page) {
    const struct table *table = part->table;
    const char *heads[TABLE_MOST_COLUMNS];
    for (size_t i = 0; i < table->column_count; i++)
        heads[i] = table->columns[i].head;
    print_row(part, page, "", table->head, heads + part->first, true);
    for (const struct table_row *row = table->first; row != NULL; row = row->next) {
        assert(row->count == table->column_count);
        print_row(part, page, row->lead, row->label, row->cells + part->first, false);
    }
}

/* Prints all parts with heads wrapped at limit. */
static void print_parts(const struct table *table, struct page *page, size_t limit) {
    size_t first = 0;
    while (table->first != NULL && first < table->column_count) {
        size_t end = first, width = 0;
        while (end < table->column_count &&
               (end == first ||
                width + GAP + column_width(table, end, limit) <= PAGE_WIDTH - LEAST_LABEL))
            width += GAP + column_width(table, end++, limit);
        assert(width + LEAST_LABEL <= PAGE_WIDTH);
        struct part part = {table, first, end, PAGE_WIDTH - width, limit};
        page_gap(page);
        print_part(&part, page);
        first = end;
    }
}

/* The shorter of two layouts. */
static void print_shorter(const struct table *table, struct page *page) {
    size_t start = page->text.length;
    print_parts(table, page, NARROW_HEAD);
    size_t lines = page_lines(page);
    page_cut(page, start);
    print_parts(table, page, WIDE_HEAD);
    if (page_lines(page) <= lines)
        return;
    page_cut(page, start);
    print_parts(table, page, NARROW_HEAD);
}

void table_print(const struct table *table, struct page *page) {
    page_gap(page);
    if (page->document != NULL && table->first != NULL && table->column_count > 0)
        document_add(
            page->document,
            (struct block){.kind = BLOCK_TABLE, .position = page->text.length, .table = table});
    page_suspend(page);
    print_shorter(table, page);
    page_resume(page);
}
