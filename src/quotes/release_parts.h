/* What the reader of the release file knows of it, for the parts of release.h. */
#ifndef QUOTES_RELEASE_PARTS_H
#define QUOTES_RELEASE_PARTS_H

#include "base/text.h"
#include "quotes/release.h"

struct release_block {
    size_t line;                  /* of its brackets */
    bool ticked;                  /* [x] */
    bool gone;                    /* kept by a run that did not find the answer */
    char key[QUOTATION_KEY_SIZE]; /* the quote's number */
    /* The number of the text that the tick holds for; "": the one below. */
    char released[QUOTATION_KEY_SIZE];
    struct text text; /* as written; lines joined by blanks, paragraphs by LF */
};

struct release {
    char *file;
    bool windows; /* saved as Windows-1252, which lacks characters */
    struct release_block *blocks;
    size_t count, capacity;
};

/* Keeps what was decided by hand in a block whose answer is not there. False where nothing was.
 */
bool gone_keep(struct quotes *quotes, const struct release_block *block,
               const struct questionnaire *questionnaire);
/* Brings what is kept into the order of the numbers. */
void gone_sort(struct quotes *quotes);

#endif
