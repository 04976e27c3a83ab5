#include "nachlese/attention.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/language.h"
#include "base/text.h"
#include "nachlese/contents.h"
#include "nachlese/send.h"
#include "survey/csv_reader.h"
#include "survey/threshold.h"
#include "survey/view.h"
#include "wording/teller.h"

enum { MOST_NAMES = 2 };

struct attention {
    struct attention_points *points;
    struct arena *arena;
    const struct summary_facts *facts;
    bool
        *has_column; /* by question: a column of some export was read as it, or as part of it */
};

/* A list of names for a point: "a, b and 3 more", or all of them. Start with {0};
 * text_free(&list.text). */
struct name_list {
    struct text text;
    size_t count;
    const char *last; /* the caller's, and must live as long as the list */
    bool whole;       /* none is too many */
};

/* One point: the English or the German format, filled. */
__attribute__((format(printf, 3, 5), format(printf, 4, 5))) static void
say_point(const struct attention *attention, enum attention_weight weight, const char *english,
          const char *german, ...) {
    va_list values;
    struct text *text = &attention->points->text[weight];
    va_start(values, german);
    text_add_format_list(text, language_pick(english, german), values);
    va_end(values);
    text_add_byte(text, '\n');
    attention->points->count[weight]++;
}

static void name_list_add(struct name_list *list, const char *name) {
    if (list->whole || list->count < MOST_NAMES)
        text_add_format(&list->text, "%s%s", list->count > 0 ? ", " : "", name);
    list->last = name;
    list->count++;
}

/* The list, with how many were too many, unless it is a single one; "" for none. */
static const char *name_list_close(struct name_list *list) {
    size_t more = list->whole || list->count < MOST_NAMES ? 0 : list->count - MOST_NAMES;
    if (more == 1)
        text_add_format(&list->text, ", %s", list->last);
    else if (more > 1)
        text_add_format(&list->text, language_pick(" and %zu more", " und %zu weitere"), more);
    return text_string(&list->text);
}

/* The figure of the whole survey, 0 where there is none. */
static int64_t records_of(const struct attention *attention, enum statistic statistic) {
    const struct result *row =
        results_find(attention->facts->results, NULL, NULL, NULL, statistic);
    return row != NULL && row->has_value ? (int64_t)row->value : 0;
}

/* --- answers --- */

/* A question where more than one in this many did not answer or do not know is worth a look. */
enum { MANY_MISSING = 4 };

static int64_t state(const struct attention *attention, const char *question, const char *row,
                     enum statistic statistic) {
    const struct result *result =
        results_find(attention->facts->results, question, row, NULL, statistic);
    return result != NULL && result->has_value ? (int64_t)result->value : 0;
}

enum lost { LOST_SILENT, LOST_INVALID };

/* How many of those asked gave no answer or do not know, or gave one that is not understood. */
struct gap_in_answers {
    int64_t missing, asked;
};

static bool is_larger(struct gap_in_answers one, struct gap_in_answers other) {
    return one.missing * other.asked > other.missing * one.asked;
}

static struct gap_in_answers gap_at(const struct attention *attention, const char *question,
                                    const char *row, enum lost lost) {
    int64_t silent = state(attention, question, row, STATISTIC_SKIPPED) +
                     state(attention, question, row, STATISTIC_DONT_KNOW);
    int64_t invalid = state(attention, question, row, STATISTIC_INVALID);
    int64_t given = state(attention, question, row, STATISTIC_ANSWERED) +
                    state(attention, question, row, STATISTIC_OUTSIDE);
    return (struct gap_in_answers){lost == LOST_SILENT ? silent : invalid,
                                   silent + invalid + given};
}

/* That of the worst part. */
static struct gap_in_answers gap_of(const struct attention *attention,
                                    const struct question *question, enum lost lost) {
    struct gap_in_answers worst = {0, 1};
    for (size_t i = 0; i < question_parts(question); i++) {
        struct gap_in_answers gap =
            gap_at(attention, question->id, question_part(question, i), lost);
        if (is_larger(gap, worst))
            worst = gap;
    }
    return worst;
}

