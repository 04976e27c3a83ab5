#include "wording/typography.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

enum { MONTHS = 12, YEAR_DIGITS = 4 };

static const char *month_name(const struct voice *voice, int month) {
    return catalogue_phrase(voice->catalogue, (enum phrase)((int)PHRASE_DATE_MONTH_1 + month));
}

static bool is_digit(char byte) {
    return isdigit((unsigned char)byte) != 0;
}

/* True where the name of a month begins there. */
static bool begins_month(const struct voice *voice, const char *string) {
    for (int month = 0; month < MONTHS; month++)
        if (strncmp(string, month_name(voice, month), strlen(month_name(voice, month))) == 0)
            return true;
    return false;
}

/* True where the name of a month ends before end. */
static bool ends_month(const struct voice *voice, const char *string, size_t end) {
    for (int month = 0; month < MONTHS; month++) {
        size_t length = strlen(month_name(voice, month));
        if (length <= end &&
            memcmp(string + end - length, month_name(voice, month), length) == 0)
            return true;
    }
    return false;
}

static bool begins_year(const char *string) {
    for (size_t i = 0; i < YEAR_DIGITS; i++)
        if (!is_digit(string[i]))
            return false;
    return !is_digit(string[YEAR_DIGITS]);
}

/* True where the blank at that place keeps its neighbours together. */
static bool is_bound(const struct voice *voice, const char *string, size_t blank) {
    const char *next = string + blank + 1;
    if (blank == 0)
        return false;
    char last = string[blank - 1];
    /* "< 6 Monate" */
    if ((last == '<' || last == '>') && is_digit(*next))
        return true;
    if (last == '.' && blank > 1)
        last = string[blank - 2];
    if (is_digit(last) && (*next == '%' || begins_month(voice, next)))
        return true;
    return begins_year(next) && ends_month(voice, string, blank);
}

const char *typography_bind(const struct voice *voice, const char *string) {
    if (strpbrk(string, "0123456789") == NULL)
        return string;
    struct text text = {0};
    for (size_t i = 0; string[i] != '\0'; i++) {
        if (string[i] == ' ' && is_bound(voice, string, i))
            text_add(&text, "\u00a0");
        else
            text_add_byte(&text, string[i]);
    }
    const char *bound = arena_copy(voice->arena, text_string(&text));
    text_free(&text);
    return bound;
}
