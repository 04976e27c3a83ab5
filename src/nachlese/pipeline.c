#include "nachlese/pipeline.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/die.h"
#include "base/language.h"
#include "base/resource.h"
#include "nachlese/crew.h"
#include "nachlese/due.h"
#include "nachlese/pictures.h"
#include "nachlese/previous.h"
#include "survey/csv_reader.h"
#include "survey/published.h"
#include "wording/catalogue.h"

enum { MOST_WORDS = 28 }; /* words of a tool's command line without the exports */

/* The command line of a tool while it grows. */
struct words {
    const struct pipeline *pipeline;
    const char *language; /* where it matters */
    const char *group;    /* "question=code" of a report for one group; NULL: for all */
    size_t product;       /* an enum product */
    const char **list;    /* NULL behind the last, as the room is zeroed */
    size_t count;
};

static void add(struct words *words, const char *word) {
    words->list[words->count++] = word;
}

static void add_pair(struct words *words, const char *option, const char *value) {
    add(words, option);
    add(words, value);
}

/* The path of a file of this run; name begins with "internal/" or "public/". */
static const char *placed(const struct pipeline *pipeline, const char *name) {
    return arena_format(pipeline->arena, "%s/%s", run_folder_work(pipeline->folder), name);
}

static const char *public_folder(const struct pipeline *pipeline, const char *parent) {
    return arena_format(pipeline->arena, "%s/public", parent);
}

static void add_file(struct words *words, const char *option, const char *name) {
    if (option != NULL)
        add(words, option);
    add(words, placed(words->pipeline, name));
}

/* What is apart is written by one tool and counted by another. */
static void add_exchange(struct words *words) {
    if (questionnaire_apart(words->pipeline->questionnaire) != NULL)
        add_file(words, "--exchange", "internal/exchange.csv");
}

/* The file of what was taken back, in the folder as it stands; NULL where there is none. */
static const char *withdrawals_of(const struct pipeline *pipeline) {
    const char *path = arena_format(pipeline->arena, "%s/internal/withdrawals.csv",
                                    run_folder_path(pipeline->folder));
    return access(path, F_OK) == 0 ? path : NULL;
}

/* Between two tools alone: it goes with the folder that the run builds in. */
static const char *taken_back(const struct pipeline *pipeline) {
    return placed(pipeline, "taken_back.csv");
}

/* Contacts and quotes are asked for only where the questionnaire has a consent to them,
 * contacts only as long as they may be kept. */
static void ingest_words(struct words *words) {
    const struct pipeline *pipeline = words->pipeline;
    add_file(words, "-o", "internal/answers.csv");
    add_file(words, "--rejects", "internal/rejects.csv");
    add_file(words, "--bindings", "internal/bindings.csv");
    if (questionnaire_role(pipeline->questionnaire, ROLE_CONSENT_CONTACT) != NULL &&
        !deletion_is_due(pipeline->questionnaire, DELETION_CONTACT))
        add_file(words, "--contacts", "internal/contacts.csv");
    if (pipeline_has_quotes(pipeline))
        add_file(words, "--quotes", "internal/quotes.csv");
    add_exchange(words);
    if (withdrawals_of(pipeline) != NULL) {
        add_pair(words, "--withdrawn", withdrawals_of(pipeline));
        add_pair(words, "--taken-back", taken_back(pipeline));
    }
    add(words, "--");
    for (size_t i = 0; i < pipeline->options->export_count; i++)
        add(words, pipeline->options->exports[i]);
}

/* What the organisers decided is read where they edit it, so that messages name that file. */
static void release_words(struct words *words) {
    const struct pipeline *pipeline = words->pipeline;
    add_pair(words, "--release",
             arena_format(pipeline->arena, "%s/internal/release.txt",
                          run_folder_path(pipeline->folder)));
    add_file(words, "-o", "internal/release.txt");
    add_file(words, "--released", "internal/released.csv");
    if (withdrawals_of(pipeline) != NULL)
        add_pair(words, "--taken-back", taken_back(pipeline));
    add_file(words, NULL, "internal/quotes.csv");
}

