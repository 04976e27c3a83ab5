#include "nachlese/apart.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/text.h"
#include "nachlese/added.h"
#include "survey/csv_reader.h"

/* The columns of one question lie side by side. */
struct block {
    size_t first, end;
    char *question;   /* its id */
    int64_t answered; /* by how many of the added */
};

/* How often a cell was found among the added. */
struct sighting {
    size_t column;
    char *value;
    int64_t count;
};

struct reading {
    const char *key;
    struct release *release; /* to be filled; NULL: added is looked at */
    size_t capacity;
    struct added *added;
    struct block *blocks;
    size_t block_count, block_capacity;
    struct sighting *sightings;
    size_t sighting_count, sighting_capacity;
    bool header_seen;
};

/* "offers__rooms" is a column of the question "offers". */
static size_t question_length(const char *heading) {
    const char *end = strstr(heading, "__");
    return end != NULL ? (size_t)(end - heading) : strlen(heading);
}

static void take_header(struct reading *reading, const struct csv_record *record) {
    for (size_t i = 0; i < record->kept; i++) {
        const char *heading = record->fields[i].bytes;
        size_t length = question_length(heading);
        struct block *last =
            reading->block_count > 0 ? &reading->blocks[reading->block_count - 1] : NULL;
        if (last != NULL && strlen(last->question) == length &&
            memcmp(last->question, heading, length) == 0) {
            last->end = i + 1;
            continue;
        }
        reading->blocks = memory_grow(reading->blocks, reading->block_count,
                                      &reading->block_capacity, sizeof *reading->blocks);
        char *question = memory_copy(heading);
        question[length] = '\0';
        reading->blocks[reading->block_count++] =
            (struct block){.first = i, .end = i + 1, .question = question};
    }
}

static void digest_block(const struct reading *reading, const struct block *block,
                         const struct csv_record *record, char digest[DIGEST_SIZE]) {
    struct text text = {0};
    text_add_format(&text, "apart %s\n", block->question);
    for (size_t i = block->first; i < block->end && i < record->kept; i++)
        text_add_format(&text, "%s\n", record->fields[i].bytes);
    digest_keyed(reading->key, text.bytes, text.length, digest);
    digest[RECORD_DIGEST_SIZE - 1] = '\0';
    text_free(&text);
}

/* Kinds of missing, and an option that was not ticked. */
static bool is_answer(const char *cell) {
    static const char *const others[] = {"", "-", "!", "dk", "0"};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (strcmp(cell, others[i]) == 0)
            return false;
    return true;
}

static void sight(struct reading *reading, size_t column, const char *value) {
    for (size_t i = 0; i < reading->sighting_count; i++)
        if (reading->sightings[i].column == column &&
            strcmp(reading->sightings[i].value, value) == 0) {
            reading->sightings[i].count++;
            return;
        }
    reading->sightings = memory_grow(reading->sightings, reading->sighting_count,
                                     &reading->sighting_capacity, sizeof *reading->sightings);
    reading->sightings[reading->sighting_count++] =
        (struct sighting){column, memory_copy(value), 1};
}

static void tally_block(struct reading *reading, struct block *block,
                        const struct csv_record *record) {
    bool answered = false;
    for (size_t i = block->first; i < block->end && i < record->kept; i++)
        if (is_answer(record->fields[i].bytes)) {
            answered = true;
            sight(reading, i, record->fields[i].bytes);
        }
    block->answered += answered;
}

static bool take_row(void *context, const struct csv_record *record) {
    struct reading *reading = context;
    if (!reading->header_seen) {
        reading->header_seen = true;
        take_header(reading, record);
        return true;
    }
    for (size_t i = 0; i < reading->block_count; i++) {
        char digest[DIGEST_SIZE];
        digest_block(reading, &reading->blocks[i], record, digest);
        if (reading->release != NULL)
            record_list_add(&reading->release->apart, digest, &reading->capacity);
        else if (added_take(reading->added, digest))
            tally_block(reading, &reading->blocks[i], record);
    }
    return true;
}

static void end(struct reading *reading) {
    for (size_t i = 0; i < reading->block_count; i++)
        free(reading->blocks[i].question);
    for (size_t i = 0; i < reading->sighting_count; i++)
        free(reading->sightings[i].value);
    free(reading->blocks);
    free(reading->sightings);
    added_free(reading->added);
}

bool apart_take(const char *path, const char *key, struct release *release, struct diag *diag) {
    struct reading reading = {.key = key, .release = release};
    if (access(path, F_OK) != 0)
        return true;
    bool fine = csv_read_file(path, path, diag, take_row, &reading);
    end(&reading);
    return fine;
}

static bool is_few(int64_t people, int64_t threshold) {
    return people > 0 && people < threshold;
}

static bool is_safe(const struct reading *reading, const struct questionnaire *questionnaire) {
    for (size_t i = 0; i < reading->block_count; i++) {
        const struct block *block = &reading->blocks[i];
        const struct question *question =
            questionnaire_question(questionnaire, block->question);
        if (question == NULL || is_few(block->answered, questionnaire->min_report) ||
            (block->answered > 0 && (question->roles & ROLE_IDENTIFYING) != 0))
            return false;
    }
    for (size_t i = 0; i < reading->sighting_count; i++)
        if (is_few(reading->sightings[i].count, questionnaire->min_cell))
            return false;
    return true;
}

bool apart_judge(const char *path, const char *key, const struct release *earlier,
                 const struct release *later, const struct questionnaire *questionnaire,
                 bool *safe, struct diag *diag) {
    struct reading reading = {.key = key, .added = added_new(&earlier->apart, &later->apart)};
    bool fine =
        added_count(reading.added) == 0 || csv_read_file(path, path, diag, take_row, &reading);
    *safe = is_safe(&reading, questionnaire);
    end(&reading);
    return fine;
}
