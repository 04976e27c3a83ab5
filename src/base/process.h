/* Starts other programs: without a shell, and so that none of them outlives this one. Nothing
 * is allocated that stays; whoever starts a process waits for it. */
#ifndef BASE_PROCESS_H
#define BASE_PROCESS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum { PROCESS_NOTHING = -1 };

/* Where programs are looked for if the environment does not say. */
#define PROCESS_PATH "/usr/local/bin:/usr/bin:/bin"

/* What a program may use, in bytes; it fails where it wants more. */
struct process_limits {
    size_t memory;    /* of its address space */
    size_t file_size; /* of each file that it writes */
};

struct process {
    const char *program;            /* the path of its file, as process_find finds it */
    const char *const *arguments;   /* the first is its name; NULL ends them */
    const char *const *environment; /* NULL: ours */
    const char *folder;             /* to work in; NULL: ours */
    /* What becomes its standard input, output and error: a descriptor from 3 on, the standard
     * stream itself, or PROCESS_NOTHING for /dev/null. */
    int streams[3];
    int kept;           /* a descriptor from 3 on that stays open for it; else none */
    const mode_t *mask; /* its umask; NULL: ours */
    bool leads_group;   /* a process group of its own, so that its children can be killed too */
    const struct process_limits *limits; /* NULL: ours */
};

/* Starts it, with no signal blocked and SIGPIPE at its default, and puts its number into *pid.
 * It is killed when this program ends, however that ends. Returns 0, or the errno of what went
 * wrong, and then there is nothing to wait for. From the first call on SIGCHLD is not ignored.
 */
int process_start(const struct process *process, pid_t *pid);

/* The path of the program of that name in a folder that PATH names from the root; the caller
 * frees it. NULL if no such program may be run. */
char *process_find(const char *name);

#endif
