#include "rules.h"

#include <math.h>
#include <string.h>

#include "table.h"
#include "view.h"

static bool is_one_of(const char *name, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

#define IS_ONE_OF(name, names) is_one_of(name, names, sizeof(names) / sizeof *(names))

struct check {
    const struct published *published;
    const struct codebook *codebook;
    struct findings *findings;
    const struct result *row;
    const struct question *question; /* NULL: a score, a gap, or the whole survey */
};

static void report(const struct check *check, const char *rule, const char *what,
                   int64_t count) {
    const struct result *row = check->row;
    const char *category = *row->category == '\0' ? row_statistic(row) : row->category;
    findings_add(check->findings, &(struct finding){.rule = rule,
                                                    .how = "shown",
                                                    .what = what,
                                                    .question = row->question,
                                                    .item = row->item,
                                                    .by = row->by,
                                                    .level = row->level,
                                                    .category = category,
                                                    .low = count,
                                                    .high = count});
}

static bool is_small(const struct check *check, int64_t count) {
    return count >= 1 && count < check->published->min_cell;
}

/* P6, over all respondents. */
static void check_number(const struct check *check) {
    static const char *const moments[] = {"mean", "sd", "sum"};
    static const char *const outer[] = {"q1", "q3"};
    const struct result *row = check->row;
    if (IS_ONE_OF(statistic_name(row->statistic), moments) && row->has_n &&
        row->n < check->published->min_report)
        report(check, "P6", "shown, of so few answers:", row->n);
    if (IS_ONE_OF(statistic_name(row->statistic), outer) && row->has_n && row->n < 20)
        report(check, "P6", "shown, fewer than 5 answers beyond it, of", row->n);
    if (row->statistic == STATISTIC_MEDIAN && row->has_n && row->n < 10)
        report(check, "P6", "shown, fewer than 5 answers beyond it, of", row->n);
    if (row->statistic == STATISTIC_SD && row->has_value && row->value == 0)
        report(check, "P6", "all answers are the same number", -1);
}

/* P7: a share of an identifying question that is a small count. */
static void check_identifying(const struct check *check) {
    int64_t count = row_count(check->row);
    if (row_is_share(check->row) && is_small(check, count))
        report(check, "P7", "shown as a share, count", count);
}

/* Scores and gaps of an identifying question that is itself hidden. */
static void check_derived(const struct check *check) {
    const struct codebook *book = check->codebook;
    for (size_t i = 0; i < book->derived_count; i++) {
        if (strcmp(book->derived[i].id, check->row->question) != 0)
            continue;
        const struct question *question = codebook_question(book, book->derived[i].source);
        if (question != NULL && question->identifying &&
            view_hidden(check->published, question))
            report(check, "P7", "shown, made of a question that is hidden", -1);
        if (question != NULL && question->filtered)
            report(check, "P20", "shown, made of a question that only a group was asked", -1);
    }
}

static bool is_state(const struct result *row) {
    static const char *const states[] = {"answered",  "skipped", "dont_know",
                                         "not_shown", "invalid", "outside"};
    return IS_ONE_OF(row_statistic(row), states);
}

/* P18: what so few say is no result. */
static void check_few(const struct check *check) {
    const struct result *row = check->row;
    if (!is_state(row) && row->has_n && row->n > 0 && row->n < check->published->min_report)
        report(check, "P18", "shown, of so few answers:", row->n);
}

/* P7: why some gave no answer, of a question about who they are. */
static void check_state(const struct check *check) {
    const struct result *row = check->row;
    if (row->statistic != STATISTIC_ANSWERED && is_state(row) &&
        is_small(check, row_count(row)))
        report(check, "P7",
               "shown, a small number of those who gave no answer:", row_count(row));
}

/* P20: who was asked is a group. */
static void check_asked(const struct check *check) {
    const struct result *row = check->row;
    int64_t count = row_count(row);
    if (row->statistic == STATISTIC_ANSWERED && is_small(check, count))
        report(check, "P20", "shown, answers of those who were asked:", count);
    if (is_state(row))
        return;
    if (row->has_n && row->n > 0 && row->n < check->published->min_group)
        report(check, "P20", "shown, answers of those who were asked:", row->n);
    if (check->question->kind == KIND_NUMBER)
        report(check, "P20", "shown, of a number that only a group was asked for", -1);
    bool counts = row_is_share(row) || row->statistic == STATISTIC_COUNT;
    if (counts && is_small(check, count))
        report(check, "P20", "shown of those who were asked, count", count);
    if (counts && count >= 0 && check->question->sensitive && row->has_n &&
        is_small(check, row->n - count))
        report(check, "P20", "shown of those who were asked, count beside it", row->n - count);
}

static void check_whole(const struct check *check) {
    check_few(check);
    if (check->question != NULL && check->question->filtered)
        check_asked(check);
    if (check->question != NULL && (check->question->filtered || check->question->identifying))
        check_state(check);
    if (check->question == NULL)
        check_derived(check);
    else if (check->question->kind == KIND_NUMBER)
        check_number(check);
    if (check->question != NULL && check->question->identifying)
        check_identifying(check);
}

/* A count or share by group. */
static void check_count(const struct check *check) {
    int64_t count = row_count(check->row);
    if (is_small(check, count))
        report(check, "P3", "shown by group, count", count);
    if (count >= 0 && check->question->sensitive && check->row->has_n &&
        is_small(check, check->row->n - count))
        report(check, "P3", "shown by group, count beside it", check->row->n - count);
}

/* Whether all counts are beside the row from which it could be computed. */
static bool follows(const struct check *check) {
    static const char *const moments[] = {"mean", "sd", "median", "q1", "q3"};
    const struct result *row = check->row;
    if (check->question == NULL)
        return false;
    if (row->statistic == STATISTIC_ANY)
        return view_exclusive_shown(check->published, check->question, row);
    return IS_ONE_OF(statistic_name(row->statistic), moments) &&
           view_counts_shown(check->published, check->question, row);
}

static void check_by_group(const struct check *check) {
    static const char *const counts[] = {"count",   "share", "set", "top2",
                                         "bottom2", "first", "top"};
    const struct result *row = check->row;
    if (check->question != NULL && check->question->apart) {
        report(check, "P12", "shown by group, but the list of contacts has it too", -1);
        return;
    }
    if (check->question != NULL && check->question->filtered)
        report(check, "P20", "shown by group, of a question that only a group was asked", -1);
    if (*row->level == '\0') {
        if (row->statistic != STATISTIC_VERDICT && !row_is_least_difference(row))
            report(check, "P4", "shown, of a test only the verdict may be", -1);
        return;
    }
    if (row->has_n && row->n < check->published->min_group)
        report(check, "P2", "shown, answers in the group:", row->n);
    bool choice = check->question != NULL && check->question->kind != KIND_NUMBER &&
                  check->question->kind != KIND_TEXT;
    if (is_state(row) && row->statistic != STATISTIC_ANSWERED)
        report(check, "P8", "kinds of missing are shown by group", -1);
    else if (choice && IS_ONE_OF(statistic_name(row->statistic), counts))
        check_count(check);
    else if ((!choice || row->statistic != STATISTIC_ANSWERED) && !follows(check))
        report(check, "P4", "shown, and no function of the counts shown", -1);
}

/* A question, or one that a score or gap is made of, that nobody may be told apart in. */
static bool is_guarded(const struct check *check) {
    const struct codebook *book = check->codebook;
    if (check->question != NULL)
        return check->question->sensitive || check->question->identifying;
    for (size_t i = 0; i < book->derived_count; i++) {
        const struct question *question = codebook_question(book, book->derived[i].source);
        if (strcmp(book->derived[i].id, check->row->question) == 0 && question != NULL &&
            (question->sensitive || question->identifying))
            return true;
    }
    return false;
}

/* Who leads tells how many gave one answer and not the other. */
static void check_lead(const struct check *check) {
    if (strcmp(row_statistic(check->row), "lead") == 0 && is_guarded(check))
        report(check, "P7", "who leads is shown, of a sensitive or identifying list", -1);
}

static void check_row(const struct check *check) {
    static const char *const inner[] = {"min", "max", "largest", "second_largest", "magnitude"};
    const struct result *row = check->row;
    bool shows = row_shows(row);
    if (row->flag == FLAG_SUPPRESSED) {
        if (shows || row->has_n)
            report(check, "P16", "hidden, but a figure stands there", -1);
        if (*row->by != '\0' && strcmp(row->method, "P5") == 0)
            report(check, "P5", "the reason tells that a small group agrees", -1);
        return;
    }
    if (shows)
        check_lead(check);
    if (IS_ONE_OF(statistic_name(row->statistic), inner))
        report(check, "P6", "a row that is internal", -1);
    else if (shows && *row->by == '\0')
        check_whole(check);
    else if (shows)
        check_by_group(check);
}

/* P21: who answered of a level, and by its number invited who did not. */
static void check_response(const struct check *check) {
    const struct result *row = check->row;
    if (row->statistic != STATISTIC_ANSWERED || !row->has_value || *row->by == '\0')
        return;
    const struct result *invited = results_find_by(check->published->results, "", "", "",
                                                   row->by, row->level, STATISTIC_INVITED);
    int64_t answered = llround(row->value), least = check->published->min_cell;
    if (answered < least)
        report(check, "P21", "shown, answered of the level:", answered);
    if (invited != NULL && invited->has_value && llround(invited->value) - answered < least)
        report(check, "P21",
               "shown, missing of the level:", llround(invited->value) - answered);
}

void rules_check(const struct published *published, const struct codebook *codebook,
                 struct findings *findings) {
    struct check check = {.published = published, .codebook = codebook, .findings = findings};
    for (size_t i = 0; i < published->results->count; i++) {
        check.row = &published->results->rows[i];
        check.question = codebook_question(codebook, check.row->question);
        if (*check.row->question == '\0') {
            check_response(&check);
            continue;
        }
        if (published->accepted < published->min_report) {
            report(&check, "P1", "results of so few answers:", published->accepted);
            return;
        }
        check_row(&check);
    }
    views_check(published, codebook, findings);
}
