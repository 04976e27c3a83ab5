#include "protect/gate_rules.h"

#define STATES [KIND_STATE] = TREATMENT_STATE
/* Counts, and what is computed from them. */
#define COUNTED                                                                                \
    [KIND_COUNT] = TREATMENT_FIGURE, [KIND_SHARE] = TREATMENT_FIGURE,                          \
    [KIND_BOUNDS] = TREATMENT_FIGURE

const struct gate_rules gate_rules_in_force = {
    .treatments =
        {
            [QUESTION_SINGLE] =
                {STATES,
                 COUNTED, [KIND_SUM] = TREATMENT_FIGURE, [KIND_QUANTILE] = TREATMENT_FIGURE},
            [QUESTION_MULTI] = {STATES, COUNTED, [KIND_LEAD] = TREATMENT_LEAD},
            [QUESTION_MATRIX] =
                {STATES, COUNTED, [KIND_SUM] = TREATMENT_FIGURE,
                 [KIND_QUANTILE] = TREATMENT_FIGURE, [KIND_LEAD] = TREATMENT_LEAD},
            [QUESTION_RANKING] =
                {STATES, COUNTED, [KIND_RANK] = TREATMENT_FIGURE, [KIND_LEAD] = TREATMENT_LEAD},
            [QUESTION_NUMBER] =
                {STATES, [KIND_COUNT] = TREATMENT_CLASSES, [KIND_SUM] = TREATMENT_SUM,
                 [KIND_QUANTILE] = TREATMENT_QUANTILE},
            [QUESTION_TEXT] = {STATES},
            [OWNER_SURVEY] = {[KIND_ACCOUNTING] = TREATMENT_RECORDS,
                              [KIND_ORIGIN] = TREATMENT_ORIGIN,
                              [KIND_TESTS] = TREATMENT_RECORDS},
            [OWNER_SCORE] = {[KIND_SUM] = TREATMENT_FIGURE, [KIND_ALPHA] = TREATMENT_FIGURE},
            [OWNER_GAP] = {[KIND_SUM] = TREATMENT_FIGURE,
                           [KIND_SHARE] = TREATMENT_FIGURE,
                           [KIND_BOUNDS] = TREATMENT_FIGURE,
                           [KIND_LEAD] = TREATMENT_LEAD},
        },
    .shapes =
        {
            [QUESTION_SINGLE] = SHAPE_CODES,
            [QUESTION_MULTI] = SHAPE_TICKS,
            [QUESTION_MATRIX] = SHAPE_CODES,
            [QUESTION_RANKING] = SHAPE_PLACES,
            [QUESTION_NUMBER] = SHAPE_HIDDEN,
            [QUESTION_TEXT] = SHAPE_STATES,
            [QUESTION_CONTACT] = SHAPE_STATES,
        },
    .follows_counts =
        {
            [KIND_COUNT] = true,
            [KIND_SHARE] = true,
            [KIND_BOUNDS] = true,
            [KIND_SUM] = true,
            [KIND_QUANTILE] = true,
        },
};
