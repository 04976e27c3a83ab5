#include "simulate/sentences.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum topic { TOPIC_ANY, TOPIC_YOUTH, TOPIC_DIGITAL, TOPIC_WISH, TOPIC_PROJECT, TOPIC_COUNT };
enum { SENTENCES = 6 }; /* a topic */

/* Some hold a comma, quotation marks or a line break: an export has all of them. None holds
 * what looks like personal data. */
static const char *const german[TOPIC_COUNT][SENTENCES] = {
    [TOPIC_ANY] =
        {
            "Erfunden: Hier steht, was jemand mit eigenen Worten schrieb.",
            "Erfunden: Dazu fällt uns mehr ein, als hier Platz hat.",
            "Erfunden: Das ist von Jahr zu Jahr verschieden.",
            "Erfunden: Wir haben lange darüber gesprochen, auch mit unseren Partnern.",
            "Erfunden: Ein Satz mit \"Anführungszeichen\", zur Probe.",
            "Erfunden: Ein kurzer Absatz.\nUnd noch einer.",
        },
    [TOPIC_YOUTH] =
        {
            "Erfunden: Mit einem Videoprojekt, das eine Schulklasse selbst geplant hat.",
            "Erfunden: Mit einem Konzert unter dem Titel \"Musik verbindet\".",
            "Erfunden: Junge Leute dürfen bei uns ein eigenes Budget verwalten.",
            "Erfunden: Mit kurzen Projekten. Zwei Abende genügen, ein Amt muss niemand "
            "übernehmen.",
            "Erfunden: Leider noch gar nicht.\nWir wissen nicht, wo wir sie erreichen.",
            "Erfunden: Über den Sprachkurs, den wir seit einem Jahr anbieten.",
        },
    [TOPIC_DIGITAL] =
        {
            "Erfunden: Ein Sprachcafé per Video, 45 Minuten, immer zu zweit.",
            "Erfunden: Gemeinsam kochen, jede Familie in ihrer Küche.",
            "Erfunden: Eine Stadtführung mit dem Telefon in der Hand.",
            "Erfunden: Kurze Treffen mit fester Moderation.\nDanach bleibt der Raum offen.",
            "Erfunden: Gar keines. Uns fehlt die Begegnung.",
            "Erfunden: Ein Quiz \"Kennst du meine Stadt?\" zwischen zwei Schulen.",
        },
    [TOPIC_WISH] =
        {
            "Erfunden: Weniger Formulare und eine Stelle, die beim Ausfüllen hilft.",
            "Erfunden: Mehr Zeit für die Planung. Zusagen kommen oft zu spät.",
            "Erfunden: Eine Vertretung, wenn jemand ausfällt.",
            "Erfunden: Klarheit, wer in der Verwaltung zuständig ist.",
            "Erfunden: Ein Raum, den wir ohne Miete nutzen dürfen.\nHeute treffen wir uns "
            "reihum zu Hause.",
            "Erfunden: Geld auch für Übersetzungen, nicht nur für Reisen.",
        },
    [TOPIC_PROJECT] =
        {
            "Erfunden: Unser Lesefest mit der Partnerstadt war gut besucht.",
            "Erfunden: Das gemeinsame Kochen per Video. Alle hatten dieselben Zutaten.",
            "Erfunden: Ein Briefwechsel zwischen zwei Chören, der bis heute weitergeht.",
            "Erfunden: Die Radtour zur Partnergemeinde, fünf Tage und kein Regen.",
            "Erfunden: Eine Ausstellung über Kindheit in beiden Städten.\nDie Fotos kamen aus "
            "privaten Alben.",
            "Erfunden: Der Stammtisch \"Nachbarn im Gespräch\", jeden ersten Montag.",
        },
};
static const char *const english[TOPIC_COUNT][SENTENCES] = {
    [TOPIC_ANY] =
        {
            "Made up: Here stands what somebody wrote in their own words.",
            "Made up: We could say more about it than there is room for.",
            "Made up: It differs from year to year.",
            "Made up: We talked about it for long, also with our partners.",
            "Made up: A sentence with \"quotation marks\", for a try.",
            "Made up: A short paragraph.\nAnd another one.",
        },
    [TOPIC_YOUTH] =
        {
            "Made up: With a video project that a school class planned by itself.",
            "Made up: With a concert called \"Music connects\".",
            "Made up: Young people manage a budget of their own with us.",
            "Made up: With short projects. Two evenings are enough, nobody has to take on an "
            "office.",
            "Made up: Not at all so far.\nWe do not know where to reach them.",
            "Made up: By the language course that we have offered for a year.",
        },
    [TOPIC_DIGITAL] =
        {
            "Made up: A language café by video, 45 minutes, always two people.",
            "Made up: Cooking together, each family in its own kitchen.",
            "Made up: A guided tour of the town with a phone in the hand.",
            "Made up: Short meetings with a fixed host.\nThe room stays open afterwards.",
            "Made up: None at all. We miss meeting in person.",
            "Made up: A quiz \"Do you know my town?\" between two schools.",
        },
    [TOPIC_WISH] =
        {
            "Made up: Fewer forms, and somebody who helps to fill them in.",
            "Made up: More time for planning. Grants are often confirmed too late.",
            "Made up: Somebody who steps in when one of us drops out.",
            "Made up: To know who in the administration is responsible.",
            "Made up: A room that we may use without rent.\nToday we meet at home by turns.",
            "Made up: Money for translations as well, not only for travel.",
        },
    [TOPIC_PROJECT] =
        {
            "Made up: Our reading festival with the partner town was well attended.",
            "Made up: Cooking together by video. All had the same ingredients.",
            "Made up: Letters between two choirs, which still go on.",
            "Made up: The bicycle tour to the partner town, five days and no rain.",
            "Made up: An exhibition about childhood in both towns.\nThe photographs came from "
            "private albums.",
            "Made up: The monthly table \"Neighbours talking\", every first Monday.",
        },
};

/* What a question is about, by the words in its id; the first that fits. */
static enum topic topic_of(const char *question) {
    static const struct {
        const char *part;
        enum topic topic;
    } hints[] = {
        {"youth", TOPIC_YOUTH},     {"young", TOPIC_YOUTH},     {"digital", TOPIC_DIGITAL},
        {"online", TOPIC_DIGITAL},  {"improve", TOPIC_WISH},    {"missing", TOPIC_WISH},
        {"change", TOPIC_WISH},     {"wish", TOPIC_WISH},       {"project", TOPIC_PROJECT},
        {"example", TOPIC_PROJECT}, {"success", TOPIC_PROJECT},
    };
    for (size_t i = 0; i < sizeof hints / sizeof hints[0]; i++)
        if (strstr(question, hints[i].part) != NULL)
            return hints[i].topic;
    return TOPIC_ANY;
}

static bool is_german(const char *language) {
    return strcmp(language, "de") == 0;
}

bool sentences_know(const char *language) {
    return is_german(language) || strcmp(language, "en") == 0;
}

size_t sentences_count(void) {
    return SENTENCES;
}

const char *sentences_answer(const char *language, const char *question, size_t index) {
    enum topic topic = topic_of(question);
    return is_german(language) ? german[topic][index] : english[topic][index];
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
