#include "wording/voice.h"

#include <assert.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

enum { MOST_NAMES = 5 };

/* Moves a text into the voice's arena. */
static const char *keep(const struct voice *voice, struct text *text) {
    const char *copy = arena_copy(voice->arena, text_string(text));
    text_free(text);
    return copy;
}

static const char *plain(const struct voice *voice, enum phrase phrase) {
    return catalogue_phrase(voice->catalogue, phrase);
}

const char *voice_say(const struct voice *voice, enum phrase phrase, ...) {
    struct text text = {0};
    va_list values;
    va_start(values, phrase);
    catalogue_say_list(voice->catalogue, &text, phrase, values);
    va_end(values);
    return keep(voice, &text);
}

enum phrase voice_plural(const struct voice *voice, enum phrase phrase, int64_t count) {
    return catalogue_plural(voice->catalogue, phrase, count);
}

enum phrase voice_form(const struct voice *voice, enum phrase phrase, int64_t count,
                       int64_t base) {
    if (count == 0)
        return phrase_with_form(phrase, PHRASE_FORM_NONE);
    if (count == base && base > 1)
        return phrase_with_form(phrase, PHRASE_FORM_ALL);
    return voice_plural(voice, phrase, count);
}

/* The digits with the thousands set apart, where there are five or more. */
static void add_digits(const struct voice *voice, struct text *text, const char *digits,
                       size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (length >= 5 && i > 0 && (length - i) % 3 == 0)
            text_add(text, plain(voice, PHRASE_NUMBER_THOUSANDS));
        text_add_byte(text, digits[i]);
    }
}

const char *voice_rounded(const struct voice *voice, struct rounded value) {
    char digits[NUMBER_SIZE];
    int64_t unit = number_power_of_ten(value.decimals);
    int64_t size = value.value < 0 ? -value.value : value.value;
    struct text text = {0};
    if (value.value < 0)
        text_add(&text, plain(voice, PHRASE_NUMBER_MINUS));
    int length = snprintf(digits, sizeof digits, "%" PRId64, size / unit);
    add_digits(voice, &text, digits, (size_t)length);
    if (value.decimals > 0)
        text_add_format(&text, "%s%0*" PRId64, plain(voice, PHRASE_NUMBER_DECIMAL),
                        value.decimals, size % unit);
    return keep(voice, &text);
}

const char *voice_whole(const struct voice *voice, int64_t value) {
    return voice_rounded(voice, (struct rounded){value, 0});
}

const char *voice_percent(const struct voice *voice, int64_t count, int64_t base) {
    static const enum phrase phrases[] = {[PERCENT_NEAREST] = PHRASE_NUMBER_PERCENT,
                                          [PERCENT_BELOW] = PHRASE_NUMBER_PERCENT_BELOW,
                                          [PERCENT_ABOVE] = PHRASE_NUMBER_PERCENT_ABOVE};
    struct percent percent;
    if (!rounding_percent(count, base, &percent))
        return NULL;
    return voice_say(voice, phrases[percent.side], "number",
                     voice_rounded(voice, percent.number), NULL);
}

const char *voice_percent_cell(const struct voice *voice, int64_t count, int64_t base) {
    struct percent percent;
    if (!rounding_percent(count, base, &percent))
        return plain(voice, PHRASE_TABLE_NOTHING);
    const char *number = voice_rounded(voice, percent.number);
    if (percent.side == PERCENT_NEAREST)
        return number;
    return voice_say(voice,
                     percent.side == PERCENT_BELOW ? PHRASE_NUMBER_CELL_BELOW
                                                   : PHRASE_NUMBER_CELL_ABOVE,
                     "number", number, NULL);
}

const char *voice_of(const struct voice *voice, int64_t count, int64_t base) {
    return voice_say(voice, PHRASE_NUMBER_OF, "count", voice_whole(voice, count), "base",
                     voice_whole(voice, base), NULL);
}

const char *voice_share(const struct voice *voice, int64_t count, int64_t base) {
    if (base > 1 && (count == 0 || count == base))
        return voice_say(voice, count == 0 ? PHRASE_NUMBER_NOBODY : PHRASE_NUMBER_ALL, "base",
                         voice_whole(voice, base), NULL);
    if (base < ROUNDING_SENTENCE_PERCENT_FROM)
        return voice_of(voice, count, base);
    return voice_say(voice, PHRASE_NUMBER_SHARE, "figure", voice_of(voice, count, base),
                     "percent", voice_percent(voice, count, base), NULL);
}

