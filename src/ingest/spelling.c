#include "ingest/spelling.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "base/number.h"
#include "base/utf8.h"
#include "ingest/map.h"
#include "survey/ini_suggestion.h"
#include "survey/limesurvey_code.h"

struct spelling {
    const struct question *question;
    struct map *exact;  /* as written in the questionnaire */
    struct map *folded; /* in the folded comparison form */
    const char **words; /* all of them, for resemblance */
    size_t word_count, word_capacity;
    size_t separators;
    struct map *codes;        /* ids and aliases as written */
    struct map *folded_codes; /* and folded */
    size_t blanks;            /* the most in one of them */
    struct map *recoded;      /* the answers of [recode] */
    struct map *numbers;      /* whole numbers in one form; SPELLING_UNKNOWN: two answers */
    bool has_signs;           /* an answer of punctuation alone */
    int64_t yes, no;          /* the answers that TRUE and FALSE mean, or SPELLING_UNKNOWN */
    char (*made)[LIMESURVEY_CODE_SIZE]; /* of each code: its code in LimeSurvey */
    struct parted *parted;              /* words that hold the separator */
    size_t parted_count, parted_capacity;
};

/* A word with nothing around its separators, in the folded form. */
struct parted {
    char *form;
    int64_t meaning;
};

/* Spellings of form systems that give way where the questionnaire uses them otherwise. */
static const char *const other_words[] = {"-oth-", "Other", "Sonstiges"};

static const char *separator_of(const struct spelling *spelling) {
    const char *separator = spelling->question->separator;
    return separator != NULL ? separator : ";";
}

static size_t count_separators(const char *word, const char *separator) {
    size_t count = 0;
    size_t length = strlen(separator);
    for (const char *at = word; length > 0 && (at = strstr(at, separator)) != NULL;
         at += length)
        count++;
    return count;
}

static void add_word(struct spelling *spelling, const char *word) {
    size_t separators = count_separators(word, separator_of(spelling));
    if (separators > spelling->separators)
        spelling->separators = separators;
    spelling->words = memory_grow(spelling->words, spelling->word_count,
                                  &spelling->word_capacity, sizeof *spelling->words);
    spelling->words[spelling->word_count++] = word;
}

/* Appends the folded form without the blanks around the separator; false where it holds none.
 */
static bool add_parted_form(struct text *form, const struct spelling *spelling,
                            const char *bytes, size_t length) {
    const char *separator = separator_of(spelling);
    size_t blanks = strspn(separator, " ");
    size_t size = strcspn(separator + blanks, " ");
    const char *end = bytes + length;
    const char *at = size > 0 ? memmem(bytes, length, separator + blanks, size) : NULL;
    bool found = at != NULL;
    for (; at != NULL; at = memmem(bytes, (size_t)(end - bytes), separator + blanks, size)) {
        utf8_comparison_form(form, bytes, (size_t)(at - bytes), true);
        text_add_bytes(form, separator + blanks, size);
        bytes = at + size;
    }
    utf8_comparison_form(form, bytes, (size_t)(end - bytes), true);
    return found;
}

static void add_parted(struct spelling *spelling, const char *word, int64_t meaning) {
    struct text form = {0};
    if (!add_parted_form(&form, spelling, word, strlen(word))) {
        text_free(&form);
        return;
    }
    text_add(&form, "");
    spelling->parted = memory_grow(spelling->parted, spelling->parted_count,
                                   &spelling->parted_capacity, sizeof *spelling->parted);
    spelling->parted[spelling->parted_count++] = (struct parted){form.bytes, meaning};
}

bool spelling_is_signs(const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (isalnum((unsigned char)bytes[i]) || (unsigned char)bytes[i] >= 0x80)
            return false;
    return true;
}

static void add_form(struct spelling *spelling, const char *form, int64_t meaning) {
    int64_t before;
    if (map_find(spelling->numbers, form, strlen(form), &before) && before != meaning)
        map_set(spelling->numbers, form, strlen(form), SPELLING_UNKNOWN);
    else
        map_add(spelling->numbers, form, strlen(form), meaning);
}

/* "1" and "01" as two answers are one number: then a number says nothing. Nor does one that
 * "1.000" may have been, which spreadsheets make 1 or 1000 of. */
