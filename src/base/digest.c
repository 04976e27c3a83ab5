#include "base/digest.h"

#include <sha2.h>
#include <stdint.h>

void digest_bytes(const char *bytes, size_t length, char hexadecimal[DIGEST_SIZE]) {
    SHA256Data((const uint8_t *)bytes, length, hexadecimal);
}
