#include "wording/statement_missing.h"

#include <string.h>

#include "findings/sides.h"
#include "findings/tier.h"
#include "wording/missing.h"
#include "wording/statement_list.h"
#include "wording/statement_sides.h"
#include "wording/statement_words.h"
#include "wording/terms.h"

/* How many items are named, all of one side each: of the first topics, in four lines. */
enum { MOST_ITEMS = 2, MOST_SURE = 1, MOST_SIDES = 1 };

/* One side, with the items of which something is known of all invited. */
struct group {
    const char *side; /* quoted; "" where the items say it */
    const char *items[MOST_ITEMS];
    size_t count;
};

struct paragraph {
    const struct teller *teller;
    int64_t invited;
    struct group sure[MOST_SIDES], tipping[MOST_SIDES];
    size_t sure_count, tipping_count;
    struct group *open_sure, *open_tipping; /* of the list that is being looked at */
};

/* The group of that side, made with its first item; NULL where there is no room. */
static struct group *open_group(struct group *groups, size_t *count, struct group **open,
                                const char *side) {
    for (size_t i = 0; i < *count && *open == NULL; i++)
        if (strcmp(groups[i].side, side) == 0)
            *open = &groups[i];
    if (*open == NULL && *count < MOST_SIDES) {
        *open = &groups[(*count)++];
        **open = (struct group){.side = side};
    }
    return *open != NULL && (*open)->count < MOST_ITEMS ? *open : NULL;
}

static void add_item(struct paragraph *paragraph, const char *side, const char *label,
                     const struct frame *frame) {
    const struct voice *voice = &paragraph->teller->voice;
    int64_t missing = frame->high - frame->low;
    if (2 * frame->low > frame->invited && missing > 0) {
        struct group *group =
            open_group(paragraph->sure, &paragraph->sure_count, &paragraph->open_sure, side);
        if (group != NULL && group->count < MOST_SURE)
            group->items[group->count++] =
                voice_say(voice, PHRASE_STATEMENT_MISSING_ITEM, "label", label, NULL);
    } else if (frame->tipping > 0) {
        struct group *group = open_group(paragraph->tipping, &paragraph->tipping_count,
                                         &paragraph->open_tipping, side);
        if (group != NULL)
            group->items[group->count++] = voice_say(
                voice, voice_plural(voice, PHRASE_STATEMENT_MISSING_COUNT, frame->tipping),
                "label", label, "count", voice_whole(voice, frame->tipping), "missing",
                voice_whole(voice, missing), NULL);
    }
}

static void add_result(struct paragraph *paragraph, const char *side, const char *label,
                       const struct result *result) {
    struct frame frame;
    if (result != NULL &&
        figure_frame(paragraph->teller->facts.results, result, paragraph->invited, &frame))
        add_item(paragraph, side, label, &frame);
}

/* The items of a list that have a majority of those who answered, the largest first. */
static void add_list(struct paragraph *paragraph, const struct question *question,
                     const char *side) {
    const struct teller *teller = paragraph->teller;
    struct items list = statement_list_of(&teller->facts, question);
    paragraph->open_sure = paragraph->open_tipping = NULL;
    for (size_t i = 0; i < list.count; i++) {
        struct item_key key = items_key(question, list.item[i].id);
        if (2 * list.item[i].figure.count > list.item[i].figure.base)
            add_result(paragraph, side, words_item(teller, question, &list.item[i]),
                       results_find(teller->facts.results, question->id, key.item, key.category,
                                    list.statistic));
    }
}

/* A side that has a row of its own. */
static const struct result *row_of_side(const struct teller *teller,
                                        const struct question *question, const char *item,
                                        const struct side *side) {
    const struct results *results = teller->facts.results;
    switch (side->kind) {
    case SIDE_SET:
        return results_find(results, question->id, item, side->set->id, STATISTIC_SET);
    case SIDE_TOP:
        return results_find(results, question->id, item, "", STATISTIC_TOP2);
    case SIDE_BOTTOM:
        return results_find(results, question->id, item, "", STATISTIC_BOTTOM2);
    case SIDE_CODES:
        break;
    }
    return side->count != 1
               ? NULL
               : results_find(results, question->id, item,
                              question->codes->codes[side->codes[0]].id, STATISTIC_SHARE);
}

static void add_ordered(struct paragraph *paragraph, const struct question *question,
                        const struct code *row) {
    const struct teller *teller = paragraph->teller;
    struct sides sides = sides_of(&teller->facts, question, row);
    paragraph->open_sure = paragraph->open_tipping = NULL;
    if (!sides.majority)
        return;
    const char *label = row != NULL
                            ? words_code(teller, row)
                            : voice_quote(&teller->voice, terms_subject(teller, question));
    add_result(paragraph, sides_name(teller, question, &sides.first), label,
               row_of_side(teller, question, row != NULL ? row->id : "", &sides.first));
}

