/* What a heading means: which question it begins with, and which of that question's items
 * stands behind. */
#include "survey/headings.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "survey/headings_table.h"

enum { LONGEST_CODE = 120, LONGEST_SEPARATOR = 5 };

/* A question may be numbered in the questionnaire and not in the form. */
static void strip_bases(struct headings *headings) {
    struct text form = {0};
    for (size_t i = 0; i < headings->bases.count; i++) {
        struct heading_spelling spelling = headings->bases.spellings[i];
        size_t label, skip = headings_number(spelling.form, spelling.length, &label);
        text_clear(&form);
        bool marked = headings_unmark(&form, spelling.form + skip, spelling.length - skip);
        if (spelling.name || form.length == 0 || (skip == 0 && !marked))
            continue;
        spelling.form = arena_copy_bytes(headings->arena, text_string(&form), form.length);
        spelling.length = form.length;
        heading_list_add(&headings->stripped, &spelling);
    }
    heading_list_sort(&headings->stripped);
    text_free(&form);
}

struct headings *headings_new(const struct questionnaire *questionnaire) {
    struct headings *headings = memory_allocate(1, sizeof *headings);
    headings->arena = arena_new();
    headings->questionnaire = questionnaire;
    headings->items = memory_allocate(questionnaire->question_count, sizeof *headings->items);
    headings_spell(headings);
    heading_list_sort(&headings->bases);
    heading_list_sort(&headings->alone);
    for (size_t i = 0; i < questionnaire->question_count; i++)
        heading_list_sort(&headings->items[i].plain);
    for (size_t i = 0; i < headings->bases.count; i++)
        if (headings->bases.spellings[i].length > headings->longest_base)
            headings->longest_base = headings->bases.spellings[i].length;
    heading_list_mangle(headings->arena, &headings->bases, &headings->mangled);
    strip_bases(headings);
    return headings;
}

void headings_free(struct headings *headings) {
    if (headings == NULL)
        return;
    for (size_t i = 0; i < headings->questionnaire->question_count; i++) {
        free(headings->items[i].plain.spellings);
        free(headings->items[i].mangled.spellings);
    }
    free(headings->items);
    free(headings->bases.spellings);
    free(headings->mangled.spellings);
    free(headings->stripped.spellings);
    free(headings->alone.spellings);
    headings_free_collisions(headings);
    arena_free(headings->arena);
    free(headings);
}

static bool found_has(const struct found_headings *found, const struct heading *meaning) {
    for (size_t i = 0; i < found->count; i++)
        if (heading_compare(&found->meanings[i], meaning) == 0)
            return true;
    return false;
}

/* --- code and text together --- */

static void find_alone(const struct headings *headings, const char *form, size_t length,
                       bool names, bool texts, struct found_headings *found) {
    size_t count;
    const struct heading_spelling *rows =
        heading_list_find(&headings->alone, form, length, &count);
    for (size_t i = 0; i < count; i++)
        if (rows[i].name ? names : texts)
            found_add(found, &rows[i].meaning);
}

/* The text of a row may stand in brackets: LimeSurvey, where the question has no text. */
static void find_text(const struct headings *headings, const char *text, size_t length,
                      struct found_headings *found) {
    const struct heading_manner plain = {.bases = &headings->bases};
    headings_join(headings, &plain, text, length, found);
    bool bracketed = length > 2 && text[0] == '[' && text[length - 1] == ']';
    find_alone(headings, text + (bracketed ? 1 : 0), length - (bracketed ? 2 : 0), false, true,
               found);
}

/* The separator between code and text can be chosen, and may be missing: so it is whatever
 * stands there that is no letter or digit. */
static void find_text_behind(const struct headings *headings,
                             const struct found_headings *codes, const char *rest,
                             size_t length, struct found_headings *found) {
    for (size_t skip = 0; skip <= LONGEST_SEPARATOR && skip < length; skip++) {
        struct found_headings texts = {0};
        if (rest[skip] != ' ')
            find_text(headings, rest + skip, length - skip, &texts);
        size_t before = found->count;
        for (size_t i = 0; i < texts.count; i++)
            if (found_has(codes, &texts.meanings[i]))
                found_add(found, &texts.meanings[i]);
        free(texts.meanings);
        if (found->count > before || headings_is_word(rest[skip]))
            return;
    }
}

