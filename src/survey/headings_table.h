/* How the spellings of headings are kept and looked up: those of questions in tables of the
 * whole questionnaire, those of rows and options in a list of their question. For headings.c
 * alone. All of it belongs to struct headings. */
#ifndef SURVEY_HEADINGS_TABLE_H
#define SURVEY_HEADINGS_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/text.h"
#include "survey/headings.h"

/* A word or text that means a question or an item. */
struct heading_spelling {
    const char *form;       /* as headings_fold makes it */
    size_t length;          /* of form */
    const char *string;     /* as the questionnaire has it, for suggestions */
    bool name;              /* an id or alias; else a text */
    unsigned languages;     /* bits of the languages it is worded in; all for a name */
    bool bare;              /* of a question: the heading may be this alone */
    bool id;                /* of an item: its code, no alias */
    bool leaf;              /* of a question: nothing may be behind it */
    struct heading meaning; /* of a question that is not bare: its question only */
};

/* Sorted by form; equal forms lie side by side. */
struct heading_list {
    struct heading_spelling *spellings;
    size_t count, capacity;
};

/* A question's items, as written and as R's make.names leaves them (made when first needed). */
struct heading_items {
    struct heading_list plain, mangled;
    bool has_mangled;
};

struct headings_collisions;

struct headings {
    struct arena *arena;
    const struct questionnaire *questionnaire;
    struct heading_list bases;    /* questions */
    struct heading_list mangled;  /* the same behind make.names */
    struct heading_list stripped; /* questions whose own text is numbered or marked, without */
    struct heading_list alone;    /* items that may be without their question */
    struct heading_items *items;  /* by question */
    size_t longest_base;
    struct headings_collisions *collisions; /* NULL: not yet looked for */
};

/* Adds every spelling to bases, items and alone, in no order and some of them twice. */
void headings_spell(struct headings *headings);
/* Adds to the sorted lists the codes of limesurvey_code.h that mean nothing else. */
void headings_spell_codes(struct headings *headings);
void heading_list_add(struct heading_list *list, const struct heading_spelling *spelling);
/* Sorts, and drops what occurs twice with one meaning. */
void heading_list_sort(struct heading_list *list);
/* The spellings of that form, *count of them. */
const struct heading_spelling *heading_list_find(const struct heading_list *list,
                                                 const char *form, size_t length,
                                                 size_t *count);
/* The same spellings behind make.names, in to, sorted; forms belong to the arena. */
void heading_list_mangle(struct arena *arena, const struct heading_list *from,
                         struct heading_list *to);

/* Meanings without repetition, in the order of the questionnaire. */
struct found_headings {
    struct heading *meanings;
    size_t count, capacity;
};

/* By question, part and item, as in the questionnaire. */
int heading_compare(const struct heading *left, const struct heading *right);
void found_add(struct found_headings *found, const struct heading *meaning);
/* A copy that lives as long as headings; what was found is freed. NULL where *count is 0. */
const struct heading *found_keep(const struct headings *headings, struct found_headings *found,
                                 size_t *count);

/* In which spellings question and item are looked for. */
struct heading_manner {
    const struct heading_list *bases;
    bool mangled;
    bool names_only;     /* codes, without texts */
    bool no_underscores; /* between question and item */
};

/* Adds all that a folded heading means by a question that it begins with. */
void headings_join(const struct headings *headings, const struct heading_manner *manner,
                   const char *form, size_t length, struct found_headings *found);
bool headings_is_word(char byte);

/* The comparison form of utf8.h, and no blanks inside and before brackets and around slashes.
 */
void headings_fold(struct text *form, const char *bytes, size_t length);
/* What R's make.names leaves of a form: letters, digits and underscores, and one dot for each
 * run of anything else. */
void headings_mangle(struct text *mangled, const char *form, size_t length);
/* How many bytes at the beginning of a form number it ("2. ", "Q1: ", "a) "); *label is how
 * many of them are the number itself. 0: none. */
size_t headings_number(const char *form, size_t length, size_t *label);
/* Appends the form without its marks of a mandatory question; true where there was one. */
bool headings_unmark(struct text *unmarked, const char *form, size_t length);

#endif
