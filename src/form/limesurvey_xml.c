#include "form/limesurvey_xml.h"

#include <stdlib.h>
#include <string.h>

#include "base/encoding.h"
#include "base/language.h"
#include "base/text.h"
#include "base/xml.h"
#include "form/limesurvey_draft.h"

struct reading {
    const struct xml_element *root;
    struct limesurvey survey;
    struct draft *draft;
    const char *base; /* its language, as the file writes it */
    const char *sid;
};

bool limesurvey_xml_recognises(const char *path, const char *bytes, size_t length) {
    (void)path;
    return memmem(bytes, length, "<LimeSurveyDocType>", 19) != NULL;
}

/* --- tables --- */

/* A row, and where its table wants it. */
struct ordered_row {
    const struct xml_element *row;
    long order;
    size_t place; /* in the file: rows of one order keep it */
};

struct table {
    struct ordered_row *rows;
    size_t count;
};

static int compare_rows(const void *one, const void *other) {
    const struct ordered_row *left = one, *right = other;
    if (left->order != right->order)
        return left->order < right->order ? -1 : 1;
    return left->place < right->place ? -1 : left->place > right->place;
}

/* The rows of a table, by one of its columns; NULL: as in the file. */
static struct table rows_of(const struct reading *reading, const char *name,
                            const char *order) {
    const struct xml_element *rows = xml_child(xml_child(reading->root, name), "rows");
    struct table table = {NULL, 0};
    if (rows == NULL)
        return table;
    for (const struct xml_element *row = rows->children; row != NULL; row = row->next)
        table.count++;
    table.rows = arena_allocate(reading->draft->arena, table.count + 1, sizeof *table.rows);
    size_t at = 0;
    for (const struct xml_element *row = rows->children; row != NULL; row = row->next, at++)
        table.rows[at] =
            (struct ordered_row){row, order != NULL ? atol(xml_words(row, order)) : 0, at};
    qsort(table.rows, table.count, sizeof *table.rows, compare_rows);
    return table;
}

/* The language that a row's texts are in: the base language where it names none. */
static int language_of(const struct reading *reading, const struct xml_element *row,
                       const char *column) {
    return limesurvey_language(&reading->survey, xml_words(row, column));
}

/* Puts a text in its place, unless there is one. */
static void put(struct label *label, int language, const char *words) {
    if (language >= 0 && label->in[language] == NULL && words[0] != '\0')
        label->in[language] = words;
}

/* --- the survey --- */

static void take_languages(struct reading *reading) {
    const struct xml_element *rows = xml_child(xml_child(reading->root, "surveys"), "rows");
    const struct xml_element *survey = xml_child(rows, "row");
    struct arena *arena = reading->draft->arena;
    reading->base = xml_words(survey, "language");
    reading->sid = xml_words(survey, "sid");
    if (reading->base[0] != '\0')
        draft_language(reading->draft, reading->base);
    for (const char *at = xml_words(survey, "additional_languages");
         *(at += strspn(at, " ")) != '\0'; at += strcspn(at, " "))
        draft_language(reading->draft, arena_copy_bytes(arena, at, strcspn(at, " ")));
}

static void take_titles(struct reading *reading) {
    struct table table = rows_of(reading, "surveys_languagesettings", NULL);
    for (size_t i = 0; i < table.count; i++) {
        const struct xml_element *row = table.rows[i].row;
        if (reading->draft->language_count == 0)
            draft_language(reading->draft, xml_words(row, "surveyls_language"));
        put(&reading->survey.title, language_of(reading, row, "surveyls_language"),
            xml_words(row, "surveyls_title"));
    }
}

/* --- groups --- */

static struct limesurvey_group *find_group(struct reading *reading, const char *key) {
    for (size_t i = 0; i < reading->survey.group_count; i++)
        if (strcmp(reading->survey.groups[i].key, key) == 0)
            return &reading->survey.groups[i];
    return NULL;
}

static void take_groups(struct reading *reading) {
    struct table table = rows_of(reading, "groups", "group_order");
    struct table texts = rows_of(reading, "group_l10ns", NULL);
    for (size_t i = 0; i < table.count; i++) {
        const struct xml_element *row = table.rows[i].row;
        struct limesurvey_group *group = find_group(reading, xml_words(row, "gid"));
        if (group == NULL) {
            group = limesurvey_add_group(&reading->survey, xml_words(row, "gid"));
            group->relevance = xml_words(row, "grelevance");
        }
        put(&group->title, language_of(reading, row, "language"), xml_words(row, "group_name"));
    }
    for (size_t i = 0; i < texts.count; i++) {
        struct limesurvey_group *group =
            find_group(reading, xml_words(texts.rows[i].row, "gid"));
        if (group != NULL)
            put(&group->title, language_of(reading, texts.rows[i].row, "language"),
                xml_words(texts.rows[i].row, "group_name"));
    }
}

