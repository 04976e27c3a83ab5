/* A text as the search for personal data sees it: NFKC, so that full-width and circled signs
 * are their plain kin; digits of any script 0 to 9; dashes '-'; white space ' '; combining
 * marks and invisible characters gone. A scan is freed with scan_free; places are positions in
 * characters.
 */
#ifndef QUOTES_SCAN_H
#define QUOTES_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct scan {
    uint32_t *characters; /* characters[length] is 0 */
    size_t length;
};

struct scan scan_new(const char *string);
void scan_free(struct scan *scan);

/* The character at a place; 0 beyond either end, so a place may be one before 0. */
uint32_t scan_at(const struct scan *scan, size_t place);
bool scan_digit(const struct scan *scan, size_t place);
bool scan_letter(const struct scan *scan, size_t place);
bool scan_upper(const struct scan *scan, size_t place);
/* A letter or digit. */
bool scan_alnum(const struct scan *scan, size_t place);

/* The first place from place on that holds no blank. */
size_t scan_skip_blanks(const struct scan *scan, size_t place);
/* The end of the run of letters that begins at place. */
size_t scan_word_end(const struct scan *scan, size_t place);
/* The beginning of the run of letters that ends before end. */
size_t scan_word_start(const struct scan *scan, size_t end);

/* True where the characters from..end are one of the words of a list, whatever their case. The
 * list is in lower case, each word with a blank on either side: " tel fax ". */
bool scan_word_in(const struct scan *scan, size_t from, size_t end, const char *list);

/* The same of an end of the word that has at least two letters before it: "meister" of
 * "Hausmeister". */
bool scan_word_ends_in(const struct scan *scan, size_t from, size_t end, const char *list);

/* The first word behind place that nothing but the signs parts from it: *from..*end. False
 * where another sign or the end of the text comes before. */
bool scan_word_behind(const struct scan *scan, size_t place, const char *signs, size_t *from,
                      size_t *end);

/* Takes a find away, so that nothing else is found in it. */
void scan_erase(struct scan *scan, size_t from, size_t end);

#endif
