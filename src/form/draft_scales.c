#include "form/draft_scales.h"

#include <string.h>

static bool same_words(const char *one, const char *other) {
    return one == other || (one != NULL && other != NULL && strcmp(one, other) == 0);
}

static bool same_label(const struct label *one, const struct label *other) {
    for (size_t i = 0; i < QUESTIONNAIRE_MAX_LANGUAGES; i++)
        if (!same_words(one->in[i], other->in[i]))
            return false;
    return true;
}

static bool same_phrases(const struct draft_phrases *one, const struct draft_phrases *other) {
    if (one->count != other->count)
        return false;
    for (size_t i = 0; i < one->count; i++)
        if (strcmp(one->phrases[i], other->phrases[i]) != 0)
            return false;
    return true;
}

static bool same_code(const struct draft_code *one, const struct draft_code *other) {
    return strcmp(one->id, other->id) == 0 && same_label(&one->label, &other->label) &&
           same_phrases(&one->aliases, &other->aliases) &&
           same_words(one->value, other->value) && one->outside == other->outside;
}

static bool same_codes(const struct draft_codes *one, const struct draft_codes *other) {
    if (one->count != other->count || one->measure != other->measure ||
        one->has_dk != other->has_dk || !same_label(&one->dk, &other->dk) ||
        !same_phrases(&one->dk_aliases, &other->dk_aliases))
        return false;
    for (size_t i = 0; i < one->count; i++)
        if (!same_code(&one->codes[i], &other->codes[i]))
            return false;
    return true;
}

/* A scale has two codes at least, inside of it, and no open text. */
static bool can_be_scale(const struct draft_question *question) {
    size_t inside = 0;
    if (question->type != QUESTION_SINGLE && question->type != QUESTION_MATRIX)
        return false;
    for (size_t i = 0; i < question->codes.count; i++) {
        inside += !question->codes.codes[i].outside;
        if (strcmp(question->codes.codes[i].id, "other") == 0)
            return false;
    }
    return inside >= 2;
}

static const struct draft_codes *find_scale(const struct draft *draft,
                                            const struct draft_codes *codes) {
    for (size_t i = 0; i < draft->scale_count; i++)
        if (same_codes(draft->scales[i], codes))
            return draft->scales[i];
    return NULL;
}

static bool is_name_of_scale(const struct draft *draft, const char *name) {
    for (size_t i = 0; i < draft->scale_count; i++)
        if (strcmp(draft->scales[i]->scale, name) == 0)
            return true;
    return false;
}

static void add_scale(struct draft *draft, struct draft_question *question) {
    struct draft_codes *codes = &question->codes;
    const char *wanted = codes->name != NULL ? codes->name : question->id, *id = wanted;
    for (size_t number = 2; is_name_of_scale(draft, id); number++)
        id = arena_format(draft->arena, "%.36s_%zu", wanted, number);
    codes->scale = id;
    draft->scales[draft->scale_count++] = codes;
}

void draft_join_scales(struct draft *draft) {
    /* At most every second question makes one. */
    draft->scale_capacity = draft->question_count;
    draft->scales =
        arena_allocate(draft->arena, draft->scale_capacity + 1, sizeof *draft->scales);
    for (size_t i = 0; i < draft->question_count; i++) {
        struct draft_question *question = draft->questions[i];
        if (!can_be_scale(question))
            continue;
        const struct draft_codes *scale = find_scale(draft, &question->codes);
        for (size_t k = i + 1; scale == NULL && k < draft->question_count; k++)
            if (can_be_scale(draft->questions[k]) &&
                same_codes(&question->codes, &draft->questions[k]->codes)) {
                add_scale(draft, question);
                scale = &question->codes;
            }
        question->codes.scale = scale != NULL ? scale->scale : NULL;
    }
}
