/* Answers are recognised by code, alias or label in any language, compared in the folded form.
 * Two options of one question that fold to the same would be told apart by nothing, so that is
 * an error here and never a guess later. */
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "survey/questionnaire_build.h"

/* The spellings seen so far of one list, each with the position of its code. */
struct spellings {
    struct builder *builder;
    const struct ini_section *section;
    const struct code *codes; /* for the names in messages */
    size_t count;             /* position count stands for don't know */
    struct name_table *table;
    const char
        *told; /* the code whose collision was told last: one message for each is enough */
    bool ambiguous;
};

static const char *owner(const struct spellings *spellings, size_t position) {
    return position < spellings->count ? spellings->codes[position].id : "dk";
}

static void say_collision(struct spellings *spellings, const char *spelling, size_t first,
                          size_t second) {
    spellings->ambiguous = true;
    if (spellings->told == owner(spellings, second))
        return;
    spellings->told = owner(spellings, second);
    BUILD_FAULT(
        spellings->builder, spellings->section, NULL,
        "an answer '%s' would fit two options, '%s' and '%s': word one of them otherwise",
        "Eine Antwort '%s' passte auf zwei Möglichkeiten, '%s' und '%s': Bitte eine davon "
        "anders benennen",
        spelling, owner(spellings, first), owner(spellings, second));
}

static void add_spelling(struct spellings *spellings, const char *spelling, size_t position) {
    struct text folded = {0};
    utf8_comparison_form(&folded, spelling, strlen(spelling), true);
    const char *form = arena_copy(spellings->builder->arena, text_string(&folded));
    size_t first = position;
    /* A value of which nothing is to be seen is told by the check of keys. */
    if (folded.length == 0) {
        spellings->ambiguous = spellings->ambiguous || spelling[0] != '\0';
    } else if (!name_table_add(spellings->table, form, position, &first) && first != position) {
        say_collision(spellings, spelling, first, position);
    }
    text_free(&folded);
}

static void add_spellings(struct spellings *spellings, const char *id,
                          const struct label *label, const char *const *aliases,
                          size_t alias_count, size_t position) {
    add_spelling(spellings, id, position);
    for (size_t i = 0; i < spellings->builder->questionnaire->language_count; i++)
        if (label->in[i] != NULL)
            add_spelling(spellings, label->in[i], position);
    for (size_t i = 0; i < alias_count; i++)
        add_spelling(spellings, aliases[i], position);
}

static void add_codes(struct spellings *spellings) {
    for (size_t i = 0; i < spellings->count; i++) {
        const struct code *code = &spellings->codes[i];
        add_spellings(spellings, code->id, &code->label, code->aliases, code->alias_count, i);
    }
}

static void check_rows(struct builder *builder, const struct ini_section *section,
                       const struct question *question) {
    struct spellings spellings = {
        builder, section, question->rows, question->row_count, name_table_new(), NULL, false};
    add_codes(&spellings);
    name_table_free(spellings.table);
}

/* True where no two answers collide. */
static bool check_answers(struct builder *builder, const struct ini_section *section,
                          const struct question *question) {
    const struct code_list *list = question->codes;
    struct spellings spellings = {builder,          section, list->codes, list->count,
                                  name_table_new(), NULL,    false};
    add_codes(&spellings);
    if (question->has_dk)
        add_spellings(&spellings, "dk", &question->dk, question->dk_aliases,
                      question->dk_alias_count, list->count);
    for (size_t i = 0; i < question->recode_count; i++)
        add_spelling(&spellings, question->recodes[i].answer, question->recodes[i].code);
    name_table_free(spellings.table);
    return !spellings.ambiguous;
}

/* A scale is checked once for all its questions; a question that adds to it is checked too. */
static bool needs_check(const struct builder *builder, const struct question *question) {
    if (question->codes == NULL)
        return false;
    for (size_t i = 0; i < builder->scale_count; i++) {
        const struct scale *scale = &builder->scales[i];
        if (strcmp(question->codes->id, scale->list.id) != 0)
            continue;
        bool plain = question->codes == &scale->list && question->recode_count == 0 &&
                     (!question->has_dk || question->dk.in[0] == scale->dk.in[0]);
        return !plain && !scale->ambiguous;
    }
    return true;
}

static void check_scale(struct builder *builder, struct scale *scale) {
    struct question whole = {.codes = &scale->list,
                             .has_dk = label_present(&scale->dk),
                             .dk = scale->dk,
                             .dk_aliases = scale->dk_aliases,
                             .dk_alias_count = scale->dk_alias_count};
    scale->ambiguous = !check_answers(builder, scale->section, &whole);
}

void build_check_ambiguity(struct builder *builder) {
    for (size_t i = 0; i < builder->scale_count; i++)
        check_scale(builder, &builder->scales[i]);
    for (size_t i = 0; i < builder->questionnaire->question_count; i++) {
        const struct question *question = &builder->questions[i];
        const struct ini_section *section = builder->question_sections[i];
        if (needs_check(builder, question))
            check_answers(builder, section, question);
        if (question->row_count > 0)
            check_rows(builder, section, question);
    }
}
