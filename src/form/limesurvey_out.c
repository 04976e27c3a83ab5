#include "form/limesurvey_out.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "form/limesurvey_cell.h"
#include "form/limesurvey_equation.h"
#include "form/limesurvey_names.h"
#include "form/online_words.h"

/* What of the questionnaire the survey holds. */
enum part { PART_WHOLE, PART_ANSWERS, PART_CONTACTS };

/* The columns; the rest of them, from INTEGER on, are attributes of questions. */
enum column {
    CLASS,
    TYPE,
    NAME,
    RELEVANCE,
    TEXT,
    HELP,
    LANGUAGE,
    VALIDATION,
    MANDATORY,
    OTHER,
    DEFAULT,
    SAME_DEFAULT,
    INTEGER,
    MINIMUM,
    MAXIMUM,
    MOST,
    EXCLUSIVE,
    OTHER_TEXT,
    COLUMNS
};

static const char *const headings[] = {
    [CLASS] = "class",
    [TYPE] = "type/scale",
    [NAME] = "name",
    [RELEVANCE] = "relevance",
    [TEXT] = "text",
    [HELP] = "help",
    [LANGUAGE] = "language",
    [VALIDATION] = "validation",
    [MANDATORY] = "mandatory",
    [OTHER] = "other",
    [DEFAULT] = "default",
    [SAME_DEFAULT] = "same_default",
    [INTEGER] = "num_value_int_only",
    [MINIMUM] = "min_num_value_n",
    [MAXIMUM] = "max_num_value_n",
    [MOST] = "max_answers",
    [EXCLUSIVE] = "exclude_all_others",
    [OTHER_TEXT] = "other_replace_text",
};

/* Of each type of question, in the order of question_type.h. Yes and no stay a list:
 * LimeSurvey's own type has other words for an answer that was left out, and may make digits of
 * both. */
static const char *const types[] = {"L", "M", "F", "R", "N", "T", "Q"};
ASSERT_ROW_FOR_EACH_TYPE(types);

struct writer {
    const struct questionnaire *questionnaire;
    enum part part;
    FILE *stream;
    struct arena *arena;
    size_t language;                /* of the rows that are written */
    const struct question *consent; /* to take part; NULL: not asked */
};

/* A row; cells that are NULL are empty. */
struct row {
    const char *cells[COLUMNS];
};

static void write_row(const struct writer *writer, const struct row *row) {
    for (size_t i = 0; i < COLUMNS; i++) {
        if (i > 0)
            fputc('\t', writer->stream);
        limesurvey_write_cell(writer->stream, row->cells[i] != NULL ? row->cells[i] : "");
    }
    fputc('\n', writer->stream);
}

static const char *html(const struct writer *writer, const struct label *label) {
    const char *string = label->in[writer->language];
    struct text text = {0};
    limesurvey_add_text(&text, string != NULL ? string : "");
    const char *kept = arena_copy(writer->arena, text_string(&text));
    text_free(&text);
    return kept;
}

/* Attributes that are no words stand in the rows of the first language alone: in others they
 * would be there twice. */
static bool is_base(const struct writer *writer) {
    return writer->language == 0;
}

/* --- the survey --- */

static void write_setting(const struct writer *writer, const char *name, const char *value) {
    write_row(writer, &(struct row){{[CLASS] = "S", [NAME] = name, [TEXT] = value}});
}

/* Six digits that follow from the id: LimeSurvey takes another number where it has one so
 * called. */
static const char *number_of(const struct writer *writer, enum part part) {
    uint32_t hash = part == PART_CONTACTS ? 2166136262 : 2166136261;
    for (const char *next = writer->questionnaire->id; *next != '\0'; next++)
        hash = (hash ^ (unsigned char)*next) * 16777619;
    return arena_format(writer->arena, "%" PRIu32, 100000 + hash % 900000);
}

