/* Two shares a row, a filled disc and an open square, joined by a line: how far apart they are
 * is what the picture says. */
#include "charts/draw.h"
#include "charts/frame.h"
#include "charts/palette.h"

enum { LABEL_WIDTH = 210, ROW_HEIGHT = 24, AREA_INSET = 10 };

static double percent(const struct chart_share *share) {
    return share->base > 0 ? 100.0 * (double)share->count / (double)share->base : 0;
}

static void add_pairs(struct drawing *drawing, const struct frame_rows *rows, double top) {
    size_t used = 0;
    script_begin_block(drawing->script, "pairs", "y, first, second (percent)");
    for (size_t i = 0; i < drawing->chart->row_count; i++) {
        const struct chart_row *row = &drawing->chart->rows[i];
        if (row->share.base == 0 || row->second.base == 0)
            continue;
        double numbers[] = {top + rows->middles[i], percent(&row->share),
                            percent(&row->second)};
        script_row(drawing->script, 3, numbers);
        used++;
    }
    script_end_block(drawing->script);
    if (used == 0)
        return;
    script_plot(drawing->script, "$pairs using 2:1:($3-$2):(0) with vectors nohead linewidth 5 "
                                 "linecolor rgb \"" PALETTE_LINE "\"");
    script_plot_signs(drawing->script, "pairs", "3:1", SCRIPT_SQUARE, PALETTE_SECOND);
    script_plot_signs(drawing->script, "pairs", "2:1", SCRIPT_DISC, PALETTE_FIRST);
}

/* A light band per row from nobody to all, on which the signs lie. */
static void add_bands(struct drawing *drawing, const struct frame_rows *rows, double top) {
    script_begin_block(drawing->script, "bands", "y");
    for (size_t i = 0; i < drawing->chart->row_count; i++) {
        double y = top + rows->middles[i];
        script_row(drawing->script, 1, &y);
    }
    script_end_block(drawing->script);
    script_plot(drawing->script,
                "$bands using (0):1:(100):(0) with vectors nohead linewidth 1 linecolor rgb "
                "\"" PALETTE_LINE "\"");
}

/* The legend above, and the heads over the figures. */
static void draw_heads(struct drawing *drawing, const struct frame_column columns[2],
                       const double edges[2], double left) {
    const struct chart *chart = drawing->chart;
    struct frame_key keys[] = {{chart->heads[0], PALETTE_FIRST, 0, SCRIPT_DISC},
                               {chart->heads[1], PALETTE_SECOND, 0, SCRIPT_SQUARE}};
    double end = frame_draw_keys(drawing, keys, 2, FRAME_MARGIN, left);
    for (int i = 0; i < 2; i++) {
        double below =
            drawing->y + (double)columns[i].head.count * metrics_line_height(&frame_small);
        end = below > end ? below : end;
    }
    for (int i = 0; i < 2; i++)
        frame_draw_head(drawing, edges[i], end, SCRIPT_RIGHT, &columns[i].head);
    drawing->y = end + FRAME_ROW_GAP;
}

void draw_dumbbell(struct drawing *drawing) {
    const struct chart *chart = drawing->chart;
    struct frame_rows rows = frame_measure_rows(drawing, LABEL_WIDTH, ROW_HEIGHT);
    struct frame_column columns[] = {frame_measure_column(drawing, chart->heads[0], false),
                                     frame_measure_column(drawing, chart->heads[1], true)};
    double left = FRAME_MARGIN + rows.width + FRAME_GAP + AREA_INSET, width = FRAME_WIDTH;
    double beside =
        AREA_INSET + 2 * FRAME_GAP + columns[0].width + columns[1].width + FRAME_MARGIN;
    if (width - left - beside < FRAME_LEAST_AREA)
        width = left + FRAME_LEAST_AREA + beside;
    double edges[] = {width - FRAME_MARGIN - columns[1].width - FRAME_GAP,
                      width - FRAME_MARGIN};
    frame_begin(drawing, width);
    draw_heads(drawing, columns, edges, width - beside);
    struct box area = {left, drawing->y, width - beside, drawing->y + rows.height};
    frame_draw_labels(drawing, &rows, left - FRAME_GAP - AREA_INSET);
    frame_draw_figures(drawing, &rows, edges[0], false);
    frame_draw_figures(drawing, &rows, edges[1], true);
    add_bands(drawing, &rows, area.top);
    add_pairs(drawing, &rows, area.top);
    frame_draw_axis(drawing, area);
    frame_end(drawing);
}
