#include "form/contact_words.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "survey/person_field.h"

/* What a word says of the heading. */
enum kind {
    KIND_NONE,
    KIND_FIELD, /* asks for contact data where the heading is brief */
    KIND_SURE,  /* does so in a long one, too: "Telefonnummer" */
    KIND_BARE,  /* does so where nothing but FILL is beside it, else may: "Handy im Unterricht"
                 */
    KIND_NAME,  /* the same, where it is not of a club or a town: "Name des Vereins" */
    KIND_ALONE, /* does so where nothing but FILL is beside it, else not: "Kontakt halten" */
    KIND_STEM,  /* begins like a field and is a word that is not known here: may */
    KIND_OTHER, /* begins like a field and is something else */
    KIND_TOPIC, /* names a thing: behind a field it makes another word of it, "phone conference"
                 */
    KIND_FILL,  /* says nothing */
    KIND_DATUM, /* the same; behind a field it makes a sure one of it: "phone number" */
    KINDS
};

enum fit { WHOLE, START };

/* Folded. The longest that fits a word decides, so a compound that is known goes before the
 * word that it begins with. */
static const struct entry {
    const char *word;
    enum fit fit;
    enum kind kind;
} entries[] = {
    /* mail */
    {"mail", WHOLE, KIND_FIELD},
    {"email", WHOLE, KIND_FIELD},
    {"mailadresse", START, KIND_SURE},
    {"emailadresse", START, KIND_SURE},
    {"emailaddress", WHOLE, KIND_SURE},
    {"mail", START, KIND_STEM},
    {"email", START, KIND_STEM},
    {"mailing", START, KIND_OTHER},
    {"mailand", START, KIND_OTHER},
    {"emaille", START, KIND_OTHER},
    /* telephone */
    {"telefon", WHOLE, KIND_FIELD},
    {"telefonnummer", START, KIND_SURE},
    {"telefonnr", WHOLE, KIND_SURE},
    {"tel", WHOLE, KIND_FIELD},
    {"telephone", WHOLE, KIND_FIELD},
    {"phone", WHOLE, KIND_FIELD},
    {"phonenumber", WHOLE, KIND_SURE},
    {"mobilnummer", START, KIND_SURE},
    {"mobilfunknummer", START, KIND_SURE},
    {"mobiltelefon", WHOLE, KIND_FIELD},
    {"mobiltelefonnummer", START, KIND_SURE},
    {"handynummer", START, KIND_SURE},
    {"handynr", WHOLE, KIND_SURE},
    {"fax", WHOLE, KIND_FIELD},
    {"faxnummer", START, KIND_SURE},
    {"handy", WHOLE, KIND_BARE},
    {"mobil", WHOLE, KIND_BARE},
    {"mobile", WHOLE, KIND_BARE},
    {"telefon", START, KIND_STEM},
    {"phone", START, KIND_STEM},
    {"telephone", START, KIND_STEM},
    {"handy", START, KIND_STEM},
    {"mobil", START, KIND_STEM},
    {"fax", START, KIND_STEM},
    {"telefonkonferenz", START, KIND_OTHER},
    {"telefoninterview", START, KIND_OTHER},
    {"telefonberatung", START, KIND_OTHER},
    {"telefonseelsorge", START, KIND_OTHER},
    {"telefonsprechstunde", START, KIND_OTHER},
    {"telefonkette", START, KIND_OTHER},
    {"telefonkosten", START, KIND_OTHER},
    {"telefonvertrag", START, KIND_OTHER},
    {"telefonanbieter", START, KIND_OTHER},
    {"telefonnetz", START, KIND_OTHER},
    {"telefonzelle", START, KIND_OTHER},
    {"telefonat", START, KIND_OTHER},
    {"telefonier", START, KIND_OTHER},
    {"phonetic", START, KIND_OTHER},
    {"handynutzung", START, KIND_OTHER},
    {"handyvertrag", START, KIND_OTHER},
    {"handyverbot", START, KIND_OTHER},
    {"handysucht", START, KIND_OTHER},
    {"mobilität", START, KIND_OTHER},
    {"mobilitaet", START, KIND_OTHER},
    {"mobilitat", START, KIND_OTHER},
    {"mobility", START, KIND_OTHER},
    {"mobilis", START, KIND_OTHER},
    {"mobiliz", START, KIND_OTHER},
    {"mobiliar", START, KIND_OTHER},
    {"mobilfunk", START, KIND_OTHER},
    {"mobiles", WHOLE, KIND_OTHER},
    {"mobiler", WHOLE, KIND_OTHER},
    {"mobilen", WHOLE, KIND_OTHER},
    /* persons */
    {"name", WHOLE, KIND_NAME},
    {"namen", WHOLE, KIND_NAME},
    {"names", WHOLE, KIND_NAME},
    {"nom", WHOLE, KIND_NAME},
    {"vorname", START, KIND_FIELD},
    {"nachname", START, KIND_FIELD},
    {"familienname", START, KIND_FIELD},
    {"zuname", START, KIND_FIELD},
    {"rufname", START, KIND_FIELD},
    {"kontaktname", START, KIND_FIELD},
    {"ansprechpartner", START, KIND_FIELD},
    {"ansprechperson", START, KIND_FIELD},
    {"kontaktperson", START, KIND_FIELD},
    {"firstname", WHOLE, KIND_FIELD},
    {"lastname", WHOLE, KIND_FIELD},
    {"surname", WHOLE, KIND_FIELD},
    {"forename", WHOLE, KIND_FIELD},
    {"fullname", WHOLE, KIND_FIELD},
    {"username", WHOLE, KIND_FIELD},
    {"imię", WHOLE, KIND_FIELD},
    {"nazwisko", WHOLE, KIND_FIELD},
    {"jméno", WHOLE, KIND_FIELD},
    {"příjmení", WHOLE, KIND_FIELD},
    {"prénom", WHOLE, KIND_FIELD},
    {"person", WHOLE, KIND_ALONE},
    {"kontakt", WHOLE, KIND_ALONE},
    {"contact", WHOLE, KIND_ALONE},
    {"kontaktdaten", WHOLE, KIND_SURE},
    {"kontaktadresse", START, KIND_FIELD},
    {"kontaktinformation", START, KIND_FIELD},
    {"kontaktangaben", WHOLE, KIND_FIELD},
    /* addresses */
    {"adresse", WHOLE, KIND_FIELD},
    {"anschrift", WHOLE, KIND_FIELD},
    {"postanschrift", WHOLE, KIND_SURE},
    {"postadresse", WHOLE, KIND_FIELD},
    {"privatadresse", WHOLE, KIND_FIELD},
    {"wohnadresse", WHOLE, KIND_FIELD},
    {"lieferadresse", WHOLE, KIND_FIELD},
    {"rechnungsadresse", WHOLE, KIND_FIELD},
    {"hausnummer", WHOLE, KIND_FIELD},
    {"address", WHOLE, KIND_BARE},
    {"strasse", WHOLE, KIND_BARE},
    {"street", WHOLE, KIND_BARE},
    {"adress", START, KIND_STEM},
    {"anschrift", START, KIND_STEM},
    {"adressat", START, KIND_OTHER},
    {"adressier", START, KIND_OTHER},
    {"webadresse", START, KIND_OTHER},
    {"internetadresse", START, KIND_OTHER},
    /* things that are done by telephone or mail */
    {"conference", START, KIND_TOPIC},
    {"konferenz", START, KIND_TOPIC},
    {"videokonferenz", START, KIND_TOPIC},
    {"video", WHOLE, KIND_TOPIC},
    {"interview", START, KIND_TOPIC},
    {"call", START, KIND_TOPIC},
    {"beratung", START, KIND_TOPIC},
    {"hotline", START, KIND_TOPIC},
    {"list", WHOLE, KIND_TOPIC},
    {"liste", START, KIND_TOPIC},
    {"tree", WHOLE, KIND_TOPIC},
    {"coverage", WHOLE, KIND_TOPIC},
    {"contract", START, KIND_TOPIC},
    {"vertrag", START, KIND_TOPIC},
    {"costs", WHOLE, KIND_TOPIC},
    {"kosten", WHOLE, KIND_TOPIC},
    {"usage", WHOLE, KIND_TOPIC},
    {"nutzung", START, KIND_TOPIC},
    /* words that go with any field */
    {"ihr", WHOLE, KIND_FILL},
    {"ihre", WHOLE, KIND_FILL},
    {"ihren", WHOLE, KIND_FILL},
    {"dein", WHOLE, KIND_FILL},
    {"deine", WHOLE, KIND_FILL},
    {"mein", WHOLE, KIND_FILL},
    {"my", WHOLE, KIND_FILL},
    {"your", WHOLE, KIND_FILL},
    {"first", WHOLE, KIND_FILL},
    {"last", WHOLE, KIND_FILL},
    {"full", WHOLE, KIND_FILL},
    {"given", WHOLE, KIND_FILL},
    {"family", WHOLE, KIND_FILL},
    {"user", WHOLE, KIND_FILL},
    {"display", WHOLE, KIND_FILL},
    {"vollständiger", WHOLE, KIND_FILL},
    {"und", WHOLE, KIND_FILL},
    {"oder", WHOLE, KIND_FILL},
    {"and", WHOLE, KIND_FILL},
    {"or", WHOLE, KIND_FILL},
    {"der", WHOLE, KIND_FILL},
    {"die", WHOLE, KIND_FILL},
    {"the", WHOLE, KIND_FILL},
    {"of", WHOLE, KIND_FILL},
    {"bitte", WHOLE, KIND_FILL},
    {"please", WHOLE, KIND_FILL},
    {"freiwillig", WHOLE, KIND_FILL},
    {"freiwillige", WHOLE, KIND_FILL},
    {"angabe", WHOLE, KIND_FILL},
    {"optional", WHOLE, KIND_FILL},
    {"nummer", WHOLE, KIND_DATUM},
    {"number", WHOLE, KIND_DATUM},
    {"nr", WHOLE, KIND_FILL},
    {"no", WHOLE, KIND_FILL},
    {"details", WHOLE, KIND_FILL},
    {"data", WHOLE, KIND_FILL},
    {"information", WHOLE, KIND_FILL},
    {"ort", WHOLE, KIND_FILL},
    {"wohnort", WHOLE, KIND_FILL},
    {"plz", WHOLE, KIND_FILL},
    {"town", WHOLE, KIND_FILL},
    {"e", WHOLE, KIND_FILL},
    {"vor", WHOLE, KIND_FILL},
};

