#include "form/export_alike.h"

#include <string.h>

#include "base/text.h"
#include "form/tally.h"

enum { LEAST_ANSWERS = 2, MOST_ANSWERS = 40 };

static bool same_words(const struct draft_code *one, const struct draft_code *other) {
    struct text left = {0}, right = {0};
    if (one->label.in[0] == NULL || other->label.in[0] == NULL)
        return false;
    tally_form(&left, one->label.in[0]);
    tally_form(&right, other->label.in[0]);
    bool same = strcmp(text_string(&left), text_string(&right)) == 0;
    text_free(&left);
    text_free(&right);
    return same;
}

static const struct draft_code *find(const struct draft_codes *codes,
                                     const struct draft_code *wanted) {
    for (size_t i = 0; i < codes->count; i++)
        if (same_words(&codes->codes[i], wanted))
            return &codes->codes[i];
    return NULL;
}

/* "Other" is in lists of all kinds. */
static bool is_other(const struct draft_code *code) {
    return code->id != NULL && strcmp(code->id, "other") == 0;
}

/* Yes and no are all of their list, though "unsure" may be in another one. */
static bool is_yes_and_no(const struct draft_codes *codes) {
    return codes->count == 2 && codes->codes[0].id != NULL &&
           strcmp(codes->codes[0].id, "yes") == 0;
}

static bool is_part(const struct draft_codes *codes, const struct draft_codes *whole) {
    size_t shared = 0, own = 0;
    if (is_yes_and_no(codes))
        return false;
    for (size_t i = 0; i < codes->count; i++) {
        if (is_other(&codes->codes[i]))
            continue;
        own++;
        shared += find(whole, &codes->codes[i]) != NULL ? 1 : 0;
    }
    return own >= LEAST_ANSWERS && shared == own && whole->count > codes->count &&
           whole->count <= MOST_ANSWERS;
}

static bool picks_one(const struct draft_question *question) {
    return question->type == QUESTION_SINGLE || question->type == QUESTION_MATRIX;
}

/* Boxes have all options as columns, and a ranking is asked of its own list. */
static bool may_share(const struct draft_question *one, const struct draft_question *other) {
    if (picks_one(one) && picks_one(other))
        return true;
    return one->type == QUESTION_MULTI && other->type == QUESTION_MULTI &&
           one->separator != '\0' && one->separator == other->separator;
}

static const struct draft_question *find_whole(const struct draft *draft,
                                               const struct draft_question *question) {
    const struct draft_question *best = NULL;
    for (size_t i = 0; i < draft->question_count; i++) {
        const struct draft_question *other = draft->questions[i];
        if (other != question && may_share(question, other) &&
            is_part(&question->codes, &other->codes) &&
            (best == NULL || other->codes.count > best->codes.count))
            best = other;
    }
    return best;
}

/* In the order of the longer list, which has seen more; what the question alone has ("other",
 * its own spellings) stays. */
static void complete(struct draft *draft, struct draft_question *question,
                     const struct draft_question *whole) {
    struct draft_codes before = question->codes;
    question->codes.codes = NULL;
    question->codes.count = question->codes.capacity = 0;
    for (size_t i = 0; i < whole->codes.count; i++) {
        const struct draft_code *code = &whole->codes.codes[i];
        const struct draft_code *own = find(&before, code);
        struct draft_code *added = draft_add_code(draft, &question->codes, NULL);
        *added = own != NULL ? *own : *code;
        added->outside = code->outside;
    }
    for (size_t i = 0; i < before.count; i++)
        if (find(&whole->codes, &before.codes[i]) == NULL)
            *draft_add_code(draft, &question->codes, NULL) = before.codes[i];
    question->codes.measure = whole->codes.measure;
    question->has_other = question->has_other || whole->has_other;
    draft_guess(draft, &question->codes.remarks,
                "answers were added that another question has in the same list",
                "ergänzt um Antworten, die eine andere Frage in derselben Liste hat");
}

void export_alike_complete(struct draft *draft) {
    for (size_t i = 0; i < draft->question_count; i++) {
        struct draft_question *question = draft->questions[i];
        const struct draft_question *whole = find_whole(draft, question);
        if (whole != NULL)
            complete(draft, question, whole);
    }
}
