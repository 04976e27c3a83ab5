/* Attacks a published survey: tries to learn from published.csv and codebook.csv what the rules
 * of privacy forbid. Written from the pages nachlese-protect(1), nachlese-stats(1) and
 * nachlese-form(1) alone, not from the code of the gate.
 *
 * Prints what it found, one line each, or "holds"; exits 0 where the survey holds, 1 where it
 * is broken, 65 where the files cannot be read or contradict themselves. */
#include <stdlib.h>
#include <string.h>

#include "base/command.h"
#include "base/die.h"
#include "base/number.h"

#include "attack.h"
#include "couple.h"
#include "linked.h"
#include "numbers.h"
#include "rules.h"
#include "truth.h"
#include "verdicts.h"

enum { STEPS = 20000 };
enum { EXIT_BROKEN = 1 }; /* beside the codes of base/exit_code.h */

struct options {
    const char *published, *codebook, *truth;
    bool views, linked;
    size_t steps;
};

static const struct command_option command_options[] = {
    {"views", 'v', NULL, "print the view of each table", "die Ansicht jeder Tabelle ausgeben"},
    {"linked", 'l', NULL, "print what is known of those who are in no group shown",
     "ausgeben, was über jene bekannt ist, die in keiner gezeigten Gruppe sind"},
    {"truth", 't', "results.csv", "check that what is claimed is true",
     "prüfen, ob stimmt, was behauptet wird"},
    {"steps", 's', "number", "how long to enumerate a table, in steps",
     "wie lange eine Tabelle aufgezählt wird, in Schritten"},
};

static const struct command command = {
    .name = "attack",
    .operands = "published.csv codebook.csv",
    .english = "Tries to learn from a published survey what must not be known.",
    .german =
        "Versucht, einer veröffentlichten Befragung zu entnehmen, was niemand wissen darf.",
    .options = command_options,
    .option_count = sizeof command_options / sizeof command_options[0],
};

static struct options read_options(int argc, char **argv) {
    struct options options = {.steps = STEPS};
    const char *value;
    int key, first;
    int64_t steps;
    while ((key = command_next(&command, argc, argv, &value, &first)) != COMMAND_END) {
        if (key == 'v')
            options.views = true;
        else if (key == 'l')
            options.linked = true;
        else if (key == 't')
            options.truth = value;
        else if (number_parse_whole(value, strlen(value), 0, 1000000000, &steps))
            options.steps = (size_t)steps;
        else
            command_usage(&command, "--steps needs a whole number",
                          "--steps braucht eine ganze Zahl");
    }
    if (argc - first != 2)
        command_usage(&command, "two files are needed", "zwei Dateien sind nötig");
    options.published = argv[first];
    options.codebook = argv[first + 1];
    return options;
}

struct survey {
    const struct published *published;
    const struct codebook *codebook;
    struct findings findings;
    size_t steps;
};

/* One question, row or option: by each grouping, together with its condition, and by each pair
 * of groupings. */
static void attack_item(struct survey *survey, const struct question *question,
                        const char *item) {
    const struct codebook *book = survey->codebook;
    for (size_t i = 0; i < book->count; i++) {
        const struct question *grouping = &book->questions[i];
        if (!grouping->grouping || grouping == question)
            continue;
        struct attack *attack = attack_new(survey->published, "linear");
        attack_table(attack, question, item, grouping, false);
        size_t contradictions = survey->findings.contradictions;
        attack_linear(attack, &survey->findings);
        if (survey->findings.contradictions == contradictions)
            attack_integer(attack, &survey->findings, survey->steps);
        attack_free(attack);
        couple_condition(survey->published, book, question, item, grouping, &survey->findings);
        for (size_t k = i + 1; k < book->count; k++)
            if (book->questions[k].grouping && &book->questions[k] != question)
                couple_groupings(survey->published, question, item, grouping,
                                 &book->questions[k], &survey->findings);
    }
}

/* A question over all respondents alone. */
static void attack_whole(struct survey *survey, const struct question *question,
                         const char *item) {
    struct attack *attack = attack_new(survey->published, "linear");
    attack_table(attack, question, item, NULL, false);
    attack_linear(attack, &survey->findings);
    attack_free(attack);
}

static void attack_question(struct survey *survey, const struct question *question) {
    const struct codebook *book = survey->codebook;
    bool items = question->kind == KIND_MATRIX || question->kind == KIND_MULTI ||
                 question->kind == KIND_RANKING;
    for (size_t i = 0; i < (items ? question->item_count : 1); i++) {
        const char *item = items ? question->items[i].id : "";
        attack_whole(survey, question, item);
        attack_item(survey, question, item);
    }
    if (question->kind == KIND_NUMBER)
        numbers_attack(survey->published, question, &survey->findings, 400 * survey->steps);
    for (size_t i = 0; i < book->count; i++)
        if (book->questions[i].grouping &&
            (question->kind == KIND_MULTI || question->kind == KIND_RANKING))
            couple_options(survey->published, question, &book->questions[i], &survey->findings);
}

/* False where a claim is not true. */
static bool check_truth(const struct findings *findings, const char *path, struct diag *diag) {
    struct results *results = results_read(path, diag);
    if (results == NULL)
        return false;
    size_t wrong, claims = truth_check(findings, results, stdout, &wrong);
    printf("claims %zu, false %zu\n", claims, wrong);
    results_free(results);
    return wrong == 0;
}

static int report(struct findings *findings) {
    findings_print(findings, stdout);
    if (findings->undecided > 0)
        printf("undecided %zu\n", findings->undecided);
    if (findings->contradictions > 0)
        printf("contradictions %zu\n", findings->contradictions);
    else if (findings->count == 0)
        puts("holds");
    if (findings->contradictions > 0)
        return EXIT_DATA;
    return findings->count > 0 ? EXIT_BROKEN : EXIT_FINE;
}

static void attack_survey(struct survey *survey) {
    rules_check(survey->published, survey->codebook, &survey->findings);
    verdicts_check(survey->published, survey->codebook, &survey->findings);
    for (size_t i = 0; survey->published->accepted > 0 && i < survey->codebook->count; i++)
        if (survey->codebook->questions[i].kind != KIND_TEXT)
            attack_question(survey, &survey->codebook->questions[i]);
}

int main(int argc, char **argv) {
    struct options options = read_options(argc, argv);
    struct diag *diag = diag_new(stderr);
    struct published *published = published_read(options.published, diag);
    struct codebook *codebook = codebook_read(options.codebook, diag);
    int code = EXIT_DATA;
    if (published != NULL && codebook != NULL) {
        struct survey survey = {
            .published = published, .codebook = codebook, .steps = options.steps};
        attack_survey(&survey);
        if (options.views)
            rules_print_views(published, codebook, stdout);
        if (options.linked)
            linked_print(published, codebook, stdout);
        code = report(&survey.findings);
        if (options.truth != NULL && !check_truth(&survey.findings, options.truth, diag))
            code = EXIT_DATA;
        findings_free(&survey.findings);
    }
    diag_finish(diag);
    diag_free(diag);
    published_free(published);
    codebook_free(codebook);
    return code;
}
