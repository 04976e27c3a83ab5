#include "quotes/quotes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "quotes/marks.h"
#include "quotes/taken_back.h"
#include "survey/csv_reader.h"
#include "survey/csv_writer.h"
#include "survey/person_word.h"

enum { COLUMNS = 4, COLUMN_DIGEST = 1, COLUMN_NAMES, COLUMN_TEXT };

struct reading {
    struct quotes *quotes;
    const struct questionnaire *questionnaire;
    const char *file;
    struct diag *diag;
    bool consent; /* the questionnaire asks for it */
    bool header_seen, failed;
};

static void refuse(struct reading *reading, const struct csv_record *record, const char *item,
                   const char *english, const char *german) {
    struct diag_place place = {reading->file, record->line, 0, item};
    diag_add(reading->diag, DIAG_ERROR, &place, "%s", "%s", language_pick(english, german));
    reading->failed = true;
}

static bool is_header(const struct csv_record *record) {
    static const char *const headings[COLUMNS] = {"question", "sha256", "names", "text"};
    bool fits = record->count == COLUMNS;
    for (size_t i = 0; fits && i < COLUMNS; i++)
        fits = strcmp(record->fields[i].bytes, headings[i]) == 0;
    return fits;
}

static bool take_header(struct reading *reading, const struct csv_record *record) {
    reading->header_seen = true;
    if (is_header(record))
        return true;
    refuse(
        reading, record, NULL,
        "this is no quotes.csv: make it with nachlese-ingest --quotes, and do not save it in a "
        "spreadsheet",
        "das ist keine quotes.csv: mit nachlese-ingest --quotes erzeugen und nicht in einer "
        "Tabellenkalkulation speichern");
    return false;
}

static bool has_digest(const char *text, const char *digest) {
    char found[DIGEST_SIZE];
    digest_bytes(text, strlen(text), found);
    return strcmp(found, digest) == 0;
}

/* Line ends as LF, as the checksum has them. */
static void unify_line_ends(char *text) {
    char *to = text;
    for (const char *from = text; *from != '\0'; from++) {
        if (from[0] == '\r' && from[1] == '\n')
            continue;
        *to++ = *from == '\r' ? '\n' : *from;
    }
    *to = '\0';
}

/* The text that the checksum was made of: without the apostrophes that keep spreadsheets from
 * taking it for a formula. NULL where it fits neither way. */
static const char *consented_text(const struct csv_record *record) {
    char *text = record->fields[COLUMN_TEXT].bytes;
    const char *digest = record->fields[COLUMN_DIGEST].bytes;
    unify_line_ends(text);
    if (record->field_too_long || !utf8_valid(text, strlen(text)))
        return NULL;
    if (has_digest(text, digest))
        return text;
    csv_take_free_text(text);
    return has_digest(text, digest) ? text : NULL;
}

/* Reads "FROM-END" and moves *places behind it and the blank after it. */
static bool take_place(const char **places, size_t *from, size_t *end) {
    int length = 0;
    if (sscanf(*places, "%zu-%zu%n", from, end, &length) != 2 || *from >= *end)
        return false;
    *places += length;
    if (**places == '\0')
        return true;
    return *(*places)++ == ' ' && **places != '\0';
}

/* Appends the words of a text that are at the places of the column names; false where a place
 * holds none. They are kept in the form of the answer, since an edited text has to be compared
 * with them. */
static bool take_names(struct text *names, const char *places, const char *text) {
    size_t from, end;
    while (*places != '\0') {
        if (!take_place(&places, &from, &end))
            return false;
        struct person_word word = {.bytes = text};
        size_t reached = from;
        while (reached < end && person_word_next(&word)) {
            if (word.from < from || word.end > end)
                continue;
            text_add(names, names->length > 0 ? " " : "");
            text_add_bytes(names, word.bytes, word.length);
            reached = word.end;
        }
        if (reached != end)
            return false;
    }
    return true;
}

static void add_quote(struct quotes *quotes, const struct question *question, const char *text,
                      char *names) {
    struct text tidy = {0};
    quotation_tidy(&tidy, text, strlen(text));
    if (tidy.length == 0) {
        text_free(&tidy);
        free(names);
        return;
    }
    quotes->rows =
        memory_grow(quotes->rows, quotes->count, &quotes->capacity, sizeof *quotes->rows);
    struct quote *quote = &quotes->rows[quotes->count++];
    *quote = (struct quote){.question = question, .original = tidy.bytes, .names = names};
    quotation_key(quote->key, question->id, quote->original);
}

static void take_quote(struct reading *reading, const struct csv_record *record,
                       const struct question *question, const char *text) {
    struct text names = {0};
    if (take_names(&names, record->fields[COLUMN_NAMES].bytes, text)) {
        add_quote(reading->quotes, question, text, names.bytes);
        return;
    }
    text_free(&names);
    refuse(reading, record, question->id,
           "the places of names do not fit the text: make the file again with nachlese-ingest",
           "die Stellen der Namen passen nicht zum Text: erzeugen Sie die Datei mit "
           "nachlese-ingest neu");
}

/* No message shows a text or a question's name that is unknown: a shifted row might have put an
 * answer there. */
