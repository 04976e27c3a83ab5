#include "charts/draw_columns.h"

#include <inttypes.h>
#include <math.h>

#include "charts/draw_rows.h"

enum {
    HEIGHT = 180,
    NARROW_HEIGHT = 140,
    LABEL_GAP = 4,
    TICK = 6,
    LINE_HALF = 1,
    LINE_GAP = 6
};

/* Where the columns are, and how wide one of the axis is. */
struct columns {
    struct box area;
    double scale;
    double least; /* where the axis begins */
};

/* How the columns are named. */
enum naming {
    NAMED_BELOW, /* every label fits under its column when it wraps */
    NAMED_EDGES, /* every lower bound fits under its column's left edge, side by side */
    NAMED_NOT    /* there is no room */
};

static double x_of(const struct columns *columns, double value) {
    return columns->area.left + (value - columns->least) * columns->scale;
}

static double middle_of(const struct columns *columns, const struct chart_row *row) {
    return x_of(columns, (row->from + row->to) / 2);
}

static const char *count_of(const struct drawing *drawing, const struct chart_row *row) {
    return arena_format(drawing->arena, "%" PRId64, row->share.count);
}

/* Counts per unit of the axis. */
static double density(const struct chart_row *row) {
    return (double)row->share.count / (row->to - row->from);
}

static double highest(const struct chart *chart) {
    double most = 0;
    for (size_t i = 0; i < chart->row_count; i++)
        most = fmax(most, density(&chart->rows[i]));
    return most > 0 ? most : 1;
}

static enum naming naming_of(const struct drawing *drawing, double scale) {
    const struct chart *chart = drawing->chart;
    enum naming naming = NAMED_BELOW;
    for (size_t i = 0; i < chart->row_count; i++) {
        const struct chart_row *row = &chart->rows[i];
        double width = (row->to - row->from) * scale - LABEL_GAP;
        if (metrics_width(&drawing->form->figure, count_of(drawing, row)) > width)
            return NAMED_NOT;
        if (row->edge != NULL && metrics_width(&drawing->form->small, row->edge) > width)
            return NAMED_NOT;
        if (metrics_longest_word(&drawing->form->small, row->label) > width) {
            if (row->edge == NULL)
                return NAMED_NOT;
            naming = NAMED_EDGES;
        }
    }
    return naming;
}

static double top_of(const struct columns *columns, const struct chart_row *row, double most) {
    return columns->area.bottom -
           (columns->area.bottom - columns->area.top) * density(row) / most;
}

static void draw_column_boxes(struct drawing *drawing, const struct columns *columns) {
    const struct chart *chart = drawing->chart;
    const struct font *font = &drawing->form->figure;
    double most = highest(chart);
    for (size_t i = 0; i < chart->row_count; i++) {
        const struct chart_row *row = &chart->rows[i];
        double top = top_of(columns, row, most);
        struct box box = {x_of(columns, row->from) + 1, top, x_of(columns, row->to) - 1,
                          columns->area.bottom};
        if (row->share.count > 0)
            script_box(drawing->script, box, PICTURE_C6, 0);
        script_text(drawing->script, middle_of(columns, row),
                    top - metrics_line_height(font) / 2, SCRIPT_CENTRE, font,
                    count_of(drawing, row));
    }
    struct box axis = {columns->area.left, columns->area.bottom - 0.5, columns->area.right,
                       columns->area.bottom + 0.5};
    script_box(drawing->script, axis, PICTURE_QUIET, 0);
}

/* How far down the line at x may come: to the axis, or to the number of a column that is in its
 * way. */
static double line_end(const struct drawing *drawing, const struct columns *columns, double x) {
    const struct chart *chart = drawing->chart;
    const struct font *font = &drawing->form->figure;
    double end = columns->area.bottom, most = highest(chart);
    for (size_t i = 0; i < chart->row_count; i++) {
        const struct chart_row *row = &chart->rows[i];
        double half = metrics_width(font, count_of(drawing, row)) / 2 + LINE_GAP;
        double middle = middle_of(columns, row);
        double top = top_of(columns, row, most) - metrics_line_height(font) - LINE_GAP;
        if (x > middle - half && x < middle + half && top < end)
            end = top;
    }
    return end;
}

static struct lines wrap_line_words(const struct drawing *drawing) {
    const char *words = drawing->chart->has_line ? drawing->chart->line_words : "";
    return frame_wrap(drawing, &drawing->form->small, words, frame_room(drawing));
}

/* The words of the line from top on, as near to it as the picture allows, and the line below
 * them. */
