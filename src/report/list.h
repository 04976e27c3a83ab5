/* Items as they are printed: bars, and what is not shown of them. Nothing is owned. */
#ifndef REPORT_LIST_H
#define REPORT_LIST_H

#include "findings/items.h"
#include "report/report.h"

/* The bars of all shown items, each as count of base. */
void list_print_bars(const struct report *report, const struct items *items);

/* Paragraphs that name the hidden items with the rule, and those without any answer. */
void list_say_hidden(const struct report *report, const struct items *items);

#endif
