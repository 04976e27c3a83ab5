#include "nachlese/run.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/die.h"
#include "base/digest.h"
#include "base/output.h"
#include "base/overwrite.h"
#include "nachlese/accessibility.h"
#include "nachlese/child.h"
#include "nachlese/contents.h"
#include "nachlese/due.h"
#include "nachlese/folder.h"
#include "nachlese/pipeline.h"
#include "nachlese/record.h"
#include "nachlese/send.h"
#include "nachlese/summary.h"
#include "survey/questionnaire.h"
#include "survey/questionnaire_read.h"
#include "survey/selected_group.h"

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

/* Better now than after all the work. */
static bool groups_exist(const struct run_options *options,
                         const struct questionnaire *questionnaire) {
    struct diag *diag = diag_new(stderr);
    struct selected_group group;
    bool fine = true;
    for (size_t i = 0; i < options->group_count; i++)
        fine = selected_group_read(questionnaire, options->groups[i], &group, diag) && fine;
    diag_finish(diag);
    diag_free(diag);
    return fine;
}

/* A folder that holds no catalogue for this questionnaire is a wrong one. */
static void check_wording(const struct run_options *options,
                          const struct questionnaire *questionnaire) {
    bool found = options->wording == NULL;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < questionnaire->language_count; i++)
        found = found || access(arena_format(arena, "%s/%s.ini", options->wording,
                                             questionnaire->languages[i]),
                                F_OK) == 0;
    arena_free(arena);
    if (!found)
        die(EXIT_NO_INPUT,
            "in %s is no catalogue for a language of the questionnaire, such as %s.ini",
            "in %s liegt kein Satzkatalog für eine Sprache des Fragebogens, etwa %s.ini",
            options->wording, questionnaire->languages[0]);
}

/* The digests of the exports as the report names them: separated by commas; NULL where one of
 * them is no file that could be read twice. */
static const char *export_digests(const struct run_options *options, struct arena *arena) {
    const char *all = NULL;
    for (size_t i = 0; i < options->export_count; i++) {
        char digest[DIGEST_SIZE];
        if (!digest_file(options->exports[i], digest))
            return NULL;
        all =
            all == NULL ? arena_copy(arena, digest) : arena_format(arena, "%s,%s", all, digest);
    }
    return all;
}

static struct summary_facts gather(const struct pipeline *pipeline) {
    struct summary_facts facts = {
        .directory = run_folder_path(pipeline->folder),
        .built = run_folder_work(pipeline->folder),
        .questionnaire = pipeline->questionnaire,
        .results = pipeline->results,
        .exports = pipeline->options->exports,
        .export_count = pipeline->options->export_count,
        .has_digests = pipeline->digests != NULL,
        .without_gnuplot = pipeline->without_pictures,
        .previous_charts = pipeline->previous_pictures,
        .releases = pipeline->releases,
        .without_pdf = !pipeline->options->without_pdf && pipeline->pdf_maker == NULL,
        .without_chromium = pipeline->without_chromium,
    };
    for (size_t i = 0; i < pipeline->questionnaire->language_count; i++)
        if (!pipeline_has_catalogue(pipeline, i))
            facts.languages_without_report |= 1U << i;
    return facts;
}

/* What no tool makes anew must not go with the folder: a release file where the questionnaire
 * no longer asks for the consent, and what was taken back. */
static void keep_file(const struct pipeline *pipeline, const char *name) {
    const char *from =
        arena_format(pipeline->arena, "%s/%s", run_folder_path(pipeline->folder), name);
    const char *to =
        arena_format(pipeline->arena, "%s/%s", run_folder_work(pipeline->folder), name);
    if (link(from, to) != 0 && errno != ENOENT)
        die(EXIT_CANNOT_CREATE, "cannot keep %s:", "%s lässt sich nicht aufheben:", from);
}

/* Before the swap, so that a fault of what it reads costs the last output nothing; the caller
 * frees it. */
static char *compose_summary(const struct pipeline *pipeline) {
    char *summary = NULL;
    size_t size = 0;
    struct summary_facts facts = gather(pipeline);
    FILE *stream = open_memstream(&summary, &size);
    bool written = stream != NULL;
    if (written) {
        summary_write(&facts, stream);
        written = ferror(stream) == 0;
        written = fclose(stream) == 0 && written;
    }
    if (!written)
        die(EXIT_RESOURCE, "no memory for the summary:", "kein Speicher für die Übersicht:");
    return summary;
}

static void print_summary(const char *summary, const char *directory) {
    fputs(summary, stdout);
    if (fflush(stdout) != 0 || ferror(stdout))
        die(EXIT_IO,
            "%s is new and whole, but the summary cannot be written to standard output:",
            "%s ist neu und vollständig, aber die Übersicht lässt sich nicht auf die "
            "Standardausgabe schreiben:",
            directory);
}

static int build_and_swap(struct pipeline *pipeline, struct run_folder *folder) {
    int code = pipeline_run(pipeline);
    if (code != EXIT_FINE)
        return code;
    if (!pipeline_has_quotes(pipeline))
        keep_file(pipeline, "internal/release.txt");
    keep_file(pipeline, "internal/withdrawals.csv");
    releases_write(pipeline->releases, arena_format(pipeline->arena, "%s/internal/releases.csv",
                                                    run_folder_work(folder)));
    accessibility_write(run_folder_work(folder), pipeline->questionnaire, pipeline->pdf_maker,
                        pipeline->arena);
    send_fill(run_folder_work(folder), pipeline->questionnaire, pipeline->arena);
    char *summary = compose_summary(pipeline);
    run_folder_swap(folder);
    if (pipeline->options->record) {
        const struct summary_facts facts = gather(pipeline);
        record_write(&facts, pipeline->options->questionnaire, pipeline->arena);
    }
    print_summary(summary, run_folder_path(folder));
    free(summary);
    return pipeline->without_pictures ? EXIT_UNAVAILABLE : EXIT_FINE;
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
    check_wording(options, questionnaire);
    bool groups = groups_exist(options, questionnaire);
    if (!groups || due_say(questionnaire, options, DELETION_CONTACT)) {
        questionnaire_free(questionnaire);
        return groups ? EXIT_DELETION_DUE : EXIT_USAGE;
    }
    child_watch_signals();
    struct pipeline pipeline = {.options = options,
                                .questionnaire = questionnaire,
                                .arena = arena_new(),
                                .steps.shown = options->steps || isatty(STDERR_FILENO)};
    pipeline.digests = export_digests(options, pipeline.arena);
    struct run_folder *folder = run_folder_open(options->directory);
    pipeline.folder = folder;
    pipeline.releases = releases_open(options->directory);
    int code = pipeline.releases != NULL ? build_and_swap(&pipeline, folder) : EXIT_DATA;
    run_folder_close(folder);
    releases_close(pipeline.releases);
    results_free(pipeline.results);
    arena_free(pipeline.arena);
    questionnaire_free(questionnaire);
    if (child_stopped_by() != 0)
        child_end_by_signal(child_stopped_by());
    return code;
}
