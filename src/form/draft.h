/* A questionnaire in the making: what a reader of --from found in a file, before it is written
 * as INI (draft_write.h). A draft lives in an arena and is freed with it; what is put into it
 * is copied there, and nothing is freed alone. The arrays of codes move when they grow: keep
 * positions, not pointers. Questions and sections stay where they are.
 *
 * A reader sets what it knows and leaves the rest 0 or NULL: `source` is the code that the form
 * system has, `label` and `text` are in the languages of the draft, by language index. Then
 * draft_settle (draft_settle.h) gives all of it names, fills in what is missing and joins equal
 * lists of answers; only then may the draft be written.
 *
 * Remarks: a guess is what a person must confirm; it becomes a comment "# TODO" and keeps the
 * file a draft. A loss is what the file says and the questionnaire cannot; it becomes a plain
 * comment. Both stand in front of what they are about. */
#ifndef FORM_DRAFT_H
#define FORM_DRAFT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "survey/questionnaire.h"

struct draft_remark {
    bool guess; /* else a loss */
    const char *text;
    struct draft_remark *next;
};

struct draft_remarks {
    struct draft_remark *first, *last;
};

/* Phrases as an export has them, without double quotes, none twice. */
struct draft_phrases {
    const char **phrases;
    size_t count, capacity;
};

/* An answer, an option, a matrix row or a contact field. */
struct draft_code {
    const char *id;     /* its code here; NULL until settled, unless the reader is sure of it */
    const char *source; /* as the form system calls it: "A1"; NULL: it has no name for it */
    struct label label;
    struct draft_phrases aliases; /* by which exports know it; settling adds source */
    const char *value;            /* the number it stands for; NULL: its place */
    bool outside, exclusive;
};

/* A list of them. */
struct draft_codes {
    struct draft_code *codes;
    size_t count, capacity;
    enum measure measure;
    bool has_dk;
    struct label dk;
    struct draft_phrases dk_aliases;
    const char *name;  /* what the list is called where it becomes a scale; NULL: like the first
                          question that has it */
    const char *scale; /* settled: the id of the scale that it is; NULL: the question's own */
    struct draft_remarks remarks;
};

struct draft_question;

/* Who is asked: those who gave one of these answers to a question that stands before. */
struct draft_condition {
    const struct draft_question *question; /* NULL: everybody */
    size_t *codes;                         /* positions in its codes */
    size_t count;
    bool dk; /* don't know is among the answers */
};

struct draft_question {
    const char *id;     /* settled; before, what it should be called where it has no source */
    const char *source; /* NULL: the form system has no name for it */
    enum question_type type;
    size_t section; /* position */
    struct label text, subject, help;
    struct label heading; /* what stands over its column where that is not the text */
    struct draft_phrases aliases;
    struct draft_codes codes; /* single, matrix: answers; multi, ranking: options */
    struct draft_codes rows;  /* matrix: rows; contact: fields */
    bool has_other; /* settling adds the code "other" where it is not among the codes */
    const char *minimum, *maximum; /* number: with a point; settling guesses what is NULL */
    int decimals;                  /* number: 0 to 3 */
    size_t max_choices;            /* multi, ranking; 0: no limit */
    char separator; /* multi, ranking: between the answers of one cell; 0: the usual one */
    bool required;
    unsigned roles;  /* bits of enum question_role */
    size_t consents; /* with a consent role: position of the code that consents */
    struct draft_condition asked_if;
    struct draft_remarks remarks;
};

struct draft_section {
    const char *id; /* settled */
    const char *source;
    struct label title;
    struct draft_remarks remarks;
};

struct draft {
    struct arena *arena;
    const char *id;     /* settled, unless the reader sets it */
    const char *origin; /* what it is made of, for people: "survey.lss (LimeSurvey)" */
    struct label title, publisher, contact;
    const char *languages[QUESTIONNAIRE_MAX_LANGUAGES];
    size_t language_count;
    const char *chosen[QUESTIONNAIRE_MAX_LANGUAGES]; /* the only ones that stay
                                                        (draft_languages.h) */
    size_t chosen_count;                             /* 0: all */
    struct draft_section **sections;
    size_t section_count, section_capacity;
    struct draft_question **questions;
    size_t question_count, question_capacity;
    /* Settled: the lists that several questions have, each with its scale's id. */
    struct draft_codes **scales;
    size_t scale_count, scale_capacity;
    struct draft_phrases ignored; /* headings of columns that are no question */
    struct draft_remarks remarks; /* about the whole */
};

struct draft *draft_new(struct arena *arena);

/* The position of the language; adds it where it is new. Takes what systems write ("de",
 * "de-informal", "pt-BR") for its first two or three letters. -1, after a remark, where it is
 * no language, or one too many. */
int draft_language(struct draft *draft, const char *name);

/* All of them are zeroed but for what is given; a section is named by position. */
size_t draft_add_section(struct draft *draft, const char *source);
struct draft_question *draft_add_question(struct draft *draft, enum question_type type,
                                          size_t section, const char *source);
/* Lives until the next code of that list. */
struct draft_code *draft_add_code(struct draft *draft, struct draft_codes *codes,
                                  const char *source);
/* NULL, an empty phrase and one that is there already are left out; double quotes become
 * typographic ones, which are the same to who reads an export. */
void draft_add_phrase(struct draft *draft, struct draft_phrases *phrases, const char *phrase);
/* Who gave one of these answers is asked; in the order of the calls. */
void draft_add_condition(struct draft *draft, struct draft_question *question,
                         const struct draft_question *asked, size_t code);

/* The position of the code with that source; -1: none. */
int draft_find_code(const struct draft_codes *codes, const char *source);

/* A text as a person reads it, for a label in that language: HTML and entities out of it, no
 * line ends, typographic quotation marks for straight ones. NULL where nothing is left. */
const char *draft_words(struct draft *draft, size_t language, const char *bytes);
/* The same into a label; an empty text leaves it as it is. */
void draft_set_label(struct draft *draft, struct label *label, size_t language,
                     const char *bytes);

/* Remarks, in the language of the environment. */
void draft_guess(struct draft *draft, struct draft_remarks *remarks, const char *english,
                 const char *german, ...)
    __attribute__((format(printf, 3, 5), format(printf, 4, 5)));
void draft_loss(struct draft *draft, struct draft_remarks *remarks, const char *english,
                const char *german, ...)
    __attribute__((format(printf, 3, 5), format(printf, 4, 5)));

/* How many guesses there are, or losses, of a draft whose remarks are gathered
 * (draft_gather.h): the lines that they are. */
size_t draft_count(const struct draft *draft, bool guesses);

#endif
