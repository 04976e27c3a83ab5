#include "quotes/numbers.h"

#include <string.h>

#include "quotes/marks.h"

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

bool numbers_take_ibans(struct scan *scan) {
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
    return scan_word_in(
        scan, start, end,
        " tel telefon telefonnummer telefonnr telnr telefonisch handy "
        "handynummer handynr mobil mobilnummer mobilnr mobile fax faxnr phone "
        "call cell whatsapp signal rufnummer rufnr durchwahl telefonu nebenstelle "
        "anruf anrufen hotline ");
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

/* --- numbers in words --- */

/* What a word says as a digit; -1: none. 10 repeats the next one. */
static int spoken_digit(const struct scan *scan, size_t from, size_t end) {
    static const char *const digits[] = {
        " null zero oh zero nula ",   " eins ein one jeden jedna jedno ",
        " zwei zwo two dwa dvě dva ", " drei three trzy tři ",
        " vier four cztery čtyři ",   " fünf fuenf five pięć pět ",
        " sechs six sześć šest ",     " sieben seven siedem sedm ",
        " acht eight osiem osm ",     " neun nine dziewięć devět ",
        " doppel double triple "};
    for (int digit = 0; digit < (int)(sizeof digits / sizeof digits[0]); digit++)
        if (scan_word_in(scan, from, end, digits[digit]))
            return digit;
    return -1;
}

/* A run of digits in words: how many, whether it only counts up, and where it ends. */
struct spoken {
    size_t count, end;
    bool counts_up;
};

static struct spoken take_spoken(const struct scan *scan, size_t place) {
    struct spoken spoken = {.counts_up = true};
    size_t from, last;
    int before = -1;
    while (scan_word_behind(scan, place, " ,/-.;:+()", &from, &last)) {
        int digit = spoken_digit(scan, from, last);
        if (digit < 0)
            break;
        spoken.counts_up = spoken.counts_up && (before < 0 || digit == before + 1);
        spoken.count++;
        before = digit;
        spoken.end = place = last;
    }
    return spoken;
}

/* Words that announce a number, up to four words ahead of place. */
static bool is_spoken_of(const struct scan *scan, size_t place) {
    static const char words[] =
        " tel telefon telefonnummer handy handynummer mobil mobilnummer "
        "nummer anruf anrufen rufnummer durchwahl phone number call mobile "
        "fax whatsapp signal telefonu ";
    for (int count = 0; count < 4; count++) {
        while (place > 0 && !scan_letter(scan, place - 1))
            place--;
        size_t start = scan_word_start(scan, place);
        if (scan_word_in(scan, start, place, words))
            return true;
        place = start;
    }
    return false;
}

static bool take_spoken_phones(struct scan *scan) {
    enum { LEAST = 7, LEAST_ANNOUNCED = 4 };
    bool found = false;
    for (size_t place = 0; place < scan->length; place++) {
        if (!scan_letter(scan, place) || scan_letter(scan, place - 1))
            continue;
        struct spoken spoken = take_spoken(scan, place);
        size_t least = spoken.count >= LEAST_ANNOUNCED && is_spoken_of(scan, place)
                           ? LEAST_ANNOUNCED
                           : LEAST;
        if (spoken.count < least || spoken.counts_up)
            continue;
        found = true;
        scan_erase(scan, place, spoken.end);
    }
    return found;
}

/* --- dates of birth --- */

static bool is_month(const struct scan *scan, size_t from, size_t end) {
    return scan_word_in(
        scan, from, end,
        " januar jänner februar märz april mai juni juli august september oktober november "
        "dezember jan feb apr jun jul aug sep sept okt nov dez january february march may june "
        "july october december oct dec mar ");
}

/* The end of "4. Mai 1963", "3rd June 1958", "June 3, 1958" or "12/03/1951" at place; 0:
 * absent. */
static size_t other_date_end(const struct scan *scan, size_t place) {
    size_t count, from, last, start = place;
    if (scan_digit(scan, place)) {
        take_digits(scan, &place, 2, &count);
        if (scan_at(scan, place) == '/') {
            place++;
            take_digits(scan, &place, 2, &count);
            if (count == 0 || scan_at(scan, place++) != '/')
                return 0;
            take_digits(scan, &place, 4, &count);
            return count >= 2 ? place : 0;
        }
        last = scan_word_end(scan, place);
        if (scan_word_in(scan, place, last, " st nd rd th "))
            place = last;
        if (!scan_word_behind(scan, place, ". ", &from, &last) || !is_month(scan, from, last))
            return 0;
    } else {
        last = scan_word_end(scan, place);
        if (!is_month(scan, start, last))
            return 0;
        last = scan_skip_blanks(scan, last);
        take_digits(scan, &last, 2, &count);
        if (count == 0)
            return 0;
    }
    while (scan_at(scan, last) == ' ' || scan_at(scan, last) == '.' ||
           scan_at(scan, last) == ',')
        last++;
    take_digits(scan, &last, 4, &count);
    return count == 4 || count == 2 ? last : 0;
}

/* True where one of the words is at most four words away from the date at from..end, in its
 * sentence. */
static bool is_near(const struct scan *scan, size_t from, size_t end, const char *words) {
    enum { REACH = 4 };
    size_t place = from, word, last;
    for (int count = 0; count < REACH && place > 0; count++) {
        while (place > 0 && !scan_alnum(scan, place - 1))
            place--;
        size_t start = scan_word_start(scan, place);
        if (scan_word_in(scan, start, place, words))
            return true;
        place = start < place ? start : place > 0 ? place - 1 : 0;
    }
    place = end;
    for (int count = 0; count < REACH && scan_word_behind(scan, place, " ,()", &word, &last);
         count++) {
        if (scan_word_in(scan, word, last, words))
            return true;
        place = last;
    }
    return false;
}

/* "geb. 1951", "Jahrgang 1951": a year alone, behind these words only. */
static bool is_year_of_birth(const struct scan *scan, size_t place) {
    size_t digits = place, count, end = word_before(scan, place);
    int year = take_digits(scan, &digits, 4, &count);
    size_t start = scan_word_start(scan, end);
    return count == 4 && !scan_digit(scan, digits) && year >= 1900 && year <= 2099 &&
           scan_word_in(scan, start, end, " geb ");
}

bool numbers_take_births(struct scan *scan) {
    static const char words[] = " geboren geb geborene geborener geburtstag geburtsdatum "
                                "geburtstages born birthday birth birthdate dob urodzony "
                                "urodzona urodzin narozen narozena narozeniny ";
    bool found = false;
    for (size_t place = 0; place < scan->length; place++) {
        if (!scan_alnum(scan, place) || scan_alnum(scan, place - 1))
            continue;
        size_t end = german_date_end(scan, place);
        end = end > 0 ? end : iso_date_end(scan, place);
        end = end > 0 ? end : other_date_end(scan, place);
        if ((end > 0 && is_near(scan, place, end, words)) || is_year_of_birth(scan, place)) {
            found = true;
            scan_erase(scan, place, end);
        }
    }
    return found;
}

/* --- licence plates --- */

/* The end of one to most capitals at place, or of digits; place itself where there is none. */
static size_t capitals_end(const struct scan *scan, size_t place, size_t most) {
    size_t end = place;
    while (end < place + most && scan_upper(scan, end))
        end++;
    return scan_letter(scan, end) ? place : end;
}

static size_t digits_end(const struct scan *scan, size_t place, size_t least, size_t most) {
    size_t end = place;
    while (scan_digit(scan, end))
        end++;
    return end - place >= least && end - place <= most && scan_at(scan, place) != '0' ? end
                                                                                      : place;
}

/* "GR-XY 123", and "GR XY 123" where the text speaks of a car. */
static size_t german_plate_end(const struct scan *scan, size_t place, bool announced) {
    size_t town = capitals_end(scan, place, 3);
    uint32_t sign = scan_at(scan, town);
    if (town == place || (sign != '-' && !(announced && sign == ' ')) ||
        scan_word_in(scan, place, town, " din iso eu ii iii iv vi vii viii ix xi xii "))
        return 0;
    size_t letters = capitals_end(scan, town + 1, 2);
    size_t number =
        scan_at(scan, letters) == ' ' || scan_at(scan, letters) == '-' ? letters + 1 : letters;
    size_t end = digits_end(scan, number, announced ? 1 : 2, 4);
    return letters > town + 1 && end > number ? end : 0;
}

/* Czech "3L5 6789"; Polish "DLU 4A56" where the text speaks of a car. */
static size_t other_plate_end(const struct scan *scan, size_t place, bool announced) {
    size_t end = place;
    if (scan_digit(scan, place) && scan_upper(scan, place + 1) && scan_alnum(scan, place + 2) &&
        !scan_alnum(scan, place + 3)) {
        size_t number = place + 3 + (scan_at(scan, place + 3) == ' ' ? 1 : 0);
        end = digits_end(scan, number, 4, 4);
        return end > number && !scan_alnum(scan, end) ? end : 0;
    }
    size_t town = capitals_end(scan, place, 3);
    if (!announced || town < place + 2 || scan_at(scan, town) != ' ')
        return 0;
    bool digit = false;
    for (end = town + 1; scan_digit(scan, end) || scan_upper(scan, end); end++)
        digit = digit || scan_digit(scan, end);
    return digit && end - town >= 5 && end - town <= 6 && !scan_letter(scan, end) ? end : 0;
}

bool numbers_take_plates(struct scan *scan) {
    static const char words[] =
        " kennzeichen autokennzeichen nummernschild autonummer auto pkw "
        "wagen plate plates registration rejestracja spz car ";
    bool found = false, announced = false;
    for (size_t place = 0; place < scan->length; place++)
        if (scan_letter(scan, place) && !scan_letter(scan, place - 1))
            announced =
                announced || scan_word_in(scan, place, scan_word_end(scan, place), words);
    for (size_t place = 0; place < scan->length; place++) {
        if (!scan_alnum(scan, place) || scan_alnum(scan, place - 1) ||
            scan_at(scan, place - 1) == '-')
            continue;
        size_t end = german_plate_end(scan, place, announced);
        end = end > 0 ? end : other_plate_end(scan, place, announced);
        found = found || end > 0;
        scan_erase(scan, place, end);
    }
    return found;
}

/* --- phone numbers and long numbers --- */

unsigned numbers_take_rest(struct scan *scan) {
    unsigned marks = (unsigned)take_spoken_phones(scan) << MARK_PHONE;
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
