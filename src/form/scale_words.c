#include "form/scale_words.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* Folded, so with ss for sharp s; lowest step first, steps parted by ; and other wordings of a
 * step by |. A step may be missing in a questionnaire, and no scale has all of them. The same
 * word may be in several scales: that one is taken which has all answers of the question. */
static const char *const scales[] = {
    /* agreement */
    "stimme überhaupt nicht zu|stimme gar nicht zu|trifft überhaupt nicht zu|"
    "trifft gar nicht zu|stimmt überhaupt nicht|stimmt gar nicht|lehne völlig ab|"
    "lehne stark ab|lehne voll ab|lehne voll und ganz ab;"
    "stimme nicht zu|trifft nicht zu|stimmt nicht|lehne ab;"
    "stimme eher nicht zu|trifft eher nicht zu|stimmt eher nicht|lehne eher ab|"
    "trifft wenig zu|stimmt wenig|stimme wenig zu|stimme kaum zu|trifft kaum zu|stimmt kaum;"
    "teils teils|teilweise|weder noch|unentschieden|neutral|trifft teilweise zu|"
    "trifft teils zu|stimme teilweise zu|stimmt teilweise|stimmt mittelmässig|"
    "trifft mittelmässig zu|mittel;"
    "stimme eher zu|trifft eher zu|stimmt eher|stimmt ziemlich|trifft ziemlich zu|"
    "trifft überwiegend zu|stimme überwiegend zu;"
    "stimme zu|trifft zu|stimmt;"
    "stimme voll zu|stimme voll und ganz zu|stimme völlig zu|stimme sehr zu|"
    "stimme vollkommen zu|trifft voll zu|trifft voll und ganz zu|trifft völlig zu|"
    "trifft sehr zu|trifft genau zu|stimmt völlig|stimmt sehr|stimmt voll und ganz|"
    "stimmt genau",
    "strongly disagree|disagree strongly|completely disagree|totally disagree|"
    "fully disagree;disagree;"
    "somewhat disagree|slightly disagree|rather disagree|tend to disagree|mostly disagree;"
    "neither agree nor disagree|neither agree or disagree|neutral|undecided|neither;"
    "somewhat agree|slightly agree|rather agree|tend to agree|mostly agree;agree;"
    "strongly agree|agree strongly|completely agree|totally agree|fully agree",
    /* importance */
    "völlig unwichtig|ganz unwichtig|sehr unwichtig|überhaupt nicht wichtig|"
    "gar nicht wichtig;unwichtig|nicht wichtig;"
    "eher unwichtig|weniger wichtig|wenig wichtig|eher nicht wichtig|kaum wichtig;"
    "teils teils|mittelmässig wichtig|mässig wichtig|mittel|neutral|weder noch;"
    "eher wichtig|ziemlich wichtig;wichtig;sehr wichtig;äusserst wichtig|extrem wichtig",
    "not at all important|very unimportant|completely unimportant;"
    "unimportant|not important|not so important;"
    "slightly important|rather unimportant|somewhat unimportant|of little importance|"
    "less important;"
    "moderately important|neutral|neither important nor unimportant|neither;"
    "somewhat important|fairly important|rather important;important;"
    "very important|quite important;extremely important",
    /* satisfaction */
    "völlig unzufrieden|überhaupt nicht zufrieden|gar nicht zufrieden;sehr unzufrieden;"
    "unzufrieden|nicht zufrieden;eher unzufrieden|weniger zufrieden|wenig zufrieden;"
    "teils teils|weder noch|neutral|mittelmässig zufrieden|mittel|"
    "weder zufrieden noch unzufrieden;"
    "eher zufrieden|ziemlich zufrieden;zufrieden;sehr zufrieden;"
    "völlig zufrieden|voll und ganz zufrieden|äusserst zufrieden",
    "completely dissatisfied|extremely dissatisfied|not at all satisfied;"
    "very dissatisfied|very unsatisfied;dissatisfied|unsatisfied;"
    "somewhat dissatisfied|rather dissatisfied|slightly dissatisfied;"
    "neutral|neither satisfied nor dissatisfied|neither;"
    "somewhat satisfied|rather satisfied|fairly satisfied|slightly satisfied;satisfied;"
    "very satisfied;completely satisfied|extremely satisfied",
    /* frequency */
    "nie|niemals|noch nie;fast nie|sehr selten;selten|eher selten;"
    "manchmal|gelegentlich|ab und zu|hin und wieder;regelmässig|öfter|eher oft;"
    "oft|häufig;sehr oft|sehr häufig|meistens;fast immer;immer|ständig",
    "never;almost never|hardly ever|very rarely;rarely|seldom;"
    "occasionally|sometimes|from time to time;regularly;often|frequently;"
    "very often|very frequently|usually|mostly;almost always|nearly always;always",
    "nie|niemals|gar nicht;seltener|selten|weniger als einmal im jahr|seltener als jährlich;"
    "jährlich|einmal im jahr|einmal pro jahr;halbjährlich|zweimal im jahr;"
    "mehrmals im jahr|mehrmals pro jahr|mehrmals jährlich;"
    "vierteljährlich|einmal im quartal|quartalsweise;"
    "monatlich|einmal im monat|einmal pro monat;mehrmals im monat|mehrmals pro monat;"
    "wöchentlich|einmal in der woche|einmal pro woche;"
    "mehrmals in der woche|mehrmals pro woche|mehrmals wöchentlich;"
    "täglich|jeden tag|fast täglich",
    "never;rarely|less often|less than once per year|less than once a year;"
    "yearly|annually|once a year|once per year;half-yearly|twice a year;"
    "several times per year|several times a year|a few times a year;quarterly;"
    "monthly|once a month|once per month;several times a month|several times per month;"
    "weekly|once a week|once per week;several times a week|several times per week;"
    "daily|every day|once a day",
    /* quality, school grades */
    "sehr schlecht|ungenügend;schlecht|mangelhaft;"
    "eher schlecht|weniger gut|nicht so gut|ausreichend;"
    "mittel|mittelmässig|teils teils|geht so|durchschnittlich|neutral|befriedigend;"
    "eher gut|ziemlich gut;gut;sehr gut;ausgezeichnet|hervorragend",
    "very poor|very bad|terrible;poor|bad;not so good|rather bad|rather poor;"
    "fair|average|neutral|acceptable|ok|okay|satisfactory;rather good|fairly good;good;"
    "very good;excellent|outstanding",
    "very unfavorably|very unfavourably|very unfavorable|very unfavourable;"
    "somewhat unfavorably|somewhat unfavourably|somewhat unfavorable|"
    "somewhat unfavourable;"
    "neither favorably nor unfavorably|neither favourably nor unfavourably|neutral;"
    "somewhat favorably|somewhat favourably|somewhat favorable|somewhat favourable;"
    "very favorably|very favourably|very favorable|very favourable",
    /* amounts: adjectives behind them are left out, see below */
    "gar nicht|überhaupt nicht|nichts|gar nichts;nicht;sehr wenig;"
    "wenig|kaum|etwas|ein wenig|nicht so sehr|ein bisschen;"
    "mittel|mässig|mittelmässig|teils teils;"
    "eher|ziemlich|ziemlich viel|eher viel|viel|stark|überwiegend;sehr|sehr viel|sehr stark;"
    "äusserst|völlig|voll und ganz|extrem",
    "not at all|none|nothing;very little;slightly|little|a little|not so much|not much;"
    "some|somewhat;moderately|fairly|rather;quite|quite a lot|quite a bit|much|a lot;"
    "very|very much|a great deal;extremely|completely",
    /* likelihood */
    "sehr unwahrscheinlich|auf keinen fall;unwahrscheinlich;"
    "eher unwahrscheinlich|wahrscheinlich nicht;vielleicht|teils teils|neutral|weder noch;"
    "eher wahrscheinlich;wahrscheinlich;sehr wahrscheinlich|auf jeden fall",
    "very unlikely|extremely unlikely|definitely not;unlikely|probably not;"
    "somewhat unlikely;maybe|perhaps|neutral|neither likely nor unlikely;somewhat likely;"
    "likely|probably;very likely|extremely likely|definitely",
    /* change */
    "viel weniger|stark abgenommen|stark gesunken|viel schlechter|stark verschlechtert;"
    "weniger|abgenommen|gesunken|schlechter|verschlechtert;"
    "gleich|gleich geblieben|unverändert|genauso viel|gleich viel;"
    "mehr|zugenommen|gestiegen|besser|verbessert;"
    "viel mehr|stark zugenommen|stark gestiegen|viel besser|stark verbessert",
    "much less|decreased a lot|much worse;less|decreased|worse|fewer;"
    "the same|same|unchanged|about the same|no change;more|increased|better;"
    "much more|increased a lot|much better",
    /* difficulty */
    "sehr schwer|sehr schwierig;schwer|schwierig;eher schwer|eher schwierig;"
    "mittel|teils teils|neutral;eher leicht|eher einfach;leicht|einfach;"
    "sehr leicht|sehr einfach",
    "very difficult|very hard;difficult|hard;rather difficult|somewhat difficult;"
    "neutral|medium;rather easy|somewhat easy;easy;very easy",
    /* more than yes and no */
    "nein;eher nein|eher nicht;teils teils|vielleicht|unentschieden;eher ja|eher;ja",
    "no;rather no|probably not;maybe|perhaps;rather yes|probably;yes",
    /* schooling */
    "kein schulabschluss|kein abschluss|ohne abschluss;"
    "hauptschulabschluss|volks oder hauptschulabschluss|hauptschule;"
    "mittlere reife|realschulabschluss|realschule|mittlerer schulabschluss;"
    "fachhochschulreife|fachabitur;abitur|hochschulreife|allgemeine hochschulreife;"
    "bachelor;master|diplom|hochschulabschluss|studium;promotion|doktorat",
    "none|no degree;less than high school degree|less than high school|primary school;"
    "high school degree|high school|secondary school|further education;"
    "some college or associate degree|some college;associate degree|associate's degree;"
    "bachelor degree|bachelor's degree|bachelors degree|bachelor|undergraduate degree;"
    "master degree|master's degree|masters degree|master|graduate degree;"
    "doctorate|doctoral degree|phd",
};

