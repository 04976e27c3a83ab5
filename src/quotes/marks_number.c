/* IBANs, phone numbers and other long numbers; dates do not count. */
#include <string.h>

#include "quotes/marks.h"

/* Country and length: the IBAN registry (ISO 13616). */
static const char LENGTHS[] =
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
    for (const char *entry = LENGTHS; *entry != '\0'; entry += 4)
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

bool marks_take_ibans(struct scan *scan) {
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

unsigned marks_take_numbers(struct scan *scan) {
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
