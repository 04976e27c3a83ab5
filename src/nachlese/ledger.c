#include "nachlese/ledger.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/sealed.h"
#include "base/text.h"
#include "survey/csv_reader.h"
#include "survey/csv_writer.h"

static const char header[] = "release,what,name,value\n";
static const char seal[] = ",seal,,";

static const char *const event_names[EVENT_KINDS] = {"sent", "verified", "not_sent"};

const char *cut_part_name(enum cut_part part) {
#define CUT_PART_NAME(identifier, name) name,
    static const char *const names[CUT_PART_COUNT] = {CUT_PARTS(CUT_PART_NAME)};
#undef CUT_PART_NAME
    return names[part];
}

/* --- in memory --- */

static struct ledger *make_empty(void) {
    struct ledger *ledger = memory_allocate(1, sizeof *ledger);
    ledger->arena = arena_new();
    return ledger;
}

struct ledger *ledger_new(void) {
    struct ledger *ledger = make_empty();
    digest_make_key(ledger->key);
    return ledger;
}

static void free_release(struct release *release) {
    free(release->records.rows);
    free(release->apart.rows);
    free(release->events);
    free(release->exports);
}

void ledger_free(struct ledger *ledger) {
    if (ledger == NULL)
        return;
    for (size_t i = 0; i < ledger->count; i++)
        free_release(&ledger->releases[i]);
    free(ledger->releases);
    arena_free(ledger->arena);
    free(ledger);
}

struct release *ledger_find(const struct ledger *ledger, int64_t number) {
    for (size_t i = 0; i < ledger->count; i++)
        if (ledger->releases[i].number == number)
            return &ledger->releases[i];
    return NULL;
}

struct release *ledger_add(struct ledger *ledger) {
    int64_t number = ledger->count > 0 ? ledger->releases[ledger->count - 1].number + 1 : 1;
    ledger->releases =
        memory_resize(ledger->releases, ledger->count + 1, sizeof *ledger->releases);
    struct release *release = &ledger->releases[ledger->count++];
    *release = (struct release){.number = number};
    return release;
}

void ledger_drop(struct ledger *ledger, int64_t number) {
    struct release *release = ledger_find(ledger, number);
    if (release == NULL)
        return;
    size_t behind = ledger->count - 1 - (size_t)(release - ledger->releases);
    free_release(release);
    memmove(release, release + 1, behind * sizeof *release);
    ledger->count--;
}

static void add_event(struct release *release, struct release_event event) {
    release->events =
        memory_resize(release->events, release->event_count + 1, sizeof *release->events);
    release->events[release->event_count++] = event;
}

void ledger_note(struct ledger *ledger, struct release *release, enum release_event_kind kind,
                 const char *whom) {
    char today[CLOCK_DAY_SIZE];
    clock_today(today);
    add_event(release,
              (struct release_event){kind, arena_copy(ledger->arena, whom != NULL ? whom : ""),
                                     arena_copy(ledger->arena, today)});
}

const struct release_event *release_last_event(const struct release *release) {
    return release->event_count > 0 ? &release->events[release->event_count - 1] : NULL;
}

bool release_is_sent(const struct release *release) {
    const struct release_event *last = release_last_event(release);
    return last != NULL && last->kind != EVENT_NOT_SENT;
}

static int compare_records(const void *one, const void *other) {
    return strcmp(((const struct release_record *)one)->digest,
                  ((const struct release_record *)other)->digest);
}

void record_list_add(struct record_list *list, const char *digest, size_t *capacity) {
    list->rows = memory_grow(list->rows, list->count, capacity, sizeof *list->rows);
    struct release_record *row = &list->rows[list->count++];
    memcpy(row->digest, digest, RECORD_DIGEST_SIZE - 1);
    row->digest[RECORD_DIGEST_SIZE - 1] = '\0';
}

static void sort(struct record_list *list) {
    if (list->count > 0)
        qsort(list->rows, list->count, sizeof *list->rows, compare_records);
}

void release_sort(struct release *release) {
    sort(&release->records);
    sort(&release->apart);
}

struct release_distance record_list_compare(const struct record_list *earlier,
                                            const struct record_list *later) {
    struct release_distance distance = {0, 0};
    size_t i = 0, j = 0;
    while (i < earlier->count || j < later->count) {
        int order = i == earlier->count ? 1
                    : j == later->count
                        ? -1
                        : strcmp(earlier->rows[i].digest, later->rows[j].digest);
        distance.removed += order < 0;
        distance.added += order > 0;
        i += order <= 0;
        j += order >= 0;
    }
    return distance;
}

