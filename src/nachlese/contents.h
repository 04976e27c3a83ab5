/* What a run makes: the files of public/ and internal/ and what they are. Constant; nothing is
 * allocated. */
#ifndef NACHLESE_CONTENTS_H
#define NACHLESE_CONTENTS_H

#include <stdbool.h>
#include <stddef.h>

#include "survey/deletion.h"
#include "survey/questionnaire.h"

/* By which date of [privacy] a file is to be deleted. What is in internal/ has one (P13). */
enum content_until {
    UNTIL_RAW_DATE = DELETION_RAW,
    UNTIL_CONTACT_DATE = DELETION_CONTACT,
    UNTIL_NO_DATE = DELETIONS
};

struct content {
    const char *part; /* "public", "internal", or a folder in one of them */
    const char *name; /* a pattern where a language or a group is in it */
    enum content_until until;
    const char *english, *german; /* what it is; NULL where its name is enough */
    bool shows_pictures;          /* where there are any */
};

/* All of them, those for most readers first. */
extern const struct content contents[];
extern const size_t contents_count;

/* What a file of that name is that a run makes in that part; NULL where it makes none. */
const struct content *contents_find(const char *part, const char *name);

/* What is called by the first language of the questionnaire: German names, else English. */
struct contents_names {
    const char *send;          /* the folder of copies for an e-mail */
    const char *accessibility; /* the file that says which file is for whom */
};
const struct contents_names *contents_names(const struct questionnaire *questionnaire);

/* True where that language is German. */
bool contents_are_german(const struct questionnaire *questionnaire);

#endif