static bool has_name(const struct heading_spelling *spellings, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (spellings[i].name)
            return true;
    return false;
}

/* LimeSurvey, code and text: "Q1[SQ001]. How important is ...? [Money]". */
static void find_code_and_text(const struct headings *headings, const char *form, size_t length,
                               struct found_headings *found) {
    const struct heading_manner names = {.bases = &headings->bases, .names_only = true};
    bool begun = false; /* with the code of a question */
    for (size_t cut = 1; cut < length && cut <= LONGEST_CODE; cut++) {
        size_t bases, rows;
        const struct heading_spelling *base =
            heading_list_find(&headings->bases, form, cut, &bases);
        const struct heading_spelling *row =
            heading_list_find(&headings->alone, form, cut, &rows);
        begun = begun || has_name(base, bases);
        if (!begun && !has_name(row, rows))
            continue;
        struct found_headings codes = {0};
        headings_join(headings, &names, form, cut, &codes);
        find_alone(headings, form, cut, true, false, &codes);
        if (codes.count > 0)
            find_text_behind(headings, &codes, form + cut, length - cut, found);
        free(codes.meanings);
    }
}

/* --- as it stands --- */

void headings_find_form(const struct headings *headings, const char *form, size_t length,
                        struct found_headings *found) {
    const struct heading_manner plain = {.bases = &headings->bases};
    headings_join(headings, &plain, form, length, found);
    find_code_and_text(headings, form, length, found);
}

/* LimeSurvey can write underscores for all blanks of a heading. */
static void find_without_underscores(const struct headings *headings, const struct text *form,
                                     struct found_headings *found) {
    struct text blanks = {0}, again = {0};
    text_add_bytes(&blanks, text_string(form), form->length);
    for (size_t i = 0; i < blanks.length; i++)
        if (blanks.bytes[i] == '_')
            blanks.bytes[i] = ' ';
    headings_fold(&again, text_string(&blanks), blanks.length);
    headings_find_form(headings, text_string(&again), again.length, found);
    text_free(&blanks);
    text_free(&again);
}

const struct heading *headings_find(const struct headings *headings, const char *bytes,
                                    size_t length, size_t *count) {
    struct text form = {0};
    struct found_headings found = {0};
    headings_fold(&form, bytes, length);
    if (form.length > 0)
        headings_find_form(headings, form.bytes, form.length, &found);
    if (found.count == 0 && form.length > 0 && memchr(form.bytes, '_', form.length) != NULL)
        find_without_underscores(headings, &form, &found);
    text_free(&form);
    return found_keep(headings, &found, count);
}

const struct heading *headings_find_alone(const struct headings *headings, const char *bytes,
                                          size_t length, size_t *count) {
    struct text form = {0}, bare = {0};
    struct found_headings found = {0};
    size_t label;
    headings_fold(&form, bytes, length);
    find_alone(headings, text_string(&form), form.length, true, true, &found);
    if (found.count == 0 && form.length > 0) {
        size_t skip = headings_number(form.bytes, form.length, &label);
        bool marked = headings_unmark(&bare, form.bytes + skip, form.length - skip);
        if (skip > 0 || marked)
            find_alone(headings, text_string(&bare), bare.length, false, true, &found);
    }
    text_free(&form);
    text_free(&bare);
    return found_keep(headings, &found, count);
}

bool headings_same(const char *one, size_t one_length, const char *other, size_t other_length) {
    struct text left = {0}, right = {0};
    headings_fold(&left, one, one_length);
    headings_fold(&right, other, other_length);
    bool same = strcmp(text_string(&left), text_string(&right)) == 0;
    text_free(&left);
    text_free(&right);
    return same;
}

bool headings_is_mangled(const char *heading, size_t length, const char *plain,
                         size_t plain_length) {
    struct text form = {0}, folded = {0}, mangled = {0};
    headings_fold(&form, heading, length);
    headings_fold(&folded, plain, plain_length);
    headings_mangle(&mangled, text_string(&folded), folded.length);
    bool same = strcmp(text_string(&form), text_string(&mangled)) == 0;
    text_free(&form);
    text_free(&folded);
    text_free(&mangled);
    return same;
}
