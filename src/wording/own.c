#include "wording/own.h"

#include <string.h>

#include "wording/group_findings.h"

/* Views 2 and 4 show one class of answers, because all of them were not safe. */
static const char *const rule_of_one_class = "P3";

static struct own_figure none(void) {
    return (struct own_figure){.state = OWN_NONE, .figure.state = FIGURE_ABSENT};
}

static struct own_figure hidden(const char *rule) {
    return (struct own_figure){OWN_HIDDEN, {.state = FIGURE_HIDDEN, .rule = rule}};
}

static struct own_figure own_of(struct figure figure) {
    return figure.state == FIGURE_SHOWN    ? (struct own_figure){OWN_SHOWN, figure}
           : figure.state == FIGURE_HIDDEN ? hidden(figure.rule)
                                           : none();
}

bool own_has_figure(enum own_state state) {
    return state == OWN_TOGETHER || state == OWN_SHOWN;
}

const char *own_label(const struct teller *teller, enum own_state state) {
    const struct coarse_level *above = chosen_group_above(teller->own);
    return teller_code_label(teller, state == OWN_TOGETHER && above != NULL
                                         ? &above->label
                                         : chosen_group_label(teller->own));
}

/* --- who is in a coarser group --- */

static const struct code *code_at(const struct teller *teller, size_t position) {
    return &teller->own->grouping->question->codes->codes[position];
}

/* How many chose this answer of the grouping, of all respondents. */
static struct figure chose(const struct teller *teller, const char *id) {
    return figure_share(teller->results, teller->own->grouping->question->id, "", id,
                        STATISTIC_SHARE);
}

static bool nobody_chose(const struct teller *teller, size_t position) {
    struct figure figure = chose(teller, code_at(teller, position)->id);
    return figure.state == FIGURE_SHOWN && figure.count == 0;
}

/* True where nobody but the group itself is in the coarser one. */
static bool is_alone(const struct teller *teller, const struct coarse_level *level) {
    for (size_t i = 0; i < level->count; i++)
        if (level->codes[i] != teller->own->code && !nobody_chose(teller, level->codes[i]))
            return false;
    return true;
}

/* A figure of the coarser group that holds the code. */
static struct own_figure above(const struct teller *teller, const struct coarse_level *level,
                               struct figure figure) {
    struct own_figure own = own_of(figure);
    if (own.state == OWN_SHOWN && !is_alone(teller, level))
        own.state = OWN_TOGETHER;
    return own;
}

/* --- tables by groups --- */

/* What is asked for. */
struct request {
    const struct teller *teller;
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
        request->teller->results, table->question->id, table->item, request->category,
        group_findings_by(request->teller, table), id, request->statistic);
    if (figure.state == FIGURE_ABSENT)
        figure = (struct figure){.state = FIGURE_HIDDEN,
                                 .rule = table->coarse ? table->rule : rule_of_one_class};
    return figure;
}

/* The sum over the codes of the coarser group that was asked for; each must be known. */
static struct figure sum_of_codes(const struct request *request,
                                  const struct coarse_level *level) {
    struct figure sum = {.state = FIGURE_ABSENT};
    for (size_t i = 0; i < level->count; i++) {
        if (nobody_chose(request->teller, level->codes[i]))
            continue;
        struct figure figure = of_group(request, code_at(request->teller, level->codes[i])->id);
        if (figure.state != FIGURE_SHOWN)
            return figure;
        sum = figure_of(sum.count + figure.count, sum.base + figure.base);
    }
    return sum;
}

static struct own_figure in_table(const struct request *request) {
    const struct chosen_group *own = request->teller->own;
    const struct coarse_level *level = chosen_group_above(own);
    if (!request->table->coarse && own->level != NULL)
        return own_of(sum_of_codes(request, own->level));
    if (!request->table->coarse || own->level != NULL)
        return own_of(of_group(request, chosen_group_id(own)));
    if (level == NULL)
        return hidden(request->table->rule);
    return above(request->teller, level, of_group(request, level->id));
}

struct own_figure own_share(const struct teller *teller, const struct question *question,
                            const char *item, const char *category, enum statistic statistic) {
    const struct grouping *grouping = teller->own->grouping;
    if (question == grouping->question || !is_by_group(question, statistic))
        return none();
    struct group_finding table = group_finding_of(teller, question, grouping, item);
    if (table.groups.count + table.groups.hidden == 0)
        return table.rule[0] != '\0' ? hidden(table.rule) : none();
    struct request request = {teller, &table, category, statistic};
    return in_table(&request);
}

struct own_figure own_item(const struct teller *teller, const struct question *question,
                           const char *id, enum statistic statistic) {
    struct item_key key = items_key(question, id);
    return own_share(teller, question, key.item, key.category, statistic);
}

/* --- all respondents --- */

/* How many are in a coarser group: the sum of its answers, or, where the gate put these
 * together, what it published instead. */
static struct figure chose_level(const struct teller *teller,
                                 const struct coarse_level *level) {
    struct figure sum = {.state = FIGURE_ABSENT};
    for (size_t i = 0; i < level->count; i++) {
        struct figure figure = chose(teller, code_at(teller, level->codes[i])->id);
        struct figure merged = chose(teller, level->id);
        if (figure.state != FIGURE_SHOWN)
            return merged.state == FIGURE_SHOWN ? merged : figure;
        sum = figure_of(sum.count + figure.count, figure.base);
    }
    return sum;
}

struct own_figure own_size(const struct teller *teller) {
    const struct chosen_group *own = teller->own;
    const struct coarse_level *level = chosen_group_above(own);
    if (own->level != NULL)
        return own_of(chose_level(teller, own->level));
    struct figure figure = chose(teller, code_at(teller, own->code)->id);
    if (figure.state != FIGURE_HIDDEN || level == NULL)
        return own_of(figure);
    return above(teller, level, chose_level(teller, level));
}

bool own_is_small(const struct teller *teller) {
    struct own_figure size = own_size(teller);
    return size.state != OWN_SHOWN || size.figure.count < ROUNDING_PERCENT_FROM;
}
