#include "form/from_export.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "form/contact_words.h"
#include "form/export_alike.h"
#include "form/export_answers.h"
#include "form/export_language.h"
#include "form/export_number.h"
#include "form/export_table.h"
#include "form/guesses.h"
#include "form/infer.h"
#include "survey/workbook_file.h"

struct drafting {
    struct draft *draft;
    const struct export_table *table;
    const struct inferred *inferred;
    size_t language, section;
    struct draft_question *contact; /* where the column before was a field of it; else NULL */
};

static const struct stem_heading *heading_of(const struct drafting *drafting, size_t column) {
    return &drafting->inferred->stems->headings[column];
}

/* A heading that is no text but a name, as exports with codes have them. */
static bool is_name(const char *heading) {
    size_t length = strspn(heading, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                    "0123456789_.-/");
    /* "Gender" is a text, if a short one. */
    return heading[length] == '\0' && isalpha((unsigned char)heading[0]) &&
           (islower((unsigned char)heading[0]) || strpbrk(heading, "_0123456789") != NULL);
}

/* --- texts of questions, rows and options --- */

static struct draft_question *add_question(const struct drafting *drafting,
                                           enum question_type type, const char *code,
                                           const char *words) {
    struct draft *draft = drafting->draft;
    bool named = code == NULL && is_name(words);
    struct draft_question *question =
        draft_add_question(draft, type, drafting->section, named ? words : code);
    draft_set_label(draft, &question->text, drafting->language, words);
    if (named)
        draft_guess(draft, &question->remarks,
                    "the export names the question only; write what was asked",
                    "der Export nennt nur den Namen der Frage; bitte schreiben, was gefragt "
                    "war");
    return question;
}

/* The one column of a question: its heading is the text, its code the name. */
static struct draft_question *add_alone(const struct drafting *drafting,
                                        enum question_type type, size_t column) {
    const struct stem_heading *heading = heading_of(drafting, column);
    return add_question(drafting, type, heading->code, heading->text);
}

/* Columns with one stem. Where pandas has put ".1" behind it, each item is known by the whole
 * heading, and the question must be told from the first of that name. */
static struct draft_question *add_of_group(const struct drafting *drafting,
                                           const struct inferred_question *inferred,
                                           enum question_type type) {
    const struct stem_group *group = inferred->group;
    const char *copy = heading_of(drafting, inferred->columns[0])->copy;
    struct text words = {0};
    if (group->stem != NULL)
        text_add_format(&words, "%s%s%s", group->stem, *copy != '\0' ? " " : "", copy);
    else
        text_add(&words, group->code);
    struct draft_question *question = add_question(
        drafting, type, group->stem != NULL ? group->code : NULL, text_string(&words));
    text_free(&words);
    return question;
}

/* "SQ001" of "support[SQ001]". */
static const char *code_of_item(struct draft *draft, const char *code) {
    const char *open = code != NULL ? strchr(code, '[') : NULL;
    return open != NULL ? arena_copy_bytes(draft->arena, open + 1, strcspn(open + 1, "]"))
                        : NULL;
}

static void add_item(const struct drafting *drafting, struct draft_codes *codes,
                     const struct stem_group *group, size_t column) {
    struct draft *draft = drafting->draft;
    const struct stem_heading *heading = heading_of(drafting, column);
    bool whole = group->join == STEM_CODE; /* a question of the form, now a row */
    const char *words = whole ? heading->text : heading->item;
    const char *code = whole ? heading->code : code_of_item(draft, heading->code);
    if (code == NULL && is_name(words))
        code = words;
    struct draft_code *added = draft_add_code(draft, codes, code);
    draft_set_label(draft, &added->label, drafting->language, words);
    if (added->label.in[drafting->language] == NULL)
        draft_set_label(draft, &added->label, drafting->language, heading->text);
    if (*heading->copy != '\0')
        draft_add_phrase(draft, &added->aliases, drafting->table->columns[column].heading);
}

/* --- each kind --- */

/* Which consent it is, nobody can tell but who asks. */
static void remark_consent(const struct drafting *drafting, struct draft_question *question,
                           const char *heading) {
    static const char *const words[] = {"einverstanden", "einwillig",  "zustimm",
                                        "dürfen wir",    "consent",    "may we",
                                        "do you agree",  "datenschutz"};
    struct text form = {0};
    tally_form(&form, heading);
    bool found = false;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        found = found || strstr(text_string(&form), words[i]) != NULL;
    text_free(&form);
    if (found)
        draft_guess(
            drafting->draft, &question->remarks,
            "if it asks for consent, say so: role = consent_participation, "
            "consent_quotes or consent_contact, and consents = the code that does",
            "fragt sie nach einer Einwilligung, bitte angeben: role = "
            "consent_participation, consent_quotes oder consent_contact, und consents = "
            "die zustimmende Antwort");
}

