#include "report/deciders.h"

#include <string.h>

#include "findings/addressees.h"
#include "report/table.h"
#include "report/topics.h"
#include "wording/statement_words.h"

enum { MOST_ITEMS = 20, MOST_QUESTIONS = 40 };

/* What is shown and has addressees. */
struct decided {
    const struct code *code[MOST_ITEMS];
    size_t count;
};

static bool has_label(const struct teller *teller, const struct code *code, const char *label) {
    return strcmp(teller_code_label(teller, &code->label), label) == 0 ||
           (label_present(&code->brief) &&
            strcmp(teller_code_label(teller, &code->brief), label) == 0);
}

static void add(struct decided *decided, const struct code *code) {
    if (decided->count < MOST_ITEMS && label_present(&code->addressee))
        decided->code[decided->count++] = code;
}

/* The row of a table is known by its label. */
static void add_row(const struct report *report, const struct topic *topic, const char *label,
                    struct decided *decided) {
    const struct question *questions[MOST_QUESTIONS];
    size_t count = topics_questions(topic, questions, MOST_QUESTIONS), items;
    for (size_t i = 0; i < count; i++) {
        const struct code *codes = items_codes(questions[i], &items);
        for (size_t k = 0; k < items; k++)
            if (label_present(&codes[k].addressee) &&
                has_label(&report->teller, &codes[k], label)) {
                add(decided, &codes[k]);
                return;
            }
    }
}

static struct decided decided_in(const struct report *report, const struct topic *topic,
                                 size_t first_block) {
    const struct document *document = report->page->document;
    struct decided decided = {.count = 0};
    for (size_t i = first_block; i < document->count; i++)
        if (document->blocks[i].kind == BLOCK_TABLE)
            for (const struct table_row *row = document->blocks[i].table->first; row != NULL;
                 row = row->next)
                add_row(report, topic, row->label, &decided);
    if (topic->kind == TOPIC_ITEM)
        add(&decided, question_item(topic->question, topic->item));
    return decided;
}

/* The names of one item beside those of most; *also: the latter decide on it, too. */
static const char *others_of(const struct report *report, const struct code *code,
                             const char *const *common, size_t common_count, bool *also) {
    const struct facts *facts = &report->teller.facts;
    size_t count, left = 0;
    const char *const *names = addressees_named(facts, &code->addressee, &count);
    const char **others = arena_allocate(facts->arena, count + 1, sizeof *others);
    *also = common_count > 0;
    for (size_t k = 0; k < common_count; k++)
        *also &= addressees_include(facts, &code->addressee, common[k]);
    for (size_t i = 0; i < count; i++) {
        bool is_common = false;
        for (size_t k = 0; k < common_count && *also; k++)
            is_common |= strcmp(common[k], names[i]) == 0;
        if (!is_common)
            others[left++] = names[i];
    }
    return voice_list(&report->teller.voice, others, left);
}

/* Those who decide on most of the items. */
static const char *const *common_of(const struct report *report, const struct decided *decided,
                                    size_t *count) {
    const struct facts *facts = &report->teller.facts;
    const char **common = arena_allocate(facts->arena, MOST_ITEMS * MOST_ITEMS, sizeof *common);
    *count = 0;
    for (size_t item = 0; item < decided->count; item++) {
        size_t named;
        const char *const *names =
            addressees_named(facts, &decided->code[item]->addressee, &named);
        for (size_t i = 0; i < named && *count < MOST_ITEMS; i++) {
            size_t holding = 0;
            for (size_t k = 0; k < decided->count; k++)
                holding += addressees_include(facts, &decided->code[k]->addressee, names[i]);
            bool known = false;
            for (size_t k = 0; k < *count; k++)
                known |= strcmp(common[k], names[i]) == 0;
            if (2 * holding > decided->count && !known)
                common[(*count)++] = names[i];
        }
    }
    return common;
}

/* "„A“ und „B“: auch EU": the items of which the same others decide, from one on; marks them.
 */
static const char *say_others(const struct report *report, const struct decided *decided,
                              const char **others, const bool *also, size_t from) {
    const struct voice *voice = &report->teller.voice;
    const char *labels[MOST_ITEMS], *names = others[from];
    size_t count = 0;
    for (size_t k = from; k < decided->count; k++)
        if (also[k] == also[from] && strcmp(others[k], names) == 0) {
            labels[count++] = words_code(&report->teller, decided->code[k]);
            others[k] = "";
        }
    return voice_say(voice, also[from] ? PHRASE_FIRST_DECIDES_ALSO : PHRASE_FIRST_DECIDES_AT,
                     "labels", voice_list(voice, labels, count), "names", names, NULL);
}

const char *deciders_sentence(const struct report *report, const struct topic *topic,
                              size_t first_block) {
    const struct voice *voice = &report->teller.voice;
    struct decided decided = decided_in(report, topic, first_block);
    if (decided.count == 0)
        return "";
    size_t common_count;
    const char *const *common = common_of(report, &decided, &common_count);
    const char *list = voice_list(voice, common, common_count), *others[MOST_ITEMS];
    bool also[MOST_ITEMS];
    for (size_t i = 0; i < decided.count; i++)
        others[i] = others_of(report, decided.code[i], common, common_count, &also[i]);
    for (size_t i = 0; i < decided.count; i++) {
        if (others[i][0] == '\0')
            continue;
        const char *part = say_others(report, &decided, others, also, i);
        list = list[0] == '\0' ? part
                               : voice_say(voice, PHRASE_FIRST_DECIDES_JOIN, "first", list,
                                           "next", part, NULL);
    }
    return voice_say(voice, PHRASE_FIRST_DECIDES, "list", list, NULL);
}
