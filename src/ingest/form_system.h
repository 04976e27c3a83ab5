/* The columns that form systems add of their own, and which system wrote a file by them. Two
 * kinds of evidence: each column has a weight, for those who ask whether a mark is that of its
 * system; and a few of SoSci Survey and LimeSurvey show the system by themselves, on which
 * depends what digits mean. Nothing is allocated that stays. */
#ifndef INGEST_FORM_SYSTEM_H
#define INGEST_FORM_SYSTEM_H

#include <stddef.h>

#include "ingest/columns.h"

enum form_system {
    SYSTEM_UNKNOWN,
    SYSTEM_QUALTRICS,       /* headings are codes */
    SYSTEM_QUALTRICS_TEXTS, /* headings are texts */
    SYSTEM_SOSCI,
    SYSTEM_SURVEYMONKEY,
    SYSTEM_TYPEFORM,
    SYSTEM_REDCAP,
    SYSTEM_UNIPARK,
    SYSTEM_LIMESURVEY,
    SYSTEM_KOBO,
    SYSTEMS
};

/* How much a column of this folded heading says about the system: 2, 1 where it may occur in
 * any file, else 0. The date of completion has no weight. */
size_t form_system_weight(enum form_system system, const char *form);
/* LimeSurvey, SoSci Survey, or unknown; unknown, too, where a file has the columns of both. */
enum form_system form_system_find(const struct binding *binding);

#endif
