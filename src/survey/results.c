#include "survey/results.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/number.h"
#include "survey/csv_reader.h"
#include "survey/csv_writer.h"
#include "survey/name_table.h"

enum column {
    COLUMN_QUESTION,
    COLUMN_ITEM,
    COLUMN_CATEGORY,
    COLUMN_BY,
    COLUMN_LEVEL,
    COLUMN_STATISTIC,
    COLUMN_VALUE,
    COLUMN_LOW,
    COLUMN_HIGH,
    COLUMN_N,
    COLUMN_METHOD,
    COLUMN_FLAG,
    COLUMN_COUNT
};

static const char *const headings[COLUMN_COUNT] = {"question", "item",      "category", "by",
                                                   "level",    "statistic", "value",    "low",
                                                   "high",     "n",         "method",   "flag"};
static const char *const flag_names[] = {"", "suppressed", "undefined", "census", "small"};
enum { FLAG_COUNT = sizeof flag_names / sizeof flag_names[0] };

static const char coarse_mark[] = ".coarse"; /* no id has a dot */

const char *results_by(char buffer[RESULTS_BY_SIZE], const char *grouping, bool coarse) {
    snprintf(buffer, RESULTS_BY_SIZE, "%s%s", grouping, coarse ? coarse_mark : "");
    return buffer;
}

bool results_by_is(const char *by, const char *grouping) {
    size_t length = strcspn(by, ".");
    return strlen(grouping) == length && memcmp(by, grouping, length) == 0;
}

bool results_by_is_coarse(const char *by) {
    return by[strcspn(by, ".")] == '.';
}

void results_write_header(FILE *stream) {
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        csv_write_field(stream, headings[i], i == 0);
    csv_write_end(stream);
}

static void write_number(FILE *stream, bool present, double value) {
    char buffer[NUMBER_SIZE];
    assert(!present || isfinite(value));
    csv_write_field(stream, present ? number_format_shortest(buffer, value) : "", false);
}

void results_write(FILE *stream, const struct result *result) {
    assert(result->statistic != STATISTIC_NONE);
    csv_write_field(stream, result->question, true);
    csv_write_field(stream, result->item, false);
    csv_write_field(stream, result->category, false);
    csv_write_field(stream, result->by, false);
    csv_write_field(stream, result->level, false);
    csv_write_field(stream, statistic_name(result->statistic), false);
    write_number(stream, result->has_value, result->value);
    write_number(stream, result->has_low, result->low);
    write_number(stream, result->has_high, result->high);
    fputc(',', stream);
    if (result->has_n)
        fprintf(stream, "%" PRId64, result->n);
    csv_write_field(stream, result->method, false);
    csv_write_field(stream, flag_names[result->flag], false);
    csv_write_end(stream);
}

/* What results.memory points to. */
struct store {
    struct arena *arena;
    size_t *sorted; /* all row numbers, by question, item, category, by, level, statistic */
};

struct reading {
    const char *file;
    struct diag *diag;
    struct arena *arena;
    /* Rows consist of few strings in ever new combinations: each is kept once, so that equal
     * strings of a table are one and the same. */
    struct name_table *names;
    const char **strings; /* by their numbers in it */
    size_t string_count, string_capacity;
    struct result *rows;
    size_t count, capacity;
    bool header_seen;
    bool failed;
};

static void refuse(struct reading *reading, size_t line, size_t column) {
    struct diag_place place = {reading->file, line, column,
                               column > 0 ? headings[column - 1] : NULL};
    diag_add(reading->diag, DIAG_ERROR, &place,
             "this is not what nachlese-stats or nachlese-protect writes: make the file again",
             "so schreiben es nachlese-stats und nachlese-protect nicht: Datei neu erzeugen");
    reading->failed = true;
}

static bool is_header(const struct csv_record *record) {
    bool same = record->count == COLUMN_COUNT;
    for (size_t i = 0; same && i < COLUMN_COUNT; i++)
        same = strcmp(record->fields[i].bytes, headings[i]) == 0;
    return same;
}

static bool read_number(const struct csv_field *field, bool *present, double *value) {
    *present = field->length > 0;
    return !*present || number_parse_double(field->bytes, field->length, value);
}

static bool read_base(const struct csv_field *field, bool *present, int64_t *n) {
    *present = field->length > 0;
    return !*present || number_parse_whole(field->bytes, field->length, 0, INT64_MAX, n);
}

static bool read_flag(const struct csv_field *field, enum result_flag *flag) {
    for (size_t i = 0; i < FLAG_COUNT; i++) {
        if (strcmp(field->bytes, flag_names[i]) == 0) {
            *flag = (enum result_flag)i;
            return true;
        }
    }
    return false;
}

static const char *keep(struct reading *reading, const char *string) {
    size_t known = 0;
    if (name_table_find(reading->names, string, &known))
        return reading->strings[known];
    const char *copy = arena_copy(reading->arena, string);
    reading->strings = memory_grow(reading->strings, reading->string_count,
                                   &reading->string_capacity, sizeof *reading->strings);
    name_table_add(reading->names, copy, reading->string_count, &known);
    reading->strings[reading->string_count++] = copy;
    return copy;
}

