#include "survey/exchange.h"

#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "survey/csv_reader.h"
#include "survey/csv_writer.h"

void exchange_write_header(FILE *stream, const struct questionnaire *questionnaire) {
    bool first = true;
    for (size_t i = 0; i < questionnaire->variable_count; i++) {
        if (!question_is_apart(questionnaire->variables[i].question))
            continue;
        csv_write_field(stream, questionnaire->variables[i].name, first);
        first = false;
    }
    csv_write_end(stream);
}

struct reading {
    const struct questionnaire *questionnaire;
    const char *file;
    struct diag *diag;
    exchange_row_function *function;
    void *context;
    struct answer_columns columns;
    struct answer *answers;
    size_t rows;
    bool header_seen, failed;
};

static bool refuse(struct reading *reading, size_t line, size_t column, const char *item,
                   const char *english, const char *german) {
    struct diag_place place = {reading->file, line, column, item};
    diag_add(reading->diag, DIAG_ERROR, &place, "%s", "%s", language_pick(english, german));
    reading->failed = true;
    return false;
}

static bool check_header(struct reading *reading, const struct csv_record *record) {
    bool fits = record->count == reading->columns.count;
    for (size_t i = 0; fits && i < reading->columns.count; i++)
        fits = strcmp(record->fields[i].bytes, reading->columns.list[i]->name) == 0;
    reading->header_seen = true;
    return fits || refuse(reading, record->line, 0, NULL,
                          "this is no exchange.csv of this questionnaire: make it again with "
                          "nachlese-ingest and the same -q",
                          "das ist keine exchange.csv zu diesem Fragebogen: mit "
                          "nachlese-ingest und demselben -q neu erzeugen");
}

static bool read_row(struct reading *reading, const struct csv_record *line) {
    if (line->count != reading->columns.count)
        return refuse(
            reading, line->line, 0, NULL,
            "this row has not as many fields as the heading: make the file again",
            "diese Zeile hat nicht so viele Felder wie die Kopfzeile: Datei neu erzeugen");
    const struct diag_place first = {reading->file, line->line, 1, NULL};
    if (!answers_read_cells(&reading->columns, line->fields, first, reading->diag,
                            reading->answers)) {
        reading->failed = true;
        return false;
    }
    reading->rows++;
    reading->function(reading->context, reading->answers);
    return true;
}

static bool on_record(void *context, const struct csv_record *record) {
    struct reading *reading = context;
    return reading->header_seen ? read_row(reading, record) : check_header(reading, record);
}

/* Each record that counts has a row, whatever was answered: with other records than those of
 * answers.csv the bases would be wrong in silence. */
static bool is_of_these(struct reading *reading, size_t accepted) {
    struct diag_place place = {.file = reading->file};
    if (reading->rows == accepted || reading->columns.count == 0)
        return true;
    diag_add(reading->diag, DIAG_ERROR, &place,
             "has %zu rows, but %zu records were accepted: it is of other exports than "
             "answers.csv; make both again with one call of nachlese-ingest",
             "hat %zu Zeilen, angenommen wurden aber %zu Datensätze: Die Datei ist von anderen "
             "Exporten als answers.csv; bitte beide mit einem Aufruf von nachlese-ingest neu "
             "erzeugen",
             reading->rows, accepted);
    return false;
}

bool exchange_read(const char *path, const struct questionnaire *questionnaire, size_t accepted,
                   struct diag *diag, exchange_row_function *function, void *context) {
    struct reading reading = {.questionnaire = questionnaire,
                              .file = path,
                              .diag = diag,
                              .function = function,
                              .context = context};
    reading.columns = answers_columns(questionnaire, true);
    reading.answers = memory_allocate(questionnaire->variable_count, sizeof *reading.answers);
    bool fine = csv_read_file(path, path, diag, on_record, &reading) && !reading.failed;
    if (fine && !reading.header_seen && reading.columns.count > 0)
        fine =
            refuse(&reading, 0, 0, NULL, "the file is empty: no heading line of exchange.csv",
                   "die Datei ist leer: die Kopfzeile von exchange.csv fehlt");
    fine = fine && is_of_these(&reading, accepted);
    free(reading.answers);
    free(reading.columns.list);
    return fine;
}