/* "board (up to 3 of 20)" */
static const char *gap_name(const struct attention *attention, const struct question *question,
                            struct gap_in_answers gap) {
    return arena_format(attention->arena,
                        language_pick("%s (%s%" PRId64 "\u00a0of\u00a0%" PRId64 ")",
                                      "%s (%s%" PRId64 "\u00a0von\u00a0%" PRId64 ")"),
                        question->id,
                        question_has_rows(question) ? language_pick("up to ", "bis zu ") : "",
                        gap.missing, gap.asked);
}

/* Texts are often left empty; of consents and contact data that means something. */
static bool is_optional(const struct question *question) {
    return question_answer(question) == ANSWER_TEXT ||
           question_answer(question) == ANSWER_FIELD ||
           (question->roles &
            (ROLE_CONSENT_PARTICIPATION | ROLE_CONSENT_QUOTES | ROLE_CONSENT_CONTACT)) != 0;
}

static bool is_absent(const struct attention *attention, const struct question *question) {
    const struct questionnaire *questionnaire = attention->facts->questionnaire;
    return !attention->has_column[question - questionnaire->questions];
}

static void say_absent(const struct attention *attention) {
    const struct questionnaire *questionnaire = attention->facts->questionnaire;
    struct name_list absent = {.whole = true};
    for (size_t i = 0; i < questionnaire->question_count; i++)
        if (is_absent(attention, &questionnaire->questions[i]))
            name_list_add(&absent, questionnaire->questions[i].id);
    if (absent.count > 0)
        say_point(attention, ATTENTION_LOOK,
                  "No column in the export: %s. If this was asked, export all columns or name "
                  "the heading (heading).",
                  "Keine Spalte im Export: %s. Wurde danach gefragt, alle Spalten exportieren "
                  "oder die Überschrift nennen (heading).",
                  name_list_close(&absent));
    text_free(&absent.text);
}

static void say_missing(const struct attention *attention) {
    const struct questionnaire *questionnaire = attention->facts->questionnaire;
    struct name_list many = {0};
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        struct gap_in_answers gap = gap_of(attention, question, LOST_SILENT);
        if (!is_optional(question) && !is_absent(attention, question) &&
            gap.missing * MANY_MISSING > gap.asked)
            name_list_add(&many, gap_name(attention, question, gap));
    }
    if (many.count > 0)
        say_point(attention, ATTENTION_LOOK,
                  "More than one in four gave no answer or does not know: %s.",
                  "Mehr als ein Viertel antwortet nicht oder weiß es nicht: %s.",
                  name_list_close(&many));
    text_free(&many.text);
}

/* Where a word of the export is not known, many answers are lost alike; a single one may be
 * what somebody mistyped, and then there is nothing to settle. */
static bool is_many_invalid(struct gap_in_answers gap) {
    enum { MANY_INVALID = 10 };
    return gap.missing * MANY_INVALID > gap.asked;
}

static void say_invalid(const struct attention *attention) {
    const struct questionnaire *questionnaire = attention->facts->questionnaire;
    struct name_list invalid[ATTENTION_WEIGHTS] = {0}, apart = {0};
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        struct gap_in_answers gap = gap_of(attention, question, LOST_INVALID);
        struct name_list *list =
            question_is_apart(question)
                ? &apart
                : &invalid[is_many_invalid(gap) ? ATTENTION_OPEN : ATTENTION_LOOK];
        if (gap.missing > 0)
            name_list_add(list, gap_name(attention, question, gap));
    }
    if (invalid[ATTENTION_OPEN].count > 0)
        say_point(attention, ATTENTION_OPEN,
                  "Many answers match no option and do not count: %s. Lines: rejects.csv; "
                  "alias or [recode] helps.",
                  "Viele Antworten passen zu keiner Option und zählen nicht: %s. Zeilen: "
                  "rejects.csv; alias oder [recode] hilft.",
                  name_list_close(&invalid[ATTENTION_OPEN]));
    if (invalid[ATTENTION_LOOK].count > 0)
        say_point(attention, ATTENTION_LOOK,
                  "Match no option and do not count: %s. Lines: rejects.csv.",
                  "Passen zu keiner Option und zählen nicht: %s. Zeilen: rejects.csv.",
                  name_list_close(&invalid[ATTENTION_LOOK]));
    if (apart.count > 0)
        say_point(attention, ATTENTION_LOOK,
                  "Match no option: %s. The lines are in the messages above alone.",
                  "Passen zu keiner Option: %s. Die Zeilen stehen allein in den Meldungen "
                  "oben.",
                  name_list_close(&apart));
    text_free(&invalid[ATTENTION_OPEN].text);
    text_free(&invalid[ATTENTION_LOOK].text);
    text_free(&apart.text);
}

