#include "wording/catalogue.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <unistd.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/resource.h"
#include "base/text.h"
#include "survey/ini.h"
#include "survey/ini_suggestion.h"
#include "wording/plural.h"

enum { MOST_PLACEHOLDERS = 12 };

/* A file that phrases are from: the catalogue's own, or the one that it is based on. */
struct origin {
    const struct plural_rule *rule; /* its language's */
};

struct catalogue {
    struct arena *arena;
    const char *phrases[PHRASE_COUNT];          /* NULL where absent, */
    const struct origin *origins[PHRASE_COUNT]; /* and so is this */
};

/* The name of a placeholder, within a phrase or within the table's list of names. */
struct name {
    const char *bytes;
    size_t length;
    bool optional;
};

static bool same_name(struct name name, const char *string) {
    return strlen(string) == name.length && memcmp(string, name.bytes, name.length) == 0;
}

static bool name_among(struct name name, const struct name *names, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (names[i].length == name.length &&
            memcmp(names[i].bytes, name.bytes, name.length) == 0)
            return true;
    return false;
}

/* The names that a phrase may use, out of "count base ?label". */
static size_t allowed_names(enum phrase phrase, struct name names[MOST_PLACEHOLDERS]) {
    const char *next = phrase_placeholders(phrase);
    size_t count = 0;
    while (*next != '\0') {
        assert(count < MOST_PLACEHOLDERS);
        bool optional = *next == '?';
        next += optional;
        size_t length = strcspn(next, " ");
        names[count++] = (struct name){next, length, optional};
        next += length;
        next += strspn(next, " ");
    }
    return count;
}

/* The next {name} at or after string; its end goes to *end. A brace without its partner gives
 * an empty name. */
static const char *next_placeholder(const char *string, struct name *name, const char **end) {
    const char *open = strpbrk(string, "{}");
    if (open == NULL)
        return NULL;
    const char *close = *open == '{' ? strchr(open, '}') : NULL;
    *name = (struct name){open + 1, close != NULL ? (size_t)(close - open) - 1 : 0, false};
    *end = close != NULL ? close + 1 : open + 1;
    return open;
}

struct check {
    const struct ini *ini;
    struct origin *origin;
    struct diag *diag;
};

static struct diag_place place_of(const struct check *check, const struct ini_entry *entry) {
    return (struct diag_place){
        .file = check->ini->file, .line = entry->line, .item = entry->key};
}

static bool used_in(struct name name, const char *value) {
    struct name found;
    const char *end;
    for (const char *at = next_placeholder(value, &found, &end); at != NULL;
         at = next_placeholder(end, &found, &end))
        if (name_among(name, &found, 1))
            return true;
    return false;
}

static void check_placeholders(const struct check *check, const struct ini_entry *entry,
                               enum phrase phrase) {
    struct diag_place place = place_of(check, entry);
    struct name names[MOST_PLACEHOLDERS];
    size_t count = allowed_names(phrase, names);
    struct name found;
    const char *end;
    for (const char *at = next_placeholder(entry->value, &found, &end); at != NULL;
         at = next_placeholder(end, &found, &end)) {
        if (same_name(found, "thin") || (found.length > 0 && name_among(found, names, count)))
            continue;
        diag_add(check->diag, DIAG_ERROR, &place,
                 "unknown placeholder '{%.*s}'; this phrase may use: %s",
                 "unbekannter Platzhalter '{%.*s}'; hier sind erlaubt: %s", (int)found.length,
                 found.bytes, count > 0 ? phrase_placeholders(phrase) : "-");
    }
    for (size_t i = 0; i < count; i++)
        if (!names[i].optional && !used_in(names[i], entry->value))
            diag_add(check->diag, DIAG_ERROR, &place,
                     "the placeholder '{%.*s}' is missing; put it where its value belongs",
                     "der Platzhalter '{%.*s}' fehlt; setzen Sie ihn dorthin, wo der Wert "
                     "stehen soll",
                     (int)names[i].length, names[i].bytes);
}