/* --- writing --- */

/* Every row but the header; the rows of records are the most of them. */
static void add_row(struct text *text, int64_t number, const char *what, const char *name,
                    const char *value) {
    char *line = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&line, &size);
    if (stream == NULL)
        die(EXIT_RESOURCE, "out of memory", "der Arbeitsspeicher reicht nicht");
    if (number > 0)
        fprintf(stream, "%" PRId64, number);
    csv_write_field(stream, what, false);
    csv_write_field(stream, name, false);
    csv_write_field(stream, value, false);
    csv_write_end(stream);
    if (fclose(stream) != 0)
        die(EXIT_RESOURCE, "out of memory", "der Arbeitsspeicher reicht nicht");
    text_add_bytes(text, line, size);
    free(line);
}

static void add_release(struct text *text, const struct release *release) {
    int64_t number = release->number;
    add_row(text, number, "survey", "", release->survey);
    add_row(text, number, "made", "", release->made);
    if (release->simulated)
        add_row(text, number, "simulated", "", "1");
    add_row(text, number, "figures", "", release->figures);
    add_row(text, number, "shape", "", release->shape);
    for (enum cut_part part = 0; part < CUT_PART_COUNT; part++)
        add_row(text, number, "cut", cut_part_name(part), release->cut[part]);
    for (size_t i = 0; i < release->export_count; i++)
        add_row(text, number, "export", "", release->exports[i]);
    for (size_t i = 0; i < release->event_count; i++)
        add_row(text, number, event_names[release->events[i].kind], release->events[i].whom,
                release->events[i].day);
    for (size_t i = 0; i < release->records.count; i++)
        text_add_format(text, "%" PRId64 ",record,,%s\n", number,
                        release->records.rows[i].digest);
    for (size_t i = 0; i < release->apart.count; i++)
        text_add_format(text, "%" PRId64 ",apart,,%s\n", number, release->apart.rows[i].digest);
}

void ledger_write(const struct ledger *ledger, const char *path) {
    struct text text = {0};
    text_add(&text, header);
    add_row(&text, 0, "key", "", ledger->key);
    char number[NUMBER_SIZE];
    add_row(&text, 0, "standing", "", number_format_scaled(number, ledger->standing, 0));
    for (size_t i = 0; i < ledger->count; i++)
        add_release(&text, &ledger->releases[i]);
    sealed_write(path, seal, ledger->key, &text);
    text_free(&text);
}

/* --- reading --- */

struct reading {
    struct ledger *ledger;
    struct release *release;         /* the one whose rows are being read */
    size_t capacity, apart_capacity; /* of its lists */
    bool header_seen, failed;
};

static bool take_cut(struct reading *reading, const char *name, const char *value) {
    for (enum cut_part part = 0; part < CUT_PART_COUNT; part++)
        if (strcmp(name, cut_part_name(part)) == 0) {
            reading->release->cut[part] = value;
            return true;
        }
    return false;
}

static bool take_event(struct release *release, const char *what, const char *name,
                       const char *value) {
    for (enum release_event_kind kind = 0; kind < EVENT_KINDS; kind++)
        if (strcmp(what, event_names[kind]) == 0) {
            add_event(release, (struct release_event){kind, name, value});
            return true;
        }
    return false;
}

static bool take_record(struct record_list *list, size_t *capacity, const char *value) {
    bool fine = digest_is(value, RECORD_DIGEST_SIZE - 1);
    if (fine)
        record_list_add(list, value, capacity);
    return fine;
}

static bool take_export(struct release *release, const char *value) {
    release->exports =
        memory_resize(release->exports, release->export_count + 1, sizeof *release->exports);
    release->exports[release->export_count++] = value;
    return true;
}

/* One row of the release at hand; the strings are the ledger's. */
static bool take_part(struct reading *reading, const char *what, const char *name,
                      const char *value) {
    struct release *release = reading->release;
    const struct {
        const char *what;
        const char **place;
    } strings[] = {{"survey", &release->survey},
                   {"made", &release->made},
                   {"figures", &release->figures},
                   {"shape", &release->shape}};
    for (size_t i = 0; i < sizeof strings / sizeof strings[0]; i++)
        if (strcmp(what, strings[i].what) == 0) {
            *strings[i].place = value;
            return true;
        }
    if (strcmp(what, "simulated") == 0)
        return release->simulated = true;
    if (strcmp(what, "cut") == 0)
        return take_cut(reading, name, value);
    if (strcmp(what, "export") == 0)
        return take_export(release, value);
    return take_event(release, what, name, value);
}

