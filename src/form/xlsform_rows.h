/* The rows of an XLSForm, before they are in a workbook. All belongs to the arena. */
#ifndef FORM_XLSFORM_ROWS_H
#define FORM_XLSFORM_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "survey/questionnaire.h"

/* Cells of survey; NULL or an empty label: nothing. */
struct xlsform_row {
    const char *type, *name, *relevant, *constraint, *appearance, *calculation;
    struct label label, hint, message; /* message: where the constraint is not met */
    bool required;
};

struct xlsform_choice {
    const char *list, *name;
    const struct label *label;
};

struct xlsform {
    struct arena *arena;
    const struct questionnaire *questionnaire;
    struct xlsform_row *rows;
    size_t row_count, row_capacity;
    struct xlsform_choice *choices;
    size_t choice_count, choice_capacity;
};

/* Fills an empty xlsform that has arena and questionnaire. */
void xlsform_make(struct xlsform *form);
/* Frees its lists; the rest is the arena's. */
void xlsform_free(struct xlsform *form);

#endif
