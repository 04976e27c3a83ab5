#include "charts/script.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/number.h"
#include "charts/coverage.h"
#include "charts/palette.h"
#include "charts/quote.h"

enum { TIC_SIZE = 13, PNG_SCALE = 2 };

struct script {
    char *id;
    double width;
    struct box area;
    double low, high;
    struct text settings, tics, blocks, plots;
    struct text bitmap_labels; /* what a bitmap must word otherwise */
    size_t labels, objects, arrows;
};

struct script *script_new(const char *id, double width) {
    struct script *script = memory_allocate(1, sizeof *script);
    script->id = memory_copy(id);
    script->width = width;
    return script;
}

void script_free(struct script *script) {
    if (script == NULL)
        return;
    text_free(&script->settings);
    text_free(&script->tics);
    text_free(&script->blocks);
    text_free(&script->plots);
    text_free(&script->bitmap_labels);
    free(script->id);
    free(script);
}

double script_width(const struct script *script) {
    return script->width;
}

/* A place: across as a part of the whole width, down in pixels, which is what the y axis
 * counts. */
static void add_place(struct text *text, const struct script *script, double x, double y) {
    text_add_format(text, "screen %.5f, first %.2f", x / script->width, y);
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
    add_place(text, script, x, y);
    text_add_format(text, " %s font \"DejaVu Sans%s,%g\" textcolor rgb \"%s\" front\n",
                    alignments[align], font->bold ? ":Bold" : "", font->size, font->colour);
    word_for_bitmap(script, line);
}

static void add_object(struct script *script, struct box box, const char *fill) {
    struct text *text = &script->settings;
    text_add_format(text, "set object %zu rectangle from ", ++script->objects);
    add_place(text, script, box.left, box.top);
    text_add(text, " to ");
    add_place(text, script, box.right, box.bottom);
    text_add_format(text, " noclip behind %s\n", fill);
}

void script_box(struct script *script, struct box box, const char *colour, int pattern) {
    char fill[100];
    snprintf(fill, sizeof fill, "fillstyle solid 1 noborder fillcolor rgb \"%s\"", colour);
    add_object(script, box, fill);
    if (pattern == 0)
        return;
    snprintf(fill, sizeof fill,
             "fillstyle transparent pattern %d noborder fillcolor rgb \"" PALETTE_PAPER "\"",
             pattern);
    add_object(script, box, fill);
}

/* An open square is a filled one with a smaller white one on it, so that it covers a line; it
 * is larger than the disc, and both are seen where they fall together. */
static const struct {
    int type;
    double size;
    bool white;
} signs[][2] = {
    [SCRIPT_DISC] = {{7, 1.05, false}}, [SCRIPT_SQUARE] = {{5, 1.4, false}, {5, 0.9, true}}};

void script_sign(struct script *script, double x, double y, enum script_sign sign,
                 const char *colour) {
    for (size_t i = 0; i < 2 && signs[sign][i].type != 0; i++) {
        struct text *text = &script->settings;
        text_add_format(text, "set label %zu \"\" at ", ++script->labels);
        add_place(text, script, x, y);
        text_add_format(text, " point pointtype %d pointsize %g linecolor rgb \"%s\" front\n",
                        signs[sign][i].type, signs[sign][i].size,
                        signs[sign][i].white ? PALETTE_PAPER : colour);
    }
}

void script_plot_signs(struct script *script, const char *block, const char *columns,
                       enum script_sign sign, const char *colour) {
    for (size_t i = 0; i < 2 && signs[sign][i].type != 0; i++)
        script_plot(script,
                    "$%s using %s with points pointtype %d pointsize %g linecolor rgb \"%s\"",
                    block, columns, signs[sign][i].type, signs[sign][i].size,
                    signs[sign][i].white ? PALETTE_PAPER : colour);
}

void script_line(struct script *script, double x0, double y0, double x1, double y1,
                 const char *colour, double thickness) {
    struct text *text = &script->settings;
    text_add_format(text, "set arrow %zu from ", ++script->arrows);
    add_place(text, script, x0, y0);
    text_add(text, " to ");
    add_place(text, script, x1, y1);
    text_add_format(text, " nohead back linewidth %g linecolor rgb \"%s\"\n", thickness,
                    colour);
}

void script_area(struct script *script, struct box area, double low, double high) {
    assert(low < high && area.left < area.right && area.top < area.bottom);
    script->area = area;
    script->low = low;
    script->high = high;
}

