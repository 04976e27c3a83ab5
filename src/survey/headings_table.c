/* The spellings of headings, and the search for a question and an item in them. */
#include "survey/headings_table.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unistr.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "survey/limesurvey_code.h"

/* What form systems and other programs add to a heading or take from it. All works on folded
 * forms: lower case, one blank for any run of them. */

static bool is_word(char byte) {
    return isalnum((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

static bool drops_blank(const struct text *text, size_t at) {
    char before = at > 0 ? text->bytes[at - 1] : '\0';
    char after = at + 1 < text->length ? text->bytes[at + 1] : '\0';
    return (before != '\0' && strchr("[(/", before) != NULL) ||
           (after != '\0' && strchr("[(])/", after) != NULL);
}

void headings_fold(struct text *form, const char *bytes, size_t length) {
    struct text whole = {0};
    utf8_comparison_form(&whole, bytes, length, true);
    for (size_t i = 0; i < whole.length; i++)
        if (whole.bytes[i] != ' ' || !drops_blank(&whole, i))
            text_add_byte(form, whole.bytes[i]);
    text_free(&whole);
}

void headings_mangle(struct text *mangled, const char *form, size_t length) {
    size_t start = mangled->length;
    bool pending = false;
    for (size_t at = 0; at < length;) {
        ucs4_t character;
        size_t size = (size_t)u8_mbtouc(&character, (const uint8_t *)form + at, length - at);
        bool kept = character == '_' || uc_is_general_category_withtable(
                                            character, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N |
                                                           UC_CATEGORY_MASK_M);
        if (kept && pending && mangled->length > start)
            text_add_byte(mangled, '.');
        if (kept)
            text_add_bytes(mangled, form + at, size);
        pending = !kept;
        at += size;
    }
}

/* --- numbers before --- */

/* Digits, and further ones behind points: "2", "2.1". */
static size_t digits_at(const char *form, size_t length) {
    size_t at = 0;
    while (at < length && isdigit((unsigned char)form[at])) {
        while (at < length && isdigit((unsigned char)form[at]))
            at++;
        if (at + 1 < length && form[at] == '.' && isdigit((unsigned char)form[at + 1]))
            at++;
    }
    return at;
}

static size_t roman_at(const char *form, size_t length) {
    size_t at = 0;
    while (at < length && strchr("ivx", form[at]) != NULL)
        at++;
    return at;
}

/* Words that are before the number of a question. */
static const char *const number_words[] = {"frage", "question", "nr.",     "nr",
                                           "no.",   "pregunta", "pytanie", "otázka",
                                           "q",     "f",        "item",    "domanda"};

static size_t word_at(const char *form, size_t length) {
    for (size_t i = 0; i < sizeof number_words / sizeof number_words[0]; i++) {
        size_t size = strlen(number_words[i]);
        if (size >= length || memcmp(form, number_words[i], size) != 0)
            continue;
        size += form[size] == ' ' ? 1 : 0;
        if (size < length && isdigit((unsigned char)form[size]))
            return size;
    }
    return 0;
}

static size_t mark_at(const char *form, size_t length, const char *marks) {
    size_t at = length > 0 && form[0] == ' ' ? 1 : 0;
    size_t start = at;
    while (at < length && form[at] != '\0' && strchr(marks, form[at]) != NULL)
        at++;
    return at > start ? at : 0;
}

size_t headings_number(const char *form, size_t length, size_t *label) {
    size_t open = length > 0 && form[0] == '(' ? 1 : 0;
    size_t word = word_at(form + open, length - open), at = open + word;
    size_t digits = digits_at(form + at, length - at);
    at += digits;
    if (word > 0 && at < length && form[at] >= 'a' && form[at] <= 'z')
        at++; /* "Q3b" */
    if (digits == 0) {
        size_t roman = roman_at(form + at, length - at);
        at += roman > 0 ? roman : at < length && islower((unsigned char)form[at]) ? 1 : 0;
    }
    *label = at;
    size_t mark = at > open ? mark_at(form + at, length - at, ".):-") : 0;
    if (mark == 0 || (word == 0 && form[at] == '-')) /* "1-2 hours" */
        return 0;
    at += mark;
    bool blank = at < length && form[at] == ' ';
    /* "3.5 Stunden", "a.m." and the like are no numbers of questions. */
    bool joined = word > 0 && form[at - 1] == '.'; /* "q1.a" is a code */
    if (!blank && (digits == 0 || joined || form[at - 1] == '-' || at == length ||
                   isdigit((unsigned char)form[at])))
        return 0;
    at += blank ? 1 : 0;
    return at < length ? at : 0;
}

/* --- marks behind --- */

static const char *const mandatory[] = {"(pflichtfrage)",  "(pflichtfeld)", "(erforderlich)",
                                        "(required)",      "(mandatory)",   "[required]",
                                        "(obligatorisch)", "(obligatoire)", "(obligatorio)",
                                        "[pflichtfrage]",  "(pflicht)"};

static size_t mandatory_at(const char *form, size_t length) {
    for (size_t i = 0; i < sizeof mandatory / sizeof mandatory[0]; i++) {
        size_t size = strlen(mandatory[i]);
        if (size <= length && memcmp(form, mandatory[i], size) == 0)
            return size;
    }
    return 0;
}

bool headings_unmark(struct text *unmarked, const char *form, size_t length) {
    bool found = false;
    size_t start = unmarked->length;
    for (size_t at = 0; at < length;) {
        size_t size = at > 0 ? mandatory_at(form + at, length - at) : 0;
        found = found || size > 0;
        if (size == 0)
            text_add_byte(unmarked, form[at++]);
        at += size;
    }
    while (unmarked->length > start + 1 && (unmarked->bytes[unmarked->length - 1] == '*' ||
                                            unmarked->bytes[unmarked->length - 1] == ' ')) {
        found = found || unmarked->bytes[unmarked->length - 1] == '*';
        unmarked->bytes[--unmarked->length] = '\0';
    }
    if (unmarked->length > start + 1 && unmarked->bytes[start] == '*') {
        found = true;
        size_t skip = unmarked->bytes[start + 1] == ' ' ? 2 : 1;
        memmove(unmarked->bytes + start, unmarked->bytes + start + skip,
                unmarked->length - start - skip + 1);
        unmarked->length -= skip;
    }
    return found && unmarked->length > start;
}

/* --- ranks --- */

static const char *const rank_words[] = {
    "rang",  "rank",     "platz",    "wahl",      "choice",    "place",      "priorität",
    "prio",  "priority", "position", "stelle",    "nr",        "no",         "st",
    "nd",    "rd",       "th",       "rangplatz", "präferenz", "preference", "ranking",
    "choix", "lugar",    "puesto",   "opción",    "scelta",    "posto",      "miejsce",
    "wybór", "místo",    "pořadí",   "pos",       "er",        "e"};

static bool is_rank_word(const char *bytes, size_t length) {
    for (size_t i = 0; i < sizeof rank_words / sizeof rank_words[0]; i++)
        if (strlen(rank_words[i]) == length && memcmp(rank_words[i], bytes, length) == 0)
            return true;
    return false;
}

/* The rank, from 1, that words such as "rank 2" or "1. wahl" name; 0: none. */
static size_t headings_rank(const char *form, size_t length) {
    enum { MOST_DIGITS = 3 };
    size_t rank = 0, numbers = 0;
    for (size_t at = 0; at < length;) {
        size_t start = at;
        if (isdigit((unsigned char)form[at])) {
            for (rank = 0; at < length && isdigit((unsigned char)form[at]); at++)
                rank = at - start < MOST_DIGITS ? rank * 10 + (size_t)(form[at] - '0') : 0;
            numbers++;
            continue;
        }
        while (at < length && is_word(form[at]) && !isdigit((unsigned char)form[at]) &&
               form[at] != '_')
            at++;
        if (at > start && !is_rank_word(form + start, at - start))
            return 0;
        if (at == start) {
            if (strchr(" .#:-_", form[at]) == NULL)
                return 0;
            at++;
        }
    }
    return numbers == 1 ? rank : 0;
}

/* --- sorted lists of spellings --- */

int heading_compare(const struct heading *left, const struct heading *right) {
    if (left->question != right->question)
        return left->question < right->question ? -1 : 1;
    if (left->part != right->part)
        return left->part < right->part ? -1 : 1;
    return (left->item > right->item) - (left->item < right->item);
}

void heading_list_add(struct heading_list *list, const struct heading_spelling *spelling) {
    list->spellings =
        memory_grow(list->spellings, list->count, &list->capacity, sizeof *list->spellings);
    list->spellings[list->count++] = *spelling;
}

static int compare_form(const char *left, size_t left_length, const char *right,
                        size_t right_length) {
    int order = memcmp(left, right, left_length < right_length ? left_length : right_length);
    return order != 0 ? order : (left_length > right_length) - (left_length < right_length);
}

static int compare_spellings(const void *left, const void *right) {
    const struct heading_spelling *one = left, *other = right;
    int order = compare_form(one->form, one->length, other->form, other->length);
    if (order == 0)
        order = heading_compare(&one->meaning, &other->meaning);
    if (order == 0)
        order = (one->name ? 1 : 0) - (other->name ? 1 : 0);
    return order != 0
               ? order
               : (one->languages > other->languages) - (one->languages < other->languages);
}

void heading_list_sort(struct heading_list *list) {
    if (list->count > 0)
        qsort(list->spellings, list->count, sizeof *list->spellings, compare_spellings);
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++)
        if (kept == 0 ||
            compare_spellings(&list->spellings[kept - 1], &list->spellings[i]) != 0)
            list->spellings[kept++] = list->spellings[i];
    list->count = kept;
}

const struct heading_spelling *heading_list_find(const struct heading_list *list,
                                                 const char *form, size_t length,
                                                 size_t *count) {
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct heading_spelling *at = &list->spellings[middle];
        if (compare_form(at->form, at->length, form, length) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    *count = 0;
    while (low + *count < list->count && list->spellings[low + *count].length == length &&
           memcmp(list->spellings[low + *count].form, form, length) == 0)
        ++*count;
    return *count > 0 ? &list->spellings[low] : NULL;
}

void heading_list_mangle(struct arena *arena, const struct heading_list *from,
                         struct heading_list *to) {
    struct text form = {0};
    for (size_t i = 0; i < from->count; i++) {
        struct heading_spelling spelling = from->spellings[i];
        text_clear(&form);
        headings_mangle(&form, spelling.form, spelling.length);
        spelling.form = arena_copy_bytes(arena, text_string(&form), form.length);
        spelling.length = form.length;
        if (form.length > 0)
            heading_list_add(to, &spelling);
    }
    heading_list_sort(to);
    text_free(&form);
}

/* --- spellings --- */

/* All words and texts by which a questionnaire's questions, rows and options may be called. */

enum { MOST_WORDS = 3 };

static const unsigned ALL_LANGUAGES = ~0U;

/* All that may name one item: code names, texts by language, and words that systems write
 * whatever the language of the survey is ("Other", "Comment"). */
struct names {
    const char *id;
    const char *const *aliases;
    size_t alias_count;
    const struct label *label;
    const char *words[MOST_WORDS];
};

static void add(struct headings *headings, struct heading_list *list, const char *string,
                struct heading_spelling spelling) {
    struct text form = {0};
    headings_fold(&form, string, strlen(string));
    if (form.length > 0) {
        spelling.form = arena_copy_bytes(headings->arena, form.bytes, form.length);
        spelling.length = form.length;
        spelling.string = string;
        heading_list_add(list, &spelling);
    }
    text_free(&form);
}

static void add_label(struct headings *headings, struct heading_list *list,
                      const struct label *label, struct heading_spelling spelling) {
    for (size_t k = 0; k < headings->questionnaire->language_count; k++) {
        bool repeated = false; /* one text for all languages */
        spelling.languages = 1U << k;
        for (size_t other = 0; other < headings->questionnaire->language_count; other++) {
            if (label->in[other] != label->in[k])
                continue;
            repeated = repeated || other < k;
            spelling.languages |= 1U << other;
        }
        if (label->in[k] != NULL && !repeated)
            add(headings, list, label->in[k], spelling);
    }
}

static void add_names(struct headings *headings, struct heading_list *list, const char *id,
                      const char *const *aliases, size_t count,
                      struct heading_spelling spelling) {
    spelling.name = true;
    spelling.languages = ALL_LANGUAGES;
    if (id != NULL)
        add(headings, list, id, spelling);
    for (size_t i = 0; i < count; i++)
        add(headings, list, aliases[i], spelling);
}

/* LimeSurvey heads a ranking's columns q[1], q[2] ... by rank, so a digit can never be an
 * option there. */
static bool means_rank(const struct heading *meaning, const char *name) {
    return meaning->part == HEADING_VARIABLE &&
           question_answer(meaning->question) == ANSWER_PLACE &&
           name[strspn(name, "0123456789")] == '\0';
}

static void add_item(struct headings *headings, const struct names *item,
                     const struct heading *meaning) {
    const struct questionnaire *questionnaire = headings->questionnaire;
    struct heading_list *list =
        &headings->items[meaning->question - questionnaire->questions].plain;
    const struct heading_spelling spelling = {.meaning = *meaning};
    struct heading_spelling code = spelling;
    code.id = true;
    add_names(headings, list, item->id, NULL, 0, code);
    for (size_t i = 0; i < item->alias_count; i++)
        if (!means_rank(meaning, item->aliases[i]))
            add_names(headings, list, item->aliases[i], NULL, 0, spelling);
    if (item->label != NULL)
        add_label(headings, list, item->label, spelling);
    for (size_t i = 0; i < MOST_WORDS; i++)
        if (item->words[i] != NULL)
            add(headings, list, item->words[i],
                (struct heading_spelling){.languages = ALL_LANGUAGES, .meaning = *meaning});
}

/* The item without its question, for forms that ask each as a question of its own. */
static void add_alone(struct headings *headings, const struct names *item,
                      const struct heading *meaning) {
    const struct heading_spelling spelling = {.meaning = *meaning};
    add_names(headings, &headings->alone, item->id, item->aliases, item->alias_count, spelling);
    if (item->label != NULL)
        add_label(headings, &headings->alone, item->label, spelling);
}

static struct names names_of(const struct code *code) {
    return (struct names){.id = code->id,
                          .aliases = code->aliases,
                          .alias_count = code->alias_count,
                          .label = &code->label};
}

/* SurveyMonkey can give every option of a single choice a column of its own. Only texts: a code
 * behind a code is how other questions may be called. */
static struct names texts_of(const struct names *item) {
    struct names texts = *item;
    texts.id = NULL;
    texts.alias_count = 0;
    return texts;
}

/* The column of "other" holds the open text, or a tick: it is read as text beside. */
static bool is_other(const struct question *question, enum heading_part part, size_t item) {
    bool choice = (part == HEADING_VARIABLE && question_answer(question) == ANSWER_TICK) ||
                  part == HEADING_OPTION;
    return choice && question->has_other && question->other == item;
}

static void add_items(struct headings *headings, const struct question *question,
                      enum heading_part part, const struct code *codes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const struct heading meaning = {part, question, i};
        const struct heading other = {HEADING_OTHER_TEXT, question, 0};
        const struct names item = names_of(&codes[i]), texts = texts_of(&item);
        bool open = is_other(question, part, i);
        if (!open)
            add_item(headings, part == HEADING_OPTION ? &texts : &item, &meaning);
        add_alone(headings, &item, open ? &other : &meaning);
    }
}

static void add_other(struct headings *headings, const struct question *question) {
    if (!question->has_other || question_answer(question) == ANSWER_PLACE)
        return;
    struct names item = names_of(&question->codes->codes[question->other]);
    item.words[0] = "Other";
    item.words[1] = "Sonstiges";
    item.words[2] = "Other (please specify)"; /* SurveyMonkey */
    add_item(headings, &item, &(struct heading){HEADING_OTHER_TEXT, question, 0});
}

static void add_comment(struct headings *headings, const struct question *question) {
    const struct names item = {.id = "comment", .words = {"Comment", "Kommentar"}};
    add_item(headings, &item, &(struct heading){HEADING_COMMENT, question, 0});
}

static void add_dk(struct headings *headings, const struct question *question) {
    if (!question->has_dk)
        return;
    const struct heading meaning = {HEADING_DK, question, 0};
    const struct names item = {.id = "dk",
                               .aliases = question->dk_aliases,
                               .alias_count = question->dk_alias_count,
                               .label = &question->dk},
                       texts = texts_of(&item);
    add_item(headings, question_has_one_code(question) ? &texts : &item, &meaning);
    add_alone(headings, &item, &meaning);
}

/* "Rank 1" and its like are found by headings_rank. */
static void add_ranks(struct headings *headings, const struct question *question) {
    for (size_t i = 0; i < question->codes->count; i++) {
        const struct names item = {.id = arena_format(headings->arena, "%zu", i + 1)};
        add_item(headings, &item, &(struct heading){HEADING_RANK, question, i});
    }
}

/* Form systems without contact blocks ask for each field in a question of its own: its code is
 * the field's alias. */
static void add_fields(struct headings *headings, const struct question *question) {
    add_items(headings, question, HEADING_FIELD, question->rows, question->row_count);
    for (size_t i = 0; i < question->row_count; i++) {
        const struct heading_spelling spelling = {
            .bare = true, .leaf = true, .meaning = {HEADING_FIELD, question, i}};
        add_names(headings, &headings->bases, NULL, question->rows[i].aliases,
                  question->rows[i].alias_count, spelling);
    }
}

static void add_base(struct headings *headings, const struct question *question, bool bare,
                     enum heading_part part) {
    const struct heading_spelling spelling = {.bare = bare, .meaning = {part, question, 0}};
    add_names(headings, &headings->bases, question->id, question->aliases,
              question->alias_count, spelling);
    add_label(headings, &headings->bases, &question->text, spelling);
    add_label(headings, &headings->bases, &question->heading, spelling);
}

/* One choice of several answers, each of which may have a column, too. */
static void add_one_code(struct headings *headings, const struct question *question) {
    add_base(headings, question, true, HEADING_VARIABLE);
    add_items(headings, question, HEADING_OPTION, question->codes->codes,
              question->codes->count);
    add_dk(headings, question);
    add_other(headings, question);
    add_comment(headings, question);
}

static void add_options(struct headings *headings, const struct question *question) {
    add_base(headings, question, true, HEADING_WHOLE);
    add_items(headings, question, HEADING_VARIABLE, question->codes->codes,
              question->codes->count);
    add_other(headings, question);
    if (question_answer(question) == ANSWER_PLACE)
        add_ranks(headings, question);
    else
        add_dk(headings, question);
}

static void add_question(struct headings *headings, const struct question *question) {
    switch (question_type_traits(question->type)->items) {
    case ITEMS_NONE:
        if (question_has_one_code(question))
            add_one_code(headings, question);
        else
            add_base(headings, question, true, HEADING_VARIABLE);
        break;
    case ITEMS_OPTIONS:
        add_options(headings, question);
        break;
    case ITEMS_ROWS:
        add_base(headings, question, false, HEADING_VARIABLE);
        add_items(headings, question, HEADING_VARIABLE, question->rows, question->row_count);
        break;
    case ITEMS_FIELDS:
        add_base(headings, question, question->row_count == 1, HEADING_FIELD);
        add_fields(headings, question);
        break;
    }
}

void headings_spell(struct headings *headings) {
    const struct questionnaire *questionnaire = headings->questionnaire;
    for (size_t i = 0; i < questionnaire->question_count; i++)
        add_question(headings, &questionnaire->questions[i]);
}

/* --- codes that form --to limesurvey makes --- */

/* The id that the spelling is, of a question or an item that LimeSurvey has under a code of its
 * own making; NULL: it is none. Options that are ranked have no column there. */
static const char *coded_id(const struct heading_spelling *spelling,
                            enum limesurvey_kind *kind) {
    const struct heading *meaning = &spelling->meaning;
    bool part =
        meaning->part == HEADING_FIELD || (meaning->part == HEADING_VARIABLE &&
                                           question_answer(meaning->question) != ANSWER_PLACE);
    *kind = spelling->id ? LIMESURVEY_PART : LIMESURVEY_QUESTION;
    if (spelling->id)
        return part ? spelling->string : NULL;
    return spelling->name && spelling->string == meaning->question->id ? spelling->string
                                                                       : NULL;
}

static void code_of(char code[LIMESURVEY_CODE_SIZE], const struct heading_spelling *spelling,
                    enum limesurvey_kind kind) {
    const struct question *question = spelling->meaning.question;
    const struct code *item = NULL;
    if (kind == LIMESURVEY_PART)
        item = question_item(question, spelling->meaning.item);
    limesurvey_code(code, kind, spelling->string,
                    item != NULL ? item->aliases : question->aliases,
                    item != NULL ? item->alias_count : question->alias_count);
}

/* Adds to a sorted list the codes of its ids. What somebody wrote goes before what was made:
 * one that is there already, or that two are made, is left out; form refuses to write it. */
static void add_codes(struct headings *headings, struct heading_list *list) {
    struct heading_list made = {0};
    for (size_t i = 0; i < list->count; i++) {
        enum limesurvey_kind kind;
        char code[LIMESURVEY_CODE_SIZE];
        size_t count;
        if (coded_id(&list->spellings[i], &kind) == NULL)
            continue;
        code_of(code, &list->spellings[i], kind);
        struct heading_spelling spelling = list->spellings[i];
        add(headings, &made, arena_copy(headings->arena, code), spelling);
        const struct heading_spelling *last = &made.spellings[made.count - 1];
        if (heading_list_find(list, last->form, last->length, &count) != NULL)
            made.count--;
    }
    heading_list_sort(&made);
    for (size_t i = 0; i < made.count; i++) {
        size_t count;
        heading_list_find(&made, made.spellings[i].form, made.spellings[i].length, &count);
        if (count == 1)
            heading_list_add(list, &made.spellings[i]);
    }
    free(made.spellings);
    heading_list_sort(list);
}

void headings_spell_codes(struct headings *headings) {
    add_codes(headings, &headings->bases);
    for (size_t i = 0; i < headings->questionnaire->question_count; i++)
        add_codes(headings, &headings->items[i].plain);
}

/* --- a question, and which of its items is behind it --- */

enum { LONGEST_SEPARATOR = 6 };

void found_add(struct found_headings *found, const struct heading *meaning) {
    size_t at = 0;
    while (at < found->count && heading_compare(&found->meanings[at], meaning) < 0)
        at++;
    if (at < found->count && heading_compare(&found->meanings[at], meaning) == 0)
        return;
    found->meanings =
        memory_grow(found->meanings, found->count, &found->capacity, sizeof *found->meanings);
    memmove(&found->meanings[at + 1], &found->meanings[at],
            (found->count - at) * sizeof *found->meanings);
    found->meanings[at] = *meaning;
    found->count++;
}

/* A question may be called "org_comment": then that heading is the question, not the comment
 * beside "org". */
static void drop_comments(struct found_headings *found) {
    size_t kept = 0;
    for (size_t i = 0; i < found->count; i++)
        if (found->meanings[i].part != HEADING_COMMENT)
            found->meanings[kept++] = found->meanings[i];
    found->count = kept;
}

const struct heading *found_keep(const struct headings *headings, struct found_headings *found,
                                 size_t *count) {
    struct heading *kept = NULL;
    *count = found->count;
    if (found->count > 0) {
        kept = arena_allocate(headings->arena, found->count, sizeof *kept);
        memcpy(kept, found->meanings, found->count * sizeof *kept);
    }
    free(found->meanings);
    return kept;
}

bool headings_is_word(char byte) {
    return isalnum((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

static const struct heading_list *items_of(const struct headings *headings,
                                           const struct question *question, bool mangled) {
    struct heading_items *items =
        &headings->items[question - headings->questionnaire->questions];
    if (mangled && !items->has_mangled) {
        heading_list_mangle(headings->arena, &items->plain, &items->mangled);
        items->has_mangled = true;
    }
    return mangled ? &items->mangled : &items->plain;
}

/* Codes go with codes and texts with texts. An alias may be whatever the export writes; and a
 * text may be in brackets or behind a slash of a code. */
static bool goes_with(const struct heading_spelling *base, const struct heading_spelling *item,
                      const struct heading_manner *manner, char sign) {
    if ((base->languages & item->languages) == 0)
        return false;
    if (manner->names_only || sign == '_')
        return base->name && item->name;
    if (base->name && !item->name)
        return sign != '\0' && strchr("[(/", sign) != NULL;
    return base->name || !item->id;
}

/* The item that the bytes name behind base. */
static void find_item(const struct headings *headings, const struct heading_manner *manner,
                      const struct heading_spelling *base, const char *bytes, size_t length,
                      char sign, struct found_headings *found) {
    const struct question *question = base->meaning.question;
    size_t count, before = found->count;
    const struct heading_spelling *items =
        heading_list_find(items_of(headings, question, manner->mangled), bytes, length, &count);
    for (size_t i = 0; i < count; i++)
        if (goes_with(base, &items[i], manner, sign))
            found_add(found, &items[i].meaning);
    if (question_answer(question) != ANSWER_PLACE || sign == '_' || found->count > before ||
        count > 0)
        return;
    size_t rank = headings_rank(bytes, length);
    if (rank >= 1 && rank <= question->codes->count)
        found_add(found, &(struct heading){HEADING_RANK, question, rank - 1});
}

/* REDCap names an option "(choice=Bus)". */
static size_t skip_choice(char bracket, const char *item, size_t size) {
    static const char words[] = "choice=";
    const size_t length = sizeof words - 1;
    return bracket == '(' && size > length && memcmp(item, words, length) == 0 ? length : 0;
}

/* What is between question and item: some signs and blanks, the last of them perhaps a bracket,
 * which must be closed at the end. */
static void find_behind(const struct headings *headings, const struct heading_manner *manner,
                        const struct heading_spelling *base, const char *rest, size_t length,
                        struct found_headings *found) {
    bool signs = false, underscores = true;
    for (size_t k = 0; k < LONGEST_SEPARATOR && k < length; k++) {
        char byte = rest[k];
        if (headings_is_word(byte) || byte == ']' || byte == ')')
            return;
        signs = signs || byte != ' ';
        underscores = underscores && byte == '_';
        const char *item = rest + k + 1;
        size_t size = length - k - 1;
        char closing = byte == '[' ? ']' : byte == '(' ? ')' : '\0';
        if (closing != '\0' && (size < 2 || item[size - 1] != closing))
            continue;
        size -= closing != '\0' ? 1 : 0;
        size_t skip = skip_choice(byte, item, size);
        item += skip;
        size -= skip;
        if (underscores && manner->no_underscores)
            continue;
        if (signs && size > 0 && item[0] != ' ' && !(manner->names_only && !base->name))
            find_item(headings, manner, base, item, size,
                      !underscores && byte == '_' ? '-' : byte, found);
    }
}

void headings_join(const struct headings *headings, const struct heading_manner *manner,
                   const char *form, size_t length, struct found_headings *found) {
    bool named = false;
    for (size_t cut = 1; cut <= length && cut <= headings->longest_base; cut++) {
        size_t count;
        if (cut < length && headings_is_word(form[cut]))
            continue;
        const struct heading_spelling *bases =
            heading_list_find(manner->bases, form, cut, &count);
        for (size_t i = 0; i < count; i++) {
            const struct heading_spelling *base = &bases[i];
            if (manner->names_only && !base->name)
                continue;
            if (cut == length && base->bare) {
                found_add(found, &base->meaning);
                named = named || base->name;
            }
            if (cut < length && !base->leaf)
                find_behind(headings, manner, base, form + cut, length - cut, found);
        }
    }
    if (named)
        drop_comments(found);
}