/* A row `survey` begins another release; any other must be of the one at hand. */
static bool take_release(struct reading *reading, const char *first, const char *what,
                         const char *name, const char *value) {
    int64_t number;
    if (!number_parse_whole(first, strlen(first), 1, INT64_MAX - 1, &number))
        return false;
    if (strcmp(what, "survey") == 0) {
        int64_t before = reading->release != NULL ? reading->release->number : 0;
        if (number <= before)
            return false;
        reading->release = ledger_add(reading->ledger);
        reading->release->number = number;
        reading->capacity = reading->apart_capacity = 0;
    }
    if (reading->release == NULL || reading->release->number != number)
        return false;
    if (strcmp(what, "record") == 0)
        return take_record(&reading->release->records, &reading->capacity, value);
    if (strcmp(what, "apart") == 0)
        return take_record(&reading->release->apart, &reading->apart_capacity, value);
    return take_part(reading, what, arena_copy(reading->ledger->arena, name),
                     arena_copy(reading->ledger->arena, value));
}

static bool take_row(struct reading *reading, const struct csv_record *record) {
    const char *first = record->fields[0].bytes, *what = record->fields[1].bytes;
    const char *name = record->fields[2].bytes, *value = record->fields[3].bytes;
    if (first[0] != '\0')
        return take_release(reading, first, what, name, value);
    if (strcmp(what, "key") == 0) {
        bool fine = digest_is(value, DIGEST_SIZE - 1);
        if (fine)
            strcpy(reading->ledger->key, value);
        return fine;
    }
    return strcmp(what, "standing") == 0 &&
           number_parse_whole(value, strlen(value), 0, INT64_MAX - 1,
                              &reading->ledger->standing);
}

static bool read_row(void *context, const struct csv_record *record) {
    struct reading *reading = context;
    if (record->count != 4)
        reading->failed = true;
    else if (reading->header_seen)
        reading->failed = !take_row(reading, record);
    reading->header_seen = true;
    return !reading->failed;
}

static bool is_whole(const struct release *release) {
    bool whole = release->survey != NULL && release->made != NULL && release->figures != NULL &&
                 release->shape != NULL;
    for (enum cut_part part = 0; whole && part < CUT_PART_COUNT; part++)
        whole = release->cut[part] != NULL;
    return whole;
}

static bool parse(struct ledger *ledger, const struct text *text) {
    struct reading reading = {.ledger = ledger};
    size_t end = sealed_end(text, seal);
    if (end < sizeof header - 1 || memcmp(text->bytes, header, sizeof header - 1) != 0)
        return false;
    if (!csv_read_beginning(text->bytes, end, ',', read_row, &reading) || reading.failed ||
        ledger->key[0] == '\0' || !sealed_holds(text, seal, ledger->key))
        return false;
    for (size_t i = 0; i < ledger->count; i++) {
        if (!is_whole(&ledger->releases[i]))
            return false;
        release_sort(&ledger->releases[i]);
    }
    return ledger->standing == 0 || ledger_find(ledger, ledger->standing) != NULL;
}

struct ledger *ledger_read(const char *path, struct diag *diag) {
    struct text text = {0};
    if (!sealed_load(path, &text))
        return ledger_new();
    struct ledger *ledger = make_empty();
    if (!parse(ledger, &text)) {
        const struct diag_place place = {.file = path};
        diag_add(diag, DIAG_ERROR, &place,
                 "the ledger of releases was changed or cut off, so it is not known what was "
                 "sent: put a copy of it back; only where nothing was ever sent, delete it",
                 "das Verzeichnis der Ausgaben wurde geändert oder abgeschnitten; darum ist "
                 "nicht bekannt, was schon weitergegeben wurde: bitte eine Sicherung "
                 "zurücklegen; nur wenn noch nichts weitergegeben wurde, die Datei löschen");
        ledger_free(ledger);
        ledger = NULL;
    }
    text_free(&text);
    return ledger;
}