/* --- questions --- */

static struct limesurvey_question *find_question(struct reading *reading, const char *key) {
    for (size_t i = 0; i < reading->survey.question_count; i++)
        if (strcmp(reading->survey.questions[i].key, key) == 0)
            return &reading->survey.questions[i];
    return NULL;
}

static struct limesurvey_item *find_item(struct limesurvey_items *items, const char *key) {
    for (size_t i = 0; i < items->count; i++)
        if (items->items[i].key != NULL && strcmp(items->items[i].key, key) == 0)
            return &items->items[i];
    return NULL;
}

static bool is_main(const struct xml_element *row) {
    const char *parent = xml_words(row, "parent_qid");
    return parent[0] == '\0' || strcmp(parent, "0") == 0;
}

static struct limesurvey_question *add_question(struct reading *reading, size_t group,
                                                const struct xml_element *row) {
    struct limesurvey_question *question =
        limesurvey_add_question(&reading->survey, group, xml_words(row, "title"));
    question->key = xml_words(row, "qid");
    question->type = xml_words(row, "type")[0];
    question->relevance = xml_words(row, "relevance");
    question->mandatory = xml_words(row, "mandatory")[0];
    question->other = xml_words(row, "other")[0] == 'Y';
    question->sgqa = arena_format(reading->draft->arena, "%sX%sX%s", reading->sid,
                                  xml_words(row, "gid"), question->key);
    limesurvey_add_attribute(&reading->survey, question, "validation", xml_words(row, "preg"));
    return question;
}

static void put_question(const struct reading *reading, struct limesurvey_question *question,
                         const struct xml_element *row) {
    int language = language_of(reading, row, "language");
    put(&question->text, language, xml_words(row, "question"));
    put(&question->help, language, xml_words(row, "help"));
}

/* The questions of one group, in their order. */
static void take_group(struct reading *reading, size_t group, const struct table *table) {
    const char *key = reading->survey.groups[group].key;
    for (size_t i = 0; i < table->count; i++) {
        const struct xml_element *row = table->rows[i].row;
        if (!is_main(row) || strcmp(xml_words(row, "gid"), key) != 0)
            continue;
        struct limesurvey_question *question = find_question(reading, xml_words(row, "qid"));
        if (question == NULL)
            question = add_question(reading, group, row);
        put_question(reading, question, row);
    }
}

static void take_subquestions(struct reading *reading, const char *name) {
    struct table table = rows_of(reading, name, "question_order");
    for (size_t i = 0; i < table.count; i++) {
        const struct xml_element *row = table.rows[i].row;
        struct limesurvey_question *question =
            find_question(reading, xml_words(row, "parent_qid"));
        if (is_main(row) || question == NULL)
            continue;
        struct limesurvey_item *item =
            find_item(&question->subquestions, xml_words(row, "qid"));
        if (item == NULL) {
            item = limesurvey_add_item(&reading->survey, &question->subquestions,
                                       xml_words(row, "title"),
                                       xml_words(row, "scale_id")[0] == '1');
            item->key = xml_words(row, "qid");
        }
        put(&item->text, language_of(reading, row, "language"), xml_words(row, "question"));
    }
}

/* The texts are of questions and of sub-questions, which are numbered together. */
static void put_texts(struct reading *reading) {
    struct table table = rows_of(reading, "question_l10ns", NULL);
    for (size_t i = 0; i < table.count; i++) {
        const struct xml_element *row = table.rows[i].row;
        const char *key = xml_words(row, "qid");
        struct limesurvey_question *question = find_question(reading, key);
        if (question != NULL)
            put_question(reading, question, row);
        for (size_t k = 0; k < reading->survey.question_count && question == NULL; k++) {
            struct limesurvey_item *item =
                find_item(&reading->survey.questions[k].subquestions, key);
            if (item != NULL)
                put(&item->text, language_of(reading, row, "language"),
                    xml_words(row, "question"));
        }
    }
}

/* LimeSurvey shows none of them either, but nothing is lost without a word. */
static void say_homeless(struct reading *reading, const struct table *table) {
    for (size_t i = 0; i < table->count; i++) {
        const struct xml_element *row = table->rows[i].row;
        if (is_main(row) && find_question(reading, xml_words(row, "qid")) == NULL)
            draft_loss(reading->draft, &reading->draft->remarks,
                       "the question '%s' belongs to no group and is left out",
                       "Die Frage „%s“ gehört zu keiner Gruppe und ist weggelassen",
                       xml_words(row, "title"));
    }
}

static void take_questions(struct reading *reading) {
    struct table table = rows_of(reading, "questions", "question_order");
    for (size_t i = 0; i < reading->survey.group_count; i++)
        take_group(reading, i, &table);
    say_homeless(reading, &table);
    take_subquestions(reading, "questions");
    take_subquestions(reading, "subquestions");
    put_texts(reading);
}

