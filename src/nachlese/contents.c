#include "nachlese/contents.h"

#include <fnmatch.h>
#include <string.h>

const struct content contents[] = {
    {"public", "report.+([a-z]).txt", UNTIL_NO_DATE, "the report", "der Bericht"},
    {"public", "report.+([a-z]).html", UNTIL_NO_DATE, "the same as a page, with pictures",
     "derselbe als Seite, mit Bildern"},
    {"public", "report.+([a-z]).pdf", UNTIL_NO_DATE, "the page to print and to attach",
     "die Seite zum Drucken und Anhängen"},
    {"public", "report.*.*.+([a-z]).txt", UNTIL_NO_DATE, "a report for one group",
     "ein Bericht für eine Gruppe"},
    {"public", "report.*.*.+([a-z]).html", UNTIL_NO_DATE, "the same as a page",
     "derselbe als Seite"},
    {"public", "report.*.*.+([a-z]).pdf", UNTIL_NO_DATE, "the same to print",
     "derselbe zum Drucken"},
    {"public", "charts", UNTIL_NO_DATE, "the pictures, one folder a language",
     "die Bilder, ein Ordner je Sprache"},
    {"public", "published.csv", UNTIL_NO_DATE, "the published figures",
     "die veröffentlichten Zahlen"},
    {"public", "codebook.csv", UNTIL_NO_DATE, "what the codes in it mean",
     "was die Kürzel darin bedeuten"},
    {"internal", "rejects.csv", UNTIL_RAW_DATE, NULL, NULL},
    {"internal", "bindings.csv", UNTIL_NO_DATE, NULL, NULL},
    {"internal", "release.txt", UNTIL_RAW_DATE, NULL, NULL},
    {"internal", "released.csv", UNTIL_RAW_DATE, NULL, NULL},
    {"internal", "contacts.csv", UNTIL_CONTACT_DATE, NULL, NULL},
    {"internal", "quotes.csv", UNTIL_RAW_DATE, NULL, NULL},
    {"internal", "answers.csv", UNTIL_RAW_DATE, NULL, NULL},
    {"internal", "audit.csv", UNTIL_NO_DATE, NULL, NULL},
    {"internal", "results.csv", UNTIL_NO_DATE, NULL, NULL},
};
const size_t contents_count = sizeof contents / sizeof contents[0];

const struct content *contents_find(const char *part, const char *name) {
    for (size_t i = 0; i < contents_count; i++)
        if (strcmp(contents[i].part, part) == 0 &&
            fnmatch(contents[i].name, name, FNM_EXTMATCH) == 0)
            return &contents[i];
    return NULL;
}
