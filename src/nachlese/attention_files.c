/* Points about what lies in the folder of the finished run. */
#include "nachlese/attention_parts.h"

#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "base/language.h"
#include "survey/csv_reader.h"
#include "survey/view.h"
#include "wording/teller.h"

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

void attention_find_columns(struct attention *attention) {
    attention->has_column =
        arena_allocate(attention->arena, attention->facts->questionnaire->question_count,
                       sizeof *attention->has_column);
    read_body(attention, "internal/bindings.csv", take_column, attention);
}

/* --- tables by groups --- */

/* Why a table by group shows nothing; P1 and P18 are only about all respondents. */
static const struct {
    const char *english, *german;
} reasons[PRIVACY_RULES] = {
    [RULE_P2] = {"small groups", "kleine Gruppen"},
    [RULE_P3] = {"small numbers", "kleine Zahlen"},
    [RULE_P5] = {"small groups of one mind", "kleine Gruppen, die sich einig sind"},
    [RULE_P6] = {"questions for a number", "Fragen nach einer Zahl"},
    [RULE_P7] = {"somebody could be recognised", "jemand wäre erkennbar"},
    [RULE_P19] = {"no rule for such figures yet", "noch keine Regel für solche Zahlen"},
    [RULE_P20] = {"who was asked depends on another answer",
                  "wer gefragt war, hängt von einer anderen Angabe ab"},
};

struct hidden_tables {
    int64_t tables, hidden;
    int64_t by_rule[PRIVACY_RULES];
};

/* Of the tables that a report mentions. */
static struct hidden_tables count_tables(const struct results *published,
                                         const struct questionnaire *questionnaire) {
    struct hidden_tables tables = {0};
    for (size_t i = 0; i < published->count; i++) {
        const struct result *row = &published->rows[i];
        const struct question *question = questionnaire_question(questionnaire, row->question);
        if (row->statistic != STATISTIC_VIEW || question == NULL || !teller_shows(question))
            continue;
        tables.tables++;
        if (view_find(published, row->question, row->item, row->by).view < VIEW_VERDICT)
            continue;
        const struct result *why = results_find_by(published, row->question, row->item, "",
                                                   row->by, "", STATISTIC_COUNT);
        tables.hidden++;
        tables.by_rule[privacy_rule_named(why != NULL ? why->method : "")]++;
    }
    return tables;
}

static void say_hidden_tables(const struct attention *attention,
                              const struct results *published) {
    struct hidden_tables count = count_tables(published, attention->facts->questionnaire);
    struct name_list list = {0};
    for (size_t i = 0; i < PRIVACY_RULES; i++)
        if (count.by_rule[i] > 0 && reasons[i].english != NULL)
            name_list_add(&list,
                          arena_format(attention->arena, "%s: %" PRId64,
                                       language_pick(reasons[i].english, reasons[i].german),
                                       count.by_rule[i]));
    if (count.hidden > 0)
        attention_say(attention,
                      "By group, %" PRId64 " of %" PRId64 " tables show no counts (%s); "
                      "audit.csv says why, for each.",
                      "Nach Gruppen bleiben %" PRId64 " von %" PRId64 " Tabellen ohne Zahlen "
                      "(%s); audit.csv sagt bei jeder, warum.",
                      count.hidden, count.tables, name_list_close(&list));
    text_free(&list.text);
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
        attention_say(attention,
                      "Over all respondents, too, some figures are hidden, of: %s. The report "
                      "says why.",
                      "Auch über alle Antworten sind Zahlen verborgen, bei: %s. Der Bericht "
                      "sagt, warum.",
                      name_list_close(&list));
    text_free(&list.text);
}

void attention_say_hidden(const struct attention *attention) {
    const char *path =
        arena_format(attention->arena, "%s/public/published.csv", attention->facts->built);
    struct diag *diag = diag_new(stderr);
    struct results *published = results_read(path, diag);
    if (published != NULL) {
        say_hidden_tables(attention, published);
        say_hidden_questions(attention, published);
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

void attention_say_quotes(const struct attention *attention) {
    int64_t quotes = 0, released = 0;
    if (is_there(attention, "internal/release.txt") &&
        !is_there(attention, "internal/released.csv"))
        attention_say(attention,
                      "release.txt: the questionnaire no longer asks for the consent to "
                      "quotations; the file is kept as it was.",
                      "release.txt: Der Fragebogen fragt nicht mehr nach der Zustimmung zu "
                      "Zitaten; die Datei bleibt, wie sie war.");
    read_body(attention, "internal/quotes.csv", count_record, &quotes);
    read_body(attention, "internal/released.csv", count_record, &released);
    if (quotes > released)
        attention_say(attention,
                      "Quotations: %" PRId64 " of %" PRId64 " are released; the others wait. "
                      "Put [x] before what may be printed, in internal/release.txt, and run "
                      "again.",
                      "Zitate: %" PRId64 " von %" PRId64 " sind freigegeben, die übrigen "
                      "warten. In internal/release.txt ein [x] vor alles setzen, was gedruckt "
                      "werden darf, und noch einmal laufen lassen.",
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

void attention_say_contacts(const struct attention *attention) {
    struct contact_fields contacts = {.attention = attention,
                                      .questionnaire = attention->facts->questionnaire};
    struct name_list list = {0};
    read_file(attention, "internal/contacts.csv", count_empty, &contacts);
    for (size_t i = 0; i < contacts.columns; i++)
        if (contacts.names[i] != NULL && contacts.empty[i] > 0)
            name_list_add(&list, arena_format(attention->arena, "%s %" PRId64,
                                              contacts.names[i], contacts.empty[i]));
    if (list.count > 0)
        attention_say(attention, "Contact data: %" PRId64 " people agreed; left empty: %s.",
                      "Kontaktdaten: %" PRId64 " Personen haben zugestimmt; leer blieben: %s.",
                      contacts.people, name_list_close(&list));
    text_free(&list.text);
}
