#include "stats/unmet.h"

struct unmet unmet_of(const struct tally *tally, size_t level, const struct gap *gap,
                      size_t row) {
    const int64_t *pairs = tally_pairs(tally, level, gap, row),
                  *without = tally_unmet_codes(tally, level, gap, row);
    size_t satisfactions = gap->satisfaction->codes->inside;
    struct unmet unmet = {0, 0};
    for (size_t i = 0; i < gap->importance->codes->inside; i++) {
        bool important = code_list_is_top(gap->importance->codes, i);
        for (size_t j = 0; j < satisfactions; j++) {
            int64_t count = pairs[i * satisfactions + j];
            unmet.base += count;
            if (important && !code_list_is_top(gap->satisfaction->codes, j))
                unmet.count += count;
        }
        unmet.base += without[i];
        unmet.count += important ? without[i] : 0;
    }
    return unmet;
}