static enum kind find_kind(const char *word, size_t length) {
    const struct entry *found = NULL;
    for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++) {
        size_t wanted = strlen(entries[i].word);
        bool fits = length >= wanted && memcmp(entries[i].word, word, wanted) == 0 &&
                    (entries[i].fit == START || length == wanted);
        /* A whole word says more than one that begins like it. */
        if (fits && (found == NULL || wanted > strlen(found->word) ||
                     (wanted == strlen(found->word) && entries[i].fit == WHOLE)))
            found = &entries[i];
    }
    return found != NULL ? found->kind : KIND_NONE;
}

/* How many words of each kind a heading has. */
struct census {
    size_t words, of[KINDS];
};

/* What a word is behind another, where a blank or a hyphen alone joins them: "phone conference"
 * is something else, "phone number" and "E-Mail-Adresse" are sure. "Telefon, Interview" are
 * two. */
static enum kind join(enum kind before, enum kind kind, bool addresses) {
    bool field = before == KIND_FIELD || before == KIND_BARE || before == KIND_NAME;
    if (field && kind == KIND_TOPIC)
        return KIND_OTHER;
    return before == KIND_FIELD && (kind == KIND_DATUM || addresses) ? KIND_SURE : kind;
}

static bool names_address(const char *word, size_t length) {
    return (length == strlen("adresse") && memcmp(word, "adresse", length) == 0) ||
           (length == strlen("address") && memcmp(word, "address", length) == 0);
}

