/* Number questions: the middle, the average, the sum, and a histogram of the published classes.
 */
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "report/doubt.h"
#include "report/items.h"
#include "report/question.h"

enum { MOST_CLASSES = 1000 };

/* A class as published: "[5,10)" or, the last, "[10,15]"; in units of 10^-decimals. */
struct class {
    int64_t low, high;
    bool closed;
};

static bool read_class(const char *category, int decimals, struct class *class) {
    const char *comma = strchr(category, ',');
    size_t length = strlen(category);
    if (category[0] != '[' || comma == NULL || length < 5)
        return false;
    class->closed = category[length - 1] == ']';
    return number_parse_decimal(category + 1, (size_t)(comma - category) - 1, '.', decimals,
                                &class->low) &&
           number_parse_decimal(comma + 1, length - (size_t)(comma - category) - 2, '.',
                                decimals, &class->high);
}

static const char *scaled(const struct voice *voice, int64_t value, int decimals) {
    struct rounded rounded = {value, decimals};
    while (rounded.decimals > 0 && rounded.value % 10 == 0) {
        rounded.value /= 10;
        rounded.decimals--;
    }
    return voice_rounded(voice, rounded);
}

/* Whole numbers are named from first to last: "5 bis 9", "5". */
static const char *class_label(const struct voice *voice, const struct class *class,
                               int decimals) {
    bool whole = decimals == 0;
    int64_t high = whole && !class->closed ? class->high - 1 : class->high;
    const char *low = scaled(voice, class->low, decimals);
    if (class->low == high)
        return low;
    enum phrase phrase =
        whole || class->closed ? PHRASE_AMOUNT_CLASS : PHRASE_AMOUNT_CLASS_BELOW;
    return voice_say(voice, phrase, "low", low, "high", scaled(voice, high, decimals), NULL);
}

/* The position of a class item is its lower bound, which is its order. */
static int compare_classes(const void *left, const void *right) {
    const struct item *a = left, *b = right;
    return (a->position > b->position) - (a->position < b->position);
}

static struct items read_classes(const struct report *report, const struct question *question) {
    struct items items = {
        .item = arena_allocate(report->voice.arena, MOST_CLASSES + 1, sizeof(struct item)),
        .question = question->id,
        .statistic = "count"};
    for (size_t i = 0; i < report->results->count && items.count < MOST_CLASSES; i++) {
        const struct result *result = &report->results->rows[i];
        struct class class;
        if (strcmp(result->question, question->id) != 0 || result->by[0] != '\0' ||
            strcmp(result->statistic, "count") != 0 || !result->has_value || !result->has_n ||
            !read_class(result->category, question->decimals, &class))
            continue;
        struct figure figure = figure_of(
            figure_whole(report->results, question->id, "", result->category, "count"),
            result->n);
        items_add(&items, (struct item){class_label(&report->voice, &class, question->decimals),
                                        "", (size_t)(class.low - question->minimum), figure});
    }
    if (items.count > 1)
        qsort(items.item, items.count, sizeof *items.item, compare_classes);
    return items;
}

static const char *quantile(const struct report *report, const struct question *question,
                            const char *statistic) {
    double value;
    int64_t n;
    if (!figure_value(report->results, question->id, "", statistic, &value, &n))
        return NULL;
    return voice_rounded(&report->voice, rounding_quantile(value, question->decimals));
}

static void say_middle(const struct report *report, const struct question *question) {
    const struct voice *voice = &report->voice;
    const char *median = quantile(report, question, "median"),
               *q1 = quantile(report, question, "q1"), *q3 = quantile(report, question, "q3");
    if (median != NULL)
        page_say(report->page, voice_say(voice, PHRASE_AMOUNT_MEDIAN, "value", median, NULL));
    if (q1 != NULL && q3 != NULL)
        page_say(report->page,
                 strcmp(q1, q3) == 0
                     ? voice_say(voice, PHRASE_AMOUNT_HALF_AT, "value", q1, NULL)
                     : voice_say(voice, PHRASE_AMOUNT_HALF, "low", q1, "high", q3, NULL));
}

static void say_mean(const struct report *report, const struct question *question) {
    const struct voice *voice = &report->voice;
    double value;
    int64_t n;
    struct rounded rounded;
    if (figure_value(report->results, question->id, "", "mean", &value, &n) &&
        rounding_mean(value, n, question->decimals, &rounded))
        page_say(report->page, voice_say(voice, PHRASE_AMOUNT_MEAN, "value",
                                         voice_rounded(voice, rounded), NULL));
    /* Only of amounts: a sum of years means nothing. */
    if (question->minimum == 0 &&
        figure_value(report->results, question->id, "", "sum", &value, &n))
        page_say(report->page,
                 voice_say(voice, PHRASE_AMOUNT_SUM, "value",
                           voice_rounded(voice, rounding_quantile(value, question->decimals)),
                           NULL));
}

/* What the gate hid, in one sentence. */
static void tell_hidden(const struct report *report, const struct question *question) {
    static const struct {
        const char *statistic;
        enum phrase name;
    } kinds[] = {{"median", PHRASE_AMOUNT_NAME_MEDIAN},
                 {"q1", PHRASE_AMOUNT_NAME_QUARTILES},
                 {"mean", PHRASE_AMOUNT_NAME_MEAN},
                 {"sum", PHRASE_AMOUNT_NAME_SUM},
                 {"count", PHRASE_AMOUNT_NAME_CLASSES}};
    const char *names[5], *rule = NULL;
    size_t count = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct result *result =
            results_find(report->results, question->id, "", "", kinds[i].statistic);
        if (result == NULL || result->flag != FLAG_SUPPRESSED)
            continue;
        names[count++] = catalogue_phrase(report->voice.catalogue, kinds[i].name);
        rule = rule == NULL ? result->method : rule;
    }
    if (count == 0)
        return;
    page_gap(report->page);
    page_say(report->page, voice_say(&report->voice, PHRASE_HIDDEN_ITEMS, "labels",
                                     voice_list(&report->voice, names, count), "why",
                                     doubt_rule(report, rule), NULL));
}

void number_write(const struct report *report, const struct question *question) {
    say_middle(report, question);
    say_mean(report, question);
    struct items classes = read_classes(report, question);
    page_gap(report->page);
    if (classes.count > 0)
        items_print_bars(report, &classes);
    tell_hidden(report, question);
}
