#include "nachlese/pdf.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "base/language.h"
#include "base/text.h"
#include "nachlese/pdf_file.h"

enum { PDF_COMMANDS = 2, MOST_WORDS = 40 };

static const struct {
    const char *name;
    const char *commands[PDF_COMMANDS]; /* the first that is found */
} programs[PDF_PROGRAMS] = {
    [PDF_CHROMIUM] = {"Chromium", {"chromium", "chromium-browser"}},
    [PDF_WEASYPRINT] = {"WeasyPrint", {"weasyprint", NULL}},
};

const char *pdf_program_name(enum pdf_program program) {
    return programs[program].name;
}

const char *pdf_find(enum pdf_program program, struct arena *arena) {
    for (size_t i = 0; i < PDF_COMMANDS && programs[program].commands[i] != NULL; i++) {
        char *found = process_find(programs[program].commands[i]);
        const char *path = found != NULL ? arena_copy(arena, found) : NULL;
        free(found);
        if (path != NULL)
            return path;
    }
    return NULL;
}

bool pdf_may_start(enum pdf_program program) {
    return program != PDF_CHROMIUM || geteuid() != 0;
}

static int open_or_die(const char *path, int flags) {
    int descriptor = open(path, flags | O_CLOEXEC, 0666);
    if (descriptor >= 0)
        return descriptor;
    if ((flags & O_CREAT) != 0)
        die(EXIT_CANNOT_CREATE, "cannot create %s:", "%s lässt sich nicht anlegen:", path);
    die(EXIT_IO, "cannot read %s:", "%s lässt sich nicht lesen:", path);
}

/* A list of at most MOST_WORDS words of the arena, ended by NULL as its room is zeroed. */
struct words {
    struct arena *arena;
    const char **list;
    size_t count;
};

static void add(struct words *words, const char *format, const char *value) {
    words->list[words->count++] = arena_format(words->arena, format, value);
}

static void add_all(struct words *words, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        add(words, "%s", list[i]);
}

static struct words new_words(struct arena *arena) {
    return (struct words){.arena = arena,
                          .list = arena_allocate(arena, MOST_WORDS + 1, sizeof(char *))};
}

/* Fonts are those of the computer, not the user's. Nobody answers on port 9, the port for what
 * is thrown away, should a page ever ask for something. */
static const char **weasyprint_environment(struct arena *arena, const char *path) {
    static const char *const variables[] = {
        "TMPDIR=.",
        "LC_ALL=C.UTF-8",
        "PYTHONHASHSEED=0",
        "SOURCE_DATE_EPOCH=0", /* else fonts carry the time of day */
        "PYTHONNOUSERSITE=1",
        "http_proxy=http://127.0.0.1:9",
        "https_proxy=http://127.0.0.1:9",
        "ftp_proxy=http://127.0.0.1:9",
    };
    struct words words = new_words(arena);
    add(&words, "PATH=%s", path);
    add_all(&words, variables, sizeof variables / sizeof variables[0]);
    return words.list;
}

static void equip_weasyprint(struct child *child, struct arena *arena,
                             const struct pdf_job *job, const char *path) {
    /* Relative addresses lead nowhere. Without the variant there are no tags; what it claims is
     * taken out again. */
    static const char *const words[] = {
        "weasyprint",    "--quiet",  "--encoding", "UTF-8", "--base-url", "nowhere:/",
        "--pdf-variant", "pdf/ua-1", "-",          "-",     NULL};
    child->process.arguments = words;
    child->process.environment = weasyprint_environment(arena, path);
    child->process.streams[STDIN_FILENO] = open_or_die(job->page, O_RDONLY);
    child->process.streams[STDOUT_FILENO] = open_or_die(job->pdf, O_WRONLY | O_CREAT | O_EXCL);
}

/* Nothing of the user's browser: no profile, no settings, no messages to other programs. */
static const char **chromium_environment(struct arena *arena, const char *path,
                                         const char *home) {
    static const char *const variables[] = {
        "TMPDIR=.",
        "LC_ALL=C.UTF-8",
        "TZ=UTC0",
        "DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent",
        "DBUS_SYSTEM_BUS_ADDRESS=unix:path=/nonexistent",
    };
    struct words words = new_words(arena);
    add(&words, "PATH=%s", path);
    add(&words, "HOME=%s", home);
    add(&words, "XDG_CONFIG_HOME=%s", home);
    add(&words, "XDG_CACHE_HOME=%s", home);
    add(&words, "XDG_RUNTIME_DIR=%s", home);
    add_all(&words, variables, sizeof variables / sizeof variables[0]);
    return words.list;
}

/* The address of a file, all but what surely stands for itself as %XX. */
static const char *file_address(struct arena *arena, const char *path) {
    struct text address = {0};
    text_add(&address, "file://");
    for (; *path != '\0'; path++) {
        bool plain = (*path >= 'a' && *path <= 'z') || (*path >= 'A' && *path <= 'Z') ||
                     (*path >= '0' && *path <= '9') || strchr("/._-", *path) != NULL;
        text_add_format(&address, plain ? "%c" : "%%%02X", (unsigned char)*path);
    }
    const char *copy = arena_copy(arena, text_string(&address));
    text_free(&address);
    return copy;
}

