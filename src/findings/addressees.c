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

const char *const *addressees_named(const struct facts *facts, const struct label *label,
                                    size_t *count) {
    const char *rest = facts_label(facts, label);
    const char **names = arena_allocate(facts->arena, strlen(rest) / 2 + 1, sizeof *names);
    *count = 0;
    for (const char *name = next_name(facts, &rest); name != NULL;
         name = next_name(facts, &rest))
        names[(*count)++] = name;
    return names;
}

bool addressees_include(const struct facts *facts, const struct label *label,
                        const char *addressee) {
    size_t count;
    const char *const *names = addressees_named(facts, label, &count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], addressee) == 0)
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

const struct question *const *addressees_questions(const struct facts *facts, size_t *count) {
    const struct questionnaire *questionnaire = facts->questionnaire;
    const struct question **questions =
        arena_allocate(facts->arena, questionnaire->question_count + 1, sizeof *questions);
    *count = 0;
    for (size_t i = 0; i < questionnaire->question_count; i++)
        if (has_addressees(&questionnaire->questions[i]))
            questions[(*count)++] = &questionnaire->questions[i];
    return questions;
}

enum { MOST_ADDRESSEES = 100 };

static void add_new(const char **names, size_t *count, const char *name) {
    size_t at = 0;
    while (at < *count && strcmp(names[at], name) != 0)
        at++;
    if (at == *count && *count < MOST_ADDRESSEES)
        names[(*count)++] = name;
}

const char *const *addressees_of(const struct facts *facts, size_t *count) {
    const char **names = arena_allocate(facts->arena, MOST_ADDRESSEES, sizeof *names);
    size_t question_count, code_count;
    const struct question *const *questions = addressees_questions(facts, &question_count);
    *count = 0;
    for (size_t i = 0; i < question_count; i++) {
        const struct code *codes = codes_of(questions[i], &code_count);
        for (size_t k = 0; k < code_count; k++) {
            size_t named;
            const char *const *of_code = addressees_named(facts, &codes[k].addressee, &named);
            for (size_t n = 0; n < named; n++)
                add_new(names, count, of_code[n]);
        }
    }
    return names;
}
