#include "wording/statement.h"

#include "wording/sentence_gap.h"
#include "wording/terms.h"

/* The sentences of several questions, one each. */
static struct sentences one_each(const struct teller *teller,
                                 const struct question *const *questions, size_t count) {
    const char **line = arena_allocate(teller->voice.arena, count + 1, sizeof *line);
    struct sentences sentences = {line, 0};
    for (size_t i = 0; i < count; i++) {
        line[sentences.count] = sentence_of_question(teller, questions[i]);
        sentences.count += line[sentences.count][0] != '\0';
    }
    return sentences;
}

struct sentences statement_of(const struct teller *teller, const struct topic *topic) {
    switch (topic->kind) {
    case TOPIC_QUESTION:
    case TOPIC_ITEM:
        return sentence_all_of_question(teller, topic->question);
    case TOPIC_GAP:
        return sentence_all_of_gap(teller, topic->gap);
    case TOPIC_TOGETHER:
        return one_each(teller, topic->together->questions, topic->together->count);
    case TOPIC_TREND:
        return one_each(teller, topic->trend->questions, topic->trend->count);
    case TOPIC_GLANCE:
        if (topic->glance->gap != NULL)
            return sentence_all_of_gap(teller, topic->glance->gap);
        if (topic->glance->question != NULL)
            return sentence_all_of_question(teller, topic->glance->question);
        break;
    }
    return (struct sentences){0};
}

bool statement_exists(const struct teller *teller, const struct topic *topic) {
    return statement_of(teller, topic).count > 0;
}

const char *statement_title(const struct teller *teller, const struct topic *topic) {
    switch (topic->kind) {
    case TOPIC_QUESTION:
    case TOPIC_ITEM:
        return terms_subject(teller, topic->question);
    case TOPIC_GAP:
        return teller_label(teller, &topic->gap->title);
    case TOPIC_TOGETHER:
        return teller_label(teller, &topic->together->title);
    case TOPIC_TREND:
        return teller_label(teller, &topic->trend->title);
    case TOPIC_GLANCE:
        return teller_label(teller, &topic->glance->title);
    }
    return "";
}

const char *statement_missing(const struct teller *teller, const struct topic *const *topics,
                              size_t count) {
    (void)teller, (void)topics, (void)count;
    return "";
}

enum statement_class statement_class_of(const struct teller *teller,
                                        const struct topic *topic) {
    (void)teller;
    if (topic->kind == TOPIC_GAP)
        return STATEMENT_UNMET;
    return topic->kind == TOPIC_TOGETHER ? STATEMENT_CHANGE : STATEMENT_OTHER;
}

struct figure statement_majority(const struct teller *teller, const struct topic *topic) {
    (void)teller, (void)topic;
    return (struct figure){.state = FIGURE_ABSENT};
}
