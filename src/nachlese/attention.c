#include "nachlese/attention.h"

#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

#include "base/clock.h"
#include "base/language.h"
#include "base/utf8.h"
#include "nachlese/attention_parts.h"

enum { MOST_COLUMNS = 78, LEAD_COLUMNS = 4, MOST_NAMES = 5 };

/* Lines end at blanks only, so that no name of a file is parted. */
static void wrap(FILE *stream, const char *point) {
    size_t column = 0;
    for (const char *word = point; *word != '\0';) {
        size_t length = strcspn(word, " ");
        struct text next = {0};
        text_add_bytes(&next, word, length);
        size_t width = utf8_width(text_string(&next));
        const char *lead = column == 0                         ? "  - "
                           : column + 1 + width > MOST_COLUMNS ? "\n    "
                                                               : " ";
        column = column > 0 && lead[0] == ' ' ? column + 1 + width : LEAD_COLUMNS + width;
        fprintf(stream, "%s%s", lead, text_string(&next));
        text_free(&next);
        word += length + (word[length] == ' ');
    }
    fputc('\n', stream);
}

void attention_say(const struct attention *attention, const char *english, const char *german,
                   ...) {
    va_list values;
    struct text point = {0};
    va_start(values, german);
    text_add_format_list(&point, language_pick(english, german), values);
    va_end(values);
    wrap(attention->stream, text_string(&point));
    text_free(&point);
}

void name_list_add(struct name_list *list, const char *name) {
    if (list->whole || list->count < MOST_NAMES)
        text_add_format(&list->text, "%s%s", list->count > 0 ? ", " : "", name);
    list->count++;
}

const char *name_list_close(struct name_list *list) {
    if (!list->whole && list->count > MOST_NAMES)
        text_add_format(&list->text, language_pick(" and %zu more", " und %zu weitere"),
                        list->count - MOST_NAMES);
    return text_string(&list->text);
}

int64_t attention_records(const struct attention *attention, enum statistic statistic) {
    const struct result *row =
        results_find(attention->facts->results, NULL, NULL, NULL, statistic);
    return row != NULL && row->has_value ? (int64_t)row->value : 0;
}

/* --- how many answered --- */

static void say_response(const struct attention *attention) {
    int64_t answers = attention_records(attention, STATISTIC_ROWS_ACCEPTED),
            invited = attention->facts->questionnaire->invited;
    if (invited == 0)
        attention_say(attention,
                      "%" PRId64 " answers. How many were invited is not said ([survey] "
                      "invited), so there is no response rate.",
                      "%" PRId64 " Antworten. Wie viele eingeladen waren, steht nicht im "
                      "Fragebogen (invited), darum fehlt der Rücklauf.",
                      answers);
    else if (answers > invited)
        attention_say(attention,
                      "%" PRId64 " answers, but only %" PRId64 " invited. If the link was "
                      "passed on, delete invited in the questionnaire.",
                      "%" PRId64 " Antworten, aber nur %" PRId64 " Eingeladene. Wurde der Link "
                      "weitergegeben, dann invited im Fragebogen löschen.",
                      answers, invited);
    else
        attention_say(attention, "Answers: %" PRId64 " of %" PRId64 " invited. Is that right?",
                      "Rücklauf: %" PRId64 " von %" PRId64 " Eingeladenen. Stimmt das?",
                      answers, invited);
    if (answers < attention->facts->questionnaire->min_report)
        attention_say(attention, "Fewer than %" PRId64 " answers: the report gives no results.",
                      "Weniger als %" PRId64 " Antworten: Der Bericht nennt keine Ergebnisse.",
                      attention->facts->questionnaire->min_report);
}

static void say_records(const struct attention *attention) {
    int64_t rejected = attention_records(attention, STATISTIC_ROWS_REJECTED),
            duplicates = attention_records(attention, STATISTIC_ROWS_DUPLICATE),
            simulated = attention_records(attention, STATISTIC_SIMULATED);
    if (rejected > 0)
        attention_say(
            attention, "Records rejected: %" PRId64 "; rejects.csv says which and why.",
            "Abgelehnte Datensätze: %" PRId64 "; rejects.csv nennt Zeile und Grund.", rejected);
    if (duplicates > 0)
        attention_say(
            attention,
            "Duplicates, which do not count: %" PRId64 "; rejects.csv says which. If the id "
            "column does not identify people, remove it and run again.",
            "Doppelte Datensätze, die nicht zählen: %" PRId64 "; rejects.csv nennt sie. Steht "
            "die Spalte der Kennung nicht für Personen, dann entfernen und noch einmal laufen "
            "lassen.",
            duplicates);
    if (simulated > 0)
        attention_say(attention,
                      "%" PRId64 " of the answers are made up (simulated); the report says so.",
                      "%" PRId64
                      " der Antworten sind erfunden (simuliert); der Bericht sagt das.",
                      simulated);
}

