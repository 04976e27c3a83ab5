/* The folder of a run: locked, built aside, swapped in when whole. A run folder is freed by
 * run_folder_close; its paths live as long. Faults end the program (EXIT_CANNOT_CREATE,
 * EXIT_IO), and then what was built aside is removed.
 *
 * DIR/.lock            held as long as a run, or a tool that it has started, is at work
 * DIR/.run-PID/        what is being built: public/ and internal/
 * DIR/.ready-I-P/      the same when whole: one rename makes it so. I and P are the inode
 * numbers of its two folders DIR/internal, public the last good output: each is exchanged in
 * one step with its successor, internal first
 *
 * internal/release.txt is edited by people, also while a run is at work. What it was when the
 * run began is noted in .run-PID/watched.
 *
 * Whoever is killed before that rename leaves the old output, whoever is killed behind it
 * leaves work that the next run completes before it does anything else. */
#ifndef NACHLESE_FOLDER_H
#define NACHLESE_FOLDER_H

#include <stdbool.h>
#include <sys/types.h>

struct run_folder;

/* Makes path where it is missing, locks it, completes or removes what a killed run left, and
 * makes the empty folders to build in. A folder in use or files in public/ and internal/ that
 * no run makes end the program with EXIT_CANNOT_CREATE. */
struct run_folder *run_folder_open(const char *path);

/* For work on the files of a run that is there: locks it and completes what a killed run left,
 * but builds nothing. Where path is no folder of a run, ends the program with EXIT_NO_INPUT. */
struct run_folder *run_folder_enter(const char *path);

/* Unlocks and frees; what was not swapped in is removed. NULL is fine. */
void run_folder_close(struct run_folder *folder);

/* The folder as named, without slashes at its end. */
const char *run_folder_path(const struct run_folder *folder);
/* Where the run builds: "DIR/.run-PID"; NULL where it does not. */
const char *run_folder_work(const struct run_folder *folder);
/* The umask for public files (the user's) and for internal ones. */
const mode_t *run_folder_mask(const struct run_folder *folder, bool public_files);
/* The descriptor of the lock. Whoever writes into the folder keeps it open, so that it is held
 * until the last of them has ended, also when this program is killed. */
int run_folder_lock(const struct run_folder *folder);

/* Puts what was built into place and removes what was there. Where internal/release.txt has
 * been changed since run_folder_open, ends the program with EXIT_CANNOT_CREATE, and nothing is
 * replaced; what is saved while it is being replaced stays. */
void run_folder_swap(struct run_folder *folder);

#endif