/* --- files of the run --- */

/* Hands the records of a file of the run to the function, the heading first; none where there
 * is no such file. */
static void read_file(const struct attention *attention, const char *name,
                      csv_record_function *function, void *context) {
    const char *path = arena_format(attention->arena, "%s/%s", attention->facts->built, name);
    if (access(path, R_OK) != 0)
        return;
    struct diag *diag = diag_new(stderr);
    csv_read_file(path, path, diag, function, context);
    diag_free(diag);
}

/* Who gets the records behind the heading. */
struct body {
    csv_record_function *function;
    void *context;
    bool begun;
};

/* A question may be called like any heading. */
static bool skip_heading(void *context, const struct csv_record *record) {
    struct body *body = context;
    if (body->begun)
        return body->function(body->context, record);
    body->begun = true;
    return true;
}

/* The same without the heading. */
static void read_body(const struct attention *attention, const char *name,
                      csv_record_function *function, void *context) {
    struct body body = {.function = function, .context = context};
    read_file(attention, name, skip_heading, &body);
}

static const char *field(const struct csv_record *record, size_t column) {
    return column < record->kept ? record->fields[column].bytes : "";
}

/* --- columns --- */

/* Words for people are in read_as, and a question may be called like any of them. */
enum { COLUMN_BOUND_TO = 3 };

static bool take_column(void *context, const struct csv_record *record) {
    struct attention *attention = context;
    const struct question *question =
        questionnaire_question(attention->facts->questionnaire, field(record, COLUMN_BOUND_TO));
    if (question != NULL)
        attention->has_column[question - attention->facts->questionnaire->questions] = true;
    return true;
}

/* Fills has_column from bindings.csv. */
static void find_columns(struct attention *attention) {
    attention->has_column =
        arena_allocate(attention->arena, attention->facts->questionnaire->question_count,
                       sizeof *attention->has_column);
    read_body(attention, "internal/bindings.csv", take_column, attention);
}

/* --- tables by groups --- */

struct hidden_tables {
    int64_t tables, hidden;
};

/* Of the tables that a report mentions. */
static struct hidden_tables count_tables(const struct results *published,
                                         const struct questionnaire *questionnaire) {
    struct hidden_tables tables = {0};
    for (size_t i = 0; i < published->count; i++) {
        const struct result *row = &published->rows[i];
        const struct question *question = questionnaire_question(questionnaire, row->question);
        if (row->statistic != STATISTIC_VIEW || question == NULL || !facts_show(question))
            continue;
        tables.tables++;
        tables.hidden +=
            view_find(published, row->question, row->item, row->by).view >= VIEW_NOTHING;
    }
    return tables;
}

static void say_hidden_tables(const struct attention *attention,
                              const struct results *published) {
    struct hidden_tables count = count_tables(published, attention->facts->questionnaire);
    if (count.hidden > 0)
        say_point(attention, ATTENTION_LOOK,
                  "By group, %" PRId64 " of %" PRId64 " tables show no counts; why: audit.csv.",
                  "Nach Gruppen bleiben %" PRId64 " von %" PRId64 " Tabellen ohne Zahlen; "
                  "warum: audit.csv.",
                  count.hidden, count.tables);
}

