#include "form/page_files.h"

/* A line each, because a compiler need not take one long string. */
static const char *const entry_script[] = {
#include "form/entry.js.inc"
    NULL};
static const char *const entry_style[] = {
#include "form/entry.css.inc"
    NULL};
static const char *const paper_style[] = {
#include "form/paper.css.inc"
    NULL};

static const char *const *const files[PAGE_FILES] = {[PAGE_ENTRY_SCRIPT] = entry_script,
                                                     [PAGE_ENTRY_STYLE] = entry_style,
                                                     [PAGE_PAPER_STYLE] = paper_style};

void page_file_add(struct text *text, enum page_file file) {
    for (const char *const *line = files[file]; *line != NULL; line++)
        text_add(text, *line);
}
