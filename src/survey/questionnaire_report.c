#include "survey/questionnaire_report.h"

#include <string.h>

#include "survey/questionnaire_check.h"
#include "survey/questionnaire_questions.h"

/* --- [together], [trend] --- */

enum { MOST_TOGETHER = 3, MOST_TREND = 4, MOST_PARTS = 12, MOST_GLANCE_PARTS = 4 };

/* Whose name it is: that of a section which results or a topic name in the same way. */
static void check_name_free(struct builder *builder, const struct ini_section *section) {
    const struct questionnaire *questionnaire = builder->questionnaire;
    const char *kind = NULL;
    if (build_find_question(builder, section->id) != NULL)
        kind = "question";
    else if (questionnaire_score(questionnaire, section->id) != NULL)
        kind = "score";
    else if (questionnaire_gap(questionnaire, section->id) != NULL)
        kind = "gap";
    else if (strcmp(section->kind, "trend") == 0 &&
             questionnaire_together(questionnaire, section->id) != NULL)
        kind = "together";
    if (kind != NULL)
        BUILD_FAULT(builder, section, NULL,
                    "the id '%s' belongs to a [%s] already: choose another",
                    "Den Namen '%s' hat schon ein Abschnitt [%s]: Bitte einen anderen wählen",
                    section->id, kind);
}

/* The questions of `questions`, two to `most`, and their texts KEY.QUESTION.LANG. */
struct compared {
    const struct question **questions;
    struct label *texts;
    size_t count;
};

/* A question that is named twice is kept once. */
static void add_compared(struct builder *builder, const struct ini_section *section,
                         struct compared *compared, const char *word, const char *key) {
    const struct ini_entry *entry = ini_entry(section, "questions");
    const struct question *question = build_find_question(builder, word);
    if (question == NULL) {
        build_unknown_question(builder, section, entry, word);
        return;
    }
    for (size_t i = 0; i < compared->count; i++)
        if (compared->questions[i] == question) {
            BUILD_FAULT(builder, section, entry, "'%s' is named twice", "'%s' steht doppelt",
                        word);
            return;
        }
    compared->questions[compared->count] = question;
    compared->texts[compared->count++] =
        build_label(builder, section, arena_format(builder->arena, "%s.%s", key, word), true);
}

static struct compared take_compared(struct builder *builder, const struct ini_section *section,
                                     size_t most, const char *key) {
    const struct ini_entry *entry = build_required(builder, section, "questions");
    size_t words_count;
    const char *const *words = build_words(builder, section, "questions", &words_count);
    struct compared compared = {
        arena_allocate(builder->arena, words_count, sizeof *compared.questions),
        arena_allocate(builder->arena, words_count, sizeof *compared.texts), 0};
    if (entry != NULL && (words_count < 2 || words_count > most))
        BUILD_FAULT(builder, section, entry, "%zu named: write the names of 2 to %zu questions",
                    "%zu genannt: Bitte die Namen von 2 bis %zu Fragen schreiben", words_count,
                    most);
    for (size_t i = 0; i < words_count; i++)
        add_compared(builder, section, &compared, words[i], key);
    struct key_scope scope = {key, words, words_count, "question", "Frage"};
    build_check_keys(builder, section, QUESTION_TYPES, &scope, 1);
    return compared;
}

/* "none of these" and open text are no item that another question could have. */
static bool is_comparable(const struct question *question, size_t position) {
    const struct code *item = question_item(question, position);
    bool other = question->has_other && position == question->other;
    return question_has_rows(question) || (!item->outside && !item->exclusive && !other);
}

/* The positions of a question's comparable items. */
static const size_t *take_items(struct builder *builder, const struct question *question,
                                size_t *count) {
    size_t all;
    question_items(question, &all);
    size_t *items = arena_allocate(builder->arena, all, sizeof *items);
    *count = 0;
    for (size_t i = 0; i < all; i++)
        if (is_comparable(question, i))
            items[(*count)++] = i;
    return items;
}

