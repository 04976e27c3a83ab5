#include "report/glance_list.h"

#include <math.h>
#include <stdlib.h>

#include "findings/items.h"
#include "findings/selected_figure.h"
#include "findings/tier.h"
#include "report/table.h"
#include "wording/selected_sentence.h"
#include "wording/statement.h"
#include "wording/tier_words.h"

enum { MOST_TIED = 5 };

/* An item with what it is sorted by: a share, or a mean. */
struct entry {
    const struct code *code;
    size_t position;
    struct figure figure;            /* state SHOWN: sorted by it */
    double value;                    /* else by this */
    int64_t base;                    /* how many answered */
    const char *first, *second;      /* the two columns */
    struct selected_figure selected; /* the first of them of the selected group */
};

static bool by_value(const struct glance *glance) {
    return glance->statistic == STATISTIC_MEAN;
}

/* Above 0: a before b; equal within rounding: 0. Few answers do not lead. */
static int compare_order(const struct entry *a, const struct entry *b) {
    bool few = items_too_few(a->base), other_few = items_too_few(b->base);
    if (few != other_few)
        return few ? -1 : 1;
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

static struct figure share_of(const struct report *report, const struct glance *glance,
                              const char *id) {
    struct item_key key = items_key(glance->question, id);
    return figure_share(report->teller.facts.results, glance->question->id, key.item,
                        key.category, glance->statistic);
}

static bool fill_mean(const struct report *report, const struct glance *glance,
                      struct entry *entry) {
    struct rounded rounded;
    if (!figure_value(report->teller.facts.results, glance->question->id, entry->code->id,
                      STATISTIC_MEAN, &entry->value, &entry->base) ||
        !rounding_mean(entry->value, entry->base, 0, &rounded))
        return false;
    entry->first = voice_rounded(&report->teller.voice, rounded);
    return true;
}

/* False where the item has no figure, or nobody named it. */
static bool fill(const struct report *report, const struct glance *glance,
                 struct entry *entry) {
    entry->second = teller_label(&report->teller, &entry->code->addressee);
    if (by_value(glance))
        return fill_mean(report, glance, entry);
    entry->figure = share_of(report, glance, entry->code->id);
    if (entry->figure.state != FIGURE_SHOWN || entry->figure.count == 0)
        return false;
    entry->base = entry->figure.base;
    /* With percent where a sentence has it: of many answers the larger count may be behind. */
    entry->first = entry->figure.count < entry->figure.base
                       ? voice_share(&report->teller.voice, entry->figure.count, entry->base)
                       : voice_of(&report->teller.voice, entry->figure.count, entry->base);
    return true;
}

static void fill_selected(const struct report *report, const struct glance *glance,
                          struct entry *entry) {
    const struct teller *teller = &report->teller;
    const char *id = entry->code->id;
    if (teller->facts.selected == NULL)
        return;
    entry->selected = selected_item(&teller->facts, glance->question, id, glance->statistic);
}

/* All items with a figure, the best first. */
static size_t read_entries(const struct report *report, const struct glance *glance,
                           struct entry *entries) {
    size_t total, count = 0;
    const struct code *codes = items_codes(glance->question, &total);
    for (size_t i = 0; i < total; i++) {
        struct entry entry = {
            .code = &codes[i], .position = i, .figure = {.state = FIGURE_ABSENT}};
        if (codes[i].exclusive || !fill(report, glance, &entry))
            continue;
        fill_selected(report, glance, &entry);
        entries[count++] = entry;
    }
    if (count > 1)
        qsort(entries, count, sizeof *entries, compare_entries);
    return count;
}

/* Answers of a single question are no list: they have ranks. */
static bool is_list(const struct glance *glance) {
    return !question_has_one_code(glance->question);
}

/* The items that the list's order is about, sorted; of means nothing says who can be first, and
 * there are none. */
static struct items list_of(const struct report *report, const struct glance *glance) {
    if (by_value(glance))
        return (struct items){.count = 0};
    return items_of_list(&report->teller.facts, glance->question, glance->statistic);
}

/* That it is open who is first, beside as many as are shown; "" where it is not. */
static const char *open_of(const struct report *report, const struct glance *glance,
                           size_t shown) {
    if (!is_list(glance))
        return "";
    struct items items = list_of(report, glance);
    return items.count > 0 ? tier_open_beside(&report->teller, &items, shown)
                           : teller_phrase(&report->teller, PHRASE_TIER_OPEN);
}

/* How many of at most show entries are shown where it is open who is first: those that a
 * sentence would name; 0: it is not open. */
static size_t leaders_shown(const struct report *report, const struct glance *glance,
                            size_t count, size_t show) {
    size_t most = show < count ? show : count;
    if (open_of(report, glance, most)[0] == '\0')
        return 0;
    struct items items = list_of(report, glance);
    struct tier tier = tier_of(&report->teller.facts, &items);
    return tier.known && items.count > 0 && tier.named < most ? tier.named : most;
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

/* --- the group --- */

static const enum selected_state selected_states[] = {SELECTED_SHOWN, SELECTED_TOGETHER};
enum { SELECTED_STATES = sizeof selected_states / sizeof *selected_states };

/* The full names are above and below the lists. */
static const char *selected_name(const struct report *report, enum selected_state state) {
    return teller_phrase(&report->teller, state == SELECTED_SHOWN ? PHRASE_OWN_COLUMN
                                                                  : PHRASE_OWN_COLUMN_TOGETHER);
}

static const char *selected_cell(const struct report *report,
                                 const struct selected_figure *selected,
                                 enum selected_state state) {
    if (selected->state != state)
        return teller_phrase(&report->teller, PHRASE_TABLE_NOTHING);
    return voice_of(&report->teller.voice, selected->figure.count, selected->figure.base);
}

static bool any_selected(const struct entry *entries, size_t end, enum selected_state state) {
    for (size_t i = 0; i < end; i++)
        if (entries[i].selected.state == state)
            return true;
    return false;
}

/* Beside a list of one figure the group has columns. */
static void add_selected_columns(const struct report *report, struct table *table,
                                 const struct entry *entries, size_t end) {
    for (size_t k = 0; k < SELECTED_STATES; k++)
        if (any_selected(entries, end, selected_states[k]))
            table_add_figures(table, selected_name(report, selected_states[k]));
}

static void add_selected_cells(const struct report *report, struct table *table,
                               const struct entry *entries, size_t end, size_t at) {
    for (size_t k = 0; k < SELECTED_STATES; k++)
        if (any_selected(entries, end, selected_states[k]))
            table_cell(table, selected_cell(report, &entries[at].selected, selected_states[k]));
}

/* Whom else a figure of a coarser group counts; not where page one said it above. */
static void say_together(const struct report *report, const struct entry *entries, size_t end) {
    const struct teller *teller = &report->teller;
    if (teller->facts.selected != NULL && any_selected(entries, end, SELECTED_TOGETHER) &&
        selected_size(&teller->facts).state != SELECTED_TOGETHER)
        page_say(report->page,
                 voice_say(&teller->voice, PHRASE_OWN_MEANS, "together",
                           selected_sentence_name(teller, SELECTED_TOGETHER), NULL));
}

/* --- the list --- */

struct list {
    const struct report *report;
    struct entry entries[QUESTIONNAIRE_MAX_CODES];
    size_t end; /* how many are named */
    const char *second;
    bool ranks;  /* the entries have numbers: one of several answers was chosen */
    bool beside; /* the group has columns */
};

static struct table *table_of(const struct list *list, const struct glance *glance) {
    const struct teller *teller = &list->report->teller;
    struct table *table = table_new(teller->voice.arena, "");
    table_add_figures(table, teller_label(teller, &glance->column));
    if (list->beside)
        add_selected_columns(list->report, table, list->entries, list->end);
    if (list->second[0] != '\0')
        table_add_words(table, list->second);
    return table;
}

static void add_entry(const struct list *list, struct table *table, size_t at, size_t rank) {
    const struct teller *teller = &list->report->teller;
    const struct entry *entry = &list->entries[at];
    table_row(table, list->ranks ? arena_format(teller->voice.arena, "%zu. ", rank) : "- ",
              teller_code_label(teller, &entry->code->label));
    table_cell(table, entry->first);
    if (list->beside)
        add_selected_cells(list->report, table, list->entries, list->end, at);
    if (list->second[0] != '\0')
        table_cell(table, entry->second);
}

/* Without any item: what can be said of the question instead. */
static void write_nothing(const struct report *report, const struct glance *glance) {
    struct topic topic = {
        .kind = TOPIC_QUESTION, .id = glance->question->id, .question = glance->question};
    struct sentences sentences = statement_of(&report->teller, &topic);
    if (sentences.count > 0)
        page_say(report->page, sentences.line[0]);
}

/* Reads the items and decides how many are named; returns how many more are level with the
 * last. */
static size_t read_list(const struct glance *glance, size_t show, struct list *list) {
    const struct report *report = list->report;
    size_t more, count = read_entries(report, glance, list->entries);
    list->ranks = !is_list(glance);
    list->end = named(list->entries, count, show, &more);
    size_t leaders = leaders_shown(report, glance, count, show);
    if (leaders == 0)
        return more;
    list->end = leaders;
    return 0;
}

const char *glance_list_sentence(const struct report *report, const struct glance *glance) {
    const struct voice *voice = &report->teller.voice;
    struct list list = {.report = report};
    read_list(glance, glance->show, &list);
    const char *parts[QUESTIONNAIRE_MAX_CODES];
    for (size_t i = 0; i < list.end; i++)
        parts[i] =
            voice_say(voice, PHRASE_LETTERS_FIGURE, "head",
                      voice_quote(voice, teller_code_label(&report->teller,
                                                           &list.entries[i].code->label)),
                      "share", list.entries[i].first, NULL);
    if (list.end == 0)
        return "";
    const char *sentence = voice_say(voice, PHRASE_LETTERS_LIST, "subject",
                                     teller_label(&report->teller, &glance->title), "label",
                                     teller_label(&report->teller, &glance->column), "figures",
                                     voice_list(voice, parts, list.end), NULL),
               *open = open_of(report, glance, list.end);
    return open[0] == '\0' ? sentence : arena_format(voice->arena, "%s %s", sentence, open);
}

void glance_list_write(const struct report *report, const struct glance *glance, size_t show) {
    struct list list = {.report = report,
                        .second = teller_label(&report->teller, &glance->second)};
    list.beside = report->teller.facts.selected != NULL;
    size_t more = read_list(glance, show, &list);
    if (list.end == 0) {
        write_nothing(report, glance);
        return;
    }
    struct table *table = table_of(&list, glance);
    for (size_t i = 0, rank = 1; i < list.end; i++) {
        bool level = i > 0 && compare_order(&list.entries[i - 1], &list.entries[i]) == 0;
        rank = level ? rank : i + 1;
        add_entry(&list, table, i, rank);
    }
    table_print(table, report->page);
    page_say(report->page, open_of(report, glance, list.end));
    say_together(report, list.entries, list.end);
    if (more > 0)
        page_paragraph(report->page,
                       voice_say(&report->teller.voice,
                                 voice_plural(&report->teller.voice,
                                              list.end < MOST_TIED ? PHRASE_GLANCE_BEHIND
                                                                   : PHRASE_GLANCE_MORE,
                                              (int64_t)more),
                                 "count", teller_whole(&report->teller, (int64_t)more), NULL));
}
