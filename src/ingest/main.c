/* nachlese-ingest: reads what a form system exports, and writes answers.csv. */
#include <stdio.h>
#include <string.h>

#include "base/command.h"
#include "base/die.h"
#include "base/exit_code.h"
#include "base/output.h"
#include "ingest/ingest.h"

enum { KEY_REJECTS = 256, KEY_CONTACTS, KEY_QUOTES, KEY_BINDINGS };

static const struct command_option options[] = {
    {"questionnaire", 'q', "FILE", "the questionnaire (INI)", "der Fragebogen (INI)"},
    {"output", 'o', "FILE", "write answers.csv there", "answers.csv dorthin schreiben"},
    {"rejects", KEY_REJECTS, "FILE", "list records and values that were not accepted",
     "nicht angenommene Datensätze und Werte auflisten"},
    {"contacts", KEY_CONTACTS, "FILE", "write contact data with consent there",
     "Kontaktdaten mit Einwilligung dorthin schreiben"},
    {"quotes", KEY_QUOTES, "FILE", "write open answers with consent there",
     "offene Antworten mit Einwilligung dorthin schreiben"},
    {"bindings", KEY_BINDINGS, "FILE", "write there which column was read as what",
     "dorthin schreiben, welche Spalte als was gelesen wurde"},
};

static const struct command command = {
    .name = "nachlese-ingest",
    .operands = "[file ...]",
    .english = "Reads the exports of a form system and writes the coded answers.",
    .german = "Liest die Exporte eines Formularsystems und schreibt die codierten Antworten.",
    .options = options,
    .option_count = sizeof options / sizeof options[0],
};

struct ingest_options {
    const char *questionnaire, *output, *rejects, *contacts, *quotes, *bindings;
    char **files;
    size_t file_count;
};

/* The files that are written; NULL where one is not wanted. */
struct outputs {
    struct output *answers, *rejects, *contacts, *quotes, *bindings;
    FILE *spool; /* answers for standard output; else NULL */
};

static struct ingest_options read_options(int argc, char **argv) {
    struct ingest_options chosen = {0};
    const char *value;
    int first, key;
    while ((key = command_next(&command, argc, argv, &value, &first)) != COMMAND_END) {
        switch (key) {
        case 'q':
            chosen.questionnaire = value;
            break;
        case 'o':
            chosen.output = value;
            break;
        case KEY_REJECTS:
            chosen.rejects = value;
            break;
        case KEY_CONTACTS:
            chosen.contacts = value;
            break;
        case KEY_QUOTES:
            chosen.quotes = value;
            break;
        case KEY_BINDINGS:
            chosen.bindings = value;
            break;
        }
    }
    chosen.files = argv + first;
    chosen.file_count = (size_t)(argc - first);
    return chosen;
}

static struct output *open_private(const char *path) {
    return path != NULL ? output_open(path, true) : NULL;
}

/* Standard output cannot be taken back: what goes there waits in a nameless file until all is
 * whole. */
static FILE *open_spool(void) {
    FILE *spool = tmpfile();
    if (spool == NULL)
        die(EXIT_CANNOT_CREATE, "cannot create a temporary file:",
            "eine temporäre Datei lässt sich nicht anlegen:");
    return spool;
}

static void copy_spool(FILE *spool, FILE *stream) {
    char bytes[1 << 16];
    size_t length;
    rewind(spool);
    while ((length = fread(bytes, 1, sizeof bytes, spool)) > 0)
        fwrite(bytes, 1, length, stream);
}

/* Ends the spool; its contents go to standard output where they are whole. */
static void close_spool(FILE *spool, bool whole) {
    bool failed = fflush(spool) != 0;
    if (whole && !failed) {
        struct output *output = output_open(NULL, true);
        copy_spool(spool, output_stream(output));
        failed = ferror(spool) != 0;
        output_close(output);
    }
    if (failed)
        die(EXIT_IO,
            "cannot use a temporary file:", "eine temporäre Datei lässt sich nicht verwenden:");
    fclose(spool);
}

static bool is_standard(const char *path) {
    return path == NULL || strcmp(path, "-") == 0;
}

static FILE *stream_of(struct output *output) {
    return output != NULL ? output_stream(output) : NULL;
}

static void finish(struct output *output, bool whole) {
    if (output != NULL && whole)
        output_close(output);
    else
        output_discard(output);
}

static bool read_files(const struct questionnaire *questionnaire, const struct outputs *outputs,
                       const struct ingest_options *chosen, struct diag *diag) {
    struct intake *intake = intake_new(
        questionnaire,
        &(struct intake_outputs){
            .answers = outputs->spool != NULL ? outputs->spool : stream_of(outputs->answers),
            .rejects = stream_of(outputs->rejects),
            .contacts = stream_of(outputs->contacts),
            .quotes = stream_of(outputs->quotes),
            .bindings = stream_of(outputs->bindings),
        },
        diag);
    bool fine = true;
    if (chosen->file_count == 0)
        fine = intake_read(intake, "-");
    for (size_t i = 0; fine && i < chosen->file_count; i++)
        fine = intake_read(intake, chosen->files[i]);
    if (fine)
        intake_finish(intake);
    else
        diag_finish(diag);
    intake_free(intake);
    return fine;
}

static enum exit_code work(const struct ingest_options *chosen, struct diag *diag) {
    struct questionnaire *questionnaire = questionnaire_load(chosen->questionnaire, diag);
    if (questionnaire == NULL)
        return EXIT_QUESTIONNAIRE;
    bool standard = is_standard(chosen->output);
    struct outputs outputs = {
        .answers = standard ? NULL : output_open(chosen->output, true),
        .spool = standard ? open_spool() : NULL,
        .rejects = open_private(chosen->rejects),
        .contacts = open_private(chosen->contacts),
        .quotes = open_private(chosen->quotes),
        .bindings = open_private(chosen->bindings),
    };
    bool fine = read_files(questionnaire, &outputs, chosen, diag);
    if (standard)
        close_spool(outputs.spool, fine);
    finish(outputs.answers, fine);
    finish(outputs.rejects, fine);
    finish(outputs.contacts, fine);
    finish(outputs.quotes, fine);
    finish(outputs.bindings, fine);
    questionnaire_free(questionnaire);
    return fine ? EXIT_FINE : EXIT_DATA;
}

/* Two outputs in one file would destroy each other. */
static void refuse_repeated_paths(const struct ingest_options *chosen) {
    const char *const paths[] = {chosen->output, chosen->rejects, chosen->contacts,
                                 chosen->quotes, chosen->bindings};
    enum { PATHS = sizeof paths / sizeof paths[0] };
    for (size_t i = 0; i < PATHS; i++)
        for (size_t k = i + 1; k < PATHS; k++)
            if (paths[i] != NULL && paths[k] != NULL && strcmp(paths[i], paths[k]) == 0)
                command_usage(&command, "%s is named for two outputs",
                              "%s ist für zwei Ausgaben angegeben", paths[i]);
}

int main(int argc, char **argv) {
    struct ingest_options chosen = read_options(argc, argv);

    if (chosen.questionnaire == NULL)
        command_usage(&command, "which questionnaire? Name it with -q",
                      "welcher Fragebogen? Nennen Sie ihn mit -q");
    refuse_repeated_paths(&chosen);

    struct diag *diag = diag_new(stderr);
    enum exit_code code = work(&chosen, diag);
    diag_free(diag);
    return code;
}
