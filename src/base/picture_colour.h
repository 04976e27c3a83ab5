/* The colours of pictures, on white paper and on a dark screen. A picture has the light ones in
 * its attributes, so that it is whole as a file, and the name of each colour as its class, so
 * that a page can set the dark ones instead. Every light colour occurs once: from what was
 * drawn its name follows. Nothing is allocated. */
#ifndef BASE_PICTURE_COLOUR_H
#define BASE_PICTURE_COLOUR_H

#include <stdbool.h>

#include "base/text.h"

/* X(identifier, class, light, dark). Two-sided scales go from C1 (most on one side) over C5
 * (the middle) to C9 (most on the other). On paper each is at least 7 steps of lightness (CIE
 * L*) from each other; in the dark the strongest ones are the lightest. What is written on a
 * bar is ON_DARK, ON_EITHER or ON_LIGHT, after the lightness that the bar has on paper. */
#define PICTURE_COLOURS(X)                                                                     \
    X(PAPER, "paper", "#ffffff", "#14171a")                                                    \
    X(INK, "ink", "#1a1a1a", "#e6e6e6")                                                        \
    X(QUIET, "quiet", "#4d4d4d", "#b6bdc4")                                                    \
    X(ALARM, "alarm", "#9c2a00", "#ff9b73")                                                    \
    X(GRID, "grid", "#b8bec4", "#5a636d")                                                      \
    X(C0, "c0", "#eceff2", "#262c32")                                                          \
    X(C1, "c1", "#a73916", "#feb87b")                                                          \
    X(C2, "c2", "#d35e1e", "#ed8f47")                                                          \
    X(C3, "c3", "#ec8f41", "#cd6c34")                                                          \
    X(C4, "c4", "#fbc181", "#a1522e")                                                          \
    X(C5, "c5", "#e2e2e2", "#686c70")                                                          \
    X(C6, "c6", "#89bfe6", "#3877a7")                                                          \
    X(C7, "c7", "#399bd8", "#3f98d2")                                                          \
    X(C8, "c8", "#0475b4", "#69b9eb")                                                          \
    X(C9, "c9", "#085182", "#a1d9fa")                                                          \
    X(ON_DARK, "ond", "#fffffe", "#000000")                                                    \
    X(ON_EITHER, "one", "#000000", "#000001")                                                  \
    X(ON_LIGHT, "onl", "#000001", "#ffffff")

#define PICTURE_COLOUR_ENUM(identifier, class, light, dark) PICTURE_##identifier,
enum picture_colour { PICTURE_COLOURS(PICTURE_COLOUR_ENUM) PICTURE_COLOUR_COUNT };
#undef PICTURE_COLOUR_ENUM

/* What of a picture with lines on a colour is drawn as lines: its class. */
#define PICTURE_HATCH_CLASS "hatch"

/* "#1a1a1a" */
const char *picture_colour_light(enum picture_colour colour);
const char *picture_colour_dark(enum picture_colour colour);
/* "ink" */
const char *picture_colour_class(enum picture_colour colour);

/* The colour that is this light one, PICTURE_COLOUR_COUNT if none is; parts from 0 to 255. */
enum picture_colour picture_colour_of(int red, int green, int blue);

/* True for a class that a picture may have. */
bool picture_colour_is_class(const char *name);

/* Appends rules of CSS, a line each, that set the dark colours for what is inside of selector
 * (".chart "). */
void picture_colour_add_rules(struct text *css, const char *selector);

#endif
