/* Persons by their titles, and addresses of houses. */
#include "quotes/marks.h"

/* Titles in full, and those that need their full stop because the letters alone mean something
 * else ("FR", "HR"). */
static const char TITLES[] = " frau herr herrn mr mrs ms miss mister madame monsieur mme pani "
                             "paní pan dr prof professor professorin doktor ";
static const char DOTTED[] = " fr hr ";
static const char ABBREVIATED[] = " fr hr mr mrs ms dr prof ";
/* Nobody uses these but before a name, so the name may be in lower case too. */
static const char NEVER_A_NOUN[] = " herr herrn mr mrs dr prof ";
/* Who writes "frau" writes names so, too; but not each word behind it is one. */
static const char NOUN_IN_CAPITALS[] = " frau ";
static const char NO_NAMES[] =
    " und oder der die das ein eine in im am an auf aus bei mit von vom zu zum zur für wie als "
    "auch nur noch nicht ist war hat kann will wird soll darf muss sein hatte wurde aber ";

static bool has_upper(const struct scan *scan) {
    for (size_t place = 0; place < scan->length; place++)
        if (scan_upper(scan, place))
            return true;
    return false;
}

/* "MS" is a ship or a company, "Ms" a woman. */
static bool is_capitals(const struct scan *scan, size_t from, size_t end) {
    return scan_word_in(scan, from, end, " ms pan ") && scan_upper(scan, end - 1);
}

/* "Frau (Petra) Müller", "Frau: Müller", "Frau-Müller": over blanks, and one sign at most. */
static size_t skip_to_name(const struct scan *scan, size_t place) {
    size_t next = scan_skip_blanks(scan, place);
    bool joined = next == place && scan_at(scan, place) == '-';
    uint32_t sign = scan_at(scan, next);
    bool opens = sign == '(' || sign == '"' || sign == ':' || sign == '\'' || sign == 0x201E ||
                 sign == 0x201C || sign == 0xBB;
    return joined || opens ? scan_skip_blanks(scan, next + 1) : next;
}

/* True where a name in lower case may be behind the title at from..end. */
static bool may_be_lower(const struct scan *scan, size_t from, size_t end, size_t name) {
    return scan_word_in(scan, from, end, NEVER_A_NOUN) ||
           (scan_word_in(scan, from, end, NOUN_IN_CAPITALS) &&
            !scan_word_in(scan, name, scan_word_end(scan, name), NO_NAMES));
}

/* The place of the name behind the title at from..end; 0 if absent. */
static size_t name_behind(const struct scan *scan, size_t from, size_t end, bool cased) {
    bool dot = scan_at(scan, end) == '.';
    bool title =
        scan_word_in(scan, from, end, TITLES) || (dot && scan_word_in(scan, from, end, DOTTED));
    if (!title || is_capitals(scan, from, end))
        return 0;
    if (dot && !scan_word_in(scan, from, end, ABBREVIATED))
        return 0;
    size_t name = skip_to_name(scan, dot ? end + 1 : end);
    if (name == end || !scan_letter(scan, name))
        return 0;
    bool lower = !scan_upper(scan, from) && may_be_lower(scan, from, end, name);
    return scan_upper(scan, name) || lower || !cased ? name : 0;
}

bool marks_take_persons(struct scan *scan) {
    bool found = false, cased = has_upper(scan);
    for (size_t place = 0; place < scan->length; place++) {
        if (!scan_letter(scan, place) || scan_letter(scan, place - 1))
            continue;
        size_t name = name_behind(scan, place, scan_word_end(scan, place), cased);
        found = found || name > 0;
    }
    return found;
}

/* True where one to three digits begin at place and are no year or amount. */
static bool is_house_number(const struct scan *scan, size_t place) {
    size_t end = place;
    while (scan_digit(scan, end))
        end++;
    uint32_t next = scan_at(scan, end);
    bool fraction = (next == '.' || next == ',' || next == ':') && scan_digit(scan, end + 1);
    size_t unit = scan_skip_blanks(scan, end);
    bool hour = scan_word_in(scan, unit, scan_word_end(scan, unit), " uhr ");
    return end > place && end - place <= 3 && !fraction && !hour;
}

/* "Hauptstr. 5", "Große Straße 12a", "Schillerplatz 3": the word is at from..end. */
static bool is_german_street(const struct scan *scan, size_t from, size_t end) {
    static const struct {
        const char *ending;
        size_t length, least; /* letters of the ending; of the whole word */
    } endings[] = {{" straße ", 6, 6}, {" strasse ", 7, 7}, {" str ", 3, 3},  {" gasse ", 5, 7},
                   {" allee ", 5, 7},  {" platz ", 5, 8},   {" weg ", 3, 6},  {" ring ", 4, 8},
                   {" damm ", 4, 7},   {" ufer ", 4, 7},    {" steig ", 5, 8}};
    size_t number = scan_skip_blanks(scan, scan_at(scan, end) == '.' ? end + 1 : end);
    if (!is_house_number(scan, number))
        return false;
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (end - from >= endings[i].least &&
            scan_word_in(scan, end - endings[i].length, end, endings[i].ending))
            return true;
    return false;
}

/* "12 High Street": one or two words between. */
static bool is_english_street(const struct scan *scan, size_t from, size_t end) {
    if (!scan_upper(scan, from) ||
        !scan_word_in(scan, from, end, " street road avenue lane square "))
        return false;
    size_t place = from;
    for (int words = 0; words < 2; words++) {
        if (place < 2 || scan_at(scan, place - 1) != ' ')
            return false;
        place = scan_word_start(scan, place - 1);
        if (place < 2 || scan_at(scan, place - 1) != ' ')
            return false;
        size_t number = place - 1;
        while (number > 0 && scan_digit(scan, number - 1))
            number--;
        if (number < place - 1)
            return is_house_number(scan, number);
    }
    return false;
}

/* "01067 Dresden", "D-12345": no amount begins with 0. */
static bool is_post_code(const struct scan *scan, size_t place) {
    size_t end = place;
    if (scan_digit(scan, place - 1))
        return false;
    while (scan_digit(scan, end))
        end++;
    if (end - place != 5)
        return false;
    bool country = scan_at(scan, place - 1) == '-' && scan_at(scan, place - 2) == 'D' &&
                   !scan_letter(scan, place - 3);
    bool town = scan_at(scan, place) == '0' && scan_at(scan, end) == ' ' &&
                scan_upper(scan, scan_skip_blanks(scan, end));
    return country || town;
}

bool marks_take_addresses(struct scan *scan) {
    bool found = false;
    for (size_t place = 0; place < scan->length; place++) {
        if (scan_digit(scan, place)) {
            found = is_post_code(scan, place) || found;
        } else if (scan_letter(scan, place) && !scan_letter(scan, place - 1)) {
            size_t end = scan_word_end(scan, place);
            found = is_german_street(scan, place, end) || is_english_street(scan, place, end) ||
                    found;
        }
    }
    return found;
}
