#include "wording/phrases.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

/* A row without a form has the first of them. */
#define ROW_OF(name, placeholders, form, ...) {name, placeholders, form},
#define ROW(NAME, ...)                        ROW_OF(__VA_ARGS__, PHRASE_FORM_ONLY, )
static const struct {
    const char *name, *placeholders;
    enum phrase_form form;
} table[PHRASE_COUNT] = {PHRASES(ROW)};

const char *phrase_name(enum phrase phrase) {
    assert(phrase < PHRASE_COUNT);
    return table[phrase].name;
}

const char *phrase_placeholders(enum phrase phrase) {
    assert(phrase < PHRASE_COUNT);
    return table[phrase].placeholders;
}

enum phrase_form phrase_form(enum phrase phrase) {
    assert(phrase < PHRASE_COUNT);
    return table[phrase].form;
}

/* Where a form stands beside the form for one, which every phrase with forms has. */
static const int places[] = {
    [PHRASE_FORM_ANY] = -1, [PHRASE_FORM_NONE] = -1, [PHRASE_FORM_ONE] = 0,
    [PHRASE_FORM_FEW] = 1,  [PHRASE_FORM_MANY] = 2,  [PHRASE_FORM_ALL] = 3,
};

enum phrase phrase_with_form(enum phrase phrase, enum phrase_form form) {
    assert(phrase_form(phrase) != PHRASE_FORM_ONLY && form != PHRASE_FORM_ONLY);
    int at = (int)phrase - places[table[phrase].form] + places[form];
    bool found = at >= 0 && at < PHRASE_COUNT && table[at].form == form;
    return found ? (enum phrase)at : PHRASE_COUNT;
}

static bool is_other_of(const char *name, int i) {
    static const char many[] = "_many", other[] = "_other";
    size_t stem = strlen(table[i].name) - (sizeof many - 1);
    return table[i].form == PHRASE_FORM_MANY && strncmp(table[i].name, name, stem) == 0 &&
           strcmp(name + stem, other) == 0;
}

enum phrase phrase_of(const char *name) {
    int i = 0;
    while (i < PHRASE_COUNT && strcmp(table[i].name, name) != 0 && !is_other_of(name, i))
        i++;
    return (enum phrase)i;
}
