#include "charts/draw_stacked.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "charts/palette.h"

enum {
    ROW_HALF = 12,
    ALONE_HALF = 20, /* of a row that is the whole picture */
    NUMBER_ROOM = 3,
    LEAST_AREA = 250,
    LEAST_SIDE = 3, /* percent */
    NAME_ROOM = 6,
    NAME_LINES = 3,
    END_GAP = 8,
    BELOW_GAP = 3,
    MOST_HEAD = 110
};

/* How a picture is laid out. */
struct layout {
    double half;     /* of a bar's height */
    bool ends_below; /* the totals are below the bars, not beside them */
    double ends[2];  /* widths of the columns of totals; 0 for none */
    double *besides; /* widths of the columns of what is beside */
    double besides_width;
    struct lines *below; /* what is beside, of each row, in words; where ends_below */
    double low, high;    /* of the x axis, in percent; 0 is the left edge or the middle */
    struct frame_rows rows;
    struct box area;
};

static bool is_alone(const struct chart *chart) {
    return chart->row_count == 1;
}

static struct swatch swatch_of(const struct chart *chart, size_t class) {
    return chart->ordered ? palette_step(class, chart->class_count, chart->left, chart->right)
                          : palette_nominal(class);
}

/* --- the axis --- */

/* What lies left of 0 in a row, in percent of its base: half of the middle classes, and all
 * before them. */
static double left_of_zero(const struct chart *chart, const struct chart_row *row) {
    if (chart->kind != CHART_DIVERGING || row->share.base == 0)
        return 0;
    double count = 0;
    for (size_t i = 0; i < chart->class_count - chart->right; i++)
        count += i < chart->left ? (double)row->segments[i] : (double)row->segments[i] / 2;
    return 100 * count / (double)row->share.base;
}

static void measure_axis(const struct chart *chart, struct layout *layout) {
    bool both = chart->kind == CHART_DIVERGING && !is_alone(chart);
    layout->high = both ? LEAST_SIDE : 0;
    layout->low = both ? -LEAST_SIDE : 0;
    for (size_t i = 0; i < chart->row_count; i++) {
        double left = left_of_zero(chart, &chart->rows[i]);
        if (chart->rows[i].share.base == 0)
            continue;
        layout->low = -left < layout->low ? -left : layout->low;
        layout->high = fmax(layout->high, 100 - left);
    }
    if (layout->high - layout->low < 1)
        layout->high = layout->low + 100;
}

static double x_of(const struct layout *layout, double percent) {
    double scale = (layout->area.right - layout->area.left) / (layout->high - layout->low);
    return layout->area.left + (percent - layout->low) * scale;
}

/* Where a class lies in a row, in pixels across. */
static struct box place_of(const struct chart *chart, const struct layout *layout,
                           const struct chart_row *row, size_t class) {
    double before = 0, base = (double)row->share.base;
    for (size_t i = 0; i < class; i++)
        before += (double)row->segments[i];
    double from = 100 * before / base - left_of_zero(chart, row);
    double to = from + 100 * (double)row->segments[class] / base;
    return (struct box){.left = x_of(layout, from), .right = x_of(layout, to)};
}

/* --- what is beside the bars --- */

/* The head of a column of figures: narrow, and with its words whole. */
static struct lines wrap_head(const struct drawing *drawing, const char *head, double width) {
    const struct font *font = &drawing->form->small;
    double word = metrics_longest_word(font, head);
    width = fmax(width, word < MOST_HEAD ? word : MOST_HEAD);
    struct lines lines = frame_wrap(drawing, font, head, width);
    while (lines.count > NAME_LINES + 1 && width < MOST_HEAD) {
        width += 4;
        lines = frame_wrap(drawing, font, head, width);
    }
    return lines;
}

static const char *whole_of(const struct drawing *drawing, int64_t count) {
    return count < 0 ? "·" : arena_format(drawing->arena, "%" PRId64, count);
}

