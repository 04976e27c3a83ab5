/* A survey as LimeSurvey has it, whichever of its files it comes from. All of it lives in the
 * arena of a draft, whose languages its texts go by; texts are as in the file, with HTML. The
 * arrays move when they grow: keep positions. */
#ifndef FORM_LIMESURVEY_H
#define FORM_LIMESURVEY_H

#include <stdbool.h>
#include <stddef.h>

#include "form/draft.h"

/* An answer or a sub-question. */
struct limesurvey_item {
    const char *code;
    int scale; /* 0, or 1: of the second scale, or the columns of an array with two dimensions
                */
    struct label text;
    long order;      /* only of the XML: where it stands */
    const char *key; /* only of the XML: its number there */
};

struct limesurvey_items {
    struct limesurvey_item *items;
    size_t count, capacity;
};

struct limesurvey_attribute {
    const char *name, *value;
};

struct limesurvey_question {
    const char *code;
    char type;    /* a letter or sign; 0: the file has none */
    size_t group; /* position */
    const char *relevance;
    char mandatory; /* Y, S (soft) or N */
    bool other;
    struct label text, help;
    struct label other_text; /* what other is called; often absent */
    struct limesurvey_items subquestions, answers;
    struct limesurvey_attribute *attributes; /* not empty; each name once */
    size_t attribute_count, attribute_capacity;
    const char *key;  /* of the XML: its number */
    const char *sgqa; /* of the XML: "418273X1X5", as equations may name it; NULL: unknown */
};

struct limesurvey_group {
    struct label title;
    const char *relevance;
    const char *key; /* its number in the file; "" where it has none */
};

struct limesurvey {
    struct draft *draft;
    struct label title;
    struct limesurvey_group *groups;
    size_t group_count, group_capacity;
    struct limesurvey_question *questions;
    size_t question_count, question_capacity;
};

/* The position of a language as the file writes it ("de-informal"), the first for ""; -1 where
 * the survey has it not. */
int limesurvey_language(const struct limesurvey *survey, const char *name);

/* Guesses one where the file names none: no text can be placed without. */
void limesurvey_need_language(struct limesurvey *survey);

/* New ones at the end; all but what is given is empty. The pointer lives until the next. */
struct limesurvey_group *limesurvey_add_group(struct limesurvey *survey, const char *key);
struct limesurvey_question *limesurvey_add_question(struct limesurvey *survey, size_t group,
                                                    const char *code);
struct limesurvey_item *limesurvey_add_item(struct limesurvey *survey,
                                            struct limesurvey_items *items, const char *code,
                                            int scale);
/* The item of that code and scale; NULL where there is none. */
struct limesurvey_item *limesurvey_find_item(struct limesurvey_items *items, const char *code,
                                             int scale);
/* An empty value, or one of a name that is there, is left out. */
void limesurvey_add_attribute(struct limesurvey *survey, struct limesurvey_question *question,
                              const char *name, const char *value);
/* The attribute's value; NULL where it has none. */
const char *limesurvey_attribute(const struct limesurvey_question *question, const char *name);

#endif
