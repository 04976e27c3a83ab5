/* All spellings of the columns of a questionnaire. */
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "survey/headings_table.h"

enum { MOST_WORDS = 3 };

/* All that stands for one question or item: code names, texts by language, and words that
 * systems write whatever the language of the survey is ("Other", "Rank 1"). */
struct names {
    const char *id;
    const char *const *aliases;
    size_t alias_count;
    const struct label *labels[2];
    const char *words[MOST_WORDS];
};

enum pattern_kind { PATTERN_NAMES, PATTERN_TEXTS };

/* How a question and its item are joined: a further form system is one more row. */
static const struct pattern {
    enum pattern_kind kind;
    const char *before, *after; /* around the item */
} patterns[] = {
    {PATTERN_NAMES, "[", "]"},  /* LimeSurvey, code */
    {PATTERN_NAMES, "_", ""},   /* LimeSurvey, ExpressionScript code */
    {PATTERN_NAMES, "__", ""},  /* answers.csv */
    {PATTERN_TEXTS, " [", "]"}, /* LimeSurvey, full; Google Forms, grids */
};

static void add_to(struct headings *headings, enum heading_table_name name, const char *string,
                   const struct heading *meaning) {
    struct heading_table *table = &headings->tables[name];
    struct text form = {0};
    utf8_comparison_form(&form, string, strlen(string), true);
    if (form.length > 0) {
        table->spellings = memory_grow(table->spellings, table->count, &table->capacity,
                                       sizeof *table->spellings);
        table->spellings[table->count++] = (struct heading_spelling){
            arena_copy_bytes(headings->arena, form.bytes, form.length),
            arena_copy(headings->arena, string), *meaning};
    }
    text_free(&form);
}

static void add_spelling(struct headings *headings, const char *string,
                         const struct heading *meaning) {
    add_to(headings, HEADING_WHOLE_TABLE, string, meaning);
}

/* A question may be called "org_comment": then that heading is the question, not the comment
 * beside "org". */
static bool is_taken(const struct headings *headings, const char *string,
                     const struct heading *meaning) {
    return meaning->part == HEADING_COMMENT &&
           questionnaire_question(headings->questionnaire, string) != NULL;
}

static void join(struct headings *headings, const char *base, const struct pattern *pattern,
                 const char *item, const struct heading *meaning) {
    if (base == NULL || item == NULL)
        return;
    struct text string = {0};
    text_add_format(&string, "%s%s%s%s", base, pattern->before, item, pattern->after);
    if (!is_taken(headings, text_string(&string), meaning))
        add_spelling(headings, text_string(&string), meaning);
    text_free(&string);
}

static const char *name_at(const struct names *names, size_t position) {
    return position == 0 ? names->id : names->aliases[position - 1];
}

/* LimeSurvey heads a ranking's columns q[1], q[2] ... by rank, so a digit can never be an
 * option there. */
static bool means_rank(const struct heading *meaning, const char *name) {
    return meaning->part == HEADING_VARIABLE && meaning->question->type == QUESTION_RANKING &&
           name[strspn(name, "0123456789")] == '\0';
}

static void join_names(struct headings *headings, const struct names *base,
                       const struct pattern *pattern, const struct names *item,
                       const struct heading *meaning) {
    for (size_t b = 0; b <= base->alias_count; b++)
        for (size_t i = 0; i <= item->alias_count; i++)
            if (!means_rank(meaning, name_at(item, i)))
                join(headings, name_at(base, b), pattern, name_at(item, i), meaning);
}

static void join_texts(struct headings *headings, const struct label *base,
                       const struct pattern *pattern, const struct names *item,
                       const struct heading *meaning) {
    for (size_t language = 0; language < headings->questionnaire->language_count; language++) {
        const char *text = base->in[language];
        for (size_t i = 0; i < 2; i++)
            if (item->labels[i] != NULL)
                join(headings, text, pattern, item->labels[i]->in[language], meaning);
        for (size_t i = 0; i < MOST_WORDS; i++)
            join(headings, text, pattern, item->words[i], meaning);
    }
}

/* Every spelling of an item of a question. */
static void add_item(struct headings *headings, const struct names *base,
                     const struct names *item, const struct heading *meaning) {
    for (size_t p = 0; p < sizeof patterns / sizeof patterns[0]; p++) {
        if (patterns[p].kind == PATTERN_NAMES) {
            join_names(headings, base, &patterns[p], item, meaning);
            continue;
        }
        for (size_t b = 0; b < 2; b++)
            join_texts(headings, base->labels[b], &patterns[p], item, meaning);
    }
}

/* The question's own spellings, without an item. */
static void add_bare(struct headings *headings, const struct names *base,
                     const struct heading *meaning) {
    for (size_t b = 0; b <= base->alias_count; b++)
        add_spelling(headings, name_at(base, b), meaning);
    for (size_t language = 0; language < headings->questionnaire->language_count; language++)
        for (size_t b = 0; b < 2; b++)
            if (base->labels[b]->in[language] != NULL)
                add_spelling(headings, base->labels[b]->in[language], meaning);
}

static struct names names_of(const struct code *code) {
    return (struct names){.id = code->id,
                          .aliases = code->aliases,
                          .alias_count = code->alias_count,
                          .labels = {&code->label}};
}

/* In the column of "other" stands the open text, or a tick: it is read as text beside. */
static bool is_other(const struct question *question, enum heading_part part, size_t item) {
    bool choice = (part == HEADING_VARIABLE && question->type == QUESTION_MULTI) ||
                  part == HEADING_OPTION;
    return choice && question->has_other && question->other == item;
}

