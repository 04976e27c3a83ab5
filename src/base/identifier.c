#include "base/identifier.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <uninorm.h>
#include <unistr.h>

/* Letters that are more than a plain one with a mark, or that Unicode takes apart otherwise
 * than people write them. */
static const struct {
    ucs4_t letter;
    const char *plain;
} letters[] = {
    {0x00E4, "ae"}, {0x00F6, "oe"}, {0x00FC, "ue"}, {0x00C4, "ae"}, {0x00D6, "oe"},
    {0x00DC, "ue"}, {0x00DF, "ss"}, {0x1E9E, "ss"}, {0x00E6, "ae"}, {0x00C6, "ae"},
    {0x00F8, "oe"}, {0x00D8, "oe"}, {0x00E5, "aa"}, {0x00C5, "aa"}, {0x0153, "oe"},
    {0x0152, "oe"}, {0x0142, "l"},  {0x0141, "l"},  {0x0111, "d"},  {0x0110, "d"},
    {0x00F0, "d"},  {0x00D0, "d"},  {0x00FE, "th"}, {0x00DE, "th"}, {0x0131, "i"},
};

static const char *find_plain(ucs4_t letter) {
    for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++)
        if (letters[i].letter == letter)
            return letters[i].plain;
    return NULL;
}

/* "Frankfurt's" is one word. */
static bool is_within_word(ucs4_t character) {
    return character == '\'' || character == 0x2019 || character == 0x00AD;
}

/* Adds one character: a letter or digit, or a _ that waits for the next of these. */
static void add_character(struct text *result, ucs4_t character, bool *parted) {
    bool capital = character >= 'A' && character <= 'Z';
    bool letter = capital || (character >= 'a' && character <= 'z');
    if (!letter && !(character >= '0' && character <= '9')) {
        *parted = *parted || !is_within_word(character);
        return;
    }
    if (!letter && result->length == 0)
        return;
    if (*parted && result->length > 0)
        text_add_byte(result, '_');
    *parted = false;
    text_add_byte(result, (char)(capital ? character - 'A' + 'a' : character));
}

/* What Unicode takes a letter apart into, without the marks: é is e. */
static void add_decomposed(struct text *result, ucs4_t character, bool *parted) {
    uint32_t parts[32];
    size_t count = sizeof parts / sizeof parts[0];
    uint32_t *found = u32_normalize(UNINORM_NFKD, &character, 1, parts, &count);
    for (size_t i = 0; found != NULL && i < count; i++)
        if (found[i] < 0x0300 || found[i] > 0x036F)
            add_character(result, found[i], parted);
    if (found != NULL && found != parts)
        free(found);
}

/* Between two words, unless that leaves less than half of what would fit. */
static void cut(struct text *result, size_t most) {
    size_t end = most;
    while (end > most / 2 && result->bytes[end] != '_')
        end--;
    if (result->bytes[end] != '_')
        end = most;
    while (end > 0 && result->bytes[end - 1] == '_')
        end--;
    text_cut(result, end);
}

void identifier_make(struct text *result, const char *words, size_t most) {
    struct text made = {0};
    bool parted = false;
    const uint8_t *at = (const uint8_t *)words;
    ucs4_t character;
    while ((at = u8_next(&character, at)) != NULL) {
        const char *plain = find_plain(character);
        for (; plain != NULL && *plain != '\0'; plain++)
            add_character(&made, (ucs4_t)*plain, &parted);
        if (plain == NULL)
            add_decomposed(&made, character, &parted);
    }
    if (made.length > most)
        cut(&made, most);
    text_add(result, text_string(&made));
    text_free(&made);
}
