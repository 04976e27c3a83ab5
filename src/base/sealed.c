#include "base/sealed.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/die.h"
#include "base/digest.h"
#include "base/output.h"

static FILE *open_file(const char *path) {
    FILE *stream = fopen(path, "re");
    if (stream == NULL)
        die(EXIT_NO_INPUT, "cannot open %s:", "%s lässt sich nicht öffnen:", path);
    return stream;
}

bool sealed_load(const char *path, struct text *text) {
    char bytes[1 << 16];
    size_t length;
    /* Any other reason than that it is missing is reported by opening it. */
    if (access(path, F_OK) != 0 && errno == ENOENT)
        return false;
    FILE *stream = open_file(path);
    while ((length = fread(bytes, 1, sizeof bytes, stream)) > 0)
        text_add_bytes(text, bytes, length);
    if (ferror(stream) != 0)
        die(EXIT_IO, "cannot read %s:", "%s lässt sich nicht lesen:", path);
    fclose(stream);
    return true;
}

void sealed_write(const char *path, const char *seal, const char *key, struct text *text) {
    char digest[DIGEST_SIZE];
    digest_keyed(key, text->bytes, text->length, digest);
    text_add_format(text, "%s%s\n", seal, digest);
    struct output *output = output_open(path, true);
    fwrite(text->bytes, 1, text->length, output_stream(output));
    output_close(output);
}

size_t sealed_end(const struct text *text, const char *seal) {
    size_t line = strlen(seal) + DIGEST_SIZE; /* with the line feed in place of the NUL */
    if (text->length < line || text->bytes[text->length - 1] != '\n')
        return 0;
    size_t start = text->length - line;
    return strncmp(text->bytes + start, seal, strlen(seal)) == 0 ? start : 0;
}

bool sealed_holds(const struct text *text, const char *seal, const char *key) {
    char digest[DIGEST_SIZE];
    size_t end = sealed_end(text, seal);
    if (end == 0)
        return false;
    digest_keyed(key, text->bytes, end, digest);
    return strncmp(text->bytes + end + strlen(seal), digest, DIGEST_SIZE - 1) == 0;
}
