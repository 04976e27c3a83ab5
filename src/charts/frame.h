/* What all pictures have: heading, labels at the left of the data or above them, words under an
 * axis, keys, notes. Every picture has two forms, a wide one and one for a phone. Lengths are
 * pixels. Nothing is owned; lines lie in the drawing's arena. */
#ifndef CHARTS_FRAME_H
#define CHARTS_FRAME_H

#include "base/arena.h"
#include "charts/chart.h"
#include "charts/metrics.h"
#include "charts/script.h"

/* A form of all pictures. On paper the wide one is 170 mm across: there a pixel is 0.753
 * points, and the smallest text of 12 pixels 9 points high. */
struct form {
    const char *ending; /* of the picture's name: "-narrow" */
    double width;
    bool narrow;                                            /* labels are above the data */
    struct font title, label, figure, small, number, alarm; /* number: on a bar */
};

extern const struct form frame_wide, frame_narrow;

/* A picture that is being drawn from top to bottom. */
struct drawing {
    const struct chart *chart;
    const struct form *form;
    struct arena *arena;   /* of lines and the like, for this picture */
    struct script *script; /* from frame_begin on */
    double y;              /* what is above is drawn */
};

enum {
    FRAME_MARGIN = 16,
    FRAME_GAP = 12,    /* between columns */
    FRAME_BAR = 22,    /* height of a bar */
    FRAME_ROW_GAP = 10 /* between rows */
};

/* The margins, and the width between them. */
double frame_left(const struct drawing *drawing);
double frame_right(const struct drawing *drawing);
double frame_room(const struct drawing *drawing);
/* string in lines of at most width. */
struct lines frame_wrap(const struct drawing *drawing, const struct font *font,
                        const char *string, double width);
double frame_height(const struct font *font, const struct lines *lines);

/* Where a picture's title is, in pixels from its top: "36.00 84.00". A page that says the title
 * over the picture leaves it out there. Lives as long as the arena. */
const char *frame_title_place(const struct chart *chart, const struct form *form,
                              struct arena *arena);

/* The rows' labels, broken into lines, and where the rows are. */
struct frame_rows {
    struct lines *labels;
    double *tops;    /* of the labels, in pixels from the top of the first row */
    double *middles; /* of the bars */
    double height;   /* of all */
    double left;     /* where the data begin */
    bool above;      /* the labels are above the bars */
};

/* What rows need. */
struct frame_need {
    double bar;          /* height */
    double area;         /* least width of the data, without what is beside them */
    double beside;       /* what is right of the data, and left of them beside the labels */
    const double *below; /* of each row, what is between its bar and the next row; or NULL */
};

/* Labels stand at the left of the data where both have room, else above them, and always in the
 * narrow form. */
struct frame_rows frame_place_rows(const struct drawing *drawing,
                                   const struct frame_need *need);

/* The width of the widest figure of the rows' shares. */
double frame_figure_width(const struct drawing *drawing);

/* Opens the script and draws warning, title and subtitle. */
void frame_begin(struct drawing *drawing);
/* Draws lines below top. Returns where they end. */
double frame_draw_lines(struct drawing *drawing, double x, double top, enum script_align align,
                        const struct font *font, const struct lines *lines);
/* The rows' labels, from drawing->y on. */
void frame_draw_labels(struct drawing *drawing, const struct frame_rows *rows);

/* Lines at 0, half and the whole of an area, to be drawn before the data. */
void frame_draw_grid(struct drawing *drawing, struct box area);
/* The words under them, as far as they have room from least to most; y goes below. */
void frame_draw_axis(struct drawing *drawing, struct box area, double least, double most);

/* What explains a colour or a sign. */
struct frame_key {
    const char *label;
    enum picture_colour colour;
    int pattern;
    enum script_sign sign; /* SCRIPT_BOX: a box of the colour and pattern */
};

/* Keys side by side, broken into rows, from drawing->y on; y goes below them and a gap. */
void frame_draw_keys(struct drawing *drawing, const struct frame_key *keys, size_t count);

/* The notes; y ends at the picture's lower edge. */
void frame_end(struct drawing *drawing);

#endif
