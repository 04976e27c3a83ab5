#include "verify/table_cells.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "verify/plain.h"

struct reading {
    struct arena *arena;
    const char *page;
    const char *counted; /* lines are counted up to here */
    size_t line;
};

static size_t line_at(struct reading *reading, const char *at) {
    for (; reading->counted < at; reading->counted++)
        reading->line += *reading->counted == '\n';
    return reading->line;
}

/* The words between two places of the page, with one blank between them. */
static const char *words(struct arena *arena, const char *begin, const char *end) {
    struct text text = {0};
    const char *at = plain_blanks(
        arena, plain_page(arena, arena_copy_bytes(arena, begin, (size_t)(end - begin))));
    while (*(at += strspn(at, " \n")) != '\0') {
        size_t length = strcspn(at, " \n");
        text_add(&text, text.length > 0 ? " " : "");
        text_add_bytes(&text, at, length);
        at += length;
    }
    const char *copy = arena_copy(arena, text_string(&text));
    text_free(&text);
    return copy;
}

/* Behind the tag that begins at at. */
static const char *behind_tag(const char *at) {
    const char *end = strchr(at, '>');
    return end != NULL ? end + 1 : at + strlen(at);
}

static const char *find_before(const char *at, const char *word, const char *end) {
    const char *found = strstr(at, word);
    return found != NULL && found < end ? found : NULL;
}

/* The next <th> or <td>; <thead> is none. */
static const char *next_cell(const char *at, const char *end) {
    for (; (at = find_before(at, "<t", end)) != NULL; at++)
        if ((at[2] == 'h' || at[2] == 'd') && (at[3] == ' ' || at[3] == '>'))
            return at;
    return NULL;
}

static struct table_row read_row(struct reading *reading, const char *at, const char *end) {
    struct cell *cells = NULL;
    struct table_row row = {0};
    size_t capacity = 0;
    while ((at = next_cell(at, end)) != NULL) {
        bool figure = at[2] == 'd';
        const char *inside = behind_tag(at);
        const char *close = find_before(inside, figure ? "</td>" : "</th>", end);
        close = close != NULL ? close : end;
        cells = memory_grow(cells, row.count, &capacity, sizeof *cells);
        cells[row.count++] =
            (struct cell){words(reading->arena, inside, close), line_at(reading, at), figure};
        at = close;
    }
    row.cells = arena_allocate(reading->arena, row.count, sizeof *cells);
    if (row.count > 0)
        memcpy(row.cells, cells, row.count * sizeof *cells);
    free(cells);
    return row;
}

static struct table_cells read_table(struct reading *reading, const char *at, const char *end) {
    struct table_cells table = {.title = "", .line = line_at(reading, at)};
    struct table_row *rows = NULL;
    size_t capacity = 0;
    const char *caption = find_before(at, "<caption", end);
    const char *close = caption != NULL ? find_before(caption, "</caption>", end) : NULL;
    if (close != NULL)
        table.title = words(reading->arena, caption, close);
    while ((at = find_before(at, "<tr", end)) != NULL) {
        const char *stop = find_before(at, "</tr>", end);
        stop = stop != NULL ? stop : end;
        rows = memory_grow(rows, table.count, &capacity, sizeof *rows);
        rows[table.count++] = read_row(reading, at, stop);
        at = stop;
    }
    table.rows = arena_allocate(reading->arena, table.count, sizeof *rows);
    if (table.count > 0)
        memcpy(table.rows, rows, table.count * sizeof *rows);
    free(rows);
    return table;
}

struct table_list table_cells_of_page(struct arena *arena, const char *page) {
    struct reading reading = {arena, page, page, 1};
    struct table_list list = {0};
    struct table_cells *tables = NULL;
    size_t capacity = 0;
    for (const char *at = page; (at = strstr(at, "<table")) != NULL;) {
        const char *end = strstr(at, "</table>");
        end = end != NULL ? end : at + strlen(at);
        tables = memory_grow(tables, list.count, &capacity, sizeof *tables);
        tables[list.count++] = read_table(&reading, at, end);
        at = end;
    }
    list.tables = arena_allocate(arena, list.count, sizeof *tables);
    if (list.count > 0)
        memcpy(list.tables, tables, list.count * sizeof *tables);
    free(tables);
    return list;
}

bool table_cells_number(const char *text, double *value, int *decimals) {
    char plain[NUMBER_SIZE];
    bool negative = strncmp(text, "\u2212", 3) == 0;
    text += negative ? 3 : 0;
    size_t length = strlen(text);
    if (length == 0 || length + 2 > sizeof plain || strspn(text, "0123456789.,-") != length)
        return false;
    memcpy(plain, text, length + 1);
    char *mark = strchr(plain, ',');
    if (mark != NULL)
        *mark = '.';
    mark = strchr(plain, '.');
    *decimals = mark != NULL ? (int)strlen(mark + 1) : 0;
    if (!number_parse_double(plain, length, value))
        return false;
    *value = negative ? -*value : *value;
    return true;
}