static void measure_columns(const struct drawing *drawing, struct layout *layout) {
    const struct chart *chart = drawing->chart;
    const struct font *font = &drawing->form->figure;
    for (int k = 0; k < 2; k++) {
        for (size_t i = 0; i < chart->row_count; i++)
            if (chart->rows[i].ends[k] != NULL)
                layout->ends[k] =
                    fmax(layout->ends[k], metrics_width(font, chart->rows[i].ends[k]));
        if (layout->ends[k] > 0 && chart->heads[k] != NULL)
            layout->ends[k] = fmax(layout->ends[k],
                                   wrap_head(drawing, chart->heads[k], layout->ends[k]).width);
    }
    layout->besides =
        arena_allocate(drawing->arena, chart->beside_count + 1, sizeof *layout->besides);
    for (size_t i = 0; i < chart->beside_count; i++) {
        double least = metrics_width(font, "00");
        for (size_t k = 0; k < chart->row_count; k++)
            least =
                fmax(least, metrics_width(font, whole_of(drawing, chart->rows[k].beside[i])));
        layout->besides[i] = fmax(least, wrap_head(drawing, chart->besides[i], least).width);
        layout->besides_width += FRAME_GAP + layout->besides[i];
    }
}

/* What is beside a row in words, below its bar: "weiß nicht: 3". */
static const char *beside_words(const struct drawing *drawing, const struct chart_row *row) {
    struct text words = {0};
    for (size_t i = 0; i < drawing->chart->beside_count; i++)
        if (row->beside[i] != 0)
            text_add_format(&words, "%s%s: %s", words.length > 0 ? "; " : "",
                            drawing->chart->besides[i], whole_of(drawing, row->beside[i]));
    const char *copy = arena_copy(drawing->arena, text_string(&words));
    text_free(&words);
    return copy;
}

/* The total of one side, with what it counts where the row is the whole picture. */
static struct lines wrap_end(const struct drawing *drawing, const struct chart_row *row,
                             int side) {
    const char *head = drawing->chart->heads[side], *figure = row->ends[side];
    double half = (frame_room(drawing) - FRAME_GAP) / 2;
    if (figure == NULL)
        return (struct lines){.count = 0};
    if (!is_alone(drawing->chart) || head == NULL)
        return frame_wrap(drawing, &drawing->form->figure, figure, half);
    return frame_wrap(drawing, &drawing->form->figure,
                      arena_format(drawing->arena, "%s: %s", head, figure), half);
}

/* True where the words beside the scale stand at the left of the one total that there is. */
static bool is_level(const struct drawing *drawing, const struct chart_row *row,
                     const struct lines *words) {
    double room = frame_room(drawing) - FRAME_GAP;
    return row->ends[0] == NULL && row->ends[1] != NULL && !is_alone(drawing->chart) &&
           words->count == 1 &&
           words->width + metrics_width(&drawing->form->figure, row->ends[1]) < room;
}

/* Heights below the bars. */
static const double *measure_below(const struct drawing *drawing, struct layout *layout) {
    const struct chart *chart = drawing->chart;
    double *below = arena_allocate(drawing->arena, chart->row_count, sizeof *below);
    layout->below = arena_allocate(drawing->arena, chart->row_count, sizeof *layout->below);
    for (size_t i = 0; i < chart->row_count; i++) {
        const struct chart_row *row = &chart->rows[i];
        layout->below[i] = frame_wrap(drawing, &drawing->form->small,
                                      beside_words(drawing, row), frame_room(drawing));
        struct lines left = wrap_end(drawing, row, 0), right = wrap_end(drawing, row, 1);
        double ends = fmax(frame_height(&drawing->form->figure, &left),
                           frame_height(&drawing->form->figure, &right));
        double words = is_level(drawing, row, &layout->below[i])
                           ? 0
                           : frame_height(&drawing->form->small, &layout->below[i]);
        below[i] = ends + words + (ends + words > 0 ? BELOW_GAP : 0);
    }
    return below;
}

static double column_space(double width) {
    return width > 0 ? width + END_GAP : 0;
}

