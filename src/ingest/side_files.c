#include "ingest/side_files.h"

#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/digest.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ingest/exchange_rows.h"
#include "ingest/known_names.h"
#include "ingest/map.h"
#include "survey/csv_writer.h"
#include "survey/quotation.h"

/* --- contacts.csv: rows are kept until they can be sorted --- */

/* Signs that nobody confuses when a key is read out or copied from paper. */
static const char alphabet[] = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

enum { KEY_LENGTH = 32, SHORTEST_KEY = 6, KEY_GROUP = 3 };

struct contact {
    char key[KEY_LENGTH + 1]; /* whole; what is written is as short as it can be */
    char *fields;             /* all that is behind the key in the file */
    size_t fields_length;
    uint64_t respondent;
};

struct contacts {
    const struct questionnaire *questionnaire;
    struct contact *rows;
    size_t count, capacity;
    char consent_digest[DIGEST_SIZE];
    struct map *withdrawn; /* respondents */
};

static struct contacts *contacts_new(const struct questionnaire *questionnaire) {
    struct contacts *contacts = memory_allocate(1, sizeof *contacts);
    contacts->questionnaire = questionnaire;
    contacts->withdrawn = map_new();
    const struct question *consent = questionnaire_role(questionnaire, ROLE_CONSENT_CONTACT);
    if (consent != NULL && consent->text.in[0] != NULL)
        digest_bytes(consent->text.in[0], strlen(consent->text.in[0]),
                     contacts->consent_digest);
    return contacts;
}

static void contacts_free(struct contacts *contacts) {
    if (contacts == NULL)
        return;
    for (size_t i = 0; i < contacts->count; i++)
        free(contacts->rows[i].fields);
    free(contacts->rows);
    map_free(contacts->withdrawn);
    free(contacts);
}

/* From the survey and the contact's own values, so that it stays the same over re-runs, and
 * reveals nothing about answers. */
static void make_key(char key[KEY_LENGTH + 1], const struct text *values) {
    char digest[DIGEST_SIZE];
    digest_bytes(text_string(values), values->length, digest);
    for (size_t i = 0; i < KEY_LENGTH; i++) {
        char pair[] = {digest[2 * i], digest[2 * i + 1], '\0'};
        key[i] = alphabet[strtoul(pair, NULL, 16) % (sizeof alphabet - 1)];
    }
    key[KEY_LENGTH] = '\0';
}

/* Writes the contact fields, and gathers their normal forms; false where all are empty. */
static bool write_fields(FILE *stream, const struct decoder *decoder, struct text *values) {
    struct field_walk field = {0};
    bool any = false;
    while (decoder_next_field(decoder, &field)) {
        struct text value = {0};
        text_add_bytes(&value, field.cell.bytes, field.cell.length);
        csv_write_free_text(stream, text_string(&value), false);
        utf8_comparison_form(values, field.cell.bytes, field.cell.length, true);
        text_add_byte(values, '\n');
        any = any || field.cell.length > 0;
        text_free(&value);
    }
    return any;
}

static void write_exchange(FILE *stream, const struct decoder *decoder) {
    const struct questionnaire *questionnaire = decoder->questionnaire;
    for (size_t i = 0; i < questionnaire->variable_count; i++)
        if ((questionnaire->variables[i].question->roles & ROLE_EXCHANGE) != 0)
            answers_write_answer(stream, &questionnaire->variables[i], &decoder->answers[i]);
}

static FILE *open_memory(struct contact *contact) {
    FILE *stream = open_memstream(&contact->fields, &contact->fields_length);
    if (stream == NULL)
        die(EXIT_RESOURCE, "out of memory", "der Arbeitsspeicher reicht nicht");
    return stream;
}

static void contacts_add(struct contacts *contacts, const struct decoder *decoder,
                         uint64_t respondent) {
    struct contact contact = {.respondent = respondent};
    struct text values = {0};
    FILE *stream = open_memory(&contact);
    text_add_format(&values, "%s\n", contacts->questionnaire->id);
    bool any = write_fields(stream, decoder, &values);
    write_exchange(stream, decoder);
    csv_write_field(stream, contacts->questionnaire->id, false);
    csv_write_field(stream, contacts->consent_digest, false);
    if (fclose(stream) != 0)
        die(EXIT_RESOURCE, "out of memory", "der Arbeitsspeicher reicht nicht");
    make_key(contact.key, &values);
    text_free(&values);
    if (!any) {
        free(contact.fields);
        return;
    }
    contacts->rows = memory_grow(contacts->rows, contacts->count, &contacts->capacity,
                                 sizeof *contacts->rows);
    contacts->rows[contacts->count++] = contact;
}

