/* A file of several files: a ZIP archive, as OpenDocument has it. */
#ifndef REPORT_CONTAINER_H
#define REPORT_CONTAINER_H

#include <stdbool.h>

#include "base/text.h"

struct container;

/* An empty archive; container_write frees it. */
struct container *container_new(void);

/* Adds a file behind those before; name and bytes are copied. stored: not compressed, as the
 * first one of OpenDocument has to be. */
void container_add(struct container *container, const char *name, const struct text *bytes,
                   bool stored);

/* Appends the archive to the result and frees it. Equal files make equal bytes: all have the
 * time 1 January 1980, 00:00, which is the first that an archive knows. */
void container_write(struct container *container, struct text *result);

#endif
