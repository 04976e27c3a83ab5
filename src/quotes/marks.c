#include "quotes/marks.h"

#include <string.h>

#include "quotes/scan.h"

/* One kind each is taken by the functions marks_take_...: true where the scan has it. They
 * erase what they find, and run in the order of marks_find, since an IBAN is also a long number
 * and an e-mail address also holds a domain. */

/* --- IBANs, phone numbers and other long numbers; dates do not count --- */

/* Country and length: the IBAN registry (ISO 13616). */
static const char IBAN_LENGTHS[] =
    "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DK18DO28EE20EG29ES24FI18"
    "FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20"
    "LU20LV21LY25MC27MD24ME22MK19MR27MT31MU30NL18NO15PK24PL28PS29PT25QA29RO24RS22SA24SC31SE24"
    "SI19SK24SM27ST25SV28TL23TN24TR26UA29VA22VG24XK20";

enum { LONGEST_IBAN = 34 };

/* Letters as 10 to 35, digits as they are, anything else -1. */
static int alnum_value(uint32_t character) {
    if (character >= '0' && character <= '9')
        return (int)(character - '0');
    character |= 0x20;
    return character >= 'a' && character <= 'z' ? (int)(character - 'a') + 10 : -1;
}

static size_t iban_length(const int *values) {
    for (const char *entry = IBAN_LENGTHS; *entry != '\0'; entry += 4)
        if (alnum_value((uint32_t)entry[0]) == values[0] &&
            alnum_value((uint32_t)entry[1]) == values[1])
            return (size_t)(entry[2] - '0') * 10 + (size_t)(entry[3] - '0');
    return 0;
}

/* ISO 7064, MOD 97-10: the first four signs go to the end, and the rest of 97 must be 1. */
static bool check_digits_fit(const int *values, size_t length) {
    unsigned rest = 0;
    size_t digits = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned value = (unsigned)values[(i + 4) % length];
        rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        digits += value <= 9;
    }
    /* Every country's has more digits than letters; a sentence has not. */
    return rest == 1 && digits * 2 >= length;
}

/* The end of the IBAN at place, in groups of any kind; 0 if absent. */
static size_t iban_end(const struct scan *scan, size_t place) {
    int values[LONGEST_IBAN];
    size_t count = 0, length = 4, end = place;
    while (count < length) {
        uint32_t character = scan_at(scan, end);
        int value = alnum_value(character);
        if (value < 0 && (character == ' ' || character == '-' || character == '.')) {
            end++;
            continue;
        }
        bool fits = count >= 4 || (count < 2) == (value > 9);
        if (value < 0 || !fits)
            return 0;
        values[count++] = value;
        end++;
        if (count == 4 && (length = iban_length(values)) == 0)
            return 0;
    }
    return check_digits_fit(values, length) ? end : 0;
}

static bool marks_take_ibans(struct scan *scan) {
    bool found = false;
    for (size_t place = 0; place < scan->length; place++) {
        size_t end = scan_letter(scan, place) ? iban_end(scan, place) : 0;
        scan_erase(scan, place, end);
        found = found || end > 0;
    }
    return found;
}

/* Reads one to most digits; 0 digits make *place stay. */
static int take_digits(const struct scan *scan, size_t *place, size_t most, size_t *count) {
    int value = 0;
    *count = 0;
    while (*count < most && scan_digit(scan, *place)) {
        value = value * 10 + (int)(scan_at(scan, *place) - '0');
        ++*place;
        ++*count;
    }
    return value;
}

/* The end of "13.03.2021", "1. 9. 21" or "01.09." at place; 0 if absent. */
static size_t german_date_end(const struct scan *scan, size_t place) {
    size_t count;
    int day = take_digits(scan, &place, 2, &count);
    if (day < 1 || day > 31 || scan_at(scan, place++) != '.')
        return 0;
    place = scan_skip_blanks(scan, place);
    int month = take_digits(scan, &place, 2, &count);
    if (month < 1 || month > 12 || scan_at(scan, place++) != '.')
        return 0;
    size_t year = scan_skip_blanks(scan, place);
    int value = take_digits(scan, &year, 4, &count);
    bool plausible = count == 2 || (count == 4 && value >= 1800 && value <= 2199);
    bool goes_on =
        scan_digit(scan, year) || (scan_at(scan, year) == '.' && scan_digit(scan, year + 1));
    if (plausible && !goes_on)
        return year;
    return scan_digit(scan, place) ? 0 : place;
}