static void stats_words(struct words *words) {
    add_file(words, "-o", "internal/results.csv");
    add_exchange(words);
    add_file(words, NULL, "internal/answers.csv");
}

static void protect_words(struct words *words) {
    add_file(words, "-o", "public/published.csv");
    add_file(words, "--audit", "internal/audit.csv");
    add_file(words, NULL, "internal/results.csv");
}

static void codebook_words(struct words *words) {
    add_pair(words, "--to", "codebook");
    add_file(words, "-o", "public/codebook.csv");
}

/* The organisers' own catalogue of the language; NULL where they have none. */
static const char *own_catalogue(const struct pipeline *pipeline, const char *language) {
    const char *folder = pipeline->options->wording;
    if (folder == NULL)
        return NULL;
    const char *path = arena_format(pipeline->arena, "%s/%s.ini", folder, language);
    return access(path, F_OK) == 0 ? path : NULL;
}

/* What makes something for readers needs the language, and the phrases in it. */
static void add_language(struct words *words) {
    const char *catalogue = own_catalogue(words->pipeline, words->language);
    add_pair(words, "--lang", words->language);
    if (catalogue != NULL)
        add_pair(words, "--wording", catalogue);
}

static const char *chart_folder(const struct words *words) {
    struct arena *arena = words->pipeline->arena;
    return placed(words->pipeline, arena_format(arena, "public/charts/%s", words->language));
}

static void picture_words(struct words *words) {
    add_language(words);
    if (words->pipeline->options->without_png)
        add_pair(words, "--format", "svg");
    add_pair(words, "-o", chart_folder(words));
    add_file(words, NULL, "public/published.csv");
}

/* What is made of the published figures, one row a product and file: "report.de.txt". */
enum product {
    REPORT_TEXT,
    REPORT_PAGE,
    REPORT_ODT,
    TABLES_TEXT,
    TABLES_PAGE,
    TABLES_SHEETS,
    PRODUCTS
};
static const struct {
    const char *name, *ending;
    const char *format;  /* of nachlese-report */
    const char *option;  /* another of its options; NULL: none */
    bool shows_pictures; /* it waits for them; where there are none, it shows tables instead */
    bool is_report;      /* also for each group that is asked for */
} products[PRODUCTS] = {
    [REPORT_TEXT] = {"report", "txt", "text", NULL, false, true},
    [REPORT_PAGE] = {"report", "html", "html", NULL, true, true},
    [REPORT_ODT] = {"report", "odt", "odt", NULL, true, true},
    [TABLES_TEXT] = {"tables", "txt", "text", "--tables", false, false},
    [TABLES_PAGE] = {"tables", "html", "html", "--tables", true, false},
    [TABLES_SHEETS] = {"tables", "xlsx", "xlsx", "--tables", false, false},
};

/* "report.de.txt", "report.org_type.municipality.de.txt": never the same for two, since no
 * language, question and code has a dot. */
static const char *product_name(const struct pipeline *pipeline, enum product product,
                                const char *ending, const char *language, const char *group) {
    const char *name = products[product].name;
    if (group == NULL)
        return arena_format(pipeline->arena, "public/%s.%s.%s", name, language, ending);
    int length = (int)strcspn(group, "=");
    return arena_format(pipeline->arena, "public/%s.%.*s.%s.%s.%s", name, length, group,
                        group + length + 1, language, ending);
}

