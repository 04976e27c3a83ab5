#include "survey/workbook_file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/die.h"
#include "base/exit_code.h"
#include "base/memory.h"
#include "base/process.h"

enum { LONGEST_SECONDS = 60, PAUSE = 10 };

static const struct process_limits limits = {.memory = (size_t)512 << 20,
                                             .file_size = (size_t)100 << 20};

struct workbook_file {
    FILE *csv;
    char path[64];
};

bool workbook_file_is(const char *path) {
    struct stat status;
    char start[4] = {0};
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode))
        return false;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    bool found = file >= 0 && read(file, start, sizeof start) == sizeof start &&
                 memcmp(start, "PK\x03\x04", sizeof start) == 0;
    if (file >= 0)
        close(file);
    return found;
}

/* How the program ended. */
enum ending { ENDED_WELL, ENDED_BADLY, ENDED_TOO_LATE };

static bool is_late(const struct timespec *start) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec - start->tv_sec >= LONGEST_SECONDS;
}

static enum ending await(pid_t pid) {
    struct timespec start;
    int status = 0;
    clock_gettime(CLOCK_MONOTONIC, &start);
    while (waitpid(pid, &status, WNOHANG) != pid) {
        if (is_late(&start)) {
            kill(-pid, SIGKILL);
            while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
                continue;
            return ENDED_TOO_LATE;
        }
        poll(NULL, 0, PAUSE);
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? ENDED_WELL : ENDED_BADLY;
}

/* Writes one sheet into output: by="-s" says its number, "-n" its name. The dates of a workbook
 * are numbers: in this form every reader knows them. */
static enum ending convert(const char *program, const char *path, const char *by,
                           const char *sheet, int output) {
    const char *const arguments[] = {"xlsx2csv",          by,   sheet, "-f",
                                     "%Y-%m-%d %H:%M:%S", "--", path,  NULL};
    static const char *const environment[] = {"PATH=" PROCESS_PATH, "LC_ALL=C.UTF-8", NULL};
    const struct process process = {
        .program = program,
        .arguments = arguments,
        .environment = environment,
        .streams = {PROCESS_NOTHING, output, PROCESS_NOTHING},
        .leads_group = true,
        .limits = &limits,
    };
    pid_t pid;
    errno = process_start(&process, &pid);
    if (errno != 0)
        die(EXIT_RESOURCE, "xlsx2csv cannot be started:", "xlsx2csv lässt sich nicht starten:");
    return await(pid);
}

static FILE *open_nameless(void) {
    FILE *file = tmpfile();
    if (file == NULL)
        die(EXIT_CANNOT_CREATE, "cannot create a temporary file:",
            "eine temporäre Datei lässt sich nicht anlegen:");
    return file;
}

static long long size_of(FILE *file) {
    struct stat status;
    return fstat(fileno(file), &status) == 0 ? (long long)status.st_size : 0;
}

/* Answers on other sheets would be left out in silence. */
static void look_for_second_sheet(const char *program, const char *path, struct diag *diag) {
    FILE *file = open_nameless();
    const struct diag_place place = {.file = path};
    if (convert(program, path, "-s", "2", fileno(file)) == ENDED_WELL && size_of(file) > 0)
        diag_add(diag, DIAG_WARNING, &place,
                 "the workbook has several sheets; only the first is read. Answers on others "
                 "belong into files of their own",
                 "die Arbeitsmappe hat mehrere Blätter; gelesen wird nur das erste. Antworten "
                 "auf anderen gehören in eigene Dateien");
    fclose(file);
}

static void refuse_unreadable(const char *path, bool large, enum ending ending,
                              struct diag *diag) {
    const struct diag_place place = {.file = path};
    if (ending == ENDED_TOO_LATE || large)
        diag_add(diag, DIAG_ERROR, &place,
                 "the workbook is too large to be read (100 MB, 60 seconds): save its sheet of "
                 "answers as CSV (UTF-8), and give that file",
                 "die Arbeitsmappe ist zu groß (100 MB, 60 Sekunden): Bitte das Blatt mit den "
                 "Antworten als CSV (UTF-8) speichern und diese Datei angeben");
    else
        diag_add(
            diag, DIAG_ERROR, &place,
            "this is no workbook that can be read, such as .ods, or a broken one: save the "
            "sheet of answers as CSV (UTF-8), and give that file",
            "das ist keine lesbare Arbeitsmappe, sondern etwa .ods, oder sie ist "
            "beschädigt: Bitte das Blatt mit den Antworten als CSV (UTF-8) speichern und "
            "diese Datei angeben");
}

static char *find_program(void) {
    char *program = process_find("xlsx2csv");
    if (program == NULL) {
        errno = 0;
        die(EXIT_UNAVAILABLE,
            "reading .xlsx needs xlsx2csv (package xlsx2csv); or save the sheet as CSV",
            "für .xlsx fehlt xlsx2csv (Paket xlsx2csv); oder das Blatt als CSV speichern");
    }
    return program;
}

struct workbook_file *workbook_file_open(const char *path, struct diag *diag) {
    char *program = find_program();
    struct workbook_file *workbook = memory_allocate(1, sizeof *workbook);
    workbook->csv = open_nameless();
    snprintf(workbook->path, sizeof workbook->path, "/proc/self/fd/%d", fileno(workbook->csv));
    enum ending ending = convert(program, path, "-s", "1", fileno(workbook->csv));
    bool large = (size_t)size_of(workbook->csv) >= limits.file_size;
    if (ending == ENDED_WELL && !large) {
        look_for_second_sheet(program, path, diag);
    } else {
        refuse_unreadable(path, large, ending, diag);
        workbook_file_close(workbook);
        workbook = NULL;
    }
    free(program);
    return workbook;
}

struct workbook_file *workbook_file_open_sheet(const char *path, const char *name) {
    char *program = find_program();
    struct workbook_file *workbook = memory_allocate(1, sizeof *workbook);
    workbook->csv = open_nameless();
    snprintf(workbook->path, sizeof workbook->path, "/proc/self/fd/%d", fileno(workbook->csv));
    enum ending ending = convert(program, path, "-n", name, fileno(workbook->csv));
    bool fine = ending == ENDED_WELL && size_of(workbook->csv) > 0 &&
                (size_t)size_of(workbook->csv) < limits.file_size;
    if (!fine) {
        workbook_file_close(workbook);
        workbook = NULL;
    }
    free(program);
    return workbook;
}

void workbook_file_close(struct workbook_file *workbook) {
    if (workbook == NULL)
        return;
    fclose(workbook->csv);
    free(workbook);
}

const char *workbook_file_path(const struct workbook_file *workbook) {
    return workbook->path;
}
