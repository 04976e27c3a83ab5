#include "survey/answers.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/number.h"
#include "survey/csv_reader.h"
#include "survey/csv_writer.h"

enum { FIXED_COLUMNS = 3 };

static const char *const fixed_headings[FIXED_COLUMNS] = {"respondent", "status", "origin"};
static const char *const status_names[STATUS_COUNT] = {"accepted", "rejected", "duplicate",
                                                       "incomplete"};
static const char *const origin_names[ORIGIN_COUNT] = {"real", "paper", "phone", "simulated"};

void answers_write_header(FILE *stream, const struct questionnaire *questionnaire) {
    for (size_t i = 0; i < FIXED_COLUMNS; i++)
        csv_write_field(stream, fixed_headings[i], i == 0);
    for (size_t i = 0; i < questionnaire->variable_count; i++)
        if (!question_is_apart(questionnaire->variables[i].question))
            csv_write_field(stream, questionnaire->variables[i].name, false);
    csv_write_end(stream);
}

static const char *given_value(char buffer[NUMBER_SIZE], const struct variable *variable,
                               int64_t value) {
    if (variable->kind == ANSWER_CODE)
        return variable->question->codes->codes[value].id;
    int decimals = variable->kind == ANSWER_NUMBER ? variable->question->decimals : 0;
    return number_format_scaled(buffer, value, decimals);
}

void answers_write_answer(FILE *stream, const struct variable *variable,
                          const struct answer *answer) {
    char buffer[NUMBER_SIZE];
    fputc(',', stream);
    switch (answer->state) {
    case ANSWER_SKIPPED:
        break;
    case ANSWER_GIVEN:
        fputs(given_value(buffer, variable, answer->value), stream);
        break;
    case ANSWER_DONT_KNOW:
        fputs("dk", stream);
        break;
    case ANSWER_NOT_SHOWN:
        fputc('-', stream);
        break;
    case ANSWER_INVALID:
        fputc('!', stream);
        break;
    }
}

void answers_write(FILE *stream, const struct questionnaire *questionnaire,
                   const struct answer_record *record) {
    fprintf(stream, "%" PRIu64 ",%s,%s", record->respondent, status_names[record->status],
            origin_names[record->origin]);
    bool empty = record->status == STATUS_REJECTED || record->status == STATUS_DUPLICATE;
    for (size_t i = 0; i < questionnaire->variable_count; i++) {
        if (question_is_apart(questionnaire->variables[i].question))
            continue;
        if (empty)
            fputc(',', stream);
        else
            answers_write_answer(stream, &questionnaire->variables[i], &record->answers[i]);
    }
    csv_write_end(stream);
}

struct reading {
    const struct questionnaire *questionnaire;
    const char *file;
    struct diag *diag;
    answer_record_function *function;
    void *context;
    struct answer *answers;
    struct answer_columns columns; /* behind the fixed ones; what is apart stays skipped */
    uint64_t respondent;           /* of the row before */
    bool header_seen;
    bool failed;
};

static void refuse(struct reading *reading, const struct csv_record *record, size_t column,
                   const char *item, const char *english, const char *german) {
    struct diag_place place = {reading->file, record->line, column, item};
    diag_add(reading->diag, DIAG_ERROR, &place, "%s", "%s", language_pick(english, german));
    reading->failed = true;
}

static const char *expected_heading(const struct reading *reading, size_t column) {
    if (column < FIXED_COLUMNS)
        return fixed_headings[column];
    return reading->columns.list[column - FIXED_COLUMNS]->name;
}

static bool check_header(struct reading *reading, const struct csv_record *record) {
    size_t columns = FIXED_COLUMNS + reading->columns.count;
    bool fits = record->count == columns;
    size_t column = 0;
    while (fits && column < columns) {
        fits = strcmp(record->fields[column].bytes, expected_heading(reading, column)) == 0;
        column++;
    }
    if (!fits)
        refuse(
            reading, record, 0, NULL,
            "this is no answers.csv of this questionnaire: make it again with nachlese-ingest "
            "and the same -q",
            "das ist keine answers.csv zu diesem Fragebogen: mit nachlese-ingest und "
            "demselben -q neu erzeugen");
    reading->header_seen = fits;
    return fits;
}

/* The name's position among count names, or -1. */
static int name_position(const char *const *names, int count, const char *name) {
    for (int i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    return -1;
}

static bool value_of(const struct variable *variable, const struct csv_field *field,
                     int64_t *value) {
    const struct question *question = variable->question;
    const char *bytes = field->bytes;
    switch (variable->kind) {
    case ANSWER_CODE:
        *value = code_position(question->codes->codes, question->codes->count, bytes);
        return *value >= 0;
    case ANSWER_TICK:
        return number_parse_whole(bytes, field->length, 0, 1, value);
    case ANSWER_PLACE:
        return number_parse_whole(bytes, field->length, 1, (int64_t)question->codes->count,
                                  value);
    case ANSWER_NUMBER:
        return number_parse_decimal(bytes, field->length, '.', question->decimals, value) &&
               *value >= question->minimum && *value <= question->maximum;
    case ANSWER_TEXT:
        return number_parse_whole(bytes, field->length, 1, 1, value);
    case ANSWER_NONE:
    case ANSWER_FIELD:
    case ANSWER_KINDS:
        break;
    }
    return false;
}

static bool read_answer(const struct variable *variable, const struct csv_field *field,
                        struct answer *answer) {
    static const struct {
        const char *word;
        enum answer_state state;
    } words[] = {{"", ANSWER_SKIPPED},
                 {"dk", ANSWER_DONT_KNOW},
                 {"-", ANSWER_NOT_SHOWN},
                 {"!", ANSWER_INVALID}};
    *answer = (struct answer){ANSWER_GIVEN, 0};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(field->bytes, words[i].word) != 0)
            continue;
        answer->state = words[i].state;
        return answer->state != ANSWER_DONT_KNOW || variable->question->has_dk;
    }
    return value_of(variable, field, &answer->value);
}

