/* Texts as bare letters and digits, so that nothing hides a name: not capitals, marks, soft
 * line breaks or invisible characters. Results live in the arena. */
#ifndef VERIFY_LETTERS_H
#define VERIFY_LETTERS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Words, each of letters and digits, folded, with a blank before and behind each: " a b ".
 * Bytes that are no UTF-8 part words. */
const char *letters_words(struct arena *arena, const char *text);

/* The same without any blank. */
const char *letters_joined(struct arena *arena, const char *words);

/* How many characters of it are no blank. */
size_t letters_count(const char *words);

/* True where there is another character than digits and blanks. */
bool letters_not_only_digits(const char *words);

#endif
