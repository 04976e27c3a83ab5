#include "survey/questionnaire_check.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"

/* --- kinds and keys --- */

/* What may be behind the first word of a key. */
enum key_form {
    KEY_ALONE,     /* min */
    KEY_TEXT,      /* title or title.de */
    KEY_CODE,      /* alias.verein */
    KEY_CODE_TEXT, /* label.verein or label.verein.de */
    KEY_NAME,      /* sets.active: a name that the key itself makes */
    KEY_SAYING     /* say.top.de or say.top.one.de: a verb, and that of one person */
};

struct key_rule {
    const char *kind;
    const char *name;
    enum key_form form;
    unsigned types; /* question types that know it; 0: all */
};

#define TYPE(type) (1U << (QUESTION_##type))
#define CHOICES    (TYPE(SINGLE) | TYPE(MULTI) | TYPE(MATRIX) | TYPE(RANKING))
#define ANSWERS    (TYPE(SINGLE) | TYPE(MATRIX))
#define PICKS      (TYPE(MULTI) | TYPE(RANKING))
#define TICKS      (TYPE(SINGLE) | TYPE(MULTI))
#define WITH_DK    (ANSWERS | TYPE(MULTI) | TYPE(NUMBER))

/* The dialect: every kind of section and every key. nachlese-questionnaire(5) says the same in
 * words. */
