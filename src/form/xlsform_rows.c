#include "form/xlsform_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "form/online_words.h"
#include "form/xlsform_logic.h"

static struct xlsform_row *add_row(struct xlsform *form, const char *type, const char *name) {
    form->rows =
        memory_grow(form->rows, form->row_count, &form->row_capacity, sizeof *form->rows);
    struct xlsform_row *row = &form->rows[form->row_count++];
    *row = (struct xlsform_row){.type = type, .name = name};
    return row;
}

/* What a row, an option's text or a field is called: "QUESTION_ITEM". Names stand once in a
 * form, whatever group they are in. */
static const char *part_name(struct arena *arena, const struct question *question,
                             const char *item) {
    return arena_format(arena, "%s_%s", question->id, item);
}

/* --- lists of choices --- */

static void add_choice(struct xlsform *form, const char *list, const char *name,
                       const struct label *label) {
    form->choices = memory_grow(form->choices, form->choice_count, &form->choice_capacity,
                                sizeof *form->choices);
    form->choices[form->choice_count++] = (struct xlsform_choice){list, name, label};
}

static bool same_label(const struct label *one, const struct label *other) {
    for (size_t i = 0; i < QUESTIONNAIRE_MAX_LANGUAGES; i++) {
        const char *left = one->in[i] != NULL ? one->in[i] : "";
        if (strcmp(left, other->in[i] != NULL ? other->in[i] : "") != 0)
            return false;
    }
    return true;
}

/* True where both offer the same answers in the same words. */
static bool same_answers(const struct question *one, const struct question *other) {
    const struct code_list *left = one->codes, *right = other->codes;
    if (right == NULL || strcmp(left->id, right->id) != 0 || left->id[0] == '\0' ||
        one->has_dk != other->has_dk || left->count != right->count)
        return false;
    for (size_t i = 0; i < left->count; i++)
        if (!same_label(&left->codes[i].label, &right->codes[i].label))
            return false;
    return !one->has_dk || same_label(&one->dk, &other->dk);
}

/* The first question with these answers: its list is that of all of them. */
static const struct question *first_with(const struct xlsform *form,
                                         const struct question *question) {
    for (const struct question *other = form->questionnaire->questions; other < question;
         other++)
        if (same_answers(question, other))
            return other;
    return question;
}

static bool is_scale_taken(const struct xlsform *form, const struct question *question) {
    for (const struct question *other = form->questionnaire->questions; other < question;
         other++)
        if (other->codes != NULL && strcmp(other->codes->id, question->codes->id) == 0)
            return true;
    return questionnaire_question(form->questionnaire, question->codes->id) != NULL;
}

/* The scale's, where no other list is called so; else the question's. */
static const char *list_name(const struct xlsform *form, const struct question *question) {
    const struct question *first = first_with(form, question);
    bool own = first->codes->id[0] == '\0' || is_scale_taken(form, first);
    return own ? first->id : first->codes->id;
}

static void add_choices(struct xlsform *form, const struct question *question) {
    const char *name = list_name(form, question);
    if (first_with(form, question) != question)
        return;
    for (size_t i = 0; i < question->codes->count; i++)
        add_choice(form, name, question->codes->codes[i].id, &question->codes->codes[i].label);
    if (question->has_dk)
        add_choice(form, name, "dk", &question->dk);
}

/* --- words of ours --- */

static const char *say(struct xlsform *form, size_t language, enum online_word word,
                       const char *value) {
    struct text text = {0};
    online_words_add(&text, form->questionnaire->languages[language], word, value);
    const char *kept = arena_copy(form->arena, text_string(&text));
    text_free(&text);
    return kept;
}

/* Adds a sentence below those that are there. */
static void add_sentence(struct xlsform *form, struct label *label, size_t language,
                         enum online_word word, const char *value) {
    const char *sentence = say(form, language, word, value);
    const char *before = label->in[language];
    label->in[language] =
        before == NULL ? sentence : arena_format(form->arena, "%s\n%s", before, sentence);
}

static void add_sentences(struct xlsform *form, struct label *label, enum online_word word,
                          const struct label *value) {
    for (size_t i = 0; i < form->questionnaire->language_count; i++)
        if (value == NULL || value->in[i] != NULL)
            add_sentence(form, label, i, word, value != NULL ? value->in[i] : NULL);
}

/* --- constraints --- */

static void set_constraint(struct xlsform *form, struct xlsform_row *row,
                           const struct text *constraint) {
    if (constraint->length > 0)
        row->constraint = arena_copy(form->arena, text_string(constraint));
}

