#include "codebook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/encoding.h"
#include "base/memory.h"
#include "survey/csv_reader.h"

enum column { QUESTION, SECTION, TYPE, MEASURE, ROLE, ITEM, CATEGORY, POSITION, COLUMNS };

static const char *const headings[COLUMNS] = {"question", "section", "type",     "measure",
                                              "role",     "item",    "category", "position"};
static const char *const kind_names[KINDS] = {"single",  "multi",  "matrix",
                                              "ranking", "number", "text"};

struct reading {
    struct codebook *codebook;
    struct arena *arena;
    struct diag *diag;
    const char *file;
    bool heading_seen, bad;
};

size_t entry_position(const struct entry *entries, size_t count, const char *id) {
    size_t at = 0;
    while (at < count && strcmp(entries[at].id, id) != 0)
        at++;
    return at;
}

size_t set_position(const struct code_set *sets, size_t count, const char *id) {
    size_t at = 0;
    while (at < count && strcmp(sets[at].id, id) != 0)
        at++;
    return at;
}

static struct question *find(const struct codebook *codebook, const char *id) {
    for (size_t i = 0; i < codebook->count; i++)
        if (strcmp(codebook->questions[i].id, id) == 0)
            return &codebook->questions[i];
    return NULL;
}

const struct question *codebook_question(const struct codebook *codebook, const char *id) {
    return find(codebook, id);
}

const struct question *codebook_condition(const struct codebook *codebook,
                                          const struct question *question) {
    return question->asked_if == NULL ? NULL : find(codebook, question->asked_if);
}

bool question_asks(const struct question *question, const char *code) {
    size_t length = strlen(code);
    for (const char *at = question->asked_codes; (at = strchr(at, ':')) != NULL; at++)
        if (strncmp(at + 1, code, length) == 0 && at[1 + length] == ':')
            return true;
    return false;
}

/* When all is read: which question is a grouping stands at the end. */
static void mark_filtered(struct codebook *codebook) {
    for (size_t i = 0; i < codebook->count; i++) {
        struct question *question = &codebook->questions[i];
        const struct question *condition = question;
        while ((condition = codebook_condition(codebook, condition)) != NULL)
            question->filtered |=
                condition->grouping || condition->identifying || condition->sensitive;
    }
}

