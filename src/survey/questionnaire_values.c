#include "survey/questionnaire_values.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/language.h"
#include "base/number.h"
#include "base/text.h"
#include "base/utf8.h"
#include "survey/ini_suggestion.h"
#include "survey/typographic.h"

enum { LONGEST_ID = 40, MOST_NAMED = 12 };

const struct diag_place *build_place(struct builder *builder, const struct ini_section *section,
                                     const struct ini_entry *entry) {
    snprintf(builder->item, sizeof builder->item, "[%s%s%s]%s%s", section->kind,
             section->id[0] != '\0' ? " " : "", section->id, entry != NULL ? " " : "",
             entry != NULL ? entry->key : "");
    builder->place = (struct diag_place){
        builder->ini->file, entry != NULL ? entry->line : section->line, 0, builder->item};
    return &builder->place;
}

static bool has_id_form(const char *id) {
    return id[0] >= 'a' && id[0] <= 'z' &&
           strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(id);
}

/* Where nothing is alike, the first candidates are named: a list of hundred helps nobody. A
 * candidate that is itself no code was reported where it is: who meant it needs no more. */
void build_unknown(struct builder *builder, const struct ini_section *section,
                   const struct ini_entry *entry, const char *word,
                   const char *const *candidates, size_t count, const char *english,
                   const char *german) {
    const char *noun = language_pick(english, german);
    const char *like = ini_suggestion(word, candidates, count);
    bool sound = like != NULL && has_id_form(like);
    if (like != NULL && !sound && strcasecmp(like, word) == 0)
        return;
    if (sound) {
        BUILD_FAULT(builder, section, entry, "unknown %s '%s', did you mean '%s'?",
                    "%s '%s' ist unbekannt. Meinten Sie '%s'?", noun, word, like);
        return;
    }
    struct text known = {0};
    for (size_t i = 0; i < count && i < MOST_NAMED; i++)
        text_add_format(&known, " %s", candidates[i]);
    if (count > MOST_NAMED)
        text_add(&known, " ...");
    if (count > 0)
        BUILD_FAULT(builder, section, entry, "unknown %s '%s'; there is:%s",
                    "%s '%s' ist unbekannt. Es gibt:%s", noun, word, text_string(&known));
    else
        BUILD_FAULT(builder, section, entry, "unknown %s '%s'", "%s '%s' ist unbekannt", noun,
                    word);
    text_free(&known);
}

/* An empty value is reported once, by the check of keys; here it counts as absent. */
static const struct ini_entry *find_filled(const struct ini_section *section, const char *key) {
    const struct ini_entry *entry = ini_entry(section, key);
    return entry != NULL && entry->value[0] != '\0' ? entry : NULL;
}

const struct ini_entry *build_required(struct builder *builder,
                                       const struct ini_section *section, const char *key) {
    if (ini_entry(section, key) == NULL)
        BUILD_FAULT(builder, section, NULL, "the key '%s' is missing",
                    "Der Schlüssel '%s' fehlt", key);
    return find_filled(section, key);
}

int64_t build_whole(struct builder *builder, const struct ini_section *section, const char *key,
                    int64_t minimum, int64_t maximum, int64_t otherwise) {
    const struct ini_entry *entry = find_filled(section, key);
    int64_t value;
    if (entry == NULL)
        return otherwise;
    if (number_parse_whole(entry->value, strlen(entry->value), minimum, maximum, &value))
        return value;
    BUILD_FAULT(builder, section, entry,
                "bad number '%s': a whole number from %lld to %lld, without leading zeros, is "
                "needed",
                "'%s' ist keine gültige Zahl: nötig ist eine ganze Zahl von %lld bis %lld ohne "
                "führende Nullen",
                entry->value, (long long)minimum, (long long)maximum);
    return otherwise;
}

int build_choice(struct builder *builder, const struct ini_section *section, const char *key,
                 const char *const *names, size_t count, const char *english,
                 const char *german) {
    const struct ini_entry *entry = find_filled(section, key);
    if (entry == NULL)
        return -1;
    for (size_t i = 0; i < count; i++)
        if (strcmp(entry->value, names[i]) == 0)
            return (int)i;
    build_unknown(builder, section, entry, entry->value, names, count, english, german);
    return -1;
}