/* Questions of which something is hidden even over all respondents. */
static void say_hidden_questions(const struct attention *attention,
                                 const struct results *published) {
    struct name_list list = {0};
    const char *last = "";
    for (size_t i = 0; i < published->count; i++) {
        const struct result *row = &published->rows[i];
        if (row->by[0] != '\0' || row->flag != FLAG_SUPPRESSED ||
            strcmp(row->question, last) == 0)
            continue;
        last = row->question;
        name_list_add(&list, last);
    }
    if (list.count > 0)
        say_point(attention, ATTENTION_LOOK, "Hidden over all respondents: %s.",
                  "Über alle Antworten verborgen: %s.", name_list_close(&list));
    text_free(&list.text);
}

/* Sensitive questions with a count over all that would be hidden in a group: rule P7 hides it
 * only where the question is identifying, too. */
static void say_few_in_sensitive(const struct attention *attention,
                                 const struct results *published) {
    const struct questionnaire *questionnaire = attention->facts->questionnaire;
    struct name_list list = {0};
    const char *last = "";
    for (size_t i = 0; i < published->count; i++) {
        const struct result *row = &published->rows[i];
        const struct question *question = questionnaire_question(questionnaire, row->question);
        if (question == NULL || !(question->roles & ROLE_SENSITIVE) || row->by[0] != '\0' ||
            row->statistic != STATISTIC_COUNT || !row->has_value ||
            !threshold_hides((int64_t)row->value, questionnaire->min_cell) ||
            strcmp(row->question, last) == 0)
            continue;
        last = row->question;
        name_list_add(&list, last);
    }
    if (list.count > 0)
        say_point(attention, ATTENTION_LOOK, "Sensitive, counts below %" PRId64 ": %s.",
                  "Zu schützen, Zahlen unter %" PRId64 ": %s.", questionnaire->min_cell,
                  name_list_close(&list));
    text_free(&list.text);
}

static void say_hidden(const struct attention *attention) {
    const char *path =
        arena_format(attention->arena, "%s/public/published.csv", attention->facts->built);
    struct diag *diag = diag_new(stderr);
    struct results *published = results_read(path, diag);
    if (published != NULL) {
        say_hidden_tables(attention, published);
        say_hidden_questions(attention, published);
        say_few_in_sensitive(attention, published);
    }
    results_free(published);
    diag_free(diag);
}

/* --- quotations --- */

static bool count_record(void *context, const struct csv_record *record) {
    (void)record;
    ++*(int64_t *)context;
    return true;
}

static bool is_there(const struct attention *attention, const char *name) {
    const char *path = arena_format(attention->arena, "%s/%s", attention->facts->built, name);
    return access(path, F_OK) == 0;
}

static void say_quotes(const struct attention *attention) {
    int64_t quotes = 0, released = 0;
    if (is_there(attention, "internal/release.txt") &&
        !is_there(attention, "internal/released.csv"))
        say_point(attention, ATTENTION_LOOK,
                  "release.txt: the questionnaire no longer asks for the consent to "
                  "quotations; the file is kept as it was.",
                  "release.txt: Der Fragebogen fragt nicht mehr nach der Zustimmung zu "
                  "Zitaten; die Datei bleibt, wie sie war.");
    read_body(attention, "internal/quotes.csv", count_record, &quotes);
    read_body(attention, "internal/released.csv", count_record, &released);
    /* Whether any is quoted is a decision; that some are not may be one, too. */
    if (quotes > 0 && released == 0)
        say_point(attention, ATTENTION_OPEN,
                  "Quotations: 0 of %" PRId64 " are released. Put [x] before what may be "
                  "printed, in internal/release.txt, and run again.",
                  "Zitate: 0 von %" PRId64 " sind freigegeben. In internal/release.txt ein [x] "
                  "vor alles setzen, was gedruckt werden darf, und noch einmal laufen lassen.",
                  quotes);
    else if (quotes > released)
        say_point(attention, ATTENTION_LOOK,
                  "Quotations: %" PRId64 " of %" PRId64 " are released; the others wait in "
                  "internal/release.txt.",
                  "Zitate: %" PRId64 " von %" PRId64 " sind freigegeben; die übrigen warten in "
                  "internal/release.txt.",
                  released, quotes);
}

/* --- contact data --- */

struct contact_fields {
    const struct attention *attention;
    const struct questionnaire *questionnaire;
    int64_t people;
    size_t columns;
    const char **names; /* by column; NULL: no contact field */
    int64_t *empty;     /* by column */
};