static void add_number(struct spelling *spelling, const char *word, int64_t meaning) {
    static const char marks[] = ".,";
    char form[NUMBER_SIZE];
    int64_t value;
    if (number_plain_whole(form, word, strlen(word))) {
        add_form(spelling, form, meaning);
        return;
    }
    for (const char *mark = marks; *mark != '\0'; mark++) {
        if (!number_parse_decimal(word, strlen(word), *mark, 0, &value))
            continue;
        snprintf(form, sizeof form, "%" PRId64, value);
        add_form(spelling, form, SPELLING_UNKNOWN);
        snprintf(form, sizeof form, "%" PRId64, value * 1000);
        add_form(spelling, form, SPELLING_UNKNOWN);
    }
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
    add_parted(spelling, word, meaning);
    add_number(spelling, word, meaning);
    spelling->has_signs = spelling->has_signs || spelling_is_signs(word, strlen(word));
    text_free(&form);
}

/* An id or alias. */
static void add_id(struct spelling *spelling, const char *word, int64_t meaning) {
    struct text form = {0};
    utf8_comparison_form(&form, word, strlen(word), true);
    size_t blanks = count_separators(text_string(&form), " ");
    if (blanks > spelling->blanks)
        spelling->blanks = blanks;
    map_add(spelling->codes, word, strlen(word), meaning);
    map_add(spelling->folded_codes, text_string(&form), form.length, meaning);
    text_free(&form);
    add(spelling, word, meaning);
}

static void add_labels(struct spelling *spelling, const struct label *label, int64_t meaning) {
    for (size_t language = 0; language < QUESTIONNAIRE_MAX_LANGUAGES; language++)
        add(spelling, label->in[language], meaning);
}

static void add_code(struct spelling *spelling, const struct code *code, int64_t meaning) {
    add_id(spelling, code->id, meaning);
    add_labels(spelling, &code->label, meaning);
    for (size_t i = 0; i < code->alias_count; i++)
        add_id(spelling, code->aliases[i], meaning);
}

static void add_dk(struct spelling *spelling) {
    const struct question *question = spelling->question;
    add_id(spelling, "dk", SPELLING_DK);
    add_labels(spelling, &question->dk, SPELLING_DK);
    for (size_t i = 0; i < question->dk_alias_count; i++)
        add_id(spelling, question->dk_aliases[i], SPELLING_DK);
}

static void add_other_words(struct spelling *spelling) {
    for (size_t i = 0; i < sizeof other_words / sizeof other_words[0]; i++)
        if (spelling_find(spelling, other_words[i], strlen(other_words[i])) == SPELLING_UNKNOWN)
            add(spelling, other_words[i], (int64_t)spelling->question->other);
}

static size_t count_made(const struct spelling *spelling, const char *code, size_t count) {
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        found += strcasecmp(spelling->made[i], code) == 0;
    return found;
}

/* The codes that form --to limesurvey makes of ours; they too give way. */
static void add_made_codes(struct spelling *spelling) {
    const struct code_list *list = spelling->question->codes;
    bool ticked = question_answer(spelling->question) == ANSWER_TICK; /* there a sub-question */
    size_t count = list != NULL && !ticked ? list->count : 0;
    spelling->made = memory_allocate(count + 1, sizeof *spelling->made);
    for (size_t i = 0; i < count; i++)
        limesurvey_code(spelling->made[i], LIMESURVEY_ANSWER, list->codes[i].id,
                        list->codes[i].aliases, list->codes[i].alias_count);
    for (size_t i = 0; i < count; i++) {
        const char *code = spelling->made[i];
        if (count_made(spelling, code, count) == 1 &&
            spelling_find(spelling, code, strlen(code)) == SPELLING_UNKNOWN)
            add_id(spelling, code, (int64_t)i);
    }
}

static void add_recode(struct spelling *spelling, const struct recode *recode) {
    add(spelling, recode->answer, (int64_t)recode->code);
    map_add(spelling->recoded, recode->answer, strlen(recode->answer), (int64_t)recode->code);
}

/* An answer that is one of the words, or SPELLING_UNKNOWN where none is; *several where two
 * are. */
static int64_t find_any(const struct spelling *spelling, const char *const *words,
                        bool *several) {
    int64_t found = SPELLING_UNKNOWN;
    for (; *words != NULL; words++) {
        int64_t meaning = spelling_find(spelling, *words, strlen(*words));
        *several = *several || (found != SPELLING_UNKNOWN && meaning != SPELLING_UNKNOWN &&
                                meaning != found);
        found = meaning != SPELLING_UNKNOWN ? meaning : found;
    }
    return found;
}