/* The end of "2021-03-13" at place; 0 if absent. */
static size_t iso_date_end(const struct scan *scan, size_t place) {
    size_t count;
    int year = take_digits(scan, &place, 4, &count);
    if (count != 4 || year < 1800 || year > 2199 || scan_at(scan, place++) != '-')
        return 0;
    int month = take_digits(scan, &place, 2, &count);
    if (count != 2 || month < 1 || month > 12 || scan_at(scan, place++) != '-')
        return 0;
    int day = take_digits(scan, &place, 2, &count);
    return count == 2 && day >= 1 && day <= 31 && !scan_digit(scan, place) ? place : 0;
}

static void erase_dates(struct scan *scan) {
    for (size_t place = 0; place < scan->length; place++) {
        uint32_t before = scan_at(scan, place - 1);
        bool inside = scan_digit(scan, place - 1) || before == '.' || before == '/' ||
                      before == '(' || before == '+';
        if (!scan_digit(scan, place) || inside)
            continue;
        size_t end = german_date_end(scan, place);
        end = end > 0 ? end : iso_date_end(scan, place);
        scan_erase(scan, place, end);
    }
}

/* Digits with the signs that people group them by. */
struct run {
    size_t end;                   /* behind its last digit */
    size_t digits;                /* in all */
    size_t longest;               /* group */
    bool years;                   /* nothing but years, and ends of years as in 2020/21 */
    bool thousands;               /* 1.000.000 */
    bool plus, zero, double_zero; /* how it begins */
};

static bool is_separator(uint32_t character) {
    return character != 0 && character < 0x80 && strchr(" -/.()+", (int)character) != NULL;
}

static void add_group(struct run *run, int value, size_t count, bool first, bool dotted) {
    run->digits += count;
    run->longest = count > run->longest ? count : run->longest;
    bool year = count == 4 && value >= 1800 && value <= 2199;
    run->years = run->years && (year || (count == 2 && !first));
    run->thousands = run->thousands && (first ? count <= 3 : dotted && count == 3);
}

static struct run take_run(const struct scan *scan, size_t place) {
    enum { MOST_SEPARATORS = 3 };
    struct run run = {.years = true, .thousands = true};
    run.plus = scan_at(scan, place - 1) == '+' ||
               (scan_at(scan, place - 1) == ' ' && scan_at(scan, place - 2) == '+');
    run.zero = scan_at(scan, place) == '0';
    run.double_zero = run.zero && scan_at(scan, place + 1) == '0';
    for (bool first = true;; first = false) {
        size_t count = 0, next;
        bool dotted = scan_at(scan, place - 1) == '.';
        int value = 0;
        for (; scan_digit(scan, place); place++, count++)
            value = count < 4 ? value * 10 + (int)(scan_at(scan, place) - '0') : value;
        add_group(&run, value, count, first, dotted);
        run.end = place;
        for (next = place; is_separator(scan_at(scan, next)); next++)
            continue;
        if (!scan_digit(scan, next) || next - place > MOST_SEPARATORS)
            return run;
        place = next;
    }
}

/* The end of the word before place, over blanks and signs. */
static size_t word_before(const struct scan *scan, size_t place) {
    while (place > 0 && scan_at(scan, place - 1) < 0x80 &&
           strchr(" :.-(", (int)scan_at(scan, place - 1)) != NULL)
        place--;
    return place;
}

/* "Tel.:", "Tel.-Nr. ", "Handy " and their like before place. */
static bool is_announced(const struct scan *scan, size_t place) {
    size_t end = word_before(scan, place), start = scan_word_start(scan, end);
    if (scan_word_in(scan, start, end, " nr nummer no number ")) {
        end = word_before(scan, start);
        start = scan_word_start(scan, end);
    }
    return scan_word_in(scan, start, end,
                        " tel telefon telefonnummer telefonnr telnr telefonisch handy "
                        "handynummer handynr mobil mobilnummer mobilnr mobile fax faxnr phone "
                        "call cell whatsapp signal rufnummer rufnr durchwahl telefonu ");
}

