/* A file that people edit while a run is at work, and what it was when the run began. Nothing
 * is allocated that stays. */
#ifndef NACHLESE_WATCH_H
#define NACHLESE_WATCH_H

#include <stdbool.h>

/* Notes in the new file note what file is now (or that it is missing). A fault ends the program
 * with EXIT_CANNOT_CREATE or EXIT_IO. */
void watch_begin(const char *note, const char *file);

/* True where file is what it was then; also where there is no such note. */
bool watch_holds(const char *note, const char *file);

#endif
