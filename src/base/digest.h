/* SHA-256 by libmd. Nothing is allocated. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include <stdbool.h>
#include <stddef.h>

enum { DIGEST_SIZE = 65 }; /* 64 hexadecimal digits and a NUL */

/* The digest of length bytes. */
void digest_bytes(const char *bytes, size_t length, char hexadecimal[DIGEST_SIZE]);
/* The digest of a regular file's bytes. False where it is not one (a pipe, say) or cannot be
 * read. */
bool digest_file(const char *path, char hexadecimal[DIGEST_SIZE]);

#endif
