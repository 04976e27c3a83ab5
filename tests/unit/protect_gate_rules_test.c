/* Rule P19, by construction: each slot of the gate is emptied in turn, and what it was for must
 * come out suppressed; a type of question without any slot shows nothing at all. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "protect/gate.h"
#include "protect/gate_rules.h"
#include "survey/condition.h"
#include "survey/questionnaire_read.h"

/* A golden case: its questionnaire, its results, and what came out of the gate. */
struct run {
    struct diag *diag;
    struct questionnaire *questionnaire;
    struct results *results, *published;
};

static struct run run_new(const char *name) {
    char path[200];
    struct run run = {.diag = diag_new(stderr)};
    snprintf(path, sizeof path, "tests/golden/protect/%s/questionnaire.ini", name);
    run.questionnaire = questionnaire_load(path, run.diag);
    snprintf(path, sizeof path, "tests/golden/protect/%s/results.csv", name);
    run.results = results_read(path, run.diag);
    assert_non_null(run.questionnaire);
    assert_non_null(run.results);
    return run;
}

static void run_free(struct run *run) {
    results_free(run->published);
    results_free(run->results);
    questionnaire_free(run->questionnaire);
    diag_free(run->diag);
}

static void publish(struct run *run, const struct gate_rules *rules) {
    char path[] = "/tmp/protect_gate_rules_XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    FILE *stream = fdopen(descriptor, "w");
    gate_write(stream, NULL, run->results, run->questionnaire, rules, run->diag);
    assert_int_equal(fclose(stream), 0);
    results_free(run->published);
    run->published = results_read(path, run->diag);
    remove(path);
    assert_non_null(run->published);
}

static size_t owner_of(const struct run *run, const struct result *row) {
    const struct questionnaire *questionnaire = run->questionnaire;
    const struct question *question = questionnaire_question(questionnaire, row->question);
    if (question != NULL)
        return question->type;
    for (size_t i = 0; i < questionnaire->score_count; i++)
        if (strcmp(questionnaire->scores[i].id, row->question) == 0)
            return OWNER_SCORE;
    return row->question[0] == '\0' ? OWNER_SURVEY : OWNER_GAP;
}

enum { ANY_KIND = STATISTIC_KINDS };

/* Rows of one owner and kind, of all respondents or by group. */
struct slot {
    size_t owner, kind;
    bool by_group;
};

struct tally {
    size_t shown, without_rule;
};

static bool concerns(const struct run *run, const struct slot *slot, const struct result *row) {
    return owner_of(run, row) == slot->owner && (row->by[0] != '\0') == slot->by_group &&
           (slot->kind == ANY_KIND || statistic_kind(row->statistic) == slot->kind);
}

static struct tally count(const struct run *run, const struct slot *slot) {
    struct tally tally = {0};
    for (size_t i = 0; i < run->published->count; i++) {
        const struct result *row = &run->published->rows[i];
        if (!concerns(run, slot, row))
            continue;
        tally.shown += row->has_value || row->has_low || row->has_high || row->has_n;
        tally.without_rule += strcmp(row->method, "P19") == 0;
    }
    return tally;
}

static bool is_shown(struct run *run, const struct slot *slot) {
    publish(run, &gate_rules_in_force);
    struct tally before = count(run, slot);
    assert_int_equal(before.without_rule, 0);
    return before.shown > 0;
}

static void is_hidden(struct run *run, const struct slot *slot,
                      const struct gate_rules *rules) {
    publish(run, rules);
    struct tally after = count(run, slot);
    if (after.shown > 0 || after.without_rule == 0)
        fail_msg("owner %zu, kind %zu: %zu rows shown, %zu suppressed by P19", slot->owner,
                 slot->kind, after.shown, after.without_rule);
}

