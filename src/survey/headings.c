/* What a heading means: which question it begins with, and which of that question's items is
 * behind. For people: what an unknown heading resembles, and which spellings collide. */
#include "survey/headings.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "survey/headings_table.h"
#include "survey/ini_suggestion.h"

enum { LONGEST_CODE = 120, LONGEST_SEPARATOR = 5 };

struct collision {
    const char *form, *string;
    const struct heading *meanings;
    size_t count;
};

struct headings_collisions {
    struct collision *list;
    size_t count, capacity;
};

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
    headings_spell_codes(headings);
    for (size_t i = 0; i < headings->bases.count; i++)
        if (headings->bases.spellings[i].length > headings->longest_base)
            headings->longest_base = headings->bases.spellings[i].length;
    heading_list_mangle(headings->arena, &headings->bases, &headings->mangled);
    strip_bases(headings);
    return headings;
}

static void headings_free_collisions(struct headings *headings) {
    if (headings->collisions != NULL)
        free(headings->collisions->list);
    free(headings->collisions);
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

/* The text of a row may be in brackets: LimeSurvey, where the question has no text. */
static void find_text(const struct headings *headings, const char *text, size_t length,
                      struct found_headings *found) {
    const struct heading_manner plain = {.bases = &headings->bases};
    headings_join(headings, &plain, text, length, found);
    bool bracketed = length > 2 && text[0] == '[' && text[length - 1] == ']';
    find_alone(headings, text + (bracketed ? 1 : 0), length - (bracketed ? 2 : 0), false, true,
               found);
}

/* The separator between code and text can be chosen, and may be missing: so it is whatever is
 * there that is no letter or digit. */
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

/* --- as written --- */

/* Adds all that it means as written, code and text together included. */
static void headings_find_form(const struct headings *headings, const char *form, size_t length,
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

/* --- with something added or taken --- */

/* "Q2: How many?" where Q2 is another question: then the number says something. */
static void add_named_by_number(const struct headings *headings, const char *label,
                                size_t length, struct found_headings *found) {
    size_t count;
    const struct heading_spelling *bases =
        heading_list_find(&headings->bases, label, length, &count);
    for (size_t i = 0; i < count && found->count > 0; i++)
        if (bases[i].name && bases[i].meaning.question != found->meanings[0].question)
            found_add(found, &bases[i].meaning);
}

static void find_unnumbered(const struct headings *headings, const struct text *form,
                            struct found_headings *found) {
    const struct heading_manner plain = {.bases = &headings->bases},
                                stripped = {.bases = &headings->stripped};
    struct text bare = {0};
    size_t label, skip = headings_number(form->bytes, form->length, &label);
    bool marked = headings_unmark(&bare, form->bytes, form->length);
    if (marked)
        headings_join(headings, &plain, bare.bytes, bare.length, found);
    if (skip > 0) {
        headings_join(headings, &plain, form->bytes + skip, form->length - skip, found);
        text_clear(&bare);
        if (headings_unmark(&bare, form->bytes + skip, form->length - skip))
            headings_join(headings, &plain, bare.bytes, bare.length, found);
        add_named_by_number(headings, form->bytes, label, found);
    } else {
        text_clear(&bare);
        headings_unmark(&bare, form->bytes, form->length);
        headings_join(headings, &stripped, bare.bytes, bare.length, found);
    }
    text_free(&bare);
}

/* What make.names writes has no blanks, and something that is no letter where signs were. */
static void find_mangled(const struct headings *headings, const struct text *form,
                         struct found_headings *found) {
    const struct heading_manner manner = {.bases = &headings->mangled, .mangled = true};
    if (memchr(form->bytes, ' ', form->length) != NULL ||
        memchr(form->bytes, '.', form->length) == NULL ||
        form->bytes[strcspn(form->bytes, "[]()/:;,?!\"'*|<>")] != '\0')
        return;
    struct text mangled = {0};
    headings_mangle(&mangled, form->bytes, form->length);
    const char *bytes = text_string(&mangled);
    headings_join(headings, &manner, bytes, mangled.length, found);
    /* "X1.Q": a name cannot begin with a digit. */
    if (mangled.length > 2 && bytes[0] == 'x' && isdigit((unsigned char)bytes[1])) {
        size_t label, skip = headings_number(form->bytes + 1, form->length - 1, &label);
        headings_join(headings, &manner, bytes + 1, mangled.length - 1, found);
        text_clear(&mangled);
        headings_mangle(&mangled, form->bytes + 1 + skip, form->length - 1 - skip);
        if (skip > 0)
            headings_join(headings, &manner, text_string(&mangled), mangled.length, found);
    }
    text_free(&mangled);
}

static bool is_code(const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (!isalnum((unsigned char)bytes[i]) && strchr("_/.:>|-", bytes[i]) == NULL)
            return false;
    return length > 0;
}

/* True where the folded end occurs so in the heading: codes keep their case. */
static bool ends_alike(const char *bytes, size_t length, const char *end, size_t size) {
    return size <= length && memcmp(bytes + length - size, end, size) == 0;
}

/* What is behind the sign at a position, and how much of it. */
static const char *behind(const struct text *form, size_t at, size_t *size) {
    size_t start = at + 1;
    while (start < form->length && strchr("/.:>|- ", form->bytes[start]) != NULL)
        start++;
    *size = form->length - start;
    return form->bytes + start;
}

/* KoboToolbox: the groups around a question are in front of it. */
static void find_path(const struct headings *headings, const char *bytes, size_t length,
                      const struct text *form, struct found_headings *found,
                      struct heading_loosely *loosely) {
    const struct heading_manner codes = {.bases = &headings->bases,
                                         .names_only = true,
                                         .no_underscores = true},
                                all = {.bases = &headings->bases};
    for (int texts = 0; texts < 2 && found->count == 0; texts++) {
        for (size_t at = 1; at + 1 < form->length; at++) {
            size_t size, before = found->count;
            if (strchr(texts ? "/>|" : "/.:>|-", form->bytes[at]) == NULL)
                continue;
            const char *rest = behind(form, at, &size);
            if (size > 0 && texts)
                headings_join(headings, &all, rest, size, found);
            else if (size > 0 && is_code(form->bytes, at) &&
                     ends_alike(bytes, length, rest, size))
                headings_join(headings, &codes, rest, size, found);
            if (before == 0 && found->count > 0)
                loosely->path = at;
            if (found->count > before && form->bytes[at] != '/')
                loosely->path_by_chance = true;
        }
        loosely->path_by_chance = loosely->path_by_chance || (texts && found->count > 0);
    }
}

struct heading_loosely headings_find_loosely(const struct headings *headings, const char *bytes,
                                             size_t length) {
    struct heading_loosely loosely = {0};
    struct text form = {0};
    struct found_headings found = {0};
    headings_fold(&form, bytes, length);
    if (form.length > 0) {
        find_unnumbered(headings, &form, &found);
        loosely.numbered = found.count;
        find_mangled(headings, &form, &found);
        if (found.count == 0)
            find_path(headings, bytes, length, &form, &found, &loosely);
    }
    text_free(&form);
    loosely.meanings = found_keep(headings, &found, &loosely.count);
    return loosely;
}

/* --- resemblance --- */

enum {
    LONGEST_SUGGESTION = 200,
    LEAST_BEGINNING = 4, /* bytes of an item */
    LEAST_INSIDE = 12,   /* of a question */
    LEAST_BEGINNING_OF_TEXT = 20
};

/* A code with another text behind it: "Q1. How many?" where the questionnaire asks otherwise.
 */
static const struct heading_spelling *find_code(const struct headings *headings,
                                                const char *form) {
    static const char *const separators[] = {". ", ": ", " - "};
    for (size_t i = 0; i < sizeof separators / sizeof separators[0]; i++) {
        const char *separator = strstr(form, separators[i]);
        size_t count = 0;
        const struct heading_spelling *base =
            separator == NULL
                ? NULL
                : heading_list_find(&headings->bases, form, (size_t)(separator - form), &count);
        if (count == 1 && base->bare && base->name)
            return base;
    }
    return NULL;
}

/* How many bytes each has that the other has not, the greater of both: no fewer edits lead from
 * one to the other. It spares most comparisons, which take long. */
static size_t least_distance(const char *one, size_t one_length, const char *other,
                             size_t other_length) {
    size_t counts[256] = {0}, common = 0;
    for (size_t i = 0; i < one_length; i++)
        counts[(unsigned char)one[i]]++;
    for (size_t i = 0; i < other_length; i++)
        if (counts[(unsigned char)other[i]] > 0) {
            counts[(unsigned char)other[i]]--;
            common++;
        }
    return (one_length > other_length ? one_length : other_length) - common;
}

/* The spelling whose form is most like the bytes: a bare one, or one that goes with base. */
static const struct heading_spelling *find_similar(const struct heading_list *list, bool bare,
                                                   const struct heading_spelling *base,
                                                   const char *form) {
    const char **candidates = memory_allocate(list->count, sizeof *candidates);
    size_t count = 0, found = 0, length = strlen(form);
    for (size_t i = 0; i < list->count; i++) {
        const struct heading_spelling *other = &list->spellings[i];
        bool fits = base == NULL || (other->languages & base->languages) != 0;
        size_t most = length / 3 + 1;
        if (fits && (other->bare || !bare) && other->length <= length + most &&
            least_distance(form, length, other->form, other->length) <= most)
            candidates[count++] = other->form;
    }
    const char *best = ini_suggestion(form, candidates, count);
    free(candidates);
    const struct heading_spelling *similar =
        best != NULL ? heading_list_find(list, best, strlen(best), &found) : NULL;
    for (size_t i = 0; i < found; i++) /* a code behind a code */
        if (base != NULL && similar[i].name == base->name)
            return &similar[i];
    return similar;
}

/* True where one begins with the other, and a word ends there. */
static bool begins_with(const char *one, size_t one_length, const char *other,
                        size_t other_length) {
    return other_length <= one_length && memcmp(one, other, other_length) == 0 &&
           (other_length == one_length || !headings_is_word(one[other_length]));
}

/* The one item that the rest of a heading begins with, the longest such; else the one that
 * begins with it: rows are named by their first words, and explained behind them. */
static const struct heading_spelling *find_beginning(const struct heading_list *items,
                                                     const char *rest, size_t length) {
    const struct heading_spelling *longest = NULL, *longer = NULL;
    bool sole = true;
    for (size_t i = 0; i < items->count; i++) {
        const struct heading_spelling *item = &items->spellings[i];
        if (item->name || item->length < LEAST_BEGINNING)
            continue;
        if (begins_with(rest, length, item->form, item->length) &&
            (longest == NULL || item->length > longest->length))
            longest = item;
        if (length >= LEAST_BEGINNING && begins_with(item->form, item->length, rest, length)) {
            sole = sole &&
                   (longer == NULL || heading_compare(&longer->meaning, &item->meaning) == 0);
            longer = item;
        }
    }
    return longest != NULL ? longest : sole ? longer : NULL;
}

/* Rows, options or fields, or the answers of a single choice. */
static bool has_items(const struct question *question) {
    return question->codes != NULL || question->rows != NULL;
}

static const struct heading_list *items_of(const struct headings *headings,
                                           const struct question *question) {
    return &headings->items[question - headings->questionnaire->questions].plain;
}

/* The item that is behind the first at bytes of a folded heading: its length in *length. */
static const char *item_behind(const struct text *form, size_t at, size_t *length) {
    size_t start = at, end = form->length;
    while (start < end && !headings_is_word(form->bytes[start]))
        start++;
    if (start > at && strchr("[(", form->bytes[start - 1]) != NULL && end > start &&
        strchr("])", form->bytes[end - 1]) != NULL)
        end--;
    *length = end - start;
    return form->bytes + start;
}

static const char *compose(const struct headings *headings, const struct heading_spelling *base,
                           const struct heading_spelling *item) {
    return arena_format(headings->arena, base->name ? "%s[%s]" : "%s [%s]", base->string,
                        item->string);
}

/* The longest question that the heading begins with, and what resembles the rest. */
static struct heading_near find_rest(const struct headings *headings, const struct text *form) {
    struct heading_near near = {.string = NULL};
    for (size_t cut = form->length - 1; cut > 0 && near.string == NULL; cut--) {
        size_t count, length;
        if (cut > headings->longest_base || headings_is_word(form->bytes[cut]))
            continue;
        const struct heading_spelling *base =
            heading_list_find(&headings->bases, form->bytes, cut, &count);
        bool code = base != NULL && base->name;
        if (base == NULL || base->leaf || (code && strchr(form->bytes, ' ') != NULL))
            continue;
        const char *bytes = item_behind(form, cut, &length);
        char *rest = arena_copy_bytes(headings->arena, bytes, length);
        const struct question *question = base->meaning.question;
        const struct heading_spelling *item =
            length > 0 ? find_similar(items_of(headings, question), false, base, rest) : NULL;
        if (item == NULL && length > 0)
            item = find_beginning(items_of(headings, question), rest, length);
        near.string = item != NULL ? compose(headings, base, item) : base->string;
        near.meaning = item != NULL ? item->meaning : base->meaning;
        bool open = length > 0 && has_items(question) && !question_has_one_code(question);
        near.item = item != NULL || open ? rest : NULL;
        near.known = item != NULL || (base->bare && !open);
    }
    return near;
}

/* How much is in front of the last bracket. */
static size_t base_length(const char *bytes, size_t length) {
    const char *bracket = memrchr(bytes, '[', length);
    if (bracket == NULL)
        bracket = memrchr(bytes, '(', length);
    size_t size = bracket != NULL ? (size_t)(bracket - bytes) : 0;
    while (size > 0 && bytes[size - 1] == ' ')
        size--;
    return size;
}

/* A slip in the question, before an item that is known. */
static struct heading_near find_before(const struct headings *headings, const char *bytes,
                                       size_t length, const struct text *form) {
    struct heading_near near = {.string = NULL};
    const char *bracket = strrchr(form->bytes, '[');
    if (bracket == NULL)
        bracket = strrchr(form->bytes, '(');
    if (bracket == NULL || bracket == form->bytes)
        return near;
    size_t at = (size_t)(bracket - form->bytes), size, count;
    const char *rest = item_behind(form, at, &size);
    const struct heading_spelling *base = find_similar(
        &headings->bases, false, NULL, arena_copy_bytes(headings->arena, form->bytes, at));
    const struct heading_spelling *item =
        base == NULL
            ? NULL
            : heading_list_find(items_of(headings, base->meaning.question), rest, size, &count);
    if (item != NULL)
        near = (struct heading_near){.string = compose(headings, base, item),
                                     .meaning = item->meaning,
                                     .known = true,
                                     .base = base_length(bytes, length)};
    return near;
}

/* How much of the text of a question a heading shares: all of it where it begins or ends with
 * it, or most of it from the beginning on; else 0. */
static size_t shared_with(const struct heading_spelling *base, const char *form,
                          size_t length) {
    size_t size = base->length, number, label, same = 0;
    if (base->name || size < LEAST_INSIDE || strchr(base->form, ' ') == NULL)
        return 0;
    if (size < length && memcmp(form + length - size, base->form, size) == 0 &&
        !headings_is_word(form[length - size - 1]))
        return size;
    number = headings_number(form, length, &label);
    while (same < size && number + same < length && form[number + same] == base->form[same])
        same++;
    if (same == size)
        return number + same == length || !headings_is_word(form[number + same]) ? size : 0;
    return same >= LEAST_BEGINNING_OF_TEXT && same * 4 >= size * 3 ? same : 0;
}

/* The question whose text shares most with what is before an item; NULL where two do. */
static const struct heading_spelling *find_inside(const struct headings *headings,
                                                  const char *form, size_t length) {
    const struct heading_spelling *best = NULL;
    size_t most = 0;
    bool sole = true;
    for (size_t i = 0; i < headings->bases.count; i++) {
        const struct heading_spelling *base = &headings->bases.spellings[i];
        size_t shared = shared_with(base, form, length);
        if (shared == 0 || shared < most)
            continue;
        sole = shared > most || (sole && best->meaning.question == base->meaning.question);
        most = shared;
        best = base;
    }
    return sole ? best : NULL;
}

/* The text of a question with other sentences around it, such as an introduction before it, or
 * with another end. */
static struct heading_near find_around(const struct headings *headings, const char *bytes,
                                       size_t length, const struct text *form) {
    struct heading_near near = {.string = NULL};
    const char *bracket =
        strchr("])", form->bytes[form->length - 1]) == NULL ? NULL : strrchr(form->bytes, '[');
    size_t size = bracket != NULL ? (size_t)(bracket - form->bytes) : form->length, rest;
    const struct heading_spelling *base = find_inside(headings, form->bytes, size);
    if (base != NULL && base->length == size && memcmp(base->form, form->bytes, size) == 0)
        return near; /* nothing around it: the item is the riddle */
    bool single = base != NULL && question_has_one_code(base->meaning.question);
    if (base == NULL ||
        (bracket == NULL ? !base->bare : single || !has_items(base->meaning.question)))
        return near;
    near = (struct heading_near){.string = base->string,
                                 .meaning = base->meaning,
                                 .known = bracket == NULL,
                                 .base = bracket != NULL ? base_length(bytes, length) : 0,
                                 .inside = true};
    if (bracket == NULL)
        return near;
    const char *item = item_behind(form, size, &rest);
    const struct heading_spelling *found =
        find_beginning(items_of(headings, base->meaning.question), item, rest);
    if (found != NULL) {
        near.meaning = found->meaning;
        near.known = true;
    }
    return near;
}

struct heading_near headings_nearest(const struct headings *headings, const char *bytes,
                                     size_t length) {
    struct heading_near near = {.string = NULL};
    struct text form = {0};
    headings_fold(&form, bytes, length);
    const struct heading_spelling *found = NULL;
    if (form.length > 0)
        found = find_code(headings, form.bytes);
    if (found == NULL && form.length > 0 && form.length <= LONGEST_SUGGESTION)
        found = find_similar(&headings->bases, true, NULL, form.bytes);
    if (found != NULL)
        near = (struct heading_near){
            .string = found->string, .meaning = found->meaning, .known = true};
    else if (form.length > 0)
        near = find_rest(headings, &form);
    if (near.string == NULL && form.length > 0 && form.length <= LONGEST_SUGGESTION)
        near = find_before(headings, bytes, length, &form);
    if (form.length > 0 && (near.string == NULL || (near.item != NULL && !near.known))) {
        const struct heading_near around = find_around(headings, bytes, length, &form);
        near = around.string != NULL ? around : near;
    }
    text_free(&form);
    return near;
}

/* --- collisions --- */

static void try_spelling(const struct headings *headings, struct headings_collisions *found,
                         const char *string) {
    size_t count;
    struct text form = {0};
    const struct heading *meanings = headings_find(headings, string, strlen(string), &count);
    if (count > 1) {
        headings_fold(&form, string, strlen(string));
        found->list =
            memory_grow(found->list, found->count, &found->capacity, sizeof *found->list);
        found->list[found->count++] =
            (struct collision){arena_copy_bytes(headings->arena, form.bytes, form.length),
                               arena_copy(headings->arena, string), meanings, count};
    }
    text_free(&form);
}

/* True where another spelling of a question is before this one, or is the same: only then can
 * the headings of its items be those of others. */
static bool is_prefixed(const struct headings *headings, const struct heading_spelling *base) {
    for (size_t cut = 1; cut <= base->length; cut++) {
        size_t count;
        if (cut < base->length && headings_is_word(base->form[cut]))
            continue;
        const struct heading_spelling *others =
            heading_list_find(&headings->bases, base->form, cut, &count);
        for (size_t i = 0; i < count; i++)
            if (others[i].meaning.question != base->meaning.question)
                return true;
    }
    return false;
}

static void try_items(const struct headings *headings, struct headings_collisions *found,
                      const struct heading_spelling *base) {
    static const char *const by_code[] = {"%s[%s]", "%s_%s", "%s__%s"};
    const struct heading_list *items = items_of(headings, base->meaning.question);
    bool risky = is_prefixed(headings, base);
    for (size_t i = 0; i < items->count; i++) {
        const struct heading_spelling *item = &items->spellings[i];
        size_t same;
        heading_list_find(items, item->form, item->length, &same);
        if ((!risky && same < 2) || item->name != base->name ||
            (item->languages & base->languages) == 0)
            continue;
        struct text string = {0};
        for (size_t k = 0; k < (base->name ? sizeof by_code / sizeof by_code[0] : 1); k++) {
            text_clear(&string);
            text_add_format(&string, base->name ? by_code[k] : "%s [%s]", base->string,
                            item->string);
            try_spelling(headings, found, text_string(&string));
        }
        text_free(&string);
    }
}

static int compare_collisions(const void *left, const void *right) {
    const struct collision *one = left, *other = right;
    return strcmp(one->form, other->form);
}

static void find_collisions(struct headings *headings) {
    struct headings_collisions *found = memory_allocate(1, sizeof *found);
    headings->collisions = found;
    for (size_t i = 0; i < headings->bases.count; i++) {
        const struct heading_spelling *base = &headings->bases.spellings[i];
        if (base->bare)
            try_spelling(headings, found, base->string);
        if (!base->leaf)
            try_items(headings, found, base);
    }
    if (found->count > 0)
        qsort(found->list, found->count, sizeof *found->list, compare_collisions);
    size_t kept = 0;
    for (size_t i = 0; i < found->count; i++)
        if (kept == 0 || strcmp(found->list[kept - 1].form, found->list[i].form) != 0)
            found->list[kept++] = found->list[i];
    found->count = kept;
}

const char *headings_collision(struct headings *headings, size_t *position,
                               const struct heading **meanings, size_t *count) {
    if (headings->collisions == NULL)
        find_collisions(headings);
    const struct headings_collisions *found = headings->collisions;
    if (*position >= found->count)
        return NULL;
    const struct collision *collision = &found->list[(*position)++];
    *meanings = collision->meanings;
    *count = collision->count;
    return collision->string;
}