static void constrain_choices(struct xlsform *form, const struct question *question,
                              struct xlsform_row *row) {
    struct text constraint = {0};
    char digits[NUMBER_SIZE];
    struct label most = {{NULL}};
    number_format_scaled(digits, (int64_t)question->max_choices, 0);
    for (size_t i = 0; i < form->questionnaire->language_count; i++)
        most.in[i] = arena_copy(form->arena, digits);
    if (question->max_choices > 0) {
        xlsform_add_most(&constraint, question->max_choices);
        add_sentences(form, &row->message, ONLINE_WORD_AT_MOST, &most);
    }
    for (size_t i = 0; i < question->codes->count; i++) {
        const struct code *option = &question->codes->codes[i];
        if (!option->exclusive)
            continue;
        xlsform_add_alone(&constraint, option->id);
        add_sentences(form, &row->message, ONLINE_WORD_ALONE, &option->label);
    }
    if (question->has_dk) {
        xlsform_add_alone(&constraint, "dk");
        add_sentences(form, &row->message, ONLINE_WORD_ALONE, &question->dk);
    }
    set_constraint(form, row, &constraint);
    text_free(&constraint);
}

/* A number as people write it: in German with a comma. */
static const char *number_words(struct xlsform *form, size_t language, const char *number) {
    char *words = arena_copy(form->arena, number);
    char *point = strchr(words, '.');
    if (point != NULL && strcmp(form->questionnaire->languages[language], "de") == 0)
        *point = ',';
    return words;
}

static void constrain_number(struct xlsform *form, const struct question *question,
                             struct xlsform_row *row) {
    struct text constraint = {0};
    char least[NUMBER_SIZE], most[NUMBER_SIZE];
    number_format_scaled(least, question->minimum, question->decimals);
    number_format_scaled(most, question->maximum, question->decimals);
    xlsform_add_range(&constraint, least, most, question->decimals);
    set_constraint(form, row, &constraint);
    for (size_t i = 0; i < form->questionnaire->language_count; i++) {
        const char *from = say(form, i, ONLINE_WORD_FROM_TO, number_words(form, i, least));
        add_sentence(form, &row->message, i, ONLINE_WORD_RANGE,
                     arena_format(form->arena, "%s%s", from, number_words(form, i, most)));
    }
    text_free(&constraint);
}

/* --- questions --- */

static void fill_row(struct xlsform *form, const struct question *question,
                     struct xlsform_row *row) {
    struct text relevant = {0};
    row->label = question->text;
    row->hint = question->help;
    row->required = question->required;
    xlsform_add_condition(&relevant, &question->asked_if);
    if (relevant.length > 0)
        row->relevant = arena_copy(form->arena, text_string(&relevant));
    text_free(&relevant);
}

/* What or_other would do takes the words in one language: a question of its own instead. */
static void add_other(struct xlsform *form, const struct question *question) {
    struct text relevant = {0};
    if (!question->has_other)
        return;
    struct xlsform_row *row = add_row(form, "text", part_name(form->arena, question, "other"));
    xlsform_add_chosen(&relevant, question, "other");
    row->relevant = arena_copy(form->arena, text_string(&relevant));
    add_sentences(form, &row->label, ONLINE_WORD_OTHER_TEXT, NULL);
    text_free(&relevant);
}

static void add_choice_question(struct xlsform *form, const struct question *question,
                                const char *type) {
    struct xlsform_row *row =
        add_row(form, arena_format(form->arena, "%s %s", type, list_name(form, question)),
                question->id);
    fill_row(form, question, row);
    if (question_answer(question) == ANSWER_TICK)
        constrain_choices(form, question, row);
    add_choices(form, question);
    add_other(form, question);
}

static void add_single(struct xlsform *form, const struct question *question) {
    add_choice_question(form, question, "select_one");
}

static void add_multi(struct xlsform *form, const struct question *question) {
    add_choice_question(form, question, "select_multiple");
}

static void add_ranking(struct xlsform *form, const struct question *question) {
    add_choice_question(form, question, "rank");
}

static void add_parts(struct xlsform *form, const struct question *question, const char *type,
                      const char *appearance) {
    struct xlsform_row *group = add_row(form, "begin_group", question->id);
    fill_row(form, question, group);
    group->required = false;
    group->appearance = appearance;
    for (size_t i = 0; i < question->row_count; i++) {
        struct xlsform_row *row =
            add_row(form, type, part_name(form->arena, question, question->rows[i].id));
        row->label = question->rows[i].label;
        row->required = question->required;
    }
    add_row(form, "end_group", question->id);
}

