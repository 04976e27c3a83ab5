#include "charts/draw.h"

#include <assert.h>

#include "charts/frame.h"

static void (*const kinds[CHART_KINDS])(struct drawing *drawing) = {
    [CHART_BARS] = draw_bars,         [CHART_RANKING] = draw_bars,
    [CHART_STACKED] = draw_stacked,   [CHART_DIVERGING] = draw_stacked,
    [CHART_DUMBBELL] = draw_dumbbell, [CHART_HISTOGRAM] = draw_histogram,
};

void draw_chart(const struct chart *chart, bool svg, bool png, struct text *result) {
    assert(chart->row_count > 0 && chart->kind < CHART_KINDS);
    struct drawing drawing = {.chart = chart, .arena = arena_new()};
    kinds[chart->kind](&drawing);
    script_finish(drawing.script, drawing.y, svg, png, result);
    script_free(drawing.script);
    arena_free(drawing.arena);
}
