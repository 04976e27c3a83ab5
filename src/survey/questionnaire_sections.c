#include <math.h>
#include <string.h>

#include "base/number.h"
#include "survey/questionnaire_build.h"

size_t build_count(const struct builder *builder, const char *kind) {
    size_t count = 0;
    for (size_t i = 0; i < builder->ini->count; i++)
        count += strcmp(builder->ini->sections[i].kind, kind) == 0;
    return count;
}

const struct ini_section *build_next(const struct builder *builder, const char *kind,
                                     size_t *at) {
    while (*at < builder->ini->count) {
        const struct ini_section *section = &builder->ini->sections[(*at)++];
        if (strcmp(section->kind, kind) == 0)
            return section;
    }
    return NULL;
}

static bool is_language(const char *word) {
    size_t length = strlen(word);
    return (length == 2 || length == 3) && strspn(word, "abcdefghijklmnopqrstuvwxyz") == length;
}

/* A word that is no language is left out, so that the texts are checked for those that are. */
static void build_languages(struct builder *builder, const struct ini_section *section) {
    struct questionnaire *questionnaire = builder->questionnaire;
    const struct ini_entry *entry = build_required(builder, section, "languages");
    size_t count;
    const char *const *words = build_words(builder, section, "languages", &count);
    const char **languages = arena_allocate(builder->arena, count, sizeof *languages);
    questionnaire->languages = languages;
    if (entry != NULL && count > QUESTIONNAIRE_MAX_LANGUAGES) {
        BUILD_FAULT(builder, section, entry, "%zu languages, at most %d are allowed",
                    "%zu Sprachen, erlaubt sind höchstens %d", count,
                    QUESTIONNAIRE_MAX_LANGUAGES);
        count = QUESTIONNAIRE_MAX_LANGUAGES;
    }
    for (size_t i = 0; i < count; i++) {
        if (!is_language(words[i]))
            BUILD_FAULT(
                builder, section, entry,
                "'%s' is no language: write two or three small letters, such as de or en",
                "'%s' ist keine Sprache: Bitte zwei oder drei kleine Buchstaben schreiben, "
                "zum Beispiel de oder en",
                words[i]);
        else if (questionnaire_language(questionnaire, words[i]) >= 0)
            BUILD_FAULT(builder, section, entry, "the language '%s' is named twice",
                        "Die Sprache '%s' steht doppelt", words[i]);
        else
            languages[questionnaire->language_count++] = words[i];
    }
}

static double build_confidence(struct builder *builder, const struct ini_section *section) {
    const struct ini_entry *entry = ini_entry(section, "confidence");
    double value = 0.95;
    if (entry == NULL || entry->value[0] == '\0')
        return value;
    if (strspn(entry->value, "0123456789.") != strlen(entry->value) ||
        !number_parse_double(entry->value, strlen(entry->value), &value) || value < 0.5 ||
        value > 0.999)
        BUILD_FAULT(
            builder, section, entry,
            "'%s' is no confidence level: write a number from 0.5 to 0.999, such as 0.95",
            "'%s' ist kein Vertrauensniveau: Bitte eine Zahl von 0.5 bis 0.999 schreiben, "
            "zum Beispiel 0.95",
            entry->value);
    return value;
}

static void build_field_time(struct builder *builder, const struct ini_section *section) {
    struct questionnaire *questionnaire = builder->questionnaire;
    questionnaire->field_from = build_date(builder, section, "field_from");
    questionnaire->field_to = build_date(builder, section, "field_to");
    questionnaire->next_meeting = build_date(builder, section, "next_meeting");
    /* Dates of this form sort like strings. */
    if (questionnaire->field_from != NULL && questionnaire->field_to != NULL &&
        strcmp(questionnaire->field_from, questionnaire->field_to) > 0)
        BUILD_FAULT(builder, section, ini_entry(section, "field_to"),
                    "the survey ends before it begins (%s)",
                    "Die Umfrage endet, bevor sie beginnt (%s)", questionnaire->field_from);
}

