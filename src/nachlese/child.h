/* The programs that the driver starts, several at a time: their messages, their end, the time
 * they may take, and the signals that stop all of them. A child is owned by the caller; what it
 * is started with must live until then, its messages until child_forget. */
#ifndef NACHLESE_CHILD_H
#define NACHLESE_CHILD_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <time.h>

#include "base/process.h"

enum child_state {
    CHILD_NEW,
    CHILD_RUNS,
    CHILD_NO_START, /* number is an errno */
    CHILD_EXITED,   /* with the code number */
    CHILD_DIED,     /* of the signal number */
    CHILD_TOO_SLOW, /* and was killed */
};

struct child {
    struct process process;
    int seconds;         /* it may take no longer; 0: as long as it likes */
    bool speaks_at_once; /* its messages go to our standard error, else they are kept */
    enum child_state state;
    int number;
    pid_t pid;
    int messages;        /* a file of them; 0: none */
    struct timespec end; /* when it is killed */
};

/* From now on SIGINT, SIGTERM and SIGHUP wait until child_await or child_stopped_by looks. What
 * the caller ignores stays ignored. */
void child_watch_signals(void);

/* The signal that asked this program to stop, or 0. */
int child_stopped_by(void);

/* Ends this program by that signal, as its parent expects. */
_Noreturn void child_end_by_signal(int signal_number);

/* Starts a new one; afterwards it runs, or it could not be started. Its standard error is set
 * here. Failing memory for messages ends the program by EXIT_RESOURCE. */
void child_start(struct child *child);

/* Waits until one of those that run has ended. Those that take too long are killed; where a
 * signal asked this program to stop, all are asked to end. */
void child_await(struct child *const *children, size_t count);

/* Asks it to end, where it runs. */
void child_stop(const struct child *child);

/* True where messages of it were kept. */
bool child_has_messages(const struct child *child);

/* Prints the messages that were kept of one that has ended. */
void child_print(const struct child *child);
/* Says why it could not be started, or that it was killed; nothing where it exited. */
void child_print_fault(const struct child *child);
/* Drops the messages. */
void child_forget(struct child *child);

/* Becomes program; returns only where it cannot be started (errno says why). */
void child_become(const char *program, char **arguments);

#endif
