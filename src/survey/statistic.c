#include "survey/statistic.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

static const struct {
    const char *name;
    enum statistic_kind kind;
} statistics[STATISTIC_END] = {[STATISTIC_NONE] = {"", KIND_UNKNOWN},
#define STATISTIC_ROW(identifier, name, kind) [STATISTIC_##identifier] = {name, KIND_##kind},
                               STATISTICS(STATISTIC_ROW)
#undef STATISTIC_ROW
};

const char *statistic_name(enum statistic statistic) {
    assert(statistic < STATISTIC_END);
    return statistics[statistic].name;
}

enum statistic statistic_named(const char *name) {
    for (size_t i = 1; i < STATISTIC_END; i++)
        if (strcmp(statistics[i].name, name) == 0)
            return (enum statistic)i;
    return STATISTIC_NONE;
}

enum statistic_kind statistic_kind(enum statistic statistic) {
    assert(statistic < STATISTIC_END);
    return statistics[statistic].kind;
}
