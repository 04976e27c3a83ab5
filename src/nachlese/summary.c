#include "nachlese/summary.h"

#include <dirent.h>
#include <fnmatch.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/language.h"
#include "base/output.h"
#include "base/text.h"
#include "nachlese/contents.h"
#include "survey/results.h"

struct summary {
    const struct summary_facts *facts;
    const struct results *results;
    FILE *stream;
};

static void say(const struct summary *summary, const char *english, const char *german) {
    fputs(language_pick(english, german), summary->stream);
}

static int64_t records(const struct summary *summary, const char *statistic) {
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
            records(summary, "rows_read"), records(summary, "rows_accepted"),
            records(summary, "rows_rejected"), records(summary, "rows_duplicate"),
            records(summary, "rows_incomplete"));
}

static void print_part(const struct summary *summary, const char *part) {
    struct text path = {0};
    text_add_format(&path, "%s/%s/", summary->facts->directory, part);
    fprintf(summary->stream, "%s\n", path.bytes);
    struct dirent **entries = NULL;
    int count = scandir(path.bytes, &entries, NULL, alphasort);
    text_free(&path);
    for (size_t i = 0; i < contents_count; i++)
        for (int j = 0; j < count; j++)
            if (strcmp(contents[i].part, part) == 0 &&
                fnmatch(contents[i].name, entries[j]->d_name, 0) == 0)
                fprintf(summary->stream, "  %-15s %s\n", entries[j]->d_name,
                        language_pick(contents[i].english, contents[i].german));
    for (int j = 0; j < count; j++)
        free(entries[j]);
    free(entries);
}

static bool has_invalid(const struct summary *summary, const char *question) {
    for (size_t i = 0; i < summary->results->count; i++) {
        const struct result *row = &summary->results->rows[i];
        if (row->by[0] == '\0' && strcmp(row->statistic, "invalid") == 0 &&
            strcmp(row->question, question) == 0 && row->has_value && row->value > 0)
            return true;
    }
    return false;
}

static void print_invalid(const struct summary *summary) {
    const struct questionnaire *questionnaire = summary->facts->questionnaire;
    bool any = false;
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const char *question = questionnaire->questions[i].id;
        if (!has_invalid(summary, question))
            continue;
        if (!any)
            say(summary, "  Some answers match no option or contradict each other, in:",
                "  Manche Antworten passen zu keiner Option oder widersprechen sich, bei:");
        fprintf(summary->stream, "%s %s", any ? "," : "", question);
        any = true;
    }
    if (any)
        say(summary, ". See the messages above.\n", ". Siehe die Meldungen oben.\n");
}

static void print_small_or_made_up(const struct summary *summary) {
    int64_t accepted = records(summary, "rows_accepted");
    int64_t least = summary->facts->questionnaire->min_report;
    if (accepted < least)
        fprintf(summary->stream,
                language_pick("  Fewer than %" PRId64
                              " answers: the report gives no results.\n",
                              "  Weniger als %" PRId64
                              " Antworten: Der Bericht nennt keine Ergebnisse.\n"),
                least);
    if (records(summary, "simulated") > 0)
        fprintf(
            summary->stream,
            language_pick("  %" PRId64
                          " of the answers are made up (simulated); the report says so.\n",
                          "  %" PRId64
                          " der Antworten sind erfunden (simuliert); der Bericht sagt das.\n"),
            records(summary, "simulated"));
}

static void print_languages(const struct summary *summary) {
    const struct questionnaire *questionnaire = summary->facts->questionnaire;
    for (size_t i = 0; i < questionnaire->language_count; i++)
        if ((summary->facts->languages_without_report >> i & 1U) != 0)
            fprintf(
                summary->stream,
                language_pick(
                    "  No report in the language '%s': the file wording/%s.ini is missing.\n",
                    "  Kein Bericht in der Sprache „%s“: Die Datei wording/%s.ini fehlt.\n"),
                questionnaire->languages[i], questionnaire->languages[i]);
}

