#include "protect/gate.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "protect/audit.h"
#include "protect/claims.h"
#include "protect/filter_rule.h"
#include "protect/group_rest.h"
#include "protect/group_rule.h"
#include "protect/identity_rule.h"
#include "protect/number_rule.h"
#include "protect/origin_rule.h"
#include "protect/response_rule.h"
#include "protect/result_block.h"
#include "protect/state_rule.h"
#include "survey/threshold.h"

/* --- what the gate can work on --- */

static bool has_accounting(const struct results *results) {
    static const enum statistic needed[] = {STATISTIC_ROWS_READ,       STATISTIC_ROWS_ACCEPTED,
                                            STATISTIC_ROWS_REJECTED,   STATISTIC_ROWS_DUPLICATE,
                                            STATISTIC_ROWS_INCOMPLETE, STATISTIC_SIMULATED};
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) {
        const struct result *row = results_find(results, NULL, NULL, NULL, needed[i]);
        if (row == NULL || !row->has_value)
            return false;
    }
    return true;
}

/* A count or the number of a kind of answer that is invalid: below 0, above its base, not
 * whole. */
static const struct result *impossible(const struct results *results) {
    for (size_t i = 0; i < results->count; i++) {
        const struct result *row = &results->rows[i];
        enum statistic_kind kind = statistic_kind(row->statistic);
        bool counts = kind == KIND_COUNT || kind == KIND_STATE || kind == KIND_ORIGIN;
        if (counts && row->has_value &&
            (!row->has_n || row->value < 0 || row->value > (double)row->n ||
             row->value != floor(row->value)))
            return row;
    }
    return NULL;
}

/* Blocks whose id no question, score or gap has, or had a block before. Returns how many;
 * *example is one of their ids. */
static size_t count_strays(const struct results *results,
                           const struct questionnaire *questionnaire, const char **example) {
    const char **ids = NULL;
    size_t id_count = 0, capacity = 0, strays = 0;
    struct result_block block;
    for (size_t i = 0; i < results->count; i += block.count) {
        bool fine = result_block_at(results, i, questionnaire, &gate_rules_in_force, &block);
        for (size_t j = 0; fine && j < id_count; j++)
            fine = strcmp(ids[j], block.id) != 0;
        if (!fine) {
            *example = block.id;
            strays++;
        }
        ids = memory_grow(ids, id_count, &capacity, sizeof *ids);
        ids[id_count++] = block.id;
    }
    free(ids);
    return strays;
}

bool gate_accepts(const struct results *results, const struct questionnaire *questionnaire,
                  const char *file, struct diag *diag) {
    struct diag_place place = {.file = file};
    if (results_are_published(results)) {
        diag_add(diag, DIAG_ERROR, &place,
                 "these results are published already: give the results.csv that "
                 "nachlese-stats wrote",
                 "diese Ergebnisse sind schon veröffentlicht: bitte die results.csv von "
                 "nachlese-stats angeben");
        return false;
    }
    if (!has_accounting(results)) {
        diag_add(diag, DIAG_ERROR, &place,
                 "the accounting of the records (rows_read, rows_accepted ...) is missing: "
                 "make the file again with nachlese-stats",
                 "die Zählung der Datensätze (rows_read, rows_accepted ...) fehlt: Datei mit "
                 "nachlese-stats neu erzeugen");
        return false;
    }
    const struct result *wrong = impossible(results);
    if (wrong != NULL) {
        place.item = wrong->question;
        diag_add(diag, DIAG_ERROR, &place,
                 "a row %s is no count of people: make the file again with nachlese-stats",
                 "eine Zeile %s ist keine Zahl von Personen: Datei mit nachlese-stats neu "
                 "erzeugen",
                 statistic_name(wrong->statistic));
        return false;
    }
    size_t strays = count_strays(results, questionnaire, &place.item);
    if (strays > 0)
        diag_add(diag, DIAG_ERROR, &place,
                 "no such question, or its rows do not stand together (%zu in all): make the "
                 "file again with nachlese-stats and the same -q",
                 "diese Frage gibt es nicht, oder ihre Zeilen stehen nicht beieinander "
                 "(insgesamt %zu): Datei mit nachlese-stats und demselben -q neu erzeugen",
                 strays);
    return strays == 0;
}

/* --- writing --- */

static void write_mark(FILE *stream, const struct questionnaire *questionnaire) {
    struct text thresholds = {0};
    text_add_format(&thresholds, "min_report=%lld min_group=%lld min_cell=%lld",
                    (long long)questionnaire->min_report, (long long)questionnaire->min_group,
                    (long long)questionnaire->min_cell);
    struct result mark = {"",
                          "",
                          "",
                          "",
                          "",
                          STATISTIC_PUBLISHED,
                          .has_value = true,
                          .value = 1,
                          .method = text_string(&thresholds)};
    results_write(stream, &mark);
    text_free(&thresholds);
}