/* False after saying so where the question has no rows or options of its own to compare. */
static bool check_has_items(struct builder *builder, const struct ini_section *section,
                            const struct question *question) {
    if (question_has_rows(question) || question_has_options(question))
        return true;
    BUILD_FAULT(builder, section, ini_entry(section, "questions"),
                "'%s' is of type %s: only questions with rows or options can stand together",
                "'%s' ist vom Typ %s: Nur Fragen mit Zeilen oder Optionen können "
                "beieinanderstehen",
                question->id, question_type_name(question->type));
    return false;
}

static const char *item_id(const struct question *question, const size_t *items, size_t count,
                           size_t at) {
    return at < count ? question_item(question, items[at])->id : "-";
}

/* The first place at which two lists of items differ is named. */
static void check_same_items(struct builder *builder, const struct ini_section *section,
                             const struct together *together, size_t column, size_t count) {
    const struct question *first = together->questions[0], *other = together->questions[column];
    size_t most = count > together->item_count ? count : together->item_count;
    for (size_t i = 0; i < most; i++) {
        const char *wanted = item_id(first, together->items[0], together->item_count, i);
        const char *found = item_id(other, together->items[column], count, i);
        if (strcmp(wanted, found) == 0)
            continue;
        BUILD_FAULT(builder, section, ini_entry(section, "questions"),
                    "'%s' and '%s' must have the same items in the same order; number %zu is "
                    "'%s' there and '%s' here",
                    "'%s' und '%s' müssen dieselben Zeilen oder Optionen in derselben "
                    "Reihenfolge haben; Nummer %zu ist dort '%s' und hier '%s'",
                    first->id, other->id, i + 1, wanted, found);
        return;
    }
}

static void link_items(struct builder *builder, const struct ini_section *section,
                       struct together *together) {
    const size_t **items = arena_allocate(builder->arena, together->count, sizeof *items);
    together->items = items;
    for (size_t i = 0; i < together->count; i++) {
        const struct question *question = together->questions[i];
        size_t count, all;
        if (question->type == QUESTION_TYPES || !check_has_items(builder, section, question))
            return;
        question_items(question, &all);
        if (all == 0)
            return;
        items[i] = take_items(builder, question, &count);
        if (i == 0)
            together->item_count = count;
        else
            check_same_items(builder, section, together, i, count);
    }
}

static void build_togethers(struct builder *builder) {
    size_t at = 0, count = build_count(builder, "together");
    struct together *togethers = arena_allocate(builder->arena, count, sizeof *togethers);
    builder->questionnaire->togethers = togethers;
    const struct ini_section *section;
    while ((section = build_next(builder, "together", &at)) != NULL) {
        check_name_free(builder, section);
        struct label title = build_label(builder, section, "title", true);
        struct compared compared = take_compared(builder, section, MOST_TOGETHER, "column");
        struct together *together = &togethers[builder->questionnaire->together_count++];
        *together = (struct together){.id = section->id,
                                      .title = title,
                                      .questions = compared.questions,
                                      .columns = compared.texts,
                                      .count = compared.count};
        link_items(builder, section, together);
    }
}

/* Numbers of two times can be compared only where the same answers were offered. */
static void check_same_scale(struct builder *builder, const struct ini_section *section,
                             const struct question *first, const struct question *other) {
    const struct code_list *a = first->codes, *b = other->codes;
    size_t differs = 0;
    while (differs < a->inside && differs < b->inside &&
           strcmp(a->codes[differs].id, b->codes[differs].id) == 0)
        differs++;
    if (differs < a->inside || differs < b->inside)
        BUILD_FAULT(builder, section, ini_entry(section, "questions"),
                    "'%s' and '%s' must have the same answers in the same order; number %zu is "
                    "'%s' there and '%s' here",
                    "'%s' und '%s' müssen dieselben Antworten in derselben Reihenfolge haben; "
                    "Nummer %zu ist dort '%s' und hier '%s'",
                    first->id, other->id, differs + 1,
                    differs < a->inside ? a->codes[differs].id : "-",
                    differs < b->inside ? b->codes[differs].id : "-");
    else if (a->measure != b->measure || a->top_size != b->top_size ||
             a->bottom_size != b->bottom_size)
        BUILD_FAULT(builder, section, ini_entry(section, "questions"),
                    "the scales of '%s' and '%s' must have the same measure, top_codes and "
                    "bottom_codes",
                    "Die Skalen von '%s' und '%s' müssen dasselbe measure, dieselben top_codes "
                    "und bottom_codes haben",
                    first->id, other->id);
}