struct day {
    int year, month, day;
};

static struct day read_date(const char *date) {
    struct day day = {atoi(date), atoi(date + 5), atoi(date + 8)};
    assert(day.month >= 1 && day.month <= 12);
    return day;
}

static const char *month_name(const struct voice *voice, int month) {
    return plain(voice, (enum phrase)(PHRASE_DATE_MONTH_1 + month - 1));
}

/* Years are no counts: "12021" would have no thousands mark either. */
static const char *as_digits(const struct voice *voice, int value) {
    return arena_format(voice->arena, "%d", value);
}

const char *voice_date(const struct voice *voice, const char *date) {
    struct day day = read_date(date);
    return voice_say(voice, PHRASE_DATE_FULL, "day", as_digits(voice, day.day), "month",
                     month_name(voice, day.month), "year", as_digits(voice, day.year), NULL);
}

const char *voice_period(const struct voice *voice, const char *from, const char *to) {
    struct day first = read_date(from), last = read_date(to);
    if (strcmp(from, to) == 0)
        return voice_date(voice, to);
    const char *start = voice_date(voice, from);
    if (first.year == last.year && first.month == last.month)
        start = voice_say(voice, PHRASE_DATE_DAY, "day", as_digits(voice, first.day), NULL);
    else if (first.year == last.year)
        start = voice_say(voice, PHRASE_DATE_DAY_MONTH, "day", as_digits(voice, first.day),
                          "month", month_name(voice, first.month), NULL);
    return voice_say(voice, PHRASE_DATE_PERIOD, "from", start, "to", voice_date(voice, to),
                     NULL);
}

const char *voice_quote(const struct voice *voice, const char *string) {
    static const struct {
        enum phrase outer, inner;
    } marks[] = {{PHRASE_QUOTE_OPEN, PHRASE_QUOTE_INNER_OPEN},
                 {PHRASE_QUOTE_CLOSE, PHRASE_QUOTE_INNER_CLOSE}};
    struct text text = {0};
    text_add(&text, plain(voice, PHRASE_QUOTE_OPEN));
    for (const char *next = string; *next != '\0';) {
        size_t length = 1;
        const char *piece = next;
        for (size_t i = 0; i < 2; i++) {
            const char *outer = plain(voice, marks[i].outer);
            size_t outer_length = strlen(outer);
            if (outer_length == 0 || strncmp(next, outer, outer_length) != 0)
                continue;
            length = outer_length;
            piece = plain(voice, marks[i].inner);
            break;
        }
        text_add_bytes(&text, piece, piece == next ? length : strlen(piece));
        next += length;
    }
    text_add(&text, plain(voice, PHRASE_QUOTE_CLOSE));
    return keep(voice, &text);
}

/* The phrases PHRASE_LIST_COMMA and last put one item behind what there is: "{first}, {next}".
 */
static const char *join(const struct voice *voice, const char *const *items, size_t count,
                        enum phrase last) {
    const char *list = count > 0 ? items[0] : "";
    for (size_t i = 1; i < count; i++)
        list = voice_say(voice, i + 1 < count ? PHRASE_LIST_COMMA : last, "first", list, "next",
                         items[i], NULL);
    return list;
}

const char *voice_list(const struct voice *voice, const char *const *items, size_t count) {
    return join(voice, items, count, PHRASE_LIST_AND);
}

const char *voice_names(const struct voice *voice, const char *const *items, size_t count) {
    if (count <= MOST_NAMES)
        return voice_list(voice, items, count);
    int64_t more = (int64_t)(count - MOST_NAMES);
    return voice_say(voice, voice_plural(voice, PHRASE_LIST_MORE, more), "names",
                     join(voice, items, MOST_NAMES, PHRASE_LIST_COMMA), "count",
                     voice_whole(voice, more), NULL);
}

const char *voice_choice(const struct voice *voice, const char *const *items, size_t count) {
    return join(voice, items, count, PHRASE_LIST_OR);
}