/* What a run of digits that begins at place is taken for; 0: nothing. */
static unsigned judge(const struct scan *scan, size_t place, const struct run *run) {
    enum { SHORTEST = 7, SHORTEST_ANNOUNCED = 4, LONG = 10, LONGEST_PHONE = 15 };
    bool announced = is_announced(scan, place) && run->digits >= SHORTEST_ANNOUNCED &&
                     !(run->years && run->digits == 4);
    bool dialled = (run->plus || run->zero) && run->digits >= SHORTEST + 2u * run->double_zero;
    if ((announced || dialled) && run->digits <= LONGEST_PHONE)
        return 1u << MARK_PHONE;
    bool many = run->digits >= LONG && !run->years && !run->thousands;
    return run->longest >= SHORTEST || many ? 1u << MARK_NUMBER : 0;
}

/* The bits of MARK_PHONE and MARK_NUMBER. Dates are erased first. */
static unsigned marks_take_numbers(struct scan *scan) {
    unsigned marks = 0;
    erase_dates(scan);
    for (size_t place = 0; place < scan->length; place++) {
        if (!scan_digit(scan, place))
            continue;
        struct run run = take_run(scan, place);
        marks |= judge(scan, place, &run);
        place = run.end;
    }
    return marks;
}

/* --- e-mail addresses, Internet addresses and @handles --- */

/* Top-level domains that are no word after which a blank may have been forgotten; a path behind
 * the name makes any ending one. */
static const char DOMAINS[] =
    " de com org net eu info at ch cz pl fr uk nl be it es dk se sk hu ru ua us edu gov biz "
    "berlin hamburg koeln bayern saarland online social app dev site blog shop ";

static bool is_name_sign(const struct scan *scan, size_t place) {
    uint32_t character = scan_at(scan, place);
    return scan_alnum(scan, place) || character == '.' || character == '-' ||
           character == '_' || character == '+';
}

static size_t name_end(const struct scan *scan, size_t place) {
    while (is_name_sign(scan, place))
        place++;
    return place;
}

/* A dot with two letters behind it: "verein.example". */
static bool has_ending(const struct scan *scan, size_t from, size_t end) {
    for (size_t place = from + 1; place + 2 < end; place++)
        if (scan_at(scan, place) == '.' && scan_letter(scan, place + 1) &&
            scan_letter(scan, place + 2))
            return true;
    return false;
}

static size_t back_over_blanks(const struct scan *scan, size_t place) {
    while (place > 0 && scan_at(scan, place - 1) == ' ')
        place--;
    return place;
}

/* What is around an at sign from..end is an address: where nothing parts them, any two words
 * but "Lehrer@innen"; where blanks do, only with an ending. */
static bool joins_address(struct scan *scan, size_t from, size_t end, bool written_out) {
    size_t left = back_over_blanks(scan, from);
    size_t right = scan_skip_blanks(scan, end);
    size_t last = name_end(scan, right);
    if (left == 0 || !is_name_sign(scan, left - 1) || !scan_alnum(scan, right))
        return false;
    bool adjacent = left == from && right == end;
    bool inclusive =
        scan_word_in(scan, right, scan_word_end(scan, right), " in innen s n e en er es r ");
    if (!has_ending(scan, right, last) && !written_out && (!adjacent || inclusive))
        return false;
    while (left > 0 && is_name_sign(scan, left - 1))
        left--;
    scan_erase(scan, left, last);
    return true;
}

/* The end of "(at)", "[ ät ]" or "{@}" at place; place itself if absent. */
static size_t bracketed_end(const struct scan *scan, size_t place) {
    uint32_t open = scan_at(scan, place);
    if (open != '(' && open != '[' && open != '{' && open != '<')
        return place;
    size_t word = scan_skip_blanks(scan, place + 1);
    size_t end = scan_at(scan, word) == '@' ? word + 1 : scan_word_end(scan, word);
    bool at = scan_at(scan, word) == '@' || scan_word_in(scan, word, end, " at ät aet ");
    size_t close = scan_skip_blanks(scan, end);
    uint32_t closing = scan_at(scan, close);
    bool closed = closing == ')' || closing == ']' || closing == '}' || closing == '>';
    return at && closed ? close + 1 : place;
}

/* The end of "at verein punkt example" whose first word is at from..end; 0 if absent. */
static size_t spelt_out_end(const struct scan *scan, size_t from, size_t end) {
    enum { REACH = 60 };
    if (!scan_word_in(scan, from, end, " at ät "))
        return 0;
    for (size_t place = end; place < end + REACH && place < scan->length; place++) {
        size_t last = scan_word_end(scan, place);
        if (scan_letter(scan, place - 1) || !scan_word_in(scan, place, last, " dot punkt "))
            continue;
        size_t domain = scan_skip_blanks(scan, last);
        size_t domain_end = scan_word_end(scan, domain);
        if (scan_word_in(scan, domain, domain_end, DOMAINS))
            return domain_end;
    }
    return 0;
}

