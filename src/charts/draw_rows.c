#include "charts/draw_rows.h"

#include <inttypes.h>
#include <math.h>

#include "charts/palette.h"

static double share_at(const struct box *area, int64_t count, int64_t base) {
    double part = base > 0 ? (double)count / (double)base : 0;
    return area->left + (area->right - area->left) * part;
}

/* --- bars --- */

enum { BARS_LEAST_AREA = 200, BARS_HALF = 9, NUMBER_ROOM = 8 };

static void draw_ranking_keys(struct drawing *drawing) {
    const struct chart *chart = drawing->chart;
    struct frame_key keys[] = {{chart->heads[0], PICTURE_C9, 0, SCRIPT_BOX},
                               {chart->heads[1], PICTURE_C6, 0, SCRIPT_BOX}};
    if (chart->kind == CHART_RANKING && chart->heads[0] != NULL && chart->heads[1] != NULL)
        frame_draw_keys(drawing, keys, 2);
}

/* What the figures count, over them. */
static void draw_bars_head(struct drawing *drawing) {
    const struct font *font = &drawing->form->small;
    if (drawing->chart->kind == CHART_RANKING || drawing->chart->heads[0] == NULL)
        return;
    struct lines head =
        frame_wrap(drawing, font, drawing->chart->heads[0], frame_room(drawing) / 2);
    drawing->y =
        frame_draw_lines(drawing, frame_right(drawing), drawing->y, SCRIPT_RIGHT, font, &head) +
        FRAME_ROW_GAP / 2.0;
}

/* How many came first, on their part of the bar where it has room. */
static void draw_part_number(struct drawing *drawing, const struct box *bar, int64_t part) {
    struct font font = drawing->form->number;
    font.colour = palette_ink(PICTURE_C9);
    const char *number = arena_format(drawing->arena, "%" PRId64, part);
    if (metrics_width(&font, number) + NUMBER_ROOM <= bar->right - bar->left)
        script_text(drawing->script, (bar->left + bar->right) / 2, (bar->top + bar->bottom) / 2,
                    SCRIPT_CENTRE, &font, number);
}

static void draw_bar(struct drawing *drawing, const struct box *track,
                     const struct chart_row *row) {
    bool ranking = drawing->chart->kind == CHART_RANKING;
    struct box bar = *track;
    script_box(drawing->script, bar, PICTURE_C0, 0);
    bar.right = share_at(track, row->share.count, row->share.base);
    if (bar.right > bar.left)
        script_box(drawing->script, bar, row->leads && !ranking ? PICTURE_C9 : PICTURE_C6, 0);
    bar.right = share_at(track, row->part, row->share.base);
    if (ranking && bar.right > bar.left) {
        script_box(drawing->script, bar, PICTURE_C9, 0);
        draw_part_number(drawing, &bar, row->part);
    }
}

/* A row without a figure has no track either: nothing is known of it. */
static void draw_bar_rows(struct drawing *drawing, const struct frame_rows *rows,
                          const struct box *area) {
    for (size_t i = 0; i < drawing->chart->row_count; i++) {
        const struct chart_row *row = &drawing->chart->rows[i];
        double y = area->top + rows->middles[i];
        struct box track = {area->left, y - BARS_HALF, area->right, y + BARS_HALF};
        if (row->share.base > 0)
            draw_bar(drawing, &track, row);
        if (row->share.figure != NULL)
            script_text(drawing->script, frame_right(drawing), y, SCRIPT_RIGHT,
                        &drawing->form->figure, row->share.figure);
    }
}

void draw_bars(struct drawing *drawing) {
    double beside = FRAME_GAP + frame_figure_width(drawing);
    struct frame_need need = {.bar = 2 * BARS_HALF, .area = BARS_LEAST_AREA, .beside = beside};
    struct frame_rows rows = frame_place_rows(drawing, &need);
    frame_begin(drawing);
    draw_ranking_keys(drawing);
    draw_bars_head(drawing);
    struct box area = {rows.left, drawing->y, frame_right(drawing) - beside,
                       drawing->y + rows.height};
    if (!rows.above)
        frame_draw_grid(drawing, area);
    frame_draw_labels(drawing, &rows);
    draw_bar_rows(drawing, &rows, &area);
    frame_draw_axis(drawing, area, frame_left(drawing), frame_right(drawing));
    frame_end(drawing);
}

/* --- dots --- */

enum {
    DOTS_LEAST_AREA = 170,
    DOTS_RADIUS = 6,
    DOTS_FIGURE = 12,
    DOTS_LINE = 20,
    JOIN = 2,
    PAPER_ROOM = 3,
    LEAST_LINE = 14,
    GRID_SHORTER = 8 /* as the grid goes beyond its area */
};

/* The widest figure of any sign. */
static double mark_figure_width(const struct drawing *drawing) {
    const struct chart *chart = drawing->chart;
    double width = 0;
    for (size_t i = 0; i < chart->row_count; i++)
        for (size_t k = 0; k < chart->mark_count; k++)
            if (chart->rows[i].marks[k].figure != NULL)
                width = fmax(width, metrics_width(&drawing->form->figure,
                                                  chart->rows[i].marks[k].figure));
    return width;
}

static enum script_sign sign_of(size_t mark) {
    return (enum script_sign)(SCRIPT_DISC + mark);
}

static void draw_dots_keys(struct drawing *drawing) {
    const struct chart *chart = drawing->chart;
    struct frame_key keys[CHART_MOST_MARKS];
    for (size_t i = 0; i < chart->mark_count; i++)
        keys[i] = (struct frame_key){chart->marks[i], palette_sign(i), 0, sign_of(i)};
    frame_draw_keys(drawing, keys, chart->mark_count);
}