/* In the first case that shows figures of the slot; false where none does. */
static bool is_guarded(const struct slot *slot) {
    static const char *const cases[] = {
        "all_types", "limits_of_dominance",   "asked_if_views", "whole_sample_statistics",
        "leaders",   "number_quartile_tells", "scale_values"};
    bool shown = false;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0] && !shown; i++) {
        struct run run = run_new(cases[i]);
        struct gate_rules rules = gate_rules_in_force;
        rules.treatments[slot->owner][slot->kind] = TREATMENT_NONE;
        shown = is_shown(&run, slot);
        if (shown)
            is_hidden(&run, slot, &rules);
        run_free(&run);
    }
    return shown;
}

static void each_treatment(void **state) {
    (void)state;
    for (size_t owner = 0; owner < OWNERS; owner++)
        for (size_t kind = 0; kind < STATISTIC_KINDS; kind++) {
            struct slot slot = {owner, kind, false};
            if (gate_rules_in_force.treatments[owner][kind] != TREATMENT_NONE &&
                !is_guarded(&slot))
                fail_msg("no case shows anything of owner %zu, kind %zu", owner, kind);
        }
}

static void each_shape(void **state) {
    static const char *const cases[QUESTION_TYPES] = {[QUESTION_SINGLE] = "group_all_counts",
                                                      [QUESTION_MULTI] = "group_options",
                                                      [QUESTION_MATRIX] =
                                                          "few_answers_of_each_type",
                                                      [QUESTION_RANKING] = "group_ranking",
                                                      [QUESTION_NUMBER] = "group_number"};
    (void)state;
    for (size_t type = 0; type < QUESTION_TYPES; type++) {
        enum shape shape = gate_rules_in_force.shapes[type];
        if (shape == SHAPE_NONE || shape == SHAPE_STATES)
            continue;
        assert_non_null(cases[type]);
        struct run run = run_new(cases[type]);
        struct slot slot = {type, ANY_KIND, true};
        struct gate_rules rules = gate_rules_in_force;
        rules.shapes[type] = SHAPE_NONE;
        is_hidden(&run, &slot, &rules);
        run_free(&run);
    }
}

/* What a question that only some were asked shows beside its counts (P20). */
static size_t count_filtered(const struct run *run, size_t kind) {
    size_t shown = 0;
    for (size_t i = 0; i < run->published->count; i++) {
        const struct result *row = &run->published->rows[i];
        const struct question *question =
            questionnaire_question(run->questionnaire, row->question);
        shown += question != NULL &&
                 condition_depends_on(question, ROLE_IDENTIFYING | ROLE_SENSITIVE, true) &&
                 statistic_kind(row->statistic) == kind && row->has_value;
    }
    return shown;
}

static void each_kind_that_follows_counts(void **state) {
    (void)state;
    struct run run = run_new("asked_if_views");
    size_t slots = 0;
    for (size_t kind = 0; kind < STATISTIC_KINDS; kind++) {
        if (!gate_rules_in_force.follows_counts[kind])
            continue;
        struct gate_rules rules = gate_rules_in_force;
        publish(&run, &rules);
        slots += count_filtered(&run, kind) > 0;
        rules.follows_counts[kind] = false;
        publish(&run, &rules);
        assert_int_equal(count_filtered(&run, kind), 0);
    }
    assert_true(slots >= 2);
    run_free(&run);
}

/* As a type of question would be that nobody has thought of yet. */
static void a_type_without_rules(void **state) {
    (void)state;
    struct run run = run_new("all_types");
    for (size_t type = 0; type < QUESTION_TYPES; type++) {
        if (type == QUESTION_CONTACT) /* stats writes nothing of it */
            continue;
        struct gate_rules rules = gate_rules_in_force;
        memset(rules.treatments[type], 0, sizeof rules.treatments[type]);
        rules.shapes[type] = SHAPE_NONE;
        publish(&run, &rules);
        assert_int_equal(count(&run, &(struct slot){type, ANY_KIND, false}).shown, 0);
        assert_int_equal(count(&run, &(struct slot){type, ANY_KIND, true}).shown, 0);
        assert_true(count(&run, &(struct slot){type, ANY_KIND, false}).without_rule > 0);
    }
    run_free(&run);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_treatment),
        cmocka_unit_test(each_shape),
        cmocka_unit_test(each_kind_that_follows_counts),
        cmocka_unit_test(a_type_without_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