/* Beside the bars where all has room there, else below them. */
static void lay_out(const struct drawing *drawing, struct layout *layout) {
    const struct chart *chart = drawing->chart;
    struct frame_need need = {.area = LEAST_AREA};
    layout->half = is_alone(chart) ? ALONE_HALF : ROW_HALF;
    need.bar = 2 * layout->half;
    measure_axis(chart, layout);
    measure_columns(drawing, layout);
    need.beside =
        column_space(layout->ends[0]) + column_space(layout->ends[1]) + layout->besides_width;
    layout->ends_below = is_alone(chart) || drawing->form->narrow ||
                         frame_room(drawing) - need.beside < LEAST_AREA;
    layout->area.right = frame_right(drawing);
    if (layout->ends_below) {
        need.beside = 0;
        need.area = frame_room(drawing); /* so that labels are above, too */
        need.below = measure_below(drawing, layout);
    } else {
        layout->area.right -= column_space(layout->ends[1]) + layout->besides_width;
    }
    layout->rows = frame_place_rows(drawing, &need);
    layout->area.left =
        layout->rows.left + (layout->ends_below ? 0 : column_space(layout->ends[0]));
}

/* --- above the bars --- */

/* The first row that has segments; NULL if none has. */
static const struct chart_row *first_row(const struct chart *chart) {
    return chart->row_count > 0 && chart->rows[0].share.base > 0 ? &chart->rows[0] : NULL;
}

/* True where every class has its name over its segment of the first row; most gets the height
 * of the highest name. */
static bool fit_names(const struct drawing *drawing, const struct layout *layout,
                      double *most) {
    const struct chart *chart = drawing->chart;
    const struct font *font = &drawing->form->small;
    const struct chart_row *row = first_row(chart);
    *most = 0;
    for (size_t i = 0; i < chart->class_count; i++) {
        if (row == NULL)
            return false;
        struct box place = place_of(chart, layout, row, i);
        double width = place.right - place.left - NAME_ROOM;
        if (metrics_longest_word(font, chart->classes[i]) > width)
            return false;
        struct lines lines = frame_wrap(drawing, font, chart->classes[i], width);
        if (lines.count > NAME_LINES)
            return false;
        *most = fmax(*most, frame_height(font, &lines));
    }
    return true;
}

static void draw_names(struct drawing *drawing, const struct layout *layout, double bottom) {
    const struct chart *chart = drawing->chart;
    const struct font *font = &drawing->form->small;
    for (size_t i = 0; i < chart->class_count; i++) {
        struct box place = place_of(chart, layout, first_row(chart), i);
        struct lines lines =
            frame_wrap(drawing, font, chart->classes[i], place.right - place.left - NAME_ROOM);
        frame_draw_lines(drawing, (place.left + place.right) / 2,
                         bottom - frame_height(font, &lines), SCRIPT_CENTRE, font, &lines);
    }
}

/* With the counts, where there is one row: not every segment has room for its own. */
static void draw_legend(struct drawing *drawing) {
    const struct chart *chart = drawing->chart;
    struct frame_key *keys =
        arena_allocate(drawing->arena, chart->class_count + 1, sizeof *keys);
    for (size_t i = 0; i < chart->class_count; i++) {
        struct swatch swatch = swatch_of(chart, i);
        const char *label = chart->classes[i];
        if (is_alone(chart) && first_row(chart) != NULL)
            label =
                arena_format(drawing->arena, "%s: %" PRId64, label, chart->rows[0].segments[i]);
        keys[i] = (struct frame_key){label, swatch.colour, swatch.pattern, SCRIPT_BOX};
    }
    frame_draw_keys(drawing, keys, chart->class_count);
}

/* What the totals below the bars count, side by side. */
static double draw_wide_heads(struct drawing *drawing) {
    const struct font *font = &drawing->form->small;
    double end = drawing->y;
    for (int k = 0; k < 2; k++) {
        if (drawing->chart->heads[k] == NULL)
            continue;
        struct lines head = frame_wrap(drawing, font, drawing->chart->heads[k],
                                       (frame_room(drawing) - FRAME_GAP) / 2);
        double x = k == 0 ? frame_left(drawing) : frame_right(drawing);
        end = fmax(end, frame_draw_lines(drawing, x, drawing->y,
                                         k == 0 ? SCRIPT_LEFT : SCRIPT_RIGHT, font, &head));
    }
    return end;
}

/* A head whose lines end at bottom. */
static void draw_head(struct drawing *drawing, double x, double bottom, enum script_align align,
                      const struct lines *head) {
    const struct font *font = &drawing->form->small;
    frame_draw_lines(drawing, x, bottom - frame_height(font, head), align, font, head);
}