static void product_words(struct words *words) {
    const struct pipeline *pipeline = words->pipeline;
    enum product product = words->product;
    const char *charts = chart_folder(words);
    if (products[product].option != NULL)
        add(words, products[product].option);
    add_language(words);
    add_pair(words, "--format", products[product].format);
    if (words->group != NULL)
        add_pair(words, "--group", words->group);
    add_file(words, "-o",
             product_name(pipeline, product, products[product].ending, words->language,
                          words->group));
    if (pipeline->digests != NULL)
        add_pair(words, "--export-digest", pipeline->digests);
    if (pipeline_has_quotes(pipeline))
        add_file(words, "--quotes", "internal/released.csv");
    if (products[product].shows_pictures && access(charts, F_OK) == 0)
        add_pair(words, "--charts", charts);
    add_file(words, NULL, "public/published.csv");
}

enum stage {
    INGEST,
    RELEASE,
    STATS,
    PROTECT,
    CODEBOOK,
    TEXTS,
    PICTURES,
    PAGES,
    CHROMIUM,
    WEASYPRINT,
    STAGES
};
/* A product is for all or also for each group that is asked for, in each language. */
enum often {
    ONCE,
    EACH_LANGUAGE,
    EACH_PRODUCT,
    EACH_PRODUCT_WITH_PICTURES,
    EACH_PAGE,
    WHERE_QUOTED
};
enum { FOR_US = false, FOR_ALL = true };

/* In the order in which the messages appear, and in which the first failure counts. A stage
 * that needs itself can begin at once. */
static const struct {
    const char *tool; /* without "nachlese-" */
    enum stage needs[STEP_NEEDS];
    enum often often;
    bool public_files;
    enum failure failure;
    void (*words)(struct words *words);
    enum steps_phase phase;
} stages[STAGES] = {
    [INGEST] =
        {"ingest", {INGEST, INGEST}, ONCE, FOR_US, FAILURE_ENDS_ALL, ingest_words, STEPS_READ},
    [RELEASE] = {"quotes",
                 {INGEST, INGEST},
                 WHERE_QUOTED,
                 FOR_US,
                 FAILURE_ENDS_ALL,
                 release_words,
                 STEPS_PHASES},
    [STATS] =
        {"stats", {INGEST, INGEST}, ONCE, FOR_US, FAILURE_ENDS_ALL, stats_words, STEPS_COUNT},
    [PROTECT] = {"protect",
                 {STATS, STATS},
                 ONCE,
                 FOR_ALL,
                 FAILURE_ENDS_ALL,
                 protect_words,
                 STEPS_PROTECT},
    [CODEBOOK] = {"form",
                  {CODEBOOK, CODEBOOK},
                  ONCE,
                  FOR_ALL,
                  FAILURE_ENDS_ALL,
                  codebook_words,
                  STEPS_PHASES},
    [TEXTS] = {"report",
               {PROTECT, RELEASE},
               EACH_PRODUCT,
               FOR_ALL,
               FAILURE_ENDS_ALL,
               product_words,
               STEPS_REPORT},
    [PICTURES] = {"charts",
                  {PROTECT, CODEBOOK},
                  EACH_LANGUAGE,
                  FOR_ALL,
                  FAILURE_ENDS_ALL,
                  picture_words,
                  STEPS_PICTURES},
    /* Behind the texts, for there may be no pictures to wait for. */
    [PAGES] = {"report",
               {PICTURES, TEXTS},
               EACH_PRODUCT_WITH_PICTURES,
               FOR_ALL,
               FAILURE_ENDS_ALL,
               product_words,
               STEPS_REPORT},
    /* No tools of ours. What the first of them makes, the second need not make. */
    [CHROMIUM] = {NULL, {PAGES, PAGES}, EACH_PAGE, FOR_ALL, FAILURE_ENDS_ALL, NULL, STEPS_PDF},
    [WEASYPRINT] =
        {NULL, {PAGES, CHROMIUM}, EACH_PAGE, FOR_ALL, FAILURE_ENDS_ALL, NULL, STEPS_PDF},
};

struct work {
    struct pipeline *pipeline;
    struct crew crew;
};

