#include "charts/palette.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>

struct colour {
    int red, green, blue;
};

/* Lightness (CIE L*) 48 and 79, 90, 68 and 33: also in grey no two of five steps are alike. */
static const struct colour few_dark = {192, 86, 10}, few_light = {246, 181, 110},
                           middle = {226, 226, 226}, many_light = {110, 171, 216},
                           many_dark = {11, 79, 138};
static const struct colour little = {216, 230, 243}, much = {8, 48, 100};

/* Hues after Okabe and Ito, each lighter than the one before. */
static const struct colour nominal[] = {{20, 55, 105},  {176, 66, 22},   {86, 150, 200},
                                        {240, 175, 40}, {190, 225, 185}, {250, 240, 190}};
enum { NOMINAL = sizeof nominal / sizeof *nominal, NOMINAL_DARK = 3 };
/* What distinguishes classes beyond those colours: hatching, on paler ones where they are dark,
 * so that dark numbers can be read on it. gnuplot's patterns of lines falling, rising and
 * crossing. */
static const int patterns[] = {4, 5, 1};
enum { PATTERNS = sizeof patterns / sizeof *patterns };

static int between(int from, int to, double part) {
    return (int)(from + (to - from) * part + 0.5);
}

static struct colour mix(struct colour from, struct colour to, double part) {
    return (struct colour){between(from.red, to.red, part), between(from.green, to.green, part),
                           between(from.blue, to.blue, part)};
}

static struct colour step(size_t position, size_t count, struct colour from, struct colour to) {
    return count < 2 ? to : mix(from, to, (double)position / (double)(count - 1));
}

/* The outer step of each side is the dark one; a side of one step is light. */
static struct colour two_sided(size_t position, size_t count) {
    size_t side = count / 2;
    if (count % 2 == 1 && position == side)
        return middle;
    if (position < side)
        return side == 1 ? few_light : step(position, side, few_dark, few_light);
    size_t beyond = position - (count - side);
    return side == 1 ? many_dark : step(beyond, side, many_light, many_dark);
}

static struct colour colour_of(enum palette_family family, size_t position, size_t count) {
    if (family == PALETTE_SEQUENCE)
        return step(position, count, little, much);
    if (family == PALETTE_TWO_SIDED)
        return two_sided(position, count);
    struct colour colour = nominal[position % NOMINAL], paper = {255, 255, 255};
    bool dark = position % NOMINAL < NOMINAL_DARK;
    return position >= NOMINAL && dark ? mix(colour, paper, 0.5) : colour;
}

/* Relative luminance of sRGB, 0 to 1, after WCAG 2.1. */
static double luminance(struct colour colour) {
    const double parts[] = {colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0};
    static const double weights[] = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++)
        sum += weights[i] *
               (parts[i] <= 0.03928 ? parts[i] / 12.92 : pow((parts[i] + 0.055) / 1.055, 2.4));
    return sum;
}

/* Black or white, whichever has the higher contrast: (a + 0.05) / (b + 0.05). */
static const char *ink_on(struct colour colour) {
    double light = luminance(colour) + 0.05;
    return light / 0.05 >= 1.05 / light ? PALETTE_BLACK : PALETTE_PAPER;
}

/* Neighbours, whose pale colours are close to each other in grey, get lines of other kinds; so
 * do classes of the same colour. */
static int pattern_of(size_t position) {
    size_t round = position / NOMINAL;
    return round % (PATTERNS + 1) == 0 ? 0 : patterns[(position + round - 1) % PATTERNS];
}

struct swatch palette_class(enum palette_family family, size_t position, size_t count) {
    assert(position < count);
    struct colour colour = colour_of(family, position, count);
    struct swatch swatch = {.ink = ink_on(colour)};
    if (family == PALETTE_NOMINAL)
        swatch.pattern = pattern_of(position);
    if (swatch.pattern != 0)
        swatch.ink = PALETTE_BLACK;
    snprintf(swatch.colour, sizeof swatch.colour, "#%02x%02x%02x", (unsigned)colour.red & 0xFFu,
             (unsigned)colour.green & 0xFFu, (unsigned)colour.blue & 0xFFu);
    return swatch;
}
