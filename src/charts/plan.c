#include "charts/plan.h"

#include <string.h>

#include "charts/plan_choice.h"
#include "charts/plan_dots.h"
#include "charts/plan_matrix.h"
#include "charts/plan_number.h"
#include "charts/plan_words.h"
#include "wording/statement.h"
#include "wording/statement_gap.h"
#include "wording/terms.h"

/* NULL: there is no picture. */
static bool (*const planners[])(const struct teller *teller, const struct question *question,
                                struct chart *chart) = {
    [QUESTION_SINGLE] = plan_single, [QUESTION_MULTI] = plan_multi,
    [QUESTION_MATRIX] = plan_matrix, [QUESTION_RANKING] = plan_ranking,
    [QUESTION_NUMBER] = plan_number, [QUESTION_TEXT] = NULL,
    [QUESTION_CONTACT] = NULL,
};
ASSERT_ROW_FOR_EACH_TYPE(planners);

static struct chart empty_chart(const struct teller *teller, const char *id) {
    const char *simulated = teller_simulated(teller);
    struct chart chart = {.id = id,
                          .language =
                              teller->facts.questionnaire->languages[teller->facts.language],
                          .warning = simulated[0] != '\0' ? simulated : NULL};
    words_axis(teller, &chart);
    return chart;
}

/* The first sentence that the report says of it; where it says none, what it is about. */
static const char *title_of(const struct teller *teller, const struct topic *topic) {
    struct sentences statement = statement_of(teller, topic);
    return statement.count > 0 ? statement.line[0] : statement_title(teller, topic);
}

static void keep(struct plan *plan, struct chart *chart) {
    if (strcmp(chart->title, chart->subtitle) == 0)
        chart->subtitle = "";
    plan_note(plan->teller, chart, words_source(plan->teller));
    plan->charts[plan->count++] = *chart;
}

/* No picture of any grouping may stay from an earlier run; only that of the main one is drawn.
 */
static void add_groups(struct plan *plan, const struct question *question) {
    const struct teller *teller = plan->teller;
    const struct questionnaire *questionnaire = teller->facts.questionnaire;
    for (size_t i = 0; i < questionnaire->grouping_count; i++) {
        const struct grouping *grouping = &questionnaire->groupings[i];
        const char *id =
            arena_format(teller->voice.arena, "%s.by.%s", question->id, grouping->question->id);
        plan->ids[plan->id_count++] = id;
        struct chart chart = empty_chart(teller, id);
        chart.subtitle = teller_label(teller, &question->text);
        if (grouping == questionnaire_main_grouping(questionnaire) &&
            facts_have_results(&teller->facts) &&
            plan_groups(teller, question, grouping, &chart))
            keep(plan, &chart);
    }
}

static void add_question(struct plan *plan, const struct question *question) {
    const struct teller *teller = plan->teller;
    struct topic topic = {.kind = TOPIC_QUESTION, .id = question->id, .question = question};
    if (planners[question->type] == NULL || !facts_show(question))
        return;
    plan->ids[plan->id_count++] = question->id;
    struct chart chart = empty_chart(teller, question->id);
    chart.title = title_of(teller, &topic);
    chart.subtitle = teller_label(teller, &question->text);
    if (facts_have_results(&teller->facts) &&
        planners[question->type](teller, question, &chart))
        keep(plan, &chart);
    add_groups(plan, question);
}

static void add_gap(struct plan *plan, const struct gap *gap) {
    const struct teller *teller = plan->teller;
    struct topic topic = {.kind = TOPIC_GAP, .id = gap->id, .gap = gap};
    plan->ids[plan->id_count++] = gap->id;
    struct chart chart = empty_chart(teller, gap->id);
    chart.title = title_of(teller, &topic);
    chart.subtitle = statement_gap_questions(teller, gap);
    if (facts_have_results(&teller->facts) && plan_gap(teller, gap, &chart))
        keep(plan, &chart);
}

static void add_together(struct plan *plan, const struct together *together) {
    const struct teller *teller = plan->teller;
    struct topic topic = {.kind = TOPIC_TOGETHER, .id = together->id, .together = together};
    plan->ids[plan->id_count++] = together->id;
    struct chart chart = empty_chart(teller, together->id);
    chart.title = title_of(teller, &topic);
    chart.subtitle = words_questions(teller, together->questions, together->count);
    if (facts_have_results(&teller->facts) && plan_together(teller, together, &chart))
        keep(plan, &chart);
}

void plan_make(struct plan *plan) {
    const struct questionnaire *questionnaire = plan->teller->facts.questionnaire;
    size_t most = questionnaire->question_count * (1 + questionnaire->grouping_count) +
                  questionnaire->gap_count + questionnaire->together_count;
    struct arena *arena = plan->teller->voice.arena;
    plan->charts = arena_allocate(arena, most + 1, sizeof *plan->charts);
    plan->ids = arena_allocate(arena, most + 1, sizeof *plan->ids);
    for (size_t i = 0; i < questionnaire->question_count; i++)
        add_question(plan, &questionnaire->questions[i]);
    for (size_t i = 0; i < questionnaire->gap_count; i++)
        add_gap(plan, &questionnaire->gaps[i]);
    for (size_t i = 0; i < questionnaire->together_count; i++)
        add_together(plan, &questionnaire->togethers[i]);
}
