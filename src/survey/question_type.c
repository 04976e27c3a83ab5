#include "survey/question_type.h"

#include <assert.h>

static const struct question_traits traits[QUESTION_TYPES + 1] = {
    [QUESTION_SINGLE] = {"single", ITEMS_NONE, true},
    [QUESTION_MULTI] = {"multi", ITEMS_OPTIONS, false},
    [QUESTION_MATRIX] = {"matrix", ITEMS_ROWS, true},
    [QUESTION_RANKING] = {"ranking", ITEMS_OPTIONS, false},
    [QUESTION_NUMBER] = {"number", ITEMS_NONE, false},
    [QUESTION_TEXT] = {"text", ITEMS_NONE, false},
    [QUESTION_CONTACT] = {"contact", ITEMS_FIELDS, false},
    [QUESTION_TYPES] = {"", ITEMS_NONE, false},
};

const struct question_traits *question_type_traits(enum question_type type) {
    assert(type <= QUESTION_TYPES);
    return &traits[type];
}

const char *question_type_name(enum question_type type) {
    return question_type_traits(type)->name;
}
