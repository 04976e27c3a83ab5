#include "charts/chart.h"

#include <inttypes.h>
#include <string.h>

/* A label that is a sentence loses its full stop before the colon. */
static void add_label(struct text *result, const char *label) {
    size_t length = strlen(label);
    text_add_bytes(result, label, length > 0 && label[length - 1] == '.' ? length - 1 : length);
}

/* "head figure", or what there is of both. */
static void add_figure(struct text *result, const char *before, const char *head,
                       const char *figure) {
    text_add(result, before);
    if (head != NULL) {
        add_label(result, head);
        text_add(result, " ");
    }
    text_add(result, figure);
}

/* The totals of both sides; where there are none, every class. */
static void add_segments(const struct chart *chart, const struct chart_row *row,
                         struct text *result) {
    const char *before = "";
    for (int i = 1; i >= 0; i--) {
        if (chart->heads[i] == NULL || row->ends[i] == NULL)
            continue;
        add_figure(result, before, chart->heads[i], row->ends[i]);
        before = ", ";
    }
    for (size_t i = 0; i < chart->class_count && before[0] == '\0' && row->share.base > 0;
         i++) {
        text_add(result, i > 0 ? ", " : "");
        add_label(result, chart->classes[i]);
        text_add_format(result, " %" PRId64, row->segments[i]);
    }
    if (row->share.base == 0 && row->share.figure != NULL)
        text_add(result, row->share.figure);
}

static void add_marks(const struct chart *chart, const struct chart_row *row,
                      struct text *result) {
    const char *before = "";
    for (size_t i = 0; i < chart->mark_count; i++) {
        if (row->marks[i].figure == NULL)
            continue;
        add_figure(result, before, chart->marks[i], row->marks[i].figure);
        before = ", ";
    }
}

static void add_row(const struct chart *chart, const struct chart_row *row,
                    struct text *result) {
    add_label(result, row->label);
    text_add(result, row->label[0] != '\0' ? ": " : "");
    if (chart->class_count > 0)
        add_segments(chart, row, result);
    else if (chart->kind == CHART_DOTS)
        add_marks(chart, row, result);
    else
        text_add(result, row->share.figure);
    if (chart->kind == CHART_RANKING && chart->heads[0] != NULL && row->share.base > 0)
        text_add_format(result, ", %s %" PRId64, chart->heads[0], row->part);
    text_add(result, ".\n");
}

void chart_describe(const struct chart *chart, struct text *result) {
    if (chart->warning != NULL)
        text_add_format(result, "%s\n", chart->warning);
    size_t rows =
        chart->row_count < CHART_DESCRIBED_ROWS ? chart->row_count : CHART_DESCRIBED_ROWS;
    if (chart->has_line)
        text_add_format(result, "%s.\n", chart->line_words);
    for (size_t i = 0; i < rows && !chart->has_line; i++)
        add_row(chart, &chart->rows[i], result);
}