static void refuse_unknown(const struct check *check, const struct ini_entry *entry,
                           const char *name) {
    const char *names[PHRASE_COUNT];
    for (int i = 0; i < PHRASE_COUNT; i++)
        names[i] = phrase_name((enum phrase)i);
    const char *suggestion = ini_suggestion(name, names, PHRASE_COUNT);
    struct diag_place place = place_of(check, entry);
    if (suggestion != NULL)
        diag_add(check->diag, DIAG_ERROR, &place, "unknown phrase '%s', did you mean '%s'?",
                 "unbekannter Satz '%s', meinten Sie '%s'?", name, suggestion);
    else
        diag_add(check->diag, DIAG_ERROR, &place, "unknown phrase '%s'; remove it",
                 "unbekannter Satz '%s'; löschen Sie ihn", name);
}

/* ~ and {thin} become the no-break spaces that an editor would not show. */
static const char *with_spaces(struct arena *arena, const char *value) {
    struct text text = {0};
    for (const char *next = value; *next != '\0';) {
        bool thin = strncmp(next, "{thin}", 6) == 0;
        if (thin)
            text_add(&text, "\u202f");
        else if (*next == '~')
            text_add(&text, "\u00a0");
        else
            text_add_byte(&text, *next);
        next += thin ? 6 : 1;
    }
    const char *copy = arena_copy(arena, text_string(&text));
    text_free(&text);
    return copy;
}

/* A form that no number takes would be written for nothing. */
static void warn_of_unused(const struct check *check, const struct ini_entry *entry,
                           enum phrase phrase) {
    const struct plural_rule *rule = check->origin->rule;
    enum phrase_form form = phrase_form(phrase);
    if ((form != PHRASE_FORM_ONE || rule->has_one) &&
        (form != PHRASE_FORM_FEW || rule->has_few))
        return;
    struct diag_place place = place_of(check, entry);
    diag_add(check->diag, DIAG_WARNING, &place,
             "no number takes this form in the plural '%s' of this catalogue; remove it",
             "diese Form verlangt in der Pluralregel „%s“ dieses Katalogs keine Zahl; "
             "löschen Sie sie",
             rule->name);
}

static void take_section(struct catalogue *catalogue, const struct check *check,
                         const struct ini_section *section) {
    struct text name = {0};
    for (size_t i = 0; i < section->count; i++) {
        const struct ini_entry *entry = &section->entries[i];
        text_clear(&name);
        text_add_format(&name, "%s.%s", section->kind, entry->key);
        enum phrase phrase = phrase_of(text_string(&name));
        if (phrase == PHRASE_COUNT) {
            refuse_unknown(check, entry, text_string(&name));
            continue;
        }
        check_placeholders(check, entry, phrase);
        warn_of_unused(check, entry, phrase);
        catalogue->origins[phrase] = check->origin;
        catalogue->phrases[phrase] = with_spaces(catalogue->arena, entry->value);
    }
    text_free(&name);
}

/* --- forms for numbers --- */

static const enum phrase_form numbered[] = {PHRASE_FORM_ANY, PHRASE_FORM_ONE, PHRASE_FORM_FEW,
                                            PHRASE_FORM_MANY};
enum { NUMBERED = sizeof numbered / sizeof numbered[0] };

/* The forms of a phrase that are there, which are all of files with one rule. */
static const struct origin *origin_of_forms(const struct catalogue *catalogue,
                                            enum phrase phrase) {
    for (size_t i = 0; i < NUMBERED; i++) {
        enum phrase form = phrase_with_form(phrase, numbered[i]);
        if (form != PHRASE_COUNT && catalogue->origins[form] != NULL)
            return catalogue->origins[form];
    }
    return NULL;
}

static bool is_given_by(const struct catalogue *catalogue, enum phrase phrase,
                        const struct origin *origin) {
    for (size_t i = 0; i < NUMBERED; i++) {
        enum phrase form = phrase_with_form(phrase, numbered[i]);
        if (form != PHRASE_COUNT && catalogue->origins[form] == origin)
            return true;
    }
    return false;
}

/* Where a phrase is said anew under another rule, its forms of the base go: else 1 would be
 * said in one language and 2 in another. */
