#include "charts/script.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "charts/coverage.h"
#include "charts/quote.h"

enum { PNG_SCALE = 2 };

struct script {
    char *name;
    double width;
    struct text settings;
    struct text bitmap_labels; /* what a bitmap must word otherwise */
    size_t labels, objects;
};

struct script *script_new(const char *name, double width) {
    struct script *script = memory_allocate(1, sizeof *script);
    script->name = memory_copy(name);
    script->width = width;
    return script;
}

void script_free(struct script *script) {
    if (script == NULL)
        return;
    text_free(&script->settings);
    text_free(&script->bitmap_labels);
    free(script->name);
    free(script);
}

static void add_place(struct text *text, double x, double y) {
    assert(isfinite(x) && isfinite(y));
    text_add_format(text, "first %.2f,%.2f", x, y);
}

/* Labels are cleaned first, as quote_label does anyway: characters must be valid here. */
static void word_for_bitmap(struct script *script, const char *line) {
    struct text clean = {0}, covered = {0};
    quote_clean(&clean, line);
    if (coverage_replace(&covered, text_string(&clean))) {
        text_add_format(&script->bitmap_labels, "set label %zu ", script->labels);
        quote_label(&script->bitmap_labels, text_string(&covered));
        text_add(&script->bitmap_labels, "\n");
    }
    text_free(&clean);
    text_free(&covered);
}

void script_text(struct script *script, double x, double y, enum script_align align,
                 const struct font *font, const char *line) {
    static const char *const alignments[] = {"left", "center", "right"};
    struct text *text = &script->settings;
    text_add_format(text, "set label %zu ", ++script->labels);
    quote_label(text, line);
    text_add(text, " at ");
    add_place(text, x, y);
    text_add_format(text, " %s font \"DejaVu Sans%s,%g\" textcolor rgb \"%s\" front\n",
                    alignments[align], font->bold ? ":Bold" : "", font->size,
                    picture_colour_light(font->colour));
    word_for_bitmap(script, line);
}

static void begin_object(struct script *script, const char *shape) {
    text_add_format(&script->settings, "set object %zu %s from ", ++script->objects, shape);
}

static void end_object(struct script *script, enum picture_colour colour, int pattern) {
    if (pattern == 0)
        text_add(&script->settings, " fillstyle solid 1");
    else
        text_add_format(&script->settings, " fillstyle transparent pattern %d", pattern);
    text_add_format(&script->settings, " noborder fillcolor rgb \"%s\"\n",
                    picture_colour_light(colour));
}

static void add_rectangle(struct script *script, struct box box, enum picture_colour colour,
                          int pattern) {
    begin_object(script, "rectangle");
    add_place(&script->settings, box.left, box.top);
    text_add(&script->settings, " to ");
    add_place(&script->settings, box.right, box.bottom);
    end_object(script, colour, pattern);
}

void script_box(struct script *script, struct box box, enum picture_colour colour,
                int pattern) {
    add_rectangle(script, box, colour, 0);
    if (pattern != 0)
        add_rectangle(script, box, PICTURE_PAPER, pattern);
}

/* --- signs: a corner upwards is at a quarter turn --- */

enum { ROUND = 24 /* corners of a disc */ };

static void add_polygon(struct script *script, double x, double y, double radius, int corners,
                        double turn, enum picture_colour colour) {
    begin_object(script, "polygon");
    for (int i = 0; i <= corners; i++) {
        double angle = 2 * M_PI * (turn + (double)(i % corners) / corners);
        if (i > 0)
            text_add(&script->settings, " to ");
        add_place(&script->settings, x + radius * cos(angle), y - radius * sin(angle));
    }
    end_object(script, colour, 0);
}

/* An open sign has a smaller one of paper on it, so that it covers a line. Radii make signs of
 * equal weight: a square's is that of its corners. */
static const struct {
    int corners;
    double turn, size, hole;
} signs[SCRIPT_SIGNS] = {
    [SCRIPT_DISC] = {ROUND, 0, 1, 0},      [SCRIPT_SQUARE] = {4, 0.125, 1.45, 0.85},
    [SCRIPT_TRIANGLE] = {3, 0.25, 1.3, 0}, [SCRIPT_DIAMOND] = {4, 0, 1.4, 0.75},
    [SCRIPT_DROP] = {3, 0.75, 1.3, 0},     [SCRIPT_RING] = {ROUND, 0, 1.05, 0.55},
};

void script_sign(struct script *script, double x, double y, double radius,
                 enum script_sign sign, enum picture_colour colour) {
    assert(sign > SCRIPT_BOX && sign < SCRIPT_SIGNS);
    add_polygon(script, x, y, radius * signs[sign].size, signs[sign].corners, signs[sign].turn,
                colour);
    if (signs[sign].hole > 0)
        add_polygon(script, x, y, radius * signs[sign].hole, signs[sign].corners,
                    signs[sign].turn, PICTURE_PAPER);
}

/* --- the script --- */

/* Both formats have the same layout. A point of pngcairo is 4/3 pixels, so fonts are set back
 * by 3/4. */
static void add_terminal(const struct script *script, double height, bool png,
                         struct text *result) {
    if (png)
        text_add_format(result,
                        "set terminal pngcairo noenhanced font \"DejaVu Sans,14\" size "
                        "%.0f,%.0f fontscale %g background rgb \"%s\"\n",
                        script->width * PNG_SCALE, height * PNG_SCALE, PNG_SCALE * 0.75,
                        picture_colour_light(PICTURE_PAPER));
    else
        text_add_format(result,
                        "set terminal svg noenhanced font \"DejaVu Sans,14\" size %.0f,%.0f "
                        "background rgb \"%s\"\n",
                        script->width, height, picture_colour_light(PICTURE_PAPER));
    text_add_format(result, "set output \"%s.%s\"\n", script->name, png ? "png" : "svg");
}

/* A plot of nothing, on the whole picture. */
static void add_axes(const struct script *script, double height, struct text *result) {
    text_add(result, "unset key\nunset border\nunset tics\n"
                     "set lmargin at screen 0\nset rmargin at screen 1\n"
                     "set tmargin at screen 1\nset bmargin at screen 0\n");
    text_add_format(result, "set xrange [0:%.0f]\nset yrange [%.0f:0]\n", script->width,
                    height);
}

void script_finish(const struct script *script, double height, bool svg, bool png,
                   struct text *result) {
    assert(svg || png);
    text_add_format(result,
                    "# The picture %s, written by nachlese-charts.\nreset\nset encoding utf8\n",
                    script->name);
    add_terminal(script, height, !svg, result);
    add_axes(script, height, result);
    text_add(result, text_string(&script->settings));
    if (!svg)
        text_add(result, text_string(&script->bitmap_labels));
    text_add(result, "plot NaN\n");
    if (svg && png) {
        add_terminal(script, height, true, result);
        text_add(result, text_string(&script->bitmap_labels));
        text_add(result, "replot\n");
    }
    text_add(result, "unset output\n");
}
