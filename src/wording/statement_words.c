#include "wording/statement_words.h"

#include <string.h>
#include <unicase.h>
#include <unistr.h>

#include "base/text.h"
#include "findings/figures.h"

enum { MOST_LISTED = 5, FIFTH = 5 };

/* The places of an organiser's verb. */
#define ITEM   "{item}"
#define NUMBER "{k}"

const char *words_code_bare(const struct teller *teller, const struct code *code) {
    const char *brief = teller_code_label(teller, &code->brief);
    return brief[0] != '\0' ? brief : teller_code_label(teller, &code->label);
}

const char *words_code(const struct teller *teller, const struct code *code) {
    return voice_quote(&teller->voice, words_code_bare(teller, code));
}

/* An answer that the gate put together with others is no code, and has no short label. */
const char *words_item_bare(const struct teller *teller, const struct question *question,
                            const struct item *item) {
    size_t count;
    const struct code *codes = items_codes(question, &count);
    if (item->position < count && &codes[item->position].label == item->label)
        return words_code_bare(teller, &codes[item->position]);
    return teller_code_label(teller, item->label);
}

const char *words_item(const struct teller *teller, const struct question *question,
                       const struct item *item) {
    return voice_quote(&teller->voice, words_item_bare(teller, question, item));
}

const char *words_share(const struct teller *teller, const struct figure *figure) {
    return voice_share(&teller->voice, figure->count, figure->base);
}

static const char *percent_of(const struct teller *teller, const struct figure *figure) {
    bool said = figure->base >= ROUNDING_SENTENCE_PERCENT_FROM && figure->count > 0 &&
                figure->count < figure->base;
    return said ? voice_percent(&teller->voice, figure->count, figure->base) : NULL;
}

const char *words_figure(const struct teller *teller, const struct figure *figure) {
    const struct voice *voice = &teller->voice;
    const char *percent = percent_of(teller, figure);
    if (figure->count == 0)
        return teller_phrase(teller, PHRASE_STATEMENT_NOBODY);
    if (percent == NULL)
        return words_share(teller, figure);
    return voice_say(voice, PHRASE_STATEMENT_FIGURE_PERCENT, "figure",
                     voice_of(voice, figure->count, figure->base), "percent", percent, NULL);
}

const char *words_answers(const struct teller *teller, const struct figure *figure) {
    const struct voice *voice = &teller->voice;
    const char *percent = percent_of(teller, figure),
               *words = voice_say(voice,
                                  voice_form(&teller->voice, PHRASE_STATEMENT_ANSWERS_NONE,
                                             figure->count, figure->base),
                                  "figure", voice_of(voice, figure->count, figure->base),
                                  "base", voice_whole(voice, figure->base), NULL);
    return percent == NULL ? words
                           : voice_say(voice, PHRASE_STATEMENT_PERCENT, "words", words,
                                       "percent", percent, NULL);
}

const char *words_labelled(const struct teller *teller, const char *label,
                           const struct figure *figure) {
    return voice_say(&teller->voice, PHRASE_STATEMENT_ITEM, "label", label, "figure",
                     words_figure(teller, figure), NULL);
}

const char *words_items(const struct teller *teller, const struct question *question,
                        const struct items *items, size_t first, size_t end) {
    size_t count = end - first, listed = count <= MOST_LISTED ? count : MOST_LISTED;
    const char **names = arena_allocate(teller->voice.arena, count + 1, sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] =
            i < listed
                ? words_labelled(teller, words_item(teller, question, &items->item[first + i]),
                                 &items->item[first + i].figure)
                : "";
    return voice_names(&teller->voice, names, count);
}

/* --- the organiser's verbs --- */

static const char *verb_of(const struct teller *teller, const struct saying *saying,
                           int64_t count) {
    const char *one = teller_label(teller, &saying->one),
               *many = teller_label(teller, &saying->many);
    return count <= 1 && one[0] != '\0' ? one : many;
}

/* The verb with {item} and {k} filled, without a full stop. */
static const char *fill_saying(const struct teller *teller, const char *verb, const char *item,
                               const char *share) {
    struct text text = {0};
    for (const char *at = verb; *at != '\0';) {
        const char *value = strncmp(at, ITEM, strlen(ITEM)) == 0       ? item
                            : strncmp(at, NUMBER, strlen(NUMBER)) == 0 ? share
                                                                       : NULL;
        if (value == NULL) {
            text_add_byte(&text, *at++);
            continue;
        }
        text_add(&text, value);
        at = strchr(at, '}') + 1;
        /* "1 will keines" does not break behind the number. */
        if (*at == ' ' && value == share && share[strspn(share, "0123456789")] == '\0') {
            text_add(&text, "\u00a0");
            at++;
        }
    }
    size_t length = strlen(text_string(&text));
    while (length > 0 && text_string(&text)[length - 1] == '.')
        length--;
    const char *copy = arena_copy_bytes(teller->voice.arena, text_string(&text), length);
    text_free(&text);
    return copy;
}

/* True where the first letter, behind an opening quotation mark, could be a capital. */
static bool begins_small(const struct teller *teller, const char *item) {
    const char *open = teller_phrase(teller, PHRASE_QUOTE_OPEN);
    size_t length = strlen(open);
    ucs4_t letter;
    if (strncmp(item, open, length) != 0 ||
        u8_strmbtouc(&letter, (const uint8_t *)item + length) <= 0)
        return false;
    return uc_toupper(letter) != letter;
}

