/* The renderer of plain text: blocks to lines of at most 72 columns, parts set apart by one
 * empty line. */
#ifndef REPORT_PLAIN_TEXT_H
#define REPORT_PLAIN_TEXT_H

#include "report/bars.h"
#include "report/document.h"
#include "wording/voice.h"

struct plain_settings {
    const struct voice *voice;
    struct bar_style bars;
};

/* Appends the text of a document. */
void plain_text_write(struct text *text, const struct document *document,
                      const struct plain_settings *settings);

/* How many lines the blocks first..end-1 take behind those before them, empty ones between them
 * included, that before the first one not. */
size_t plain_text_lines(const struct document *document, size_t first, size_t end,
                        const struct plain_settings *settings);

/* The same of lines that carry text: empty ones do not count. */
size_t plain_text_full_lines(const struct document *document, size_t first, size_t end,
                             const struct plain_settings *settings);

#endif
