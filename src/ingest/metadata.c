#include <string.h>

#include "base/utf8.h"
#include "ingest/ingest.h"

/* Headings in folded form, as LimeSurvey 3 to 6 writes them by code, in English and in German,
 * and our own. What is not needed is listed too, so that it is dropped knowingly and not as an
 * unknown column. */
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
};

/* LimeSurvey's timings of its question groups: groupTime7. */
static bool is_group_time(const char *form) {
    static const char prefix[] = "grouptime";
    if (strncmp(form, prefix, strlen(prefix)) != 0)
        return false;
    const char *number = form + strlen(prefix);
    return number[0] != '\0' && number[strspn(number, "0123456789")] == '\0';
}

enum metadata metadata_find(const char *bytes, size_t length) {
    struct text form = {0};
    utf8_comparison_form(&form, bytes, length, true);
    enum metadata found = is_group_time(text_string(&form)) ? METADATA_DROPPED : METADATA_NONE;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (strcmp(known[i].heading, text_string(&form)) == 0)
            found = known[i].metadata;
    text_free(&form);
    return found;
}
