/* Pictures of number questions: the published classes. */
#include "base/number.h"
#include "charts/plan_parts.h"
#include "wording/classes.h"
#include "wording/missing.h"

/* Without trailing zeros: 2,5 and 10. */
static const char *bound_of(const struct teller *teller, int64_t value, int decimals) {
    struct rounded bound = {value, decimals};
    while (bound.decimals > 0 && bound.value % 10 == 0) {
        bound.value /= 10;
        bound.decimals--;
    }
    return voice_rounded(&teller->voice, bound);
}

/* Whole numbers fill the axis up to the next one; a class of one value needs a width too. */
static void set_bounds(struct chart_row *row, const struct number_class *class, int decimals) {
    double units = (double)number_power_of_ten(decimals);
    bool further = class->closed && (decimals == 0 || class->low == class->high);
    row->from = (double)class->low / units;
    row->to = (double)(class->high + (further ? 1 : 0)) / units;
}

bool plan_number(const struct teller *teller, const struct question *question,
                 struct chart *chart) {
    size_t count;
    const struct number_class *classes = classes_of(teller, question, &count);
    struct chart_row *rows = arena_allocate(teller->voice.arena, count + 1, sizeof *rows);
    for (size_t i = 0; i < count; i++) {
        rows[i].label = classes[i].label;
        rows[i].edge = bound_of(teller, classes[i].low, question->decimals);
        rows[i].end = bound_of(teller, classes[i].high, question->decimals);
        rows[i].share = plan_share(teller, &classes[i].figure);
        set_bounds(&rows[i], &classes[i], question->decimals);
    }
    chart->kind = CHART_HISTOGRAM;
    chart->rows = rows;
    chart->row_count = count;
    plan_note(teller, chart, missing_sentence(teller, question, true, NULL));
    return count > 0;
}
