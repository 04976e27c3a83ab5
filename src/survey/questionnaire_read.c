#include "survey/questionnaire_read.h"

#include <string.h>

#include "survey/questionnaire_build.h"

/* The order matters: texts need the languages, questions need scales and sections, all else
 * needs the questions. */
static void build(struct builder *builder) {
    build_check_kinds(builder);
    build_survey(builder);
    build_sections(builder);
    build_scales(builder);
    build_questions(builder);
    build_conditions(builder);
    build_groupings(builder);
    build_scores(builder);
    build_gaps(builder);
    build_rules(builder);
    build_glances(builder);
    build_passages(builder);
    build_recodes(builder);
    build_variables(builder);
    build_check_ambiguity(builder);
}

/* What is built lives in the arena, which the questionnaire then owns; on errors it is freed.
 */
static struct questionnaire *build_in(struct arena *arena, const struct ini *ini,
                                      struct diag *diag) {
    size_t before = diag_count(diag, DIAG_ERROR);
    struct questionnaire *questionnaire = arena_allocate(arena, 1, sizeof *questionnaire);
    *questionnaire = (struct questionnaire){
        .confidence = 0.95, .seed = 1, .min_report = 5, .min_group = 5, .min_cell = 3};
    questionnaire->memory = arena;
    struct builder builder = {.arena = arena,
                              .diag = diag,
                              .ini = ini,
                              .questionnaire = questionnaire,
                              .question_names = name_table_new()};
    questionnaire->file = ini->file;
    memcpy(questionnaire->digest, ini->digest, sizeof questionnaire->digest);
    builder.ini = build_join_lists(&builder);
    build(&builder);
    name_table_free(builder.question_names);
    if (diag_count(diag, DIAG_ERROR) == before)
        return questionnaire;
    arena_free(arena);
    return NULL;
}

struct questionnaire *questionnaire_load(const char *path, struct diag *diag) {
    struct arena *arena = arena_new();
    const struct ini *ini = ini_read(arena, path, diag);
    if (ini != NULL)
        return build_in(arena, ini, diag);
    arena_free(arena);
    return NULL;
}

struct questionnaire *questionnaire_of_ini(const struct ini *ini, struct diag *diag) {
    return build_in(arena_new(), ini, diag);
}
