/* The parts of a cell that holds several answers, and which of them are options. Nothing is
 * allocated that stays; pieces point into the cell. */
#ifndef INGEST_PIECES_H
#define INGEST_PIECES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ingest/cell.h"
#include "ingest/spelling.h"

enum { PIECES_MOST = 400 };

struct pieces {
    struct cell pieces[PIECES_MOST];
    size_t count;
};

struct part {
    struct cell cell; /* trimmed */
    int64_t meaning;  /* SPELLING_UNKNOWN: no option */
};

/* A cell in parts, without those in which nothing stands. */
struct parts {
    struct part parts[PIECES_MOST];
    size_t count;
    size_t unknown; /* how many are no option */
};

enum pieces_manner {
    PIECES_ANSWERS,     /* whatever the answers are called; other text may stand among them */
    PIECES_CODES,       /* ids and aliases as they stand, and nothing else */
    PIECES_FOLDED_CODES /* the same in the folded form */
};

enum pieces_reading {
    READING_NONE,   /* by codes: something else stands there */
    READING_ONE,    /* parts are filled */
    READING_SEVERAL /* labels hold the separator so that nobody can say which were chosen */
};

/* False where there are more than any question can have. */
bool pieces_split(struct pieces *pieces, const struct cell *cell, const char *separator);
/* The same at blanks of ASCII. */
bool pieces_split_words(struct pieces *pieces, const struct cell *cell);
/* Answers may hold the separator, so neighbouring pieces may be one of them. Of all ways to
 * read the pieces those with the fewest unknown parts hold, and of these the ones with the
 * fewest empty parts, but for one at the end, which some systems always write. */
enum pieces_reading pieces_read(struct parts *parts, const struct spelling *spelling,
                                const struct pieces *pieces, enum pieces_manner manner);
/* True where both are the same answers in the same order. */
bool parts_equal(const struct parts *one, const struct parts *other);
/* True where the piece is a list of options by itself, by another separator or by "and": then
 * the separator is not the file's. */
bool pieces_hold_options(const struct spelling *spelling, const struct cell *piece);

#endif
