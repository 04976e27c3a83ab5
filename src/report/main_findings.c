#include "report/main_findings.h"

#include <stdlib.h>

#include "findings/figures.h"
#include "findings/pairs.h"
#include "report/glance_list.h"
#include "report/topics.h"
#include "wording/statement.h"
#include "wording/statement_list.h"

/* A topic that may become a finding by rule, with what it is chosen by. */
struct candidate {
    const struct topic *topic;
    size_t place; /* in the questionnaire's order */
    enum statement_class kind;
    struct figure majority;
};

static int compare_candidates(const void *left, const void *right) {
    const struct candidate *a = left, *b = right;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    bool shown = a->majority.state == FIGURE_SHOWN, other = b->majority.state == FIGURE_SHOWN;
    if (shown && other) {
        int order = figure_compare(&b->majority, &a->majority);
        if (order != 0)
            return order;
    } else if (shown != other) {
        return shown ? -1 : 1;
    }
    return a->place < b->place ? -1 : 1;
}

static bool is_text(const struct topic *topic) {
    return topic->question != NULL && topic->question->type == QUESTION_TEXT;
}

/* The second unmet need of a survey counts for no more than its majority. */
static void rank_repeated(struct candidate *candidates, size_t count) {
    bool seen[STATEMENT_OTHER + 1] = {false};
    qsort(candidates, count, sizeof *candidates, compare_candidates);
    for (size_t i = 0; i < count; i++) {
        enum statement_class kind = candidates[i].kind;
        if (kind < STATEMENT_MAJORITY && seen[kind])
            candidates[i].kind = STATEMENT_MAJORITY;
        seen[kind] = true;
    }
    qsort(candidates, count, sizeof *candidates, compare_candidates);
}

static bool is_chosen(const struct main_findings *findings, const struct topic *topic) {
    for (size_t i = 0; i < findings->count; i++)
        if (topics_overlap(findings->topic[i], topic))
            return true;
    return false;
}

static void add_by_rule(const struct report *report, struct main_findings *findings) {
    struct topics topics = topics_of(report);
    struct candidate *candidates =
        arena_allocate(report->teller.voice.arena, topics.count + 1, sizeof *candidates);
    size_t count = 0;
    for (size_t i = 0; i < topics.count; i++) {
        const struct topic *topic = topics.topic[i];
        /* What is sensitive stands on page one, and is offered for citing, by decision only. */
        if (topics_is_profile(report, topic) || topics_is_sensitive(topic) || is_text(topic) ||
            is_chosen(findings, topic))
            continue;
        struct candidate candidate = {topic, i, statement_class_of(&report->teller, topic),
                                      statement_majority(&report->teller, topic)};
        /* What all said tells a board nothing new. */
        if (candidate.kind == STATEMENT_MAJORITY &&
            candidate.majority.count == candidate.majority.base)
            candidate.kind = STATEMENT_OTHER;
        candidates[count++] = candidate;
    }
    rank_repeated(candidates, count);
    for (size_t i = 0; i < count && findings->count < QUESTIONNAIRE_MAX_FINDINGS; i++)
        findings->topic[findings->count++] = candidates[i].topic;
}

static void add(const struct report *report, struct main_findings *findings,
                const struct topic *topic) {
    if (findings->count < QUESTIONNAIRE_MAX_FINDINGS &&
        statement_exists(&report->teller, topic))
        findings->topic[findings->count++] = topic;
}

struct main_findings main_findings_of(const struct report *report) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    struct main_findings findings = {.count = 0};
    for (size_t i = 0; i < questionnaire->finding_count; i++)
        add(report, &findings, &questionnaire->findings[i]);
    if (questionnaire->finding_count > 0)
        return findings;
    for (size_t i = 0; i < questionnaire->glance_count; i++) {
        struct topic *topic = arena_allocate(report->teller.voice.arena, 1, sizeof *topic);
        *topic = (struct topic){.kind = TOPIC_GLANCE,
                                .id = questionnaire->glances[i].id,
                                .glance = &questionnaire->glances[i]};
        add(report, &findings, topic);
    }
    add_by_rule(report, &findings);
    return findings;
}

static const char *titled(const struct report *report, const struct topic *topic,
                          const char *sentence) {
    return voice_say(&report->teller.voice, PHRASE_READY_CITED, "subject",
                     statement_title(&report->teller, topic), "sentence", sentence, NULL);
}

/* That it is open which of those in front is first is cited with their sentence. */
static const char *open_of(const struct report *report, const struct topic *topic) {
    const struct teller *teller = &report->teller;
    const struct gap *gap = topic->glance != NULL ? topic->glance->gap : topic->gap;
    const struct question *question =
        topic->glance != NULL ? topic->glance->question : topic->question;
    if (gap != NULL) {
        struct pairs pairs = pairs_of(&teller->facts, gap);
        bool front =
            pairs_lead_surely(&pairs) && pairs.count > 0 && pairs.pair[0].unmet.count > 0;
        return front ? statement_open(teller, &pairs.items) : "";
    }
    if (question == NULL || topic->kind == TOPIC_ITEM || !question_has_options(question))
        return "";
    struct items list = items_of_list(&teller->facts, question, items_statistic(question));
    bool front = list.count > 0 && list.item[0].figure.count > 0;
    return front ? statement_open(teller, &list) : "";
}

const char *main_findings_sentence(const struct report *report, const struct topic *topic) {
    if (topic->glance != NULL && topic->glance->question != NULL &&
        topic->glance->gap == NULL) {
        const char *list = glance_list_sentence(report, topic->glance);
        if (list[0] != '\0')
            return list;
    }
    struct sentences sentences = statement_alone(&report->teller, topic);
    if (sentences.count == 0)
        return "";
    bool nameless = topic->kind == TOPIC_TOGETHER || topic->kind == TOPIC_TREND;
    const char *sentence =
        nameless ? titled(report, topic, sentences.line[0]) : sentences.line[0];
    const char *open = open_of(report, topic);
    return open[0] == '\0' ? sentence
                           : arena_format(report->teller.voice.arena, "%s %s", sentence, open);
}