static void check_trend(struct builder *builder, const struct ini_section *section,
                        const struct trend *trend) {
    for (size_t i = 0; i < trend->count; i++) {
        const struct question *question = trend->questions[i];
        if (question->type == QUESTION_TYPES)
            continue;
        if (!question_has_one_code(question))
            BUILD_FAULT(builder, section, ini_entry(section, "questions"),
                        "'%s' is of type %s: a trend needs questions of type single",
                        "'%s' ist vom Typ %s: Ein Verlauf braucht Fragen vom Typ single",
                        question->id, question_type_name(question->type));
        else if (i > 0 && question_has_one_code(trend->questions[0]) &&
                 question->codes != NULL && trend->questions[0]->codes != NULL)
            check_same_scale(builder, section, trend->questions[0], question);
    }
}

static void build_trends(struct builder *builder) {
    size_t at = 0, count = build_count(builder, "trend");
    struct trend *trends = arena_allocate(builder->arena, count, sizeof *trends);
    builder->questionnaire->trends = trends;
    const struct ini_section *section;
    while ((section = build_next(builder, "trend", &at)) != NULL) {
        check_name_free(builder, section);
        struct label title = build_label(builder, section, "title", true);
        struct compared compared = take_compared(builder, section, MOST_TREND, "when");
        struct trend *trend = &trends[builder->questionnaire->trend_count++];
        *trend = (struct trend){.id = section->id,
                                .title = title,
                                .questions = compared.questions,
                                .when = compared.texts,
                                .count = compared.count};
        check_trend(builder, section, trend);
    }
}

/* --- topics --- */

/* Where topics are listed. */
struct topic_list {
    const struct ini_section *section;
    const char *key;
    bool glances; /* these may be named */
    size_t most;
};

static const struct ini_entry *list_entry(const struct topic_list *list) {
    return ini_entry(list->section, list->key);
}

/* Every name that a topic may have, for suggestions. */
static void say_unknown_topic(struct builder *builder, const struct topic_list *list,
                              const char *word) {
    const struct questionnaire *all = builder->questionnaire;
    const struct score *score = questionnaire_score(all, word);
    if (score != NULL && score->question != NULL) {
        BUILD_FAULT(builder, list->section, list_entry(list),
                    "'%s' is a score, which stands beside its question: name '%s'",
                    "'%s' ist ein Score und steht bei seiner Frage: Bitte '%s' nennen", word,
                    score->question->id);
        return;
    }
    size_t count = 0;
    const char **ids =
        arena_allocate(builder->arena,
                       all->question_count + all->gap_count + all->together_count +
                           all->trend_count + all->glance_count,
                       sizeof *ids);
    for (size_t i = 0; i < all->glance_count && list->glances; i++)
        ids[count++] = all->glances[i].id;
    for (size_t i = 0; i < all->together_count; i++)
        ids[count++] = all->togethers[i].id;
    for (size_t i = 0; i < all->trend_count; i++)
        ids[count++] = all->trends[i].id;
    for (size_t i = 0; i < all->gap_count; i++)
        ids[count++] = all->gaps[i].id;
    for (size_t i = 0; i < all->question_count; i++)
        ids[count++] = all->questions[i].id;
    build_unknown(builder, list->section, list_entry(list), word, ids, count, "topic", "Thema");
}

