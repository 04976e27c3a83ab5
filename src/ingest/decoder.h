/* What is found in a record: answers, faults and texts, and how its cells are looked at. The
 * owner ends a decoder with decoder_end; what it finds lives until the next record. */
#ifndef INGEST_DECODER_H
#define INGEST_DECODER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ingest/columns.h"
#include "ingest/fault.h"
#include "ingest/missing_marks.h"
#include "ingest/spelling.h"
#include "ingest/tick_cells.h"
#include "survey/answers.h"
#include "survey/csv_reader.h"
#include "survey/questionnaire.h"
#include "survey/tick_words.h"

struct open_text {
    const struct question *question;
    const char *bytes;
    size_t length;
    bool no_option; /* was where options are, and is not one */
    size_t column;
};

/* What is worth a word at the end of a file, but is no fault of a cell. */
enum notice_kind {
    NOTICE_CALLED_MISSING, /* an answer is called like a word of [ingest] missing: it counts */
    NOTICE_MISSING_NUMBER, /* a number that could be one is such a word: it does not count */
    NOTICE_UNIT,           /* a number has its unit with it: not understood */
    NOTICE_KINDS
};

struct notice {
    enum notice_kind kind;
    const struct question *question;
    const char *unit; /* in our own words; else NULL */
};

struct decoder {
    const struct questionnaire *questionnaire;
    struct spelling **spellings; /* by question; NULL where it has no codes and no don't know */
    struct answer *answers;      /* by variable */
    struct fault *faults;
    size_t fault_count, fault_capacity;
    struct open_text *texts;
    size_t text_count, text_capacity;
    struct notice *notices;
    size_t notice_count, notice_capacity;
    char **rooms; /* decoded cells of the record */
    size_t room_count, room_capacity;
    struct missing_marks *marks;
    bool has_content; /* anything was answered, also in contact fields */
    /* of the file */
    const struct binding *binding;
    struct tick_cells *tick_cells; /* what its tick cells hold */
    bool missing_is_not_shown;
    bool comma_delimits; /* a comma inside a cell is in quotes */
    bool has_digits; /* the file has digits for Y and N: what was left empty is a no there */
    const struct csv_record *record;
};

void decoder_start(struct decoder *decoder, const struct questionnaire *questionnaire);
void decoder_end(struct decoder *decoder);
/* Before the next record: nothing is found yet. */
void decoder_forget(struct decoder *decoder);
/* True where the question with that consent role was answered with its consenting code. */
bool decoder_consents(const struct decoder *decoder, const struct question *question);
/* True where it was answered otherwise; what is not understood is no consent. */
bool decoder_declines(const struct decoder *decoder, const struct question *question);

/* The spellings of a question's answers, or NULL. */
const struct spelling *decoder_spelling(const struct decoder *decoder,
                                        const struct question *question);

/* The trimmed cell of a column of the record; an empty one for column 0. */
struct cell decoder_cell(const struct decoder *decoder, size_t column);
/* The same for open text and contact data: empty, too, where only a mark of a missing value is
 * there. */
struct cell decoder_open_cell(const struct decoder *decoder, size_t column);
/* Walks over the contact fields in the order of the questionnaire, beginning with {0}: false
 * behind the last, else cell is what decoder_open_cell says of the field's column. */
struct field_walk {
    size_t question, next; /* the decoder's own */
    struct cell cell;
};
bool decoder_next_field(const struct decoder *decoder, struct field_walk *walk);
/* The answer of the question that the cell is, as spelled or as the same whole number;
 * SPELLING_DK or SPELLING_UNKNOWN. */
int64_t decoder_meaning(struct decoder *decoder, const struct question *question,
                        const struct cell *cell);
/* Takes down a notice; unit is in our own words, or NULL. */
void decoder_add_notice(struct decoder *decoder, enum notice_kind kind,
                        const struct question *question, const char *unit);
/* Notices where an answer that was found is called like a word of [ingest] missing. */
void decoder_notice_answer(struct decoder *decoder, const struct question *question,
                           const struct cell *cell, int64_t meaning);
/* Bytes that live as long as what was found in the record. */
char *decoder_room(struct decoder *decoder, size_t size);
void decoder_fault(struct decoder *decoder, enum fault_kind kind,
                   const struct question *question, size_t item, size_t column,
                   const struct cell *cell);
void decoder_add_text(struct decoder *decoder, const struct question *question,
                      const struct cell *cell, size_t column, bool no_option);
/* Every variable of the question gets this state. */
void decoder_fill(struct decoder *decoder, const struct question *question,
                  enum answer_state state);
/* What is in the tick cell of an option, or of don't know; meaning is its code. Decided over
 * all tick cells of the question, see tick_cells.h. */
enum tick_cell tick_cell_read(const struct decoder *decoder, const struct question *question,
                              int64_t meaning, const struct cell *cell);

#endif
