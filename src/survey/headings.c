#include "survey/headings.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "survey/ini.h"

enum { LONGEST_SUGGESTION = 120 };

struct spelling {
    const char *form;   /* the folded comparison form, by which spellings are sorted */
    const char *string; /* as composed, for suggestions */
    struct heading meaning;
};

struct headings {
    struct arena *arena;
    struct spelling *spellings;
    struct heading
        *meanings; /* meanings[i] is that of spellings[i]: equal forms lie side by side */
    size_t count;
    size_t capacity;
    const struct questionnaire *questionnaire;
};

/* All that stands for one question or item: code names, texts by language, and words that
 * systems write whatever the language of the survey is ("Other", "Rank 1"). */
struct names {
    const char *id;
    const char *const *aliases;
    size_t alias_count;
    const struct label *labels[2];
    const char *words[2];
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

static void add_spelling(struct headings *headings, const char *string,
                         const struct heading *meaning) {
    struct text form = {0};
    utf8_comparison_form(&form, string, strlen(string), true);
    if (form.length > 0) {
        headings->spellings = memory_grow(headings->spellings, headings->count,
                                          &headings->capacity, sizeof *headings->spellings);
        headings->spellings[headings->count++] =
            (struct spelling){arena_copy_bytes(headings->arena, form.bytes, form.length),
                              arena_copy(headings->arena, string), *meaning};
    }
    text_free(&form);
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
        for (size_t i = 0; i < 2; i++) {
            if (item->labels[i] != NULL)
                join(headings, text, pattern, item->labels[i]->in[language], meaning);
            join(headings, text, pattern, item->words[i], meaning);
        }
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

static void add_items(struct headings *headings, const struct names *base,
                      const struct question *question, enum heading_part part,
                      const struct code *codes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        /* In the column of "other" stands the open text, or a tick: it is read as text beside.
         */
        if (part == HEADING_VARIABLE && question->has_other && question->other == i &&
            question->type == QUESTION_MULTI)
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

static int compare_meanings(const struct heading *left, const struct heading *right) {
    if (left->question != right->question)
        return left->question < right->question ? -1 : 1;
    if (left->part != right->part)
        return left->part < right->part ? -1 : 1;
    return (left->item > right->item) - (left->item < right->item);
}

static int compare_spellings(const void *left, const void *right) {
    const struct spelling *one = left, *other = right;
    int order = strcmp(one->form, other->form);
    return order != 0 ? order : compare_meanings(&one->meaning, &other->meaning);
}

/* The same spelling may come about twice with one meaning: aliases equal to ids, languages with
 * equal labels. */
static void remove_repeated(struct headings *headings) {
    size_t kept = 0;
    for (size_t i = 0; i < headings->count; i++)
        if (kept == 0 ||
            compare_spellings(&headings->spellings[kept - 1], &headings->spellings[i]) != 0)
            headings->spellings[kept++] = headings->spellings[i];
    headings->count = kept;
}

struct headings *headings_new(const struct questionnaire *questionnaire) {
    struct headings *headings = memory_allocate(1, sizeof *headings);
    headings->arena = arena_new();
    headings->questionnaire = questionnaire;
    for (size_t i = 0; i < questionnaire->question_count; i++)
        add_question(headings, &questionnaire->questions[i]);
    if (headings->count > 0)
        qsort(headings->spellings, headings->count, sizeof *headings->spellings,
              compare_spellings);
    remove_repeated(headings);
    headings->meanings = memory_allocate(headings->count, sizeof *headings->meanings);
    for (size_t i = 0; i < headings->count; i++)
        headings->meanings[i] = headings->spellings[i].meaning;
    return headings;
}

void headings_free(struct headings *headings) {
    if (headings == NULL)
        return;
    free(headings->spellings);
    free(headings->meanings);
    arena_free(headings->arena);
    free(headings);
}

/* The position of the first spelling that is not before form. */
static size_t lower_bound(const struct headings *headings, const char *form) {
    size_t low = 0, high = headings->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(headings->spellings[middle].form, form) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static size_t count_equal(const struct headings *headings, size_t from, const char *form) {
    size_t count = 0;
    while (from + count < headings->count &&
           strcmp(headings->spellings[from + count].form, form) == 0)
        count++;
    return count;
}

const struct heading *headings_find(const struct headings *headings, const char *bytes,
                                    size_t length, size_t *count) {
    struct text form = {0};
    utf8_comparison_form(&form, bytes, length, true);
    size_t first = lower_bound(headings, text_string(&form));
    *count = count_equal(headings, first, text_string(&form));
    text_free(&form);
    return *count > 0 ? &headings->meanings[first] : NULL;
}

const char *headings_suggestion(const struct headings *headings, const char *bytes,
                                size_t length) {
    struct text form = {0};
    utf8_comparison_form(&form, bytes, length, true);
    const char *best = NULL;
    if (form.length > 0 && form.length <= LONGEST_SUGGESTION) {
        const char **candidates = memory_allocate(headings->count, sizeof *candidates);
        size_t count = 0;
        for (size_t i = 0; i < headings->count; i++) {
            size_t other = strlen(headings->spellings[i].form);
            size_t distance = other > form.length ? other - form.length : form.length - other;
            if (distance <= form.length / 3 + 1)
                candidates[count++] = headings->spellings[i].form;
        }
        best = ini_suggestion(form.bytes, candidates, count);
        free(candidates);
    }
    text_free(&form);
    return best != NULL ? headings->spellings[lower_bound(headings, best)].string : NULL;
}

const char *headings_collision(const struct headings *headings, size_t *position,
                               const struct heading **meanings, size_t *count) {
    while (*position < headings->count) {
        size_t first = *position;
        *count = count_equal(headings, first, headings->spellings[first].form);
        *position = first + *count;
        if (*count > 1) {
            *meanings = &headings->meanings[first];
            return headings->spellings[first].string;
        }
    }
    return NULL;
}