bool build_yes(struct builder *builder, const struct ini_section *section, const char *key,
               bool otherwise) {
    static const char *const names[] = {"no", "yes"};
    int found = build_choice(builder, section, key, names, 2, "value", "Wert");
    return found >= 0 ? found == 1 : otherwise;
}

/* Gregorian, years 1900 to 2999: earlier or later ones are slips of the pen. */
static bool is_real_date(const char *text) {
    int64_t year, month, day;
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (strlen(text) != 10 || strspn(text, "0123456789-") != 10 || text[4] != '-' ||
        text[7] != '-' || memchr(text, '-', 4) != NULL)
        return false;
    if (!number_parse_decimal(text, 4, '.', 0, &year) ||
        !number_parse_decimal(text + 5, 2, '.', 0, &month) ||
        !number_parse_decimal(text + 8, 2, '.', 0, &day))
        return false;
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return year >= 1900 && year <= 2999 && month >= 1 && month <= 12 && day >= 1 &&
           day <= days[month - 1] + (leap && month == 2);
}

const char *build_date(struct builder *builder, const struct ini_section *section,
                       const char *key) {
    const struct ini_entry *entry = find_filled(section, key);
    if (entry == NULL)
        return NULL;
    if (is_real_date(entry->value))
        return entry->value;
    BUILD_FAULT(builder, section, entry,
                "'%s' is no date: write YYYY-MM-DD, such as 2021-03-13",
                "'%s' ist kein Datum: Bitte JJJJ-MM-TT schreiben, zum Beispiel 2021-03-13",
                entry->value);
    return NULL;
}

/* The length of the word at the beginning of rest, quotes included; *start is where it begins
 * and *length how long it is without them. The check of the file has closed every quote. */
static size_t cut_word(const char *rest, bool phrases, const char **start, size_t *length) {
    bool quoted = phrases && rest[0] == '"';
    *start = rest + quoted;
    *length = strcspn(*start, quoted ? "\"" : " ,");
    return *length + 2 * (size_t)quoted;
}

/* Quotes and blanks of a word processor in a word that is in no straight quotes: what was meant
 * for one phrase would be several words, or the other way round. */
static void check_plain_word(struct builder *builder, const struct ini_section *section,
                             const struct ini_entry *entry, const char *word, size_t length) {
    unsigned code;
    if (typographic_quoted_word(word, length)) {
        BUILD_FAULT(builder, section, entry,
                    "'%.*s' has a quote of a word processor: write straight quotes \" or none",
                    "'%.*s' hat ein Anführungszeichen einer Textverarbeitung: Bitte gerade "
                    "Anführungszeichen \" schreiben oder keine",
                    (int)length, word);
        return;
    }
    for (size_t i = 0; i < length; i++) {
        if (utf8_odd_blank(word + i, length - i, &code) == 0)
            continue;
        BUILD_FAULT(builder, section, entry,
                    "a non-breaking or invisible blank (U+%04X) in a list: write an ordinary "
                    "one",
                    "Ein geschütztes oder unsichtbares Leerzeichen (U+%04X) in einer Liste: "
                    "Bitte ein gewöhnliches schreiben",
                    code);
        return;
    }
}

const char *const *build_words(struct builder *builder, const struct ini_section *section,
                               const char *key, size_t *count) {
    const struct ini_entry *entry = find_filled(section, key);
    *count = 0;
    if (entry == NULL)
        return NULL;
    /* Two bytes per word at least, but for the last. */
    const char **words =
        arena_allocate(builder->arena, strlen(entry->value) / 2 + 1, sizeof *words);
    bool phrases = ini_lists_phrases(key);
    if (phrases && entry->quoted) {
        words[(*count)++] = entry->value;
        return words;
    }
    const char *rest = entry->value, *start;
    for (;;) {
        rest += strspn(rest, " ,");
        size_t length, taken = cut_word(rest, phrases, &start, &length);
        if (taken == 0)
            return words;
        if (start == rest)
            check_plain_word(builder, section, entry, start, length);
        words[(*count)++] = arena_copy_bytes(builder->arena, start, length);
        rest += taken;
    }
}

struct export_words build_export_words(struct builder *builder,
                                       const struct ini_section *section, const char *key) {
    struct export_words words = {NULL, 0};
    words.words = build_words(builder, section, key, &words.count);
    return words;
}

