#include "form/entry.h"

#include <inttypes.h>

#include "base/number.h"
#include "form/markup.h"
#include "form/numbering.h"
#include "form/page_files.h"
#include "form/words.h"

/* What the script is told, as JSON. */
struct entry {
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
static bool is_on(const struct entry *entry, const struct question *question) {
    bool field = question_answer(question) == ANSWER_FIELD;
    if (!entry->contacts)
        return !field;
    return field || question_is_apart(question) ||
           (question->roles & ROLE_CONSENT_PARTICIPATION) != 0;
}

/* --- JSON --- */

/* "name":"string" with a comma before it, unless it is the first of its object. */
static void add_string(const struct entry *entry, const char *name, const char *string) {
    if (entry->json->bytes[entry->json->length - 1] != '{')
        text_add(entry->json, ",");
    text_add_format(entry->json, "\"%s\":", name);
    markup_add_json(entry->json, string != NULL ? string : "");
}

static void add_number(const struct entry *entry, const char *name, int64_t number) {
    text_add_format(entry->json, ",\"%s\":%" PRId64, name, number);
}

static void add_true(const struct entry *entry, const char *name, bool holds) {
    if (holds)
        text_add_format(entry->json, ",\"%s\":true", name);
}

static const char *label_in(const struct entry *entry, const struct label *label) {
    return label->in[entry->language];
}

static void add_words(const struct entry *entry) {
    static const struct {
        const char *name, *english, *german;
    } words[] = {
#define ENTRY_WORD_ROW(name, english, german) {#name, english, german},
        ENTRY_WORDS(ENTRY_WORD_ROW)
#undef ENTRY_WORD_ROW
    };
    bool german = form_words_german(entry->questionnaire, entry->language);
    text_add(entry->json, ",\n\"words\":{");
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        add_string(entry, words[i].name, german ? words[i].german : words[i].english);
    text_add(entry->json, "}");
}

static void add_option(const struct entry *entry, const struct question *question, size_t at) {
    const struct code *code = &question->codes->codes[at];
    text_add(entry->json, at > 0 ? ",\n  {" : "\n  {");
    add_string(entry, "code", code->id);
    add_number(entry, "number", numbering_code(question, entry->language, at));
    add_string(entry, "label", label_in(entry, &code->label));
    add_true(entry, "plain", numbering_is_label(question, entry->language, at));
    add_true(entry, "exclusive", code->exclusive);
    add_true(entry, "other", question->has_other && question->other == at);
    text_add(entry->json, "}");
}

/* Don't know is an option that excludes all others. */
static void add_options(const struct entry *entry, const struct question *question) {
    size_t count = question->codes != NULL ? question->codes->count : 0;
    text_add(entry->json, ",\"options\":[");
    for (size_t i = 0; i < count; i++)
        add_option(entry, question, i);
    if (question->has_dk) {
        text_add(entry->json, count > 0 ? ",\n  {" : "\n  {");
        add_string(entry, "code", "dk");
        add_number(entry, "number", numbering_dk(question, entry->language));
        add_string(entry, "label", label_in(entry, &question->dk));
        add_true(entry, "exclusive", true);
        text_add(entry->json, "}");
    }
    text_add(entry->json, "]");
}

static void add_rows(const struct entry *entry, const struct question *question) {
    if (question->row_count == 0)
        return;
    text_add(entry->json, ",\"rows\":[");
    for (size_t i = 0; i < question->row_count; i++) {
        text_add(entry->json, i > 0 ? ",\n  {" : "\n  {");
        add_string(entry, "code", question->rows[i].id);
        add_string(entry, "label", label_in(entry, &question->rows[i].label));
        text_add(entry->json, "}");
    }
    text_add(entry->json, "]");
}

static void add_limits(const struct entry *entry, const struct question *question) {
    char buffer[NUMBER_SIZE];
    add_number(entry, "most", (int64_t)question->max_choices);
    if (question_answer(question) == ANSWER_PLACE) {
        size_t count = question->codes->count;
        bool limited = question->max_choices > 0 && question->max_choices < count;
        add_number(entry, "places", (int64_t)(limited ? question->max_choices : count));
    }
    if (question_answer(question) != ANSWER_NUMBER)
        return;
    add_string(entry, "min",
               number_format_scaled(buffer, question->minimum, question->decimals));
    add_string(entry, "max",
               number_format_scaled(buffer, question->maximum, question->decimals));
    add_number(entry, "decimals", question->decimals);
}

/* A condition on a question that is on the other page holds there, and all are asked here. */
static void add_condition(const struct entry *entry, const struct condition *condition) {
    const struct question *question = condition->question;
    if (question == NULL || !is_on(entry, question))
        return;
    text_add(entry->json, ",\"if\":{");
    add_string(entry, "question", question->id);
    text_add(entry->json, ",\"codes\":[");
    for (size_t i = 0; i < condition->count; i++) {
        text_add(entry->json, i > 0 ? "," : "");
        markup_add_json(entry->json, question->codes->codes[condition->codes[i]].id);
    }
    if (condition->dk)
        text_add(entry->json, condition->count > 0 ? ",\"dk\"" : "\"dk\"");
    text_add(entry->json, "]}");
}

static void add_question(const struct entry *entry, const struct question *question,
                         const char *section) {
    text_add(entry->json, "\n {");
    add_string(entry, "id", question->id);
    /* The same number as on paper, where all questions stand. */
    add_number(entry, "number", question - entry->questionnaire->questions + 1);
    add_string(entry, "answer", answers[question_answer(question)]);
    add_string(entry, "text", label_in(entry, &question->text));
    if (section != NULL)
        add_string(entry, "section", section);
    if (label_present(&question->help))
        add_string(entry, "help", label_in(entry, &question->help));
    add_true(entry, "required", question->required);
    if ((question->roles & ROLE_CONSENT_PARTICIPATION) != 0)
        add_string(entry, "consents", question->codes->codes[question->consents].id);
    add_limits(entry, question);
    add_condition(entry, &question->asked_if);
    add_rows(entry, question);
    add_options(entry, question);
    text_add(entry->json, "}");
}

/* What is on no box here still has its columns in the file, empty: a file that lacks most of a
 * questionnaire would be refused as one of another survey. */
static void add_absent(const struct entry *entry) {
    const struct questionnaire *questionnaire = entry->questionnaire;
    bool first = true;
    text_add(entry->json, ",\n\"absent\":[");
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        if (is_on(entry, &questionnaire->questions[i]))
            continue;
        text_add(entry->json, first ? "" : ",");
        add_question(entry, &questionnaire->questions[i], NULL);
        first = false;
    }
    text_add(entry->json, "]");
}

