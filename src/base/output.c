#include "base/output.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "base/memory.h"
#include "base/text.h"

struct output {
    struct output *next; /* open outputs form a list, so that die can remove them */
    FILE *stream;
    char *path;      /* NULL: standard output */
    char *temporary; /* NULL: standard output or a path that is no regular file */
};

static struct output *open_outputs;

static void unlink_from_list(struct output *output) {
    for (struct output **link = &open_outputs; *link != NULL; link = &(*link)->next) {
        if (*link == output) {
            *link = output->next;
            return;
        }
    }
}

static void free_output(struct output *output) {
    unlink_from_list(output);
    free(output->path);
    free(output->temporary);
    free(output);
}

/* A device such as /dev/full or a pipe is written directly: it can be neither replaced nor
 * renamed. */
static bool is_special(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

static void open_file(struct output *output, bool private_file) {
    const char *name = output->path;
    int flags = O_WRONLY | O_CLOEXEC;
    if (!is_special(output->path)) {
        struct text temporary = {0};
        text_add_format(&temporary, "%s.tmp-%ld", output->path, (long)getpid());
        output->temporary = temporary.bytes;
        name = output->temporary;
        flags |= O_CREAT | O_TRUNC;
    }
    struct stat status;
    if (stat(output->path, &status) == 0 && S_ISDIR(status.st_mode)) {
        free(output->temporary);
        output->temporary = NULL;
        die(EXIT_CANNOT_CREATE, "%s is a folder, a file was expected",
            "%s ist ein Ordner, erwartet war eine Datei", output->path);
    }
    int descriptor = open(name, flags, private_file ? 0600 : 0666);
    output->stream = descriptor >= 0 ? fdopen(descriptor, "wb") : NULL;
    if (output->stream == NULL)
        die(EXIT_CANNOT_CREATE,
            "cannot create %s:", "%s lässt sich nicht anlegen:", output->path);
}

/* Where it was closed, command_next has put a file there that can only be read. */
void output_check_standard(void) {
    int flags = fcntl(STDOUT_FILENO, F_GETFL);
    if (flags < 0 || (flags & O_ACCMODE) == O_RDONLY)
        die(EXIT_IO, "standard output is closed", "die Standardausgabe ist geschlossen");
}

static void remove_unfinished(void) {
    for (struct output *output = open_outputs; output != NULL; output = output->next)
        if (output->temporary != NULL)
            unlink(output->temporary);
}

struct output *output_open(const char *path, bool private_file) {
    bool standard = path == NULL || strcmp(path, "-") == 0;
    if (standard)
        output_check_standard();
    struct output *output = memory_allocate(1, sizeof *output);
    output->next = open_outputs;
    open_outputs = output;
    die_set_clean_up(remove_unfinished);
    if (standard) {
        output->stream = stdout;
        return output;
    }
    output->path = memory_copy(path);
    open_file(output, private_file);
    return output;
}

FILE *output_stream(struct output *output) {
    return output->stream;
}

static const char *shown_name(const struct output *output) {
    return output->path != NULL ? output->path : "<stdout>";
}

void output_close(struct output *output) {
    bool failed = fflush(output->stream) != 0 || ferror(output->stream);
    if (output->path != NULL) {
        failed = (output->temporary != NULL && fsync(fileno(output->stream)) != 0) || failed;
        failed = fclose(output->stream) != 0 || failed;
    }
    if (failed)
        die(EXIT_IO, "cannot write %s:", "%s lässt sich nicht schreiben:", shown_name(output));
    if (output->temporary != NULL && rename(output->temporary, output->path) != 0)
        die(EXIT_CANNOT_CREATE,
            "cannot put %s in place:", "%s lässt sich nicht ablegen:", output->path);
    free_output(output);
}

void output_discard(struct output *output) {
    if (output == NULL)
        return;
    if (output->path != NULL)
        fclose(output->stream);
    if (output->temporary != NULL)
        unlink(output->temporary);
    free_output(output);
}
