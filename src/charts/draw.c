#include "charts/draw.h"

#include <assert.h>

#include "charts/draw_columns.h"
#include "charts/draw_rows.h"
#include "charts/draw_stacked.h"

/* Each draws heading, data and notes. */
static void (*const kinds[CHART_KINDS])(struct drawing *drawing) = {
    [CHART_BARS] = draw_bars,       [CHART_RANKING] = draw_bars,
    [CHART_STACKED] = draw_stacked, [CHART_DIVERGING] = draw_stacked,
    [CHART_DOTS] = draw_dots,       [CHART_COLUMNS] = draw_columns,
};

void draw_chart(const struct chart *chart, const struct form *form, bool svg, bool png,
                struct text *result) {
    assert(chart->row_count > 0 && chart->kind < CHART_KINDS);
    struct drawing drawing = {.chart = chart, .form = form, .arena = arena_new()};
    kinds[chart->kind](&drawing);
    script_finish(drawing.script, drawing.y, svg, png, result);
    script_free(drawing.script);
    arena_free(drawing.arena);
}
