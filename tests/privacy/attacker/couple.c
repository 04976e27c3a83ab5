#include "couple.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

#include "attack.h"

/* The sum over options of the first positions up to last, less most times the base, in one
 * group. */
static void add_options(struct attack *attack, size_t group, size_t last, int64_t base_factor,
                        int64_t low, int64_t high) {
    for (size_t i = 0; i < attack->table_count; i++)
        for (size_t a = 0; a <= last; a++)
            model_term(attack->model, table_cell(attack->tables[i], a, group), 1);
    const struct table *table = attack->tables[0];
    for (size_t a = 0; a < table->answers.inside; a++)
        model_term(attack->model, table_cell(table, a, group), base_factor);
    model_close(attack->model, low, high, false);
}

/* The same people answered each option. */
static void share_base(struct attack *attack, size_t group) {
    const struct table *first = attack->tables[0];
    for (size_t i = 1; i < attack->table_count; i++) {
        for (size_t a = 0; a < first->answers.inside; a++) {
            model_term(attack->model, table_cell(first, a, group), 1);
            model_term(attack->model, table_cell(attack->tables[i], a, group), -1);
        }
        model_close(attack->model, 0, 0, false);
    }
}

/* Who ticked an option that excludes all others ticked nothing else, and the rest ticked at
 * least one of the others: `any` is how many they are. Facts about one group, or about all
 * groups of a row that shows `any`. */
static void add_exclusive(struct attack *attack, const struct question *question,
                          const bool *groups, int64_t any, bool grouped) {
    bool some = false;
    for (size_t i = 0; i < question->item_count; i++)
        some |= question->items[i].exclusive;
    if (!some)
        return;
    const struct table *table = attack->tables[0];
    for (size_t g = 0; g < axis_size(&table->groups); g++) {
        if (!groups[g])
            continue;
        for (size_t i = 0; i < attack->table_count; i++)
            if (question->items[i].exclusive)
                model_term(attack->model, table_cell(attack->tables[i], 0, g), 1);
        for (size_t a = 0; a < table->answers.inside; a++)
            model_term(attack->model, table_cell(table, a, g), -1);
    }
    model_close(attack->model, any < 0 ? -attack->model->most : -any, any < 0 ? 0 : -any,
                grouped);
}

static void add_any_rows(struct attack *attack, const struct question *question) {
    const struct published *published = attack->published;
    for (size_t i = 0; i < published->results->count; i++) {
        const struct result *row = &published->results->rows[i];
        bool groups[POSITIONS];
        if (strcmp(row->question, question->id) == 0 && row->statistic == STATISTIC_ANY &&
            row_count(row) >= 0 && axis_levels(&attack->tables[0]->groups, row, groups))
            add_exclusive(attack, question, groups, row_count(row), *row->by != '\0');
    }
}

void couple_options(const struct published *published, const struct question *question,
                    const struct question *grouping, struct findings *findings) {
    struct attack *attack = attack_new(published, "linear");
    for (size_t i = 0; i < question->item_count; i++)
        attack_table(attack, question, question->items[i].id, grouping, false);
    const struct table *table = attack->tables[0];
    int64_t many = attack->model->most * (int64_t)(question->item_count + 1);
    for (size_t g = 0; g < axis_size(&table->groups); g++) {
        bool groups[POSITIONS] = {0};
        groups[g] = true;
        share_base(attack, g);
        bool ranking = question->kind == KIND_RANKING;
        /* Of a ranking, each answer has one first rank; of ticks, there is at least one. */
        add_options(attack, g, 0, -1, 0, ranking ? 0 : many);
        if (question->limit > 0)
            add_options(attack, g, ranking ? 1 : 0, -(int64_t)question->limit, -many, 0);
        if (!ranking)
            add_exclusive(attack, question, groups, -1, false);
    }
    if (question->kind == KIND_MULTI)
        add_any_rows(attack, question);
    if (attack->model->grouped > 0 || question->identifying)
        attack_linear(attack, findings);
    attack_free(attack);
}

/* Adds `times` x those of a group who were asked: who gave one of the answers. Of several
 * options ticked nobody knows who ticked more than one; false then. */
static bool add_those_asked(struct attack *attack, const struct table *condition,
                            const struct question *asked, size_t group, int64_t times) {
    const struct question *question = condition->answers.question;
    size_t codes = 0;
    if (question->kind == KIND_MULTI) {
        for (size_t i = 0; i < question->item_count; i++)
            codes += question_asks(asked, question->items[i].id);
        model_term(attack->model, table_cell(condition, 0, group), times);
        return codes == 1;
    }
    for (size_t a = 0; a < question->code_count; a++)
        if (question_asks(asked, question->codes[a].id))
            model_term(attack->model, table_cell(condition, a, group), times);
    /* Who does not know is among the missing of the condition. */
    return !question_asks(asked, "dk");
}

