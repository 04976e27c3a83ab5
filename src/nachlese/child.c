#include "nachlese/child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/die.h"
#include "base/language.h"

static volatile sig_atomic_t stop_signal;
static volatile pid_t running; /* 0: no child */

static void stop(int number) {
    stop_signal = number;
    if (running > 0)
        kill(running, SIGTERM);
}

void child_watch_signals(void) {
    struct sigaction action = {.sa_handler = stop};
    sigemptyset(&action.sa_mask);
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        struct sigaction old;
        sigaction(numbers[i], NULL, &old);
        /* What the caller ignores (nohup) stays ignored. */
        if (old.sa_handler != SIG_IGN)
            sigaction(numbers[i], &action, NULL);
    }
}

int child_stopped_by(void) {
    return stop_signal;
}

void child_end_by_signal(int signal_number) {
    signal(signal_number, SIG_DFL);
    raise(signal_number);
    exit(128 + signal_number);
}

static int tell_ending(const char *name, int status) {
    if (WIFEXITED(status))
        return WEXITSTATUS(status);
    if (stop_signal == 0)
        fprintf(
            stderr,
            language_pick("%s: %s was ended by signal %d; run it again\n",
                          "%s: %s wurde von Signal %d beendet; bitte noch einmal starten\n"),
            die_program(), name, WTERMSIG(status));
    return EXIT_RESOURCE;
}

static int wait_for(const char *name, pid_t pid) {
    int status = 0;
    while (waitpid(pid, &status, 0) < 0) {
        if (errno != EINTR)
            die(EXIT_RESOURCE, "cannot wait for %s:", "auf %s lässt sich nicht warten:", name);
    }
    running = 0;
    return tell_ending(name, status);
}

int child_run(const char *program, const char *const *arguments, mode_t mask, bool read_input) {
    extern char **environ;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    if (!read_input)
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    mode_t own = umask(mask);
    pid_t pid = 0;
    /* posix_spawn takes the arguments as not constant for historical reasons only; it does not
     * change them. */
    int fault =
        posix_spawn(&pid, program, &actions, NULL, (char *const *)(void *)arguments, environ);
    umask(own);
    posix_spawn_file_actions_destroy(&actions);
    if (fault != 0) {
        fprintf(stderr,
                language_pick(
                    "%s: cannot start %s: %s; build or install all programs into one folder\n",
                    "%s: %s lässt sich nicht starten: %s; alle Programme gehören in einen "
                    "Ordner\n"),
                die_program(), arguments[0], strerror(fault));
        return EXIT_RESOURCE;
    }
    running = pid;
    /* The signal may have come before the child was known to the handler. */
    if (stop_signal != 0)
        kill(pid, SIGTERM);
    return wait_for(arguments[0], pid);
}

void child_become(const char *program, char **arguments) {
    execv(program, arguments);
}
