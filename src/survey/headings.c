#include "survey/headings.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "survey/headings_table.h"
#include "survey/ini.h"

enum { LONGEST_SUGGESTION = 120, LONGEST_CODE = 120, LONGEST_SEPARATOR = 5 };

static int compare_meanings(const struct heading *left, const struct heading *right) {
    if (left->question != right->question)
        return left->question < right->question ? -1 : 1;
    if (left->part != right->part)
        return left->part < right->part ? -1 : 1;
    return (left->item > right->item) - (left->item < right->item);
}

static int compare_spellings(const void *left, const void *right) {
    const struct heading_spelling *one = left, *other = right;
    int order = strcmp(one->form, other->form);
    return order != 0 ? order : compare_meanings(&one->meaning, &other->meaning);
}

/* The same spelling may come about twice with one meaning: aliases equal to ids, languages with
 * equal labels. */
static void remove_repeated(struct heading_table *table) {
    size_t kept = 0;
    for (size_t i = 0; i < table->count; i++)
        if (kept == 0 ||
            compare_spellings(&table->spellings[kept - 1], &table->spellings[i]) != 0)
            table->spellings[kept++] = table->spellings[i];
    table->count = kept;
}

static void sort_table(struct heading_table *table) {
    if (table->count > 0)
        qsort(table->spellings, table->count, sizeof *table->spellings, compare_spellings);
    remove_repeated(table);
    table->meanings = memory_allocate(table->count, sizeof *table->meanings);
    for (size_t i = 0; i < table->count; i++)
        table->meanings[i] = table->spellings[i].meaning;
}

struct headings *headings_new(const struct questionnaire *questionnaire) {
    struct headings *headings = memory_allocate(1, sizeof *headings);
    headings->arena = arena_new();
    headings->questionnaire = questionnaire;
    headings_spell(headings);
    for (size_t i = 0; i < HEADING_TABLES; i++)
        sort_table(&headings->tables[i]);
    return headings;
}

void headings_free(struct headings *headings) {
    if (headings == NULL)
        return;
    for (size_t i = 0; i < HEADING_TABLES; i++) {
        free(headings->tables[i].spellings);
        free(headings->tables[i].meanings);
    }
    arena_free(headings->arena);
    free(headings);
}

/* The position of the first spelling that is not before form. */
static size_t lower_bound(const struct heading_table *table, const char *form) {
    size_t low = 0, high = table->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(table->spellings[middle].form, form) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static size_t count_equal(const struct heading_table *table, size_t from, const char *form) {
    size_t count = 0;
    while (from + count < table->count &&
           strcmp(table->spellings[from + count].form, form) == 0)
        count++;
    return count;
}

/* NULL, and *count 0, where the table has no such form. */
static const struct heading *find_form(const struct headings *headings,
                                       enum heading_table_name name, const char *form,
                                       size_t *count) {
    const struct heading_table *table = &headings->tables[name];
    size_t first = lower_bound(table, form);
    *count = count_equal(table, first, form);
    return *count > 0 ? &table->meanings[first] : NULL;
}

/* What a code and a text behind it both mean. Where they agree in several meanings all those of
 * the code are returned: then it is ambiguous. */
static const struct heading *find_common(const struct heading *codes, size_t code_count,
                                         const struct heading *texts, size_t text_count,
                                         size_t *count) {
    const struct heading *found = NULL;
    *count = 0;
    for (size_t i = 0; i < code_count; i++)
        for (size_t k = 0; k < text_count; k++)
            if (compare_meanings(&codes[i], &texts[k]) == 0) {
                found = &codes[i];
                ++*count;
            }
    if (*count > 1) {
        found = codes;
        *count = code_count;
    }
    return found;
}

static const struct heading *find_text_behind(const struct headings *headings,
                                              const struct heading *codes, size_t code_count,
                                              const char *text, size_t *count) {
    static const enum heading_table_name names[] = {HEADING_WHOLE_TABLE, HEADING_ROW_TEXTS};
    const struct heading *found = NULL;
    for (size_t i = 0; i < sizeof names / sizeof names[0] && found == NULL; i++) {
        size_t text_count;
        const struct heading *texts = find_form(headings, names[i], text, &text_count);
        found = find_common(codes, code_count, texts, text_count, count);
    }
    return found;
}

/* The separator between code and text can be chosen, and may be missing: so it is whatever
 * stands there that is no letter or digit. */
static const struct heading *find_text(const struct headings *headings,
                                       const struct heading *codes, size_t code_count,
                                       const char *rest, size_t *count) {
    for (size_t skip = 0; skip <= LONGEST_SEPARATOR && rest[skip] != '\0'; skip++) {
        const struct heading *found =
            find_text_behind(headings, codes, code_count, rest + skip, count);
        if (found != NULL)
            return found;
        if (isalnum((unsigned char)rest[skip]) || (unsigned char)rest[skip] >= 0x80)
            break;
    }
    return NULL;
}

/* LimeSurvey, code and text: "Q1[SQ001]. How important is ...? [Money]". The form is whole
 * again afterwards. */
static const struct heading *find_code_and_text(const struct headings *headings, char *form,
                                                size_t length, size_t *count) {
    static const enum heading_table_name names[] = {HEADING_WHOLE_TABLE, HEADING_ROW_NAMES};
    for (size_t cut = 1; cut < length && cut <= LONGEST_CODE; cut++) {
        for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
            size_t code_count;
            char kept = form[cut];
            form[cut] = '\0';
            const struct heading *codes = find_form(headings, names[i], form, &code_count);
            form[cut] = kept;
            const struct heading *found =
                codes != NULL ? find_text(headings, codes, code_count, form + cut, count)
                              : NULL;
            if (found != NULL)
                return found;
        }
    }
    *count = 0;
    return NULL;
}

