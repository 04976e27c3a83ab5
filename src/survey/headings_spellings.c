/* All words and texts by which a questionnaire's questions, rows and options may be called. */
#include <string.h>

#include "base/memory.h"
#include "survey/headings_table.h"

enum { MOST_WORDS = 3 };

static const unsigned ALL_LANGUAGES = ~0U;

/* All that stands for one item: code names, texts by language, and words that systems write
 * whatever the language of the survey is ("Other", "Comment"). */
struct names {
    const char *id;
    const char *const *aliases;
    size_t alias_count;
    const struct label *label;
    const char *words[MOST_WORDS];
};

static void add(struct headings *headings, struct heading_list *list, const char *string,
                struct heading_spelling spelling) {
    struct text form = {0};
    headings_fold(&form, string, strlen(string));
    if (form.length > 0) {
        spelling.form = arena_copy_bytes(headings->arena, form.bytes, form.length);
        spelling.length = form.length;
        spelling.string = string;
        heading_list_add(list, &spelling);
    }
    text_free(&form);
}

static void add_label(struct headings *headings, struct heading_list *list,
                      const struct label *label, struct heading_spelling spelling) {
    for (size_t k = 0; k < headings->questionnaire->language_count; k++) {
        bool repeated = false; /* one text for all languages */
        spelling.languages = 1U << k;
        for (size_t other = 0; other < headings->questionnaire->language_count; other++) {
            if (label->in[other] != label->in[k])
                continue;
            repeated = repeated || other < k;
            spelling.languages |= 1U << other;
        }
        if (label->in[k] != NULL && !repeated)
            add(headings, list, label->in[k], spelling);
    }
}

static void add_names(struct headings *headings, struct heading_list *list, const char *id,
                      const char *const *aliases, size_t count,
                      struct heading_spelling spelling) {
    spelling.name = true;
    spelling.languages = ALL_LANGUAGES;
    if (id != NULL)
        add(headings, list, id, spelling);
    for (size_t i = 0; i < count; i++)
        add(headings, list, aliases[i], spelling);
}

/* LimeSurvey heads a ranking's columns q[1], q[2] ... by rank, so a digit can never be an
 * option there. */
static bool means_rank(const struct heading *meaning, const char *name) {
    return meaning->part == HEADING_VARIABLE && meaning->question->type == QUESTION_RANKING &&
           name[strspn(name, "0123456789")] == '\0';
}

static void add_item(struct headings *headings, const struct names *item,
                     const struct heading *meaning) {
    const struct questionnaire *questionnaire = headings->questionnaire;
    struct heading_list *list =
        &headings->items[meaning->question - questionnaire->questions].plain;
    const struct heading_spelling spelling = {.meaning = *meaning};
    struct heading_spelling code = spelling;
    code.id = true;
    add_names(headings, list, item->id, NULL, 0, code);
    for (size_t i = 0; i < item->alias_count; i++)
        if (!means_rank(meaning, item->aliases[i]))
            add_names(headings, list, item->aliases[i], NULL, 0, spelling);
    if (item->label != NULL)
        add_label(headings, list, item->label, spelling);
    for (size_t i = 0; i < MOST_WORDS; i++)
        if (item->words[i] != NULL)
            add(headings, list, item->words[i],
                (struct heading_spelling){.languages = ALL_LANGUAGES, .meaning = *meaning});
}

/* The item without its question, for forms that ask each as a question of its own. */
static void add_alone(struct headings *headings, const struct names *item,
                      const struct heading *meaning) {
    const struct heading_spelling spelling = {.meaning = *meaning};
    add_names(headings, &headings->alone, item->id, item->aliases, item->alias_count, spelling);
    if (item->label != NULL)
        add_label(headings, &headings->alone, item->label, spelling);
}

static struct names names_of(const struct code *code) {
    return (struct names){.id = code->id,
                          .aliases = code->aliases,
                          .alias_count = code->alias_count,
                          .label = &code->label};
}

/* SurveyMonkey can give every option of a single choice a column of its own. Only texts: a code
 * behind a code is how other questions may be called. */
static struct names texts_of(const struct names *item) {
    struct names texts = *item;
    texts.id = NULL;
    texts.alias_count = 0;
    return texts;
}

/* In the column of "other" stands the open text, or a tick: it is read as text beside. */
static bool is_other(const struct question *question, enum heading_part part, size_t item) {
    bool choice = (part == HEADING_VARIABLE && question->type == QUESTION_MULTI) ||
                  part == HEADING_OPTION;
    return choice && question->has_other && question->other == item;
}

