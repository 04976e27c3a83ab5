/* SHA-256 by libmd. Nothing is allocated. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include <stddef.h>

enum { DIGEST_SIZE = 65 }; /* 64 hexadecimal digits and a NUL */

/* The digest of length bytes. */
void digest_bytes(const char *bytes, size_t length, char hexadecimal[DIGEST_SIZE]);

#endif