/* "Nie" is no in Polish and never in German, so only pairs say it. */
static const struct {
    const char *yes, *no;
} yes_and_no[] = {
    {"ja", "nein"}, {"yes", "no"},  {"oui", "non"}, {"s\u00ed", "no"},
    {"si", "no"},   {"tak", "nie"}, {"ano", "ne"},  {"\u00e1no", "nie"},
};

/* With what spreadsheets write. */
static const char *const trues[] = {"true", "wahr",   "vrai",   "verdadero",
                                    "vero", "prawda", "pravda", NULL};
static const char *const falses[] = {"false", "falsch",     "faux",     "falso",
                                     "false", "fa\u0142sz", "nepravda", NULL};

/* Left unknown where two pairs are among the answers, or where a third answer is itself called
 * so. */
static void find_yes_and_no(struct spelling *spelling) {
    bool several = false;
    int64_t yes = SPELLING_UNKNOWN, no = SPELLING_UNKNOWN;
    for (size_t i = 0; i < sizeof yes_and_no / sizeof yes_and_no[0]; i++) {
        int64_t one = spelling_find(spelling, yes_and_no[i].yes, strlen(yes_and_no[i].yes));
        int64_t other = spelling_find(spelling, yes_and_no[i].no, strlen(yes_and_no[i].no));
        if (one < 0 || other < 0 || one == other)
            continue;
        several = several || (yes != SPELLING_UNKNOWN && (yes != one || no != other));
        yes = one;
        no = other;
    }
    int64_t is_true = find_any(spelling, trues, &several);
    int64_t is_false = find_any(spelling, falses, &several);
    several = several || (is_true != SPELLING_UNKNOWN && is_true != yes) ||
              (is_false != SPELLING_UNKNOWN && is_false != no);
    spelling->yes = several ? SPELLING_UNKNOWN : yes;
    spelling->no = several ? SPELLING_UNKNOWN : no;
}

struct spelling *spelling_new(const struct question *question) {
    struct spelling *spelling = memory_allocate(1, sizeof *spelling);
    spelling->question = question;
    spelling->exact = map_new();
    spelling->folded = map_new();
    spelling->codes = map_new();
    spelling->folded_codes = map_new();
    spelling->recoded = map_new();
    spelling->numbers = map_new();
    for (size_t i = 0; question->codes != NULL && i < question->codes->count; i++)
        add_code(spelling, &question->codes->codes[i], (int64_t)i);
    if (question->has_dk)
        add_dk(spelling);
    for (size_t i = 0; i < question->recode_count; i++)
        add_recode(spelling, &question->recodes[i]);
    if (question->has_other)
        add_other_words(spelling);
    add_made_codes(spelling);
    find_yes_and_no(spelling);
    return spelling;
}