static void draw_line(struct drawing *drawing, const struct columns *columns, double top) {
    const struct font *font = &drawing->form->small;
    struct lines words = wrap_line_words(drawing);
    double x = x_of(columns, drawing->chart->line), left = x - words.width / 2;
    left = fmax(left, frame_left(drawing));
    if (left + words.width > frame_right(drawing))
        left = frame_right(drawing) - words.width;
    double below = frame_draw_lines(drawing, left, top, SCRIPT_LEFT, font, &words);
    struct box line = {x - LINE_HALF, below + 1, x + LINE_HALF, line_end(drawing, columns, x)};
    if (line.bottom > line.top)
        script_box(drawing->script, line, PICTURE_C2, 0);
}

static void draw_labels(struct drawing *drawing, const struct columns *columns) {
    const struct chart *chart = drawing->chart;
    const struct font *font = &drawing->form->small;
    for (size_t i = 0; i < chart->row_count; i++) {
        const struct chart_row *row = &chart->rows[i];
        struct lines lines = frame_wrap(drawing, font, row->label,
                                        (row->to - row->from) * columns->scale - LABEL_GAP);
        double below =
            frame_draw_lines(drawing, middle_of(columns, row), columns->area.bottom + LABEL_GAP,
                             SCRIPT_CENTRE, font, &lines);
        drawing->y = fmax(drawing->y, below);
    }
}

static void draw_edge(struct drawing *drawing, const struct columns *columns, double x,
                      const char *words, enum script_align align) {
    const struct font *font = &drawing->form->small;
    struct lines lines = frame_wrap(drawing, font, words, frame_room(drawing));
    double foot = columns->area.bottom;
    struct box tick = {x - 0.5, foot, x + 0.5, foot + TICK};
    script_box(drawing->script, tick, PICTURE_QUIET, 0);
    drawing->y = frame_draw_lines(drawing, x, foot + TICK, align, font, &lines);
}

/* A tick at the left edge of each column, with its number; at the right end, where there is
 * room. */
static void draw_edges(struct drawing *drawing, const struct columns *columns) {
    const struct chart *chart = drawing->chart;
    const struct font *font = &drawing->form->small;
    for (size_t i = 0; i < chart->row_count; i++)
        draw_edge(drawing, columns, x_of(columns, chart->rows[i].from), chart->rows[i].edge,
                  SCRIPT_CENTRE);
    const struct chart_row *last = &chart->rows[chart->row_count - 1];
    double room = (last->to - last->from) * columns->scale - LABEL_GAP;
    if (metrics_width(font, last->edge) / 2 + metrics_width(font, last->end) < room)
        draw_edge(drawing, columns, columns->area.right, last->end, SCRIPT_RIGHT);
}

/* Room for the half of the first edge that is left of the columns. */
static double first_edge(const struct drawing *drawing) {
    const char *edge = drawing->chart->rows[0].edge;
    return edge != NULL ? metrics_width(&drawing->form->small, edge) / 2 : 0;
}

/* What the numbers at both ends mean. */
static void draw_ends(struct drawing *drawing, const struct columns *columns) {
    const struct font *font = &drawing->form->small;
    double top = drawing->y + LABEL_GAP, width = frame_room(drawing) / 2 - FRAME_GAP;
    for (int k = 0; k < 2; k++) {
        if (drawing->chart->heads[k] == NULL)
            continue;
        struct lines words = frame_wrap(drawing, font, drawing->chart->heads[k], width);
        double x = k == 0 ? columns->area.left : columns->area.right;
        double below = frame_draw_lines(drawing, x, top, k == 0 ? SCRIPT_LEFT : SCRIPT_RIGHT,
                                        font, &words);
        drawing->y = fmax(drawing->y, below);
    }
}

void draw_columns(struct drawing *drawing) {
    const struct chart *chart = drawing->chart;
    double high = chart->rows[chart->row_count - 1].to;
    struct columns columns = {.area = {.left = frame_left(drawing) + first_edge(drawing),
                                       .right = frame_right(drawing)},
                              .least = chart->rows[0].from};
    columns.scale = (columns.area.right - columns.area.left) / (high - columns.least);
    enum naming naming = naming_of(drawing, columns.scale);
    if (naming == NAMED_NOT) {
        draw_bars(drawing);
        return;
    }
    frame_begin(drawing);
    double top = drawing->y;
    struct lines words = wrap_line_words(drawing);
    drawing->y += frame_height(&drawing->form->small, &words) + LINE_GAP;
    columns.area.top = drawing->y + metrics_line_height(&drawing->form->figure);
    columns.area.bottom = columns.area.top + (drawing->form->narrow ? NARROW_HEIGHT : HEIGHT);
    draw_column_boxes(drawing, &columns);
    if (chart->has_line)
        draw_line(drawing, &columns, top);
    drawing->y = columns.area.bottom;
    (naming == NAMED_BELOW ? draw_labels : draw_edges)(drawing, &columns);
    draw_ends(drawing, &columns);
    frame_end(drawing);
}
