/* What the gate does with each kind of figure of each type of question. All of it is in one
 * table, and a slot that is empty hides (P19): a new type, or a new kind of statistic, is
 * suppressed until somebody has thought of a rule for it. A name that is not on the list of
 * statistics has no row at all: gate.c drops it with a warning. */
#ifndef PROTECT_GATE_RULES_H
#define PROTECT_GATE_RULES_H

#include "survey/questionnaire.h"
#include "survey/statistic.h"

/* Whose figures a block holds: one of enum question_type, or these. */
enum { OWNER_SURVEY = QUESTION_TYPES, OWNER_SCORE, OWNER_GAP, OWNERS };

/* What becomes of a figure of all respondents. */
enum treatment {
    TREATMENT_NONE,    /* there is no rule: suppressed (P19) */
    TREATMENT_RECORDS, /* numbers of records, and of tests: published */
    TREATMENT_ORIGIN,  /* how accepted records came: origin_rule.h */
    TREATMENT_STATE,   /* kinds of answers: state_rule.h */
    TREATMENT_FIGURE,  /* published, unless its block is hidden (P7, P18, P20) */
    TREATMENT_CLASSES, /* counts of a number's classes (P6) */
    TREATMENT_LEAD,    /* like a figure, but not of sensitive or identifying lists (P7) */
    TREATMENT_SUM,     /* of a number: one value may dominate it (P6) */
    TREATMENT_QUANTILE /* of a number (P6) */
};

/* What a table of answers by groups counts. */
enum shape {
    SHAPE_NONE,   /* there is no rule: nothing by group is published (P19) */
    SHAPE_CODES,  /* the codes inside a scale */
    SHAPE_TICKS,  /* of an option: ticked or not */
    SHAPE_PLACES, /* of an option: first, within the places, neither */
    SHAPE_HIDDEN, /* nothing: no figures of a number by group (P6) */
    SHAPE_STATES  /* nothing but who answered, which is said of no group */
};

struct gate_rules {
    enum treatment treatments[OWNERS][STATISTIC_KINDS];
    enum shape shapes[QUESTION_TYPES];
    /* Kinds that follow from counts: a question that only some were asked (P20) shows them
     * where it shows those. */
    bool follows_counts[STATISTIC_KINDS];
};

/* The rules that hold. */
extern const struct gate_rules gate_rules_in_force;

#endif
