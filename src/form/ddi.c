#include "form/ddi.h"

#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "form/markup.h"

struct ddi {
    const struct questionnaire *questionnaire;
    struct text *xml;
};

/* The element once in each language that has the label. */
static void add_label(const struct ddi *ddi, const char *tag, const char *attributes,
                      const struct label *label) {
    struct text all = {0};
    for (size_t i = 0; i < ddi->questionnaire->language_count; i++) {
        if (label->in[i] == NULL)
            continue;
        text_clear(&all);
        text_add_format(&all, "%s xml:lang=\"%s\"", attributes,
                        ddi->questionnaire->languages[i]);
        markup_element(ddi->xml, tag, text_string(&all), label->in[i]);
    }
    text_free(&all);
}

/* --- the study --- */

static void add_date(const struct ddi *ddi, const char *event, const char *day) {
    if (day != NULL)
        text_add_format(ddi->xml, "<collDate event=\"%s\" date=\"%s\"/>\n", event, day);
}

/* The first language is that of the whole; titles in others are parallel ones. */
static void add_title(const struct ddi *ddi) {
    const struct questionnaire *questionnaire = ddi->questionnaire;
    struct label parallel = questionnaire->title;
    parallel.in[0] = NULL;
    text_add(ddi->xml, "<titlStmt>\n");
    markup_element(ddi->xml, "titl", "", questionnaire->title.in[0]);
    add_label(ddi, "parTitl", "", &parallel);
    markup_element(ddi->xml, "IDNo", "", questionnaire->id);
    text_add(ddi->xml, "</titlStmt>\n");
}

static void add_study(const struct ddi *ddi) {
    const struct questionnaire *questionnaire = ddi->questionnaire;
    text_add(ddi->xml, "<stdyDscr>\n<citation>\n");
    add_title(ddi);
    if (label_present(&questionnaire->publisher)) {
        text_add(ddi->xml, "<prodStmt>\n");
        add_label(ddi, "producer", "", &questionnaire->publisher);
        text_add(ddi->xml, "</prodStmt>\n");
    }
    text_add(ddi->xml, "</citation>\n<stdyInfo>\n<sumDscr>\n");
    add_date(ddi, "start", questionnaire->field_from);
    add_date(ddi, "end", questionnaire->field_to);
    add_label(ddi, "universe", "", &questionnaire->audience);
    text_add(ddi->xml, "</sumDscr>\n</stdyInfo>\n</stdyDscr>\n");
}

/* --- variables --- */

static bool is_described(const struct question *question) {
    return question_answer(question) != ANSWER_FIELD;
}

static size_t position(const struct ddi *ddi, const struct variable *variable) {
    return (size_t)(variable - ddi->questionnaire->variables) + 1;
}

static void add_category(const struct ddi *ddi, const char *value, const struct label *label,
                         bool missing) {
    text_add(ddi->xml, missing ? "<catgry missing=\"Y\">\n" : "<catgry>\n");
    markup_element(ddi->xml, "catValu", "", value);
    add_label(ddi, "labl", "", label);
    text_add(ddi->xml, "</catgry>\n");
}

static void add_categories(const struct ddi *ddi, const struct variable *variable) {
    const struct question *question = variable->question;
    static const struct label nothing = {{NULL}};
    if (variable->kind == ANSWER_CODE)
        for (size_t i = 0; i < question->codes->count; i++)
            add_category(ddi, question->codes->codes[i].id, &question->codes->codes[i].label,
                         false);
    if (variable->kind == ANSWER_TICK) {
        add_category(ddi, "0", &nothing, false);
        add_category(ddi, "1", &question_item(question, variable->item)->label, false);
    }
    if (question->has_dk && variable->kind != ANSWER_TEXT)
        add_category(ddi, "dk", &question->dk, true);
}

