/* A line on a terminal that shows that long work goes on. Nothing is allocated. */
#ifndef BASE_PROGRESS_H
#define BASE_PROGRESS_H

#include <stdint.h>

/* Shows on standard error how many records were done so far, at most five times a second, where
 * that is a terminal and the work has taken longer than a second; else does nothing. */
void progress_show(uint64_t records);
/* Wipes the line, if one was shown. */
void progress_end(void);

#endif
