/* The model of one picture, independent of how it is drawn and of the words of the survey. A
 * chart owns nothing: its strings and arrays belong to whoever fills it in (an arena) and live
 * until the picture is drawn. Every string may hold any bytes; what is no text is left out. */
#ifndef CHARTS_CHART_H
#define CHARTS_CHART_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

enum chart_kind {
    CHART_BARS,      /* one bar a row, up to its whole */
    CHART_RANKING,   /* the same, with the part that came first set apart */
    CHART_STACKED,   /* each row is a whole, split into classes side by side */
    CHART_DIVERGING, /* the same, with the classes on both sides of a middle */
    CHART_DUMBBELL,  /* two shares a row, joined by a line */
    CHART_HISTOGRAM, /* columns over classes of numbers; the rows are the classes */
    CHART_KINDS
};

/* count of base, with its wording ("31 von 38"). base 0: nobody answered. */
struct chart_share {
    int64_t count, base;
    const char *figure;
};

struct chart_row {
    const char *label;
    struct chart_share share; /* the bar, the stacked row's figure, the first dot, the column */
    struct chart_share second; /* dumbbell: the second dot */
    bool has_interval;         /* bars: low and high are there, as shares 0..1 */
    double low, high;
    bool leads;              /* bars: the row that the title speaks of */
    int64_t part;            /* ranking: how many of share.count came first */
    const int64_t *segments; /* stacked, diverging: counts by class; their sum is share.base */
    const int64_t *beside;   /* counts beside the whole; -1: not known */
    double from, to;         /* histogram: the class's bounds, from < to */
    const char *edge, *end;  /* histogram: the bounds in words, where labels do not fit */
};

struct chart {
    enum chart_kind kind;
    const char *id;       /* [a-z][a-z0-9_.]*: names the files and the elements of the SVG */
    const char *language; /* "de" */
    const char *warning;  /* above all else: that answers are made up; or NULL */
    const char *title;    /* one sentence: what the picture says */
    const char *subtitle; /* what was asked; "" for none */
    const char *const *notes; /* paragraphs under the picture */
    size_t note_count;
    /* Words under the axis at 0, half and the whole. */
    const char *nobody, *half, *everybody;
    const struct chart_row *rows;
    size_t row_count;
    /* Over the figures of share and second; NULL for none. A dumbbell needs both. For a
     * ranking both are the legend, of the part and of the rest. */
    const char *heads[2];
    const char *const *classes; /* stacked, diverging: names in the order of the scale */
    size_t class_count;
    bool ordered;               /* the classes are steps of a scale, so their colours are too */
    const char *const *besides; /* names of what is beside: don't know ... */
    size_t beside_count;
    const char *narrow; /* the note for numbers that their segments have no room for; or NULL */
};

/* Appends what a listener needs instead of the picture: every row with its figures, then the
 * notes. */
void chart_describe(const struct chart *chart, struct text *result);

#endif