struct answer_columns answers_columns(const struct questionnaire *questionnaire, bool apart) {
    struct answer_columns columns = {.questionnaire = questionnaire};
    columns.list =
        memory_allocate(questionnaire->variable_count, sizeof(const struct variable *));
    for (size_t i = 0; i < questionnaire->variable_count; i++)
        if (question_is_apart(questionnaire->variables[i].question) == apart)
            columns.list[columns.count++] = &questionnaire->variables[i];
    return columns;
}

bool answers_read_cells(const struct answer_columns *columns, const struct csv_field *cells,
                        struct diag_place first, struct diag *diag, struct answer *answers) {
    for (size_t i = 0; i < columns->count; i++) {
        const struct variable *variable = columns->list[i];
        if (read_answer(variable, &cells[i],
                        &answers[variable - columns->questionnaire->variables]))
            continue;
        first.column += i;
        first.item = variable->name;
        diag_add(diag, DIAG_ERROR, &first,
                 "this cell is no answer to the question: make the file again with "
                 "nachlese-ingest",
                 "diese Zelle ist keine Antwort auf die Frage: Datei mit nachlese-ingest neu "
                 "erzeugen");
        return false;
    }
    return true;
}

static bool read_fixed(struct reading *reading, const struct csv_record *line,
                       struct answer_record *record) {
    int64_t respondent;
    int status = name_position(status_names, STATUS_COUNT, line->fields[1].bytes);
    int origin = name_position(origin_names, ORIGIN_COUNT, line->fields[2].bytes);
    bool numbered = number_parse_whole(line->fields[0].bytes, line->fields[0].length, 1,
                                       INT64_MAX, &respondent);
    if (!numbered || status < 0 || origin < 0) {
        refuse(reading, line,
               !numbered    ? 1
               : status < 0 ? 2
                            : 3,
               NULL,
               "respondent, status or origin is not what nachlese-ingest writes: make the file "
               "again",
               "respondent, status oder origin ist nicht so, wie nachlese-ingest es schreibt: "
               "Datei neu erzeugen");
        return false;
    }
    record->respondent = (uint64_t)respondent;
    if (record->respondent != ++reading->respondent) {
        refuse(
            reading, line, 1, NULL,
            "respondents are not numbered 1, 2, 3 and on: rows were joined, removed or moved; "
            "give all exports to nachlese-ingest at once",
            "die Befragten sind nicht mit 1, 2, 3 und so fort nummeriert: Zeilen wurden "
            "zusammengefügt, entfernt oder verschoben; alle Exporte auf einmal an "
            "nachlese-ingest geben");
        return false;
    }
    record->status = (enum answer_status)status;
    record->origin = (enum answer_origin)origin;
    return true;
}

static bool read_row(struct reading *reading, const struct csv_record *line) {
    if (line->count != FIXED_COLUMNS + reading->columns.count) {
        refuse(reading, line, 0, NULL,
               "this row has not as many fields as the heading: make the file again",
               "diese Zeile hat nicht so viele Felder wie die Kopfzeile: Datei neu erzeugen");
        return false;
    }
    struct answer_record record = {.answers = reading->answers};
    if (!read_fixed(reading, line, &record))
        return false;
    const struct diag_place first = {reading->file, line->line, FIXED_COLUMNS + 1, NULL};
    if (!answers_read_cells(&reading->columns, &line->fields[FIXED_COLUMNS], first,
                            reading->diag, reading->answers)) {
        reading->failed = true;
        return false;
    }
    reading->function(reading->context, &record);
    return true;
}

static bool on_record(void *context, const struct csv_record *record) {
    struct reading *reading = context;
    return reading->header_seen ? read_row(reading, record) : check_header(reading, record);
}

bool answers_read(const char *path, const struct questionnaire *questionnaire,
                  struct diag *diag, answer_record_function *function, void *context) {
    bool standard_input = path == NULL || strcmp(path, "-") == 0;
    struct reading reading = {.questionnaire = questionnaire,
                              .file = standard_input ? "<stdin>" : path,
                              .diag = diag,
                              .function = function,
                              .context = context};
    reading.answers = memory_allocate(questionnaire->variable_count, sizeof *reading.answers);
    reading.columns = answers_columns(questionnaire, false);
    bool fine = csv_read_file(path, reading.file, diag, on_record, &reading) && !reading.failed;
    free(reading.answers);
    free(reading.columns.list);
    if (fine && !reading.header_seen) {
        struct diag_place place = {reading.file, 0, 0, NULL};
        diag_add(diag, DIAG_ERROR, &place, "the file is empty: no heading line of answers.csv",
                 "die Datei ist leer: die Kopfzeile von answers.csv fehlt");
        fine = false;
    }
    return fine;
}
