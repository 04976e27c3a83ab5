#include "report/plain_bars.h"

#include "base/utf8.h"
#include "report/plain_lines.h"

enum { GAP = 2, INDENT = 2, SCALED_CELLS = 40, LEAST_CELLS = 10, WIDEST_LABEL = 34 };

/* What all bars of a picture have in common, in columns. */
struct layout {
    const struct bar_style *style;
    const struct voice *voice;
    bool scaled;    /* a block is not one answer */
    bool beside;    /* labels are left of the bars */
    bool two_lines; /* name and figure are above the bar */
    size_t indent, label, name, cells, figure;
};

static size_t larger(size_t a, size_t b) {
    return a > b ? a : b;
}

static int64_t largest_base(const struct bar_block *blocks, size_t count) {
    int64_t largest = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < blocks[i].count; k++)
            if (blocks[i].bars[k].base > largest)
                largest = blocks[i].bars[k].base;
    return largest;
}

static void measure(struct layout *layout, const struct bar_block *blocks, size_t count) {
    layout->beside = true;
    for (size_t i = 0; i < count; i++) {
        layout->label = larger(layout->label, utf8_width(blocks[i].label));
        layout->beside =
            layout->beside && blocks[i].count == 1 && blocks[i].bars[0].name[0] == '\0';
        for (size_t k = 0; k < blocks[i].count; k++) {
            const struct bar *bar = &blocks[i].bars[k];
            layout->name = larger(layout->name, utf8_width(bar->name));
            layout->figure = larger(layout->figure,
                                    utf8_width(voice_of(layout->voice, bar->count, bar->base)));
        }
    }
    if (layout->name > 0)
        layout->name += GAP;
}

static struct layout plan(const struct voice *voice, const struct bar_style *style,
                          const struct bar_block *blocks, size_t count) {
    struct layout layout = {.style = style, .voice = voice, .indent = INDENT};
    measure(&layout, blocks, count);
    int64_t most = largest_base(blocks, count);
    layout.scaled = style->scaled || most > BARS_ONE_TO_ONE;
    size_t room = PLAIN_WIDTH - GAP - layout.figure - layout.name;
    layout.cells = style->none ? 0 : layout.scaled ? SCALED_CELLS : (size_t)most;
    if (layout.scaled && layout.cells + layout.indent > room)
        layout.cells = room > LEAST_CELLS + layout.indent ? room - layout.indent : LEAST_CELLS;
    size_t widest = style->none ? PLAIN_WIDTH : WIDEST_LABEL;
    layout.beside =
        layout.beside && layout.label <= widest && layout.label + GAP + layout.cells <= room;
    layout.two_lines = !layout.beside && layout.cells > room;
    if (layout.beside || layout.two_lines)
        layout.indent = layout.beside ? 0 : INDENT;
    else if (layout.cells + layout.indent > room)
        layout.indent = room - layout.cells;
    return layout;
}

/* How many of the row's cells are filled; an answer is never rounded away, nor a missing one.
 */
static size_t filled_cells(const struct bar *bar, size_t cells) {
    if (bar->count == 0 || bar->count == bar->base)
        return bar->count == 0 ? 0 : cells;
    int64_t filled = (2 * bar->count * (int64_t)cells + bar->base) / (2 * bar->base);
    if (filled == 0)
        return 1;
    return filled == (int64_t)cells ? cells - 1 : (size_t)filled;
}

static void add_cells(struct text *line, const struct layout *layout, const struct bar *bar) {
    if (layout->style->none)
        return;
    size_t cells = layout->scaled ? layout->cells : (size_t)bar->base;
    size_t filled = layout->scaled ? filled_cells(bar, cells) : (size_t)bar->count;
    text_add_repeated(line, layout->style->full, filled);
    text_add_repeated(line, layout->style->empty, cells - filled);
    text_add_repeated(line, " ", layout->cells - cells);
}

static void print_bar(struct text *text, const struct layout *layout, const char *label,
                      const struct bar *bar) {
    struct text line = {0};
    const char *figure = voice_of(layout->voice, bar->count, bar->base);
    text_add_repeated(&line, " ", layout->indent);
    if (layout->beside)
        utf8_pad(&line, label, layout->label + GAP, false);
    utf8_pad(&line, bar->name, layout->name, false);
    if (layout->two_lines) {
        text_add(&line, figure);
        plain_line(text, text_string(&line));
        text_clear(&line);
        text_add_repeated(&line, " ", layout->indent);
        add_cells(&line, layout, bar);
    } else {
        add_cells(&line, layout, bar);
        text_add_repeated(&line, " ", layout->cells > 0 ? GAP : 0);
        utf8_pad(&line, figure, layout->figure, true);
    }
    plain_line(text, text_string(&line));
    text_free(&line);
}

void plain_bars(struct text *text, const struct voice *voice, const struct bar_style *style,
                const struct bar_block *blocks, size_t count) {
    struct layout layout = plan(voice, style, blocks, count);
    for (size_t i = 0; i < count; i++) {
        if (!layout.beside && blocks[i].label[0] != '\0')
            plain_hanging(text, "", blocks[i].label, PLAIN_WIDTH);
        for (size_t k = 0; k < blocks[i].count; k++)
            print_bar(text, &layout, blocks[i].label, &blocks[i].bars[k]);
    }
}
