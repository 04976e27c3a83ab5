#include "form/sheet.h"

#include <stdarg.h>
#include <string.h>

#include "base/diag.h"
#include "base/number.h"
#include "base/text.h"
#include "form/numbering.h"
#include "wording/voice.h"

/* Dates are in the words of the reports; where those cannot be had, as the questionnaire has
 * them. */
static struct catalogue *load_catalogue(const struct sheet *sheet) {
    bool german = form_words_german(sheet->questionnaire, sheet->language);
    struct diag *diag = diag_new(stderr);
    struct catalogue *catalogue = catalogue_load_language(german ? "de" : "en", NULL, diag);
    diag_finish(diag);
    diag_free(diag);
    return catalogue;
}

struct sheet sheet_begin(const struct questionnaire *questionnaire, const struct manner *manner,
                         enum form_word format) {
    struct sheet sheet = {questionnaire, manner->language, arena_new(), NULL, NULL};
    sheet.catalogue = load_catalogue(&sheet);
    const char *title = sheet_say(&sheet, format, sheet_label(&sheet, &questionnaire->title));
    sheet.leaf = leaf_open(manner->html, questionnaire->languages[manner->language], title);
    leaf_title(sheet.leaf, title);
    return sheet;
}

void sheet_end(struct sheet *sheet, FILE *stream) {
    leaf_close(sheet->leaf, stream);
    catalogue_free(sheet->catalogue);
    arena_free(sheet->arena);
}

const char *sheet_word(const struct sheet *sheet, enum form_word word) {
    return form_word(sheet->questionnaire, sheet->language, word);
}

const char *sheet_say(const struct sheet *sheet, enum form_word word, ...) {
    struct text text = {0};
    va_list arguments;
    va_start(arguments, word);
    text_add_format_list(&text, sheet_word(sheet, word), arguments);
    va_end(arguments);
    const char *said = arena_copy(sheet->arena, text_string(&text));
    text_free(&text);
    return said;
}

const char *sheet_label(const struct sheet *sheet, const struct label *label) {
    const char *string = label->in[sheet->language];
    return string != NULL ? string : "";
}

const char *sheet_date(const struct sheet *sheet, const char *day) {
    const struct voice voice = {sheet->catalogue, sheet->arena};
    return sheet->catalogue != NULL ? voice_date(&voice, day) : day;
}

size_t sheet_number(const struct sheet *sheet, const struct question *question) {
    return (size_t)(question - sheet->questionnaire->questions) + 1;
}

static void add_answer(const struct sheet *sheet, struct text *text, int64_t number,
                       const struct label *label) {
    if (text->length > 0)
        text_add(text, sheet_word(sheet, FORM_WORD_OR));
    text_add_format(text, "%lld %s", (long long)number, sheet_label(sheet, label));
}

const char *sheet_condition(const struct sheet *sheet, const struct condition *condition) {
    const struct question *question = condition->question;
    struct text text = {0};
    for (size_t i = 0; i < condition->count; i++)
        add_answer(sheet, &text, numbering_code(question, sheet->language, condition->codes[i]),
                   &question->codes->codes[condition->codes[i]].label);
    if (condition->dk)
        add_answer(sheet, &text, numbering_dk(question, sheet->language), &question->dk);
    const char *said = arena_copy(sheet->arena, text_string(&text));
    text_free(&text);
    return said;
}

const char *sheet_limit(const struct sheet *sheet, const struct question *question,
                        int64_t value) {
    char buffer[NUMBER_SIZE];
    char *limit =
        arena_copy(sheet->arena, number_format_scaled(buffer, value, question->decimals));
    char *point = strchr(limit, '.');
    if (point != NULL && form_words_german(sheet->questionnaire, sheet->language))
        *point = ',';
    return limit;
}