/* "contact_details__email" is the field email of a contact question, whose id may hold "__",
 * too. */
static const char *contact_field(const struct contact_fields *contacts, const char *column) {
    for (size_t i = 0; i < contacts->questionnaire->question_count; i++) {
        const struct question *question = &contacts->questionnaire->questions[i];
        for (size_t j = 0; question_answer(question) == ANSWER_FIELD && j < question->row_count;
             j++)
            if (strcmp(column, arena_format(contacts->attention->arena, "%s__%s", question->id,
                                            question->rows[j].id)) == 0)
                return question->rows[j].id;
    }
    return NULL;
}

static void take_heading(struct contact_fields *contacts, const struct csv_record *record) {
    struct arena *arena = contacts->attention->arena;
    contacts->columns = record->kept;
    contacts->names = arena_allocate(arena, record->kept + 1, sizeof *contacts->names);
    contacts->empty = arena_allocate(arena, record->kept + 1, sizeof *contacts->empty);
    for (size_t i = 0; i < record->kept; i++)
        contacts->names[i] = contact_field(contacts, field(record, i));
}

static bool count_empty(void *context, const struct csv_record *record) {
    struct contact_fields *contacts = context;
    if (contacts->names == NULL) {
        take_heading(contacts, record);
        return true;
    }
    contacts->people++;
    for (size_t i = 0; i < contacts->columns; i++)
        contacts->empty[i] += field(record, i)[0] == '\0';
    return true;
}

static void say_contacts(const struct attention *attention) {
    struct contact_fields contacts = {.attention = attention,
                                      .questionnaire = attention->facts->questionnaire};
    struct name_list list = {0};
    read_file(attention, "internal/contacts.csv", count_empty, &contacts);
    for (size_t i = 0; i < contacts.columns; i++)
        if (contacts.names[i] != NULL && contacts.empty[i] > 0)
            name_list_add(&list, arena_format(attention->arena, "%s %" PRId64,
                                              contacts.names[i], contacts.empty[i]));
    if (list.count > 0)
        say_point(attention, ATTENTION_LOOK,
                  "Contact data: %" PRId64 " people agreed; left empty: %s.",
                  "Kontaktdaten: %" PRId64 " Personen haben zugestimmt; leer blieben: %s.",
                  contacts.people, name_list_close(&list));
    text_free(&list.text);
}

/* --- how many answered --- */

static void say_response(const struct attention *attention) {
    int64_t answers = records_of(attention, STATISTIC_ROWS_ACCEPTED),
            invited = attention->facts->questionnaire->invited;
    if (invited == 0)
        say_point(attention, ATTENTION_LOOK,
                  "%" PRId64 " answers; how many were invited is not said ([survey] invited).",
                  "%" PRId64 " Antworten; wie viele eingeladen waren, fehlt im Fragebogen "
                  "(invited).",
                  answers);
    else if (answers > invited)
        say_point(attention, ATTENTION_OPEN,
                  "%" PRId64 " answers, but only %" PRId64 " invited: correct invited in the "
                  "questionnaire, or delete it.",
                  "%" PRId64 " Antworten, aber nur %" PRId64 " Eingeladene: invited im "
                  "Fragebogen berichtigen oder löschen.",
                  answers, invited);
    else
        say_point(attention, ATTENTION_LOOK,
                  "Answers: %" PRId64 " of %" PRId64 " invited. Is that right?",
                  "Rücklauf: %" PRId64 " von %" PRId64 " Eingeladenen. Stimmt das?", answers,
                  invited);
    if (answers < attention->facts->questionnaire->min_report)
        say_point(attention, ATTENTION_OPEN,
                  "Fewer than %" PRId64 " answers: the report gives no results.",
                  "Weniger als %" PRId64 " Antworten: Der Bericht nennt keine Ergebnisse.",
                  attention->facts->questionnaire->min_report);
}

