#include "form/limesurvey_draft.h"

#include <string.h>

#include "base/text.h"
#include "form/gates.h"
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

enum { DONT_KNOW = -2 };

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

/* Where "other" is, or will be when the draft is settled. */
static int find_other(const struct draft_codes *codes) {
    for (size_t i = 0; i < codes->count; i++)
        if (codes->codes[i].id != NULL && strcmp(codes->codes[i].id, "other") == 0)
            return (int)i;
    return (int)codes->count;
}

/* The answer that a term asks for, at the question that it is about; -1: none that we know.
 */
static int find_answer(const struct draft_question *question, const char *rest,
                       const char *value) {
    bool multi = question->type == QUESTION_MULTI;
    const char *code = multi ? rest : value;
    bool ticked = multi && strcmp(value, "Y") == 0 && rest[0] != '\0';
    bool other =
        question->has_other && (multi ? strcmp(rest, "other") == 0 && value[0] == '\0'
                                      : strcmp(value, "-oth-") == 0 && rest[0] == '\0');
    if (other)
        return find_other(&question->codes);
    if (multi ? !ticked : rest[0] != '\0')
        return -1;
    return question->codes.has_dk && strcmp(code, "dk") == 0
               ? DONT_KNOW
               : draft_find_code(&question->codes, code);
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
        if (whole || *answer != -1)
            return *answer != -1;
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
        if (answer != DONT_KNOW)
            draft_add_condition(drafting->draft, question, found, (size_t)answer);
        question->asked_if.question = found;
        question->asked_if.dk = question->asked_if.dk || answer == DONT_KNOW;
    }
    return true;
}

static const char *plain(const char *equation) {
    return equation == NULL || strcmp(equation, "1") == 0 ? "" : equation;
}

/* The equation of the question, or that of its group where it has none. Both at once say more
 * than asked_if can. */
static void set_condition(const struct drafting *drafting, const char *gate, size_t position,
                          struct draft_question *question) {
    const struct limesurvey_question *asked = &drafting->survey->questions[position];
    const char *own = plain(asked->relevance);
    const char *whole = plain(drafting->survey->groups[asked->group].relevance);
    if (strcmp(whole, gate) == 0)
        whole = "";
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

/* The equation that all groups behind the first have; "" where they have not. */
static const char *find_gate(const struct limesurvey *survey) {
    const char *gate = survey->group_count > 1 ? plain(survey->groups[1].relevance) : "";
    for (size_t i = 2; i < survey->group_count; i++)
        if (strcmp(plain(survey->groups[i].relevance), gate) != 0)
            return "";
    return gate;
}

/* Where it is one answer to the first question, that asks for consent. */
static const char *take_consent(const struct drafting *drafting) {
    const char *gate = find_gate(drafting->survey);
    struct draft *draft = drafting->draft;
    struct relevance relevance;
    const struct draft_question *asked;
    int code;
    if (gate[0] == '\0' || !gates_begin_alone(draft) ||
        !relevance_read(draft->arena, gate, &relevance) || relevance.count != 1 ||
        !find_term(drafting, &relevance.terms[0], &asked, &code) || code < 0 ||
        asked != draft->questions[0] || asked->type != QUESTION_SINGLE)
        return "";
    gates_participation(draft, draft->questions[0], (size_t)code);
    return gate;
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
    const char *gate = take_consent(&drafting);
    for (size_t i = 0; i < survey->question_count; i++)
        for (size_t k = drafting.made[i].first; k < drafting.made[i].end; k++)
            set_condition(&drafting, gate, i, survey->draft->questions[k]);
    gates_contacts(survey->draft);
    guess_consents(survey->draft);
}
