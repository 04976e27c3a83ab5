#include "form/entry.h"

#include <inttypes.h>

#include "base/number.h"
#include "form/markup.h"
#include "form/numbering.h"
#include "form/page_files.h"
#include "form/words.h"

/* What the script is told, as JSON. */
struct sheet {
    const struct questionnaire *questionnaire;
    size_t language;
    bool contacts;
    struct text *json;
};

/* What an answer is, as the script calls it. */
static const char *const answers[ANSWER_KINDS] = {
    [ANSWER_CODE] = "code",     [ANSWER_TICK] = "tick", [ANSWER_PLACE] = "place",
    [ANSWER_NUMBER] = "number", [ANSWER_TEXT] = "text", [ANSWER_FIELD] = "field",
};

/* On the page of answers is all that is no contact data: offers and seeks are counted, too. */
static bool is_on(const struct sheet *sheet, const struct question *question) {
    bool field = question_answer(question) == ANSWER_FIELD;
    if (!sheet->contacts)
        return !field;
    return field || question_is_apart(question) ||
           (question->roles & ROLE_CONSENT_PARTICIPATION) != 0;
}

/* --- JSON --- */

/* "name":"string" with a comma before it, unless it is the first of its object. */
static void add_string(const struct sheet *sheet, const char *name, const char *string) {
    if (sheet->json->bytes[sheet->json->length - 1] != '{')
        text_add(sheet->json, ",");
    text_add_format(sheet->json, "\"%s\":", name);
    markup_add_json(sheet->json, string != NULL ? string : "");
}

static void add_number(const struct sheet *sheet, const char *name, int64_t number) {
    text_add_format(sheet->json, ",\"%s\":%" PRId64, name, number);
}

static void add_true(const struct sheet *sheet, const char *name, bool holds) {
    if (holds)
        text_add_format(sheet->json, ",\"%s\":true", name);
}

static const char *label_in(const struct sheet *sheet, const struct label *label) {
    return label->in[sheet->language];
}

static void add_words(const struct sheet *sheet) {
    static const struct {
        const char *name, *english, *german;
    } words[] = {
#define ENTRY_WORD_ROW(name, english, german) {#name, english, german},
        ENTRY_WORDS(ENTRY_WORD_ROW)
#undef ENTRY_WORD_ROW
    };
    bool german = form_words_german(sheet->questionnaire, sheet->language);
    text_add(sheet->json, ",\n\"words\":{");
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        add_string(sheet, words[i].name, german ? words[i].german : words[i].english);
    text_add(sheet->json, "}");
}

static void add_option(const struct sheet *sheet, const struct question *question, size_t at) {
    const struct code *code = &question->codes->codes[at];
    text_add(sheet->json, at > 0 ? ",\n  {" : "\n  {");
    add_string(sheet, "code", code->id);
    add_number(sheet, "number", numbering_code(question, sheet->language, at));
    add_string(sheet, "label", label_in(sheet, &code->label));
    add_true(sheet, "plain", numbering_is_label(question, sheet->language, at));
    add_true(sheet, "exclusive", code->exclusive);
    add_true(sheet, "other", question->has_other && question->other == at);
    text_add(sheet->json, "}");
}

/* Don't know is an option that excludes all others. */
static void add_options(const struct sheet *sheet, const struct question *question) {
    size_t count = question->codes != NULL ? question->codes->count : 0;
    text_add(sheet->json, ",\"options\":[");
    for (size_t i = 0; i < count; i++)
        add_option(sheet, question, i);
    if (question->has_dk) {
        text_add(sheet->json, count > 0 ? ",\n  {" : "\n  {");
        add_string(sheet, "code", "dk");
        add_number(sheet, "number", numbering_dk(question, sheet->language));
        add_string(sheet, "label", label_in(sheet, &question->dk));
        add_true(sheet, "exclusive", true);
        text_add(sheet->json, "}");
    }
    text_add(sheet->json, "]");
}

static void add_rows(const struct sheet *sheet, const struct question *question) {
    if (question->row_count == 0)
        return;
    text_add(sheet->json, ",\"rows\":[");
    for (size_t i = 0; i < question->row_count; i++) {
        text_add(sheet->json, i > 0 ? ",\n  {" : "\n  {");
        add_string(sheet, "code", question->rows[i].id);
        add_string(sheet, "label", label_in(sheet, &question->rows[i].label));
        text_add(sheet->json, "}");
    }
    text_add(sheet->json, "]");
}

static void add_limits(const struct sheet *sheet, const struct question *question) {
    char buffer[NUMBER_SIZE];
    add_number(sheet, "most", (int64_t)question->max_choices);
    if (question_answer(question) == ANSWER_PLACE) {
        size_t count = question->codes->count;
        bool limited = question->max_choices > 0 && question->max_choices < count;
        add_number(sheet, "places", (int64_t)(limited ? question->max_choices : count));
    }
    if (question_answer(question) != ANSWER_NUMBER)
        return;
    add_string(sheet, "min",
               number_format_scaled(buffer, question->minimum, question->decimals));
    add_string(sheet, "max",
               number_format_scaled(buffer, question->maximum, question->decimals));
    add_number(sheet, "decimals", question->decimals);
}

/* A condition on a question that is on the other page holds there, and all are asked here. */
static void add_condition(const struct sheet *sheet, const struct condition *condition) {
    const struct question *question = condition->question;
    if (question == NULL || !is_on(sheet, question))
        return;
    text_add(sheet->json, ",\"if\":{");
    add_string(sheet, "question", question->id);
    text_add(sheet->json, ",\"codes\":[");
    for (size_t i = 0; i < condition->count; i++) {
        text_add(sheet->json, i > 0 ? "," : "");
        markup_add_json(sheet->json, question->codes->codes[condition->codes[i]].id);
    }
    if (condition->dk)
        text_add(sheet->json, condition->count > 0 ? ",\"dk\"" : "\"dk\"");
    text_add(sheet->json, "]}");
}

