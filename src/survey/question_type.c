#include "survey/question_type.h"

#include <assert.h>

static const struct question_traits traits[QUESTION_TYPES + 1] = {
    [QUESTION_TYPES] = {"", ITEMS_NONE, ANSWER_NONE},
#define TYPE_ROW(identifier, name, items, answer)                                              \
    [QUESTION_##identifier] = {name, ITEMS_##items, ANSWER_##answer},
    QUESTION_TYPE_LIST(TYPE_ROW)
#undef TYPE_ROW
};

const struct question_traits *question_type_traits(enum question_type type) {
    assert(type <= QUESTION_TYPES);
    return &traits[type];
}

const char *question_type_name(enum question_type type) {
    return question_type_traits(type)->name;
}
