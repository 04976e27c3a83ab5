#include "form/guesses.h"

#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "form/draft_languages.h"

/* The words in the form in which they are compared, in the draft's arena. */
static const char *fold(struct draft *draft, const char *words) {
    struct text form = {0};
    if (words != NULL)
        utf8_comparison_form(&form, words, strlen(words), true);
    const char *made = arena_copy(draft->arena, text_string(&form));
    text_free(&form);
    return made;
}

static bool is_one_of(const char *form, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(form, words[i]) == 0)
            return true;
    return false;
}

static bool holds_one_of(const char *form, const char *const *words) {
    for (; *words != NULL; words++)
        if (strstr(form, *words) != NULL)
            return true;
    return false;
}

#define IS_ONE_OF(form, words) is_one_of(form, words, sizeof(words) / sizeof(words)[0])

/* --- contact data --- */

void guess_ask_contact(struct draft *draft, struct draft_remarks *remarks, const char *words) {
    draft_guess(draft, remarks,
                "does '%s' ask for contact data? Then it must be a field of a question of type "
                "contact, which keeps it apart from all answers; if not, leave it as it is",
                "Fragt „%s“ nach Kontaktdaten? Dann gehört es als Feld in eine Frage vom Typ "
                "contact, die es von allen Antworten trennt; wenn nicht, kann es so bleiben",
                words);
}

/* --- answers that are none --- */

static const char *const dk_words[] = {
    "weiß nicht",           "weiss nicht", "ich weiß nicht", "kann ich nicht beurteilen",
    "keine meinung",        "don't know",  "i don't know",   "do not know",
    "i do not know",        "can't say",   "cannot say",     "not sure",
    "kann ich nicht sagen",
};
static const char *const outside_words[] = {
    "keine angabe",
    "k. a.",
    "k.a.",
    "möchte ich nicht sagen",
    "betrifft uns nicht",
    "betrifft mich nicht",
    "trifft auf uns nicht zu",
    "entfällt",
    "not applicable",
    "does not apply",
    "n/a",
    "prefer not to say",
    "no statement",
    "no answer",
};

/* In the folded form "weiß" is "weiss". */
static bool says(struct draft *draft, const struct draft_code *code, const char *const *words,
                 size_t count) {
    const char *form = fold(draft, draft_first_words(draft, &code->label));
    for (size_t i = 0; i < count; i++)
        if (strcmp(form, fold(draft, words[i])) == 0)
            return true;
    return false;
}

static void say_dk(struct draft *draft, struct draft_codes *codes,
                   const struct draft_code *code) {
    draft_guess(
        draft, &codes->remarks,
        "'%s' is taken for don't know, which counts in no share: if it is an answer "
        "like the others, add it to the codes",
        "„%s“ gilt als „weiß nicht“ und zählt in keinem Anteil: Ist es eine Antwort wie "
        "die anderen, bitte zu den codes nehmen",
        draft_first_words(draft, &code->label));
}

/* Called so, it is what form --to has written. */
static bool is_dk(const struct draft_code *code) {
    return code->source != NULL && strcmp(code->source, "dk") == 0;
}

static void take_dk(struct draft *draft, struct draft_codes *codes, size_t position) {
    struct draft_code *code = &codes->codes[position];
    codes->has_dk = true;
    codes->dk = code->label;
    draft_add_phrase(draft, &codes->dk_aliases, code->source);
    say_dk(draft, codes, code);
    for (size_t i = position; i + 1 < codes->count; i++)
        codes->codes[i] = codes->codes[i + 1];
    codes->count--;
}

void guess_dk_code(struct draft *draft, struct draft_question *question) {
    for (size_t i = 0; i < question->codes.count && !question->codes.has_dk; i++)
        if (is_dk(&question->codes.codes[i]))
            take_dk(draft, &question->codes, i);
}

void guess_missing(struct draft *draft, struct draft_question *question) {
    struct draft_codes *codes = &question->codes;
    guess_dk_code(draft, question);
    size_t left = codes->count;
    for (size_t i = codes->count; i-- > 0 && left > 2;) {
        struct draft_code *code = &codes->codes[i];
        if (!codes->has_dk &&
            says(draft, code, dk_words, sizeof dk_words / sizeof dk_words[0])) {
            take_dk(draft, codes, i);
            left--;
        } else if (says(draft, code, outside_words,
                        sizeof outside_words / sizeof outside_words[0])) {
            code->outside = true;
            left--;
            draft_guess(draft, &codes->remarks,
                        "'%s' is taken for an answer beside the others, which counts in no "
                        "share: if not, move it from outside to the codes",
                        "„%s“ gilt als Antwort neben den anderen und zählt in keinem Anteil: "
                        "Wenn nicht, bitte von outside zu den codes nehmen",
                        draft_first_words(draft, &code->label));
        }
    }
}

void guess_order(struct draft *draft, struct draft_codes *codes) {
    const struct draft_code *first = NULL, *last = NULL;
    size_t inside = 0;
    for (size_t i = 0; i < codes->count; i++) {
        if (codes->codes[i].outside)
            continue;
        inside++;
        first = first != NULL ? first : &codes->codes[i];
        last = &codes->codes[i];
    }
    if (inside < 3)
        return;
    codes->measure = MEASURE_ORDINAL;
    draft_guess(draft, &codes->remarks,
                "is '%s' the lowest answer and '%s' the highest? If it is the other way round, "
                "turn the codes round; if they have no order, set measure = nominal",
                "Ist „%s“ die niedrigste und „%s“ die höchste Antwort? Ist es umgekehrt, bitte "
                "die codes umdrehen; haben sie keine Reihenfolge, measure = nominal setzen",
                draft_first_words(draft, &first->label) != NULL
                    ? draft_first_words(draft, &first->label)
                    : "?",
                draft_first_words(draft, &last->label) != NULL
                    ? draft_first_words(draft, &last->label)
                    : "?");
}

