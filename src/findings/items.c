#include "findings/items.h"

#include <stdlib.h>
#include <string.h>

void items_add(struct items *items, struct item item) {
    size_t total = items->count + items->hidden + items->empty;
    size_t at = total;
    if (item.figure.state == FIGURE_SHOWN)
        at = items->count++;
    else if (item.figure.state == FIGURE_HIDDEN)
        at = items->count + items->hidden++;
    else
        items->empty++;
    memmove(&items->item[at + 1], &items->item[at], (total - at) * sizeof *items->item);
    items->item[at] = item;
}

static struct items empty_items(const struct facts *facts, size_t room, const char *question,
                                enum statistic statistic) {
    return (struct items){.question = question,
                          .statistic = statistic,
                          .item = arena_allocate(facts->arena, room + 1, sizeof(struct item))};
}

static struct item item_of(const struct code *codes, size_t position, struct figure figure) {
    return (struct item){&codes[position].label, codes[position].id, position, figure};
}

/* The coarser answers, as far as they are published. */
static struct items coarse_answers(const struct facts *facts, const struct question *question) {
    const struct grouping *grouping = question->grouping;
    struct items items =
        empty_items(facts, grouping->coarse_count, question->id, STATISTIC_SHARE);
    for (size_t i = 0; i < grouping->coarse_count; i++) {
        const struct coarse_level *level = &grouping->coarse[i];
        struct figure figure =
            figure_share(facts->results, question->id, "", level->id, STATISTIC_SHARE);
        if (figure.state == FIGURE_SHOWN)
            items_add(&items, (struct item){&level->label, level->id, i, figure});
    }
    return items;
}

struct items items_of_answers(const struct facts *facts, const struct question *question) {
    const struct code_list *codes = question->codes;
    struct items items = empty_items(facts, codes->inside, question->id, STATISTIC_SHARE);
    for (size_t i = 0; i < codes->inside; i++)
        items_add(&items, item_of(codes->codes, i,
                                  figure_share(facts->results, question->id, "",
                                               codes->codes[i].id, STATISTIC_SHARE)));
    if (items.hidden == 0 || question->grouping == NULL)
        return items;
    struct items coarse = coarse_answers(facts, question);
    coarse.merged = items.item[items.count].figure.rule;
    return coarse.count > 0 ? coarse : items;
}

struct items items_of_options(const struct facts *facts, const struct question *question,
                              enum statistic statistic) {
    const struct code_list *codes = question->codes;
    struct items items = empty_items(facts, codes->count, question->id, statistic);
    for (size_t i = 0; i < codes->count; i++)
        items_add(&items, item_of(codes->codes, i,
                                  figure_share(facts->results, question->id, codes->codes[i].id,
                                               "", statistic)));
    return items;
}

struct items items_of_rows(const struct facts *facts, const struct question *question,
                           const char *figures, const char *category,
                           enum statistic statistic) {
    struct items items = empty_items(facts, question->row_count, figures, statistic);
    for (size_t i = 0; i < question->row_count; i++)
        items_add(&items, item_of(question->rows, i,
                                  figure_share(facts->results, figures, question->rows[i].id,
                                               category, statistic)));
    return items;
}

bool items_too_few(int64_t base) {
    return base < ITEMS_LEAST_BASE;
}

static bool is_thin(const struct figure *figure) {
    return items_too_few(figure->base);
}

static int compare_items(const void *left, const void *right) {
    const struct item *a = left, *b = right;
    int thin = is_thin(&a->figure) - is_thin(&b->figure),
        order = thin != 0 ? thin : figure_compare(&b->figure, &a->figure);
    return order != 0 ? order : (a->position > b->position) - (a->position < b->position);
}

void items_sort(struct items *items) {
    if (items->count > 1)
        qsort(items->item, items->count, sizeof *items->item, compare_items);
}

size_t items_ranked(const struct items *items) {
    size_t ranked = 0;
    for (size_t i = 0; i < items->count; i++)
        ranked += !is_thin(&items->item[i].figure);
    return ranked > 0 ? ranked : items->count;
}

size_t items_tied(const struct items *items, size_t first) {
    size_t end = first + 1;
    while (end < items->count &&
           is_thin(&items->item[end].figure) == is_thin(&items->item[first].figure) &&
           figure_compare(&items->item[first].figure, &items->item[end].figure) == 0)
        end++;
    return end - first;
}

struct items items_of_row(const struct facts *facts, const struct question *question,
                          const struct code *row) {
    const struct code_list *codes = question->codes;
    struct items items = empty_items(facts, codes->inside, question->id, STATISTIC_SHARE);
    for (size_t i = 0; i < codes->inside; i++)
        items_add(&items, item_of(codes->codes, i,
                                  figure_share(facts->results, question->id, row->id,
                                               codes->codes[i].id, STATISTIC_SHARE)));
    return items;
}

const struct code *items_codes(const struct question *question, size_t *count) {
    if (!question_has_one_code(question))
        return question_items(question, count);
    *count = question->codes->inside;
    return question->codes->codes;
}

bool items_have_shares(const struct question *question) {
    return question->codes != NULL && facts_show(question) &&
           (!question_has_rows(question) || question->codes->measure == MEASURE_ORDINAL);
}

struct item_key items_key(const struct question *question, const char *id) {
    return question_has_one_code(question) ? (struct item_key){"", id}
                                           : (struct item_key){id, ""};
}

enum statistic items_statistic(const struct question *question) {
    if (question_has_rows(question))
        return STATISTIC_TOP2;
    if (question_answer(question) == ANSWER_PLACE)
        return question->max_choices > 1 ? STATISTIC_TOP : STATISTIC_FIRST;
    return STATISTIC_SHARE;
}

enum statistic items_group_statistic(const struct question *question) {
    return question_answer(question) == ANSWER_PLACE ? STATISTIC_TOP
                                                     : items_statistic(question);
}

struct items items_of_question(const struct facts *facts, const struct question *question,
                               enum statistic statistic) {
    if (question_has_rows(question))
        return items_of_rows(facts, question, question->id, "", statistic);
    return question_has_one_code(question) ? items_of_answers(facts, question)
                                           : items_of_options(facts, question, statistic);
}

struct items items_sorted(const struct facts *facts, const struct items *items) {
    struct items copy = *items;
    size_t total = items->count + items->hidden + items->empty;
    copy.item = arena_allocate(facts->arena, total + 1, sizeof *copy.item);
    for (size_t i = 0; i < total; i++)
        copy.item[i] = items->item[i];
    items_sort(&copy);
    return copy;
}

struct items items_of_list(const struct facts *facts, const struct question *question,
                           enum statistic statistic) {
    struct items all = items_of_question(facts, question, statistic), list = all;
    size_t count, total = all.count + all.hidden + all.empty;
    const struct code *codes = items_codes(question, &count);
    list.item = arena_allocate(facts->arena, total + 1, sizeof *list.item);
    list.count = list.hidden = list.empty = 0;
    for (size_t i = 0; i < total; i++)
        if (question_has_rows(question) || !codes[all.item[i].position].exclusive)
            items_add(&list, all.item[i]);
    items_sort(&list);
    return list;
}