static const struct key_rule rules[] = {
    {"survey", "id", KEY_ALONE, 0},
    {"survey", "title", KEY_TEXT, 0},
    {"survey", "languages", KEY_ALONE, 0},
    {"survey", "confidence", KEY_ALONE, 0},
    {"survey", "invited", KEY_ALONE, 0},
    {"survey", "field_from", KEY_ALONE, 0},
    {"survey", "field_to", KEY_ALONE, 0},
    {"survey", "publisher", KEY_TEXT, 0},
    {"survey", "contact", KEY_TEXT, 0},
    {"survey", "next_meeting", KEY_ALONE, 0},
    {"survey", "next_topic", KEY_TEXT, 0},
    {"survey", "seed", KEY_ALONE, 0},
    {"survey", "draft", KEY_ALONE, 0},
    {"survey", "receipt", KEY_ALONE, 0},
    {"survey", "event", KEY_TEXT, 0},
    {"survey", "audience", KEY_TEXT, 0},
    {"survey", "population", KEY_TEXT, 0},
    {"section", "title", KEY_TEXT, 0},
    {"section", "comment", KEY_TEXT, 0},
    {"scale", "codes", KEY_ALONE, 0},
    {"scale", "label", KEY_CODE_TEXT, 0},
    {"scale", "outside", KEY_ALONE, 0},
    {"scale", "measure", KEY_ALONE, 0},
    {"scale", "dk", KEY_ALONE, 0},
    {"scale", "alias", KEY_CODE, 0},
    {"scale", "value", KEY_CODE, 0},
    {"scale", "top_codes", KEY_ALONE, 0},
    {"scale", "bottom_codes", KEY_ALONE, 0},
    {"scale", "top", KEY_TEXT, 0},
    {"scale", "bottom", KEY_TEXT, 0},
    {"scale", "say", KEY_SAYING, 0},
    {"scale", "short", KEY_CODE_TEXT, 0},
    {"question", "type", KEY_ALONE, 0},
    {"question", "section", KEY_ALONE, 0},
    {"question", "text", KEY_TEXT, 0},
    {"question", "subject", KEY_TEXT, 0},
    {"question", "help", KEY_TEXT, 0},
    {"question", "heading", KEY_TEXT, 0},
    {"question", "required", KEY_ALONE, 0},
    {"question", "asked_if", KEY_ALONE, 0},
    {"question", "core", KEY_ALONE, 0},
    {"question", "role", KEY_ALONE, 0},
    {"question", "alias", KEY_ALONE, 0},
    {"question", "alias", KEY_CODE, CHOICES | TYPE(NUMBER) | TYPE(CONTACT)},
    {"question", "scale", KEY_ALONE, CHOICES},
    {"question", "codes", KEY_ALONE, CHOICES},
    {"question", "label", KEY_CODE_TEXT, CHOICES | TYPE(NUMBER)},
    {"question", "measure", KEY_ALONE, ANSWERS},
    {"question", "outside", KEY_ALONE, ANSWERS},
    {"question", "value", KEY_CODE, ANSWERS},
    {"question", "top_codes", KEY_ALONE, ANSWERS},
    {"question", "bottom_codes", KEY_ALONE, ANSWERS},
    {"question", "top", KEY_TEXT, ANSWERS},
    {"question", "bottom", KEY_TEXT, ANSWERS},
    {"question", "say", KEY_SAYING, ANSWERS | TYPE(MULTI)},
    {"question", "short", KEY_CODE_TEXT, CHOICES},
    {"question", "rows", KEY_ALONE, TYPE(MATRIX) | TYPE(CONTACT)},
    {"question", "row", KEY_CODE_TEXT, TYPE(MATRIX) | TYPE(CONTACT)},
    {"question", "names", KEY_ALONE, TYPE(CONTACT)},
    {"question", "min", KEY_ALONE, TYPE(NUMBER)},
    {"question", "max", KEY_ALONE, TYPE(NUMBER)},
    {"question", "decimals", KEY_ALONE, TYPE(NUMBER)},
    {"question", "total", KEY_ALONE, TYPE(NUMBER)},
    {"question", "open_to", KEY_ALONE, TYPE(NUMBER)},
    {"question", "open_from", KEY_ALONE, TYPE(NUMBER)},
    {"question", "years", KEY_ALONE, TYPE(NUMBER)},
    {"question", "max_choices", KEY_ALONE, PICKS},
    {"question", "exclusive", KEY_ALONE, TYPE(MULTI)},
    {"question", "dk", KEY_ALONE, WITH_DK},
    {"question", "consents", KEY_ALONE, TYPE(SINGLE)},
    {"question", "addressee", KEY_CODE_TEXT, CHOICES},
    {"question", "sets", KEY_NAME, ANSWERS},
    {"question", "set_label", KEY_CODE_TEXT, ANSWERS},
    {"question", "separator", KEY_ALONE, PICKS},
    {"question", "ticked", KEY_ALONE, TICKS},
    {"question", "not_ticked", KEY_ALONE, TICKS},
    {"group", "coarse", KEY_NAME, 0},
    {"group", "label", KEY_CODE_TEXT, 0},
    {"group", "rest", KEY_ALONE, 0},
    {"group", "invited", KEY_CODE, 0},
    {"score", "title", KEY_TEXT, 0},
    {"score", "question", KEY_ALONE, 0},
    {"score", "rows", KEY_ALONE, 0},
    {"gap", "title", KEY_TEXT, 0},
    {"gap", "importance", KEY_ALONE, 0},
    {"gap", "satisfaction", KEY_ALONE, 0},
    {"gap", "unmet_codes", KEY_ALONE, 0},
    {"privacy", "min_report", KEY_ALONE, 0},
    {"privacy", "min_group", KEY_ALONE, 0},
    {"privacy", "min_cell", KEY_ALONE, 0},
    {"privacy", "controller", KEY_TEXT, 0},
    {"privacy", "purpose", KEY_TEXT, 0},
#define PRIVACY_KEY(identifier, key) {"privacy", key, KEY_TEXT, 0},
    PRIVACY_TEXT_LIST(PRIVACY_KEY)
#undef PRIVACY_KEY
        {"privacy", "delete_raw_by", KEY_ALONE, 0},
    {"privacy", "delete_contact_by", KEY_ALONE, 0},
    {"report", "breakdown", KEY_ALONE, 0},
    {"report", "exchange", KEY_TEXT, 0},
    {"report", "findings", KEY_ALONE, 0},
    {"report", "neutral", KEY_TEXT, 0},
    {"report", "board", KEY_TEXT, 0},
    {"page", "title", KEY_TEXT, 0},
    {"page", "parts", KEY_ALONE, 0},
    {"together", "title", KEY_TEXT, 0},
    {"together", "questions", KEY_ALONE, 0},
    {"together", "column", KEY_CODE_TEXT, 0},
    {"trend", "title", KEY_TEXT, 0},
    {"trend", "questions", KEY_ALONE, 0},
    {"trend", "when", KEY_CODE_TEXT, 0},
    {"glance", "title", KEY_TEXT, 0},
    {"glance", "column", KEY_TEXT, 0},
    {"glance", "second", KEY_TEXT, 0},
    {"glance", "question", KEY_ALONE, 0},
    {"glance", "statistic", KEY_ALONE, 0},
    {"glance", "show", KEY_ALONE, 0},
    {"glance", "parts", KEY_ALONE, 0},
    {"text", "title", KEY_TEXT, 0},
    {"text", "text", KEY_TEXT, 0},
    {"text", "addressee", KEY_TEXT, 0},
    {"recode", "question", KEY_ALONE, 0},
    {"recode", "answer", KEY_ALONE, 0},
    {"recode", "code", KEY_ALONE, 0},
    {"recode", "why", KEY_ALONE, 0},
    {"ingest", "id", KEY_ALONE, 0},
    {"ingest", "ignore", KEY_ALONE, 0},
    {"ingest", "missing", KEY_ALONE, 0},
    {"ingest", "ticked", KEY_ALONE, 0},
    {"ingest", "not_ticked", KEY_ALONE, 0},
};