/* Neither time nor address is kept: the answers are told apart by their number alone. */
static void write_settings(const struct writer *writer) {
    static const char *const settings[][2] = {
        {"format", "G"},      {"anonymized", "Y"},  {"datestamp", "N"}, {"ipaddr", "N"},
        {"refurl", "N"},      {"savetimings", "N"}, {"allowsave", "N"}, {"allowprev", "Y"},
        {"showwelcome", "Y"}, {"printanswers", "N"}};
    const struct questionnaire *questionnaire = writer->questionnaire;
    struct text others = {0};
    for (size_t i = 1; i < questionnaire->language_count; i++)
        text_add_format(&others, "%s%s", i > 1 ? " " : "", questionnaire->languages[i]);
    write_setting(writer, "sid", number_of(writer, writer->part));
    write_setting(writer, "language", questionnaire->languages[0]);
    if (others.length > 0)
        write_setting(writer, "additional_languages", text_string(&others));
    for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++)
        write_setting(writer, settings[i][0], settings[i][1]);
    text_free(&others);
}

static void write_survey_text(const struct writer *writer, const char *name,
                              const char *value) {
    write_row(writer,
              &(struct row){{[CLASS] = "SL",
                             [NAME] = name,
                             [TEXT] = value,
                             [LANGUAGE] = writer->questionnaire->languages[writer->language]}});
}

/* Appends a paragraph with words of ours; without those that would be filled with a label which
 * the questionnaire lacks. */
static void add_words(const struct writer *writer, struct text *text, enum online_word word,
                      const struct label *value) {
    const char *string = value != NULL ? value->in[writer->language] : NULL;
    struct text plain = {0};
    if (value != NULL && string == NULL)
        return;
    online_words_add(&plain, writer->questionnaire->languages[writer->language], word, string);
    text_add(text, "<p>");
    limesurvey_add_text(text, text_string(&plain));
    text_add(text, "</p>");
    text_free(&plain);
}

static void write_welcome(const struct writer *writer) {
    const struct questionnaire *questionnaire = writer->questionnaire;
    bool contacts = writer->part == PART_CONTACTS;
    struct text text = {0};
    add_words(writer, &text, contacts ? ONLINE_WORD_WELCOME_CONTACTS : ONLINE_WORD_WELCOME,
              NULL);
    add_words(writer, &text, ONLINE_WORD_PUBLISHER, &questionnaire->publisher);
    add_words(writer, &text, ONLINE_WORD_CONTROLLER, &questionnaire->controller);
    add_words(writer, &text, ONLINE_WORD_PURPOSE, &questionnaire->purpose);
    add_words(writer, &text, ONLINE_WORD_CONTACT, &questionnaire->contact);
    write_survey_text(writer, "surveyls_welcometext", text_string(&text));
    text_free(&text);
}

/* {SAVEDID} is LimeSurvey's: the number of the answer, which the export has as its id. The link
 * leads to the survey beside this one, and carries nothing but the language. */
static void write_end(const struct writer *writer) {
    const char *language = writer->questionnaire->languages[writer->language];
    struct text text = {0};
    add_words(writer, &text, ONLINE_WORD_THANKS, NULL);
    if (writer->questionnaire->receipt && writer->part != PART_CONTACTS) {
        add_words(writer, &text, ONLINE_WORD_RECEIPT, NULL);
        text_add(&text, "<p><strong>{SAVEDID}</strong></p>");
    }
    if (writer->part == PART_ANSWERS) {
        text_add_format(&text, "<p><a href='%s?newtest=Y&amp;lang=%s'>",
                        number_of(writer, PART_CONTACTS), language);
        online_words_add(&text, language, ONLINE_WORD_LINK, NULL);
        text_add(&text, "</a></p>");
    }
    write_survey_text(writer, "surveyls_endtext", text_string(&text));
    text_free(&text);
}

static void write_survey_texts(const struct writer *writer) {
    write_survey_text(writer, "surveyls_title", html(writer, &writer->questionnaire->title));
    write_welcome(writer);
    write_end(writer);
}

/* --- questions --- */

