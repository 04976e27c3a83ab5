#include "verify/published.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "verify/csv.h"

static double number_in(const char *field) {
    double value;
    return number_parse_double(field, strlen(field), &value) ? value : NAN;
}

static long threshold(const char *method, const char *name) {
    const char *found = strstr(method, name);
    return found != NULL ? strtol(found + strlen(name), NULL, 10) : 0;
}

static struct published_row read_row(const struct csv *csv, const struct csv_row *row) {
    return (struct published_row){
        .question = csv_field(csv, row, "question"),
        .item = csv_field(csv, row, "item"),
        .category = csv_field(csv, row, "category"),
        .by = csv_field(csv, row, "by"),
        .level = csv_field(csv, row, "level"),
        .statistic = csv_field(csv, row, "statistic"),
        .flag = csv_field(csv, row, "flag"),
        .value = number_in(csv_field(csv, row, "value")),
        .base = number_in(csv_field(csv, row, "n")),
        .line = row->line,
    };
}

const struct published_file *published_load(struct work *work) {
    const char *bytes = work_load(work, "public/published.csv");
    const struct csv *csv = csv_read(work->arena, bytes != NULL ? bytes : "");
    if (csv->count < 2 ||
        strcmp(csv_field(csv, &csv->rows[1], "statistic"), "published") != 0) {
        struct diag_place place = work_place(work, "public/published.csv", 2);
        diag_add(work->diag, DIAG_ERROR, &place,
                 "does not say that the privacy gate has passed it: make it anew with "
                 "'nachlese run'",
                 "sagt nicht, dass die Prüfung zum Schutz Einzelner es durchgelassen hat: mit "
                 "„nachlese run“ neu erzeugen");
        return NULL;
    }
    struct published_file *file = arena_allocate(work->arena, 1, sizeof *file);
    const char *method = csv_field(csv, &csv->rows[1], "method");
    file->min_cell = threshold(method, "min_cell=");
    file->min_group = threshold(method, "min_group=");
    file->rows = arena_allocate(work->arena, csv->count, sizeof *file->rows);
    for (size_t i = 1; i < csv->count; i++)
        file->rows[file->count++] = read_row(csv, &csv->rows[i]);
    return file;
}

bool published_is_share(const struct published_row *row) {
    static const char *const shares[] = {"share", "top2",  "bottom2", "set",
                                         "unmet", "first", "top",     "any"};
    for (size_t i = 0; i < sizeof shares / sizeof shares[0]; i++)
        if (strcmp(row->statistic, shares[i]) == 0)
            return !isnan(row->value) && !isnan(row->base);
    return false;
}

bool published_same_place(const struct published_row *one, const struct published_row *other) {
    return strcmp(one->question, other->question) == 0 && strcmp(one->item, other->item) == 0 &&
           strcmp(one->category, other->category) == 0 && strcmp(one->by, other->by) == 0 &&
           strcmp(one->level, other->level) == 0;
}

static void refuse(struct work *work, const struct published_row *row) {
    struct diag_place place = work_place(work, "public/published.csv", row->line);
    diag_add(work->diag, DIAG_ERROR, &place,
             "%s of '%s': share, count and base do not belong together: make it anew with "
             "'nachlese run', and change nothing by hand",
             "%s von „%s“: Anteil, Anzahl und Basis passen nicht zusammen: mit „nachlese run“ "
             "neu erzeugen und nichts von Hand ändern",
             row->statistic, row->question);
}

/* A count stands right before its share, in the rows of the same place. */
static const struct published_row *count_of(const struct published_file *file, size_t share) {
    const struct published_row *row = &file->rows[share];
    for (size_t i = share; i-- > 0 && published_same_place(&file->rows[i], row);)
        if (strcmp(file->rows[i].statistic, "count") == 0)
            return &file->rows[i];
    return NULL;
}

void published_check(struct work *work) {
    const struct published_file *file = published_load(work);
    for (size_t i = 0; file != NULL && i < file->count; i++) {
        const struct published_row *row = &file->rows[i];
        if (!published_is_share(row))
            continue;
        double people = row->value * row->base;
        const struct published_row *count = count_of(file, i);
        bool whole = fabs(people - nearbyint(people)) < 1e-6 * (1 + people);
        bool counted = strcmp(row->statistic, "share") != 0 || count == NULL ||
                       (fabs(count->value - people) < 1e-6 * (1 + people) &&
                        !(fabs(count->base - row->base) > 0));
        if (!whole || !counted || row->value < 0 || row->value > 1)
            refuse(work, row);
    }
}
