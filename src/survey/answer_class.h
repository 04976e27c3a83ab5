/* Of a table of answers by groups not all counts may be safe to publish; then one class of
 * answers is shown for them. Which one is decided here and nowhere else: nachlese-stats
 * carries it to the gate as a row `class` of results.csv, and a report asks for it where all
 * counts are shown and one is to be spoken of. A class owns nothing: its category is the
 * questionnaire's, or of the row that it was read from. */
#ifndef SURVEY_ANSWER_CLASS_H
#define SURVEY_ANSWER_CLASS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "survey/questionnaire.h"
#include "survey/statistic.h"

enum class_kind {
    CLASS_NONE,
    CLASS_TOP2,   /* the highest answers of an ordinal scale of three or more */
    CLASS_SET,    /* the first declared set, where it holds some of the answers and not all */
    CLASS_CODE,   /* the answer most frequent over all; the first where several are */
    CLASS_TICKED, /* an option of a multi question */
    CLASS_PLACED, /* an option of a ranking, within the places allowed */
    CLASS_KINDS
};

struct answer_class {
    enum class_kind kind;
    const char *category; /* id of the set or code; "" for others */
};

/* The class of a question, of a row of a matrix, or of an option, by how many gave each answer
 * inside the scale: counts[code], not looked at for options. None for a question without codes
 * and for one with fewer than two answers inside the scale. */
struct answer_class answer_class_decide(const struct question *question, const int64_t *counts);

/* True where the answer, a code inside the scale, is in the class; for options false. */
bool answer_class_holds(const struct answer_class *class, const struct question *question,
                        size_t code);

/* "top2", "set", "code", "ticked", "placed"; "" for none. */
const char *class_kind_name(enum class_kind kind);
enum class_kind class_kind_named(const char *name, size_t length);
/* The statistic that counts it: top2, set, top, or count (with its share beside it). */
enum statistic class_kind_statistic(enum class_kind kind);

#endif