static void add_matrix(struct xlsform *form, const struct question *question) {
    add_parts(form, question,
              arena_format(form->arena, "select_one %s", list_name(form, question)),
              "table-list");
    add_choices(form, question);
}

static void add_number(struct xlsform *form, const struct question *question) {
    struct xlsform_row *row =
        add_row(form, question->decimals > 0 ? "decimal" : "integer", question->id);
    fill_row(form, question, row);
    constrain_number(form, question, row);
}

static void add_text(struct xlsform *form, const struct question *question) {
    struct xlsform_row *row = add_row(form, "text", question->id);
    fill_row(form, question, row);
    row->appearance = "multiline";
}

static void add_contact(struct xlsform *form, const struct question *question) {
    add_parts(form, question, "text", "field-list");
}

typedef void question_function(struct xlsform *form, const struct question *question);

/* In the order of question_type.h. */
static question_function *const functions[] = {
    add_single, add_multi, add_matrix, add_ranking, add_number, add_text, add_contact,
};
ASSERT_ROW_FOR_EACH_TYPE(functions);

/* --- the form --- */

/* No question is called so: its name would be that of another group. */
static const char *group_name(struct xlsform *form, const struct section *section,
                              size_t *number) {
    const char *name = arena_format(form->arena, "part%zu_%s", ++*number, section->id);
    return name;
}

static void begin_section(struct xlsform *form, const struct section *section, size_t *number,
                          const char *relevant) {
    struct xlsform_row *group = add_row(form, "begin_group", group_name(form, section, number));
    group->label = section->title;
    group->relevant = relevant;
    group->appearance = "field-list";
}

static void add_section(struct xlsform *form, size_t section, const struct question *consent,
                        size_t *number, const char *relevant) {
    const struct questionnaire *questionnaire = form->questionnaire;
    bool begun = false;
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        if (question->section != section || question == consent)
            continue;
        if (!begun)
            begin_section(form, &questionnaire->sections[section], number, relevant);
        begun = true;
        functions[question->type](form, question);
    }
    if (begun)
        add_row(form, "end_group", NULL);
}

static void add_welcome(struct xlsform *form) {
    const struct questionnaire *questionnaire = form->questionnaire;
    struct xlsform_row *note = add_row(form, "note", "nachlese_welcome");
    add_sentences(form, &note->label, ONLINE_WORD_WELCOME, NULL);
    add_sentences(form, &note->hint, ONLINE_WORD_PUBLISHER, &questionnaire->publisher);
    add_sentences(form, &note->hint, ONLINE_WORD_CONTROLLER, &questionnaire->controller);
    add_sentences(form, &note->hint, ONLINE_WORD_PURPOSE, &questionnaire->purpose);
    add_sentences(form, &note->hint, ONLINE_WORD_CONTACT, &questionnaire->contact);
}

/* The receipt is a column of the export that ingest knows as that of a token. */
static void add_end(struct xlsform *form) {
    const struct questionnaire *questionnaire = form->questionnaire;
    struct xlsform_row *note;
    if (questionnaire->receipt)
        add_row(form, "calculate", "nachlese_receipt")->calculation =
            "once(substr(uuid(), 0, 13))";
    note = add_row(form, "note", "nachlese_thanks");
    add_sentences(form, &note->label, ONLINE_WORD_THANKS, NULL);
    if (!questionnaire->receipt)
        return;
    add_sentences(form, &note->label, ONLINE_WORD_RECEIPT, NULL);
    for (size_t i = 0; i < questionnaire->language_count; i++)
        note->label.in[i] =
            arena_format(form->arena, "%s\n${nachlese_receipt}", note->label.in[i]);
}

void xlsform_make(struct xlsform *form) {
    const struct questionnaire *questionnaire = form->questionnaire;
    const struct question *consent =
        questionnaire_role(questionnaire, ROLE_CONSENT_PARTICIPATION);
    struct text relevant = {0};
    const char *met = NULL;
    size_t number = 0;
    add_welcome(form);
    if (consent != NULL) {
        const struct condition condition = {consent, &consent->consents, 1, false};
        begin_section(form, &questionnaire->sections[consent->section], &number, NULL);
        add_single(form, consent);
        add_row(form, "end_group", NULL);
        xlsform_add_condition(&relevant, &condition);
        met = arena_copy(form->arena, text_string(&relevant));
    }
    for (size_t i = 0; i < questionnaire->section_count; i++)
        add_section(form, i, consent, &number, met);
    add_end(form);
    text_free(&relevant);
}

void xlsform_free(struct xlsform *form) {
    free(form->rows);
    free(form->choices);
}