/* Says which rows have no place in what is published: statistics nobody vouches for. */
static void warn_of_dropped(const struct result_block *block, struct diag *diag) {
    for (size_t i = 0; i < block->count; i++) {
        const struct result *row = &block->rows[i];
        struct diag_place place = {.item = row->statistic == STATISTIC_NONE
                                               ? row->unknown
                                               : statistic_name(row->statistic)};
        enum statistic_kind kind = statistic_kind(row->statistic);
        bool by_group =
            row->by[0] != '\0' && (block->id[0] != '\0' || response_rule_concerns(row));
        if (kind == KIND_INTERNAL || result_block_holds(block, row) ||
            (by_group && kind != KIND_UNKNOWN &&
             (kind != KIND_ACCOUNTING || response_rule_concerns(row))))
            continue;
        diag_add(diag, DIAG_WARNING, &place,
                 "this statistic is not on the list of what may be published, at least not "
                 "here: left out",
                 "diese Kennzahl steht nicht auf der Liste dessen, was veröffentlicht "
                 "werden darf, oder nicht an dieser Stelle: weggelassen");
    }
}

/* A score or gap is hidden with any question it is made from. */
static bool is_made_from_hidden(const struct result_block *block,
                                const struct questionnaire *questionnaire, const bool *hidden) {
    for (size_t i = 0; i < 2; i++)
        if (block->made_from[i] != NULL &&
            hidden[block->made_from[i] - questionnaire->questions])
            return true;
    return false;
}

/* Rule P18: fewer than min_report answered the question, the row of a matrix, or all that a
 * score or gap is made from. */
static bool is_few(const struct result_block *block, const struct result *row,
                   int64_t min_report) {
    const struct question *question = block->question;
    int64_t answered = row->has_n ? row->n : 0;
    if (question != NULL)
        answered = result_block_answered(block, question_has_rows(question) ? row->item : "");
    return threshold_hides(answered, min_report);
}

/* Rule P7: whether an item leads is found from pairs of answers, and may tell of a cell of
 * two of them that it is small. */
static bool hides_lead(const struct result_block *block) {
    const unsigned careful = ROLE_IDENTIFYING | ROLE_SENSITIVE;
    const struct question *made_of[] = {block->question, block->made_from[0],
                                        block->made_from[1]};
    for (size_t i = 0; i < sizeof made_of / sizeof *made_of; i++)
        if (made_of[i] != NULL && (made_of[i]->roles & careful) != 0)
            return true;
    return false;
}

/* rule: what hides all figures of the block, or none. */
static void write_plain(FILE *stream, const struct result_block *block,
                        const struct questionnaire *questionnaire, enum privacy_rule rule) {
    for (size_t i = 0; i < block->count; i++) {
        const struct result *row = &block->rows[i];
        if (!result_block_allows(block, row))
            continue;
        enum treatment treatment = result_block_treatment(block, row);
        if (treatment == TREATMENT_STATE)
            state_rule_write(stream, block, row, questionnaire->min_cell);
        else if (treatment == TREATMENT_ORIGIN)
            origin_rule_write(stream, block, row, questionnaire->min_cell);
        else if (treatment == TREATMENT_RECORDS)
            results_write(stream, row);
        else if (treatment != TREATMENT_FIGURE && treatment != TREATMENT_LEAD)
            result_block_write_suppressed(stream, row, RULE_P19);
        else if (treatment == TREATMENT_LEAD && rule == RULE_NONE && hides_lead(block))
            result_block_write_suppressed(stream, row, RULE_P7);
        else if (rule != RULE_NONE)
            result_block_write_suppressed(stream, row, rule);
        else if (is_few(block, row, questionnaire->min_report))
            result_block_write_suppressed(stream, row, RULE_P18);
        else if (state_rule_hides_bounds(block, row, questionnaire->min_cell))
            result_block_write_suppressed(stream, row, RULE_P7);
        else
            results_write(stream, row);
    }
}

/* What the questions' own rows decide about others. */
struct findings {
    bool *hidden; /* by question: P7 hides its figures */
    struct grouping_facts *groupings;
};

/* A gap counts the answers of one person to both questions together, and says how they spread:
 * of questions that can identify people that is too much, whatever the counts. */
static bool joins_identifying(const struct result_block *block) {
    const struct question *one = block->made_from[0], *other = block->made_from[1];
    return one != NULL && other != NULL &&
           ((one->roles | other->roles) & ROLE_IDENTIFYING) != 0;
}