static void draft_single(struct drafting *drafting, const struct inferred_question *inferred) {
    struct draft_question *question =
        add_alone(drafting, QUESTION_SINGLE, inferred->columns[0]);
    const enum look look = drafting->inferred->looks[inferred->columns[0]].look;
    draft_guess(drafting->draft, &question->remarks,
                look == LOOK_TICK ? "type: the answers are yes and no"
                                  : "type: few different answers come again and again",
                look == LOOK_TICK
                    ? "Typ: die Antworten sind ja und nein"
                    : "Typ: es gibt wenige verschiedene Antworten, die sich wiederholen");
    if (look == LOOK_TICK)
        remark_consent(drafting, question, heading_of(drafting, inferred->columns[0])->text);
    export_answers_of_columns(drafting->draft, drafting->language, question, drafting->table,
                              inferred);
}

static void draft_boxes(struct drafting *drafting, const struct inferred_question *inferred) {
    bool one = inferred->kind == INFERRED_SINGLE_BOXES;
    struct draft *draft = drafting->draft;
    struct draft_question *question =
        add_of_group(drafting, inferred, one ? QUESTION_SINGLE : QUESTION_MULTI);
    draft_guess(
        draft, &question->remarks,
        one ? "type: a column for each answer, and everybody ticked exactly one"
            : "type: a column for each option, which is ticked or not; where everybody "
              "answers yes or no, it is a matrix",
        one ? "Typ: eine Spalte je Antwort, und alle haben genau eine angekreuzt"
            : "Typ: eine Spalte je Antwort, angekreuzt oder nicht; wo alle Ja oder Nein "
              "sagen, ist es eine Matrix");
    for (size_t i = 0; i < inferred->count; i++)
        add_item(drafting, &question->codes, inferred->group, inferred->columns[i]);
    question->has_other = inferred->other != NO_COLUMN;
    export_answers_exclude(draft, question, drafting->table, inferred);
}

static void draft_cell(struct drafting *drafting, const struct inferred_question *inferred) {
    bool ranks = inferred->kind == INFERRED_RANK_CELL;
    struct draft_question *question =
        add_alone(drafting, ranks ? QUESTION_RANKING : QUESTION_MULTI, inferred->columns[0]);
    if (ranks)
        draft_guess(drafting->draft, &question->remarks,
                    "type: all cells hold the same parts in different orders; the first is "
                    "taken as rank 1",
                    "Typ: alle Zellen haben dieselben Teile in verschiedener Reihenfolge; der "
                    "erste gilt als Rang 1");
    else
        draft_guess(drafting->draft, &question->remarks,
                    "type: parts between '%c' come again in other cells",
                    "Typ: Teile zwischen „%c“ kommen in anderen Zellen wieder vor",
                    inferred->joined->separator);
    export_answers_of_parts(drafting->draft, drafting->language, question, drafting->table,
                            inferred);
}

static void draft_matrix(struct drafting *drafting, const struct inferred_question *inferred) {
    struct draft_question *question = add_of_group(drafting, inferred, QUESTION_MATRIX);
    draft_guess(drafting->draft, &question->remarks,
                "type: %zu columns that begin alike have the same answers",
                "Typ: %zu Spalten mit gleichem Anfang haben dieselben Antworten",
                inferred->count);
    for (size_t i = 0; i < inferred->count; i++)
        add_item(drafting, &question->rows, inferred->group, inferred->columns[i]);
    export_answers_of_columns(drafting->draft, drafting->language, question, drafting->table,
                              inferred);
}

static void draft_ranking(struct drafting *drafting, const struct inferred_question *inferred) {
    struct draft_question *question = add_of_group(drafting, inferred, QUESTION_RANKING);
    if (inferred->kind == INFERRED_RANK_ITEMS) {
        draft_guess(drafting->draft, &question->remarks,
                    "type: the cells of each record are 1, 2, 3 ...; 1 is taken as the first "
                    "place",
                    "Typ: die Zellen jedes Datensatzes sind 1, 2, 3 ...; 1 gilt als erster "
                    "Platz");
        for (size_t i = 0; i < inferred->count; i++)
            add_item(drafting, &question->codes, inferred->group, inferred->columns[i]);
        return;
    }
    draft_guess(drafting->draft, &question->remarks, "type: a column for each rank",
                "Typ: eine Spalte je Rang");
    export_answers_of_columns(drafting->draft, drafting->language, question, drafting->table,
                              inferred);
    for (size_t i = 0; i < inferred->count; i++)
        if (drafting->inferred->looks[inferred->columns[i]].look != LOOK_EMPTY)
            question->max_choices = i + 1;
    if (question->max_choices >= question->codes.count)
        question->max_choices = 0;
}

