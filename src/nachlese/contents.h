/* What a run makes: the files of public/ and internal/ and what they are. Constant; nothing is
 * allocated. */
#ifndef NACHLESE_CONTENTS_H
#define NACHLESE_CONTENTS_H

#include <stdbool.h>
#include <stddef.h>

struct content {
    const char *part; /* "public" or "internal" */
    const char *name; /* may hold one '*': the language of a report */
    const char *english;
    const char *german;
};

/* All of them, those for most readers first. */
extern const struct content contents[];
extern const size_t contents_count;

/* True where a run makes a file of that name in that part. */
bool contents_made_here(const char *part, const char *name);

#endif
