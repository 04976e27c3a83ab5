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
    CHART_DOTS,      /* several shares a row, each with a sign of its own */
    CHART_COLUMNS,   /* columns over numbers or classes of numbers, which are the rows */
    CHART_KINDS
};

/* count of base, with its wording ("31 von 38"). base 0: there is no figure, and the wording
 * says why, or is NULL. */
struct chart_share {
    int64_t count, base;
    const char *figure;
};

enum { CHART_MOST_MARKS = 6 };

struct chart_row {
    const char *label;               /* "" for none */
    struct chart_share share;        /* the bar, the stacked row's whole, the column */
    bool leads;                      /* bars: the row that the title speaks of */
    int64_t part;                    /* ranking: how many of share.count came first */
    const struct chart_share *marks; /* dots: chart.mark_count */
    const int64_t *segments; /* stacked, diverging: counts by class; their sum is share.base */
    const char *ends[2];     /* the same: figures of both sides; NULL for none */
    const int64_t *beside;   /* counts beside the whole; -1: not known */
    double from, to;         /* columns: its bounds, from < to */
    const char *edge, *end; /* columns: the bounds in words, where labels do not fit; edge NULL:
                               the label is short, or may be left out */
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
    /* Bars: over the figures, in the first. Ranking: the legend, of the part and of the rest.
     * Stacked, diverging: what the ends count. Columns: what the numbers at both ends mean.
     * NULL for none. */
    const char *heads[2];
    const char *const *marks; /* dots: names of the signs, at most CHART_MOST_MARKS */
    size_t mark_count;
    const char *const *classes; /* stacked, diverging: names in the order of the scale */
    size_t class_count;
    bool ordered;       /* the classes are steps of a scale, so their colours are too */
    size_t left, right; /* ordered: how many of the first and of the last are its sides; what is
                           between is the middle */
    const char *const *besides; /* names of what is beside: don't know ... */
    size_t beside_count;
    const char *narrow; /* the note for numbers that their segments have no room for; or NULL */
    bool has_line;      /* columns: a line at a value, with its words */
    double line;
    const char *line_words;
};

enum { CHART_DESCRIBED_ROWS = 3 };

/* Appends what a listener needs beside the title, in short: the figures of the first
 * CHART_DESCRIBED_ROWS rows. All are in the table that stands with the picture. */
void chart_describe(const struct chart *chart, struct text *result);

#endif