static void add_question(const struct sheet *sheet, const struct question *question,
                         const char *section) {
    text_add(sheet->json, "\n {");
    add_string(sheet, "id", question->id);
    /* The same number as on paper, where all questions stand. */
    add_number(sheet, "number", question - sheet->questionnaire->questions + 1);
    add_string(sheet, "answer", answers[question_answer(question)]);
    add_string(sheet, "text", label_in(sheet, &question->text));
    if (section != NULL)
        add_string(sheet, "section", section);
    if (label_present(&question->help))
        add_string(sheet, "help", label_in(sheet, &question->help));
    add_true(sheet, "required", question->required);
    if ((question->roles & ROLE_CONSENT_PARTICIPATION) != 0)
        add_string(sheet, "consents", question->codes->codes[question->consents].id);
    add_limits(sheet, question);
    add_condition(sheet, &question->asked_if);
    add_rows(sheet, question);
    add_options(sheet, question);
    text_add(sheet->json, "}");
}

/* What is on no box here still has its columns in the file, empty: a file that lacks most of a
 * questionnaire would be refused as one of another survey. */
static void add_absent(const struct sheet *sheet) {
    const struct questionnaire *questionnaire = sheet->questionnaire;
    bool first = true;
    text_add(sheet->json, ",\n\"absent\":[");
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        if (is_on(sheet, &questionnaire->questions[i]))
            continue;
        text_add(sheet->json, first ? "" : ",");
        add_question(sheet, &questionnaire->questions[i], NULL);
        first = false;
    }
    text_add(sheet->json, "]");
}

static void add_questions(const struct sheet *sheet) {
    const struct questionnaire *questionnaire = sheet->questionnaire;
    size_t section = questionnaire->section_count;
    bool first = true;
    text_add(sheet->json, ",\n\"questions\":[");
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        if (!is_on(sheet, question))
            continue;
        text_add(sheet->json, first ? "" : ",");
        add_question(sheet, question,
                     question->section != section
                         ? label_in(sheet, &questionnaire->sections[question->section].title)
                         : NULL);
        section = question->section;
        first = false;
    }
    text_add(sheet->json, "]");
}

/* The digest is that of the whole file: to be sure that what was typed before fits. */
static void add_form(const struct sheet *sheet) {
    char version[17];
    snprintf(version, sizeof version, "%.16s", sheet->questionnaire->digest);
    text_add(sheet->json, "{");
    add_string(sheet, "kind", sheet->contacts ? "contacts" : "entry");
    add_string(sheet, "survey", sheet->questionnaire->id);
    add_string(sheet, "version", version);
    add_true(sheet, "comma", form_words_german(sheet->questionnaire, sheet->language));
    add_words(sheet);
    add_questions(sheet);
    add_absent(sheet);
    text_add(sheet->json, "}");
}

/* --- the page --- */

static void write_page(const struct sheet *sheet, FILE *stream) {
    const struct questionnaire *questionnaire = sheet->questionnaire;
    size_t language = sheet->language;
    struct text page = {0}, style = {0}, script = {0}, title = {0};
    page_file_add(&style, PAGE_ENTRY_STYLE);
    page_file_add(&script, PAGE_ENTRY_SCRIPT);
    text_add_format(
        &title,
        form_word(questionnaire, language,
                  sheet->contacts ? FORM_WORD_CONTACTS_TITLE : FORM_WORD_ENTRY_TITLE),
        label_in(sheet, &questionnaire->title));
    markup_begin(&page, questionnaire->languages[language], text_string(&title), &style,
                 &script);
    text_add(&page, "<main>\n");
    markup_element(&page, "h1", "", text_string(&title));
    markup_element(&page, "p", " class=\"note\"",
                   form_word(questionnaire, language,
                             sheet->contacts ? FORM_WORD_CONTACTS_LEAD : FORM_WORD_ENTRY_LEAD));
    text_add(&page, "<noscript>");
    markup_element(&page, "p", " class=\"notice\"",
                   form_word(questionnaire, language, FORM_WORD_NO_SCRIPT));
    text_add(&page, "</noscript>\n<div id=\"place\"></div>\n<p id=\"status\" role=\"status\">"
                    "</p>\n</main>\n");
    text_add_format(&page, "<script type=\"application/json\" id=\"form\">%s</script>\n",
                    text_string(sheet->json));
    text_add_format(&page, "<script>%s</script>\n</body>\n</html>\n", text_string(&script));
    fwrite(text_string(&page), 1, page.length, stream);
    text_free(&page);
    text_free(&style);
    text_free(&script);
    text_free(&title);
}

static void write_sheet(const struct questionnaire *questionnaire, const struct manner *manner,
                        bool contacts, FILE *stream) {
    struct text json = {0};
    const struct sheet sheet = {questionnaire, manner->language, contacts, &json};
    add_form(&sheet);
    write_page(&sheet, stream);
    text_free(&json);
}

void entry_write(const struct questionnaire *questionnaire, const struct manner *manner,
                 FILE *stream) {
    write_sheet(questionnaire, manner, false, stream);
}

void entry_write_contacts(const struct questionnaire *questionnaire,
                          const struct manner *manner, FILE *stream) {
    write_sheet(questionnaire, manner, true, stream);
}