/* Behind a word of amount: "slightly important" is "slightly". */
static const char adjectives[] =
    "wichtig|zufrieden|hilfreich|dringend|nützlich|interessiert|wahrscheinlich|schwierig|"
    "verständlich|bekannt|sicher|belastend|geeignet|important|satisfied|useful|helpful|likely|"
    "urgent|interested|concerned|familiar|confident|difficult|easy|relevant|comfortable|"
    "effective|clear";

static const char dk_words[] =
    "weiss nicht|weiss ich nicht|weiss es nicht|keine ahnung|nicht sicher|"
    "bin nicht sicher|keine meinung|not sure|i'm not sure|i am not sure|unsure|no idea|"
    "can't say|cannot say|no opinion|do not know|dk";
static const char dk_starts[] = "ich weiss nicht|weiss nicht /|kann ich nicht|kann ich nichts|"
                                "don't know|dont know|i don't know|i do not know|"
                                "i don't remember|don't remember|i don't understand|"
                                "i can't|i cannot";
static const char outside_words[] =
    "not applicable|n/a|n.a.|does not apply|doesn't apply|unfamiliar|"
    "betrifft uns nicht|betrifft mich nicht|betrifft nicht|entfällt|keine angabe|k.a.|k. a.|"
    "ohne angabe|möchte ich nicht sagen|möchte ich nicht angeben|keine antwort|no answer|"
    "prefer not to say|prefer not to answer|i prefer not to say|rather not say|"
    "i'd rather not say|nicht relevant|not relevant|kein urteil";
