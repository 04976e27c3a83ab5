/* nachlese-verify: a run's folder in, a page to sign or findings out. */
#include <stdio.h>

#include "base/arena.h"
#include "base/command.h"
#include "base/diag.h"
#include "base/die.h"
#include "base/language.h"
#include "base/output.h"
#include "verify/canaries.h"
#include "verify/counts.h"
#include "verify/forms.h"
#include "verify/links.h"
#include "verify/names.h"
#include "verify/pairs.h"
#include "verify/published.h"
#include "verify/run_files.h"
#include "verify/statement.h"
#include "verify/tables.h"
#include "verify/thresholds.h"
#include "verify/work.h"

static const struct command command = {
    .name = "nachlese-verify",
    .operands = "[folder]",
    .english = "Looks through the folder of a run before its report is sent.",
    .german = "Sieht den Ordner eines Laufs durch, bevor sein Bericht verschickt wird.",
};

/* In the order in which they are done and named. */
static const struct check {
    void (*check)(struct work *work);
    const char *english, *german;
} checks[] = {
    {published_check, "published.csv: each share is its count of its base",
     "published.csv: jeder Anteil ist seine Anzahl von seiner Basis"},
    {forms_check, "reports: the same numbers as text, page and PDF, and in each language",
     "Berichte: dieselben Zahlen als Text, Seite und PDF, und in jeder Sprache"},
    {pairs_check, "reports and pictures: every \"k of n\" follows from published.csv",
     "Berichte und Bilder: jedes „k von n“ folgt aus published.csv"},
    {counts_check, "tables: every count of published.csv in the part of its question",
     "Tabellen: jede Anzahl von published.csv im Teil ihrer Frage"},
    {tables_check, "tables: the same cells as page, workbook and text, and in each language",
     "Tabellen: dieselben Zellen als Seite, Arbeitsmappe und Text, und in jeder Sprache"},
    {canaries_check,
     "public/: nothing of contacts.csv and no unreleased text of quotes.csv, of six letters or "
     "more",
     "public/: nichts aus contacts.csv und kein nicht freigegebener Text aus quotes.csv, ab "
     "sechs Buchstaben"},
    {links_check,
     "public/: no link out but to addresses that the report shows, no path of a machine",
     "public/: kein Link hinaus außer zu Adressen, die im Bericht stehen, kein Pfad eines "
     "Rechners"},
    {names_check,
     "public/ holds what a run makes and nothing else; internal/ is closed to others",
     "public/ enthält, was ein Lauf macht, und nichts sonst; internal/ ist für andere "
     "geschlossen"},
    {thresholds_check, "published.csv: no count of a group below the threshold that it names",
     "published.csv: keine Anzahl einer Gruppe unter der Schwelle, die es nennt"},
};

enum { CHECKS = sizeof checks / sizeof checks[0] };

static void run_checks(struct work *work, const char **done) {
    if (work->files->unreadable != NULL)
        work_leave(work, "cannot be read: ", "nicht lesbar: ", work->files->unreadable);
    for (size_t i = 0; i < CHECKS; i++) {
        checks[i].check(work);
        done[i] = language_pick(checks[i].english, checks[i].german);
    }
}

/* Where there are findings, what could not be checked is said too. */
static enum exit_code report(const struct work *work, const char *const *done) {
    diag_finish(work->diag);
    if (diag_count(work->diag, DIAG_ERROR) == 0) {
        statement_write(stdout, work, done, CHECKS);
        return EXIT_FINE;
    }
    for (size_t i = 0; i < work->gap_count; i++)
        fprintf(stderr, "%s%s\n", language_pick("not checked: ", "nicht geprüft: "),
                work->gaps[i]);
    return EXIT_DATA;
}

int main(int argc, char **argv) {
    const char *value = NULL, *done[CHECKS];
    int first = 0;
    while (command_next(&command, argc, argv, &value, &first) != COMMAND_END)
        ;
    if (argc - first > 1)
        command_usage(&command, "one folder, not %d", "ein Ordner, nicht %d", argc - first);
    const char *folder = first < argc ? argv[first] : ".";
    output_check_standard();

    struct arena *arena = arena_new();
    struct work work = {.arena = arena, .files = run_files_list(arena, folder)};
    if (work.files == NULL) {
        fprintf(stderr, "%s: %s: %s\n", die_program(), folder,
                language_pick("is no folder of a run: name the one given to 'nachlese run -o'",
                              "ist kein Ordner eines Laufs: den von „nachlese run -o“ nennen"));
        arena_free(arena);
        return EXIT_NO_INPUT;
    }
    work.diag = diag_new(stderr);
    run_checks(&work, done);
    enum exit_code code = report(&work, done);
    diag_free(work.diag);
    arena_free(arena);
    return (int)code;
}
