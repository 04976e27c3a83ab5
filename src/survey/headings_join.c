/* A question, and which of its items stands behind it. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "survey/headings_table.h"

enum { LONGEST_SEPARATOR = 6 };

void found_add(struct found_headings *found, const struct heading *meaning) {
    size_t at = 0;
    while (at < found->count && heading_compare(&found->meanings[at], meaning) < 0)
        at++;
    if (at < found->count && heading_compare(&found->meanings[at], meaning) == 0)
        return;
    found->meanings =
        memory_grow(found->meanings, found->count, &found->capacity, sizeof *found->meanings);
    memmove(&found->meanings[at + 1], &found->meanings[at],
            (found->count - at) * sizeof *found->meanings);
    found->meanings[at] = *meaning;
    found->count++;
}

/* A question may be called "org_comment": then that heading is the question, not the comment
 * beside "org". */
static void drop_comments(struct found_headings *found) {
    size_t kept = 0;
    for (size_t i = 0; i < found->count; i++)
        if (found->meanings[i].part != HEADING_COMMENT)
            found->meanings[kept++] = found->meanings[i];
    found->count = kept;
}

const struct heading *found_keep(const struct headings *headings, struct found_headings *found,
                                 size_t *count) {
    struct heading *kept = NULL;
    *count = found->count;
    if (found->count > 0) {
        kept = arena_allocate(headings->arena, found->count, sizeof *kept);
        memcpy(kept, found->meanings, found->count * sizeof *kept);
    }
    free(found->meanings);
    return kept;
}

/* --- question and item --- */

bool headings_is_word(char byte) {
    return isalnum((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

static const struct heading_list *items_of(const struct headings *headings,
                                           const struct question *question, bool mangled) {
    struct heading_items *items =
        &headings->items[question - headings->questionnaire->questions];
    if (mangled && !items->has_mangled) {
        heading_list_mangle(headings->arena, &items->plain, &items->mangled);
        items->has_mangled = true;
    }
    return mangled ? &items->mangled : &items->plain;
}

/* Codes go with codes and texts with texts. An alias may be whatever the export writes; and a
 * text may stand in brackets or behind a slash of a code. */
static bool goes_with(const struct heading_spelling *base, const struct heading_spelling *item,
                      const struct heading_manner *manner, char sign) {
    if ((base->languages & item->languages) == 0)
        return false;
    if (manner->names_only || sign == '_')
        return base->name && item->name;
    if (base->name && !item->name)
        return sign != '\0' && strchr("[(/", sign) != NULL;
    return base->name || !item->id;
}

/* The item that the bytes name behind base. */
static void find_item(const struct headings *headings, const struct heading_manner *manner,
                      const struct heading_spelling *base, const char *bytes, size_t length,
                      char sign, struct found_headings *found) {
    const struct question *question = base->meaning.question;
    size_t count, before = found->count;
    const struct heading_spelling *items =
        heading_list_find(items_of(headings, question, manner->mangled), bytes, length, &count);
    for (size_t i = 0; i < count; i++)
        if (goes_with(base, &items[i], manner, sign))
            found_add(found, &items[i].meaning);
    if (question->type != QUESTION_RANKING || sign == '_' || found->count > before || count > 0)
        return;
    size_t rank = headings_rank(bytes, length);
    if (rank >= 1 && rank <= question->codes->count)
        found_add(found, &(struct heading){HEADING_RANK, question, rank - 1});
}

/* REDCap names an option "(choice=Bus)". */
static size_t skip_choice(char bracket, const char *item, size_t size) {
    static const char words[] = "choice=";
    const size_t length = sizeof words - 1;
    return bracket == '(' && size > length && memcmp(item, words, length) == 0 ? length : 0;
}

/* What stands between question and item: some signs and blanks, the last of them perhaps a
 * bracket, which must be closed at the end. */
static void find_behind(const struct headings *headings, const struct heading_manner *manner,
                        const struct heading_spelling *base, const char *rest, size_t length,
                        struct found_headings *found) {
    bool signs = false, underscores = true;
    for (size_t k = 0; k < LONGEST_SEPARATOR && k < length; k++) {
        char byte = rest[k];
        if (headings_is_word(byte) || byte == ']' || byte == ')')
            return;
        signs = signs || byte != ' ';
        underscores = underscores && byte == '_';
        const char *item = rest + k + 1;
        size_t size = length - k - 1;
        char closing = byte == '[' ? ']' : byte == '(' ? ')' : '\0';
        if (closing != '\0' && (size < 2 || item[size - 1] != closing))
            continue;
        size -= closing != '\0' ? 1 : 0;
        size_t skip = skip_choice(byte, item, size);
        item += skip;
        size -= skip;
        if (underscores && manner->no_underscores)
            continue;
        if (signs && size > 0 && item[0] != ' ' && !(manner->names_only && !base->name))
            find_item(headings, manner, base, item, size,
                      !underscores && byte == '_' ? '-' : byte, found);
    }
}

void headings_join(const struct headings *headings, const struct heading_manner *manner,
                   const char *form, size_t length, struct found_headings *found) {
    bool named = false;
    for (size_t cut = 1; cut <= length && cut <= headings->longest_base; cut++) {
        size_t count;
        if (cut < length && headings_is_word(form[cut]))
            continue;
        const struct heading_spelling *bases =
            heading_list_find(manner->bases, form, cut, &count);
        for (size_t i = 0; i < count; i++) {
            const struct heading_spelling *base = &bases[i];
            if (manner->names_only && !base->name)
                continue;
            if (cut == length && base->bare) {
                found_add(found, &base->meaning);
                named = named || base->name;
            }
            if (cut < length && !base->leaf)
                find_behind(headings, manner, base, form + cut, length - cut, found);
        }
    }
    if (named)
        drop_comments(found);
}
