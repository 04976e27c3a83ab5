#include "survey/answer_class.h"

#include <string.h>

static const struct {
    const char *name;
    enum statistic statistic;
} kinds[CLASS_KINDS] = {
    [CLASS_NONE] = {"", STATISTIC_NONE},          [CLASS_TOP2] = {"top2", STATISTIC_TOP2},
    [CLASS_SET] = {"set", STATISTIC_SET},         [CLASS_CODE] = {"code", STATISTIC_COUNT},
    [CLASS_TICKED] = {"ticked", STATISTIC_COUNT}, [CLASS_PLACED] = {"placed", STATISTIC_TOP},
};

/* Where the answers of an item are no codes of a scale. */
static const enum class_kind of_answers[ANSWER_KINDS] = {
    [ANSWER_TICK] = CLASS_TICKED,
    [ANSWER_PLACE] = CLASS_PLACED,
};

static bool set_holds(const struct answer_set *set, size_t code) {
    for (size_t i = 0; i < set->count; i++)
        if (set->codes[i] == code)
            return true;
    return false;
}

static bool is_proper(const struct answer_set *set, const struct code_list *codes) {
    size_t held = 0;
    for (size_t code = 0; code < codes->inside; code++)
        held += set_holds(set, code);
    return held > 0 && held < codes->inside;
}

static struct answer_class of_codes(const struct question *question, const int64_t *counts) {
    const struct code_list *codes = question->codes;
    if (codes->inside < 2)
        return (struct answer_class){CLASS_NONE, ""};
    if (codes->measure == MEASURE_ORDINAL && codes->inside > 2)
        return (struct answer_class){CLASS_TOP2, ""};
    if (question->set_count > 0 && is_proper(&question->sets[0], codes))
        return (struct answer_class){CLASS_SET, question->sets[0].id};
    size_t best = 0;
    for (size_t code = 1; code < codes->inside; code++)
        if (counts[code] > counts[best])
            best = code;
    return (struct answer_class){CLASS_CODE, codes->codes[best].id};
}

struct answer_class answer_class_decide(const struct question *question,
                                        const int64_t *counts) {
    enum answer_kind answer = question_answer(question);
    return answer == ANSWER_CODE ? of_codes(question, counts)
                                 : (struct answer_class){of_answers[answer], ""};
}

bool answer_class_holds(const struct answer_class *class, const struct question *question,
                        size_t code) {
    switch (class->kind) {
    case CLASS_TOP2:
        return code_list_is_top(question->codes, code);
    case CLASS_SET:
        for (size_t i = 0; i < question->set_count; i++)
            if (strcmp(question->sets[i].id, class->category) == 0)
                return set_holds(&question->sets[i], code);
        return false;
    case CLASS_CODE:
        return strcmp(question->codes->codes[code].id, class->category) == 0;
    case CLASS_NONE:
    case CLASS_TICKED:
    case CLASS_PLACED:
    case CLASS_KINDS:
        break;
    }
    return false;
}

const char *class_kind_name(enum class_kind kind) {
    return kinds[kind].name;
}

enum class_kind class_kind_named(const char *name, size_t length) {
    for (size_t i = 1; i < CLASS_KINDS; i++)
        if (strlen(kinds[i].name) == length && memcmp(kinds[i].name, name, length) == 0)
            return (enum class_kind)i;
    return CLASS_NONE;
}

enum statistic class_kind_statistic(enum class_kind kind) {
    return kinds[kind].statistic;
}