/* Whether one of the words of a role is this word. */
static bool has_word(const char *words, const char *word) {
    size_t length = strlen(word);
    for (const char *at = words; (at = strstr(at, word)) != NULL; at += length)
        if ((at == words || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
            return true;
    return false;
}

/* "asked_if:guests:yes:no" among the words of a role. */
static void read_condition(struct reading *reading, const char *role,
                           struct question *question) {
    const char *at = strstr(role, "asked_if:");
    if (at == NULL)
        return;
    at += strlen("asked_if:");
    size_t id = strcspn(at, ": "), codes = strcspn(at + id, " ");
    question->asked_if = arena_format(reading->arena, "%.*s", (int)id, at);
    question->asked_codes = arena_format(reading->arena, "%.*s:", (int)codes, at + id);
}

static void add_question(struct reading *reading, char **cells, enum kind kind) {
    struct codebook *book = reading->codebook;
    book->questions =
        memory_grow(book->questions, book->count, &book->capacity, sizeof *book->questions);
    const char *limit = strstr(cells[ROLE], "max:");
    book->questions[book->count++] = (struct question){
        .id = arena_copy(reading->arena, cells[QUESTION]),
        .coarse_by = arena_format(reading->arena, "%s.coarse", cells[QUESTION]),
        .kind = kind,
        .ordinal = strcmp(cells[MEASURE], "ordinal") == 0,
        .sensitive = has_word(cells[ROLE], "sensitive"),
        .identifying = has_word(cells[ROLE], "identifying"),
        .apart = has_word(cells[ROLE], "exchange") || has_word(cells[ROLE], "consent_contact"),
        .grouping = has_word(cells[ROLE], "group"),
        .limit = limit == NULL ? 0 : strtoul(limit + 4, NULL, 10),
    };
    read_condition(reading, cells[ROLE], &book->questions[book->count - 1]);
}

static struct entry entry_of(struct reading *reading, char **cells, const char *id) {
    return (struct entry){.id = arena_copy(reading->arena, id),
                          .outside = has_word(cells[ROLE], "outside"),
                          .exclusive = has_word(cells[ROLE], "exclusive")};
}

static void add_entry(struct reading *reading, struct question *question, char **cells) {
    if (*cells[ITEM] != '\0') {
        question->items = memory_grow(question->items, question->item_count,
                                      &question->item_capacity, sizeof *question->items);
        question->items[question->item_count++] = entry_of(reading, cells, cells[ITEM]);
        return;
    }
    if (has_word(cells[ROLE], "dk"))
        return;
    question->codes = memory_grow(question->codes, question->code_count,
                                  &question->code_capacity, sizeof *question->codes);
    struct entry entry = entry_of(reading, cells, cells[CATEGORY]);
    question->codes[question->code_count++] = entry;
    question->inside += !entry.outside;
}

/* Adds the code to the set of that name; of no code, it is the level of the rest. */
static void add_to_set(struct reading *reading, const struct question *question,
                       struct code_set **sets, size_t *count, size_t *capacity,
                       const char *name, const char *code) {
    size_t at = set_position(*sets, *count, name);
    if (at == *count) {
        *sets = memory_grow(*sets, *count, capacity, sizeof **sets);
        (*sets)[(*count)++] = (struct code_set){.id = arena_copy(reading->arena, name)};
    }
    struct code_set *set = &(*sets)[at];
    if (*code == '\0') {
        set->rest = true;
        return;
    }
    set->codes = memory_grow(set->codes, set->count, &set->capacity, sizeof *set->codes);
    set->codes[set->count++] = entry_position(question->codes, question->code_count, code);
}

static void add_derived(struct reading *reading, char **cells) {
    struct codebook *book = reading->codebook;
    book->derived = memory_grow(book->derived, book->derived_count, &book->derived_capacity,
                                sizeof *book->derived);
    const char *end = strstr(cells[ITEM], "__"); /* of a score: question__row */
    int length = (int)(end != NULL ? (size_t)(end - cells[ITEM]) : strlen(cells[ITEM]));
    book->derived[book->derived_count++] =
        (struct derived){.id = arena_copy(reading->arena, cells[QUESTION]),
                         .source = arena_format(reading->arena, "%.*s", length, cells[ITEM])};
}

static void add_row(struct reading *reading, char **cells) {
    struct question *question = find(reading->codebook, cells[QUESTION]);
    if (strcmp(cells[TYPE], "set") == 0 && question != NULL) {
        add_to_set(reading, question, &question->sets, &question->set_count,
                   &question->set_capacity, cells[ITEM], cells[CATEGORY]);
        return;
    }
    if (strcmp(cells[TYPE], "group") == 0 && question != NULL) {
        question->grouping = true;
        if (*cells[CATEGORY] != '\0')
            add_to_set(reading, question, &question->coarse, &question->coarse_count,
                       &question->coarse_capacity, cells[CATEGORY], cells[ITEM]);
        return;
    }
    if (strcmp(cells[TYPE], "score") == 0 || strcmp(cells[TYPE], "gap") == 0)
        add_derived(reading, cells);
    for (size_t kind = 0; kind < KINDS; kind++)
        if (strcmp(cells[TYPE], kind_names[kind]) == 0) {
            if (question == NULL)
                add_question(reading, cells, (enum kind)kind);
            else
                add_entry(reading, question, cells);
        }
}

static bool take(void *context, const struct csv_record *record) {
    struct reading *reading = context;
    char *cells[COLUMNS];
    bool bad = record->kept < COLUMNS;
    for (size_t i = 0; !bad && i < COLUMNS; i++) {
        cells[i] = record->fields[i].bytes;
        bad = !reading->heading_seen && strcmp(cells[i], headings[i]) != 0;
    }
    if (bad) {
        struct diag_place place = {.file = reading->file, .line = record->line};
        diag_add(reading->diag, DIAG_ERROR, &place, "this is no codebook",
                 "das ist kein Codebuch");
        reading->bad = true;
        return false;
    }
    if (reading->heading_seen)
        add_row(reading, cells);
    reading->heading_seen = true;
    return true;
}

struct codebook *codebook_read(const char *path, struct diag *diag) {
    struct codebook *codebook = memory_allocate(1, sizeof *codebook);
    struct arena *arena = arena_new();
    codebook->memory = arena;
    struct reading reading = {.codebook = codebook, .arena = arena, .diag = diag, .file = path};
    struct encoding_source *source = encoding_open(path);
    bool fine = csv_read(source, path, ',', diag, take, &reading);
    encoding_close(source);
    mark_filtered(codebook);
    if (fine && !reading.bad && reading.heading_seen)
        return codebook;
    codebook_free(codebook);
    return NULL;
}

static void free_sets(struct code_set *sets, size_t count) {
    for (size_t i = 0; i < count; i++)
        free(sets[i].codes);
    free(sets);
}

void codebook_free(struct codebook *codebook) {
    if (codebook == NULL)
        return;
    for (size_t i = 0; i < codebook->count; i++) {
        struct question *question = &codebook->questions[i];
        free(question->items);
        free(question->codes);
        free_sets(question->sets, question->set_count);
        free_sets(question->coarse, question->coarse_count);
    }
    free(codebook->questions);
    free(codebook->derived);
    arena_free(codebook->memory);
    free(codebook);
}
