#include "form/privacy.h"

#include <inttypes.h>

#include "base/text.h"
#include "survey/deletion.h"

/* --- what is missing --- */

static const char *gap(const struct sheet *sheet, enum form_word name) {
    return sheet_say(sheet, FORM_WORD_GAP, sheet_word(sheet, name));
}

static const char *or_gap(const struct sheet *sheet, const struct label *label,
                          enum form_word name) {
    return label_present(label) ? sheet_label(sheet, label) : gap(sheet, name);
}

static const char *day_or_gap(const struct sheet *sheet, enum deletion deletion) {
    const char *day = deletion_day(sheet->questionnaire, deletion);
    if (day != NULL)
        return sheet_date(sheet, day);
    return gap(sheet, deletion == DELETION_RAW ? FORM_WORD_DELETION_DAY
                                               : FORM_WORD_DELETION_DAY_CONTACT);
}

static const char *text_or_gap(const struct sheet *sheet, enum privacy_text text) {
    static const enum form_word names[PRIVACY_TEXTS] = {
#define NAME(identifier, key) [PRIVACY_##identifier] = FORM_WORD_##identifier,
        PRIVACY_TEXT_LIST(NAME)
#undef NAME
    };
    return or_gap(sheet, &sheet->questionnaire->privacy_texts[text], names[text]);
}

static void add_fact(const struct sheet *sheet, enum form_word name, const char *string) {
    struct text lead = {0};
    text_add_format(&lead, "%s:", sheet_word(sheet, name));
    leaf_fact(sheet->leaf, text_string(&lead), string);
    text_free(&lead);
}

static void add_text(const struct sheet *sheet, enum form_word name, enum privacy_text text) {
    add_fact(sheet, name, text_or_gap(sheet, text));
}

static void add_controller(const struct sheet *sheet) {
    add_fact(sheet, FORM_WORD_CONTROLLER,
             or_gap(sheet, &sheet->questionnaire->controller, FORM_WORD_CONTROLLER));
    add_text(sheet, FORM_WORD_DPO, PRIVACY_DPO);
    add_fact(sheet, FORM_WORD_PURPOSE,
             or_gap(sheet, &sheet->questionnaire->purpose, FORM_WORD_PURPOSE));
    add_text(sheet, FORM_WORD_LEGAL_BASIS, PRIVACY_LEGAL_BASIS);
}

static void add_others(const struct sheet *sheet) {
    add_text(sheet, FORM_WORD_RECIPIENTS, PRIVACY_RECIPIENTS);
    add_text(sheet, FORM_WORD_PROCESSOR, PRIVACY_PROCESSOR);
    add_text(sheet, FORM_WORD_THIRD_COUNTRY, PRIVACY_THIRD_COUNTRY);
}

/* --- the notice --- */

/* "fünf"; digits beyond twelve. */
static const char *in_words(const struct sheet *sheet, int64_t number) {
    static const char *const english[] = {"three", "four", "five", "six",    "seven",
                                          "eight", "nine", "ten",  "eleven", "twelve"},
                             *const german[] = {"drei", "vier", "fünf", "sechs", "sieben",
                                                "acht", "neun", "zehn", "elf",   "zwölf"};
    enum { FIRST = 3, LAST = 12 };
    if (number < FIRST || number > LAST)
        return arena_format(sheet->arena, "%" PRId64, number);
    const char *const *words =
        form_words_german(sheet->questionnaire, sheet->language) ? german : english;
    return words[number - FIRST];
}

static const char *say_contacts(const struct sheet *sheet, const char *raw, bool on_sheets) {
    const char *day = day_or_gap(sheet, DELETION_CONTACT);
    if (on_sheets)
        return sheet_say(sheet, FORM_WORD_HOW_LONG_SHEETS, day);
    return sheet_say(sheet, FORM_WORD_HOW_LONG_CONTACTS, raw, day);
}

void privacy_add_notice(const struct sheet *sheet, bool on_sheets) {
    const struct questionnaire *questionnaire = sheet->questionnaire;
    const char *raw = day_or_gap(sheet, DELETION_RAW);
    leaf_heading(sheet->leaf, sheet_word(sheet, FORM_WORD_NOTICE_TITLE));
    leaf_say(sheet->leaf,
             sheet_say(sheet, FORM_WORD_WHO_SEES, text_or_gap(sheet, PRIVACY_READERS),
                       in_words(sheet, questionnaire->min_group)));
    add_controller(sheet);
    add_others(sheet);
    add_fact(sheet, FORM_WORD_HOW_LONG, sheet_say(sheet, FORM_WORD_HOW_LONG_ANSWERS, raw));
    if (questionnaire_answered(questionnaire, ANSWER_FIELD) != NULL)
        leaf_say(sheet->leaf, say_contacts(sheet, raw, on_sheets));
    add_fact(sheet, FORM_WORD_RIGHTS, sheet_word(sheet, FORM_WORD_RIGHTS_TEXT));
    add_text(sheet, FORM_WORD_RIGHTS_CONTACT, PRIVACY_RIGHTS_CONTACT);
    add_text(sheet, FORM_WORD_COMPLAINT, PRIVACY_AUTHORITY);
    leaf_say(sheet->leaf, sheet_word(sheet, FORM_WORD_VOLUNTARY));
}

/* --- the record of processing --- */

static void add_part(struct text *text, const char *string) {
    text_add_format(text, "%s%s", text->length > 0 ? "; " : "", string);
}

