/* What the forms in one language have in common: the questionnaire, the language, and their
 * words. The owner frees a sheet with sheet_end; strings live in its arena or in the
 * questionnaire. */
#ifndef FORM_SHEET_H
#define FORM_SHEET_H

#include "base/arena.h"
#include "form/leaf.h"
#include "form/manner.h"
#include "form/words.h"
#include "survey/questionnaire.h"
#include "wording/catalogue.h"

struct sheet {
    const struct questionnaire *questionnaire;
    size_t language;
    struct arena *arena;
    struct catalogue *catalogue; /* for dates; NULL: none comes along */
    struct leaf *leaf;
};

/* format holds the title of the whole: its %s is that of the survey. */
struct sheet sheet_begin(const struct questionnaire *questionnaire, const struct manner *manner,
                         enum form_word format);
/* Writes all of it, and frees. */
void sheet_end(struct sheet *sheet, FILE *stream);

/* A word as it is, or filled as printf does. */
const char *sheet_word(const struct sheet *sheet, enum form_word word);
const char *sheet_say(const struct sheet *sheet, enum form_word word, ...);
/* In the language of the sheet; "" if absent. */
const char *sheet_label(const struct sheet *sheet, const struct label *label);
/* "13. März 2021" */
const char *sheet_date(const struct sheet *sheet, const char *day);
/* The number of a question, from 1: the same in every form. */
size_t sheet_number(const struct sheet *sheet, const struct question *question);
/* "2 Dorf oder 3 anderswoher": the answers on which a question depends. */
const char *sheet_condition(const struct sheet *sheet, const struct condition *condition);
/* "0", "12,5": the limits of a number. */
const char *sheet_limit(const struct sheet *sheet, const struct question *question,
                        int64_t value);

#endif
