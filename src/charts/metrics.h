/* How wide text is, without asking the program that draws it. Lines belong to the arena. */
#ifndef CHARTS_METRICS_H
#define CHARTS_METRICS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/picture_colour.h"

struct font {
    double size; /* pixels of the em square */
    bool bold;
    enum picture_colour colour;
};

/* Text broken into lines; count is 0 for empty text. */
struct lines {
    const char **line;
    size_t count;
    double width; /* of the widest */
};

/* The width in pixels of valid UTF-8 in DejaVu Sans; Verdana is as wide, Arial and its kin are
 * narrower, so what fits here fits there. Other scripts are estimated, rather too wide. */
double metrics_width(const struct font *font, const char *string);

/* From one line to the next, in pixels. */
double metrics_line_height(const struct font *font);

/* Cleans string (quote.h) and breaks it where UAX 14 allows, each line at most width pixels. A
 * longer word is cut, with a hyphen where that is inside a Latin word; nothing is left out. */
struct lines metrics_wrap(struct arena *arena, const struct font *font, const char *string,
                          double width);

/* The width of the longest part of string that can only be cut by force. */
double metrics_longest_word(const struct font *font, const char *string);

#endif
