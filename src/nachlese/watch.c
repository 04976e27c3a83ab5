#include "nachlese/watch.h"

#include <stdio.h>
#include <string.h>

#include "base/digest.h"
#include "base/output.h"

/* As it is written into a note. */
static void take_digest(const char *file, char digest[DIGEST_SIZE]) {
    if (!digest_file(file, digest))
        strcpy(digest, "none");
}

void watch_begin(const char *note, const char *file) {
    char digest[DIGEST_SIZE];
    struct output *output = output_open(note, true);
    take_digest(file, digest);
    fputs(digest, output_stream(output));
    output_close(output);
}

bool watch_holds(const char *note, const char *file) {
    char was[DIGEST_SIZE] = "", is[DIGEST_SIZE];
    FILE *stream = fopen(note, "r");
    if (stream == NULL)
        return true;
    bool known = fgets(was, sizeof was, stream) != NULL;
    fclose(stream);
    take_digest(file, is);
    return !known || strcmp(was, is) == 0;
}
