/* What all pictures have: heading, labels at the left, figures at the right, an axis in words,
 * notes. Lengths are pixels. Nothing is owned; lines lie in the drawing's arena. */
#ifndef CHARTS_FRAME_H
#define CHARTS_FRAME_H

#include "base/arena.h"
#include "charts/chart.h"
#include "charts/metrics.h"
#include "charts/script.h"

/* A picture that is being drawn from top to bottom. */
struct drawing {
    const struct chart *chart;
    struct arena *arena;   /* of lines and the like, for this picture */
    struct script *script; /* from frame_begin on */
    double y;              /* what is above is drawn */
};

enum {
    FRAME_WIDTH =
        640, /* of a picture, unless its columns need more: a phone shows it at half */
    FRAME_MARGIN = 16,
    FRAME_GAP = 12,        /* between columns */
    FRAME_BAR = 22,        /* height of a bar */
    FRAME_ROW_GAP = 10,    /* between rows */
    FRAME_LEAST_AREA = 230 /* width of the data area */
};

extern const struct font frame_label, frame_figure, frame_small;

/* The rows' labels, broken into lines, and where the rows are. */
struct frame_rows {
    struct lines *labels;
    double *middles; /* of each row, in pixels from the top of the first */
    double height;   /* of all */
    double width;    /* of the labels */
};

/* Breaks the labels at width pixels, or later where a word is longer; rows are at least
 * bar_height high. */
struct frame_rows frame_measure_rows(const struct drawing *drawing, double width,
                                     double bar_height);

/* The head of a column, in at most three lines where that does not make it too wide. least: the
 * width that the column has anyway. */
struct lines frame_wrap_head(const struct drawing *drawing, const char *head, double least);

/* A column of figures ("31 von 38") with its head, which wraps. */
struct frame_column {
    struct lines head;
    double width;
};

/* The column's width is that of the widest figure and of the head's longest word. second: of
 * the rows' second share. head: NULL for none. */
struct frame_column frame_measure_column(const struct drawing *drawing, const char *head,
                                         bool second);

/* Opens the script and draws title and subtitle. */
void frame_begin(struct drawing *drawing, double width);
/* Draws lines below top. Returns where they end. */
double frame_draw_lines(struct drawing *drawing, double x, double top, enum script_align align,
                        const struct font *font, const struct lines *lines);
/* The same, with their end at bottom. */
void frame_draw_head(struct drawing *drawing, double x, double bottom, enum script_align align,
                     const struct lines *lines);
/* The rows' labels, from drawing->y on; they end at x. */
void frame_draw_labels(struct drawing *drawing, const struct frame_rows *rows, double x);
/* The figures of a column that ends at x, from drawing->y on. */
void frame_draw_figures(struct drawing *drawing, const struct frame_rows *rows, double x,
                        bool second);
/* The words under an axis from 0 to 100, and a line at each. y goes below. */
void frame_draw_axis(struct drawing *drawing, struct box area);

/* What explains a colour or a sign. */
struct frame_key {
    const char *label, *colour;
    int pattern;
    enum script_sign sign; /* SCRIPT_BOX: a box of the colour and pattern */
};

/* Keys side by side from x to right, broken into rows, from drawing->y on. Returns their end.
 */
double frame_draw_keys(struct drawing *drawing, const struct frame_key *keys, size_t count,
                       double x, double right);

/* The notes; y ends at the picture's lower edge. */
void frame_end(struct drawing *drawing);

#endif
