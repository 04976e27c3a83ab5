/* The draft is loaded as ingest will load it, and its columns are found by the same rule: so
 * what is added here is just what ingest would miss. */
#include "form/beside_export.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "form/column_look.h"
#include "form/draft_write.h"
#include "form/export_table.h"
#include "form/infer.h"
#include "form/scale_words.h"
#include "survey/headings.h"
#include "survey/ini_suggestion.h"
#include "survey/questionnaire_read.h"

struct beside {
    struct draft *draft;
    const struct questionnaire *questionnaire; /* what the draft says, loaded */
    const struct headings *headings;
    const struct export_table *table;
    struct heading *meanings; /* of each column; question NULL: none */
};

/* --- the draft as a questionnaire --- */

static struct questionnaire *load(const struct draft *draft, struct arena *arena,
                                  struct diag *diag) {
    char path[64];
    FILE *file = tmpfile();
    struct questionnaire *questionnaire = NULL;
    if (file == NULL)
        return NULL;
    draft_write(draft, file);
    if (fflush(file) == 0) {
        snprintf(path, sizeof path, "/proc/self/fd/%d", fileno(file));
        const struct ini *ini = ini_read(arena, path, diag);
        questionnaire = ini != NULL ? questionnaire_of_ini(ini, diag) : NULL;
    }
    fclose(file);
    return questionnaire;
}

static struct draft_question *question_of(const struct beside *beside,
                                          const struct question *question) {
    for (size_t i = 0; i < beside->draft->question_count; i++)
        if (strcmp(beside->draft->questions[i]->id, question->id) == 0)
            return beside->draft->questions[i];
    return NULL;
}

/* --- columns --- */

static bool find_meaning(const struct beside *beside, size_t column) {
    const char *heading = beside->table->columns[column].heading;
    size_t count = 0, length = strlen(heading);
    const struct heading *found = headings_find(beside->headings, heading, length, &count);
    if (count == 0) {
        const struct heading_loosely loosely =
            headings_find_loosely(beside->headings, heading, length);
        found = loosely.meanings;
        count = loosely.count;
    }
    if (count == 0)
        found = headings_find_alone(beside->headings, heading, length, &count);
    if (count > 0)
        beside->meanings[column] = found[0];
    return count > 0;
}

static void add_question_alias(const struct beside *beside, const struct question *question,
                               const char *phrase) {
    struct draft_question *drafted = question_of(beside, question);
    size_t before = drafted->aliases.count;
    draft_add_phrase(beside->draft, &drafted->aliases, phrase);
    if (drafted->aliases.count > before)
        draft_guess(beside->draft, &drafted->remarks,
                    "the export calls it otherwise; it is taken for '%s'",
                    "der Export nennt sie anders; sie gilt als „%s“", phrase);
}

/* A question whose words differ, but not what is behind them; or one that the heading
 * resembles. */
static bool find_near(const struct beside *beside, size_t column) {
    const char *heading = beside->table->columns[column].heading;
    const struct heading_near near =
        headings_nearest(beside->headings, heading, strlen(heading));
    if (near.meaning.question == NULL || (near.string == NULL && near.base == 0) ||
        near.item != NULL)
        return false;
    const char *base =
        near.base > 0 ? arena_copy_bytes(beside->draft->arena, heading, near.base) : heading;
    add_question_alias(beside, near.meaning.question, base);
    if (near.known)
        beside->meanings[column] = near.meaning;
    return true;
}

/* The question of the nearest column on that side that means one; -1: none. */
static int neighbour(const struct beside *beside, size_t column, int step) {
    for (long at = (long)column + step; at >= 0 && at < (long)beside->table->count; at += step)
        if (beside->meanings[at].question != NULL)
            return (int)(beside->meanings[at].question - beside->questionnaire->questions);
    return step < 0 ? -1 : (int)beside->questionnaire->question_count;
}

