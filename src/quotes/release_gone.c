#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "quotes/release_parts.h"

/* True where the text is the answer's own: its number fits with one of the questions. */
static bool is_original(const char *tidy, const char *key,
                        const struct questionnaire *questionnaire) {
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        char own[QUOTATION_KEY_SIZE];
        quotation_key(own, questionnaire->questions[i].id, tidy);
        if (strcmp(own, key) == 0)
            return true;
    }
    return false;
}

/* The original is not kept: whoever takes an answer back wants it gone. Its number is enough to
 * know it again. */
bool gone_keep(struct quotes *quotes, const struct release_block *block,
               const struct questionnaire *questionnaire) {
    struct gone_quote gone = {.ticked = block->ticked, .line = block->line};
    struct text tidy = {0};
    quotation_tidy(&tidy, text_string(&block->text), block->text.length);
    bool empty = tidy.length == 0;
    memcpy(gone.key, block->key, sizeof gone.key);
    memcpy(gone.released, block->released, sizeof gone.released);
    if (empty && !block->gone)
        gone.ticked = false; /* an [x] above nothing */
    if (empty || is_original(tidy.bytes, block->key, questionnaire))
        text_free(&tidy);
    gone.edited = tidy.bytes;
    if (!gone.ticked && gone.edited == NULL)
        return false;
    /* An [x] put since the previous run holds for the text that it was put for. */
    if (gone.edited == NULL && gone.released[0] == '\0')
        memcpy(gone.released, block->key, sizeof gone.released);
    quotes->gone = memory_grow(quotes->gone, quotes->gone_count, &quotes->gone_capacity,
                               sizeof *quotes->gone);
    quotes->gone[quotes->gone_count++] = gone;
    return true;
}

static int compare_gone(const void *left, const void *right) {
    const struct gone_quote *one = left, *other = right;
    int order = strcmp(one->key, other->key);
    return order != 0 ? order : (one->line > other->line) - (one->line < other->line);
}

void gone_sort(struct quotes *quotes) {
    if (quotes->gone_count > 0)
        qsort(quotes->gone, quotes->gone_count, sizeof *quotes->gone, compare_gone);
}
