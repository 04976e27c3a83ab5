#include "ingest/completion.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ingest/absent_word.h"
#include "ingest/completion_date.h"
#include "ingest/form_system.h"
#include "ingest/heading_text.h"
#include "ingest/sightings.h"
#include "survey/tick_words.h"

enum { SHOWN_HEADING = 60 };

/* How the cells of a mark are read. */
enum reading {
    READING_DATE,     /* a date, or a word for yes; nothing: not sent off */
    READING_FINISHED, /* a word for yes or no */
    READING_STATUS,   /* what kind of record it is */
    READING_PERCENT,  /* 100: finished */
    READING_FORM      /* REDCap: one column per form, which must agree */
};

struct word {
    const char *word; /* folded */
    enum completion meaning;
};

struct words {
    const struct word *words;
    size_t count;
};

static const struct word finished[] = {
    {"1", COMPLETION_DONE},
    {"1.0", COMPLETION_DONE},
    {"y", COMPLETION_DONE},
    {"yes", COMPLETION_DONE},
    {"ja", COMPLETION_DONE},
    {"x", COMPLETION_DONE},
    {"true", COMPLETION_DONE},
    {"wahr", COMPLETION_DONE},
    {"vrai", COMPLETION_DONE},
    {"prawda", COMPLETION_DONE},
    {"finished", COMPLETION_DONE},
    {"complete", COMPLETION_DONE},
    {"completed", COMPLETION_DONE},
    {"submitted", COMPLETION_DONE},
    {"beendet", COMPLETION_DONE},
    {"abgeschlossen", COMPLETION_DONE},
    {"vollständig", COMPLETION_DONE},
    {"0", COMPLETION_UNFINISHED},
    {"0.0", COMPLETION_UNFINISHED},
    {"2", COMPLETION_UNFINISHED}, /* LimeSurvey's N where it is set to convert it */
    {"n", COMPLETION_UNFINISHED},
    {"no", COMPLETION_UNFINISHED},
    {"nein", COMPLETION_UNFINISHED},
    {"false", COMPLETION_UNFINISHED},
    {"falsch", COMPLETION_UNFINISHED},
    {"faux", COMPLETION_UNFINISHED},
    {"fałsz", COMPLETION_UNFINISHED},
    {"not finished", COMPLETION_UNFINISHED},
    {"not completed", COMPLETION_UNFINISHED},
    {"[not completed]", COMPLETION_UNFINISHED},
    {"incomplete", COMPLETION_UNFINISHED},
    {"nicht beendet", COMPLETION_UNFINISHED},
    {"nicht abgeschlossen", COMPLETION_UNFINISHED},
    {"unvollständig", COMPLETION_UNFINISHED},
};

/* Qualtrics's numbers are bits: 1 preview, 2 test, 4 imported, 8 spam, 16 offline. */
static const struct word qualtrics_status[] = {
    {"0", COMPLETION_DONE},
    {"4", COMPLETION_DONE},
    {"16", COMPLETION_DONE},
    {"20", COMPLETION_DONE},
    {"ip address", COMPLETION_DONE},
    {"ip-adresse", COMPLETION_DONE},
    {"ip adresse", COMPLETION_DONE},
    {"imported", COMPLETION_DONE},
    {"importiert", COMPLETION_DONE},
    {"offline", COMPLETION_DONE},
    {"1", COMPLETION_TEST},
    {"2", COMPLETION_TEST},
    {"8", COMPLETION_TEST},
    {"9", COMPLETION_TEST},
    {"12", COMPLETION_TEST},
    {"17", COMPLETION_TEST},
    {"24", COMPLETION_TEST},
    {"survey preview", COMPLETION_TEST},
    {"preview", COMPLETION_TEST},
    {"umfragevorschau", COMPLETION_TEST},
    {"umfrage-vorschau", COMPLETION_TEST},
    {"vorschau", COMPLETION_TEST},
    {"vorschau der umfrage", COMPLETION_TEST},
    {"befragungsvorschau", COMPLETION_TEST},
    {"survey test", COMPLETION_TEST},
    {"test", COMPLETION_TEST},
    {"test response", COMPLETION_TEST},
    {"umfragetest", COMPLETION_TEST},
    {"testantwort", COMPLETION_TEST},
    {"spam", COMPLETION_TEST},
    {"possible spam", COMPLETION_TEST},
    {"spamverdacht", COMPLETION_TEST},
    {"survey preview spam", COMPLETION_TEST},
    {"imported spam", COMPLETION_TEST},
    {"offline survey preview", COMPLETION_TEST},
    {"offline preview", COMPLETION_TEST},
};

