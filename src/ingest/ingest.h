/* The parts of nachlese-ingest. Each _new has its _free, which takes NULL; the questionnaire
 * outlives them all, and what a record holds lives until its function returns. */
#ifndef INGEST_INGEST_H
#define INGEST_INGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/diag.h"
#include "base/text.h"
#include "survey/answers.h"
#include "survey/csv_reader.h"
#include "survey/headings.h"
#include "survey/questionnaire.h"

/* ---- map.c: byte strings and the whole numbers they stand for; keys are copied */

struct map;

struct map *map_new(void);
void map_free(struct map *map);
/* False, and nothing changes, where the key is already there. */
bool map_add(struct map *map, const char *bytes, size_t length, int64_t value);
bool map_find(const struct map *map, const char *bytes, size_t length, int64_t *value);

/* ---- spelling.c: how the answers of one question may be spelled */

enum { SPELLING_UNKNOWN = -1, SPELLING_DK = -2 };

struct spelling;

struct spelling *spelling_new(const struct question *question);
void spelling_free(struct spelling *spelling);
/* The position of the code that is spelled so, or one of the above. First as it stands, then in
 * the folded comparison form. The bytes must be valid UTF-8. */
int64_t spelling_find(const struct spelling *spelling, const char *bytes, size_t length);
/* The same for the digits that LimeSurvey can export instead of Y and N. */
int64_t spelling_find_digit(const struct spelling *spelling, const char *bytes, size_t length);
/* True where an answer is spelled so, letter by letter. */
bool spelling_is_exact(const struct spelling *spelling, const char *bytes, size_t length);
/* True where a misspelt answer may be shown: it resembles an answer of this question. */
bool spelling_resembles(const struct spelling *spelling, const char *bytes, size_t length);
/* The most separators that one spelling holds itself. */
size_t spelling_separators(const struct spelling *spelling);

/* ---- metadata.c: columns that form systems add of their own */

enum metadata {
    METADATA_NONE,
    METADATA_ID,
    METADATA_TOKEN,
    METADATA_COMPLETED, /* filled in where the record is complete */
    METADATA_ORIGIN,    /* "simulated" marks made-up answers */
    METADATA_DROPPED    /* known and never kept: times, addresses, languages */
};

enum metadata metadata_find(const char *bytes, size_t length);

/* ---- header_rows.c: what stands over the columns, where it is not just the first record */

enum header_rows {
    HEADER_ONE_ROW,
    HEADER_TWO_ROWS, /* SurveyMonkey: questions, and below them options and rows */
    HEADER_NUMBERED  /* one, with row numbers in a first column that has no heading */
};

/* Decides by the first two records of a file's beginning. */
enum header_rows header_rows_find(const char *bytes, size_t length, char delimiter,
                                  bool directive);

struct header;

struct header *header_new(enum header_rows form, const struct headings *headings);
void header_free(struct header *header);
/* Takes the file's records one by one until the header is whole: NULL before. What is returned
 * lives as long as the header, or is the record. */
const struct csv_record *header_take(struct header *header, const struct csv_record *record);
/* True where the record, which has as many fields, is a row of the header once more; false for
 * a plain header, which binding_is_header knows. */
bool header_repeats(const struct header *header, const struct csv_record *record);

/* ---- dialect.c: how a file is written */

struct dialect {
    char delimiter;
    enum header_rows header;
    bool directive;    /* the first line is Excel's "sep=;" */
    bool quoted_empty; /* it writes "" for empty, so that nothing at all means not shown */
};

/* Decides by the file's beginning: the delimiter by which the questionnaire recognises most
 * headings. False where there is nothing but blank lines. */
bool dialect_find(struct dialect *dialect, const char *bytes, size_t length,
                  const struct headings *headings);
/* Warns where the beginning shows that the encoding was damaged before; false, and an error,
 * where it can be no CSV. */
bool dialect_check(const char *bytes, size_t length, const char *file, struct diag *diag);
const char *dialect_delimiter_name(char delimiter);

/* ---- damage.c: headings in which a few characters were destroyed */

/* The one meaning of a heading without one of its runs of characters outside ASCII, or NULL. */
const struct heading *damage_find(const struct headings *headings, const char *bytes,
                                  size_t length);

/* ---- binding.c: which column is what; columns count from 1, 0 is none */

struct column {
    enum metadata metadata; /* where heading.question is NULL */
    struct heading heading; /* question NULL: no answer */
    const char *title;      /* as it stands, title_length bytes */
    size_t title_length;
};

struct question_columns {
    bool found;
    size_t *items; /* options, rows, fields, or the one answer */
    size_t item_count;
    size_t *options; /* single: the boxes, where each option has one */
    size_t option_count;
    size_t *ranks; /* ranking: the columns that name the option on a rank */
    size_t rank_count;
    size_t whole, other_text, comment, dk;
};

