/* Number questions: the middle, the sum where it means something, and a histogram of the
 * published classes.
 */
#include "report/number_question.h"

#include "findings/classes.h"
#include "report/key_sentences.h"
#include "report/list.h"
#include "report/selected_part.h"
#include "wording/class_words.h"

/* What the gate hid of what would be told, in one sentence. */
static void say_hidden(const struct report *report, const struct question *question) {
    static const struct {
        enum statistic statistic;
        enum phrase name;
    } kinds[] = {{STATISTIC_MEDIAN, PHRASE_AMOUNT_NAME_MEDIAN},
                 {STATISTIC_Q1, PHRASE_AMOUNT_NAME_QUARTILES},
                 {STATISTIC_SUM, PHRASE_AMOUNT_NAME_SUM},
                 {STATISTIC_COUNT, PHRASE_AMOUNT_NAME_CLASSES}};
    const char *names[4], *rule = NULL;
    size_t count = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct result *result = results_find(report->teller.facts.results, question->id,
                                                   "", "", kinds[i].statistic);
        bool told = kinds[i].statistic != STATISTIC_SUM || question->total;
        if (!told || result == NULL || result->flag != FLAG_SUPPRESSED)
            continue;
        names[count++] = teller_phrase(&report->teller, kinds[i].name);
        rule = rule == NULL ? result->method : rule;
    }
    if (count == 0)
        return;
    page_gap(report->page);
    page_say(report->page, voice_say(&report->teller.voice, PHRASE_HIDDEN_ITEMS, "labels",
                                     voice_list(&report->teller.voice, names, count), "why",
                                     teller_why(&report->teller, rule), NULL));
}

static void print_classes(const struct report *report, const struct question *question) {
    size_t count;
    const struct number_class *classes = classes_of(&report->teller.facts, question, &count);
    struct bar_block *blocks =
        arena_allocate(report->teller.voice.arena, count + 1, sizeof *blocks);
    for (size_t i = 0; i < count; i++)
        blocks[i] =
            (struct bar_block){.label = class_label(&report->teller, question, &classes[i]),
                               .bars = {{"", classes[i].figure.count, classes[i].figure.base}},
                               .count = 1};
    if (count > 0)
        bars_print(report->page, blocks, count);
}

void number_write(const struct report *report, const struct question *question) {
    key_sentences_write(report, question);
    selected_write(report, question);
    page_gap(report->page);
    print_classes(report, question);
    say_hidden(report, question);
}
