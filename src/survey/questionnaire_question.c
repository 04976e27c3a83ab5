#include <string.h>

#include "survey/metadata.h"
#include "survey/questionnaire_build.h"

/* In the order of the bits of enum question_role. */
static const char *const role_names[] = {"identifying",    "sensitive",
                                         "exchange",       "consent_participation",
                                         "consent_quotes", "consent_contact"};
enum {
    ROLES = sizeof role_names / sizeof role_names[0],
    ROLES_OF_CONSENT = ROLE_CONSENT_PARTICIPATION | ROLE_CONSENT_QUOTES | ROLE_CONSENT_CONTACT
};

struct question *build_find_question(const struct builder *builder, const char *id) {
    size_t position;
    return name_table_find(builder->question_names, id, &position)
               ? &builder->questions[position]
               : NULL;
}

struct question *build_reference(struct builder *builder, const struct ini_section *section,
                                 const char *key) {
    const struct ini_entry *entry = build_required(builder, section, key);
    if (entry == NULL)
        return NULL;
    struct question *found = build_find_question(builder, entry->value);
    if (found != NULL)
        return found;
    size_t count = builder->questionnaire->question_count;
    const char **ids = arena_allocate(builder->arena, count, sizeof *ids);
    for (size_t i = 0; i < count; i++)
        ids[i] = builder->questions[i].id;
    build_unknown(builder, section, entry, entry->value, ids, count, "question", "Frage");
    return NULL;
}

static void build_question_section(struct builder *builder, const struct ini_section *section,
                                   struct question *question) {
    const struct questionnaire *questionnaire = builder->questionnaire;
    const struct ini_entry *entry = build_required(builder, section, "section");
    if (entry == NULL)
        return;
    const char **ids =
        arena_allocate(builder->arena, questionnaire->section_count, sizeof *ids);
    for (size_t i = 0; i < questionnaire->section_count; i++) {
        ids[i] = builder->sections[i].id;
        if (strcmp(ids[i], entry->value) == 0) {
            question->section = i;
            return;
        }
    }
    build_unknown(builder, section, entry, entry->value, ids, questionnaire->section_count,
                  "section", "Abschnitt");
}

static void build_roles(struct builder *builder, const struct ini_section *section,
                        struct question *question) {
    size_t count;
    const struct ini_entry *entry = ini_entry(section, "role");
    const char *const *words = build_words(builder, section, "role", &count);
    for (size_t i = 0; i < count; i++) {
        size_t role = 0;
        while (role < ROLES && strcmp(role_names[role], words[i]) != 0)
            role++;
        if (role < ROLES)
            question->roles |= 1U << role;
        else
            build_unknown(builder, section, entry, words[i], role_names, ROLES, "role",
                          "Rolle");
    }
    if ((question->roles & ROLES_OF_CONSENT) != 0 && question->type != QUESTION_SINGLE &&
        question->type != QUESTION_TYPES)
        BUILD_FAULT(builder, section, entry,
                    "only a question of type single can ask for consent",
                    "Nur eine Frage vom Typ single kann um Zustimmung bitten");
    if (question->type != QUESTION_SINGLE)
        question->roles &= ~(unsigned)ROLES_OF_CONSENT;
    if ((question->roles & ROLE_EXCHANGE) != 0 && question->type == QUESTION_CONTACT)
        BUILD_FAULT(builder, section, entry,
                    "contact data go to the list of contacts anyway: delete the role exchange",
                    "Kontaktdaten kommen ohnehin in die Kontaktliste: Bitte die Rolle exchange "
                    "löschen");
}

/* For every consent there is one question, or nobody could say what was agreed to. */
static void check_consent_roles(struct builder *builder) {
    for (size_t role = 0; role < ROLES; role++) {
        const struct question *first = NULL;
        for (size_t i = 0; i < builder->questionnaire->question_count; i++) {
            const struct question *question = &builder->questions[i];
            if ((ROLES_OF_CONSENT & 1U << role) == 0 || (question->roles & 1U << role) == 0)
                continue;
            if (first != NULL)
                BUILD_FAULT(builder, builder->question_sections[i], NULL,
                            "the role %s belongs to question '%s' (line %zu) already",
                            "Die Rolle %s hat schon die Frage '%s' (Zeile %zu)",
                            role_names[role], first->id, first->line);
            else
                first = question;
        }
    }
}

/* Which codes the keys of a question may name. */
static void check_question_keys(struct builder *builder, const struct ini_section *section,
                                const struct question *question) {
    bool matrix = question->type == QUESTION_MATRIX;
    bool own = question->codes == NULL || question->codes->id[0] == '\0';
    size_t answers = question->codes != NULL ? question->codes->count : 0;
    const struct code *codes = question->codes != NULL ? question->codes->codes : NULL;
    struct code *all =
        arena_allocate(builder->arena, answers + question->row_count, sizeof *all);
    if (answers > 0)
        memcpy(all, codes, answers * sizeof *all);
    if (question->row_count > 0)
        memcpy(all + answers, question->rows, question->row_count * sizeof *all);
    const char **every = build_ids(builder, all, answers + question->row_count, true);
    const char **labelled = build_ids(builder, codes, own ? answers : 0, true);
    const char **rows = build_ids(builder, question->rows, question->row_count, false);
    size_t names;
    const char **sets = build_names(builder, section, "sets", &names);
    /* Where a list is missing, or a scale and codes contradict each other, one message is
     * enough. */
    bool both = ini_entry(section, "scale") != NULL && ini_entry(section, "codes") != NULL;
    bool known = !both && (question->type == QUESTION_NUMBER || answers > 0) &&
                 (!matrix || question->row_count > 0);
    known |= question->type == QUESTION_CONTACT && question->row_count > 0;
    struct key_scope scopes[] = {
        {"label", known ? labelled : NULL, (own ? answers : 0) + 1},
        {"alias", known ? every : NULL, answers + question->row_count + 1},
        {"row", question->row_count > 0 ? rows : NULL, question->row_count},
        {"addressee",
         !known   ? NULL
         : matrix ? rows
                  : every,
         matrix ? question->row_count : answers},
        {"set_label", sets, names},
    };
    build_check_keys(builder, section, question->type, scopes,
                     sizeof scopes / sizeof scopes[0]);
}