/* The position of a word of the export among words, compared as cells are; or -1. */
static int find_export_word(const struct export_words *words, const char *word) {
    struct text one = {0}, other = {0};
    int found = -1;
    utf8_comparison_form(&one, word, strlen(word), true);
    for (size_t i = 0; found < 0 && i < words->count; i++) {
        text_clear(&other);
        utf8_comparison_form(&other, words->words[i], strlen(words->words[i]), true);
        if (strcmp(text_string(&one), text_string(&other)) == 0)
            found = (int)i;
    }
    text_free(&one);
    text_free(&other);
    return found;
}

struct tick_words build_tick_words(struct builder *builder, const struct ini_section *section) {
    struct tick_words tick_cells = {build_export_words(builder, section, "ticked"),
                                    build_export_words(builder, section, "not_ticked")};
    for (size_t i = 0; i < tick_cells.not_ticked.count; i++)
        if (find_export_word(&tick_cells.ticked, tick_cells.not_ticked.words[i]) >= 0)
            BUILD_FAULT(builder, section, ini_entry(section, "not_ticked"),
                        "'%s' is among the words for ticked, too; leave it out there or here",
                        "'%s' steht auch bei ticked; bitte dort oder hier weglassen",
                        tick_cells.not_ticked.words[i]);
    return tick_cells;
}

bool build_id(struct builder *builder, const struct ini_section *section,
              const struct ini_entry *entry, const char *id, bool other_allowed) {
    if (!has_id_form(id))
        BUILD_FAULT(builder, section, entry,
                    "'%s' is no code: a code begins with a lower-case letter and has only a to "
                    "z, digits and _",
                    "'%s' ist kein Code: Ein Code beginnt mit einem kleinen Buchstaben und hat "
                    "nur a bis z, Ziffern und _",
                    id);
    else if (strlen(id) > LONGEST_ID)
        BUILD_FAULT(builder, section, entry, "the code '%s' has more than %d bytes: shorten it",
                    "Der Code '%s' hat mehr als %d Bytes: Bitte kürzen", id, LONGEST_ID);
    else if (strcmp(id, "dk") == 0)
        BUILD_FAULT(builder, section, entry,
                    "'dk' is reserved for don't know: write dk = yes instead",
                    "'dk' ist für „weiß nicht“ vergeben: Bitte stattdessen dk = yes schreiben");
    else if (!other_allowed && strcmp(id, "other") == 0)
        BUILD_FAULT(
            builder, section, entry,
            "'other' is reserved for an option with open text: choose another name",
            "'other' ist für eine Antwort mit offenem Text vergeben: Bitte einen anderen "
            "Namen wählen");
    else
        return true;
    return false;
}

/* The entry of KEY.LANG, else of KEY. */
static const struct ini_entry *find_text(const struct builder *builder,
                                         const struct ini_section *section, const char *key,
                                         size_t language) {
    char name[200];
    snprintf(name, sizeof name, "%s.%s", key, builder->questionnaire->languages[language]);
    const struct ini_entry *entry = ini_entry(section, name);
    return entry != NULL ? entry : ini_entry(section, key);
}

static void say_missing(struct builder *builder, const struct ini_section *section,
                        const char *key, const struct label *label) {
    struct text names = {0};
    for (size_t i = 0; i < builder->questionnaire->language_count; i++)
        if (label->in[i] == NULL)
            text_add_format(&names, " %s.%s", key, builder->questionnaire->languages[i]);
    BUILD_FAULT(builder, section, NULL,
                "text missing:%s (every text stands in all languages of [survey])",
                "Text fehlt:%s (Jeder Text steht in allen Sprachen von [survey])",
                text_string(&names));
    text_free(&names);
}

struct label build_label(struct builder *builder, const struct ini_section *section,
                         const char *key, bool required) {
    struct label label = {{NULL}};
    size_t languages = builder->questionnaire->language_count, found = 0;
    for (size_t i = 0; i < languages; i++) {
        const struct ini_entry *entry = find_text(builder, section, key, i);
        label.in[i] = entry != NULL ? entry->value : NULL;
        found += entry != NULL;
    }
    if (found < languages && (required || found > 0))
        say_missing(builder, section, key, &label);
    return label;
}

