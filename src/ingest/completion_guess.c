#include "ingest/completion_guess.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "ingest/completion_date.h"

struct guess {
    const struct sample *sample;
    size_t column;
    completion_cell_test *test;
    const void *context;
    size_t filled;
    bool doubt; /* the record before did not pass; the last one may be cut */
    bool fits;
};

static bool is_blank_row(const struct csv_record *record) {
    for (size_t i = 0; i < record->kept; i++)
        if (record->fields[i].length > 0)
            return false;
    return true;
}

static bool look(void *context, const struct csv_record *record) {
    struct guess *guess = context;
    if (record->line <= guess->sample->header_end || is_blank_row(record))
        return true;
    guess->fits = !guess->doubt;
    if (!guess->fits || record->kept < guess->column) /* short, or rejected */
        return guess->fits;
    const struct csv_field *field = &record->fields[guess->column - 1];
    struct text form = {0};
    bool valid = utf8_valid(field->bytes, field->length);
    if (valid)
        utf8_comparison_form(&form, field->bytes, field->length, true);
    guess->doubt = !valid || !guess->test(text_string(&form), guess->context);
    guess->filled += !guess->doubt && form.length > 0 ? 1 : 0;
    text_free(&form);
    return true;
}

bool completion_guess(const struct sample *sample, size_t column, completion_cell_test *test,
                      const void *context) {
    struct guess guess = {
        .sample = sample, .column = column, .test = test, .context = context, .fits = true};
    csv_read_beginning(sample->bytes, sample->length, sample->delimiter, look, &guess);
    return guess.fits && guess.filled > 0;
}

static bool is_count(const char *form, const void *context) {
    (void)context;
    size_t digits = strspn(form, "0123456789");
    return form[digits] == '\0' || (digits > 0 && strcmp(form + digits, ".0") == 0);
}

/* A number alone may be anything. */
static bool is_date_or_nothing(const char *form, const void *context) {
    (void)context;
    return form[0] == '\0' ||
           (completion_is_date(form) && strpbrk(form, "-./:") != NULL && strlen(form) >= 6);
}

/* de, pt-br, zh-hans, de-informal */
static bool is_language(const char *form, const void *context) {
    (void)context;
    size_t letters = 0;
    while (islower((unsigned char)form[letters]))
        letters++;
    return form[0] == '\0' ||
           ((letters == 2 || letters == 3) && (form[letters] == '\0' || form[letters] == '-'));
}

bool completion_guess_date(const struct sample *sample, size_t column) {
    return completion_guess(sample, column, is_date_or_nothing, NULL);
}

bool completion_guess_limesurvey(const struct sample *sample, size_t column) {
    return completion_guess(sample, column + 3, is_language, NULL) &&
           completion_guess(sample, column + 2, is_count, NULL) &&
           completion_guess(sample, column + 1, is_date_or_nothing, NULL) &&
           completion_guess(sample, column, is_count, NULL);
}
