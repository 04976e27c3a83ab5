#include "quotes/reach.h"

#include <string.h>

/* --- e-mail addresses, Internet addresses and @handles --- */

/* Top-level domains that are no word after which a blank may have been forgotten; a path behind
 * the name makes any ending one. */
static const char DOMAINS[] =
    " de com org net eu info at ch cz pl fr uk nl be it es dk se sk hu ru ua us edu gov biz "
    "example berlin hamburg koeln bayern saarland online social app dev site blog shop ";

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

/* The end of a dot in words at place, over blanks: "punkt", "(dot)", " . "; 0 if absent. A noun
 * ("der Punkt") is none. */
static size_t spoken_dot_end(const struct scan *scan, size_t place) {
    size_t word = scan_skip_blanks(scan, place);
    uint32_t open = scan_at(scan, word);
    bool bracket = open == '(' || open == '[' || open == '{' || open == '<';
    word = bracket ? scan_skip_blanks(scan, word + 1) : word;
    size_t end = scan_at(scan, word) == '.' ? word + 1 : scan_word_end(scan, word);
    bool dot = scan_at(scan, word) == '.' ||
               (scan_word_in(scan, word, end, " punkt dot kropka tečka ") &&
                (bracket || !scan_upper(scan, word) || scan_upper(scan, word + 1)));
    if (!dot)
        return 0;
    size_t close = scan_skip_blanks(scan, end);
    return bracket ? close + 1 : end;
}

static size_t label_end(const struct scan *scan, size_t place) {
    while (scan_alnum(scan, place) || scan_at(scan, place) == '-' ||
           scan_at(scan, place) == '_')
        place++;
    return place;
}

/* The end of "verein punkt example" at place, with *dots dots, of which *spoken are in words or
 * apart; 0 where there is none. */
static size_t spoken_domain_end(const struct scan *scan, size_t place, int *spoken) {
    static const char articles[] =
        " dem der den des diesem diesen jedem einem the this that one "
        "uns euch mir dir ihm ihr ihnen ";
    size_t end = label_end(scan, place), found = 0;
    *spoken = 0;
    if (end == place || scan_word_in(scan, place, end, articles))
        return 0;
    for (;;) {
        size_t dot = spoken_dot_end(scan, end), label = scan_skip_blanks(scan, dot);
        size_t last = label_end(scan, label);
        if (dot == 0 || last < label + 2 || !scan_letter(scan, label))
            return found;
        *spoken += scan_at(scan, end) != '.' || label > dot;
        end = found = last;
    }
}

/* "at verein punkt example", "bei gmx punkt de", "at verein.de": the word is at from..end, and
 * something stands before it. */
static size_t spelt_out_end(const struct scan *scan, size_t from, size_t end) {
    int spoken;
    if (!scan_word_in(scan, from, end, " at ät aet bei klammeraffe małpa zavináč "))
        return 0;
    size_t left = back_over_blanks(scan, from), domain = scan_skip_blanks(scan, end);
    size_t last = spoken_domain_end(scan, domain, &spoken);
    if (left == 0 || !is_name_sign(scan, left - 1) || last == 0)
        return 0;
    size_t ending = scan_word_start(scan, last);
    bool known = scan_word_in(scan, ending, last, DOMAINS) &&
                 (!scan_upper(scan, ending) || scan_upper(scan, ending + 1));
    /* "bei uns. Es": a full stop with a blank behind it ends a sentence. */
    bool sentence = scan_at(scan, ending - 1) == ' ' && scan_at(scan, ending - 2) == '.' &&
                    scan_at(scan, ending - 3) != ' ';
    return known && !sentence ? last : 0;
}

/* "chor @ verein . example", "heimat [at] verein [punkt] de": a sign is there, which no
 * sentence has, so that any ending counts. */
