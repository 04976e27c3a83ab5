#include "wording/selected_sentence.h"

#include "findings/pairs.h"
#include "findings/tier.h"
#include "wording/group_sentence.h"
#include "wording/item_words.h"
#include "wording/terms.h"

enum { MOST_FINDINGS = 3, MOST_SENTENCES = QUESTIONNAIRE_MAX_CODES };

/* A figure of the group beside the same of everybody; both are there. */
struct finding {
    const char *label; /* quoted */
    struct selected_figure selected;
    struct figure all;
    bool key; /* it is the figure of the key sentence */
};

struct findings {
    const struct teller *teller;
    const struct question *question;
    struct finding finding[MOST_SENTENCES];
    size_t count;
};

const char *selected_sentence_name(const struct teller *teller, enum selected_state state) {
    return voice_quote(&teller->voice,
                       teller_code_label(teller, selected_label(&teller->facts, state)));
}

static const char *share_of(const struct teller *teller, const struct figure *figure) {
    return voice_share(&teller->voice, figure->count, figure->base);
}

/* --- what is said of a question --- */

static void add_finding(struct findings *findings, const char *label, const char *item,
                        const char *category, enum statistic statistic, bool key) {
    const struct teller *teller = findings->teller;
    struct finding finding = {
        label, selected_share(&teller->facts, findings->question, item, category, statistic),
        figure_share(teller->facts.results, findings->question->id, item, category, statistic),
        key};
    if (selected_has_figure(finding.selected.state) && finding.all.state == FIGURE_SHOWN &&
        findings->count < MOST_SENTENCES)
        findings->finding[findings->count++] = finding;
}

/* Those that the key sentence names as leading; where all are level, none leads. */
static void add_leaders(struct findings *findings, struct items items, const char *category,
                        bool list, bool key) {
    const struct teller *teller = findings->teller;
    items_sort(&items);
    size_t tied = items.count > 0 ? items_tied(&items, 0) : 0;
    bool all_level = tied == items.count && tied > 1;
    size_t named = list && !all_level ? tier_of(&teller->facts, &items).named : tied;
    for (size_t i = 0; i < named && i < MOST_FINDINGS && !all_level; i++) {
        struct item_key one = items_key(findings->question, items.item[i].id);
        add_finding(findings, voice_quote(&teller->voice, item_label(teller, &items.item[i])),
                    one.item, one.category[0] != '\0' ? one.category : category,
                    items.statistic, key && named == 1);
    }
}

/* As the key sentence does: the sets, else the most frequent answer; else the class of a view.
 */
static void add_single(struct findings *findings) {
    const struct teller *teller = findings->teller;
    const struct question *question = findings->question;
    bool key = true;
    for (size_t i = 0; i < question->set_count; i++) {
        const struct answer_set *set = &question->sets[i];
        add_finding(findings, voice_quote(&teller->voice, teller_label(teller, &set->label)),
                    "", set->id, STATISTIC_SET, key);
        key =
            key && figure_share(teller->facts.results, question->id, "", set->id, STATISTIC_SET)
                           .state != FIGURE_SHOWN;
    }
    if (findings->count == 0)
        add_leaders(findings, items_of_answers(&teller->facts, question), "", false, key);
    if (findings->count == 0)
        add_finding(findings, terms_top(teller, question), "", "", STATISTIC_TOP2, false);
}

static void add_matrix(struct findings *findings) {
    const struct teller *teller = findings->teller;
    const struct question *question = findings->question;
    if (question->codes->measure == MEASURE_ORDINAL)
        add_leaders(
            findings,
            items_of_question(&teller->facts, question, items_group_statistic(question)), "",
            true, true);
    else if (question->set_count > 0)
        add_leaders(findings,
                    items_of_rows(&teller->facts, question, question->id, question->sets[0].id,
                                  STATISTIC_SET),
                    question->sets[0].id, true, true);
}

static void add_question(struct findings *findings) {
    const struct question *question = findings->question;
    /* Where all options are placed the sentence before is about first places. */
    bool first = question_answer(question) == ANSWER_PLACE && question->max_choices == 0;
    if (question_has_one_code(question))
        add_single(findings);
    else if (question_has_rows(question))
        add_matrix(findings);
    else if (question_has_options(question) && !first)
        add_leaders(
            findings,
            items_of_list(&findings->teller->facts, question, items_group_statistic(question)),
            "", true, true);
}

