/* Horizontal bars, each on a track up to its whole, with whiskers where there is an interval. A
 * ranking's bar has two parts. */
#include "charts/draw.h"
#include "charts/frame.h"
#include "charts/palette.h"

enum { LABEL_WIDTH = 250, BAR_HALF = 9, WHISKER_HALF = 4 };

static double percent(int64_t count, int64_t base) {
    return base > 0 ? 100.0 * (double)count / (double)base : 0;
}

/* Rows y low high, one block per colour. */
static void add_bars(struct drawing *drawing, const struct frame_rows *rows, double top,
                     bool leads) {
    const struct chart *chart = drawing->chart;
    const char *name = leads ? "leaders" : "bars";
    size_t used = 0;
    script_begin_block(drawing->script, name, "y, percent, from, to (pixels)");
    for (size_t i = 0; i < chart->row_count; i++) {
        const struct chart_row *row = &chart->rows[i];
        double y = top + rows->middles[i];
        int64_t count = chart->kind == CHART_RANKING && leads ? row->part : row->share.count;
        if (chart->kind == CHART_RANKING ? count == 0 : row->leads != leads)
            continue;
        double numbers[] = {y, percent(count, row->share.base), y - BAR_HALF, y + BAR_HALF};
        script_row(drawing->script, 4, numbers);
        used++;
    }
    script_end_block(drawing->script);
    if (used > 0)
        script_plot(drawing->script,
                    "$%s using (0):1:(0):2:3:4 with boxxyerror fillstyle solid 1 noborder "
                    "fillcolor rgb \"%s\"",
                    name, leads ? PALETTE_LEADER : PALETTE_BAR);
}

static void add_tracks(struct drawing *drawing, const struct frame_rows *rows, double top) {
    script_begin_block(drawing->script, "tracks", "y, from, to (pixels)");
    for (size_t i = 0; i < drawing->chart->row_count; i++) {
        double y = top + rows->middles[i];
        double numbers[] = {y, y - BAR_HALF, y + BAR_HALF};
        script_row(drawing->script, 3, numbers);
    }
    script_end_block(drawing->script);
    script_plot(drawing->script,
                "$tracks using (0):1:(0):(100):2:3 with boxxyerror fillstyle solid 1 noborder "
                "fillcolor rgb \"" PALETTE_TRACK "\"");
}

/* A dark line on a white one is seen on the bar and beside it. */
static void add_whiskers(struct drawing *drawing, const struct frame_rows *rows, double top) {
    static const struct {
        const char *colour;
        double thickness;
        int ends;
    } lines[] = {{PALETTE_PAPER, 4.5, WHISKER_HALF + 1}, {PALETTE_INK, 1.5, WHISKER_HALF}};
    size_t used = 0;
    script_begin_block(drawing->script, "intervals", "y, low, high (percent)");
    for (size_t i = 0; i < drawing->chart->row_count; i++) {
        const struct chart_row *row = &drawing->chart->rows[i];
        if (!row->has_interval)
            continue;
        double numbers[] = {top + rows->middles[i], 100 * row->low, 100 * row->high};
        script_row(drawing->script, 3, numbers);
        used++;
    }
    script_end_block(drawing->script);
    for (size_t i = 0; i < sizeof lines / sizeof *lines && used > 0; i++) {
        script_plot(drawing->script,
                    "$intervals using 2:1:($3-$2):(0) with vectors nohead linewidth %g "
                    "linecolor rgb \"%s\"",
                    lines[i].thickness, lines[i].colour);
        for (int column = 2; column <= 3; column++)
            script_plot(drawing->script,
                        "$intervals using %d:($1-%d):(0):(%d) with vectors nohead linewidth "
                        "%g linecolor rgb \"%s\"",
                        column, lines[i].ends, 2 * lines[i].ends, lines[i].thickness,
                        lines[i].colour);
    }
}

static void draw_ranking_keys(struct drawing *drawing, double left, double right) {
    const struct chart *chart = drawing->chart;
    struct frame_key keys[] = {{chart->heads[0], PALETTE_LEADER, 0, SCRIPT_BOX},
                               {chart->heads[1], PALETTE_BAR, 0, SCRIPT_BOX}};
    if (chart->kind == CHART_RANKING && chart->heads[0] != NULL && chart->heads[1] != NULL)
        drawing->y = frame_draw_keys(drawing, keys, 2, left, right) + FRAME_ROW_GAP;
}

static void draw_column_head(struct drawing *drawing, const struct frame_column *column,
                             double right) {
    if (column->head.count == 0)
        return;
    double end = drawing->y + (double)column->head.count * metrics_line_height(&frame_small);
    frame_draw_head(drawing, right, end, SCRIPT_RIGHT, &column->head);
    drawing->y = end + FRAME_ROW_GAP;
}

void draw_bars(struct drawing *drawing) {
    struct frame_rows rows = frame_measure_rows(drawing, LABEL_WIDTH, FRAME_BAR);
    bool ranking = drawing->chart->kind == CHART_RANKING;
    struct frame_column column =
        frame_measure_column(drawing, ranking ? NULL : drawing->chart->heads[0], false);
    double left = FRAME_MARGIN + rows.width + FRAME_GAP, width = FRAME_WIDTH;
    double beside = FRAME_GAP + column.width + FRAME_MARGIN;
    if (width - left - beside < FRAME_LEAST_AREA)
        width = left + FRAME_LEAST_AREA + beside;
    frame_begin(drawing, width);
    draw_ranking_keys(drawing, left, width - FRAME_MARGIN);
    draw_column_head(drawing, &column, width - FRAME_MARGIN);
    struct box area = {left, drawing->y, width - beside, drawing->y + rows.height};
    frame_draw_labels(drawing, &rows, left - FRAME_GAP);
    frame_draw_figures(drawing, &rows, width - FRAME_MARGIN, false);
    add_tracks(drawing, &rows, area.top);
    add_bars(drawing, &rows, area.top, false);
    add_bars(drawing, &rows, area.top, true);
    add_whiskers(drawing, &rows, area.top);
    frame_draw_axis(drawing, area);
    frame_end(drawing);
}