/* Heads of the columns beside the bars; all end at one line. */
static double draw_column_heads(struct drawing *drawing, const struct layout *layout,
                                double least) {
    const struct chart *chart = drawing->chart;
    const struct font *font = &drawing->form->small;
    struct lines ends[2] = {{.count = 0}, {.count = 0}};
    struct lines *heads =
        arena_allocate(drawing->arena, chart->beside_count + 1, sizeof *heads);
    double most = least;
    for (int k = 0; k < 2; k++) {
        if (chart->heads[k] != NULL && layout->ends[k] > 0)
            ends[k] = wrap_head(drawing, chart->heads[k], layout->ends[k]);
        most = fmax(most, frame_height(font, &ends[k]));
    }
    for (size_t i = 0; i < chart->beside_count; i++) {
        heads[i] = wrap_head(drawing, chart->besides[i], layout->besides[i]);
        most = fmax(most, frame_height(font, &heads[i]));
    }
    double bottom = drawing->y + most, x = frame_right(drawing);
    draw_head(drawing, layout->area.left - END_GAP, bottom, SCRIPT_RIGHT, &ends[0]);
    draw_head(drawing, layout->area.right + END_GAP, bottom, SCRIPT_LEFT, &ends[1]);
    for (size_t i = chart->beside_count; i-- > 0;) {
        draw_head(drawing, x, bottom, SCRIPT_RIGHT, &heads[i]);
        x -= layout->besides[i] + FRAME_GAP;
    }
    return bottom;
}

static void draw_heads(struct drawing *drawing, const struct layout *layout) {
    double names = 0, gap = FRAME_ROW_GAP / 2.0;
    /* A label above the first bar would part the names from it. */
    bool over = (!layout->rows.above || drawing->chart->rows[0].label[0] == '\0') &&
                fit_names(drawing, layout, &names);
    if (!over) {
        names = 0;
        draw_legend(drawing);
    }
    double end = drawing->y;
    if (!layout->ends_below)
        end = draw_column_heads(drawing, layout, names);
    else
        end = (is_alone(drawing->chart) ? end : draw_wide_heads(drawing)) + names;
    if (over)
        draw_names(drawing, layout, end);
    drawing->y = end > drawing->y ? end + gap : end;
}

/* --- the bars --- */

/* The count on its segment, on plain colour also where that is hatched; false where it is too
 * narrow. */
static bool draw_number(struct drawing *drawing, const struct box *box, struct swatch swatch,
                        int64_t count) {
    struct font font = drawing->form->number;
    const char *number = arena_format(drawing->arena, "%" PRId64, count);
    double half = metrics_width(&font, number) / 2 + NUMBER_ROOM / 2.0;
    double x = (box->left + box->right) / 2, y = (box->top + box->bottom) / 2;
    if (box->right - box->left < 2 * half)
        return false;
    font.colour = swatch.ink;
    if (swatch.pattern != 0)
        script_box(drawing->script,
                   (struct box){x - half, y - font.size * 0.6, x + half, y + font.size * 0.6},
                   swatch.colour, 0);
    script_text(drawing->script, x, y, SCRIPT_CENTRE, &font, number);
    return true;
}

/* Draws the segments of a row. True where each has its number. */
static bool draw_segments(struct drawing *drawing, const struct layout *layout, double y,
                          const struct chart_row *row) {
    const struct chart *chart = drawing->chart;
    bool all = true;
    for (size_t i = 0; i < chart->class_count && row->share.base > 0; i++) {
        if (row->segments[i] == 0)
            continue;
        struct swatch swatch = swatch_of(chart, i);
        struct box box = place_of(chart, layout, row, i);
        box.top = y - layout->half;
        box.bottom = y + layout->half;
        /* A line of paper between neighbours, also where they are one pixel wide. */
        if (box.right - box.left > 3)
            box.right -= 1;
        script_box(drawing->script, box, swatch.colour, swatch.pattern);
        all = draw_number(drawing, &box, swatch, row->segments[i]) && all;
    }
    return all;
}

