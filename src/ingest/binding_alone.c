#include "ingest/binding_alone.h"

#include <string.h>

#include "base/arena.h"

/* What a question needs: a column for each item (one where it has none), for the text beside
 * other, for don't know. */
struct need {
    bool *seen;   /* items, then other, then don't know */
    bool *called; /* the same, where columns that are bound as whole questions count, too */
    size_t items;
};

struct search {
    const struct binding *binding;
    const struct questionnaire *questionnaire;
    struct alone_column *columns;
    struct need *needs;
};

static bool is_titled(const struct column *column, const char *title) {
    return headings_same(column->title, column->title_length, title, strlen(title));
}

/* Microsoft Forms and SurveyMonkey put name and address of the person into their own columns,
 * which are before all questions and behind these. */
static bool is_of_system(const struct binding *binding, size_t column) {
    static const char *const before[] = {"Completion time", "Fertigstellungszeit",
                                         "Collector ID", "CollectorID"};
    for (size_t i = column - 1; i > 0 && binding->columns[i - 1].metadata != METADATA_NONE; i--)
        for (size_t k = 0; k < sizeof before / sizeof before[0]; k++)
            if (is_titled(&binding->columns[i - 1], before[k]))
                return true;
    return false;
}

/* A word that form systems add, such as "Name", may be that of a contact field. */
static bool is_open(const struct binding *binding, size_t column) {
    const struct column *bound = &binding->columns[column - 1];
    if (bound->heading.question != NULL || bound->ignored)
        return false;
    return bound->metadata == METADATA_NONE ||
           (bound->metadata == METADATA_DROPPED && !is_of_system(binding, column));
}

static size_t position(const struct need *need, const struct heading *meaning) {
    if (meaning->part == HEADING_OTHER_TEXT)
        return need->items;
    return meaning->part == HEADING_DK ? need->items + 1 : meaning->item;
}

/* True where the heading is that of a question, without an item. */
static bool is_whole(const struct column *column) {
    const struct heading *heading = &column->heading;
    return heading->question != NULL &&
           (heading->part == HEADING_WHOLE ||
            (heading->part == HEADING_VARIABLE &&
             question_item(heading->question, heading->item) == NULL));
}

static void see(const struct search *search, const struct heading *meaning, bool open) {
    struct need *need = &search->needs[meaning->question - search->questionnaire->questions];
    if (meaning->part == HEADING_OPTION)
        return;
    need->called[position(need, meaning)] = true;
    need->seen[position(need, meaning)] = need->seen[position(need, meaning)] || open;
}

static struct search look(const struct binding *binding,
                          const struct questionnaire *questionnaire,
                          const struct headings *headings) {
    struct search search = {
        binding, questionnaire,
        arena_allocate(binding->memory, binding->count, sizeof *search.columns),
        arena_allocate(binding->memory, questionnaire->question_count, sizeof *search.needs)};
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        struct need *need = &search.needs[i];
        need->items = binding->questions[i].item_count;
        need->seen = arena_allocate(binding->memory, need->items + 2, sizeof *need->seen);
        need->called = arena_allocate(binding->memory, need->items + 2, sizeof *need->called);
        for (size_t k = 0; k < need->items; k++)
            need->called[k] = need->seen[k] =
                question_answer(&questionnaire->questions[i]) == ANSWER_FIELD &&
                binding->questions[i].items[k] != 0;
    }
    for (size_t column = 1; column <= binding->count; column++) {
        struct alone_column *alone = &search.columns[column - 1];
        const struct column *bound = &binding->columns[column - 1];
        bool open = is_open(binding, column);
        if (!open && !is_whole(bound) && bound->metadata == METADATA_NONE)
            continue;
        alone->meanings =
            headings_find_alone(headings, bound->title, bound->title_length, &alone->count);
        for (size_t i = 0; i < alone->count; i++)
            see(&search, &alone->meanings[i], open);
        if (!open && !is_whole(bound))
            alone->count = 0;
    }
    return search;
}

