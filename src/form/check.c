#include <string.h>

#include "base/language.h"
#include "base/text.h"
#include "form/form.h"
#include "survey/headings.h"
#include "wording/catalogue.h"
#include "wording/passages.h"

/* What a heading stands for beside the answer itself, in the order of enum heading_part. */
static const struct {
    const char *english, *german;
} parts[] = {
    {"", ""},
    {" (all in one column)", " (alles in einer Spalte)"},
    {" (rank)", " (Rang)"},
    {" (text beside 'other')", " (Text neben 'other')"},
    {" (comment)", " (Kommentar)"},
    {" (an option of its own)", " (eine Antwort für sich)"},
    {" (don't know)", " (weiß nicht)"},
    {"", ""},
};

static void describe(struct text *text, const struct heading *meaning) {
    const struct question *question = meaning->question;
    text_add(text, question->id);
    if (meaning->part == HEADING_FIELD ||
        (meaning->part == HEADING_VARIABLE && question->rows != NULL))
        text_add_format(text, "__%s", question->rows[meaning->item].id);
    else if (meaning->part == HEADING_VARIABLE &&
             (question->type == QUESTION_MULTI || question->type == QUESTION_RANKING))
        text_add_format(text, "__%s", question->codes->codes[meaning->item].id);
    text_add(text, language_pick(parts[meaning->part].english, parts[meaning->part].german));
}

static void warn_of_headings(const struct questionnaire *questionnaire, struct diag *diag) {
    struct headings *headings = headings_new(questionnaire);
    struct text first = {0}, second = {0};
    const struct heading *meanings;
    size_t position = 0, count;
    const char *spelling;
    while ((spelling = headings_collision(headings, &position, &meanings, &count)) != NULL) {
        text_clear(&first);
        text_clear(&second);
        describe(&first, &meanings[0]);
        describe(&second, &meanings[1]);
        struct diag_place place = {questionnaire->file, meanings[1].question->line, 0,
                                   meanings[1].question->id};
        diag_add(
            diag, DIAG_WARNING, &place,
            "a column headed '%s' could be %s or %s: word one of them otherwise, or export "
            "with codes as headings",
            "Eine Spalte mit der Überschrift '%s' könnte %s oder %s sein: Bitte eine davon "
            "anders benennen oder mit Codes als Überschriften exportieren",
            spelling, text_string(&first), text_string(&second));
    }
    text_free(&first);
    text_free(&second);
    headings_free(headings);
}

static const struct question *find_type(const struct questionnaire *questionnaire,
                                        enum question_type type) {
    for (size_t i = 0; i < questionnaire->question_count; i++)
        if (questionnaire->questions[i].type == type)
            return &questionnaire->questions[i];
    return NULL;
}

static void warn_of_contacts(const struct questionnaire *questionnaire, struct diag *diag) {
    const struct question *contact = find_type(questionnaire, QUESTION_CONTACT);
    if (contact == NULL)
        return;
    struct diag_place place = {questionnaire->file, contact->line, 0, contact->id};
    if (questionnaire_role(questionnaire, ROLE_CONSENT_CONTACT) == NULL)
        diag_add(
            diag, DIAG_WARNING, &place,
            "no question has the role consent_contact: all contact data will be dropped",
            "Keine Frage hat die Rolle consent_contact: Alle Kontaktdaten werden verworfen");
    if (questionnaire->delete_contact_by == NULL)
        diag_add(
            diag, DIAG_WARNING, &place,
            "[privacy] says no delete_contact_by: name the day when contact data are deleted",
            "In [privacy] fehlt delete_contact_by: Bitte den Tag nennen, an dem die "
            "Kontaktdaten gelöscht werden");
}

/* There is a form in every language, but not a report. */
static void warn_of_languages(const struct questionnaire *questionnaire, struct diag *diag) {
    struct diag_place place = {.file = questionnaire->file};
    for (size_t i = 0; i < questionnaire->language_count; i++)
        if (!catalogue_comes_along(questionnaire->languages[i]))
            diag_add(
                diag, DIAG_WARNING, &place,
                "languages of [survey] has '%s', for which there is no report; where it "
                "is the only one, name de or en instead: texts may be in any language",
                "languages von [survey] nennt „%s“, dafür gibt es keinen Bericht; ist es "
                "die einzige, nennen Sie stattdessen de oder en: Die Texte dürfen in jeder "
                "Sprache sein",
                questionnaire->languages[i]);
}

static void warn_of_quotes(const struct questionnaire *questionnaire, struct diag *diag) {
    const struct question *text = find_type(questionnaire, QUESTION_TEXT);
    if (text == NULL || questionnaire_role(questionnaire, ROLE_CONSENT_QUOTES) != NULL)
        return;
    struct diag_place place = {questionnaire->file, text->line, 0, text->id};
    diag_add(diag, DIAG_WARNING, &place,
             "no question has the role consent_quotes: open answers will not be quoted",
             "Keine Frage hat die Rolle consent_quotes: Offene Antworten werden nicht zitiert");
}

static void warn_of_privacy(const struct questionnaire *questionnaire, struct diag *diag) {
    struct diag_place place = {questionnaire->file, 0, 0, "[privacy]"};
    if (!label_present(&questionnaire->controller) || !label_present(&questionnaire->purpose))
        diag_add(
            diag, DIAG_WARNING, &place,
            "name the controller and the purpose: people must know who keeps their answers "
            "and why",
            "Bitte controller und purpose angeben: Wer antwortet, muss wissen, wer die "
            "Antworten wozu aufbewahrt");
    if (questionnaire->delete_raw_by == NULL)
        diag_add(diag, DIAG_WARNING, &place,
                 "delete_raw_by is missing: name the day when the export is deleted",
                 "delete_raw_by fehlt: Bitte den Tag nennen, an dem der Export gelöscht wird");
}

bool check_questionnaire(const struct questionnaire *questionnaire, struct diag *diag) {
    warn_of_headings(questionnaire, diag);
    warn_of_contacts(questionnaire, diag);
    warn_of_languages(questionnaire, diag);
    warn_of_quotes(questionnaire, diag);
    warn_of_privacy(questionnaire, diag);
    return passages_check(questionnaire, diag);
}