static void drop_forms_of_base(struct catalogue *catalogue, const struct origin *own) {
    for (int i = 0; i < PHRASE_COUNT; i++) {
        enum phrase_form form = phrase_form((enum phrase)i);
        const struct origin *origin = catalogue->origins[i];
        if (form == PHRASE_FORM_ONLY || form == PHRASE_FORM_NONE || form == PHRASE_FORM_ALL ||
            origin == NULL || origin->rule == own->rule ||
            !is_given_by(catalogue, (enum phrase)i, own))
            continue;
        catalogue->phrases[i] = NULL;
        catalogue->origins[i] = NULL;
    }
}

/* A phrase that can be said without forms needs them only in languages that have more than two.
 */
static bool is_needed(const struct catalogue *catalogue, enum phrase phrase,
                      const struct origin *own) {
    enum phrase_form form = phrase_form(phrase);
    if (form != PHRASE_FORM_ONE && form != PHRASE_FORM_FEW && form != PHRASE_FORM_MANY)
        return true;
    const struct origin *origin = origin_of_forms(catalogue, phrase);
    const struct plural_rule *rule = origin != NULL ? origin->rule : own->rule;
    bool has_any = phrase_with_form(phrase, PHRASE_FORM_ANY) != PHRASE_COUNT;
    if (form == PHRASE_FORM_ONE)
        return rule->has_one && (!has_any || rule->has_few);
    return form == PHRASE_FORM_FEW ? rule->has_few : !has_any;
}

/* --- a catalogue is whole --- */

/* A catalogue that lacks much was hardly meant to be whole. */
enum { MOST_MISSING_NAMED = 5 };

static void refuse_missing(const struct check *check, enum phrase phrase) {
    const char *name = phrase_name(phrase);
    int length = (int)strcspn(name, ".");
    struct diag_place place = {.file = check->ini->file, .item = name};
    if (phrase_form(phrase) == PHRASE_FORM_FEW)
        diag_add(
            check->diag, DIAG_ERROR, &place,
            "this phrase is missing, which the plural '%s' of this catalogue needs; add it "
            "to section [%.*s]",
            "dieser Satz fehlt, den die Pluralregel „%s“ dieses Katalogs braucht; ergänzen "
            "Sie ihn im Abschnitt [%.*s]",
            check->origin->rule->name, length, name);
    else
        diag_add(check->diag, DIAG_ERROR, &place,
                 "this phrase is missing; add it to section [%.*s]",
                 "dieser Satz fehlt; ergänzen Sie ihn im Abschnitt [%.*s]", length, name);
}

static void demand_all(const struct catalogue *catalogue, const struct check *check) {
    size_t missing = 0;
    for (int i = 0; i < PHRASE_COUNT; i++) {
        if (catalogue->phrases[i] == NULL &&
            is_needed(catalogue, (enum phrase)i, check->origin) &&
            ++missing <= MOST_MISSING_NAMED)
            refuse_missing(check, (enum phrase)i);
    }
    struct diag_place place = {.file = check->ini->file};
    if (missing > MOST_MISSING_NAMED)
        diag_add(check->diag, DIAG_ERROR, &place,
                 "more phrases are missing than can be named; add them, or take those of "
                 "another catalogue with based_on = de in [catalogue]",
                 "mehr Sätze fehlen, als hier genannt werden können; ergänzen Sie sie, oder "
                 "übernehmen Sie die eines anderen Katalogs mit based_on = de in "
                 "[catalogue]");
}

/* --- a catalogue that changes another --- */

/* What a file is read for. */
struct reading {
    const char *path;
    const char *language; /* NULL where not known */
    bool based;           /* as the base of another */
};

static bool load_phrases(struct catalogue *catalogue, const struct reading *reading,
                         struct diag *diag);

/* The phrases of the catalogue that this one is based on, found by its language. */
static void take_base(struct catalogue *catalogue, const struct check *check,
                      const struct ini_entry *entry) {
    struct diag_place place = place_of(check, entry);
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    char *path = resource_path(arena_format(catalogue->arena, "wording/%s.ini", entry->value));
    if (entry->value[0] == '\0' || strspn(entry->value, letters) != strlen(entry->value) ||
        access(path, R_OK) != 0)
        diag_add(check->diag, DIAG_ERROR, &place,
                 "there is no catalogue '%s'; name the language of one that comes along, "
                 "such as de",
                 "einen Katalog „%s“ gibt es nicht; nennen Sie die Sprache eines "
                 "mitgelieferten, etwa de",
                 entry->value);
    else {
        struct reading reading = {path, entry->value, true};
        load_phrases(catalogue, &reading, check->diag);
    }
    free(path);
}