static size_t count_seen(const struct search *search, const struct question *question,
                         const bool *marks, size_t *all) {
    const struct need *need = &search->needs[question - search->questionnaire->questions];
    bool ticks = question_answer(question) == ANSWER_TICK;
    size_t seen = 0;
    for (size_t i = 0; i < need->items; i++) {
        bool other = ticks && question->has_other && question->other == i;
        seen += marks[other ? need->items : i] ? 1 : 0;
    }
    *all = need->items;
    if (ticks && question->has_dk) {
        ++*all;
        seen += marks[need->items + 1] ? 1 : 0;
    }
    return seen;
}

/* One word alone would be chance. The fields of a contact may be headed in several ways: that
 * counts nobody wrong. */
static bool is_complete(const struct search *search, const struct question *question) {
    const struct need *need = &search->needs[question - search->questionnaire->questions];
    size_t all, seen = count_seen(search, question, need->seen, &all);
    bool found = search->binding->questions[question - search->questionnaire->questions].found;
    if (question_answer(question) == ANSWER_FIELD)
        return seen == all;
    return all > 1 && seen == all && !found;
}

/* A question that has its one column elsewhere cannot have this one, too. */
static bool is_elsewhere(const struct search *search, const struct heading *meaning) {
    const struct question *question = meaning->question;
    const struct question_columns *columns =
        &search->binding->questions[question - search->questionnaire->questions];
    return columns->whole != 0 || (question_has_one_code(question) && columns->items[0] != 0) ||
           (question_answer(question) == ANSWER_FIELD && columns->items[meaning->item] != 0);
}

static void keep_rivals(const struct search *search, struct alone_column *alone) {
    struct heading *kept = arena_allocate(search->binding->memory, alone->count, sizeof *kept);
    bool complete = false;
    size_t count = 0;
    for (size_t i = 0; i < alone->count; i++) {
        if (is_elsewhere(search, &alone->meanings[i]))
            continue;
        complete = complete || is_complete(search, alone->meanings[i].question);
        kept[count++] = alone->meanings[i];
    }
    *alone = (struct alone_column){.meanings = kept, .count = complete ? count : 0};
    const struct question *question = count == 1 ? kept[0].question : NULL;
    if (question == NULL || complete || kept[0].part == HEADING_OPTION ||
        search->binding->questions[question - search->questionnaire->questions].found)
        return;
    alone->partly = &kept[0];
    const struct need *need = &search->needs[question - search->questionnaire->questions];
    alone->seen = count_seen(search, question, need->seen, &alone->all);
}

/* A row may be called like a whole question. Where all rows of its matrix are there in some
 * way, and none with the matrix, nobody can know which of them the column is. */
static void find_rival(const struct search *search, struct alone_column *alone) {
    const struct heading *rival = NULL;
    for (size_t i = 0; i < alone->count && rival == NULL; i++) {
        const struct question *question = alone->meanings[i].question;
        size_t number = (size_t)(question - search->questionnaire->questions), all;
        const struct question_columns *columns = &search->binding->questions[number];
        bool elsewhere = columns->other_text != 0 || columns->dk != 0;
        for (size_t k = 0; k < columns->item_count; k++)
            elsewhere = elsewhere || columns->items[k] != 0;
        size_t seen = count_seen(search, question, search->needs[number].called, &all);
        if (!elsewhere && all > 1 && seen == all)
            rival = &alone->meanings[i];
    }
    *alone = (struct alone_column){.rival = rival};
}

const struct alone_column *binding_find_alone(const struct binding *binding,
                                              const struct questionnaire *questionnaire,
                                              const struct headings *headings) {
    struct search search = look(binding, questionnaire, headings);
    for (size_t i = 0; i < binding->count; i++)
        if (is_whole(&binding->columns[i]))
            find_rival(&search, &search.columns[i]);
        else if (search.columns[i].count > 0)
            keep_rivals(&search, &search.columns[i]);
    return search.columns;
}
