#include "wording/group_sentence.h"

#include <string.h>

#include "wording/item_words.h"
#include "wording/terms.h"

/* What a table is about: the label of its row or option, or the question's subject. */
static const char *label_of(const struct teller *teller, const struct group_finding *table) {
    return table->code != NULL ? teller_code_label(teller, &table->code->label)
                               : terms_subject(teller, table->question);
}

/* The answers that a table counts together, quoted; "" for a ticked option. */
static const char *class_words(const struct teller *teller, const struct group_finding *table) {
    const struct question *question = table->question;
    const struct code_list *codes = question->codes;
    const struct answer_class *class = &table->class.answers;
    if (class->kind == CLASS_TOP2)
        return terms_top(teller, question);
    for (size_t i = 0; class->kind == CLASS_SET && i < question->set_count; i++)
        if (strcmp(question->sets[i].id, class->category) == 0)
            return voice_quote(&teller->voice, teller_label(teller, &question->sets[i].label));
    if (class->kind != CLASS_CODE)
        return "";
    int code = code_position(codes->codes, codes->inside, class->category);
    return code >= 0 ? voice_quote(&teller->voice,
                                   teller_code_label(teller, &codes->codes[code].label))
                     : "";
}

const char *group_sentence_why(const struct teller *teller, const char *rule) {
    static const enum phrase phrases[PRIVACY_RULES] = {
        [RULE_NONE] = PHRASE_HIDDEN_OTHER, [RULE_P1] = PHRASE_HIDDEN_P1,
        [RULE_P2] = PHRASE_GROUPS_P2,      [RULE_P3] = PHRASE_GROUPS_P3,
        [RULE_P5] = PHRASE_GROUPS_P5,      [RULE_P6] = PHRASE_GROUPS_P6,
        [RULE_P7] = PHRASE_GROUPS_P7,      [RULE_P18] = PHRASE_HIDDEN_P18,
        [RULE_P19] = PHRASE_GROUPS_P19,    [RULE_P20] = PHRASE_GROUPS_P20,
        [RULE_P12] = PHRASE_GROUPS_P12,    [RULE_P21] = PHRASE_HIDDEN_P21,
    };
    return voice_say(&teller->voice, phrases[privacy_rule_named(rule)], "report",
                     teller_whole(teller, teller->facts.min_report), "group",
                     teller_whole(teller, teller->facts.min_group), "cell",
                     teller_whole(teller, teller->facts.min_cell), NULL);
}

