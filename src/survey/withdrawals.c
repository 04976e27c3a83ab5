#include "survey/withdrawals.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/sealed.h"
#include "base/text.h"
#include "base/utf8.h"
#include "survey/csv_reader.h"

static const char header[] = "kind,scope,day,digest\n";
static const char seal[] = "seal,,,";

static const char *const kinds[WITHDRAWAL_KINDS] = {"email", "receipt"};
static const struct {
    unsigned scope;
    const char *name;
} scopes[] = {
    {WITHDRAW_CONTACT, "contact"}, {WITHDRAW_QUOTES, "quotes"}, {WITHDRAW_ANSWERS, "answers"}};
enum { SCOPES = sizeof scopes / sizeof scopes[0] };

struct withdrawals *withdrawals_new(void) {
    struct withdrawals *withdrawals = memory_allocate(1, sizeof *withdrawals);
    digest_make_key(withdrawals->key);
    return withdrawals;
}

void withdrawals_free(struct withdrawals *withdrawals) {
    if (withdrawals == NULL)
        return;
    free(withdrawals->rows);
    free(withdrawals);
}

static void digest_value(const struct withdrawals *withdrawals, enum withdrawal_kind kind,
                         const char *bytes, size_t length, char digest[DIGEST_SIZE]) {
    struct text text = {0};
    text_add_format(&text, "%s ", kinds[kind]);
    utf8_comparison_form(&text, bytes, length, true);
    digest_keyed(withdrawals->key, text.bytes, text.length, digest);
    text_free(&text);
}

static struct withdrawal *find(const struct withdrawals *withdrawals, enum withdrawal_kind kind,
                               const char *bytes, size_t length) {
    char digest[DIGEST_SIZE];
    digest_value(withdrawals, kind, bytes, length, digest);
    for (size_t i = 0; i < withdrawals->count; i++)
        if (withdrawals->rows[i].kind == kind &&
            strcmp(withdrawals->rows[i].digest, digest) == 0)
            return &withdrawals->rows[i];
    return NULL;
}

static struct withdrawal *add_row(struct withdrawals *withdrawals) {
    withdrawals->rows = memory_grow(withdrawals->rows, withdrawals->count,
                                    &withdrawals->capacity, sizeof *withdrawals->rows);
    struct withdrawal *row = &withdrawals->rows[withdrawals->count++];
    *row = (struct withdrawal){0};
    return row;
}

void withdrawals_add(struct withdrawals *withdrawals, enum withdrawal_kind kind,
                     const char *value, unsigned scope) {
    struct withdrawal *row = find(withdrawals, kind, value, strlen(value));
    if (row == NULL) {
        row = add_row(withdrawals);
        row->kind = kind;
        digest_value(withdrawals, kind, value, strlen(value), row->digest);
        clock_today(row->day);
    }
    row->scope |= scope;
}

unsigned withdrawals_find(struct withdrawals *withdrawals, enum withdrawal_kind kind,
                          const char *bytes, size_t length) {
    struct withdrawal *row = find(withdrawals, kind, bytes, length);
    if (row == NULL)
        return 0;
    row->found++;
    return row->scope;
}

/* --- the file --- */

static void add_line(struct text *text, const struct withdrawal *row) {
    const char *between = "";
    text_add_format(text, "%s,", kinds[row->kind]);
    for (size_t i = 0; i < SCOPES; i++)
        if ((row->scope & scopes[i].scope) != 0) {
            text_add_format(text, "%s%s", between, scopes[i].name);
            between = " ";
        }
    text_add_format(text, ",%s,%s\n", row->day, row->digest);
}

void withdrawals_write(const struct withdrawals *withdrawals, const char *path) {
    struct text text = {0};
    text_add_format(&text, "%skey,,,%s\n", header, withdrawals->key);
    for (size_t i = 0; i < withdrawals->count; i++)
        add_line(&text, &withdrawals->rows[i]);
    sealed_write(path, seal, withdrawals->key, &text);
    text_free(&text);
}

struct reading {
    struct withdrawals *withdrawals;
    size_t rows; /* read so far, the heading included */
    bool failed;
};

static bool read_scope(const char *names, unsigned *scope) {
    *scope = 0;
    for (const char *name = names; *name != '\0'; name += *name == ' ') {
        size_t length = strcspn(name, " "), i = 0;
        while (i < SCOPES &&
               (strlen(scopes[i].name) != length || memcmp(scopes[i].name, name, length) != 0))
            i++;
        if (i == SCOPES)
            return false;
        *scope |= scopes[i].scope;
        name += length;
    }
    return *scope != 0;
}

static bool take_withdrawal(struct withdrawals *withdrawals, const struct csv_record *record) {
    const char *kind = record->fields[0].bytes, *day = record->fields[2].bytes;
    unsigned scope;
    int known = 0;
    while (known < WITHDRAWAL_KINDS && strcmp(kind, kinds[known]) != 0)
        known++;
    if (known == WITHDRAWAL_KINDS || strlen(day) != CLOCK_DAY_SIZE - 1 ||
        !read_scope(record->fields[1].bytes, &scope))
        return false;
    struct withdrawal *row = add_row(withdrawals);
    row->kind = (enum withdrawal_kind)known;
    row->scope = scope;
    strcpy(row->day, day);
    strcpy(row->digest, record->fields[3].bytes);
    return true;
}

/* The heading was compared as a whole; the seal is checked against all that was read. */
static bool take_row(void *context, const struct csv_record *record) {
    struct reading *reading = context;
    if (reading->rows++ == 0)
        return true;
    bool fine = record->count == 4 && digest_is(record->fields[3].bytes, DIGEST_SIZE - 1);
    if (fine && reading->rows == 2) {
        fine = strcmp(record->fields[0].bytes, "key") == 0;
        strcpy(reading->withdrawals->key, record->fields[3].bytes);
    } else if (fine) {
        fine = take_withdrawal(reading->withdrawals, record);
    }
    reading->failed = !fine;
    return fine;
}

static bool parse(struct withdrawals *withdrawals, const struct text *text) {
    struct reading reading = {.withdrawals = withdrawals};
    size_t end = sealed_end(text, seal);
    return end >= sizeof header - 1 && memcmp(text->bytes, header, sizeof header - 1) == 0 &&
           csv_read_beginning(text->bytes, end, ',', take_row, &reading) && !reading.failed &&
           withdrawals->key[0] != '\0' && sealed_holds(text, seal, withdrawals->key);
}

struct withdrawals *withdrawals_read(const char *path, struct diag *diag) {
    struct text text = {0};
    if (!sealed_load(path, &text))
        return withdrawals_new();
    struct withdrawals *withdrawals = memory_allocate(1, sizeof *withdrawals);
    if (!parse(withdrawals, &text)) {
        const struct diag_place place = {.file = path};
        diag_add(diag, DIAG_ERROR, &place,
                 "the list of withdrawals was changed or cut off, and what people took back "
                 "would come back: put a copy of it back",
                 "das Verzeichnis der Widerrufe wurde geändert oder abgeschnitten, und was "
                 "zurückgenommen wurde, käme wieder: bitte eine Sicherung zurücklegen");
        withdrawals_free(withdrawals);
        withdrawals = NULL;
    }
    text_free(&text);
    return withdrawals;
}
