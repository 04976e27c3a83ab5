/* Starts the sibling programs of the driver. Nothing is allocated; strings are only read during
 * the call. */
#ifndef NACHLESE_CHILD_H
#define NACHLESE_CHILD_H

#include <stdbool.h>
#include <sys/types.h>

/* From now on SIGINT, SIGTERM and SIGHUP end the child that runs and are kept for
 * child_stopped_by. */
void child_watch_signals(void);

/* The signal that asked this program to stop, or 0. */
int child_stopped_by(void);

/* Ends this program by that signal, as its parent expects. */
_Noreturn void child_end_by_signal(int signal_number);

/* Runs program with these arguments (arguments[0] is its name, NULL ends them) and that umask,
 * with nothing to read on standard input unless read_input, and waits. Returns its exit code; a
 * program that cannot be started or was ended by a signal is told on stderr and counts as
 * EXIT_RESOURCE. */
int child_run(const char *program, const char *const *arguments, mode_t mask, bool read_input);

/* Becomes program; returns only where it cannot be started (errno says why). */
void child_become(const char *program, char **arguments);

#endif
