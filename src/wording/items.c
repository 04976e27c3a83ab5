#include "wording/items.h"

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

static struct items empty_items(const struct teller *teller, size_t room, const char *question,
                                enum statistic statistic) {
    return (struct items){
        .question = question,
        .statistic = statistic,
        .item = arena_allocate(teller->voice.arena, room + 1, sizeof(struct item))};
}

static struct item item_of(const struct teller *teller, const struct code *codes,
                           size_t position, struct figure figure) {
    return (struct item){teller_code_label(teller, &codes[position].label), codes[position].id,
                         position, figure};
}

/* The coarser answers, as far as they are published. */
static struct items coarse_answers(const struct teller *teller,
                                   const struct question *question) {
    const struct grouping *grouping = question->grouping;
    struct items items =
        empty_items(teller, grouping->coarse_count, question->id, STATISTIC_SHARE);
    for (size_t i = 0; i < grouping->coarse_count; i++) {
        const struct coarse_level *level = &grouping->coarse[i];
        struct figure figure =
            figure_share(teller->results, question->id, "", level->id, STATISTIC_SHARE);
        if (figure.state == FIGURE_SHOWN)
            items_add(&items, (struct item){teller_code_label(teller, &level->label), level->id,
                                            i, figure});
    }
    return items;
}

struct items items_of_answers(const struct teller *teller, const struct question *question) {
    const struct code_list *codes = question->codes;
    struct items items = empty_items(teller, codes->inside, question->id, STATISTIC_SHARE);
    for (size_t i = 0; i < codes->inside; i++)
        items_add(&items, item_of(teller, codes->codes, i,
                                  figure_share(teller->results, question->id, "",
                                               codes->codes[i].id, STATISTIC_SHARE)));
    if (items.hidden == 0 || question->grouping == NULL)
        return items;
    struct items coarse = coarse_answers(teller, question);
    coarse.merged = items.item[items.count].figure.rule;
    return coarse.count > 0 ? coarse : items;
}

struct items items_of_options(const struct teller *teller, const struct question *question,
                              enum statistic statistic) {
    const struct code_list *codes = question->codes;
    struct items items = empty_items(teller, codes->count, question->id, statistic);
    for (size_t i = 0; i < codes->count; i++)
        items_add(&items, item_of(teller, codes->codes, i,
                                  figure_share(teller->results, question->id,
                                               codes->codes[i].id, "", statistic)));
    return items;
}

