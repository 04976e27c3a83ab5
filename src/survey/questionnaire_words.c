/* The sections for the report and the organiser's decisions: [glance], [text], [recode]. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "survey/questionnaire_build.h"

/* What a list on page one may be sorted by. */
struct glance_statistic {
    enum statistic statistic;
    unsigned types; /* question types that have it */
    bool ordinal;   /* only where the answers have an order */
    bool of_gap;
};

#define TYPE(type) (1U << (QUESTION_##type))

static const struct glance_statistic statistics[] = {
    {STATISTIC_TOP2, TYPE(MATRIX), true, false},
    {STATISTIC_BOTTOM2, TYPE(MATRIX), true, false},
    {STATISTIC_MEAN, TYPE(MATRIX), true, false},
    {STATISTIC_SHARE, TYPE(SINGLE) | TYPE(MULTI), false, false},
    {STATISTIC_FIRST, TYPE(RANKING), false, false},
    {STATISTIC_TOP, TYPE(RANKING), false, false},
    {STATISTIC_UNMET, 0, false, true},
    {STATISTIC_GAP, 0, false, true},
};
enum { CHOICES = sizeof statistics / sizeof statistics[0] };

static const struct gap *find_gap(const struct builder *builder, const char *id) {
    for (size_t i = 0; id != NULL && i < builder->questionnaire->gap_count; i++)
        if (strcmp(builder->questionnaire->gaps[i].id, id) == 0)
            return &builder->questionnaire->gaps[i];
    return NULL;
}

static bool statistic_fits(const struct glance_statistic *statistic,
                           const struct glance *glance) {
    const struct question *question = glance->question;
    if (glance->gap != NULL || question == NULL)
        return glance->gap == NULL || statistic->of_gap;
    if (question->type == QUESTION_TYPES)
        return true;
    return (statistic->types & 1U << question->type) != 0 &&
           (!statistic->ordinal || question->codes == NULL ||
            question->codes->measure == MEASURE_ORDINAL);
}

static void build_statistic(struct builder *builder, const struct ini_section *section,
                            struct glance *glance) {
    const char *names[CHOICES], *fitting[CHOICES];
    size_t count = 0;
    for (size_t i = 0; i < CHOICES; i++) {
        names[i] = statistic_name(statistics[i].statistic);
        if (statistic_fits(&statistics[i], glance))
            fitting[count++] = names[i];
    }
    build_required(builder, section, "statistic");
    int found =
        build_choice(builder, section, "statistic", names, CHOICES, "statistic", "Statistik");
    if (found < 0)
        return;
    glance->statistic = statistics[found].statistic;
    if (!statistic_fits(&statistics[found], glance))
        build_unknown(builder, section, ini_entry(section, "statistic"), names[found], fitting,
                      count, "statistic of this question", "Statistik dieser Frage");
}

static void build_glance(struct builder *builder, const struct ini_section *section,
                         struct glance *glance) {
    *glance = (struct glance){.id = section->id};
    glance->title = build_label(builder, section, "title", true);
    glance->column = build_label(builder, section, "column", true);
    glance->second = build_label(builder, section, "second", false);
    glance->gap = find_gap(builder, ini_value(section, "question"));
    glance->question = glance->gap != NULL ? glance->gap->importance
                                           : build_reference(builder, section, "question");
    build_statistic(builder, section, glance);
    glance->show = (size_t)build_whole(builder, section, "show", 1, 10, 3);
    build_check_keys(builder, section, QUESTION_TYPES, NULL, 0);
}

void build_glances(struct builder *builder) {
    size_t at = 0, count = build_count(builder, "glance");
    struct glance *glances = arena_allocate(builder->arena, count, sizeof *glances);
    builder->questionnaire->glances = glances;
    const struct ini_section *section;
    while ((section = build_next(builder, "glance", &at)) != NULL)
        build_glance(builder, section, &glances[builder->questionnaire->glance_count++]);
}

void build_passages(struct builder *builder) {
    size_t at = 0, count = build_count(builder, "text");
    struct passage *passages = arena_allocate(builder->arena, count, sizeof *passages);
    builder->questionnaire->passages = passages;
    const struct ini_section *section;
    while ((section = build_next(builder, "text", &at)) != NULL) {
        passages[builder->questionnaire->passage_count++] = (struct passage){
            section->id, section->line, build_label(builder, section, "title", true),
            build_label(builder, section, "text", true),
            build_label(builder, section, "addressee", false)};
        build_check_keys(builder, section, QUESTION_TYPES, NULL, 0);
    }
}

/* A recode while the questions' lists are not yet cut. */
struct draft {
    const struct question *question;
    struct recode recode;
};

static bool build_recode(struct builder *builder, const struct ini_section *section,
                         struct draft *draft) {
    const struct ini_entry *answer = build_required(builder, section, "answer");
    const struct ini_entry *code = build_required(builder, section, "code");
    draft->question = build_reference(builder, section, "question");
    build_check_keys(builder, section, QUESTION_TYPES, NULL, 0);
    if (draft->question == NULL || draft->question->type == QUESTION_TYPES)
        return false;
    if (draft->question->type > QUESTION_RANKING) {
        BUILD_FAULT(builder, section, ini_entry(section, "question"),
                    "a question of type %s has no codes to recode to",
                    "Eine Frage vom Typ %s hat keine Codes, die zuzuordnen wären",
                    question_type_name(draft->question->type));
        return false;
    }
    const struct code_list *list = draft->question->codes;
    if (answer == NULL || code == NULL || list == NULL)
        return false;
    size_t count;
    const size_t *positions =
        build_positions(builder, section, "code", list->codes, list->count, &count);
    if (count > 1)
        BUILD_FAULT(builder, section, code, "one answer means one code",
                    "Eine Antwort bedeutet genau einen Code");
    if (count != 1)
        return false;
    draft->recode = (struct recode){answer->value, positions[0]};
    return true;
}

static void hand_out(struct builder *builder, const struct draft *drafts, size_t count) {
    for (size_t i = 0; i < builder->questionnaire->question_count; i++) {
        struct question *question = &builder->questions[i];
        for (size_t k = 0; k < count; k++)
            question->recode_count += drafts[k].question == question;
        if (question->recode_count == 0)
            continue;
        struct recode *recodes =
            arena_allocate(builder->arena, question->recode_count, sizeof *recodes);
        question->recodes = recodes;
        for (size_t k = 0; k < count; k++)
            if (drafts[k].question == question)
                *recodes++ = drafts[k].recode;
    }
}

void build_recodes(struct builder *builder) {
    size_t at = 0, count = 0;
    struct draft *drafts = memory_allocate(build_count(builder, "recode"), sizeof *drafts);
    const struct ini_section *section;
    while ((section = build_next(builder, "recode", &at)) != NULL)
        count += build_recode(builder, section, &drafts[count]);
    if (count > 0)
        hand_out(builder, drafts, count);
    free(drafts);
}
