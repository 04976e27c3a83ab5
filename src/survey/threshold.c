#include "survey/threshold.h"

enum { SMALL_GROUP = 3 }; /* times min_cell */

bool threshold_hides(int64_t people, int64_t threshold) {
    return people > 0 && people < threshold;
}

bool threshold_shows_group(int64_t base, int64_t min_group) {
    return base >= min_group;
}

bool threshold_is_small_group(int64_t base, int64_t min_cell) {
    return threshold_hides(base, SMALL_GROUP * min_cell);
}