bool pipeline_has_catalogue(const struct pipeline *pipeline, size_t language) {
    const char *name = pipeline->questionnaire->languages[language];
    return catalogue_comes_along(name) || own_catalogue(pipeline, name) != NULL;
}

bool pipeline_has_quotes(const struct pipeline *pipeline) {
    return questionnaire_role(pipeline->questionnaire, ROLE_CONSENT_QUOTES) != NULL;
}

static bool makes_pdfs(enum stage stage) {
    return stages[stage].often == EACH_PAGE;
}

static enum pdf_program program_of(enum stage stage) {
    return stage == CHROMIUM ? PDF_CHROMIUM : PDF_WEASYPRINT;
}

static bool can_make_pdfs(const struct pipeline *pipeline, enum pdf_program program) {
    return pipeline->pdf_paths[program] != NULL && pdf_may_start(program);
}

/* Whether the stage makes that product for that group (0: all, then one more than its place
 * among the options). A language without phrases has none, and where no program can make PDFs
 * there are none; the summary says so. */
static bool makes_product(const struct pipeline *pipeline, enum stage stage,
                          const struct step *step) {
    enum product product = step->product;
    if (!pipeline_has_catalogue(pipeline, step->language) ||
        (step->group > 0 && !products[product].is_report))
        return false;
    if (makes_pdfs(stage))
        return product == REPORT_PAGE && can_make_pdfs(pipeline, program_of(stage));
    return products[product].shows_pictures ==
           (stages[stage].often == EACH_PRODUCT_WITH_PICTURES);
}

static bool is_wanted(const struct pipeline *pipeline, const struct step *step) {
    bool first = step->group == 0 && step->product == 0;
    switch (stages[step->stage].often) {
    case EACH_PRODUCT:
    case EACH_PRODUCT_WITH_PICTURES:
    case EACH_PAGE:
        return makes_product(pipeline, step->stage, step);
    case EACH_LANGUAGE:
        return first && pipeline_has_catalogue(pipeline, step->language) &&
               !pipeline->options->without_charts;
    case WHERE_QUOTED:
        return first && step->language == 0 && pipeline_has_quotes(pipeline);
    case ONCE:
        break;
    }
    return first && step->language == 0;
}

static enum failure failure_of(const struct pipeline *pipeline, enum stage stage) {
    bool replaced = stage == CHROMIUM && can_make_pdfs(pipeline, PDF_WEASYPRINT);
    return replaced || (stage == PICTURES && pipeline->without_gnuplot) ? FAILURE_ENDS_STAGE
                                                                        : stages[stage].failure;
}

static void lay_out(struct pipeline *pipeline, struct crew *crew) {
    size_t languages = pipeline->questionnaire->language_count,
           groups = pipeline->options->group_count + 1, each = PRODUCTS * groups * languages;
    crew->steps = arena_allocate(pipeline->arena, STAGES * each, sizeof *crew->steps);
    for (size_t i = 0; i < STAGES * each; i++) {
        struct step step = {.stage = i / each,
                            .product = i % each / (groups * languages),
                            .group = i / languages % groups,
                            .language = i % languages};
        step.failure = failure_of(pipeline, step.stage);
        for (size_t j = 0; j < STEP_NEEDS; j++)
            step.needs[j] = stages[step.stage].needs[j];
        if (!is_wanted(pipeline, &step))
            continue;
        crew->steps[crew->count++] = step;
        steps_expect(&pipeline->steps, stages[step.stage].phase);
    }
}

/* Where there was nothing to draw: an empty folder would be taken for pictures by the page and
 * by the summary. rmdir leaves what is not empty. */
static void remove_empty_charts(const struct pipeline *pipeline) {
    const char *folder = public_folder(pipeline, run_folder_work(pipeline->folder));
    const struct questionnaire *questionnaire = pipeline->questionnaire;
    for (size_t i = 0; i < questionnaire->language_count; i++)
        rmdir(
            arena_format(pipeline->arena, "%s/charts/%s", folder, questionnaire->languages[i]));
    rmdir(arena_format(pipeline->arena, "%s/charts", folder));
}

