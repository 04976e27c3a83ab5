#include "survey/questionnaire_apart.h"

static const char *role_of(const struct question *question) {
    return (question->roles & ROLE_EXCHANGE) != 0 ? "exchange" : "consent_contact";
}

static const struct ini_section *section_of(const struct builder *builder,
                                            const struct question *question) {
    return builder->question_sections[question - builder->questions];
}

static void check_uses(struct builder *builder, const struct question *question) {
    const struct ini_section *section = section_of(builder, question);
    if (question->grouping != NULL)
        BUILD_FAULT(builder, section, ini_entry(section, "role"),
                    "a question with the role %s cannot put people into groups: its answers "
                    "go with their names to the list of contacts; delete [group %s] or the "
                    "role",
                    "Eine Frage mit der Rolle %s kann nicht in Gruppen teilen: Ihre Antworten "
                    "kommen mit den Namen in die Kontaktliste; bitte [group %s] oder die Rolle "
                    "löschen",
                    role_of(question), question->id);
    if (question->core && (question->roles & ROLE_EXCHANGE) != 0)
        BUILD_FAULT(builder, section, ini_entry(section, "core"),
                    "a question with the role exchange cannot be core: its answers are kept "
                    "apart from all others; delete one of the two",
                    "Eine Frage mit der Rolle exchange kann nicht core sein: Ihre Antworten "
                    "liegen getrennt von allen anderen; bitte eines von beiden löschen");
}

/* The two answers of a person would have to stand side by side. */
static void check_gaps(struct builder *builder, const struct question *question) {
    const struct questionnaire *questionnaire = builder->questionnaire;
    const struct ini_section *section = section_of(builder, question);
    for (size_t i = 0; i < questionnaire->gap_count; i++) {
        const struct gap *gap = &questionnaire->gaps[i];
        if (gap->importance == question || gap->satisfaction == question)
            BUILD_FAULT(
                builder, section, ini_entry(section, "role"),
                "a question with the role exchange cannot be part of a gap: its answers are "
                "kept apart from all others; delete [gap %s] or the role",
                "Eine Frage mit der Rolle exchange kann kein Teil von gap sein: Ihre Antworten "
                "liegen getrennt von allen anderen; bitte [gap %s] oder die Rolle löschen",
                gap->id);
    }
}

/* Who was not asked is known from the condition as well as from the question itself. */
static void check_condition(struct builder *builder, const struct question *question) {
    const struct question *source = question->asked_if.question;
    const struct ini_section *section = section_of(builder, question);
    const struct ini_entry *entry = ini_entry(section, "asked_if");
    bool contact = question_answer(question) == ANSWER_FIELD;
    bool listed = contact || question_is_apart(question);
    if (source == NULL || listed == question_is_apart(source))
        return;
    if (!listed)
        BUILD_FAULT(
            builder, section, entry,
            "who was asked this would tell what they answered to '%s', which is kept apart, "
            "since it goes to the list of contacts: give this question the role exchange, too, "
            "or delete asked_if",
            "Wer dies gefragt wurde, verriete die Antwort auf '%s'; die liegt getrennt, weil "
            "sie in die Kontaktliste kommt: Bitte auch dieser Frage die Rolle exchange geben "
            "oder asked_if löschen",
            source->id);
    else if ((source->roles & ROLE_CONSENT_PARTICIPATION) == 0)
        BUILD_FAULT(builder, section, entry,
                    "the list of contacts would tell what its people answered to '%s': give "
                    "'%s' the role exchange, or delete asked_if",
                    "Die Kontaktliste verriete, was ihre Personen auf '%s' geantwortet haben: "
                    "Bitte '%s' die Rolle exchange geben oder asked_if löschen",
                    source->id, source->id);
}

void build_check_apart(struct builder *builder) {
    for (size_t i = 0; i < builder->questionnaire->question_count; i++) {
        const struct question *question = &builder->questions[i];
        if (question->type == QUESTION_TYPES)
            continue;
        check_condition(builder, question);
        if (!question_is_apart(question))
            continue;
        check_uses(builder, question);
        check_gaps(builder, question);
    }
}
