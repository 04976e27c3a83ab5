#include "view.h"

#include <string.h>

#include "rules.h"
#include "table.h"

static const char *const kind_names[KINDS] = {"single",  "multi",  "matrix",
                                              "ranking", "number", "text"};

/* True for a shown count of the same question and group. */
static bool is_beside(const struct result *row, const struct result *other) {
    return other->statistic == STATISTIC_COUNT && other->has_value &&
           strcmp(other->question, row->question) == 0 && strcmp(other->by, row->by) == 0 &&
           strcmp(other->level, row->level) == 0;
}

bool view_counts_shown(const struct published *published, const struct question *question,
                       const struct result *row) {
    size_t shown = 0;
    if (question->kind != KIND_SINGLE && question->kind != KIND_MATRIX)
        return false;
    for (size_t i = 0; i < published->results->count; i++) {
        const struct result *other = &published->results->rows[i];
        size_t code = entry_position(question->codes, question->code_count, other->category);
        shown += is_beside(row, other) && strcmp(other->item, row->item) == 0 &&
                 code < question->inside;
    }
    return shown == question->inside;
}

bool view_exclusive_shown(const struct published *published, const struct question *question,
                          const struct result *row) {
    size_t wanted = 0, shown = 0;
    for (size_t i = 0; i < question->item_count; i++)
        wanted += question->items[i].exclusive;
    for (size_t i = 0; i < published->results->count; i++) {
        const struct result *other = &published->results->rows[i];
        size_t item = entry_position(question->items, question->item_count, other->item);
        shown += is_beside(row, other) && item < question->item_count &&
                 question->items[item].exclusive;
    }
    return wanted > 0 && shown == wanted;
}

bool view_hidden(const struct published *published, const struct question *question) {
    for (size_t i = 0; i < published->results->count; i++) {
        const struct result *row = &published->results->rows[i];
        if (strcmp(row->question, question->id) == 0 && *row->by == '\0' &&
            row->flag == FLAG_SUPPRESSED)
            return true;
    }
    return false;
}

/* What counts the class of a table. */
struct class_row {
    enum statistic statistic;
    const char *category;
};

/* The code that most gave over all; of several the first. */
static const char *most_frequent(const struct published *published,
                                 const struct question *question, const char *item) {
    const char *best = "";
    int64_t most = -1;
    for (size_t c = 0; c < question->inside; c++) {
        const struct result *row = results_find(published->results, question->id, item,
                                                question->codes[c].id, STATISTIC_COUNT);
        if (row != NULL && row_count(row) > most) {
            most = row_count(row);
            best = question->codes[c].id;
        }
    }
    return best;
}

static struct class_row class_of(const struct published *published,
                                 const struct question *question, const char *item) {
    if (question->kind == KIND_MULTI)
        return (struct class_row){STATISTIC_SHARE, ""};
    if (question->kind == KIND_RANKING)
        return (struct class_row){STATISTIC_TOP, ""};
    if (question->ordinal && question->inside > 2)
        return (struct class_row){STATISTIC_TOP2, ""};
    if (question->set_count > 0)
        return (struct class_row){STATISTIC_SET, question->sets[0].id};
    return (struct class_row){STATISTIC_SHARE, most_frequent(published, question, item)};
}

static void add_groups(const struct published *published, const struct question *grouping,
                       const struct result *table, enum by by, struct class_row wanted,
                       struct class_by_group *class) {
    for (size_t i = 0; i < published->results->count; i++) {
        const struct result *row = &published->results->rows[i];
        if (row->statistic != wanted.statistic || strcmp(row->category, wanted.category) != 0 ||
            strcmp(row->question, table->question) != 0 ||
            strcmp(row->item, table->item) != 0 || row_by(row, grouping) != by ||
            *row->level == '\0' || !row->has_n || row_count(row) < 0 ||
            class->groups == POSITIONS)
            continue;
        class->count[class->groups] = row_count(row);
        class->base[class->groups++] = row->n;
    }
}

bool view_class_by_group(const struct published *published, const struct codebook *codebook,
                         const struct result *row, struct class_by_group *class) {
    const struct question *question = codebook_question(codebook, row->question);
    class->groups = 0;
    for (size_t i = 0; question != NULL && i < codebook->count; i++) {
        const struct question *grouping = &codebook->questions[i];
        if (!grouping->grouping || row_by(row, grouping) == BY_OTHER)
            continue;
        struct class_row wanted = class_of(published, question, row->item);
        add_groups(published, grouping, row, BY_FINE, wanted, class);
        if (class->groups == 0)
            add_groups(published, grouping, row, BY_COARSE, wanted, class);
    }
    return class->groups > 0;
}

/* What is shown of one table. */
struct view {
    bool all[BY_OTHER], any[BY_OTHER]; /* by enum by: all counts of a level, any figure */
    const char *said;                  /* in the row `view`; NULL: there is none */
    const struct result *first_class;  /* by group, where not all counts are shown */
    bool two_classes;
};

/* Whether the rows show the same class: a ranking's count and top are one where they agree. */
static bool same_class(const struct result *a, const struct result *b) {
    return (a->statistic == b->statistic && strcmp(a->category, b->category) == 0) ||
           strcmp(a->level, b->level) != 0 || row_count(a) == row_count(b);
}