static const char *condition_item(const struct question *condition,
                                  const struct question *asked) {
    for (size_t i = 0; condition->kind == KIND_MULTI && i < condition->item_count; i++)
        if (question_asks(asked, condition->items[i].id))
            return condition->items[i].id;
    return "";
}

/* Over all: not shown to so many; who answered in spite of that counts as not understood. */
static void add_not_shown(struct attack *attack, const struct table *condition,
                          const struct question *asked) {
    const struct published *published = attack->published;
    const struct result *hidden =
        results_find(published->results, asked->id, "", "", STATISTIC_NOT_SHOWN);
    const struct result *invalid =
        results_find(published->results, asked->id, "", "", STATISTIC_INVALID);
    if (hidden == NULL || !hidden->has_value || invalid == NULL || !invalid->has_value)
        return;
    for (size_t g = 0; g < axis_size(&condition->groups); g++)
        add_those_asked(attack, condition, asked, g, 1);
    int64_t most = published->accepted - row_count(hidden);
    model_close(attack->model, most - row_count(invalid), most, false);
}

void couple_condition(const struct published *published, const struct codebook *codebook,
                      const struct question *question, const char *item,
                      const struct question *grouping, struct findings *findings) {
    const struct question *decides = codebook_condition(codebook, question);
    if (decides == NULL || decides == grouping ||
        (decides->kind != KIND_SINGLE && decides->kind != KIND_MULTI))
        return;
    struct attack *attack = attack_new(published, "by condition");
    struct table *condition =
        attack_table(attack, decides, condition_item(decides, question), grouping, false);
    struct table *table = attack_table(attack, question, item, grouping, true);
    bool known = true;
    for (size_t g = 0; g < axis_size(&table->groups); g++) {
        for (size_t a = 0; a < table->answers.count; a++)
            model_term(attack->model, table_cell(table, a, g), -1);
        known = add_those_asked(attack, condition, question, g, 1);
        model_close(attack->model, 0, attack->model->most, false);
    }
    if (known && attack->model->grouped > 0) {
        add_not_shown(attack, condition, question);
        attack_linear(attack, findings);
    }
    attack_free(attack);
}

/* Adds the cube of answers x first x second groups, whose margins are the three tables. */
static void add_cube(struct model *model, const struct table *one, const struct table *two,
                     const struct table *both) {
    size_t answers = axis_size(&one->answers), first = axis_size(&one->groups);
    size_t second = axis_size(&two->groups), start = model->variable_count;
    for (size_t i = 0; i < answers * first * second; i++)
        model_variable(model);
    for (size_t a = 0; a < answers; a++)
        for (size_t g = 0; g < first; g++) {
            for (size_t h = 0; h < second; h++)
                model_term(model, start + (a * first + g) * second + h, 1);
            model_term(model, table_cell(one, a, g), -1);
            model_close(model, 0, 0, false);
        }
    for (size_t a = 0; a < answers; a++)
        for (size_t h = 0; h < second; h++) {
            for (size_t g = 0; g < first; g++)
                model_term(model, start + (a * first + g) * second + h, 1);
            model_term(model, table_cell(two, a, h), -1);
            model_close(model, 0, 0, false);
        }
    for (size_t g = 0; g < first; g++)
        for (size_t h = 0; h < second; h++) {
            for (size_t a = 0; a < answers; a++)
                model_term(model, start + (a * first + g) * second + h, 1);
            model_term(model, table_cell(both, g, h), -1);
            model_close(model, 0, 0, false);
        }
}

void couple_groupings(const struct published *published, const struct question *question,
                      const char *item, const struct question *first,
                      const struct question *second, struct findings *findings) {
    struct attack *attack = attack_new(published, "three-way");
    size_t before = 0, revealing = 0;
    struct table *one = attack_table(attack, question, item, first, false);
    revealing += attack->model->grouped > before;
    before = attack->model->grouped;
    struct table *two = attack_table(attack, question, item, second, false);
    revealing += attack->model->grouped > before;
    before = attack->model->grouped;
    struct table *both = attack_table(attack, first, "", second, true);
    revealing += attack->model->grouped > before;
    if (revealing >= 2) {
        add_cube(attack->model, one, two, both);
        attack_linear(attack, findings);
    }
    attack_free(attack);
}