void spelling_free(struct spelling *spelling) {
    if (spelling == NULL)
        return;
    map_free(spelling->exact);
    map_free(spelling->folded);
    map_free(spelling->codes);
    map_free(spelling->folded_codes);
    map_free(spelling->recoded);
    map_free(spelling->numbers);
    free(spelling->words);
    free(spelling->made);
    for (size_t i = 0; i < spelling->parted_count; i++)
        free(spelling->parted[i].form);
    free(spelling->parted);
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

/* Labels that differ in blanks alone are two: what fits both is neither. */
int64_t spelling_find_parted(const struct spelling *spelling, const char *bytes,
                             size_t length) {
    int64_t meaning = spelling_find(spelling, bytes, length);
    if (meaning != SPELLING_UNKNOWN || spelling->parted_count == 0)
        return meaning;
    struct text form = {0};
    bool parted = add_parted_form(&form, spelling, bytes, length), several = false;
    for (size_t i = 0; parted && i < spelling->parted_count; i++) {
        if (strcmp(spelling->parted[i].form, text_string(&form)) != 0)
            continue;
        several =
            several || (meaning != SPELLING_UNKNOWN && meaning != spelling->parted[i].meaning);
        meaning = spelling->parted[i].meaning;
    }
    text_free(&form);
    return several ? SPELLING_UNKNOWN : meaning;
}

int64_t spelling_find_number(const struct spelling *spelling, const char *bytes,
                             size_t length) {
    char form[NUMBER_SIZE];
    int64_t meaning;
    bool zero_leads = length > 1 && bytes[0] == '0' && isdigit((unsigned char)bytes[1]);
    if (zero_leads || !number_plain_whole(form, bytes, length) ||
        !map_find(spelling->numbers, form, strlen(form), &meaning))
        return SPELLING_UNKNOWN;
    return meaning;
}

int64_t spelling_find_boolean(const struct spelling *spelling, const char *bytes,
                              size_t length) {
    enum { LONGEST_BOOLEAN = 12 };
    struct text form = {0};
    int64_t meaning = SPELLING_UNKNOWN;
    if (spelling->yes == SPELLING_UNKNOWN || length > LONGEST_BOOLEAN)
        return SPELLING_UNKNOWN;
    utf8_comparison_form(&form, bytes, length, true);
    for (size_t i = 0; trues[i] != NULL; i++)
        meaning = strcmp(trues[i], text_string(&form)) == 0 ? spelling->yes : meaning;
    for (size_t i = 0; falses[i] != NULL; i++)
        meaning = strcmp(falses[i], text_string(&form)) == 0 ? spelling->no : meaning;
    text_free(&form);
    return meaning;
}

int64_t spelling_find_code(const struct spelling *spelling, const char *bytes, size_t length,
                           bool fold) {
    struct text form = {0};
    int64_t meaning = SPELLING_UNKNOWN;
    if (map_find(spelling->codes, bytes, length, &meaning) || !fold)
        return meaning;
    utf8_comparison_form(&form, bytes, length, true);
    map_find(spelling->folded_codes, text_string(&form), form.length, &meaning);
    text_free(&form);
    return meaning;
}

size_t spelling_blanks(const struct spelling *spelling) {
    return spelling->blanks;
}

bool spelling_is_recoded(const struct spelling *spelling, const char *bytes, size_t length) {
    int64_t meaning;
    return map_find(spelling->recoded, bytes, length, &meaning);
}

bool spelling_has_signs(const struct spelling *spelling) {
    return spelling->has_signs;
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
    char form[NUMBER_SIZE];
    if (!number_plain_whole(form, bytes, length) || form[1] != '\0' || bytes[0] != form[0] ||
        list == NULL || list->count != 2)
        return SPELLING_UNKNOWN;
    bool yes_first = is_called(&list->codes[0], "Y") && is_called(&list->codes[1], "N");
    bool yes_last = is_called(&list->codes[1], "Y") && is_called(&list->codes[0], "N");
    for (size_t i = 0; i < sizeof digits / sizeof digits[0] && (yes_first || yes_last); i++)
        if (digits[i].digit == form[0])
            return is_called(&list->codes[0], digits[i].word) ? 0 : 1;
    return SPELLING_UNKNOWN;
}

/* "55 years or more" is no slip for "24 years or less". */
static bool has_same_digits(const char *one, const char *other) {
    static const char digits[] = "0123456789";
    for (;;) {
        one += strcspn(one, digits);
        other += strcspn(other, digits);
        size_t length = strspn(one, digits);
        if (length != strspn(other, digits) || strncmp(one, other, length) != 0)
            return false;
        if (length == 0)
            return true;
        one += length;
        other += length;
    }
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
    const char **alike = memory_allocate(spelling->word_count, sizeof *alike);
    size_t count = 0;
    for (size_t i = 0; i < spelling->word_count; i++)
        if (has_same_digits(word, spelling->words[i]))
            alike[count++] = spelling->words[i];
    const char *suggestion = ini_suggestion(word, alike, count);
    free(alike);
    return suggestion;
}

static bool is_letter_or_digit(char byte) {
    return ((unsigned char)byte & 0x80) != 0 || isalnum((unsigned char)byte);
}

const char *spelling_beginning(const struct spelling *spelling, const char *bytes,
                               size_t length) {
    enum { SHORTEST = 4 };
    const char *longest = NULL;
    for (size_t i = 0; i < spelling->word_count; i++) {
        const char *word = spelling->words[i];
        size_t size = strlen(word);
        bool code = spelling_find_code(spelling, word, size, false) != SPELLING_UNKNOWN;
        if (!code && size >= SHORTEST && size < length && strncasecmp(bytes, word, size) == 0 &&
            !is_letter_or_digit(bytes[size]) && (longest == NULL || size >= strlen(longest)))
            longest = word;
    }
    return longest;
}

size_t spelling_separators(const struct spelling *spelling) {
    return spelling->separators;
}
