#include "protect/association.h"

#include "inference/distribution.h"

/* Of the coded groups: those outside the scale are in no test. An option is ticked or not. */
static double sum_of(const struct group_table *table, size_t answer) {
    int64_t sum = 0;
    for (size_t group = 0; group < table->coded; group++) {
        if (table->ticks > 0 && answer < table->ticks)
            sum += answer == 0 ? group_table_ticks(table, group) : 0;
        else
            sum += table->counts[group * table->answers + answer];
    }
    return (double)sum;
}

/* Kruskal's H is (n - 1) between / all, both sums of squares of the mid-ranks less their mean
 * (n + 1) / 2. */
static void weigh_ranks(struct association *association) {
    double below = 0, all = 0;
    for (size_t answer = 0; answer < association->table->answers; answer++) {
        double sum = sum_of(association->table, answer);
        association->weights[answer] = below + (sum - association->base) / 2;
        all += sum * association->weights[answer] * association->weights[answer];
        below += sum;
    }
    association->scale = all > 0 ? (association->base - 1) / all : 0;
}

/* Pearson's chi-square is n * sum of x^2 / (group * answer) - n. */
static void weigh_squares(struct association *association) {
    for (size_t answer = 0; answer < association->table->answers; answer++) {
        double sum = sum_of(association->table, answer);
        association->weights[answer] = sum > 0 ? 1 / sum : 0;
    }
    association->scale = association->base;
}

struct association *association_new(struct arena *arena, const struct group_table *table) {
    struct association *association = arena_allocate(arena, 1, sizeof *association);
    double groups = 0, used = 0;
    association->table = table;
    association->ordered =
        !group_table_has_options(table) && table->question->codes->measure == MEASURE_ORDINAL;
    association->weights = arena_allocate(arena, table->answers, sizeof *association->weights);
    for (size_t group = 0; group < table->coded; group++) {
        association->base += (double)table->bases[group];
        groups += table->bases[group] > 0;
    }
    for (size_t answer = 0; answer < table->answers; answer++)
        used += sum_of(table, answer) > 0;
    association->degrees = (groups - 1) * (association->ordered ? 1 : used - 1);
    if (association->ordered)
        weigh_ranks(association);
    else
        weigh_squares(association);
    return association;
}

double association_of_group(const struct association *association, size_t group,
                            const int64_t *counts) {
    double sum = 0;
    if (group >= association->table->coded || association->table->bases[group] == 0)
        return 0;
    for (size_t answer = 0; answer < association->table->answers; answer++) {
        double count = (double)counts[answer];
        for (; answer + 1 < association->table->ticks; answer++) /* all ticks are one answer */
            count += (double)counts[answer + 1];
        sum += association->weights[answer < association->table->ticks ? 0 : answer] *
               (association->ordered ? count : count * count);
    }
    if (association->ordered)
        sum *= sum;
    return sum / (double)association->table->bases[group];
}

double association_of(const struct association *association, const int64_t *counts) {
    double strength = 0;
    for (size_t group = 0; group < association->table->coded; group++)
        strength += association_of_group(association, group,
                                         &counts[group * association->table->answers]);
    return strength;
}

bool association_is_weak(const struct association *association, double strength) {
    double probability, statistic = association->scale * strength;
    if (!association->ordered)
        statistic -= association->base;
    if (association->degrees < 1)
        return false;
    return distribution_chi_square_upper(statistic > 0 ? statistic : 0, association->degrees,
                                         &probability) &&
           probability >= 0.2;
}
