/* UTF-8 text by libunistring: validity, display width, wrapping, comparison forms. Results in a
 * struct text belong to its owner. All inputs but that of utf8_valid must be valid UTF-8. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

/* No overlong forms, surrogates or values over U+10FFFF. NUL counts as a valid character. */
bool utf8_valid(const char *bytes, size_t length);

/* Columns on a terminal or in a fixed-width font; combining marks count 0, wide characters 2.
 */
size_t utf8_width(const char *string);

/* The form in which headings and labels are compared: HTML tags removed, entities decoded, NFC,
 * U+FEFF and zero-width characters removed, every run of white space (NBSP and its kin
 * included) one blank, ends trimmed. With fold also case-folded, and typographic quotes,
 * apostrophes and dashes as their plain kin. Appends to result. */
void utf8_comparison_form(struct text *result, const char *bytes, size_t length, bool fold);

/* True where nothing of it would be seen: blanks of any kind, zero-width and other invisible
 * characters, HTML tags and entities of such. */
bool utf8_is_blank(const char *string);

/* The bytes of the character at bytes where it is white space other than space and tab
 * (non-breaking, thin ...) or invisible (zero width, soft hyphen, byte order mark); else 0.
 * *code is then its code point; NULL is fine. */
size_t utf8_odd_blank(const char *bytes, size_t length, unsigned *code);

/* Where a line may end, as libunistring's u8_possible_linebreaks says it, one mark a byte; and
 * behind the blank after a closing quote, as in "„so“ (hier)": there Unicode has changed its
 * mind more than once, German needs it, and a text must not depend on the library. */
void utf8_find_breaks(const char *bytes, size_t length, char *breaks);

/* Breaks string by UAX 14 into lines of at most width columns, joined by LF and each after the
 * first led by indent; a word longer than the line is cut between what readers take for
 * characters. No-break spaces hold. Appends to result. */
void utf8_wrap(struct text *result, const char *string, size_t width, const char *indent);

/* Appends string and blanks up to width columns, left- or right-aligned; a longer string is
 * appended whole. */
void utf8_pad(struct text *result, const char *string, size_t width, bool right);

#endif
