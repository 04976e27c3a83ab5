#include "ingest/quotes.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/memory.h"
#include "base/text.h"
#include "ingest/map.h"
#include "survey/csv_writer.h"
#include "survey/quotation.h"

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
};

struct quotes *quotes_new(void) {
    struct quotes *quotes = memory_allocate(1, sizeof *quotes);
    quotes->withdrawn = map_new();
    return quotes;
}

void quotes_free(struct quotes *quotes) {
    if (quotes == NULL)
        return;
    for (size_t i = 0; i < quotes->count; i++)
        free(quotes->rows[i].text);
    free(quotes->rows);
    map_free(quotes->withdrawn);
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

void quotes_add(struct quotes *quotes, const struct open_text *text, uint64_t respondent) {
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

void quotes_withdraw(struct quotes *quotes, uint64_t respondent) {
    map_add(quotes->withdrawn, (const char *)&respondent, sizeof respondent, 0);
}

static void drop_withdrawn(struct quotes *quotes) {
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

/* In the order of the checksums, which tells nothing about who wrote what; the same words twice
 * are one quote. */
void quotes_write(struct quotes *quotes, FILE *stream) {
    fputs("question,sha256,text\n", stream);
    drop_withdrawn(quotes);
    if (quotes->count > 0)
        qsort(quotes->rows, quotes->count, sizeof *quotes->rows, compare_quotes);
    for (size_t i = 0; i < quotes->count; i++) {
        const struct quote *row = &quotes->rows[i];
        if (i > 0 && compare_quotes(&quotes->rows[i - 1], row) == 0)
            continue;
        csv_write_field(stream, row->question, true);
        csv_write_field(stream, row->digest, false);
        csv_write_free_text(stream, row->text, false);
        csv_write_end(stream);
    }
}
