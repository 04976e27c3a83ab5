#include "charts/gnuplot.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/process.h"
#include "base/text.h"

enum { KEPT_OUTPUT = 1 << 16, PAUSE = 10 };

static volatile sig_atomic_t stop_signal;

/* The process, the ends of its pipes (-1: closed), and what it said. */
struct run {
    pid_t pid;
    int input, errors;
    const char *script;
    size_t length, written;
    struct text said;
    struct timespec end; /* when it is killed */
};

static void note_signal(int number) {
    stop_signal = number;
}

static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};
enum { SIGNALS = sizeof signals / sizeof *signals };

/* How signals were dealt with before. */
struct manners {
    struct sigaction actions[SIGNALS];
    sigset_t mask;
};

/* A gnuplot that ends early must not end us by SIGPIPE; and what ends us must end gnuplot, also
 * where the caller has blocked it. */
static void take_signals(struct manners *old) {
    sigset_t ours;
    sigemptyset(&ours);
    for (size_t i = 0; i < SIGNALS; i++) {
        struct sigaction action = {.sa_handler = signals[i] == SIGPIPE ? SIG_IGN : note_signal};
        sigemptyset(&action.sa_mask);
        sigaction(signals[i], NULL, &old->actions[i]);
        if (old->actions[i].sa_handler != SIG_IGN)
            sigaction(signals[i], &action, NULL);
        sigaddset(&ours, signals[i]);
    }
    sigprocmask(SIG_UNBLOCK, &ours, &old->mask);
}

static void give_back_signals(const struct manners *old) {
    sigprocmask(SIG_SETMASK, &old->mask, NULL);
    for (size_t i = 0; i < SIGNALS; i++)
        sigaction(signals[i], &old->actions[i], NULL);
}

static int milliseconds_left(const struct run *run) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long long left = (long long)(run->end.tv_sec - now.tv_sec) * 1000 +
                     (run->end.tv_nsec - now.tv_nsec) / 1000000;
    return left < 0 ? 0 : left > 1000 ? 1000 : (int)left;
}

static void close_end(int *end) {
    if (*end >= 0)
        close(*end);
    *end = -1;
}

/* The child's standard input and error are pipes; its output goes nowhere. Returns an errno. */
static int spawn(pid_t *pid, const char *folder, int input, int errors) {
    char *program = process_find("gnuplot");
    if (program == NULL)
        return ENOENT;
    /* By its name as a file gnuplot stops at the first error; with "-" it would go on. */
    static const char *const arguments[] = {"gnuplot", "-d", "/dev/stdin", NULL};
    struct text assignment = {0};
    const char *path = getenv("PATH");
    text_add_format(&assignment, "PATH=%s", path != NULL ? path : PROCESS_PATH);
    const struct process process = {
        .program = program,
        .arguments = arguments,
        .environment = (const char *const[]){assignment.bytes, NULL},
        .folder = folder,
        .streams = {input, PROCESS_NOTHING, errors},
        /* So that whatever it started is killed with it. */
        .leads_group = true,
    };
    int fault = process_start(&process, pid);
    text_free(&assignment);
    free(program);
    return fault;
}

/* Opens the pipes and starts the process. Returns an errno. */
static int start(struct run *run, const char *folder) {
    int input[2], errors[2];
    if (pipe2(input, O_CLOEXEC) != 0)
        return errno;
    if (pipe2(errors, O_CLOEXEC) != 0) {
        int fault = errno;
        close(input[0]);
        close(input[1]);
        return fault;
    }
    int fault = spawn(&run->pid, folder, input[0], errors[1]);
    close(input[0]);
    close(errors[1]);
    run->input = input[1];
    run->errors = errors[0];
    fcntl(run->input, F_SETFL, O_NONBLOCK);
    fcntl(run->errors, F_SETFL, O_NONBLOCK);
    if (fault != 0) {
        close_end(&run->input);
        close_end(&run->errors);
    }
    return fault;
}

static void feed(struct run *run) {
    ssize_t size = write(run->input, run->script + run->written, run->length - run->written);
    if (size > 0)
        run->written += (size_t)size;
    bool gone = size < 0 && errno != EAGAIN && errno != EINTR;
    if (gone || run->written == run->length)
        close_end(&run->input);
}