/* --- sentences --- */

static struct sentences room_for(const struct teller *teller, size_t count) {
    return (struct sentences){
        arena_allocate(teller->voice.arena, count + 1, sizeof(const char *)), 0};
}

static const char *say(const struct teller *teller, const struct finding *finding,
                       enum phrase phrase) {
    const char *who =
        voice_say(&teller->voice,
                  finding->selected.state == SELECTED_TOGETHER ? PHRASE_OWN_WITH_OTHERS
                                                               : PHRASE_OWN_ALONE,
                  "group", selected_sentence_name(teller, finding->selected.state), NULL);
    return voice_say(&teller->voice, phrase, "label", finding->label, "who", who, "own",
                     share_of(teller, &finding->selected.figure), "all",
                     share_of(teller, &finding->all), NULL);
}

static const char *say_short(const struct teller *teller, const struct finding *finding,
                             enum phrase phrase) {
    return voice_say(&teller->voice, phrase, "group",
                     selected_sentence_name(teller, finding->selected.state), "share",
                     share_of(teller, &finding->selected.figure), NULL);
}

struct sentences selected_sentences(const struct teller *teller,
                                    const struct question *question) {
    struct findings findings = {.teller = teller, .question = question};
    add_question(&findings);
    struct sentences sentences = room_for(teller, findings.count);
    for (size_t i = 0; i < findings.count; i++)
        sentences.line[sentences.count++] = say(teller, &findings.finding[i], PHRASE_OWN_SHARE);
    return sentences;
}

struct sentences selected_sentences_behind(const struct teller *teller,
                                           const struct question *question) {
    struct findings findings = {.teller = teller, .question = question};
    add_question(&findings);
    struct sentences sentences = room_for(teller, findings.count);
    for (size_t i = 0; i < findings.count; i++) {
        const struct finding *finding = &findings.finding[i];
        const struct figure *figure = &finding->selected.figure;
        if (finding->selected.state == SELECTED_SHOWN)
            sentences.line[sentences.count++] =
                finding->key ? say_short(teller, finding,
                                         voice_form(&teller->voice, PHRASE_OWN_SHORT_NONE,
                                                    figure->count, figure->base))
                             : say(teller, finding, PHRASE_OWN_SHARE);
    }
    return sentences;
}

/* --- importance and satisfaction of the row where most is missing --- */

struct sides {
    struct finding important, satisfied;
    bool has_important, has_satisfied;
};

static bool add_side(const struct teller *teller, const struct question *question,
                     const struct pair *pair, struct finding *finding) {
    struct findings findings = {.teller = teller, .question = question};
    add_finding(&findings, voice_quote(&teller->voice, teller_code_label(teller, pair->label)),
                pair->row, "", STATISTIC_TOP2, true);
    if (findings.count > 0)
        *finding = findings.finding[0];
    return findings.count > 0;
}

static struct sides sides_of(const struct teller *teller, const struct gap *gap) {
    struct sides sides = {.has_important = false};
    struct pairs pairs = pairs_of(&teller->facts, gap);
    /* Of several that can be first, or of none, the key sentence says nothing that a group
     * could be beside. */
    if (pairs.count == 0 || pairs.pair[0].unmet.count == 0 || !pairs_lead_surely(&pairs) ||
        tier_of(&teller->facts, &pairs.items).leaders > 1)
        return sides;
    sides.has_important = add_side(teller, gap->importance, &pairs.pair[0], &sides.important);
    sides.has_satisfied = add_side(teller, gap->satisfaction, &pairs.pair[0], &sides.satisfied);
    return sides;
}

struct sentences selected_sentences_of_gap(const struct teller *teller, const struct gap *gap) {
    struct sides sides = sides_of(teller, gap);
    struct sentences sentences = room_for(teller, 2);
    if (sides.has_important)
        sentences.line[sentences.count++] = say(teller, &sides.important, PHRASE_OWN_IMPORTANT);
    if (sides.has_satisfied)
        sentences.line[sentences.count++] =
            say(teller, &sides.satisfied,
                sides.has_important ? PHRASE_OWN_SATISFIED_TOO : PHRASE_OWN_SATISFIED);
    return sentences;
}

