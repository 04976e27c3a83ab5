#include "quotes/places.h"

#include <string.h>

/* --- house numbers --- */

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

static size_t number_end(const struct scan *scan, size_t place) {
    while (scan_digit(scan, place))
        place++;
    if (scan_letter(scan, place) && !scan_letter(scan, place + 1))
        place++;
    return place;
}

/* The same, and what follows does not make it a count: "3 Stunden", "2 Busse", "5 bis 7". A
 * town may follow behind a comma or "in". */
static bool is_lone_number(const struct scan *scan, size_t place) {
    if (!is_house_number(scan, place) || scan_at(scan, place) == '0')
        return false;
    size_t end = number_end(scan, place), next = scan_skip_blanks(scan, end);
    if (next == end || !scan_alnum(scan, next))
        return !scan_letter(scan, end) &&
               (scan_at(scan, end) != '.' || !scan_digit(scan, end + 1)) &&
               scan_at(scan, next) != '%' && scan_at(scan, next) != 0x20AC &&
               scan_at(scan, next) != '-';
    static const char counts[] =
        " uhr euro bis mal von prozent km m stunden minuten jahre jahren "
        "mehr to of people and pm am ";
    return !scan_upper(scan, next) && !scan_digit(scan, next) &&
           !scan_word_in(scan, next, scan_word_end(scan, next), counts);
}

/* --- streets --- */

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

/* Ends of streets that are other nouns, too: "Alter Markt 3" counts, "Weihnachtsmarkt 3
 * Stunden" does not. */
static bool is_weak_street(const struct scan *scan, size_t from, size_t end) {
    static const char ends[] =
        " graben anger winkel promenade chaussee siedlung wall stieg pfad "
        "zeile gässchen gaesschen tor brücke mühle aue rain ";
    size_t number = scan_skip_blanks(scan, end);
    return scan_upper(scan, from) && number > end && is_lone_number(scan, number) &&
           scan_word_ends_in(scan, from, end, ends);
}

/* What "am", "im" or "in der" with a number is not a street of. */
static const char NO_STREET[] =
    " mitte umfrage montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar "
    "märz april "
    "mai "
    "juni juli august september oktober november dezember jahr jahre tag tage tisch raum "
    "zimmer "
    "saal halle haus punkt frage teil kapitel abschnitt absatz seite zeile gruppe klasse stufe "
    "platz stand linie bus gleis bahnsteig zug runde liga etage stock termin treffen "
    "wettbewerb "
    "jahrgang alter schnitt durchschnitt schritt antrag artikel paragraf paragraph anhang "
    "anlage version stelle skala spiel satz quartal ende anfang wochenende woche monat kreis "
    "fall block level bereich feld gebiet zone bezirk rahmen programm projekt chor verein team "
    "mittel maximum minimum moment vergleich verhältnis internet netz amt ";

/* "wohne", "Büro", "Adresse" ahead of place: then also "am Anger 7" in lower case, or at the
 * beginning of a sentence, is an address. */
static bool speaks_of_place(const struct scan *scan, size_t place) {
    static const char words[] =
        " wohne wohnen wohnt wohnte adresse anschrift büro sitz vereinshaus vereinsheim haus "
        "laden praxis werkstatt wohnung finden besuchen treffen treffpunkt post hausnummer "
        "straße live lives office address ";
    for (size_t at = 0; at < place; at++)
        if (scan_letter(scan, at) && !scan_letter(scan, at - 1) &&
            scan_word_in(scan, at, scan_word_end(scan, at), words))
            return true;
    return false;
}

/* True where a capital at place is no other than that of a name. */
static bool is_amid_sentence(const struct scan *scan, size_t place) {
    size_t before = place;
    while (before > 0 && scan_at(scan, before - 1) == ' ')
        before--;
    uint32_t sign = scan_at(scan, before - 1);
    return before > 0 && sign != '.' && sign != '!' && sign != '?';
}

/* A post code and a town behind the house number at place. */
static bool has_town(const struct scan *scan, size_t place) {
    size_t code = number_end(scan, place);
    while (scan_at(scan, code) == ' ' || scan_at(scan, code) == ',')
        code++;
    size_t end = code;
    while (scan_digit(scan, end))
        end++;
    return end == code + 5 && scan_at(scan, end) == ' ' && scan_upper(scan, end + 1);
}

/* The end of "am", "an der", "zum", "hinter der", "alter", "kleine" ... at place; 0: absent;
 * *sure tells whether no other sentence begins so. */
