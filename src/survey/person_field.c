#include "survey/person_field.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"

/* How a word of a heading fits an entry: as it is, at its beginning ("Vereinsname"), anywhere
 * in it ("Heimatort" is not "Antwort"). */
enum fit { FIT_WHOLE, FIT_START };

struct entry {
    const char *word; /* folded */
    enum fit fit;
    enum person_field field;
};

/* "Name" alone says little: it may be that of a club. PERSON_UNKNOWN stands for it here. */
static const struct entry entries[] = {
    {"mail", FIT_START, PERSON_EMAIL},         {"email", FIT_START, PERSON_EMAIL},
    {"emailadresse", FIT_START, PERSON_EMAIL}, {"vorname", FIT_START, PERSON_NAME},
    {"nachname", FIT_START, PERSON_NAME},      {"familienname", FIT_START, PERSON_NAME},
    {"zuname", FIT_START, PERSON_NAME},        {"rufname", FIT_START, PERSON_NAME},
    {"ansprech", FIT_START, PERSON_NAME},      {"kontaktperson", FIT_START, PERSON_NAME},
    {"kontaktname", FIT_START, PERSON_NAME},   {"person", FIT_WHOLE, PERSON_NAME},
    {"firstname", FIT_WHOLE, PERSON_NAME},     {"lastname", FIT_WHOLE, PERSON_NAME},
    {"surname", FIT_WHOLE, PERSON_NAME},       {"forename", FIT_WHOLE, PERSON_NAME},
    {"fullname", FIT_WHOLE, PERSON_NAME},      {"username", FIT_WHOLE, PERSON_NAME},
    {"imię", FIT_WHOLE, PERSON_NAME},          {"nazwisko", FIT_WHOLE, PERSON_NAME},
    {"jméno", FIT_WHOLE, PERSON_NAME},         {"příjmení", FIT_WHOLE, PERSON_NAME},
    {"prénom", FIT_WHOLE, PERSON_NAME},        {"nom", FIT_WHOLE, PERSON_NAME},
    {"name", FIT_WHOLE, PERSON_UNKNOWN},       {"names", FIT_WHOLE, PERSON_UNKNOWN},
    {"namen", FIT_WHOLE, PERSON_UNKNOWN},      {"ort", FIT_START, PERSON_ELSE},
    {"wohnort", FIT_START, PERSON_ELSE},       {"stadt", FIT_START, PERSON_ELSE},
    {"gemeinde", FIT_START, PERSON_ELSE},      {"kommune", FIT_START, PERSON_ELSE},
    {"municipality", FIT_WHOLE, PERSON_ELSE},  {"town", FIT_WHOLE, PERSON_ELSE},
    {"city", FIT_WHOLE, PERSON_ELSE},          {"village", FIT_WHOLE, PERSON_ELSE},
    {"place", FIT_WHOLE, PERSON_ELSE},         {"land", FIT_START, PERSON_ELSE},
    {"bundesland", FIT_START, PERSON_ELSE},    {"partnerland", FIT_START, PERSON_ELSE},
    {"country", FIT_WHOLE, PERSON_ELSE},       {"region", FIT_START, PERSON_ELSE},
    {"plz", FIT_WHOLE, PERSON_ELSE},           {"postleitzahl", FIT_START, PERSON_ELSE},
    {"postcode", FIT_WHOLE, PERSON_ELSE},      {"zip", FIT_WHOLE, PERSON_ELSE},
    {"straße", FIT_START, PERSON_ELSE},        {"strasse", FIT_START, PERSON_ELSE},
    {"street", FIT_WHOLE, PERSON_ELSE},        {"hausnummer", FIT_START, PERSON_ELSE},
    {"website", FIT_START, PERSON_ELSE},       {"webseite", FIT_START, PERSON_ELSE},
    {"web", FIT_WHOLE, PERSON_ELSE},           {"homepage", FIT_WHOLE, PERSON_ELSE},
    {"internet", FIT_START, PERSON_ELSE},      {"url", FIT_WHOLE, PERSON_ELSE},
    {"link", FIT_WHOLE, PERSON_ELSE},          {"organis", FIT_START, PERSON_ELSE},
    {"organiz", FIT_START, PERSON_ELSE},       {"verein", FIT_START, PERSON_ELSE},
    {"verband", FIT_START, PERSON_ELSE},       {"association", FIT_WHOLE, PERSON_ELSE},
    {"club", FIT_WHOLE, PERSON_ELSE},          {"institution", FIT_START, PERSON_ELSE},
    {"einrichtung", FIT_START, PERSON_ELSE},   {"initiative", FIT_START, PERSON_ELSE},
    {"firma", FIT_START, PERSON_ELSE},         {"firmenname", FIT_WHOLE, PERSON_ELSE},
    {"unternehmen", FIT_START, PERSON_ELSE},   {"company", FIT_WHOLE, PERSON_ELSE},
    {"school", FIT_WHOLE, PERSON_ELSE},        {"schule", FIT_WHOLE, PERSON_ELSE},
    {"telefon", FIT_START, PERSON_ELSE},       {"telephone", FIT_WHOLE, PERSON_ELSE},
    {"tel", FIT_WHOLE, PERSON_ELSE},           {"phone", FIT_WHOLE, PERSON_ELSE},
    {"mobil", FIT_START, PERSON_ELSE},         {"handy", FIT_START, PERSON_ELSE},
    {"fax", FIT_START, PERSON_ELSE},           {"sprache", FIT_START, PERSON_ELSE},
    {"language", FIT_WHOLE, PERSON_ELSE},      {"funktion", FIT_WHOLE, PERSON_ELSE},
    {"role", FIT_WHOLE, PERSON_ELSE},
};

