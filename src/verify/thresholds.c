#include "verify/thresholds.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "verify/published.h"

static double people(const struct published_row *row) {
    return strcmp(row->statistic, "count") == 0 ? row->value
           : published_is_share(row)            ? nearbyint(row->value * row->base)
                                                : 0;
}

static void check_row(struct work *work, const struct published_file *file,
                      const struct published_row *row) {
    struct diag_place place = work_place(work, "public/published.csv", row->line);
    double count = people(row);
    if (row->level[0] != '\0' && count > 0.5 && count < (double)file->min_cell - 0.5)
        diag_add(work->diag, DIAG_ERROR, &place,
                 "'%s' shows fewer than %ld of the group '%s': do not send it; make it anew "
                 "with 'nachlese run'",
                 "„%s“ zeigt weniger als %ld der Gruppe „%s“: nicht verschicken; mit „nachlese "
                 "run“ neu erzeugen",
                 row->question, file->min_cell, row->level);
    if (strstr(row->flag, "suppressed") != NULL && (!isnan(row->value) || !isnan(row->base)))
        diag_add(work->diag, DIAG_ERROR, &place,
                 "a figure of '%s' is called hidden and is there: do not send it; make it anew "
                 "with 'nachlese run'",
                 "eine Zahl von „%s“ gilt als verborgen und steht da: nicht verschicken; mit "
                 "„nachlese run“ neu erzeugen",
                 row->question);
}

void thresholds_check(struct work *work) {
    const struct published_file *file = published_load(work);
    if (file != NULL && file->min_cell <= 0) {
        struct diag_place place = work_place(work, "public/published.csv", 2);
        diag_add(work->diag, DIAG_ERROR, &place,
                 "does not say its thresholds: make it anew with 'nachlese run'",
                 "nennt seine Schwellen nicht: mit „nachlese run“ neu erzeugen");
    }
    for (size_t i = 0; file != NULL && i < file->count; i++)
        check_row(work, file, &file->rows[i]);
}
