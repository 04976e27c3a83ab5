#include "report/plain_table.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "report/plain_lines.h"

/* The label column keeps at least LEAST_LABEL. Heads and words wrap at the narrow or the wide
 * limit, whichever makes the table shorter, and if neither does, the narrow one; a head not
 * within a word. */
enum {
    GAP = 2,
    LEAST_LABEL = 24,
    NARROW_HEAD = 11,
    WIDE_HEAD = 20,
    NARROW_WORDS = 20,
    WIDE_WORDS = 26,
    BOXES = 10
};

/* A column as it is printed. */
struct column {
    size_t at; /* its place in the table */
    const char *head, *banner;
    enum table_column_kind kind;
    size_t cells; /* width of the widest cell */
    bool spans;   /* its head is over the next column, too */
    size_t width; /* when heads wrap at the limit; see measure */
};

/* The table as it is printed: bars may be left out. */
struct view {
    const struct table *table;
    const struct bar_style *style;
    struct column columns[TABLE_MOST_COLUMNS];
    size_t count;
};

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

static size_t larger(size_t a, size_t b) {
    return a > b ? a : b;
}

/* --- columns --- */

/* Without bars their head goes to the figures beside them. */
static struct view view_of(const struct table *table, const struct bar_style *style) {
    struct view view = {.table = table, .style = style};
    const char *head_of_bars = "";
    for (size_t i = 0; i < table->column_count; i++) {
        const struct table_column *column = &table->columns[i];
        bool bars = column->kind == TABLE_BARS;
        bool spans =
            bars && i + 1 < table->column_count && table->columns[i + 1].head[0] == '\0';
        if (bars && style->none) {
            head_of_bars = spans ? column->head : "";
            continue;
        }
        view.columns[view.count++] =
            (struct column){.at = i,
                            .head = column->head[0] == '\0' ? head_of_bars : column->head,
                            .banner = column->banner,
                            .kind = column->kind,
                            .cells = bars ? BOXES : column->width,
                            .spans = spans};
        head_of_bars = "";
    }
    return view;
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

static size_t wrapped_lines(const char *string, size_t width) {
    struct text wrapped = {0};
    utf8_wrap(&wrapped, string, width, "");
    size_t lines = 1 + plain_count(&wrapped, 0);
    text_free(&wrapped);
    return lines;
}

/* The width of a head that wraps at the limit: no more than its lines need, and at least that
 * of its longest word. */
static size_t narrowest_head(const struct view *view, const char *head, size_t limit) {
    size_t word = longest_word(view->table->arena, head);
    size_t width = larger(word, smaller(utf8_width(head), limit));
    size_t lines = wrapped_lines(head, larger(width, 1));
    while (width > larger(word, 1) && wrapped_lines(head, width - 1) == lines)
        width--;
    return width;
}

/* The width of a column whose head wraps at the limit; it leaves the labels their least. */
static size_t column_width(const struct view *view, const struct column *column, size_t limit) {
    if (column->spans)
        return column->cells;
    size_t width = smaller(larger(narrowest_head(view, column->head, limit), column->cells),
                           PLAIN_WIDTH - LEAST_LABEL - GAP);
    if (column->kind != TABLE_WORDS)
        return width;
    return smaller(width, limit == NARROW_HEAD ? NARROW_WORDS : WIDE_WORDS);
}

static void measure(struct view *view, size_t limit) {
    for (size_t i = 0; i < view->count; i++)
        view->columns[i].width = column_width(view, &view->columns[i], limit);
}

/* The room of its head, which may go on over the next column. */
static size_t head_width(const struct view *view, size_t i) {
    size_t width = view->columns[i].width;
    return view->columns[i].spans ? width + GAP + view->columns[i + 1].width : width;
}

/* --- rows --- */

/* Text broken into lines. */
struct lines {
    const char *line[64];
    size_t count;
};

static struct lines break_lines(struct arena *arena, const char *string, size_t width,
                                const char *indent) {
    struct text wrapped = {0};
    utf8_wrap(&wrapped, string, width, indent);
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
    const struct view *view;
    size_t first, end, label_width;
};

/* Prints cells of several lines; starts says on which line each cell's first line is. */
static void print_lines(const struct part *part, struct text *text, const struct lines *label,
                        const struct lines *cells, const size_t *starts, size_t height,
                        const char *lead) {
    struct text line = {0};
    for (size_t y = 0; y < height; y++) {
        text_clear(&line);
        text_add(&line, y == 0 ? lead : "");
        plain_pad(&line, utf8_width(lead));
        text_add(&line, y < label->count ? label->line[y] : "");
        size_t edge = part->label_width;
        for (size_t i = part->first; i < part->end; i++) {
            size_t width = part->view->columns[i].width;
            bool figures = part->view->columns[i].kind == TABLE_FIGURES;
            size_t k = i - part->first;
            bool here = y >= starts[k] && y - starts[k] < cells[k].count;
            const char *cell = here ? cells[k].line[y - starts[k]] : "";
            if (cell[0] != '\0') {
                plain_pad(&line, edge + GAP);
                utf8_pad(&line, cell, width, figures);
            }
            edge += GAP + width;
        }
        plain_line(text, text_string(&line));
    }
    text_free(&line);
}

/* Figures are on the label's last line, where a voice that reads line by line says them after
 * the label; heads are at the bottom. */
static void print_row(const struct part *part, struct text *text, const char *lead,
                      const char *label, const char *const *cells, bool heads) {
    struct arena *arena = part->view->table->arena;
    size_t lead_width = utf8_width(lead), count = part->end - part->first;
    /* A label that goes on is not taken for the next row. */
    bool hangs = !heads && lead[strspn(lead, " ")] == '\0';
    struct lines label_lines =
        break_lines(arena, label, part->label_width - lead_width, hangs ? "  " : "");
    struct lines *cell_lines = memory_allocate(count, sizeof *cell_lines);
    size_t *starts = memory_allocate(count, sizeof *starts);
    size_t height = label_lines.count;
    for (size_t k = 0; k < count; k++) {
        size_t i = part->first + k;
        cell_lines[k] =
            break_lines(arena, cells[k],
                        heads ? head_width(part->view, i) : part->view->columns[i].width, "");
        if (heads)
            height = larger(height, cell_lines[k].count);
    }
    size_t tall = height;
    for (size_t k = 0; k < count; k++) {
        starts[k] = tall > cell_lines[k].count ? tall - cell_lines[k].count : 0;
        height = larger(height, starts[k] + cell_lines[k].count);
    }
    print_lines(part, text, &label_lines, cell_lines, starts, height, lead);
    free(cell_lines);
    free(starts);
}

/* Ten boxes stand for all; of a count that is not nothing there is at least one. */
static const char *boxes(const struct view *view, const struct table_cell *cell) {
    struct text bar = {0};
    int64_t count =
        cell->base > 0 ? (2 * BOXES * cell->count + cell->base) / (2 * cell->base) : 0;
    if (count == 0 && cell->count > 0)
        count = 1;
    text_add_repeated(&bar, view->style->full, (size_t)count);
    const char *copy = arena_copy(view->table->arena, text_string(&bar));
    text_free(&bar);
    return copy;
}

/* The end of the run of columns with one banner. */
static size_t banner_end(const struct part *part, size_t first) {
    size_t end = first + 1;
    while (end < part->end &&
           part->view->columns[end].banner == part->view->columns[first].banner)
        end++;
    return end;
}

/* Heads in common, from the left edge of their columns on, at the bottom. */
static void print_banners(const struct part *part, struct text *text) {
    const struct column *columns = part->view->columns;
    struct lines banners[TABLE_MOST_COLUMNS];
    size_t height = 0, count = 0;
    for (size_t i = part->first, end; i < part->end; i = end) {
        size_t width = 0;
        end = banner_end(part, i);
        for (size_t k = i; k < end; k++)
            width += columns[k].width + (k > i ? GAP : 0);
        const char *banner = columns[i].banner != NULL ? columns[i].banner : "";
        banners[count] = break_lines(part->view->table->arena, banner, width, "");
        if (banner[0] != '\0')
            height = larger(height, banners[count].count);
        count++;
    }
    struct text line = {0};
    for (size_t y = 0; y < height; y++) {
        size_t edge = part->label_width;
        text_clear(&line);
        for (size_t i = part->first, k = 0, end; i < part->end; i = end, k++) {
            end = banner_end(part, i);
            plain_pad(&line, edge + GAP);
            if (y + banners[k].count >= height)
                text_add(&line, banners[k].line[y + banners[k].count - height]);
            for (; i < end; i++)
                edge += GAP + columns[i].width;
        }
        plain_line(text, text_string(&line));
    }
    text_free(&line);
}

static void print_rows(const struct part *part, struct text *text) {
    const struct view *view = part->view;
    const char *cells[TABLE_MOST_COLUMNS];
    for (const struct table_row *row = view->table->first; row != NULL; row = row->next) {
        assert(row->count == view->table->column_count);
        for (size_t i = part->first; i < part->end; i++) {
            const struct table_cell *cell = &row->cells[view->columns[i].at];
            cells[i] = cell->kind == TABLE_BAR ? boxes(view, cell) : cell->text;
        }
        print_row(part, text, row->lead, row->label, cells + part->first, false);
    }
}

static void print_part(const struct part *part, struct text *text) {
    const struct view *view = part->view;
    const char *cells[TABLE_MOST_COLUMNS];
    for (size_t i = part->first; i < part->end; i++)
        cells[i] = view->columns[i].head;
    print_banners(part, text);
    print_row(part, text, "", view->table->head, cells + part->first, true);
    print_rows(part, text);
}

/* The room that a column needs, with the one that its head goes over. */
static size_t room_of(const struct view *view, size_t i) {
    return GAP + head_width(view, i);
}

/* Where the columns end that fit beside each other, from `first` on. */
static size_t fitting_end(const struct view *view, size_t first) {
    size_t end = first, width = 0;
    while (end < view->count &&
           (end == first || width + room_of(view, end) <= PLAIN_WIDTH - LEAST_LABEL))
        width += GAP + view->columns[end++].width;
    return end;
}

/* The same, but columns under one banner stay together where that is possible: nobody looks for
 * the percentage of all above those of the groups. */
static size_t part_end(const struct view *view, size_t first) {
    size_t end = fitting_end(view, first), start = end;
    if (end == view->count || view->columns[end].banner == NULL)
        return end;
    while (start > first && view->columns[start - 1].banner == view->columns[end].banner)
        start--;
    size_t next = fitting_end(view, start);
    bool together =
        next == view->count || view->columns[next].banner != view->columns[end].banner;
    return start > first && together ? start : end;
}

/* Prints all parts of a view that was measured. */
static void print_parts(const struct view *view, struct text *text) {
    for (size_t first = 0; first < view->count;) {
        size_t end = part_end(view, first), width = 0;
        for (size_t i = first; i < end; i++)
            width += GAP + view->columns[i].width;
        assert(width + LEAST_LABEL <= PLAIN_WIDTH);
        struct part part = {view, first, end, PLAIN_WIDTH - width};
        if (first > 0)
            plain_gap(text);
        print_part(&part, text);
        first = end;
    }
}

/* The two layouts of a table. */
struct layouts {
    struct text narrow, wide;
};

static struct layouts layouts_of(const struct table *table, const struct bar_style *style) {
    struct view view = view_of(table, style);
    struct layouts layouts = {{0}, {0}};
    measure(&view, NARROW_HEAD);
    print_parts(&view, &layouts.narrow);
    measure(&view, WIDE_HEAD);
    print_parts(&view, &layouts.wide);
    return layouts;
}

static bool is_wide(const struct layouts *layouts) {
    return plain_count(&layouts->wide, 0) < plain_count(&layouts->narrow, 0);
}

void plain_table(struct text *text, const struct table *table, const struct bar_style *style) {
    struct layouts layouts = layouts_of(table, style);
    text_add(text, text_string(is_wide(&layouts) ? &layouts.wide : &layouts.narrow));
    text_free(&layouts.narrow);
    text_free(&layouts.wide);
}

/* Puts the heading over the table, into its first line if there is room before the heads. */
static void put_over(struct text *table, const struct text *heading) {
    struct text both = {0};
    const char *heads = text_string(table);
    size_t width = utf8_width(text_string(heading)), room = strspn(heads, " ");
    bool fits = plain_count(heading, 0) == 1 && room >= width + GAP;
    text_add_bytes(&both, text_string(heading), heading->length - fits);
    if (fits)
        plain_pad(&both, room);
    text_add(&both, heads + (fits ? room : 0));
    text_free(table);
    *table = both;
}

/* How many lines the heads take that wrap at the limit. */
static size_t head_lines(struct view *view, size_t limit) {
    size_t lines = 1;
    measure(view, limit);
    for (size_t i = 0; i < view->count; i++)
        lines = larger(lines, wrapped_lines(view->columns[i].head, head_width(view, i)));
    return lines;
}

/* The rows alone, below a line that names their figures. False, and nothing is printed, where
 * their columns do not fit beside each other. */
static bool print_ordered(struct text *text, struct view *view, const char *order) {
    size_t width = 0;
    for (size_t i = 0; i < view->count; i++) {
        view->columns[i].head = "";
        view->columns[i].spans = false;
    }
    measure(view, NARROW_HEAD);
    for (size_t i = 0; i < view->count; i++)
        width += room_of(view, i);
    if (width + LEAST_LABEL > PLAIN_WIDTH)
        return false;
    struct part part = {view, 0, view->count, PLAIN_WIDTH - width};
    plain_hanging(text, "", order, PLAIN_WIDTH);
    print_rows(&part, text);
    return true;
}

void plain_table_below(struct text *text, const struct text *heading, const struct table *table,
                       const struct bar_style *style, const char *order) {
    struct layouts layouts = layouts_of(table, style);
    struct view view = view_of(table, style);
    struct text rows = {0};
    put_over(&layouts.narrow, heading);
    put_over(&layouts.wide, heading);
    bool wide = is_wide(&layouts);
    if (head_lines(&view, wide ? WIDE_HEAD : NARROW_HEAD) > 1 &&
        print_ordered(&rows, &view, order)) {
        text_add(text, text_string(heading));
        text_add(text, text_string(&rows));
    } else {
        text_add(text, text_string(wide ? &layouts.wide : &layouts.narrow));
    }
    text_free(&layouts.narrow);
    text_free(&layouts.wide);
    text_free(&rows);
}
