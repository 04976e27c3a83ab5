#include "report/topics.h"

#include <string.h>

#include "wording/statement.h"

enum { MOST_QUESTIONS = 40 };

static size_t add_all(const struct question **to, size_t count, size_t most,
                      const struct question *const *from, size_t from_count) {
    for (size_t i = 0; i < from_count && count < most; i++)
        if (from[i] != NULL)
            to[count++] = from[i];
    return count;
}

static size_t add_plain(const struct topic *topic, const struct question **to, size_t count,
                        size_t most) {
    const struct question *pair[2] = {topic->question, NULL};
    if (topic->gap != NULL) {
        pair[0] = topic->gap->importance;
        pair[1] = topic->gap->satisfaction;
    }
    count = add_all(to, count, most, pair, 2);
    if (topic->together != NULL)
        count = add_all(to, count, most, topic->together->questions, topic->together->count);
    if (topic->trend != NULL)
        count = add_all(to, count, most, topic->trend->questions, topic->trend->count);
    return count;
}

size_t topics_questions(const struct topic *topic, const struct question **questions,
                        size_t most) {
    const struct glance *glance = topic->glance;
    if (glance == NULL)
        return add_plain(topic, questions, 0, most);
    const struct topic list = {.gap = glance->gap, .question = glance->question};
    size_t count = add_plain(&list, questions, 0, most);
    for (size_t i = 0; i < glance->part_count; i++)
        count = add_plain(&glance->parts[i], questions, count, most);
    return count;
}

size_t topics_section(const struct topic *topic) {
    const struct question *questions[MOST_QUESTIONS];
    return topics_questions(topic, questions, MOST_QUESTIONS) > 0 ? questions[0]->section : 0;
}

bool topics_overlap(const struct topic *one, const struct topic *other) {
    const struct question *first[MOST_QUESTIONS], *second[MOST_QUESTIONS];
    size_t count = topics_questions(one, first, MOST_QUESTIONS),
           others = topics_questions(other, second, MOST_QUESTIONS);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < others; k++)
            if (first[i] == second[k])
                return true;
    return false;
}

static bool is_profile(const struct questionnaire *questionnaire,
                       const struct question *question) {
    if ((question->roles & ROLE_IDENTIFYING) != 0)
        return true;
    if (questionnaire->breakdown != NULL &&
        questionnaire->breakdown->section == question->section)
        return true;
    for (size_t i = 0; i < questionnaire->grouping_count; i++)
        if (questionnaire->groupings[i].question->section == question->section)
            return true;
    return false;
}

bool topics_is_profile(const struct report *report, const struct topic *topic) {
    const struct question *questions[MOST_QUESTIONS];
    size_t count = topics_questions(topic, questions, MOST_QUESTIONS);
    for (size_t i = 0; i < count; i++)
        if (!is_profile(report->teller.facts.questionnaire, questions[i]))
            return false;
    return true;
}

bool topics_is_sensitive(const struct topic *topic) {
    const struct question *questions[MOST_QUESTIONS];
    size_t count = topics_questions(topic, questions, MOST_QUESTIONS);
    for (size_t i = 0; i < count; i++)
        if (!(questions[i]->roles & ROLE_SENSITIVE))
            return false;
    return count > 0;
}

static bool holds(const struct question *const *questions, size_t count,
                  const struct question *question) {
    for (size_t i = 0; i < count; i++)
        if (questions[i] == question)
            return true;
    return false;
}

/* What the question is a part of; else the question itself. */
static struct topic topic_with(const struct questionnaire *questionnaire,
                               const struct question *question) {
    for (size_t i = 0; i < questionnaire->together_count; i++) {
        const struct together *together = &questionnaire->togethers[i];
        if (holds(together->questions, together->count, question))
            return (struct topic){
                .kind = TOPIC_TOGETHER, .id = together->id, .together = together};
    }
    for (size_t i = 0; i < questionnaire->gap_count; i++) {
        const struct gap *gap = &questionnaire->gaps[i];
        if (gap->importance == question || gap->satisfaction == question)
            return (struct topic){.kind = TOPIC_GAP, .id = gap->id, .gap = gap};
    }
    for (size_t i = 0; i < questionnaire->trend_count; i++) {
        const struct trend *trend = &questionnaire->trends[i];
        if (holds(trend->questions, trend->count, question))
            return (struct topic){.kind = TOPIC_TREND, .id = trend->id, .trend = trend};
    }
    return (struct topic){.kind = TOPIC_QUESTION, .id = question->id, .question = question};
}

static bool is_known(const struct topics *topics, const struct topic *topic) {
    for (size_t i = 0; i < topics->count; i++)
        if (topics_overlap(topics->topic[i], topic))
            return true;
    return false;
}

struct topics topics_of(const struct report *report) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    struct arena *arena = report->teller.voice.arena;
    struct topics topics = {
        arena_allocate(arena, questionnaire->question_count + 1, sizeof *topics.topic), 0};
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        if (!facts_show(question))
            continue;
        struct topic *topic = arena_allocate(arena, 1, sizeof *topic);
        *topic = topic_with(questionnaire, question);
        /* Where two of the questionnaire's lists share a question, the second one goes. */
        if (!is_known(&topics, topic) && statement_exists(&report->teller, topic))
            topics.topic[topics.count++] = topic;
    }
    return topics;
}

const char *topics_anchors(const struct report *report, const struct topic *topic) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    struct arena *arena = report->teller.voice.arena;
    const char *anchors = topic->id;
    const struct glance *glance = topic->glance;
    for (size_t i = 0; glance != NULL && i < glance->part_count; i++)
        anchors = arena_format(arena, "%s %s", anchors, glance->parts[i].id);
    const struct question *questions[MOST_QUESTIONS];
    size_t count = topics_questions(topic, questions, MOST_QUESTIONS);
    for (size_t i = 0; i < count; i++)
        anchors = arena_format(arena, "%s %s %s", anchors, questions[i]->id,
                               topic_with(questionnaire, questions[i]).id);
    return anchors;
}
