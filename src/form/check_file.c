/* What a word processor does to a questionnaire: none of it is wrong in form, all of it will
 * hurt later. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "form/form.h"
#include "survey/typographic.h"

/* One entry, and where it stands. */
struct spot {
    const struct ini_entry *entry;
    struct diag_place place;
    char item[256];
};

static void set_place(struct spot *spot, const struct ini *ini,
                      const struct ini_section *section, const struct ini_entry *entry) {
    snprintf(spot->item, sizeof spot->item, "[%s%s%s] %s", section->kind,
             section->id[0] != '\0' ? " " : "", section->id, entry->key);
    spot->entry = entry;
    spot->place = (struct diag_place){ini->file, entry->line, 0, spot->item};
}

/* In straight quotes it stands on purpose. A list tells its words itself. */
static void check_quotes(const struct spot *spot, struct diag *diag) {
    if (spot->entry->quoted || ini_lists_phrases(spot->entry->key))
        return;
    enum typographic_quoting quoting = typographic_quoting(spot->entry->value);
    if (quoting == TYPOGRAPHIC_WHOLE)
        diag_add(diag, DIAG_WARNING, &spot->place,
                 "the quotes of a word processor stand round the value, and would be part of "
                 "it: write straight ones (\") or none; where they belong to it, put straight "
                 "quotes round them",
                 "Um den Wert stehen Anführungszeichen einer Textverarbeitung und würden ein "
                 "Teil von ihm: Bitte gerade (\") schreiben oder keine; gehören sie dazu, "
                 "bitte gerade um sie herum setzen");
    else if (quoting == TYPOGRAPHIC_HALF)
        diag_add(diag, DIAG_WARNING, &spot->place,
                 "a quote of a word processor stands at one end of the value only: delete it, "
                 "or write the other one",
                 "An nur einem Ende des Wertes steht ein Anführungszeichen einer "
                 "Textverarbeitung: Bitte löschen oder das andere ergänzen");
}

static void check_blanks(const struct spot *spot, struct diag *diag) {
    if (spot->entry->odd_blanks)
        diag_add(diag, DIAG_WARNING, &spot->place,
                 "a non-breaking or invisible blank beside the = was left out: write an "
                 "ordinary one",
                 "Ein geschütztes oder unsichtbares Leerzeichen neben dem = wurde weggelassen: "
                 "Bitte ein gewöhnliches schreiben");
}

/* French sets a blank before a semicolon. */
static bool is_french(const char *key) {
    size_t length = strlen(key);
    return length > 3 && strcmp(key + length - 3, ".fr") == 0;
}

/* What is in quotes is no comment, but few texts have such signs between blanks. */
static void check_comment(const struct spot *spot, struct diag *diag) {
    static const char *const signs[] = {" # ", " // ", " ; "};
    size_t count = sizeof signs / sizeof signs[0] - is_french(spot->entry->key);
    for (size_t i = 0; i < count; i++)
        if (strstr(spot->entry->value, signs[i]) != NULL) {
            diag_add(diag, DIAG_WARNING, &spot->place,
                     "what stands behind '%s' looks like a comment, but belongs to the value: "
                     "a comment goes on a line of its own",
                     "Was hinter '%s' steht, sieht wie ein Kommentar aus, gehört aber zum "
                     "Wert: Ein Kommentar gehört in eine eigene Zeile",
                     signs[i]);
            return;
        }
}

/* A word that stands alone in no export, but within a phrase. */
static bool is_link(const char *word, size_t length) {
    static const char *const links[] = {"und", "oder", "and", "or",  "&",   "/",    "-",
                                        "–",   "+",    "für", "for", "mit", "with", "der",
                                        "die", "das",  "of",  "the", "im",  "et",   "ou"};
    for (size_t i = 0; i < sizeof links / sizeof links[0]; i++)
        if (strlen(links[i]) == length && memcmp(links[i], word, length) == 0)
            return true;
    return false;
}

/* A code of a form system: letters, then digits. */
static bool is_code(const char *word, size_t length) {
    size_t at = 0;
    while (at < length && isalpha((unsigned char)word[at]))
        at++;
    size_t digits = at;
    while (at < length && isdigit((unsigned char)word[at]))
        at++;
    return at == length && at > digits;
}

/* Without quotes every word is a phrase of its own, in quotes all are one: which was meant can
 * mostly be seen. */
static void check_phrases(const struct spot *spot, struct diag *diag) {
    if (!ini_lists_phrases(spot->entry->key))
        return;
    size_t words = 0, links = 0, codes = 0;
    bool quoted = false;
    for (const char *rest = spot->entry->value; *(rest += strspn(rest, " ,")) != '\0';) {
        size_t length = strcspn(rest, " ,");
        quoted = quoted || memchr(rest, '"', length) != NULL;
        links += is_link(rest, length);
        codes += is_code(rest, length);
        words++;
        rest += length;
    }
    if (!spot->entry->quoted && !quoted && words > 2 && links > 0)
        diag_add(diag, DIAG_WARNING, &spot->place,
                 "these are %zu phrases of one word each: if they are one, put double quotes "
                 "round it",
                 "Das sind %zu Angaben aus je einem Wort: Ist es nur eine, bitte in gerade "
                 "Anführungszeichen setzen",
                 words);
    else if (spot->entry->quoted && words > 1 && codes == words)
        diag_add(diag, DIAG_WARNING, &spot->place,
                 "in quotes these %zu words are one phrase: if each stands for itself, leave "
                 "the quotes out",
                 "In Anführungszeichen sind diese %zu Wörter eine einzige Angabe: Steht jedes "
                 "für sich, bitte die Anführungszeichen weglassen",
                 words);
}

/* After that day every run ends with EXIT_DELETION_DUE. What is no date is told by the loader.
 */
static void check_day(const struct spot *spot, const char *kind, struct diag *diag) {
    const char *day = spot->entry->value;
    if (strcmp(kind, "privacy") == 0 && strncmp(spot->entry->key, "delete_", 7) == 0 &&
        strlen(day) == 10 && strspn(day, "0123456789-") == 10 && clock_has_passed(day))
        diag_add(diag, DIAG_WARNING, &spot->place,
                 "the day %s is over: delete the data; for a new survey write a new day",
                 "Der Tag %s ist vorbei: Bitte die Daten löschen; für eine neue Umfrage einen "
                 "neuen Tag eintragen",
                 day);
}

void check_file(const struct ini *ini, struct diag *diag) {
    for (size_t i = 0; i < ini->count; i++)
        for (size_t k = 0; k < ini->sections[i].count; k++) {
            struct spot spot;
            set_place(&spot, ini, &ini->sections[i], &ini->sections[i].entries[k]);
            check_blanks(&spot, diag);
            check_quotes(&spot, diag);
            check_phrases(&spot, diag);
            check_comment(&spot, diag);
            check_day(&spot, ini->sections[i].kind, diag);
        }
}
