/* An XLSForm while it is read: its sheets, and what each row of survey has become. All belongs
 * to the arena of the draft but the rows of the sheets. */
#ifndef FORM_XLSFORM_FORM_H
#define FORM_XLSFORM_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "form/draft.h"
#include "form/xlsform_sheet.h"

/* What the type of a row says, spelt in one way. */
struct xlsform_type {
    const char *name; /* "select_one", "begin_group", "text" */
    const char *list; /* of a choice; "" for others */
    bool or_other;
};

struct xlsform_reading {
    struct draft *draft;
    struct sheet survey, choices, settings;
    struct draft_question **made; /* by row of survey: the question it became; NULL: none */
    size_t *ends;                 /* by row that begins a group: the row that ends it */
};

struct xlsform_type xlsform_type_of(const struct xlsform_reading *reading, size_t row);
bool xlsform_is(const struct xlsform_type *type, const char *name);
/* The cell of survey. */
const char *xlsform_cell(const struct xlsform_reading *reading, size_t row,
                         const char *heading);
/* Fills the label from all columns "NAME" and "NAME::LANGUAGE" of a sheet. */
void xlsform_label(const struct xlsform_reading *reading, const struct sheet *sheet, size_t row,
                   const char *name, struct label *label);

/* Adds what one row asks, or what a group of rows asks as one question, and remembers it in
 * made. */
void xlsform_add_question(struct xlsform_reading *reading, size_t row, size_t section);
/* True where the group is a matrix or the fields of a contact: then it was added. */
bool xlsform_add_group(struct xlsform_reading *reading, size_t row, size_t section);

#endif
