#include "simulate/export.h"

#include <inttypes.h>

#include "base/number.h"
#include "simulate/sentences.h"
#include "survey/csv_writer.h"

/* LimeSurvey writes this date for every complete answer of a survey that stores no dates. */
static const char no_date[] = "1980-01-01 00:00:00";

static size_t rank_columns(const struct question *question) {
    size_t count = question->codes->count;
    return question->max_choices > 0 && question->max_choices < count ? question->max_choices
                                                                      : count;
}

/* A ranking has one column per rank, other questions one per item, or just one. */
static void write_headings(FILE *stream, const struct question *question) {
    size_t count;
    const struct code *items = question_items(question, &count);
    if (question_answer(question) == ANSWER_PLACE)
        for (size_t i = 1; i <= rank_columns(question); i++)
            fprintf(stream, ",%s[%zu]", question->id, i);
    else if (items == NULL)
        fprintf(stream, ",%s", question->id);
    else
        for (size_t i = 0; i < count; i++)
            fprintf(stream, ",%s[%s]", question->id, items[i].id);
    if (question_has_one_code(question) && question->has_other)
        fprintf(stream, ",%s[other]", question->id);
    if (question_answer(question) == ANSWER_TICK && question->has_dk)
        fprintf(stream, ",%s[dk]", question->id);
}

void export_header(FILE *stream, const struct questionnaire *questionnaire) {
    fputs("id,submitdate,nachlese_origin", stream);
    for (size_t i = 0; i < questionnaire->question_count; i++)
        write_headings(stream, &questionnaire->questions[i]);
    csv_write_end(stream);
}

static void write_cell(FILE *stream, const char *value) {
    csv_write_field(stream, value, false);
}

static void write_empty(FILE *stream) {
    fputs(",\"\"", stream);
}

/* The cell of an answer that is not given: true where it was written. */
static bool write_missing(FILE *stream, enum answer_state state) {
    if (state == ANSWER_GIVEN)
        return false;
    if (state == ANSWER_NOT_SHOWN)
        write_cell(stream, NULL);
    else if (state == ANSWER_SKIPPED)
        write_empty(stream);
    else
        write_cell(stream, state == ANSWER_DONT_KNOW ? "dk" : "x9");
    return true;
}

static void write_code(FILE *stream, const struct question *question,
                       const struct answer *answer) {
    if (!write_missing(stream, answer->state))
        write_cell(stream, question->codes->codes[answer->value].id);
}

/* Of the question, or of each of its rows; then the text beside "other". */
static void write_codes(FILE *stream, const struct question *question,
                        const struct answer *answers, const char *language) {
    for (size_t i = 0; i < question_parts(question); i++)
        write_code(stream, question, &answers[i]);
    if (question_has_one_code(question) && question->has_other &&
        !write_missing(stream, answers[1].state))
        write_cell(stream, sentences_other(language));
}

static void write_ticks(FILE *stream, const struct question *question,
                        const struct answer *answers, const char *language) {
    bool unknown = answers[0].state == ANSWER_DONT_KNOW,
         shown = answers[0].state != ANSWER_NOT_SHOWN;
    for (size_t i = 0; i < question->codes->count; i++) {
        bool ticked = answers[i].state == ANSWER_GIVEN && answers[i].value == 1;
        if (!ticked && shown)
            write_empty(stream);
        else if (!ticked)
            write_cell(stream, NULL);
        else
            write_cell(stream, question->has_other && i == question->other
                                   ? sentences_other(language)
                                   : "Y");
    }
    if (!question->has_dk)
        return;
    if (shown && !unknown)
        write_empty(stream);
    else
        write_cell(stream, unknown ? "Y" : NULL);
}

/* The columns are ranks, the cells name options. */
static void write_ranks(FILE *stream, const struct question *question,
                        const struct answer *answers) {
    bool shown = answers[0].state != ANSWER_NOT_SHOWN;
    for (size_t rank = 1; rank <= rank_columns(question); rank++) {
        const char *option = NULL;
        for (size_t i = 0; i < question->codes->count; i++)
            if (answers[i].state == ANSWER_GIVEN && answers[i].value == (int64_t)rank)
                option = question->codes->codes[i].id;
        if (option == NULL && shown)
            write_empty(stream);
        else
            write_cell(stream, option);
    }
}

static void write_number(FILE *stream, const struct question *question,
                         const struct answer *answer) {
    char buffer[NUMBER_SIZE];
    if (!write_missing(stream, answer->state))
        write_cell(stream, number_format_scaled(buffer, answer->value, question->decimals));
}

static void write_text(FILE *stream, struct person *person, const struct question *question,
                       const struct answer *answer, const char *language) {
    if (!write_missing(stream, answer->state))
        write_cell(stream,
                   sentences_answer(language, question->id,
                                    random_below(person->generator, sentences_count())));
}

static void write_contact(FILE *stream, const struct person *person,
                          const struct question *question, uint64_t record) {
    char buffer[SENTENCES_CONTACT_SIZE];
    for (size_t i = 0; i < question->row_count; i++) {
        if (person->contact_given)
            write_cell(stream, sentences_contact(buffer, question->rows[i].id, record));
        else if (person->complete)
            write_empty(stream);
        else
            write_cell(stream, NULL);
    }
}

static void write_question(FILE *stream, struct person *person, const struct question *question,
                           uint64_t record, const char *language) {
    const struct answer *answers = person->answers + question->first_variable;
    switch (question_answer(question)) {
    case ANSWER_CODE:
        write_codes(stream, question, answers, language);
        break;
    case ANSWER_TICK:
        write_ticks(stream, question, answers, language);
        break;
    case ANSWER_PLACE:
        write_ranks(stream, question, answers);
        break;
    case ANSWER_NUMBER:
        write_number(stream, question, answers);
        break;
    case ANSWER_TEXT:
        write_text(stream, person, question, answers, language);
        break;
    case ANSWER_FIELD:
        write_contact(stream, person, question, record);
        break;
    case ANSWER_NONE:
    case ANSWER_KINDS:
        break;
    }
}

void export_record(FILE *stream, struct person *person, uint64_t record, const char *language) {
    const struct questionnaire *questionnaire = person->questionnaire;
    fprintf(stream, "%" PRIu64 ",%s,simulated", record, person->complete ? no_date : "");
    for (size_t i = 0; i < questionnaire->question_count; i++)
        write_question(stream, person, &questionnaire->questions[i], record, language);
    csv_write_end(stream);
}
