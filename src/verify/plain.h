/* Texts as they are compared: pages without tags, texts without quotations. Results live in the
 * arena and have the lines of the source, so that a place in them is a place in the file. */
#ifndef VERIFY_PLAIN_H
#define VERIFY_PLAIN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Words of a page or of any XML: tags go, character references become characters. What ends a
 * cell, paragraph or heading leaves a blank. */
const char *plain_page(struct arena *arena, const char *page);

/* The same without what a text does not have: pictures, contents, summaries, captions; with
 * without_quotations also without these. */
const char *plain_page_text(struct arena *arena, const char *page, bool without_quotations);

/* The words in the pictures of a page alone. */
const char *plain_pictures(struct arena *arena, const char *page);

/* A text report without its quotations, whose numbers are no figures. */
const char *plain_without_quotations(struct arena *arena, const char *text);

/* A text without the lines that hold a mail address: how to reach the organiser may differ by
 * language. */
const char *plain_without_addresses(struct arena *arena, const char *text);

/* Blanks that do not break become blanks; narrow ones, which group digits, go. */
const char *plain_blanks(struct arena *arena, const char *text);

/* The line, from 1, in which at lies. */
size_t plain_line(const char *text, const char *at);

#endif
