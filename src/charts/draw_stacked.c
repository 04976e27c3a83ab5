/* Rows that are a whole each, split into classes: from the left edge, or, for a scale with a
 * middle, to both sides of it. What is beside the scale has columns of its own at the right. */
#include <inttypes.h>
#include <stdio.h>

#include "charts/draw.h"
#include "charts/frame.h"
#include "charts/palette.h"

enum { LABEL_WIDTH = 200, BAR_HALF = 12, NUMBER_ROOM = 2, LEAST_AREA = 280, LEAST_SIDE = 3 };

/* The columns at the right and the x axis. */
struct layout {
    struct frame_rows rows;
    struct frame_column figure;
    struct frame_column *besides;
    double besides_width;
    double low, high; /* of the x axis, in percent; 0 is the left edge or the middle */
    struct box area;
};

/* What lies left of 0 in a row, in percent of its base: half of the middle class, and all
 * before it. */
static double left_of_zero(const struct chart *chart, const struct chart_row *row) {
    if (chart->kind != CHART_DIVERGING || row->share.base == 0)
        return 0;
    size_t half = chart->class_count / 2;
    double count = 0;
    for (size_t i = 0; i < half; i++)
        count += (double)row->segments[i];
    if (chart->class_count % 2 == 1)
        count += (double)row->segments[half] / 2;
    return 100 * count / (double)row->share.base;
}

static void measure_axis(const struct chart *chart, struct layout *layout) {
    layout->high = chart->kind == CHART_DIVERGING ? LEAST_SIDE : 100;
    layout->low = chart->kind == CHART_DIVERGING ? -LEAST_SIDE : 0;
    for (size_t i = 0; i < chart->row_count; i++) {
        double left = left_of_zero(chart, &chart->rows[i]);
        if (chart->rows[i].share.base == 0)
            continue;
        layout->low = -left < layout->low ? -left : layout->low;
        layout->high = 100 - left > layout->high ? 100 - left : layout->high;
    }
}

static void measure_besides(const struct drawing *drawing, struct layout *layout) {
    const struct chart *chart = drawing->chart;
    layout->besides =
        arena_allocate(drawing->arena, chart->beside_count, sizeof *layout->besides);
    for (size_t i = 0; i < chart->beside_count; i++) {
        struct frame_column *column = &layout->besides[i];
        double least = metrics_width(&frame_figure, "000");
        column->head = frame_wrap_head(drawing, chart->besides[i], least);
        column->width = column->head.width > least ? column->head.width : least;
        layout->besides_width += FRAME_GAP + column->width;
    }
}

/* Returns the picture's width. */
static double measure(const struct drawing *drawing, struct layout *layout) {
    layout->rows = frame_measure_rows(drawing, LABEL_WIDTH, 2 * BAR_HALF);
    layout->figure = frame_measure_column(drawing, drawing->chart->heads[0], false);
    measure_besides(drawing, layout);
    measure_axis(drawing->chart, layout);
    double left = FRAME_MARGIN + layout->rows.width + FRAME_GAP, width = FRAME_WIDTH;
    double right = FRAME_GAP + layout->figure.width + layout->besides_width + FRAME_MARGIN;
    if (width - left - right < LEAST_AREA)
        width = left + LEAST_AREA + right;
    layout->area.left = left;
    layout->area.right = width - right;
    return width;
}

static struct swatch swatch_of(const struct chart *chart, size_t class) {
    enum palette_family family = !chart->ordered                  ? PALETTE_NOMINAL
                                 : chart->kind == CHART_DIVERGING ? PALETTE_TWO_SIDED
                                                                  : PALETTE_SEQUENCE;
    return palette_class(family, class, chart->class_count);
}

/* The legend at the left, the heads of the columns at the right; both end above the rows. */
static void draw_heads(struct drawing *drawing, const struct layout *layout) {
    const struct chart *chart = drawing->chart;
    struct frame_key *keys = arena_allocate(drawing->arena, chart->class_count, sizeof *keys);
    struct swatch *swatches =
        arena_allocate(drawing->arena, chart->class_count, sizeof *swatches);
    for (size_t i = 0; i < chart->class_count; i++) {
        swatches[i] = swatch_of(chart, i);
        keys[i] = (struct frame_key){chart->classes[i], swatches[i].colour, swatches[i].pattern,
                                     SCRIPT_BOX};
    }
    double end =
        frame_draw_keys(drawing, keys, chart->class_count, FRAME_MARGIN, layout->area.right);
    size_t most = layout->figure.head.count;
    for (size_t i = 0; i < chart->beside_count; i++)
        if (layout->besides[i].head.count > most)
            most = layout->besides[i].head.count;
    double below = drawing->y + (double)most * metrics_line_height(&frame_small);
    end = below > end ? below : end;
    double x = layout->area.right + FRAME_GAP + layout->figure.width;
    frame_draw_head(drawing, x, end, SCRIPT_RIGHT, &layout->figure.head);
    for (size_t i = 0; i < chart->beside_count; i++) {
        x += FRAME_GAP + layout->besides[i].width;
        frame_draw_head(drawing, x, end, SCRIPT_RIGHT, &layout->besides[i].head);
    }
    drawing->y = end + FRAME_ROW_GAP;
}