struct sentences selected_sentences_behind_gap(const struct teller *teller,
                                               const struct gap *gap) {
    struct sides sides = sides_of(teller, gap);
    struct sentences sentences = room_for(teller, 1);
    bool important = sides.has_important && sides.important.selected.state == SELECTED_SHOWN,
         satisfied = sides.has_satisfied && sides.satisfied.selected.state == SELECTED_SHOWN;
    if (important && satisfied)
        sentences.line[sentences.count++] =
            voice_say(&teller->voice, PHRASE_OWN_SHORT_BOTH, "group",
                      selected_sentence_name(teller, SELECTED_SHOWN), "important",
                      share_of(teller, &sides.important.selected.figure), "satisfied",
                      share_of(teller, &sides.satisfied.selected.figure), NULL);
    else if (important || satisfied)
        sentences.line[sentences.count++] =
            say_short(teller, important ? &sides.important : &sides.satisfied,
                      important ? PHRASE_OWN_SHORT_IMPORTANT : PHRASE_OWN_SHORT_SATISFIED);
    return sentences;
}

/* --- how large it is --- */

const char *selected_sentence_fact(const struct teller *teller) {
    struct selected_figure size = selected_size(&teller->facts);
    const char *name = selected_sentence_name(teller, SELECTED_SHOWN);
    if (size.state == SELECTED_HIDDEN)
        return voice_say(&teller->voice, PHRASE_OWN_FACT_HIDDEN, "group", name, "why",
                         group_sentence_why(teller, size.figure.rule), NULL);
    if (size.state == SELECTED_NONE)
        return name;
    const char *share = share_of(teller, &size.figure);
    if (size.state == SELECTED_SHOWN)
        return voice_say(&teller->voice, PHRASE_OWN_FACT, "group", name, "share", share, NULL);
    return voice_say(&teller->voice, PHRASE_OWN_FACT_TOGETHER, "group", name, "together",
                     selected_sentence_name(teller, SELECTED_TOGETHER), "share", share, NULL);
}

const char *selected_sentence_size(const struct teller *teller) {
    struct selected_figure size = selected_size(&teller->facts);
    if (size.state == SELECTED_NONE)
        return "";
    if (size.state == SELECTED_HIDDEN)
        return selected_sentence_fact(teller);
    if (size.state == SELECTED_TOGETHER)
        return voice_say(&teller->voice, PHRASE_OWN_SIZE_TOGETHER, "group",
                         selected_sentence_name(teller, SELECTED_SHOWN), "together",
                         selected_sentence_name(teller, SELECTED_TOGETHER), "share",
                         share_of(teller, &size.figure), NULL);
    return voice_say(
        &teller->voice,
        voice_form(&teller->voice, PHRASE_OWN_SIZE_NONE, size.figure.count, size.figure.base),
        "group", selected_sentence_name(teller, SELECTED_SHOWN), "share",
        share_of(teller, &size.figure), NULL);
}

const char *selected_sentence_together(const struct teller *teller) {
    const struct coarse_level *level = selected_group_above(teller->facts.selected);
    const struct code_list *codes = teller->facts.selected->grouping->question->codes;
    const char *others[QUESTIONNAIRE_MAX_CODES];
    size_t count = 0;
    for (size_t i = 0; level != NULL && i < level->count; i++)
        if (level->codes[i] != teller->facts.selected->code)
            others[count++] =
                voice_quote(&teller->voice,
                            teller_code_label(teller, &codes->codes[level->codes[i]].label));
    return voice_say(&teller->voice, PHRASE_OWN_TOGETHER, "group",
                     selected_sentence_name(teller, SELECTED_SHOWN), "together",
                     selected_sentence_name(teller, SELECTED_TOGETHER), "others",
                     voice_list(&teller->voice, others, count), NULL);
}

bool selected_is_small(const struct teller *teller) {
    struct selected_figure size = selected_size(&teller->facts);
    return size.state != SELECTED_SHOWN || size.figure.count < ROUNDING_PERCENT_FROM;
}
