#include "protect/whitelist.h"

#include <stddef.h>
#include <string.h>

static const struct {
    const char *statistic;
    enum whitelist_kind kind;
    int quartile;
} list[] = {
    {"rows_read", WHITELIST_ACCOUNTING, 0},
    {"rows_accepted", WHITELIST_ACCOUNTING, 0},
    {"rows_rejected", WHITELIST_ACCOUNTING, 0},
    {"rows_duplicate", WHITELIST_ACCOUNTING, 0},
    {"rows_incomplete", WHITELIST_ACCOUNTING, 0},
    {"simulated", WHITELIST_ACCOUNTING, 0},
    {"invited", WHITELIST_ACCOUNTING, 0},
    {"response_rate", WHITELIST_ACCOUNTING, 0},
    {"answered", WHITELIST_STATE, 0},
    {"skipped", WHITELIST_STATE, 0},
    {"dont_know", WHITELIST_STATE, 0},
    {"not_shown", WHITELIST_STATE, 0},
    {"invalid", WHITELIST_STATE, 0},
    {"outside", WHITELIST_STATE, 0},
    {"count", WHITELIST_COUNT, 0},
    {"share", WHITELIST_SHARE, 0},
    {"set", WHITELIST_SHARE, 0},
    {"any", WHITELIST_SHARE, 0},
    {"first", WHITELIST_SHARE, 0},
    {"top", WHITELIST_SHARE, 0},
    {"top2", WHITELIST_SHARE, 0},
    {"bottom2", WHITELIST_SHARE, 0},
    {"unmet", WHITELIST_SHARE, 0},
    {"bounds", WHITELIST_BOUNDS, 0},
    {"mean", WHITELIST_SUM, 0},
    {"sd", WHITELIST_SUM, 0},
    {"sum", WHITELIST_SUM, 0},
    {"gap", WHITELIST_SUM, 0},
    {"q1", WHITELIST_QUANTILE, 1},
    {"median", WHITELIST_QUANTILE, 2},
    {"q3", WHITELIST_QUANTILE, 3},
    {"mean_rank", WHITELIST_RANK, 0},
    {"borda", WHITELIST_RANK, 0},
    {"alpha", WHITELIST_ALPHA, 0},
    {"tests", WHITELIST_TESTS, 0},
    {"verdict", WHITELIST_VERDICT, 0},
    {"friedman_p", WHITELIST_INTERNAL, 0},
    {"kendall_w", WHITELIST_INTERNAL, 0},
    {"gap_p", WHITELIST_INTERNAL, 0},
    {"chi2", WHITELIST_INTERNAL, 0},
    {"chi2_df", WHITELIST_INTERNAL, 0},
    {"chi2_p", WHITELIST_INTERNAL, 0},
    {"cramers_v", WHITELIST_INTERNAL, 0},
    {"residual", WHITELIST_INTERNAL, 0},
    {"kruskal_h", WHITELIST_INTERNAL, 0},
    {"kruskal_df", WHITELIST_INTERNAL, 0},
    {"kruskal_p", WHITELIST_INTERNAL, 0},
    {"epsilon2", WHITELIST_INTERNAL, 0},
    {"cliffs_delta", WHITELIST_INTERNAL, 0},
    {"exact_p", WHITELIST_INTERNAL, 0},
    {"p_adjusted", WHITELIST_INTERNAL, 0},
    {"min", WHITELIST_INTERNAL, 0},
    {"max", WHITELIST_INTERNAL, 0},
    {"largest", WHITELIST_INTERNAL, 0},
    {"second_largest", WHITELIST_INTERNAL, 0},
    {"magnitude", WHITELIST_INTERNAL, 0},
};

enum whitelist_kind whitelist_kind(const char *statistic) {
    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++)
        if (strcmp(statistic, list[i].statistic) == 0)
            return list[i].kind;
    return WHITELIST_UNKNOWN;
}

int whitelist_quartile(const char *statistic) {
    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++)
        if (strcmp(statistic, list[i].statistic) == 0)
            return list[i].quartile;
    return 0;
}
