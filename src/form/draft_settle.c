#include "form/draft_settle.h"

#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/number.h"
#include "base/text.h"
#include "form/draft_names.h"
#include "form/draft_scales.h"
#include "survey/questionnaire.h"

/* --- what no questionnaire can hold --- */

static void make_text(struct draft_question *question) {
    question->type = QUESTION_TEXT;
    question->codes = (struct draft_codes){0};
    question->rows = (struct draft_codes){0};
    question->has_other = false;
    question->roles = 0;
}

static bool offers_options(const struct draft_question *question) {
    return question->type == QUESTION_SINGLE || question->type == QUESTION_MULTI ||
           question->type == QUESTION_MATRIX || question->type == QUESTION_RANKING;
}

static bool has_rows(const struct draft_question *question) {
    return question->type == QUESTION_MATRIX || question->type == QUESTION_CONTACT;
}

/* A choice that nobody can choose from, or from too many. */
static void limit_codes(struct draft *draft, struct draft_question *question) {
    size_t count = question->codes.count, rows = question->rows.count;
    size_t least = question->type == QUESTION_RANKING ? 2 : 1;
    if (!offers_options(question) && !has_rows(question))
        return;
    if ((offers_options(question) && count < least) || (has_rows(question) && rows == 0)) {
        draft_guess(
            draft, &question->remarks,
            "the file has no answers to choose from: it stands here as an open question",
            "Die Datei hat keine Antworten zur Auswahl: Hier steht sie als offene Frage");
        make_text(question);
    } else if (count > QUESTIONNAIRE_MAX_CODES || rows > QUESTIONNAIRE_MAX_CODES) {
        draft_guess(draft, &question->remarks,
                    "it has %zu answers or rows, at most %d are allowed: it stands here as an "
                    "open question",
                    "Sie hat %zu Antworten oder Zeilen, erlaubt sind höchstens %d: Hier steht "
                    "sie als offene Frage",
                    count > rows ? count : rows, QUESTIONNAIRE_MAX_CODES);
        make_text(question);
    }
}

/* --- "other" --- */

static bool is_other(const struct draft_code *code) {
    return code->id != NULL && strcmp(code->id, "other") == 0;
}

/* Last, where forms show it. */
static void add_other(struct draft *draft, struct draft_question *question) {
    if (!question->has_other ||
        (question->type != QUESTION_SINGLE && question->type != QUESTION_MULTI))
        return;
    for (size_t i = 0; i < question->codes.count; i++)
        if (is_other(&question->codes.codes[i]))
            return;
    struct draft_code *other = draft_add_code(draft, &question->codes, NULL);
    other->id = "other";
    for (size_t i = 0; i < draft->language_count; i++)
        other->label.in[i] = strcmp(draft->languages[i], "de") == 0 ? "Sonstiges" : "Other";
}

/* --- texts in all languages --- */

/* What was missing in the texts of one section or question. */
struct gaps {
    struct draft *draft;
    bool missing[QUESTIONNAIRE_MAX_LANGUAGES]; /* another language's text stands there */
    bool empty;                                /* in no language */
    bool cut;
};

/* What no line of the file has room for. */
static const char *shorten(struct gaps *gaps, const char *words) {
    enum { MOST = 880 };
    size_t end = strlen(words);
    if (end <= MOST)
        return words;
    for (end = MOST; (words[end] & 0xC0) == 0x80;)
        end--;
    while (end > MOST - 40 && words[end] != ' ')
        end--;
    while ((words[end] & 0xC0) == 0x80)
        end--;
    gaps->cut = true;
    return arena_format(gaps->draft->arena, "%.*s …", (int)end, words);
}

static const char *any_words(const struct draft *draft, const struct label *label) {
    for (size_t i = 0; i < draft->language_count; i++)
        if (label->in[i] != NULL)
            return label->in[i];
    return NULL;
}

/* A label that is there in one language is there in all; `otherwise`: what stands where it is
 * in none, NULL: nothing. */
static void fill(struct gaps *gaps, struct label *label, const char *otherwise) {
    const struct draft *draft = gaps->draft;
    const char *words = any_words(draft, label);
    if (words == NULL && otherwise == NULL)
        return;
    gaps->empty = gaps->empty || words == NULL;
    for (size_t i = 0; i < draft->language_count; i++) {
        gaps->missing[i] = gaps->missing[i] || (words != NULL && label->in[i] == NULL);
        if (label->in[i] == NULL)
            label->in[i] = words != NULL ? words : otherwise;
        label->in[i] = shorten(gaps, label->in[i]);
    }
}

