#include "report/glance_list.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "report/table.h"
#include "wording/figures.h"

enum { MOST_TIED = 5 };

/* An item with what it is sorted by: a share, or a value (mean, gap). */
struct entry {
    const struct code *code;
    size_t position;
    struct figure figure;       /* state SHOWN: sorted by it */
    double value;               /* else by this */
    const char *first, *second; /* the two columns */
};

static bool by_value(const struct glance *glance) {
    return strcmp(glance->statistic, "mean") == 0 || strcmp(glance->statistic, "gap") == 0;
}

/* Above 0: a before b; equal within rounding: 0. */
static int compare_order(const struct entry *a, const struct entry *b) {
    if (a->figure.state == FIGURE_SHOWN)
        return figure_compare(&a->figure, &b->figure);
    if (fabs(a->value - b->value) <= 1e-9 * fmax(fabs(a->value), fabs(b->value)))
        return 0;
    return a->value > b->value ? 1 : -1;
}

static int compare_entries(const void *left, const void *right) {
    const struct entry *a = left, *b = right;
    int order = compare_order(b, a);
    return order != 0 ? order : (a->position > b->position) - (a->position < b->position);
}

/* The share of one item by the statistic, wherever the type of question keeps it. */
static struct figure share_of(const struct report *report, const struct glance *glance,
                              const char *id) {
    if (glance->question->type == QUESTION_SINGLE)
        return figure_share(report->teller.results, glance->question->id, "", id,
                            glance->statistic);
    return figure_share(report->teller.results, glance->question->id, id, "",
                        glance->statistic);
}

static const char *of_row(const struct report *report, const struct question *question,
                          const char *row) {
    struct figure figure = figure_share(report->teller.results, question->id, row, "", "top2");
    if (figure.state != FIGURE_SHOWN)
        return NULL;
    return voice_of(&report->teller.voice, figure.count, figure.base);
}

/* A gap shows importance and satisfaction, whatever it is sorted by. */
static bool fill_gap(const struct report *report, const struct glance *glance,
                     struct entry *entry) {
    const char *id = entry->code->id;
    int64_t n;
    if (by_value(glance)) {
        if (!figure_value(report->teller.results, glance->gap->id, id, glance->statistic,
                          &entry->value, &n))
            return false;
    } else {
        entry->figure =
            figure_share(report->teller.results, glance->gap->id, id, "", glance->statistic);
        if (entry->figure.state != FIGURE_SHOWN || entry->figure.count == 0)
            return false;
    }
    entry->first = of_row(report, glance->gap->importance, id);
    entry->second = of_row(report, glance->gap->satisfaction, id);
    return entry->first != NULL && entry->second != NULL;
}

static bool fill_mean(const struct report *report, const struct glance *glance,
                      struct entry *entry) {
    int64_t n;
    struct rounded rounded;
    if (!figure_value(report->teller.results, glance->question->id, entry->code->id, "mean",
                      &entry->value, &n) ||
        !rounding_mean(entry->value, n, 0, &rounded))
        return false;
    entry->first = voice_rounded(&report->teller.voice, rounded);
    return true;
}

/* False where the item has no figure, or nobody named it. */
static bool fill(const struct report *report, const struct glance *glance,
                 struct entry *entry) {
    entry->second = teller_label(&report->teller, &entry->code->addressee);
    if (glance->gap != NULL)
        return fill_gap(report, glance, entry);
    if (by_value(glance))
        return fill_mean(report, glance, entry);
    entry->figure = share_of(report, glance, entry->code->id);
    if (entry->figure.state != FIGURE_SHOWN || entry->figure.count == 0)
        return false;
    entry->first = voice_of(&report->teller.voice, entry->figure.count, entry->figure.base);
    return true;
}

/* All items with a figure, the best first. */
static size_t read_entries(const struct report *report, const struct glance *glance,
                           struct entry *entries) {
    const struct question *question = glance->question;
    const struct code *codes = question->rows;
    size_t total = question->row_count, count = 0;
    if (question->type != QUESTION_MATRIX) {
        codes = question->codes->codes;
        total = question->type == QUESTION_SINGLE ? question->codes->inside
                                                  : question->codes->count;
    }
    for (size_t i = 0; i < total; i++) {
        struct entry entry = {
            .code = &codes[i], .position = i, .figure = {.state = FIGURE_ABSENT}};
        if (!codes[i].exclusive && fill(report, glance, &entry))
            entries[count++] = entry;
    }
    if (count > 1)
        qsort(entries, count, sizeof *entries, compare_entries);
    return count;
}

/* How many to name: up to show, with those level with the last one as long as it is five in
 * all. A longer tie is not named, but counted in *more, unless it begins at the top: then five
 * of it are named. */
static size_t named(const struct entry *entries, size_t count, size_t show, size_t *more) {
    size_t end = show < count ? show : count, start = end;
    *more = 0;
    while (end > 0 && end < count && compare_order(&entries[start - 1], &entries[end]) == 0)
        end++;
    if (end <= MOST_TIED || end == start)
        return end;
    while (start > 1 && compare_order(&entries[start - 2], &entries[start - 1]) == 0)
        start--;
    start = start > 1 ? start - 1 : MOST_TIED;
    *more = end - start;
    return start;
}

void glance_list_write(const struct report *report, const struct glance *glance, size_t show) {
    struct arena *arena = report->teller.voice.arena;
    struct entry entries[QUESTIONNAIRE_MAX_CODES];
    size_t more, count = read_entries(report, glance, entries),
                 end = named(entries, count, show, &more);
    const char *second = teller_label(&report->teller, &glance->second);
    struct table *table = table_new(arena, teller_label(&report->teller, &glance->title));
    table_add_figures(table, teller_label(&report->teller, &glance->column));
    if (second[0] != '\0' && glance->gap != NULL)
        table_add_figures(table, second);
    else if (second[0] != '\0')
        table_add_words(table, second);
    size_t rank = 1;
    for (size_t i = 0; i < end; i++) {
        rank = i > 0 && compare_order(&entries[i - 1], &entries[i]) == 0 ? rank : i + 1;
        table_row(table, arena_format(arena, "%zu. ", rank),
                  teller_code_label(&report->teller, &entries[i].code->label));
        table_cell(table, entries[i].first);
        if (second[0] != '\0')
            table_cell(table, entries[i].second);
    }
    table_print(table, report->page);
    if (more > 0)
        page_paragraph(report->page,
                       voice_say(&report->teller.voice,
                                 end < MOST_TIED ? PHRASE_GLANCE_BEHIND : PHRASE_GLANCE_MORE,
                                 "count", teller_whole(&report->teller, (int64_t)more), NULL));
}
