#include "form/limesurvey_draft.h"

#include <string.h>

#include "form/guesses.h"
#include "form/limesurvey_relevance.h"
#include "form/limesurvey_types.h"

/* Which questions of the draft one of LimeSurvey's has become. */
struct made {
    struct draft_question *answer; /* on which others may depend; NULL: none */
    size_t first, end;             /* positions in the draft */
};

struct drafting {
    const struct limesurvey *survey;
    struct draft *draft;
    struct made *made; /* of each question */
};

static void draft_sections(const struct limesurvey *survey) {
    struct draft *draft = survey->draft;
    for (size_t i = 0; i < survey->group_count; i++) {
        size_t position = draft_add_section(draft, survey->groups[i].key);
        for (size_t k = 0; k < draft->language_count; k++)
            if (survey->groups[i].title.in[k] != NULL)
                draft_set_label(draft, &draft->sections[position]->title, k,
                                survey->groups[i].title.in[k]);
    }
    for (size_t k = 0; k < draft->language_count; k++)
        if (survey->title.in[k] != NULL)
            draft_set_label(draft, &draft->title, k, survey->title.in[k]);
}

/* --- conditions --- */

/* True where the name begins the variable, and then *rest is what comes behind it: "" or the
 * code of a sub-question. */
static bool names(const char *variable, const char *name, const char *between,
                  const char **rest) {
    size_t length = name != NULL ? strlen(name) : 0;
    if (length == 0 || strncmp(variable, name, length) != 0)
        return false;
    *rest = variable + length;
    if (**rest != '\0' && strncmp(*rest, between, strlen(between)) == 0)
        *rest += strlen(between);
    else if (**rest != '\0')
        return false;
    return true;
}

/* The answer that a term asks for, at the question that it is about; -1: none that we know. */
static int find_answer(const struct draft_question *question, const char *rest,
                       const char *value) {
    bool multi = question->type == QUESTION_MULTI;
    if (multi)
        return strcmp(value, "Y") == 0 && rest[0] != '\0'
                   ? draft_find_code(&question->codes, rest)
                   : -1;
    if (rest[0] != '\0')
        return -1;
    /* It is added when the draft is settled, behind all others. */
    if (strcmp(value, "-oth-") == 0 && question->has_other)
        return (int)question->codes.count;
    return draft_find_code(&question->codes, value);
}

/* Looks for the whole variable first: "1X3X51" is question 51 rather than option 1 of 5. */
static bool find_term(const struct drafting *drafting, const struct relevance_term *term,
                      const struct draft_question **question, int *answer) {
    const struct limesurvey *survey = drafting->survey;
    for (size_t i = 0; i < 2 * survey->question_count; i++) {
        size_t position = i % survey->question_count;
        bool whole = i < survey->question_count;
        const struct limesurvey_question *asked = &survey->questions[position];
        const struct draft_question *made = drafting->made[position].answer;
        const char *rest;
        if (made == NULL || (!names(term->variable, asked->code, "_", &rest) &&
                             !names(term->variable, asked->sgqa, "", &rest)))
            continue;
        if (whole != (rest[0] == '\0'))
            continue;
        *answer = find_answer(made, rest, term->value);
        *question = made;
        if (whole || *answer >= 0)
            return *answer >= 0;
    }
    return false;
}

/* All its terms as answers to one question; false where it says anything else. */
static bool resolve(const struct drafting *drafting, const char *equation,
                    struct draft_question *question) {
    struct relevance relevance;
    const struct draft_question *asked = NULL;
    if (!relevance_read(drafting->draft->arena, equation, &relevance))
        return false;
    for (size_t i = 0; i < relevance.count; i++) {
        const struct draft_question *found;
        int answer;
        if (!find_term(drafting, &relevance.terms[i], &found, &answer) ||
            (asked != NULL && found != asked) || found == question) {
            question->asked_if = (struct draft_condition){0};
            return false;
        }
        asked = found;
        draft_add_condition(drafting->draft, question, found, (size_t)answer);
    }
    return true;
}

static const char *plain(const char *equation) {
    return equation == NULL || strcmp(equation, "1") == 0 ? "" : equation;
}

/* The equation of the question, or that of its group where it has none. Both at once say more
 * than asked_if can. */
static void set_condition(const struct drafting *drafting, size_t position,
                          struct draft_question *question) {
    const struct limesurvey_question *asked = &drafting->survey->questions[position];
    const char *own = plain(asked->relevance);
    const char *whole = plain(drafting->survey->groups[asked->group].relevance);
    bool one = own[0] == '\0' || whole[0] == '\0' || strcmp(own, whole) == 0;
    const char *equation = own[0] != '\0' ? own : whole;
    if (one && resolve(drafting, equation, question))
        return;
    draft_loss(drafting->draft, &question->remarks,
               "the form shows it by an equation that asked_if cannot say: %s%s%s",
               "Das Formular zeigt sie nach einer Gleichung, die asked_if nicht sagen kann: "
               "%s%s%s",
               equation, one ? "" : "; ", one ? "" : whole);
}

/* --- the whole --- */

static bool same_equation(const struct limesurvey *survey, size_t one, size_t other) {
    return survey->questions[one].group == survey->questions[other].group &&
           strcmp(plain(survey->questions[one].relevance),
                  plain(survey->questions[other].relevance)) == 0;
}

static void draft_questions(struct drafting *drafting) {
    const struct limesurvey *survey = drafting->survey;
    struct draft_question *contact = NULL;
    for (size_t i = 0; i < survey->question_count; i++) {
        struct made *made = &drafting->made[i];
        const struct limesurvey_question *asked = &survey->questions[i];
        if (i > 0 && !same_equation(survey, i, i - 1))
            contact = NULL;
        made->first = drafting->draft->question_count;
        made->answer = limesurvey_draft_question(survey, asked, asked->group, &contact);
        made->end = drafting->draft->question_count;
    }
}

void limesurvey_draft(const struct limesurvey *survey) {
    struct drafting drafting = {survey, survey->draft,
                                arena_allocate(survey->draft->arena, survey->question_count + 1,
                                               sizeof *drafting.made)};
    draft_sections(survey);
    draft_questions(&drafting);
    guess_consents(survey->draft);
    for (size_t i = 0; i < survey->question_count; i++)
        for (size_t k = drafting.made[i].first; k < drafting.made[i].end; k++)
            set_condition(&drafting, i, survey->draft->questions[k]);
}