static bool take_record(void *context, const struct csv_record *record) {
    struct reading *reading = context;
    if (!reading->header_seen)
        return take_header(reading, record);
    if (record->count != COLUMNS) {
        refuse(reading, record, NULL, "this row has not four columns",
               "diese Zeile hat nicht vier Spalten");
        return true;
    }
    const struct question *question =
        questionnaire_question(reading->questionnaire, record->fields[0].bytes);
    const char *text = consented_text(record);
    if (!reading->consent)
        refuse(
            reading, record, NULL,
            "the questionnaire asks for no consent to quotations (role consent_quotes): take "
            "the one that this file was made with",
            "der Fragebogen fragt nicht nach der Zustimmung zu Zitaten (Rolle "
            "consent_quotes): nehmen Sie den, mit dem diese Datei entstanden ist");
    else if (question == NULL || !quotation_allowed(question))
        refuse(
            reading, record, question != NULL ? question->id : NULL,
            "the questionnaire has no such question that may be quoted: take the one that "
            "this file was made with",
            "der Fragebogen hat keine solche Frage, die zitiert werden darf: nehmen Sie den, "
            "mit dem diese Datei entstanden ist");
    else if (text == NULL)
        refuse(reading, record, question->id,
               "the text does not fit its checksum: make the file again with nachlese-ingest, "
               "and change texts in the release file only",
               "der Text passt nicht zu seiner Prüfsumme: erzeugen Sie die Datei mit "
               "nachlese-ingest neu, und ändern Sie Texte nur in der Freigabedatei");
    else
        take_quote(reading, record, question, text);
    return true;
}

static int compare_quotes(const void *left, const void *right) {
    const struct quote *one = left, *other = right;
    if (one->question != other->question)
        return one->question < other->question ? -1 : 1;
    int order = strcmp(one->key, other->key);
    /* Texts that differ in white space: the same one stays, whatever the order of the file. */
    return order != 0 ? order : strcmp(one->original, other->original);
}

static int compare_keys(const void *left, const void *right) {
    return strcmp((*(struct quote *const *)left)->key, (*(struct quote *const *)right)->key);
}

static void quote_end(struct quote *quote) {
    free(quote->original);
    free(quote->names);
    free(quote->edited);
}

static void put_in_order(struct quotes *quotes) {
    size_t count = 0;
    if (quotes->count > 0)
        qsort(quotes->rows, quotes->count, sizeof *quotes->rows, compare_quotes);
    for (size_t i = 0; i < quotes->count; i++) {
        if (count > 0 && strcmp(quotes->rows[count - 1].key, quotes->rows[i].key) == 0)
            quote_end(&quotes->rows[i]);
        else
            quotes->rows[count++] = quotes->rows[i];
    }
    quotes->count = count;
    quotes->by_key = memory_allocate(count, sizeof(struct quote *));
    for (size_t i = 0; i < count; i++) {
        quotes->by_key[i] = &quotes->rows[i];
        quotes->rows[i].marks = quote_marks(&quotes->rows[i]);
    }
    if (count > 0)
        qsort(quotes->by_key, count, sizeof(struct quote *), compare_keys);
}

static bool asks_consent(const struct questionnaire *questionnaire) {
    for (size_t i = 0; i < questionnaire->question_count; i++)
        if ((questionnaire->questions[i].roles & ROLE_CONSENT_QUOTES) != 0)
            return true;
    return false;
}

struct quotes *quotes_read(const char *path, const struct questionnaire *questionnaire,
                           struct diag *diag) {
    const char *file = strcmp(path, "-") == 0 ? "<stdin>" : path;
    struct reading reading = {.quotes = memory_allocate(1, sizeof(struct quotes)),
                              .questionnaire = questionnaire,
                              .file = file,
                              .diag = diag,
                              .consent = asks_consent(questionnaire)};
    bool fine = csv_read_file(path, file, diag, take_record, &reading);
    if (fine && !reading.header_seen)
        take_header(&reading, &(struct csv_record){.line = 1});
    put_in_order(reading.quotes);
    if (fine && !reading.failed)
        return reading.quotes;
    quotes_free(reading.quotes);
    return NULL;
}

void quotes_free(struct quotes *quotes) {
    if (quotes == NULL)
        return;
    for (size_t i = 0; i < quotes->count; i++)
        quote_end(&quotes->rows[i]);
    for (size_t i = 0; i < quotes->gone_count; i++)
        free(quotes->gone[i].edited);
    free(quotes->rows);
    free(quotes->by_key);
    free(quotes->gone);
    taken_back_free(quotes->taken_back);
    free(quotes);
}

struct quote *quotes_find(const struct quotes *quotes, const char *key) {
    size_t low = 0, high = quotes->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(quotes->by_key[middle]->key, key);
        if (order == 0)
            return quotes->by_key[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static bool has_name(const char *text, const char *names) {
    for (struct person_word word = {.bytes = text}; person_word_next(&word);)
        for (struct person_word name = {.bytes = names}; person_word_next(&name);)
            if (person_word_same(&word, &name) &&
                (word.capital || !name.capital || !person_word_is_common(&word)))
                return true;
    return false;
}

/* An original with known names has them: its places were found by more than its words. */
unsigned quote_marks(const struct quote *quote) {
    unsigned marks = marks_find(quote_text(quote));
    bool named = quote->names != NULL &&
                 (quote->edited == NULL || has_name(quote->edited, quote->names));
    return marks | (unsigned)named << MARK_KNOWN_NAME;
}

const char *quote_text(const struct quote *quote) {
    return quote->edited != NULL ? quote->edited : quote->original;
}
