/* nachlese-quotes: open answers with consent in, released quotations out; between them a text
 * file in which the organiser decides. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/command.h"
#include "base/diag.h"
#include "base/exit_code.h"
#include "base/output.h"
#include "base/overwrite.h"
#include "quotes/release.h"
#include "quotes/release_write.h"
#include "quotes/taken_back.h"
#include "survey/questionnaire_read.h"

enum {
    KEY_LANGUAGE = 'l',
    KEY_RELEASE = 'r',
    KEY_TO = 't',
    KEY_RELEASED = 256,
    KEY_TAKEN_BACK
};

static const struct command_option options[] = {
    {"questionnaire", 'q', "FILE", "the questionnaire (required)", "der Fragebogen (nötig)"},
    {"release", KEY_RELEASE, "FILE", "the release file: read if it is there, then updated",
     "die Freigabedatei: wird gelesen, wenn es sie gibt, dann erneuert"},
    {"output", 'o', "FILE", "write there, and leave the release file as it is",
     "dorthin schreiben und die Freigabedatei lassen, wie sie ist"},
    {"to", KEY_TO, "FORM", "release (the default), or released: released.csv",
     "release (ohne Angabe) oder released: released.csv"},
    {"released", KEY_RELEASED, "FILE", "also write there what is released: released.csv",
     "auch dorthin schreiben, was freigegeben ist: released.csv"},
    {"taken-back", KEY_TAKEN_BACK, "FILE",
     "forget what was decided about these: by nachlese-ingest --taken-back",
     "vergessen, was zu diesen entschieden wurde: von nachlese-ingest --taken-back"},
    {"lang", KEY_LANGUAGE, "LANG",
     "language of the release file; the questionnaire's first if not given",
     "Sprache der Freigabedatei; ohne Angabe die erste des Fragebogens"},
};

static const struct command command = {
    .name = "nachlese-quotes",
    .operands = "[quotes.csv]",
    .english = "Lets an organiser release quotations in a text file.",
    .german = "Lässt Zitate in einer Textdatei freigeben.",
    .options = options,
    .option_count = sizeof options / sizeof options[0],
};

struct settings {
    const char *questionnaire, *release, *output, *to, *language, *input;
    const char *taken_back;
    const char *also; /* where released.csv is wanted as well; NULL: nowhere */
    bool released;    /* released.csv alone is wanted */
};

static void read_options(struct settings *settings, int argc, char **argv) {
    const char *value;
    int key, first;
    while ((key = command_next(&command, argc, argv, &value, &first)) != COMMAND_END) {
        if (key == 'q')
            settings->questionnaire = value;
        else if (key == 'o')
            settings->output = value;
        else if (key == KEY_RELEASE)
            settings->release = value;
        else if (key == KEY_TO)
            settings->to = value;
        else if (key == KEY_RELEASED)
            settings->also = value;
        else if (key == KEY_TAKEN_BACK)
            settings->taken_back = value;
        else
            settings->language = value;
    }
    if (argc - first > 1)
        command_usage(&command, "one file at most, not %d", "höchstens eine Datei, nicht %d",
                      argc - first);
    if (first < argc)
        settings->input = argv[first];
}

static void check_options(const struct settings *settings) {
    if (settings->questionnaire == NULL)
        command_usage(&command, "the questionnaire is missing: -q FILE",
                      "der Fragebogen fehlt: -q DATEI");
    if (strcmp(settings->to, "release") != 0 && !settings->released)
        command_usage(&command, "--to %s is unknown; there are: release, released",
                      "--to %s ist unbekannt; es gibt: release, released", settings->to);
    if (settings->released && settings->release == NULL)
        command_usage(&command, "--to released needs the release file: --release FILE",
                      "--to released braucht die Freigabedatei: --release DATEI");
    if (settings->release != NULL && strcmp(settings->release, "-") == 0)
        command_usage(&command, "--release must be a file", "--release muss eine Datei sein");
    if (settings->released && settings->also != NULL)
        command_usage(&command, "--released goes with the release file, not with --to released",
                      "--released gehört zur Freigabedatei, nicht zu --to released");
    /* The release file may be what is written anew; released.csv may not take its place. */
    const char *const outputs[] = {settings->output, settings->also};
    const char *const inputs[] = {settings->questionnaire, settings->input,
                                  settings->taken_back,
                                  settings->released ? settings->release : NULL};
    overwrite_refuse(&command, outputs, 2, inputs, sizeof inputs / sizeof *inputs);
    overwrite_refuse(&command, &settings->also, 1, &settings->release, 1);
}