static const struct entry *find_entry(const char *word, size_t length) {
    for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++) {
        size_t wanted = strlen(entries[i].word);
        if (length < wanted || memcmp(entries[i].word, word, wanted) != 0)
            continue;
        if (length == wanted || entries[i].fit == FIT_START)
            return &entries[i];
    }
    return NULL;
}

/* What the words of a heading say, in the order in which the most telling comes first: who asks
 * for a person and a place in one field gets persons. */
static enum person_field conclude(const bool *seen, bool name, bool phrase) {
    if (seen[PERSON_EMAIL])
        return PERSON_EMAIL;
    if (seen[PERSON_NAME] || phrase)
        return PERSON_NAME;
    if (seen[PERSON_ELSE])
        return PERSON_ELSE;
    return name ? PERSON_NAME : PERSON_UNKNOWN;
}

/* "first name", "Name und Ort": of a person, where "Name des Ortes" is not. */
static bool names_person(const char *form) {
    static const char *const phrases[] = {
        "first name", "last name", "full name",    "family name",  "given name",
        "user name",  "your name", "contact name", "display name", "name und ",
        "name and ",  "name, ",    "name/",        "name / "};
    for (size_t i = 0; i < sizeof phrases / sizeof phrases[0]; i++)
        if (strstr(form, phrases[i]) != NULL)
            return true;
    return false;
}

enum person_field person_field_find(const char *bytes, size_t length) {
    static const char parting[] = " _-.,;:/()[]|*?!\"'";
    bool seen[PERSON_FIELDS] = {false}, name = false;
    struct text form = {0};
    utf8_comparison_form(&form, bytes, length, true);
    for (size_t i = 0; i < form.length; i++)
        form.bytes[i] = form.bytes[i] == '_' ? ' ' : form.bytes[i];
    for (const char *at = text_string(&form); *at != '\0';) {
        size_t size = strcspn(at, parting);
        const struct entry *entry = find_entry(at, size);
        if (entry != NULL && entry->field == PERSON_UNKNOWN)
            name = true;
        else if (entry != NULL)
            seen[entry->field] = true;
        at += size;
        at += strspn(at, parting);
    }
    enum person_field found = conclude(seen, name, names_person(text_string(&form)));
    text_free(&form);
    return found;
}