/* Nothing of that respondent will be written. */
static void contacts_withdraw(struct contacts *contacts, uint64_t respondent) {
    map_add(contacts->withdrawn, (const char *)&respondent, sizeof respondent, 0);
}

static void contacts_drop_withdrawn(struct contacts *contacts) {
    size_t kept = 0;
    int64_t value;
    for (size_t i = 0; i < contacts->count; i++) {
        struct contact *contact = &contacts->rows[i];
        if (map_find(contacts->withdrawn, (const char *)&contact->respondent,
                     sizeof contact->respondent, &value))
            free(contact->fields);
        else
            contacts->rows[kept++] = *contact;
    }
    contacts->count = kept;
}

static void contacts_write_header(FILE *stream, const struct questionnaire *questionnaire) {
    fputs("key", stream);
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        for (size_t f = 0; question_answer(question) == ANSWER_FIELD && f < question->row_count;
             f++)
            fprintf(stream, ",%s__%s", question->id, question->rows[f].id);
    }
    for (size_t i = 0; i < questionnaire->variable_count; i++)
        if ((questionnaire->variables[i].question->roles & ROLE_EXCHANGE) != 0)
            fprintf(stream, ",%s", questionnaire->variables[i].name);
    fputs(",wave,consent_sha256\n", stream);
}

static int compare_contacts(const void *left, const void *right) {
    const struct contact *one = left, *other = right;
    int order = strcmp(one->key, other->key);
    return order != 0 ? order : strcmp(one->fields, other->fields);
}

/* How many signs distinguish two different keys; 0 where they are equal: the same contact data,
 * and so the same person. */
static size_t signs_to_distinguish(const struct contact *one, const struct contact *other) {
    for (size_t i = 0; i < KEY_LENGTH; i++)
        if (one->key[i] != other->key[i])
            return i + 1;
    return 0;
}

/* Equal neighbours are skipped on both sides, to compare with the next key that is another. */
static size_t key_length(const struct contacts *contacts, size_t index) {
    size_t length = SHORTEST_KEY;
    size_t signs = 0;
    for (size_t i = index; i-- > 0 && signs == 0;)
        signs = signs_to_distinguish(&contacts->rows[i], &contacts->rows[index]);
    length = signs > length ? signs : length;
    signs = 0;
    for (size_t i = index + 1; i < contacts->count && signs == 0; i++)
        signs = signs_to_distinguish(&contacts->rows[i], &contacts->rows[index]);
    return signs > length ? signs : length;
}

static void contacts_write(struct contacts *contacts, FILE *stream) {
    contacts_write_header(stream, contacts->questionnaire);
    contacts_drop_withdrawn(contacts);
    if (contacts->count > 0)
        qsort(contacts->rows, contacts->count, sizeof *contacts->rows, compare_contacts);
    for (size_t i = 0; i < contacts->count; i++) {
        const struct contact *row = &contacts->rows[i];
        if (i > 0 && compare_contacts(&contacts->rows[i - 1], row) == 0)
            continue;
        size_t length = key_length(contacts, i);
        for (size_t sign = 0; sign < length; sign++) {
            if (sign > 0 && sign % KEY_GROUP == 0)
                fputc('-', stream);
            fputc(row->key[sign], stream);
        }
        fputs(row->fields, stream);
        csv_write_end(stream);
    }
}

/* --- quotes.csv, likewise --- */

struct quote {
    const char *question;
    char digest[DIGEST_SIZE];
    char *text;
    uint64_t respondent;
};

struct quotes {
    struct quote *rows;
    size_t count, capacity;
    struct map *withdrawn; /* respondents */
    struct known_names *names;
};

static struct quotes *quotes_new(const struct questionnaire *questionnaire) {
    struct quotes *quotes = memory_allocate(1, sizeof *quotes);
    quotes->withdrawn = map_new();
    quotes->names = known_names_new(questionnaire);
    return quotes;
}

static void quotes_free(struct quotes *quotes) {
    if (quotes == NULL)
        return;
    for (size_t i = 0; i < quotes->count; i++)
        free(quotes->rows[i].text);
    free(quotes->rows);
    map_free(quotes->withdrawn);
    known_names_free(quotes->names);
    free(quotes);
}