/* Where there are no pictures, before the first page is made. */
static void settle_pictures(struct work *work) {
    struct pipeline *pipeline = work->pipeline;
    if (pipeline->without_pictures)
        return;
    remove_empty_charts(pipeline);
    pipeline->without_pictures = crew_failure(&work->crew, PICTURES) != EXIT_FINE;
    if (pipeline->without_pictures)
        pipeline->previous_pictures =
            previous_pictures(public_folder(pipeline, run_folder_path(pipeline->folder)),
                              public_folder(pipeline, run_folder_work(pipeline->folder)));
}

static bool reads_input(const struct pipeline *pipeline) {
    for (size_t i = 0; i < pipeline->options->export_count; i++)
        if (strcmp(pipeline->options->exports[i], "-") == 0)
            return true;
    return false;
}

static const char *group_of(const struct pipeline *pipeline, const struct step *step) {
    return step->group > 0 ? pipeline->options->groups[step->group - 1] : NULL;
}

static const char **make_words(const struct pipeline *pipeline, const struct step *step) {
    size_t most = MOST_WORDS + pipeline->options->export_count;
    struct words words = {.pipeline = pipeline,
                          .language = pipeline->questionnaire->languages[step->language],
                          .group = group_of(pipeline, step),
                          .product = step->product,
                          .list = arena_allocate(pipeline->arena, most, sizeof(char *))};
    add(&words, arena_format(pipeline->arena, "nachlese-%s", stages[step->stage].tool));
    add_pair(&words, "-q", pipeline->options->questionnaire);
    stages[step->stage].words(&words);
    return words.list;
}

static const char *step_file(const struct pipeline *pipeline, const struct step *step,
                             const char *ending) {
    const char *language = pipeline->questionnaire->languages[step->language];
    return placed(pipeline, product_name(pipeline, step->product, ending, language,
                                         group_of(pipeline, step)));
}

static void equip_tool(const struct pipeline *pipeline, struct step *step) {
    const char **words = make_words(pipeline, step);
    char *program = resource_program(words[0]);
    bool input = step->stage == INGEST && reads_input(pipeline);
    step->child.process = (struct process){
        .program = arena_copy(pipeline->arena, program),
        .arguments = words,
        .streams = {input ? STDIN_FILENO : PROCESS_NOTHING, STDOUT_FILENO, STDERR_FILENO},
    };
    free(program);
}

static void equip_pdf(const struct pipeline *pipeline, struct step *step) {
    enum pdf_program program = program_of(step->stage);
    pdf_equip(&step->child, pipeline->arena,
              &(struct pdf_job){
                  .program = program,
                  .path = pipeline->pdf_paths[program],
                  .page = step_file(pipeline, step, "html"),
                  .pdf = step_file(pipeline, step, "pdf"),
                  .folder = arena_format(pipeline->arena, "%s/pdf-%zu-%zu",
                                         run_folder_work(pipeline->folder), step->group,
                                         step->language),
                  .seconds = pipeline->options->pdf_seconds,
              });
}

static bool count_record(void *context, const struct csv_record *record) {
    (void)record;
    ++*(size_t *)context;
    return true;
}

static void tell_read(struct pipeline *pipeline) {
    struct diag *diag = diag_new(stderr);
    const char *path = placed(pipeline, "internal/answers.csv");
    size_t count = 0;
    csv_read_file(path, path, diag, count_record, &count);
    diag_free(diag);
    steps_tell(&pipeline->steps, STEPS_READ, "answers: %zu", "Antworten: %zu",
               count > 0 ? count - 1 : 0);
}

static void tell_counted(struct pipeline *pipeline) {
    steps_tell(&pipeline->steps, STEPS_COUNT, "figures: %zu", "Zahlen: %zu",
               pipeline->results != NULL ? pipeline->results->count : 0);
}

