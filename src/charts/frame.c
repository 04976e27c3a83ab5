#include "charts/frame.h"

#include <string.h>

#include "charts/palette.h"

const struct font frame_label = {14.5, false, PALETTE_INK};
const struct font frame_figure = {14.5, false, PALETTE_INK};
const struct font frame_small = {13, false, PALETTE_GREY};
static const struct font alarm = {13, true, PALETTE_ALARM};
static const struct font title = {18, true, PALETTE_INK};

enum { KEY_SIZE = 14, KEY_GAP = 18, MOST_LABEL = 330, NOTE_GAP = 5, AXIS_HEIGHT = 22 };
enum { HEAD_LINES = 3, HEAD_WIDTH = 120, HEAD_STEP = 4 };

static double larger(double a, double b) {
    return a > b ? a : b;
}

static double smaller(double a, double b) {
    return a < b ? a : b;
}

struct frame_rows frame_measure_rows(const struct drawing *drawing, double width,
                                     double bar_height) {
    const struct chart *chart = drawing->chart;
    struct frame_rows rows = {
        .labels = arena_allocate(drawing->arena, chart->row_count, sizeof *rows.labels),
        .middles = arena_allocate(drawing->arena, chart->row_count, sizeof *rows.middles)};
    for (size_t i = 0; i < chart->row_count; i++) {
        double word = metrics_longest_word(&frame_label, chart->rows[i].label);
        width = larger(width, smaller(word, MOST_LABEL));
    }
    for (size_t i = 0; i < chart->row_count; i++) {
        rows.labels[i] =
            metrics_wrap(drawing->arena, &frame_label, chart->rows[i].label, width);
        rows.width = larger(rows.width, rows.labels[i].width);
        double height = larger(bar_height, (double)rows.labels[i].count *
                                               metrics_line_height(&frame_label));
        rows.middles[i] = rows.height + height / 2;
        rows.height += height + (i + 1 < chart->row_count ? FRAME_ROW_GAP : 0);
    }
    return rows;
}

static const struct chart_share *share_of(const struct chart_row *row, bool second) {
    return second ? &row->second : &row->share;
}

struct lines frame_wrap_head(const struct drawing *drawing, const char *head, double least) {
    double width = larger(least, metrics_longest_word(&frame_small, head));
    struct lines lines = metrics_wrap(drawing->arena, &frame_small, head, width);
    while (lines.count > HEAD_LINES && width < HEAD_WIDTH) {
        width += HEAD_STEP;
        lines = metrics_wrap(drawing->arena, &frame_small, head, width);
    }
    return lines;
}

struct frame_column frame_measure_column(const struct drawing *drawing, const char *head,
                                         bool second) {
    struct frame_column column = {.width = 0};
    for (size_t i = 0; i < drawing->chart->row_count; i++) {
        const struct chart_share *share = share_of(&drawing->chart->rows[i], second);
        if (share->figure != NULL)
            column.width = larger(column.width, metrics_width(&frame_figure, share->figure));
    }
    if (head == NULL)
        return column;
    column.head = frame_wrap_head(drawing, head, column.width);
    column.width = larger(column.width, column.head.width);
    return column;
}

double frame_draw_lines(struct drawing *drawing, double x, double top, enum script_align align,
                        const struct font *font, const struct lines *lines) {
    double height = metrics_line_height(font);
    for (size_t i = 0; i < lines->count; i++)
        script_text(drawing->script, x, top + ((double)i + 0.5) * height, align, font,
                    lines->line[i]);
    return top + (double)lines->count * height;
}

void frame_draw_head(struct drawing *drawing, double x, double bottom, enum script_align align,
                     const struct lines *lines) {
    double top = bottom - (double)lines->count * metrics_line_height(&frame_small);
    frame_draw_lines(drawing, x, top, align, &frame_small, lines);
}

