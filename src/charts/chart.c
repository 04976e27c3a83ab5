#include "charts/chart.h"

#include <inttypes.h>
#include <string.h>

/* A label that is a sentence loses its full stop before the colon. */
static void add_label(struct text *result, const char *label) {
    size_t length = strlen(label);
    text_add_bytes(result, label, length > 0 && label[length - 1] == '.' ? length - 1 : length);
}

static void add_segments(const struct chart *chart, const struct chart_row *row,
                         struct text *result) {
    bool figure = chart->heads[0] != NULL && row->share.figure != NULL;
    if (figure)
        text_add_format(result, ": %s %s", chart->heads[0], row->share.figure);
    for (size_t i = 0; i < chart->class_count; i++) {
        text_add(result, i > 0 ? ", " : figure ? "; " : ": ");
        add_label(result, chart->classes[i]);
        text_add_format(result, " %" PRId64, row->segments[i]);
    }
    for (size_t i = 0; i < chart->beside_count; i++) {
        if (row->beside[i] < 0)
            continue;
        text_add(result, i > 0 ? ", " : "; ");
        add_label(result, chart->besides[i]);
        text_add_format(result, " %" PRId64, row->beside[i]);
    }
}

static void add_figure(struct text *result, const char *before, const char *head,
                       const char *figure) {
    text_add_format(result, "%s%s%s%s", before, head != NULL ? head : "",
                    head != NULL ? " " : "", figure);
}

static void add_row(const struct chart *chart, const struct chart_row *row,
                    struct text *result) {
    add_label(result, row->label);
    if (chart->class_count > 0)
        add_segments(chart, row, result);
    else if (chart->kind == CHART_DUMBBELL) {
        add_figure(result, ": ", chart->heads[0], row->share.figure);
        add_figure(result, ", ", chart->heads[1], row->second.figure);
    } else
        add_figure(result, ": ", NULL, row->share.figure);
    if (chart->kind == CHART_RANKING && chart->heads[0] != NULL)
        text_add_format(result, ", %s %" PRId64, chart->heads[0], row->part);
    text_add(result, ".\n");
}

void chart_describe(const struct chart *chart, struct text *result) {
    if (chart->warning != NULL)
        text_add_format(result, "%s\n", chart->warning);
    size_t length = strlen(chart->subtitle);
    bool open = length > 0 && strchr(".?!:", chart->subtitle[length - 1]) == NULL;
    if (length > 0)
        text_add_format(result, "%s%s\n", chart->subtitle, open ? "." : "");
    for (size_t i = 0; i < chart->row_count; i++)
        add_row(chart, &chart->rows[i], result);
    for (size_t i = 0; i < chart->note_count; i++)
        text_add_format(result, "%s\n", chart->notes[i]);
}