static void tell_protected(struct pipeline *pipeline) {
    steps_tell(&pipeline->steps, STEPS_PROTECT, "figures: %zu, hidden of them: %zu",
               "Zahlen: %zu, davon verborgen: %zu", pipeline->published, pipeline->hidden);
}

/* How many files of that folder of the run have the ending. */
static size_t count_files(const struct pipeline *pipeline, const char *folder,
                          const char *ending) {
    size_t count = 0;
    DIR *directory = opendir(placed(pipeline, folder));
    for (struct dirent *entry; directory != NULL && (entry = readdir(directory)) != NULL;) {
        const char *found = strrchr(entry->d_name, '.');
        count += found != NULL && strcmp(found + 1, ending) == 0;
    }
    if (directory != NULL)
        closedir(directory);
    return count;
}

static void tell_drawn(struct pipeline *pipeline) {
    const struct questionnaire *questionnaire = pipeline->questionnaire;
    size_t count = 0;
    for (size_t i = 0; i < questionnaire->language_count; i++)
        count += count_files(
            pipeline,
            arena_format(pipeline->arena, "public/charts/%s", questionnaire->languages[i]),
            "svg");
    steps_tell(&pipeline->steps, STEPS_PICTURES, "pictures: %zu", "Bilder: %zu", count);
}

static void tell_written(struct pipeline *pipeline) {
    size_t count = 0;
    for (enum product i = 0; i < PRODUCTS; i++) {
        bool seen = false; /* another product with that ending */
        for (enum product j = 0; j < i; j++)
            seen = seen || strcmp(products[i].ending, products[j].ending) == 0;
        count += seen ? 0 : count_files(pipeline, "public", products[i].ending);
    }
    steps_tell(&pipeline->steps, STEPS_REPORT, "files: %zu", "Dateien: %zu", count);
}

static void tell_pdf(struct pipeline *pipeline) {
    steps_tell(&pipeline->steps, STEPS_PDF, "files: %zu", "Dateien: %zu",
               count_files(pipeline, "public", "pdf"));
}

/* What came of a phase is looked up only where it is shown. */
static void end_part(struct pipeline *pipeline, enum steps_phase phase) {
    static void (*const tell[STEPS_PHASES])(struct pipeline * pipeline) = {
        [STEPS_READ] = tell_read,         [STEPS_COUNT] = tell_counted,
        [STEPS_PROTECT] = tell_protected, [STEPS_PICTURES] = tell_drawn,
        [STEPS_REPORT] = tell_written,    [STEPS_PDF] = tell_pdf,
    };
    if (steps_end(&pipeline->steps, phase) && pipeline->steps.shown)
        tell[phase](pipeline);
}

/* All PDFs of a run are by the same program: where Chromium fails at one, WeasyPrint makes all
 * of them. */
static bool is_needed(void *context, const struct step *step) {
    struct work *work = context;
    bool needed = step->stage != WEASYPRINT || !can_make_pdfs(work->pipeline, PDF_CHROMIUM) ||
                  crew_failure(&work->crew, CHROMIUM) != EXIT_FINE;
    if (!needed)
        end_part(work->pipeline, stages[step->stage].phase);
    return needed;
}

static void equip(void *context, struct step *step) {
    struct work *work = context;
    const struct pipeline *pipeline = work->pipeline;
    steps_begin(&work->pipeline->steps, stages[step->stage].phase);
    if (step->stage == PAGES)
        settle_pictures(work);
    if (makes_pdfs(step->stage))
        equip_pdf(pipeline, step);
    else
        equip_tool(pipeline, step);
    step->child.process.kept = run_folder_lock(pipeline->folder);
    step->child.process.mask =
        run_folder_mask(pipeline->folder, stages[step->stage].public_files);
}