/* True where the next column on that side, but for what systems add, is of no question. */
static bool is_unknown(const struct beside *beside, size_t column, int step) {
    for (long at = (long)column + step; at >= 0 && at < (long)beside->table->count; at += step)
        if (!beside->table->columns[at].added)
            return beside->meanings[at].question == NULL;
    return false;
}

/* One heading without a question between two that have one, and in the questionnaire one
 * question without a column between these two: they belong together. */
static bool find_between(const struct beside *beside, const struct stem_group *group) {
    size_t first = group->columns[0], last = group->columns[group->count - 1], items;
    int before = neighbour(beside, first, -1), behind = neighbour(beside, last, 1);
    if (behind - before != 2 || is_unknown(beside, first, -1) || is_unknown(beside, last, 1))
        return false;
    const struct question *between = &beside->questionnaire->questions[before + 1];
    bool several = question_items(between, &items) != NULL;
    if (group->count > 1 && (!several || group->stem == NULL))
        return false;
    if (group->count == 1 && several && between->type != QUESTION_MULTI)
        return false;
    add_question_alias(beside, between,
                       group->count > 1 ? group->stem : beside->table->columns[first].heading);
    return true;
}

static bool is_bound(const struct beside *beside, const struct stem_group *group) {
    for (size_t i = 0; i < group->count; i++)
        if (beside->meanings[group->columns[i]].question != NULL)
            return true;
    return false;
}

static bool find_group(const struct beside *beside, const struct stem_group *group) {
    bool found = false;
    for (size_t i = 0; i < group->count; i++)
        found = (beside->meanings[group->columns[i]].question == NULL &&
                 find_near(beside, group->columns[i])) ||
                found;
    return found || (!is_bound(beside, group) && find_between(beside, group));
}

static void find_columns(const struct beside *beside, const struct stems *stems) {
    for (size_t i = 0; i < beside->table->count; i++)
        if (!beside->table->columns[i].added)
            find_meaning(beside, i);
    for (size_t i = 0; i < stems->group_count; i++) {
        const struct stem_group *group = &stems->groups[i];
        if (find_group(beside, group))
            continue;
        for (size_t k = 0; k < group->count; k++) {
            size_t column = group->columns[k];
            if (beside->meanings[column].question == NULL)
                draft_guess(beside->draft, &beside->draft->remarks,
                            "column %zu of the export belongs to no question: '%s'",
                            "Spalte %zu des Exports gehört zu keiner Frage: „%s“", column + 1,
                            beside->table->columns[column].heading);
        }
    }
}

/* --- answers --- */

static bool label_says(const struct label *label, const char *form) {
    struct text folded = {0};
    bool found = false;
    for (size_t i = 0; i < QUESTIONNAIRE_MAX_LANGUAGES && !found; i++) {
        text_clear(&folded);
        if (label->in[i] == NULL)
            continue;
        tally_form(&folded, label->in[i]);
        found = strcmp(text_string(&folded), form) == 0;
    }
    text_free(&folded);
    return found;
}

static bool phrases_say(const char *const *phrases, size_t count, const char *form) {
    struct text folded = {0};
    bool found = false;
    for (size_t i = 0; i < count && !found; i++) {
        text_clear(&folded);
        tally_form(&folded, phrases[i]);
        found = strcmp(text_string(&folded), form) == 0;
    }
    text_free(&folded);
    return found;
}

static bool is_answer(const struct question *question, const char *form) {
    for (size_t i = 0; i < question->codes->count; i++) {
        const struct code *code = &question->codes->codes[i];
        if (strcmp(code->id, form) == 0 || label_says(&code->label, form) ||
            phrases_say(code->aliases, code->alias_count, form))
            return true;
    }
    return question->has_dk &&
           (label_says(&question->dk, form) ||
            phrases_say(question->dk_aliases, question->dk_alias_count, form));
}