static void add_row(struct view *view, const struct published *published,
                    const struct question *question, enum by by, const struct result *row) {
    if (row->statistic == STATISTIC_VIEW)
        view->said = row->method;
    if (!row_shows(row) || *row->level == '\0')
        return;
    view->any[by] = true;
    if (view_counts_shown(published, question, row)) {
        view->all[by] = true;
        return;
    }
    if (row_count(row) < 0 || (!row_is_share(row) && row->statistic != STATISTIC_COUNT))
        return;
    if (view->first_class == NULL)
        view->first_class = row;
    view->two_classes |= !same_class(view->first_class, row);
}

static struct view view_of(const struct published *published, const struct question *question,
                           const char *item, const struct question *grouping) {
    struct view view = {0};
    for (size_t i = 0; i < published->results->count; i++) {
        const struct result *row = &published->results->rows[i];
        enum by by = row_by(row, grouping);
        if ((by == BY_FINE || by == BY_COARSE) && strcmp(row->question, question->id) == 0 &&
            strcmp(row->item, item) == 0)
            add_row(&view, published, question, by, row);
    }
    return view;
}

static int view_number(const struct view *view) {
    if (view->any[BY_FINE])
        return view->all[BY_FINE] ? 1 : 2;
    if (view->any[BY_COARSE])
        return view->all[BY_COARSE] ? 3 : 4;
    return 5;
}

/* Whether the row `view` says what is shown. */
static bool says_so(const struct view *view) {
    static const char *const methods[] = {"all", "class ", "coarse", "coarse_class ",
                                          "nothing"};
    const char *method = methods[view_number(view) - 1];
    bool kind = method[strlen(method) - 1] == ' '; /* of class follows */
    return kind ? strncmp(view->said, method, strlen(method)) == 0
                : strcmp(view->said, method) == 0;
}

typedef void table_function(void *context, const struct published *published,
                            const struct question *question, const char *item,
                            const struct question *grouping);

static void each_table(const struct published *published, const struct codebook *codebook,
                       table_function *function, void *context) {
    for (size_t i = 0; i < codebook->count; i++)
        for (size_t k = 0; k < codebook->count; k++) {
            const struct question *question = &codebook->questions[i];
            const struct question *grouping = &codebook->questions[k];
            if (i == k || !grouping->grouping || question->kind == KIND_TEXT)
                continue;
            if (question->kind == KIND_SINGLE || question->kind == KIND_NUMBER)
                function(context, published, question, "", grouping);
            else
                for (size_t item = 0; item < question->item_count; item++)
                    function(context, published, question, question->items[item].id, grouping);
        }
}

static void print_view(void *context, const struct published *published,
                       const struct question *question, const char *item,
                       const struct question *grouping) {
    struct view view = view_of(published, question, item, grouping);
    fprintf(context, "view %d %s %s%s%s by %s\n", view_number(&view),
            kind_names[question->kind], question->id, *item == '\0' ? "" : "/", item,
            grouping->id);
}

void rules_print_views(const struct published *published, const struct codebook *codebook,
                       FILE *stream) {
    each_table(published, codebook, print_view, stream);
}

static void check_view(void *context, const struct published *published,
                       const struct question *question, const char *item,
                       const struct question *grouping) {
    struct view view = view_of(published, question, item, grouping);
    struct finding finding = {.rule = "P3",
                              .how = "shown",
                              .question = question->id,
                              .item = item,
                              .by = grouping->id,
                              .level = "",
                              .category = "",
                              .low = -1,
                              .high = -1};
    finding.what = "two views of one table: by groups and by coarser groups";
    if (view.any[BY_FINE] && view.any[BY_COARSE])
        findings_add(context, &finding);
    finding.what = "more than one class, but not all counts";
    if (view.two_classes)
        findings_add(context, &finding);
    finding.what = "the row view says another view than is shown";
    if (view.said != NULL && !says_so(&view))
        findings_add(context, &finding);
}

/* Whether some figure is shown by the grouping. */
static const struct result *first_shown(const struct published *published,
                                        const struct question *grouping) {
    for (size_t i = 0; i < published->results->count; i++) {
        const struct result *row = &published->results->rows[i];
        enum by by = row_by(row, grouping);
        if ((by == BY_FINE || by == BY_COARSE) && row_shows(row) &&
            row->statistic != STATISTIC_VIEW)
            return row;
    }
    return NULL;
}

/* By how many groupings there may be figures depends on the number of answers alone. */
static void check_groupings(const struct published *published, const struct codebook *codebook,
                            struct findings *findings) {
    size_t allowed = published->accepted < 20 ? 0 : published->accepted < 100 ? 1 : SIZE_MAX;
    for (size_t i = 0, shown = 0; i < codebook->count; i++) {
        const struct question *grouping = &codebook->questions[i];
        if (!grouping->grouping || first_shown(published, grouping) == NULL ||
            ++shown <= allowed)
            continue;
        findings_add(findings, &(struct finding){.rule = "P3",
                                                 .how = "shown",
                                                 .what = "by more groupings than so few "
                                                         "answers allow:",
                                                 .question = grouping->id,
                                                 .item = "",
                                                 .by = "",
                                                 .level = "",
                                                 .category = "",
                                                 .low = published->accepted,
                                                 .high = published->accepted});
    }
}

void views_check(const struct published *published, const struct codebook *codebook,
                 struct findings *findings) {
    each_table(published, codebook, check_view, findings);
    check_groupings(published, codebook, findings);
}
