/* The same work for many things that do not depend on each other, on all processors. */
#ifndef BASE_PARALLEL_H
#define BASE_PARALLEL_H

#include <stddef.h>

/* Calls work(context, i) once for every i below count, some of them at the same time and in any
 * order, and returns when all are done. work may change nothing that another call looks at. It
 * ends the program by die, as anywhere. */
void parallel_for(size_t count, void (*work)(void *context, size_t i), void *context);

#endif
