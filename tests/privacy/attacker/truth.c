#include "truth.h"

#include <math.h>
#include <string.h>

/* The count that a finding is about, or -1 where no single row holds it. */
static int64_t count_of(const struct finding *finding, const struct results *results) {
    bool first = strcmp(finding->category, "first") == 0;
    bool top = strcmp(finding->category, "top") == 0;
    enum statistic statistic = first ? STATISTIC_FIRST : top ? STATISTIC_TOP : STATISTIC_COUNT;
    const char *category = first || top ? "" : finding->category;
    for (size_t i = 0; i < results->count; i++) {
        const struct result *row = &results->rows[i];
        if (row->statistic == statistic && strcmp(row->category, category) == 0 &&
            strcmp(row->question, finding->question) == 0 &&
            strcmp(row->item, finding->item) == 0 && strcmp(row->by, finding->by) == 0 &&
            strcmp(row->level, finding->level) == 0 && row->has_value)
            return llround(first || top ? row->value * (double)row->n : row->value);
    }
    return -1;
}

size_t truth_check(const struct findings *findings, const struct results *results, FILE *stream,
                   size_t *wrong) {
    size_t claims = 0;
    *wrong = 0;
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->list[i];
        if (finding->low < 0 || strcmp(finding->rule, "P4") != 0)
            continue;
        int64_t count = count_of(finding, results);
        if (count < 0)
            continue;
        claims++;
        if (count >= finding->low && count <= finding->high)
            continue;
        ++*wrong;
        fprintf(stream, "false %s/%s by %s=%s category %s: %lld\n", finding->question,
                finding->item, finding->by, finding->level, finding->category,
                (long long)count);
    }
    return claims;
}
