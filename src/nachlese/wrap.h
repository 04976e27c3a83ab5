/* Lines of text for people, wrapped at blanks. Nothing is kept. */
#ifndef NACHLESE_WRAP_H
#define NACHLESE_WRAP_H

#include <stddef.h>
#include <stdio.h>

/* Writes the words of a paragraph and an end of line: the first line begins with first, the
 * others with next, and none is wider than columns, unless one word is. A no-break space is no
 * blank, so that no name of a file is parted. */
void wrap_paragraph(FILE *stream, size_t columns, const char *first, const char *next,
                    const char *paragraph);

#endif