static void draw_beside_columns(struct drawing *drawing, const struct layout *layout, double y,
                                const struct chart_row *row) {
    double x = frame_right(drawing);
    for (size_t i = drawing->chart->beside_count; i-- > 0;) {
        script_text(drawing->script, x, y, SCRIPT_RIGHT, &drawing->form->figure,
                    whole_of(drawing, row->beside[i]));
        x -= layout->besides[i] + FRAME_GAP;
    }
}

static void draw_row_beside(struct drawing *drawing, const struct layout *layout, double y,
                            const struct chart_row *row) {
    const struct font *font = &drawing->form->figure;
    if (row->share.base == 0 && row->share.figure != NULL)
        script_text(drawing->script, layout->area.left, y, SCRIPT_LEFT, font,
                    row->share.figure);
    if (row->ends[0] != NULL)
        script_text(drawing->script, layout->area.left - END_GAP, y, SCRIPT_RIGHT, font,
                    row->ends[0]);
    if (row->ends[1] != NULL)
        script_text(drawing->script, layout->area.right + END_GAP, y, SCRIPT_LEFT, font,
                    row->ends[1]);
    draw_beside_columns(drawing, layout, y, row);
}

static void draw_row_below(struct drawing *drawing, const struct layout *layout, double y,
                           const struct chart_row *row, const struct lines *below) {
    const struct font *font = &drawing->form->figure;
    double top = y + layout->half + BELOW_GAP, end = top;
    if (row->share.base == 0 && row->share.figure != NULL)
        script_text(drawing->script, layout->area.left, y, SCRIPT_LEFT, font,
                    row->share.figure);
    for (int k = 0; k < 2; k++) {
        struct lines lines = wrap_end(drawing, row, k);
        double x = k == 0 ? layout->area.left : layout->area.right;
        double under = frame_draw_lines(drawing, x, top, k == 0 ? SCRIPT_LEFT : SCRIPT_RIGHT,
                                        font, &lines);
        end = fmax(end, under);
    }
    frame_draw_lines(drawing, layout->area.left, is_level(drawing, row, below) ? top : end,
                     SCRIPT_LEFT, &drawing->form->small, below);
}

/* Behind the bars: the middle, and what parts the columns beside the scale. */
static void draw_lines_behind(struct drawing *drawing, const struct layout *layout) {
    double x = (double)(long)x_of(layout, 0);
    struct box middle = {x, layout->area.top - 3, x + 1, layout->area.bottom + 3};
    if (drawing->chart->kind == CHART_DIVERGING && !layout->rows.above)
        script_box(drawing->script, middle, PICTURE_GRID, 0);
    x = frame_right(drawing) - layout->besides_width + FRAME_GAP / 2.0;
    struct box part = {x, layout->area.top, x + 1, layout->area.bottom};
    if (drawing->chart->beside_count > 0 && !layout->ends_below)
        script_box(drawing->script, part, PICTURE_GRID, 0);
}

static void draw_note(struct drawing *drawing, const char *note) {
    struct lines lines = frame_wrap(drawing, &drawing->form->small, note, frame_room(drawing));
    drawing->y = frame_draw_lines(drawing, frame_left(drawing), drawing->y + FRAME_ROW_GAP,
                                  SCRIPT_LEFT, &drawing->form->small, &lines);
}

void draw_stacked(struct drawing *drawing) {
    const struct chart *chart = drawing->chart;
    struct layout layout = {.half = ROW_HALF};
    bool all = true;
    lay_out(drawing, &layout);
    frame_begin(drawing);
    draw_heads(drawing, &layout);
    layout.area.top = drawing->y;
    layout.area.bottom = drawing->y + layout.rows.height;
    draw_lines_behind(drawing, &layout);
    frame_draw_labels(drawing, &layout.rows);
    for (size_t i = 0; i < chart->row_count; i++) {
        double y = layout.area.top + layout.rows.middles[i];
        all = draw_segments(drawing, &layout, y, &chart->rows[i]) && all;
        if (layout.ends_below)
            draw_row_below(drawing, &layout, y, &chart->rows[i], &layout.below[i]);
        else
            draw_row_beside(drawing, &layout, y, &chart->rows[i]);
    }
    drawing->y = layout.area.bottom;
    if (!all && chart->narrow != NULL && !is_alone(chart))
        draw_note(drawing, chart->narrow);
    frame_end(drawing);
}