static void draft_number(struct drafting *drafting, const struct inferred_question *inferred) {
    size_t column = inferred->columns[0];
    struct draft_question *question = add_alone(drafting, QUESTION_NUMBER, column);
    export_number_limits(drafting->draft, question, &drafting->inferred->looks[column]);
}

static void draft_text(struct drafting *drafting, const struct inferred_question *inferred) {
    struct draft_question *question = add_alone(drafting, QUESTION_TEXT, inferred->columns[0]);
    draft_guess(
        drafting->draft, &question->remarks,
        "type: the answers differ, or are too few to tell; if it was a choice, name its "
        "options",
        "Typ: die Antworten sind verschieden oder zu wenige; war es eine Auswahl, bitte "
        "die Antworten nennen");
}

/* Fields that are asked one after the other are one question. */
static void draft_contact(struct drafting *drafting, const struct inferred_question *inferred) {
    struct draft *draft = drafting->draft;
    const struct stem_heading *heading = heading_of(drafting, inferred->columns[0]);
    if (drafting->contact == NULL) {
        drafting->contact =
            add_question(drafting, QUESTION_CONTACT, NULL,
                         export_language_is_german(drafting->table) ? "Ihre Kontaktdaten"
                                                                    : "Your contact details");
        draft_guess(draft, &drafting->contact->remarks,
                    "type: this tells who somebody is; it is kept apart from all answers",
                    "Typ: das sagt, wer jemand ist; es wird von allen Antworten getrennt "
                    "gehalten");
    }
    bool named = heading->code == NULL && is_name(heading->text);
    struct draft_code *row =
        draft_add_code(draft, &drafting->contact->rows, named ? heading->text : heading->code);
    draft_set_label(draft, &row->label, drafting->language, heading->text);
}

static void leave_out(struct drafting *drafting, const struct inferred_question *inferred) {
    static const struct {
        const char *english, *german;
    } reasons[] = {
        [LEFT_OUT_EMPTY] = {"nobody has answered it", "niemand hat darauf geantwortet"},
        [LEFT_OUT_DATE] = {"it holds dates, which no type of question has",
                           "sie enthält Tage, für die es keinen Fragetyp gibt"},
        [LEFT_OUT_ID] = {"it tells records apart and answers nothing",
                         "sie unterscheidet Datensätze und beantwortet nichts"},
        [LEFT_OUT_FORMULA] = {"the form computes it itself",
                              "das Formular rechnet sie selbst aus"},
        [LEFT_OUT_HELPER] = {"the form system adds it", "das Formularsystem fügt sie an"},
        [LEFT_OUT_SUMMARY] = {"the columns behind it have its ticks one by one",
                              "die Spalten dahinter haben ihre Kreuze einzeln"},
        [LEFT_OUT_COMMENT] = {"it is a comment beside an answer",
                              "sie ist ein Kommentar neben einer Antwort"},
    };
    /* What stands beside a question, its reader knows; and where nobody has answered yet,
     * somebody may: such a column must not be ignored in silence. */
    bool ignored = inferred->reason == LEFT_OUT_DATE || inferred->reason == LEFT_OUT_ID ||
                   inferred->reason == LEFT_OUT_FORMULA || inferred->reason == LEFT_OUT_HELPER;
    for (size_t i = 0; i < inferred->count; i++) {
        const char *heading = drafting->table->columns[inferred->columns[i]].heading;
        const char *why =
            language_pick(reasons[inferred->reason].english, reasons[inferred->reason].german);
        if (ignored)
            draft_add_phrase(drafting->draft, &drafting->draft->ignored, heading);
        if (inferred->reason == LEFT_OUT_EMPTY)
            draft_guess(drafting->draft, &drafting->draft->remarks,
                        "column %zu is no question here, '%s': %s",
                        "Spalte %zu ist hier keine Frage, „%s“: %s", inferred->columns[i] + 1,
                        heading, why);
        else
            draft_loss(
                drafting->draft, &drafting->draft->remarks, "column %zu is left out, '%s': %s",
                "Spalte %zu ist weggelassen, „%s“: %s", inferred->columns[i] + 1, heading, why);
    }
}

