/* Options of one question that one cell can hold together: where a label reads like two others
 * joined, or an alias like a part of a label, such a cell could be counted for the wrong one.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "form/form.h"

enum spelling_kind { SPELLING_ID, SPELLING_LABEL, SPELLING_ALIAS };

/* One way to write an option. */
struct option_spelling {
    enum spelling_kind kind;
    const char *word; /* as in the file */
    char *form;       /* in the folded comparison form */
    size_t option;    /* position of the code */
};

struct options {
    const struct ini *ini;
    const struct question *question;
    struct diag *diag;
    struct option_spelling *spellings;
    size_t count, capacity;
};

/* What form systems put between the options of a cell. */
static const char *const separators[] = {";", ",", "|", "/", "+", "&", " ", " und ", " and "};

static void add(struct options *options, enum spelling_kind kind, const char *word,
                size_t option) {
    struct text form = {0};
    if (word == NULL)
        return;
    utf8_comparison_form(&form, word, strlen(word), true);
    text_add(&form, "");
    options->spellings = memory_grow(options->spellings, options->count, &options->capacity,
                                     sizeof *options->spellings);
    options->spellings[options->count++] =
        (struct option_spelling){kind, word, form.bytes, option};
}

static void add_options(struct options *options) {
    const struct code_list *list = options->question->codes;
    for (size_t i = 0; i < list->count; i++) {
        const struct code *code = &list->codes[i];
        add(options, SPELLING_ID, code->id, i);
        for (size_t k = 0; k < QUESTIONNAIRE_MAX_LANGUAGES; k++)
            add(options, SPELLING_LABEL, code->label.in[k], i);
        for (size_t k = 0; k < code->alias_count; k++)
            add(options, SPELLING_ALIAS, code->aliases[k], i);
    }
}

static const char *code_of(const struct options *options, size_t option) {
    return options->question->codes->codes[option].id;
}

/* The line of the first key KEY.CODE... in the section; 0 where it has none. */
static size_t line_in(const struct ini_section *section, const char *key, const char *code) {
    size_t first = strlen(key), second = strlen(code);
    for (size_t i = 0; i < section->count; i++) {
        const char *name = section->entries[i].key;
        if (strncmp(name, key, first) == 0 && name[first] == '.' &&
            strncmp(name + first + 1, code, second) == 0 &&
            (name[first + 1 + second] == '\0' || name[first + 1 + second] == '.'))
            return section->entries[i].line;
    }
    return 0;
}

/* Where the option's label or alias stands: in the question, else in its scale. */
static struct diag_place place_of(const struct options *options, const char *key,
                                  size_t option) {
    const struct question *question = options->question;
    size_t line = 0;
    for (size_t i = 0; i < options->ini->count; i++) {
        const struct ini_section *section = &options->ini->sections[i];
        bool own =
            strcmp(section->kind, "question") == 0 && strcmp(section->id, question->id) == 0;
        bool scale = strcmp(section->kind, "scale") == 0 &&
                     strcmp(section->id, question->codes->id) == 0;
        size_t found = own || scale ? line_in(section, key, code_of(options, option)) : 0;
        if (found > 0 && (own || line == 0))
            line = found;
    }
    return (struct diag_place){options->ini->file, line > 0 ? line : question->line, 0,
                               question->id};
}

/* --- a label that reads like others joined --- */

/* True where the bytes, blanks round them aside, spell an option other than the given one. */
static const struct option_spelling *
find_other(const struct options *options, const char *bytes, size_t length, size_t option) {
    for (; length > 0 && bytes[0] == ' '; length--)
        bytes++;
    while (length > 0 && bytes[length - 1] == ' ')
        length--;
    for (size_t i = 0; i < options->count; i++) {
        const struct option_spelling *other = &options->spellings[i];
        if (other->option != option && strlen(other->form) == length &&
            memcmp(other->form, bytes, length) == 0)
            return other;
    }
    return NULL;
}

/* The first option of a row of others that the rest spells, joined by the separator; NULL where
 * it does not. Options may hold the separator themselves. */
static const struct option_spelling *read_joined(const struct options *options,
                                                 const char *rest, const char *separator,
                                                 size_t option, bool whole_allowed) {
    size_t size = strlen(separator);
    for (const char *cut = strstr(rest, separator); cut != NULL;
         cut = strstr(cut + size, separator)) {
        const struct option_spelling *first =
            find_other(options, rest, (size_t)(cut - rest), option);
        if (first != NULL && read_joined(options, cut + size, separator, option, true) != NULL)
            return first;
    }
    return whole_allowed ? find_other(options, rest, strlen(rest), option) : NULL;
}

