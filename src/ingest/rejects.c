#include "ingest/rejects.h"

#include <string.h>

#include "base/text.h"
#include "survey/csv_writer.h"

/* Open text is no coded answer, not even as the 1 that it becomes. */
static bool is_coded(const struct variable *variable) {
    return variable->kind != ANSWER_TEXT;
}

void rejects_write_header(FILE *stream, const struct questionnaire *questionnaire) {
    fputs("file,line,respondent,column,reason,explanation", stream);
    for (size_t i = 0; i < questionnaire->variable_count; i++)
        if (is_coded(&questionnaire->variables[i]))
            csv_write_field(stream, questionnaire->variables[i].name, false);
    csv_write_end(stream);
}

static void write_coded(FILE *stream, const struct decoder *decoder, bool shown) {
    const struct questionnaire *questionnaire = decoder->questionnaire;
    for (size_t i = 0; i < questionnaire->variable_count; i++) {
        if (!is_coded(&questionnaire->variables[i]))
            continue;
        if (shown)
            answers_write_answer(stream, &questionnaire->variables[i], &decoder->answers[i]);
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

void rejects_write_record(FILE *stream, const char *file, const struct decoder *decoder,
                          const struct verdict *verdict, const struct csv_record *record,
                          bool shown) {
    struct text explanation = {0};
    write_start(stream, file, decoder, record, verdict->column);
    csv_write_field(stream, verdict_code(verdict->reason), false);
    verdict_explain(&explanation, verdict, record, decoder->binding);
    csv_write_free_text(stream, text_string(&explanation), false);
    write_coded(stream, decoder, shown);
    text_free(&explanation);
}

void rejects_write_fault(FILE *stream, const char *file, const struct decoder *decoder,
                         const struct fault *fault) {
    struct text explanation = {0};
    text_add_format(&explanation, "%s: ", fault->item);
    fault_explain(&explanation, fault, decoder_spelling(decoder, fault->question));
    write_start(stream, file, decoder, decoder->record, fault->column);
    csv_write_field(stream, fault_code(fault->kind), false);
    csv_write_free_text(stream, text_string(&explanation), false);
    write_coded(stream, decoder, true);
    text_free(&explanation);
}
