#include "survey/questionnaire.h"

#include <string.h>

#include "base/arena.h"

void questionnaire_free(struct questionnaire *questionnaire) {
    if (questionnaire != NULL)
        arena_free(questionnaire->memory);
}

int questionnaire_language(const struct questionnaire *questionnaire, const char *language) {
    for (size_t i = 0; i < questionnaire->language_count; i++)
        if (strcmp(questionnaire->languages[i], language) == 0)
            return (int)i;
    return -1;
}

const struct question *questionnaire_question(const struct questionnaire *questionnaire,
                                              const char *id) {
    for (size_t i = 0; i < questionnaire->question_count; i++)
        if (strcmp(questionnaire->questions[i].id, id) == 0)
            return &questionnaire->questions[i];
    return NULL;
}

const struct score *questionnaire_score(const struct questionnaire *questionnaire,
                                        const char *id) {
    for (size_t i = 0; i < questionnaire->score_count; i++)
        if (strcmp(questionnaire->scores[i].id, id) == 0)
            return &questionnaire->scores[i];
    return NULL;
}

const struct gap *questionnaire_gap(const struct questionnaire *questionnaire, const char *id) {
    for (size_t i = 0; i < questionnaire->gap_count; i++)
        if (strcmp(questionnaire->gaps[i].id, id) == 0)
            return &questionnaire->gaps[i];
    return NULL;
}

const struct together *questionnaire_together(const struct questionnaire *questionnaire,
                                              const char *id) {
    for (size_t i = 0; i < questionnaire->together_count; i++)
        if (strcmp(questionnaire->togethers[i].id, id) == 0)
            return &questionnaire->togethers[i];
    return NULL;
}

const struct trend *questionnaire_trend(const struct questionnaire *questionnaire,
                                        const char *id) {
    for (size_t i = 0; i < questionnaire->trend_count; i++)
        if (strcmp(questionnaire->trends[i].id, id) == 0)
            return &questionnaire->trends[i];
    return NULL;
}

static bool is_among(const struct question *const *questions, size_t count,
                     const struct question *question) {
    for (size_t i = 0; i < count; i++)
        if (questions[i] == question)
            return true;
    return false;
}

static bool gap_holds(const struct gap *gap, const struct question *question) {
    return gap->importance == question || gap->satisfaction == question;
}

/* No glance is a part of another. */
static bool glance_holds(const struct glance *glance, const struct question *question) {
    for (size_t i = 0; i < glance->part_count; i++)
        if (topic_holds(&glance->parts[i], question))
            return true;
    return glance->gap != NULL ? gap_holds(glance->gap, question)
                               : glance->question != NULL && glance->question == question;
}

bool topic_holds(const struct topic *topic, const struct question *question) {
    switch (topic->kind) {
    case TOPIC_QUESTION:
    case TOPIC_ITEM:
        return topic->question == question;
    case TOPIC_GAP:
        return gap_holds(topic->gap, question);
    case TOPIC_TOGETHER:
        return is_among(topic->together->questions, topic->together->count, question);
    case TOPIC_TREND:
        return is_among(topic->trend->questions, topic->trend->count, question);
    case TOPIC_GLANCE:
        return glance_holds(topic->glance, question);
    }
    return false;
}

const struct question *questionnaire_role(const struct questionnaire *questionnaire,
                                          enum question_role role) {
    for (size_t i = 0; i < questionnaire->question_count; i++)
        if ((questionnaire->questions[i].roles & role) != 0)
            return &questionnaire->questions[i];
    return NULL;
}

const struct variable *questionnaire_variable(const struct questionnaire *questionnaire,
                                              const char *name) {
    for (size_t i = 0; i < questionnaire->variable_count; i++)
        if (strcmp(questionnaire->variables[i].name, name) == 0)
            return &questionnaire->variables[i];
    return NULL;
}

const struct code *question_items(const struct question *question, size_t *count) {
    switch (question_type_traits(question->type)->items) {
    case ITEMS_ROWS:
    case ITEMS_FIELDS:
        *count = question->row_count;
        return question->rows;
    case ITEMS_OPTIONS:
        if (question->codes == NULL) /* while it is built, after a fault */
            break;
        *count = question->codes->count;
        return question->codes->codes;
    case ITEMS_NONE:
        break;
    }
    *count = 0;
    return NULL;
}

bool question_has_rows(const struct question *question) {
    return question_type_traits(question->type)->items == ITEMS_ROWS;
}

bool question_has_options(const struct question *question) {
    return question_type_traits(question->type)->items == ITEMS_OPTIONS;
}

const struct code *question_item(const struct question *question, size_t position) {
    size_t count;
    const struct code *items = question_items(question, &count);
    return items != NULL ? &items[position] : NULL;
}

enum answer_kind question_answer(const struct question *question) {
    return question_type_traits(question->type)->answer;
}

