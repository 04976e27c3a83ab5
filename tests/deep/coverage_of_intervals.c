/* Proves by enumeration that the hypergeometric interval covers at least 95 % for every K, for
 * all n from 5 to 200 and N of n + 1, 1.2 n, 2 n and 10 n, and prints the table for the notes
 * on method. Exits 1 where it does not. */
#include <stdio.h>
#include <stdlib.h>

#include "coverage.h"

static const char *const names[COVERAGE_METHODS] = {"hypergeometric", "Wald", "Wilson",
                                                    "Clopper-Pearson"};
static const char *const populations[COVERAGE_POPULATIONS] = {"n+1", "1.2n", "2n", "10n"};

static void print_line(const char *population, const char *n, const struct coverage *coverage) {
    printf("%-5s %-8s", population, n);
    for (int method = 0; method < COVERAGE_METHODS; method++)
        printf("   %.4f  %.4f", coverage->least[method], coverage->width[method]);
    putchar('\n');
}

/* Adds to the worst and to the mean of all n. */
static void join(struct coverage *all, const struct coverage *one, double weight) {
    for (int method = 0; method < COVERAGE_METHODS; method++) {
        all->least[method] = fmin(all->least[method], one->least[method]);
        all->width[method] += weight * one->width[method];
    }
}

int main(void) {
    bool fine = true;
    printf("Least coverage of all K, and mean width over all K, of 95 %% intervals for a "
           "share\n%-5s %-8s",
           "N", "n");
    for (int method = 0; method < COVERAGE_METHODS; method++)
        printf("   %-15s ", names[method]);
    putchar('\n');
    for (int number = 0; number < COVERAGE_POPULATIONS; number++) {
        struct coverage all = {{1, 1, 1, 1}, {0}};
        for (int64_t n = 5; n <= COVERAGE_LARGEST; n++) {
            struct coverage one = coverage_of(n, coverage_population(n, number));
            join(&all, &one, 1.0 / (COVERAGE_LARGEST - 4));
            fine = fine && one.least[HYPERGEOMETRIC] >= 0.95;
            char text[24];
            snprintf(text, sizeof text, "%lld", (long long)n);
            if (n == 5 || n == 12 || n == 25 || n == 40 || n == 100 || n == 200)
                print_line(populations[number], text, &one);
        }
        print_line(populations[number], "5..200", &all);
    }
    puts(fine ? "ok coverage of the hypergeometric interval: at least 95 % everywhere"
              : "not ok coverage of the hypergeometric interval: below 95 % somewhere");
    return fine ? EXIT_SUCCESS : EXIT_FAILURE;
}
