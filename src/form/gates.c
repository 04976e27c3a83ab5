#include "form/gates.h"

bool gates_begin_alone(const struct draft *draft) {
    return draft->question_count > 1 &&
           draft->questions[0]->section != draft->questions[1]->section;
}

void gates_participation(struct draft *draft, struct draft_question *question, size_t code) {
    question->roles |= ROLE_CONSENT_PARTICIPATION;
    question->consents = code;
    draft_guess(
        draft, &question->remarks,
        "all others are asked only after one answer to it, so it is taken for the "
        "consent to take part: if not, delete role and consents, and set asked_if for "
        "the others",
        "Alle anderen werden nur nach einer ihrer Antworten gefragt, deshalb gilt sie "
        "als Einwilligung in die Teilnahme: Wenn nicht, role und consents löschen und bei "
        "den anderen asked_if setzen");
}

/* The one answer after which contact data are asked for; NULL: nothing shows it. */
static struct draft_question *find_consent(const struct draft *draft, size_t *code) {
    for (size_t i = 0; i < draft->question_count; i++) {
        const struct draft_condition *asked_if = &draft->questions[i]->asked_if;
        if (draft->questions[i]->type != QUESTION_CONTACT || asked_if->question == NULL ||
            asked_if->count != 1 || asked_if->dk)
            continue;
        *code = asked_if->codes[0];
        for (size_t k = 0; k < i; k++)
            if (draft->questions[k] == asked_if->question)
                return draft->questions[k];
    }
    return NULL;
}

static bool has_consent(const struct draft *draft) {
    for (size_t i = 0; i < draft->question_count; i++)
        if ((draft->questions[i]->roles & ROLE_CONSENT_CONTACT) != 0)
            return true;
    return false;
}

/* No other question may hang on what is kept apart. */
static void take_exchange(struct draft *draft) {
    for (size_t i = 0; i < draft->question_count; i++) {
        struct draft_question *question = draft->questions[i];
        const struct draft_question *asked = question->asked_if.question;
        if (asked == NULL || (asked->roles & ROLE_CONSENT_CONTACT) == 0 ||
            question->roles != 0 || question->type == QUESTION_CONTACT)
            continue;
        question->roles |= ROLE_EXCHANGE;
        draft_guess(
            draft, &question->remarks,
            "it is asked only of those who consent to pass on contact data, so it is "
            "taken for a part of these: if not, delete role and asked_if",
            "Sie wird nur gefragt, wer Kontaktdaten weitergeben lässt, deshalb gilt sie "
            "als Teil davon: Wenn nicht, role und asked_if löschen");
    }
}

void gates_contacts(struct draft *draft) {
    size_t code;
    struct draft_question *consent = has_consent(draft) ? NULL : find_consent(draft, &code);
    if (consent != NULL && consent->type == QUESTION_SINGLE && consent->roles == 0) {
        consent->roles |= ROLE_CONSENT_CONTACT;
        consent->consents = code;
        draft_guess(draft, &consent->remarks,
                    "contact data are asked for only after one answer to it, so it is taken "
                    "for the consent to pass them on: if not, delete role and consents",
                    "Kontaktdaten werden nur nach einer ihrer Antworten gefragt, deshalb gilt "
                    "sie als Einwilligung, sie weiterzugeben: Wenn nicht, role und consents "
                    "löschen");
    }
    take_exchange(draft);
}
