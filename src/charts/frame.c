#include "charts/frame.h"

#include <math.h>
#include <string.h>

const struct form frame_wide = {
    .ending = "",
    .width = 640,
    .narrow = false,
    .title = {18, true, PICTURE_INK},
    .label = {14, false, PICTURE_INK},
    .figure = {14, false, PICTURE_INK},
    .small = {13, false, PICTURE_QUIET},
    .number = {12.5, false, PICTURE_INK},
    .alarm = {13, true, PICTURE_ALARM},
};

const struct form frame_narrow = {
    .ending = "-narrow",
    .width = 340,
    .narrow = true,
    .title = {16, true, PICTURE_INK},
    .label = {14, false, PICTURE_INK},
    .figure = {13, false, PICTURE_INK},
    .small = {12.5, false, PICTURE_QUIET},
    .number = {12, false, PICTURE_INK},
    .alarm = {12.5, true, PICTURE_ALARM},
};

enum { KEY_SIZE = 14, KEY_LABEL = 6, KEY_GAP = 16, KEY_ROW_GAP = 4, SIGN_RADIUS = 6 };
enum { MOST_LABEL = 220, NARROW_MARGIN = 10, ABOVE_GAP = 3, NOTE_GAP = 5, GRID_OVERHANG = 4 };

static double margin_of(const struct drawing *drawing) {
    return drawing->form->narrow ? NARROW_MARGIN : FRAME_MARGIN;
}

double frame_left(const struct drawing *drawing) {
    return margin_of(drawing);
}

double frame_right(const struct drawing *drawing) {
    return drawing->form->width - margin_of(drawing);
}

double frame_room(const struct drawing *drawing) {
    return drawing->form->width - 2 * margin_of(drawing);
}

struct lines frame_wrap(const struct drawing *drawing, const struct font *font,
                        const char *string, double width) {
    return metrics_wrap(drawing->arena, font, string, width);
}

double frame_height(const struct font *font, const struct lines *lines) {
    return (double)lines->count * metrics_line_height(font);
}

/* --- rows --- */

/* The width of the labels' column: of the widest label in lines of at most MOST_LABEL; 0 where
 * there are none. */
static double column_of_labels(const struct drawing *drawing) {
    double width = 0;
    for (size_t i = 0; i < drawing->chart->row_count; i++)
        width = fmax(width, frame_wrap(drawing, &drawing->form->label,
                                       drawing->chart->rows[i].label, MOST_LABEL)
                                .width);
    return width;
}

static void place_beside(const struct drawing *drawing, const struct frame_need *need,
                         struct frame_rows *rows) {
    for (size_t i = 0; i < drawing->chart->row_count; i++) {
        double words = frame_height(&drawing->form->label, &rows->labels[i]);
        double below = need->below != NULL ? need->below[i] : 0;
        double above = fmax(0, words / 2 - need->bar / 2);
        rows->middles[i] = rows->height + above + need->bar / 2;
        rows->tops[i] = rows->middles[i] - words / 2;
        rows->height = rows->middles[i] + need->bar / 2 + fmax(above, below) +
                       (i + 1 < drawing->chart->row_count ? FRAME_ROW_GAP : 0);
    }
}

static void place_above(const struct drawing *drawing, const struct frame_need *need,
                        struct frame_rows *rows) {
    for (size_t i = 0; i < drawing->chart->row_count; i++) {
        double words = frame_height(&drawing->form->label, &rows->labels[i]);
        double below = need->below != NULL ? need->below[i] : 0;
        rows->tops[i] = rows->height;
        rows->middles[i] = rows->height + words + (words > 0 ? ABOVE_GAP : 0) + need->bar / 2;
        rows->height = rows->middles[i] + need->bar / 2 + below +
                       (i + 1 < drawing->chart->row_count ? FRAME_ROW_GAP : 0);
    }
}

struct frame_rows frame_place_rows(const struct drawing *drawing,
                                   const struct frame_need *need) {
    const struct chart *chart = drawing->chart;
    struct frame_rows rows = {
        .labels = arena_allocate(drawing->arena, chart->row_count, sizeof *rows.labels),
        .tops = arena_allocate(drawing->arena, chart->row_count, sizeof *rows.tops),
        .middles = arena_allocate(drawing->arena, chart->row_count, sizeof *rows.middles)};
    double column = column_of_labels(drawing);
    double room = frame_room(drawing) - column - FRAME_GAP - need->beside;
    rows.above = drawing->form->narrow || column == 0 || room < need->area;
    rows.left = frame_left(drawing) + (rows.above ? 0 : column + FRAME_GAP);
    for (size_t i = 0; i < chart->row_count; i++)
        rows.labels[i] = frame_wrap(drawing, &drawing->form->label, chart->rows[i].label,
                                    rows.above ? frame_room(drawing) : column + 0.1);
    if (rows.above)
        place_above(drawing, need, &rows);
    else
        place_beside(drawing, need, &rows);
    return rows;
}

double frame_figure_width(const struct drawing *drawing) {
    double width = 0;
    for (size_t i = 0; i < drawing->chart->row_count; i++)
        if (drawing->chart->rows[i].share.figure != NULL)
            width = fmax(width, metrics_width(&drawing->form->figure,
                                              drawing->chart->rows[i].share.figure));
    return width;
}

void frame_draw_labels(struct drawing *drawing, const struct frame_rows *rows) {
    for (size_t i = 0; i < drawing->chart->row_count; i++)
        frame_draw_lines(drawing, frame_left(drawing), drawing->y + rows->tops[i], SCRIPT_LEFT,
                         &drawing->form->label, &rows->labels[i]);
}

/* --- text --- */

