/* Tables and the figures of pictures as HTML. Nothing is owned. */
#ifndef REPORT_HTML_TABLE_H
#define REPORT_HTML_TABLE_H

#include "report/document.h"
#include "report/table.h"
#include "wording/voice.h"

/* The caption goes with what is over the label column. number makes the ids of the page's
 * tables differ. */
void html_table(struct text *html, const struct voice *voice, const struct table *table,
                const char *title, size_t number);

/* The figures of bars. With drawn, each has its bar beside it; secondary: a further table
 * says the same, which is enough on paper. */
void html_bars(struct text *html, const struct voice *voice, const struct block *block,
               const char *title, size_t number, bool drawn, bool secondary);

#endif