/* The column, from 1, that is wrong; 0 where the row is fine. */
static size_t read_row(struct reading *reading, const struct csv_field *fields,
                       struct result *row) {
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        if (strlen(fields[i].bytes) != fields[i].length)
            return i + 1;
    *row = (struct result){.question = keep(reading, fields[COLUMN_QUESTION].bytes),
                           .item = keep(reading, fields[COLUMN_ITEM].bytes),
                           .category = keep(reading, fields[COLUMN_CATEGORY].bytes),
                           .by = keep(reading, fields[COLUMN_BY].bytes),
                           .level = keep(reading, fields[COLUMN_LEVEL].bytes),
                           .statistic = statistic_named(fields[COLUMN_STATISTIC].bytes),
                           .method = keep(reading, fields[COLUMN_METHOD].bytes)};
    if (fields[COLUMN_STATISTIC].length == 0)
        return COLUMN_STATISTIC + 1;
    if (row->statistic == STATISTIC_NONE)
        row->unknown = keep(reading, fields[COLUMN_STATISTIC].bytes);
    if (!read_number(&fields[COLUMN_VALUE], &row->has_value, &row->value))
        return COLUMN_VALUE + 1;
    if (!read_number(&fields[COLUMN_LOW], &row->has_low, &row->low))
        return COLUMN_LOW + 1;
    if (!read_number(&fields[COLUMN_HIGH], &row->has_high, &row->high))
        return COLUMN_HIGH + 1;
    if (!read_base(&fields[COLUMN_N], &row->has_n, &row->n))
        return COLUMN_N + 1;
    return read_flag(&fields[COLUMN_FLAG], &row->flag) ? 0 : COLUMN_FLAG + 1;
}

static bool on_record(void *context, const struct csv_record *record) {
    struct reading *reading = context;
    if (!reading->header_seen) {
        reading->header_seen = is_header(record);
        if (!reading->header_seen)
            refuse(reading, record->line, 0);
        return reading->header_seen;
    }
    if (record->count != COLUMN_COUNT || record->field_too_long) {
        refuse(reading, record->line, 0);
        return false;
    }
    struct result row;
    size_t wrong = read_row(reading, record->fields, &row);
    if (wrong > 0) {
        refuse(reading, record->line, wrong);
        return false;
    }
    reading->rows =
        memory_grow(reading->rows, reading->count, &reading->capacity, sizeof *reading->rows);
    reading->rows[reading->count++] = row;
    return true;
}

/* What a row is looked up by; no string is NULL. */
struct key {
    const char *columns[5];
    enum statistic statistic;
};

static struct key key_of(const struct result *row) {
    return (struct key){{row->question, row->item, row->category, row->by, row->level},
                        row->statistic};
}

static int compare_keys(const struct key *left, const struct key *right) {
    int order = 0;
    for (size_t i = 0; i < sizeof left->columns / sizeof *left->columns && order == 0; i++)
        if (left->columns[i] != right->columns[i]) /* within a table most are the same string */
            order = strcmp(left->columns[i], right->columns[i]);
    if (order != 0 || left->statistic == right->statistic)
        return order;
    return left->statistic < right->statistic ? -1 : 1;
}

static int compare_rows(const void *left, const void *right, void *context) {
    const struct result *rows = context;
    size_t a = *(const size_t *)left, b = *(const size_t *)right;
    struct key first = key_of(&rows[a]), second = key_of(&rows[b]);
    int order = compare_keys(&first, &second);
    return order != 0 ? order : (a > b) - (a < b);
}

static struct results *finish(struct reading *reading) {
    struct results *results = memory_allocate(1, sizeof *results);
    struct store *store = memory_allocate(1, sizeof *store);
    results->rows = reading->rows;
    results->count = reading->count;
    results->memory = store;
    store->arena = reading->arena;
    store->sorted = memory_allocate(results->count, sizeof *store->sorted);
    for (size_t i = 0; i < results->count; i++)
        store->sorted[i] = i;
    if (results->count > 0)
        qsort_r(store->sorted, results->count, sizeof *store->sorted, compare_rows,
                results->rows);
    return results;
}

struct results *results_read(const char *path, struct diag *diag) {
    bool standard_input = path == NULL || strcmp(path, "-") == 0;
    struct reading reading = {.file = standard_input ? "<stdin>" : path, .diag = diag};
    reading.arena = arena_new();
    reading.names = name_table_new();
    bool fine = csv_read_file(path, reading.file, diag, on_record, &reading);
    name_table_free(reading.names);
    free(reading.strings);
    if (fine && !reading.failed && !reading.header_seen)
        refuse(&reading, 0, 0);
    if (fine && !reading.failed)
        return finish(&reading);
    free(reading.rows);
    arena_free(reading.arena);
    return NULL;
}

void results_free(struct results *results) {
    if (results == NULL)
        return;
    struct store *store = results->memory;
    arena_free(store->arena);
    free(store->sorted);
    free(store);
    free(results->rows);
    free(results);
}

static const char *or_empty(const char *string) {
    return string != NULL ? string : "";
}

const struct result *results_find_by(const struct results *results, const char *question,
                                     const char *item, const char *category, const char *by,
                                     const char *level, enum statistic statistic) {
    const struct store *store = results->memory;
    struct key wanted = {
        {or_empty(question), or_empty(item), or_empty(category), or_empty(by), or_empty(level)},
        statistic};
    size_t low = 0, high = results->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        struct key found = key_of(&results->rows[store->sorted[middle]]);
        if (compare_keys(&found, &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == results->count)
        return NULL;
    const struct result *row = &results->rows[store->sorted[low]];
    struct key found = key_of(row);
    return compare_keys(&found, &wanted) == 0 ? row : NULL;
}

const struct result *results_find(const struct results *results, const char *question,
                                  const char *item, const char *category,
                                  enum statistic statistic) {
    return results_find_by(results, question, item, category, NULL, NULL, statistic);
}

bool results_are_published(const struct results *results) {
    if (results->count == 0)
        return false;
    const struct result *mark = &results->rows[0];
    return mark->question[0] == '\0' && mark->by[0] == '\0' &&
           mark->statistic == STATISTIC_PUBLISHED && mark->has_value && mark->value == 1;
}