typedef void draft_function(struct drafting *drafting,
                            const struct inferred_question *inferred);

static draft_function *const functions[] = {
    [INFERRED_SINGLE] = draft_single,       [INFERRED_SINGLE_BOXES] = draft_boxes,
    [INFERRED_MULTI_BOXES] = draft_boxes,   [INFERRED_MULTI_CELL] = draft_cell,
    [INFERRED_MATRIX] = draft_matrix,       [INFERRED_RANK_ITEMS] = draft_ranking,
    [INFERRED_RANK_PLACES] = draft_ranking, [INFERRED_RANK_CELL] = draft_cell,
    [INFERRED_NUMBER] = draft_number,       [INFERRED_TEXT] = draft_text,
    [INFERRED_CONTACT] = draft_contact,     [INFERRED_LEFT_OUT] = leave_out,
};

/* --- the whole --- */

/* Ticks and points say nothing of a person, whatever they are headed with. */
static void ask_for_contact(const struct drafting *drafting,
                            const struct inferred_question *inferred,
                            struct draft_question *question) {
    enum look look = drafting->inferred->looks[inferred->columns[0]].look;
    const char *words = question->text.in[drafting->language];
    if (inferred->count == 1 && inferred->kind != INFERRED_CONTACT && look != LOOK_TICK &&
        look != LOOK_POINTS && contact_words_judge(words) == CONTACT_UNSURE)
        guess_ask_contact(drafting->draft, &question->remarks, words);
}

static void draft_inferred(struct drafting *drafting,
                           const struct inferred_question *inferred) {
    size_t before = drafting->draft->question_count;
    if (inferred->kind != INFERRED_CONTACT)
        drafting->contact = NULL;
    functions[inferred->kind](drafting, inferred);
    for (size_t i = before; i < drafting->draft->question_count; i++)
        ask_for_contact(drafting, inferred, drafting->draft->questions[i]);
}

static void start(struct drafting *drafting) {
    struct draft *draft = drafting->draft;
    bool german = export_language_is_german(drafting->table);
    drafting->language = (size_t)draft_language(draft, german ? "de" : "en");
    drafting->section = draft_add_section(draft, "questions");
    draft_set_label(draft, &draft->sections[drafting->section]->title, drafting->language,
                    german ? "Fragen" : "Questions");
    draft_set_label(draft, &draft->title, drafting->language, german ? "Umfrage" : "Survey");
    draft_guess(draft, &draft->remarks,
                "language, title and sections are not in an export: correct them, and add "
                "publisher, purpose and days of deletion",
                "Sprache, Titel und Abschnitte stehen in keinem Export: bitte berichtigen und "
                "Herausgeber, Zweck und Löschfristen ergänzen");
}

static size_t count_questions(const struct inferred *inferred) {
    size_t count = 0;
    for (size_t i = 0; i < inferred->count; i++)
        count += inferred->questions[i].kind != INFERRED_LEFT_OUT ? 1 : 0;
    return count;
}

/* A workbook, or a first line that some sign divides; what a document begins with is neither.
 */
bool from_export_recognises(const char *path, const char *bytes, size_t length) {
    const char *end = memchr(bytes, '\n', length);
    size_t line = end != NULL ? (size_t)(end - bytes) : length;
    bool divided = memchr(bytes, ',', line) != NULL || memchr(bytes, ';', line) != NULL ||
                   memchr(bytes, '\t', line) != NULL;
    return workbook_file_is(path) || (divided && bytes[0] != '<' && bytes[0] != '[');
}

bool from_export(struct draft *draft, const char *path, struct diag *diag) {
    const struct diag_place place = {.file = path};
    struct export_table *table = export_table_read(path, diag);
    if (table == NULL)
        return false;
    struct inferred *inferred = infer(table);
    struct drafting drafting = {.draft = draft, .table = table, .inferred = inferred};
    bool any = count_questions(inferred) > 0;
    if (!any)
        diag_add(diag, DIAG_ERROR, &place,
                 "no column with answers: draft from an export that has some",
                 "keine Spalte mit Antworten: entwerfen Sie aus einem Export, der welche hat");
    else
        start(&drafting);
    for (size_t i = 0; any && i < inferred->count; i++)
        draft_inferred(&drafting, &inferred->questions[i]);
    export_alike_complete(draft);
    inferred_free(inferred);
    export_table_free(table);
    return any;
}
