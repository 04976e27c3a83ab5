/* What form systems and other programs add to a heading or take from it. All works on folded
 * forms: lower case, one blank for any run of them. */
#include <ctype.h>
#include <stdint.h>
#include <string.h>
#include <unictype.h>
#include <unistr.h>

#include "base/utf8.h"
#include "survey/headings_table.h"

static bool is_word(char byte) {
    return isalnum((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

static bool drops_blank(const struct text *text, size_t at) {
    char before = at > 0 ? text->bytes[at - 1] : '\0';
    char after = at + 1 < text->length ? text->bytes[at + 1] : '\0';
    return (before != '\0' && strchr("[(/", before) != NULL) ||
           (after != '\0' && strchr("[(])/", after) != NULL);
}

void headings_fold(struct text *form, const char *bytes, size_t length) {
    struct text whole = {0};
    utf8_comparison_form(&whole, bytes, length, true);
    for (size_t i = 0; i < whole.length; i++)
        if (whole.bytes[i] != ' ' || !drops_blank(&whole, i))
            text_add_byte(form, whole.bytes[i]);
    text_free(&whole);
}

void headings_mangle(struct text *mangled, const char *form, size_t length) {
    size_t start = mangled->length;
    bool pending = false;
    for (size_t at = 0; at < length;) {
        ucs4_t character;
        size_t size = (size_t)u8_mbtouc(&character, (const uint8_t *)form + at, length - at);
        bool kept = character == '_' || uc_is_general_category_withtable(
                                            character, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N |
                                                           UC_CATEGORY_MASK_M);
        if (kept && pending && mangled->length > start)
            text_add_byte(mangled, '.');
        if (kept)
            text_add_bytes(mangled, form + at, size);
        pending = !kept;
        at += size;
    }
}

/* --- numbers before --- */

/* Digits, and further ones behind points: "2", "2.1". */
static size_t digits_at(const char *form, size_t length) {
    size_t at = 0;
    while (at < length && isdigit((unsigned char)form[at])) {
        while (at < length && isdigit((unsigned char)form[at]))
            at++;
        if (at + 1 < length && form[at] == '.' && isdigit((unsigned char)form[at + 1]))
            at++;
    }
    return at;
}

static size_t roman_at(const char *form, size_t length) {
    size_t at = 0;
    while (at < length && strchr("ivx", form[at]) != NULL)
        at++;
    return at;
}

/* Words that stand before the number of a question. */
static const char *const number_words[] = {"frage", "question", "nr.",     "nr",
                                           "no.",   "pregunta", "pytanie", "otázka",
                                           "q",     "f",        "item",    "domanda"};

static size_t word_at(const char *form, size_t length) {
    for (size_t i = 0; i < sizeof number_words / sizeof number_words[0]; i++) {
        size_t size = strlen(number_words[i]);
        if (size >= length || memcmp(form, number_words[i], size) != 0)
            continue;
        size += form[size] == ' ' ? 1 : 0;
        if (size < length && isdigit((unsigned char)form[size]))
            return size;
    }
    return 0;
}

static size_t mark_at(const char *form, size_t length, const char *marks) {
    size_t at = length > 0 && form[0] == ' ' ? 1 : 0;
    size_t start = at;
    while (at < length && form[at] != '\0' && strchr(marks, form[at]) != NULL)
        at++;
    return at > start ? at : 0;
}

size_t headings_number(const char *form, size_t length, size_t *label) {
    size_t open = length > 0 && form[0] == '(' ? 1 : 0;
    size_t word = word_at(form + open, length - open), at = open + word;
    size_t digits = digits_at(form + at, length - at);
    at += digits;
    if (word > 0 && at < length && form[at] >= 'a' && form[at] <= 'z')
        at++; /* "Q3b" */
    if (digits == 0) {
        size_t roman = roman_at(form + at, length - at);
        at += roman > 0 ? roman : at < length && islower((unsigned char)form[at]) ? 1 : 0;
    }
    *label = at;
    size_t mark = at > open ? mark_at(form + at, length - at, ".):-") : 0;
    if (mark == 0 || (word == 0 && form[at] == '-')) /* "1-2 hours" */
        return 0;
    at += mark;
    bool blank = at < length && form[at] == ' ';
    /* "3.5 Stunden", "a.m." and the like are no numbers of questions. */
    bool joined = word > 0 && form[at - 1] == '.'; /* "q1.a" is a code */
    if (!blank && (digits == 0 || joined || form[at - 1] == '-' || at == length ||
                   isdigit((unsigned char)form[at])))
        return 0;
    at += blank ? 1 : 0;
    return at < length ? at : 0;
}

/* --- marks behind --- */

static const char *const mandatory[] = {"(pflichtfrage)",  "(pflichtfeld)", "(erforderlich)",
                                        "(required)",      "(mandatory)",   "[required]",
                                        "(obligatorisch)", "(obligatoire)", "(obligatorio)",
                                        "[pflichtfrage]",  "(pflicht)"};

static size_t mandatory_at(const char *form, size_t length) {
    for (size_t i = 0; i < sizeof mandatory / sizeof mandatory[0]; i++) {
        size_t size = strlen(mandatory[i]);
        if (size <= length && memcmp(form, mandatory[i], size) == 0)
            return size;
    }
    return 0;
}

bool headings_unmark(struct text *unmarked, const char *form, size_t length) {
    bool found = false;
    size_t start = unmarked->length;
    for (size_t at = 0; at < length;) {
        size_t size = at > 0 ? mandatory_at(form + at, length - at) : 0;
        found = found || size > 0;
        if (size == 0)
            text_add_byte(unmarked, form[at++]);
        at += size;
    }
    while (unmarked->length > start + 1 && (unmarked->bytes[unmarked->length - 1] == '*' ||
                                            unmarked->bytes[unmarked->length - 1] == ' ')) {
        found = found || unmarked->bytes[unmarked->length - 1] == '*';
        unmarked->bytes[--unmarked->length] = '\0';
    }
    if (unmarked->length > start + 1 && unmarked->bytes[start] == '*') {
        found = true;
        size_t skip = unmarked->bytes[start + 1] == ' ' ? 2 : 1;
        memmove(unmarked->bytes + start, unmarked->bytes + start + skip,
                unmarked->length - start - skip + 1);
        unmarked->length -= skip;
    }
    return found && unmarked->length > start;
}

/* --- ranks --- */

static const char *const rank_words[] = {
    "rang",  "rank",     "platz",    "wahl",      "choice",    "place",      "priorität",
    "prio",  "priority", "position", "stelle",    "nr",        "no",         "st",
    "nd",    "rd",       "th",       "rangplatz", "präferenz", "preference", "ranking",
    "choix", "lugar",    "puesto",   "opción",    "scelta",    "posto",      "miejsce",
    "wybór", "místo",    "pořadí",   "pos",       "er",        "e"};

static bool is_rank_word(const char *bytes, size_t length) {
    for (size_t i = 0; i < sizeof rank_words / sizeof rank_words[0]; i++)
        if (strlen(rank_words[i]) == length && memcmp(rank_words[i], bytes, length) == 0)
            return true;
    return false;
}

size_t headings_rank(const char *form, size_t length) {
    enum { MOST_DIGITS = 3 };
    size_t rank = 0, numbers = 0;
    for (size_t at = 0; at < length;) {
        size_t start = at;
        if (isdigit((unsigned char)form[at])) {
            for (rank = 0; at < length && isdigit((unsigned char)form[at]); at++)
                rank = at - start < MOST_DIGITS ? rank * 10 + (size_t)(form[at] - '0') : 0;
            numbers++;
            continue;
        }
        while (at < length && is_word(form[at]) && !isdigit((unsigned char)form[at]) &&
               form[at] != '_')
            at++;
        if (at > start && !is_rank_word(form + start, at - start))
            return 0;
        if (at == start) {
            if (strchr(" .#:-_", form[at]) == NULL)
                return 0;
            at++;
        }
    }
    return numbers == 1 ? rank : 0;
}
