/* The style sheets and the script of the pages that nachlese-form writes: files of their own
 * beside this one, which the Makefile turns into strings. */
#ifndef FORM_PAGE_FILES_H
#define FORM_PAGE_FILES_H

#include "base/text.h"

enum page_file { PAGE_ENTRY_SCRIPT, PAGE_ENTRY_STYLE, PAGE_PAPER_STYLE, PAGE_FILES };

/* Appends the file. */
void page_file_add(struct text *text, enum page_file file);

#endif