static const struct word response_status[] = {
    {"complete", COMPLETION_DONE},
    {"completed", COMPLETION_DONE},
    {"submitted", COMPLETION_DONE},
    {"abgeschlossen", COMPLETION_DONE},
    {"vollständig", COMPLETION_DONE},
    {"beendet", COMPLETION_DONE},
    {"partial", COMPLETION_UNFINISHED},
    {"partially completed", COMPLETION_UNFINISHED},
    {"incomplete", COMPLETION_UNFINISHED},
    {"in progress", COMPLETION_UNFINISHED},
    {"started", COMPLETION_UNFINISHED},
    {"disqualified", COMPLETION_UNFINISHED},
    {"over quota", COMPLETION_UNFINISHED},
    {"overquota", COMPLETION_UNFINISHED},
    {"teilweise", COMPLETION_UNFINISHED},
    {"teilweise abgeschlossen", COMPLETION_UNFINISHED},
    {"unvollständig", COMPLETION_UNFINISHED},
    {"begonnen", COMPLETION_UNFINISHED},
    {"abgebrochen", COMPLETION_UNFINISHED},
    {"disqualifiziert", COMPLETION_UNFINISHED},
    {"preview", COMPLETION_TEST},
    {"test", COMPLETION_TEST},
};

static const struct word sosci_mode[] = {
    {"interview", COMPLETION_DONE}, {"pretest", COMPLETION_TEST}, {"admin", COMPLETION_TEST},
    {"debug", COMPLETION_TEST},     {"test", COMPLETION_TEST},    {"preview", COMPLETION_TEST},
};

static const struct word unipark_disposition[] = {
    {"31", COMPLETION_DONE},
    {"32", COMPLETION_DONE},
    {"completed", COMPLETION_DONE},
    {"beendet", COMPLETION_DONE},
    {"11", COMPLETION_UNFINISHED},
    {"12", COMPLETION_UNFINISHED},
    {"13", COMPLETION_UNFINISHED},
    {"14", COMPLETION_UNFINISHED},
    {"15", COMPLETION_UNFINISHED},
    {"16", COMPLETION_UNFINISHED},
    {"20", COMPLETION_UNFINISHED},
    {"21", COMPLETION_UNFINISHED},
    {"22", COMPLETION_UNFINISHED},
    {"23", COMPLETION_UNFINISHED},
    {"33", COMPLETION_UNFINISHED},
    {"34", COMPLETION_UNFINISHED},
    {"35", COMPLETION_UNFINISHED},
    {"36", COMPLETION_UNFINISHED},
    {"37", COMPLETION_UNFINISHED},
    {"41", COMPLETION_UNFINISHED},
    {"suspended", COMPLETION_UNFINISHED},
    {"unterbrochen", COMPLETION_UNFINISHED},
};

static const struct word unipark_tester[] = {
    {"0", COMPLETION_DONE}, {"no", COMPLETION_DONE},  {"nein", COMPLETION_DONE},
    {"1", COMPLETION_TEST}, {"yes", COMPLETION_TEST}, {"ja", COMPLETION_TEST},
};

/* Unverified means that nobody has proof-read the form, not that it was broken off. */
static const struct word redcap_form[] = {
    {"2", COMPLETION_DONE},          {"1", COMPLETION_DONE},
    {"0", COMPLETION_UNFINISHED},    {"complete", COMPLETION_DONE},
    {"unverified", COMPLETION_DONE}, {"incomplete", COMPLETION_UNFINISHED},
};