void frame_begin(struct drawing *drawing, double width) {
    const struct chart *chart = drawing->chart;
    double room = width - 2 * FRAME_MARGIN;
    drawing->script = script_new(chart->id, width);
    struct lines lines = {.count = 0};
    if (chart->warning != NULL)
        lines = metrics_wrap(drawing->arena, &alarm, chart->warning, room);
    drawing->y =
        frame_draw_lines(drawing, FRAME_MARGIN, FRAME_MARGIN, SCRIPT_LEFT, &alarm, &lines) +
        (lines.count > 0 ? NOTE_GAP : 0);
    lines = metrics_wrap(drawing->arena, &title, chart->title, room);
    drawing->y =
        frame_draw_lines(drawing, FRAME_MARGIN, drawing->y, SCRIPT_LEFT, &title, &lines);
    lines = metrics_wrap(drawing->arena, &frame_small, chart->subtitle, room);
    if (lines.count > 0)
        drawing->y = frame_draw_lines(drawing, FRAME_MARGIN, drawing->y + NOTE_GAP, SCRIPT_LEFT,
                                      &frame_small, &lines);
    drawing->y += FRAME_MARGIN;
}

void frame_draw_labels(struct drawing *drawing, const struct frame_rows *rows, double x) {
    for (size_t i = 0; i < drawing->chart->row_count; i++) {
        double height = (double)rows->labels[i].count * metrics_line_height(&frame_label);
        frame_draw_lines(drawing, x, drawing->y + rows->middles[i] - height / 2, SCRIPT_RIGHT,
                         &frame_label, &rows->labels[i]);
    }
}

void frame_draw_figures(struct drawing *drawing, const struct frame_rows *rows, double x,
                        bool second) {
    for (size_t i = 0; i < drawing->chart->row_count; i++) {
        const struct chart_share *share = share_of(&drawing->chart->rows[i], second);
        if (share->figure != NULL)
            script_text(drawing->script, x, drawing->y + rows->middles[i], SCRIPT_RIGHT,
                        &frame_figure, share->figure);
    }
}

void frame_draw_axis(struct drawing *drawing, struct box area) {
    const struct chart *chart = drawing->chart;
    const char *words[] = {chart->nobody, chart->half, chart->everybody};
    script_area(drawing->script, area, 0, 100);
    for (int i = 0; i < 3; i++) {
        double x = area.left + (area.right - area.left) * i / 2;
        script_line(drawing->script, x, area.top - 4, x, area.bottom + 4, PALETTE_LINE, 1);
        if (words[i] != NULL)
            script_tic(drawing->script, 50.0 * i, words[i]);
    }
    drawing->y = area.bottom + AXIS_HEIGHT;
}

static void draw_key(struct drawing *drawing, const struct frame_key *key, double x,
                     const struct lines *lines) {
    double middle = drawing->y + metrics_line_height(&frame_small) / 2;
    struct box box = {x, middle - KEY_SIZE / 2.0, x + KEY_SIZE, middle + KEY_SIZE / 2.0};
    if (key->sign == SCRIPT_BOX)
        script_box(drawing->script, box, key->colour, key->pattern);
    else
        script_sign(drawing->script, x + KEY_SIZE / 2.0, middle, key->sign, key->colour);
    frame_draw_lines(drawing, x + KEY_SIZE + 6, drawing->y, SCRIPT_LEFT, &frame_small, lines);
}

double frame_draw_keys(struct drawing *drawing, const struct frame_key *keys, size_t count,
                       double x, double right) {
    double start = drawing->y, at = x, height = 0;
    for (size_t i = 0; i < count; i++) {
        struct lines lines =
            metrics_wrap(drawing->arena, &frame_small, keys[i].label, right - x - KEY_SIZE - 6);
        double width = KEY_SIZE + 6 + lines.width;
        if (at > x && at + width > right) {
            drawing->y += height;
            at = x;
            height = 0;
        }
        draw_key(drawing, &keys[i], at, &lines);
        at += width + KEY_GAP;
        height = larger(height, (double)lines.count * metrics_line_height(&frame_small) + 3);
    }
    double end = drawing->y + height;
    drawing->y = start;
    return end;
}

void frame_end(struct drawing *drawing) {
    double room = script_width(drawing->script) - 2 * FRAME_MARGIN;
    drawing->y += NOTE_GAP;
    for (size_t i = 0; i < drawing->chart->note_count; i++) {
        struct lines lines =
            metrics_wrap(drawing->arena, &frame_small, drawing->chart->notes[i], room);
        drawing->y = frame_draw_lines(drawing, FRAME_MARGIN, drawing->y + NOTE_GAP, SCRIPT_LEFT,
                                      &frame_small, &lines);
    }
    drawing->y = (double)(long)(drawing->y + FRAME_MARGIN);
}
