#include "nachlese/contents.h"

#include <fnmatch.h>
#include <string.h>

const struct content contents[] = {
    {"public", "report.+([a-z]).@(txt|html|pdf|odt)", UNTIL_NO_DATE, "the report",
     "der Bericht", true},
    {"public", "tables.+([a-z]).@(txt|html|xlsx)", UNTIL_NO_DATE, "all tables behind it",
     "alle Tabellen dahinter", true},
    {"public", "report.*.*.+([a-z]).@(txt|html|pdf|odt)", UNTIL_NO_DATE, "for one group",
     "für eine Gruppe", false},
    {"public", "charts", UNTIL_NO_DATE, NULL, NULL, false},
    {"public", "published.csv", UNTIL_NO_DATE, NULL, NULL, false},
    {"public", "codebook.csv", UNTIL_NO_DATE, NULL, NULL, false},
    {"public", "BARRIEREFREIHEIT.txt", UNTIL_NO_DATE, NULL, NULL, false},
    {"public", "ACCESSIBILITY.txt", UNTIL_NO_DATE, NULL, NULL, false},
    {"public", "verschicken", UNTIL_NO_DATE, NULL, NULL, false},
    {"public", "send", UNTIL_NO_DATE, NULL, NULL, false},
    {"public/verschicken", "report.+([a-z]).@(txt|pdf)", UNTIL_NO_DATE, NULL, NULL, false},
    {"public/send", "report.+([a-z]).@(txt|pdf)", UNTIL_NO_DATE, NULL, NULL, false},
    {"internal", "rejects.csv", UNTIL_RAW_DATE, NULL, NULL, false},
    {"internal", "bindings.csv", UNTIL_RAW_DATE, NULL, NULL, false},
    {"internal", "release.txt", UNTIL_RAW_DATE, NULL, NULL, false},
    {"internal", "released.csv", UNTIL_RAW_DATE, NULL, NULL, false},
    {"internal", "contacts.csv", UNTIL_CONTACT_DATE, NULL, NULL, false},
    {"internal", "quotes.csv", UNTIL_RAW_DATE, NULL, NULL, false},
    {"internal", "exchange.csv", UNTIL_RAW_DATE, NULL, NULL, false},
    {"internal", "answers.csv", UNTIL_RAW_DATE, NULL, NULL, false},
    {"internal", "audit.csv", UNTIL_RAW_DATE, NULL, NULL, false},
    {"internal", "results.csv", UNTIL_RAW_DATE, NULL, NULL, false},
    {"internal", "withdrawals.csv", UNTIL_RAW_DATE, NULL, NULL, false},
    {"internal", "releases.csv", UNTIL_RAW_DATE, NULL, NULL, false},
};
const size_t contents_count = sizeof contents / sizeof contents[0];

const struct content *contents_find(const char *part, const char *name) {
    for (size_t i = 0; i < contents_count; i++)
        if (strcmp(contents[i].part, part) == 0 &&
            fnmatch(contents[i].name, name, FNM_EXTMATCH) == 0)
            return &contents[i];
    return NULL;
}

bool contents_are_german(const struct questionnaire *questionnaire) {
    return strcmp(questionnaire->languages[0], "de") == 0;
}

const struct contents_names *contents_names(const struct questionnaire *questionnaire) {
    static const struct contents_names english = {"send", "ACCESSIBILITY.txt"},
                                       german = {"verschicken", "BARRIEREFREIHEIT.txt"};
    return contents_are_german(questionnaire) ? &german : &english;
}