static void say_records(const struct attention *attention) {
    int64_t rejected = records_of(attention, STATISTIC_ROWS_REJECTED),
            duplicates = records_of(attention, STATISTIC_ROWS_DUPLICATE),
            simulated = records_of(attention, STATISTIC_SIMULATED);
    if (rejected > 0 || duplicates > 0)
        say_point(attention, ATTENTION_LOOK,
                  "Not counted: rejected %" PRId64 ", duplicate %" PRId64
                  ". Line and reason: rejects.csv.",
                  "Nicht gezählt: abgelehnt %" PRId64 ", doppelt %" PRId64
                  ". Zeile und Grund: rejects.csv.",
                  rejected, duplicates);
    if (simulated > 0)
        say_point(attention, ATTENTION_OPEN, "Made up (simulated): %" PRId64 " answers.",
                  "Erfunden (simuliert): %" PRId64 " Antworten.", simulated);
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
        say_point(attention, ATTENTION_OPEN,
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
        say_point(attention, ATTENTION_LOOK, "Missing in [survey], and so on page one: %s.",
                  "Fehlt unter [survey] und darum auf Seite eins: %s.",
                  name_list_close(&empty));
    text_free(&empty.text);
}

static void say_languages(const struct attention *attention) {
    const struct questionnaire *questionnaire = attention->facts->questionnaire;
    for (size_t i = 0; i < questionnaire->language_count; i++)
        if ((attention->facts->languages_without_report >> i & 1U) != 0)
            say_point(attention, ATTENTION_LOOK,
                      "No report in the language '%s': the file wording/%s.ini is "
                      "missing.",
                      "Kein Bericht in der Sprache „%s“: Die Datei wording/%s.ini fehlt.",
                      questionnaire->languages[i], questionnaire->languages[i]);
}

/* --- what the run could not do --- */

static void say_run(const struct attention *attention) {
    const struct summary_facts *facts = attention->facts;
    if (facts->previous_charts)
        say_point(attention, ATTENTION_LOOK,
                  "No new pictures (see above); those of the last run show the same figures.",
                  "Keine neuen Bilder (siehe oben); die des letzten Laufs zeigen dieselben "
                  "Zahlen.");
    else if (facts->without_gnuplot)
        say_point(attention, ATTENTION_LOOK,
                  "No pictures: see the message above. The texts are whole.",
                  "Keine Bilder: siehe die Meldung oben. Die Texte sind vollständig.");
    if (!facts->has_digests)
        say_point(attention, ATTENTION_LOOK,
                  "An export came by standard input or a pipe: the report names no SHA-256.",
                  "Ein Export kam über die Standardeingabe oder eine Pipe: Der Bericht nennt "
                  "keine SHA-256.");
}

/* Who asks for no contact data has none to delete. */
static void say_lacking_dates(const struct attention *attention) {
    const struct questionnaire *questionnaire = attention->facts->questionnaire;
    bool raw = questionnaire->delete_raw_by == NULL;
    bool contacts = questionnaire->delete_contact_by == NULL &&
                    questionnaire_answered(questionnaire, ANSWER_FIELD) != NULL;
    if (raw || contacts)
        say_point(attention, ATTENTION_OPEN,
                  "The questionnaire lacks a date of deletion: %s%s%s in [privacy].",
                  "Im Fragebogen fehlt ein Tag der Löschung: %s%s%s in [privacy].",
                  raw ? "delete_raw_by" : "", raw && contacts ? ", " : "",
                  contacts ? "delete_contact_by" : "");
}

static void say_size(const struct attention *attention) {
    const struct summary_facts *facts = attention->facts;
    const char *sizes = "";
    int64_t bytes = send_size(facts->built, facts->questionnaire, attention->arena, &sizes);
    if (bytes > SEND_MOST_BYTES)
        say_point(attention, ATTENTION_LOOK,
                  "%s/ has more than 1 MB, which some mailboxes refuse: %s.",
                  "%s/ hat mehr als 1 MB, das manche Postfächer abweisen: %s.",
                  contents_names(facts->questionnaire)->send, sizes);
}

/* --- other releases --- */

/* The figures of two reports can be subtracted. Whether the one that stood was sent, only the
 * organisers know. */
static void say_stood(const struct attention *attention) {
    const struct releases_finding *stood = &attention->facts->releases->stood;
    const struct release *earlier =
        ledger_find(attention->facts->releases->ledger, stood->earlier);
    struct text distance = {0}, release = {0};
    if (stood->reason == RELEASES_FINE || earlier == NULL)
        return;
    releases_describe(&release, earlier);
    releases_describe_distance(&distance, stood->distance);
    say_point(attention, ATTENTION_OPEN,
              "Other figures than in the report that stood here before (%s): %s. Was that one "
              "sent? Then do not send this one, since whoever has both can subtract them: say "
              "'nachlese sent %s --release %" PRId64 "', and run again with the exports of "
              "then. Once you send a report, say 'nachlese sent %s'.",
              "Andere Zahlen als im Bericht, der vorher hier stand (%s): %s. Wurde der schon "
              "weitergegeben? Dann diesen nicht weitergeben, denn wer beide hat, kann sie "
              "voneinander abziehen: „nachlese sent %s --release %" PRId64 "“ aufrufen und mit "
              "den damaligen Exporten noch einmal laufen lassen. Wird ein Bericht "
              "weitergegeben, bitte „nachlese sent %s“ aufrufen.",
              text_string(&release), text_string(&distance), attention->facts->directory,
              earlier->number, attention->facts->directory);
    text_free(&release);
    text_free(&distance);
}

static void say_kept_figures(const struct attention *attention) {
    const struct releases *releases = attention->facts->releases;
    struct text release = {0};
    if (releases->verdict != RELEASES_KEEP)
        return;
    releases_describe(&release, ledger_find(releases->ledger, releases->against.earlier));
    say_point(attention, ATTENTION_LOOK,
              "Withdrawn since it was sent: %zu. The figures stay those of %s, since from "
              "others the withdrawn answers could be computed; they are no longer in "
              "internal/.",
              "Seit der Weitergabe widerrufen: %zu. Es bleiben die Zahlen von %s, denn aus "
              "anderen ließen sich die widerrufenen Antworten errechnen; in internal/ stehen "
              "sie nicht mehr.",
              releases->against.distance.removed, text_string(&release));
    text_free(&release);
}

static void say_pdfs(const struct attention *attention) {
    const char *why = attention->facts->without_chromium;
    if (attention->facts->without_pdf && why != NULL)
        say_point(attention, ATTENTION_LOOK,
                  "No PDF: %s, and WeasyPrint (package weasyprint) is not installed.",
                  "Keine PDF: %s, und WeasyPrint (Paket weasyprint) ist nicht installiert.",
                  why);
    else if (attention->facts->without_pdf)
        say_point(attention, ATTENTION_LOOK,
                  "No PDF: neither Chromium nor WeasyPrint (package weasyprint) is installed.",
                  "Keine PDF: Weder Chromium noch WeasyPrint (Paket weasyprint) ist "
                  "installiert.");
    else if (why != NULL)
        say_point(attention, ATTENTION_LOOK, "The PDF is by WeasyPrint: %s.",
                  "Das PDF ist von WeasyPrint: %s.", why);
}

static void say_bindings(const struct attention *attention) {
    say_point(attention, ATTENTION_LOOK,
              "bindings.csv: is every column read as the question it belongs to?",
              "bindings.csv: Gehört jede Spalte zur richtigen Frage?");
}

struct attention_points attention_collect(const struct summary_facts *facts) {
    static void (*const says[])(const struct attention *attention) = {
        say_response, say_records, say_absent,        say_invalid,   say_missing,
        say_hidden,   say_stood,   say_kept_figures,  say_quotes,    say_contacts,
        say_meeting,  say_empty,   say_lacking_dates, say_languages, say_run,
        say_pdfs,     say_size,    say_bindings,
    };
    struct attention_points points = {0};
    struct attention attention = {.points = &points, .arena = arena_new(), .facts = facts};
    find_columns(&attention);
    for (size_t i = 0; i < sizeof says / sizeof says[0]; i++)
        says[i](&attention);
    arena_free(attention.arena);
    return points;
}

void attention_free(struct attention_points *points) {
    for (enum attention_weight i = 0; i < ATTENTION_WEIGHTS; i++)
        text_free(&points->text[i]);
}
