#include "wording/phrases.h"

#include <assert.h>
#include <string.h>

#define NAME_AND_PLACEHOLDERS(NAME, name, placeholders) {name, placeholders},
static const struct {
    const char *name, *placeholders;
} table[PHRASE_COUNT] = {PHRASES(NAME_AND_PLACEHOLDERS)};

const char *phrase_name(enum phrase phrase) {
    assert(phrase < PHRASE_COUNT);
    return table[phrase].name;
}

const char *phrase_placeholders(enum phrase phrase) {
    assert(phrase < PHRASE_COUNT);
    return table[phrase].placeholders;
}

enum phrase phrase_of(const char *name) {
    int i = 0;
    while (i < PHRASE_COUNT && strcmp(table[i].name, name) != 0)
        i++;
    return (enum phrase)i;
}
