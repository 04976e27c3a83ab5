/* A gate that does what looks safe and is not, to show that the attacker sees it. What is
 * in a published file over all respondents passes as it is; the rows by group it takes from
 * results.csv, and publishes:
 *
 *     naive_gate MODE published.csv results.csv >naive.csv
 *
 * cells    all counts and shares, but single cells below min_cell are hidden
 * means    only means and standard deviations
 * tests    only test statistics and p
 * verdict  only the verdict
 * all      everything
 * groups   all counts of the groups with at least five answers, where each is 0 or at least
 *          min_cell; who is in no group is nobody
 * verdicts as the real gate, but each verdict turned round
 * groupings as the real gate, and one more grouping, all counts with a base of five
 * numbers  nothing by group, but over all respondents all figures of numbers that were hidden
 * filters  nothing by group, but over all respondents all figures that were hidden because only
 *          a group was asked
 *
 * Prints to standard error how many single cells it hid, or figures it did not hide. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "survey/results.h"

enum { LEAST_GROUP = 5 }; /* the min_group of the surveys that it is tried on */

static bool is_among(const char *name, const char *names) {
    size_t length = strlen(name);
    for (const char *at = names; (at = strstr(at, name)) != NULL; at += length)
        if ((at == names || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
            return true;
    return false;
}

/* Whether the mode lets a row by group through. */
static bool passes(const char *mode, const struct result *row) {
    if (strcmp(mode, "all") == 0)
        return true;
    if (strcmp(mode, "cells") == 0)
        return *row->level != '\0' &&
               is_among(statistic_name(row->statistic),
                        "count share set top2 bottom2 first top answered");
    if (strcmp(mode, "means") == 0)
        return *row->level != '\0' && is_among(statistic_name(row->statistic), "mean sd");
    if (strcmp(mode, "tests") == 0)
        return *row->level == '\0' &&
               !is_among(statistic_name(row->statistic), "p_adjusted verdict");
    return *row->level == '\0' && row->statistic == STATISTIC_VERDICT;
}

/* A count or share by group about fewer than that many. */
static bool is_small(const struct result *row, double least) {
    if (*row->level == '\0' || !row->has_value || !row->has_n)
        return false;
    if (is_among(statistic_name(row->statistic), "mean sd answered"))
        return false;
    double count = row->statistic == STATISTIC_COUNT ? row->value : row->value * (double)row->n;
    return count > 0.5 && count < least - 0.5;
}

static struct results *read_file(const char *path) {
    struct diag *diag = diag_new(stderr);
    struct results *results = results_read(path, diag);
    diag_free(diag);
    if (results == NULL)
        exit(EXIT_DATA);
    return results;
}

/* A figure of a number that the real gate hid. */
static const struct result *hidden_number(const struct result *row,
                                          const struct results *results) {
    if (row->flag != FLAG_SUPPRESSED || strcmp(row->method, "P6") != 0 ||
        !is_among(statistic_name(row->statistic), "mean sum sd q1 median q3"))
        return NULL;
    return results_find(results, row->question, row->item, row->category, row->statistic);
}

/* A figure of a question that only a group was asked. */
static const struct result *hidden_filter(const struct result *row,
                                          const struct results *results) {
    if (row->flag != FLAG_SUPPRESSED || strcmp(row->method, "P20") != 0)
        return NULL;
    return results_find(results, row->question, row->item, row->category, row->statistic);
}

typedef const struct result *hidden_function(const struct result *row,
                                             const struct results *results);

/* Returns how many figures it did not hide. */
static size_t write_whole_with(hidden_function *hidden, const struct results *published,
                               const struct results *results) {
    size_t found = 0;
    for (size_t i = 0; i < published->count; i++) {
        const struct result *row = &published->rows[i];
        const struct result *whole = *row->by == '\0' ? hidden(row, results) : NULL;
        if (*row->by == '\0')
            results_write(stdout, whole != NULL ? whole : row);
        found += whole != NULL;
    }
    return found;
}

/* The rows over all respondents; how many tests were made may not be there yet. */
static void write_whole(const struct results *published, const struct results *results) {
    for (size_t i = 0; i < published->count; i++)
        if (*published->rows[i].by == '\0')
            results_write(stdout, &published->rows[i]);
    const struct result *tests = results_find(results, "", "", "", STATISTIC_TESTS);
    if (tests != NULL && results_find(published, "", "", "", STATISTIC_TESTS) == NULL)
        results_write(stdout, tests);
}

static size_t write_groups(const char *mode, const struct results *results, double least) {
    size_t hidden = 0;
    for (size_t i = 0; i < results->count; i++) {
        struct result row = results->rows[i];
        if (*row.by == '\0' || !passes(mode, &row))
            continue;
        if (strcmp(mode, "cells") == 0 && is_small(&row, least)) {
            row.has_value = row.has_low = row.has_high = row.has_n = false;
            row.flag = FLAG_SUPPRESSED;
            row.method = "P3";
            hidden++;
        }
        results_write(stdout, &row);
    }
    return hidden;
}

/* Whether two rows are of one table. */
static bool same_table(const struct result *a, const struct result *b) {
    return strcmp(a->question, b->question) == 0 && strcmp(a->item, b->item) == 0 &&
           strcmp(a->by, b->by) == 0;
}

static bool is_count(const struct result *row) {
    return *row->level != '\0' && row->has_value && row->has_n &&
           is_among(statistic_name(row->statistic), "share top set");
}

/* A table by codes whose groups have no or at least five answers, its counts 0 or at least
 * min_cell. */
static bool is_fine(const struct results *results, const struct result *of, double least) {
    bool any = false;
    for (size_t i = 0; i < results->count; i++) {
        const struct result *row = &results->rows[i];
        if (!same_table(row, of) || !is_count(row))
            continue;
        any = true;
        if (row->n < LEAST_GROUP || is_small(row, least))
            return false;
    }
    return any && strstr(of->by, ".coarse") == NULL;
}

/* Returns how many rows it wrote. by: of that grouping alone; NULL: of all. */
static size_t write_fine(const struct results *results, double least, const char *by) {
    size_t written = 0;
    for (size_t i = 0; i < results->count; i++) {
        const struct result *row = &results->rows[i];
        if (*row->by == '\0' || !is_count(row) || (by != NULL && strcmp(row->by, by) != 0) ||
            !is_fine(results, row, least))
            continue;
        results_write(stdout, row);
        written++;
    }
    return written;
}

/* A grouping that the real gate shows nothing of. */
static const char *other_grouping(const struct results *published,
                                  const struct results *results) {
    for (size_t i = 0; i < results->count; i++) {
        const struct result *row = &results->rows[i];
        bool shown = *row->by == '\0' || strstr(row->by, ".coarse") != NULL;
        size_t length = strlen(row->by);
        for (size_t k = 0; !shown && k < published->count; k++)
            shown = strncmp(published->rows[k].by, row->by, length) == 0 &&
                    *published->rows[k].level != '\0' && published->rows[k].has_value;
        if (!shown)
            return row->by;
    }
    return NULL;
}

/* Returns how many verdicts it turned round. */
static size_t write_turned(const struct results *published) {
    size_t turned = 0;
    for (size_t i = 0; i < published->count; i++) {
        struct result row = published->rows[i];
        if (row.statistic == STATISTIC_VERDICT && row.has_value) {
            row.value = 1 - row.value;
            turned++;
        }
        results_write(stdout, &row);
    }
    return turned;
}

/* True where it was one of the modes that take what the real gate shows. */
static bool write_more(const char *mode, const struct results *published,
                       const struct results *results, double least) {
    size_t written = 0;
    if (strcmp(mode, "numbers") == 0) {
        written = write_whole_with(hidden_number, published, results);
    } else if (strcmp(mode, "filters") == 0) {
        written = write_whole_with(hidden_filter, published, results);
    } else if (strcmp(mode, "verdicts") == 0) {
        written = write_turned(published);
    } else if (strcmp(mode, "groups") == 0) {
        write_whole(published, results);
        written = write_fine(results, least, NULL);
    } else if (strcmp(mode, "groupings") == 0) {
        for (size_t i = 0; i < published->count; i++)
            results_write(stdout, &published->rows[i]);
        const char *other = other_grouping(published, results);
        written = other == NULL ? 0 : write_fine(results, least, other);
    } else {
        return false;
    }
    fprintf(stderr, "%zu figures not hidden\n", written);
    return true;
}

int main(int argc, char **argv) {
    die_set_program("naive_gate");
    if (argc != 4)
        die(EXIT_USAGE, "usage: naive_gate MODE published.csv results.csv",
            "Aufruf: naive_gate ART published.csv results.csv");
    struct results *published = read_file(argv[2]), *results = read_file(argv[3]);
    const char *least = results_are_published(published)
                            ? strstr(published->rows[0].method, "min_cell=")
                            : NULL;
    if (least == NULL)
        die(EXIT_DATA, "%s does not tell its thresholds", "%s nennt seine Schwellen nicht",
            argv[2]);
    results_write_header(stdout);
    double cell = strtod(least + strlen("min_cell="), NULL);
    if (!write_more(argv[1], published, results, cell)) {
        write_whole(published, results);
        fprintf(stderr, "%zu cells hidden\n", write_groups(argv[1], results, cell));
    }
    results_free(published);
    results_free(results);
    return EXIT_FINE;
}