/* True where no report shows what the question asks for; says so. */
static bool is_refused(struct builder *builder, const struct topic_list *list,
                       const struct question *question) {
    unsigned consents = ROLE_CONSENT_PARTICIPATION | ROLE_CONSENT_QUOTES | ROLE_CONSENT_CONTACT;
    if (question->type == QUESTION_TYPES)
        return true;
    if ((question->roles & consents) == 0 && question_answer(question) != ANSWER_FIELD)
        return false;
    BUILD_FAULT(
        builder, list->section, list_entry(list),
        "'%s' asks for consent or contact data, which are no topic of the report",
        "'%s' fragt nach Zustimmung oder Kontaktdaten, die kein Thema des Berichts sind",
        question->id);
    return true;
}

/* QUESTION.ITEM: the row or option of a question. */
static bool find_item(struct builder *builder, const struct topic_list *list, const char *word,
                      struct topic *topic) {
    size_t length = strcspn(word, ".");
    const char *id = arena_copy_bytes(builder->arena, word, length);
    const struct question *question = build_find_question(builder, id);
    if (question == NULL) {
        build_unknown_question(builder, list->section, list_entry(list), id);
        return false;
    }
    if (is_refused(builder, list, question))
        return false;
    size_t count;
    const struct code *items = question_items(question, &count);
    int position = code_position(items, count, word + length + 1);
    if (!question_has_rows(question) && !question_has_options(question))
        BUILD_FAULT(builder, list->section, list_entry(list),
                    "'%s' has neither rows nor options: name the question as a whole",
                    "'%s' hat weder Zeilen noch Optionen: Bitte die ganze Frage nennen", id);
    else if (position < 0)
        build_unknown(builder, list->section, list_entry(list), word + length + 1,
                      build_ids(builder, items, count, false), count, "row or option",
                      "Zeile oder Option");
    *topic = (struct topic){.kind = TOPIC_ITEM,
                            .id = word,
                            .question = question,
                            .item = position >= 0 ? (size_t)position : 0};
    return position >= 0;
}

static const struct glance *find_glance(const struct builder *builder, const char *id) {
    for (size_t i = 0; i < builder->questionnaire->glance_count; i++)
        if (strcmp(builder->questionnaire->glances[i].id, id) == 0)
            return &builder->questionnaire->glances[i];
    return NULL;
}

/* What has that name but for rows and options. Only a glance may share one: of all others the
 * second was reported where it is. */
static bool find_whole(struct builder *builder, const struct topic_list *list, const char *word,
                       struct topic *topic) {
    const struct questionnaire *all = builder->questionnaire;
    *topic = (struct topic){.id = word,
                            .question = build_find_question(builder, word),
                            .gap = questionnaire_gap(all, word),
                            .together = questionnaire_together(all, word),
                            .trend = questionnaire_trend(all, word),
                            .glance = list->glances ? find_glance(builder, word) : NULL};
    const struct {
        enum topic_kind kind;
        bool found;
    } kinds[] = {{TOPIC_QUESTION, topic->question != NULL},
                 {TOPIC_GAP, topic->gap != NULL},
                 {TOPIC_TOGETHER, topic->together != NULL},
                 {TOPIC_TREND, topic->trend != NULL},
                 {TOPIC_GLANCE, topic->glance != NULL}};
    size_t found = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        found += kinds[i].found;
        topic->kind = kinds[i].found ? kinds[i].kind : topic->kind;
    }
    if (found == 0)
        say_unknown_topic(builder, list, word);
    else if (found > 1 && topic->glance != NULL)
        BUILD_FAULT(builder, list->section, list_entry(list),
                    "'%s' is a [glance] and something else: rename the [glance]",
                    "'%s' ist ein [glance] und noch etwas anderes: Bitte den [glance] "
                    "umbenennen",
                    word);
    return found == 1 &&
           (topic->question == NULL || !is_refused(builder, list, topic->question));
}

static bool find_topic(struct builder *builder, const struct topic_list *list, const char *word,
                       struct topic *topic) {
    return strchr(word, '.') != NULL ? find_item(builder, list, word, topic)
                                     : find_whole(builder, list, word, topic);
}

