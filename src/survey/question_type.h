/* The types of questions, and what follows from a type: one row each. What a room does with a
 * type stands in a table of that room. */
#ifndef SURVEY_QUESTION_TYPE_H
#define SURVEY_QUESTION_TYPE_H

#include <stdbool.h>
#include <stddef.h>

enum question_type {
    QUESTION_SINGLE,
    QUESTION_MULTI,
    QUESTION_MATRIX,
    QUESTION_RANKING,
    QUESTION_NUMBER,
    QUESTION_TEXT,
    QUESTION_CONTACT,
    QUESTION_TYPES
};

/* What has figures, or columns, of its own below a question. */
enum question_items {
    ITEMS_NONE,    /* the question has one answer */
    ITEMS_ROWS,    /* of a matrix: question.rows */
    ITEMS_OPTIONS, /* each is ticked or placed: question.codes */
    ITEMS_FIELDS   /* of contact data: question.rows */
};

struct question_traits {
    const char *name; /* in the questionnaire and in the codebook */
    enum question_items items;
    bool coded; /* the answer is a code of the scale: question.codes */
};

/* "single", "multi" ...; "" for QUESTION_TYPES. */
const char *question_type_name(enum question_type type);
/* Also for QUESTION_TYPES, a type that is not known: no name, no items, not coded. */
const struct question_traits *question_type_traits(enum question_type type);

#endif