static size_t count_joints(const char *form, const char *separator) {
    size_t count = 0;
    for (const char *at = form; (at = strstr(at, separator)) != NULL; at += strlen(separator))
        count++;
    return count;
}

static void check_label(const struct options *options, const struct option_spelling *label) {
    enum { MOST_JOINTS = 16 }; /* the ways to cut a text are tried one by one */
    for (size_t i = 0; i < sizeof separators / sizeof separators[0]; i++) {
        if (count_joints(label->form, separators[i]) > MOST_JOINTS)
            continue;
        const struct option_spelling *first =
            read_joined(options, label->form, separators[i], label->option, false);
        if (first == NULL)
            continue;
        struct diag_place place =
            place_of(options, label->kind == SPELLING_LABEL ? "label" : "alias", label->option);
        diag_add(options->diag, DIAG_WARNING, &place,
                 "'%s' reads like other options joined by '%s', '%s' the first of them: in a "
                 "cell with several options nobody can tell; word it otherwise, or export "
                 "every option in a column of its own",
                 "'%s' liest sich wie andere Optionen, mit '%s' verbunden, die erste '%s': In "
                 "einer Zelle mit mehreren Optionen ist das nicht zu unterscheiden; bitte "
                 "anders benennen oder jede Option in einer eigenen Spalte exportieren",
                 label->word, separators[i], code_of(options, first->option));
        return;
    }
}

/* --- an alias that is a part of a label --- */

static bool is_word_byte(char byte) {
    return isalnum((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

/* A code such as 2 or A1 stands in many labels by chance, a word of three letters does not. */
static bool is_word(const char *form) {
    size_t letters = 0;
    for (; *form != '\0'; form++) {
        if (isdigit((unsigned char)*form))
            return false;
        letters += is_word_byte(*form);
    }
    return letters >= 3;
}

/* True where what stands at the end of a part is the end of the label or a separator. */
static bool is_cut(const char *label, const char *at, int step) {
    while (at >= label && *at == ' ')
        at += step;
    return at < label || *at == '\0' || strchr(";,|/+&", *at) != NULL;
}

static bool is_part(const char *part, const char *label) {
    size_t size = strlen(part);
    if (size == 0 || strcmp(part, label) == 0)
        return false;
    for (const char *at = strstr(label, part); at != NULL; at = strstr(at + 1, part)) {
        if ((at > label && is_word_byte(at[-1])) || is_word_byte(at[size]))
            continue;
        if (is_word(part) || (is_cut(label, at - 1, -1) && is_cut(label, at + size, 1)))
            return true;
    }
    return false;
}

static void check_alias(const struct options *options, const struct option_spelling *alias) {
    for (size_t i = 0; i < options->count; i++) {
        const struct option_spelling *label = &options->spellings[i];
        if (label->kind != SPELLING_LABEL || label->option == alias->option ||
            !is_part(alias->form, label->form))
            continue;
        struct diag_place place = place_of(options, "alias", alias->option);
        diag_add(options->diag, DIAG_WARNING, &place,
                 "the alias '%s' of '%s' is a part of the label '%s' of '%s': a cell with "
                 "several options may be counted for the wrong one; take the whole phrase, in "
                 "double quotes",
                 "Der Alias '%s' von '%s' ist ein Teil des Textes '%s' von '%s': Eine Zelle "
                 "mit mehreren Optionen könnte der falschen zugezählt werden; bitte den ganzen "
                 "Wortlaut nehmen, in geraden Anführungszeichen",
                 alias->word, code_of(options, alias->option), label->word,
                 code_of(options, label->option));
        return;
    }
}

void check_joined(const struct ini *ini, const struct questionnaire *questionnaire,
                  struct diag *diag) {
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        if (question->type != QUESTION_MULTI && question->type != QUESTION_RANKING)
            continue;
        struct options options = {.ini = ini, .question = question, .diag = diag};
        add_options(&options);
        for (size_t k = 0; k < options.count; k++)
            if (options.spellings[k].kind != SPELLING_ID)
                check_label(&options, &options.spellings[k]);
        for (size_t k = 0; k < options.count; k++)
            if (options.spellings[k].kind == SPELLING_ALIAS)
                check_alias(&options, &options.spellings[k]);
        for (size_t k = 0; k < options.count; k++)
            free(options.spellings[k].form);
        free(options.spellings);
    }
}