static void take_plural(const struct check *check, const struct ini_entry *entry) {
    struct diag_place place = place_of(check, entry);
    const struct plural_rule *rule = plural_rule_of(entry->value);
    if (rule == NULL)
        diag_add(
            check->diag, DIAG_ERROR, &place,
            "unknown plural '%s'; name a language such as pl, or one of: %s",
            "unbekannte Pluralregel „%s“; nennen Sie eine Sprache wie pl oder eine von: %s",
            entry->value, plural_rule_names());
    else
        check->origin->rule = rule;
}

/* [catalogue]: about the catalogue itself. One that serves as the base of another must be
 * alone.
 */
static void take_head(struct catalogue *catalogue, const struct check *check,
                      const struct ini_section *section, bool based) {
    for (size_t i = 0; i < section->count; i++) {
        const struct ini_entry *entry = &section->entries[i];
        struct diag_place place = place_of(check, entry);
        if (strcmp(entry->key, "plural") == 0)
            take_plural(check, entry);
        else if (strcmp(entry->key, "based_on") != 0)
            diag_add(check->diag, DIAG_ERROR, &place,
                     "unknown key '%s'; [catalogue] has only based_on and plural",
                     "unbekannter Schlüssel „%s“; [catalogue] kennt nur based_on und plural",
                     entry->key);
        else if (based)
            diag_add(check->diag, DIAG_ERROR, &place,
                     "this catalogue is the base of another and must be whole itself",
                     "auf diesem Katalog beruht ein anderer, er selbst muss vollständig sein");
        else
            take_base(catalogue, check, entry);
    }
}

/* The rule that the head names, else that of the language, else that of the base, else that of
 * German and English. */
static void settle_rule(const struct catalogue *catalogue, const struct check *check,
                        const char *language) {
    struct origin *own = check->origin;
    if (own->rule == NULL && language != NULL)
        own->rule = plural_rule_of(language);
    if (own->rule != NULL)
        return;
    const struct origin *base = catalogue->origins[0];
    own->rule = base != NULL ? base->rule : plural_rule_of("germanic");
    struct diag_place place = {.file = check->ini->file};
    if (language != NULL)
        diag_add(check->diag, DIAG_WARNING, &place,
                 "which forms numbers need in the language '%s' is not known; name a rule with "
                 "plural = in [catalogue], one of: %s",
                 "welche Formen Zahlen in der Sprache „%s“ brauchen, ist nicht bekannt; nennen "
                 "Sie mit plural = in [catalogue] eine Regel: %s",
                 language, plural_rule_names());
}

static bool is_head(const struct ini_section *section) {
    return strcmp(section->kind, "catalogue") == 0;
}

/* Reads a file into the catalogue, over the phrases that are there. False where there was a
 * fault of form. */
static bool load_phrases(struct catalogue *catalogue, const struct reading *reading,
                         struct diag *diag) {
    const struct ini *ini = ini_read(catalogue->arena, reading->path, diag);
    if (ini == NULL)
        return false;
    struct check check = {ini, arena_allocate(catalogue->arena, 1, sizeof(struct origin)),
                          diag};
    check.origin->rule = NULL;
    size_t errors = diag_count(diag, DIAG_ERROR);
    for (size_t i = 0; i < ini->count; i++)
        if (is_head(&ini->sections[i]))
            take_head(catalogue, &check, &ini->sections[i], reading->based);
    bool headed = diag_count(diag, DIAG_ERROR) == errors;
    settle_rule(catalogue, &check, reading->language);
    for (size_t i = 0; i < ini->count; i++)
        if (!is_head(&ini->sections[i]))
            take_section(catalogue, &check, &ini->sections[i]);
    drop_forms_of_base(catalogue, check.origin);
    if (headed) /* else the base is missing, and with it nearly everything */
        demand_all(catalogue, &check);
    return true;
}

