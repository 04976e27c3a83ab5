#include "quotes/scan.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "base/die.h"
#include "base/memory.h"
#include "base/text.h"

static const uint32_t ERASED = 0xFFFC; /* the object replacement character */

/* 0: the character is left out. */
static uint32_t plain(ucs4_t character) {
    int digit = uc_decimal_value(character);
    if (digit >= 0)
        return (uint32_t)('0' + digit);
    if (uc_is_property_white_space(character))
        return ' ';
    if (uc_is_general_category(character, UC_DASH_PUNCTUATION) || character == 0x2212)
        return '-';
    if (uc_is_general_category(character, UC_MARK) ||
        uc_is_general_category(character, UC_FORMAT))
        return 0;
    return character;
}

struct scan scan_new(const char *string) {
    size_t length = 0, size = 0;
    uint8_t *normal =
        u8_normalize(UNINORM_NFKC, (const uint8_t *)string, strlen(string), NULL, &size);
    if (normal == NULL && string[0] != '\0')
        die(EXIT_RESOURCE, "out of memory", "der Arbeitsspeicher reicht nicht");
    uint32_t *characters = memory_allocate(size + 1, sizeof *characters);
    for (size_t at = 0; at < size;) {
        ucs4_t character;
        at += (size_t)u8_mbtouc(&character, normal + at, size - at);
        characters[length] = plain(character);
        length += characters[length] != 0;
    }
    characters[length] = 0;
    free(normal);
    return (struct scan){characters, length};
}

void scan_free(struct scan *scan) {
    free(scan->characters);
    *scan = (struct scan){0};
}

uint32_t scan_at(const struct scan *scan, size_t place) {
    return place < scan->length ? scan->characters[place] : 0;
}

bool scan_digit(const struct scan *scan, size_t place) {
    uint32_t character = scan_at(scan, place);
    return character >= '0' && character <= '9';
}

bool scan_letter(const struct scan *scan, size_t place) {
    uint32_t character = scan_at(scan, place);
    return character != 0 && uc_is_alpha(character) && !scan_digit(scan, place);
}

bool scan_upper(const struct scan *scan, size_t place) {
    uint32_t character = scan_at(scan, place);
    return character != 0 && uc_tolower(character) != character;
}

bool scan_alnum(const struct scan *scan, size_t place) {
    return scan_digit(scan, place) || scan_letter(scan, place);
}

size_t scan_skip_blanks(const struct scan *scan, size_t place) {
    while (scan_at(scan, place) == ' ')
        place++;
    return place;
}

size_t scan_word_end(const struct scan *scan, size_t place) {
    while (scan_letter(scan, place))
        place++;
    return place;
}

size_t scan_word_start(const struct scan *scan, size_t end) {
    while (end > 0 && scan_letter(scan, end - 1))
        end--;
    return end;
}

bool scan_word_in(const struct scan *scan, size_t from, size_t end, const char *list) {
    enum { LONGEST = 32 };
    if (from >= end || end - from > LONGEST)
        return false;
    char bytes[6 * (LONGEST + 2) + 1];
    size_t length = 0;
    bytes[length++] = ' ';
    for (size_t place = from; place < end; place++) {
        int size = u8_uctomb((uint8_t *)bytes + length, uc_tolower(scan_at(scan, place)), 6);
        length += size > 0 ? (size_t)size : 0;
    }
    bytes[length++] = ' ';
    bytes[length] = '\0';
    return strchr(bytes + 1, ' ') == bytes + length - 1 && strstr(list, bytes) != NULL;
}

bool scan_word_ends_in(const struct scan *scan, size_t from, size_t end, const char *list) {
    enum { LEAST = 3 };
    for (size_t place = from + 2; place + LEAST <= end; place++)
        if (scan_word_in(scan, place, end, list))
            return true;
    return false;
}

bool scan_word_behind(const struct scan *scan, size_t place, const char *signs, size_t *from,
                      size_t *end) {
    while (scan_at(scan, place) != 0 && scan_at(scan, place) < 0x80 &&
           strchr(signs, (int)scan_at(scan, place)) != NULL)
        place++;
    *from = place;
    *end = scan_word_end(scan, place);
    return *end > place;
}

void scan_erase(struct scan *scan, size_t from, size_t end) {
    for (size_t place = from; place < end && place < scan->length; place++)
        scan->characters[place] = ERASED;
}
