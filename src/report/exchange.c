#include "report/exchange.h"

#include "report/outline.h"

/* In which blocks the offers and seeks are counted. */
static void write_sections(const struct report *report) {
    const struct teller *teller = &report->teller;
    const struct questionnaire *questionnaire = teller->facts.questionnaire;
    const char **numbers =
        arena_allocate(teller->voice.arena, questionnaire->question_count + 1, sizeof *numbers);
    size_t count = 0;
    for (size_t i = 0; i < questionnaire->question_count; i++)
        if (outline_is_exchanged(&questionnaire->questions[i]) &&
            facts_count(&teller->facts, &questionnaire->questions[i]))
            numbers[count++] = outline_question(report, &questionnaire->questions[i]);
    if (count > 0)
        page_say(report->page,
                 voice_say(
                     &teller->voice,
                     voice_plural(&teller->voice, PHRASE_EXCHANGE_SECTIONS_ONE, (int64_t)count),
                     "list", voice_list(&teller->voice, numbers, count), NULL));
}

void exchange_write(const struct report *report, const char *number) {
    const struct teller *teller = &report->teller;
    page_heading(report->page, number, teller_phrase(teller, PHRASE_EXCHANGE_HEADING));
    page_say(report->page, teller_label(teller, &teller->facts.questionnaire->exchange));
    write_sections(report);
    page_say(report->page, teller_phrase(teller, PHRASE_EXCHANGE_NAMES));
    page_gap(report->page);
}
