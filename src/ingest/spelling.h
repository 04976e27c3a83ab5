/* How the answers of one question may be spelled. The owner frees a spelling with
 * spelling_free; the question outlives it. */
#ifndef INGEST_SPELLING_H
#define INGEST_SPELLING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "survey/questionnaire.h"

enum { SPELLING_UNKNOWN = -1, SPELLING_DK = -2, SPELLING_MISSING = -3 };

struct spelling;

struct spelling *spelling_new(const struct question *question);
void spelling_free(struct spelling *spelling);
/* The position of the code that is spelled so, or one of the above. First as written, then in
 * the folded comparison form. The bytes must be valid UTF-8. */
int64_t spelling_find(const struct spelling *spelling, const char *bytes, size_t length);
/* The same, and also where only the blanks around the question's separator differ from a label
 * that holds it. */
int64_t spelling_find_parted(const struct spelling *spelling, const char *bytes, size_t length);
/* What an answer says, in the one order that holds everywhere: as written in the questionnaire,
 * then R's mark for a missing value (SPELLING_MISSING), then in the folded form. Words that
 * form systems write of their own (tick_words.c) come behind all of these. spelling may be
 * NULL. */
int64_t spelling_read(const struct spelling *spelling, const char *bytes, size_t length);
/* The same for the digits that LimeSurvey can export instead of Y and N. */
int64_t spelling_find_digit(const struct spelling *spelling, const char *bytes, size_t length);
/* The one answer that is the same whole number, as number_plain_whole has it: 4 for "4.0", and
 * 01 for "1", since spreadsheets drop zeros. They add none, so "04" is not 4. SPELLING_UNKNOWN
 * where two answers are that number; the caller has looked for the spelling itself before. */
int64_t spelling_find_number(const struct spelling *spelling, const char *bytes, size_t length);
/* What TRUE and FALSE, in the languages in which spreadsheets write them, mean where exactly
 * one answer is a yes and exactly one a no; else SPELLING_UNKNOWN. */
int64_t spelling_find_boolean(const struct spelling *spelling, const char *bytes,
                              size_t length);
/* The code that has this id or alias, don't know included: no label, no [recode]. As written,
 * or with fold in the folded form. */
int64_t spelling_find_code(const struct spelling *spelling, const char *bytes, size_t length,
                           bool fold);
/* The most blanks in one id or alias. */
size_t spelling_blanks(const struct spelling *spelling);
/* True where the organiser has decided by [recode] what these bytes mean. */
bool spelling_is_recoded(const struct spelling *spelling, const char *bytes, size_t length);
/* True where an answer is called by signs alone, such as "++" or "?". */
bool spelling_has_signs(const struct spelling *spelling);
/* True where there is nothing but punctuation of ASCII, or nothing at all. */
bool spelling_is_signs(const char *bytes, size_t length);
/* The answer of this question that a misspelt one resembles, or NULL: only what resembles one
 * may be shown. */
const char *spelling_suggestion(const struct spelling *spelling, const char *bytes,
                                size_t length);
/* The label that an answer begins with, a longer explanation behind it, the longest such, or
 * NULL. The answer itself may be open text and must not be shown for it. */
const char *spelling_beginning(const struct spelling *spelling, const char *bytes,
                               size_t length);
/* The most separators that one spelling holds itself. */
size_t spelling_separators(const struct spelling *spelling);

#endif
