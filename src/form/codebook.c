#include "form/codebook.h"

#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "survey/csv_writer.h"

/* One row. What is NULL or an empty label is written as nothing. */
struct row {
    const char *question, *section, *type, *measure, *role, *item, *category;
    size_t position;
    const struct label *label;
};

struct codebook {
    FILE *stream;
    const struct questionnaire *questionnaire;
};

static void write_row(const struct codebook *book, const struct row *row) {
    const char *const fields[] = {row->question, row->section, row->type,    row->measure,
                                  row->role,     row->item,    row->category};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        csv_write_field(book->stream, fields[i], i == 0);
    char number[NUMBER_SIZE];
    csv_write_field(book->stream, number_format_scaled(number, (int64_t)row->position, 0),
                    false);
    for (size_t i = 0; i < book->questionnaire->language_count; i++)
        csv_write_field(book->stream, row->label->in[i], false);
    csv_write_end(book->stream);
}

static void write_header(const struct codebook *book) {
    static const char *const names[] = {"question", "section", "type",     "measure",
                                        "role",     "item",    "category", "position"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        csv_write_field(book->stream, names[i], i == 0);
    struct text name = {0};
    for (size_t i = 0; i < book->questionnaire->language_count; i++) {
        text_clear(&name);
        text_add_format(&name, "label_%s", book->questionnaire->languages[i]);
        csv_write_field(book->stream, text_string(&name), false);
    }
    text_free(&name);
    csv_write_end(book->stream);
}

static const char *measure_of(const struct question *question) {
    if (question->codes == NULL)
        return NULL;
    return question->codes->measure == MEASURE_ORDINAL ? "ordinal" : "nominal";
}

static void add_word(struct text *words, bool wanted, const char *word) {
    if (!wanted)
        return;
    if (words->length > 0)
        text_add(words, " ");
    text_add(words, word);
}

/* "asked_if:guests:yes:dk" */
static void add_condition(struct text *words, const struct condition *condition) {
    if (condition->question == NULL)
        return;
    text_add_format(words, "%sasked_if:%s", words->length > 0 ? " " : "",
                    condition->question->id);
    for (size_t i = 0; i < condition->count; i++)
        text_add_format(words, ":%s",
                        condition->question->codes->codes[condition->codes[i]].id);
    if (condition->dk)
        text_add(words, ":dk");
}

static void add_roles(struct text *words, const struct question *question) {
    static const char *const names[] = {"identifying",    "sensitive",
                                        "exchange",       "consent_participation",
                                        "consent_quotes", "consent_contact"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        add_word(words, (question->roles & 1U << i) != 0, names[i]);
    add_word(words, question->grouping != NULL, "group");
    if (question->max_choices > 0)
        text_add_format(words, "%smax:%zu", words->length > 0 ? " " : "",
                        question->max_choices);
    add_condition(words, &question->asked_if);
}

/* The beginning that all rows of a question share. */
static struct row begin_row(const struct codebook *book, const struct question *question) {
    return (struct row){.question = question->id,
                        .section = book->questionnaire->sections[question->section].id,
                        .type = question_type_name(question->type),
                        .measure = measure_of(question)};
}

/* The codes of a question as categories, or as items where each is a column of its own. */
static void write_codes(const struct codebook *book, const struct question *question,
                        const struct code *codes, size_t count, bool as_items) {
    struct row row = begin_row(book, question);
    for (size_t i = 0; i < count; i++) {
        row.item = as_items ? codes[i].id : NULL;
        row.category = as_items ? NULL : codes[i].id;
        row.role = codes[i].outside ? "outside" : codes[i].exclusive ? "exclusive" : NULL;
        row.position = i + 1;
        row.label = &codes[i].label;
        write_row(book, &row);
    }
}

static void write_sets(const struct codebook *book, const struct question *question) {
    struct row row = begin_row(book, question);
    row.type = "set";
    for (size_t i = 0; i < question->set_count; i++)
        for (size_t k = 0; k < question->sets[i].count; k++) {
            row.item = question->sets[i].id;
            row.category = question->codes->codes[question->sets[i].codes[k]].id;
            row.position = k + 1;
            row.label = &question->sets[i].label;
            write_row(book, &row);
        }
}

static void write_question(const struct codebook *book, const struct question *question) {
    struct text roles = {0};
    struct row row = begin_row(book, question);
    add_roles(&roles, question);
    row.role = text_string(&roles);
    row.position = (size_t)(question - book->questionnaire->questions) + 1;
    row.label = &question->text;
    write_row(book, &row);
    text_free(&roles);
    write_codes(book, question, question->rows, question->row_count, true);
    if (question->codes != NULL)
        write_codes(book, question, question->codes->codes, question->codes->count,
                    question_has_options(question));
    if (question->has_dk) {
        row.role = "dk";
        row.category = "dk";
        row.position = 0;
        row.label = &question->dk;
        write_row(book, &row);
    }
    write_sets(book, question);
}

static const struct coarse_level *find_coarse(const struct grouping *grouping, size_t code) {
    for (size_t i = 0; i < grouping->coarse_count; i++)
        for (size_t k = 0; k < grouping->coarse[i].count; k++)
            if (grouping->coarse[i].codes[k] == code)
                return &grouping->coarse[i];
    return NULL;
}

/* Every fine code with the coarse one it falls back to; without one, category stays empty. The
 * level of the rest has a row without item, for those who gave no answer. */
static void write_grouping(const struct codebook *book, const struct grouping *grouping) {
    const struct question *question = grouping->question;
    struct row row = begin_row(book, question);
    row.type = "group";
    for (size_t i = 0; i < question->codes->count; i++) {
        const struct coarse_level *level = find_coarse(grouping, i);
        row.item = question->codes->codes[i].id;
        row.category = level != NULL ? level->id : NULL;
        row.position = i + 1;
        row.label = level != NULL ? &level->label : &question->codes->codes[i].label;
        write_row(book, &row);
    }
    for (size_t i = 0; i < grouping->coarse_count; i++) {
        if (!grouping->coarse[i].rest)
            continue;
        row.item = NULL;
        row.category = grouping->coarse[i].id;
        row.position = question->codes->count + 1;
        row.label = &grouping->coarse[i].label;
        write_row(book, &row);
    }
}

static void write_score(const struct codebook *book, const struct score *score) {
    const struct question *question = score->question;
    struct row row = begin_row(book, question);
    row.question = score->id;
    row.type = "score";
    row.label = &score->title;
    row.position = (size_t)(score - book->questionnaire->scores) + 1;
    write_row(book, &row);
    struct text item = {0};
    for (size_t i = 0; i < score->count; i++) {
        text_clear(&item);
        text_add_format(&item, "%s__%s", question->id, question->rows[score->rows[i]].id);
        row.item = text_string(&item);
        row.position = i + 1;
        row.label = &question->rows[score->rows[i]].label;
        write_row(book, &row);
    }
    text_free(&item);
}

static void write_gap(const struct codebook *book, const struct gap *gap) {
    const struct question *const sides[] = {gap->importance, gap->satisfaction};
    struct row row = begin_row(book, gap->importance);
    row.question = gap->id;
    row.type = "gap";
    row.label = &gap->title;
    row.position = (size_t)(gap - book->questionnaire->gaps) + 1;
    write_row(book, &row);
    for (size_t i = 0; i < 2; i++) {
        row.item = sides[i]->id;
        row.position = i + 1;
        row.label = &sides[i]->text;
        write_row(book, &row);
    }
}

void codebook_write(const struct questionnaire *questionnaire, FILE *stream) {
    struct codebook book = {stream, questionnaire};
    write_header(&book);
    for (size_t i = 0; i < questionnaire->question_count; i++)
        write_question(&book, &questionnaire->questions[i]);
    for (size_t i = 0; i < questionnaire->grouping_count; i++)
        write_grouping(&book, &questionnaire->groupings[i]);
    for (size_t i = 0; i < questionnaire->score_count; i++)
        write_score(&book, &questionnaire->scores[i]);
    for (size_t i = 0; i < questionnaire->gap_count; i++)
        write_gap(&book, &questionnaire->gaps[i]);
}