enum { RULES = sizeof rules / sizeof rules[0], MOST_PARTS = 4 };

/* Sections that are alone, without a name. */
static const char *const single_kinds[] = {"survey", "privacy", "report", "ingest"};
static const char *const kinds[] = {
    "survey", "section", "scale",  "question", "group", "score", "gap",    "privacy",
    "report", "page",    "glance", "together", "trend", "text",  "recode", "ingest"};
enum {
    SINGLE_KINDS = sizeof single_kinds / sizeof single_kinds[0],
    KINDS = sizeof kinds / sizeof kinds[0]
};

static bool is_among(const char *word, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i], word) == 0)
            return true;
    return false;
}

static void check_kind(struct builder *builder, const struct ini_section *section) {
    bool alone = is_among(section->kind, single_kinds, SINGLE_KINDS);
    if (!is_among(section->kind, kinds, KINDS))
        build_unknown(builder, section, NULL, section->kind, kinds, KINDS, "kind of section",
                      "Art von Abschnitt");
    else if (alone && section->id[0] != '\0')
        BUILD_FAULT(builder, section, NULL, "this section has no name: write [%s]",
                    "Dieser Abschnitt hat keinen Namen: Bitte [%s] schreiben", section->kind);
    else if (!alone && section->id[0] == '\0')
        BUILD_FAULT(builder, section, NULL, "the name is missing: write [%s name]",
                    "Der Name fehlt: Bitte [%s Name] schreiben", section->kind);
    else if (!alone)
        build_id(builder, section, NULL, section->id, false);
}

void build_check_kinds(struct builder *builder) {
    for (size_t i = 0; i < builder->ini->count; i++)
        check_kind(builder, &builder->ini->sections[i]);
}

/* A key cut at its dots; more parts than a key can have are counted but not kept. */
struct key_parts {
    char *parts[MOST_PARTS];
    size_t count;
};

static struct key_parts cut_key(struct builder *builder, const char *key) {
    struct key_parts cut = {{NULL}, 0};
    char *rest = arena_copy(builder->arena, key);
    while (rest != NULL) {
        char *dot = strchr(rest, '.');
        if (dot != NULL)
            *dot++ = '\0';
        if (cut.count < MOST_PARTS)
            cut.parts[cut.count] = rest;
        cut.count++;
        rest = dot;
    }
    return cut;
}

