#include "quotes/windows.h"

#include <stddef.h>
#include <stdint.h>
#include <unistr.h>

static bool in_windows(ucs4_t character) {
    static const uint16_t others[] = {0x20AC, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x017D, 0x2018,
                                      0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
                                      0x2122, 0x0161, 0x203A, 0x0153, 0x017E, 0x0178};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (others[i] == character)
            return true;
    return character < 0x80 || (character >= 0xA0 && character <= 0xFF);
}

static ucs4_t next_character(const char **string) {
    ucs4_t character = 0;
    const uint8_t *next = u8_next(&character, (const uint8_t *)*string);
    if (next == NULL)
        return 0;
    *string = (const char *)next;
    return character == '\n' ? ' ' : character;
}

bool windows_fits(const char *tidy) {
    for (ucs4_t character; (character = next_character(&tidy)) != 0;)
        if (!in_windows(character))
            return false;
    return true;
}

bool windows_same(const char *tidy, const char *found) {
    for (ucs4_t character; (character = next_character(&tidy)) != 0;) {
        ucs4_t other = next_character(&found);
        if (in_windows(character) ? other != character : other <= ' ' || other >= 0x7F)
            return false;
        /* Windows counts in units of UTF-16: an emoji leaves two question marks. */
        if (character > 0xFFFF && other == '?' && *found == '?')
            found++;
    }
    return *found == '\0';
}
