#include "form/draft.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/language.h"
#include "base/text.h"
#include "base/utf8_control.h"
#include "form/plain_words.h"

/* --- arrays in the arena --- */

/* Room for one more item; the old array stays behind in the arena. */
static void *grow(struct draft *draft, void *old, size_t count, size_t *capacity, size_t size) {
    if (count < *capacity)
        return old;
    *capacity = *capacity == 0 ? 8 : *capacity * 2;
    void *room = arena_allocate(draft->arena, *capacity, size);
    if (count > 0)
        memcpy(room, old, count * size);
    return room;
}

struct draft *draft_new(struct arena *arena) {
    struct draft *draft = arena_allocate(arena, 1, sizeof *draft);
    draft->arena = arena;
    return draft;
}

static const char *copy(struct draft *draft, const char *string) {
    return string != NULL ? arena_copy(draft->arena, string) : NULL;
}

size_t draft_add_section(struct draft *draft, const char *source) {
    struct draft_section *section = arena_allocate(draft->arena, 1, sizeof *section);
    section->source = copy(draft, source);
    draft->sections = grow(draft, draft->sections, draft->section_count,
                           &draft->section_capacity, sizeof *draft->sections);
    draft->sections[draft->section_count] = section;
    return draft->section_count++;
}

struct draft_question *draft_add_question(struct draft *draft, enum question_type type,
                                          size_t section, const char *source) {
    struct draft_question *question = arena_allocate(draft->arena, 1, sizeof *question);
    question->type = type;
    question->section = section;
    question->source = copy(draft, source);
    draft->questions = grow(draft, draft->questions, draft->question_count,
                            &draft->question_capacity, sizeof *draft->questions);
    draft->questions[draft->question_count++] = question;
    return question;
}

struct draft_code *draft_add_code(struct draft *draft, struct draft_codes *codes,
                                  const char *source) {
    codes->codes =
        grow(draft, codes->codes, codes->count, &codes->capacity, sizeof *codes->codes);
    struct draft_code *code = &codes->codes[codes->count++];
    *code = (struct draft_code){.source = copy(draft, source)};
    return code;
}

void draft_add_phrase(struct draft *draft, struct draft_phrases *phrases, const char *phrase) {
    const char *words = phrase != NULL ? draft_words(draft, 0, phrase) : NULL;
    if (words == NULL)
        return;
    for (size_t i = 0; i < phrases->count; i++)
        if (strcmp(phrases->phrases[i], words) == 0)
            return;
    phrases->phrases = grow(draft, phrases->phrases, phrases->count, &phrases->capacity,
                            sizeof *phrases->phrases);
    phrases->phrases[phrases->count++] = words;
}

void draft_add_condition(struct draft *draft, struct draft_question *question,
                         const struct draft_question *asked, size_t code) {
    struct draft_condition *condition = &question->asked_if;
    /* Conditions are short: no room is kept ahead. */
    size_t *codes = arena_allocate(draft->arena, condition->count + 1, sizeof *codes);
    for (size_t i = 0; i < condition->count; i++) {
        codes[i] = condition->codes[i];
        if (codes[i] == code)
            return;
    }
    codes[condition->count++] = code;
    condition->codes = codes;
    condition->question = asked;
}

int draft_find_code(const struct draft_codes *codes, const char *source) {
    for (size_t i = 0; i < codes->count; i++)
        if (codes->codes[i].source != NULL && strcmp(codes->codes[i].source, source) == 0)
            return (int)i;
    return -1;
}

/* --- languages and texts --- */