static bool form_fits(enum key_form form, size_t parts) {
    switch (form) {
    case KEY_ALONE:
        return parts == 1;
    case KEY_TEXT:
        return parts == 1 || parts == 2;
    case KEY_CODE:
    case KEY_NAME:
        return parts == 2;
    case KEY_CODE_TEXT:
        return parts == 2 || parts == 3;
    case KEY_SAYING:
        return parts >= 2 && parts <= 4;
    }
    return false;
}

static const char *form_tail(enum key_form form) {
    static const char *const tails[] = {"",           ".LANG", ".CODE",
                                        ".CODE.LANG", ".NAME", ".NAME.LANG"};
    return tails[form];
}

static bool knows(const struct key_rule *rule, enum question_type type) {
    return rule->types == 0 || type == QUESTION_TYPES || (rule->types & 1U << type) != 0;
}

/* "codes2" and "codes_2" represent the second line of a list. */
static bool say_list_key(struct builder *builder, const struct ini_section *section,
                         const struct ini_entry *entry, const char *name) {
    size_t length = strlen(name), stem = length;
    while (stem > 0 && name[stem - 1] >= '0' && name[stem - 1] <= '9')
        stem--;
    const char *digits = name + stem;
    stem -= stem > 0 && stem < length && name[stem - 1] == '_';
    if (digits[0] == '\0' || !build_is_list(section->kind, name, stem))
        return false;
    BUILD_FAULT(builder, section, entry, "unknown key '%s', did you mean '%.*s.%s'?",
                "Schlüssel '%s' ist unbekannt. Meinten Sie '%.*s.%s'?", name, (int)stem, name,
                digits);
    return true;
}

static void say_unknown_key(struct builder *builder, const struct ini_section *section,
                            const struct ini_entry *entry, enum question_type type,
                            const char *name) {
    const char *candidates[RULES] = {NULL};
    size_t count = 0;
    if (say_list_key(builder, section, entry, name))
        return;
    for (size_t i = 0; i < RULES; i++)
        if (strcmp(rules[i].kind, section->kind) == 0 && knows(&rules[i], type) &&
            (count == 0 || strcmp(candidates[count - 1], rules[i].name) != 0))
            candidates[count++] = rules[i].name;
    build_unknown(builder, section, entry, name, candidates, count, "key", "Schlüssel");
}

/* The rule for a key, or NULL after saying what is wrong with it. */
static const struct key_rule *find_rule(struct builder *builder,
                                        const struct ini_section *section,
                                        const struct ini_entry *entry, enum question_type type,
                                        const struct key_parts *key) {
    const struct key_rule *named = NULL;
    for (size_t i = 0; i < RULES; i++) {
        if (strcmp(rules[i].kind, section->kind) != 0 ||
            strcmp(rules[i].name, key->parts[0]) != 0)
            continue;
        if (form_fits(rules[i].form, key->count) && knows(&rules[i], type))
            return &rules[i];
        if (named == NULL || knows(&rules[i], type))
            named = &rules[i];
    }
    if (named == NULL)
        say_unknown_key(builder, section, entry, type, key->parts[0]);
    else if (!knows(named, type))
        BUILD_FAULT(builder, section, entry, "a question of type %s has no key '%s'",
                    "Eine Frage vom Typ %s hat keinen Schlüssel '%s'", question_type_name(type),
                    entry->key);
    else
        BUILD_FAULT(builder, section, entry, "this key is written %s%s",
                    "Dieser Schlüssel heißt %s%s", named->name, form_tail(named->form));
    return NULL;
}

static void check_language(struct builder *builder, const struct ini_section *section,
                           const struct ini_entry *entry, const char *language) {
    const struct questionnaire *questionnaire = builder->questionnaire;
    if (questionnaire->language_count > 0 &&
        questionnaire_language(questionnaire, language) < 0)
        build_unknown(builder, section, entry, language, questionnaire->languages,
                      questionnaire->language_count, "language", "Sprache");
}

static void check_code(struct builder *builder, const struct ini_section *section,
                       const struct ini_entry *entry, const struct key_parts *key,
                       const struct key_scope *scopes, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(scopes[i].name, key->parts[0]) == 0 && scopes[i].ids != NULL &&
            !is_among(key->parts[1], scopes[i].ids, scopes[i].count))
            build_unknown(builder, section, entry, key->parts[1], scopes[i].ids,
                          scopes[i].count,
                          scopes[i].english != NULL ? scopes[i].english : "code",
                          scopes[i].german != NULL ? scopes[i].german : "Code");
}