/* The code of the label that the answer resembles; NULL: none. */
static const struct code *resembling(const struct question *question, const char *form) {
    const char *labels[QUESTIONNAIRE_MAX_CODES];
    struct text folded = {0};
    const struct code *found = NULL;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < question->codes->count; i++) {
        text_clear(&folded);
        const char *label = question->codes->codes[i].label.in[0];
        tally_form(&folded, label != NULL ? label : "");
        labels[i] = arena_copy(arena, text_string(&folded));
    }
    const char *nearest = ini_suggestion(form, labels, question->codes->count);
    for (size_t i = 0; i < question->codes->count; i++)
        if (labels[i] == nearest)
            found = &question->codes->codes[i];
    text_free(&folded);
    arena_free(arena);
    return found;
}

/* The list that is written: a scale's where the question has one. */
static struct draft_codes *written_codes(const struct beside *beside,
                                         struct draft_question *question) {
    for (size_t i = 0; question->codes.scale != NULL && i < beside->draft->scale_count; i++)
        if (strcmp(beside->draft->scales[i]->scale, question->codes.scale) == 0)
            return beside->draft->scales[i];
    return &question->codes;
}

static void take_answer(const struct beside *beside, const struct question *question,
                        const struct tally_value *value) {
    const struct code *near = resembling(question, value->form);
    struct draft_question *drafted = question_of(beside, question);
    struct draft_codes *codes = written_codes(beside, drafted);
    for (size_t i = 0; near != NULL && i < codes->count; i++) {
        if (strcmp(codes->codes[i].id, near->id) != 0)
            continue;
        draft_add_phrase(beside->draft, &codes->codes[i].aliases, value->shown);
        draft_guess(beside->draft, &codes->remarks,
                    "the export has '%s', which is taken for '%s'",
                    "der Export hat „%s“, was als „%s“ gilt", value->shown, near->label.in[0]);
        return;
    }
    draft_guess(
        beside->draft, &codes->remarks,
        "the export has '%s', which is no answer here: add it, or alias it",
        "der Export hat „%s“, was hier keine Antwort ist: bitte ergänzen oder als alias "
        "angeben",
        value->shown);
}

/* Of a closed list: where people may type something, nothing of it is named. */
static void find_answers(const struct beside *beside, const struct question *question) {
    size_t *columns = memory_allocate(beside->table->count, sizeof *columns), count = 0;
    for (size_t i = 0; i < beside->table->count; i++)
        if (beside->meanings[i].question == question &&
            beside->meanings[i].part == HEADING_VARIABLE)
            columns[count++] = i;
    struct tally *tally = tally_new(beside->table, columns, count);
    for (size_t i = 0; i < tally->count; i++) {
        const struct tally_value *value = &tally->values[i];
        if (value->records >= 2 && !is_answer(question, value->form) &&
            !scale_words_is_other(value->form))
            take_answer(beside, question, value);
    }
    tally_free(tally);
    free(columns);
}

static void look_beside(struct beside *beside, struct headings *headings) {
    struct inferred *inferred = infer(beside->table);
    beside->headings = headings;
    find_columns(beside, inferred->stems);
    inferred_free(inferred);
    for (size_t i = 0; i < beside->questionnaire->question_count; i++) {
        const struct question *question = &beside->questionnaire->questions[i];
        if ((question->type == QUESTION_SINGLE || question->type == QUESTION_MATRIX) &&
            !question->has_other)
            find_answers(beside, question);
    }
}

bool beside_export(struct draft *draft, const char *path, struct diag *diag) {
    struct export_table *table = export_table_read(path, diag);
    if (table == NULL)
        return false;
    struct arena *arena = arena_new();
    struct questionnaire *questionnaire = load(draft, arena, diag);
    if (questionnaire != NULL) {
        struct beside beside = {.draft = draft, .questionnaire = questionnaire, .table = table};
        struct headings *headings = headings_new(questionnaire);
        beside.meanings = memory_allocate(table->count, sizeof *beside.meanings);
        look_beside(&beside, headings);
        free(beside.meanings);
        headings_free(headings);
    }
    bool fine = questionnaire != NULL;
    questionnaire_free(questionnaire);
    arena_free(arena);
    export_table_free(table);
    return fine;
}