static const char *absolute(struct arena *arena, const char *path) {
    char *found = realpath(path, NULL);
    if (found == NULL)
        die(EXIT_IO, "cannot read %s:", "%s lässt sich nicht lesen:", path);
    const char *copy = arena_copy(arena, found);
    free(found);
    return copy;
}

static void equip_chromium(struct child *child, struct arena *arena, const struct pdf_job *job,
                           const char *path) {
    static const char *const switches[] = {
        "--headless=new",
        "--user-agent=nachlese", /* the file names it as its creator */
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-gpu",
        "--disable-extensions",
        "--disable-breakpad",
        "--disable-crash-reporter",
        /* Whatever it would ask for at its start, or a page later: nobody is found. */
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-domain-reliability",
        "--disable-sync",
        "--no-pings",
        "--proxy-server=http://127.0.0.1:9",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--password-store=basic",
        "--no-pdf-header-footer",
        "--export-tagged-pdf",
        "--generate-pdf-document-outline",
    };
    const char *home = absolute(arena, job->folder);
    /* So that its name can be made absolute, and has the mode of the others. */
    close(open_or_die(job->pdf, O_WRONLY | O_CREAT | O_EXCL));
    struct words words = new_words(arena);
    add(&words, "%s", "chromium");
    add_all(&words, switches, sizeof switches / sizeof switches[0]);
    add(&words, "--user-data-dir=%s", home);
    add(&words, "--print-to-pdf=%s", absolute(arena, job->pdf));
    add(&words, "%s", file_address(arena, absolute(arena, job->page)));
    child->process.arguments = words.list;
    child->process.environment = chromium_environment(arena, path, home);
    child->process.streams[STDIN_FILENO] = PROCESS_NOTHING;
    child->process.streams[STDOUT_FILENO] = PROCESS_NOTHING;
}

void pdf_equip(struct child *child, struct arena *arena, const struct pdf_job *job) {
    static void (*const equip[PDF_PROGRAMS])(struct child * child, struct arena * arena,
                                             const struct pdf_job *job, const char *path) = {
        [PDF_CHROMIUM] = equip_chromium,
        [PDF_WEASYPRINT] = equip_weasyprint,
    };
    const char *path = getenv("PATH");
    if (mkdir(job->folder, 0700) != 0 && errno != EEXIST)
        die(EXIT_CANNOT_CREATE, "cannot create the folder %s:",
            "der Ordner %s lässt sich nicht anlegen:", job->folder);
    /* What another program has left half-way. */
    unlink(job->pdf);
    child->seconds = job->seconds;
    child->process = (struct process){
        .program = job->path,
        .folder = job->folder,
        .leads_group = true,
    };
    equip[job->program](child, arena, job, path != NULL ? path : PROCESS_PATH);
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

static void close_stream(const struct child *child, int stream) {
    if (child->process.streams[stream] > STDERR_FILENO)
        close(child->process.streams[stream]);
}

int pdf_judge(const struct child *child, const char *pdf) {
    close_stream(child, STDIN_FILENO);
    close_stream(child, STDOUT_FILENO);
    if (child->state == CHILD_NO_START && child->number != ENOENT && child->number != EACCES)
        return EXIT_RESOURCE;
    if (child->state != CHILD_EXITED || child->number != 0)
        return EXIT_UNAVAILABLE;
    int made = open(pdf, O_RDWR | O_CLOEXEC);
    bool fine = made >= 0 && is_whole(made) && pdf_file_settle(made) && fsync(made) == 0;
    if (made >= 0)
        close(made);
    return fine ? EXIT_FINE : EXIT_IO;
}

static const char *name_of(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

/* What happened to a program that made no PDF; each takes its name and a number. */
static const char *const endings[][2] = {
    [CHILD_NO_START] = {"%s cannot be started (fault %d)",
                        "%s lässt sich nicht starten (Fehler %d)"},
    [CHILD_EXITED] = {"%s ended with status %d", "%s endete mit Status %d"},
    [CHILD_DIED] = {"%s was ended by signal %d", "%s wurde von Signal %d beendet"},
    [CHILD_TOO_SLOW] = {"%s took longer than %d seconds and was stopped; --pdf-timeout gives "
                        "it more",
                        "%s brauchte länger als %d Sekunden und wurde beendet; --pdf-timeout "
                        "gibt ihm mehr"},
};

const char *pdf_describe(const struct child *child, int code, struct arena *arena) {
    const char *name = child->process.arguments[0];
    for (size_t i = 0; i < PDF_PROGRAMS; i++)
        if (strcmp(name, programs[i].commands[0]) == 0)
            name = programs[i].name;
    if (code == EXIT_IO)
        return arena_format(
            arena,
            language_pick("%s made no whole PDF", "%s hat kein vollständiges PDF gemacht"),
            name);
    return arena_format(arena,
                        language_pick(endings[child->state][0], endings[child->state][1]), name,
                        child->state == CHILD_TOO_SLOW ? child->seconds : child->number);
}

void pdf_say(const struct child *child, int code, const char *pdf, struct arena *arena) {
    if (code != EXIT_FINE)
        fprintf(stderr,
                language_pick(
                    "%s: %s: %s; nothing is replaced; --no-pdf makes the reports without\n",
                    "%s: %s: %s; nichts ist ersetzt; --no-pdf macht die Berichte ohne\n"),
                die_program(), name_of(pdf), pdf_describe(child, code, arena));
}
