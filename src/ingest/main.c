/* nachlese-ingest: reads what a form system exports, and writes answers.csv. */
#include <stdio.h>
#include <string.h>

#include "base/command.h"
#include "base/die.h"
#include "base/exit_code.h"
#include "base/output.h"
#include "base/overwrite.h"
#include "ingest/intake.h"
#include "survey/deletion.h"
#include "survey/questionnaire_read.h"
#include "survey/withdrawals.h"

enum {
    KEY_REJECTS = 256,
    KEY_CONTACTS,
    KEY_QUOTES,
    KEY_EXCHANGE,
    KEY_BINDINGS,
    KEY_WITHDRAWN,
    KEY_TAKEN_BACK
};

static const struct command_option options[] = {
    {"questionnaire", 'q', "FILE", "the questionnaire (INI)", "der Fragebogen (INI)"},
    {"output", 'o', "FILE", "write answers.csv there", "answers.csv dorthin schreiben"},
    {"rejects", KEY_REJECTS, "FILE", "list records and values that were not accepted",
     "nicht angenommene Datensätze und Werte auflisten"},
    {"contacts", KEY_CONTACTS, "FILE", "write contact data with consent there",
     "Kontaktdaten mit Einwilligung dorthin schreiben"},
    {"quotes", KEY_QUOTES, "FILE", "write open answers with consent there",
     "offene Antworten mit Einwilligung dorthin schreiben"},
    {"exchange", KEY_EXCHANGE, "FILE",
     "write there what is counted apart: offers and seeks, consent to contact",
     "dorthin schreiben, was getrennt gezählt wird: Angebote und Gesuche, Zustimmung zum "
     "Kontakt"},
    {"bindings", KEY_BINDINGS, "FILE", "write there which column was read as what",
     "dorthin schreiben, welche Spalte als was gelesen wurde"},
    {"withdrawn", KEY_WITHDRAWN, "FILE", "leave out what people took back: withdrawals.csv",
     "weglassen, was zurückgenommen wurde: withdrawals.csv"},
    {"taken-back", KEY_TAKEN_BACK, "FILE", "write there the numbers of quotes taken back",
     "dorthin die Nummern zurückgenommener Zitate schreiben"},
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
    const char *questionnaire, *output, *rejects, *contacts, *quotes, *exchange, *bindings;
    const char *withdrawn, *taken_back;
    const char *const *files;
    size_t file_count;
};

/* The files that are written; NULL where one is not wanted. */
struct outputs {
    struct output *answers, *rejects, *contacts, *quotes, *exchange, *bindings, *taken_back;
    FILE *spool; /* answers for standard output; else NULL */
};

static struct ingest_options read_options(int argc, char **argv) {
    struct ingest_options chosen = {.output = "-"};
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
        case KEY_EXCHANGE:
            chosen.exchange = value;
            break;
        case KEY_BINDINGS:
            chosen.bindings = value;
            break;
        case KEY_WITHDRAWN:
            chosen.withdrawn = value;
            break;
        case KEY_TAKEN_BACK:
            chosen.taken_back = value;
            break;
        }
    }
    chosen.files = (const char *const *)argv + first;
    chosen.file_count = (size_t)(argc - first);
    if (chosen.file_count == 0) {
        static const char *const standard[] = {"-"};
        chosen.files = standard;
        chosen.file_count = 1;
    }
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

static void die_of_spool(void) {
    die(EXIT_IO,
        "cannot use a temporary file:", "eine temporäre Datei lässt sich nicht verwenden:");
}

/* All bytes of the spool, or the end: a write that failed while the disk was full has left a
 * gap that no later write fills, and rewind(3) would forget it. */
static void copy_spool(FILE *spool, FILE *stream) {
    char bytes[1 << 16];
    size_t length;
    if (fflush(spool) != 0 || ferror(spool) != 0 || fseek(spool, 0, SEEK_SET) != 0)
        die_of_spool();
    while ((length = fread(bytes, 1, sizeof bytes, spool)) > 0)
        fwrite(bytes, 1, length, stream);
    if (ferror(spool) != 0)
        die_of_spool();
}

