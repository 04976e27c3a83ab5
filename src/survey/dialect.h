/* How a file is written, and where its header is. Nothing is allocated. */
#ifndef SURVEY_DIALECT_H
#define SURVEY_DIALECT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/text.h"
#include "survey/header_rows.h"
#include "survey/headings.h"

/* How well a record fits the questionnaire as a header: what form systems add counts half. */
struct dialect_score {
    size_t points;
    size_t known; /* fields that are headings */
};

struct dialect {
    char delimiter;
    enum header_rows header;
    struct dialect_score score; /* of the first record; 0 behind a directive */
    bool doubtful;              /* less than half of the first record are headings */
    char foreign;      /* a delimiter that is not read and seems to be the file's, else NUL */
    bool directive;    /* the first line is Excel's "sep=;" */
    bool quoted_empty; /* as LimeSurvey, it quotes every cell and writes "" for an empty one, so
                          that nothing at all means not shown */
};

/* Decides by the file's beginning: the delimiter by which the questionnaire recognises most
 * headings. False where there is nothing but blank lines. */
bool dialect_find(struct dialect *dialect, const char *bytes, size_t length,
                  const struct headings *headings);
/* Warns where the beginning shows that the encoding was damaged before; false, and an error,
 * where it can be no CSV. */
bool dialect_check(const char *bytes, size_t length, const char *file, struct diag *diag);

/* Where the header of a file may be, if not in its first line. */
struct header_place {
    size_t line;    /* 0: no line near the beginning fits the questionnaire */
    char delimiter; /* with which it does; perhaps none that is read */
};

/* Looks at the first records of a file's beginning, where the first one is doubtful. */
struct header_place dialect_find_header(const struct dialect *dialect, const char *bytes,
                                        size_t length, const struct headings *headings);
/* True, after an error, where the file has a delimiter that is not read. */
bool dialect_refuse(const struct dialect *dialect, const char *file, struct diag *diag);
/* After the header was refused: notes which line and which delimiter it should have been. */
void dialect_note_header(const struct header_place *found, const struct dialect *dialect,
                         const char *file, struct diag *diag);

/* Appends to text how a file was read, each item behind a semicolon: its encoding, the
 * delimiter, what empty cells were taken for; in the language of the messages. */
void dialect_describe(const struct dialect *dialect, const char *encoding, struct text *text);

#endif