/* The closing words need the figures, too. */
static bool read_results(struct pipeline *pipeline) {
    struct diag *diag = diag_new(stderr);
    pipeline->results = results_read(placed(pipeline, "internal/results.csv"), diag);
    diag_free(diag);
    return pipeline->results != NULL &&
           previous_report_count(pipeline->results, &pipeline->answers);
}

/* As soon as the answers are counted: a report that must not take the place of the present one
 * need not be made. */
static int weigh(struct pipeline *pipeline) {
    if (!read_results(pipeline))
        return EXIT_IO;
    if (pipeline->options->replace)
        return EXIT_FINE;
    pipeline->previous_report =
        previous_report_read(public_folder(pipeline, run_folder_path(pipeline->folder)));
    pipeline->verdict = previous_report_judge(&pipeline->previous_report, &pipeline->answers,
                                              pipeline->questionnaire->min_report);
    return pipeline->verdict == PREVIOUS_REPORT_GIVES_WAY ? EXIT_FINE : EXIT_DATA;
}

/* Where answers were withdrawn since they were sent, the figures stay as they were sent, so
 * that nobody can subtract; what is made of them may change, such as quotations. */
static int keep_figures(const struct pipeline *pipeline) {
    const char *name = "published.csv";
    const char *from =
        arena_format(pipeline->arena, "%s/%s",
                     public_folder(pipeline, run_folder_path(pipeline->folder)), name);
    const char *to =
        arena_format(pipeline->arena, "%s/%s",
                     public_folder(pipeline, run_folder_work(pipeline->folder)), name);
    if (unlink(to) != 0 || link(from, to) != 0)
        die(EXIT_CANNOT_CREATE, "cannot keep %s:", "%s lässt sich nicht aufheben:", from);
    return EXIT_FINE;
}

static bool count_row(void *context, const struct csv_record *record) {
    enum { REASON = 4 }; /* the column of rejects.csv */
    size_t *count = context;
    *count += record->count > REASON && strcmp(record->fields[REASON].bytes, "withdrawn") == 0;
    return true;
}

/* How many records were left out because their answers were taken back. */
static size_t count_withdrawn(const struct pipeline *pipeline, struct diag *diag) {
    const char *path = placed(pipeline, "internal/rejects.csv");
    size_t count = 0;
    return csv_read_file(path, path, diag, count_row, &count) ? count : 0;
}

/* As soon as the figures are there: those that could be subtracted from some that were sent
 * need no pictures. */
static int weigh_release(struct pipeline *pipeline) {
    struct diag *diag = diag_new(stderr);
    struct results *published =
        published_read(placed(pipeline, "public/published.csv"), pipeline->questionnaire, diag);
    const struct fingerprint_source source = {
        .questionnaire = pipeline->questionnaire,
        .answers = placed(pipeline, "internal/answers.csv"),
        .apart = placed(pipeline, "internal/exchange.csv"),
        .published = published,
        .exports = pipeline->digests,
    };
    for (size_t i = 0; published != NULL && i < published->count; i++)
        pipeline->hidden += published->rows[i].flag == FLAG_SUPPRESSED;
    pipeline->published = published != NULL ? published->count : 0;
    bool weighed = published != NULL && releases_weigh(pipeline->releases, &source,
                                                       count_withdrawn(pipeline, diag), diag);
    results_free(published);
    diag_free(diag);
    if (!weighed)
        return EXIT_IO;
    switch (pipeline->releases->verdict) {
    case RELEASES_REFUSE:
        return EXIT_RELEASED;
    case RELEASES_KEEP:
        return keep_figures(pipeline);
    case RELEASES_GO:
        break;
    }
    return EXIT_FINE;
}

static int judge_step(struct pipeline *pipeline, const struct step *step) {
    if (makes_pdfs(step->stage))
        return pdf_judge(&step->child, step_file(pipeline, step, "pdf"));
    if (step->child.state != CHILD_EXITED)
        return EXIT_RESOURCE;
    if (step->child.number != EXIT_FINE)
        return step->child.number;
    return step->stage == STATS     ? weigh(pipeline)
           : step->stage == PROTECT ? weigh_release(pipeline)
                                    : EXIT_FINE;
}