static const struct word kobo_validation[] = {
    {"", COMPLETION_DONE},
    {"validation_status_approved", COMPLETION_DONE},
    {"approved", COMPLETION_DONE},
    {"genehmigt", COMPLETION_DONE},
    {"validation_status_on_hold", COMPLETION_DONE},
    {"on hold", COMPLETION_DONE},
    {"validation_status_not_approved", COMPLETION_TEST},
    {"not approved", COMPLETION_TEST},
    {"nicht genehmigt", COMPLETION_TEST},
};

#define WORDS(words)                                                                           \
    { words, sizeof(words) / sizeof(words)[0] }

/* A column by which a system says whether a record counts. It is that of the system where the
 * others weigh as much. */
static const struct rule {
    const char *heading; /* folded; with * before it the end of a heading */
    enum form_system system;
    size_t others;
    enum reading reading;
    struct words words;
} rules[] = {
    {"status", SYSTEM_QUALTRICS, 3, READING_STATUS, WORDS(qualtrics_status)},
    {"response type", SYSTEM_QUALTRICS_TEXTS, 3, READING_STATUS, WORDS(qualtrics_status)},
    {"antworttyp", SYSTEM_QUALTRICS_TEXTS, 2, READING_STATUS, WORDS(qualtrics_status)},
    {"finished", SYSTEM_QUALTRICS, 2, READING_FINISHED, WORDS(finished)},
    {"finished", SYSTEM_QUALTRICS_TEXTS, 2, READING_FINISHED, WORDS(finished)},
    {"beendet", SYSTEM_QUALTRICS_TEXTS, 2, READING_FINISHED, WORDS(finished)},
    {"progress", SYSTEM_QUALTRICS, 3, READING_PERCENT, WORDS(finished)},
    {"progress", SYSTEM_QUALTRICS_TEXTS, 3, READING_PERCENT, WORDS(finished)},
    {"fortschritt", SYSTEM_QUALTRICS_TEXTS, 3, READING_PERCENT, WORDS(finished)},
    {"finished", SYSTEM_SOSCI, 2, READING_FINISHED, WORDS(finished)},
    {"mode", SYSTEM_SOSCI, 3, READING_STATUS, WORDS(sosci_mode)},
    {"status", SYSTEM_SURVEYMONKEY, 3, READING_STATUS, WORDS(response_status)},
    {"response status", SYSTEM_SURVEYMONKEY, 2, READING_STATUS, WORDS(response_status)},
    {"antwortstatus", SYSTEM_SURVEYMONKEY, 2, READING_STATUS, WORDS(response_status)},
    {"response type", SYSTEM_TYPEFORM, 2, READING_STATUS, WORDS(response_status)},
    {"*_complete", SYSTEM_REDCAP, 2, READING_FORM, WORDS(redcap_form)},
    {"dispcode", SYSTEM_UNIPARK, 2, READING_STATUS, WORDS(unipark_disposition)},
    {"tester", SYSTEM_UNIPARK, 3, READING_STATUS, WORDS(unipark_tester)},
    {"completed", SYSTEM_LIMESURVEY, 2, READING_DATE, WORDS(finished)},
    {"abgeschlossen", SYSTEM_LIMESURVEY, 2, READING_DATE, WORDS(finished)},
    {"_validation_status", SYSTEM_KOBO, 2, READING_STATUS, WORDS(kobo_validation)},
    {"complete?", SYSTEM_REDCAP, 2, READING_FORM, WORDS(redcap_form)},
};
enum { RULES = sizeof rules / sizeof rules[0] };

/* The date of completion has a heading that no other column has. */
static const struct rule submit_date = {"submitdate", SYSTEM_LIMESURVEY, 0, READING_DATE,
                                        WORDS(finished)};

/* The same of a LimeSurvey in another language, and columns of systems that are not known: they
 * are marks where every cell is one of the words. */
static const struct rule foreign_date = {"", SYSTEM_LIMESURVEY, 0, READING_DATE,
                                         WORDS(finished)};
