#include "survey/person_word.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "base/die.h"

enum { DIAERESIS = 0x308 };

/* --- where words are --- */

/* Combining marks and invisible signs do not part a word. */
static bool belongs_to_word(ucs4_t character) {
    return uc_is_property_alphabetic(character) || uc_is_general_category(character, UC_MARK) ||
           uc_is_general_category(character, UC_FORMAT);
}

static size_t decode(const char *bytes, ucs4_t *character) {
    int size = u8_strmbtouc(character, (const uint8_t *)bytes);
    return size > 0 ? (size_t)size : 0;
}

/* Moves on to where the next word begins, and over it; false at the end of the text. */
static bool find_word(struct person_word *word) {
    const char *at = word->bytes + word->length;
    size_t place = word->end, size;
    ucs4_t character;
    while ((size = decode(at, &character)) > 0 && !uc_is_property_alphabetic(character)) {
        at += size;
        place++;
    }
    word->bytes = at;
    word->from = place;
    word->capital = size > 0 && uc_tolower(character) != character;
    while ((size = decode(at, &character)) > 0 && belongs_to_word(character)) {
        at += size;
        place++;
    }
    word->length = (size_t)(at - word->bytes);
    word->end = place;
    return word->length > 0;
}

/* --- forms --- */

/* Letters that no decomposition takes apart. */
static const char *plain_letters(ucs4_t character, char *buffer) {
    static const struct {
        ucs4_t character;
        const char *letters;
    } known[] = {{0x142, "l"},  {0xF8, "oe"}, {0x111, "d"}, {0xE6, "ae"},
                 {0x153, "oe"}, {0x131, "i"}, {0xFE, "th"}, {0xF0, "d"}};
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (known[i].character == character)
            return known[i].letters;
    int size = u8_uctomb((uint8_t *)buffer, character, 6);
    buffer[size > 0 ? size : 0] = '\0';
    return buffer;
}

static bool add_form(struct person_word *word, const char *form, size_t length) {
    if (length == 0 || length >= PERSON_WORD_SIZE)
        return false;
    for (size_t i = 0; i < word->form_count; i++)
        if (strlen(word->forms[i]) == length && memcmp(word->forms[i], form, length) == 0)
            return true;
    if (word->form_count == PERSON_WORD_FORMS)
        return true;
    memcpy(word->forms[word->form_count], form, length);
    word->forms[word->form_count++][length] = '\0';
    return true;
}

/* The folded, decomposed word without its marks; an umlaut is "ae" or "a". */
static bool add_written(struct person_word *word, const uint8_t *folded, size_t size,
                        bool umlauts) {
    char form[PERSON_WORD_SIZE + 8], buffer[8];
    size_t length = 0, letters = 0;
    for (size_t at = 0; at < size && length < PERSON_WORD_SIZE;) {
        ucs4_t character;
        at += (size_t)u8_mbtouc(&character, folded + at, size - at);
        bool umlaut = character == DIAERESIS && length > 0 &&
                      strchr("aou", form[length - 1]) != NULL && umlauts;
        const char *letter = umlaut ? "e" : plain_letters(character, buffer);
        if (!umlaut && !uc_is_property_alphabetic(character))
            continue;
        size_t more = strlen(letter);
        memcpy(form + length, letter, more);
        length += more;
        letters++;
    }
    if (word->form_count == 0)
        word->letters = letters;
    bool added = add_form(word, form, length);
    explicit_bzero(form, sizeof form);
    return added;
}

/* Endings, what stands for them in the name, and how many letters are left at least. The Slavic
 * ones follow a capital only: too many German words end so. */
static const struct ending {
    const char *ending, *instead;
    size_t least;
    bool capital;
} endings[] = {
    {"s", "", 4, false},     {"es", "", 4, false},    {"ens", "", 4, false},
    {"n", "", 5, false},     {"en", "", 5, false},    {"sche", "", 4, false},
    {"schen", "", 4, false}, {"scher", "", 4, false}, {"sches", "", 4, false},
    {"schem", "", 4, false}, {"a", "", 5, true},      {"u", "", 5, true},
    {"y", "", 5, true},      {"i", "", 5, true},      {"e", "", 5, true},
    {"ie", "", 5, true},     {"em", "", 5, true},     {"om", "", 5, true},
    {"iem", "", 4, true},    {"ovi", "", 4, true},    {"owi", "", 4, true},
    {"ova", "", 4, true},    {"ove", "", 4, true},    {"ovou", "", 4, true},
    {"y", "a", 4, true},     {"e", "a", 4, true},     {"u", "a", 4, true},
    {"ou", "a", 4, true},    {"i", "a", 4, true},     {"ie", "a", 4, true},
    {"iego", "i", 5, true},  {"iemu", "i", 5, true},  {"im", "i", 5, true},
    {"iej", "i", 5, true},   {"a", "i", 5, true},     {"iej", "a", 5, true},
    {"eho", "y", 5, true},   {"emu", "y", 5, true},   {"ym", "y", 5, true},
    {"a", "y", 5, true},     {"ou", "a", 5, true},    {"ego", "y", 5, true},
};

