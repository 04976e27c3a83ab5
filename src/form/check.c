/* What nachlese-form --check reports beyond the loader: what is allowed in form and will hurt
 * later, and placeholders that no figure can replace. */
#include "form/check.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "survey/headings.h"
#include "survey/typographic.h"
#include "wording/catalogue.h"
#include "wording/passages.h"

/* --- the file: what a word processor does to a questionnaire --- */

/* One entry, and where it is. */
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

/* In straight quotes it is on purpose. A list reports its words itself. */
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

/* A word that occurs alone in no export, but within a phrase. */
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

/* After that day every run ends with EXIT_DELETION_DUE. The loader reports what is no date. */
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

void check_todos(const struct ini *ini, const struct questionnaire *questionnaire,
                 struct diag *diag) {
    struct diag_place place = {ini->file, ini->first_todo, 0, NULL};
    if (ini->todo_count > 0 && !questionnaire->draft)
        diag_add(diag, DIAG_WARNING, &place,
                 "a TODO is left (%zu in all), but the questionnaire is no draft: answer and "
                 "delete it, or set draft = yes",
                 "Ein TODO ist übrig (%zu insgesamt), aber der Fragebogen ist kein Entwurf: "
                 "Bitte beantworten und löschen oder draft = yes setzen",
                 ini->todo_count);
}

/* --- options of one question that one cell can hold together --- */

enum spelling_kind { SPELLING_ID, SPELLING_LABEL, SPELLING_ALIAS };

/* One way to write an option. */
struct option_spelling {
    enum spelling_kind kind;
    const char *word; /* as in the file */
    char *form;       /* in the folded comparison form */
    size_t option;    /* position of the code */
};

/* Where a label reads like two others joined, or an alias like a part of a label, a cell could
 * be counted for the wrong one. */
struct options {
    const struct ini *ini;
    const struct question *question;
    struct diag *diag;
    struct option_spelling *spellings;
    size_t count, capacity;
};

/* What form systems put between the options of a cell. */
static const char *const separators[] = {";", ",", "|", "/", "+", "&", " ", " und ", " and "};

static void add(struct options *options, enum spelling_kind kind, const char *word,
                size_t option) {
    struct text form = {0};
    if (word == NULL)
        return;
    utf8_comparison_form(&form, word, strlen(word), true);
    text_add(&form, "");
    options->spellings = memory_grow(options->spellings, options->count, &options->capacity,
                                     sizeof *options->spellings);
    options->spellings[options->count++] =
        (struct option_spelling){kind, word, form.bytes, option};
}

static void add_options(struct options *options) {
    const struct code_list *list = options->question->codes;
    for (size_t i = 0; i < list->count; i++) {
        const struct code *code = &list->codes[i];
        add(options, SPELLING_ID, code->id, i);
        for (size_t k = 0; k < QUESTIONNAIRE_MAX_LANGUAGES; k++)
            add(options, SPELLING_LABEL, code->label.in[k], i);
        for (size_t k = 0; k < code->alias_count; k++)
            add(options, SPELLING_ALIAS, code->aliases[k], i);
    }
}

static const char *code_of(const struct options *options, size_t option) {
    return options->question->codes->codes[option].id;
}

/* The line of the first key KEY.CODE... in the section; 0 where it has none. */
static size_t line_in(const struct ini_section *section, const char *key, const char *code) {
    size_t first = strlen(key), second = strlen(code);
    for (size_t i = 0; i < section->count; i++) {
        const char *name = section->entries[i].key;
        if (strncmp(name, key, first) == 0 && name[first] == '.' &&
            strncmp(name + first + 1, code, second) == 0 &&
            (name[first + 1 + second] == '\0' || name[first + 1 + second] == '.'))
            return section->entries[i].line;
    }
    return 0;
}

/* Where the option's label or alias is: in the question, else in its scale. */
static struct diag_place place_of(const struct options *options, const char *key,
                                  size_t option) {
    const struct question *question = options->question;
    size_t line = 0;
    for (size_t i = 0; i < options->ini->count; i++) {
        const struct ini_section *section = &options->ini->sections[i];
        bool own =
            strcmp(section->kind, "question") == 0 && strcmp(section->id, question->id) == 0;
        bool scale = strcmp(section->kind, "scale") == 0 &&
                     strcmp(section->id, question->codes->id) == 0;
        size_t found = own || scale ? line_in(section, key, code_of(options, option)) : 0;
        if (found > 0 && (own || line == 0))
            line = found;
    }
    return (struct diag_place){options->ini->file, line > 0 ? line : question->line, 0,
                               question->id};
}