static bool marks_take_emails(struct scan *scan) {
    bool found = false;
    for (size_t place = 0; place < scan->length; place++) {
        size_t end = scan_at(scan, place) == '@' ? place + 1 : bracketed_end(scan, place);
        if (end > place) {
            found = joins_address(scan, place, end, end > place + 1) || found;
        } else if (scan_letter(scan, place) && !scan_letter(scan, place - 1)) {
            size_t last = spelt_out_end(scan, place, scan_word_end(scan, place));
            scan_erase(scan, place, last);
            found = found || last > 0;
        }
    }
    return found;
}

static size_t address_end(const struct scan *scan, size_t place) {
    while (place < scan->length && scan_at(scan, place) != ' ')
        place++;
    return place;
}

/* "example.org", "t.me/name": the dot is at place. */
static bool is_domain(const struct scan *scan, size_t place) {
    size_t end = scan_word_end(scan, place + 1);
    if (place == 0 || !scan_alnum(scan, place - 1) || end < place + 3)
        return false;
    if (scan_at(scan, end) == '/' && scan_alnum(scan, end + 1))
        return true;
    bool long_enough =
        place > 1 && (scan_alnum(scan, place - 2) || scan_digit(scan, place - 1));
    return long_enough && !scan_alnum(scan, end) && scan_word_in(scan, place + 1, end, DOMAINS);
}

static bool is_url(const struct scan *scan, size_t place) {
    uint32_t character = scan_at(scan, place);
    if (character == ':')
        return scan_at(scan, place + 1) == '/' && scan_at(scan, place + 2) == '/';
    if (character != '.')
        return false;
    size_t start = scan_word_start(scan, place);
    bool www = scan_word_in(scan, start, place, " www ") && scan_alnum(scan, place + 1);
    return www || is_domain(scan, place);
}

static bool marks_take_urls(struct scan *scan) {
    bool found = false;
    for (size_t place = 0; place < scan->length; place++) {
        if (!is_url(scan, place))
            continue;
        found = true;
        scan_erase(scan, place, address_end(scan, place));
    }
    return found;
}

static bool marks_take_handles(struct scan *scan) {
    bool found = false;
    for (size_t place = 0; place < scan->length; place++) {
        if (scan_at(scan, place) != '@' || scan_alnum(scan, place - 1))
            continue;
        size_t end = name_end(scan, place + 1);
        bool letters = false;
        for (size_t at = place + 1; at < end; at++)
            letters = letters || scan_letter(scan, at);
        if (letters)
            scan_erase(scan, place, end);
        found = found || letters;
    }
    return found;
}

/* --- persons by their titles, and addresses of houses --- */

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

static bool marks_take_persons(struct scan *scan) {
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

static bool marks_take_addresses(struct scan *scan) {
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

/* --- all kinds --- */

unsigned marks_find(const char *tidy) {
    struct scan scan = scan_new(tidy);
    unsigned marks = 0;
    marks |= (unsigned)marks_take_ibans(&scan) << MARK_IBAN;
    marks |= (unsigned)marks_take_emails(&scan) << MARK_EMAIL;
    marks |= (unsigned)marks_take_urls(&scan) << MARK_URL;
    marks |= (unsigned)marks_take_handles(&scan) << MARK_HANDLE;
    marks |= (unsigned)marks_take_addresses(&scan) << MARK_ADDRESS;
    marks |= (unsigned)marks_take_persons(&scan) << MARK_PERSON;
    marks |= marks_take_numbers(&scan);
    scan_free(&scan);
    return marks;
}

bool marks_damaged(const char *changed, const char *original) {
    /* The replacement character, and UTF-8 that was read as Windows-1252. */
    static const char *const signs[] = {"\uFFFD", "Ã¤", "Ã¶", "Ã¼", "ÃŸ", "Ã„",
                                        "Ã–",     "Ãœ", "Ã©", "â€", "ï»¿"};
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (strstr(changed, signs[i]) != NULL && strstr(original, signs[i]) == NULL)
            return true;
    return false;
}