static struct row begin_row(const struct writer *writer, const char *class, const char *type,
                            const char *name, const struct label *text) {
    return (struct row){{[CLASS] = class,
                         [TYPE] = type,
                         [NAME] = name,
                         [TEXT] = html(writer, text),
                         [LANGUAGE] = writer->questionnaire->languages[writer->language]}};
}

static void write_item(const struct writer *writer, const char *class, const char *name,
                       const struct label *text) {
    struct row row = begin_row(writer, class, "0", name, text);
    if (strcmp(class, "SQ") == 0)
        row.cells[RELEVANCE] = "1";
    write_row(writer, &row);
}

static void write_parts(const struct writer *writer, const struct question *question) {
    char code[LIMESURVEY_CODE_SIZE];
    size_t count;
    const struct code *parts = limesurvey_parts(question, &count);
    for (size_t i = 0; i < count; i++) {
        if (question_answer(question) == ANSWER_TICK && limesurvey_is_other(question, i))
            continue;
        limesurvey_part_code(code, &parts[i]);
        write_item(writer, "SQ", code, &parts[i].label);
    }
    limesurvey_dk_code(code, question);
    if (question->has_dk && question_answer(question) == ANSWER_TICK)
        write_item(writer, "SQ", code, &question->dk);
}

static void write_answers(const struct writer *writer, const struct question *question) {
    char code[LIMESURVEY_CODE_SIZE];
    size_t count;
    const struct code *answers = limesurvey_answers(question, &count);
    for (size_t i = 0; i < count; i++) {
        if (limesurvey_is_other(question, i))
            continue;
        limesurvey_answer_code(code, &answers[i]);
        write_item(writer, "A", code, &answers[i].label);
    }
    limesurvey_dk_code(code, question);
    if (question->has_dk && question_answer(question) == ANSWER_CODE)
        write_item(writer, "A", code, &question->dk);
}

/* The options that exclude all others, and don't know. */
static const char *exclusive(const struct writer *writer, const struct question *question) {
    char code[LIMESURVEY_CODE_SIZE];
    struct text codes = {0};
    for (size_t i = 0; i < question->codes->count; i++) {
        limesurvey_part_code(code, &question->codes->codes[i]);
        if (question->codes->codes[i].exclusive && !limesurvey_is_other(question, i))
            text_add_format(&codes, "%s%s", codes.length > 0 ? ";" : "", code);
    }
    limesurvey_dk_code(code, question);
    if (question->has_dk)
        text_add_format(&codes, "%s%s", codes.length > 0 ? ";" : "", code);
    const char *kept = arena_copy(writer->arena, text_string(&codes));
    text_free(&codes);
    return kept;
}

static void set_range(const struct writer *writer, const struct question *question,
                      struct row *row) {
    char number[NUMBER_SIZE];
    row->cells[INTEGER] = question->decimals == 0 ? "1" : NULL;
    row->cells[MINIMUM] = arena_copy(
        writer->arena, number_format_scaled(number, question->minimum, question->decimals));
    row->cells[MAXIMUM] = arena_copy(
        writer->arena, number_format_scaled(number, question->maximum, question->decimals));
}

static void set_attributes(const struct writer *writer, const struct question *question,
                           struct row *row) {
    enum answer_kind answer = question_answer(question);
    if (row->cells[OTHER][0] == 'Y')
        row->cells[OTHER_TEXT] = html(writer, &question->codes->codes[question->other].label);
    if (!is_base(writer))
        return;
    if (answer == ANSWER_NUMBER)
        set_range(writer, question, row);
    if (question->max_choices > 0)
        row->cells[MOST] = arena_format(writer->arena, "%zu", question->max_choices);
    if (answer == ANSWER_TICK)
        row->cells[EXCLUSIVE] = exclusive(writer, question);
}

