/* Prints what is said of every topic of a survey, a line each: the topic's id, a tab, the
 * sentence. For tests that compare sentences with published figures.
 *
 *   statements QUESTIONNAIRE.ini PUBLISHED.csv CATALOGUE.ini LANGUAGE */
#include <stdio.h>
#include <stdlib.h>

#include "survey/questionnaire_read.h"
#include "wording/statement.h"

static void print(const struct teller *teller, const struct topic *topic) {
    struct sentences sentences = statement_of(teller, topic);
    for (size_t i = 0; i < sentences.count; i++)
        printf("%s\t%s\n", topic->id, sentences.line[i]);
    const char *missing = statement_missing(teller, &topic, 1);
    if (missing[0] != '\0')
        printf("%s missing\t%s\n", topic->id, missing);
}

static void print_question(const struct teller *teller, const struct question *question) {
    size_t count;
    const struct code *items = question_items(question, &count);
    print(teller,
          &(struct topic){.kind = TOPIC_QUESTION, .id = question->id, .question = question});
    for (size_t i = 0; i < count && question->codes != NULL; i++)
        print(teller, &(struct topic){.kind = TOPIC_ITEM,
                                      .id = arena_format(teller->voice.arena, "%s.%s",
                                                         question->id, items[i].id),
                                      .question = question,
                                      .item = i});
}

static void print_all(const struct teller *teller) {
    const struct questionnaire *survey = teller->facts.questionnaire;
    for (size_t i = 0; i < survey->gap_count; i++)
        print(teller, &(struct topic){.kind = TOPIC_GAP,
                                      .id = survey->gaps[i].id,
                                      .gap = &survey->gaps[i]});
    for (size_t i = 0; i < survey->together_count; i++)
        print(teller, &(struct topic){.kind = TOPIC_TOGETHER,
                                      .id = survey->togethers[i].id,
                                      .together = &survey->togethers[i]});
    for (size_t i = 0; i < survey->trend_count; i++)
        print(teller, &(struct topic){.kind = TOPIC_TREND,
                                      .id = survey->trends[i].id,
                                      .trend = &survey->trends[i]});
    for (size_t i = 0; i < survey->question_count; i++)
        print_question(teller, &survey->questions[i]);
}

int main(int argc, char **argv) {
    struct diag *diag = diag_new(stderr);
    if (argc != 5)
        return EXIT_FAILURE;
    struct questionnaire *survey = questionnaire_load(argv[1], diag);
    struct results *results = results_read(argv[2], diag);
    struct catalogue *catalogue = catalogue_load(argv[3], diag);
    if (survey == NULL || results == NULL || catalogue == NULL)
        return EXIT_FAILURE;
    struct teller teller = {.voice.catalogue = catalogue};
    teller.facts = (struct facts){.questionnaire = survey,
                                  .results = results,
                                  .language = questionnaire_language(survey, argv[4])};
    struct arena *arena = arena_new();
    teller_prepare(&teller, arena);
    print_all(&teller);
    arena_free(arena);
    catalogue_free(catalogue);
    results_free(results);
    questionnaire_free(survey);
    diag_free(diag);
    return EXIT_SUCCESS;
}
