#include "ingest/summary_column.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "ingest/choices.h"
#include "ingest/form_system.h"
#include "ingest/sightings.h"

struct summary_column {
    const struct question *question;
    size_t column;
    struct answer *answers; /* by the question's variables */
    struct sightings contradictions;
};

/* Options that have no column would be lost; the text of other may have one or none. */
static bool has_all_options(const struct question *question,
                            const struct question_columns *columns) {
    for (size_t i = 0; i < columns->item_count; i++) {
        bool other = question->has_other && question->other == i;
        if ((other ? columns->other_text : columns->items[i]) == 0)
            return false;
    }
    return !question->has_dk || columns->dk != 0;
}

/* Under the name of the question SoSci Survey counts the ticks. */
static void drop_count(struct binding *binding, size_t column) {
    binding->columns[column - 1].heading = (struct heading){.question = NULL};
    binding->columns[column - 1].metadata = METADATA_DROPPED;
}

void summary_column_bind(struct binding *binding, const struct questionnaire *questionnaire) {
    const bool counts = form_system_find(binding) == SYSTEM_SOSCI;
    binding->summaries = arena_allocate(binding->memory, questionnaire->question_count,
                                        sizeof *binding->summaries);
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        struct question_columns *columns = &binding->questions[i];
        if (question_answer(question) != ANSWER_TICK || columns->whole == 0 ||
            !has_all_options(question, columns))
            continue;
        if (counts) {
            drop_count(binding, columns->whole);
            columns->whole = 0;
            continue;
        }
        binding->summaries[binding->summary_count++] = (struct summary_column){
            question,
            columns->whole,
            arena_allocate(binding->memory, question->variable_count, sizeof(struct answer)),
            {0}};
        columns->whole = 0;
    }
}

void summary_column_read(struct binding *binding, struct decoder *decoder,
                         const struct csv_record *record) {
    decoder->record = record;
    for (size_t i = 0; i < binding->summary_count; i++) {
        struct summary_column *summary = &binding->summaries[i];
        const struct question *question = summary->question;
        const struct question_columns columns = {.found = true, .whole = summary->column};
        choices_decode_multi(decoder, question, &columns);
        memcpy(summary->answers, &decoder->answers[question->first_variable],
               question->variable_count * sizeof *summary->answers);
    }
}

static bool is_tick(const struct answer *answer) {
    return answer->state == ANSWER_GIVEN && answer->value > 0;
}

/* A summary that is not understood, such as labels joined by blanks, contradicts nothing. */
static bool contradicts(const struct summary_column *summary, const struct answer *answers) {
    for (size_t i = 0; i < summary->question->variable_count; i++) {
        if (summary->answers[i].state == ANSWER_INVALID || answers[i].state == ANSWER_INVALID)
            return false;
        if (is_tick(&summary->answers[i]) != is_tick(&answers[i]))
            return true;
    }
    return false;
}

void summary_column_compare(struct binding *binding, const struct decoder *decoder) {
    for (size_t i = 0; i < binding->summary_count; i++) {
        struct summary_column *summary = &binding->summaries[i];
        if (contradicts(summary, &decoder->answers[summary->question->first_variable]))
            sightings_add(&summary->contradictions, decoder->record->line);
    }
}

void summary_column_warn(const struct binding *binding, const char *file, struct diag *diag) {
    for (size_t i = 0; i < binding->summary_count; i++) {
        const struct summary_column *summary = &binding->summaries[i];
        const struct diag_place place = {file, 0, 0, summary->question->id};
        struct text lines = {0};
        sightings_describe(&lines, &summary->contradictions);
        if (summary->contradictions.count > 0)
            diag_add(
                diag, DIAG_WARNING, &place,
                "column %zu holds all ticks in one cell, and others than the columns of the "
                "options: %zu (%s); the columns of the options count",
                "Spalte %zu enthält alle Kreuze in einer Zelle, und andere als die Spalten "
                "der Optionen: %zu (%s); es zählen die Spalten der Optionen",
                summary->column, summary->contradictions.count, text_string(&lines));
        text_free(&lines);
    }
}