static size_t signed_end(const struct scan *scan, size_t from, size_t end) {
    int spoken;
    size_t left = back_over_blanks(scan, from), domain = scan_skip_blanks(scan, end);
    size_t last = spoken_domain_end(scan, domain, &spoken);
    return left > 0 && is_name_sign(scan, left - 1) && last > 0 && spoken > 0 &&
                   !scan_upper(scan, scan_word_start(scan, last))
               ? last
               : 0;
}

/* Takes away the word before from, and all up to end. */
static void erase_address(struct scan *scan, size_t from, size_t end) {
    size_t left = back_over_blanks(scan, from);
    while (left > 0 && is_name_sign(scan, left - 1))
        left--;
    scan_erase(scan, left, end);
}

bool reach_take_emails(struct scan *scan) {
    bool found = false;
    for (size_t place = 0; place < scan->length; place++) {
        size_t end = scan_at(scan, place) == '@' ? place + 1 : bracketed_end(scan, place);
        size_t last = 0;
        if (end > place)
            last = signed_end(scan, place, end);
        else if (scan_letter(scan, place) && !scan_letter(scan, place - 1))
            last = spelt_out_end(scan, place, scan_word_end(scan, place));
        if (last > 0)
            erase_address(scan, place, last);
        found = found || last > 0 ||
                (end > place && joins_address(scan, place, end, end > place + 1));
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

/* "musterverein punkt de" */
static bool is_spoken_url(const struct scan *scan, size_t place) {
    size_t end = scan_word_end(scan, place), label = scan_skip_blanks(scan, end);
    size_t last = scan_word_end(scan, label), before = back_over_blanks(scan, place);
    return scan_word_in(scan, place, end, " punkt dot ") && !scan_upper(scan, place) &&
           !scan_letter(scan, place - 1) && before > 0 && scan_alnum(scan, before - 1) &&
           !scan_upper(scan, label) &&
           scan_word_in(scan, label, last, " de com org net eu info cz pl example ");
}

bool reach_take_urls(struct scan *scan) {
    bool found = false;
    for (size_t place = 0; place < scan->length; place++) {
        if (!is_url(scan, place) && !is_spoken_url(scan, place))
            continue;
        found = true;
        scan_erase(scan, place, address_end(scan, place));
    }
    return found;
}

/* --- names in networks and messengers --- */

static const char PLATFORMS[] =
    " instagram insta telegram skype signal whatsapp facebook fb tiktok twitter mastodon "
    "discord "
    "linkedin xing snapchat youtube threads bluesky threema matrix pinterest twitch jabber "
    "icq ";

/* The end of a word with the signs that names in networks have; *like tells whether only such a
 * name looks so: "muster_chor", "karla.muster", "karla77", "otto-muster-12". */
static size_t handle_end(const struct scan *scan, size_t place, bool *like) {
    enum { LEAST = 5 };
    size_t end = place, letters = 0, digits = 0, signs = 0, hyphens = 0;
    for (; is_name_sign(scan, end) && scan_at(scan, end) != '+'; end++) {
        uint32_t character = scan_at(scan, end);
        bool inner = scan_alnum(scan, end - 1) && scan_alnum(scan, end + 1);
        letters += scan_letter(scan, end);
        digits += scan_digit(scan, end);
        hyphens += character == '-' && inner;
        /* "z.B." and "gut.Dann" are no names. */
        signs += character == '_' ||
                 (character == '.' && inner && end > place + 1 && !scan_upper(scan, end + 1));
    }
    while (end > place && !scan_alnum(scan, end - 1) && scan_at(scan, end - 1) != '_')
        end--;
    bool mixed = letters > 2 && digits > 0 && scan_letter(scan, place) &&
                 (hyphens == 0 || !scan_upper(scan, place)) &&
                 !scan_word_in(scan, place, scan_word_end(scan, place), " covid corona ");
    *like = end - place >= LEAST && letters > 0 && (signs > 0 || mixed);
    return end;
}

/* Words in the place of a name that are none. */
static const char NO_HANDLE[] =
    " ja nein nie gern gerne gut schlecht egal toll super okay keine keiner kein nicht nichts "
    "besser viel viele wenig zu ist sind fehlt fehlen wäre reicht geht nur auch aber oder und "
    "wir ich sie er es man noch immer bitte danke mehr schon alles dort leider wichtig "
    "unwichtig "
    "manchmal selten oft anderem unserem unserer unseren ihrem diesem dieser anderen keinen "
    "umständen uns euch einander yes no never fine good bad okay only also please thanks not "
    "nothing more less none ";

/* "Skype-Name: karla", "Instagram: musterchor", "Konto heißt wilmatanzt", "unter musterchor": a
 * single word that is announced as a name. place is behind the platform. */
static bool is_announced_handle(const struct scan *scan, size_t place) {
    static const char nouns[] =
        " name account konto profil kanal id nick nickname handle adresse "
        "nummer kontakt user username channel profile ";
    size_t from, last;
    bool noun = scan_word_behind(scan, place, " -", &from, &last) &&
                scan_word_in(scan, from, last, nouns);
    size_t next = noun ? last : place;
    bool told = false;
    if (scan_at(scan, next) == ':' || scan_at(scan, next) == '=') {
        told = true;
        next++;
    } else if (scan_word_behind(scan, next, " ", &from, &last) &&
               scan_word_in(scan, from, last, noun ? " heißt lautet " : " unter ")) {
        told = true;
        next = last;
    }
    bool like;
    size_t name = scan_skip_blanks(scan, next), end = handle_end(scan, name, &like);
    uint32_t behind = scan_at(scan, end);
    bool alone =
        behind == 0 || behind == ',' || behind == '.' || behind == ';' || behind == ')';
    return told && end > name + 3 && scan_letter(scan, name) && alone &&
           (noun || !scan_upper(scan, name)) && !scan_word_in(scan, name, end, NO_HANDLE);
}

/* Behind a platform, in its sentence, within ten words: what only a name in a network looks
 * like; else an announced one. The platform is at from..end. */
static bool has_handle(const struct scan *scan, size_t end) {
    enum { REACH = 10 };
    if (is_announced_handle(scan, end))
        return true;
    size_t place = end;
    for (int words = 0; words < REACH && place < scan->length; words++) {
        while (place < scan->length && !scan_alnum(scan, place)) {
            uint32_t sign = scan_at(scan, place);
            if ((sign == '.' || sign == '!' || sign == '?') && scan_at(scan, place + 1) == ' ')
                return false;
            place++;
        }
        bool like;
        size_t last = handle_end(scan, place, &like);
        if (like)
            return true;
        place = last > place ? last : place + 1;
    }
    return false;
}

/* "musterhof#1234" */
static bool is_tagged(const struct scan *scan, size_t place) {
    size_t digits = place + 1;
    while (scan_digit(scan, digits))
        digits++;
    return scan_at(scan, place) == '#' && scan_letter(scan, place - 1) && digits - place > 3 &&
           digits - place < 7 && !scan_alnum(scan, digits);
}

/* The end of "@name" at place; 0 if absent. */
static size_t at_handle_end(const struct scan *scan, size_t place) {
    if (scan_at(scan, place) != '@' || scan_alnum(scan, place - 1))
        return 0;
    size_t end = name_end(scan, place + 1);
    for (size_t at = place + 1; at < end; at++)
        if (scan_letter(scan, at))
            return end;
    return 0;
}

bool reach_take_handles(struct scan *scan) {
    bool found = false;
    for (size_t place = 0; place < scan->length; place++) {
        size_t end = at_handle_end(scan, place);
        scan_erase(scan, place, end);
        bool word = scan_letter(scan, place) && !scan_letter(scan, place - 1);
        size_t last = word ? scan_word_end(scan, place) : place;
        found = found || end > 0 || is_tagged(scan, place) ||
                (word && scan_word_in(scan, place, last, PLATFORMS) && has_handle(scan, last));
    }
    return found;
}