static const struct rule guessed_status = {"", SYSTEM_LIMESURVEY, 0, READING_STATUS,
                                           WORDS(response_status)};
static const struct rule guessed_finished = {"", SYSTEM_LIMESURVEY, 0, READING_FINISHED,
                                             WORDS(finished)};

static const struct {
    const char *heading; /* folded */
    const struct rule *rule;
} guessed[] = {
    {"status", &guessed_status},
    {"response status", &guessed_status},
    {"completion status", &guessed_status},
    {"survey status", &guessed_status},
    {"submission status", &guessed_status},
    {"antwortstatus", &guessed_status},
    {"bearbeitungsstatus", &guessed_status},
    {"teilnahmestatus", &guessed_status},
    {"statut", &guessed_status},
    {"état", &guessed_status},
    {"estado", &guessed_status},
    {"stato", &guessed_status},
    {"finished", &guessed_finished},
    {"complete", &guessed_finished},
    {"completed", &guessed_finished},
    {"submitted", &guessed_finished},
    {"beendet", &guessed_finished},
    {"abgeschlossen", &guessed_finished},
    {"abgeschickt", &guessed_finished},
    {"abgesendet", &guessed_finished},
    {"vollständig", &guessed_finished},
    {"submitted", &foreign_date},
    {"submitted at", &foreign_date},
    {"submitted on", &foreign_date},
    {"submission date", &foreign_date},
    {"submission time", &foreign_date},
    {"abgeschickt", &foreign_date},
    {"abgeschickt am", &foreign_date},
    {"abgesendet", &foreign_date},
    {"abgesendet am", &foreign_date},
    {"eingereicht am", &foreign_date},
};
enum { GUESSED = sizeof guessed / sizeof guessed[0] };

struct completion_mark {
    size_t column;
    const struct rule *rule;
    struct sightings unclear, unfinished, tests; /* records */
};

static bool has_heading(const struct rule *rule, const char *form) {
    if (rule->heading[0] != '*')
        return strcmp(rule->heading, form) == 0;
    size_t length = strlen(form), end = strlen(rule->heading + 1);
    return length > end && strcmp(form + length - end, rule->heading + 1) == 0;
}

/* R writes Response.Status. */
static void fold_points(struct text *form) {
    if (strchr(text_string(form), ' ') != NULL)
        return;
    for (size_t i = 1; i + 1 < form->length; i++)
        form->bytes[i] = form->bytes[i] == '.' ? ' ' : form->bytes[i];
}

/* The headings in folded form; NULL where a question has the column, or it is to be ignored. */
static const char **fold_headings(struct binding *binding) {
    const char **forms = arena_allocate(binding->memory, binding->count, sizeof *forms);
    for (size_t i = 0; i < binding->count; i++) {
        const struct column *column = &binding->columns[i];
        struct text form = {0};
        utf8_comparison_form(&form, column->title, column->title_length, true);
        fold_points(&form);
        if (column->heading.question == NULL && !column->ignored)
            forms[i] = arena_copy(binding->memory, text_string(&form));
        text_free(&form);
    }
    return forms;
}

static void add_mark(struct binding *binding, size_t column, const struct rule *rule) {
    binding->marks[binding->mark_count++] =
        (struct completion_mark){.column = column, .rule = rule};
    binding->columns[column - 1].metadata = METADATA_COMPLETED;
}

static const struct rule *find_rule(const char *form, const size_t others[SYSTEMS]) {
    for (size_t i = 0; i < RULES; i++) {
        size_t itself = form_system_weight(rules[i].system, form);
        if (has_heading(&rules[i], form) && others[rules[i].system] >= rules[i].others + itself)
            return &rules[i];
    }
    return NULL;
}

/* What else a system adds is no answer. */
static void drop_others(struct binding *binding, const char *const *forms) {
    for (size_t k = 0; k < binding->mark_count; k++)
        for (size_t i = 0; i < binding->count; i++)
            if (forms[i] != NULL && binding->columns[i].metadata == METADATA_NONE &&
                form_system_weight(binding->marks[k].rule->system, forms[i]) > 0)
                binding->columns[i].metadata = METADATA_DROPPED;
}

