/* The words of the release file, German or English by its own language (not by that of the
 * environment). All strings live for ever. */
#ifndef QUOTES_WORDS_H
#define QUOTES_WORDS_H

#include "base/text.h"
#include "quotes/marks.h"

enum word {
    WORD_TITLE,
    WORD_INTRODUCTION, /* lines joined by LF */
    WORD_NONE,         /* there are no quotes */
    WORD_NEW,
    WORD_EDITED,
    WORD_RELEASED,
    WORD_EDIT_FIRST,    /* behind the names of the marks */
    WORD_CHANGED_SINCE, /* the text is not the one that was released */
    WORD_GONE,          /* the answer is no longer there */
    WORD_GONE_HEAD,     /* what to know about all of these; lines joined by LF */
    WORD_COUNT
};

/* language is "de" or any other; all but German are served in English. */
const char *words_pick(const char *language, enum word word);

/* The names of the marks, joined by commas. Appends to result. */
void words_add_marks(struct text *result, const char *language, unsigned marks);

#endif