static void refuse_known(struct builder *builder, const struct ini_section *section,
                         const struct ini_entry *entry, const char *word) {
    BUILD_FAULT(
        builder, section, entry,
        "'%s' is a column that form systems or answers.csv have of their own: name it "
        "otherwise",
        "'%s' heißt eine Spalte, die Formularsysteme oder answers.csv schon selbst haben: "
        "Bitte anders nennen",
        word);
}

static bool is_known(const char *word) {
    return metadata_find(word, strlen(word)) != METADATA_NONE;
}

/* A question that is called like such a column would take it: access tokens would be quoted as
 * answers, and respondents told apart by nothing. A text may be like one that is dropped anyway
 * ("Name"). */
static void check_name(struct builder *builder, const struct ini_section *section,
                       const struct question *question) {
    if (is_known(question->id) || strcmp(question->id, "status") == 0 ||
        strcmp(question->id, "origin") == 0)
        refuse_known(builder, section, NULL, question->id);
    for (size_t i = 0; i < question->alias_count; i++)
        if (is_known(question->aliases[i]))
            refuse_known(builder, section, ini_entry(section, "alias"), question->aliases[i]);
    for (size_t i = 0; i < builder->questionnaire->language_count; i++) {
        const char *heading = question->heading.in[i], *text = question->text.in[i];
        enum metadata metadata =
            text != NULL ? metadata_find(text, strlen(text)) : METADATA_NONE;
        const char *refused = heading != NULL && is_known(heading) ? heading : NULL;
        if (metadata != METADATA_NONE && metadata != METADATA_DROPPED)
            refused = text;
        if (refused != NULL) {
            refuse_known(builder, section, NULL, refused);
            return;
        }
    }
}

static enum question_type build_type(struct builder *builder,
                                     const struct ini_section *section) {
    const char *names[QUESTION_TYPES];
    for (size_t i = 0; i < QUESTION_TYPES; i++)
        names[i] = question_type_name((enum question_type)i);
    build_required(builder, section, "type");
    int type = build_choice(builder, section, "type", names, QUESTION_TYPES, "type", "Typ");
    return type >= 0 ? (enum question_type)type : QUESTION_TYPES;
}

static void build_question(struct builder *builder, const struct ini_section *section,
                           struct question *question) {
    *question = (struct question){.id = section->id, .line = section->line};
    question->type = build_type(builder, section);
    build_question_section(builder, section, question);
    question->text = build_label(builder, section, "text", true);
    question->subject = build_label(builder, section, "subject", false);
    if (!label_present(&question->subject))
        question->subject = question->text;
    question->help = build_label(builder, section, "help", false);
    question->heading = build_label(builder, section, "heading", false);
    question->aliases = build_words(builder, section, "alias", &question->alias_count);
    check_name(builder, section, question);
    question->required = build_yes(builder, section, "required", false);
    question->core = build_yes(builder, section, "core", false);
    build_roles(builder, section, question);
    if (question->type != QUESTION_TYPES)
        build_options(builder, section, question);
    check_question_keys(builder, section, question);
}

/* The question must be in the table before the next comes, so that its id is known to all that
 * refer to it. */
static void add_question(struct builder *builder, const struct ini_section *section) {
    size_t position = builder->questionnaire->question_count++, first;
    build_question(builder, section, &builder->questions[position]);
    builder->question_sections[position] = section;
    name_table_add(builder->question_names, section->id, position, &first);
}

void build_questions(struct builder *builder) {
    size_t at = 0, count = build_count(builder, "question");
    const struct ini_section *section;
    if (count > QUESTIONNAIRE_MAX_QUESTIONS) {
        section = build_next(builder, "question", &at);
        BUILD_FAULT(builder, section, NULL, "%zu questions, at most %d are allowed",
                    "%zu Fragen, erlaubt sind höchstens %d", count,
                    QUESTIONNAIRE_MAX_QUESTIONS);
        return;
    }
    builder->questions = arena_allocate(builder->arena, count, sizeof *builder->questions);
    builder->question_sections =
        arena_allocate(builder->arena, count, sizeof *builder->question_sections);
    builder->questionnaire->questions = builder->questions;
    while ((section = build_next(builder, "question", &at)) != NULL)
        add_question(builder, section);
    check_consent_roles(builder);
    if (count == 0) {
        static const struct ini_section missing = {"question", "NAME", 0, NULL, 0};
        BUILD_FAULT(builder, &missing, NULL, "there is no question", "Es gibt keine Frage");
    }
}
