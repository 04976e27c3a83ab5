/* What a report says, block by block. Who composes a report adds blocks by page.h; renderers
 * make lines of text (plain_text.h) or a page (html.h) of them. The owner frees it with
 * document_free. Strings are copied; tables are not and must live as long. */
#ifndef REPORT_DOCUMENT_H
#define REPORT_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

enum block_kind {
    BLOCK_NAME,      /* the report's title: text */
    BLOCK_SUBTITLE,  /* what the report is: text */
    BLOCK_SHEET,     /* a new sheet of the report: text is its title, not shown on the first */
    BLOCK_PART,      /* heading of a part: lead is its number, or "" */
    BLOCK_SUBPART,   /* heading inside a part, without a number */
    BLOCK_QUESTION,  /* heading of a question's block: id, lead is its number */
    BLOCK_FINDING,   /* heading of a finding of page one: lead is its number, id says where more
                        of it is: ids of questions separated by blanks, or "" */
    BLOCK_PARAGRAPH, /* text */
    BLOCK_HANGING,   /* text behind a lead ("- ", "Umfrage von  ") or indented ("  ") */
    BLOCK_FACT,   /* text behind a name, the lead; all in a run of them begin in one column */
    BLOCK_REMARK, /* the organiser's remark on a section */
    BLOCK_QUOTATION, /* text: paragraphs parted by LF, with the closing mark; lead is the
                        opening one */
    BLOCK_LETTER,    /* begins a letter: text says to whom, lead is the opening mark. Paragraphs
                        and points follow up to its end */
    BLOCK_LETTER_END, /* lead is the closing mark */
    BLOCK_CHART,      /* a picture of its own: id, text is its title, lead says in short what a
                         voice says instead of it; no lines of text */
    BLOCK_TABLE
};

struct table;

struct block {
    enum block_kind kind;
    bool gap; /* an empty line of text is between it and what is before */
    const char *id, *lead, *text;
    const struct table *table;
    bool screen; /* a picture or table for the screen alone: paper has no room for the picture,
                    or a picture there that says all that the table says. HTML knows both; for
                    other forms the picture is not there and the table is */
    double height; /* of a picture: about how high it is as a part of its width; 0: not known */
};

struct document {
    struct block *blocks;
    size_t count, capacity;
    struct arena *arena;
};

struct document *document_new(void);
/* NULL is fine. */
void document_free(struct document *document);

/* Returns the block, which stays where it is until the next one is added. */
struct block *document_add(struct document *document, struct block block);
/* The title of the report: its first BLOCK_NAME; "nachlese" where there is none. Lives as long
 * as the document. */
const char *document_name(const struct document *document);

/* The number of the sheet that the block with this index is on; 0: before the first. */
size_t document_sheet(const struct document *document, size_t block);
/* The number of the sheet that has the heading of a question with this id; 0: none. */
size_t document_sheet_with(const struct document *document, const char *id);

#endif