static void add_without_endings(struct person_word *word, const char *written) {
    size_t length = strlen(written);
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        const struct ending *ending = &endings[i];
        size_t cut = strlen(ending->ending);
        if (length < cut + ending->least || (ending->capital && !word->capital) ||
            written[length - 1] != ending->ending[cut - 1] ||
            memcmp(written + length - cut, ending->ending, cut) != 0)
            continue;
        char form[2 * PERSON_WORD_SIZE];
        memcpy(form, written, length - cut);
        memcpy(form + length - cut, ending->instead, strlen(ending->instead) + 1);
        add_form(word, form, strlen(form));
        explicit_bzero(form, sizeof form);
    }
}

/* Most words: nothing to take apart. */
static bool add_ascii(struct person_word *word) {
    char form[PERSON_WORD_SIZE];
    if (word->length >= PERSON_WORD_SIZE)
        return false;
    for (size_t i = 0; i < word->length; i++)
        form[i] = (char)(word->bytes[i] | 0x20);
    word->letters = word->length;
    bool added = add_form(word, form, word->length);
    explicit_bzero(form, sizeof form);
    return added;
}

static bool is_ascii(const struct person_word *word) {
    for (size_t i = 0; i < word->length; i++)
        if ((unsigned char)word->bytes[i] >= 0x80)
            return false;
    return true;
}

static bool add_folded(struct person_word *word) {
    enum { LONGEST = 4 * PERSON_WORD_SIZE };
    if (word->length >= LONGEST)
        return false;
    uint8_t room[2 * LONGEST];
    size_t size = sizeof room;
    uint8_t *folded = u8_casefold((const uint8_t *)word->bytes, word->length, NULL,
                                  UNINORM_NFKD, room, &size);
    if (folded == NULL)
        die(EXIT_RESOURCE, "out of memory", "der Arbeitsspeicher reicht nicht");
    bool fits = add_written(word, folded, size, true) && add_written(word, folded, size, false);
    explicit_bzero(folded, size);
    if (folded != room)
        free(folded);
    return fits;
}

static bool add_forms(struct person_word *word) {
    word->form_count = word->letters = 0;
    if (!(is_ascii(word) ? add_ascii(word) : add_folded(word)))
        return false;
    word->written_count = word->form_count;
    for (size_t i = 0; i < word->written_count; i++)
        add_without_endings(word, word->forms[i]);
    return true;
}

bool person_word_next(struct person_word *word) {
    while (find_word(word))
        if (add_forms(word))
            return true;
    return false;
}

bool person_word_same(const struct person_word *one, const struct person_word *other) {
    for (size_t i = 0; i < one->form_count; i++)
        for (size_t k = 0; k < other->form_count; k++)
            if (strcmp(one->forms[i], other->forms[k]) == 0)
                return true;
    return false;
}

bool person_word_in(const char *list, const char *form) {
    size_t length = strlen(form);
    for (const char *at = list; (at = strstr(at, form)) != NULL; at += length)
        if (at > list && at[-1] == ' ' && at[length] == ' ')
            return true;
    return false;
}

bool person_word_is_common(const struct person_word *word) {
    static const char common[] =
        " lang lange langer klein kleine kleiner gross grosse jung junge junger alt alter "
        "stark "
        "starke schwarz weiss braun gruen roth kurz kurze neu neue neuer fromm ehrlich rein "
        "frei "
        "schoen schoene sauer still kuehn hart weich recht richtig fest reich bunt krumm "
        "schnell "
        "spaeth frisch froh froehlich heiter wild edel ernst frank offen gern gerne hier oben "
        "young long little small black white green brown good best grant rose hope mark will "
        "bill pat grace price love rich strong sharp noble west north south east wood woods "
        "field fields hill park banks brook day may summer winters bush page read reading ";
    return person_word_in(common, word->forms[0]);
}
