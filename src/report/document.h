/* What a page says, block by block, for forms of the report that are more than lines of text.
 * The owner frees it with document_free. Strings are copied; tables and bars are not and must
 * live as long. */
#ifndef REPORT_DOCUMENT_H
#define REPORT_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

enum block_kind {
    BLOCK_NAME,      /* the report's title: text */
    BLOCK_PART,      /* heading of a part: lead is its number, or "" */
    BLOCK_SUBPART,   /* heading inside a part, without a number */
    BLOCK_QUESTION,  /* heading of a question's block: id, lead is its number */
    BLOCK_PARAGRAPH, /* text */
    BLOCK_HANGING,   /* text behind a lead ("- ", "Umfrage von  ") or indented ("  ") */
    BLOCK_REMARK,    /* the organiser's remark on a section */
    BLOCK_QUOTATION, /* text: paragraphs parted by LF, in quotation marks */
    BLOCK_PICTURE,   /* the place of a picture, of the question or with that id; bars are its
                        figures */
    BLOCK_TABLE
};

struct bar_block;
struct table;

struct block {
    enum block_kind kind;
    size_t position; /* where its lines begin on the page of text */
    const char *id, *lead, *text;
    const struct table *table;
    const struct bar_block *bars;
    size_t bar_count;
    bool joined; /* picture: all up to the next table belongs to it */
};

struct document {
    struct block *blocks;
    size_t count, capacity;
    struct arena *arena;
};

struct document *document_new(void);
void document_free(struct document *document);

void document_add(struct document *document, struct block block);
/* What follows up to the next table belongs to the picture before; without one, to a picture
 * without bars at this position. */
void document_join(struct document *document, size_t position);
/* Takes back all blocks whose lines begin at this position or behind it. */
void document_cut(struct document *document, size_t position);

#endif
