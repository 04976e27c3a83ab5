#include "simulate/sentences.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Some hold a comma, quotation marks or a line break: an export has all of them. */
static const char *const german[] = {
    "Erfunden: Unser Lesefest mit der Partnerstadt war gut besucht.",
    "Erfunden: Wir haben mit einer Schule ein Video gedreht, das half sehr.",
    "Erfunden: Ein fester Termin im Monat bringt uns voran.",
    "Erfunden: Das gemeinsame Kochen per Video kam gut an.",
    "Erfunden: Unter dem Titel \"Musik verbindet\" kamen neue Gesichter.",
    "Erfunden: Mehr Zeit für die Planung würde uns helfen.",
    "Erfunden: Kurze Projekte sind leichter als lange.\nZwei Abende genügen.",
    "Erfunden: Weniger Formulare wären schön.",
};
static const char *const english[] = {
    "Made up: Our reading festival with the partner town was well attended.",
    "Made up: We made a video with a school, which helped a lot.",
    "Made up: A fixed date each month keeps us going.",
    "Made up: Cooking together by video was popular.",
    "Made up: Under the title \"Music connects\" new faces turned up.",
    "Made up: More time for planning would help us.",
    "Made up: Short projects are easier than long ones.\nTwo evenings are enough.",
    "Made up: Fewer forms would be nice.",
};
_Static_assert(sizeof german == sizeof english, "both languages have the same sentences");

static bool is_german(const char *language) {
    return strcmp(language, "de") == 0;
}

bool sentences_know(const char *language) {
    return is_german(language) || strcmp(language, "en") == 0;
}

size_t sentences_count(void) {
    return sizeof german / sizeof german[0];
}

const char *sentences_answer(const char *language, size_t index) {
    return is_german(language) ? german[index] : english[index];
}

const char *sentences_other(const char *language) {
    return is_german(language) ? "Erfunden: etwas anderes" : "Made up: something else";
}

static const char *const first_names[] = {"Erika", "Max", "Maria", "Jan", "Paul", "Ida"};
static const char *const countries[] = {"Polen", "Tschechien", "Frankreich", "Italien"};
static const struct {
    const char *part, *format;
} fields[] = {
    {"mail", "muster%" PRIu64 "@verein%" PRIu64 ".example"},
    {"web", "https://verein%" PRIu64 ".example/"},
    {"phone", "0351 000000"},
    {"organi", "Musterverein %" PRIu64 " e. V."},
    {"municipality", "Musterstadt %" PRIu64},
};

const char *sentences_contact(char buffer[SENTENCES_CONTACT_SIZE], const char *field,
                              uint64_t record) {
    const char *format = "Muster %" PRIu64;
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        if (strstr(field, fields[i].part) != NULL)
            format = fields[i].format;
    if (strstr(field, "country") != NULL)
        snprintf(buffer, SENTENCES_CONTACT_SIZE, "%s", countries[record % 4]);
    else if (strstr(field, "name") != NULL)
        snprintf(buffer, SENTENCES_CONTACT_SIZE, "%s Muster", first_names[record % 6]);
    else
        snprintf(buffer, SENTENCES_CONTACT_SIZE, format, record, record);
    return buffer;
}