static bool has_reading(const struct binding *binding, enum reading reading) {
    for (size_t i = 0; i < binding->mark_count; i++)
        if (binding->marks[i].rule->reading == reading)
            return true;
    return false;
}

/* Progress says less than Finished, where that is there. */
static void drop_percent(struct binding *binding) {
    size_t kept = 0;
    for (size_t i = 0; i < binding->mark_count; i++) {
        const struct completion_mark *mark = &binding->marks[i];
        if (mark->rule->reading == READING_PERCENT && has_reading(binding, READING_FINISHED))
            binding->columns[mark->column - 1].metadata = METADATA_DROPPED;
        else
            binding->marks[kept++] = *mark;
    }
    binding->mark_count = kept;
}

static enum completion find_word(const struct words *words, const char *form) {
    for (size_t i = 0; i < words->count; i++)
        if (strcmp(words->words[i].word, form) == 0)
            return words->words[i].meaning;
    return COMPLETION_UNCLEAR;
}

/* --- columns of systems that are not known by their headings --- */

/* True where the folded form, "" for an empty cell, can occur in the column. */
typedef bool cell_test(const char *form, const void *context);

struct guess {
    const struct sample *sample;
    size_t column;
    cell_test *test;
    const void *context;
    size_t filled;
    bool doubt; /* the record before did not pass; the last one may be cut */
    bool fits;
};

static bool is_blank_row(const struct csv_record *record) {
    for (size_t i = 0; i < record->kept; i++)
        if (record->fields[i].length > 0)
            return false;
    return true;
}

static bool look(void *context, const struct csv_record *record) {
    struct guess *guess = context;
    if (record->line <= guess->sample->header_end || is_blank_row(record))
        return true;
    guess->fits = !guess->doubt;
    if (!guess->fits || record->kept < guess->column) /* short, or rejected */
        return guess->fits;
    const struct csv_field *field = &record->fields[guess->column - 1];
    struct text form = {0};
    bool valid = utf8_valid(field->bytes, field->length);
    if (valid)
        utf8_comparison_form(&form, field->bytes, field->length, true);
    guess->doubt = !valid || !guess->test(text_string(&form), guess->context);
    guess->filled += !guess->doubt && form.length > 0 ? 1 : 0;
    text_free(&form);
    return true;
}

/* True where the column, from 1, has a filled cell and passes the test in each record. */
static bool fits_column(const struct sample *sample, size_t column, cell_test *test,
                        const void *context) {
    struct guess guess = {
        .sample = sample, .column = column, .test = test, .context = context, .fits = true};
    csv_read_beginning(sample->bytes, sample->length, sample->delimiter, look, &guess);
    return guess.fits && guess.filled > 0;
}

static bool is_count(const char *form, const void *context) {
    (void)context;
    size_t digits = strspn(form, "0123456789");
    return form[digits] == '\0' || (digits > 0 && strcmp(form + digits, ".0") == 0);
}

/* A number alone may be anything. */
static bool is_date_or_nothing(const char *form, const void *context) {
    (void)context;
    return form[0] == '\0' ||
           (completion_is_date(form) && strpbrk(form, "-./:") != NULL && strlen(form) >= 6);
}

/* de, pt-br, zh-hans, de-informal */
static bool is_language(const char *form, const void *context) {
    (void)context;
    size_t letters = 0;
    while (islower((unsigned char)form[letters]))
        letters++;
    return form[0] == '\0' ||
           ((letters == 2 || letters == 3) && (form[letters] == '\0' || form[letters] == '-'));
}

/* True where the column holds dates, and nothing else but empty cells. */
static bool holds_dates(const struct sample *sample, size_t column) {
    return fits_column(sample, column, is_date_or_nothing, NULL);
}

/* True where this column and the three behind it are LimeSurvey's id, submitdate, lastpage and
 * startlanguage by their cells: it heads them in the language of whoever exports. */