static void add_question(struct paragraph *paragraph, const struct question *question,
                         const char *side) {
    const struct teller *teller = paragraph->teller;
    if (question->codes == NULL || !facts_show(question) || missing_by_route(teller, question))
        return;
    bool ordered = question->codes->measure == MEASURE_ORDINAL;
    if (question_has_one_code(question)) {
        if (ordered)
            add_ordered(paragraph, question, NULL);
        return;
    }
    if (!items_have_shares(question))
        return;
    if (question_has_rows(question))
        side = terms_top(teller, question);
    add_list(paragraph, question, side);
}

static void add_topic(struct paragraph *paragraph, const struct topic *topic);

static void add_glance(struct paragraph *paragraph, const struct glance *glance) {
    if (glance->question != NULL)
        add_question(paragraph, glance->question, "");
    for (size_t i = 0; i < glance->part_count; i++)
        add_topic(paragraph, &glance->parts[i]);
}

static void add_topic(struct paragraph *paragraph, const struct topic *topic) {
    const struct teller *teller = paragraph->teller;
    switch (topic->kind) {
    case TOPIC_QUESTION:
        add_question(paragraph, topic->question, "");
        break;
    case TOPIC_ITEM:
        if (question_has_rows(topic->question) && facts_show(topic->question) &&
            topic->question->codes->measure == MEASURE_ORDINAL &&
            !missing_by_route(teller, topic->question))
            add_ordered(paragraph, topic->question, &topic->question->rows[topic->item]);
        break;
    case TOPIC_GAP:
        add_question(paragraph, topic->gap->importance, "");
        break;
    case TOPIC_TOGETHER:
        for (size_t i = 0; i < topic->together->count; i++)
            add_question(paragraph, topic->together->questions[i],
                         voice_quote(&teller->voice,
                                     teller_label(teller, &topic->together->columns[i])));
        break;
    case TOPIC_TREND:
        for (size_t i = 0; i < topic->trend->count; i++)
            add_question(paragraph, topic->trend->questions[i], "");
        break;
    case TOPIC_GLANCE:
        add_glance(paragraph, topic->glance);
        break;
    }
}

/* "für „dringend“ bei „A“ und bei „B“" */
static const char *say_groups(const struct paragraph *paragraph, const struct group *groups,
                              size_t count, enum phrase phrase) {
    const struct voice *voice = &paragraph->teller->voice;
    const char *parts[MOST_SIDES] = {0}, *list = "";
    if (count == 0)
        return "";
    for (size_t i = 0; i < count; i++) {
        list = voice_list(voice, groups[i].items, groups[i].count);
        parts[i] = groups[i].side[0] == '\0'
                       ? list
                       : voice_say(voice, PHRASE_STATEMENT_MISSING_SIDE, "side", groups[i].side,
                                   "list", list, NULL);
    }
    list = parts[0];
    for (size_t i = 1; i < count; i++)
        list = voice_say(voice, PHRASE_STATEMENT_MISSING_NEXT, "first", list, "next", parts[i],
                         NULL);
    return voice_say(voice, phrase, "invited", voice_whole(voice, paragraph->invited), "list",
                     list, NULL);
}

const char *statement_missing_of(const struct teller *teller, const struct topic *const *topics,
                                 size_t count) {
    struct paragraph paragraph = {.teller = teller, .invited = teller->facts.invited};
    if (paragraph.invited == 0 || !facts_have_results(&teller->facts))
        return "";
    for (size_t i = 0; i < count; i++)
        add_topic(&paragraph, topics[i]);
    const char *sure = say_groups(&paragraph, paragraph.sure, paragraph.sure_count,
                                  PHRASE_STATEMENT_MISSING_SURE),
               *tipping = say_groups(&paragraph, paragraph.tipping, paragraph.tipping_count,
                                     PHRASE_STATEMENT_MISSING_TIPPING);
    if (sure[0] == '\0' && tipping[0] == '\0')
        return "";
    return voice_say(&teller->voice, PHRASE_STATEMENT_MISSING, "invited",
                     voice_whole(&teller->voice, paragraph.invited), "sentences",
                     sure[0] == '\0' ? tipping
                     : tipping[0] == '\0'
                         ? sure
                         : arena_format(teller->voice.arena, "%s %s", sure, tipping),
                     NULL);
}