static const char other_words[] =
    "other|others|sonstiges|sonstige|anderes|andere|andere:|sonstiges:|other:|-oth-|"
    "something else|etwas anderes|weitere|weiteres|und zwar";
static const char other_starts[] =
    "other (please|other, please|other - please|andere (bitte|andere, bitte|anderes (bitte|"
    "sonstiges (bitte|sonstiges, bitte|sonstiges, und zwar|sonstige (bitte|other (specify";
static const char comment_words[] = "comment|kommentar|comments|bemerkung|kommentare";
static const char none_words[] =
    "none|none of these|none of the above|nothing|none of them|keine|keines|keins|"
    "keine davon|keines davon|keine der genannten|nichts davon|nichts|nein, nichts";

/* True where form (length bytes) is one of the words, which are parted by | until a ; or the
 * end; starts: begins with one. */
static bool is_among(const char *words, const char *form, size_t length, bool starts) {
    for (;;) {
        size_t size = strcspn(words, "|;");
        if ((size == length || (starts && size < length)) && size > 0 &&
            memcmp(words, form, size) == 0)
            return true;
        if (words[size] != '|')
            return false;
        words += size + 1;
    }
}

static bool is_word(const char *words, const char *form) {
    return is_among(words, form, strlen(form), false);
}

bool scale_words_is_dk(const char *form) {
    return is_word(dk_words, form) || is_among(dk_starts, form, strlen(form), true);
}