/* Before the first run there is no release file. For released.csv a missing one is a slip. */
static bool has_release(const struct settings *settings) {
    struct stat status;
    if (settings->release == NULL)
        return false;
    return settings->released || stat(settings->release, &status) == 0 || errno != ENOENT;
}

static bool apply(const struct settings *settings, struct quotes *quotes,
                  const struct questionnaire *questionnaire, struct diag *diag,
                  struct release_changes *changes) {
    *changes = (struct release_changes){.added = quotes->count};
    if (settings->taken_back != NULL) {
        quotes->taken_back = taken_back_read(settings->taken_back, diag);
        if (quotes->taken_back == NULL)
            return false;
    }
    if (!has_release(settings))
        return true;
    struct release *release = release_read(settings->release, diag);
    bool fine = release != NULL && release_apply(release, quotes, questionnaire, diag, changes);
    release_free(release);
    return fine;
}

static void note_counts(const struct settings *settings, const struct quotes *quotes,
                        const struct release_changes *changes, struct diag *diag) {
    struct diag_place place = {.file = settings->release != NULL ? settings->release
                                                                 : settings->input};
    size_t released = 0, marked = 0;
    for (size_t i = 0; i < quotes->count; i++) {
        released += quotes->rows[i].released;
        marked += quotes->rows[i].marks != 0;
    }
    diag_add(diag, DIAG_NOTE, &place,
             "quotations: %zu; released: %zu; waiting: %zu, of these with personal data: %zu; "
             "new: %zu; dropped: %zu",
             "Zitate: %zu; freigegeben: %zu; offen: %zu, davon mit Angaben zu Personen: %zu; "
             "neu: %zu; entfallen: %zu",
             quotes->count, released, quotes->count - released, marked, changes->added,
             changes->vanished);
    if (quotes->gone_count > 0 && !settings->released)
        diag_add(diag, DIAG_NOTE, &place,
                 "decisions about answers that are gone: %zu, at the end of the file; delete "
                 "those of people who no longer agree",
                 "Entscheidungen zu entfallenen Antworten: %zu, am Ende der Datei; löschen Sie "
                 "die von Personen, die nicht mehr zustimmen",
                 quotes->gone_count);
}

static void write_released(const char *path, const struct quotes *quotes) {
    struct output *output = output_open(path, false);
    release_write_released(output_stream(output), quotes);
    output_close(output);
}

static void write_result(const struct settings *settings, const struct quotes *quotes,
                         const struct questionnaire *questionnaire, int language) {
    const char *path = settings->output;
    if (settings->released) {
        write_released(path, quotes);
        return;
    }
    if (settings->also != NULL)
        write_released(settings->also, quotes);
    struct output *output = output_open(path != NULL ? path : settings->release, true);
    release_write(output_stream(output), quotes, questionnaire, language,
                  has_release(settings));
    output_close(output);
}

/* The index of the release file's language. */
static int choose_language(const struct settings *settings,
                           const struct questionnaire *questionnaire) {
    if (settings->language == NULL)
        return 0;
    int language = questionnaire_language(questionnaire, settings->language);
    if (language < 0)
        command_usage(&command, "the questionnaire has no language '%s'",
                      "der Fragebogen hat keine Sprache '%s'", settings->language);
    return language;
}

/* Nothing is written before all was read and found good: the release file holds work done by
 * hand. */
static enum exit_code run(const struct settings *settings, struct diag *diag) {
    struct questionnaire *questionnaire = questionnaire_load(settings->questionnaire, diag);
    if (questionnaire == NULL)
        return EXIT_QUESTIONNAIRE;
    int language = choose_language(settings, questionnaire);
    struct quotes *quotes = quotes_read(settings->input, questionnaire, diag);
    struct release_changes changes;
    bool fine = quotes != NULL && apply(settings, quotes, questionnaire, diag, &changes);
    if (fine) {
        write_result(settings, quotes, questionnaire, language);
        note_counts(settings, quotes, &changes, diag);
    }
    quotes_free(quotes);
    questionnaire_free(questionnaire);
    return fine ? EXIT_FINE : EXIT_DATA;
}

int main(int argc, char **argv) {
    struct settings settings = {.input = "-", .to = "release"};
    read_options(&settings, argc, argv);

    settings.released = strcmp(settings.to, "released") == 0;

    check_options(&settings);

    struct diag *diag = diag_new(stderr);
    enum exit_code code = run(&settings, diag);
    diag_finish(diag);
    diag_free(diag);
    return (int)code;
}
