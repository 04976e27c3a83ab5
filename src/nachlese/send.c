#include "nachlese/send.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "base/language.h"
#include "base/output.h"
#include "nachlese/contents.h"

static const char *const endings[] = {"txt", "pdf"};
enum { ENDINGS = 2 };

/* The file of that number in the folder, first all of the first language; NULL behind the
 * last. */
static const char *name_of(const struct questionnaire *questionnaire, size_t number,
                           struct arena *arena) {
    if (number / ENDINGS >= questionnaire->language_count)
        return NULL;
    return arena_format(arena, "report.%s.%s", questionnaire->languages[number / ENDINGS],
                        endings[number % ENDINGS]);
}

static FILE *open_source(const char *path) {
    FILE *source = fopen(path, "re");
    if (source == NULL)
        die(EXIT_IO, "cannot read %s:", "%s lässt sich nicht lesen:", path);
    return source;
}

/* A language may have no report, and a report no PDF. */
static void copy(const char *from, const char *to) {
    char buffer[65536];
    if (access(from, F_OK) != 0)
        return;
    FILE *source = open_source(from);
    struct output *output = output_open(to, false);
    /* A fault of writing is told when the output is closed. */
    for (size_t size; (size = fread(buffer, 1, sizeof buffer, source)) > 0;)
        fwrite(buffer, 1, size, output_stream(output));
    if (ferror(source))
        die(EXIT_IO, "cannot read %s:", "%s lässt sich nicht lesen:", from);
    fclose(source);
    output_close(output);
}

void send_fill(const char *built, const struct questionnaire *questionnaire,
               struct arena *arena) {
    const char *folder =
        arena_format(arena, "%s/public/%s", built, contents_names(questionnaire)->send);
    if (mkdir(folder, 0777) != 0)
        die(EXIT_CANNOT_CREATE,
            "cannot create the folder %s:", "der Ordner %s lässt sich nicht anlegen:", folder);
    const char *name;
    for (size_t i = 0; (name = name_of(questionnaire, i, arena)) != NULL; i++)
        copy(arena_format(arena, "%s/public/%s", built, name),
             arena_format(arena, "%s/%s", folder, name));
}

/* "0.8 MB"; German numbers have a comma. */
static const char *megabytes(int64_t bytes, struct arena *arena) {
    enum { TENTH = 100000 };
    int64_t tenths = (bytes + TENTH / 2) / TENTH;
    return arena_format(arena, language_pick("%" PRId64 ".%d MB", "%" PRId64 ",%d MB"),
                        tenths / 10, (int)(tenths % 10));
}

int64_t send_size(const char *built, const struct questionnaire *questionnaire,
                  struct arena *arena, const char **sizes) {
    enum { WORTH_NAMING = SEND_MOST_BYTES / 10 };
    int64_t sum = 0;
    const char *name;
    *sizes = "";
    for (size_t i = 0; (name = name_of(questionnaire, i, arena)) != NULL; i++) {
        struct stat status;
        const char *path = arena_format(arena, "%s/public/%s/%s", built,
                                        contents_names(questionnaire)->send, name);
        if (stat(path, &status) != 0)
            continue;
        sum += status.st_size;
        if (status.st_size > WORTH_NAMING)
            *sizes = arena_format(arena, "%s%s%s %s", *sizes, **sizes != '\0' ? ", " : "", name,
                                  megabytes(status.st_size, arena));
    }
    return sum;
}