/* --- of these: a label that reads like others joined --- */

/* True where the bytes, blanks round them aside, spell an option other than the given one. */
static const struct option_spelling *
find_other(const struct options *options, const char *bytes, size_t length, size_t option) {
    for (; length > 0 && bytes[0] == ' '; length--)
        bytes++;
    while (length > 0 && bytes[length - 1] == ' ')
        length--;
    for (size_t i = 0; i < options->count; i++) {
        const struct option_spelling *other = &options->spellings[i];
        if (other->option != option && strlen(other->form) == length &&
            memcmp(other->form, bytes, length) == 0)
            return other;
    }
    return NULL;
}

/* The first option of a row of others that the rest spells, joined by the separator; NULL where
 * it does not. Options may hold the separator themselves. */
static const struct option_spelling *read_joined(const struct options *options,
                                                 const char *rest, const char *separator,
                                                 size_t option, bool whole_allowed) {
    size_t size = strlen(separator);
    for (const char *cut = strstr(rest, separator); cut != NULL;
         cut = strstr(cut + size, separator)) {
        const struct option_spelling *first =
            find_other(options, rest, (size_t)(cut - rest), option);
        if (first != NULL && read_joined(options, cut + size, separator, option, true) != NULL)
            return first;
    }
    return whole_allowed ? find_other(options, rest, strlen(rest), option) : NULL;
}

static size_t count_joints(const char *form, const char *separator) {
    size_t count = 0;
    for (const char *at = form; (at = strstr(at, separator)) != NULL; at += strlen(separator))
        count++;
    return count;
}

static void check_label(const struct options *options, const struct option_spelling *label) {
    enum { MOST_JOINTS = 16 }; /* the ways to cut a text are tried one by one */
    for (size_t i = 0; i < sizeof separators / sizeof separators[0]; i++) {
        if (count_joints(label->form, separators[i]) > MOST_JOINTS)
            continue;
        const struct option_spelling *first =
            read_joined(options, label->form, separators[i], label->option, false);
        if (first == NULL)
            continue;
        struct diag_place place =
            place_of(options, label->kind == SPELLING_LABEL ? "label" : "alias", label->option);
        diag_add(options->diag, DIAG_WARNING, &place,
                 "'%s' reads like other options joined by '%s', '%s' the first of them: in a "
                 "cell with several options nobody can tell; word it otherwise, or export "
                 "every option in a column of its own",
                 "'%s' liest sich wie andere Optionen, mit '%s' verbunden, die erste '%s': In "
                 "einer Zelle mit mehreren Optionen ist das nicht zu unterscheiden; bitte "
                 "anders benennen oder jede Option in einer eigenen Spalte exportieren",
                 label->word, separators[i], code_of(options, first->option));
        return;
    }
}

/* --- of these: an alias that is a part of a label --- */

