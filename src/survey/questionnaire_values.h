/* The values of a questionnaire's INI file, each checked as it is taken, and the builder that
 * the questionnaire_*.c share. All that is built lives in the builder's arena, which the
 * questionnaire then owns. Every fault goes to the builder's diag, and building goes on with
 * what it has, so that one run reports all faults. */
#ifndef SURVEY_QUESTIONNAIRE_VALUES_H
#define SURVEY_QUESTIONNAIRE_VALUES_H

#include "base/arena.h"
#include "base/diag.h"
#include "survey/ini.h"
#include "survey/name_table.h"
#include "survey/questionnaire.h"

/* A [scale], and what its questions inherit. */
struct scale {
    const struct ini_section *section;
    struct code_list list;
    bool ambiguous; /* its answers collide; reported already */
    bool has_dk;
    struct label dk; /* absent where the scale has none */
    const char *const *dk_aliases;
    size_t dk_alias_count;
    const char *without_item; /* the first key of a verb that lacks {item}; NULL: none */
};

struct builder {
    struct arena *arena;
    struct diag *diag;
    const struct ini *ini;
    struct questionnaire *questionnaire;
    struct scale *scales;
    size_t scale_count;
    /* The arrays of the questionnaire while they can still be written. */
    struct section *sections;
    struct question *questions;
    const struct ini_section **question_sections; /* where each question is */
    struct name_table *question_names;            /* positions of the questions */
    struct diag_place place;                      /* of the message at hand */
    char item[256];
};

/* The place of an entry, or of a whole section where entry is NULL; valid until the next call.
 */
const struct diag_place *build_place(struct builder *builder, const struct ini_section *section,
                                     const struct ini_entry *entry);
#define BUILD_FAULT(builder, section, entry, ...)                                              \
    diag_add((builder)->diag, DIAG_ERROR, build_place(builder, section, entry), __VA_ARGS__)

/* Says that word is unknown and which candidate is most like it: the nouns are "code" and
 * "Code". Silent where that is the same word with capitals: build_id has reported it. */
void build_unknown(struct builder *builder, const struct ini_section *section,
                   const struct ini_entry *entry, const char *word,
                   const char *const *candidates, size_t count, const char *english,
                   const char *german);

/* How many sections of that kind there are, and the next one from *at on (NULL: no more). */
size_t build_count(const struct builder *builder, const char *kind);
const struct ini_section *build_next(const struct builder *builder, const char *kind,
                                     size_t *at);

/* Each takes the value of a key, checks it and returns it; where the key is absent or wrong,
 * the last argument. */
int64_t build_whole(struct builder *builder, const struct ini_section *section, const char *key,
                    int64_t minimum, int64_t maximum, int64_t otherwise);
bool build_yes(struct builder *builder, const struct ini_section *section, const char *key,
               bool otherwise);
/* The position of the value among the names, or -1 where the key is absent or wrong. */
int build_choice(struct builder *builder, const struct ini_section *section, const char *key,
                 const char *const *names, size_t count, const char *english,
                 const char *german);
/* A real date YYYY-MM-DD, or NULL. */
const char *build_date(struct builder *builder, const struct ini_section *section,
                       const char *key);
/* The entry of a key that must be there and not empty; says so and returns NULL otherwise. */
const struct ini_entry *build_required(struct builder *builder,
                                       const struct ini_section *section, const char *key);
/* The words of a value, separated by blanks or commas; none where the key is absent. Of a list
 * of words of an export (ini_lists_phrases) what is in double quotes is one word. */
const char *const *build_words(struct builder *builder, const struct ini_section *section,
                               const char *key, size_t *count);
/* The same as words of an export. */
struct export_words build_export_words(struct builder *builder,
                                       const struct ini_section *section, const char *key);
/* `ticked` and `not_ticked` of a section; a word that is both is an error. */
struct tick_words build_tick_words(struct builder *builder, const struct ini_section *section);
/* True where id is [a-z][a-z0-9_]*, at most 40 bytes and not reserved; says otherwise what is
 * wrong. */
bool build_id(struct builder *builder, const struct ini_section *section,
              const struct ini_entry *entry, const char *id, bool other_allowed);
/* A text in all languages, from KEY.LANG or, for all that have none, KEY. Required, or given in
 * only some languages: what is missing is an error. */
struct label build_label(struct builder *builder, const struct ini_section *section,
                         const char *key, bool required);
/* Positions in codes of the words of KEY; unknown and repeated words are errors. */
const size_t *build_positions(struct builder *builder, const struct ini_section *section,
                              const char *key, const struct code *codes, size_t code_count,
                              size_t *count);
/* The names of the section's keys KEY.NAME, in order; without such keys none. */
const char **build_names(struct builder *builder, const struct ini_section *section,
                         const char *key, size_t *count);
/* The ids of codes, with "dk" behind them where dk is true. */
const char **build_ids(struct builder *builder, const struct code *codes, size_t count,
                       bool dk);

/* The builder's file with every list in one entry: codes, codes.2 ... are codes. Faults of
 * their numbering are reported. */
const struct ini *build_join_lists(struct builder *builder);
/* True where the key of that name, in sections of that kind, is a list that may go on so. */
bool build_is_list(const char *kind, const char *name, size_t length);

#endif
