/* One group of the questionnaire, as it is named on a command line: question=code, where the
 * question is a grouping and the code one of its answers or of its coarser groups. */
#ifndef SURVEY_SELECTED_GROUP_H
#define SURVEY_SELECTED_GROUP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "survey/questionnaire.h"

/* All of it belongs to the questionnaire. */
struct selected_group {
    const struct grouping *grouping;
    const struct coarse_level *level; /* the coarser group; NULL: an answer */
    size_t code;                      /* its position among the answers, where level is NULL */
};

/* Reads words ("org_type=club"). False, with a message that names what there is or what is
 * alike, where they name no group: don't know, "other" and answers outside the scale do not
 * count. */
bool selected_group_read(const struct questionnaire *questionnaire, const char *words,
                         struct selected_group *group, struct diag *diag);

/* True where figures by that grouping may be shown of so many accepted records; else false
 * after an error that names the groups there are, or says that there are none yet. words: as it
 * was given. */
bool selected_group_is_shown(const struct questionnaire *questionnaire,
                             const struct selected_group *group, const char *words,
                             int64_t accepted, struct diag *diag);

/* The id of the answer or coarser group. */
const char *selected_group_id(const struct selected_group *group);
/* Its label. */
const struct label *selected_group_label(const struct selected_group *group);
/* The coarser group that holds the answer; NULL where none does, or the group is one itself. */
const struct coarse_level *selected_group_above(const struct selected_group *group);

#endif