static void fill_codes(struct gaps *gaps, struct draft_codes *codes) {
    for (size_t i = 0; i < codes->count; i++) {
        struct draft_code *code = &codes->codes[i];
        fill(gaps, &code->label,
             code->source != NULL && code->source[0] != '\0' ? code->source : "?");
    }
    if (codes->has_dk)
        fill(gaps, &codes->dk, language_pick("don't know", "weiß nicht"));
}

static void say_gaps(const struct gaps *gaps, struct draft_remarks *remarks) {
    struct draft *draft = gaps->draft;
    for (size_t i = 0; i < draft->language_count; i++)
        if (gaps->missing[i])
            draft_guess(draft, remarks,
                        "some of its texts are not there in %s; those of another language "
                        "stand in their place: translate",
                        "Einige Texte gibt es nicht auf %s; dafür stehen die einer anderen "
                        "Sprache: bitte übersetzen",
                        draft->languages[i]);
    if (gaps->empty)
        draft_guess(draft, remarks, "some of its texts are empty in the file: word them",
                    "Einige Texte sind in der Datei leer: bitte ausfüllen");
    if (gaps->cut)
        draft_loss(draft, remarks, "a text was too long for a line and is cut",
                   "Ein Text war für eine Zeile zu lang und ist gekürzt");
}

static void fill_question(struct draft *draft, struct draft_question *question) {
    struct gaps gaps = {.draft = draft};
    fill(&gaps, &question->text, question->source != NULL ? question->source : "?");
    fill(&gaps, &question->subject, NULL);
    fill(&gaps, &question->help, NULL);
    fill(&gaps, &question->heading, NULL);
    fill_codes(&gaps, &question->codes);
    fill_codes(&gaps, &question->rows);
    say_gaps(&gaps, &question->remarks);
}

static void fill_texts(struct draft *draft) {
    struct gaps gaps = {.draft = draft};
    fill(&gaps, &draft->title, language_pick("Survey", "Umfrage"));
    fill(&gaps, &draft->publisher, NULL);
    fill(&gaps, &draft->contact, NULL);
    say_gaps(&gaps, &draft->remarks);
    for (size_t i = 0; i < draft->section_count; i++) {
        struct gaps own = {.draft = draft};
        fill(&own, &draft->sections[i]->title,
             arena_format(draft->arena, language_pick("Page %zu", "Seite %zu"), i + 1));
        say_gaps(&own, &draft->sections[i]->remarks);
    }
    for (size_t i = 0; i < draft->question_count; i++)
        fill_question(draft, draft->questions[i]);
}

/* --- numbers --- */

/* True where the limits are numbers that decimals can write, and enclose few enough values. */
static bool fits(const struct draft_question *question, int decimals) {
    int64_t minimum, maximum;
    const char *low = question->minimum, *high = question->maximum;
    return number_parse_decimal(low, strlen(low), '.', decimals, &minimum) &&
           number_parse_decimal(high, strlen(high), '.', decimals, &maximum) &&
           maximum > minimum && maximum - minimum < QUESTIONNAIRE_MAX_STEPS;
}

/* A limit that is none is as good as missing. */
static const char *limit_of(const char *words) {
    double value;
    return words != NULL && number_parse_double(words, strlen(words), &value) ? words : NULL;
}

/* As many decimals as were wanted, or fewer where there would be too many values; more where
 * the limits need them. -1: none will do. */
static int choose_decimals(const struct draft_question *question) {
    for (int decimals = question->decimals; decimals >= 0; decimals--)
        if (fits(question, decimals))
            return decimals;
    for (int decimals = question->decimals + 1; decimals <= 3; decimals++)
        if (fits(question, decimals))
            return decimals;
    return -1;
}

static void settle_number(struct draft *draft, struct draft_question *question) {
    const char *minimum = limit_of(question->minimum), *maximum = limit_of(question->maximum);
    bool known = minimum != NULL && maximum != NULL;
    question->minimum = minimum != NULL ? minimum : "0";
    question->maximum = maximum != NULL ? maximum : "999";
    int decimals = choose_decimals(question);
    if (decimals < 0) {
        question->minimum = "0";
        question->maximum = "999";
        decimals = choose_decimals(question);
        known = false;
    }
    if (!known)
        draft_guess(
            draft, &question->remarks,
            "the file has no range that fits: set min and max to the least and the "
            "greatest answer that makes sense, and decimals; other answers will not be "
            "counted",
            "Die Datei hat keinen passenden Bereich: bitte min und max auf die kleinste "
            "und die größte sinnvolle Antwort setzen, dazu decimals; andere Antworten "
            "zählen nicht");
    else if (decimals != question->decimals)
        draft_guess(draft, &question->remarks,
                    "decimals is %d so that the range has few enough values: check it",
                    "decimals ist %d, damit der Bereich wenige genug Werte hat: bitte prüfen",
                    decimals);
    question->decimals = decimals;
}

