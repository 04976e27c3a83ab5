#include "protect/response_rule.h"

#include <math.h>
#include <string.h>

#include "inference/interval.h"

static const struct result *find(const struct results *results, const struct grouping *grouping,
                                 size_t code, enum statistic statistic) {
    return results_find_by(results, "", "", "", grouping->question->id,
                           grouping->question->codes->codes[code].id, statistic);
}

/* True where who answered and who is missing are many enough. */
static bool is_safe(const struct results *results, const struct grouping *grouping, size_t code,
                    int64_t min_cell) {
    const struct result *invited = find(results, grouping, code, STATISTIC_INVITED),
                        *answered = find(results, grouping, code, STATISTIC_ANSWERED);
    if (invited == NULL || answered == NULL || !invited->has_value || !answered->has_value ||
        invited->value != (double)grouping->invited[code])
        return false;
    return answered->value >= (double)min_cell &&
           invited->value - answered->value >= (double)min_cell;
}

struct level_response level_response_of(const struct results *results,
                                        const struct grouping *grouping, bool hides_sizes,
                                        int64_t min_cell) {
    struct level_response response = {grouping, hides_sizes ? RULE_P7 : RULE_NONE, true};
    if (grouping->question->asked_if.question != NULL)
        response.rule = RULE_P20; /* its own counts may be hidden */
    if (grouping->invited == NULL)
        return (struct level_response){grouping, RULE_P21, false};
    for (size_t i = 0; i < grouping->question->codes->inside; i++) {
        if (grouping->invited[i] == 0)
            continue;
        const struct result *rate = find(results, grouping, i, STATISTIC_RESPONSE_RATE);
        response.placed = response.placed && rate != NULL && rate->has_value;
        if (response.rule == RULE_NONE && !is_safe(results, grouping, i, min_cell))
            response.rule = RULE_P21;
    }
    return response;
}

bool response_rule_concerns(const struct result *row) {
    return row->question[0] == '\0' && row->by[0] != '\0' && row->level[0] != '\0' &&
           (row->statistic == STATISTIC_INVITED || row->statistic == STATISTIC_ANSWERED ||
            row->statistic == STATISTIC_RESPONSE_RATE);
}

void response_rule_write(FILE *stream, const struct results *results,
                         const struct level_response *response) {
    const struct grouping *grouping = response->grouping;
    for (size_t i = 0; i < results->count; i++) {
        const struct result *row = &results->rows[i];
        if (grouping->invited == NULL || !response_rule_concerns(row) ||
            strcmp(row->by, grouping->question->id) != 0)
            continue;
        if (response->rule != RULE_NONE)
            result_block_write_suppressed(stream, row, response->rule);
        else
            results_write(stream, row);
    }
}

int64_t response_rule_population(const struct level_response *response, size_t code) {
    return response->rule == RULE_NONE && response->placed ? response->grouping->invited[code]
                                                           : 0;
}

int64_t response_rule_coarse_population(const struct level_response *response, size_t coarse) {
    int64_t sum = 0;
    for (size_t code = 0; code < response->grouping->question->codes->inside; code++)
        if (grouping_level_holds(response->grouping, coarse, code))
            sum += response_rule_population(response, code);
    return sum;
}

struct estimate response_rule_interval(int64_t count, int64_t n, int64_t population,
                                       double confidence) {
    return interval_share(count, n, population, confidence);
}

bool response_rule_forget_population(struct result *row, double confidence) {
    enum statistic_kind kind = statistic_kind(row->statistic);
    if (kind == KIND_BOUNDS)
        return false;
    if (row->flag == FLAG_CENSUS)
        row->flag = row->n < RESULTS_SMALL_BASE ? FLAG_SMALL : FLAG_NONE;
    row->has_low = row->has_high = false;
    row->method = "";
    if (kind == KIND_SHARE && row->has_value && row->has_n && row->n > 0) {
        struct estimate share = interval_wilson(result_block_people(row), row->n, confidence);
        row->has_low = row->has_high = share.has_interval;
        row->low = share.low;
        row->high = share.high;
        row->method = share.has_interval ? "wilson" : "";
    }
    return true;
}