static size_t street_opening_end(const struct scan *scan, size_t place, bool *sure) {
    static const char alone[] = " am im zum zur beim unterm hinterm vorm ";
    static const char with_article[] = " an in auf hinter vor unter neben bei über ob ";
    static const char adjectives[] = " alter alte altes neuer neue neues großer große grosse "
                                     "kleiner kleine obere oberer untere unterer hintere "
                                     "vordere lange breite hoher hohe ";
    size_t end = scan_word_end(scan, place), next, last;
    bool adjective = scan_upper(scan, place) && scan_word_in(scan, place, end, adjectives);
    *sure = adjective || (scan_upper(scan, place) && is_amid_sentence(scan, place)) ||
            speaks_of_place(scan, place);
    if (adjective || scan_word_in(scan, place, end, alone))
        return end;
    if (scan_word_in(scan, place, end, with_article) &&
        scan_word_behind(scan, end, " ", &next, &last) &&
        scan_word_in(scan, next, last, " der den dem "))
        return last;
    return 0;
}

/* "Am Mühlgraben 4", "An der Alten Mühle 7", "Alter Markt 3". */
static bool is_opened_street(const struct scan *scan, size_t from) {
    bool sure;
    size_t end = street_opening_end(scan, from, &sure), word, last;
    for (int words = 0; end > 0 && words < 2; words++) {
        /* "auf der A 4" is a motorway */
        if (!scan_word_behind(scan, end, " ", &word, &last) || !scan_upper(scan, word) ||
            last < word + 3 || scan_word_in(scan, word, last, NO_STREET))
            return false;
        while (scan_at(scan, last) == '-' && scan_letter(scan, last + 1))
            last = scan_word_end(scan, last + 1);
        size_t number = scan_skip_blanks(scan, last);
        if (scan_digit(scan, number))
            return number > last && is_lone_number(scan, number) &&
                   (sure || has_town(scan, number));
        end = last;
    }
    return false;
}

/* "12 High Street": one or two words between. */
static bool is_english_street(const struct scan *scan, size_t from, size_t end) {
    static const char kinds[] = " street road avenue lane square rd ave close drive crescent "
                                "terrace court gardens grove ";
    if (!scan_upper(scan, from) || !scan_word_in(scan, from, end, kinds))
        return false;
    size_t place = from;
    for (int words = 0; words < 2; words++) {
        if (place < 2 || scan_at(scan, place - 1) != ' ')
            return false;
        place = scan_word_start(scan, place - 1);
        if (place < 2 || scan_at(scan, place - 1) != ' ' || !scan_upper(scan, place))
            return false;
        size_t number = place - 1;
        while (number > 0 && scan_alnum(scan, number - 1))
            number--;
        if (scan_digit(scan, number))
            return is_house_number(scan, number);
    }
    return false;
}

/* "ul. Długa 12", "náměstí Míru 5", "Postfach 1234", "PO Box 12": a number within three words.
 */
static bool is_foreign_street(const struct scan *scan, size_t from, size_t end) {
    static const char kinds[] =
        " ul ulica ulice ulicy al aleja aleje plac os osiedle náměstí nám "
        "třída nábřeží rue via calle ";
    size_t word, last;
    if (!scan_word_in(scan, from, end, kinds))
        return false;
    for (int words = 0; words < 3; words++) {
        if (!scan_word_behind(scan, end, words == 0 ? ". " : " ", &word, &last))
            return false;
        if (words == 0 && !scan_upper(scan, word))
            return false;
        size_t number = scan_skip_blanks(scan, last);
        if (scan_digit(scan, number))
            return is_house_number(scan, number);
        end = last;
    }
    return false;
}

static bool is_post_box(const struct scan *scan, size_t from, size_t end) {
    size_t word, last;
    bool box = scan_word_in(scan, from, end, " postfach schließfach pobox ");
    if (scan_word_in(scan, from, end, " po o ") &&
        scan_word_behind(scan, end, ". ", &word, &last) &&
        scan_word_in(scan, word, last, " box ")) {
        box = true;
        end = last;
    }
    return box && scan_digit(scan, scan_skip_blanks(scan, end));
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
    /* "Musterau, 12345 Musterstadt"; nobody counts 12000 so exactly. */
    bool exact = scan_at(scan, end - 1) != '0' || scan_at(scan, end - 2) != '0';
    size_t before = place > 1 && scan_at(scan, place - 1) == ' ' ? place - 2 : place;
    bool behind_street = exact && before != place && scan_at(scan, before) == ',' &&
                         scan_digit(scan, before - 1) && scan_at(scan, end) == ' ' &&
                         scan_upper(scan, end + 1);
    return country || town || behind_street;
}

static bool is_street(const struct scan *scan, size_t place) {
    size_t end = scan_word_end(scan, place);
    return is_german_street(scan, place, end) || is_weak_street(scan, place, end) ||
           is_opened_street(scan, place) || is_english_street(scan, place, end) ||
           is_foreign_street(scan, place, end) || is_post_box(scan, place, end);
}

bool places_found(const struct scan *scan) {
    for (size_t place = 0; place < scan->length; place++) {
        if (scan_digit(scan, place) && is_post_code(scan, place))
            return true;
        if (scan_letter(scan, place) && !scan_letter(scan, place - 1) && is_street(scan, place))
            return true;
    }
    return false;
}
