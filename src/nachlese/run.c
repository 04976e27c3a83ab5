#include "nachlese/run.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/diag.h"
#include "base/die.h"
#include "base/digest.h"
#include "base/memory.h"
#include "base/output.h"
#include "base/overwrite.h"
#include "base/resource.h"
#include "nachlese/child.h"
#include "nachlese/contents.h"
#include "nachlese/due.h"
#include "nachlese/folder.h"
#include "nachlese/pictures.h"
#include "nachlese/summary.h"
#include "survey/questionnaire.h"

enum { MOST_WORDS = 24 }; /* words of a tool's command line without the exports */

struct run {
    const struct run_options *options;
    const struct questionnaire *questionnaire;
    struct run_folder *folder;
    struct arena *arena;
    bool reads_input; /* one of the exports is standard input */
    int charts_code;  /* how the pictures went; the texts are made all the same */
    bool last_charts; /* those of the last run stand in */
};

static bool is_standard_input(const char *export) {
    return strcmp(export, "-") == 0;
}

static void check_exports(const struct run_options *options) {
    for (size_t i = 0; i < options->export_count; i++) {
        const char *export = options->exports[i];
        if (!is_standard_input(export) && access(export, R_OK) != 0)
            die(EXIT_NO_INPUT,
                "cannot read the export %s:", "der Export %s lässt sich nicht lesen:", export);
    }
}

static struct questionnaire *load_questionnaire(const char *path) {
    struct diag *diag = diag_new(stderr);
    struct questionnaire *questionnaire = questionnaire_load(path, diag);
    diag_finish(diag);
    diag_free(diag);
    return questionnaire;
}

/* Words that begin with "internal/" or "public/" name files of this run. */
static const char *placed(const struct run *run, const char *word) {
    if (strncmp(word, "internal/", 9) != 0 && strncmp(word, "public/", 7) != 0)
        return word;
    return arena_format(run->arena, "%s/%s", run_folder_work(run->folder), word);
}

/* Runs a tool with the questionnaire, these words (NULL ends them) and, where wanted, the
 * exports. */
static int start(const struct run *run, const char *tool, bool public_files, bool with_exports,
                 const char *const words[]) {
    const struct run_options *options = run->options;
    const char **arguments =
        arena_allocate(run->arena, MOST_WORDS + options->export_count, sizeof *arguments);
    size_t count = 0;
    arguments[count++] = arena_format(run->arena, "nachlese-%s", tool);
    arguments[count++] = "-q";
    arguments[count++] = options->questionnaire;
    for (size_t i = 0; words[i] != NULL; i++)
        arguments[count++] = placed(run, words[i]);
    if (with_exports) {
        arguments[count++] = "--";
        for (size_t i = 0; i < options->export_count; i++)
            arguments[count++] = options->exports[i];
    }
    char *program = resource_program(arguments[0]);
    mode_t mask = run_folder_mask(run->folder, public_files);
    int code = child_run(program, arguments, mask, with_exports && run->reads_input);
    free(program);
    return child_stopped_by() != 0 ? EXIT_RESOURCE : code;
}

/* Contacts and quotes are asked for only where the questionnaire has a consent to them,
 * contacts only as long as they may be kept. */
static int ingest(const struct run *run) {
    const char *words[MOST_WORDS] = {"-o",         "internal/answers.csv",
                                     "--rejects",  "internal/rejects.csv",
                                     "--bindings", "internal/bindings.csv"};
    size_t count = 6;
    if (questionnaire_role(run->questionnaire, ROLE_CONSENT_CONTACT) != NULL &&
        !clock_has_passed(run->questionnaire->delete_contact_by)) {
        words[count++] = "--contacts";
        words[count++] = "internal/contacts.csv";
    }
    if (questionnaire_role(run->questionnaire, ROLE_CONSENT_QUOTES) != NULL) {
        words[count++] = "--quotes";
        words[count++] = "internal/quotes.csv";
    }
    return start(run, "ingest", false, true, words);
}

static int build_internal(const struct run *run) {
    int code = ingest(run);
    if (code == EXIT_DELETION_DUE)
        due_tell_made(run->questionnaire, run->options);
    if (code != EXIT_FINE)
        return code;
    return start(
        run, "stats", false, false,
        (const char *const[]){"-o", "internal/results.csv", "internal/answers.csv", NULL});
}

static bool has_catalogue(const struct run *run, const char *language) {
    char *path = resource_path(arena_format(run->arena, "wording/%s.ini", language));
    bool found = access(path, R_OK) == 0;
    free(path);
    return found;
}

/* The digests of the exports as the report names them: separated by commas; NULL where one of
 * them is no file that could be read twice. */
static const char *export_digests(const struct run *run) {
    const char *all = NULL;
    for (size_t i = 0; i < run->options->export_count; i++) {
        char digest[DIGEST_SIZE];
        if (!digest_file(run->options->exports[i], digest))
            return NULL;
        all = all == NULL ? arena_copy(run->arena, digest)
                          : arena_format(run->arena, "%s,%s", all, digest);
    }
    return all;
}

/* One form of the report in one language; charts: the folder of its pictures, or NULL. */
static int build_report(const struct run *run, const char *language, const char *form,
                        const char *ending, const char *charts) {
    const char *words[MOST_WORDS] = {
        "--lang", language, "--format",
        form,     "-o",     arena_format(run->arena, "public/report.%s.%s", language, ending)};
    size_t count = 6;
    const char *digests = export_digests(run);
    if (digests != NULL) {
        words[count++] = "--export-digest";
        words[count++] = digests;
    }
    if (charts != NULL) {
        words[count++] = "--charts";
        words[count++] = charts;
    }
    words[count++] = "public/published.csv";
    return start(run, "report", true, false, words);
}