/* The topics of a list; one that is unknown, refused or named twice is left out. */
static const struct topic *take_topics(struct builder *builder, const struct topic_list *list,
                                       size_t *count) {
    size_t word_count;
    const char *const *words = build_words(builder, list->section, list->key, &word_count);
    struct topic *topics = arena_allocate(builder->arena, word_count, sizeof *topics);
    *count = 0;
    if (word_count > list->most)
        BUILD_FAULT(builder, list->section, list_entry(list),
                    "%zu topics, at most %zu have room here: leave some out",
                    "%zu Themen, Platz haben hier höchstens %zu: Bitte einige weglassen",
                    word_count, list->most);
    for (size_t i = 0; i < word_count; i++) {
        bool twice = false;
        for (size_t k = 0; k < *count; k++)
            twice = twice || strcmp(topics[k].id, words[i]) == 0;
        if (twice)
            BUILD_FAULT(builder, list->section, list_entry(list), "'%s' is named twice",
                        "'%s' steht doppelt", words[i]);
        else if (find_topic(builder, list, words[i], &topics[*count]))
            ++*count;
    }
    return topics;
}

/* --- [glance] --- */

/* What a list on page one may be sorted by. */
struct glance_statistic {
    enum statistic statistic;
    unsigned types; /* question types that have it */
    bool ordinal;   /* only where the answers have an order */
    bool of_gap;
};

#define TYPE(type) (1U << (QUESTION_##type))

static const struct glance_statistic statistics[] = {
    {STATISTIC_TOP2, TYPE(MATRIX), true, false},
    {STATISTIC_BOTTOM2, TYPE(MATRIX), true, false},
    {STATISTIC_MEAN, TYPE(MATRIX), true, false},
    {STATISTIC_SHARE, TYPE(SINGLE) | TYPE(MULTI), false, false},
    {STATISTIC_FIRST, TYPE(RANKING), false, false},
    {STATISTIC_TOP, TYPE(RANKING), false, false},
    {STATISTIC_UNMET, 0, false, true},
    {STATISTIC_GAP, 0, false, true},
};
enum { CHOICES = sizeof statistics / sizeof statistics[0] };

static bool statistic_fits(const struct glance_statistic *statistic,
                           const struct glance *glance) {
    const struct question *question = glance->question;
    if (glance->gap != NULL || question == NULL)
        return glance->gap == NULL || statistic->of_gap;
    if (question->type == QUESTION_TYPES)
        return true;
    return (statistic->types & 1U << question->type) != 0 &&
           (!statistic->ordinal || question->codes == NULL ||
            question->codes->measure == MEASURE_ORDINAL);
}

static void build_statistic(struct builder *builder, const struct ini_section *section,
                            struct glance *glance) {
    const char *names[CHOICES], *fitting[CHOICES];
    size_t count = 0;
    for (size_t i = 0; i < CHOICES; i++) {
        names[i] = statistic_name(statistics[i].statistic);
        if (statistic_fits(&statistics[i], glance))
            fitting[count++] = names[i];
    }
    build_required(builder, section, "statistic");
    int found =
        build_choice(builder, section, "statistic", names, CHOICES, "statistic", "Statistik");
    if (found < 0)
        return;
    glance->statistic = statistics[found].statistic;
    if (!statistic_fits(&statistics[found], glance))
        build_unknown(builder, section, ini_entry(section, "statistic"), names[found], fitting,
                      count, "statistic of this question", "Statistik dieser Frage");
}

/* Of one question or gap. */
static void take_glance_list(struct builder *builder, const struct ini_section *section,
                             struct glance *glance) {
    glance->column = build_label(builder, section, "column", true);
    glance->second = build_label(builder, section, "second", false);
    const char *id = ini_value(section, "question");
    glance->gap = id != NULL ? questionnaire_gap(builder->questionnaire, id) : NULL;
    glance->question = glance->gap != NULL ? glance->gap->importance
                                           : build_reference(builder, section, "question");
    build_statistic(builder, section, glance);
    glance->show = (size_t)build_whole(builder, section, "show", 1, 10, 3);
}

