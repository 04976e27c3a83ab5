#include "charts/plan_number.h"

#include "base/number.h"
#include "findings/classes.h"
#include "survey/class_layout.h"
#include "wording/class_words.h"
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

/* All columns have one width, as their classes do: an open class too, and the last one that
 * also holds max. One that ends before it is full is narrower. */
static void set_bounds(struct chart_row *row, const struct number_class *class, int64_t width,
                       int decimals) {
    double units = (double)number_power_of_ten(decimals);
    int64_t low = class->open_low ? class->high - width : class->low;
    int64_t end = class->closed ? class->high + 1 : class->high;
    int64_t high = class->open_high || end - low > width ? low + width : end;
    row->from = (double)low / units;
    row->to = (double)high / units;
}

/* Of the classes that are neither open nor cut off at the end of all numbers. */
static int64_t width_of(const struct number_class *classes, size_t count) {
    int64_t width = 1;
    for (size_t i = 0; i < count; i++) {
        const struct number_class *class = &classes[i];
        if (!class->open_low && !class->open_high && class->high - class->low > width)
            width = class->high - class->low;
    }
    return width;
}

/* The median is drawn in the middle of its unit, as a class of whole numbers goes from its
 * least number to the one behind its greatest; in an open class, which has no bound of its own,
 * at most at its end. */
static void set_median(const struct teller *teller, const struct question *question,
                       struct chart *chart) {
    int64_t n;
    double value, half = 0.5 / (double)number_power_of_ten(question->decimals);
    double low = chart->rows[0].from, high = chart->rows[chart->row_count - 1].to;
    if (!figure_value(teller->facts.results, question->id, "", STATISTIC_MEDIAN, &value, &n))
        return;
    struct rounded median = question->years ? (struct rounded){rounding_nearest(value, 0), 0}
                                            : rounding_quantile(value, question->decimals);
    chart->has_line = true;
    chart->line = value + half < low ? low : value + half > high ? high : value + half;
    chart->line_words = voice_say(&teller->voice, PHRASE_CHART_MEDIAN, "value",
                                  voice_rounded(&teller->voice, median), NULL);
}

bool plan_number(const struct teller *teller, const struct question *question,
                 struct chart *chart) {
    size_t count;
    const struct number_class *classes = classes_of(&teller->facts, question, &count);
    struct chart_row *rows = arena_allocate(teller->voice.arena, count + 1, sizeof *rows);
    int64_t width = width_of(classes, count);
    for (size_t i = 0; i < count; i++) {
        const struct number_class *class = &classes[i];
        rows[i].label = class_label(teller, question, class);
        rows[i].edge =
            class->open_low ? rows[i].label : bound_of(teller, class->low, question->decimals);
        rows[i].end = class->open_high ? rows[i].label
                                       : bound_of(teller, class->high, question->decimals);
        rows[i].share = plan_share(teller, &class->figure);
        set_bounds(&rows[i], class, width, question->decimals);
    }
    chart->kind = CHART_COLUMNS;
    chart->rows = rows;
    chart->row_count = count;
    if (count > 0)
        set_median(teller, question, chart);
    plan_note(teller, chart, missing_sentence(teller, question, true, NULL));
    return count >= CLASS_LAYOUT_FEWEST;
}
