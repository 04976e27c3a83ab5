/* The tables of a survey: every question whole, from the same published figures as the report,
 * with its signs and rules at the foot. They are blocks of a document like the report, so that
 * text, page and spreadsheet show the same cells. */
#ifndef REPORT_TABLES_H
#define REPORT_TABLES_H

#include "report/page.h"
#include "wording/teller.h"

/* Adds all tables to the page. The teller is prepared, and has no selected group.
 * export_digests: SHA-256 of the exports, separated by commas; NULL: not known. */
void tables_write(const struct teller *teller, const char *export_digests, struct page *page);

#endif
