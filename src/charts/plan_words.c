#include "charts/plan_words.h"

void words_axis(const struct teller *teller, struct chart *chart) {
    chart->nobody = teller_phrase(teller, PHRASE_CHART_NOBODY);
    chart->half = teller_phrase(teller, PHRASE_CHART_HALF);
    chart->everybody = teller_phrase(teller, PHRASE_CHART_EVERYBODY);
}

void words_places(const struct teller *teller, const struct question *question,
                  const char *heads[2]) {
    size_t places = question->max_choices;
    heads[0] = teller_phrase(teller, PHRASE_CHART_FIRST_PLACE);
    heads[1] = teller_phrase(teller, PHRASE_CHART_SECOND_PLACE);
    if (places > 2)
        heads[1] = voice_say(&teller->voice, PHRASE_CHART_OTHER_PLACES, "places",
                             teller_whole(teller, (int64_t)places), NULL);
}

const char *words_questions(const struct teller *teller,
                            const struct question *const *questions, size_t count) {
    const char **texts = arena_allocate(teller->voice.arena, count, sizeof *texts);
    for (size_t i = 0; i < count; i++)
        texts[i] = voice_quote(&teller->voice, teller_label(teller, &questions[i]->text));
    return voice_say(&teller->voice, PHRASE_CHART_QUESTIONS, "questions",
                     voice_list(&teller->voice, texts, count), NULL);
}

const char *words_narrow(const struct teller *teller) {
    return teller_phrase(teller, PHRASE_CHART_NARROW);
}

const char *words_source(const struct teller *teller) {
    return voice_say(
        &teller->voice,
        voice_plural(&teller->voice, PHRASE_CHART_SOURCE_ONE, teller->facts.answers), "title",
        teller_label(teller, &teller->facts.questionnaire->title), "count",
        teller_whole(teller, teller->facts.answers), NULL);
}