static bool are_of_limesurvey(const struct sample *sample, size_t column) {
    return fits_column(sample, column + 3, is_language, NULL) &&
           fits_column(sample, column + 2, is_count, NULL) &&
           fits_column(sample, column + 1, is_date_or_nothing, NULL) &&
           fits_column(sample, column, is_count, NULL);
}

static bool is_word(const char *form, const void *words) {
    return find_word(words, form) != COMPLETION_UNCLEAR;
}

static bool is_no(const char *form, const void *words) {
    return find_word(words, form) == COMPLETION_UNFINISHED;
}

/* Where no cell of a column "finished" says yes, it is about something else. */
static bool fits_guess(const struct sample *sample, size_t column, const struct rule *rule) {
    if (rule == &foreign_date)
        return holds_dates(sample, column);
    return fits_column(sample, column, is_word, &rule->words) &&
           (rule != &guessed_finished || !fits_column(sample, column, is_no, &rule->words));
}

static bool is_free(const struct binding *binding, const char *const *forms, size_t column) {
    return column <= binding->count && forms[column - 1] != NULL &&
           binding->columns[column - 1].metadata == METADATA_NONE;
}

/* Pandas may have put row numbers in front. */
static void guess_limesurvey(struct binding *binding, const char *const *forms,
                             const struct sample *sample, bool without_id) {
    for (size_t column = 1; column <= 2 && binding->mark_count == 0; column++) {
        bool four = true;
        for (size_t i = 0; i < 4; i++)
            four = four && is_free(binding, forms, column + i);
        if (!four || !are_of_limesurvey(sample, column))
            continue;
        add_mark(binding, column + 1, &foreign_date);
        bool needed = without_id && binding->metadata[METADATA_ID] == 0;
        if (needed)
            binding->metadata[METADATA_ID] = column;
        binding->columns[column - 1].metadata = needed ? METADATA_ID : METADATA_DROPPED;
        binding->columns[column + 1].metadata = METADATA_DROPPED;
        binding->columns[column + 2].metadata = METADATA_DROPPED;
    }
}

static void guess_marks(struct binding *binding, const char *const *forms,
                        const struct sample *sample) {
    for (size_t i = 0; i < binding->count; i++)
        for (size_t k = 0; k < GUESSED && is_free(binding, forms, i + 1); k++)
            if (strcmp(guessed[k].heading, forms[i]) == 0 &&
                fits_guess(sample, i + 1, guessed[k].rule))
                add_mark(binding, i + 1, guessed[k].rule);
}

/* --- the header --- */

void completion_bind(struct binding *binding, const struct questionnaire *questionnaire,
                     const struct sample *sample) {
    const char **forms = fold_headings(binding);
    size_t others[SYSTEMS] = {0}, date = binding->metadata[METADATA_COMPLETED];
    binding->marks =
        arena_allocate(binding->memory, binding->count, sizeof(struct completion_mark));
    for (size_t i = 0; i < binding->count; i++)
        for (size_t k = 0; k < SYSTEMS && forms[i] != NULL; k++)
            others[k] += form_system_weight(k, forms[i]);
    if (date != 0)
        add_mark(binding, date, &submit_date);
    for (size_t i = 0; i < binding->count; i++) {
        const struct rule *rule = NULL;
        if (forms[i] != NULL && (binding->columns[i].metadata == METADATA_NONE ||
                                 binding->columns[i].metadata == METADATA_DROPPED))
            rule = find_rule(forms[i], others);
        if (rule != NULL)
            add_mark(binding, i + 1, rule);
    }
    drop_percent(binding);
    drop_others(binding, forms);
    guess_limesurvey(binding, forms, sample, questionnaire->ingest.id == NULL);
    guess_marks(binding, forms, sample);
}

/* --- a record --- */

static enum completion read_date(const struct rule *rule, const char *form, bool missing) {
    if (missing || strncmp(form, "0000", 4) == 0)
        return COMPLETION_UNFINISHED;
    return completion_is_date(form) ? COMPLETION_DONE : find_word(&rule->words, form);
}

