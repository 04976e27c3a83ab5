#include "verify/counts.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "verify/published.h"
#include "verify/table_cells.h"

/* The part of a page about that question; NULL where it has none. */
static const char *part_of(struct work *work, const char *page, const char *question) {
    const char *start = arena_format(
        work->arena, "<section class=\"question\" aria-labelledby=\"%s\">", question);
    const char *part = strstr(page, start);
    const char *end = part != NULL ? strstr(part, "</section>") : NULL;
    return end != NULL ? arena_copy_bytes(work->arena, part, (size_t)(end - part)) : NULL;
}

/* In how many cells of figures it stands. */
static size_t times_shown(const struct table_list *tables, double value) {
    size_t times = 0;
    double shown;
    int decimals;
    for (size_t i = 0; i < tables->count; i++)
        for (size_t k = 0; k < tables->tables[i].count; k++) {
            const struct table_row *row = &tables->tables[i].rows[k];
            for (size_t m = 0; m < row->count; m++)
                times += row->cells[m].figure &&
                         table_cells_number(row->cells[m].text, &shown, &decimals) &&
                         !(fabs(shown - value) > 0);
        }
    return times;
}

static bool is_wanted(const struct published_row *row) {
    return strcmp(row->statistic, "count") == 0 && row->by[0] == '\0' && !isnan(row->value);
}

static void compare(struct work *work, const struct published_file *file, size_t first,
                    size_t end, const struct table_list *tables, const char *name) {
    for (size_t i = first; i < end; i++) {
        const struct published_row *row = &file->rows[i];
        size_t wanted = 0;
        for (size_t k = first; is_wanted(row) && k < end; k++)
            wanted +=
                is_wanted(&file->rows[k]) && !(fabs(file->rows[k].value - row->value) > 0);
        if (wanted <= times_shown(tables, row->value))
            continue;
        struct diag_place place = work_place(work, "public/published.csv", row->line);
        diag_add(work->diag, DIAG_ERROR, &place,
                 "the count %.0f of '%s' is not in %s as often as here: make all anew with "
                 "'nachlese run', and change nothing by hand",
                 "die Anzahl %.0f von „%s“ steht in %s nicht so oft wie hier: alles mit "
                 "„nachlese run“ neu erzeugen und nichts von Hand ändern",
                 row->value, row->question, name);
    }
}

static void look_through(struct work *work, const struct published_file *file, const char *name,
                         const char *page) {
    for (size_t first = 0, end; first < file->count; first = end) {
        const char *question = file->rows[first].question;
        for (end = first + 1;
             end < file->count && strcmp(file->rows[end].question, question) == 0; end++)
            continue;
        const char *part = question[0] != '\0' ? part_of(work, page, question) : NULL;
        if (part == NULL)
            continue;
        struct table_list tables = table_cells_of_page(work->arena, part);
        compare(work, file, first, end, &tables, name);
    }
}

void counts_check(struct work *work) {
    const struct published_file *file = published_load(work);
    for (size_t i = 0; file != NULL && i < work->files->count; i++) {
        const char *name = work->files->files[i].name;
        const char *page =
            run_files_fits(name, "public/tables.", ".html") ? work_load(work, name) : NULL;
        if (page != NULL)
            look_through(work, file, name, page);
    }
}