static void add_items(struct headings *headings, const struct question *question,
                      enum heading_part part, const struct code *codes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const struct heading meaning = {part, question, i};
        const struct heading other = {HEADING_OTHER_TEXT, question, 0};
        const struct names item = names_of(&codes[i]), texts = texts_of(&item);
        bool open = is_other(question, part, i);
        if (!open)
            add_item(headings, part == HEADING_OPTION ? &texts : &item, &meaning);
        add_alone(headings, &item, open ? &other : &meaning);
    }
}

static void add_other(struct headings *headings, const struct question *question) {
    if (!question->has_other || question->type == QUESTION_RANKING)
        return;
    struct names item = names_of(&question->codes->codes[question->other]);
    item.words[0] = "Other";
    item.words[1] = "Sonstiges";
    item.words[2] = "Other (please specify)"; /* SurveyMonkey */
    add_item(headings, &item, &(struct heading){HEADING_OTHER_TEXT, question, 0});
}

static void add_comment(struct headings *headings, const struct question *question) {
    const struct names item = {.id = "comment", .words = {"Comment", "Kommentar"}};
    add_item(headings, &item, &(struct heading){HEADING_COMMENT, question, 0});
}

static void add_dk(struct headings *headings, const struct question *question) {
    if (!question->has_dk)
        return;
    const struct heading meaning = {HEADING_DK, question, 0};
    const struct names item = {.id = "dk",
                               .aliases = question->dk_aliases,
                               .alias_count = question->dk_alias_count,
                               .label = &question->dk},
                       texts = texts_of(&item);
    add_item(headings, question->type == QUESTION_SINGLE ? &texts : &item, &meaning);
    add_alone(headings, &item, &meaning);
}

/* "Rank 1" and its like are found by headings_rank. */
static void add_ranks(struct headings *headings, const struct question *question) {
    for (size_t i = 0; i < question->codes->count; i++) {
        const struct names item = {.id = arena_format(headings->arena, "%zu", i + 1)};
        add_item(headings, &item, &(struct heading){HEADING_RANK, question, i});
    }
}

/* Form systems without contact blocks ask for each field in a question of its own: its code is
 * the field's alias. */
static void add_fields(struct headings *headings, const struct question *question) {
    add_items(headings, question, HEADING_FIELD, question->rows, question->row_count);
    for (size_t i = 0; i < question->row_count; i++) {
        const struct heading_spelling spelling = {
            .bare = true, .leaf = true, .meaning = {HEADING_FIELD, question, i}};
        add_names(headings, &headings->bases, NULL, question->rows[i].aliases,
                  question->rows[i].alias_count, spelling);
    }
}

static void add_base(struct headings *headings, const struct question *question, bool bare,
                     enum heading_part part) {
    const struct heading_spelling spelling = {.bare = bare, .meaning = {part, question, 0}};
    add_names(headings, &headings->bases, question->id, question->aliases,
              question->alias_count, spelling);
    add_label(headings, &headings->bases, &question->text, spelling);
    add_label(headings, &headings->bases, &question->heading, spelling);
}

static void add_question(struct headings *headings, const struct question *question) {
    switch (question->type) {
    case QUESTION_SINGLE:
        add_base(headings, question, true, HEADING_VARIABLE);
        add_items(headings, question, HEADING_OPTION, question->codes->codes,
                  question->codes->count);
        add_dk(headings, question);
        add_other(headings, question);
        add_comment(headings, question);
        break;
    case QUESTION_MULTI:
    case QUESTION_RANKING:
        add_base(headings, question, true, HEADING_WHOLE);
        add_items(headings, question, HEADING_VARIABLE, question->codes->codes,
                  question->codes->count);
        add_other(headings, question);
        if (question->type == QUESTION_MULTI)
            add_dk(headings, question);
        else
            add_ranks(headings, question);
        break;
    case QUESTION_MATRIX:
        add_base(headings, question, false, HEADING_VARIABLE);
        add_items(headings, question, HEADING_VARIABLE, question->rows, question->row_count);
        break;
    case QUESTION_NUMBER:
    case QUESTION_TEXT:
        add_base(headings, question, true, HEADING_VARIABLE);
        break;
    case QUESTION_CONTACT:
        add_base(headings, question, question->row_count == 1, HEADING_FIELD);
        add_fields(headings, question);
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