static void write_question(const struct writer *writer, const struct question *question) {
    char code[LIMESURVEY_CODE_SIZE];
    struct text relevance = {0};
    limesurvey_question_code(code, question);
    limesurvey_add_equation(&relevance, &question->asked_if);
    struct row row = begin_row(writer, "Q", types[question->type], code, &question->text);
    row.cells[RELEVANCE] = text_string(&relevance);
    row.cells[HELP] = html(writer, &question->help);
    row.cells[MANDATORY] = question->required ? "Y" : "N";
    row.cells[OTHER] =
        question->has_other && limesurvey_is_other(question, question->other) ? "Y" : "N";
    set_attributes(writer, question, &row);
    write_row(writer, &row);
    text_free(&relevance);
    write_parts(writer, question);
    write_answers(writer, question);
}

/* --- groups --- */

static bool is_for_contacts(const struct question *question) {
    return question_is_apart(question) || question_answer(question) == ANSWER_FIELD;
}

static bool is_written(const struct writer *writer, const struct question *question) {
    bool contacts = is_for_contacts(question);
    return writer->part == PART_WHOLE || question == writer->consent ||
           contacts == (writer->part == PART_CONTACTS);
}

/* Consent is the first question of all, in a group of its own where it is not the first of the
 * questionnaire: the others are for those who consent. */
static void write_group(const struct writer *writer, size_t *number, const char *relevance,
                        const struct section *section) {
    char digits[NUMBER_SIZE];
    ++*number;
    struct row row = begin_row(writer, "G", number_format_scaled(digits, (int64_t)*number, 0),
                               NULL, &section->title);
    row.cells[NAME] = row.cells[TEXT];
    row.cells[TEXT] = NULL;
    row.cells[RELEVANCE] = relevance;
    write_row(writer, &row);
}

static void write_sections(const struct writer *writer, size_t *number, const char *relevance) {
    const struct questionnaire *questionnaire = writer->questionnaire;
    for (size_t i = 0; i < questionnaire->section_count; i++) {
        bool begun = false;
        for (size_t k = 0; k < questionnaire->question_count; k++) {
            const struct question *question = &questionnaire->questions[k];
            if (question->section != i || !is_written(writer, question) ||
                question == writer->consent)
                continue;
            if (!begun)
                write_group(writer, number, relevance, &questionnaire->sections[i]);
            begun = true;
            write_question(writer, question);
        }
    }
}

static void write_groups(const struct writer *writer) {
    const struct question *consent = writer->consent;
    struct text relevance = {0};
    size_t number = 0;
    if (consent != NULL) {
        const struct condition met = {consent, &consent->consents, 1, false};
        write_group(writer, &number, NULL, &writer->questionnaire->sections[consent->section]);
        write_question(writer, consent);
        limesurvey_add_equation(&relevance, &met);
    }
    write_sections(writer, &number, text_string(&relevance));
    text_free(&relevance);
}

static void write_part(const struct questionnaire *questionnaire, enum part part,
                       FILE *stream) {
    struct writer writer = {.questionnaire = questionnaire,
                            .part = part,
                            .stream = stream,
                            .arena = arena_new(),
                            .consent =
                                questionnaire_role(questionnaire, ROLE_CONSENT_PARTICIPATION)};
    struct row row;
    memcpy(row.cells, headings, sizeof headings);
    write_row(&writer, &row);
    write_settings(&writer);
    for (writer.language = 0; writer.language < questionnaire->language_count;
         writer.language++)
        write_survey_texts(&writer);
    for (writer.language = 0; writer.language < questionnaire->language_count;
         writer.language++)
        write_groups(&writer);
    arena_free(writer.arena);
}

void limesurvey_write(const struct questionnaire *questionnaire, FILE *stream) {
    write_part(questionnaire, PART_WHOLE, stream);
}

void limesurvey_write_answers(const struct questionnaire *questionnaire, FILE *stream) {
    write_part(questionnaire, PART_ANSWERS, stream);
}

void limesurvey_write_contacts(const struct questionnaire *questionnaire, FILE *stream) {
    write_part(questionnaire, PART_CONTACTS, stream);
}