/* The language of a key, or NULL: of KEY_TEXT behind the first dot, of KEY_SAYING behind "one"
 * where that is there. */
static const char *language_part(const struct key_rule *rule, const struct key_parts *key) {
    size_t at = 2;
    if (rule->form == KEY_TEXT)
        at = 1;
    else if (rule->form == KEY_SAYING && key->count > 2 && strcmp(key->parts[2], "one") == 0)
        at = 3;
    else if (rule->form != KEY_CODE_TEXT && rule->form != KEY_SAYING)
        at = key->count;
    return at < key->count ? key->parts[at] : NULL;
}

/* Between the name and the language of a verb there is "one" or nothing. */
static bool check_saying(struct builder *builder, const struct ini_section *section,
                         const struct ini_entry *entry, const struct key_parts *key) {
    if (key->count < 4 || strcmp(key->parts[2], "one") == 0)
        return true;
    BUILD_FAULT(builder, section, entry, "this key is written say.%s.one.%s",
                "Dieser Schlüssel heißt say.%s.one.%s", key->parts[1], key->parts[3]);
    return false;
}

static void check_key(struct builder *builder, const struct ini_section *section,
                      const struct ini_entry *entry, enum question_type type,
                      const struct key_scope *scopes, size_t count) {
    struct key_parts key = cut_key(builder, entry->key);
    const struct key_rule *rule = find_rule(builder, section, entry, type, &key);
    if (rule == NULL ||
        (rule->form == KEY_SAYING && !check_saying(builder, section, entry, &key)))
        return;
    if (entry->value[0] == '\0')
        BUILD_FAULT(builder, section, entry,
                    "no value: give one, or put # in front of the line",
                    "Kein Wert: Bitte einen angeben oder # vor die Zeile setzen");
    else if (utf8_is_blank(entry->value))
        BUILD_FAULT(builder, section, entry,
                    "nothing of this value is to be seen: give one, or put # in front of the "
                    "line",
                    "Von diesem Wert ist nichts zu sehen: Bitte einen angeben oder # vor die "
                    "Zeile setzen");
    if (rule->form == KEY_CODE || rule->form == KEY_CODE_TEXT || rule->form == KEY_SAYING)
        check_code(builder, section, entry, &key, scopes, count);
    const char *language = language_part(rule, &key);
    if (language != NULL)
        check_language(builder, section, entry, language);
}

void build_check_keys(struct builder *builder, const struct ini_section *section,
                      enum question_type type, const struct key_scope *scopes, size_t count) {
    for (size_t i = 0; i < section->count; i++)
        check_key(builder, section, &section->entries[i], type, scopes, count);
}

/* --- answers that collide --- */

/* Answers are recognised by code, alias or label in any language, compared in the folded form.
 * Two options of one question that fold to the same would be distinguished by nothing, so that
 * is an error here and never a guess later. */

/* The spellings seen so far of one list, each with the position of its code. */
struct spellings {
    struct builder *builder;
    const struct ini_section *section;
    const struct code *codes; /* for the names in messages */
    size_t count;             /* position count is don't know */
    struct name_table *table;
    const char *reported; /* the code whose collision was reported last: one message for each is
                             enough */
    bool ambiguous;
};

static const char *owner(const struct spellings *spellings, size_t position) {
    return position < spellings->count ? spellings->codes[position].id : "dk";
}

static void say_collision(struct spellings *spellings, const char *spelling, size_t first,
                          size_t second) {
    spellings->ambiguous = true;
    if (spellings->reported == owner(spellings, second))
        return;
    spellings->reported = owner(spellings, second);
    BUILD_FAULT(
        spellings->builder, spellings->section, NULL,
        "an answer '%s' would fit two options, '%s' and '%s': word one of them otherwise",
        "Eine Antwort '%s' passte auf zwei Möglichkeiten, '%s' und '%s': Bitte eine davon "
        "anders benennen",
        spelling, owner(spellings, first), owner(spellings, second));
}