/* The fields of all questions for contact data. */
static const char *contact_fields(const struct sheet *sheet) {
    const struct questionnaire *questionnaire = sheet->questionnaire;
    struct text text = {0};
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        for (size_t k = 0; k < question->row_count; k++)
            if (question_answer(question) == ANSWER_FIELD)
                text_add_format(&text, "%s%s", text.length > 0 ? ", " : "",
                                sheet_label(sheet, &question->rows[k].label));
    }
    const char *fields = arena_copy(sheet->arena, text_string(&text));
    text_free(&text);
    return fields;
}

static const char *subject(const struct sheet *sheet, const struct question *question) {
    return sheet_label(sheet, label_present(&question->subject) ? &question->subject
                                                                : &question->text);
}

static const char *kinds_of_data(const struct sheet *sheet) {
    const struct questionnaire *questionnaire = sheet->questionnaire;
    struct text text = {0}, sensitive = {0};
    size_t coded = 0, texts = 0;
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        coded += question_answer(question) != ANSWER_FIELD;
        texts += question_answer(question) == ANSWER_TEXT || question->has_other;
        if ((question->roles & ROLE_SENSITIVE) != 0)
            text_add_format(&sensitive, "%s%s", sensitive.length > 0 ? ", " : "",
                            subject(sheet, question));
    }
    add_part(&text, sheet_say(sheet, FORM_WORD_RECORD_CODED, coded));
    if (texts > 0)
        add_part(&text, sheet_say(sheet, FORM_WORD_RECORD_TEXTS, texts));
    if (sensitive.length > 0)
        add_part(&text, sheet_say(sheet, FORM_WORD_RECORD_SENSITIVE, text_string(&sensitive)));
    if (questionnaire_answered(questionnaire, ANSWER_FIELD) != NULL)
        add_part(&text, sheet_say(sheet, FORM_WORD_RECORD_CONTACT, contact_fields(sheet)));
    const char *kinds = arena_copy(sheet->arena, text_string(&text));
    text_free(&text);
    text_free(&sensitive);
    return kinds;
}

static void add_record(const struct sheet *sheet) {
    const struct questionnaire *questionnaire = sheet->questionnaire;
    leaf_sheet(sheet->leaf);
    leaf_heading(sheet->leaf, sheet_word(sheet, FORM_WORD_RECORD_TITLE));
    add_fact(sheet, FORM_WORD_RECORD_NAME,
             sheet_say(sheet, FORM_WORD_RECORD_NAME_TEXT,
                       sheet_label(sheet, &questionnaire->title)));
    add_controller(sheet);
    add_fact(sheet, FORM_WORD_RECORD_PERSONS,
             label_present(&questionnaire->audience)
                 ? sheet_label(sheet, &questionnaire->audience)
                 : sheet_word(sheet, FORM_WORD_RECORD_PERSONS_TEXT));
    add_fact(sheet, FORM_WORD_RECORD_DATA, kinds_of_data(sheet));
    add_others(sheet);
    add_fact(sheet, FORM_WORD_RECORD_DELETION,
             sheet_word(sheet, FORM_WORD_RECORD_DELETION_TEXT));
    add_fact(sheet, FORM_WORD_RECORD_MEASURES,
             sheet_word(sheet, FORM_WORD_RECORD_MEASURES_TEXT));
}

/* --- files --- */

/* What a run keeps in internal/; which day holds for each, nachlese(1) decides. */
static const struct kept_file {
    const char *name;
    enum deletion until;
} kept_files[] = {
    {"internal/answers.csv", DELETION_RAW},     {"internal/exchange.csv", DELETION_RAW},
    {"internal/rejects.csv", DELETION_RAW},     {"internal/bindings.csv", DELETION_RAW},
    {"internal/quotes.csv", DELETION_RAW},      {"internal/release.txt", DELETION_RAW},
    {"internal/released.csv", DELETION_RAW},    {"internal/results.csv", DELETION_RAW},
    {"internal/audit.csv", DELETION_RAW},       {"internal/releases.csv", DELETION_RAW},
    {"internal/withdrawals.csv", DELETION_RAW}, {"internal/contacts.csv", DELETION_CONTACT},
};

static void add_file(const struct sheet *sheet, const char *name, enum deletion until) {
    leaf_fact(sheet->leaf, arena_format(sheet->arena, "%s:", name),
              sheet_say(sheet, FORM_WORD_FILES_UNTIL, day_or_gap(sheet, until)));
}

static void add_files(const struct sheet *sheet) {
    leaf_heading(sheet->leaf, sheet_word(sheet, FORM_WORD_FILES_TITLE));
    add_file(sheet, sheet_word(sheet, FORM_WORD_FILES_FORM), DELETION_RAW);
    add_file(sheet, sheet_word(sheet, FORM_WORD_FILES_EXPORT), DELETION_RAW);
    for (size_t i = 0; i < sizeof kept_files / sizeof kept_files[0]; i++)
        add_file(sheet, kept_files[i].name, kept_files[i].until);
    leaf_say(sheet->leaf, sheet_word(sheet, FORM_WORD_FILES_REPORT));
    leaf_note(sheet->leaf, sheet_word(sheet, FORM_WORD_NOT_LEGAL_ADVICE));
}

void privacy_write(const struct questionnaire *questionnaire, const struct manner *manner,
                   FILE *stream) {
    struct sheet sheet = sheet_begin(questionnaire, manner, FORM_WORD_SURVEY);
    privacy_add_notice(&sheet, false);
    add_record(&sheet);
    add_files(&sheet);
    sheet_end(&sheet, stream);
}
