/* Columns over classes of numbers. A column's area is its count, so that a class made of
 * several looks no fuller than it is; the count itself is above. */
#include <inttypes.h>

#include "charts/draw.h"
#include "charts/frame.h"
#include "charts/palette.h"

enum { HEIGHT = 200, LABEL_GAP = 4, TICK = 6 };

/* Counts per unit of the axis. */
static double density(const struct chart_row *row) {
    return (double)row->share.count / (row->to - row->from);
}

static double highest(const struct chart *chart) {
    double most = 0;
    for (size_t i = 0; i < chart->row_count; i++)
        if (density(&chart->rows[i]) > most)
            most = density(&chart->rows[i]);
    return most > 0 ? most : 1;
}

static const char *count_of(const struct drawing *drawing, const struct chart_row *row) {
    return arena_format(drawing->arena, "%" PRId64, row->share.count);
}

/* How the columns are named. */
enum naming {
    NAMED_BELOW, /* every label fits under its column when it wraps */
    NAMED_EDGES, /* every lower bound fits under its column's left edge, side by side */
    NAMED_NOT    /* there is no room */
};

static enum naming naming_of(const struct drawing *drawing, double scale) {
    const struct chart *chart = drawing->chart;
    enum naming naming = NAMED_BELOW;
    for (size_t i = 0; i < chart->row_count; i++) {
        const struct chart_row *row = &chart->rows[i];
        double width = (row->to - row->from) * scale - LABEL_GAP;
        if (metrics_width(&frame_figure, count_of(drawing, row)) > width ||
            metrics_width(&frame_small, row->edge) > width)
            return NAMED_NOT;
        if (metrics_longest_word(&frame_small, row->label) > width)
            naming = NAMED_EDGES;
    }
    return naming;
}

static void add_columns(struct drawing *drawing, const struct box *area, double scale) {
    const struct chart *chart = drawing->chart;
    double most = highest(chart);
    script_begin_block(drawing->script, "classes", "from, to, count, top (pixels)");
    for (size_t i = 0; i < chart->row_count; i++) {
        const struct chart_row *row = &chart->rows[i];
        double top = area->bottom - HEIGHT * density(row) / most;
        double numbers[] = {row->from, row->to, (double)row->share.count, top};
        script_row(drawing->script, 4, numbers);
        double x = area->left + ((row->from + row->to) / 2 - chart->rows[0].from) * scale;
        script_text(drawing->script, x, top - metrics_line_height(&frame_figure) / 2,
                    SCRIPT_CENTRE, &frame_figure, count_of(drawing, row));
    }
    script_end_block(drawing->script);
    script_plot(drawing->script,
                "$classes using (($1+$2)/2):4:1:2:(%.2f):4 with boxxyerror fillstyle solid 1 "
                "border rgb \"" PALETTE_PAPER "\" linewidth 1.5 fillcolor rgb \"" PALETTE_BAR
                "\"",
                area->bottom);
}

static void draw_labels(struct drawing *drawing, const struct box *area, double scale) {
    const struct chart *chart = drawing->chart;
    for (size_t i = 0; i < chart->row_count; i++) {
        const struct chart_row *row = &chart->rows[i];
        double width = (row->to - row->from) * scale - LABEL_GAP;
        double x = area->left + ((row->from + row->to) / 2 - chart->rows[0].from) * scale;
        struct lines lines = metrics_wrap(drawing->arena, &frame_small, row->label, width);
        double below = frame_draw_lines(drawing, x, area->bottom + LABEL_GAP, SCRIPT_CENTRE,
                                        &frame_small, &lines);
        drawing->y = below > drawing->y ? below : drawing->y;
    }
}

static void draw_edge(struct drawing *drawing, const struct box *area, double x,
                      const char *words, enum script_align align) {
    struct lines lines = metrics_wrap(drawing->arena, &frame_small, words, FRAME_WIDTH);
    script_line(drawing->script, x, area->bottom, x, area->bottom + TICK, PALETTE_GREY, 1);
    drawing->y = frame_draw_lines(drawing, x, area->bottom + TICK, align, &frame_small, &lines);
}

/* A tick at the left edge of each column, with its number; at the right end, where there is
 * room. */
static void draw_edges(struct drawing *drawing, const struct box *area, double scale) {
    const struct chart *chart = drawing->chart;
    for (size_t i = 0; i < chart->row_count; i++) {
        double x = area->left + (chart->rows[i].from - chart->rows[0].from) * scale;
        draw_edge(drawing, area, x, chart->rows[i].edge, SCRIPT_CENTRE);
    }
    const struct chart_row *last = &chart->rows[chart->row_count - 1];
    double room = (last->to - last->from) * scale - LABEL_GAP;
    if (metrics_width(&frame_small, last->edge) + metrics_width(&frame_small, last->end) < room)
        draw_edge(drawing, area, area->right, last->end, SCRIPT_RIGHT);
}

void draw_histogram(struct drawing *drawing) {
    const struct chart *chart = drawing->chart;
    double low = chart->rows[0].from, high = chart->rows[chart->row_count - 1].to;
    struct box area = {.left = 2 * FRAME_MARGIN, .right = FRAME_WIDTH - FRAME_MARGIN};
    double scale = (area.right - area.left) / (high - low);
    enum naming naming = naming_of(drawing, scale);
    if (naming == NAMED_NOT) {
        draw_bars(drawing);
        return;
    }
    frame_begin(drawing, FRAME_WIDTH);
    area.top = drawing->y + metrics_line_height(&frame_figure);
    area.bottom = area.top + HEIGHT;
    script_area(drawing->script, area, low, high);
    add_columns(drawing, &area, scale);
    script_line(drawing->script, area.left, area.bottom, area.right, area.bottom, PALETTE_GREY,
                1);
    drawing->y = area.bottom;
    if (naming == NAMED_BELOW)
        draw_labels(drawing, &area, scale);
    else
        draw_edges(drawing, &area, scale);
    frame_end(drawing);
}
