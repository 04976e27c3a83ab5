#include "base/process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"

/* False where our parent is gone already: then no signal would reach us any more. */
static bool bind_to_parent(pid_t parent) {
    return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == parent;
}

static bool set_stream(int stream, int source) {
    if (source == PROCESS_NOTHING)
        source = open("/dev/null", stream == STDIN_FILENO ? O_RDONLY : O_WRONLY);
    return source >= 0 && (source == stream || dup2(source, stream) == stream);
}

static bool set_signals(void) {
    sigset_t none;
    sigemptyset(&none);
    return signal(SIGPIPE, SIG_DFL) != SIG_ERR && sigprocmask(SIG_SETMASK, &none, NULL) == 0;
}

static bool set_limit(__rlimit_resource_t resource, size_t bytes) {
    const struct rlimit limit = {bytes, bytes};
    return setrlimit(resource, &limit) == 0;
}

static bool prepare(const struct process *process) {
    for (int stream = 0; stream < 3; stream++)
        if (!set_stream(stream, process->streams[stream]))
            return false;
    if (process->mask != NULL)
        umask(*process->mask);
    return (process->kept <= STDERR_FILENO || fcntl(process->kept, F_SETFD, 0) == 0) &&
           (!process->leads_group || setpgid(0, 0) == 0) &&
           (process->folder == NULL || chdir(process->folder) == 0) &&
           (process->limits == NULL || (set_limit(RLIMIT_AS, process->limits->memory) &&
                                        set_limit(RLIMIT_FSIZE, process->limits->file_size)));
}

/* In the child. What goes wrong is reported through the pipe, which closes by itself when the
 * program takes over. */
static _Noreturn void become(const struct process *process, pid_t parent, int report) {
    extern char **environ;
    if (!bind_to_parent(parent))
        _exit(EXIT_FAILURE);
    /* execve takes strings that are not constant for historical reasons only. */
    char *const *arguments = (char *const *)(void *)process->arguments;
    char *const *environment =
        process->environment != NULL ? (char *const *)(void *)process->environment : environ;
    if (prepare(process) && set_signals())
        execve(process->program, arguments, environment);
    int fault = errno;
    ssize_t written = write(report, &fault, sizeof fault);
    _exit(written == sizeof fault ? EXIT_FAILURE : EXIT_FAILURE + 1);
}

/* The errno that the child reported, 0 where the program has taken over. */
static int hear(int report) {
    int fault = 0;
    ssize_t size;
    do
        size = read(report, &fault, sizeof fault);
    while (size < 0 && errno == EINTR);
    return size == sizeof fault ? fault : 0;
}

static void await(pid_t pid) {
    while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
        continue;
}

int process_start(const struct process *process, pid_t *pid) {
    int report[2];
    if (pipe2(report, O_CLOEXEC) != 0)
        return errno;
    /* Where the caller ignores it, ended children vanish before anyone can wait for them. */
    signal(SIGCHLD, SIG_DFL);
    /* No handler of ours may run in the child. */
    sigset_t all, before;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    pid_t parent = getpid();
    *pid = fork();
    int fault = *pid < 0 ? errno : 0;
    if (*pid == 0)
        become(process, parent, report[1]);
    sigprocmask(SIG_SETMASK, &before, NULL);
    close(report[1]);
    if (fault == 0 && (fault = hear(report[0])) != 0)
        await(*pid);
    close(report[0]);
    return fault;
}

static bool is_program(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode) && access(path, X_OK) == 0;
}

char *process_find(const char *name) {
    const char *folder = getenv("PATH");
    if (folder == NULL)
        folder = PROCESS_PATH;
    struct text path = {0};
    while (*folder != '\0') {
        size_t length = strcspn(folder, ":");
        text_clear(&path);
        text_add_format(&path, "%.*s/%s", (int)length, folder, name);
        /* What lies in the folder where we happen to be is no program of this computer. */
        if (folder[0] == '/' && is_program(path.bytes))
            return path.bytes;
        folder += length + (folder[length] == ':');
    }
    text_free(&path);
    return NULL;
}