static int judge(void *context, const struct step *step) {
    const struct work *work = context;
    int code = judge_step(work->pipeline, step);
    if (code == EXIT_FINE)
        end_part(work->pipeline, stages[step->stage].phase);
    else if (step->stage == PICTURES && work->pipeline->without_gnuplot)
        steps_tell(&work->pipeline->steps, STEPS_PICTURES, "none", "keine");
    return code;
}

static void report_tool(const struct pipeline *pipeline, const struct step *step) {
    child_print(&step->child);
    child_print_fault(&step->child);
    if (step->stage == INGEST && step->code == EXIT_DELETION_DUE)
        due_say(pipeline->questionnaire, pipeline->options, DELETION_RAW);
    if (step->stage == STATS)
        previous_report_say(&pipeline->previous_report, pipeline->verdict, &pipeline->answers,
                            pipeline->questionnaire->min_report,
                            run_folder_path(pipeline->folder));
    if (step->stage == PROTECT && step->code == EXIT_RELEASED)
        releases_say(pipeline->releases, run_folder_path(pipeline->folder));
    if (step->stage == PICTURES && step->code != EXIT_FINE && !pipeline->without_gnuplot)
        pictures_say_failure(run_folder_path(pipeline->folder));
}

/* What the programs themselves say is for those who repair style sheets. A failure that
 * another program makes good is told at the end. */
static void report_pdf(struct pipeline *pipeline, const struct step *step) {
    if (step->code == EXIT_FINE)
        pipeline->pdf_maker = pdf_program_name(program_of(step->stage));
    else if (failure_of(pipeline, step->stage) == FAILURE_ENDS_STAGE)
        pipeline->without_chromium = pdf_describe(&step->child, step->code, pipeline->arena);
    else
        pdf_say(&step->child, step->code, step_file(pipeline, step, "pdf"), pipeline->arena);
}

static void report(void *context, const struct step *step) {
    struct pipeline *pipeline = ((const struct work *)context)->pipeline;
    if (step->code != EXIT_FINE || child_has_messages(&step->child))
        steps_break(&pipeline->steps);
    if (makes_pdfs(step->stage))
        report_pdf(pipeline, step);
    else
        report_tool(pipeline, step);
}

static void find_pdf_programs(struct pipeline *pipeline) {
    for (enum pdf_program i = 0; i < PDF_PROGRAMS && !pipeline->options->without_pdf; i++)
        pipeline->pdf_paths[i] = pdf_find(i, pipeline->arena);
    if (pipeline->pdf_paths[PDF_CHROMIUM] != NULL && !pdf_may_start(PDF_CHROMIUM))
        pipeline->without_chromium =
            language_pick("Chromium is not started in the account of root",
                          "Chromium wird unter dem Konto root nicht gestartet");
}

int pipeline_run(struct pipeline *pipeline) {
    struct work work = {
        .pipeline = pipeline,
        .crew = {.is_needed = is_needed, .equip = equip, .judge = judge, .report = report}};
    work.crew.context = &work;
    work.crew.keeps_messages = pipeline->steps.shown;
    find_pdf_programs(pipeline);
    pipeline->without_gnuplot = !pictures_can_be_drawn();
    lay_out(pipeline, &work.crew);
    int code = crew_run(&work.crew);
    /* What another program made good has parts that never ended. */
    if (code == EXIT_FINE && pipeline->pdf_maker != NULL && pipeline->steps.shown)
        tell_pdf(pipeline);
    steps_break(&pipeline->steps);
    /* That gnuplot is missing excuses no other fault of the pictures. */
    int pictures = crew_failure(&work.crew, PICTURES);
    return code == EXIT_FINE && pictures != EXIT_UNAVAILABLE ? pictures : code;
}