static void draw_besides(struct drawing *drawing, const struct layout *layout) {
    const struct chart *chart = drawing->chart;
    double x = layout->area.right + FRAME_GAP + layout->figure.width;
    double line = x + FRAME_GAP / 2.0;
    if (chart->beside_count > 0)
        script_line(drawing->script, line, drawing->y - 2, line,
                    drawing->y + layout->rows.height + 2, PALETTE_LINE, 1);
    for (size_t i = 0; i < chart->beside_count; i++) {
        x += FRAME_GAP + layout->besides[i].width;
        for (size_t k = 0; k < chart->row_count; k++) {
            int64_t count = chart->rows[k].beside[i];
            const char *figure =
                count < 0 ? "–" : arena_format(drawing->arena, "%" PRId64, count);
            script_text(drawing->script, x, drawing->y + layout->rows.middles[k], SCRIPT_RIGHT,
                        &frame_figure, figure);
        }
    }
}

/* Where a class begins in a row, in percent. */
static double start_of(const struct chart *chart, const struct chart_row *row, size_t class) {
    double before = 0;
    for (size_t i = 0; i < class; i++)
        before += (double)row->segments[i];
    return 100 * before / (double)row->share.base - left_of_zero(chart, row);
}

/* The count on its segment; false where that is too narrow. */
static bool draw_number(struct drawing *drawing, const struct layout *layout, double y,
                        double from, double to, int64_t count, const char *ink) {
    double scale = (layout->area.right - layout->area.left) / (layout->high - layout->low);
    struct font font = {12, false, ink};
    const char *number = arena_format(drawing->arena, "%" PRId64, count);
    if ((to - from) * scale < metrics_width(&font, number) + NUMBER_ROOM)
        return false;
    double x = layout->area.left + ((from + to) / 2 - layout->low) * scale;
    script_text(drawing->script, x, y, SCRIPT_CENTRE, &font, number);
    return true;
}

/* Draws all segments of one class. True where each has its number. */
static bool draw_class(struct drawing *drawing, const struct layout *layout, size_t class) {
    const struct chart *chart = drawing->chart;
    struct swatch swatch = swatch_of(chart, class);
    bool all = true;
    size_t used = 0;
    char name[40];
    snprintf(name, sizeof name, "class%zu", class + 1);
    script_begin_block(drawing->script, name, "y, from, to (percent), count");
    for (size_t i = 0; i < chart->row_count; i++) {
        const struct chart_row *row = &chart->rows[i];
        if (row->share.base == 0 || row->segments[class] == 0)
            continue;
        double y = layout->area.top + layout->rows.middles[i];
        double from = start_of(chart, row, class);
        double to = from + 100.0 * (double)row->segments[class] / (double)row->share.base;
        double numbers[] = {y, from, to, (double)row->segments[class]};
        script_row(drawing->script, 4, numbers);
        all =
            draw_number(drawing, layout, y, from, to, row->segments[class], swatch.ink) && all;
        used++;
    }
    script_end_block(drawing->script);
    if (used > 0)
        script_plot(drawing->script,
                    "$%s using 2:1:2:3:($1-%d):($1+%d) with boxxyerror fillstyle solid 1 "
                    "border rgb \"" PALETTE_PAPER "\" linewidth 1.2 fillcolor rgb \"%s\"",
                    name, BAR_HALF, BAR_HALF, swatch.colour);
    if (used > 0 && swatch.pattern != 0)
        script_plot(drawing->script,
                    "$%s using 2:1:2:3:($1-%d):($1+%d) with boxxyerror fillstyle transparent "
                    "pattern %d noborder fillcolor rgb \"" PALETTE_PAPER "\"",
                    name, BAR_HALF, BAR_HALF, swatch.pattern);
    return all;
}

/* A line at 0. */
static void draw_zero(struct drawing *drawing, const struct layout *layout) {
    const struct box *area = &layout->area;
    double scale = (area->right - area->left) / (layout->high - layout->low);
    double x = area->left - layout->low * scale;
    script_area(drawing->script, *area, layout->low, layout->high);
    script_line(drawing->script, x, area->top - 5, x, area->bottom + 5, PALETTE_LINE, 1);
}

void draw_stacked(struct drawing *drawing) {
    const struct chart *chart = drawing->chart;
    struct layout layout = {.besides_width = 0};
    bool all = true;
    frame_begin(drawing, measure(drawing, &layout));
    draw_heads(drawing, &layout);
    layout.area.top = drawing->y;
    layout.area.bottom = drawing->y + layout.rows.height;
    draw_zero(drawing, &layout);
    frame_draw_labels(drawing, &layout.rows, layout.area.left - FRAME_GAP);
    frame_draw_figures(drawing, &layout.rows,
                       layout.area.right + FRAME_GAP + layout.figure.width, false);
    draw_besides(drawing, &layout);
    for (size_t i = 0; i < chart->class_count; i++)
        all = draw_class(drawing, &layout, i) && all;
    drawing->y = layout.area.bottom + FRAME_ROW_GAP;
    if (!all && chart->narrow != NULL) {
        struct lines lines = metrics_wrap(drawing->arena, &frame_small, chart->narrow,
                                          script_width(drawing->script) - 2 * FRAME_MARGIN);
        drawing->y = frame_draw_lines(drawing, FRAME_MARGIN, drawing->y, SCRIPT_LEFT,
                                      &frame_small, &lines);
    }
    frame_end(drawing);
}
