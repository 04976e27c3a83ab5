/* Files of text whose last line is a seal: a fixed beginning, the keyed digest of all bytes
 * above it (digest_keyed) and a line feed. The key is in the file, so a seal tells accidents
 * (cut off, edited by hand, lines lost) and not forgery. */
#ifndef BASE_SEALED_H
#define BASE_SEALED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

/* Adds all bytes of path to text, which the caller frees. False where there is no such file;
 * ends the program where it cannot be read. */
bool sealed_load(const char *path, struct text *text);
/* Adds the seal to text, not empty and whole lines, and replaces path by it as a whole, mode
 * 0600. seal: the beginning of its line. */
void sealed_write(const char *path, const char *seal, const char *key, struct text *text);

/* Where the line of the seal begins; 0 where the last line is none. */
size_t sealed_end(const struct text *text, const char *seal);
/* True where the last line is the seal by key of what is above it. */
bool sealed_holds(const struct text *text, const char *seal, const char *key);

#endif
