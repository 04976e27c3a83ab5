#include "nachlese/previous_report.h"

#include <dirent.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/die.h"
#include "base/language.h"
#include "base/text.h"

static const double most_records = 1e15; /* more is no count; far below INT64_MAX */

static bool read_count(const struct results *results, enum statistic statistic,
                       int64_t *count) {
    const struct result *row = results_find(results, NULL, NULL, NULL, statistic);
    if (row == NULL || !row->has_value || row->value < 0 || row->value > most_records)
        return false;
    *count = (int64_t)row->value;
    return true;
}

bool previous_report_count(const struct results *results,
                           struct previous_report_answers *answers) {
    return read_count(results, STATISTIC_ROWS_ACCEPTED, &answers->accepted) &&
           read_count(results, STATISTIC_SIMULATED, &answers->simulated);
}

static bool can_be_read(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode) && access(path, R_OK) == 0;
}

/* A broken file is about to be replaced or named by previous_report_say: what is wrong in it
 * matters to nobody. */
static bool count_file(const char *path, struct previous_report_answers *answers) {
    FILE *nowhere = fopen("/dev/null", "we");
    if (nowhere == NULL)
        die(EXIT_IO, "cannot open /dev/null:", "/dev/null lässt sich nicht öffnen:");
    struct diag *diag = diag_new(nowhere);
    struct results *results = results_read(path, diag);
    bool counted = results != NULL && results_are_published(results) &&
                   previous_report_count(results, answers);
    results_free(results);
    diag_free(diag);
    fclose(nowhere);
    return counted;
}

static bool has_reports(const char *public_folder) {
    DIR *directory = opendir(public_folder);
    if (directory == NULL)
        return false;
    bool some = false;
    for (struct dirent *entry = readdir(directory); entry != NULL && !some;
         entry = readdir(directory))
        some = strncmp(entry->d_name, "report.", strlen("report.")) == 0;
    closedir(directory);
    return some;
}

struct previous_report previous_report_read(const char *public_folder) {
    struct previous_report previous_report = {0};
    struct text path = {0};
    text_add_format(&path, "%s/published.csv", public_folder);
    previous_report.there = access(path.bytes, F_OK) == 0 || has_reports(public_folder);
    previous_report.counted =
        can_be_read(path.bytes) && count_file(path.bytes, &previous_report.answers);
    text_free(&path);
    return previous_report;
}

static int64_t real_ones(const struct previous_report_answers *answers) {
    return answers->accepted > answers->simulated ? answers->accepted - answers->simulated : 0;
}

/* Without its made-up answers it would give no results. */
static bool is_made_up(const struct previous_report *previous_report, int64_t min_report) {
    return previous_report->counted && real_ones(&previous_report->answers) < min_report;
}

/* Like is compared with like: all answers where it is made up or its number is not known. */
static int64_t that_count(const struct previous_report *previous_report,
                          const struct previous_report_answers *answers, int64_t min_report) {
    return !previous_report->counted || is_made_up(previous_report, min_report)
               ? answers->accepted
               : real_ones(answers);
}

enum previous_report_verdict
previous_report_judge(const struct previous_report *previous_report,
                      const struct previous_report_answers *answers, int64_t min_report) {
    if (!previous_report->there ||
        (previous_report->counted && previous_report->answers.accepted < min_report))
        return PREVIOUS_REPORT_GIVES_WAY;
    if (is_made_up(previous_report, min_report) && real_ones(answers) > 0)
        return PREVIOUS_REPORT_GIVES_WAY;
    int64_t old = that_count(previous_report, &previous_report->answers, min_report);
    int64_t new = that_count(previous_report, answers, min_report);
    if (answers->accepted == 0)
        return PREVIOUS_REPORT_ABOVE_NOBODY;
    if (new == 0)
        return PREVIOUS_REPORT_ABOVE_MADE_UP;
    if (new < min_report)
        return PREVIOUS_REPORT_ABOVE_FEW;
    return previous_report->counted && new < old - new ? PREVIOUS_REPORT_ABOVE_HALF
                                                       : PREVIOUS_REPORT_GIVES_WAY;
}

static void say_what_is_kept(const struct previous_report *previous_report, int64_t min_report,
                             const char *directory) {
    fprintf(stderr, "%s: ", die_program());
    if (previous_report->counted)
        fprintf(stderr,
                language_pick("%s is left as it was: the report there (answers: %" PRId64 ") ",
                              "%s bleibt, wie es war: Der Bericht dort (Antworten: %" PRId64
                              ") "),
                directory, that_count(previous_report, &previous_report->answers, min_report));
    else
        fprintf(stderr,
                language_pick("%s is left as it was: the report there, whose published.csv is "
                              "missing or broken, ",
                              "%s bleibt, wie es war: Der Bericht dort, dessen published.csv "
                              "fehlt oder beschädigt ist, "),
                directory);
}

static void say_what_would_follow(enum previous_report_verdict verdict, int64_t count,
                                  int64_t min_report) {
    if (verdict == PREVIOUS_REPORT_ABOVE_NOBODY)
        fputs(language_pick("would give way to one of nobody, since no record was accepted",
                            "würde durch einen ohne jede Antwort ersetzt, denn kein Datensatz "
                            "wurde angenommen"),
              stderr);
    else if (verdict == PREVIOUS_REPORT_ABOVE_MADE_UP)
        fputs(language_pick("would give way to one of made-up answers",
                            "würde durch einen aus erfundenen Antworten ersetzt"),
              stderr);
    else if (verdict == PREVIOUS_REPORT_ABOVE_FEW)
        fprintf(stderr,
                language_pick("would give way to one without results (answers: %" PRId64
                              ", fewer than min_report = %" PRId64 ")",
                              "würde durch einen ohne Ergebnisse ersetzt (Antworten: %" PRId64
                              ", weniger als min_report = %" PRId64 ")"),
                count, min_report);
    else
        fprintf(stderr,
                language_pick("would give way to one of fewer than half (answers: %" PRId64 ")",
                              "würde durch einen über weniger als die Hälfte ersetzt "
                              "(Antworten: %" PRId64 ")"),
                count);
}

void previous_report_say(const struct previous_report *previous_report,
                         enum previous_report_verdict verdict,
                         const struct previous_report_answers *answers, int64_t min_report,
                         const char *directory) {
    if (verdict == PREVIOUS_REPORT_GIVES_WAY)
        return;
    say_what_is_kept(previous_report, min_report, directory);
    say_what_would_follow(verdict, that_count(previous_report, answers, min_report),
                          min_report);
    fputs(language_pick("; check the exports and the messages above; --replace replaces it all "
                        "the same, -o with another folder keeps both\n",
                        "; bitte die Exporte und die Meldungen oben prüfen; --replace ersetzt "
                        "ihn trotzdem, mit -o und einem anderen Ordner bleiben beide\n"),
          stderr);
}
