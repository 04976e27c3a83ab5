#include "charts/draw.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>

#include "charts/frame.h"
#include "charts/palette.h"

/* --- bars --- */

/* Horizontal bars, each on a track up to its whole, with whiskers where there is an interval. A
 * ranking's bar has two parts. */

enum { BARS_LABEL_WIDTH = 250, BARS_HALF = 9, WHISKER_HALF = 4 };

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
        double numbers[] = {y, percent(count, row->share.base), y - BARS_HALF, y + BARS_HALF};
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
        double numbers[] = {y, y - BARS_HALF, y + BARS_HALF};
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

static void draw_bars(struct drawing *drawing) {
    struct frame_rows rows = frame_measure_rows(drawing, BARS_LABEL_WIDTH, FRAME_BAR);
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

/* --- stacked bars --- */

/* Rows that are a whole each, split into classes: from the left edge, or, for a scale with a
 * middle, to both sides of it. What is beside the scale has columns of its own at the right. */

enum {
    STACKED_LABEL_WIDTH = 200,
    STACKED_HALF = 12,
    NUMBER_ROOM = 2,
    STACKED_LEAST_AREA = 280,
    LEAST_SIDE = 3
};

/* The columns at the right and the x axis, of stacked bars. */
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
static double measure_stacked(const struct drawing *drawing, struct layout *layout) {
    layout->rows = frame_measure_rows(drawing, STACKED_LABEL_WIDTH, 2 * STACKED_HALF);
    layout->figure = frame_measure_column(drawing, drawing->chart->heads[0], false);
    measure_besides(drawing, layout);
    measure_axis(drawing->chart, layout);
    double left = FRAME_MARGIN + layout->rows.width + FRAME_GAP, width = FRAME_WIDTH;
    double right = FRAME_GAP + layout->figure.width + layout->besides_width + FRAME_MARGIN;
    if (width - left - right < STACKED_LEAST_AREA)
        width = left + STACKED_LEAST_AREA + right;
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
static void draw_stacked_heads(struct drawing *drawing, const struct layout *layout) {
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
                    name, STACKED_HALF, STACKED_HALF, swatch.colour);
    if (used > 0 && swatch.pattern != 0)
        script_plot(drawing->script,
                    "$%s using 2:1:2:3:($1-%d):($1+%d) with boxxyerror fillstyle transparent "
                    "pattern %d noborder fillcolor rgb \"" PALETTE_PAPER "\"",
                    name, STACKED_HALF, STACKED_HALF, swatch.pattern);
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

static void draw_stacked(struct drawing *drawing) {
    const struct chart *chart = drawing->chart;
    struct layout layout = {.besides_width = 0};
    bool all = true;
    frame_begin(drawing, measure_stacked(drawing, &layout));
    draw_stacked_heads(drawing, &layout);
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

/* --- dumbbells --- */

/* Two shares a row, a filled disc and an open square, joined by a line: how far apart they are
 * is what the picture says. */

enum { DUMBBELL_LABEL_WIDTH = 210, DUMBBELL_ROW_HEIGHT = 24, DUMBBELL_INSET = 10 };

static double percent_of_share(const struct chart_share *share) {
    return share->base > 0 ? 100.0 * (double)share->count / (double)share->base : 0;
}

static void add_pairs(struct drawing *drawing, const struct frame_rows *rows, double top) {
    size_t used = 0;
    script_begin_block(drawing->script, "pairs", "y, first, second (percent)");
    for (size_t i = 0; i < drawing->chart->row_count; i++) {
        const struct chart_row *row = &drawing->chart->rows[i];
        if (row->share.base == 0 || row->second.base == 0)
            continue;
        double numbers[] = {top + rows->middles[i], percent_of_share(&row->share),
                            percent_of_share(&row->second)};
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
static void draw_dumbbell_heads(struct drawing *drawing, const struct frame_column columns[2],
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

static void draw_dumbbell(struct drawing *drawing) {
    const struct chart *chart = drawing->chart;
    struct frame_rows rows =
        frame_measure_rows(drawing, DUMBBELL_LABEL_WIDTH, DUMBBELL_ROW_HEIGHT);
    struct frame_column columns[] = {frame_measure_column(drawing, chart->heads[0], false),
                                     frame_measure_column(drawing, chart->heads[1], true)};
    double left = FRAME_MARGIN + rows.width + FRAME_GAP + DUMBBELL_INSET, width = FRAME_WIDTH;
    double beside =
        DUMBBELL_INSET + 2 * FRAME_GAP + columns[0].width + columns[1].width + FRAME_MARGIN;
    if (width - left - beside < FRAME_LEAST_AREA)
        width = left + FRAME_LEAST_AREA + beside;
    double edges[] = {width - FRAME_MARGIN - columns[1].width - FRAME_GAP,
                      width - FRAME_MARGIN};
    frame_begin(drawing, width);
    draw_dumbbell_heads(drawing, columns, edges, width - beside);
    struct box area = {left, drawing->y, width - beside, drawing->y + rows.height};
    frame_draw_labels(drawing, &rows, left - FRAME_GAP - DUMBBELL_INSET);
    frame_draw_figures(drawing, &rows, edges[0], false);
    frame_draw_figures(drawing, &rows, edges[1], true);
    add_bands(drawing, &rows, area.top);
    add_pairs(drawing, &rows, area.top);
    frame_draw_axis(drawing, area);
    frame_end(drawing);
}

/* --- histograms --- */

/* Columns over classes of numbers. A column's area is its count, so that a last class which is
 * narrower looks no emptier than it is; the count itself is above. */

enum { HISTOGRAM_HEIGHT = 200, LABEL_GAP = 4, TICK = 6 };

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
        double top = area->bottom - HISTOGRAM_HEIGHT * density(row) / most;
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

static void draw_histogram(struct drawing *drawing) {
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
    area.bottom = area.top + HISTOGRAM_HEIGHT;
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

/* --- all kinds --- */

/* Each draws heading, data and notes. */
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