static enum completion read_percent(const char *form) {
    char *end;
    double value = strtod(form, &end);
    if (end == form || (*end != '\0' && strcmp(end, "%") != 0 && strcmp(end, " %") != 0))
        return COMPLETION_UNCLEAR;
    return value >= 100 ? COMPLETION_DONE : COMPLETION_UNFINISHED;
}

/* Of Qualtrics's header the second line names the columns again, and the third holds JSON. */
static bool is_header(const struct rule *rule, const char *form) {
    return strncmp(form, "{\"importid\"", 11) == 0 ||
           (rule->heading[0] != '\0' && has_heading(rule, form)) ||
           (form_system_weight(rule->system, form) > 0 &&
            find_word(&rule->words, form) == COMPLETION_UNCLEAR);
}

/* What begins with # was a date, or an error, and a spreadsheet shows neither: ######## is in a
 * column that was too narrow. */
static bool is_missing(const struct decoder *decoder, const struct cell *cell,
                       const char *form) {
    return cell->length == 0 ||
           (strchr("#?*", form[0]) == NULL && absent_word_is(decoder->marks, cell));
}

static enum completion read_mark(const struct decoder *decoder,
                                 const struct completion_mark *mark) {
    const struct cell cell = decoder_cell(decoder, mark->column);
    const struct rule *rule = mark->rule;
    struct text text = {0};
    tick_key(&text, cell.bytes, cell.length); /* 1.0 is 1 */
    const char *form = text_string(&text);
    enum completion found;
    if (is_header(rule, form))
        found = COMPLETION_HEADER;
    else if (rule->reading == READING_DATE)
        found = read_date(rule, form, is_missing(decoder, &cell, form));
    else if (rule->reading == READING_PERCENT)
        found = read_percent(form);
    else
        found = find_word(&rule->words, form);
    text_free(&text);
    return found;
}

/* REDCap's forms, all of a record together: where some are finished and some are not, nobody
 * knows which of them holds these answers. */
static enum completion weigh_forms(bool done, bool unfinished) {
    if (unfinished)
        return done ? COMPLETION_UNCLEAR : COMPLETION_UNFINISHED;
    return COMPLETION_DONE;
}

enum completion completion_read(const struct decoder *decoder, size_t *column) {
    const struct binding *binding = decoder->binding;
    enum completion strongest = COMPLETION_DONE;
    bool done = false, unfinished = false;
    size_t form_column = 0;
    *column = 0;
    for (size_t i = 0; i < binding->mark_count; i++) {
        const struct completion_mark *mark = &binding->marks[i];
        enum completion found = read_mark(decoder, mark);
        if (mark->rule->reading == READING_FORM && found != COMPLETION_UNCLEAR) {
            done = done || found == COMPLETION_DONE;
            unfinished = unfinished || found == COMPLETION_UNFINISHED;
            form_column = mark->column;
            continue;
        }
        if (found > strongest) {
            strongest = found;
            *column = mark->column;
        }
    }
    if (weigh_forms(done, unfinished) > strongest) {
        strongest = weigh_forms(done, unfinished);
        *column = form_column;
    }
    return strongest;
}

void completion_take(struct binding *binding, size_t column, enum completion completion,
                     size_t line) {
    for (size_t i = 0; i < binding->mark_count; i++) {
        struct completion_mark *mark = &binding->marks[i];
        if (mark->column != column)
            continue;
        if (completion == COMPLETION_UNCLEAR)
            sightings_add(&mark->unclear, line);
        else if (completion == COMPLETION_TEST)
            sightings_add(&mark->tests, line);
        else if (completion == COMPLETION_UNFINISHED)
            sightings_add(&mark->unfinished, line);
    }
}

/* --- what is said at the end of a file --- */

/* What the messages say of a mark: its heading, for people and as a line of the questionnaire
 * must have it, and in which lines the records are. */
struct said {
    const char *title, *in_ini, *lines;
};