static const struct heading *find(const struct headings *headings, struct text *form,
                                  size_t *count) {
    const struct heading *found =
        find_form(headings, HEADING_WHOLE_TABLE, text_string(form), count);
    if (found == NULL && form->length > 0)
        found = find_code_and_text(headings, form->bytes, form->length, count);
    return found;
}

/* LimeSurvey can write underscores for all blanks of a heading. */
static const struct heading *find_without_underscores(const struct headings *headings,
                                                      const struct text *form, size_t *count) {
    struct text blanks = {0}, again = {0};
    text_add_bytes(&blanks, text_string(form), form->length);
    for (size_t i = 0; i < blanks.length; i++)
        if (blanks.bytes[i] == '_')
            blanks.bytes[i] = ' ';
    utf8_comparison_form(&again, text_string(&blanks), blanks.length, true);
    const struct heading *found = find(headings, &again, count);
    text_free(&blanks);
    text_free(&again);
    return found;
}

const struct heading *headings_find(const struct headings *headings, const char *bytes,
                                    size_t length, size_t *count) {
    struct text form = {0};
    utf8_comparison_form(&form, bytes, length, true);
    const struct heading *found = find(headings, &form, count);
    if (found == NULL && memchr(text_string(&form), '_', form.length) != NULL)
        found = find_without_underscores(headings, &form, count);
    text_free(&form);
    return found;
}

const struct heading *headings_find_row(const struct headings *headings, const char *bytes,
                                        size_t length, size_t *count) {
    struct text form = {0};
    utf8_comparison_form(&form, bytes, length, true);
    const struct heading *found =
        find_form(headings, HEADING_ROW_NAMES, text_string(&form), count);
    text_free(&form);
    return found;
}

/* A code with another text behind it: "Q1. How many?" where the questionnaire asks otherwise.
 */
static const char *suggest_code(const struct headings *headings, char *form) {
    static const char *const separators[] = {". ", ": ", " - "};
    const struct heading_table *table = &headings->tables[HEADING_WHOLE_TABLE];
    for (size_t i = 0; i < sizeof separators / sizeof separators[0]; i++) {
        char *separator = strstr(form, separators[i]);
        if (separator == NULL)
            continue;
        char kept = *separator;
        *separator = '\0';
        size_t first = lower_bound(table, form), count = count_equal(table, first, form);
        *separator = kept;
        if (count == 1)
            return table->spellings[first].string;
    }
    return NULL;
}

static const char *suggest_similar(const struct headings *headings, const struct text *form) {
    const struct heading_table *table = &headings->tables[HEADING_WHOLE_TABLE];
    const char **candidates = memory_allocate(table->count, sizeof *candidates);
    size_t count = 0;
    for (size_t i = 0; i < table->count; i++) {
        size_t other = strlen(table->spellings[i].form);
        size_t distance = other > form->length ? other - form->length : form->length - other;
        if (distance <= form->length / 3 + 1)
            candidates[count++] = table->spellings[i].form;
    }
    const char *best = ini_suggestion(form->bytes, candidates, count);
    free(candidates);
    return best != NULL ? table->spellings[lower_bound(table, best)].string : NULL;
}

const char *headings_suggestion(const struct headings *headings, const char *bytes,
                                size_t length) {
    struct text form = {0};
    utf8_comparison_form(&form, bytes, length, true);
    const char *best = form.length > 0 ? suggest_code(headings, form.bytes) : NULL;
    if (best == NULL && form.length > 0 && form.length <= LONGEST_SUGGESTION)
        best = suggest_similar(headings, &form);
    text_free(&form);
    return best;
}

const char *headings_collision(const struct headings *headings, size_t *position,
                               const struct heading **meanings, size_t *count) {
    const struct heading_table *table = &headings->tables[HEADING_WHOLE_TABLE];
    while (*position < table->count) {
        size_t first = *position;
        *count = count_equal(table, first, table->spellings[first].form);
        *position = first + *count;
        if (*count > 1) {
            *meanings = &table->meanings[first];
            return table->spellings[first].string;
        }
    }
    return NULL;
}
