/* The types of questions, and what follows from a type: one row each. What a room does with a
 * type is in a table of that room; what it does with some property of it asks for that. */
#ifndef SURVEY_QUESTION_TYPE_H
#define SURVEY_QUESTION_TYPE_H

/* X(identifier, name in the questionnaire and in the codebook, what has figures or columns of
 * its own below a question, what an answer is). A new type is one line here, the last: then the
 * compiler sees each table by type that lacks it. */
#define QUESTION_TYPE_LIST(X)                                                                  \
    X(SINGLE, "single", NONE, CODE)                                                            \
    X(MULTI, "multi", OPTIONS, TICK)                                                           \
    X(MATRIX, "matrix", ROWS, CODE)                                                            \
    X(RANKING, "ranking", OPTIONS, PLACE)                                                      \
    X(NUMBER, "number", NONE, NUMBER)                                                          \
    X(TEXT, "text", NONE, TEXT)                                                                \
    X(CONTACT, "contact", FIELDS, FIELD)

#define QUESTION_TYPE_ROW(identifier, name, items, answer) QUESTION_##identifier,
enum question_type { QUESTION_TYPE_LIST(QUESTION_TYPE_ROW) QUESTION_TYPES };
#undef QUESTION_TYPE_ROW

/* Below a table by type, declared without a size: an error where the last types have no row. */
#define ASSERT_ROW_FOR_EACH_TYPE(table)                                                        \
    _Static_assert(sizeof(table) / sizeof *(table) == QUESTION_TYPES,                          \
                   "each type of question needs a row in " #table)

/* What has figures, or columns, of its own below a question. */
enum question_items {
    ITEMS_NONE,    /* the question has one answer */
    ITEMS_ROWS,    /* of a matrix: question.rows */
    ITEMS_OPTIONS, /* each is ticked or placed: question.codes */
    ITEMS_FIELDS   /* of contact data: question.rows */
};

/* What the answer to a question, a row or an option is; and so what one column of answers.csv
 * holds. */
enum answer_kind {
    ANSWER_NONE,   /* the type is not known */
    ANSWER_CODE,   /* a code of the scale: its position in question.codes */
    ANSWER_TICK,   /* of an option: 1 or 0 */
    ANSWER_PLACE,  /* of an option: its rank, 1 and up */
    ANSWER_NUMBER, /* in units of 10^-decimals */
    ANSWER_TEXT,   /* in people's own words, also beside "other": 1 */
    ANSWER_FIELD,  /* contact data: in no answers.csv */
    ANSWER_KINDS
};

struct question_traits {
    const char *name; /* in the questionnaire and in the codebook */
    enum question_items items;
    enum answer_kind answer;
};

/* "single", "multi" ...; "" for QUESTION_TYPES. */
const char *question_type_name(enum question_type type);
/* Also for QUESTION_TYPES, a type that is not known: no name, no items, no answer. */
const struct question_traits *question_type_traits(enum question_type type);

#endif