void script_tic(struct script *script, double x, const char *label) {
    char number[NUMBER_SIZE];
    if (script->tics.length > 0)
        text_add(&script->tics, ", ");
    struct text covered = {0};
    coverage_replace(&covered, label);
    quote_tic(&script->tics, text_string(&covered));
    text_free(&covered);
    text_add_format(&script->tics, " %s", number_format_shortest(number, x));
}

void script_begin_block(struct script *script, const char *name, const char *columns) {
    text_add_format(&script->blocks, "$%s << EOD\n# %s\n", name, columns);
}

/* Ten digits: enough for any picture, and too few to show how a quotient was rounded. */
void script_row(struct script *script, size_t count, const double *numbers) {
    for (size_t i = 0; i < count; i++) {
        assert(isfinite(numbers[i]));
        double number = numbers[i] == 0 ? 0 : numbers[i];
        text_add_format(&script->blocks, "%s%.10g", i > 0 ? " " : "", number);
    }
    text_add(&script->blocks, "\n");
}

void script_end_block(struct script *script) {
    text_add(&script->blocks, "EOD\n");
}

void script_plot(struct script *script, const char *format, ...) {
    char plot[400];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(plot, sizeof plot, format, arguments);
    va_end(arguments);
    assert(length > 0 && (size_t)length < sizeof plot);
    text_add_format(&script->plots, "%s%s", script->plots.length > 0 ? ", \\\n     " : "",
                    plot);
}

/* Both formats have the same layout. A point of pngcairo is 4/3 pixels, so fonts are set back
 * by 3/4; its signs are smaller than those of svg. */
static void add_terminal(const struct script *script, double height, bool png,
                         struct text *result) {
    if (png)
        text_add_format(
            result,
            "set terminal pngcairo noenhanced font \"DejaVu Sans,14\" size %.0f,%.0f "
            "fontscale %g linewidth %d pointscale %g background rgb \"" PALETTE_PAPER "\"\n",
            script->width * PNG_SCALE, height * PNG_SCALE, PNG_SCALE * 0.75, PNG_SCALE,
            PNG_SCALE * 1.6);
    else
        text_add_format(result,
                        "set terminal svg noenhanced font \"DejaVu Sans,14\" size %.0f,%.0f "
                        "background rgb \"" PALETTE_PAPER "\"\n",
                        script->width, height);
    text_add_format(result, "set output \"%s.%s\"\n", script->id, png ? "png" : "svg");
}

static void add_axes(const struct script *script, double height, struct text *result) {
    const struct box *area = &script->area;
    text_add(result, "unset key\nunset border\nunset ytics\n");
    text_add_format(result, "set lmargin at screen %.5f\nset rmargin at screen %.5f\n",
                    area->left / script->width, area->right / script->width);
    text_add_format(result, "set tmargin at screen %.5f\nset bmargin at screen %.5f\n",
                    1 - area->top / height, 1 - area->bottom / height);
    text_add_format(result, "set xrange [%.6g:%.6g]\nset yrange [%.2f:%.2f]\n", script->low,
                    script->high, area->bottom, area->top);
    if (script->tics.length > 0)
        text_add_format(
            result,
            "set xtics (%s) scale 0 offset 0,0.3 font \"DejaVu Sans,%d\" textcolor rgb "
            "\"" PALETTE_GREY "\"\n",
            script->tics.bytes, TIC_SIZE);
    else
        text_add(result, "unset xtics\n");
}

void script_finish(const struct script *script, double height, bool svg, bool png,
                   struct text *result) {
    assert(svg || png);
    text_add_format(result,
                    "# The chart of %s, written by nachlese-charts. To draw it again: gnuplot "
                    "%s.gp\nreset\nset encoding utf8\n",
                    script->id, script->id);
    add_terminal(script, height, !svg, result);
    add_axes(script, height, result);
    text_add(result, text_string(&script->settings));
    if (!svg)
        text_add(result, text_string(&script->bitmap_labels));
    text_add(result, text_string(&script->blocks));
    text_add_format(result, "plot %s\n",
                    script->plots.length > 0 ? script->plots.bytes : "NaN");
    if (svg && png) {
        add_terminal(script, height, true, result);
        text_add(result, text_string(&script->bitmap_labels));
        text_add(result, "replot\n");
    }
    text_add(result, "unset output\n");
}
