/* How the answers of one question may be spelled. The owner frees a spelling with
 * spelling_free; the question outlives it. */
#ifndef INGEST_SPELLING_H
#define INGEST_SPELLING_H

#include <stddef.h>
#include <stdint.h>

#include "survey/questionnaire.h"

enum { SPELLING_UNKNOWN = -1, SPELLING_DK = -2, SPELLING_MISSING = -3 };

struct spelling;

struct spelling *spelling_new(const struct question *question);
void spelling_free(struct spelling *spelling);
/* The position of the code that is spelled so, or one of the above. First as it stands, then in
 * the folded comparison form. The bytes must be valid UTF-8. */
int64_t spelling_find(const struct spelling *spelling, const char *bytes, size_t length);
/* The same, and also where only the blanks around the question's separator differ from a label
 * that holds it. */
int64_t spelling_find_parted(const struct spelling *spelling, const char *bytes, size_t length);
/* What an answer says, in the one order that holds everywhere: as it stands in the
 * questionnaire, then R's mark for a missing value (SPELLING_MISSING), then in the folded form.
 * Words that form systems write of their own (box.c) come behind all of these. spelling may be
 * NULL. */
int64_t spelling_read(const struct spelling *spelling, const char *bytes, size_t length);
/* The same for the digits that LimeSurvey can export instead of Y and N. */
int64_t spelling_find_digit(const struct spelling *spelling, const char *bytes, size_t length);
/* The answer of this question that a misspelt one resembles, or NULL: only what resembles one
 * may be shown. */
const char *spelling_suggestion(const struct spelling *spelling, const char *bytes,
                                size_t length);
/* The most separators that one spelling holds itself. */
size_t spelling_separators(const struct spelling *spelling);

#endif
