/* What is in a PDF that was made: what must not stay in it, and which tags it has. It is read
 * as text between its streams, so tags count where its objects are not packed (PDF 1.5 object
 * streams). Nothing is kept. */
#ifndef NACHLESE_PDF_FILE_H
#define NACHLESE_PDF_FILE_H

#include <stdbool.h>
#include <stddef.h>

struct pdf_tags {
    bool counted; /* false: its objects are packed or it cannot be read, and all else is 0 */
    size_t headings, tables;
    size_t head_cells, scoped; /* of them, those that say for which cells they stand */
    /* A frame around a picture and its caption is a picture in the tags, too, but not here. */
    size_t pictures, described; /* of them, those with an alternative text */
};

/* Takes out of the open file, without moving a byte of the rest: dates and the identifier made
 * of them, so that the same page gives the same bytes, and the metadata by which it says that
 * it keeps a standard that nobody has checked. False where it cannot be read or written. */
bool pdf_file_settle(int descriptor);

/* True where the file at path does not say that it keeps PDF/UA or PDF/A, as far as can be
 * read. */
bool pdf_file_claims_nothing(const char *path);

struct pdf_tags pdf_file_count(const char *path);

#endif