double frame_draw_lines(struct drawing *drawing, double x, double top, enum script_align align,
                        const struct font *font, const struct lines *lines) {
    double height = metrics_line_height(font);
    for (size_t i = 0; i < lines->count; i++)
        script_text(drawing->script, x, top + ((double)i + 0.5) * height, align, font,
                    lines->line[i]);
    return top + (double)lines->count * height;
}

/* A paragraph as wide as the picture, below y and a gap; nothing where it is empty. */
static void draw_paragraph(struct drawing *drawing, const struct font *font, const char *string,
                           double gap) {
    struct lines lines = frame_wrap(drawing, font, string, frame_room(drawing));
    if (lines.count > 0)
        drawing->y = frame_draw_lines(drawing, frame_left(drawing), drawing->y + gap,
                                      SCRIPT_LEFT, font, &lines);
}

static double wrapped_height(const struct drawing *drawing, const struct font *font,
                             const char *string) {
    struct lines lines = frame_wrap(drawing, font, string, frame_room(drawing));
    return frame_height(font, &lines);
}

/* The warning, if there is one, is above it. */
static double title_top(const struct drawing *drawing) {
    const char *warning = drawing->chart->warning;
    return margin_of(drawing) +
           (warning != NULL ? wrapped_height(drawing, &drawing->form->alarm, warning) + NOTE_GAP
                            : 0);
}

const char *frame_title_place(const struct chart *chart, const struct form *form,
                              struct arena *arena) {
    const struct drawing drawing = {.chart = chart, .form = form, .arena = arena};
    double top = title_top(&drawing);
    return arena_format(arena, "%.2f %.2f", top,
                        top + wrapped_height(&drawing, &form->title, chart->title));
}

void frame_begin(struct drawing *drawing) {
    const struct chart *chart = drawing->chart;
    const struct form *form = drawing->form;
    drawing->script =
        script_new(arena_format(drawing->arena, "%s%s", chart->id, form->ending), form->width);
    drawing->y = margin_of(drawing);
    if (chart->warning != NULL)
        draw_paragraph(drawing, &form->alarm, chart->warning, 0);
    drawing->y = title_top(drawing);
    draw_paragraph(drawing, &form->title, chart->title, 0);
    draw_paragraph(drawing, &form->small, chart->subtitle, NOTE_GAP);
    drawing->y += margin_of(drawing);
}

void frame_end(struct drawing *drawing) {
    drawing->y += NOTE_GAP;
    for (size_t i = 0; i < drawing->chart->note_count; i++)
        draw_paragraph(drawing, &drawing->form->small, drawing->chart->notes[i], NOTE_GAP);
    drawing->y = (double)(long)(drawing->y + margin_of(drawing));
}

/* --- axis and keys --- */

static double third_of(const struct box *area, int i) {
    return area->left + (area->right - area->left) * i / 2;
}

void frame_draw_grid(struct drawing *drawing, struct box area) {
    for (int i = 0; i < 3; i++) {
        double x = (double)(long)third_of(&area, i);
        struct box line = {x, area.top - GRID_OVERHANG, x + 1, area.bottom + GRID_OVERHANG};
        script_box(drawing->script, line, PICTURE_GRID, 0);
    }
}

/* The first and the last word move inwards where they would leave the room. */
void frame_draw_axis(struct drawing *drawing, struct box area, double least, double most) {
    const char *words[] = {drawing->chart->nobody, drawing->chart->half,
                           drawing->chart->everybody};
    const struct font *font = &drawing->form->small;
    double end = least - FRAME_GAP;
    double y = area.bottom + GRID_OVERHANG + metrics_line_height(font) / 2;
    for (int i = 0; i < 3; i++) {
        double width = words[i] != NULL ? metrics_width(font, words[i]) : 0;
        double left = third_of(&area, i) - width / 2;
        left = left < least ? least : left + width > most ? most - width : left;
        if (words[i] == NULL || left < end + FRAME_GAP / 2.0)
            continue;
        script_text(drawing->script, left, y, SCRIPT_LEFT, font, words[i]);
        end = left + width;
    }
    drawing->y = area.bottom + GRID_OVERHANG + metrics_line_height(font);
}

static void draw_key(struct drawing *drawing, const struct frame_key *key, double x,
                     const struct lines *lines) {
    const struct font *font = &drawing->form->small;
    double middle = drawing->y + metrics_line_height(font) / 2;
    struct box box = {x, middle - KEY_SIZE / 2.0, x + KEY_SIZE, middle + KEY_SIZE / 2.0};
    if (key->sign == SCRIPT_BOX)
        script_box(drawing->script, box, key->colour, key->pattern);
    else
        script_sign(drawing->script, x + KEY_SIZE / 2.0, middle, SIGN_RADIUS, key->sign,
                    key->colour);
    frame_draw_lines(drawing, x + KEY_SIZE + KEY_LABEL, drawing->y, SCRIPT_LEFT, font, lines);
}

void frame_draw_keys(struct drawing *drawing, const struct frame_key *keys, size_t count) {
    const struct font *font = &drawing->form->small;
    double start = frame_left(drawing), at = start, height = 0;
    for (size_t i = 0; i < count; i++) {
        struct lines lines = frame_wrap(drawing, font, keys[i].label,
                                        frame_room(drawing) - KEY_SIZE - KEY_LABEL);
        double width = KEY_SIZE + KEY_LABEL + lines.width;
        if (at > start && at + width > frame_right(drawing)) {
            drawing->y += height;
            at = start;
            height = 0;
        }
        draw_key(drawing, &keys[i], at, &lines);
        at += width + KEY_GAP;
        height = fmax(height, frame_height(font, &lines) + KEY_ROW_GAP);
    }
    drawing->y += height + (count > 0 ? FRAME_ROW_GAP : 0);
}
