#include "wording/missing.h"

#include "findings/figures.h"
#include "wording/terms.h"

/* The lowest and highest of a count (answered, skipped ...; with category: count) over the
 * parts of a question (question_parts); both -1 where none is known. False: not known, or never
 * more than 0. */
static bool range_of(const struct teller *teller, const struct question *question,
                     const char *category, enum statistic statistic, int64_t *low,
                     int64_t *high) {
    *low = -1;
    *high = -1;
    for (size_t i = 0; i < question_parts(question); i++) {
        int64_t count = figure_whole(teller->facts.results, question->id,
                                     question_part(question, i), category, statistic);
        if (count < 0)
            continue;
        *low = *low < 0 || count < *low ? count : *low;
        *high = count > *high ? count : *high;
    }
    return *high > 0;
}

bool missing_by_route(const struct teller *teller, const struct question *question) {
    int64_t low, high;
    return question->asked_if.question != NULL ||
           (range_of(teller, question, "", STATISTIC_NOT_SHOWN, &low, &high) &&
            high * 10 > teller->facts.answers);
}

const char *missing_asked(const struct teller *teller, const struct question *question) {
    const struct voice *voice = &teller->voice;
    const struct condition *condition = &question->asked_if;
    const struct question *source = condition->question;
    if (source == NULL)
        return missing_by_route(teller, question) ? teller_phrase(teller, PHRASE_SURE_NOT_ALL)
                                                  : "";
    const char **answers = arena_allocate(voice->arena, condition->count + 1, sizeof *answers);
    size_t count = 0;
    for (size_t i = 0; i < condition->count; i++)
        answers[count++] = voice_quote(
            voice, teller_code_label(teller, &source->codes->codes[condition->codes[i]].label));
    if (condition->dk)
        answers[count++] = voice_quote(voice, teller_code_label(teller, &source->dk));
    return voice_say(voice, PHRASE_QUESTION_ASKED_IF, "answers",
                     voice_choice(voice, answers, count), "question",
                     voice_quote(voice, terms_subject(teller, source)), NULL);
}

struct list {
    const struct teller *teller;
    const struct question *question;
    const char *parts[QUESTIONNAIRE_MAX_CODES + 8];
    size_t count;
    bool differ;
};

static void add(struct list *list, const char *category, enum statistic statistic,
                const char *label) {
    const struct teller *teller = list->teller;
    int64_t low, high;
    if (!range_of(teller, list->question, category, statistic, &low, &high))
        return;
    list->differ = list->differ || low != high;
    list->parts[list->count++] =
        low == high
            ? voice_say(&teller->voice, PHRASE_MISSING_PART, "count",
                        teller_whole(teller, high), "label", label, NULL)
            : voice_say(&teller->voice, PHRASE_MISSING_RANGE, "low", teller_whole(teller, low),
                        "high", teller_whole(teller, high), "label", label, NULL);
}

static const char *quoted(const struct list *list, const struct label *label) {
    return voice_quote(&list->teller->voice, teller_code_label(list->teller, label));
}

/* "„landesweit“ oder „trifft nicht zu“" */
static const char *any_outside(const struct list *list) {
    const struct code_list *codes = list->question->codes;
    const char *labels[QUESTIONNAIRE_MAX_CODES];
    size_t count = 0;
    for (size_t i = codes->inside; i < codes->count; i++)
        labels[count++] = quoted(list, &codes->codes[i].label);
    return voice_choice(&list->teller->voice, labels, count);
}

static void add_beside(struct list *list) {
    const struct code_list *codes = list->question->codes;
    size_t before = list->count;
    for (size_t i = codes != NULL ? codes->inside : 0; codes != NULL && i < codes->count; i++)
        add(list, codes->codes[i].id, STATISTIC_COUNT, quoted(list, &codes->codes[i].label));
    if (list->count == before && codes != NULL && codes->inside < codes->count)
        add(list, "", STATISTIC_OUTSIDE, any_outside(list));
    if (list->question->has_dk)
        add(list, "", STATISTIC_DONT_KNOW, quoted(list, &list->question->dk));
}

/* True where the gate hid a kind of missing: of the other kinds and the number of answers it
 * would follow. */
static bool reasons_hidden(const struct teller *teller, const struct question *question) {
    for (size_t i = 0; i < question_parts(question); i++) {
        const struct result *result =
            results_find(teller->facts.results, question->id, question_part(question, i), "",
                         STATISTIC_SKIPPED);
        if (result != NULL && result->flag == FLAG_SUPPRESSED)
            return true;
    }
    return false;
}

const char *missing_sentence(const struct teller *teller, const struct question *question,
                             bool beside, bool *differ) {
    static const struct {
        enum statistic statistic;
        enum phrase label;
    } kinds[] = {{STATISTIC_SKIPPED, PHRASE_MISSING_SKIPPED},
                 {STATISTIC_NOT_SHOWN, PHRASE_MISSING_NOT_SHOWN},
                 {STATISTIC_INVALID, PHRASE_MISSING_INVALID}};
    struct list list = {.teller = teller, .question = question};
    if (beside)
        add_beside(&list);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        add(&list, "", kinds[i].statistic, teller_phrase(teller, kinds[i].label));
    if (differ != NULL)
        *differ = list.differ;
    const char *hidden =
        reasons_hidden(teller, question) ? teller_phrase(teller, PHRASE_MISSING_HIDDEN) : "";
    if (list.count == 0)
        return hidden;
    const char *counted =
        voice_say(&teller->voice,
                  question_has_rows(question) ? PHRASE_MISSING_ROWS : PHRASE_MISSING_QUESTION,
                  "list", voice_list(&teller->voice, list.parts, list.count), NULL);
    return hidden[0] == '\0' ? counted
                             : arena_format(teller->voice.arena, "%s %s", counted, hidden);
}
