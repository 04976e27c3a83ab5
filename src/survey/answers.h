/* answers.csv: one row per record read, one column per answer variable but for those of
 * questions that are apart (exchange.h). The reader and the writer own only their buffers; the
 * questionnaire must outlive them. */
#ifndef SURVEY_ANSWERS_H
#define SURVEY_ANSWERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/diag.h"
#include "survey/csv_reader.h"
#include "survey/questionnaire.h"

enum answer_status {
    STATUS_ACCEPTED,
    STATUS_REJECTED,
    STATUS_DUPLICATE,
    STATUS_INCOMPLETE,
    STATUS_COUNT
};
/* How a record came. Only what is made up is nobody's. */
enum answer_origin {
    ORIGIN_REAL, /* through the form system */
    ORIGIN_PAPER,
    ORIGIN_PHONE, /* typed in by somebody else */
    ORIGIN_SIMULATED,
    ORIGIN_COUNT
};

enum answer_state {
    ANSWER_SKIPPED,   /* shown and left empty, or the system cannot say: "" */
    ANSWER_GIVEN,     /* value holds it */
    ANSWER_DONT_KNOW, /* "dk" */
    ANSWER_NOT_SHOWN, /* "-" */
    ANSWER_INVALID    /* not understood or contradictory: "!" */
};

/* One cell. value by variable kind: code position, tick 0 or 1, rank, number in units of
 * 10^-decimals, open text 1. */
struct answer {
    enum answer_state state;
    int64_t value;
};

struct answer_record {
    uint64_t respondent; /* running number from 1 */
    enum answer_status status;
    enum answer_origin origin;
    const struct answer *answers; /* questionnaire->variable_count of them; rejected and
                                     duplicate: all skipped; read: what is apart skipped */
};

/* Writes the header line. */
void answers_write_header(FILE *stream, const struct questionnaire *questionnaire);
/* Writes one row; a rejected or duplicate record gets no answers. */
void answers_write(FILE *stream, const struct questionnaire *questionnaire,
                   const struct answer_record *record);

/* Writes a comma and the answer, for other files that hold coded answers. */
void answers_write_answer(FILE *stream, const struct variable *variable,
                          const struct answer *answer);

/* The variables that have a column of answers in a file. */
struct answer_columns {
    const struct questionnaire *questionnaire;
    const struct variable **list; /* freed by whoever asked for it */
    size_t count;
};

/* Those of questions that are apart, or all others, in order of the questionnaire. */
struct answer_columns answers_columns(const struct questionnaire *questionnaire, bool apart);

/* Reads a row's cells of these columns, as answers_write_answer wrote them behind the comma,
 * into answers (one for each variable of the questionnaire). first: the place of the first
 * cell. False after reporting to diag the first cell that is no answer to its question. */
bool answers_read_cells(const struct answer_columns *columns, const struct csv_field *cells,
                        struct diag_place first, struct diag *diag, struct answer *answers);

typedef void answer_record_function(void *context, const struct answer_record *record);

/* Reads path ("-": standard input) and hands over every row. A header or cell that this
 * questionnaire cannot have written is an error with its line. Returns false where there was
 * one; ends the program where the file cannot be read. */
bool answers_read(const char *path, const struct questionnaire *questionnaire,
                  struct diag *diag, answer_record_function *function, void *context);

#endif