bool scale_words_is_outside(const char *form) {
    static const char mark[] = "(n/a)";
    size_t length = strlen(form), size = strlen(mark);
    return is_word(outside_words, form) ||
           (length > size && strcmp(form + length - size, mark) == 0);
}

bool scale_words_is_other(const char *form) {
    return is_word(other_words, form) || is_among(other_starts, form, strlen(form), true);
}

bool scale_words_is_comment(const char *form) {
    return is_word(comment_words, form);
}

bool scale_words_is_none(const char *form) {
    return is_word(none_words, form);
}

/* --- steps of scales --- */

/* The step of a scale that a form is, from 0, or -1. */
static int find_step(const char *scale, const char *form, size_t length) {
    for (int step = 0;; step++) {
        if (is_among(scale, form, length, false))
            return step;
        scale += strcspn(scale, ";");
        if (*scale == '\0')
            return -1;
        scale++;
    }
}

/* Without a number in front ("1 = never"), what is in brackets, and a point at the end;
 * slashes, commas and dashes between words are blanks. */
static void simplify(struct text *plain, const char *form) {
    const char *start = form + strspn(form, "0123456789");
    if (start > form && strspn(start, " =-:.)") > 0)
        form = start + strspn(start, " =-:.)");
    size_t length = strcspn(form, "(");
    for (size_t i = 0; i < length; i++) {
        bool blank = strchr(" ,/-", form[i]) != NULL;
        if (!blank)
            text_add_byte(plain, form[i]);
        else if (plain->length > 0 && plain->bytes[plain->length - 1] != ' ')
            text_add_byte(plain, ' ');
    }
    while (plain->length > 0 && strchr(" .:", plain->bytes[plain->length - 1]) != NULL)
        text_cut(plain, plain->length - 1);
}

static size_t without_adjective(const char *plain, size_t length) {
    const char *blank = memrchr(plain, ' ', length);
    if (blank == NULL)
        return length;
    size_t before = (size_t)(blank - plain);
    return is_among(adjectives, blank + 1, length - before - 1, false) ? before : length;
}

/* As it is, simplified, without an adjective at its end, and last only what is in front of a
 * colon: "daily: at least once a day". */
static int step_of(const char *scale, const char *form) {
    int step = find_step(scale, form, strlen(form));
    struct text plain = {0};
    simplify(&plain, form);
    const char *string = text_string(&plain);
    if (step < 0)
        step = find_step(scale, string, plain.length);
    if (step < 0)
        step = find_step(scale, string, without_adjective(string, plain.length));
    if (step < 0 && strchr(form, ':') != NULL)
        step = find_step(scale, form, strcspn(form, ":"));
    text_free(&plain);
    return step;
}

static bool denies(const char *form) {
    static const char *const words[] = {" not ",  " no ",    " never ", " nicht ",
                                        " kein ", " keine ", " nie "};
    struct text spaced = {0};
    text_add_format(&spaced, " %s ", form);
    bool found = false;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        found = found || strstr(text_string(&spaced), words[i]) != NULL;
    text_free(&spaced);
    return found;
}

static bool has_twice(const double *places, size_t count) {
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count; k++)
            if (places[i] == places[k])
                return true;
    return false;
}

/* How many of the forms are steps of the scale, each another one; 0 where two are the same. */
static size_t fit(const char *scale, const char *const *forms, size_t count, double *places,
                  size_t *missing) {
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        int step = step_of(scale, forms[i]);
        places[i] = step;
        found += step >= 0 ? 1 : 0;
        if (step < 0)
            *missing = i;
    }
    return has_twice(places, count) ? 0 : found;
}