/* Ends the spool; its contents go to standard output where they are whole. */
static void close_spool(FILE *spool, bool whole) {
    if (whole) {
        struct output *output = output_open(NULL, true);
        copy_spool(spool, output_stream(output));
        output_close(output);
    }
    fclose(spool);
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

/* The promise that was made to the respondents: after that day nothing is done with their
 * answers any more. Made-up answers are nobody's. */
static bool is_too_late(const struct questionnaire *questionnaire,
                        const struct ingest_options *chosen, struct diag *diag) {
    bool raw = deletion_is_due(questionnaire, DELETION_RAW);
    bool contacts =
        chosen->contacts != NULL && deletion_is_due(questionnaire, DELETION_CONTACT);
    for (size_t i = 0; raw && i < chosen->file_count; i++)
        deletion_say(questionnaire, DELETION_RAW, chosen->files[i], diag);
    if (contacts)
        diag_add(diag, DIAG_ERROR, &(struct diag_place){.file = chosen->contacts},
                 "contact data were to be deleted by %s (delete_contact_by): delete this file, "
                 "and go on without --contacts",
                 "Kontaktdaten waren bis %s zu löschen (delete_contact_by): Bitte diese Datei "
                 "löschen und ohne --contacts weitermachen",
                 questionnaire->delete_contact_by);
    return raw || contacts;
}

static enum exit_code read_files(const struct questionnaire *questionnaire,
                                 const struct outputs *outputs,
                                 const struct ingest_options *chosen,
                                 struct withdrawals *withdrawals, struct diag *diag) {
    struct intake *intake = intake_new(
        questionnaire,
        &(struct intake_outputs){
            .answers = outputs->spool != NULL ? outputs->spool : stream_of(outputs->answers),
            .rejects = stream_of(outputs->rejects),
            .contacts = stream_of(outputs->contacts),
            .quotes = stream_of(outputs->quotes),
            .exchange = stream_of(outputs->exchange),
            .bindings = stream_of(outputs->bindings),
            .taken_back = stream_of(outputs->taken_back),
            .withdrawals = withdrawals,
        },
        diag);
    bool fine = true;
    for (size_t i = 0; fine && i < chosen->file_count; i++)
        fine = intake_read(intake, chosen->files[i]);
    fine = fine && intake_adds_up(intake);
    bool late = fine && intake_found_real(intake) && is_too_late(questionnaire, chosen, diag);
    if (fine && !late)
        intake_finish(intake);
    else
        intake_give_up(intake);
    intake_free(intake);
    return !fine ? EXIT_DATA : late ? EXIT_DELETION_DUE : EXIT_FINE;
}

/* Outputs are opened, written, and put in place where all went well. */
static enum exit_code write_files(const struct questionnaire *questionnaire,
                                  const struct ingest_options *chosen,
                                  struct withdrawals *withdrawals, struct diag *diag) {
    bool standard = strcmp(chosen->output, "-") == 0;
    struct outputs outputs = {
        .answers = standard ? NULL : output_open(chosen->output, true),
        .spool = standard ? open_spool() : NULL,
        .rejects = open_private(chosen->rejects),
        .contacts = open_private(chosen->contacts),
        .quotes = open_private(chosen->quotes),
        .exchange = open_private(chosen->exchange),
        .bindings = open_private(chosen->bindings),
        .taken_back = open_private(chosen->taken_back),
    };
    enum exit_code code = read_files(questionnaire, &outputs, chosen, withdrawals, diag);
    bool fine = code == EXIT_FINE;
    if (standard)
        close_spool(outputs.spool, fine);
    finish(outputs.answers, fine);
    finish(outputs.rejects, fine);
    finish(outputs.contacts, fine);
    finish(outputs.quotes, fine);
    finish(outputs.exchange, fine);
    finish(outputs.bindings, fine);
    finish(outputs.taken_back, fine);
    return code;
}

static enum exit_code work(const struct ingest_options *chosen, struct diag *diag) {
    struct questionnaire *questionnaire = questionnaire_load(chosen->questionnaire, diag);
    if (questionnaire == NULL)
        return EXIT_QUESTIONNAIRE;
    struct withdrawals *withdrawals = chosen->withdrawn != NULL
                                          ? withdrawals_read(chosen->withdrawn, diag)
                                          : withdrawals_new();
    enum exit_code code =
        withdrawals != NULL ? write_files(questionnaire, chosen, withdrawals, diag) : EXIT_DATA;
    withdrawals_free(withdrawals);
    questionnaire_free(questionnaire);
    return code;
}

static void refuse_overwriting(const struct ingest_options *chosen) {
    const char *const outputs[] = {chosen->output,    chosen->rejects,  chosen->contacts,
                                   chosen->quotes,    chosen->exchange, chosen->bindings,
                                   chosen->taken_back};
    enum { OUTPUTS = sizeof outputs / sizeof outputs[0] };
    overwrite_refuse(&command, outputs, OUTPUTS, &chosen->questionnaire, 1);
    overwrite_refuse(&command, outputs, OUTPUTS, &chosen->withdrawn, 1);
    overwrite_refuse(&command, outputs, OUTPUTS, chosen->files, chosen->file_count);
}

int main(int argc, char **argv) {
    struct ingest_options chosen = read_options(argc, argv);

    if (chosen.questionnaire == NULL)
        command_usage(&command, "which questionnaire? Name it with -q",
                      "welcher Fragebogen? Nennen Sie ihn mit -q");
    refuse_overwriting(&chosen);

    struct diag *diag = diag_new(stderr);
    enum exit_code code = work(&chosen, diag);
    diag_free(diag);
    return code;
}