/* --- what the questionnaire says --- */

/* 2021-12-31 for English, 31.12.2021 for German readers. */
static const char *date_of(const struct attention *attention, const char *date) {
    if (!language_is_german())
        return date;
    return arena_format(attention->arena, "%.2s.%.2s.%.4s", date + 8, date + 5, date);
}

static void say_meeting(const struct attention *attention) {
    const char *meeting = attention->facts->questionnaire->next_meeting;
    if (clock_has_passed(meeting))
        attention_say(attention,
                      "The next meeting (%s) is over: correct next_meeting in the "
                      "questionnaire, or delete it.",
                      "Das nächste Treffen (%s) ist vorbei: next_meeting im Fragebogen "
                      "berichtigen oder löschen.",
                      date_of(attention, meeting));
}

/* Page one speaks of all of these. */
static void say_empty(const struct attention *attention) {
    const struct questionnaire *questionnaire = attention->facts->questionnaire;
    const struct {
        const char *key;
        bool filled;
    } keys[] = {
        {"publisher", label_present(&questionnaire->publisher)},
        {"contact", label_present(&questionnaire->contact)},
        {"audience", label_present(&questionnaire->audience)},
        {"population", label_present(&questionnaire->population)},
        {"field_from", questionnaire->field_from != NULL},
        {"field_to", questionnaire->field_to != NULL},
        {"next_meeting", questionnaire->next_meeting != NULL},
    };
    struct name_list empty = {0};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (!keys[i].filled)
            name_list_add(&empty, keys[i].key);
    if (empty.count > 0)
        attention_say(attention,
                      "Missing in [survey] of the questionnaire, and so on page one: %s.",
                      "Fehlt im Fragebogen unter [survey] und darum auf Seite eins: %s.",
                      name_list_close(&empty));
    text_free(&empty.text);
}

static void say_languages(const struct attention *attention) {
    const struct questionnaire *questionnaire = attention->facts->questionnaire;
    for (size_t i = 0; i < questionnaire->language_count; i++)
        if ((attention->facts->languages_without_report >> i & 1U) != 0)
            attention_say(attention,
                          "No report in the language '%s': the file wording/%s.ini is "
                          "missing.",
                          "Kein Bericht in der Sprache „%s“: Die Datei wording/%s.ini fehlt.",
                          questionnaire->languages[i], questionnaire->languages[i]);
}

/* --- what the run could not do --- */

static void say_run(const struct attention *attention) {
    const struct summary_facts *facts = attention->facts;
    if (facts->previous_charts)
        attention_say(attention,
                      "No new pictures (see above); those of the last run show the same "
                      "figures and stay.",
                      "Keine neuen Bilder (siehe oben); die des letzten Laufs zeigen dieselben "
                      "Zahlen und bleiben.");
    else if (facts->without_gnuplot)
        attention_say(attention, "No pictures: see the message above. The texts are whole.",
                      "Keine Bilder: siehe die Meldung oben. Die Texte sind vollständig.");
    if (!facts->has_digests)
        attention_say(attention,
                      "An export came by standard input or a pipe: the report names no "
                      "SHA-256 of it.",
                      "Ein Export kam über die Standardeingabe oder eine Pipe: Der Bericht "
                      "nennt keine SHA-256-Summe.");
}

static void say_pdfs(const struct attention *attention) {
    if (attention->facts->without_weasyprint)
        attention_say(attention, "No PDF: WeasyPrint (package weasyprint) is not installed.",
                      "Keine PDF: WeasyPrint (Paket weasyprint) ist nicht installiert.");
}

static void say_bindings(const struct attention *attention) {
    attention_say(attention,
                  "bindings.csv: is every column read as the question it belongs to?",
                  "bindings.csv: Gehört jede Spalte zur richtigen Frage?");
}

void attention_print(FILE *stream, const struct summary_facts *facts) {
    static void (*const points[])(const struct attention *attention) = {
        say_response,
        say_records,
        attention_say_absent,
        attention_say_invalid,
        attention_say_missing,
        attention_say_hidden,
        attention_say_quotes,
        attention_say_contacts,
        say_meeting,
        say_empty,
        say_languages,
        say_run,
        say_pdfs,
        say_bindings,
    };
    struct attention attention = {.stream = stream, .arena = arena_new(), .facts = facts};
    attention_find_columns(&attention);
    for (size_t i = 0; i < sizeof points / sizeof points[0]; i++)
        points[i](&attention);
    arena_free(attention.arena);
}