/* --- numbers in answers --- */

/* "more than 60", "über 60", "> 60", "60+", "60 and more" lie behind what begins with 60,
 * "under 18" before what begins with 18. */
static double lean(const char *form) {
    static const char *const above[] = {
        ">",        "+",         "more than", "über",      "mehr als",  "over", "or more",
        "und mehr", "oder mehr", "and more",  "and older", "und älter", "ab "};
    static const char *const below[] = {"<",     "less than", "unter", "weniger als",
                                        "under", "bis zu",    "up to", "höchstens"};
    for (size_t i = 0; i < sizeof above / sizeof above[0]; i++)
        if (strstr(form, above[i]) != NULL)
            return 0.5;
    for (size_t i = 0; i < sizeof below / sizeof below[0]; i++)
        if (strstr(form, below[i]) != NULL)
            return -0.5;
    return 0;
}

/* Units of time behind the number, in months. */
static double unit_of(const char *behind) {
    static const struct {
        const char *word;
        double months;
    } units[] = {{"day", 1. / 30}, {"tag", 1. / 30},   {"week", 0.25},      {"woche", 0.25},
                 {"month", 1},     {"monat", 1},       {"year", 12},        {"jahr", 12},
                 {"minute", 2e-5}, {"hour", 1. / 720}, {"stunde", 1. / 720}};
    size_t nearest = (size_t)-1;
    double unit = 1;
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        const char *at = strstr(behind, units[i].word);
        if (at != NULL && (size_t)(at - behind) < nearest) {
            nearest = (size_t)(at - behind);
            unit = units[i].months;
        }
    }
    return unit;
}

/* The first number of a form, thousands marked by a comma, a point or a blank; false where
 * there is none. */
static bool first_number(const char *form, double *number, const char **behind) {
    const char *at = form + strcspn(form, "0123456789");
    if (*at == '\0')
        return false;
    *number = 0;
    for (; isdigit((unsigned char)*at) ||
           (strchr(",. ", *at) != NULL && *at != '\0' && isdigit((unsigned char)at[1]) &&
            isdigit((unsigned char)at[2]) && isdigit((unsigned char)at[3]));
         at++)
        if (isdigit((unsigned char)*at))
            *number = *number * 10 + (*at - '0');
    *behind = at;
    return true;
}

/* Short, and no code such as A1. */
static bool is_range(const char *form, double *place) {
    enum { LONGEST_RANGE = 40 };
    const char *behind = NULL;
    size_t before = strcspn(form, "0123456789");
    if (strlen(form) > LONGEST_RANGE || !first_number(form, place, &behind))
        return false;
    if (before > 0 && isalpha((unsigned char)form[before - 1]))
        return false;
    double unit = unit_of(behind);
    *place = (*place + lean(form)) * unit;
    return true;
}

/* Two such answers are no scale, whatever stands beside them. */
static bool is_yes_or_no(const char *form) {
    return is_word("yes|no|ja|nein|y|n", form);
}

enum scale_kind scale_words_order(const char *const *forms, size_t count, double *places) {
    enum { MOST = 20, LEAST_OF_MOSTLY = 4 };
    double tried[MOST];
    size_t missing = 0;
    if (count < 2 || count > MOST || (count == 2 && is_yes_or_no(forms[0])))
        return SCALE_NONE;
    for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++)
        if (fit(scales[i], forms, count, tried, &missing) == count) {
            memcpy(places, tried, count * sizeof *places);
            return SCALE_WORDS;
        }
    for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++)
        if (count > LEAST_OF_MOSTLY &&
            fit(scales[i], forms, count, tried, &missing) == count - 1 &&
            denies(forms[missing])) {
            memcpy(places, tried, count * sizeof *places);
            return SCALE_MOSTLY;
        }
    for (size_t i = 0; i < count; i++)
        if (!is_range(forms[i], &tried[i]))
            return SCALE_NONE;
    if (has_twice(tried, count))
        return SCALE_NONE;
    memcpy(places, tried, count * sizeof *places);
    return SCALE_RANGES;
}
