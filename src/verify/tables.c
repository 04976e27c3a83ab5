#include "verify/tables.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "verify/helper.h"
#include "verify/plain.h"
#include "verify/table_cells.h"

static const char *sibling(struct work *work, const char *name, const char *ending) {
    const char *other =
        arena_format(work->arena, "%.*s%s", (int)(strlen(name) - 4), name, ending);
    return run_files_find(work->files, other) != NULL ? other : NULL;
}

static void refuse(struct work *work, const char *name, size_t line, const char *title,
                   const char *here, const char *other, const char *there) {
    struct diag_place place = work_place(work, name, line);
    diag_add(work->diag, DIAG_ERROR, &place,
             "%s: '%s' here, '%s' in %s: make all forms anew with 'nachlese run', and change "
             "none by hand",
             "%s: hier „%s“, „%s“ in %s: alle Formen mit „nachlese run“ neu erzeugen und keine "
             "von Hand ändern",
             title, here, there, other);
}

/* --- the workbook --- */

/* A percentage is a share in the workbook; what is only known as less or more is that there. */
static bool same_number(const char *page, const char *workbook) {
    double shown, held;
    int decimals, ignored;
    bool limit = page[0] == '<' || page[0] == '>';
    const char *number = page + limit + strspn(page + limit, " ");
    if (!table_cells_number(number, &shown, &decimals) ||
        !table_cells_number(workbook, &held, &ignored))
        return false;
    if (limit)
        return page[0] == '<' ? 100 * held < shown : 100 * held > shown;
    return fabs(shown - held) < 1e-6 || fabs(shown - 100 * held) < 1e-6;
}

static bool same_cell(const char *page, const char *workbook) {
    return strcmp(page, workbook) == 0 || same_number(page, workbook);
}

static const char *trimmed(struct arena *arena, const char *field) {
    const char *text = plain_blanks(arena, field);
    text += strspn(text, " ");
    size_t length = strlen(text);
    while (length > 0 && text[length - 1] == ' ')
        length--;
    return arena_copy_bytes(arena, text, length);
}

/* The next field with something in it, from *at on; "" behind the last. */
static const char *next_filled(struct arena *arena, const struct csv_row *row, size_t *at) {
    while (*at < row->count) {
        const char *field = trimmed(arena, row->fields[(*at)++]);
        if (field[0] != '\0')
            return field;
    }
    return "";
}

/* Cells by their column; a row with cells over several columns only by their order. */
static void compare_row(struct work *work, const char *name, const struct table_cells *table,
                        const struct table_row *row, const struct csv_row *other,
                        const char *workbook) {
    bool whole = row->count == table->rows[table->count - 1].count;
    size_t at = 0;
    for (size_t i = 0; i < row->count; i++) {
        const char *here = row->cells[i].text, *there = "";
        if (whole)
            there = i < other->count ? trimmed(work->arena, other->fields[i]) : "";
        else if (here[0] != '\0')
            there = next_filled(work->arena, other, &at);
        if (!same_cell(here, there))
            refuse(work, name, row->cells[i].line, table->title, here, workbook, there);
    }
    at = whole ? row->count : at;
    const char *more = next_filled(work->arena, other, &at);
    if (more[0] != '\0')
        refuse(work, name, table->line, table->title, "", workbook, more);
}

static size_t find_title(struct work *work, const struct csv *csv, const char *title) {
    for (size_t i = 0; i < csv->count; i++)
        if (strcmp(trimmed(work->arena, csv->rows[i].fields[0]), title) == 0)
            return i;
    return csv->count;
}

/* Notes have one cell; what has more is a table. */
static void find_unread(struct work *work, const char *name, const struct csv *csv,
                        const bool *read, const char *workbook) {
    for (size_t i = 0; i < csv->count; i++) {
        size_t at = 0;
        const char *first = next_filled(work->arena, &csv->rows[i], &at);
        const char *second = next_filled(work->arena, &csv->rows[i], &at);
        bool sheet = strncmp(first, "-------- ", 9) == 0; /* a name of one, by xlsx2csv */
        if (!read[i] && !sheet && second[0] != '\0')
            refuse(work, workbook, 0, first, second, name, "");
    }
}

static void compare_workbook(struct work *work, const char *name,
                             const struct table_list *tables) {
    const char *workbook = sibling(work, name, "xlsx");
    const char *sheets = workbook != NULL ? helper_workbook(work, workbook) : NULL;
    if (sheets == NULL)
        return;
    const struct csv *csv = csv_read(work->arena, sheets);
    bool *read = arena_allocate(work->arena, csv->count, sizeof *read);
    for (size_t i = 0; i < tables->count; i++) {
        const struct table_cells *table = &tables->tables[i];
        size_t at = find_title(work, csv, table->title);
        if (at + table->count >= csv->count) {
            refuse(work, name, table->line, table->title, table->title, workbook, "");
            continue;
        }
        for (size_t k = 0; k < table->count; k++) {
            read[at + 1 + k] = true;
            compare_row(work, name, table, &table->rows[k], &csv->rows[at + 1 + k], workbook);
        }
    }
    find_unread(work, name, csv, read, workbook);
}

/* --- the text --- */

/* A figure: digits with a mark, or the sign of what is hidden. */
static bool is_figure(const char *text) {
    double value;
    int decimals;
    text += text[0] == '<' || text[0] == '>';
    return strcmp(text, "·") == 0 || strcmp(text, "–") == 0 ||
           table_cells_number(text, &value, &decimals);
}

/* The figures of a part of the text: what stands alone between two blanks and two blanks or the
 * end of the line. Each is followed by a line feed. */
