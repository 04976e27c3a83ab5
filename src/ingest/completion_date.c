#include "ingest/completion_date.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* The first letters of months and days of the week, folded: English, German, French, Italian,
 * Spanish, Polish. What begins a date with a word must begin with one of these. */
static const char *const names[] = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "jän",
    "mär", "mrz", "mai", "okt", "dez", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "die",
    "mit", "don", "fre", "sam", "son", "fév", "avr", "aoû", "déc", "gen", "mag", "giu", "lug",
    "ago", "set", "ott", "dic", "ene", "abr", "sty", "lut", "kwi", "maj", "cze", "lip", "sie",
    "wrz", "paź", "lis", "gru", "mo,", "di,", "mi,", "do,", "fr,", "sa,", "so,", "mo.", "di.",
    "mi.", "do.", "fr.", "sa.", "so.", "lun", "jeu", "ven", "dim"};

static bool begins_with_name(const char *form) {
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strncmp(form, names[i], strlen(names[i])) == 0)
            return true;
    return false;
}

static bool is_letter(char byte) {
    return isalpha((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

/* A letter alone belongs to a date in T and Z of ISO 8601 and in a.m., p.m. and h. */
static bool is_single_letter(char byte) {
    return strchr("tzamph", byte) != NULL;
}

/* What a date is made of. */
struct parts {
    size_t numbers, separators, words;
    bool foreign; /* something that occurs in no date */
};

static struct parts take_apart(const char *form) {
    static const char separators[] = ".:/-+,' ()";
    struct parts parts = {0};
    while (*form != '\0') {
        const char *start = form;
        while (isdigit((unsigned char)*form))
            form++;
        if (form > start) {
            parts.numbers++;
            continue;
        }
        while (is_letter(*form))
            form++;
        if (form == start + 1)
            parts.foreign = parts.foreign || !is_single_letter(*start);
        else if (form > start)
            parts.words++;
        else if (strchr(separators, *form++) == NULL)
            parts.foreign = true;
        else
            parts.separators += strchr(".:/-", form[-1]) != NULL ? 1 : 0;
    }
    return parts;
}

/* A number of days since 1900 (from 1954 to 2119), as spreadsheets show a date in a cell that
 * has no date format; seconds or thousandths since 1970; or digits of a date without marks. */
static bool is_number_of_time(const char *form) {
    size_t digits = strspn(form, "0123456789");
    const char *rest = form + digits;
    double value = strtod(form, NULL);
    bool fraction = (*rest == '.' || *rest == ',') &&
                    rest[1 + strspn(rest + 1, "0123456789")] == '\0' && rest[1] != '\0';
    if (digits == 5 && (*rest == '\0' || fraction))
        return value >= 20000 && value < 80000;
    if ((digits == 10 || digits == 13) && (*rest == '\0' || fraction))
        return form[0] == '1' || form[0] == '2';
    return (digits == 8 || digits == 12 || digits == 14) && *rest == '\0' &&
           (strncmp(form, "19", 2) == 0 || strncmp(form, "20", 2) == 0);
}

bool completion_is_date(const char *form) {
    bool digit = isdigit((unsigned char)form[0]) != 0;
    if (!digit && !begins_with_name(form))
        return false;
    if (is_number_of_time(form))
        return true;
    struct parts parts = take_apart(form);
    if (parts.foreign || parts.numbers < 2)
        return false;
    /* 10:15 and 43:12.0 are what is left where a spreadsheet shows the time alone. */
    bool clock = parts.words == 0 && strchr(form, ':') != NULL;
    return parts.words > 0 || parts.numbers >= 3 || clock;
}