void guess_exclusive(struct draft *draft, struct draft_question *question) {
    static const char *const words[] = {"keine",         "nichts",
                                        "none",          "nothing",
                                        "keine davon",   "nichts davon",
                                        "none of these", "none of the above",
                                        "nein",          "no"};
    for (size_t i = 0; i < question->codes.count; i++) {
        const struct draft_code *code = &question->codes.codes[i];
        if (!code->exclusive &&
            IS_ONE_OF(fold(draft, draft_first_words(draft, &code->label)), words))
            draft_guess(draft, &question->codes.remarks,
                        "does '%s' exclude all other options? Then name its code in exclusive",
                        "Schließt „%s“ alle anderen Optionen aus? Dann seinen Code bei "
                        "exclusive nennen",
                        draft_first_words(draft, &code->label));
    }
}

/* --- consents --- */

static const struct consent {
    enum question_role role;
    const char *name;
    const char *const words[12]; /* one of them is in the text, folded */
} consents[] = {
    {ROLE_CONSENT_QUOTES, "consent_quotes", {"zitat", "zitier", "quot", "wörtlich"}},
    {ROLE_CONSENT_CONTACT,
     "consent_contact",
     {"kontakt", "contact", "weitergeb", "weitergab", "pass on", "e-mail", "anrufen"}},
    {ROLE_CONSENT_PARTICIPATION,
     "consent_participation",
     {"auswert", "verarbeit", "datenschutz", "teilnahme", "teilnehm", "process", "evaluate",
      "privacy", "participat", "take part"}},
};

/* Words by which a question speaks of what somebody answers here, and not of the world. */
static const char *const of_answers[] = {
    "ihre antwort",  "ihre angaben",  "ihre daten",  "ihren antwort",
    "ihren angaben", "ihren daten",   "your answer", "your response",
    "your data",     "my answer",     "my response", "my data",
    "meine antwort", "meine angaben", "meine daten", NULL};

static const char *const asking[] = {"dürfen", "darf ",  "einverstanden", "einwillig", "stimme",
                                     "erlaub", "may we", "agree",         "consent",   "allow",
                                     NULL};

/* The position of "yes" among two or three answers; -1: it is no such question. */
static int find_yes(const struct draft_question *question) {
    const struct draft_codes *codes = &question->codes;
    for (size_t i = 0; question->type == QUESTION_SINGLE && codes->count == 2 && i < 2; i++) {
        const struct draft_code *code = &codes->codes[i];
        if ((code->id != NULL && strcmp(code->id, "yes") == 0) ||
            (code->source != NULL && strcmp(code->source, "yes") == 0))
            return (int)i;
    }
    return -1;
}

static void guess_consent(struct draft *draft, struct draft_question *question,
                          unsigned *taken) {
    const char *form = fold(draft, draft_first_words(draft, &question->text));
    int yes = find_yes(question);
    if (yes < 0 || !holds_one_of(form, asking))
        return;
    for (size_t i = 0; i < sizeof consents / sizeof consents[0]; i++) {
        if ((*taken & consents[i].role) != 0 || !holds_one_of(form, consents[i].words))
            continue;
        *taken |= consents[i].role;
        question->roles |= consents[i].role;
        question->consents = (size_t)yes;
        draft_guess(draft, &question->remarks,
                    "it seems to ask for the consent that the role %s stands for: check it, or "
                    "delete role and consents",
                    "Sie scheint nach der Einwilligung zu fragen, für die die Rolle %s steht: "
                    "bitte prüfen, sonst role und consents löschen",
                    consents[i].name);
        return;
    }
    if (holds_one_of(form, of_answers))
        draft_guess(
            draft, &question->remarks,
            "does it ask for a consent? Then say which: role = consent_participation, "
            "consent_quotes or consent_contact, and consents = the code that does; who "
            "does not consent to take part is not counted",
            "Fragt sie nach einer Einwilligung? Dann bitte angeben, nach welcher: role = "
            "consent_participation, consent_quotes oder consent_contact, und consents = "
            "die zustimmende Antwort; wer nicht teilnehmen will, zählt nicht");
}

void guess_consents(struct draft *draft) {
    unsigned taken = 0;
    for (size_t i = 0; i < draft->question_count; i++)
        taken |= draft->questions[i]->roles;
    for (size_t i = 0; i < draft->question_count; i++)
        if (draft->questions[i]->roles == 0)
            guess_consent(draft, draft->questions[i], &taken);
    for (size_t i = 0; i < draft->question_count; i++)
        if (draft->questions[i]->type == QUESTION_CONTACT &&
            (taken & ROLE_CONSENT_CONTACT) == 0) {
            draft_guess(draft, &draft->questions[i]->remarks,
                        "no question asks for the consent to pass on contact data: without the "
                        "role consent_contact they are all dropped",
                        "Keine Frage bittet um die Einwilligung, Kontaktdaten weiterzugeben: "
                        "Ohne die Rolle consent_contact werden sie alle verworfen");
            return;
        }
}
