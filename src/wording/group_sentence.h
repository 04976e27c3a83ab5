/* The sentences about differences between groups. A difference is said only where the test's
 * verdict says so; of counts only published ones. Strings and arrays live as those of a teller.
 */
#ifndef WORDING_GROUP_SENTENCE_H
#define WORDING_GROUP_SENTENCE_H

#include "findings/group_findings.h"
#include "wording/teller.h"

/* "Nach „Art der Organisation“ und „Größe der Kommune“:" */
const char *group_sentence_lead(const struct teller *teller,
                                const struct grouping *const *groupings, size_t count);

/* What all tests of one question by one grouping say: the differences first, then, where every
 * table has a verdict, that there are no others. */
struct sentences group_sentence_verdicts(const struct teller *teller,
                                         const struct group_findings *tables);

/* The groups with the largest and the smallest share of the class; "" where there is no test,
 * or all are level or read as the same percentage. with_answer: also the share of which answer.
 */
const char *group_sentence_ends(const struct teller *teller, const struct group_finding *table,
                                bool with_answer);

/* Which tables show no counts, and why. */
struct sentences group_sentence_hidden(const struct teller *teller,
                                       const struct group_findings *tables);

/* Who is counted in the tables' class: "Gezählt ist hier, wer ... angekreuzt hat:"; "" where
 * each counts another answer. */
const char *group_sentence_class(const struct teller *teller,
                                 const struct group_findings *tables);
/* What is before the figures of one of the tables: its label, with the answer that it counts
 * where each counts another. */
const char *group_sentence_row(const struct teller *teller, const struct group_findings *tables,
                               const struct group_finding *table);

/* The rule of the gate in words, as far as it is about groups. */
const char *group_sentence_why(const struct teller *teller, const char *rule);

#endif
