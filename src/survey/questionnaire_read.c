#include "survey/questionnaire_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "survey/questionnaire_apart.h"
#include "survey/questionnaire_check.h"
#include "survey/questionnaire_questions.h"
#include "survey/questionnaire_report.h"
#include "survey/questionnaire_sections.h"
#include "survey/questionnaire_values.h"

/* --- columns of answers.csv --- */

/* How many columns it has beside that of its "other"; contact data are no answers. */
static size_t count_columns(const struct question *question) {
    const struct question_traits *traits = question_type_traits(question->type);
    if (traits->answer == ANSWER_NONE || traits->answer == ANSWER_FIELD)
        return 0;
    size_t count;
    question_items(question, &count);
    return traits->items == ITEMS_NONE ? 1 : count;
}

static bool has_open_column(const struct question *question) {
    return question_has_one_code(question) && question->has_other;
}

static void add_variables(struct builder *builder, struct question *question,
                          struct variable *variables) {
    size_t columns = count_columns(question);
    size_t *count = &builder->questionnaire->variable_count;
    question->first_variable = *count;
    for (size_t i = 0; i < columns; i++) {
        const struct code *item = question_item(question, i);
        const char *name = question->id;
        if (item != NULL)
            name = arena_format(builder->arena, "%s__%s", question->id, item->id);
        variables[(*count)++] = (struct variable){name, question, question_answer(question), i};
    }
    if (has_open_column(question))
        variables[(*count)++] = (struct variable){
            arena_format(builder->arena, "%s__other", question->id), question, ANSWER_TEXT, 0};
    question->variable_count = *count - question->first_variable;
}

/* Two questions for one column of answers.csv: an error, since nothing could distinguish them.
 */
static void check_names(struct builder *builder) {
    const struct questionnaire *questionnaire = builder->questionnaire;
    struct name_table *names = name_table_new();
    for (size_t i = 0; i < questionnaire->variable_count; i++) {
        const struct variable *variable = &questionnaire->variables[i];
        size_t first;
        if (!name_table_add(names, variable->name, i, &first))
            BUILD_FAULT(
                builder,
                builder->question_sections[variable->question - questionnaire->questions], NULL,
                "the column '%s' would stand for question '%s' too: rename one of the two",
                "Die Spalte '%s' stünde auch für die Frage '%s': Bitte eine der beiden "
                "umbenennen",
                variable->name, questionnaire->variables[first].question->id);
    }
    name_table_free(names);
}

static void build_variables(struct builder *builder) {
    struct questionnaire *questionnaire = builder->questionnaire;
    size_t count = 0;
    for (size_t i = 0; i < questionnaire->question_count; i++)
        count +=
            count_columns(&builder->questions[i]) + has_open_column(&builder->questions[i]);
    struct variable *variables = arena_allocate(builder->arena, count, sizeof *variables);
    questionnaire->variables = variables;
    for (size_t i = 0; i < questionnaire->question_count; i++)
        add_variables(builder, &builder->questions[i], variables);
    check_names(builder);
}

/* --- the whole --- */

/* The order matters: texts need the languages, questions need scales and sections, all else
 * needs the questions. */
static void build(struct builder *builder) {
    build_check_kinds(builder);
    build_survey(builder);
    build_sections(builder);
    build_scales(builder);
    build_questions(builder);
    build_conditions(builder);
    build_groupings(builder);
    build_scores(builder);
    build_gaps(builder);
    build_check_apart(builder);
    build_rules(builder);
    build_report_parts(builder);
    build_passages(builder);
    build_recodes(builder);
    build_variables(builder);
    build_check_ambiguity(builder);
}

/* What is built lives in the arena, which the questionnaire then owns; on errors it is freed.
 */
static struct questionnaire *build_in(struct arena *arena, const struct ini *ini,
                                      struct diag *diag) {
    size_t before = diag_count(diag, DIAG_ERROR);
    struct questionnaire *questionnaire = arena_allocate(arena, 1, sizeof *questionnaire);
    *questionnaire = (struct questionnaire){
        .confidence = 0.95, .seed = 1, .min_report = 5, .min_group = 5, .min_cell = 3};
    questionnaire->memory = arena;
    struct builder builder = {.arena = arena,
                              .diag = diag,
                              .ini = ini,
                              .questionnaire = questionnaire,
                              .question_names = name_table_new()};
    questionnaire->file = ini->file;
    memcpy(questionnaire->digest, ini->digest, sizeof questionnaire->digest);
    builder.ini = build_join_lists(&builder);
    build(&builder);
    name_table_free(builder.question_names);
    if (diag_count(diag, DIAG_ERROR) == before)
        return questionnaire;
    arena_free(arena);
    return NULL;
}

/* The line of [survey] draft; 0 where there is none. */
static size_t line_of_draft(const struct ini *ini) {
    for (size_t i = 0; i < ini->count; i++) {
        const struct ini_entry *entry = ini_entry(&ini->sections[i], "draft");
        if (strcmp(ini->sections[i].kind, "survey") == 0 && entry != NULL)
            return entry->line;
    }
    return 0;
}

/* What a program guessed may not be counted before a person has looked at it. */
static void refuse_draft(const struct ini *ini, struct diag *diag) {
    struct diag_place place = {ini->file, line_of_draft(ini), 0, "[survey] draft"};
    diag_add(
        diag, DIAG_ERROR, &place,
        "this questionnaire is a draft, in which much is guessed (# TODO: %zu): answer "
        "the TODOs, then set draft = no; nachlese-form --check counts them",
        "Dieser Fragebogen ist ein Entwurf, in dem vieles geraten ist (# TODO: %zu): bitte "
        "die TODOs beantworten, dann draft = no setzen; nachlese-form --check zählt sie",
        ini->todo_count);
}

struct questionnaire *questionnaire_load(const char *path, struct diag *diag) {
    struct arena *arena = arena_new();
    const struct ini *ini = ini_read(arena, path, diag);
    struct questionnaire *questionnaire = NULL;
    if (ini == NULL) {
        arena_free(arena);
        return NULL;
    }
    questionnaire = build_in(arena, ini, diag);
    if (questionnaire == NULL || !questionnaire->draft)
        return questionnaire;
    refuse_draft(ini, diag);
    questionnaire_free(questionnaire);
    return NULL;
}

struct questionnaire *questionnaire_of_ini(const struct ini *ini, struct diag *diag) {
    return build_in(arena_new(), ini, diag);
}