/* Who is asked, by the codes: "place = village, other". */
static void add_condition(const struct ddi *ddi, const struct condition *condition) {
    struct text who = {0};
    if (condition->question == NULL)
        return;
    text_add_format(&who, "%s =", condition->question->id);
    for (size_t i = 0; i < condition->count; i++)
        text_add_format(&who, "%s %s", i > 0 ? "," : "",
                        condition->question->codes->codes[condition->codes[i]].id);
    if (condition->dk)
        text_add_format(&who, "%s dk", condition->count > 0 ? "," : "");
    markup_element(ddi->xml, "universe", "", text_string(&who));
    text_free(&who);
}

static void add_question(const struct ddi *ddi, const struct question *question) {
    text_add(ddi->xml, "<qstn>\n");
    add_label(ddi, "qstnLit", "", &question->text);
    add_label(ddi, "ivuInstr", "", &question->help);
    text_add(ddi->xml, "</qstn>\n");
}

static void add_range(const struct ddi *ddi, const struct question *question) {
    char from[NUMBER_SIZE], to[NUMBER_SIZE];
    text_add_format(ddi->xml, "<valrng><range min=\"%s\" max=\"%s\"/></valrng>\n",
                    number_format_scaled(from, question->minimum, question->decimals),
                    number_format_scaled(to, question->maximum, question->decimals));
}

static void add_variable(const struct ddi *ddi, const struct variable *variable) {
    const struct question *question = variable->question;
    const struct code *item = question_item(question, variable->item);
    bool number = variable->kind == ANSWER_NUMBER, own_words = variable->kind == ANSWER_TEXT;
    text_add_format(ddi->xml, "<var ID=\"V%zu\" name=\"%s\" intrvl=\"%s\"",
                    position(ddi, variable), variable->name, number ? "contin" : "discrete");
    if (number)
        text_add_format(ddi->xml, " dcml=\"%d\"", question->decimals);
    text_add(ddi->xml, ">\n");
    add_label(ddi, "labl", "", item != NULL && !own_words ? &item->label : &question->text);
    add_question(ddi, question);
    if (number)
        add_range(ddi, question);
    add_condition(ddi, &question->asked_if);
    add_categories(ddi, variable);
    text_add_format(ddi->xml, "<varFormat type=\"%s\"/>\n</var>\n",
                    number || variable->kind == ANSWER_PLACE ? "numeric" : "character");
}

/* A question of several columns, and a question whose other answer has one beside. */
static void add_group(const struct ddi *ddi, const struct question *question) {
    if (question->variable_count < 2)
        return;
    text_add_format(ddi->xml, "<varGrp ID=\"G%zu\" name=\"%s\" type=\"%s\" var=\"",
                    (size_t)(question - ddi->questionnaire->questions) + 1, question->id,
                    question_has_rows(question) ? "grid" : "multipleResp");
    for (size_t i = 0; i < question->variable_count; i++)
        text_add_format(ddi->xml, "%sV%zu", i > 0 ? " " : "", question->first_variable + i + 1);
    text_add(ddi->xml, "\">\n");
    add_label(ddi, "labl", "", &question->text);
    text_add(ddi->xml, "</varGrp>\n");
}

void ddi_write(const struct questionnaire *questionnaire, FILE *stream) {
    struct text xml = {0};
    const struct ddi ddi = {questionnaire, &xml};
    text_add_format(&xml,
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<codeBook xmlns=\"ddi:codebook:2_5\" version=\"2.5\" xml:lang=\"%s\">\n",
                    questionnaire->languages[0]);
    add_study(&ddi);
    text_add(&xml, "<dataDscr>\n");
    for (size_t i = 0; i < questionnaire->question_count; i++)
        if (is_described(&questionnaire->questions[i]))
            add_group(&ddi, &questionnaire->questions[i]);
    for (size_t i = 0; i < questionnaire->variable_count; i++)
        if (is_described(questionnaire->variables[i].question))
            add_variable(&ddi, &questionnaire->variables[i]);
    text_add(&xml, "</dataDscr>\n</codeBook>\n");
    fwrite(text_string(&xml), 1, xml.length, stream);
    text_free(&xml);
}
