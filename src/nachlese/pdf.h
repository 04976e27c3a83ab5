/* The PDF of a page, by Chromium or by WeasyPrint: the only place that starts them, with a
 * clean environment and so that they find nobody whom they could ask for more. WeasyPrint reads
 * the page from its standard input and writes to its standard output. */
#ifndef NACHLESE_PDF_H
#define NACHLESE_PDF_H

#include <stdbool.h>

#include "base/arena.h"
#include "nachlese/child.h"

enum pdf_program { PDF_CHROMIUM, PDF_WEASYPRINT, PDF_PROGRAMS };

/* "Chromium", "WeasyPrint". */
const char *pdf_program_name(enum pdf_program program);

/* The path of the program, in the arena; NULL where it is not installed. */
const char *pdf_find(enum pdf_program program, struct arena *arena);

/* False where the program would refuse to work: Chromium in the account of root, which could
 * only be had without its sandbox. */
bool pdf_may_start(enum pdf_program program);

/* One file to make. Strings live as long as the child. */
struct pdf_job {
    enum pdf_program program;
    const char *path;   /* of the program, from pdf_find */
    const char *page;   /* the file to read */
    const char *pdf;    /* the file to make; what was there before goes */
    const char *folder; /* for temporary files; the caller removes it */
    int seconds;        /* that it may take at most */
};

/* Makes child ready to be started. A file that cannot be opened ends this program. Strings made
 * for it live in the arena. */
void pdf_equip(struct child *child, struct arena *arena, const struct pdf_job *job);

/* The exit code of a child that has ended and should have made that file; called once.
 * EXIT_FINE where it ended well and the file is whole, without dates and claims, and on the
 * disk; EXIT_IO where that is not so; else EXIT_UNAVAILABLE, or EXIT_RESOURCE. */
int pdf_judge(const struct child *child, const char *pdf);

/* Says on standard error what went wrong with the file, in one line; nothing where code, from
 * pdf_judge, is EXIT_FINE. */
void pdf_say(const struct child *child, int code, const char *pdf, struct arena *arena);

/* The same without the file and the cure, in the arena: "Chromium ended with status 3". */
const char *pdf_describe(const struct child *child, int code, struct arena *arena);

#endif
