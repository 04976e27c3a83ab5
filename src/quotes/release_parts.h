/* What the reader of the release file knows of it, for the parts of release.h. */
#ifndef QUOTES_RELEASE_PARTS_H
#define QUOTES_RELEASE_PARTS_H

#include "base/text.h"
#include "quotes/release.h"

struct block {
    size_t line;                       /* of its brackets */
    bool ticked;                       /* [x] */
    char key[QUOTATION_KEY_SIZE];      /* the quote's number */
    char released[QUOTATION_KEY_SIZE]; /* the number of the text that the tick stands for; "":
                                        * the one below
                                        */
    struct text text; /* as it stands there; lines joined by blanks, paragraphs by LF */
};

struct release {
    char *file;
    bool windows; /* saved as Windows-1252, which lacks characters */
    struct block *blocks;
    size_t count, capacity;
};

#endif
