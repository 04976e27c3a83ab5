/* The codes under which a questionnaire's questions, rows, options and answers stand in
 * LimeSurvey, which allows fewer codes than nachlese-questionnaire(5): form writes them, ingest
 * reads them again. A code depends on its own id and aliases alone, so it stays the same when
 * others are added. Nothing is allocated. */
#ifndef SURVEY_LIMESURVEY_CODE_H
#define SURVEY_LIMESURVEY_CODE_H

#include <stddef.h>

/* What LimeSurvey calls so, and what it allows. */
enum limesurvey_kind {
    LIMESURVEY_QUESTION, /* letters and digits, a letter first, 20 at most, no reserved word */
    LIMESURVEY_PART,     /* a sub-question: a row, a field, an option of type multi; likewise */
    LIMESURVEY_ANSWER /* an answer, or an option to be ranked: 5 letters and digits at most */
};

enum { LIMESURVEY_CODE_SIZE = 21 };

/* The first alias that is allowed; else the id, if it is; else the id without underscores; else
 * its beginning and three characters that stand for the whole id. Capitals do not distinguish
 * codes there. */
void limesurvey_code(char code[LIMESURVEY_CODE_SIZE], enum limesurvey_kind kind, const char *id,
                     const char *const *aliases, size_t alias_count);

#endif
