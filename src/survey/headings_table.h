/* How headings.c keeps the spellings that headings_spellings.c finds; for these two alone. All
 * of it belongs to struct headings. */
#ifndef SURVEY_HEADINGS_TABLE_H
#define SURVEY_HEADINGS_TABLE_H

#include <stddef.h>

#include "base/arena.h"
#include "survey/headings.h"

struct heading_spelling {
    const char *form;   /* the folded comparison form, by which spellings are sorted */
    const char *string; /* as composed, for suggestions */
    struct heading meaning;
};

struct heading_table {
    struct heading_spelling *spellings;
    struct heading
        *meanings; /* meanings[i] is that of spellings[i]: equal forms lie side by side */
    size_t count;
    size_t capacity;
};

enum heading_table_name {
    HEADING_WHOLE_TABLE, /* headings as they stand */
    HEADING_ROW_NAMES,   /* id and aliases of a matrix row, without its question */
    HEADING_ROW_TEXTS,   /* its texts, likewise */
    HEADING_TABLES
};

struct headings {
    struct arena *arena;
    struct heading_table tables[HEADING_TABLES];
    const struct questionnaire *questionnaire;
};

/* Adds every spelling to its table, in no order and some of them twice. */
void headings_spell(struct headings *headings);

#endif
