/* The words of a text as names of persons are compared: by forms in which case, accents,
 * umlauts written out and the endings of German, Polish and Czech make no difference. All texts
 * are valid UTF-8; nothing is allocated for the caller.
 */
#ifndef SURVEY_PERSON_WORD_H
#define SURVEY_PERSON_WORD_H

#include <stdbool.h>
#include <stddef.h>

enum { PERSON_WORD_FORMS = 16, PERSON_WORD_SIZE = 64 };

struct person_word {
    size_t from, end;     /* characters of the text, from 0; end is behind the last */
    const char *bytes;    /* where it begins in the text */
    size_t length;        /* bytes */
    bool capital;         /* begins with one */
    size_t letters;       /* of the first form */
    size_t form_count;    /* at least 1 */
    size_t written_count; /* so many first forms are the word as written, the others lack an
                             ending */
    char forms[PERSON_WORD_FORMS][PERSON_WORD_SIZE];
};

/* The next word behind *word, which begins as {.bytes = text}; false where there is none. A
 * word is letters alone: a hyphen or an apostrophe parts two. What is too long for a name is
 * passed over. Wipe *word where the text is secret. */
bool person_word_next(struct person_word *word);

/* True where both may be the same name: a form of one is a form of the other. */
bool person_word_same(const struct person_word *one, const struct person_word *other);

/* True where a form is one of the words of a list, each of them with a blank on either side:
 * " frau herr ". The form is not empty. */
bool person_word_in(const char *list, const char *form);

/* True where it is a common word too ("lange", "klein"): in lower case it is no name. */
bool person_word_is_common(const struct person_word *word);

#endif
