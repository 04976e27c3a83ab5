#include "nachlese/summary.h"

#include <dirent.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/language.h"
#include "base/text.h"
#include "nachlese/attention.h"
#include "nachlese/contents.h"

struct summary {
    const struct summary_facts *facts;
    const struct results *results;
    FILE *stream;
};

static void say(const struct summary *summary, const char *english, const char *german) {
    fputs(language_pick(english, german), summary->stream);
}

static int64_t records(const struct summary *summary, enum statistic statistic) {
    const struct result *row = results_find(summary->results, NULL, NULL, NULL, statistic);
    return row != NULL && row->has_value ? (int64_t)row->value : 0;
}

static void print_records(const struct summary *summary) {
    fprintf(summary->stream,
            language_pick(
                "Done. Records read: %" PRId64 "; accepted %" PRId64 ", rejected %" PRId64
                ", duplicate %" PRId64 ", incomplete %" PRId64 ".\n",
                "Fertig. Gelesene Datensätze: %" PRId64 "; angenommen %" PRId64
                ", abgelehnt %" PRId64 ", doppelt %" PRId64 ", unvollständig %" PRId64 ".\n"),
            records(summary, STATISTIC_ROWS_READ), records(summary, STATISTIC_ROWS_ACCEPTED),
            records(summary, STATISTIC_ROWS_REJECTED),
            records(summary, STATISTIC_ROWS_DUPLICATE),
            records(summary, STATISTIC_ROWS_INCOMPLETE));
}

static bool has_pictures(const struct summary *summary) {
    struct text path = {0};
    text_add_format(&path, "%s/public/charts", summary->facts->built);
    bool found = access(path.bytes, F_OK) == 0;
    text_free(&path);
    return found;
}

/* The files of a part in the order of the table of contents: those of one kind on a line with
 * what they are, or all names on one line. */
static void print_part(const struct summary *summary, const char *part) {
    struct text path = {0};
    text_add_format(&path, "%s/%s/", summary->facts->built, part);
    fprintf(summary->stream, "%s/%s/\n", summary->facts->directory, part);
    struct dirent **entries = NULL;
    int count = scandir(path.bytes, &entries, NULL, alphasort);
    text_free(&path);
    bool begun = false; /* a line */
    for (size_t i = 0; i < contents_count; i++) {
        for (int j = 0; j < count; j++)
            if (contents_find(part, entries[j]->d_name) == &contents[i]) {
                fprintf(summary->stream, "%s%s", begun ? " " : "  ", entries[j]->d_name);
                begun = true;
            }
        if (begun && contents[i].english != NULL) {
            fprintf(summary->stream, ": %s%s\n",
                    language_pick(contents[i].english, contents[i].german),
                    contents[i].shows_pictures && has_pictures(summary)
                        ? language_pick(", with pictures", ", mit Bildern")
                        : "");
            begun = false;
        }
    }
    if (begun)
        fputc('\n', summary->stream);
    for (int j = 0; j < count; j++)
        free(entries[j]);
    free(entries);
}

static void print_date(const struct summary *summary, const char *date) {
    if (language_is_german())
        fprintf(summary->stream, "  bis %.2s.%.2s.%.4s:", date + 8, date + 5, date);
    else
        fprintf(summary->stream, "  by %s:", date);
}

static bool was_made(const struct summary *summary, const char *name) {
    struct text path = {0};
    text_add_format(&path, "%s/internal/%s", summary->facts->built, name);
    bool made = access(path.bytes, F_OK) == 0;
    text_free(&path);
    return made;
}

static void print_exports(const struct summary *summary) {
    for (size_t i = 0; i < summary->facts->export_count; i++)
        fprintf(summary->stream, " %s",
                strcmp(summary->facts->exports[i], "-") != 0
                    ? summary->facts->exports[i]
                    : language_pick("(the file behind standard input)",
                                    "(die Datei hinter der Standardeingabe)"));
}

static bool has_files(const struct summary *summary, enum deletion deletion) {
    for (size_t i = 0; i < contents_count; i++)
        if ((int)contents[i].until == (int)deletion && was_made(summary, contents[i].name))
            return true;
    return false;
}

/* The day, and all that was made and is to be deleted by then. */
static void print_files(const struct summary *summary, enum deletion deletion) {
    const char *day = deletion_day(summary->facts->questionnaire, deletion);
    if (day == NULL || (deletion != DELETION_RAW && !has_files(summary, deletion)))
        return;
    print_date(summary, day);
    if (deletion == DELETION_RAW)
        print_exports(summary);
    for (size_t i = 0; i < contents_count; i++)
        if ((int)contents[i].until == (int)deletion && was_made(summary, contents[i].name))
            fprintf(summary->stream, " %s", contents[i].name);
    fputc('\n', summary->stream);
}

/* Who asks for no contact data has none to delete. */
static void print_lacking_dates(const struct summary *summary) {
    const struct questionnaire *questionnaire = summary->facts->questionnaire;
    bool raw = questionnaire->delete_raw_by == NULL;
    bool contacts = questionnaire->delete_contact_by == NULL &&
                    questionnaire_answered(questionnaire, ANSWER_FIELD) != NULL;
    if (raw || contacts)
        fprintf(summary->stream,
                language_pick("  The questionnaire lacks a date: %s%s%s in [privacy].\n",
                              "  Im Fragebogen fehlt ein Datum: %s%s%s in [privacy].\n"),
                raw ? "delete_raw_by" : "", raw && contacts ? ", " : "",
                contacts ? "delete_contact_by" : "");
}

static void print_deletions(const struct summary *summary) {
    say(summary, "\nPlease delete:\n", "\nBitte löschen:\n");
    for (enum deletion deletion = 0; deletion < DELETIONS; deletion++)
        print_files(summary, deletion);
    print_lacking_dates(summary);
}

void summary_write(const struct summary_facts *facts, FILE *stream) {
    struct summary summary = {.facts = facts, .results = facts->results, .stream = stream};
    print_records(&summary);
    say(&summary, "\nThis may be sent: ", "\nDas dürfen Sie weitergeben: ");
    print_part(&summary, "public");
    say(&summary, "\nThis stays with you: ", "\nDas bleibt bei Ihnen: ");
    print_part(&summary, "internal");
    say(&summary, "\nPlease look at:\n", "\nBitte ansehen:\n");
    attention_print(summary.stream, facts);
    print_deletions(&summary);
}
