#include "nachlese/sent.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/command.h"
#include "base/diag.h"
#include "base/die.h"
#include "base/language.h"
#include "base/number.h"
#include "base/text.h"
#include "nachlese/fingerprint.h"
#include "nachlese/folder.h"
#include "nachlese/ledger.h"
#include "nachlese/releases.h"

enum { KEY_TO = 256, KEY_NOT, KEY_RELEASE };

static const struct command_option table[] = {
    {"to", KEY_TO, "WHOM", "to whom", "an wen"},
    {"not", KEY_NOT, NULL, "it was not sent", "sie wurde nicht weitergegeben"},
    {"release", KEY_RELEASE, "NUMBER", "not what stands there but that release",
     "nicht die Ausgabe, die dort steht, sondern diese"},
};

static const struct command command = {
    .name = "nachlese sent",
    .operands = "[folder]",
    .english =
        "Notes that the report of a run was sent, so that no later one can be subtracted "
        "from it.",
    .german = "Vermerkt, dass der Bericht eines Laufs weitergegeben wurde, damit sich kein "
              "späterer davon abziehen lässt.",
    .options = table,
    .option_count = sizeof table / sizeof table[0],
};

struct wish {
    const char *directory, *whom;
    bool not_sent;
    int64_t release; /* 0: the one that stands */
};

static struct wish read_wish(int count, char **words) {
    struct wish wish = {.directory = "."};
    const char *value = NULL;
    int key, first = 0;
    while ((key = command_next(&command, count, words, &value, &first)) != COMMAND_END) {
        if (key == KEY_TO)
            wish.whom = value;
        else if (key == KEY_NOT)
            wish.not_sent = true;
        else if (!number_parse_whole(value, strlen(value), 1, INT64_MAX - 1, &wish.release))
            command_usage(&command, "--release wants the number of a release, not '%s'",
                          "--release braucht die Nummer einer Ausgabe, nicht '%s'", value);
    }
    if (count - first > 1)
        command_usage(&command, "one folder, not %d", "ein Ordner, nicht %d", count - first);
    if (wish.not_sent && wish.whom != NULL)
        command_usage(&command, "--not and --to contradict each other",
                      "--not und --to widersprechen sich");
    if (first < count)
        wish.directory = words[first];
    return wish;
}

/* What stands there must be what the ledger says, else something else was sent. */
static bool stands(const struct wish *wish, const struct ledger *ledger,
                   const struct release *release, struct diag *diag) {
    struct text path = {0};
    if (release->number != ledger->standing)
        return true;
    text_add_format(&path, "%s/public/published.csv", wish->directory);
    struct results *published = results_read(text_string(&path), diag);
    bool same = published != NULL &&
                strcmp(fingerprint_figures(published, ledger->arena), release->figures) == 0;
    if (published != NULL && !same)
        diag_add(
            diag, DIAG_ERROR, &(struct diag_place){.file = text_string(&path)},
            "these are not the figures of the last run: run again",
            "das sind nicht die Zahlen des letzten Laufs: bitte noch einmal laufen lassen");
    results_free(published);
    text_free(&path);
    return same;
}

static _Noreturn void refuse_missing(const struct wish *wish) {
    if (wish->release > 0)
        die(EXIT_NO_INPUT, "%s/internal/releases.csv holds no release %" PRId64,
            "%s/internal/releases.csv kennt keine Ausgabe %" PRId64, wish->directory,
            wish->release);
    die(EXIT_NO_INPUT,
        "%s has no entry in its ledger internal/releases.csv: run nachlese run again first",
        "%s hat keinen Eintrag im Verzeichnis internal/releases.csv: bitte zuerst noch einmal "
        "nachlese run",
        wish->directory);
}

static struct release *find_release(const struct wish *wish, const struct ledger *ledger) {
    struct release *release =
        ledger_find(ledger, wish->release > 0 ? wish->release : ledger->standing);
    if (release == NULL)
        refuse_missing(wish);
    else if (release->simulated)
        die(EXIT_DATA, "%s holds made-up answers only: nobody's, so nothing is noted",
            "%s enthält nur ausgedachte Antworten, also von niemandem: nichts vermerkt",
            wish->directory);
    return release;
}

static void say_release(const char *english, const char *german,
                        const struct release *release) {
    struct text text = {0};
    releases_describe(&text, release);
    printf(language_pick(english, german), text_string(&text));
    text_free(&text);
}

/* Which of two releases may be sent was decided when they were made; here it can only be said
 * that both are out. */
static void warn_of_others(const struct ledger *ledger, const struct release *release) {
    for (size_t i = 0; i < ledger->count; i++) {
        const struct release *other = &ledger->releases[i];
        bool earlier = other->number < release->number;
        struct release_distance distance =
            record_list_compare(earlier ? &other->records : &release->records,
                                earlier ? &release->records : &other->records);
        if (other == release || strcmp(other->survey, release->survey) != 0 ||
            strcmp(other->figures, release->figures) == 0)
            continue;
        if (release_is_sent(other) || other->number == ledger->standing) {
            struct text text = {0};
            releases_describe_distance(&text, distance);
            say_release("Its figures can be subtracted from those of %s.\n",
                        "Ihre Zahlen lassen sich abziehen von denen der %s.\n", other);
            printf("  %s\n", text_string(&text));
            text_free(&text);
        }
    }
}

static int note(const struct wish *wish, struct ledger *ledger, const char *path,
                struct diag *diag) {
    struct release *release = find_release(wish, ledger);
    bool before = release_is_sent(release);
    if (!stands(wish, ledger, release, diag))
        return EXIT_DATA;
    if (before && !wish->not_sent)
        say_release("Noted before: %s.\n", "Schon vermerkt: %s.\n", release);
    ledger_note(ledger, release, wish->not_sent ? EVENT_NOT_SENT : EVENT_SENT, wish->whom);
    ledger_write(ledger, path);
    if (wish->not_sent) {
        say_release("Noted as not sent: %s. Runs are not compared with it any more.\n",
                    "Als nicht weitergegeben vermerkt: %s. Mit ihr wird kein Lauf mehr "
                    "verglichen.\n",
                    release);
        return EXIT_FINE;
    }
    say_release("Noted: %s. A run whose figures could be subtracted from it ends with 77.\n",
                "Vermerkt: %s. Ein Lauf, dessen Zahlen sich davon abziehen ließen, endet mit "
                "77.\n",
                release);
    warn_of_others(ledger, release);
    return EXIT_FINE;
}

int sent_main(int count, char **words) {
    struct wish wish = read_wish(count, words);
    struct run_folder *folder = run_folder_enter(wish.directory);
    struct diag *diag = diag_new(stderr);
    struct text path = {0};
    text_add_format(&path, "%s/internal/releases.csv", wish.directory);
    struct ledger *ledger = ledger_read(text_string(&path), diag);
    int code = ledger != NULL ? note(&wish, ledger, text_string(&path), diag) : EXIT_DATA;
    ledger_free(ledger);
    text_free(&path);
    diag_free(diag);
    run_folder_close(folder);
    return code;
}
