#include "base/digest.h"

#include <sha2.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>

#include "base/die.h"

void digest_bytes(const char *bytes, size_t length, char hexadecimal[DIGEST_SIZE]) {
    SHA256Data((const uint8_t *)bytes, length, hexadecimal);
}

void digest_make_key(char key[DIGEST_SIZE]) {
    uint8_t bytes[SHA256_DIGEST_LENGTH];
    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes)
        die(EXIT_RESOURCE, "no random numbers to be had:", "keine Zufallszahlen zu haben:");
    for (size_t i = 0; i < sizeof bytes; i++)
        snprintf(key + 2 * i, 3, "%02x", bytes[i]);
}

/* One pass of HMAC: the digest of the key, with each byte changed by pad, and of the bytes. */
static void digest_padded(const char *key, uint8_t pad, const uint8_t *bytes, size_t length,
                          uint8_t digest[SHA256_DIGEST_LENGTH]) {
    uint8_t block[SHA256_BLOCK_LENGTH];
    size_t key_length = strnlen(key, sizeof block);
    SHA2_CTX context;
    memset(block, pad, sizeof block);
    for (size_t i = 0; i < key_length; i++)
        block[i] = (uint8_t)((uint8_t)key[i] ^ pad);
    SHA256Init(&context);
    SHA256Update(&context, block, sizeof block);
    SHA256Update(&context, bytes, length);
    SHA256Final(digest, &context);
}

void digest_keyed(const char *key, const char *bytes, size_t length,
                  char hexadecimal[DIGEST_SIZE]) {
    enum { INNER = 0x36, OUTER = 0x5c };
    uint8_t inner[SHA256_DIGEST_LENGTH], outer[SHA256_DIGEST_LENGTH];
    digest_padded(key, INNER, (const uint8_t *)bytes, length, inner);
    digest_padded(key, OUTER, inner, sizeof inner, outer);
    for (size_t i = 0; i < sizeof outer; i++)
        snprintf(hexadecimal + 2 * i, 3, "%02x", outer[i]);
}

bool digest_file(const char *path, char hexadecimal[DIGEST_SIZE]) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode) &&
           SHA256File(path, hexadecimal) != NULL;
}

bool digest_is(const char *value, size_t length) {
    return strlen(value) == length && strspn(value, "0123456789abcdef") == length;
}
