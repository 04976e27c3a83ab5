#include "ingest/exchange_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/memory.h"
#include "ingest/map.h"
#include "survey/csv_writer.h"
#include "survey/exchange.h"

/* What one or more respondents answered to a question, as the file has it: a comma before each
 * cell. */
struct content {
    char *cells;
    size_t count;
};

/* The answers to one question. */
struct block {
    const struct question *question;
    struct map *known; /* positions of contents */
    struct content *contents;
    size_t count, capacity;
    size_t at, written; /* while writing: the content at hand, and how often it was */
};

struct exchange_rows {
    const struct questionnaire *questionnaire;
    struct block *blocks;
    size_t block_count, columns;
    size_t records;
};

struct exchange_rows *exchange_rows_new(const struct questionnaire *questionnaire) {
    struct exchange_rows *rows = memory_allocate(1, sizeof *rows);
    rows->questionnaire = questionnaire;
    rows->blocks = memory_allocate(questionnaire->question_count, sizeof *rows->blocks);
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        if (!question_is_apart(question))
            continue;
        rows->blocks[rows->block_count++] =
            (struct block){.question = question, .known = map_new()};
        rows->columns += question->variable_count;
    }
    return rows;
}

void exchange_rows_free(struct exchange_rows *rows) {
    if (rows == NULL)
        return;
    for (size_t i = 0; i < rows->block_count; i++) {
        for (size_t j = 0; j < rows->blocks[i].count; j++)
            free(rows->blocks[i].contents[j].cells);
        free(rows->blocks[i].contents);
        map_free(rows->blocks[i].known);
    }
    free(rows->blocks);
    free(rows);
}

/* The caller frees it. */
static char *cells_of(const struct exchange_rows *rows, const struct question *question,
                      const struct answer *answers) {
    char *cells = NULL;
    size_t length;
    FILE *stream = open_memstream(&cells, &length);
    bool whole = stream != NULL;
    for (size_t i = 0; whole && i < question->variable_count; i++) {
        size_t variable = question->first_variable + i;
        answers_write_answer(stream, &rows->questionnaire->variables[variable],
                             &answers[variable]);
    }
    if (!whole || fclose(stream) != 0)
        die(EXIT_RESOURCE, "out of memory", "der Arbeitsspeicher reicht nicht");
    return cells;
}

/* Takes the cells. */
static void add_content(struct block *block, char *cells) {
    int64_t position;
    if (map_find(block->known, cells, strlen(cells), &position)) {
        block->contents[position].count++;
        free(cells);
        return;
    }
    map_add(block->known, cells, strlen(cells), (int64_t)block->count);
    block->contents =
        memory_grow(block->contents, block->count, &block->capacity, sizeof *block->contents);
    block->contents[block->count++] = (struct content){cells, 1};
}

void exchange_rows_add(struct exchange_rows *rows, const struct answer *answers) {
    for (size_t i = 0; i < rows->block_count; i++)
        add_content(&rows->blocks[i], cells_of(rows, rows->blocks[i].question, answers));
    rows->records++;
}

static int compare_contents(const void *left, const void *right) {
    const struct content *one = left, *other = right;
    return strcmp(one->cells, other->cells);
}

static const char *next_cells(struct block *block) {
    const struct content *content = &block->contents[block->at];
    if (++block->written == content->count) {
        block->written = 0;
        block->at++;
    }
    return content->cells;
}

/* A line without anything is no record: the cell of a file of one column is written all the
 * same. */
static void write_row(struct exchange_rows *rows, FILE *stream) {
    for (size_t i = 0; i < rows->block_count; i++) {
        const char *cells = next_cells(&rows->blocks[i]);
        if (rows->columns == 1 && cells[1] == '\0')
            fputs("\"\"", stream);
        else
            fputs(i == 0 ? cells + 1 : cells, stream);
    }
    csv_write_end(stream);
}

void exchange_rows_write(struct exchange_rows *rows, FILE *stream) {
    for (size_t i = 0; i < rows->block_count; i++) {
        struct block *block = &rows->blocks[i];
        if (block->count > 0)
            qsort(block->contents, block->count, sizeof *block->contents, compare_contents);
        block->at = block->written = 0;
    }
    if (rows->block_count == 0)
        return;
    exchange_write_header(stream, rows->questionnaire);
    for (size_t i = 0; i < rows->records; i++)
        write_row(rows, stream);
}
