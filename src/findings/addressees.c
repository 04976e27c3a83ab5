#include "findings/addressees.h"

#include <string.h>

/* What of a question can have addressees. */
static const struct code *codes_of(const struct question *question, size_t *count) {
    bool rows = question_has_rows(question);
    *count = rows ? question->row_count : question->codes != NULL ? question->codes->count : 0;
    return rows ? question->rows : question->codes != NULL ? question->codes->codes : NULL;
}

/* The next name of "A, B" and what is left; NULL at the end. */
static const char *next_name(const struct facts *facts, const char **rest) {
    const char *start = *rest + strspn(*rest, ", ");
    size_t length = strcspn(start, ",");
    *rest = start + length;
    while (length > 0 && start[length - 1] == ' ')
        length--;
    return length > 0 ? arena_copy_bytes(facts->arena, start, length) : NULL;
}

static bool decides(const struct facts *facts, const struct code *code, const char *addressee) {
    const char *rest = facts_label(facts, &code->addressee);
    for (const char *name = next_name(facts, &rest); name != NULL;
         name = next_name(facts, &rest))
        if (strcmp(name, addressee) == 0)
            return true;
    return false;
}

static bool has_addressees(const struct question *question) {
    size_t count;
    const struct code *codes = codes_of(question, &count);
    for (size_t i = 0; i < count; i++)
        if (label_present(&codes[i].addressee))
            return items_have_shares(question);
    return false;
}

/* Of a gap it is the importance that is there. */
static bool on_page_one(const struct questionnaire *questionnaire,
                        const struct question *question) {
    for (size_t i = 0; i < questionnaire->glance_count; i++)
        if (questionnaire->glances[i].question == question)
            return true;
    return false;
}

const struct question *const *addressees_questions(const struct facts *facts, size_t *count) {
    const struct questionnaire *questionnaire = facts->questionnaire;
    const struct question **questions =
        arena_allocate(facts->arena, questionnaire->question_count + 1, sizeof *questions);
    *count = 0;
    for (int page_one = 1; page_one >= 0 && *count == 0; page_one--)
        for (size_t i = 0; i < questionnaire->question_count; i++) {
            const struct question *question = &questionnaire->questions[i];
            if (has_addressees(question) &&
                (page_one == 0 || on_page_one(questionnaire, question)))
                questions[(*count)++] = question;
        }
    return questions;
}

enum { MOST_ADDRESSEES = 100 };

const char *const *addressees_of(const struct facts *facts, size_t *count) {
    const char **names = arena_allocate(facts->arena, MOST_ADDRESSEES, sizeof *names);
    size_t question_count, code_count;
    const struct question *const *questions = addressees_questions(facts, &question_count);
    *count = 0;
    for (size_t i = 0; i < question_count; i++) {
        const struct code *codes = codes_of(questions[i], &code_count);
        for (size_t k = 0; k < code_count; k++) {
            const char *rest = facts_label(facts, &codes[k].addressee);
            for (const char *name = next_name(facts, &rest); name != NULL;
                 name = next_name(facts, &rest)) {
                size_t at = 0;
                while (at < *count && strcmp(names[at], name) != 0)
                    at++;
                if (at == *count && *count < MOST_ADDRESSEES)
                    names[(*count)++] = name;
            }
        }
    }
    return names;
}

struct items addressees_items(const struct facts *facts, const struct question *question,
                              const char *addressee) {
    size_t count;
    const struct code *codes = codes_of(question, &count);
    struct items items = items_of_question(facts, question, items_statistic(question));
    struct items picked = items;
    picked.count = picked.hidden = picked.empty = 0;
    picked.item = arena_allocate(facts->arena, count + 1, sizeof *picked.item);
    for (size_t i = 0; i < items.count; i++) {
        int position = code_position(codes, count, items.item[i].id);
        if (position >= 0 && items.item[i].figure.count > 0 &&
            decides(facts, &codes[position], addressee))
            picked.item[picked.count++] = items.item[i];
    }
    items_sort(&picked);
    return picked;
}
