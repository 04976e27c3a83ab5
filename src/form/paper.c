#include "form/paper.h"

#include "form/numbering.h"
#include "form/privacy.h"
#include "form/sheet.h"

enum { TEXT_LINES = 4 };

/* --- answers --- */

static void add_code(const struct sheet *sheet, const struct question *question, size_t at) {
    const struct code *code = &question->codes->codes[at];
    const char *label = sheet_label(sheet, &code->label);
    if (code->exclusive)
        label = sheet_say(sheet, FORM_WORD_ALONE, label);
    leaf_choice(sheet->leaf, numbering_code(question, sheet->language, at),
                numbering_is_label(question, sheet->language, at) ? NULL : label);
}

static void add_dk(const struct sheet *sheet, const struct question *question) {
    if (question->has_dk)
        leaf_choice(sheet->leaf, numbering_dk(question, sheet->language),
                    sheet_label(sheet, &question->dk));
}

static void add_codes(const struct sheet *sheet, const struct question *question) {
    for (size_t i = 0; i < question->codes->count; i++)
        add_code(sheet, question, i);
    add_dk(sheet, question);
    if (question->has_other)
        leaf_room(sheet->leaf, sheet_word(sheet, FORM_WORD_OTHER), 1);
}

/* The answers once, then the rows with their numbers. */
static void add_matrix(const struct sheet *sheet, const struct question *question) {
    int64_t numbers[QUESTIONNAIRE_MAX_CODES + 1];
    size_t count = question->codes->count;
    for (size_t i = 0; i < count; i++) {
        numbers[i] = numbering_code(question, sheet->language, i);
        leaf_number(sheet->leaf, numbers[i],
                    numbering_is_label(question, sheet->language, i)
                        ? NULL
                        : sheet_label(sheet, &question->codes->codes[i].label));
    }
    if (question->has_dk) {
        numbers[count] = numbering_dk(question, sheet->language);
        leaf_number(sheet->leaf, numbers[count++], sheet_label(sheet, &question->dk));
    }
    leaf_note(sheet->leaf, sheet_word(sheet, FORM_WORD_EVERY_ROW));
    for (size_t i = 0; i < question->row_count; i++)
        leaf_row(sheet->leaf, sheet_label(sheet, &question->rows[i].label), numbers, count);
}

static void add_one(const struct sheet *sheet, const struct question *question) {
    if (question_has_rows(question)) {
        add_matrix(sheet, question);
        return;
    }
    leaf_note(sheet->leaf, sheet_word(sheet, FORM_WORD_ONE));
    add_codes(sheet, question);
}

static void add_several(const struct sheet *sheet, const struct question *question) {
    leaf_note(sheet->leaf, question->max_choices > 0
                               ? sheet_say(sheet, FORM_WORD_AT_MOST, question->max_choices)
                               : sheet_word(sheet, FORM_WORD_SEVERAL));
    add_codes(sheet, question);
}

static void add_places(const struct sheet *sheet, const struct question *question) {
    size_t count = question->codes->count;
    size_t places = question->max_choices > 0 && question->max_choices < count
                        ? question->max_choices
                        : count;
    leaf_note(sheet->leaf, sheet_word(sheet, FORM_WORD_RANK));
    for (size_t i = 0; i < count; i++)
        leaf_number(sheet->leaf, numbering_code(question, sheet->language, i),
                    sheet_label(sheet, &question->codes->codes[i].label));
    for (size_t i = 1; i <= places; i++)
        leaf_blank(sheet->leaf, sheet_say(sheet, FORM_WORD_PLACE, i));
}

static void add_number(const struct sheet *sheet, const struct question *question) {
    leaf_blank(sheet->leaf, sheet_say(sheet, FORM_WORD_RANGE,
                                      sheet_limit(sheet, question, question->minimum),
                                      sheet_limit(sheet, question, question->maximum)));
    add_dk(sheet, question);
}

static void add_text(const struct sheet *sheet, const struct question *question) {
    if (!label_present(&question->help))
        leaf_note(sheet->leaf, sheet_word(sheet, FORM_WORD_NO_NAMES));
    leaf_room(sheet->leaf, "", TEXT_LINES);
}

static void add_fields(const struct sheet *sheet, const struct question *question) {
    for (size_t i = 0; i < question->row_count; i++)
        leaf_room(
            sheet->leaf,
            arena_format(sheet->arena, "%s:", sheet_label(sheet, &question->rows[i].label)), 1);
}

/* --- questions --- */

static void add_question(const struct sheet *sheet, const struct question *question) {
    static void (*const adders[ANSWER_KINDS])(const struct sheet *, const struct question *) = {
        [ANSWER_CODE] = add_one,      [ANSWER_TICK] = add_several, [ANSWER_PLACE] = add_places,
        [ANSWER_NUMBER] = add_number, [ANSWER_TEXT] = add_text,    [ANSWER_FIELD] = add_fields,
    };
    leaf_keep(sheet->leaf);
    leaf_question(
        sheet->leaf,
        arena_format(sheet->arena, "%zu. %s%s%s", sheet_number(sheet, question),
                     sheet_label(sheet, &question->text), question->required ? " " : "",
                     question->required ? sheet_word(sheet, FORM_WORD_REQUIRED) : ""));
    if (question->asked_if.question != NULL)
        leaf_say(sheet->leaf, sheet_say(sheet, FORM_WORD_ONLY_IF,
                                        sheet_number(sheet, question->asked_if.question),
                                        sheet_condition(sheet, &question->asked_if)));
    if (label_present(&question->help))
        leaf_note(sheet->leaf, sheet_label(sheet, &question->help));
    adders[question_answer(question)](sheet, question);
    leaf_keep_end(sheet->leaf);
}

/* What goes to the list of contacts, which nobody may read beside the other answers. */
static bool is_apart(const struct question *question) {
    return question_answer(question) == ANSWER_FIELD || question_is_apart(question);
}

/* Those of one sheet, under the titles of their sections; with no title where contact data have
 * their own. */
static void add_questions(const struct sheet *sheet, bool apart) {
    const struct questionnaire *questionnaire = sheet->questionnaire;
    size_t section = questionnaire->section_count;
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        if (is_apart(question) != apart)
            continue;
        if (!apart && question->section != section)
            leaf_heading(sheet->leaf,
                         sheet_label(sheet, &questionnaire->sections[question->section].title));
        section = question->section;
        add_question(sheet, question);
    }
}

static bool has_apart(const struct questionnaire *questionnaire) {
    for (size_t i = 0; i < questionnaire->question_count; i++)
        if (is_apart(&questionnaire->questions[i]))
            return true;
    return false;
}

void paper_write(const struct questionnaire *questionnaire, const struct manner *manner,
                 FILE *stream) {
    struct sheet sheet = sheet_begin(questionnaire, manner, FORM_WORD_SURVEY);
    privacy_add_notice(&sheet, true);
    leaf_say(sheet.leaf, sheet_word(&sheet, FORM_WORD_PAPER_LEAD));
    add_questions(&sheet, false);
    if (has_apart(questionnaire)) {
        leaf_sheet(sheet.leaf);
        leaf_heading(sheet.leaf, sheet_word(&sheet, FORM_WORD_CONTACT_SHEET));
        leaf_say(sheet.leaf, sheet_word(&sheet, FORM_WORD_CONTACT_PARTED));
        add_questions(&sheet, true);
    }
    leaf_say(sheet.leaf, sheet_word(&sheet, FORM_WORD_THANKS));
    sheet_end(&sheet, stream);
}