struct binding {
    struct column *columns;
    size_t count;
    size_t metadata[METADATA_DROPPED + 1];
    struct question_columns *questions; /* as in the questionnaire */
    void *memory;
};

/* Binds the header, which is read again where it is a damaged one (then diag is told where);
 * NULL after telling diag where a column is ambiguous, doubled or missing, or
 * where the file does not look like answers to the questionnaire. */
struct binding *binding_new(const struct questionnaire *questionnaire,
                            const struct headings *headings, const struct csv_record *header,
                            const char *file, struct diag *diag);
void binding_free(struct binding *binding);
/* True where the record, which has as many fields, is the header once more. */
bool binding_is_header(const struct binding *binding, const struct csv_record *record);

/* ---- binding_check.c: what makes a header unusable; each tells diag and returns false */

/* Every heading is there, and is text. */
bool binding_check_header(const struct csv_record *header, const char *file, struct diag *diag);
/* At least half of the questions have a column. */
bool binding_check_fit(const struct binding *binding, const struct questionnaire *questionnaire,
                       const struct diag_place *place, struct diag *diag);
/* No question is there in part, or in two forms. */
bool binding_check_questions(const struct binding *binding,
                             const struct questionnaire *questionnaire,
                             const struct diag_place *place, struct diag *diag);

/* ---- binding_table.c: the table which column was read as what */

/* Appends what a heading means: "support__money", "formats, all options". */
void binding_name(struct text *text, const struct heading *heading);
/* For people, one line a column. */
void binding_print(const struct binding *binding, const char *file, bool contacts, bool quotes,
                   FILE *stream);
/* As CSV rows; the header line is the caller's. */
void binding_write(const struct binding *binding, bool contacts, bool quotes, FILE *stream);
/* Appends at most limit characters, "..." for what was cut; what looks like an address or a
 * number is withheld. */
void binding_shorten(struct text *text, const char *bytes, size_t length, size_t limit);

/* ---- fault.c: answers that are not understood */

enum fault_kind {
    FAULT_UNKNOWN,
    FAULT_NUMBER,
    FAULT_RANGE,
    FAULT_TICK,
    FAULT_RANK,
    FAULT_SEPARATOR,
    FAULT_TWO_OPTIONS,
    FAULT_SAME_RANK,
    FAULT_SAME_OPTION,
    FAULT_DK_WITH_OTHERS,
    FAULT_EXCLUSIVE,
    FAULT_TOO_MANY,
    FAULT_TEXT_DROPPED, /* the answer stands, the text beside it was dropped */
    FAULT_KINDS
};

struct fault {
    enum fault_kind kind;
    const struct question *question;
    const char *item; /* the variable */
    size_t column;
    const char *bytes; /* the cell or the part of it; NULL: no single value is at fault */
    size_t length;
};

/* "invalid_value", or "text_dropped" where the answer stands. */
const char *fault_code(enum fault_kind kind);
/* Appends the sentence that tells the fault; the value only where it can be no open text. */
void fault_explain(struct text *text, const struct fault *fault,
                   const struct spelling *spelling);
/* The same as a warning. */
void fault_tell(const struct fault *fault, const struct spelling *spelling, const char *file,
                size_t line, struct diag *diag);

/* ---- box.c: what stands in a box that can be ticked */

/* A cell or a part of one. */
struct cell {
    const char *bytes;
    size_t length;
    bool missing; /* nothing stood there, and that means not shown */
};

enum box { BOX_NOT_SHOWN, BOX_EMPTY, BOX_TICKED, BOX_UNKNOWN };

/* What a word in a box says, whatever the option; the cell is trimmed and not empty. */
enum box box_word(const struct cell *cell);

/* ---- decode.c, choices.c, options.c: from cells to answers */

struct open_text {
    const struct question *question;
    const char *bytes;
    size_t length;
    bool no_option; /* stood among options, and was none */
};

struct decoder {
    const struct questionnaire *questionnaire;
    struct spelling **spellings; /* by question; NULL where it has no codes and no don't know */
    struct answer *answers;      /* by variable */
    struct fault *faults;
    size_t fault_count, fault_capacity;
    struct open_text *texts;
    size_t text_count, text_capacity;
    bool has_content; /* anything was answered, also in contact fields */
    /* of the file */
    const struct binding *binding;
    bool missing_is_not_shown;
    bool decimal_comma;
    bool has_digits; /* digits stood for Y and N: what was left empty is a no there */
    const struct csv_record *record;
};

void decoder_start(struct decoder *decoder, const struct questionnaire *questionnaire);
void decoder_end(struct decoder *decoder);
/* Fills answers, faults and texts from a record of the right width in valid UTF-8. */
void decoder_decode(struct decoder *decoder, const struct csv_record *record);
/* True where the question with that consent role was answered with its consenting code. */
bool decoder_consents(const struct decoder *decoder, const struct question *question);