static int build_texts(const struct run *run) {
    int code = EXIT_FINE;
    for (size_t i = 0; i < run->questionnaire->language_count && code == EXIT_FINE; i++) {
        const char *language = run->questionnaire->languages[i];
        if (has_catalogue(run, language)) /* else the summary says so */
            code = build_report(run, language, "text", "txt", NULL);
    }
    return code;
}

/* The pages show the pictures, so they come last; without pictures they have tables instead. */
static int build_pages(const struct run *run) {
    int code = EXIT_FINE;
    for (size_t i = 0; i < run->questionnaire->language_count && code == EXIT_FINE; i++) {
        const char *language = run->questionnaire->languages[i];
        const char *charts = arena_format(run->arena, "public/charts/%s", language);
        bool drawn = access(placed(run, charts), F_OK) == 0;
        if (has_catalogue(run, language))
            code = build_report(run, language, "html", "html", drawn ? charts : NULL);
    }
    return code;
}

static const char *public_folder(const struct run *run, const char *parent) {
    return arena_format(run->arena, "%s/public", parent);
}

/* A failure of gnuplot must not cost the texts: it is kept for the end. */
static int build_charts(struct run *run) {
    for (size_t i = 0; i < run->questionnaire->language_count; i++) {
        const char *language = run->questionnaire->languages[i];
        if (!has_catalogue(run, language) || run->charts_code != EXIT_FINE)
            continue;
        const char *folder = arena_format(run->arena, "public/charts/%s", language);
        run->charts_code = start(run, "charts", true, false,
                                 (const char *const[]){"--lang", language, "-o", folder,
                                                       "public/published.csv", NULL});
    }
    if (child_stopped_by() != 0)
        return EXIT_RESOURCE;
    if (run->charts_code != EXIT_FINE)
        run->last_charts = pictures_keep_last(public_folder(run, run_folder_path(run->folder)),
                                              public_folder(run, run_folder_work(run->folder)));
    return EXIT_FINE;
}

static int build_public(struct run *run) {
    int code = start(run, "protect", true, false,
                     (const char *const[]){"-o", "public/published.csv", "--audit",
                                           "internal/audit.csv", "internal/results.csv", NULL});
    if (code == EXIT_FINE)
        code =
            start(run, "form", true, false,
                  (const char *const[]){"--to", "codebook", "-o", "public/codebook.csv", NULL});
    if (code == EXIT_FINE)
        code = build_texts(run);
    if (code == EXIT_FINE)
        code = build_charts(run);
    return code == EXIT_FINE ? build_pages(run) : code;
}

static struct summary_facts gather(const struct run *run) {
    struct summary_facts facts = {
        .directory = run_folder_path(run->folder),
        .questionnaire = run->questionnaire,
        .exports = run->options->exports,
        .export_count = run->options->export_count,
        .has_digests = export_digests(run) != NULL,
        .without_charts = run->charts_code != EXIT_FINE,
        .last_charts = run->last_charts,
    };
    for (size_t i = 0; i < run->questionnaire->language_count; i++)
        if (!has_catalogue(run, run->questionnaire->languages[i]))
            facts.languages_without_report |= 1U << i;
    return facts;
}

static int build_and_swap(struct run *run) {
    int code = build_internal(run);
    if (code == EXIT_FINE)
        code = build_public(run);
    if (code != EXIT_FINE)
        return code;
    run_folder_swap(run->folder);
    struct summary_facts facts = gather(run);
    summary_print(&facts);
    return run->charts_code;
}

/* All of public/ and internal/ is replaced. */
static void refuse_overwriting(const struct run_options *options,
                               const struct command *command) {
    struct arena *arena = arena_new();
    const char **outputs = arena_allocate(arena, contents_count, sizeof *outputs);
    for (size_t i = 0; i < contents_count; i++)
        outputs[i] = arena_format(arena, "%s/%s/%s", options->directory, contents[i].part,
                                  contents[i].name);
    overwrite_refuse(command, outputs, contents_count, &options->questionnaire, 1);
    overwrite_refuse(command, outputs, contents_count, options->exports, options->export_count);
    arena_free(arena);
}

int run_execute(const struct run_options *options, const struct command *command) {
    output_check_standard();
    check_exports(options);
    refuse_overwriting(options, command);
    struct questionnaire *questionnaire = load_questionnaire(options->questionnaire);
    if (questionnaire == NULL)
        return EXIT_QUESTIONNAIRE;
    if (due_tell_contacts(questionnaire, options)) {
        questionnaire_free(questionnaire);
        return EXIT_DELETION_DUE;
    }
    child_watch_signals();
    struct run run = {.options = options, .questionnaire = questionnaire, .arena = arena_new()};
    for (size_t i = 0; i < options->export_count; i++)
        run.reads_input = run.reads_input || is_standard_input(options->exports[i]);
    run.folder = run_folder_open(options->directory);
    int code = build_and_swap(&run);
    run_folder_close(run.folder);
    arena_free(run.arena);
    questionnaire_free(questionnaire);
    if (child_stopped_by() != 0)
        child_end_by_signal(child_stopped_by());
    return code;
}
