#include "form/phone.h"

#include "form/numbering.h"
#include "form/privacy.h"
#include "form/sheet.h"

enum { TEXT_LINES = 4 };

/* --- answers --- */

/* Don't know is not offered: it is noted where somebody says so. */
static void add_codes(const struct sheet *sheet, const struct question *question) {
    size_t count = question->codes != NULL ? question->codes->count : 0;
    for (size_t i = 0; i < count; i++) {
        const char *label = sheet_label(sheet, &question->codes->codes[i].label);
        leaf_number(sheet->leaf, numbering_code(question, sheet->language, i),
                    numbering_is_label(question, sheet->language, i) ? NULL : label);
    }
    if (question->has_dk)
        leaf_number(sheet->leaf, numbering_dk(question, sheet->language),
                    arena_format(sheet->arena, "(%s)", sheet_label(sheet, &question->dk)));
}

static void add_blank(const struct sheet *sheet, enum form_word word) {
    leaf_blank(sheet->leaf, sheet_word(sheet, word));
}

static void add_other(const struct sheet *sheet, const struct question *question) {
    if (question->has_other)
        leaf_room(sheet->leaf, sheet_word(sheet, FORM_WORD_OTHER), 1);
}

static void add_one(const struct sheet *sheet, const struct question *question) {
    if (!question_has_rows(question)) {
        add_codes(sheet, question);
        add_blank(sheet, FORM_WORD_PHONE_NUMBER);
        add_other(sheet, question);
        return;
    }
    leaf_note(sheet->leaf, sheet_word(sheet, FORM_WORD_PHONE_ROWS));
    add_codes(sheet, question);
    for (size_t i = 0; i < question->row_count; i++)
        leaf_blank(sheet->leaf, arena_format(sheet->arena, "» %s:",
                                             sheet_label(sheet, &question->rows[i].label)));
}

static void add_several(const struct sheet *sheet, const struct question *question) {
    leaf_say(sheet->leaf,
             arena_format(sheet->arena, "» %s",
                          question->max_choices > 0
                              ? sheet_say(sheet, FORM_WORD_AT_MOST, question->max_choices)
                              : sheet_word(sheet, FORM_WORD_SEVERAL)));
    add_codes(sheet, question);
    add_blank(sheet, FORM_WORD_PHONE_NUMBERS);
    add_other(sheet, question);
}

static void add_places(const struct sheet *sheet, const struct question *question) {
    size_t count = question->codes->count;
    size_t places = question->max_choices > 0 && question->max_choices < count
                        ? question->max_choices
                        : count;
    leaf_say(sheet->leaf, sheet_say(sheet, FORM_WORD_PHONE_RANK, places));
    add_codes(sheet, question);
    for (size_t i = 1; i <= places; i++)
        leaf_blank(sheet->leaf, sheet_say(sheet, FORM_WORD_PLACE, i));
}

static void add_number(const struct sheet *sheet, const struct question *question) {
    add_codes(sheet, question);
    leaf_blank(sheet->leaf, sheet_say(sheet, FORM_WORD_RANGE,
                                      sheet_limit(sheet, question, question->minimum),
                                      sheet_limit(sheet, question, question->maximum)));
}

static void add_text(const struct sheet *sheet, const struct question *question) {
    (void)question;
    leaf_room(sheet->leaf, sheet_word(sheet, FORM_WORD_PHONE_WORDS), TEXT_LINES);
}

static void add_fields(const struct sheet *sheet, const struct question *question) {
    for (size_t i = 0; i < question->row_count; i++)
        leaf_room(
            sheet->leaf,
            arena_format(sheet->arena, "» %s:", sheet_label(sheet, &question->rows[i].label)),
            1);
}

/* --- questions --- */

