#include "survey/released.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/encoding.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "survey/csv_reader.h"
#include "survey/csv_writer.h"
#include "survey/quotation.h"

enum column { COLUMN_QUESTION, COLUMN_TEXT, COLUMN_COUNT };

static const char *const headings[COLUMN_COUNT] = {"question", "text"};

void released_write_header(FILE *stream) {
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        csv_write_field(stream, headings[i], i == 0);
    csv_write_end(stream);
}

void released_write(FILE *stream, const struct question *question, const char *tidy) {
    csv_write_field(stream, question->id, true);
    csv_write_free_text(stream, tidy, false);
    csv_write_end(stream);
}

struct reading {
    struct released *released;
    const struct questionnaire *questionnaire;
    const char *file;
    struct diag *diag;
    bool header_seen, failed;
};

/* No message shows a text, or the name of a question that is unknown: a shifted row might have
 * put a text there. */
static void refuse(struct reading *reading, const struct csv_record *record,
                   const struct question *question, const char *english, const char *german) {
    struct diag_place place = {reading->file, record != NULL ? record->line : 0, 0,
                               question != NULL ? question->id : NULL};
    diag_add(reading->diag, DIAG_ERROR, &place, "%s", "%s", language_pick(english, german));
    reading->failed = true;
}

static bool is_header(const struct csv_record *record) {
    bool fits = record->count == COLUMN_COUNT;
    for (size_t i = 0; fits && i < COLUMN_COUNT; i++)
        fits = strcmp(record->fields[i].bytes, headings[i]) == 0;
    return fits;
}

static bool take_header(struct reading *reading, const struct csv_record *record) {
    reading->header_seen = true;
    if (is_header(record))
        return true;
    refuse(
        reading, record, NULL,
        "this is no released.csv: make it with nachlese-quotes --to released, and do not save "
        "it in a spreadsheet",
        "das ist keine released.csv: mit nachlese-quotes --to released erzeugen und nicht in "
        "einer Tabellenkalkulation speichern");
    return false;
}

/* Some editors end lines with CR and LF, also inside a field. */
static void unify_line_ends(char *text) {
    char *to = text;
    for (const char *from = text; *from != '\0'; from++)
        if (from[0] != '\r' || from[1] != '\n')
            *to++ = *from;
    *to = '\0';
}

/* The text of a field; NULL where nachlese-quotes writes no such field. */
static char *read_text(const struct csv_field *field) {
    if (!utf8_valid(field->bytes, field->length) || strlen(field->bytes) != field->length)
        return NULL;
    unify_line_ends(field->bytes);
    char *text = field->bytes;
    struct text tidy = {0};
    if (csv_take_free_text(text))
        quotation_tidy(&tidy, text, strlen(text));
    if (tidy.length > 0 && strcmp(tidy.bytes, text) == 0)
        return tidy.bytes;
    text_free(&tidy);
    return NULL;
}

static void add(struct released *released, const struct question *question, char *text) {
    released->rows = memory_grow(released->rows, released->count, &released->capacity,
                                 sizeof *released->rows);
    released->rows[released->count++] = (struct released_quotation){question, text};
}

static bool take_record(void *context, const struct csv_record *record) {
    struct reading *reading = context;
    if (!reading->header_seen)
        return take_header(reading, record);
    if (record->count != COLUMN_COUNT || record->field_too_long) {
        refuse(reading, record, NULL, "this row has not two columns, or too long a text",
               "diese Zeile hat nicht zwei Spalten oder einen zu langen Text");
        return true;
    }
    const struct question *question =
        questionnaire_question(reading->questionnaire, record->fields[COLUMN_QUESTION].bytes);
    if (question == NULL || !quotation_allowed(question)) {
        refuse(
            reading, record, question,
            "the questionnaire has no such question that may be quoted: take the one that "
            "this file was made with",
            "der Fragebogen hat keine solche Frage, die zitiert werden darf: nehmen Sie den, "
            "mit dem diese Datei entstanden ist");
        return true;
    }
    char *text = read_text(&record->fields[COLUMN_TEXT]);
    if (text != NULL)
        add(reading->released, question, text);
    else
        refuse(
            reading, record, question,
            "nachlese-quotes does not write such a text: make the file again, and change texts "
            "in the release file only",
            "so schreibt nachlese-quotes keinen Text: erzeugen Sie die Datei neu, und ändern "
            "Sie Texte nur in der Freigabedatei");
    return true;
}

/* Where the bytes are no UTF-8, they are taken for Windows-1252; a text that was written in
 * UTF-8 and broken since would be printed as that. */
static bool is_utf8(struct reading *reading, const struct encoding_source *source) {
    enum encoding found = encoding_found(source);
    if (found == ENCODING_UTF8 || found == ENCODING_UTF8_BOM)
        return true;
    refuse(
        reading, NULL, NULL,
        "this file is not in UTF-8: make it again with nachlese-quotes, and do not save it in "
        "another program",
        "diese Datei ist nicht in UTF-8: erzeugen Sie sie mit nachlese-quotes neu, und "
        "speichern Sie sie in keinem anderen Programm");
    return false;
}

static int compare(const void *left, const void *right) {
    const struct released_quotation *one = left, *other = right;
    char keys[2][QUOTATION_KEY_SIZE];
    if (one->question != other->question)
        return one->question < other->question ? -1 : 1;
    quotation_key(keys[0], one->question->id, one->text);
    quotation_key(keys[1], one->question->id, other->text);
    int order = strcmp(keys[0], keys[1]);
    /* Of texts that differ in white space the same one stays, whatever the order of the file.
     */
    return order != 0 ? order : strcmp(one->text, other->text);
}

static bool is_twin(const struct released_quotation *one,
                    const struct released_quotation *other) {
    return one->question == other->question && quotation_same(one->text, other->text);
}

static void put_in_order(struct released *released) {
    size_t count = 0;
    if (released->count > 0)
        qsort(released->rows, released->count, sizeof *released->rows, compare);
    for (size_t i = 0; i < released->count; i++) {
        if (count > 0 && is_twin(&released->rows[count - 1], &released->rows[i]))
            free(released->rows[i].text);
        else
            released->rows[count++] = released->rows[i];
    }
    released->count = count;
}

struct released *released_read(const char *path, const struct questionnaire *questionnaire,
                               struct diag *diag) {
    struct reading reading = {.released = memory_allocate(1, sizeof(struct released)),
                              .questionnaire = questionnaire,
                              .file = strcmp(path, "-") == 0 ? "<stdin>" : path,
                              .diag = diag};
    struct encoding_source *source = encoding_open(path);
    bool fine = is_utf8(&reading, source) &&
                csv_read(source, reading.file, ',', diag, take_record, &reading);
    encoding_close(source);
    if (fine && !reading.header_seen)
        take_header(&reading, &(struct csv_record){.line = 1});
    put_in_order(reading.released);
    if (fine && !reading.failed)
        return reading.released;
    released_free(reading.released);
    return NULL;
}

void released_free(struct released *released) {
    if (released == NULL)
        return;
    for (size_t i = 0; i < released->count; i++)
        free(released->rows[i].text);
    free(released->rows);
    free(released);
}

size_t released_of(const struct released *released, const struct question *question,
                   const struct released_quotation **first) {
    size_t count = 0;
    for (size_t i = 0; released != NULL && i < released->count; i++) {
        if (released->rows[i].question != question)
            continue;
        if (count++ == 0)
            *first = &released->rows[i];
    }
    return count;
}
