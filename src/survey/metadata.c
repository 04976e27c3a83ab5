#include "survey/metadata.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"

/* Headings in folded form, as LimeSurvey 3 to 6 writes them by code, in English and in German,
 * as SurveyMonkey, Microsoft Forms, Nextcloud Forms and pandas write them, and our own. What is
 * not needed is listed too, so that it is dropped knowingly and not as an unknown column. */
static const struct known {
    const char *heading;
    enum metadata metadata;
} known[] = {
    {"id", METADATA_ID},
    {"response id", METADATA_ID},
    {"antwort id", METADATA_ID},
    {"respondent", METADATA_ID},
    {"respondent id", METADATA_ID},
    {"token", METADATA_TOKEN},
    {"access code", METADATA_TOKEN},
    {"zugangscode", METADATA_TOKEN},
    {"zugangsschlüssel", METADATA_TOKEN},
    {"nachlese_receipt", METADATA_TOKEN},
    {"nachlese_welcome", METADATA_DROPPED},
    {"nachlese_thanks", METADATA_DROPPED},
    {"submitdate", METADATA_COMPLETED},
    {"date submitted", METADATA_COMPLETED},
    {"datum abgeschickt", METADATA_COMPLETED},
    {"nachlese_origin", METADATA_ORIGIN},
    {"lastpage", METADATA_DROPPED},
    {"last page", METADATA_DROPPED},
    {"letzte seite", METADATA_DROPPED},
    {"startlanguage", METADATA_DROPPED},
    {"start language", METADATA_DROPPED},
    {"start-sprache", METADATA_DROPPED},
    {"seed", METADATA_DROPPED},
    {"zufallsstartwert", METADATA_DROPPED},
    {"zufallsgeneratorstartwert", METADATA_DROPPED},
    {"startdate", METADATA_DROPPED},
    {"date started", METADATA_DROPPED},
    {"datum gestartet", METADATA_DROPPED},
    {"datestamp", METADATA_DROPPED},
    {"date last action", METADATA_DROPPED},
    {"datum letzte aktivität", METADATA_DROPPED},
    {"ipaddr", METADATA_DROPPED},
    {"ip address", METADATA_DROPPED},
    {"ip-adresse", METADATA_DROPPED},
    {"refurl", METADATA_DROPPED},
    {"referrer url", METADATA_DROPPED},
    {"weiterleitungs-url", METADATA_DROPPED},
    {"interviewtime", METADATA_DROPPED},
    {"total time", METADATA_DROPPED},
    {"gesamtzeit", METADATA_DROPPED},
    {"timestamp", METADATA_DROPPED},
    {"zeitstempel", METADATA_DROPPED},
    {"respondentid", METADATA_ID},
    {"collectorid", METADATA_DROPPED},
    {"collector id", METADATA_DROPPED},
    {"start date", METADATA_DROPPED},
    {"end date", METADATA_DROPPED},
    {"start time", METADATA_DROPPED},
    {"completion time", METADATA_DROPPED},
    {"last modified time", METADATA_DROPPED},
    {"user id", METADATA_DROPPED},
    {"user display name", METADATA_DROPPED},
    {"benutzer-id", METADATA_DROPPED},
    {"anzeigename des nutzers", METADATA_DROPPED},
    {"startzeit", METADATA_DROPPED},
    {"fertigstellungszeit", METADATA_DROPPED},
    {"zeitpunkt der letzten änderung", METADATA_DROPPED},
    {"email", METADATA_DROPPED},
    {"e-mail", METADATA_DROPPED},
    {"name", METADATA_DROPPED},
    {"email address", METADATA_DROPPED},
    {"first name", METADATA_DROPPED},
    {"last name", METADATA_DROPPED},
    {"firstname", METADATA_DROPPED},
    {"lastname", METADATA_DROPPED},
    {"vorname", METADATA_DROPPED},
    {"nachname", METADATA_DROPPED},
    {"custom data 1", METADATA_DROPPED},
    {"befragten-id", METADATA_ID},
    {"collector-id", METADATA_DROPPED},
    {"kollektor-id", METADATA_DROPPED},
    {"startdatum", METADATA_DROPPED},
    {"enddatum", METADATA_DROPPED},
    {"e-mail-adresse", METADATA_DROPPED},
    {"benutzerdefinierte daten 1", METADATA_DROPPED},
    {"unnamed: 0", METADATA_DROPPED},
};

/* LimeSurvey's timings of its question groups: groupTime7. */
static bool is_group_time(const char *form) {
    static const char prefix[] = "grouptime";
    if (strncmp(form, prefix, strlen(prefix)) != 0)
        return false;
    const char *number = form + strlen(prefix);
    return number[0] != '\0' && number[strspn(number, "0123456789")] == '\0';
}

static enum metadata find_form(const char *form) {
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (strcmp(known[i].heading, form) == 0)
            return known[i].metadata;
    return is_group_time(form) ? METADATA_DROPPED : METADATA_NONE;
}

/* LimeSurvey, code and text: "id. Antwort ID"; the API writes nothing between the two. */
static enum metadata find_code_and_text(const char *form) {
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        size_t length = strlen(known[i].heading);
        if (strncmp(known[i].heading, form, length) != 0)
            continue;
        const char *text = form + length;
        while (*text != '\0' && !isalnum((unsigned char)*text) && (unsigned char)*text < 0x80)
            text++;
        if (*text != '\0' && find_form(text) == known[i].metadata)
            return known[i].metadata;
    }
    return METADATA_NONE;
}

/* R has a point for every blank and sign of a heading: "Datum.Abgeschickt". */
static enum metadata find_made_by_r(const char *form) {
    if (strchr(form, '.') == NULL || strchr(form, ' ') != NULL)
        return METADATA_NONE;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        const char *heading = known[i].heading, *made = form;
        while (*heading != '\0' &&
               (*heading == *made || (*made == '.' && strchr(" -:", *heading) != NULL))) {
            heading++;
            made++;
        }
        if (*heading == '\0' && *made == '\0')
            return known[i].metadata;
    }
    return METADATA_NONE;
}

enum metadata metadata_find(const char *bytes, size_t length) {
    struct text form = {0};
    utf8_comparison_form(&form, bytes, length, true);
    enum metadata found = find_form(text_string(&form));
    if (found == METADATA_NONE)
        found = find_code_and_text(text_string(&form));
    if (found == METADATA_NONE)
        found = find_made_by_r(text_string(&form));
    /* LimeSurvey can write underscores for all blanks of a heading. */
    for (size_t i = 0; i < form.length; i++)
        if (form.bytes[i] == '_')
            form.bytes[i] = ' ';
    if (found == METADATA_NONE)
        found = find_form(text_string(&form));
    text_free(&form);
    return found;
}

bool metadata_reserves(const char *bytes, size_t length) {
    static const char *const free_names[] = {"firstname", "lastname", "vorname", "nachname"};
    struct text form = {0};
    bool is_free = false;
    utf8_comparison_form(&form, bytes, length, true);
    for (size_t i = 0; i < sizeof free_names / sizeof free_names[0]; i++)
        is_free = is_free || strcmp(text_string(&form), free_names[i]) == 0;
    text_free(&form);
    return !is_free && metadata_find(bytes, length) != METADATA_NONE;
}
