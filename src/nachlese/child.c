#include "nachlese/child.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/die.h"
#include "base/language.h"

/* They are blocked all the time and taken one by one, so that nothing of ours runs at moments
 * that nobody chose. */
static sigset_t watched;
static int stop_signal;

void child_watch_signals(void) {
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    sigemptyset(&watched);
    sigaddset(&watched, SIGCHLD);
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        struct sigaction old;
        sigaction(numbers[i], NULL, &old);
        /* What the caller ignores (nohup) stays ignored. */
        if (old.sa_handler != SIG_IGN)
            sigaddset(&watched, numbers[i]);
    }
    sigprocmask(SIG_BLOCK, &watched, NULL);
}

/* Takes one signal, after waiting that long; false where none came. */
static bool take_signal(const struct timespec *patience) {
    int number = sigtimedwait(&watched, NULL, patience);
    if (number > 0 && number != SIGCHLD)
        stop_signal = number;
    return number > 0;
}

int child_stopped_by(void) {
    static const struct timespec none = {0};
    while (take_signal(&none))
        continue;
    return stop_signal;
}

void child_end_by_signal(int signal_number) {
    signal(signal_number, SIG_DFL);
    sigprocmask(SIG_UNBLOCK, &watched, NULL);
    raise(signal_number);
    exit(128 + signal_number);
}

static struct timespec now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time;
}

void child_start(struct child *child) {
    child->process.streams[STDERR_FILENO] = STDERR_FILENO;
    if (!child->speaks_at_once) {
        child->messages = memfd_create("messages", MFD_CLOEXEC);
        if (child->messages < 0)
            die(EXIT_RESOURCE,
                "no room for messages:", "für Meldungen ist kein Speicher zu bekommen:");
        child->process.streams[STDERR_FILENO] = child->messages;
    }
    child->end = now();
    child->end.tv_sec += child->seconds;
    child->number = process_start(&child->process, &child->pid);
    child->state = child->number == 0 ? CHILD_RUNS : CHILD_NO_START;
}

static void send(const struct child *child, int number) {
    kill(child->process.leads_group ? -child->pid : child->pid, number);
}

void child_stop(const struct child *child) {
    if (child->state == CHILD_RUNS)
        send(child, SIGTERM);
}

/* True where it has ended; flags as for waitpid. */
static bool reap(struct child *child, int flags) {
    int status = 0;
    pid_t ended;
    do
        ended = waitpid(child->pid, &status, flags);
    while (ended < 0 && errno == EINTR);
    if (ended == 0)
        return false;
    if (ended < 0)
        die(EXIT_RESOURCE, "cannot wait for %s:", "auf %s lässt sich nicht warten:",
            child->process.arguments[0]);
    bool exited = WIFEXITED(status);
    child->state = exited ? CHILD_EXITED : CHILD_DIED;
    child->number = exited ? WEXITSTATUS(status) : WTERMSIG(status);
    return true;
}

static bool reap_any(struct child *const *children, size_t count) {
    bool any = false;
    for (size_t i = 0; i < count; i++)
        if (children[i]->state == CHILD_RUNS && reap(children[i], WNOHANG))
            any = true;
    return any;
}

static long long milliseconds_left(const struct child *child) {
    struct timespec time = now();
    return (long long)(child->end.tv_sec - time.tv_sec) * 1000 +
           (child->end.tv_nsec - time.tv_nsec) / 1000000;
}

/* Kills whoever is too late and says how long to wait for the others; an hour is for ever. */
static struct timespec patience(struct child *const *children, size_t count, bool *killed) {
    long long least = 3600 * 1000;
    for (size_t i = 0; i < count; i++) {
        struct child *child = children[i];
        if (child->state != CHILD_RUNS || child->seconds == 0)
            continue;
        long long left = milliseconds_left(child);
        if (left <= 0) {
            send(child, SIGKILL);
            reap(child, 0);
            child->state = CHILD_TOO_SLOW;
            *killed = true;
        } else if (left < least) {
            least = left;
        }
    }
    /* One more, for what the division cut off. */
    return (struct timespec){.tv_sec = (least + 1) / 1000,
                             .tv_nsec = (least + 1) % 1000 * 1000000};
}

void child_await(struct child *const *children, size_t count) {
    while (!reap_any(children, count)) {
        bool killed = false;
        struct timespec time = patience(children, count, &killed);
        if (killed)
            return;
        int stopped = stop_signal;
        take_signal(&time);
        for (size_t i = 0; stop_signal != stopped && i < count; i++)
            child_stop(children[i]);
    }
}

bool child_has_messages(const struct child *child) {
    struct stat status;
    return child->messages > 0 && fstat(child->messages, &status) == 0 && status.st_size > 0;
}

void child_print(const struct child *child) {
    char buffer[4096];
    off_t done = 0;
    for (ssize_t size; child->messages > 0 &&
                       (size = pread(child->messages, buffer, sizeof buffer, done)) > 0;
         done += size)
        fwrite(buffer, 1, (size_t)size, stderr);
}

void child_print_fault(const struct child *child) {
    const char *name = child->process.arguments[0];
    if (child->state == CHILD_NO_START)
        fprintf(stderr,
                language_pick(
                    "%s: cannot start %s: %s; build or install all programs into one folder\n",
                    "%s: %s lässt sich nicht starten: %s; alle Programme gehören in einen "
                    "Ordner\n"),
                die_program(), name, strerror(child->number));
    if (child->state == CHILD_DIED)
        fprintf(
            stderr,
            language_pick("%s: %s was ended by signal %d; run it again\n",
                          "%s: %s wurde von Signal %d beendet; bitte noch einmal starten\n"),
            die_program(), name, child->number);
}

void child_forget(struct child *child) {
    if (child->messages > 0)
        close(child->messages);
    child->messages = 0;
}

void child_become(const char *program, char **arguments) {
    execv(program, arguments);
}
