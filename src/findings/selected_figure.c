#include "findings/selected_figure.h"

#include <string.h>

#include "findings/group_findings.h"

/* Views 2 and 4 show one class of answers, because all of them were not safe. */
static const char *const rule_of_one_class = "P3";

static struct selected_figure none(void) {
    return (struct selected_figure){.state = SELECTED_NONE, .figure.state = FIGURE_ABSENT};
}

static struct selected_figure hidden(const char *rule) {
    return (struct selected_figure){SELECTED_HIDDEN, {.state = FIGURE_HIDDEN, .rule = rule}};
}

static struct selected_figure selected_of(struct figure figure) {
    return figure.state == FIGURE_SHOWN    ? (struct selected_figure){SELECTED_SHOWN, figure}
           : figure.state == FIGURE_HIDDEN ? hidden(figure.rule)
                                           : none();
}

bool selected_has_figure(enum selected_state state) {
    return state == SELECTED_TOGETHER || state == SELECTED_SHOWN;
}

const struct label *selected_label(const struct facts *facts, enum selected_state state) {
    const struct coarse_level *above = selected_group_above(facts->selected);
    return state == SELECTED_TOGETHER && above != NULL ? &above->label
                                                       : selected_group_label(facts->selected);
}

/* --- who is in a coarser group --- */

static const struct code *code_at(const struct facts *facts, size_t position) {
    return &facts->selected->grouping->question->codes->codes[position];
}

/* How many chose this answer of the grouping, of all respondents. */
static struct figure chose(const struct facts *facts, const char *id) {
    return figure_share(facts->results, facts->selected->grouping->question->id, "", id,
                        STATISTIC_SHARE);
}

static bool nobody_chose(const struct facts *facts, size_t position) {
    struct figure figure = chose(facts, code_at(facts, position)->id);
    return figure.state == FIGURE_SHOWN && figure.count == 0;
}

/* True where nobody but the group itself is in the coarser one. */
static bool is_alone(const struct facts *facts, const struct coarse_level *level) {
    if (level->rest)
        return false; /* nor are those known who gave no answer */
    for (size_t i = 0; i < level->count; i++)
        if (level->codes[i] != facts->selected->code && !nobody_chose(facts, level->codes[i]))
            return false;
    return true;
}

/* A figure of the coarser group that holds the code. */
static struct selected_figure above(const struct facts *facts, const struct coarse_level *level,
                                    struct figure figure) {
    struct selected_figure selected = selected_of(figure);
    if (selected.state == SELECTED_SHOWN && !is_alone(facts, level))
        selected.state = SELECTED_TOGETHER;
    return selected;
}

/* --- tables by groups --- */

/* What is asked for. */
struct request {
    const struct facts *facts;
    const struct group_finding *table;
    const char *category;
    enum statistic statistic;
};

/* Views 1 and 3 have these figures, views 2 and 4 one of them. */
static bool is_by_group(const struct question *question, enum statistic statistic) {
    if (question_has_options(question))
        return statistic == items_group_statistic(question);
    return question_answer(question) != ANSWER_CODE || statistic == STATISTIC_SHARE ||
           statistic == STATISTIC_SET || statistic == STATISTIC_TOP2;
}

/* The figure of one group of the table; a group without any row is absent. */
static struct figure of_group(const struct request *request, const char *id) {
    const struct group_finding *table = request->table;
    const struct items *groups = &table->groups;
    size_t at = 0, total = groups->count + groups->hidden;
    while (at < total && strcmp(groups->item[at].id, id) != 0)
        at++;
    if (at == total || groups->item[at].figure.state == FIGURE_HIDDEN)
        return at < total ? groups->item[at].figure : (struct figure){.state = FIGURE_ABSENT};
    struct figure figure = figure_share_by(
        request->facts->results, table->question->id, table->item, request->category,
        group_findings_by(request->facts, table), id, request->statistic);
    if (figure.state == FIGURE_ABSENT)
        figure = (struct figure){.state = FIGURE_HIDDEN,
                                 .rule = table->coarse ? table->rule : rule_of_one_class};
    return figure;
}

/* The sum over the codes of the coarser group that was asked for; each must be known. Of the
 * rest some gave no code, whom no such sum holds. */
static struct figure sum_of_codes(const struct request *request,
                                  const struct coarse_level *level) {
    struct figure sum = {.state = FIGURE_ABSENT};
    if (level->rest)
        return (struct figure){.state = FIGURE_HIDDEN, .rule = rule_of_one_class};
    for (size_t i = 0; i < level->count; i++) {
        if (nobody_chose(request->facts, level->codes[i]))
            continue;
        struct figure figure = of_group(request, code_at(request->facts, level->codes[i])->id);
        if (figure.state != FIGURE_SHOWN)
            return figure;
        sum = figure_of(sum.count + figure.count, sum.base + figure.base);
    }
    return sum;
}

static struct selected_figure in_table(const struct request *request) {
    const struct selected_group *selected = request->facts->selected;
    const struct coarse_level *level = selected_group_above(selected);
    if (!request->table->coarse && selected->level != NULL)
        return selected_of(sum_of_codes(request, selected->level));
    if (!request->table->coarse || selected->level != NULL)
        return selected_of(of_group(request, selected_group_id(selected)));
    if (level == NULL)
        return hidden(request->table->rule);
    return above(request->facts, level, of_group(request, level->id));
}

struct selected_figure selected_share(const struct facts *facts,
                                      const struct question *question, const char *item,
                                      const char *category, enum statistic statistic) {
    const struct grouping *grouping = facts->selected->grouping;
    if (question == grouping->question || !is_by_group(question, statistic))
        return none();
    struct group_finding table = group_finding_of(facts, question, grouping, item);
    if (table.groups.count + table.groups.hidden == 0)
        return table.rule[0] != '\0' ? hidden(table.rule) : none();
    struct request request = {facts, &table, category, statistic};
    return in_table(&request);
}

struct selected_figure selected_item(const struct facts *facts, const struct question *question,
                                     const char *id, enum statistic statistic) {
    struct item_key key = items_key(question, id);
    return selected_share(facts, question, key.item, key.category, statistic);
}

/* --- all respondents --- */

/* How many are in a coarser group: the sum of its answers, or, where the gate put these
 * together, what it published instead. */
static struct figure chose_level(const struct facts *facts, const struct coarse_level *level) {
    struct figure sum = {.state = FIGURE_ABSENT};
    for (size_t i = 0; i < level->count; i++) {
        struct figure figure = chose(facts, code_at(facts, level->codes[i])->id);
        struct figure merged = chose(facts, level->id);
        if (figure.state != FIGURE_SHOWN)
            return merged.state == FIGURE_SHOWN ? merged : figure;
        sum = figure_of(sum.count + figure.count, figure.base);
    }
    return sum;
}

struct selected_figure selected_size(const struct facts *facts) {
    const struct selected_group *selected = facts->selected;
    const struct coarse_level *level = selected_group_above(selected);
    if (selected->level != NULL)
        return selected_of(chose_level(facts, selected->level));
    struct figure figure = chose(facts, code_at(facts, selected->code)->id);
    if (figure.state != FIGURE_HIDDEN || level == NULL)
        return selected_of(figure);
    return above(facts, level, chose_level(facts, level));
}