static void add_questions(const struct entry *entry) {
    const struct questionnaire *questionnaire = entry->questionnaire;
    size_t section = questionnaire->section_count;
    bool first = true;
    text_add(entry->json, ",\n\"questions\":[");
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        if (!is_on(entry, question))
            continue;
        text_add(entry->json, first ? "" : ",");
        add_question(entry, question,
                     question->section != section
                         ? label_in(entry, &questionnaire->sections[question->section].title)
                         : NULL);
        section = question->section;
        first = false;
    }
    text_add(entry->json, "]");
}

/* The digest is that of the whole file: to be sure that what was typed before fits. */
static void add_form(const struct entry *entry) {
    char version[17];
    snprintf(version, sizeof version, "%.16s", entry->questionnaire->digest);
    text_add(entry->json, "{");
    add_string(entry, "kind", entry->contacts ? "contacts" : "entry");
    add_string(entry, "survey", entry->questionnaire->id);
    add_string(entry, "version", version);
    add_true(entry, "comma", form_words_german(entry->questionnaire, entry->language));
    add_words(entry);
    add_questions(entry);
    add_absent(entry);
    text_add(entry->json, "}");
}

/* --- the page --- */

static void write_page(const struct entry *entry, FILE *stream) {
    const struct questionnaire *questionnaire = entry->questionnaire;
    size_t language = entry->language;
    struct text page = {0}, style = {0}, script = {0}, title = {0};
    page_file_add(&style, PAGE_ENTRY_STYLE);
    page_file_add(&script, PAGE_ENTRY_SCRIPT);
    text_add_format(
        &title,
        form_word(questionnaire, language,
                  entry->contacts ? FORM_WORD_CONTACTS_TITLE : FORM_WORD_ENTRY_TITLE),
        label_in(entry, &questionnaire->title));
    markup_begin(&page, questionnaire->languages[language], text_string(&title), &style,
                 &script);
    text_add(&page, "<main>\n");
    markup_element(&page, "h1", "", text_string(&title));
    markup_element(&page, "p", " class=\"note\"",
                   form_word(questionnaire, language,
                             entry->contacts ? FORM_WORD_CONTACTS_LEAD : FORM_WORD_ENTRY_LEAD));
    text_add(&page, "<noscript>");
    markup_element(&page, "p", " class=\"notice\"",
                   form_word(questionnaire, language, FORM_WORD_NO_SCRIPT));
    text_add(&page, "</noscript>\n<div id=\"place\"></div>\n<p id=\"status\" role=\"status\">"
                    "</p>\n</main>\n");
    text_add_format(&page, "<script type=\"application/json\" id=\"form\">%s</script>\n",
                    text_string(entry->json));
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
    const struct entry entry = {questionnaire, manner->language, contacts, &json};
    add_form(&entry);
    write_page(&entry, stream);
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
