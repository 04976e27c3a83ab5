/* All that a report can speak of: each question that is reported, once; instead of questions
 * that are parts of a gap, a [together] or a [trend] that one. All lies in the report's arena.
 */
#ifndef REPORT_TOPICS_H
#define REPORT_TOPICS_H

#include <stdbool.h>
#include <stddef.h>

#include "report/report.h"

struct topics {
    const struct topic **topic;
    size_t count;
};

/* In the questionnaire's order, those that can be said. */
struct topics topics_of(const struct report *report);

/* The questions that a topic is about; of a list on page one all of its parts. Writes at most
 * most of them and returns how many. */
size_t topics_questions(const struct topic *topic, const struct question **questions,
                        size_t most);

/* The section of its first question. */
size_t topics_section(const struct topic *topic);

/* True where the two have a question in common. */
bool topics_overlap(const struct topic *one, const struct topic *other);

/* True where it is about who answered: its questions identify people, make groups, or are in a
 * section with such a question that makes groups. */
bool topics_is_profile(const struct report *report, const struct topic *topic);

/* True where all of its questions have the role "sensitive": a gap is not for being
 * unsatisfied. */
bool topics_is_sensitive(const struct topic *topic);

/* The ids of the blocks that say more of it (page_question), by blanks: its own and those of
 * its parts and questions. */
const char *topics_anchors(const struct report *report, const struct topic *topic);

#endif