/* The spellings of a question's answers, or NULL. */
const struct spelling *decoder_spelling(const struct decoder *decoder,
                                        const struct question *question);

/* The cell without the blanks around it. */
struct cell cell_trimmed(struct cell cell);
/* The trimmed cell of a column of the record; an empty one for column 0. */
struct cell decoder_cell(const struct decoder *decoder, size_t column);
/* The number of 10^-decimals that a cell holds; false where it is none, or may be read in two
 * ways. */
bool decoder_number(const struct decoder *decoder, const struct cell *cell, int decimals,
                    int64_t *value);
void decoder_fault(struct decoder *decoder, enum fault_kind kind,
                   const struct question *question, size_t item, size_t column,
                   const struct cell *cell);
void decoder_add_text(struct decoder *decoder, const struct question *question,
                      const struct cell *cell, bool no_option);
/* Every variable of the question gets this state. */
void decoder_fill(struct decoder *decoder, const struct question *question,
                  enum answer_state state);
/* What stands in the box of an option, or of don't know; meaning is its code. */
enum box box_read(const struct decoder *decoder, const struct question *question,
                  int64_t meaning, const struct cell *cell);
/* The answer to a single question that has boxes; a fault where two are ticked. */
struct answer options_decode(struct decoder *decoder, const struct question *question,
                             const struct question_columns *columns);
void choices_decode_multi(struct decoder *decoder, const struct question *question,
                          const struct question_columns *columns);
void choices_decode_ranking(struct decoder *decoder, const struct question *question,
                            const struct question_columns *columns);

/* ---- verdict.c: the status of a record */

enum reason {
    REASON_NONE,
    REASON_FIELD_TOO_LONG,
    REASON_FIELD_COUNT,
    REASON_NUL_BYTE,
    REASON_INVALID_UTF8,
    REASON_REPEATED_HEADER,
    REASON_ALL_EMPTY,
    REASON_SHIFTED,
    REASON_NOT_UNDERSTOOD,
    REASON_NO_CONSENT,
    REASON_DUPLICATE,
    REASON_INCOMPLETE,
    REASONS
};

struct verdict {
    enum answer_status status;
    enum reason reason;
    size_t column;     /* where one is at fault */
    size_t first_file; /* a duplicate: the file of the record that was accepted */
};

/* What can be seen before the answers are decoded: REASON_NONE where the record is sound. */
struct verdict verdict_of_form(const struct binding *binding, const struct header *header,
                               const struct csv_record *record);
/* The rest. ids remembers the respondents that were accepted, and in which file; withheld says
 * that answers may not be used although the record is not rejected. */
struct verdict verdict_of_answers(const struct decoder *decoder, const struct question *consent,
                                  struct map *ids, size_t file, bool *withheld);
const char *verdict_code(enum reason reason);
void verdict_explain(struct text *text, const struct verdict *verdict,
                     const struct csv_record *record, const struct binding *binding);

/* ---- shift.c: records whose answers have slipped into other columns */

/* True where the values that were not understood would be answers one column further on, all in
 * the same direction. */
bool shift_found(const struct decoder *decoder);

/* ---- rejects.c: rejects.csv */

void rejects_write_header(FILE *stream, const struct questionnaire *questionnaire);
/* One line for the record, with its coded answers where they may be shown. */
void rejects_write_record(FILE *stream, const char *file, const struct decoder *decoder,
                          const struct verdict *verdict, const struct csv_record *record,
                          bool shown);
void rejects_write_fault(FILE *stream, const char *file, const struct decoder *decoder,
                         const struct fault *fault);

/* ---- contacts.c: contacts.csv; rows are kept until they can be sorted */

struct contacts;

struct contacts *contacts_new(const struct questionnaire *questionnaire);
void contacts_free(struct contacts *contacts);
void contacts_add(struct contacts *contacts, const struct decoder *decoder);
void contacts_write(struct contacts *contacts, FILE *stream);

/* ---- quotes.c: quotes.csv; likewise */

struct quotes;

struct quotes *quotes_new(void);
void quotes_free(struct quotes *quotes);
void quotes_add(struct quotes *quotes, const struct open_text *text);
void quotes_write(struct quotes *quotes, FILE *stream);

/* ---- intake.c: files, one after the other */

struct intake;

struct intake_outputs {
    FILE *answers;
    FILE *rejects, *contacts, *quotes, *bindings; /* NULL: not wanted */
};

/* Writes the header lines. */
struct intake *intake_new(const struct questionnaire *questionnaire,
                          const struct intake_outputs *outputs, struct diag *diag);
void intake_free(struct intake *intake);
/* Reads a file to its end; false after telling diag that it cannot be used. */
bool intake_read(struct intake *intake, const char *path);
/* Writes what had to wait for the last record, and says how many were read. */
void intake_finish(struct intake *intake);

#endif
