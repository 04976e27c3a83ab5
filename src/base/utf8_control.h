/* Characters of UTF-8 text that steer a terminal or mislead the eye. Nothing is allocated, so
 * that die can print by it. */
#ifndef BASE_UTF8_CONTROL_H
#define BASE_UTF8_CONTROL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* True where there is a control character (C0 but TAB and LF, DEL, C1), a bidi control or a
 * noncharacter. */
bool utf8_has_control(const char *bytes, size_t length);

/* Prints a string of unknown bytes: control characters and invalid bytes as \xNN, all else as
 * it is. */
void utf8_print_visible(FILE *stream, const char *string);

#endif
