/* What is over the columns of an export, taken apart: code, question, item; and which columns
 * belong to one question by it. */
#ifndef FORM_STEMS_H
#define FORM_STEMS_H

#include <stdbool.h>
#include <stddef.h>

#include "form/column_look.h"
#include "form/export_table.h"

enum stem_join {
    STEM_ALONE,
    STEM_BRACKETS, /* "Question [item]", "Question (item)": sure */
    STEM_SIGN,     /* "Question - item", "Question/item" ...: the cells go together, too */
    STEM_CODE      /* "code1. Text", "code2. Text" with the same answers */
};

struct stem_heading {
    const char *code; /* in front of the text, or NULL */
    const char *text; /* the heading without it */
    const char *stem; /* the question, where an item is behind it; else as text */
    const char *item; /* NULL: none */
    const char *copy; /* ".1", which pandas puts behind what came before; else "" */
};

struct stem_group {
    size_t *columns; /* in the order of the file */
    size_t count;
    enum stem_join join;
    const char *stem; /* text of the question; NULL where STEM_CODE: it is not in the file */
    const char *code; /* of the question, or NULL */
};

struct stems {
    struct stem_heading *headings; /* of each column */
    struct stem_group *groups;     /* of all columns but those that were added */
    size_t group_count;
    void *memory;
};

struct stems *stems_new(const struct export_table *table, const struct column_look *looks);
void stems_free(struct stems *stems);

#endif