/* Line ends as LF: the checksum has to be the same whatever system the file came through. */
static char *normal_text(const char *bytes, size_t length) {
    struct text normal = {0};
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '\r' && i + 1 < length && bytes[i + 1] == '\n')
            continue;
        text_add_byte(&normal, bytes[i] == '\r' ? '\n' : bytes[i]);
    }
    text_add(&normal, "");
    return normal.bytes;
}

static void quotes_add(struct quotes *quotes, const struct open_text *text,
                       uint64_t respondent) {
    if (!quotation_allowed(text->question))
        return;
    struct quote quote = {.question = text->question->id,
                          .text = normal_text(text->bytes, text->length),
                          .respondent = respondent};
    digest_bytes(quote.text, strlen(quote.text), quote.digest);
    quotes->rows =
        memory_grow(quotes->rows, quotes->count, &quotes->capacity, sizeof *quotes->rows);
    quotes->rows[quotes->count++] = quote;
}

/* Nothing of that respondent will be written. */
static void quotes_withdraw(struct quotes *quotes, uint64_t respondent) {
    map_add(quotes->withdrawn, (const char *)&respondent, sizeof respondent, 0);
}

static void quotes_drop_withdrawn(struct quotes *quotes) {
    size_t kept = 0;
    int64_t value;
    for (size_t i = 0; i < quotes->count; i++) {
        struct quote *quote = &quotes->rows[i];
        if (map_find(quotes->withdrawn, (const char *)&quote->respondent,
                     sizeof quote->respondent, &value))
            free(quote->text);
        else
            quotes->rows[kept++] = *quote;
    }
    quotes->count = kept;
}

static int compare_quotes(const void *left, const void *right) {
    const struct quote *one = left, *other = right;
    int order = strcmp(one->digest, other->digest);
    return order != 0 ? order : strcmp(one->question, other->question);
}

/* In the order of the checksums, which reveals nothing about who wrote what; the same words
 * twice are one quote. Only here all names are known: a later record may hold one of them. */
static void quotes_write(struct quotes *quotes, FILE *stream) {
    struct text places = {0};
    fputs("question,sha256,names,text\n", stream);
    quotes_drop_withdrawn(quotes);
    if (quotes->count > 0)
        qsort(quotes->rows, quotes->count, sizeof *quotes->rows, compare_quotes);
    for (size_t i = 0; i < quotes->count; i++) {
        const struct quote *row = &quotes->rows[i];
        if (i > 0 && compare_quotes(&quotes->rows[i - 1], row) == 0)
            continue;
        csv_write_field(stream, row->question, true);
        csv_write_field(stream, row->digest, false);
        text_clear(&places);
        known_names_find(quotes->names, row->text, &places);
        csv_write_field(stream, text_string(&places), false);
        csv_write_free_text(stream, row->text, false);
        csv_write_end(stream);
    }
    text_free(&places);
}

/* --- all of them: the two with their consents, and what is for counting only --- */

struct side_files {
    FILE *contacts_stream, *quotes_stream, *exchange_stream;
    const struct question *contacting, *quoting; /* NULL: not asked, or not wanted */
    struct contacts *contacts;
    struct quotes *quotes;
    struct exchange_rows *exchange;
};

/* What answers.csv does not hold is nowhere then. */
static void note_exchange(const struct questionnaire *questionnaire, struct diag *diag) {
    struct text names = {0};
    for (size_t i = 0; i < questionnaire->question_count; i++)
        if (question_is_apart(&questionnaire->questions[i]))
            text_add_format(&names, "%s%s", names.length > 0 ? ", " : "",
                            questionnaire->questions[i].id);
    if (names.length > 0)
        diag_add(
            diag, DIAG_NOTE, &(struct diag_place){.file = questionnaire->file},
            "the answers to %s are in no file: beside the others they would tell whose "
            "these are; to count them, name a file with --exchange",
            "die Antworten auf %s stehen in keiner Datei: Neben den übrigen verrieten sie, "
            "von wem diese sind; um sie zu zählen, mit --exchange eine Datei nennen",
            text_string(&names));
    text_free(&names);
}

