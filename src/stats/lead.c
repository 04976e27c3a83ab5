#include "stats/lead.h"

#include <assert.h>

#include "inference/leaders.h"
#include "stats/unmet.h"
#include "survey/results.h"

/* A list as it is collected; the arrays are those of paired. */
struct list {
    const char *question;
    const struct code *items;
    enum statistic statistic; /* whose share gives the order */
    int64_t having[QUESTIONNAIRE_MAX_CODES], bases[QUESTIONNAIRE_MAX_CODES];
    struct paired_list paired;
};

static void add_item(struct list *list, int64_t having, int64_t base) {
    assert(list->paired.count < QUESTIONNAIRE_MAX_CODES);
    list->having[list->paired.count] = having;
    list->bases[list->paired.count++] = base;
}

/* The same limit as readers of the order have, so that both know the same first item. */
static int64_t least_base(const struct questionnaire *questionnaire) {
    return questionnaire->min_report > RESULTS_LEAST_BASE ? questionnaire->min_report
                                                          : RESULTS_LEAST_BASE;
}

/* An option that is never in the order ("none of these") has no row. */
static void write_list(const struct figure_writer *writer, struct list *list,
                       const int64_t *only) {
    enum lead leads[QUESTIONNAIRE_MAX_CODES];
    assert(writer->tally_level == 0 && only != NULL);
    list->paired.having = list->having;
    list->paired.bases = list->bases;
    list->paired.only = only;
    leaders_find(&list->paired, least_base(writer->questionnaire), leads);
    for (size_t i = 0; i < list->paired.count; i++) {
        struct subject subject = {list->question, list->items[i].id,
                                  statistic_name(list->statistic)};
        struct estimate lead = {.defined = leads[i] != LEAD_NONE,
                                .value = leads[i] == LEAD_YES,
                                .n = list->bases[i]};
        if (!list->items[i].exclusive)
            figure_test(writer, &subject, STATISTIC_LEAD, lead, "exact");
    }
}

/* --- rows and options --- */

static int64_t base_of(const struct figure_writer *writer, const struct question *question,
                       size_t row) {
    return tally_states(writer->tally, writer->tally_level, question, row)[TALLY_ANSWERED];
}

static void write_rows(const struct figure_writer *writer, const struct question *question) {
    struct list list = {question->id, question->rows, STATISTIC_TOP2, .paired = {0}};
    for (size_t row = 0; row < question->row_count; row++) {
        const int64_t *counts = tally_values(writer->tally, writer->tally_level, question, row);
        int64_t top = 0;
        for (size_t i = 0; i < question->codes->inside; i++)
            top += code_list_is_top(question->codes, i) ? counts[i] : 0;
        add_item(&list, top, base_of(writer, question, row));
    }
    write_list(writer, &list, tally_only(writer->tally, question, false));
}

static void write_ticks(const struct figure_writer *writer, const struct question *question) {
    struct list list = {question->id, question->codes->codes, STATISTIC_SHARE, .paired = {0}};
    const int64_t *counts = tally_values(writer->tally, writer->tally_level, question, 0);
    for (size_t i = 0; i < question->codes->count; i++)
        add_item(&list, counts[i],
                 question->codes->codes[i].exclusive ? 0 : base_of(writer, question, 0));
    write_list(writer, &list, tally_only(writer->tally, question, false));
}

static void write_places(const struct figure_writer *writer, const struct question *question,
                         bool first) {
    struct list list = {question->id, question->codes->codes,
                        first ? STATISTIC_FIRST : STATISTIC_TOP, .paired = {0}};
    size_t places = first ? 1 : tally_ranks_allowed(question);
    for (size_t i = 0; i < question->codes->inside; i++) {
        const int64_t *ranks = tally_ranks(writer->tally, writer->tally_level, question, i);
        int64_t having = 0;
        for (size_t k = 0; k < places; k++)
            having += ranks[k];
        add_item(&list, having, base_of(writer, question, 0));
    }
    write_list(writer, &list, tally_only(writer->tally, question, first));
}

void lead_write_question(const struct figure_writer *writer, const struct question *question) {
    if (question_has_rows(question) && tally_only(writer->tally, question, false) != NULL) {
        write_rows(writer, question);
    } else if (question_has_options(question) && question_answer(question) == ANSWER_PLACE) {
        write_places(writer, question, true);
        write_places(writer, question, false);
    } else if (question_has_options(question)) {
        write_ticks(writer, question);
    }
}

/* --- gaps --- */

void lead_write_gap(const struct figure_writer *writer, const struct gap *gap) {
    struct list list = {gap->id, gap->importance->rows, STATISTIC_UNMET, .paired = {0}};
    for (size_t row = 0; row < gap->importance->row_count; row++) {
        struct unmet unmet = unmet_of(writer->tally, writer->tally_level, gap, row);
        add_item(&list, unmet.count, unmet.base);
    }
    write_list(writer, &list, tally_only_unmet(writer->tally, gap));
}
