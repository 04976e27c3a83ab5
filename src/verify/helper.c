#include "verify/helper.h"

#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>

#include "base/process.h"
#include "base/text.h"

enum { MOST_ARGUMENTS = 8, LONGEST_SECONDS = 60, PAUSE = 5 };

/* A page that was tampered with must not take the machine. */
static const struct process_limits limits = {(size_t)2 << 30, (size_t)100 << 20};

static bool await(pid_t pid) {
    time_t end = time(NULL) + LONGEST_SECONDS;
    int status = 0;
    while (waitpid(pid, &status, WNOHANG) != pid) {
        if (time(NULL) >= end)
            kill(-pid, SIGKILL);
        poll(NULL, 0, PAUSE);
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool run(const char *path, const char *const *arguments, FILE *output) {
    static const char *const environment[] = {"PATH=" PROCESS_PATH, "LC_ALL=C.UTF-8", NULL};
    const struct process process = {
        .program = path,
        .arguments = arguments,
        .environment = environment,
        .streams = {PROCESS_NOTHING, fileno(output), PROCESS_NOTHING},
        .leads_group = true,
        .limits = &limits,
    };
    pid_t pid;
    return process_start(&process, &pid) == 0 && await(pid);
}

static const char *read_output(struct arena *arena, FILE *file) {
    struct text bytes = {0};
    char buffer[65536];
    size_t count;
    rewind(file);
    while ((count = fread(buffer, 1, sizeof buffer, file)) > 0)
        text_add_bytes(&bytes, buffer, count);
    const char *copy = arena_copy(arena, text_string(&bytes));
    text_free(&bytes);
    return copy;
}

const char *helper_read(struct work *work, const char *program, const char *const *arguments,
                        const char *name) {
    const char *words[MOST_ARGUMENTS + 2] = {program};
    for (size_t i = 0; i < MOST_ARGUMENTS && arguments[i] != NULL; i++)
        words[i + 1] = arguments[i];
    char *path = process_find(program);
    FILE *output = path != NULL ? tmpfile() : NULL;
    bool fine = output != NULL && run(path, words, output);
    const char *result = fine ? read_output(work->arena, output) : NULL;
    const char *file = arena_format(work->arena, "%s (%s)", name, program);
    if (path == NULL)
        work_leave(work, "a program is not installed for ", "Ein Programm fehlt für ", file);
    else if (!fine)
        work_leave(work, "cannot be read: ", "nicht lesbar: ", file);
    if (output != NULL)
        fclose(output);
    free(path);
    return result;
}

const char *helper_pdf(struct work *work, const char *name) {
    const char *const arguments[] = {
        "-enc", "UTF-8", "--", run_files_find(work->files, name)->path, "-", NULL};
    return helper_read(work, "pdftotext", arguments, name);
}

const char *helper_workbook(struct work *work, const char *name) {
    const char *const arguments[] = {"-a", "--", run_files_find(work->files, name)->path, NULL};
    return helper_read(work, "xlsx2csv", arguments, name);
}