const char *group_sentence_lead(const struct teller *teller,
                                const struct grouping *const *groupings, size_t count) {
    const char **names = arena_allocate(teller->voice.arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = voice_quote(&teller->voice, terms_subject(teller, groupings[i]->question));
    return voice_say(&teller->voice, PHRASE_GROUPS_LEAD, "groupings",
                     voice_list(&teller->voice, names, count), NULL);
}

/* --- the largest and the smallest share --- */

/* Phrase one has {label} and {share}, the next {labels} and {shares}; {answer} where used. */
static const char *say_end(const struct teller *teller, const struct items *groups,
                           enum phrase one, const char *answer) {
    const struct figure *figure = &groups->item[0].figure;
    if (groups->count == 1)
        return voice_say(&teller->voice, one, "label",
                         voice_quote(&teller->voice, item_label(teller, &groups->item[0])),
                         "share", voice_share(&teller->voice, figure->count, figure->base),
                         "answer", answer, NULL);
    return voice_say(&teller->voice, (enum phrase)((int)one + 1), "labels",
                     items_names(teller, groups, 0, groups->count), "shares",
                     items_shares(teller, groups, 0, groups->count), "answer", answer, NULL);
}

/* Shares that read alike make no difference that a reader could see. */
static bool same_percent(const struct figure *highest, const struct figure *lowest) {
    struct percent high, low;
    return rounding_percent(highest->count, highest->base, &high) &&
           rounding_percent(lowest->count, lowest->base, &low) && high.side == low.side &&
           high.number.value == low.number.value && high.number.decimals == low.number.decimals;
}

/* The groups with the largest share (direction 1) or the smallest (-1). However few a group
 * has, it is one: min_group is the rule. */
static struct items outermost(const struct teller *teller, const struct items *groups,
                              int direction) {
    struct items ends = {
        .item = arena_allocate(teller->voice.arena, groups->count + 1, sizeof *ends.item)};
    for (size_t i = 0; i < groups->count; i++) {
        const struct item *item = &groups->item[i];
        int order = ends.count > 0
                        ? direction * figure_compare(&item->figure, &ends.item[0].figure)
                        : 1;
        if (order > 0)
            ends.count = 0;
        if (order >= 0)
            ends.item[ends.count++] = *item;
    }
    return ends;
}

const char *group_sentence_ends(const struct teller *teller, const struct group_finding *table,
                                bool with_answer) {
    struct items highest = outermost(teller, &table->groups, 1),
                 lowest = outermost(teller, &table->groups, -1);
    if (table->verdict == GROUP_UNTESTED || highest.count == 0 ||
        highest.count == table->groups.count ||
        same_percent(&highest.item[0].figure, &lowest.item[0].figure))
        return "";
    bool answer = with_answer && class_words(teller, table)[0] != '\0';
    return arena_format(
        teller->voice.arena, "%s %s",
        say_end(teller, &highest,
                answer ? PHRASE_GROUPS_HIGHEST_FOR_ONE : PHRASE_GROUPS_HIGHEST_ONE,
                class_words(teller, table)),
        say_end(teller, &lowest, PHRASE_GROUPS_LOWEST_ONE, ""));
}

/* --- verdicts --- */

/* Of a table that shows all answers it must be said which of them are compared. */
static const char *say_alike(const struct teller *teller, const struct group_findings *tables,
                             bool others_differ) {
    const struct group_finding *first = &tables->table[0];
    if (others_differ)
        return teller_phrase(teller, PHRASE_GROUPS_ALIKE_REST);
    if (tables->count == 1 && first->all && class_words(teller, first)[0] != '\0')
        return voice_say(&teller->voice, PHRASE_GROUPS_ALIKE_FOR, "answer",
                         class_words(teller, first), NULL);
    return teller_phrase(teller, PHRASE_GROUPS_ALIKE);
}

static bool is_whole(const struct group_finding *table) {
    return table->item[0] == '\0';
}

static const char *say_difference(const struct teller *teller,
                                  const struct group_finding *table) {
    const char *claim =
        is_whole(table) ? teller_phrase(teller, PHRASE_GROUPS_DIFFERENT)
                        : voice_say(&teller->voice, PHRASE_GROUPS_DIFFERENT_ITEM, "label",
                                    voice_quote(&teller->voice, label_of(teller, table)), NULL);
    const char *ends = group_sentence_ends(teller, table, table->all);
    return ends[0] == '\0' ? claim : arena_format(teller->voice.arena, "%s %s", claim, ends);
}

static size_t count_of(const struct group_findings *tables, enum group_verdict verdict) {
    size_t count = 0;
    for (size_t i = 0; i < tables->count; i++)
        count += tables->table[i].verdict == verdict;
    return count;
}

/* The labels of those tables from first on whose rule is that of the first, and which are not
 * marked yet; marks them. */
static const char *labels_of(const struct teller *teller, const struct group_findings *tables,
                             size_t first, const char *const *rules, bool *said) {
    const char **names = arena_allocate(teller->voice.arena, tables->count, sizeof *names);
    size_t count = 0;
    for (size_t i = first; i < tables->count; i++) {
        if (said[i] || rules[i] == NULL || strcmp(rules[i], rules[first]) != 0)
            continue;
        names[count++] = voice_quote(&teller->voice, label_of(teller, &tables->table[i]));
        said[i] = true;
    }
    return voice_list(&teller->voice, names, count);
}

/* More than these would be a list that nobody reads. */
enum { MOST_LABELS = 3 };

/* How a rule is said of a question as a whole, of some of its rows or options, of many. */
struct rule_phrases {
    enum phrase whole, items, many;
};

static size_t count_rule(const struct group_findings *tables, const char *const *rules,
                         const char *rule) {
    size_t count = 0;
    for (size_t i = 0; i < tables->count; i++)
        count += rules[i] != NULL && strcmp(rules[i], rule) == 0;
    return count;
}

/* One sentence per rule; rules: why each table is hidden, NULL where it is not. */
static void say_rules(const struct teller *teller, const struct group_findings *tables,
                      const char *const *rules, const struct rule_phrases *phrases,
                      struct sentences *sentences) {
    const struct voice *voice = &teller->voice;
    bool *said = arena_allocate(voice->arena, tables->count, sizeof *said);
    for (size_t i = 0; i < tables->count; i++) {
        if (said[i] || rules[i] == NULL)
            continue;
        const char *why = group_sentence_why(teller, rules[i]);
        const char *labels = labels_of(teller, tables, i, rules, said);
        size_t count = count_rule(tables, rules, rules[i]);
        const char *sentence;
        if (count == tables->count)
            sentence = voice_say(voice, phrases->whole, "why", why, NULL);
        else if (count > MOST_LABELS)
            sentence = voice_say(voice, phrases->many, "count",
                                 voice_whole(voice, (int64_t)count), "why", why, NULL);
        else
            sentence = voice_say(voice, phrases->items, "labels", labels, "why", why, NULL);
        sentences->line[sentences->count++] = sentence;
    }
}

static struct sentences room_for(const struct teller *teller,
                                 const struct group_findings *tables) {
    enum { SPARE = 2 };
    size_t room = 2 * tables->count + SPARE;
    return (struct sentences){arena_allocate(teller->voice.arena, room, sizeof(const char *)),
                              0};
}

struct sentences group_sentence_verdicts(const struct teller *teller,
                                         const struct group_findings *tables) {
    struct sentences sentences = room_for(teller, tables);
    for (size_t i = 0; i < tables->count; i++)
        if (tables->table[i].verdict == GROUP_DIFFERENT)
            sentences.line[sentences.count++] = say_difference(teller, &tables->table[i]);
    /* It is heard of all rows or options, so each must have been tested. */
    size_t different = count_of(tables, GROUP_DIFFERENT), alike = count_of(tables, GROUP_ALIKE);
    if (alike > 0 && alike + different == tables->count)
        sentences.line[sentences.count++] = say_alike(teller, tables, different > 0);
    return sentences;
}

/* --- what is not shown --- */

struct sentences group_sentence_hidden(const struct teller *teller,
                                       const struct group_findings *tables) {
    struct sentences sentences = room_for(teller, tables);
    const char **rules = arena_allocate(teller->voice.arena, tables->count + 1, sizeof *rules);
    for (size_t i = 0; i < tables->count; i++) {
        const struct group_finding *table = &tables->table[i];
        bool hidden =
            table->groups.count == 0 && (table->rule[0] != '\0' || table->groups.hidden > 0);
        rules[i] = NULL;
        if (hidden)
            rules[i] = table->rule[0] != '\0' ? table->rule : table->groups.item[0].figure.rule;
    }
    static const struct rule_phrases phrases = {PHRASE_GROUPS_NO_COUNTS, PHRASE_HIDDEN_ITEMS,
                                                PHRASE_GROUPS_NO_COUNTS_MANY};
    say_rules(teller, tables, rules, &phrases, &sentences);
    return sentences;
}

/* Without an order and without sets each row may have another most frequent answer. */
static bool one_class(const struct group_findings *tables) {
    const struct group_class *first = &tables->table[0].class;
    for (size_t i = 1; i < tables->count; i++)
        if (strcmp(tables->table[i].class.answers.category, first->answers.category) != 0 ||
            tables->table[i].class.statistic != first->statistic)
            return false;
    return true;
}

const char *group_sentence_class(const struct teller *teller,
                                 const struct group_findings *tables) {
    const struct group_finding *first = &tables->table[0];
    if (question_has_options(first->question))
        return terms_counted(teller, first->question, first->class.statistic);
    return one_class(tables) ? voice_say(&teller->voice, PHRASE_MATRIX_BARS, "answer",
                                         class_words(teller, first), NULL)
                             : "";
}

const char *group_sentence_row(const struct teller *teller, const struct group_findings *tables,
                               const struct group_finding *table) {
    return one_class(tables)
               ? label_of(teller, table)
               : voice_say(&teller->voice, PHRASE_LIST_COMMA, "first", label_of(teller, table),
                           "next", class_words(teller, table), NULL);
}