/* True where the counts of a question that decides who is asked are hidden. */
static bool source_is_hidden(const struct question *question,
                             const struct questionnaire *questionnaire, const bool *hidden) {
    for (const struct question *source = question->asked_if.question; source != NULL;
         source = source->asked_if.question)
        if (hidden[source - questionnaire->questions])
            return true;
    return false;
}

/* The rule that hides all figures of a question, score or gap, or none. */
static enum privacy_rule rule_of(const struct result_block *block,
                                 const struct questionnaire *questionnaire,
                                 const bool *hidden) {
    if (filter_rule_concerns(block->made_from[0]) || filter_rule_concerns(block->made_from[1]))
        return RULE_P20;
    return is_made_from_hidden(block, questionnaire, hidden) || joins_identifying(block)
               ? RULE_P7
               : RULE_NONE;
}

/* Rule P19: figures without a rule. Not even their categories: those of a number would be the
 * edges of its classes. */
static void write_unruled(FILE *stream, const struct result_block *block) {
    const struct result *last = NULL;
    for (size_t i = 0; i < block->count; i++) {
        struct result row = block->rows[i];
        if (!result_block_holds(block, &row) || result_block_allows(block, &row))
            continue;
        if (last == NULL || last->statistic != row.statistic ||
            strcmp(last->item, row.item) != 0) {
            row.category = "";
            result_block_write_suppressed(stream, &row, RULE_P19);
        }
        last = &block->rows[i];
    }
}

/* What a run of the gate works on. */
struct gate {
    const struct results *results;
    const struct questionnaire *questionnaire;
    const struct gate_rules *rules;
    struct diag *diag;
    struct result_block *blocks;
    size_t block_count;
};

static int64_t accepted_of(const struct results *results) {
    return (int64_t)results_find(results, NULL, NULL, NULL, STATISTIC_ROWS_ACCEPTED)->value;
}

/* True where who was asked is a level of a grouping whose response is hidden. */
static bool asked_response_is_hidden(const struct question *question,
                                     const struct questionnaire *questionnaire,
                                     const struct findings *findings) {
    const struct grouping *grouping = question->asked_if.question->grouping;
    return grouping != NULL && grouping->invited != NULL &&
           findings->groupings[grouping - questionnaire->groupings].response.rule != RULE_NONE;
}

static void write_block(FILE *stream, const struct result_block *block, const struct gate *gate,
                        const struct findings *findings) {
    const struct questionnaire *questionnaire = gate->questionnaire;
    const struct question *question = block->question;
    const bool *hidden = findings->hidden;
    if (filter_rule_concerns(question))
        filter_rule_write(stream, block, questionnaire,
                          source_is_hidden(question, questionnaire, hidden),
                          asked_response_is_hidden(question, questionnaire, findings));
    else if (block_has_classes(block))
        number_rule_write(stream, block, questionnaire);
    else if (question != NULL && hidden[question - questionnaire->questions])
        identity_rule_write(stream, block, questionnaire, accepted_of(gate->results));
    else
        write_plain(stream, block, questionnaire, rule_of(block, questionnaire, hidden));
}

/* Of a grouping question without rows nothing is known, so nothing by its groups is shown. */
static struct findings findings_new(const struct questionnaire *questionnaire,
                                    int64_t accepted) {
    struct findings findings = {
        memory_allocate(questionnaire->question_count, sizeof *findings.hidden),
        memory_allocate(questionnaire->grouping_count, sizeof *findings.groupings)};
    for (size_t i = 0; i < questionnaire->grouping_count; i++) {
        const struct grouping *grouping = &questionnaire->groupings[i];
        bool shown = questionnaire_shows_grouping(questionnaire, grouping, accepted);
        findings.groupings[i] = (struct grouping_facts){
            .listed = shown || grouping == questionnaire_main_grouping(questionnaire),
            .few = !shown,
            .hides_codes = true,
            .hides_levels = true,
            .closes_codes = true,
            .closes_levels = true};
    }
    return findings;
}

static void find_out(struct findings *findings, const struct result_block *block,
                     const struct questionnaire *questionnaire, int64_t accepted) {
    const struct question *question = block->question;
    if (question == NULL)
        return;
    int64_t min_cell = questionnaire->min_cell;
    bool hides = identity_rule_hides(block, min_cell);
    findings->hidden[question - questionnaire->questions] = hides;
    if (question->grouping == NULL)
        return;
    struct grouping_facts *facts =
        &findings->groupings[question->grouping - questionnaire->groupings];
    facts->hides_codes = hides;
    facts->hides_levels = identity_rule_hides_levels(block, accepted, min_cell);
    facts->closes_codes = group_rest_hides(block, false, accepted, questionnaire->min_group);
    facts->closes_levels = group_rest_hides(block, true, accepted, questionnaire->min_group);
}

