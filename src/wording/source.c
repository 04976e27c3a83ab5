#include "wording/source.h"

#include "survey/published.h"
#include "survey/questionnaire_read.h"
#include "wording/catalogue.h"

enum exit_code source_open(struct source *source, const struct source_paths *paths,
                           const struct command *command, struct diag *diag) {
    *source = (struct source){.questionnaire = questionnaire_load(paths->questionnaire, diag)};
    if (source->questionnaire == NULL)
        return EXIT_QUESTIONNAIRE;
    source->language =
        paths->language != NULL ? paths->language : source->questionnaire->languages[0];
    source->teller.facts.questionnaire = source->questionnaire;
    source->teller.facts.language =
        questionnaire_language(source->questionnaire, source->language);
    if (source->teller.facts.language < 0)
        command_usage(command, "the questionnaire has no language '%s'",
                      "der Fragebogen hat keine Sprache '%s'", source->language);
    return EXIT_FINE;
}

bool source_read_catalogue(struct source *source, const struct source_paths *paths,
                           struct diag *diag) {
    source->catalogue = catalogue_load_language(source->language, paths->wording, diag);
    source->teller.voice.catalogue = source->catalogue;
    return source->catalogue != NULL;
}

bool source_read_results(struct source *source, const struct source_paths *paths,
                         struct diag *diag) {
    source->results = published_read(paths->results, source->questionnaire, diag);
    source->teller.facts.results = source->results;
    return source->results != NULL;
}

void source_close(struct source *source) {
    results_free(source->results);
    catalogue_free(source->catalogue);
    questionnaire_free(source->questionnaire);
}