/* --- answers and attributes --- */

static void take_answers(struct reading *reading) {
    struct table table = rows_of(reading, "answers", "sortorder");
    for (size_t i = 0; i < table.count; i++) {
        const struct xml_element *row = table.rows[i].row;
        struct limesurvey_question *question = find_question(reading, xml_words(row, "qid"));
        int scale = xml_words(row, "scale_id")[0] == '1';
        if (question == NULL)
            continue;
        struct limesurvey_item *item =
            limesurvey_find_item(&question->answers, xml_words(row, "code"), scale);
        if (item == NULL) {
            item = limesurvey_add_item(&reading->survey, &question->answers,
                                       xml_words(row, "code"), scale);
            item->key = xml_words(row, "aid");
        }
        put(&item->text, language_of(reading, row, "language"), xml_words(row, "answer"));
    }
}

static void put_answer_texts(struct reading *reading) {
    struct table table = rows_of(reading, "answer_l10ns", NULL);
    for (size_t i = 0; i < table.count; i++) {
        const struct xml_element *row = table.rows[i].row;
        for (size_t k = 0; k < reading->survey.question_count; k++) {
            struct limesurvey_item *item =
                find_item(&reading->survey.questions[k].answers, xml_words(row, "aid"));
            if (item != NULL)
                put(&item->text, language_of(reading, row, "language"),
                    xml_words(row, "answer"));
        }
    }
}

/* Those of the base language, and of none, stand before those of others. */
static void take_attributes(struct reading *reading) {
    struct table table = rows_of(reading, "question_attributes", NULL);
    for (size_t pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < table.count; i++) {
            const struct xml_element *row = table.rows[i].row;
            const char *language = xml_words(row, "language");
            struct limesurvey_question *question =
                find_question(reading, xml_words(row, "qid"));
            bool base = language[0] == '\0' || strcmp(language, reading->base) == 0;
            if (question != NULL && pass == 0 &&
                strcmp(xml_words(row, "attribute"), "other_replace_text") == 0)
                put(&question->other_text, language_of(reading, row, "language"),
                    xml_words(row, "value"));
            if (question != NULL && base == (pass == 0))
                limesurvey_add_attribute(&reading->survey, question,
                                         xml_words(row, "attribute"), xml_words(row, "value"));
        }
}

/* --- the file --- */

static bool refuse(struct diag *diag, const char *path, size_t line, const char *english,
                   const char *german) {
    diag_add(diag, DIAG_ERROR, &(struct diag_place){.file = path, .line = line}, "%s", "%s",
             language_pick(english, german));
    return false;
}

/* The whole file as UTF-8, but for what is over the limit. */
static void read_whole(const char *path, struct text *bytes) {
    struct encoding_source *source = encoding_open(path);
    char chunk[16384];
    size_t length;
    while (bytes->length <= XML_MOST_BYTES &&
           (length = encoding_read(source, chunk, sizeof chunk)) > 0)
        text_add_bytes(bytes, chunk, length);
    encoding_close(source);
}

static bool take_survey(struct reading *reading, const char *path, struct diag *diag) {
    if (strcmp(xml_words(reading->root, "LimeSurveyDocType"), "Survey") != 0)
        return refuse(diag, path, 0,
                      "this is a part of a LimeSurvey survey, such as a group: export the "
                      "structure of the whole survey (.lss)",
                      "Das ist nur ein Teil einer LimeSurvey-Umfrage, etwa eine Gruppe: Bitte "
                      "den Aufbau der ganzen Umfrage exportieren (.lss)");
    take_languages(reading);
    take_titles(reading);
    limesurvey_need_language(&reading->survey);
    take_groups(reading);
    take_questions(reading);
    take_answers(reading);
    put_answer_texts(reading);
    take_attributes(reading);
    if (reading->survey.question_count == 0)
        return refuse(diag, path, 0, "no question is in this file",
                      "In dieser Datei steht keine Frage");
    limesurvey_draft(&reading->survey);
    return true;
}

bool limesurvey_xml_read(struct draft *draft, const char *path, struct diag *diag) {
    struct reading *reading = arena_allocate(draft->arena, 1, sizeof *reading);
    struct text bytes = {0};
    size_t line;
    read_whole(path, &bytes);
    reading->draft = draft;
    reading->survey.draft = draft;
    reading->root = xml_read(draft->arena, text_string(&bytes), bytes.length, &line);
    text_free(&bytes);
    return reading->root != NULL
               ? take_survey(reading, path, diag)
               : refuse(diag, path, line, "not well-formed XML: export the structure anew",
                        "Kein wohlgeformtes XML: Bitte den Aufbau neu exportieren");
}
