/* Tables and the figures of pictures as HTML. Nothing is owned. */
#ifndef REPORT_HTML_TABLE_H
#define REPORT_HTML_TABLE_H

#include "report/document.h"
#include "report/table.h"
#include "wording/voice.h"

/* How a table comes onto the page. */
struct html_table_form {
    const char *heading; /* over it; its caption, together with what is over its labels, unless
                            it has a title of its own */
    size_t id;           /* different for each table of the page */
    size_t number;       /* of a table with a title */
    bool bars;           /* drawn; else a picture beside it shows the same */
    bool paper_bars;     /* only there: on a screen a picture beside it shows the same */
    bool screen;         /* on paper a picture stands for it */
    bool front;          /* on page one: it never scrolls */
    bool sheet;          /* on a sheet: with few columns it does not either */
};

/* With its title and notes. */
void html_table(struct text *html, const struct voice *voice, const struct table *table,
                const struct html_table_form *form);

#endif
