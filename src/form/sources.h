/* What nachlese-form --from can read: one row a kind of file. */
#ifndef FORM_SOURCES_H
#define FORM_SOURCES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "form/draft.h"

struct form_source {
    const char *name; /* "LimeSurvey (.txt)" */
    /* True where a file that begins with these bytes, in UTF-8, is one. */
    bool (*recognises)(const char *path, const char *bytes, size_t length);
    /* Puts what the file says into an empty draft. False after saying what is wrong with it. */
    bool (*read)(struct draft *draft, const char *path, struct diag *diag);
};

/* Reads the files into an empty draft and settles it: a structure, which exports beside it
 * complete, or one export alone. False after saying why not. */
bool sources_read(const char *const *paths, size_t count, struct draft *draft,
                  struct diag *diag);

#endif