static void add_items(struct headings *headings, const struct names *base,
                      const struct question *question, enum heading_part part,
                      const struct code *codes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (is_other(question, part, i))
            continue;
        struct names item = names_of(&codes[i]);
        add_item(headings, base, &item, &(struct heading){part, question, i});
    }
}

static void add_other(struct headings *headings, const struct names *base,
                      const struct question *question) {
    if (!question->has_other || question->type == QUESTION_RANKING)
        return;
    struct names item = names_of(&question->codes->codes[question->other]);
    item.words[0] = "Other";
    item.words[1] = "Sonstiges";
    item.words[2] = "Other (please specify)"; /* SurveyMonkey */
    add_item(headings, base, &item, &(struct heading){HEADING_OTHER_TEXT, question, 0});
}

static void add_comment(struct headings *headings, const struct names *base,
                        const struct question *question) {
    struct names item = {.id = "comment", .words = {"Comment", "Kommentar"}};
    add_item(headings, base, &item, &(struct heading){HEADING_COMMENT, question, 0});
}

static void add_dk(struct headings *headings, const struct names *base,
                   const struct question *question) {
    if (!question->has_dk)
        return;
    struct names item = {.id = "dk",
                         .aliases = question->dk_aliases,
                         .alias_count = question->dk_alias_count,
                         .labels = {&question->dk}};
    add_item(headings, base, &item, &(struct heading){HEADING_DK, question, 0});
}

static void add_ranks(struct headings *headings, const struct names *base,
                      const struct question *question) {
    for (size_t i = 0; i < question->codes->count; i++) {
        const char *number = arena_format(headings->arena, "%zu", i + 1);
        struct names item = {.id = number,
                             .words = {arena_format(headings->arena, "Rank %s", number),
                                       arena_format(headings->arena, "Rang %s", number)}};
        add_item(headings, base, &item, &(struct heading){HEADING_RANK, question, i});
    }
}

/* SurveyMonkey can give every option of a single choice a column of its own. Only texts: a code
 * behind a code is how other questions may be called. */
static void add_options(struct headings *headings, const struct names *base,
                        const struct question *question) {
    const struct names texts = {.labels = {base->labels[0], base->labels[1]}};
    add_items(headings, &texts, question, HEADING_OPTION, question->codes->codes,
              question->codes->count);
    add_dk(headings, &texts, question);
}

/* A form may ask each row of a matrix as a question of its own. */
static void add_rows_alone(struct headings *headings, const struct question *question) {
    for (size_t i = 0; i < question->row_count; i++) {
        const struct code *row = &question->rows[i];
        const struct heading meaning = {HEADING_VARIABLE, question, i};
        add_to(headings, HEADING_ROW_NAMES, row->id, &meaning);
        for (size_t a = 0; a < row->alias_count; a++)
            add_to(headings, HEADING_ROW_NAMES, row->aliases[a], &meaning);
        for (size_t k = 0; k < headings->questionnaire->language_count; k++) {
            add_to(headings, HEADING_ROW_TEXTS, row->label.in[k], &meaning);
            const char *bracketed = arena_format(headings->arena, "[%s]", row->label.in[k]);
            add_to(headings, HEADING_ROW_TEXTS, bracketed, &meaning);
        }
    }
}

/* Form systems without contact blocks ask for each field in a question of its own: its code is
 * the field's alias. */
static void add_contact(struct headings *headings, const struct names *base,
                        const struct question *question) {
    add_items(headings, base, question, HEADING_FIELD, question->rows, question->row_count);
    for (size_t i = 0; i < question->row_count; i++)
        for (size_t a = 0; a < question->rows[i].alias_count; a++)
            add_spelling(headings, question->rows[i].aliases[a],
                         &(struct heading){HEADING_FIELD, question, i});
    if (question->row_count == 1)
        add_bare(headings, base, &(struct heading){HEADING_FIELD, question, 0});
}

static void add_question(struct headings *headings, const struct question *question) {
    const struct names base = {.id = question->id,
                               .aliases = question->aliases,
                               .alias_count = question->alias_count,
                               .labels = {&question->text, &question->heading}};
    const struct heading variable = {HEADING_VARIABLE, question, 0};
    const struct heading whole = {HEADING_WHOLE, question, 0};
    switch (question->type) {
    case QUESTION_SINGLE:
        add_bare(headings, &base, &variable);
        add_options(headings, &base, question);
        add_other(headings, &base, question);
        add_comment(headings, &base, question);
        break;
    case QUESTION_MULTI:
    case QUESTION_RANKING:
        add_bare(headings, &base, &whole);
        add_items(headings, &base, question, HEADING_VARIABLE, question->codes->codes,
                  question->codes->count);
        add_other(headings, &base, question);
        if (question->type == QUESTION_MULTI)
            add_dk(headings, &base, question);
        else
            add_ranks(headings, &base, question);
        break;
    case QUESTION_MATRIX:
        add_items(headings, &base, question, HEADING_VARIABLE, question->rows,
                  question->row_count);
        add_rows_alone(headings, question);
        break;
    case QUESTION_NUMBER:
    case QUESTION_TEXT:
        add_bare(headings, &base, &variable);
        break;
    case QUESTION_CONTACT:
        add_contact(headings, &base, question);
        break;
    case QUESTION_TYPES:
        break;
    }
}

void headings_spell(struct headings *headings) {
    const struct questionnaire *questionnaire = headings->questionnaire;
    for (size_t i = 0; i < questionnaire->question_count; i++)
        add_question(headings, &questionnaire->questions[i]);
}