struct items items_of_rows(const struct teller *teller, const struct question *question,
                           const char *figures, const char *category,
                           enum statistic statistic) {
    struct items items = empty_items(teller, question->row_count, figures, statistic);
    for (size_t i = 0; i < question->row_count; i++)
        items_add(&items, item_of(teller, question->rows, i,
                                  figure_share(teller->results, figures, question->rows[i].id,
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

const char *items_names(const struct teller *teller, const struct items *items, size_t first,
                        size_t end) {
    const char **names = arena_allocate(teller->voice.arena, end - first + 1, sizeof *names);
    for (size_t i = first; i < end; i++)
        names[i - first] = voice_quote(&teller->voice, items->item[i].label);
    return voice_names(&teller->voice, names, end - first);
}

const char *items_shares(const struct teller *teller, const struct items *items, size_t first,
                         size_t end) {
    const struct voice *voice = &teller->voice;
    bool same = true;
    const char **shares = arena_allocate(voice->arena, end - first, sizeof *shares),
               **figures = arena_allocate(voice->arena, end - first, sizeof *figures);
    for (size_t i = first; i < end; i++) {
        const struct figure *figure = &items->item[i].figure;
        same = same && figure->count == items->item[first].figure.count &&
               figure->base == items->item[first].figure.base;
        shares[i - first] = voice_share(voice, figure->count, figure->base);
        bool part = figure->count > 0 && figure->count < figure->base;
        if (part) /* the percentages of several make a sentence too long to be read */
            figures[i - first] = voice_of(voice, figure->count, figure->base);
        else
            figures[i - first] = shares[i - first];
    }
    const struct figure *figure = &items->item[first].figure;
    /* Nobody is nobody, and all are all, of each. */
    if (same && (figure->count == 0 || figure->count == figure->base))
        return shares[0];
    if (same)
        return voice_say(voice, PHRASE_NUMBER_EACH, "share", shares[0], NULL);
    return voice_names(voice, figures, end - first);
}

const char *items_sentence(const struct teller *teller, const struct items *items, size_t first,
                           enum phrase one, size_t *used) {
    const struct figure *figure = &items->item[first].figure;
    *used = items_tied(items, first);
    if (*used == 1)
        return voice_say(&teller->voice, one, "label",
                         voice_quote(&teller->voice, items->item[first].label), "share",
                         voice_share(&teller->voice, figure->count, figure->base), NULL);
    return voice_say(&teller->voice, (enum phrase)((int)one + 1), "labels",
                     items_names(teller, items, first, first + *used), "shares",
                     items_shares(teller, items, first, first + *used), NULL);
}

struct items items_of_row(const struct teller *teller, const struct question *question,
                          const struct code *row) {
    const struct code_list *codes = question->codes;
    struct items items = empty_items(teller, codes->inside, question->id, STATISTIC_SHARE);
    for (size_t i = 0; i < codes->inside; i++)
        items_add(&items, item_of(teller, codes->codes, i,
                                  figure_share(teller->results, question->id, row->id,
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
    return question->codes != NULL && teller_shows(question) &&
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

struct items items_of_question(const struct teller *teller, const struct question *question,
                               enum statistic statistic) {
    if (question_has_rows(question))
        return items_of_rows(teller, question, question->id, "", statistic);
    return question_has_one_code(question) ? items_of_answers(teller, question)
                                           : items_of_options(teller, question, statistic);
}

struct items items_sorted(const struct teller *teller, const struct items *items) {
    struct items copy = *items;
    size_t total = items->count + items->hidden + items->empty;
    copy.item = arena_allocate(teller->voice.arena, total + 1, sizeof *copy.item);
    for (size_t i = 0; i < total; i++)
        copy.item[i] = items->item[i];
    items_sort(&copy);
    return copy;
}

struct items items_of_list(const struct teller *teller, const struct question *question,
                           enum statistic statistic) {
    struct items all = items_of_question(teller, question, statistic), list = all;
    size_t count, total = all.count + all.hidden + all.empty;
    const struct code *codes = items_codes(question, &count);
    list.item = arena_allocate(teller->voice.arena, total + 1, sizeof *list.item);
    list.count = list.hidden = list.empty = 0;
    for (size_t i = 0; i < total; i++)
        if (question_has_rows(question) || !codes[all.item[i].position].exclusive)
            items_add(&list, all.item[i]);
    items_sort(&list);
    return list;
}

/* One sentence per rule, for hidden items that are together. */
static size_t note_hidden(const struct teller *teller, const struct items *items,
                          const char **notes) {
    size_t end = items->count + items->hidden, noted = 0;
    for (size_t i = items->count, last; i < end; i = last) {
        const char *rule = items->item[i].figure.rule;
        const char **names = arena_allocate(teller->voice.arena, end - i, sizeof *names);
        size_t count = 0;
        for (last = i; last < end && strcmp(items->item[last].figure.rule, rule) == 0; last++)
            names[count++] = voice_quote(&teller->voice, items->item[last].label);
        notes[noted++] = voice_say(&teller->voice, PHRASE_HIDDEN_ITEMS, "labels",
                                   voice_list(&teller->voice, names, count), "why",
                                   teller_why(teller, rule), NULL);
    }
    return noted;
}

/* Why some are behind the others. */
static const char *say_thin(const struct teller *teller, const struct items *items) {
    const char **names = arena_allocate(teller->voice.arena, items->count, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < items->count; i++)
        if (is_thin(&items->item[i].figure))
            names[count++] = voice_quote(&teller->voice, items->item[i].label);
    return voice_say(&teller->voice, PHRASE_HIDDEN_THIN, "labels",
                     voice_list(&teller->voice, names, count), "count",
                     teller_whole(teller, ITEMS_LEAST_BASE), NULL);
}

const char *const *items_notes(const struct teller *teller, const struct items *items,
                               size_t *count) {
    const char **notes = arena_allocate(teller->voice.arena, items->hidden + 3, sizeof *notes);
    size_t end = items->count + items->hidden;
    *count = 0;
    if (items->merged != NULL)
        notes[(*count)++] = voice_say(&teller->voice, PHRASE_HIDDEN_COARSE, "why",
                                      teller_why(teller, items->merged), NULL);
    if (items_ranked(items) < items->count)
        notes[(*count)++] = say_thin(teller, items);
    *count += note_hidden(teller, items, notes + *count);
    if (items->empty > 0)
        notes[(*count)++] =
            voice_say(&teller->voice, PHRASE_HIDDEN_EMPTY, "labels",
                      items_names(teller, items, end, end + items->empty), NULL);
    return notes;
}