static void refuse_no_date(const struct completion_mark *mark, const struct said *said,
                           const struct diag_place *place, struct diag *diag) {
    diag_add(diag, DIAG_ERROR, place,
             "the column '%s' holds neither a date nor nothing in %zu of its cells (%s), so "
             "that nobody can tell whether these answers were sent off; export again, for a "
             "spreadsheet writes ######## where a column is too narrow; if all records shall "
             "count, write into the questionnaire: [ingest], then ignore = %s",
             "in der Spalte '%s' steht in %zu Zellen weder ein Datum noch nichts (%s); niemand "
             "kann sagen, ob diese Antworten abgeschickt wurden. Exportieren Sie neu, denn "
             "eine Tabellenkalkulation schreibt ########, wo eine Spalte zu schmal ist; sollen "
             "alle Datensätze zählen, schreiben Sie in den Fragebogen: [ingest], darunter "
             "ignore = %s",
             said->title, mark->unclear.count, said->lines, said->in_ini);
}

static void refuse_unclear(const struct completion_mark *mark, const struct said *said,
                           const struct diag_place *place, struct diag *diag) {
    diag_add(diag, DIAG_ERROR, place,
             "the column '%s' says whether a record counts, but %zu of its cells are not "
             "understood (%s); correct them in a copy of the export, or, if all records shall "
             "count, write into the questionnaire: [ingest], then ignore = %s",
             "die Spalte '%s' sagt, ob ein Datensatz zählt, aber %zu ihrer Zellen sind nicht "
             "verständlich (%s); berichtigen Sie sie in einer Kopie des Exports, oder "
             "schreiben Sie, wenn alle Datensätze zählen sollen, in den Fragebogen: [ingest], "
             "darunter ignore = %s",
             said->title, mark->unclear.count, said->lines, said->in_ini);
}

static void note_tests(const struct completion_mark *mark, const struct said *said,
                       const struct diag_place *place, struct diag *diag) {
    diag_add(diag, DIAG_NOTE, place,
             "previews, tests and spam by the column '%s': %zu (%s); they do not count",
             "Vorschauen, Tests und Spam nach der Spalte '%s': %zu (%s); sie zählen nicht",
             said->title, mark->tests.count, said->lines);
}

static void note_unfinished(const struct completion_mark *mark, const struct said *said,
                            const struct diag_place *place, struct diag *diag) {
    if (mark->rule != &submit_date) /* the counts say it */
        diag_add(diag, DIAG_NOTE, place,
                 "not finished by the column '%s': %zu (%s); they do not count",
                 "nicht abgeschlossen nach der Spalte '%s': %zu (%s); sie zählen nicht",
                 said->title, mark->unfinished.count, said->lines);
}

typedef void report_function(const struct completion_mark *mark, const struct said *said,
                             const struct diag_place *place, struct diag *diag);

static void report(const struct completion_mark *mark, const struct sightings *sightings,
                   const struct binding *binding, const char *file, struct diag *diag,
                   report_function *function) {
    const struct column *column = &binding->columns[mark->column - 1];
    const struct diag_place place = {file, sightings->lines[0], mark->column, NULL};
    struct text title = {0}, in_ini = {0}, lines = {0};
    heading_text_shorten(&title, column->title, column->title_length, SHOWN_HEADING);
    heading_text_in_ini(&in_ini, column);
    sightings_describe(&lines, sightings);
    const struct said said = {text_string(&title), text_string(&in_ini), text_string(&lines)};
    if (sightings->count > 0)
        function(mark, &said, &place, diag);
    text_free(&title);
    text_free(&in_ini);
    text_free(&lines);
}

bool completion_report(const struct binding *binding, const char *file, struct diag *diag) {
    bool fine = true;
    for (size_t i = 0; i < binding->mark_count; i++) {
        const struct completion_mark *mark = &binding->marks[i];
        bool date = mark->rule->reading == READING_DATE;
        report(mark, &mark->tests, binding, file, diag, note_tests);
        report(mark, &mark->unfinished, binding, file, diag, note_unfinished);
        report(mark, &mark->unclear, binding, file, diag,
               date ? refuse_no_date : refuse_unclear);
        fine = fine && mark->unclear.count == 0;
    }
    return fine;
}