static void listen_to(struct run *run) {
    char buffer[4096];
    ssize_t size = read(run->errors, buffer, sizeof buffer);
    if (size > 0 && run->said.length < KEPT_OUTPUT)
        text_add_bytes(&run->said, buffer, (size_t)size);
    if (size == 0 || (size < 0 && errno != EAGAIN && errno != EINTR))
        close_end(&run->errors);
}

/* Feeds and listens until both pipes are closed, the time is up or a signal came. */
static void attend(struct run *run) {
    while (run->input >= 0 || run->errors >= 0) {
        struct pollfd ends[] = {{run->input, POLLOUT, 0}, {run->errors, POLLIN, 0}};
        int left = milliseconds_left(run);
        if (left == 0 || stop_signal != 0)
            return;
        if (poll(ends, 2, left) <= 0)
            continue;
        if (ends[0].revents != 0)
            feed(run);
        if (ends[1].revents != 0)
            listen_to(run);
    }
}

/* Waits for its end; false where it had to be killed first. */
static bool await(struct run *run, int *status) {
    for (;;) {
        pid_t ended = waitpid(run->pid, status, WNOHANG);
        if (ended == run->pid)
            return true;
        if (milliseconds_left(run) == 0 || stop_signal != 0)
            break;
        poll(NULL, 0, PAUSE);
    }
    kill(-run->pid, SIGKILL);
    while (waitpid(run->pid, status, 0) < 0 && errno == EINTR)
        continue;
    return false;
}

/* gnuplot reports an error as: "/dev/stdin" line 12: undefined variable: x. Warnings look
 * alike. */
static void find_error(const char *said, struct gnuplot_outcome *outcome) {
    static const char MARK[] = "\"/dev/stdin\" line ";
    for (const char *at = strstr(said, MARK); at != NULL; at = strstr(at + 1, MARK)) {
        char *end;
        unsigned long line = strtoul(at + sizeof MARK - 1, &end, 10);
        end += strspn(end, ": ");
        if (strncmp(end, "warning:", 8) == 0)
            continue;
        outcome->line = line;
        snprintf(outcome->message, sizeof outcome->message, "%.*s", (int)strcspn(end, "\n"),
                 end);
    }
}

static void judge(const struct run *run, int status, struct gnuplot_outcome *outcome) {
    if (WIFSIGNALED(status)) {
        outcome->ending = GNUPLOT_DIED;
        outcome->number = WTERMSIG(status);
        return;
    }
    outcome->number = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    bool done = outcome->number == 0 && run->written == run->length;
    outcome->ending = done ? GNUPLOT_DONE : GNUPLOT_ERROR;
    if (!done)
        find_error(text_string(&run->said), outcome);
}

static struct gnuplot_outcome drive(struct run *run, const char *folder) {
    struct gnuplot_outcome outcome = {.ending = GNUPLOT_NO_START};
    outcome.number = start(run, folder);
    if (outcome.number == ENOENT || outcome.number == EACCES || outcome.number == ENOEXEC)
        outcome.ending = GNUPLOT_MISSING;
    if (outcome.number != 0)
        return outcome;
    attend(run);
    int status = 0;
    bool ended = await(run, &status);
    close_end(&run->input);
    close_end(&run->errors);
    if (ended)
        judge(run, status, &outcome);
    else
        outcome.ending = stop_signal != 0 ? GNUPLOT_STOPPED : GNUPLOT_TOO_SLOW;
    if (outcome.ending == GNUPLOT_STOPPED)
        outcome.number = stop_signal;
    return outcome;
}

struct gnuplot_outcome gnuplot_run(const char *folder, const char *script, size_t length,
                                   int seconds) {
    struct run run = {.input = -1, .errors = -1, .script = script, .length = length};
    struct manners old;
    clock_gettime(CLOCK_MONOTONIC, &run.end);
    run.end.tv_sec += seconds;
    stop_signal = 0;
    take_signals(&old);
    struct gnuplot_outcome outcome = drive(&run, folder);
    give_back_signals(&old);
    text_free(&run.said);
    return outcome;
}
