#include "findings/figures.h"

#include <math.h>
#include <stddef.h>

struct figure figure_of(int64_t count, int64_t base) {
    if (base <= 0 || count < 0 || count > base)
        return (struct figure){.state = FIGURE_ABSENT};
    return (struct figure){.state = FIGURE_SHOWN, .count = count, .base = base};
}

static struct figure hidden(const struct result *result) {
    return (struct figure){.state = FIGURE_HIDDEN, .rule = result->method};
}

static struct figure from_count(const struct results *results, const struct result *result) {
    int64_t base = result->has_n ? result->n : -1;
    if (base < 0 && result->by[0] == '\0')
        base = figure_whole(results, result->question, result->item, "", STATISTIC_ANSWERED);
    bool sound = result->has_value && result->value >= 0 && result->value <= (double)base;
    return figure_of(sound ? (int64_t)llround(result->value) : -1, base);
}

/* A share is a quotient of whole numbers, so the count comes back exactly. */
static struct figure from_share(const struct result *result) {
    if (!result->has_value || !result->has_n || result->value < 0 || result->value > 1)
        return (struct figure){.state = FIGURE_ABSENT};
    return figure_of((int64_t)llround(result->value * (double)result->n), result->n);
}

struct figure figure_share_by(const struct results *results, const char *question,
                              const char *item, const char *category, const char *by,
                              const char *level, enum statistic statistic) {
    const struct result *share =
        results_find_by(results, question, item, category, by, level, statistic);
    if (share != NULL && share->flag != FLAG_SUPPRESSED)
        return from_share(share);
    const struct result *count = NULL;
    if (statistic == STATISTIC_SHARE)
        count = results_find_by(results, question, item, category, by, level, STATISTIC_COUNT);
    if (count == NULL)
        return share != NULL ? hidden(share) : (struct figure){.state = FIGURE_ABSENT};
    return count->flag == FLAG_SUPPRESSED ? hidden(count) : from_count(results, count);
}

struct figure figure_share(const struct results *results, const char *question,
                           const char *item, const char *category, enum statistic statistic) {
    return figure_share_by(results, question, item, category, "", "", statistic);
}

/* Who answered beside the scale is among the missing here, which only makes the frame wider. */
static bool widest_frame(const struct results *results, const struct result *share,
                         int64_t invited, struct frame *frame) {
    struct figure figure =
        figure_share(results, share->question, share->item, share->category, share->statistic);
    *frame = (struct frame){
        .low = figure.count, .high = figure.count + invited - figure.base, .invited = invited};
    return figure.state == FIGURE_SHOWN && invited >= figure.base;
}

bool figure_frame(const struct results *results, const struct result *share, int64_t invited,
                  struct frame *frame) {
    const char *category =
        share->category[0] != '\0' ? share->category : statistic_name(share->statistic);
    const struct result *bounds =
        results_find(results, share->question, share->item, category, STATISTIC_BOUNDS);
    if (bounds == NULL)
        return invited > 0 && widest_frame(results, share, invited, frame);
    if (invited == 0 || !bounds->has_low || !bounds->has_high || !bounds->has_n)
        return false;
    int64_t tipping =
        figure_whole(results, share->question, share->item, category, STATISTIC_TIPPING);
    *frame = (struct frame){.low = llround(bounds->low * (double)bounds->n),
                            .high = llround(bounds->high * (double)bounds->n),
                            .invited = bounds->n,
                            .tipping = tipping > 0 ? tipping : 0};
    return true;
}

bool figure_value(const struct results *results, const char *question, const char *item,
                  enum statistic statistic, double *value, int64_t *n) {
    const struct result *result = results_find(results, question, item, "", statistic);
    if (result == NULL || !result->has_value)
        return false;
    *value = result->value;
    *n = result->has_n ? result->n : 0;
    return true;
}

int64_t figure_whole(const struct results *results, const char *question, const char *item,
                     const char *category, enum statistic statistic) {
    const struct result *result = results_find(results, question, item, category, statistic);
    if (result == NULL || !result->has_value || result->value < 0 || result->value > 1e15)
        return -1;
    return (int64_t)llround(result->value);
}

int figure_compare(const struct figure *a, const struct figure *b) {
    int64_t left = a->count * b->base, right = b->count * a->base;
    return (left > right) - (left < right);
}