/* --- sections of a kind --- */

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

/* --- long lists --- */

/* iniparser takes no line of more than about 1,000 bytes, so a list goes on in keys
 * of its own, codes.2, codes.3 and so on. Here they become one entry, as if it had been written
 * in one line; all else need not know. */

enum { MOST_PARTS = 999 };

static const struct {
    const char *kind, *name;
} lists[] = {
    {"scale", "codes"},         {"scale", "outside"},     {"scale", "alias"},
    {"question", "codes"},      {"question", "outside"},  {"question", "rows"},
    {"question", "exclusive"},  {"question", "alias"},    {"question", "ticked"},
    {"question", "not_ticked"}, {"question", "sets"},     {"group", "coarse"},
    {"score", "rows"},          {"ingest", "ignore"},     {"ingest", "missing"},
    {"ingest", "ticked"},       {"ingest", "not_ticked"},
};

bool build_is_list(const char *kind, const char *name, size_t length) {
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        if (strcmp(lists[i].kind, kind) == 0 && strlen(lists[i].name) == length &&
            memcmp(lists[i].name, name, length) == 0)
            return true;
    return false;
}

/* The digits behind the last dot of a list's key, or NULL: "codes.2", "alias.club.2". */
static const char *find_number(const struct ini_section *section, const char *key) {
    const char *dot = strrchr(key, '.');
    if (dot == NULL || dot[1] == '\0' || strspn(dot + 1, "0123456789") != strlen(dot + 1))
        return NULL;
    return build_is_list(section->kind, key, strcspn(key, ".")) ? dot + 1 : NULL;
}

/* The entry of a part of a list, the first being 1; or NULL. */
static const struct ini_entry *find_part(struct builder *builder,
                                         const struct ini_section *section, const char *stem,
                                         int64_t part) {
    const char *key =
        part == 1 ? stem : arena_format(builder->arena, "%s.%lld", stem, (long long)part);
    return ini_entry(section, key);
}

static void check_number(struct builder *builder, const struct ini_section *section,
                         const struct ini_entry *entry, const char *digits) {
    const char *stem =
        arena_copy_bytes(builder->arena, entry->key, (size_t)(digits - entry->key) - 1);
    int64_t part;
    if (!number_parse_whole(digits, strlen(digits), 2, MOST_PARTS, &part))
        BUILD_FAULT(builder, section, entry,
                    "a list begins with the key %s and goes on with %s.2, %s.3 and so on",
                    "Eine Liste beginnt mit dem Schlüssel %s und geht mit %s.2, %s.3 und so "
                    "fort weiter",
                    stem, stem, stem);
    else if (find_part(builder, section, stem, part - 1) == NULL)
        BUILD_FAULT(builder, section, entry,
                    "the list has a gap: the line before it is missing; number on from %s by "
                    "%s.2, %s.3 and so on",
                    "Die Liste hat eine Lücke: Die Zeile davor fehlt; bitte von %s an mit "
                    "%s.2, %s.3 und so fort zählen",
                    stem, stem, stem);
    else if (utf8_is_blank(entry->value))
        BUILD_FAULT(builder, section, entry,
                    "no value: give one, or put # in front of the line",
                    "Kein Wert: Bitte einen angeben oder # vor die Zeile setzen");
}

/* Quotes that kept a phrase together must go on doing so. */
static void add_value(struct text *text, const struct ini_entry *entry) {
    bool phrase = entry->quoted && ini_lists_phrases(entry->key);
    text_add(text, text->length > 0 ? " " : "");
    text_add(text, phrase ? "\"" : "");
    text_add(text, entry->value);
    text_add(text, phrase ? "\"" : "");
}

/* How many entries go on with that list, in whatever order and with whatever gaps. */
static size_t count_parts(const struct ini_section *section, const char *stem) {
    size_t count = 0, length = strlen(stem);
    for (size_t i = 0; i < section->count; i++) {
        const char *key = section->entries[i].key;
        const char *digits = find_number(section, key);
        count += digits != NULL && digits == key + length + 1 && memcmp(key, stem, length) == 0;
    }
    return count;
}

/* A gap has been reported; what is behind it is taken, too, so that no code is called unknown.
 */
