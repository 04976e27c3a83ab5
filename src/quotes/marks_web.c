/* E-mail addresses, Internet addresses and @handles. */
#include "quotes/marks.h"

#include <unictype.h>

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

bool marks_take_emails(struct scan *scan) {
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

bool marks_take_urls(struct scan *scan) {
    bool found = false;
    for (size_t place = 0; place < scan->length; place++) {
        if (!is_url(scan, place))
            continue;
        found = true;
        scan_erase(scan, place, address_end(scan, place));
    }
    return found;
}

bool marks_take_handles(struct scan *scan) {
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