bool question_offers_codes(const struct question *question) {
    enum answer_kind answer = question_answer(question);
    return answer == ANSWER_CODE || answer == ANSWER_TICK || answer == ANSWER_PLACE;
}

bool question_has_one_code(const struct question *question) {
    const struct question_traits *traits = question_type_traits(question->type);
    return traits->items == ITEMS_NONE && traits->answer == ANSWER_CODE;
}

size_t question_parts(const struct question *question) {
    return question_has_rows(question) ? question->row_count : 1;
}

const char *question_part(const struct question *question, size_t part) {
    return question_has_rows(question) ? question->rows[part].id : "";
}

bool question_is_apart(const struct question *question) {
    return (question->roles & (ROLE_EXCHANGE | ROLE_CONSENT_CONTACT)) != 0;
}

const struct question *questionnaire_apart(const struct questionnaire *questionnaire) {
    for (size_t i = 0; i < questionnaire->question_count; i++)
        if (question_is_apart(&questionnaire->questions[i]))
            return &questionnaire->questions[i];
    return NULL;
}

const struct question *questionnaire_answered(const struct questionnaire *questionnaire,
                                              enum answer_kind answer) {
    for (size_t i = 0; i < questionnaire->question_count; i++)
        if (question_answer(&questionnaire->questions[i]) == answer)
            return &questionnaire->questions[i];
    return NULL;
}

const struct grouping *questionnaire_main_grouping(const struct questionnaire *questionnaire) {
    for (size_t i = 0; i < questionnaire->grouping_count; i++)
        if (questionnaire->groupings[i].question == questionnaire->breakdown)
            return &questionnaire->groupings[i];
    return questionnaire->grouping_count > 0 ? &questionnaire->groupings[0] : NULL;
}

bool questionnaire_shows_grouping(const struct questionnaire *questionnaire,
                                  const struct grouping *grouping, int64_t accepted) {
    bool main = grouping == questionnaire_main_grouping(questionnaire);
    return accepted >= (main ? GROUPS_SHOWN_FROM : ALL_GROUPINGS_SHOWN_FROM);
}

int code_position(const struct code *codes, size_t count, const char *id) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(codes[i].id, id) == 0)
            return (int)i;
    return -1;
}

bool grouping_level_holds(const struct grouping *grouping, size_t coarse, size_t code) {
    const struct coarse_level *level = &grouping->coarse[coarse];
    for (size_t i = 0; i < level->count; i++)
        if (level->codes[i] == code)
            return true;
    return false;
}

bool gap_is_unmet(const struct gap *gap, size_t code) {
    for (size_t i = 0; i < gap->unmet_count; i++)
        if (gap->unmet_codes[i] == code)
            return true;
    return false;
}

/* The number at the start of string, its sign included; *end is behind it. Of a fraction
 * ("0,5") and of more digits than count nothing can be the place of a code. */
static int64_t read_number(const char *string, const char **end) {
    int64_t number = 0;
    for (*end = string; **end >= '0' && **end <= '9'; (*end)++)
        number = number < 10000 ? 10 * number + (**end - '0') : number;
    bool fraction = (**end == ',' || **end == '.') && (*end)[1] >= '0' && (*end)[1] <= '9';
    return fraction ? -1 : number;
}

/* A hyphen or a minus (U+2212) or a dash (U+2013) right before a digit at the beginning. */
static bool is_negative(const char *label) {
    label += strspn(label, " (");
    return label[0] == '-' || strncmp(label, "\xE2\x88\x92", 3) == 0 ||
           strncmp(label, "\xE2\x80\x93", 3) == 0;
}

/* Every number in the label is the place. */
static bool names_place(const char *label, int64_t place) {
    const char *next = strpbrk(label, "0123456789"), *end;
    if (next != NULL && is_negative(label))
        return false;
    for (; next != NULL; next = strpbrk(end, "0123456789"))
        if (read_number(next, &end) != place)
            return false;
    return true;
}

bool code_list_has_numbers(const struct code_list *codes) {
    if (codes->values != NULL)
        return true;
    for (size_t i = 0; i < codes->inside; i++)
        for (size_t k = 0; k < QUESTIONNAIRE_MAX_LANGUAGES; k++) {
            const char *label = codes->codes[i].label.in[k];
            if (label != NULL && !names_place(label, (int64_t)i + 1))
                return false;
        }
    return true;
}

int64_t code_list_number(const struct code_list *codes, size_t code) {
    return codes->values != NULL ? codes->values[code] : (int64_t)code + 1;
}

bool code_list_is_top(const struct code_list *codes, size_t code) {
    return code < codes->inside && code + codes->top_size >= codes->inside;
}

bool label_present(const struct label *label) {
    for (size_t i = 0; i < QUESTIONNAIRE_MAX_LANGUAGES; i++)
        if (label->in[i] != NULL)
            return true;
    return false;
}
