#include "ingest/header_place.h"

#include <string.h>

/* Those that are read, and others that programs write. */
static const char delimiters[] = ",;\t|:^~";
enum { FIRST_FOREIGN = 3, MOST_RECORDS = 10, LEAST_SCORE = 4 };

struct search {
    const struct headings *headings;
    char delimiter;
    size_t records, first_line, best;
    struct header_place found;
};

static bool look(void *context, const struct csv_record *record) {
    struct search *search = context;
    struct dialect_score score = dialect_score_header(search->headings, record);
    if (score.points > search->best && score.known * 2 >= record->kept) {
        search->best = score.points;
        search->found = (struct header_place){record->line, search->delimiter};
    }
    return ++search->records < MOST_RECORDS;
}

struct header_place header_place_find(const struct dialect *dialect, const char *bytes,
                                      size_t length, const struct headings *headings) {
    /* Much better, or it is no hint. */
    struct search search = {.headings = headings, .best = dialect->score.points * 2};
    if (search.best < LEAST_SCORE - 1)
        search.best = LEAST_SCORE - 1;
    for (const char *delimiter = delimiters; dialect->doubtful && *delimiter != '\0';
         delimiter++) {
        search.delimiter = *delimiter;
        search.records = 0;
        csv_read_beginning(bytes, length, *delimiter, look, &search);
    }
    return search.found;
}

bool header_place_refuse(const struct dialect *dialect, const char *file, struct diag *diag) {
    const struct diag_place place = {file, 1, 0, NULL};
    if (dialect->foreign == '\0')
        return false;
    diag_add(diag, DIAG_ERROR, &place,
             "no heading is known, and the delimiter seems to be '%c'; only comma, semicolon "
             "and tab are read: export or save it with one of them",
             "keine Überschrift ist bekannt, und das Trennzeichen ist wohl '%c'; gelesen "
             "werden nur Komma, Semikolon und Tabulator: exportieren oder speichern Sie die "
             "Datei mit einem davon",
             dialect->foreign);
    return true;
}

void header_place_tell(const struct header_place *found, const struct dialect *dialect,
                       const char *file, struct diag *diag) {
    const struct diag_place place = {file, found->line, 0, NULL};
    if (found->line > 1)
        diag_add(diag, DIAG_NOTE, &place,
                 "this line looks like the header; delete the lines above it, in a copy of the "
                 "export",
                 "diese Zeile sieht nach der Kopfzeile aus; löschen Sie in einer Kopie des "
                 "Exports die Zeilen darüber");
    if (found->line > 0 &&
        (size_t)(strchr(delimiters, found->delimiter) - delimiters) >= FIRST_FOREIGN)
        diag_add(diag, DIAG_NOTE, &place,
                 "its delimiter seems to be '%c'; only comma, semicolon and tab are read: "
                 "export or save it with one of them",
                 "das Trennzeichen ist wohl '%c'; gelesen werden nur Komma, Semikolon und "
                 "Tabulator: exportieren oder speichern Sie die Datei mit einem davon",
                 found->delimiter);
    else if (found->line == 0 && dialect->doubtful && dialect->score.points == 0)
        diag_add(diag, DIAG_NOTE, &place,
                 "no heading is known with comma, semicolon or tab as the delimiter; others "
                 "are not read",
                 "mit Komma, Semikolon und Tabulator als Trennzeichen ist keine Überschrift "
                 "bekannt; andere werden nicht gelesen");
}