/* The line from nobody to all, but for what is from..to; no scrap of it is left beside that. */
static void draw_base_line(struct drawing *drawing, const struct box *area, double y,
                           double from, double to) {
    struct box before = {area->left, y - 0.5, from, y + 0.5},
               behind = {to, y - 0.5, area->right, y + 0.5};
    if (before.right - before.left >= LEAST_LINE)
        script_box(drawing->script, before, PICTURE_GRID, 0);
    if (behind.right - behind.left >= LEAST_LINE)
        script_box(drawing->script, behind, PICTURE_GRID, 0);
}

static void draw_dot(struct drawing *drawing, const struct box *area, double y, size_t mark,
                     const struct chart_share *share) {
    if (share->base > 0)
        script_sign(drawing->script, share_at(area, share->count, share->base), y, DOTS_RADIUS,
                    sign_of(mark), palette_sign(mark));
}

/* A figure beside a place, on one side of it, on paper, so that no line strikes it out. Returns
 * where it ends. */
static double draw_dot_figure(struct drawing *drawing, double x, double y, bool at_left,
                              const char *figure) {
    const struct font *font = &drawing->form->figure;
    double width = metrics_width(font, figure), half = font->size * 0.6;
    double left = at_left ? x - DOTS_FIGURE - width : x + DOTS_FIGURE;
    struct box paper = {left - PAPER_ROOM, y - half, left + width + PAPER_ROOM, y + half};
    script_box(drawing->script, paper, PICTURE_PAPER, 0);
    script_text(drawing->script, left, y, SCRIPT_LEFT, font, figure);
    return at_left ? paper.left : paper.right;
}

/* The signs that a row has, in order: a table by coarser groups has others than one by finer
 * ones. */
struct row_marks {
    size_t mark[CHART_MOST_MARKS];
    size_t count;
};

static struct row_marks marks_of(const struct chart *chart, const struct chart_row *row) {
    struct row_marks marks = {.count = 0};
    for (size_t i = 0; i < chart->mark_count; i++)
        if (row->marks[i].figure != NULL)
            marks.mark[marks.count++] = i;
    return marks;
}

/* Two signs and the band between them; the figure of the smaller share is at the left. Where
 * one has no share, what stands for its figure is before the line. */
static void draw_joined(struct drawing *drawing, const struct box *area, double y,
                        const struct chart_row *row, const struct row_marks *marks) {
    const struct chart_share *first = &row->marks[marks->mark[0]],
                             *second = &row->marks[marks->mark[1]];
    double x[2] = {first->base > 0 ? share_at(area, first->count, first->base) : area->left,
                   second->base > 0 ? share_at(area, second->count, second->base) : area->left};
    bool first_left = x[0] <= x[1] && (second->base > 0 || first->base == 0);
    if (first->base > 0 && second->base > 0 && x[0] != x[1]) {
        struct box band = {x[first_left ? 0 : 1], y - JOIN, x[first_left ? 1 : 0], y + JOIN};
        script_box(drawing->script, band, PICTURE_GRID, 0);
    }
    draw_dot_figure(drawing, x[0], y, first_left, first->figure);
    draw_dot_figure(drawing, x[1], y, !first_left, second->figure);
    draw_dot(drawing, area, y, marks->mark[1], second);
    draw_dot(drawing, area, y, marks->mark[0], first);
}

/* One below the other. */
static void draw_apart(struct drawing *drawing, const struct box *area, double middle,
                       const struct chart_row *row, const struct row_marks *marks) {
    for (size_t i = 0; i < marks->count; i++) {
        const struct chart_share *share = &row->marks[marks->mark[i]];
        double y = middle + ((double)i - (double)(marks->count - 1) / 2) * DOTS_LINE;
        bool there = share->base > 0;
        double x = there ? share_at(area, share->count, share->base) : area->left;
        bool at_left = !there || x > (area->left + area->right) / 2;
        double end = draw_dot_figure(drawing, x, y, at_left, share->figure);
        draw_base_line(drawing, area, y, at_left ? end : x, at_left ? x : end);
        draw_dot(drawing, area, y, marks->mark[i], share);
    }
}

/* The most signs that a row has. */
static size_t most_marks(const struct chart *chart) {
    size_t most = 0;
    for (size_t i = 0; i < chart->row_count; i++) {
        size_t count = marks_of(chart, &chart->rows[i]).count;
        most = count > most ? count : most;
    }
    return most;
}

void draw_dots(struct drawing *drawing) {
    const struct chart *chart = drawing->chart;
    size_t most = most_marks(chart);
    double inset = DOTS_FIGURE + mark_figure_width(drawing);
    struct frame_need need = {.bar = most <= 2 ? DOTS_LINE + 2 : DOTS_LINE * (double)most,
                              .area = DOTS_LEAST_AREA,
                              .beside = 2 * inset};
    struct frame_rows rows = frame_place_rows(drawing, &need);
    frame_begin(drawing);
    draw_dots_keys(drawing);
    struct box area = {rows.left + inset, drawing->y, frame_right(drawing) - inset,
                       drawing->y + rows.height};
    if (!rows.above)
        frame_draw_grid(drawing, area);
    frame_draw_labels(drawing, &rows);
    for (size_t i = 0; i < chart->row_count; i++) {
        struct row_marks marks = marks_of(chart, &chart->rows[i]);
        double y = area.top + rows.middles[i];
        if (rows.above)
            frame_draw_grid(drawing, (struct box){area.left, y - need.bar / 2 + GRID_SHORTER,
                                                  area.right, y + need.bar / 2 - GRID_SHORTER});
        (marks.count == 2 ? draw_joined : draw_apart)(drawing, &area, y, &chart->rows[i],
                                                      &marks);
    }
    frame_draw_axis(drawing, area, rows.left, frame_right(drawing));
    frame_end(drawing);
}