static struct ini_entry join(struct builder *builder, const struct ini_section *section,
                             const struct ini_entry *first) {
    struct ini_entry whole = *first;
    size_t left = count_parts(section, first->key);
    if (left == 0)
        return whole;
    struct text value = {0};
    add_value(&value, first);
    for (int64_t part = 2; left > 0 && part <= MOST_PARTS; part++) {
        const struct ini_entry *next = find_part(builder, section, first->key, part);
        left -= next != NULL;
        if (next != NULL)
            add_value(&value, next);
    }
    whole.value = arena_copy(builder->arena, text_string(&value));
    whole.quoted = false;
    text_free(&value);
    return whole;
}

static struct ini_section join_section(struct builder *builder,
                                       const struct ini_section *section) {
    struct ini_section joined = *section;
    struct ini_entry *entries = arena_allocate(builder->arena, section->count, sizeof *entries);
    joined.entries = entries;
    joined.count = 0;
    for (size_t i = 0; i < section->count; i++) {
        const struct ini_entry *entry = &section->entries[i];
        const char *digits = find_number(section, entry->key);
        if (digits != NULL)
            check_number(builder, section, entry, digits);
        else if (build_is_list(section->kind, entry->key, strcspn(entry->key, ".")))
            entries[joined.count++] = join(builder, section, entry);
        else
            entries[joined.count++] = *entry;
    }
    return joined;
}

static bool has_parts(const struct ini *ini) {
    for (size_t i = 0; i < ini->count; i++)
        for (size_t k = 0; k < ini->sections[i].count; k++)
            if (find_number(&ini->sections[i], ini->sections[i].entries[k].key) != NULL)
                return true;
    return false;
}

const struct ini *build_join_lists(struct builder *builder) {
    const struct ini *ini = builder->ini;
    if (!has_parts(ini))
        return ini;
    struct ini *whole = arena_allocate(builder->arena, 1, sizeof *whole);
    struct ini_section *sections = arena_allocate(builder->arena, ini->count, sizeof *sections);
    *whole = *ini;
    whole->sections = sections;
    for (size_t i = 0; i < ini->count; i++)
        sections[i] = join_section(builder, &ini->sections[i]);
    return whole;
}

/* --- codes by name --- */

const char **build_names(struct builder *builder, const struct ini_section *section,
                         const char *key, size_t *count) {
    const char **names = arena_allocate(builder->arena, section->count, sizeof *names);
    size_t length = strlen(key);
    *count = 0;
    for (size_t i = 0; i < section->count; i++) {
        const char *found = section->entries[i].key;
        if (strncmp(found, key, length) == 0 && found[length] == '.' &&
            strchr(found + length + 1, '.') == NULL)
            names[(*count)++] = found + length + 1;
    }
    return names;
}

const char **build_ids(struct builder *builder, const struct code *codes, size_t count,
                       bool dk) {
    const char **ids = arena_allocate(builder->arena, count + 1, sizeof *ids);
    for (size_t i = 0; i < count; i++)
        ids[i] = codes[i].id;
    if (dk)
        ids[count] = "dk";
    return ids;
}

const size_t *build_positions(struct builder *builder, const struct ini_section *section,
                              const char *key, const struct code *codes, size_t code_count,
                              size_t *count) {
    size_t word_count;
    const struct ini_entry *entry = ini_entry(section, key);
    const char *const *words = build_words(builder, section, key, &word_count);
    size_t *positions = arena_allocate(builder->arena, word_count, sizeof *positions);
    bool *seen = arena_allocate(builder->arena, code_count, sizeof *seen);
    *count = 0;
    /* Of a list that is missing itself, nothing can be said. */
    for (size_t i = 0; i < word_count && code_count > 0; i++) {
        int position = code_position(codes, code_count, words[i]);
        if (position < 0) {
            build_unknown(builder, section, entry, words[i],
                          build_ids(builder, codes, code_count, false), code_count, "code",
                          "Code");
        } else if (seen[position]) {
            BUILD_FAULT(builder, section, entry, "'%s' is named twice", "'%s' steht doppelt",
                        words[i]);
        } else {
            seen[position] = true;
            positions[(*count)++] = (size_t)position;
        }
    }
    return positions;
}