void build_survey(struct builder *builder) {
    struct questionnaire *questionnaire = builder->questionnaire;
    size_t at = 0;
    const struct ini_section *section = build_next(builder, "survey", &at);
    if (section == NULL) {
        static const struct ini_section missing = {"survey", "", 0, NULL, 0};
        BUILD_FAULT(builder, &missing, NULL, "the section is missing", "Der Abschnitt fehlt");
        return;
    }
    build_languages(builder, section);
    const struct ini_entry *id = build_required(builder, section, "id");
    if (id != NULL && build_id(builder, section, id, id->value, false))
        questionnaire->id = id->value;
    questionnaire->title = build_label(builder, section, "title", true);
    questionnaire->confidence = build_confidence(builder, section);
    questionnaire->invited = build_whole(builder, section, "invited", 1, 1000000000, 0);
    questionnaire->seed =
        (uint64_t)build_whole(builder, section, "seed", 0, 999999999999999999, 1);
    build_field_time(builder, section);
    questionnaire->next_topic = build_label(builder, section, "next_topic", false);
    questionnaire->publisher = build_label(builder, section, "publisher", false);
    questionnaire->contact = build_label(builder, section, "contact", false);
    questionnaire->event = build_label(builder, section, "event", false);
    questionnaire->audience = build_label(builder, section, "audience", false);
    questionnaire->population = build_label(builder, section, "population", false);
    build_check_keys(builder, section, QUESTION_TYPES, NULL, 0);
}

void build_sections(struct builder *builder) {
    struct questionnaire *questionnaire = builder->questionnaire;
    size_t at = 0, count = build_count(builder, "section");
    builder->sections = arena_allocate(builder->arena, count, sizeof *builder->sections);
    questionnaire->sections = builder->sections;
    const struct ini_section *section;
    while ((section = build_next(builder, "section", &at)) != NULL) {
        builder->sections[questionnaire->section_count++] =
            (struct section){section->id, build_label(builder, section, "title", true),
                             build_label(builder, section, "comment", false)};
        build_check_keys(builder, section, QUESTION_TYPES, NULL, 0);
    }
}

static void build_privacy(struct builder *builder, const struct ini_section *section) {
    struct questionnaire *questionnaire = builder->questionnaire;
    /* Thresholds may be raised, never set below 3 (privacy rules P1 to P3). */
    questionnaire->min_report = build_whole(builder, section, "min_report", 3, 1000, 5);
    questionnaire->min_group = build_whole(builder, section, "min_group", 3, 1000, 5);
    questionnaire->min_cell = build_whole(builder, section, "min_cell", 3, 1000, 3);
    questionnaire->controller = build_label(builder, section, "controller", false);
    questionnaire->purpose = build_label(builder, section, "purpose", false);
    questionnaire->delete_raw_by = build_date(builder, section, "delete_raw_by");
    questionnaire->delete_contact_by = build_date(builder, section, "delete_contact_by");
    static const char *const keys[] = {"delete_raw_by", "delete_contact_by"};
    const char *dates[] = {questionnaire->delete_raw_by, questionnaire->delete_contact_by};
    for (size_t i = 0; i < 2; i++)
        if (dates[i] != NULL && questionnaire->field_to != NULL &&
            strcmp(dates[i], questionnaire->field_to) < 0)
            BUILD_FAULT(builder, section, ini_entry(section, keys[i]),
                        "to be deleted before the survey ends (%s)",
                        "Löschung vor dem Ende der Umfrage (%s)", questionnaire->field_to);
    build_check_keys(builder, section, QUESTION_TYPES, NULL, 0);
}

static void build_report(struct builder *builder, const struct ini_section *section) {
    struct questionnaire *questionnaire = builder->questionnaire;
    if (ini_entry(section, "breakdown") != NULL)
        questionnaire->breakdown = build_reference(builder, section, "breakdown");
    if (questionnaire->breakdown != NULL && questionnaire->breakdown->type != QUESTION_SINGLE)
        BUILD_FAULT(builder, section, ini_entry(section, "breakdown"),
                    "the question must be of type single",
                    "Die Frage muss vom Typ single sein");
    questionnaire->exchange = build_label(builder, section, "exchange", false);
    build_check_keys(builder, section, QUESTION_TYPES, NULL, 0);
}

static void build_ingest(struct builder *builder, const struct ini_section *section) {
    struct ingest_rules *rules = &builder->questionnaire->ingest;
    const struct ini_entry *id = ini_entry(section, "id");
    rules->ignore = build_export_words(builder, section, "ignore");
    rules->missing = build_export_words(builder, section, "missing");
    rules->boxes = build_tick_words(builder, section);
    rules->no_id = id != NULL && strcmp(id->value, "none") == 0;
    rules->id = id != NULL && !rules->no_id ? id->value : NULL;
    build_check_keys(builder, section, QUESTION_TYPES, NULL, 0);
}

void build_rules(struct builder *builder) {
    static const struct {
        const char *kind;
        void (*build)(struct builder *, const struct ini_section *);
    } sections[] = {
        {"privacy", build_privacy}, {"report", build_report}, {"ingest", build_ingest}};
    for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i++) {
        size_t at = 0;
        const struct ini_section *section = build_next(builder, sections[i].kind, &at);
        if (section != NULL)
            sections[i].build(builder, section);
    }
}
