/* SHA-256 by libmd, also with a key. Nothing is allocated. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include <stdbool.h>
#include <stddef.h>

enum { DIGEST_SIZE = 65 }; /* 64 hexadecimal digits and a NUL */

/* The digest of length bytes. */
void digest_bytes(const char *bytes, size_t length, char hexadecimal[DIGEST_SIZE]);
/* A key for digest_keyed, made by chance: 64 hexadecimal digits. Ends the program with
 * EXIT_RESOURCE where the system has no chance to give. */
void digest_make_key(char key[DIGEST_SIZE]);
/* The keyed digest (HMAC, RFC 2104) of length bytes; the key is a string of at most 64 bytes.
 * Who lacks the key cannot try out which bytes they were. */
void digest_keyed(const char *key, const char *bytes, size_t length,
                  char hexadecimal[DIGEST_SIZE]);
/* The digest of a regular file's bytes. False where it is not one (a pipe, say) or cannot be
 * read. */
bool digest_file(const char *path, char hexadecimal[DIGEST_SIZE]);
/* True where value is length hexadecimal digits as these functions write them. */
bool digest_is(const char *value, size_t length);

#endif