static bool is_word_byte(char byte) {
    return isalnum((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

/* A code such as 2 or A1 occurs in many labels by chance, a word of three letters does not. */
static bool is_word(const char *form) {
    size_t letters = 0;
    for (; *form != '\0'; form++) {
        if (isdigit((unsigned char)*form))
            return false;
        letters += is_word_byte(*form);
    }
    return letters >= 3;
}

/* True where what is at the end of a part is the end of the label or a separator. */
static bool is_cut(const char *label, const char *at, int step) {
    while (at >= label && *at == ' ')
        at += step;
    return at < label || *at == '\0' || strchr(";,|/+&", *at) != NULL;
}

static bool is_part(const char *part, const char *label) {
    size_t size = strlen(part);
    if (size == 0 || strcmp(part, label) == 0)
        return false;
    for (const char *at = strstr(label, part); at != NULL; at = strstr(at + 1, part)) {
        if ((at > label && is_word_byte(at[-1])) || is_word_byte(at[size]))
            continue;
        if (is_word(part) || (is_cut(label, at - 1, -1) && is_cut(label, at + size, 1)))
            return true;
    }
    return false;
}

static void check_alias(const struct options *options, const struct option_spelling *alias) {
    for (size_t i = 0; i < options->count; i++) {
        const struct option_spelling *label = &options->spellings[i];
        if (label->kind != SPELLING_LABEL || label->option == alias->option ||
            !is_part(alias->form, label->form))
            continue;
        struct diag_place place = place_of(options, "alias", alias->option);
        diag_add(options->diag, DIAG_WARNING, &place,
                 "the alias '%s' of '%s' is a part of the label '%s' of '%s': a cell with "
                 "several options may be counted for the wrong one; take the whole phrase, in "
                 "double quotes",
                 "Der Alias '%s' von '%s' ist ein Teil des Textes '%s' von '%s': Eine Zelle "
                 "mit mehreren Optionen könnte der falschen zugezählt werden; bitte den ganzen "
                 "Wortlaut nehmen, in geraden Anführungszeichen",
                 alias->word, code_of(options, alias->option), label->word,
                 code_of(options, label->option));
        return;
    }
}

void check_joined(const struct ini *ini, const struct questionnaire *questionnaire,
                  struct diag *diag) {
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        if (!question_has_options(question))
            continue;
        struct options options = {.ini = ini, .question = question, .diag = diag};
        add_options(&options);
        for (size_t k = 0; k < options.count; k++)
            if (options.spellings[k].kind != SPELLING_ID)
                check_label(&options, &options.spellings[k]);
        for (size_t k = 0; k < options.count; k++)
            if (options.spellings[k].kind == SPELLING_ALIAS)
                check_alias(&options, &options.spellings[k]);
        for (size_t k = 0; k < options.count; k++)
            free(options.spellings[k].form);
        free(options.spellings);
    }
}

/* --- the questionnaire --- */

/* What a heading means beside the answer itself, in the order of enum heading_part. */
static const struct {
    const char *english, *german;
} parts[] = {
    {"", ""},
    {" (all in one column)", " (alles in einer Spalte)"},
    {" (rank)", " (Rang)"},
    {" (text beside 'other')", " (Text neben 'other')"},
    {" (comment)", " (Kommentar)"},
    {" (an option of its own)", " (eine Antwort für sich)"},
    {" (don't know)", " (weiß nicht)"},
    {"", ""},
};

static void describe(struct text *text, const struct heading *meaning) {
    const struct question *question = meaning->question;
    bool of_item = meaning->part == HEADING_FIELD || meaning->part == HEADING_VARIABLE;
    const struct code *item = of_item ? question_item(question, meaning->item) : NULL;
    text_add(text, question->id);
    if (item != NULL)
        text_add_format(text, "__%s", item->id);
    text_add(text, language_pick(parts[meaning->part].english, parts[meaning->part].german));
}

static void warn_of_headings(const struct questionnaire *questionnaire, struct diag *diag) {
    struct headings *headings = headings_new(questionnaire);
    struct text first = {0}, second = {0};
    const struct heading *meanings;
    size_t position = 0, count;
    const char *spelling;
    while ((spelling = headings_collision(headings, &position, &meanings, &count)) != NULL) {
        text_clear(&first);
        text_clear(&second);
        describe(&first, &meanings[0]);
        describe(&second, &meanings[1]);
        struct diag_place place = {questionnaire->file, meanings[1].question->line, 0,
                                   meanings[1].question->id};
        diag_add(
            diag, DIAG_WARNING, &place,
            "a column headed '%s' could be %s or %s: word one of them otherwise, or export "
            "with codes as headings",
            "Eine Spalte mit der Überschrift '%s' könnte %s oder %s sein: Bitte eine davon "
            "anders benennen oder mit Codes als Überschriften exportieren",
            spelling, text_string(&first), text_string(&second));
    }
    text_free(&first);
    text_free(&second);
    headings_free(headings);
}

static void warn_of_contacts(const struct questionnaire *questionnaire, struct diag *diag) {
    const struct question *contact = questionnaire_answered(questionnaire, ANSWER_FIELD);
    if (contact == NULL)
        return;
    struct diag_place place = {questionnaire->file, contact->line, 0, contact->id};
    if (questionnaire_role(questionnaire, ROLE_CONSENT_CONTACT) == NULL)
        diag_add(
            diag, DIAG_WARNING, &place,
            "no question has the role consent_contact: all contact data will be dropped",
            "Keine Frage hat die Rolle consent_contact: Alle Kontaktdaten werden verworfen");
    if (questionnaire->delete_contact_by == NULL)
        diag_add(
            diag, DIAG_WARNING, &place,
            "[privacy] says no delete_contact_by: name the day when contact data are deleted",
            "In [privacy] fehlt delete_contact_by: Bitte den Tag nennen, an dem die "
            "Kontaktdaten gelöscht werden");
}

/* There is a form in every language, but not a report. */
static void warn_of_languages(const struct questionnaire *questionnaire, struct diag *diag) {
    struct diag_place place = {.file = questionnaire->file};
    for (size_t i = 0; i < questionnaire->language_count; i++)
        if (!catalogue_comes_along(questionnaire->languages[i]))
            diag_add(
                diag, DIAG_WARNING, &place,
                "languages of [survey] has '%s', for which there is no report; where it "
                "is the only one, name de or en instead: texts may be in any language",
                "languages von [survey] nennt „%s“, dafür gibt es keinen Bericht; ist es "
                "die einzige, nennen Sie stattdessen de oder en: Die Texte dürfen in jeder "
                "Sprache sein",
                questionnaire->languages[i]);
}

static void warn_of_quotes(const struct questionnaire *questionnaire, struct diag *diag) {
    const struct question *text = questionnaire_answered(questionnaire, ANSWER_TEXT);
    if (text == NULL || questionnaire_role(questionnaire, ROLE_CONSENT_QUOTES) != NULL)
        return;
    struct diag_place place = {questionnaire->file, text->line, 0, text->id};
    diag_add(diag, DIAG_WARNING, &place,
             "no question has the role consent_quotes: open answers will not be quoted",
             "Keine Frage hat die Rolle consent_quotes: Offene Antworten werden nicht zitiert");
}

static void warn_of_privacy(const struct questionnaire *questionnaire, struct diag *diag) {
    struct diag_place place = {questionnaire->file, 0, 0, "[privacy]"};
    if (!label_present(&questionnaire->controller) || !label_present(&questionnaire->purpose))
        diag_add(
            diag, DIAG_WARNING, &place,
            "name the controller and the purpose: people must know who keeps their answers "
            "and why",
            "Bitte controller und purpose angeben: Wer antwortet, muss wissen, wer die "
            "Antworten wozu aufbewahrt");
    if (questionnaire->delete_raw_by == NULL)
        diag_add(diag, DIAG_WARNING, &place,
                 "delete_raw_by is missing: name the day when the export is deleted",
                 "delete_raw_by fehlt: Bitte den Tag nennen, an dem der Export gelöscht wird");
}

/* Whoever answers must be told these before the first question (Art. 13 GDPR). */
static void warn_of_notice(const struct questionnaire *questionnaire, struct diag *diag) {
    struct diag_place place = {questionnaire->file, 0, 0, "[privacy]"};
    struct text missing = {0};
    for (size_t i = 0; i < PRIVACY_TEXTS; i++)
        if (!label_present(&questionnaire->privacy_texts[i]))
            text_add_format(&missing, "%s%s", missing.length > 0 ? ", " : "",
                            privacy_text_key((enum privacy_text)i));
    if (missing.length > 0)
        diag_add(diag, DIAG_WARNING, &place,
                 "the privacy notice has gaps, which only the controller can fill: %s",
                 "Die Datenschutzhinweise haben Lücken, die nur die Verantwortlichen füllen "
                 "können: %s",
                 text_string(&missing));
    text_free(&missing);
}

static bool has_rest(const struct grouping *grouping) {
    for (size_t i = 0; i < grouping->coarse_count; i++)
        if (grouping->coarse[i].rest)
            return true;
    return false;
}

/* Who skips the question is all minus the groups: one such person can hide every table (P2). */
static void warn_of_skippers(const struct questionnaire *questionnaire, struct diag *diag) {
    for (size_t i = 0; i < questionnaire->grouping_count; i++) {
        const struct grouping *grouping = &questionnaire->groupings[i];
        struct diag_place place = {questionnaire->file, grouping->question->line, 0,
                                   grouping->question->id};
        if (!has_rest(grouping))
            diag_add(diag, DIAG_WARNING, &place,
                     "no coarser group takes in those who skip this question, and one of them "
                     "may hide all figures by group: add one to [group %s] and call it rest",
                     "Keine gröbere Gruppe nimmt die auf, die diese Frage auslassen, und schon "
                     "eine solche Person kann alle Zahlen der Gruppen verbergen: Bitte unter "
                     "[group %s] eine ergänzen, die rest heißt",
                     grouping->question->id);
    }
}

/* --- parts of the report --- */

/* Of open answers there are no figures, and quotations only where they are released. */
static bool is_open(const struct topic *topic) {
    return topic->kind == TOPIC_QUESTION && question_answer(topic->question) == ANSWER_TEXT;
}

static struct diag_place place_of_part(const struct questionnaire *questionnaire, char *item,
                                       size_t size, const char *kind, const char *id) {
    snprintf(item, size, "[%s%s%s]", kind, id[0] != '\0' ? " " : "", id);
    return (struct diag_place){questionnaire->file, 0, 0, item};
}

static void warn_of_pages(const struct questionnaire *questionnaire, struct diag *diag) {
    for (size_t i = 0; i < questionnaire->page_count; i++) {
        const struct report_page *page = &questionnaire->pages[i];
        char item[64];
        struct diag_place place =
            place_of_part(questionnaire, item, sizeof item, "page", page->id);
        size_t open = 0;
        for (size_t k = 0; k < page->topic_count; k++)
            open += is_open(&page->topics[k]);
        if (open == page->topic_count)
            diag_add(diag, DIAG_WARNING, &place,
                     "all its parts are open questions: until quotations are released the page "
                     "is empty; add a question with figures",
                     "Alle ihre Teile sind offene Fragen: Bis Zitate freigegeben sind, ist die "
                     "Seite leer; bitte eine Frage mit Zahlen ergänzen");
    }
}

/* Page one must say something of each. */
static void warn_of_open(const struct questionnaire *questionnaire, const char *kind,
                         const char *id, const struct topic *topics, size_t count,
                         struct diag *diag) {
    char item[64];
    struct diag_place place = place_of_part(questionnaire, item, sizeof item, kind, id);
    for (size_t i = 0; i < count; i++)
        if (is_open(&topics[i]))
            diag_add(diag, DIAG_WARNING, &place,
                     "'%s' is an open question without figures: page one can say nothing of "
                     "it; leave it out here",
                     "'%s' ist eine offene Frage ohne Zahlen: Seite 1 kann dazu nichts sagen; "
                     "bitte hier weglassen",
                     topics[i].id);
}

/* True where a page behind the first speaks of a question that the topic speaks of. */
static bool stands_on_page(const struct questionnaire *questionnaire,
                           const struct topic *topic) {
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        if (!topic_holds(topic, question))
            continue;
        for (size_t k = 0; k < questionnaire->page_count; k++)
            for (size_t m = 0; m < questionnaire->pages[k].topic_count; m++)
                if (topic_holds(&questionnaire->pages[k].topics[m], question))
                    return true;
    }
    return false;
}

static void warn_of_findings(const struct questionnaire *questionnaire, struct diag *diag) {
    struct diag_place place = {questionnaire->file, 0, 0, "[report]"};
    warn_of_open(questionnaire, "report", "", questionnaire->findings,
                 questionnaire->finding_count, diag);
    for (size_t i = 0; i < questionnaire->glance_count; i++)
        warn_of_open(questionnaire, "glance", questionnaire->glances[i].id,
                     questionnaire->glances[i].parts, questionnaire->glances[i].part_count,
                     diag);
    for (size_t i = 0; i < questionnaire->finding_count && questionnaire->page_count > 0; i++)
        if (!stands_on_page(questionnaire, &questionnaire->findings[i]))
            diag_add(diag, DIAG_WARNING, &place,
                     "no [page] speaks of '%s', so page one can name no page where more "
                     "stands: add it to the parts of one",
                     "Keine [page] spricht von '%s', also kann Seite 1 keine Seite nennen, auf "
                     "der mehr steht: Bitte bei den parts einer Seite ergänzen",
                     questionnaire->findings[i].id);
}

bool check_questionnaire(const struct questionnaire *questionnaire, struct diag *diag) {
    warn_of_headings(questionnaire, diag);
    warn_of_contacts(questionnaire, diag);
    warn_of_languages(questionnaire, diag);
    warn_of_quotes(questionnaire, diag);
    warn_of_privacy(questionnaire, diag);
    warn_of_notice(questionnaire, diag);
    warn_of_skippers(questionnaire, diag);
    warn_of_pages(questionnaire, diag);
    warn_of_findings(questionnaire, diag);
    return passages_check(questionnaire, diag);
}
