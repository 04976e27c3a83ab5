#include "ingest/unit.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"

/* Folded, and as it is shown. A dot behind a word is no part of it. */
static const struct unit {
    const char *folded, *shown;
} units[] = {
    {"km", "km"},
    {"kilometer", "Kilometer"},
    {"kilometers", "kilometers"},
    {"kilometres", "kilometres"},
    {"miles", "miles"},
    {"m", "m"},
    {"meter", "Meter"},
    {"\u20ac", "\u20ac"},
    {"eur", "EUR"},
    {"euro", "Euro"},
    {"euros", "euros"},
    {"$", "$"},
    {"%", "%"},
    {"prozent", "Prozent"},
    {"percent", "percent"},
    {"jahre", "Jahre"},
    {"jahr", "Jahr"},
    {"years", "years"},
    {"year", "year"},
    {"monate", "Monate"},
    {"monat", "Monat"},
    {"months", "months"},
    {"month", "month"},
    {"wochen", "Wochen"},
    {"woche", "Woche"},
    {"weeks", "weeks"},
    {"week", "week"},
    {"tage", "Tage"},
    {"tag", "Tag"},
    {"days", "days"},
    {"day", "day"},
    {"stunden", "Stunden"},
    {"stunde", "Stunde"},
    {"std", "Std"},
    {"h", "h"},
    {"hours", "hours"},
    {"hour", "hour"},
    {"minuten", "Minuten"},
    {"minutes", "minutes"},
    {"min", "min"},
    {"personen", "Personen"},
    {"person", "Person"},
    {"pers", "Pers"},
    {"persons", "persons"},
    {"people", "people"},
    {"leute", "Leute"},
    {"menschen", "Menschen"},
    {"mitglieder", "Mitglieder"},
    {"members", "members"},
    {"teilnehmer", "Teilnehmer"},
    {"teilnehmende", "Teilnehmende"},
    {"participants", "participants"},
    {"g\u00e4ste", "G\u00e4ste"},
    {"guests", "guests"},
    {"mal", "mal"},
    {"times", "times"},
    {"st\u00fcck", "St\u00fcck"},
};

/* They make a number less exact, and are before it. */
static const struct unit qualifiers[] = {
    {"ca", "ca."},
    {"circa", "circa"},
    {"etwa", "etwa"},
    {"ungef\u00e4hr", "ungef\u00e4hr"},
    {"rund", "rund"},
    {"about", "about"},
    {"approx", "approx."},
    {"around", "around"},
    {"~", "~"},
};

static bool is_letter(char byte) {
    return isalpha((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

/* The word of the list at the beginning of *at, which moves behind it, its dot and the blanks;
 * NULL if absent. */
static const char *take_word(const struct unit *list, size_t count, const char **at) {
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(list[i].folded);
        if (strncmp(*at, list[i].folded, length) != 0 ||
            (is_letter(list[i].folded[0]) && is_letter((*at)[length])))
            continue;
        *at += length;
        *at += **at == '.' ? 1 : 0;
        *at += strspn(*at, " ");
        return list[i].shown;
    }
    return NULL;
}

static const char *find_in(const char *folded) {
    const size_t unit_count = sizeof units / sizeof units[0];
    const size_t qualifier_count = sizeof qualifiers / sizeof qualifiers[0];
    const char *at = folded;
    const char *qualifier = take_word(qualifiers, qualifier_count, &at);
    const char *before = take_word(units, unit_count, &at);
    size_t digits = strspn(at, "0123456789.,");
    if (digits == 0 || !isdigit((unsigned char)*at))
        return NULL;
    at += digits;
    at += strspn(at, " ");
    const char *behind = take_word(units, unit_count, &at);
    if (*at != '\0')
        return NULL;
    return behind != NULL ? behind : before != NULL ? before : qualifier;
}

const char *unit_find(const struct cell *cell) {
    enum { LONGEST = 60 };
    struct text folded = {0};
    if (cell->length > LONGEST)
        return NULL;
    utf8_comparison_form(&folded, cell->bytes, cell->length, true);
    const char *found = find_in(text_string(&folded));
    text_free(&folded);
    return found;
}
