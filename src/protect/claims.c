#include "protect/claims.h"

#include <stdlib.h>

#include "base/memory.h"
#include "inference/adjustment.h"
#include "inference/least_difference.h"

/* The p-values of the tables that are shown, and then 1 for the others. */
struct family {
    struct decision **shown;
    double *p;
    size_t shown_count, count;
};

/* The two largest groups that are shown; how many answered in all of them. */
struct bases {
    int64_t first, second, all;
    size_t count;
};

static struct bases bases_of(const struct cut *cut) {
    struct bases bases = {0};
    for (size_t unit = 0; unit < cut->units; unit++) {
        int64_t base = cut->shown[unit] ? cut->bases[unit] : 0;
        bases.count += cut->shown[unit];
        bases.all += base;
        if (base > bases.first) {
            bases.second = bases.first;
            bases.first = base;
        } else if (base > bases.second) {
            bases.second = base;
        }
    }
    return bases;
}

/* A test of other groups than those that are shown says nothing about these. */
static const struct table_test *test_of(const struct group_table *table,
                                        const struct decision *decision) {
    if (decision->cut == NULL)
        return NULL;
    const struct table_test *test = &table->tests[view_is_coarse(decision->view)];
    struct bases bases = bases_of(decision->cut);
    return test->defined && bases.count > 1 && bases.all == test->n ? test : NULL;
}

static void collect(struct family *family, struct group_part *part) {
    for (size_t i = 0; i < part->tables.count; i++) {
        const struct group_table *table = &part->tables.tables[i];
        const struct table_test *test =
            table->present ? test_of(table, &part->decisions[i]) : NULL;
        if (test == NULL)
            continue;
        family->shown[family->shown_count] = &part->decisions[i];
        family->p[family->shown_count++] = test->p;
    }
}

static struct family family_of(struct group_part *parts, size_t count, int64_t tests) {
    struct family family = {0};
    size_t tables = 0;
    for (size_t i = 0; i < count; i++)
        tables += parts[i].tables.count;
    size_t room = tests > (int64_t)tables ? (size_t)tests : tables;
    family.p = memory_allocate(room, sizeof *family.p);
    family.shown = memory_allocate(tables, sizeof *family.shown);
    for (size_t i = 0; i < count; i++)
        collect(&family, &parts[i]);
    family.count = tests > (int64_t)family.shown_count ? (size_t)tests : family.shown_count;
    for (size_t i = family.shown_count; i < family.count; i++)
        family.p[i] = 1;
    return family;
}

void claims_decide(struct group_part *parts, size_t count, int64_t tests) {
    struct family family = family_of(parts, count, tests);
    adjustment_benjamini_hochberg(family.p, family.count, family.p);
    for (size_t i = 0; i < family.shown_count; i++) {
        struct decision *decision = family.shown[i];
        struct bases bases = bases_of(decision->cut);
        decision->claim =
            adjustment_is_significant(family.p[i]) ? CLAIM_DIFFERENT : CLAIM_ALIKE;
        decision->least_difference =
            least_difference(bases.first, bases.second, (double)family.count);
    }
    free(family.p);
    free(family.shown);
}
