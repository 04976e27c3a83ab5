#include "charts/palette.h"

#include <assert.h>

/* Each far from its neighbours in lightness; equal ones come again with hatching. */
static const enum picture_colour nominal[] = {PICTURE_C9, PICTURE_C4, PICTURE_C8,
                                              PICTURE_C5, PICTURE_C2, PICTURE_C6};
enum { NOMINAL = sizeof nominal / sizeof *nominal };

static const enum picture_colour signs[] = {PICTURE_C9, PICTURE_C2, PICTURE_C7,
                                            PICTURE_C1, PICTURE_C8, PICTURE_C3};
enum { SIGNS = sizeof signs / sizeof *signs };

/* gnuplot's patterns of lines falling, rising and crossing. */
static const int patterns[] = {4, 5, 1};
enum { PATTERNS = sizeof patterns / sizeof *patterns };

enum picture_colour palette_ink(enum picture_colour colour) {
    assert(colour >= PICTURE_C1 && colour <= PICTURE_C9);
    if (colour == PICTURE_C1 || colour >= PICTURE_C8)
        return PICTURE_ON_DARK;
    return colour >= PICTURE_C4 && colour <= PICTURE_C6 ? PICTURE_ON_LIGHT : PICTURE_ON_EITHER;
}

static struct swatch swatch_of(enum picture_colour colour, size_t round) {
    size_t pattern = round % (PATTERNS + 1);
    return (struct swatch){colour, pattern == 0 ? 0 : patterns[pattern - 1],
                           palette_ink(colour)};
}

/* A hatched class has other lines than the one before it, so that neighbours are told apart. */
struct swatch palette_nominal(size_t position) {
    size_t round = position / NOMINAL;
    struct swatch swatch = swatch_of(nominal[position % NOMINAL], 0);
    if (round % (PATTERNS + 1) != 0)
        swatch.pattern = patterns[(position + round) % PATTERNS];
    return swatch;
}

/* Steps of one side, from the weakest, 0: the colour that is so many steps from the middle, for
 * sides of one to four steps; longer ones share a colour, with hatching. Two sides of one step
 * each are as far apart in grey as longer ones. */
enum { STRENGTHS = 4 };
static const int strength[STRENGTHS][STRENGTHS] = {{3}, {2, 4}, {1, 2, 4}, {1, 2, 3, 4}};

static struct swatch side_of(size_t step, size_t count, int direction) {
    if (count == 1 && direction < 0)
        return swatch_of(PICTURE_C3, 0);
    if (count <= STRENGTHS)
        return swatch_of(
            (enum picture_colour)(PICTURE_C5 + direction * strength[count - 1][step]), 0);
    size_t level = step * STRENGTHS / count;
    size_t first = (level * count + STRENGTHS - 1) / STRENGTHS; /* the level's first step */
    return swatch_of((enum picture_colour)(PICTURE_C5 + direction * (int)(level + 1)),
                     step - first);
}

struct swatch palette_step(size_t position, size_t count, size_t left, size_t right) {
    assert(position < count && left + right <= count);
    if (position < left)
        return side_of(left - 1 - position, left, -1);
    if (position >= count - right)
        return side_of(position - (count - right), right, 1);
    return swatch_of(PICTURE_C5, position - left);
}

enum picture_colour palette_sign(size_t position) {
    return signs[position % SIGNS];
}