static void print_what_to_look_at(const struct summary *summary) {
    say(summary, "\nPlease look at:\n", "\nBitte ansehen:\n");
    if (records(summary, "rows_rejected") > 0)
        fprintf(summary->stream,
                language_pick("  Records rejected: %" PRId64
                              "; rejects.csv says which and why.\n",
                              "  Abgelehnte Datensätze: %" PRId64
                              "; rejects.csv nennt Zeile und Grund.\n"),
                records(summary, "rows_rejected"));
    print_invalid(summary);
    print_small_or_made_up(summary);
    print_languages(summary);
    if (summary->facts->last_charts)
        say(summary,
            "  No new pictures (see above); those of the last run show the same figures and "
            "stay.\n",
            "  Keine neuen Bilder (siehe oben); die des letzten Laufs zeigen dieselben Zahlen "
            "und bleiben.\n");
    else if (summary->facts->without_charts)
        say(summary, "  No pictures: see the message above. The texts are whole.\n",
            "  Keine Bilder: siehe die Meldung oben. Die Texte sind vollständig.\n");
    if (!summary->facts->has_digests)
        say(summary,
            "  An export came by standard input or a pipe: the report names no SHA-256 of "
            "it.\n",
            "  Ein Export kam über die Standardeingabe oder eine Pipe: Der Bericht nennt keine "
            "SHA-256-Summe.\n");
    say(summary, "  bindings.csv: is every column read as the question it belongs to?\n",
        "  bindings.csv: Gehört jede Spalte zur richtigen Frage?\n");
}

/* 2021-12-31 for English, 31.12.2021 for German readers. */
static void print_date(const struct summary *summary, const char *date) {
    if (language_is_german())
        fprintf(summary->stream, "  bis %.2s.%.2s.%.4s:", date + 8, date + 5, date);
    else
        fprintf(summary->stream, "  by %s:", date);
}

static bool was_made(const struct summary *summary, const char *name) {
    struct text path = {0};
    text_add_format(&path, "%s/internal/%s", summary->facts->directory, name);
    bool made = access(path.bytes, F_OK) == 0;
    text_free(&path);
    return made;
}

static void print_raw_files(const struct summary *summary) {
    for (size_t i = 0; i < summary->facts->export_count; i++)
        fprintf(summary->stream, " %s",
                strcmp(summary->facts->exports[i], "-") != 0
                    ? summary->facts->exports[i]
                    : language_pick("(the file behind standard input)",
                                    "(die Datei hinter der Standardeingabe)"));
    static const char *const names[] = {"answers.csv", "rejects.csv", "quotes.csv"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (was_made(summary, names[i]))
            fprintf(summary->stream, " %s", names[i]);
    fputc('\n', summary->stream);
}

static void print_deletions(const struct summary *summary) {
    const struct questionnaire *questionnaire = summary->facts->questionnaire;
    say(summary, "\nPlease delete:\n", "\nBitte löschen:\n");
    if (questionnaire->delete_raw_by != NULL) {
        print_date(summary, questionnaire->delete_raw_by);
        print_raw_files(summary);
    }
    if (questionnaire->delete_contact_by != NULL && was_made(summary, "contacts.csv")) {
        print_date(summary, questionnaire->delete_contact_by);
        fputs(" contacts.csv\n", summary->stream);
    }
    if (questionnaire->delete_raw_by == NULL || questionnaire->delete_contact_by == NULL)
        say(summary,
            "  The questionnaire lacks a date: delete_raw_by, delete_contact_by in "
            "[privacy].\n",
            "  Im Fragebogen fehlt ein Datum: delete_raw_by, delete_contact_by in "
            "[privacy].\n");
}

static struct results *read_results(const char *directory) {
    struct text path = {0};
    text_add_format(&path, "%s/internal/results.csv", directory);
    struct diag *diag = diag_new(stderr);
    struct results *results = results_read(path.bytes, diag);
    diag_free(diag);
    text_free(&path);
    return results;
}

void summary_print(const struct summary_facts *facts) {
    struct results *results = read_results(facts->directory);
    if (results == NULL)
        return; /* told by the reader; the run itself is whole */
    struct output *output = output_open(NULL, false);
    struct summary summary = {
        .facts = facts, .results = results, .stream = output_stream(output)};
    print_records(&summary);
    say(&summary, "\nThis may be sent: ", "\nDas dürfen Sie weitergeben: ");
    print_part(&summary, "public");
    say(&summary, "\nThis stays with you: ", "\nDas bleibt bei Ihnen: ");
    print_part(&summary, "internal");
    print_what_to_look_at(&summary);
    print_deletions(&summary);
    output_close(output);
    results_free(results);
}