static void add_question(const struct sheet *sheet, const struct question *question) {
    static void (*const adders[ANSWER_KINDS])(const struct sheet *, const struct question *) = {
        [ANSWER_CODE] = add_one,      [ANSWER_TICK] = add_several, [ANSWER_PLACE] = add_places,
        [ANSWER_NUMBER] = add_number, [ANSWER_TEXT] = add_text,    [ANSWER_FIELD] = add_fields,
    };
    leaf_keep(sheet->leaf);
    if (question->asked_if.question != NULL)
        leaf_note(sheet->leaf, sheet_say(sheet, FORM_WORD_PHONE_ONLY_IF,
                                         sheet_number(sheet, question->asked_if.question),
                                         sheet_condition(sheet, &question->asked_if)));
    leaf_question(sheet->leaf,
                  arena_format(sheet->arena, "» %zu. %s", sheet_number(sheet, question),
                               sheet_label(sheet, &question->text)));
    if (label_present(&question->help))
        leaf_say(sheet->leaf,
                 arena_format(sheet->arena, "» %s", sheet_label(sheet, &question->help)));
    adders[question_answer(question)](sheet, question);
    leaf_keep_end(sheet->leaf);
}

static void add_consent(const struct sheet *sheet, const struct question *consent) {
    if (consent == NULL)
        return;
    leaf_heading(sheet->leaf, sheet_word(sheet, FORM_WORD_PHONE_CONSENT));
    add_question(sheet, consent);
    leaf_say(sheet->leaf,
             sheet_say(sheet, FORM_WORD_PHONE_STOP,
                       sheet_label(sheet, &consent->codes->codes[consent->consents].label)));
}

static bool is_apart(const struct question *question) {
    return question_answer(question) == ANSWER_FIELD || question_is_apart(question);
}

static void add_questions(const struct sheet *sheet, const struct question *consent,
                          bool apart) {
    const struct questionnaire *questionnaire = sheet->questionnaire;
    size_t section = questionnaire->section_count;
    bool any = false;
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        if (question == consent || is_apart(question) != apart)
            continue;
        if (apart && !any) {
            leaf_sheet(sheet->leaf);
            leaf_heading(sheet->leaf, sheet_word(sheet, FORM_WORD_CONTACT_SHEET));
            leaf_say(sheet->leaf, sheet_word(sheet, FORM_WORD_CONTACT_PARTED));
        } else if (!apart && question->section != section) {
            leaf_heading(sheet->leaf,
                         sheet_label(sheet, &questionnaire->sections[question->section].title));
        }
        section = question->section;
        any = true;
        add_question(sheet, question);
    }
}

void phone_write(const struct questionnaire *questionnaire, const struct manner *manner,
                 FILE *stream) {
    struct sheet sheet = sheet_begin(questionnaire, manner, FORM_WORD_PHONE_TITLE);
    const struct question *consent =
        questionnaire_role(questionnaire, ROLE_CONSENT_PARTICIPATION);
    const struct label *caller = label_present(&questionnaire->controller)
                                     ? &questionnaire->controller
                                     : &questionnaire->publisher;
    leaf_say(sheet.leaf, sheet_word(&sheet, FORM_WORD_PHONE_LEAD));
    leaf_room(sheet.leaf, sheet_word(&sheet, FORM_WORD_PHONE_NOTED_BY), 1);
    leaf_room(sheet.leaf, sheet_word(&sheet, FORM_WORD_PHONE_NOTED_ON), 1);
    leaf_say(sheet.leaf, sheet_say(&sheet, FORM_WORD_PHONE_GREETING,
                                   label_present(caller)
                                       ? sheet_label(&sheet, caller)
                                       : sheet_say(&sheet, FORM_WORD_GAP,
                                                   sheet_word(&sheet, FORM_WORD_CONTROLLER)),
                                   sheet_label(&sheet, &questionnaire->title)));
    leaf_note(sheet.leaf, sheet_word(&sheet, FORM_WORD_PHONE_NOTICE));
    privacy_add_notice(&sheet, true);
    add_consent(&sheet, consent);
    add_questions(&sheet, consent, false);
    add_questions(&sheet, consent, true);
    leaf_say(sheet.leaf, sheet_word(&sheet, FORM_WORD_PHONE_END));
    sheet_end(&sheet, stream);
}