static void add_spelling(struct spellings *spellings, const char *spelling, size_t position) {
    struct text folded = {0};
    utf8_comparison_form(&folded, spelling, strlen(spelling), true);
    const char *form = arena_copy(spellings->builder->arena, text_string(&folded));
    size_t first = position;
    /* A value of which nothing is to be seen is reported by the check of keys. */
    if (folded.length == 0) {
        spellings->ambiguous = spellings->ambiguous || spelling[0] != '\0';
    } else if (!name_table_add(spellings->table, form, position, &first) && first != position) {
        say_collision(spellings, spelling, first, position);
    }
    text_free(&folded);
}

static void add_spellings(struct spellings *spellings, const char *id,
                          const struct label *label, const char *const *aliases,
                          size_t alias_count, size_t position) {
    add_spelling(spellings, id, position);
    for (size_t i = 0; i < spellings->builder->questionnaire->language_count; i++)
        if (label->in[i] != NULL)
            add_spelling(spellings, label->in[i], position);
    for (size_t i = 0; i < alias_count; i++)
        add_spelling(spellings, aliases[i], position);
}

static void add_codes(struct spellings *spellings) {
    for (size_t i = 0; i < spellings->count; i++) {
        const struct code *code = &spellings->codes[i];
        add_spellings(spellings, code->id, &code->label, code->aliases, code->alias_count, i);
    }
}

static void check_rows(struct builder *builder, const struct ini_section *section,
                       const struct question *question) {
    struct spellings spellings = {
        builder, section, question->rows, question->row_count, name_table_new(), NULL, false};
    add_codes(&spellings);
    name_table_free(spellings.table);
}

/* True where no two answers collide. */
static bool check_answers(struct builder *builder, const struct ini_section *section,
                          const struct question *question) {
    const struct code_list *list = question->codes;
    struct spellings spellings = {builder,          section, list->codes, list->count,
                                  name_table_new(), NULL,    false};
    add_codes(&spellings);
    if (question->has_dk)
        add_spellings(&spellings, "dk", &question->dk, question->dk_aliases,
                      question->dk_alias_count, list->count);
    for (size_t i = 0; i < question->recode_count; i++)
        add_spelling(&spellings, question->recodes[i].answer, question->recodes[i].code);
    name_table_free(spellings.table);
    return !spellings.ambiguous;
}

/* A scale is checked once for all its questions; a question that adds to it is checked too. */
static bool needs_check(const struct builder *builder, const struct question *question) {
    if (question->codes == NULL)
        return false;
    for (size_t i = 0; i < builder->scale_count; i++) {
        const struct scale *scale = &builder->scales[i];
        if (strcmp(question->codes->id, scale->list.id) != 0)
            continue;
        bool plain = question->codes == &scale->list && question->recode_count == 0 &&
                     (!question->has_dk || question->dk.in[0] == scale->dk.in[0]);
        return !plain && !scale->ambiguous;
    }
    return true;
}

static void check_scale(struct builder *builder, struct scale *scale) {
    struct question whole = {.codes = &scale->list,
                             .has_dk = label_present(&scale->dk),
                             .dk = scale->dk,
                             .dk_aliases = scale->dk_aliases,
                             .dk_alias_count = scale->dk_alias_count};
    scale->ambiguous = !check_answers(builder, scale->section, &whole);
}

void build_check_ambiguity(struct builder *builder) {
    for (size_t i = 0; i < builder->scale_count; i++)
        check_scale(builder, &builder->scales[i]);
    for (size_t i = 0; i < builder->questionnaire->question_count; i++) {
        const struct question *question = &builder->questions[i];
        const struct ini_section *section = builder->question_sections[i];
        if (needs_check(builder, question))
            check_answers(builder, section, question);
        if (question->row_count > 0)
            check_rows(builder, section, question);
    }
}
