#include "nachlese/pdf.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/die.h"
#include "base/language.h"

const char *pdf_maker(struct arena *arena) {
    char *found = process_find("weasyprint");
    const char *program = found != NULL ? arena_copy(arena, found) : NULL;
    free(found);
    return program;
}

static int open_or_die(const char *path, int flags) {
    int descriptor = open(path, flags | O_CLOEXEC, 0666);
    if (descriptor >= 0)
        return descriptor;
    if ((flags & O_CREAT) != 0)
        die(EXIT_CANNOT_CREATE, "cannot create %s:", "%s lässt sich nicht anlegen:", path);
    die(EXIT_IO, "cannot read %s:", "%s lässt sich nicht lesen:", path);
}

/* Fonts are those of the computer, not the user's. Nobody answers on port 9, the port for what
 * is thrown away, should a page ever ask for something. */
static const char **environment(struct arena *arena) {
    const char *path = getenv("PATH");
    const char *const variables[] = {
        arena_format(arena, "PATH=%s", path != NULL ? path : PROCESS_PATH),
        "TMPDIR=.",
        "LC_ALL=C.UTF-8",
        "PYTHONHASHSEED=0",
        "SOURCE_DATE_EPOCH=0", /* else fonts carry the time of day */
        "PYTHONNOUSERSITE=1",
        "http_proxy=http://127.0.0.1:9",
        "https_proxy=http://127.0.0.1:9",
        "ftp_proxy=http://127.0.0.1:9",
        NULL,
    };
    const char **copy =
        arena_allocate(arena, sizeof variables / sizeof variables[0], sizeof variables[0]);
    memcpy(copy, variables, sizeof variables);
    return copy;
}

void pdf_equip(struct child *child, struct arena *arena, const char *program, const char *page,
               const char *pdf, const char *folder, int seconds) {
    /* Relative addresses lead nowhere. */
    static const char *const words[] = {
        "weasyprint",    "--quiet",  "--encoding", "UTF-8", "--base-url", "nowhere:/",
        "--pdf-variant", "pdf/ua-1", "-",          "-",     NULL};
    child->seconds = seconds;
    child->process = (struct process){
        .program = program,
        .arguments = words,
        .environment = environment(arena),
        .folder = folder,
        .streams = {open_or_die(page, O_RDONLY), open_or_die(pdf, O_RDWR | O_CREAT | O_EXCL)},
        .leads_group = true,
    };
}

/* %PDF- at the beginning, %%EOF at the end; as for pictures, a full disk is seen only so. */
static bool is_whole(int descriptor) {
    static const char head[] = "%PDF-", tail[] = "%%EOF";
    char first[sizeof head] = "", last[sizeof tail + 2] = "";
    off_t end = lseek(descriptor, 0, SEEK_END);
    off_t place = end - (off_t)sizeof last + 1;
    return place >= 0 && pread(descriptor, first, sizeof head - 1, 0) > 0 &&
           pread(descriptor, last, sizeof last - 1, place) > 0 && strcmp(first, head) == 0 &&
           strstr(last, tail) != NULL;
}

int pdf_judge(const struct child *child) {
    int made = child->process.streams[STDOUT_FILENO];
    int code = EXIT_UNAVAILABLE;
    if (child->state == CHILD_NO_START && child->number != ENOENT && child->number != EACCES)
        code = EXIT_RESOURCE;
    if (child->state == CHILD_EXITED && child->number == 0)
        code = is_whole(made) && fsync(made) == 0 ? EXIT_FINE : EXIT_IO;
    close(child->process.streams[STDIN_FILENO]);
    close(made);
    return code;
}

static const char *name_of(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

/* One of the two sentences, about the number. */
static void say(const char *pdf, const char *english, const char *german, int number) {
    fprintf(stderr, "%s: %s: ", die_program(), name_of(pdf));
    fprintf(stderr, language_pick(english, german), number);
    fputs(language_pick("; nothing is replaced; --no-pdf makes the reports without\n",
                        "; nichts ist ersetzt; --no-pdf macht die Berichte ohne\n"),
          stderr);
}

void pdf_say(const struct child *child, int code, const char *pdf) {
    if (code == EXIT_FINE)
        return;
    if (code == EXIT_IO)
        say(pdf, "is not whole: is the disk full?",
            "ist nicht vollständig: Ist der Datenträger voll?", 0);
    else if (child->state == CHILD_EXITED)
        say(pdf, "WeasyPrint ended with status %d", "WeasyPrint endete mit Status %d",
            child->number);
    else if (child->state == CHILD_DIED)
        say(pdf, "WeasyPrint was ended by signal %d", "WeasyPrint wurde von Signal %d beendet",
            child->number);
    else if (child->state == CHILD_TOO_SLOW)
        say(pdf,
            "WeasyPrint took longer than %d seconds and was stopped; --pdf-timeout gives it "
            "more",
            "WeasyPrint brauchte länger als %d Sekunden und wurde beendet; --pdf-timeout gibt "
            "ihm mehr",
            child->seconds);
    else
        say(pdf, "WeasyPrint cannot be started (fault %d)",
            "WeasyPrint lässt sich nicht starten (Fehler %d)", child->number);
}
