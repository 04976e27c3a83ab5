#include "base/picture_colour.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *class, *light, *dark;
} colours[] = {
#define PICTURE_COLOUR_ROW(identifier, class, light, dark) {class, light, dark},
    PICTURE_COLOURS(PICTURE_COLOUR_ROW)
#undef PICTURE_COLOUR_ROW
};

const char *picture_colour_light(enum picture_colour colour) {
    assert(colour < PICTURE_COLOUR_COUNT);
    return colours[colour].light;
}

const char *picture_colour_dark(enum picture_colour colour) {
    assert(colour < PICTURE_COLOUR_COUNT);
    return colours[colour].dark;
}

const char *picture_colour_class(enum picture_colour colour) {
    assert(colour < PICTURE_COLOUR_COUNT);
    return colours[colour].class;
}

enum picture_colour picture_colour_of(int red, int green, int blue) {
    char light[8];
    if (red < 0 || red > 255 || green < 0 || green > 255 || blue < 0 || blue > 255)
        return PICTURE_COLOUR_COUNT;
    snprintf(light, sizeof light, "#%02x%02x%02x", (unsigned)red & 0xFFu,
             (unsigned)green & 0xFFu, (unsigned)blue & 0xFFu);
    enum picture_colour colour = PICTURE_PAPER;
    while (colour < PICTURE_COLOUR_COUNT && strcmp(colours[colour].light, light) != 0)
        colour++;
    return colour;
}

bool picture_colour_is_class(const char *name) {
    for (size_t i = 0; i < PICTURE_COLOUR_COUNT; i++)
        if (strcmp(colours[i].class, name) == 0)
            return true;
    return strcmp(name, PICTURE_HATCH_CLASS) == 0;
}

void picture_colour_add_rules(struct text *css, const char *selector) {
    for (size_t i = 0; i < PICTURE_COLOUR_COUNT; i++)
        text_add_format(css, "%s.%s{fill:%s}\n", selector, colours[i].class, colours[i].dark);
    text_add_format(css, "%s." PICTURE_HATCH_CLASS "{stroke:%s}\n", selector,
                    colours[PICTURE_PAPER].dark);
}
