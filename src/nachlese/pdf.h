/* The PDF of a page, by WeasyPrint: the only place that starts it. It reads the page from its
 * standard input and writes to its standard output, with a clean environment, and finds nobody
 * whom it could ask for more. */
#ifndef NACHLESE_PDF_H
#define NACHLESE_PDF_H

#include <stdbool.h>

#include "base/arena.h"
#include "nachlese/child.h"

/* The path of WeasyPrint, in the arena; NULL where it is not installed. */
const char *pdf_maker(struct arena *arena);

/* Makes child ready to be started: program (from pdf_maker) makes the file pdf of the file
 * page, in at most so many seconds, with its own temporary files in folder. A file that cannot
 * be opened ends this program; both are open until pdf_judge. Strings are kept, or live in the
 * arena. */
void pdf_equip(struct child *child, struct arena *arena, const char *program, const char *page,
               const char *pdf, const char *folder, int seconds);

/* The exit code of a child that has ended; called once. EXIT_FINE where it ended well and the
 * file is whole and on the disk, EXIT_IO where that is not so; else EXIT_UNAVAILABLE, or
 * EXIT_RESOURCE. */
int pdf_judge(const struct child *child);

/* Says on standard error what went wrong with pdf, in one line; nothing where code, from
 * pdf_judge, is EXIT_FINE. */
void pdf_say(const struct child *child, int code, const char *pdf);

#endif
