/* A form that is printed or read aloud, written as text of 72 columns or as a page to print.
 * The owner frees a leaf with leaf_close, which writes it; strings are copied. Texts are one
 * paragraph each; the page holds no script, and nothing is requested. */
#ifndef FORM_LEAF_H
#define FORM_LEAF_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct leaf;

/* language: that of the page, "de". */
struct leaf *leaf_open(bool html, const char *language, const char *title);
void leaf_close(struct leaf *leaf, FILE *stream);

/* Headings: of the whole, which stands there once, and of a part. */
void leaf_title(struct leaf *leaf, const char *string);
void leaf_heading(struct leaf *leaf, const char *string);
/* The text of a question, or what is to be done. */
void leaf_question(struct leaf *leaf, const char *string);
void leaf_say(struct leaf *leaf, const char *string);
void leaf_note(struct leaf *leaf, const char *string);
/* "Purpose: report", the first part set off. */
void leaf_fact(struct leaf *leaf, const char *name, const char *string);

/* Between these no page ends. They do not nest. */
void leaf_keep(struct leaf *leaf);
void leaf_keep_end(struct leaf *leaf);
/* A new sheet of paper begins. */
void leaf_sheet(struct leaf *leaf);

/* An answer to be ticked, with its number; label NULL: the number says all. */
void leaf_choice(struct leaf *leaf, int64_t number, const char *label);
/* An answer with its number, and nothing to tick. */
void leaf_number(struct leaf *leaf, int64_t number, const char *label);
/* A name with room for a number behind it. */
void leaf_blank(struct leaf *leaf, const char *name);
/* Room to write on so many lines; name is before it, "" for none. */
void leaf_room(struct leaf *leaf, const char *name, size_t lines);
/* A row of a matrix: its label, and the numbers to be ticked. */
void leaf_row(struct leaf *leaf, const char *label, const int64_t *numbers, size_t count);

#endif
