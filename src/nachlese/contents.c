#include "nachlese/contents.h"

#include <fnmatch.h>
#include <string.h>

const struct content contents[] = {
    {"public", "report.*.txt", UNTIL_NO_DATE, "the report", "der Bericht"},
    {"public", "report.*.html", UNTIL_NO_DATE, "the same as a page, with pictures",
     "derselbe als Seite, mit Bildern"},
    {"public", "report.*.pdf", UNTIL_NO_DATE, "the page to print and to attach",
     "die Seite zum Drucken und Anhängen"},
    {"public", "charts", UNTIL_NO_DATE, "the pictures, one folder a language",
     "die Bilder, ein Ordner je Sprache"},
    {"public", "published.csv", UNTIL_NO_DATE, "the published figures",
     "die veröffentlichten Zahlen"},
    {"public", "codebook.csv", UNTIL_NO_DATE, "what the codes in it mean",
     "was die Kürzel darin bedeuten"},
    {"internal", "rejects.csv", UNTIL_RAW_DATE, "records that were not accepted, and why",
     "nicht angenommene Datensätze, mit Grund"},
    {"internal", "bindings.csv", UNTIL_NO_DATE, "which column was read as what",
     "welche Spalte wie gelesen wurde"},
    {"internal", "release.txt", UNTIL_RAW_DATE, "where you release quotations",
     "hier geben Sie Zitate frei"},
    {"internal", "released.csv", UNTIL_RAW_DATE, "the quotations that are released",
     "die freigegebenen Zitate"},
    {"internal", "contacts.csv", UNTIL_CONTACT_DATE, "contact data with consent",
     "Kontaktdaten mit Einwilligung"},
    {"internal", "quotes.csv", UNTIL_RAW_DATE, "open answers with consent",
     "offene Antworten mit Einwilligung"},
    {"internal", "answers.csv", UNTIL_RAW_DATE, "the answers as codes",
     "die Antworten als Kürzel"},
    {"internal", "audit.csv", UNTIL_NO_DATE, "which tables by group are hidden, and why",
     "welche Tabellen nach Gruppen verborgen sind, und warum"},
    {"internal", "results.csv", UNTIL_NO_DATE, "all figures, the protected ones too",
     "alle Zahlen, auch die geschützten"},
};
const size_t contents_count = sizeof contents / sizeof contents[0];

bool contents_made_here(const char *part, const char *name) {
    for (size_t i = 0; i < contents_count; i++)
        if (strcmp(contents[i].part, part) == 0 && fnmatch(contents[i].name, name, 0) == 0)
            return true;
    return false;
}