/* Of several topics: what is said of one list has no place there. */
static void take_glance_parts(struct builder *builder, const struct ini_section *section,
                              struct glance *glance) {
    static const char *const keys[] = {"question", "statistic", "show", "column", "second"};
    for (size_t i = 0; i < section->count; i++)
        for (size_t k = 0; k < sizeof keys / sizeof keys[0]; k++)
            if (strcspn(section->entries[i].key, ".") == strlen(keys[k]) &&
                strncmp(section->entries[i].key, keys[k], strlen(keys[k])) == 0)
                BUILD_FAULT(builder, section, &section->entries[i],
                            "a glance of several parts is no list: delete this key, or parts",
                            "Ein glance aus mehreren Teilen ist keine Liste: Bitte diesen "
                            "Schlüssel löschen oder parts");
    struct topic_list list = {section, "parts", false, MOST_GLANCE_PARTS};
    glance->parts = take_topics(builder, &list, &glance->part_count);
}

static void build_glances(struct builder *builder) {
    size_t at = 0, count = build_count(builder, "glance");
    struct glance *glances = arena_allocate(builder->arena, count, sizeof *glances);
    builder->questionnaire->glances = glances;
    const struct ini_section *section;
    while ((section = build_next(builder, "glance", &at)) != NULL) {
        struct glance *glance = &glances[builder->questionnaire->glance_count++];
        *glance = (struct glance){.id = section->id,
                                  .title = build_label(builder, section, "title", true)};
        if (ini_entry(section, "parts") != NULL)
            take_glance_parts(builder, section, glance);
        else
            take_glance_list(builder, section, glance);
        build_check_keys(builder, section, QUESTION_TYPES, NULL, 0);
    }
}

/* --- [page], findings --- */

/* What is on two pages would be read twice. */
static void check_once(struct builder *builder, const struct ini_section *section,
                       const struct report_page *page) {
    const struct report_page *pages = builder->questionnaire->pages;
    for (const struct report_page *other = pages; other < page; other++)
        for (size_t i = 0; i < other->topic_count; i++)
            for (size_t k = 0; k < page->topic_count; k++)
                if (strcmp(other->topics[i].id, page->topics[k].id) == 0)
                    BUILD_FAULT(
                        builder, section, ini_entry(section, "parts"),
                        "'%s' stands on [page %s] already: delete one of the two",
                        "'%s' steht schon auf [page %s]: Bitte eines von beiden löschen",
                        page->topics[k].id, other->id);
}

static void build_pages(struct builder *builder) {
    size_t at = 0, count = build_count(builder, "page");
    struct report_page *pages = arena_allocate(builder->arena, count, sizeof *pages);
    builder->questionnaire->pages = pages;
    const struct ini_section *section;
    while ((section = build_next(builder, "page", &at)) != NULL) {
        struct report_page *page = &pages[builder->questionnaire->page_count++];
        struct topic_list list = {section, "parts", false, MOST_PARTS};
        *page = (struct report_page){.id = section->id,
                                     .title = build_label(builder, section, "title", true)};
        build_required(builder, section, "parts");
        page->topics = take_topics(builder, &list, &page->topic_count);
        check_once(builder, section, page);
        build_check_keys(builder, section, QUESTION_TYPES, NULL, 0);
    }
}

static void build_findings(struct builder *builder) {
    size_t at = 0;
    const struct ini_section *section = build_next(builder, "report", &at);
    if (section == NULL)
        return;
    struct topic_list list = {section, "findings", true, QUESTIONNAIRE_MAX_FINDINGS};
    builder->questionnaire->findings =
        take_topics(builder, &list, &builder->questionnaire->finding_count);
}

void build_report_parts(struct builder *builder) {
    build_togethers(builder);
    build_trends(builder);
    build_glances(builder);
    build_pages(builder);
    build_findings(builder);
}
