#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "survey/questionnaire_build.h"

/* The columns of one question: how many, of what kind, and what stands behind the "__". */
struct columns {
    enum variable_kind kind;
    const struct code *items; /* NULL: one column, named like the question */
    size_t count;
};

static struct columns columns_of(const struct question *question) {
    const struct code_list *list = question->codes;
    const struct code *codes = list != NULL ? list->codes : NULL;
    size_t count = list != NULL ? list->count : 0;
    switch (question->type) {
    case QUESTION_SINGLE:
        return (struct columns){VARIABLE_CODE, NULL, 1};
    case QUESTION_MULTI:
        return (struct columns){VARIABLE_TICK, codes, count};
    case QUESTION_MATRIX:
        return (struct columns){VARIABLE_CODE, question->rows, question->row_count};
    case QUESTION_RANKING:
        return (struct columns){VARIABLE_RANK, codes, count};
    case QUESTION_NUMBER:
        return (struct columns){VARIABLE_NUMBER, NULL, 1};
    case QUESTION_TEXT:
        return (struct columns){VARIABLE_OPEN, NULL, 1};
    case QUESTION_CONTACT:
    case QUESTION_TYPES:
        break;
    }
    return (struct columns){VARIABLE_OPEN, NULL, 0};
}

static bool has_open_column(const struct question *question) {
    return question->type == QUESTION_SINGLE && question->has_other;
}

static void add_variables(struct builder *builder, struct question *question,
                          struct variable *variables) {
    struct columns columns = columns_of(question);
    size_t *count = &builder->questionnaire->variable_count;
    question->first_variable = *count;
    for (size_t i = 0; i < columns.count; i++) {
        const char *name = question->id;
        if (columns.items != NULL)
            name = arena_format(builder->arena, "%s__%s", question->id, columns.items[i].id);
        variables[(*count)++] = (struct variable){name, question, columns.kind, i};
    }
    if (has_open_column(question))
        variables[(*count)++] =
            (struct variable){arena_format(builder->arena, "%s__other", question->id), question,
                              VARIABLE_OPEN, 0};
    question->variable_count = *count - question->first_variable;
}

/* Two questions for one column of answers.csv: an error, since nothing could tell them apart.
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

void build_variables(struct builder *builder) {
    struct questionnaire *questionnaire = builder->questionnaire;
    size_t count = 0;
    for (size_t i = 0; i < questionnaire->question_count; i++)
        count +=
            columns_of(&builder->questions[i]).count + has_open_column(&builder->questions[i]);
    struct variable *variables = arena_allocate(builder->arena, count, sizeof *variables);
    questionnaire->variables = variables;
    for (size_t i = 0; i < questionnaire->question_count; i++)
        add_variables(builder, &builder->questions[i], variables);
    check_names(builder);
}
