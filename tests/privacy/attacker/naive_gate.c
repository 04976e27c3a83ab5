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
 * numbers  nothing by group, but over all respondents all figures of numbers that were hidden
 *
 * Prints to standard error how many single cells it hid, or figures it did not hide. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "survey/results.h"

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

/* Returns how many figures it did not hide. */
static size_t write_numbers(const struct results *published, const struct results *results) {
    size_t found = 0;
    for (size_t i = 0; i < published->count; i++) {
        const struct result *row = &published->rows[i];
        const struct result *whole = *row->by == '\0' ? hidden_number(row, results) : NULL;
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
    if (strcmp(argv[1], "numbers") == 0) {
        fprintf(stderr, "%zu figures not hidden\n", write_numbers(published, results));
    } else {
        write_whole(published, results);
        size_t hidden =
            write_groups(argv[1], results, strtod(least + strlen("min_cell="), NULL));
        fprintf(stderr, "%zu cells hidden\n", hidden);
    }
    results_free(published);
    results_free(results);
    return EXIT_FINE;
}
