#include "verify/letters.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "base/text.h"

/* Only those bytes that are characters; others become blanks. */
static char *valid_copy(struct arena *arena, const char *text, size_t length) {
    char *copy = arena_copy_bytes(arena, text, length);
    for (char *at = copy; at < copy + length;) {
        const uint8_t *wrong = u8_check((const uint8_t *)at, (size_t)(copy + length - at));
        if (wrong == NULL)
            break;
        at = copy + ((const char *)wrong - copy);
        *at++ = ' ';
    }
    return copy;
}

/* What a reader does not see, and what only marks where a word may be parted. */
static bool is_invisible(ucs4_t code) {
    return code == 0xAD || uc_is_property_default_ignorable_code_point(code) ||
           uc_is_general_category(code, UC_MARK);
}

const char *letters_words(struct arena *arena, const char *text) {
    size_t length = strlen(text), size = 0;
    const char *valid = valid_copy(arena, text, length);
    /* Marks of letters go: who looks for "Jose" finds "José". */
    uint8_t *folded =
        u8_casefold((const uint8_t *)valid, length, NULL, UNINORM_NFKD, NULL, &size);
    struct text words = {0};
    text_add(&words, " ");
    for (size_t i = 0; folded != NULL && i < size;) {
        ucs4_t code;
        int bytes = u8_mbtouc(&code, folded + i, size - i);
        if (uc_is_alnum(code) && !is_invisible(code))
            text_add_bytes(&words, (const char *)folded + i, (size_t)bytes);
        else if (!is_invisible(code) && words.bytes[words.length - 1] != ' ')
            text_add(&words, " ");
        i += (size_t)bytes;
    }
    if (words.bytes[words.length - 1] != ' ')
        text_add(&words, " ");
    free(folded);
    const char *copy = arena_copy(arena, text_string(&words));
    text_free(&words);
    return copy;
}

const char *letters_joined(struct arena *arena, const char *words) {
    char *joined = arena_copy(arena, words), *end = joined;
    for (const char *at = words; *at != '\0'; at++)
        if (*at != ' ')
            *end++ = *at;
    *end = '\0';
    return joined;
}

size_t letters_count(const char *words) {
    size_t count = 0;
    for (; *words != '\0'; words++)
        count += *words != ' ' && ((unsigned char)*words & 0xC0) != 0x80;
    return count;
}

bool letters_not_only_digits(const char *words) {
    return words[strspn(words, " 0123456789")] != '\0';
}