/* "für" where it is among the words that go to the front with their number. */
static bool goes_with_number(const struct teller *teller, const char *word) {
    const char *words = teller_phrase(teller, PHRASE_STATEMENT_TURNED_WITH);
    size_t length = strlen(word);
    for (const char *at = strstr(words, word); at != NULL; at = strstr(at + 1, word))
        if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
            return true;
    return false;
}

/* A verb that begins with {item}, turned so that the sentence begins with its number: "{item}
 * ist für {k} ein Problem" becomes "für {k} ist {item} ein Problem". NULL where its words are
 * others than the catalogue knows how to turn. */
static const char *turn_verb(const struct teller *teller, const char *verb) {
    struct arena *arena = teller->voice.arena;
    const char *start = verb + strlen(ITEM " "), *number = strstr(verb, NUMBER);
    if (strncmp(verb, ITEM " ", strlen(ITEM " ")) != 0 || number == NULL ||
        number < start + 2 || number[-1] != ' ' || strstr(start, ITEM) != NULL ||
        strstr(number + 1, NUMBER) != NULL)
        return NULL;
    char *words = arena_copy_bytes(arena, start, (size_t)(number - 1 - start));
    char *last = strrchr(words, ' ');
    enum phrase phrase = PHRASE_STATEMENT_TURNED_BARE;
    const char *lead = NUMBER;
    if (last != NULL) {
        if (!goes_with_number(teller, last + 1))
            return NULL;
        lead = arena_format(arena, "%s %s", last + 1, NUMBER);
        *last = '\0';
        phrase =
            strchr(words, ' ') == NULL ? PHRASE_STATEMENT_TURNED : PHRASE_STATEMENT_TURNED_LONG;
    }
    return voice_say(&teller->voice, phrase, "lead", lead, "verb", words, "item", ITEM, "rest",
                     number + strlen(NUMBER), NULL);
}

const char *words_saying(const struct teller *teller, const struct saying *saying,
                         const char *item, const char *share, int64_t count) {
    const char *verb = verb_of(teller, saying, count), *turned = NULL;
    if (verb[0] == '\0')
        return NULL;
    if (begins_small(teller, item))
        turned = turn_verb(teller, verb);
    return fill_saying(teller, turned != NULL ? turned : verb, item, share);
}

bool words_saying_has_item(const struct teller *teller, const struct saying *saying) {
    return strstr(teller_label(teller, &saying->many), "{item}") != NULL;
}

/* --- sentences --- */

/* Its first letter becomes a capital; quotation marks and figures have none. */
static const char *with_capital(const struct teller *teller, const char *words) {
    ucs4_t letter;
    uint8_t upper[8];
    int length = u8_strmbtouc(&letter, (const uint8_t *)words);
    if (length <= 0)
        return words;
    int upper_length = u8_uctomb(upper, uc_toupper(letter), sizeof upper);
    if (upper_length <= 0)
        return words;
    return arena_format(teller->voice.arena, "%.*s%s", upper_length, (const char *)upper,
                        words + length);
}

const char *words_sentence(const struct teller *teller, const char *words) {
    return voice_say(&teller->voice, PHRASE_STATEMENT_FULL, "sentence",
                     with_capital(teller, words), NULL);
}

/* --- answers beside the scale --- */

bool words_is_fifth(int64_t count, int64_t base) {
    return count > 0 && FIFTH * count >= count + base;
}

int64_t words_dont_know(const struct teller *teller, const struct question *question,
                        const struct code *row) {
    if (!question->has_dk)
        return -1;
    return figure_whole(teller->facts.results, question->id, row != NULL ? row->id : "", "",
                        STATISTIC_DONT_KNOW);
}

const char *words_beside(const struct teller *teller, const char *sentence, const char *label,
                         int64_t count) {
    return voice_say(&teller->voice,
                     voice_form(&teller->voice, PHRASE_STATEMENT_BESIDE_NONE, count, count + 1),
                     "sentence", sentence, "label", label, "count", teller_whole(teller, count),
                     NULL);
}

const char *words_with_beside(const struct teller *teller, const struct question *question,
                              const struct code *row, const char *sentence) {
    const struct results *results = teller->facts.results;
    const char *item = row != NULL ? row->id : "";
    int64_t base = figure_whole(results, question->id, item, "", STATISTIC_ANSWERED);
    const struct code_list *codes = question->codes;
    for (size_t i = codes->inside; base > 0 && i < codes->count; i++) {
        int64_t count =
            figure_whole(results, question->id, item, codes->codes[i].id, STATISTIC_COUNT);
        if (!question_has_options(question) && words_is_fifth(count, base))
            sentence =
                words_beside(teller, sentence, words_code(teller, &codes->codes[i]), count);
    }
    int64_t unknown = words_dont_know(teller, question, row);
    if (base <= 0 || !words_is_fifth(unknown, base))
        return sentence;
    return words_beside(teller, sentence,
                        voice_quote(&teller->voice, teller_label(teller, &question->dk)),
                        unknown);
}

const char *words_about(const struct teller *teller, const char *subject,
                        const char *sentence) {
    size_t length = strlen(subject);
    if (length > 0 && strchr("?!.", subject[length - 1]) != NULL)
        return arena_format(teller->voice.arena, "%s %s", subject, sentence);
    return voice_say(&teller->voice, PHRASE_STATEMENT_ABOUT, "subject", subject, "sentence",
                     sentence, NULL);
}

const char *words_about_item(const struct teller *teller, const char *label,
                             const char *sentence) {
    return voice_say(&teller->voice, PHRASE_STATEMENT_ABOUT_ITEM, "subject", label, "sentence",
                     sentence, NULL);
}
