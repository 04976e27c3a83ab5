#include "form/tally.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/utf8.h"

/* One string of the columns, before equal ones are put together. */
struct entry {
    const char *form, *shown;
    size_t record, order;
};

void tally_form(struct text *form, const char *string) {
    char number[NUMBER_SIZE];
    if (number_plain_whole(number, string, strlen(string)))
        text_add(form, number);
    else
        utf8_comparison_form(form, string, strlen(string), true);
}

static int by_form(const void *left, const void *right) {
    const struct entry *one = left, *other = right;
    int order = strcmp(one->form, other->form);
    if (order != 0)
        return order;
    return one->order < other->order ? -1 : one->order > other->order;
}

static int by_frequency(const void *left, const void *right) {
    const struct tally_value *one = left, *other = right;
    if (one->records != other->records)
        return one->records > other->records ? -1 : 1;
    return one->first < other->first ? -1 : one->first > other->first;
}

static int by_value_form(const void *left, const void *right) {
    const struct tally_value *const *one = left, *const *other = right;
    return strcmp((*one)->form, (*other)->form);
}

static int by_wanted_form(const void *wanted, const void *element) {
    const struct tally_value *const *value = element;
    return strcmp(wanted, (*value)->form);
}

/* Entries of one form are neighbours, in the order of the file; so are those of a record. */
static void take(struct tally *tally, const struct entry *entry, bool begins) {
    if (begins)
        tally->values[tally->count++] = (struct tally_value){
            .form = entry->form, .shown = entry->shown, .first = entry->order};
    struct tally_value *value = &tally->values[tally->count - 1];
    if (!begins && value->last_record == entry->record)
        return;
    value->records++;
    value->last_record = entry->record;
    value->variants += strcmp(value->shown, entry->shown) != 0 ? 1 : 0;
}

static size_t count_records(const struct entry *entries, size_t count) {
    size_t records = 0;
    for (size_t i = 0; i < count; i++)
        records += i == 0 || entries[i].record != entries[i - 1].record ? 1 : 0;
    return records;
}

static struct tally *tally_of_entries(struct entry *entries, size_t count,
                                      struct arena *arena) {
    struct tally *tally = memory_allocate(1, sizeof *tally);
    tally->memory = arena;
    tally->values = memory_allocate(count, sizeof *tally->values);
    tally->records = count_records(entries, count);
    qsort(entries, count, sizeof *entries, by_form);
    for (size_t i = 0; i < count; i++)
        take(tally, &entries[i], i == 0 || strcmp(entries[i].form, entries[i - 1].form) != 0);
    for (size_t i = 0; i < tally->count; i++) {
        size_t records = tally->values[i].records;
        tally->total += records;
        tally->repeated += records > 1 ? 1 : 0;
        tally->covered += records > 1 ? records : 0;
    }
    qsort(tally->values, tally->count, sizeof *tally->values, by_frequency);
    tally->by_form = memory_allocate(tally->count, sizeof *tally->by_form);
    for (size_t i = 0; i < tally->count; i++)
        tally->by_form[i] = &tally->values[i];
    qsort(tally->by_form, tally->count, sizeof *tally->by_form, by_value_form);
    free(entries);
    return tally;
}

struct tally *tally_of_strings(const char *const *strings, const size_t *records,
                               size_t count) {
    struct arena *arena = arena_new();
    struct entry *entries = memory_allocate(count, sizeof *entries);
    struct text form = {0};
    for (size_t i = 0; i < count; i++) {
        text_clear(&form);
        tally_form(&form, strings[i]);
        entries[i] =
            (struct entry){arena_copy(arena, text_string(&form)), strings[i], records[i], i};
    }
    text_free(&form);
    return tally_of_entries(entries, count, arena);
}

struct tally *tally_new(const struct export_table *table, const size_t *columns, size_t count) {
    const char **strings = memory_allocate(table->records * count, sizeof *strings);
    size_t *records = memory_allocate(table->records * count, sizeof *records);
    size_t filled = 0;
    for (size_t record = 0; record < table->records; record++)
        for (size_t i = 0; i < count; i++) {
            const char *cell = table->columns[columns[i]].cells[record];
            if (cell == NULL)
                continue;
            strings[filled] = cell;
            records[filled++] = record;
        }
    struct tally *tally = tally_of_strings(strings, records, filled);
    free(strings);
    free(records);
    return tally;
}

void tally_free(struct tally *tally) {
    if (tally == NULL)
        return;
    free(tally->values);
    free(tally->by_form);
    arena_free(tally->memory);
    free(tally);
}

const struct tally_value *tally_find(const struct tally *tally, const char *form) {
    const struct tally_value **found =
        bsearch(form, tally->by_form, tally->count, sizeof *tally->by_form, by_wanted_form);
    return found != NULL ? *found : NULL;
}