struct side_files *side_files_new(const struct questionnaire *questionnaire,
                                  const struct side_streams *streams, struct diag *diag) {
    struct side_files *side_files = memory_allocate(1, sizeof *side_files);
    const struct diag_place place = {questionnaire->file, 0, 0, NULL};
    FILE *contacts = streams->contacts, *quotes = streams->quotes;
    side_files->contacts_stream = contacts;
    side_files->quotes_stream = quotes;
    side_files->exchange_stream = streams->exchange;
    side_files->contacts = contacts_new(questionnaire);
    side_files->quotes = quotes_new(questionnaire);
    side_files->exchange = exchange_rows_new(questionnaire);
    if (streams->exchange == NULL)
        note_exchange(questionnaire, diag);
    if (contacts != NULL)
        side_files->contacting = questionnaire_role(questionnaire, ROLE_CONSENT_CONTACT);
    if (quotes != NULL)
        side_files->quoting = questionnaire_role(questionnaire, ROLE_CONSENT_QUOTES);
    if (quotes != NULL && side_files->quoting == NULL)
        diag_add(diag, DIAG_WARNING, &place,
                 "no question has the role consent_quotes: no open text is kept",
                 "keine Frage hat die Rolle consent_quotes: offene Texte entfallen");
    if (contacts != NULL && side_files->contacting == NULL)
        diag_add(diag, DIAG_WARNING, &place,
                 "no question has the role consent_contact: no contact data are kept",
                 "keine Frage hat die Rolle consent_contact: Kontaktdaten entfallen");
    return side_files;
}

void side_files_free(struct side_files *side_files) {
    if (side_files == NULL)
        return;
    contacts_free(side_files->contacts);
    quotes_free(side_files->quotes);
    exchange_rows_free(side_files->exchange);
    free(side_files);
}

bool side_files_keeps_contacts(const struct side_files *side_files) {
    return side_files->contacting != NULL;
}

bool side_files_keeps_quotes(const struct side_files *side_files) {
    return side_files->quoting != NULL;
}

void side_files_start(struct side_files *side_files, const struct binding *binding) {
    known_names_start(side_files->quotes->names, binding);
}

void side_files_add_contact(struct side_files *side_files, const struct decoder *decoder,
                            uint64_t respondent, unsigned withdrawn) {
    if (side_files->contacting != NULL && (withdrawn & WITHDRAW_CONTACT) == 0 &&
        decoder_consents(decoder, side_files->contacting))
        contacts_add(side_files->contacts, decoder, respondent);
    if (side_files->quoting != NULL)
        known_names_take(side_files->quotes->names, decoder);
}

void side_files_add_apart(struct side_files *side_files, const struct decoder *decoder,
                          uint64_t respondent, unsigned withdrawn) {
    if (side_files->exchange_stream != NULL)
        exchange_rows_add(side_files->exchange, decoder->answers);
    side_files_add_contact(side_files, decoder, respondent, withdrawn);
}

void side_files_add_unasked(struct side_files *side_files, const struct answer *answers,
                            size_t count) {
    for (size_t i = 0; side_files->exchange_stream != NULL && i < count; i++)
        exchange_rows_add(side_files->exchange, answers);
}

void side_files_add_answers(struct side_files *side_files, const struct decoder *decoder,
                            uint64_t respondent, unsigned withdrawn) {
    if (side_files->quoting != NULL && (withdrawn & WITHDRAW_QUOTES) == 0 &&
        decoder_consents(decoder, side_files->quoting))
        for (size_t i = 0; i < decoder->text_count; i++)
            quotes_add(side_files->quotes, &decoder->texts[i], respondent);
    side_files_add_contact(side_files, decoder, respondent, withdrawn);
}

void side_files_add(struct side_files *side_files, const struct decoder *decoder,
                    uint64_t respondent, unsigned withdrawn) {
    if (side_files->exchange_stream != NULL)
        exchange_rows_add(side_files->exchange, decoder->answers);
    side_files_add_answers(side_files, decoder, respondent, withdrawn);
}

bool side_files_withdraw(struct side_files *side_files, const struct decoder *decoder,
                         uint64_t respondent, bool everything) {
    bool contacts = side_files->contacting != NULL &&
                    (everything || decoder_declines(decoder, side_files->contacting));
    bool quotes = side_files->quoting != NULL &&
                  (everything || decoder_declines(decoder, side_files->quoting));
    if (contacts)
        contacts_withdraw(side_files->contacts, respondent);
    if (quotes)
        quotes_withdraw(side_files->quotes, respondent);
    return contacts || quotes;
}

void side_files_write(struct side_files *side_files) {
    if (side_files->contacts_stream != NULL)
        contacts_write(side_files->contacts, side_files->contacts_stream);
    if (side_files->quotes_stream != NULL)
        quotes_write(side_files->quotes, side_files->quotes_stream);
    if (side_files->exchange_stream != NULL)
        exchange_rows_write(side_files->exchange, side_files->exchange_stream);
}
