#include "form/limesurvey.h"

#include <string.h>
#include <strings.h>

#include "base/language.h"

/* Room for one more item; the old array stays behind in the arena. */
static void *grow(const struct limesurvey *survey, void *old, size_t count, size_t *capacity,
                  size_t size) {
    if (count < *capacity)
        return old;
    *capacity = *capacity == 0 ? 8 : *capacity * 2;
    void *room = arena_allocate(survey->draft->arena, *capacity, size);
    if (count > 0)
        memcpy(room, old, count * size);
    return room;
}

static const char *copy(const struct limesurvey *survey, const char *string) {
    return arena_copy(survey->draft->arena, string);
}

int limesurvey_language(const struct limesurvey *survey, const char *name) {
    const struct draft *draft = survey->draft;
    size_t length = strcspn(name, "-_");
    if (length == 0)
        return 0;
    for (size_t i = 0; i < draft->language_count; i++)
        if (strlen(draft->languages[i]) == length &&
            strncasecmp(draft->languages[i], name, length) == 0)
            return (int)i;
    return -1;
}

void limesurvey_need_language(struct limesurvey *survey) {
    struct draft *draft = survey->draft;
    if (draft->language_count > 0)
        return;
    draft_language(draft, language_pick("en", "de"));
    draft_guess(draft, &draft->remarks, "the file names no language: %s is a guess",
                "Die Datei nennt keine Sprache: %s ist geraten", draft->languages[0]);
}

struct limesurvey_group *limesurvey_add_group(struct limesurvey *survey, const char *key) {
    survey->groups = grow(survey, survey->groups, survey->group_count, &survey->group_capacity,
                          sizeof *survey->groups);
    struct limesurvey_group *group = &survey->groups[survey->group_count++];
    *group = (struct limesurvey_group){.key = copy(survey, key)};
    return group;
}

struct limesurvey_question *limesurvey_add_question(struct limesurvey *survey, size_t group,
                                                    const char *code) {
    survey->questions = grow(survey, survey->questions, survey->question_count,
                             &survey->question_capacity, sizeof *survey->questions);
    struct limesurvey_question *question = &survey->questions[survey->question_count++];
    *question = (struct limesurvey_question){
        .code = copy(survey, code), .group = group, .mandatory = 'N'};
    return question;
}

struct limesurvey_item *limesurvey_add_item(struct limesurvey *survey,
                                            struct limesurvey_items *items, const char *code,
                                            int scale) {
    items->items =
        grow(survey, items->items, items->count, &items->capacity, sizeof *items->items);
    struct limesurvey_item *item = &items->items[items->count++];
    *item = (struct limesurvey_item){.code = copy(survey, code), .scale = scale};
    return item;
}

struct limesurvey_item *limesurvey_find_item(struct limesurvey_items *items, const char *code,
                                             int scale) {
    for (size_t i = 0; i < items->count; i++)
        if (items->items[i].scale == scale && strcmp(items->items[i].code, code) == 0)
            return &items->items[i];
    return NULL;
}

const char *limesurvey_attribute(const struct limesurvey_question *question, const char *name) {
    for (size_t i = 0; i < question->attribute_count; i++)
        if (strcmp(question->attributes[i].name, name) == 0)
            return question->attributes[i].value;
    return NULL;
}

void limesurvey_add_attribute(struct limesurvey *survey, struct limesurvey_question *question,
                              const char *name, const char *value) {
    if (value[0] == '\0' || limesurvey_attribute(question, name) != NULL)
        return;
    question->attributes = grow(survey, question->attributes, question->attribute_count,
                                &question->attribute_capacity, sizeof *question->attributes);
    question->attributes[question->attribute_count++] =
        (struct limesurvey_attribute){copy(survey, name), copy(survey, value)};
}
