#include "base/digest.h"

#include <sha2.h>
#include <stdint.h>
#include <sys/stat.h>

void digest_bytes(const char *bytes, size_t length, char hexadecimal[DIGEST_SIZE]) {
    SHA256Data((const uint8_t *)bytes, length, hexadecimal);
}

bool digest_file(const char *path, char hexadecimal[DIGEST_SIZE]) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode) &&
           SHA256File(path, hexadecimal) != NULL;
}
