#include "nachlese/line.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/diag.h"
#include "base/exit_code.h"
#include "base/resource.h"
#include "nachlese/crew.h"
#include "nachlese/due.h"
#include "nachlese/last.h"
#include "nachlese/pdf.h"
#include "nachlese/pictures.h"
#include "wording/catalogue.h"

enum { MOST_WORDS = 24 }; /* words of a tool's command line without the exports */

/* The command line of a tool while it grows. */
struct words {
    const struct line *line;
    const char *language; /* where it matters */
    const char *group;    /* "question=code" of a report for one group; NULL: for all */
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
static const char *placed(const struct line *line, const char *name) {
    return arena_format(line->arena, "%s/%s", run_folder_work(line->folder), name);
}

static const char *public_folder(const struct line *line, const char *parent) {
    return arena_format(line->arena, "%s/public", parent);
}

static void add_file(struct words *words, const char *option, const char *name) {
    if (option != NULL)
        add(words, option);
    add(words, placed(words->line, name));
}

/* Contacts and quotes are asked for only where the questionnaire has a consent to them,
 * contacts only as long as they may be kept. */
static void ingest_words(struct words *words) {
    const struct line *line = words->line;
    add_file(words, "-o", "internal/answers.csv");
    add_file(words, "--rejects", "internal/rejects.csv");
    add_file(words, "--bindings", "internal/bindings.csv");
    if (questionnaire_role(line->questionnaire, ROLE_CONSENT_CONTACT) != NULL &&
        !clock_has_passed(line->questionnaire->delete_contact_by))
        add_file(words, "--contacts", "internal/contacts.csv");
    if (line_has_quotes(line))
        add_file(words, "--quotes", "internal/quotes.csv");
    add(words, "--");
    for (size_t i = 0; i < line->options->export_count; i++)
        add(words, line->options->exports[i]);
}

/* What the organisers decided is read where they edit it, so that messages name that file. */
static void release_words(struct words *words) {
    const struct line *line = words->line;
    add_pair(
        words, "--release",
        arena_format(line->arena, "%s/internal/release.txt", run_folder_path(line->folder)));
    add_file(words, "-o", "internal/release.txt");
    add_file(words, "--released", "internal/released.csv");
    add_file(words, NULL, "internal/quotes.csv");
}

static void stats_words(struct words *words) {
    add_file(words, "-o", "internal/results.csv");
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

static const char *chart_folder(const struct words *words) {
    struct arena *arena = words->line->arena;
    return placed(words->line, arena_format(arena, "public/charts/%s", words->language));
}

static void picture_words(struct words *words) {
    add_pair(words, "--lang", words->language);
    if (words->line->options->without_png)
        add_pair(words, "--format", "svg");
    add_pair(words, "-o", chart_folder(words));
    add_file(words, NULL, "public/published.csv");
}

/* "report.de", "report.org_type.municipality.de": never the same for two, since no language,
 * question and code has a dot. */
static const char *report_name(const struct line *line, const char *language,
                               const char *group) {
    if (group == NULL)
        return arena_format(line->arena, "report.%s", language);
    int length = (int)strcspn(group, "=");
    return arena_format(line->arena, "report.%.*s.%s.%s", length, group, group + length + 1,
                        language);
}

/* One form of the report. */
static void add_report(struct words *words, const char *form, const char *ending) {
    const struct line *line = words->line;
    const char *name = report_name(line, words->language, words->group);
    add_pair(words, "--lang", words->language);
    add_pair(words, "--format", form);
    if (words->group != NULL)
        add_pair(words, "--group", words->group);
    add_file(words, "-o", arena_format(line->arena, "public/%s.%s", name, ending));
    if (line->digests != NULL)
        add_pair(words, "--export-digest", line->digests);
    if (line_has_quotes(line))
        add_file(words, "--quotes", "internal/released.csv");
}

static void text_words(struct words *words) {
    add_report(words, "text", "txt");
    add_file(words, NULL, "public/published.csv");
}

/* A page shows the pictures; without them it has tables instead. */
static void page_words(struct words *words) {
    const char *charts = chart_folder(words);
    add_report(words, "html", "html");
    if (access(charts, F_OK) == 0)
        add_pair(words, "--charts", charts);
    add_file(words, NULL, "public/published.csv");
}

enum stage { INGEST, RELEASE, STATS, PROTECT, CODEBOOK, TEXTS, PICTURES, PAGES, PDFS, STAGES };
/* A report is for all, and for each group that is asked for. */
enum often { ONCE, EACH_LANGUAGE, EACH_REPORT, WHERE_QUOTED };
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
} stages[STAGES] = {
    [INGEST] = {"ingest", {INGEST, INGEST}, ONCE, FOR_US, FAILURE_ENDS_ALL, ingest_words},
    [RELEASE] =
        {"quotes", {INGEST, INGEST}, WHERE_QUOTED, FOR_US, FAILURE_ENDS_ALL, release_words},
    [STATS] = {"stats", {INGEST, INGEST}, ONCE, FOR_US, FAILURE_ENDS_ALL, stats_words},
    [PROTECT] = {"protect", {STATS, STATS}, ONCE, FOR_ALL, FAILURE_ENDS_ALL, protect_words},
    [CODEBOOK] =
        {"form", {CODEBOOK, CODEBOOK}, ONCE, FOR_ALL, FAILURE_ENDS_ALL, codebook_words},
    [TEXTS] =
        {"report", {PROTECT, RELEASE}, EACH_REPORT, FOR_ALL, FAILURE_ENDS_ALL, text_words},
    [PICTURES] = {"charts",
                  {PROTECT, CODEBOOK},
                  EACH_LANGUAGE,
                  FOR_ALL,
                  FAILURE_ENDS_ALL,
                  picture_words},
    /* Behind the texts, for there may be no pictures to wait for. */
    [PAGES] = {"report", {PICTURES, TEXTS}, EACH_REPORT, FOR_ALL, FAILURE_ENDS_ALL, page_words},
    /* No tool of ours: WeasyPrint. */
    [PDFS] = {NULL, {PAGES, PAGES}, EACH_REPORT, FOR_ALL, FAILURE_ENDS_ALL, NULL},
};

struct work {
    struct line *line;
    struct crew crew;
};

bool line_has_catalogue(const struct line *line, size_t language) {
    return catalogue_comes_along(line->questionnaire->languages[language]);
}

bool line_has_quotes(const struct line *line) {
    return questionnaire_role(line->questionnaire, ROLE_CONSENT_QUOTES) != NULL;
}

/* group: 0 for all, then one more than its place among the options. */
static bool is_wanted(const struct line *line, enum stage stage, size_t language,
                      size_t group) {
    switch (stages[stage].often) {
    case EACH_REPORT:
        /* A language without phrases has no report, and without WeasyPrint there is no PDF; the
         * summary says so. */
        return line_has_catalogue(line, language) && (stage != PDFS || line->pdf_maker != NULL);
    case EACH_LANGUAGE:
        return group == 0 && line_has_catalogue(line, language) &&
               !line->options->without_charts;
    case WHERE_QUOTED:
        return group == 0 && language == 0 && line_has_quotes(line);
    case ONCE:
        break;
    }
    return group == 0 && language == 0;
}

static enum failure failure_of(const struct line *line, enum stage stage) {
    return stage == PICTURES && line->without_gnuplot ? FAILURE_ENDS_STAGE
                                                      : stages[stage].failure;
}

static void add_step(const struct line *line, struct crew *crew, enum stage stage,
                     size_t language, size_t group) {
    struct step step = {.stage = stage,
                        .failure = failure_of(line, stage),
                        .language = language,
                        .group = group};
    for (size_t i = 0; i < STEP_NEEDS; i++)
        step.needs[i] = stages[stage].needs[i];
    crew->steps[crew->count++] = step;
}

static void lay_out(const struct line *line, struct crew *crew) {
    size_t languages = line->questionnaire->language_count,
           groups = line->options->group_count + 1;
    crew->steps = arena_allocate(line->arena, STAGES * languages * groups, sizeof *crew->steps);
    for (enum stage stage = 0; stage < STAGES; stage++)
        for (size_t group = 0; group < groups; group++)
            for (size_t i = 0; i < languages; i++)
                if (is_wanted(line, stage, i, group))
                    add_step(line, crew, stage, i, group);
}

/* Where there was nothing to draw: an empty folder would be taken for pictures by the page and
 * by the summary. rmdir leaves what is not empty. */
static void remove_empty_charts(const struct line *line) {
    const char *folder = public_folder(line, run_folder_work(line->folder));
    const struct questionnaire *questionnaire = line->questionnaire;
    for (size_t i = 0; i < questionnaire->language_count; i++)
        rmdir(arena_format(line->arena, "%s/charts/%s", folder, questionnaire->languages[i]));
    rmdir(arena_format(line->arena, "%s/charts", folder));
}

/* Where there are no pictures, before the first page is made. */
static void settle_pictures(struct work *work) {
    struct line *line = work->line;
    if (line->without_pictures)
        return;
    remove_empty_charts(line);
    line->without_pictures = crew_failure(&work->crew, PICTURES) != EXIT_FINE;
    if (line->without_pictures)
        line->last_pictures = last_pictures(public_folder(line, run_folder_path(line->folder)),
                                            public_folder(line, run_folder_work(line->folder)));
}

static bool reads_input(const struct line *line) {
    for (size_t i = 0; i < line->options->export_count; i++)
        if (strcmp(line->options->exports[i], "-") == 0)
            return true;
    return false;
}

static const char *group_of(const struct line *line, const struct step *step) {
    return step->group > 0 ? line->options->groups[step->group - 1] : NULL;
}

static const char *report_of(const struct line *line, const struct step *step) {
    return report_name(line, line->questionnaire->languages[step->language],
                       group_of(line, step));
}

static const char **make_words(const struct line *line, const struct step *step) {
    size_t most = MOST_WORDS + line->options->export_count;
    struct words words = {.line = line,
                          .language = line->questionnaire->languages[step->language],
                          .group = group_of(line, step),
                          .list = arena_allocate(line->arena, most, sizeof(char *))};
    add(&words, arena_format(line->arena, "nachlese-%s", stages[step->stage].tool));
    add_pair(&words, "-q", line->options->questionnaire);
    stages[step->stage].words(&words);
    return words.list;
}

static const char *report_file(const struct line *line, const struct step *step,
                               const char *ending) {
    return placed(line,
                  arena_format(line->arena, "public/%s.%s", report_of(line, step), ending));
}

static void equip_tool(const struct line *line, struct step *step) {
    const char **words = make_words(line, step);
    char *program = resource_program(words[0]);
    bool input = step->stage == INGEST && reads_input(line);
    step->child.process = (struct process){
        .program = arena_copy(line->arena, program),
        .arguments = words,
        .streams = {input ? STDIN_FILENO : PROCESS_NOTHING, STDOUT_FILENO, STDERR_FILENO},
    };
    free(program);
}

static void equip(void *context, struct step *step) {
    struct work *work = context;
    const struct line *line = work->line;
    if (step->stage == PAGES)
        settle_pictures(work);
    if (step->stage == PDFS)
        pdf_equip(&step->child, line->arena, line->pdf_maker, report_file(line, step, "html"),
                  report_file(line, step, "pdf"), run_folder_work(line->folder),
                  line->options->pdf_seconds);
    else
        equip_tool(line, step);
    step->child.process.kept = run_folder_lock(line->folder);
    step->child.process.mask = run_folder_mask(line->folder, stages[step->stage].public_files);
}

/* The closing words need the figures, too. */
static bool read_results(struct line *line) {
    struct diag *diag = diag_new(stderr);
    line->results = results_read(placed(line, "internal/results.csv"), diag);
    diag_free(diag);
    return line->results != NULL && standing_count(line->results, &line->answers);
}

/* As soon as the answers are counted: a report that must not take the place of the one that
 * stands need not be made. */
static int weigh(struct line *line) {
    if (!read_results(line))
        return EXIT_IO;
    if (line->options->replace)
        return EXIT_FINE;
    line->standing = standing_read(public_folder(line, run_folder_path(line->folder)));
    line->verdict =
        standing_judge(&line->standing, &line->answers, line->questionnaire->min_report);
    return line->verdict == STANDING_GIVES_WAY ? EXIT_FINE : EXIT_DATA;
}

static int judge(void *context, const struct step *step) {
    const struct work *work = context;
    if (step->stage == PDFS)
        return pdf_judge(&step->child);
    if (step->child.state != CHILD_EXITED)
        return EXIT_RESOURCE;
    return step->stage == STATS && step->child.number == EXIT_FINE ? weigh(work->line)
                                                                   : step->child.number;
}

static void tell_tool(const struct line *line, const struct step *step) {
    child_tell(&step->child);
    child_tell_fault(&step->child);
    if (step->stage == INGEST && step->code == EXIT_DELETION_DUE)
        due_tell_made(line->questionnaire, line->options);
    if (step->stage == STATS)
        standing_tell(&line->standing, line->verdict, &line->answers,
                      line->questionnaire->min_report, run_folder_path(line->folder));
    if (step->stage == PICTURES && step->code != EXIT_FINE && !line->without_gnuplot)
        pictures_tell_failure(run_folder_path(line->folder));
}

static void tell(void *context, const struct step *step) {
    const struct line *line = ((const struct work *)context)->line;
    /* What WeasyPrint itself says is for who mends style sheets. */
    if (step->stage == PDFS)
        pdf_tell(&step->child, step->code, report_file(line, step, "pdf"));
    else
        tell_tool(line, step);
}

int line_run(struct line *line) {
    struct work work = {.line = line, .crew = {.equip = equip, .judge = judge, .tell = tell}};
    work.crew.context = &work;
    if (!line->options->without_pdf)
        line->pdf_maker = pdf_maker(line->arena);
    line->without_gnuplot = !pictures_can_be_drawn();
    lay_out(line, &work.crew);
    int code = crew_run(&work.crew);
    /* That gnuplot is missing excuses no other fault of the pictures. */
    int pictures = crew_failure(&work.crew, PICTURES);
    return code == EXIT_FINE && pictures != EXIT_UNAVAILABLE ? pictures : code;
}