static struct catalogue *load(const char *path, const char *language, struct diag *diag) {
    struct catalogue *catalogue = memory_allocate(1, sizeof *catalogue);
    catalogue->arena = arena_new();
    size_t errors = diag_count(diag, DIAG_ERROR);
    struct reading reading = {path, language, false};
    bool read = load_phrases(catalogue, &reading, diag);
    if (read && diag_count(diag, DIAG_ERROR) == errors)
        return catalogue;
    catalogue_free(catalogue);
    return NULL;
}

struct catalogue *catalogue_load(const char *path, struct diag *diag) {
    return load(path, NULL, diag);
}

bool catalogue_comes_along(const char *language) {
    struct text name = {0};
    text_add_format(&name, "wording/%s.ini", language);
    char *path = resource_path(text_string(&name));
    bool found = access(path, R_OK) == 0;
    free(path);
    text_free(&name);
    return found;
}

/* That no file is there is no fault of the environment: the questionnaire names the language.
 */
static struct catalogue *load_own(const char *language, struct diag *diag) {
    struct text name = {0};
    text_add_format(&name, "wording/%s.ini", language);
    char *path = resource_path(text_string(&name));
    struct diag_place place = {.file = text_string(&name)};
    struct catalogue *catalogue = NULL;
    if (access(path, R_OK) == 0)
        catalogue = load(path, language, diag);
    else
        diag_add(diag, DIAG_ERROR, &place,
                 "no phrases come along for the language '%s'; name another in languages of "
                 "[survey], such as en: the texts of questions may be in any language",
                 "für die Sprache „%s“ gibt es keine Sätze; nennen Sie in languages von "
                 "[survey] eine andere, etwa de: Die Texte der Fragen dürfen in jeder Sprache "
                 "sein",
                 language);
    free(path);
    text_free(&name);
    return catalogue;
}

struct catalogue *catalogue_load_language(const char *language, const char *path,
                                          struct diag *diag) {
    return path != NULL ? load(path, language, diag) : load_own(language, diag);
}

void catalogue_free(struct catalogue *catalogue) {
    if (catalogue == NULL)
        return;
    arena_free(catalogue->arena);
    free(catalogue);
}

enum phrase catalogue_plural(const struct catalogue *catalogue, enum phrase phrase,
                             int64_t number) {
    static const enum phrase_form forms[] = {[PLURAL_CATEGORY_ONE] = PHRASE_FORM_ONE,
                                             [PLURAL_CATEGORY_FEW] = PHRASE_FORM_FEW,
                                             [PLURAL_CATEGORY_MANY] = PHRASE_FORM_MANY,
                                             [PLURAL_CATEGORY_OTHER] = PHRASE_FORM_MANY};
    const struct origin *origin = origin_of_forms(catalogue, phrase);
    assert(number >= 0 && origin != NULL);
    enum phrase own = phrase_with_form(phrase, forms[origin->rule->category(number)]);
    return catalogue->phrases[own] != NULL ? own : phrase_with_form(phrase, PHRASE_FORM_ANY);
}

const char *catalogue_phrase(const struct catalogue *catalogue, enum phrase phrase) {
    assert(phrase < PHRASE_COUNT && phrase_placeholders(phrase)[0] == '\0');
    return catalogue->phrases[phrase];
}

static const char *value_of(struct name name, va_list values) {
    va_list copy;
    va_copy(copy, values);
    const char *value = NULL;
    for (const char *key = va_arg(copy, const char *); key != NULL;
         key = va_arg(copy, const char *)) {
        value = va_arg(copy, const char *);
        if (same_name(name, key))
            break;
        value = NULL;
    }
    va_end(copy);
    return value;
}

void catalogue_say_list(const struct catalogue *catalogue, struct text *result,
                        enum phrase phrase, va_list values) {
    assert(phrase < PHRASE_COUNT && catalogue->phrases[phrase] != NULL);
    const char *rest = catalogue->phrases[phrase];
    struct name name;
    const char *end;
    for (const char *at = next_placeholder(rest, &name, &end); at != NULL;
         at = next_placeholder(rest, &name, &end)) {
        text_add_bytes(result, rest, (size_t)(at - rest));
        const char *value = value_of(name, values);
        assert(value != NULL);
        text_add(result, value);
        rest = end;
    }
    text_add(result, rest);
}