static const char *text_figures(struct arena *arena, const char *at, const char *end) {
    struct text figures = {0};
    while (at < end) {
        size_t length = strcspn(at, " \n");
        bool apart = (at[length] == '\n' || strncmp(at + length, "  ", 2) == 0);
        const char *word = arena_copy_bytes(arena, at, length);
        if (length > 0 && apart && at[-1] == ' ' && at[-2] == ' ' && is_figure(word))
            text_add_format(&figures, "%s\n", word);
        at += length + (at[length] != '\0');
    }
    const char *copy = arena_copy(arena, text_string(&figures));
    text_free(&figures);
    return copy;
}

/* How often word is a line of it. */
static size_t times_in(const char *lines, const char *word) {
    size_t times = 0;
    for (; *lines != '\0'; lines += strcspn(lines, "\n") + 1) {
        size_t length = strcspn(lines, "\n");
        times += length == strlen(word) && strncmp(lines, word, length) == 0;
    }
    return times;
}

/* The figures of a table, and what its heads and labels say, a line each. */
static void gather(const struct table_cells *table, struct text *figures, struct text *heads) {
    for (size_t i = 0; i < table->count; i++)
        for (size_t k = 0; k < table->rows[i].count; k++) {
            const struct cell *cell = &table->rows[i].cells[k];
            if (!cell->figure || k == 0)
                text_add_format(heads, "%s\n", cell->text);
            else if (is_figure(cell->text))
                text_add_format(figures, "%s\n", cell->text);
        }
}

static void compare_figures(struct work *work, const struct table_cells *table,
                            const char *name, const char *figures, const char *other) {
    struct text own = {0}, heads = {0};
    gather(table, &own, &heads);
    for (const char *at = text_string(&own); *at != '\0'; at += strcspn(at, "\n") + 1) {
        const char *word = arena_copy_bytes(work->arena, at, strcspn(at, "\n"));
        if (times_in(figures, word) < times_in(text_string(&own), word))
            refuse(work, name, table->line, table->title, word, other, "");
    }
    for (const char *at = figures; *at != '\0'; at += strcspn(at, "\n") + 1) {
        const char *word = arena_copy_bytes(work->arena, at, strcspn(at, "\n"));
        if (times_in(figures, word) > times_in(text_string(&own), word) &&
            strstr(text_string(&heads), word) == NULL)
            refuse(work, name, table->line, table->title, "", other, word);
    }
    text_free(&own);
    text_free(&heads);
}

/* Where the table of that title begins; a long title goes on in the next line. */
static const char *find_table(struct work *work, const char *text, const char *title) {
    const char *number = strchr(title, '.');
    const char *start =
        number == NULL ? title
                       : arena_format(work->arena, "\n%.*s ", (int)(number + 1 - title), title);
    return strstr(text, start);
}

static void compare_text(struct work *work, const char *name, const struct table_list *tables) {
    const char *other = sibling(work, name, "txt");
    const char *text = other != NULL ? work_load(work, other) : NULL;
    if (text == NULL)
        return;
    text = plain_blanks(work->arena, text);
    for (size_t i = 0; i < tables->count; i++) {
        const struct table_cells *table = &tables->tables[i];
        const char *at = find_table(work, text, table->title), *end = NULL;
        if (at == NULL) {
            refuse(work, name, table->line, table->title, table->title, other, "");
            continue;
        }
        if (i + 1 < tables->count)
            end = find_table(work, at, tables->tables[i + 1].title);
        end = end != NULL ? end : at + strlen(at);
        compare_figures(work, table, name, text_figures(work->arena, at + 1, end), other);
    }
}

/* --- the languages --- */

static bool differ(const struct cell *one, const struct cell *other) {
    double a, b;
    int ignored;
    bool number = table_cells_number(one->text, &a, &ignored);
    if (number != table_cells_number(other->text, &b, &ignored))
        return true;
    return number && fabs(a - b) > 1e-9;
}

static void compare_language(struct work *work, const char *name,
                             const struct table_list *tables, const char *other) {
    const char *page = work_load(work, other);
    if (page == NULL)
        return;
    struct table_list list = table_cells_of_page(work->arena, page);
    for (size_t i = 0; i < tables->count; i++) {
        const struct table_cells *one = &tables->tables[i], *two = &list.tables[i];
        if (i >= list.count || one->count != two->count) {
            refuse(work, name, one->line, one->title, one->title, other, "");
            return;
        }
        for (size_t k = 0; k < one->count; k++)
            for (size_t m = 0; m < one->rows[k].count && m < two->rows[k].count; m++)
                if (one->rows[k].cells[m].figure &&
                    differ(&one->rows[k].cells[m], &two->rows[k].cells[m]))
                    refuse(work, name, one->rows[k].cells[m].line, one->title,
                           one->rows[k].cells[m].text, other, two->rows[k].cells[m].text);
    }
}

void tables_check(struct work *work) {
    const char *first = NULL;
    struct table_list first_tables = {0};
    for (size_t i = 0; i < work->files->count; i++) {
        const char *name = work->files->files[i].name;
        const char *page =
            run_files_fits(name, "public/tables.", ".html") ? work_load(work, name) : NULL;
        if (page == NULL)
            continue;
        struct table_list tables = table_cells_of_page(work->arena, page);
        compare_workbook(work, name, &tables);
        compare_text(work, name, &tables);
        if (first != NULL)
            compare_language(work, first, &first_tables, name);
        else {
            first = name;
            first_tables = tables;
        }
    }
}