static struct census count_words(const char *form) {
    static const char parting[] = " _-.,;:/()[]|*?!\"'&+0123456789";
    struct census census = {0};
    enum kind last = KIND_NONE;
    size_t gap = 0;
    for (const char *at = form + strspn(form, parting); *at != '\0'; at += gap) {
        size_t size = strcspn(at, parting);
        enum kind kind = find_kind(at, size);
        bool joined = gap == 1 && (at[-1] == ' ' || at[-1] == '-');
        enum kind made = joined ? join(last, kind, names_address(at, size)) : kind;
        if (made != kind)
            census.of[last]--;
        kind = made;
        census.of[kind]++;
        census.words++;
        last = kind;
        at += size;
        gap = strspn(at, parting);
    }
    return census;
}

/* Fields are called briefly; a question of many words asks about something else, mostly. */
static enum contact_guess conclude(const struct census *census, bool of_something) {
    enum { MOST_WORDS = 8 };
    const size_t *of = census->of;
    size_t fields = of[KIND_FIELD] + of[KIND_SURE];
    bool only = of[KIND_NONE] + of[KIND_TOPIC] + of[KIND_OTHER] + of[KIND_STEM] == 0;
    if (only)
        fields += of[KIND_BARE] + of[KIND_NAME] + of[KIND_ALONE];
    if (fields > 0)
        return of[KIND_SURE] == 0 && (of[KIND_TOPIC] > 0 || census->words > MOST_WORDS)
                   ? CONTACT_UNSURE
                   : CONTACT_SURE;
    if (of[KIND_STEM] > 0 || of[KIND_BARE] > 0 || (of[KIND_NAME] > 0 && !of_something))
        return CONTACT_UNSURE;
    return CONTACT_NOT;
}

enum contact_guess contact_words_judge(const char *words) {
    struct text form = {0};
    if (words == NULL)
        return CONTACT_NOT;
    utf8_comparison_form(&form, words, strlen(words), true);
    const struct census census = count_words(text_string(&form));
    bool of_something = person_field_find(words, strlen(words)) == PERSON_ELSE;
    text_free(&form);
    return conclude(&census, of_something);
}

enum contact_guess contact_words_judge_label(const struct label *label) {
    enum contact_guess surest = CONTACT_NOT;
    for (size_t i = 0; i < QUESTIONNAIRE_MAX_LANGUAGES; i++) {
        enum contact_guess guess = contact_words_judge(label->in[i]);
        surest = guess > surest ? guess : surest;
    }
    return surest;
}
