/* What a run makes: the files of public/ and internal/ and what they are. Constant; nothing is
 * allocated. */
#ifndef NACHLESE_CONTENTS_H
#define NACHLESE_CONTENTS_H

#include <stdbool.h>
#include <stddef.h>

#include "survey/deletion.h"

/* By which date of [privacy] a file is to be deleted. What is in internal/ has one (P13). */
enum content_until {
    UNTIL_RAW_DATE = DELETION_RAW,
    UNTIL_CONTACT_DATE = DELETION_CONTACT,
    UNTIL_NO_DATE = DELETIONS
};

struct content {
    const char *part; /* "public" or "internal" */
    const char *name; /* a pattern where a language or a group is in it */
    enum content_until until;
    const char *english, *german; /* what it is; NULL for what stays with the organisers */
    bool shows_pictures;          /* where there are any */
};

/* All of them, those for most readers first. */
extern const struct content contents[];
extern const size_t contents_count;

/* What a file of that name is that a run makes in that part; NULL where it makes none. */
const struct content *contents_find(const char *part, const char *name);

#endif
