#include "ingest/rejects.h"

#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/memory.h"
#include "base/text.h"
#include "survey/csv_writer.h"

/* Rows about answers that are apart wait for the end: their place among the others would tell
 * whose they are. */
struct rejects {
    FILE *stream;
    const struct questionnaire *questionnaire;
    char **apart;
    size_t apart_count, apart_capacity;
};

/* Open text is no coded answer, not even as the 1 that it becomes; and what is apart stands
 * beside no other answer of the same record. */
static bool is_coded(const struct variable *variable) {
    return variable->kind != ANSWER_TEXT && !question_is_apart(variable->question);
}

struct rejects *rejects_new(FILE *stream, const struct questionnaire *questionnaire) {
    struct rejects *rejects = memory_allocate(1, sizeof *rejects);
    rejects->stream = stream;
    rejects->questionnaire = questionnaire;
    fputs("file,line,respondent,column,reason,explanation", stream);
    for (size_t i = 0; i < questionnaire->variable_count; i++)
        if (is_coded(&questionnaire->variables[i]))
            csv_write_field(stream, questionnaire->variables[i].name, false);
    csv_write_end(stream);
    return rejects;
}

void rejects_free(struct rejects *rejects) {
    if (rejects == NULL)
        return;
    for (size_t i = 0; i < rejects->apart_count; i++)
        free(rejects->apart[i]);
    free(rejects->apart);
    free(rejects);
}

/* answers: NULL where none is shown. */
static void write_coded(FILE *stream, const struct questionnaire *questionnaire,
                        const struct answer *answers) {
    for (size_t i = 0; i < questionnaire->variable_count; i++) {
        if (!is_coded(&questionnaire->variables[i]))
            continue;
        if (answers != NULL)
            answers_write_answer(stream, &questionnaire->variables[i], &answers[i]);
        else
            csv_write_field(stream, "", false);
    }
    csv_write_end(stream);
}

/* An id is only shown where it can be no name, address or formula. */
static bool is_harmless(const struct cell *cell) {
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    if (cell->length == 0 || cell->length > 40)
        return false;
    for (size_t i = 0; i < cell->length; i++)
        if (cell->bytes[i] == '\0' || strchr(letters, cell->bytes[i]) == NULL)
            return false;
    return true;
}

/* The columns that all lines have. Columns of a record of the wrong width mean nothing, so it
 * has no respondent. */
static void write_start(FILE *stream, const char *file, const struct decoder *decoder,
                        const struct csv_record *record, size_t column) {
    struct text id = {0};
    if (record->count == decoder->binding->count && record->kept == record->count) {
        size_t source = decoder->binding->metadata[METADATA_ID];
        struct cell cell = {"", 0, false};
        if (source != 0)
            cell = cell_trimmed((struct cell){record->fields[source - 1].bytes,
                                              record->fields[source - 1].length, false});
        if (is_harmless(&cell))
            text_add_bytes(&id, cell.bytes, cell.length);
    }
    csv_write_free_text(stream, file, true);
    fprintf(stream, ",%zu", record->line);
    csv_write_free_text(stream, text_string(&id), false);
    if (column > 0)
        fprintf(stream, ",%zu", column);
    else
        csv_write_field(stream, "", false);
    text_free(&id);
}

void rejects_write_record(struct rejects *rejects, const char *file,
                          const struct decoder *decoder, const struct verdict *verdict,
                          const struct csv_record *record, bool shown) {
    struct text explanation = {0};
    write_start(rejects->stream, file, decoder, record, verdict->column);
    csv_write_field(rejects->stream, verdict_code(verdict->reason), false);
    verdict_explain(&explanation, verdict, record, decoder->binding);
    csv_write_free_text(rejects->stream, text_string(&explanation), false);
    write_coded(rejects->stream, rejects->questionnaire, shown ? decoder->answers : NULL);
    text_free(&explanation);
}

/* Neither line nor respondent nor any other answer. */
static void keep_apart(struct rejects *rejects, const char *file, const struct fault *fault,
                       const char *explanation) {
    char *row = NULL;
    size_t length;
    FILE *stream = open_memstream(&row, &length);
    bool whole = stream != NULL;
    if (whole) {
        csv_write_free_text(stream, file, true);
        fprintf(stream, ",,,%zu", fault->column);
        csv_write_field(stream, fault_code(fault->kind), false);
        csv_write_free_text(stream, explanation, false);
        write_coded(stream, rejects->questionnaire, NULL);
        whole = fclose(stream) == 0;
    }
    if (!whole)
        die(EXIT_RESOURCE, "out of memory", "der Arbeitsspeicher reicht nicht");
    rejects->apart = memory_grow(rejects->apart, rejects->apart_count, &rejects->apart_capacity,
                                 sizeof *rejects->apart);
    rejects->apart[rejects->apart_count++] = row;
}

void rejects_write_fault(struct rejects *rejects, const char *file,
                         const struct decoder *decoder, const struct fault *fault) {
    struct text explanation = {0};
    text_add_format(&explanation, "%s: ", fault->item);
    fault_explain(&explanation, fault, decoder_spelling(decoder, fault->question));
    if (question_is_apart(fault->question)) {
        keep_apart(rejects, file, fault, text_string(&explanation));
    } else {
        write_start(rejects->stream, file, decoder, decoder->record, fault->column);
        csv_write_field(rejects->stream, fault_code(fault->kind), false);
        csv_write_free_text(rejects->stream, text_string(&explanation), false);
        write_coded(rejects->stream, rejects->questionnaire, decoder->answers);
    }
    text_free(&explanation);
}

static int compare_rows(const void *left, const void *right) {
    return strcmp(*(char *const *)left, *(char *const *)right);
}

void rejects_finish(struct rejects *rejects) {
    if (rejects->apart_count > 0)
        qsort(rejects->apart, rejects->apart_count, sizeof *rejects->apart, compare_rows);
    for (size_t i = 0; i < rejects->apart_count; i++)
        fputs(rejects->apart[i], rejects->stream);
}
