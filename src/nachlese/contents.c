#include "nachlese/contents.h"

#include <fnmatch.h>
#include <string.h>

const struct content contents[] = {
    {"public", "report.*.txt", "the report", "der Bericht"},
    {"public", "report.*.html", "the same as a page, with pictures",
     "derselbe als Seite, mit Bildern"},
    {"public", "report.*.pdf", "the page to print and to attach",
     "die Seite zum Drucken und Anhängen"},
    {"public", "charts", "the pictures, one folder a language",
     "die Bilder, ein Ordner je Sprache"},
    {"public", "published.csv", "the published figures", "die veröffentlichten Zahlen"},
    {"public", "codebook.csv", "what the codes in it mean", "was die Kürzel darin bedeuten"},
    {"internal", "rejects.csv", "records that were not accepted, and why",
     "nicht angenommene Datensätze, mit Grund"},
    {"internal", "bindings.csv", "which column was read as what",
     "welche Spalte wie gelesen wurde"},
    {"internal", "contacts.csv", "contact data with consent", "Kontaktdaten mit Einwilligung"},
    {"internal", "quotes.csv", "open answers with consent",
     "offene Antworten mit Einwilligung"},
    {"internal", "answers.csv", "the answers as codes", "die Antworten als Kürzel"},
    {"internal", "audit.csv", "which tables by group are hidden, and why",
     "welche Tabellen nach Gruppen verborgen sind, und warum"},
    {"internal", "results.csv", "all figures, the protected ones too",
     "alle Zahlen, auch die geschützten"},
};
const size_t contents_count = sizeof contents / sizeof contents[0];

bool contents_made_here(const char *part, const char *name) {
    for (size_t i = 0; i < contents_count; i++)
        if (strcmp(contents[i].part, part) == 0 && fnmatch(contents[i].name, name, 0) == 0)
            return true;
    return false;
}