int draft_language(struct draft *draft, const char *name) {
    char word[4] = "";
    size_t length = strcspn(name, "-_");
    for (size_t i = 0; i < length && i < 3; i++)
        word[i] = (char)tolower((unsigned char)name[i]);
    bool fine =
        (length == 2 || length == 3) && strspn(word, "abcdefghijklmnopqrstuvwxyz") == length;
    for (size_t i = 0; fine && i < draft->language_count; i++)
        if (strcmp(draft->languages[i], word) == 0)
            return (int)i;
    if (!fine || draft->language_count == QUESTIONNAIRE_MAX_LANGUAGES) {
        draft_loss(draft, &draft->remarks, "the language '%s' is left out: %s",
                   "Die Sprache „%s“ ist weggelassen: %s", name,
                   fine ? language_pick("there is room for eight", "Platz ist für acht")
                        : language_pick("a language has two or three letters",
                                        "Eine Sprache hat zwei oder drei Buchstaben"));
        return -1;
    }
    draft->languages[draft->language_count] = arena_copy(draft->arena, word);
    return (int)draft->language_count++;
}

const char *draft_words(struct draft *draft, size_t language, const char *bytes) {
    bool german =
        language < draft->language_count && strcmp(draft->languages[language], "de") == 0;
    struct text words = {0};
    plain_words(&words, bytes, german);
    const char *made = words.length > 0 ? arena_copy(draft->arena, words.bytes) : NULL;
    text_free(&words);
    return made;
}

void draft_set_label(struct draft *draft, struct label *label, size_t language,
                     const char *bytes) {
    const char *words = draft_words(draft, language, bytes);
    if (words != NULL)
        label->in[language] = words;
}

/* --- remarks --- */

/* What a file of somebody else holds goes into a comment: one line that is not too long,
 * nothing that would end it otherwise. */
static const char *clean(struct draft *draft, const char *message) {
    enum { MOST = 900 };
    struct text words = {0};
    size_t length = strlen(message);
    if (length > MOST)
        for (length = MOST; (message[length] & 0xC0) == 0x80;)
            length--;
    for (const char *at = message; at < message + length; at++)
        text_add_byte(&words, *at == '\n' || *at == '\r' || *at == '\t' ? ' ' : *at);
    if (utf8_has_control(text_string(&words), words.length)) {
        text_clear(&words);
        plain_words(&words, message, false);
    }
    if (words.length > 0 && words.bytes[words.length - 1] == '\\')
        text_add(&words, ".");
    const char *made = arena_copy(draft->arena, text_string(&words));
    text_free(&words);
    return made;
}

static void add_remark(struct draft *draft, struct draft_remarks *remarks, bool guess,
                       const char *format, va_list arguments) {
    struct text message = {0};
    text_add_format_list(&message, format, arguments);
    struct draft_remark *remark = arena_allocate(draft->arena, 1, sizeof *remark);
    *remark = (struct draft_remark){guess, clean(draft, text_string(&message)), NULL};
    text_free(&message);
    if (remarks->last != NULL)
        remarks->last->next = remark;
    else
        remarks->first = remark;
    remarks->last = remark;
}

void draft_guess(struct draft *draft, struct draft_remarks *remarks, const char *english,
                 const char *german, ...) {
    va_list arguments;
    va_start(arguments, german);
    add_remark(draft, remarks, true, language_pick(english, german), arguments);
    va_end(arguments);
}

void draft_loss(struct draft *draft, struct draft_remarks *remarks, const char *english,
                const char *german, ...) {
    va_list arguments;
    va_start(arguments, german);
    add_remark(draft, remarks, false, language_pick(english, german), arguments);
    va_end(arguments);
}

static size_t count_in(const struct draft_remarks *remarks, bool guesses) {
    size_t count = 0;
    for (const struct draft_remark *at = remarks->first; at != NULL; at = at->next)
        count += at->guess == guesses;
    return count;
}

size_t draft_count(const struct draft *draft, bool guesses) {
    size_t count = count_in(&draft->remarks, guesses);
    for (size_t i = 0; i < draft->section_count; i++)
        count += count_in(&draft->sections[i]->remarks, guesses);
    for (size_t i = 0; i < draft->scale_count; i++)
        count += count_in(&draft->scales[i]->remarks, guesses);
    for (size_t i = 0; i < draft->question_count; i++)
        count += count_in(&draft->questions[i]->remarks, guesses);
    return count;
}