/* --- conditions and roles --- */

static bool is_apart(const struct draft_question *question) {
    return (question->roles & (ROLE_EXCHANGE | ROLE_CONSENT_CONTACT)) != 0;
}

static bool stands_before(const struct draft *draft, const struct draft_question *one,
                          const struct draft_question *other) {
    for (size_t i = 0; i < draft->question_count && draft->questions[i] != other; i++)
        if (draft->questions[i] == one)
            return true;
    return false;
}

/* What nachlese-questionnaire(5) allows as asked_if. */
static bool may_depend(const struct draft *draft, const struct draft_question *question) {
    const struct draft_question *asked = question->asked_if.question;
    bool listed = question->type == QUESTION_CONTACT || is_apart(question);
    if ((asked->type != QUESTION_SINGLE && asked->type != QUESTION_MULTI) ||
        (question->roles & ROLE_CONSENT_PARTICIPATION) != 0 ||
        !stands_before(draft, asked, question))
        return false;
    return listed == is_apart(asked) ||
           (listed && (asked->roles & ROLE_CONSENT_PARTICIPATION) != 0);
}

static void settle_condition(struct draft *draft, struct draft_question *question) {
    const struct draft_question *asked = question->asked_if.question;
    if (asked == NULL || may_depend(draft, question))
        return;
    draft_loss(draft, &question->remarks,
               "the form shows it by the answer to '%s', which asked_if cannot say here",
               "Das Formular zeigt sie je nach Antwort auf „%s“, was asked_if hier nicht "
               "sagen kann",
               asked->text.in[0] != NULL ? asked->text.in[0] : asked->source);
    question->asked_if = (struct draft_condition){0};
}

/* The key is one line, and goes on in no other. */
static void limit_condition(struct draft *draft, struct draft_question *question) {
    enum { MOST = 900 };
    const struct draft_condition *condition = &question->asked_if;
    size_t length = 0;
    for (size_t i = 0; i < condition->count; i++)
        length += strlen(condition->question->codes.codes[condition->codes[i]].id) + 1;
    if (length <= MOST)
        return;
    draft_loss(draft, &question->remarks,
               "the form shows it by %zu answers to '%s', for which a line has no room",
               "Das Formular zeigt sie bei %zu Antworten auf „%s“, für die eine Zeile nicht "
               "reicht",
               condition->count, condition->question->id);
    question->asked_if = (struct draft_condition){0};
}

static void settle_languages(struct draft *draft) {
    if (draft->language_count > 0)
        return;
    draft->languages[draft->language_count++] = language_pick("en", "de");
    draft_guess(draft, &draft->remarks, "the file names no language: %s is a guess",
                "Die Datei nennt keine Sprache: %s ist geraten", draft->languages[0]);
}

static void check_room(struct draft *draft) {
    if (draft->question_count <= QUESTIONNAIRE_MAX_QUESTIONS)
        return;
    draft_guess(draft, &draft->remarks,
                "there are %zu questions, at most %d are allowed: delete some",
                "Es sind %zu Fragen, erlaubt sind höchstens %d: bitte einige löschen",
                draft->question_count, QUESTIONNAIRE_MAX_QUESTIONS);
}

/* What no form system knows, and a report needs. */
static void ask_for_privacy(struct draft *draft) {
    draft_guess(draft, &draft->remarks,
                "say below who is responsible for the data, what they are for and when they "
                "are deleted, and how many were invited, if that is known",
                "Unten angeben, wer für die Daten verantwortlich ist, wozu sie dienen und wann "
                "sie gelöscht werden, und wie viele eingeladen waren, wenn das bekannt ist");
    draft_guess(draft, &draft->remarks,
                "which questions could tell, with others, who answered (place, post code, year "
                "of foundation)? Give each role = identifying",
                "Welche Fragen könnten mit anderen verraten, wer geantwortet hat (Ort, "
                "Postleitzahl, Gründungsjahr)? Bitte jeder role = identifying geben");
}

void draft_settle(struct draft *draft) {
    settle_languages(draft);
    ask_for_privacy(draft);
    check_room(draft);
    if (draft->section_count == 0)
        draft_add_section(draft, NULL);
    for (size_t i = 0; i < draft->question_count; i++) {
        struct draft_question *question = draft->questions[i];
        limit_codes(draft, question);
        add_other(draft, question);
        if (question->type == QUESTION_NUMBER)
            settle_number(draft, question);
    }
    fill_texts(draft);
    for (size_t i = 0; i < draft->question_count; i++)
        settle_condition(draft, draft->questions[i]);
    draft_name_all(draft);
    for (size_t i = 0; i < draft->question_count; i++)
        limit_condition(draft, draft->questions[i]);
    draft_join_scales(draft);
}
