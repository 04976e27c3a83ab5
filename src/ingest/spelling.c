#include "ingest/spelling.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "ingest/map.h"
#include "survey/ini.h"

struct spelling {
    const struct question *question;
    struct map *exact;  /* as it stands in the questionnaire */
    struct map *folded; /* in the folded comparison form */
    const char **words; /* all of them, for resemblance */
    size_t word_count, word_capacity;
    size_t separators;
};

/* Spellings of form systems that give way where the questionnaire uses them otherwise. */
static const char *const other_words[] = {"-oth-", "Other", "Sonstiges"};

static size_t count_separators(const char *word, const char *separator) {
    size_t count = 0;
    size_t length = strlen(separator);
    for (const char *at = word; length > 0 && (at = strstr(at, separator)) != NULL;
         at += length)
        count++;
    return count;
}

static void add_word(struct spelling *spelling, const char *word) {
    const char *separator = spelling->question->separator;
    size_t separators = count_separators(word, separator != NULL ? separator : ";");
    if (separators > spelling->separators)
        spelling->separators = separators;
    spelling->words = memory_grow(spelling->words, spelling->word_count,
                                  &spelling->word_capacity, sizeof *spelling->words);
    spelling->words[spelling->word_count++] = word;
}

/* The loader has made sure that no two answers have one spelling, even folded. */
static void add(struct spelling *spelling, const char *word, int64_t meaning) {
    if (word == NULL || word[0] == '\0')
        return;
    struct text form = {0};
    utf8_comparison_form(&form, word, strlen(word), true);
    map_add(spelling->exact, word, strlen(word), meaning);
    map_add(spelling->folded, text_string(&form), form.length, meaning);
    add_word(spelling, word);
    text_free(&form);
}

static void add_labels(struct spelling *spelling, const struct label *label, int64_t meaning) {
    for (size_t language = 0; language < QUESTIONNAIRE_MAX_LANGUAGES; language++)
        add(spelling, label->in[language], meaning);
}

static void add_code(struct spelling *spelling, const struct code *code, int64_t meaning) {
    add(spelling, code->id, meaning);
    add_labels(spelling, &code->label, meaning);
    for (size_t i = 0; i < code->alias_count; i++)
        add(spelling, code->aliases[i], meaning);
}

static void add_dk(struct spelling *spelling) {
    const struct question *question = spelling->question;
    add(spelling, "dk", SPELLING_DK);
    add_labels(spelling, &question->dk, SPELLING_DK);
    for (size_t i = 0; i < question->dk_alias_count; i++)
        add(spelling, question->dk_aliases[i], SPELLING_DK);
}

static void add_other_words(struct spelling *spelling) {
    for (size_t i = 0; i < sizeof other_words / sizeof other_words[0]; i++)
        if (spelling_find(spelling, other_words[i], strlen(other_words[i])) == SPELLING_UNKNOWN)
            add(spelling, other_words[i], (int64_t)spelling->question->other);
}

struct spelling *spelling_new(const struct question *question) {
    struct spelling *spelling = memory_allocate(1, sizeof *spelling);
    spelling->question = question;
    spelling->exact = map_new();
    spelling->folded = map_new();
    for (size_t i = 0; question->codes != NULL && i < question->codes->count; i++)
        add_code(spelling, &question->codes->codes[i], (int64_t)i);
    if (question->has_dk)
        add_dk(spelling);
    for (size_t i = 0; i < question->recode_count; i++)
        add(spelling, question->recodes[i].answer, (int64_t)question->recodes[i].code);
    if (question->has_other)
        add_other_words(spelling);
    return spelling;
}

void spelling_free(struct spelling *spelling) {
    if (spelling == NULL)
        return;
    map_free(spelling->exact);
    map_free(spelling->folded);
    free(spelling->words);
    free(spelling);
}

/* Letters and digits of ASCII alone, the common case, fold without any conversion. */
static bool fold_plain(char *form, const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        if (byte >= 0x80 || !isalnum(byte))
            return false;
        form[i] = (char)tolower(byte);
    }
    return true;
}

static int64_t find_folded(const struct spelling *spelling, const char *bytes, size_t length) {
    enum { LONGEST_PLAIN = 32 };
    char plain[LONGEST_PLAIN];
    int64_t meaning;
    if (length <= LONGEST_PLAIN && fold_plain(plain, bytes, length))
        return map_find(spelling->folded, plain, length, &meaning) ? meaning : SPELLING_UNKNOWN;
    struct text form = {0};
    utf8_comparison_form(&form, bytes, length, true);
    if (!map_find(spelling->folded, text_string(&form), form.length, &meaning))
        meaning = SPELLING_UNKNOWN;
    text_free(&form);
    return meaning;
}

int64_t spelling_find(const struct spelling *spelling, const char *bytes, size_t length) {
    int64_t meaning;
    if (map_find(spelling->exact, bytes, length, &meaning))
        return meaning;
    return find_folded(spelling, bytes, length);
}

int64_t spelling_read(const struct spelling *spelling, const char *bytes, size_t length) {
    int64_t meaning;
    if (spelling != NULL && map_find(spelling->exact, bytes, length, &meaning))
        return meaning;
    if (length == 2 && memcmp(bytes, "NA", 2) == 0)
        return SPELLING_MISSING;
    return spelling != NULL ? find_folded(spelling, bytes, length) : SPELLING_UNKNOWN;
}

/* True where the code is spelled so, whatever the case. */
static bool is_called(const struct code *code, const char *word) {
    bool found = strcasecmp(code->id, word) == 0;
    for (size_t i = 0; i < code->alias_count; i++)
        found = found || strcasecmp(code->aliases[i], word) == 0;
    return found;
}

/* Only yes/no questions are converted: two codes, Y and N. */
int64_t spelling_find_digit(const struct spelling *spelling, const char *bytes, size_t length) {
    static const struct {
        char digit;
        const char *word;
    } digits[] = {{'1', "Y"}, {'2', "N"}, {'0', "N"}};
    const struct code_list *list = spelling->question->codes;
    if (length != 1 || list == NULL || list->count != 2)
        return SPELLING_UNKNOWN;
    bool yes_first = is_called(&list->codes[0], "Y") && is_called(&list->codes[1], "N");
    bool yes_last = is_called(&list->codes[1], "Y") && is_called(&list->codes[0], "N");
    for (size_t i = 0; i < sizeof digits / sizeof digits[0] && (yes_first || yes_last); i++)
        if (digits[i].digit == bytes[0])
            return is_called(&list->codes[0], digits[i].word) ? 0 : 1;
    return SPELLING_UNKNOWN;
}

const char *spelling_suggestion(const struct spelling *spelling, const char *bytes,
                                size_t length) {
    /* One or two characters resemble everything that is as short. */
    enum { SHORTEST = 3, LONGEST = 60 };
    char word[LONGEST + 1];
    if (length < SHORTEST || length > LONGEST)
        return NULL;
    memcpy(word, bytes, length);
    word[length] = '\0';
    return ini_suggestion(word, spelling->words, spelling->word_count);
}

size_t spelling_separators(const struct spelling *spelling) {
    return spelling->separators;
}