/* Rule P1. The mark and the accounting stay, so that a report can say why there is no more. */
static bool too_few(const struct results *results, const struct questionnaire *questionnaire,
                    struct diag *diag) {
    const struct result *accepted =
        results_find(results, NULL, NULL, NULL, STATISTIC_ROWS_ACCEPTED);
    if (accepted->value >= (double)questionnaire->min_report)
        return false;
    diag_add(
        diag, DIAG_NOTE, NULL,
        "only %.0f answers, fewer than %lld: nothing but the numbers of records is published",
        "nur %.0f Antworten, weniger als %lld: Veröffentlicht wird nur die Zahl der Datensätze",
        accepted->value, (long long)questionnaire->min_report);
    return true;
}

static void find_blocks(struct gate *gate) {
    size_t capacity = 0;
    struct result_block block;
    for (size_t i = 0; i < gate->results->count; i += block.count) {
        result_block_at(gate->results, i, gate->questionnaire, gate->rules, &block);
        gate->blocks =
            memory_grow(gate->blocks, gate->block_count, &capacity, sizeof *gate->blocks);
        gate->blocks[gate->block_count++] = block;
    }
}

static int64_t tests_of(const struct results *results) {
    const struct result *row = results_find(results, NULL, NULL, NULL, STATISTIC_TESTS);
    return row != NULL && row->has_value ? (int64_t)row->value : 0;
}

/* What may be said of one table depends on all of them, so all are decided before the first row
 * is written. */
static struct group_part *decide_parts(struct arena *arena, const struct gate *gate,
                                       const struct findings *findings) {
    struct group_part *parts = arena_allocate(arena, gate->block_count, sizeof *parts);
    for (size_t i = 0; i < gate->block_count; i++)
        parts[i] = group_rule_decide(arena, &gate->blocks[i], gate->questionnaire,
                                     findings->groupings);
    claims_decide(parts, gate->block_count, tests_of(gate->results));
    return parts;
}

static void write_all(FILE *stream, FILE *audit, const struct gate *gate,
                      const struct findings *findings) {
    struct arena *arena = arena_new();
    struct group_part *parts = decide_parts(arena, gate, findings);
    for (size_t i = 0; i < gate->block_count; i++) {
        const struct result_block *block = &gate->blocks[i];
        write_block(stream, block, gate, findings);
        write_unruled(stream, block);
        for (size_t j = 0; block->id[0] == '\0' && j < gate->questionnaire->grouping_count; j++)
            response_rule_write(stream, gate->results, &findings->groupings[j].response);
        group_rule_write(stream, audit, block, &parts[i], gate->questionnaire,
                         findings->groupings, gate->diag);
    }
    arena_free(arena);
}

/* All that is left where there were too few answers: not even how many tests there are. */
static void write_accounting(FILE *stream, const struct gate *gate) {
    for (size_t i = 0; i < gate->block_count; i++) {
        const struct result_block *block = &gate->blocks[i];
        for (size_t j = 0; j < block->count; j++)
            if (result_block_allows(block, &block->rows[j]) &&
                statistic_kind(block->rows[j].statistic) == KIND_ACCOUNTING)
                results_write(stream, &block->rows[j]);
    }
}

void gate_write(FILE *stream, FILE *audit, const struct results *results,
                const struct questionnaire *questionnaire, const struct gate_rules *rules,
                struct diag *diag) {
    struct gate gate = {results, questionnaire, rules, diag, NULL, 0};
    int64_t accepted = accepted_of(results);
    bool few = too_few(results, questionnaire, diag);
    struct findings findings = findings_new(questionnaire, accepted);
    find_blocks(&gate);
    for (size_t i = 0; i < gate.block_count; i++) {
        warn_of_dropped(&gate.blocks[i], diag);
        find_out(&findings, &gate.blocks[i], questionnaire, accepted);
    }
    for (size_t i = 0; i < questionnaire->grouping_count; i++)
        findings.groupings[i].response =
            level_response_of(results, &questionnaire->groupings[i],
                              findings.groupings[i].hides_codes, questionnaire->min_cell);
    results_write_header(stream);
    write_mark(stream, questionnaire);
    if (audit != NULL)
        audit_write_header(audit);
    if (few)
        write_accounting(stream, &gate);
    else
        write_all(stream, audit, &gate, &findings);
    free(gate.blocks);
    free(findings.hidden);
    free(findings.groupings);
}
