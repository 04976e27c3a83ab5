#include "ingest/intake.h"

#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/progress.h"
#include "ingest/binding.h"
#include "ingest/binding_check.h"
#include "ingest/binding_hints.h"
#include "ingest/binding_table.h"
#include "ingest/decode.h"
#include "ingest/duplicates.h"
#include "ingest/rejects.h"
#include "ingest/remarks.h"
#include "ingest/respondents.h"
#include "ingest/revocation.h"
#include "ingest/side_files.h"
#include "ingest/summary_column.h"
#include "ingest/tick_cells.h"
#include "ingest/twins.h"
#include "ingest/verdict.h"
#include "survey/answers.h"
#include "survey/dialect.h"
#include "survey/header_rows.h"
#include "survey/workbook_file.h"

/* Nothing but delimiters: a row of a spreadsheet that nobody has filled in. */
struct empty_row {
    size_t line, fields;
};

struct intake {
    const struct questionnaire *questionnaire;
    struct intake_outputs outputs;
    struct diag *diag;
    struct headings *headings;
    struct left_out *left_out;
    struct decoder decoder;
    struct respondents *respondents;
    struct respondents *contact_respondents; /* of forms of their own for what is kept apart: a
                                                number there is not the person of that here */
    struct duplicates *duplicates;
    struct remarks *remarks;
    struct side_files *side_files;
    struct rejects *rejects;              /* NULL: not wanted */
    const struct question *participation; /* NULL: not asked */
    uint64_t respondent;
    unsigned withdrawn;        /* what was taken back of the record at hand: withdrawals.h */
    enum answer_origin origin; /* how the record at hand came */
    bool contact_alone; /* it holds contact data of somebody whose answers lie in another */
    bool counted_apart; /* and what goes with them, which no other record counts */
    size_t contacts;    /* such records that were taken, of all files */
    size_t contacts_before_file;
    /* Accepted records of forms that ask nothing of what is kept apart, with the answers of one
     * of them, owned; and those of forms of their own for that. */
    size_t unasked, apart;
    struct answer *unasked_answers;
    bool found_real; /* a record was not marked as made up */
    size_t files;
    size_t total[STATUS_COUNT];
    /* of the file that is being read */
    const char *path;
    const char *file;     /* the path, for people */
    uint64_t before_file; /* the last respondent of the file before */
    struct dialect dialect;
    struct sample sample; /* a copy: reading on overwrites what was looked at ahead */
    struct header *header;
    struct binding *binding;
    bool of_contacts, without_contacts; /* binding_check.h */
    size_t contacts_left_out;           /* records of a file of_contacts that were not taken */
    struct shape shape;
    struct tick_cells *tick_cells;
    bool header_seen, directive_seen, failed;
    size_t counts[STATUS_COUNT];
    struct empty_row *empty; /* rows without anything in them since the last other one */
    size_t empty_count, empty_capacity;
};

struct intake *intake_new(const struct questionnaire *questionnaire,
                          const struct intake_outputs *outputs, struct diag *diag) {
    struct intake *intake = memory_allocate(1, sizeof *intake);
    intake->questionnaire = questionnaire;
    intake->outputs = *outputs;
    intake->diag = diag;
    intake->headings = headings_new(questionnaire);
    intake->left_out = left_out_new(questionnaire);
    intake->respondents = respondents_new(questionnaire, diag);
    intake->contact_respondents = respondents_new(questionnaire, diag);
    intake->duplicates = duplicates_new();
    intake->remarks = remarks_new(questionnaire, diag);
    intake->participation = questionnaire_role(questionnaire, ROLE_CONSENT_PARTICIPATION);
    intake->side_files = side_files_new(
        questionnaire,
        &(struct side_streams){outputs->contacts, outputs->quotes, outputs->exchange}, diag);
    decoder_start(&intake->decoder, questionnaire);
    answers_write_header(outputs->answers, questionnaire);
    if (outputs->rejects != NULL)
        intake->rejects = rejects_new(outputs->rejects, questionnaire);
    if (outputs->bindings != NULL)
        fputs("column,heading,read_as,question\n", outputs->bindings);
    if (outputs->taken_back != NULL)
        fputs("number\n", outputs->taken_back);
    return intake;
}

static void forget_sample(struct intake *intake) {
    free((char *)intake->sample.bytes);
    intake->sample.bytes = NULL;
}

/* What was needed for the file alone. */
static void forget_file(struct intake *intake) {
    forget_sample(intake);
    tick_cells_free(intake->tick_cells);
    binding_free(intake->binding);
    header_free(intake->header);
    intake->tick_cells = NULL;
    intake->binding = NULL;
    intake->header = NULL;
}

void intake_free(struct intake *intake) {
    if (intake == NULL)
        return;
    headings_free(intake->headings);
    left_out_free(intake->left_out);
    decoder_end(&intake->decoder);
    duplicates_free(intake->duplicates);
    remarks_free(intake->remarks);
    free(intake->empty);
    shape_end(&intake->shape);
    respondents_free(intake->respondents);
    respondents_free(intake->contact_respondents);
    free(intake->unasked_answers);
    side_files_free(intake->side_files);
    rejects_free(intake->rejects);
    forget_file(intake);
    free(intake);
}

static bool decide_tick_cells(struct intake *intake) {
    intake->tick_cells =
        tick_cells_new(intake->questionnaire, intake->decoder.spellings, intake->decoder.marks,
                       intake->binding, &intake->sample, intake->diag);
    forget_sample(intake);
    intake->decoder.tick_cells = intake->tick_cells;
    return intake->tick_cells != NULL;
}

static bool read_header(struct intake *intake, const struct csv_record *record) {
    intake->sample.header_records++;
    if (intake->dialect.directive && !intake->directive_seen) {
        intake->directive_seen = true;
        return true;
    }
    const struct csv_record *header = header_take(intake->header, record);
    if (header == NULL)
        return true;
    intake->header_seen = true;
    intake->shape.header_fields = header->count;
    intake->sample.header_line = header->line;
    intake->sample.header_end = record->line;
    const struct csv_record titled = shape_cut_tail(header, 1);
    intake->binding = binding_new(intake->questionnaire, intake->headings, intake->left_out,
                                  &titled, &intake->sample, intake->diag);
    intake->failed = intake->binding == NULL || !decide_tick_cells(intake);
    if (intake->failed)
        return false;
    intake->decoder.binding = intake->binding;
    intake->of_contacts = binding_is_of_contacts(intake->binding, intake->questionnaire);
    intake->without_contacts =
        binding_is_without_contacts(intake->binding, intake->questionnaire);
    side_files_start(intake->side_files, intake->binding);
    intake->decoder.missing_is_not_shown = intake->dialect.quoted_empty;
    intake->decoder.comma_delimits = intake->dialect.delimiter == ',';
    const struct kept_apart kept = {side_files_keeps_contacts(intake->side_files),
                                    side_files_keeps_quotes(intake->side_files),
                                    intake->outputs.exchange != NULL};
    if (intake->outputs.bindings != NULL)
        binding_write(intake->binding, intake->tick_cells, &kept, intake->outputs.bindings);
    else
        binding_print(intake->binding, intake->tick_cells, intake->file, &kept, stderr);
    return true;
}

/* The number by which the record at hand is known here. Those of contact data alone have others
 * than the rows of answers.csv. */
static uint64_t next_number(const struct intake *intake) {
    return intake->contact_alone ? UINT64_MAX - intake->contacts : intake->respondent + 1;
}

/* How the record at hand came, by its column nachlese_origin; a record without one came through
 * the form system. False where nobody can tell. */
static bool find_origin(struct intake *intake) {
    static const struct {
        const char *word;
        enum answer_origin origin;
        bool contact_alone;
    } words[] = {{"", ORIGIN_REAL, false},
                 {"real", ORIGIN_REAL, false},
                 {"paper", ORIGIN_PAPER, false},
                 {"phone", ORIGIN_PHONE, false},
                 {"simulated", ORIGIN_SIMULATED, false},
                 {"contact", ORIGIN_PAPER, true}};
    const struct cell cell =
        decoder_cell(&intake->decoder, intake->binding->metadata[METADATA_ORIGIN]);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (cell.length == strlen(words[i].word) &&
            memcmp(cell.bytes, words[i].word, cell.length) == 0) {
            intake->origin = words[i].origin;
            intake->contact_alone = intake->of_contacts || words[i].contact_alone;
            intake->counted_apart = intake->of_contacts && !words[i].contact_alone;
            return true;
        }
    return false;
}

/* Of how many answers some hold a unit. */
static void count_numbers(struct intake *intake) {
    for (size_t i = 0; i < intake->questionnaire->question_count; i++) {
        const struct question *question = &intake->questionnaire->questions[i];
        if (question_answer(question) != ANSWER_NUMBER)
            continue; /* a contact question has no answer to look at */
        enum answer_state state = intake->decoder.answers[question->first_variable].state;
        if (state == ANSWER_GIVEN || state == ANSWER_INVALID)
            remarks_take_number(intake->remarks, question);
    }
}

static void warn_of_faults(struct intake *intake, const struct csv_record *record) {
    const struct decoder *decoder = &intake->decoder;
    count_numbers(intake);
    for (size_t i = 0; i < decoder->text_count; i++)
        if (decoder->texts[i].no_option)
            remarks_take_other(intake->remarks, decoder->texts[i].question, record->line);
    for (size_t i = 0; i < decoder->notice_count; i++)
        remarks_take_notice(intake->remarks, &decoder->notices[i], record->line);
    for (size_t i = 0; i < decoder->fault_count; i++) {
        const struct fault *fault = &decoder->faults[i];
        fault_warn(fault, decoder_spelling(decoder, fault->question), intake->file,
                   record->line, intake->diag);
        if (intake->rejects != NULL)
            rejects_write_fault(intake->rejects, intake->file, decoder, fault);
    }
}

static void warn_of_unused(struct intake *intake, const struct csv_record *record,
                           const struct verdict *verdict) {
    const struct diag_place place = {intake->file, record->line, verdict->column, NULL};
    struct text explanation = {0};
    verdict_explain(&explanation, verdict, record, intake->binding);
    if (verdict->status == STATUS_REJECTED)
        diag_add(intake->diag, DIAG_WARNING, &place, "record rejected: %s",
                 "Datensatz zurückgewiesen: %s", text_string(&explanation));
    else
        remarks_take_duplicate(intake->remarks, verdict->first > intake->before_file);
    text_free(&explanation);
}

/* Whoever has an id is known by it. That two rows are the same hardly happens by chance where
 * somebody wrote a text, or many answers, or a form system the time. Row numbers would hide it.
 */
static void look_for_twin(struct intake *intake, const struct csv_record *record) {
    enum { MANY_FIELDS = 8 };
    size_t filled = 0;
    for (size_t i = 0; i < record->kept; i++)
        filled += cell_is_blank(&record->fields[i]) ? 0 : 1;
    if (duplicates_add_row(intake->duplicates, record,
                           intake->dialect.header == HEADER_NUMBERED))
        remarks_take_twin(intake->remarks, record->line,
                          filled >= MANY_FIELDS || intake->decoder.text_count > 0);
}

/* Whoever comes again and declines has taken back what the first record gave. Its coded answers
 * are written already: that they count only the organisers can change. */
static void take_back(struct intake *intake, const struct csv_record *record,
                      const struct verdict *verdict) {
    const struct diag_place place = {intake->file, record->line, 0, NULL};
    bool refused = verdict->reason == REASON_NO_CONSENT;
    if (side_files_withdraw(intake->side_files, &intake->decoder, verdict->first, refused))
        remarks_take_withdrawal(intake->remarks, record->line);
    if (refused)
        diag_add(intake->diag, DIAG_WARNING, &place,
                 "this person refuses to take part, but an earlier record of theirs counts; "
                 "delete its row and ingest again",
                 "diese Person will nicht teilnehmen, aber ein früherer Datensatz von ihr "
                 "zählt; löschen Sie dessen Zeile und lesen Sie neu ein");
}

static void forget_answers(struct decoder *decoder) {
    for (size_t i = 0; i < decoder->questionnaire->variable_count; i++)
        decoder->answers[i] = (struct answer){ANSWER_SKIPPED, 0};
    decoder->fault_count = 0;
    decoder->text_count = 0;
    decoder->notice_count = 0;
}

/* Second columns and summaries are part of the answers before they are decoded. */
static void decode(struct intake *intake, const struct csv_record *record) {
    struct decoder *decoder = &intake->decoder;
    const struct twins_reading reading = {decoder->marks, intake->tick_cells};
    twins_merge(&reading, intake->binding, record);
    summary_column_read(intake->binding, decoder, record);
    decoder_decode(decoder, record);
    twins_conclude(intake->binding, decoder);
    summary_column_compare(intake->binding, decoder);
}

/* It answers nothing of what is kept apart, as do all others of such files. */
static void keep_unasked(struct intake *intake) {
    size_t count = intake->questionnaire->variable_count;
    if (intake->unasked++ > 0)
        return;
    intake->unasked_answers = memory_allocate(count, sizeof *intake->unasked_answers);
    memcpy(intake->unasked_answers, intake->decoder.answers,
           count * sizeof *intake->unasked_answers);
}

/* Writes the record where it belongs, and says what is wrong with it. withheld: not even its
 * coded answers may be kept. */
static void write_answers(struct intake *intake, const struct csv_record *record,
                          const struct verdict *verdict, bool withheld) {
    struct decoder *decoder = &intake->decoder;
    bool used = verdict->status == STATUS_ACCEPTED || verdict->status == STATUS_INCOMPLETE;
    if (used)
        completion_take(intake->binding, verdict->mark, verdict->completion, record->line);
    intake->counts[verdict->status]++;
    answers_write(intake->outputs.answers, intake->questionnaire,
                  &(struct answer_record){.respondent = ++intake->respondent,
                                          .status = verdict->status,
                                          .origin = intake->origin,
                                          .answers = decoder->answers});
    if (verdict->status != STATUS_ACCEPTED && intake->rejects != NULL)
        rejects_write_record(intake->rejects, intake->file, decoder, verdict, record,
                             !withheld && verdict->status != STATUS_REJECTED);
    if (used)
        warn_of_faults(intake, record);
    else
        warn_of_unused(intake, record, verdict);
    if (verdict->status == STATUS_ACCEPTED && intake->without_contacts) {
        side_files_add_answers(intake->side_files, decoder, intake->respondent,
                               intake->withdrawn);
        keep_unasked(intake);
    } else if (verdict->status == STATUS_ACCEPTED) {
        side_files_add(intake->side_files, decoder, intake->respondent, intake->withdrawn);
    }
    if (verdict->status == STATUS_ACCEPTED && verdict->nameless)
        look_for_twin(intake, record);
}

/* What somebody gave on paper is counted by the record of their answers, and their contact data
 * lie in one of their own, so that nothing tells whose answers these are. It is no answer more.
 */
static void take_contact(struct intake *intake, const struct csv_record *record,
                         const struct verdict *verdict) {
    bool used = verdict->status == STATUS_ACCEPTED || verdict->status == STATUS_INCOMPLETE;
    if (used && intake->of_contacts)
        completion_take(intake->binding, verdict->mark, verdict->completion, record->line);
    if (verdict->status != STATUS_ACCEPTED) {
        intake->contacts_left_out++;
        if (!used)
            warn_of_unused(intake, record, verdict);
        return;
    }
    warn_of_faults(intake, record);
    if (intake->counted_apart)
        side_files_add_apart(intake->side_files, &intake->decoder, next_number(intake),
                             intake->withdrawn);
    else
        side_files_add_contact(intake->side_files, &intake->decoder, next_number(intake),
                               intake->withdrawn);
    intake->apart += intake->counted_apart ? 1 : 0;
    intake->contacts++;
}

static struct respondents *respondents_of(const struct intake *intake) {
    return intake->of_contacts ? intake->contact_respondents : intake->respondents;
}

/* What becomes of a record of good form; its answers are decoded. */
static struct verdict judge(struct intake *intake, bool *withheld) {
    intake->found_real = intake->found_real || intake->origin != ORIGIN_SIMULATED;
    intake->withdrawn = revocation_find(intake->outputs.withdrawals, &intake->decoder);
    if ((intake->withdrawn & WITHDRAW_QUOTES) != 0 && intake->outputs.taken_back != NULL)
        revocation_write_texts(intake->outputs.taken_back, &intake->decoder);
    *withheld = (intake->withdrawn & WITHDRAW_ANSWERS) != 0;
    if (*withheld)
        return verdict_of_withdrawn();
    return verdict_of_answers(&intake->decoder, intake->participation, respondents_of(intake),
                              next_number(intake), withheld);
}

static void read_answers(struct intake *intake, const struct csv_record *record) {
    struct verdict verdict = verdict_of_form(intake->binding, intake->header, record);
    bool withheld = verdict.reason != REASON_NONE;
    intake->origin = ORIGIN_REAL;
    intake->contact_alone = intake->of_contacts;
    if (!withheld) {
        decode(intake, record);
        if (tick_cells_contradicted(intake->tick_cells)) {
            tick_cells_refuse(intake->tick_cells, record->line, intake->diag);
            return;
        }
        withheld = !find_origin(intake);
        verdict = withheld ? verdict_of_origin(intake->binding->metadata[METADATA_ORIGIN])
                           : judge(intake, &withheld);
    }
    if (verdict.first > 0)
        take_back(intake, record, &verdict);
    if (withheld)
        forget_answers(&intake->decoder);
    if (intake->contact_alone)
        take_contact(intake, record, &verdict);
    else
        write_answers(intake, record, &verdict, withheld);
}

static bool is_empty_row(const struct csv_record *record) {
    for (size_t i = 0; i < record->kept; i++)
        if (!record->fields[i].missing)
            return false;
    return record->count == record->kept && !record->field_too_long;
}

static void keep_empty_row(struct intake *intake, const struct csv_record *record) {
    intake->empty = memory_grow(intake->empty, intake->empty_count, &intake->empty_capacity,
                                sizeof *intake->empty);
    intake->empty[intake->empty_count++] = (struct empty_row){record->line, record->count};
}

/* Spreadsheets write empty rows behind the last answer. Those before it are records that went
 * wrong, and count. */
static void read_empty_rows(struct intake *intake) {
    static char nothing[] = "";
    for (size_t i = 0; i < intake->empty_count; i++) {
        const struct empty_row *row = &intake->empty[i];
        struct csv_field *fields = memory_allocate(row->fields, sizeof *fields);
        for (size_t field = 0; field < row->fields; field++)
            fields[field] = (struct csv_field){nothing, 0, true};
        read_answers(intake, &(struct csv_record){.line = row->line,
                                                  .count = row->fields,
                                                  .kept = row->fields,
                                                  .fields = fields});
        free(fields);
    }
    intake->empty_count = 0;
}

/* A column at the end without a heading is nothing as long as nothing is in it. */
static bool lacks_heading(struct intake *intake, const struct csv_record *record) {
    size_t column = intake->binding->count;
    if (record->count <= column || record->count > intake->shape.header_fields)
        return false;
    while (column < record->count && cell_is_blank(&record->fields[column]))
        column++;
    if (column == record->count)
        return false;
    const struct diag_place place = {intake->file, record->line, column + 1, NULL};
    diag_add(intake->diag, DIAG_ERROR, &place,
             "column %zu has no heading, but holds something; give it one, or remove it",
             "Spalte %zu hat keine Überschrift, enthält aber etwas; ergänzen Sie eine, oder "
             "entfernen Sie die Spalte",
             place.column);
    return intake->failed = true;
}

static bool read_record(void *context, const struct csv_record *record) {
    struct intake *intake = context;
    size_t columns = intake->binding != NULL ? intake->binding->count : 0;
    const struct csv_record row = shape_row(&intake->shape, record, columns);
    if (!intake->header_seen)
        return read_header(intake, &row);
    const struct csv_record cut = shape_cut(&intake->shape, &row, columns);
    if (is_empty_row(&cut)) {
        keep_empty_row(intake, &cut);
        return true;
    }
    read_empty_rows(intake);
    if (lacks_heading(intake, &cut))
        return false;
    verdict_warn_swallowed(&cut, intake->binding->count, intake->dialect.delimiter,
                           intake->file, intake->diag);
    read_answers(intake, &cut);
    progress_show(intake->respondent);
    return !tick_cells_contradicted(intake->tick_cells);
}

/* At the end, where it is not overlooked: what has no column looks like what nobody answered.
 */
static void warn_of_absent(const struct intake *intake) {
    const struct diag_place place = {intake->file, 0, 0, NULL};
    struct text ids = {0};
    if (intake->of_contacts)
        return;
    size_t count =
        binding_list_absent(intake->binding, intake->questionnaire,
                            intake->outputs.contacts != NULL, !intake->without_contacts, &ids);
    if (count == 1)
        diag_add(intake->diag, DIAG_WARNING, &place,
                 "no column for the question %s; it counts as skipped by all",
                 "keine Spalte für die Frage %s; sie gilt als von allen übersprungen",
                 text_string(&ids));
    else if (count > 1)
        diag_add(intake->diag, DIAG_WARNING, &place,
                 "no column for %zu questions; they count as skipped by all: %s",
                 "keine Spalte für %zu Fragen; sie gelten als von allen übersprungen: %s",
                 count, text_string(&ids));
    text_free(&ids);
    if (intake->without_contacts)
        diag_add(intake->diag, DIAG_NOTE, &place,
                 "nothing of what is kept apart was asked here; where a form of its own did, "
                 "name its export in the same run",
                 "nichts von dem, was getrennt bleibt, wurde hier gefragt; gab es dafür ein "
                 "eigenes Formular, nennen Sie dessen Export im selben Lauf");
}

static void finish_file(struct intake *intake, const struct encoding_source *source) {
    struct text manner = {0};
    size_t records = 0;
    for (size_t i = 0; i < STATUS_COUNT; i++)
        records += intake->counts[i];
    size_t contacts = intake->contacts - intake->contacts_before_file;
    if (records + contacts > 0) /* a header alone does no harm, however often it is read */
        duplicates_keep_file(intake->duplicates, intake->file);
    if (intake->dialect.header == HEADER_NUMBERED)
        remarks_take_row_numbers(intake->remarks);
    if (intake->decoder.has_digits)
        remarks_take_digits(intake->remarks);
    remarks_report(intake->remarks, records + contacts);
    if (intake->binding != NULL) {
        summary_column_warn(intake->binding, intake->file, intake->diag);
        warn_of_absent(intake);
    }
    dialect_describe(&intake->dialect, encoding_name(encoding_found(source)), &manner);
    if (intake->of_contacts) {
        remarks_report_apart(intake->diag, intake->file, contacts, intake->contacts_left_out,
                             text_string(&manner));
    } else {
        if (records > 0 || contacts == 0)
            remarks_report_counts(intake->diag, intake->file, intake->counts,
                                  text_string(&manner));
        remarks_report_contacts(intake->diag, intake->file, contacts);
    }
    text_free(&manner);
    for (size_t i = 0; i < STATUS_COUNT; i++)
        intake->total[i] += intake->counts[i];
}

/* What can only be seen at the end: whether it is known of all records that they count. Nothing
 * that was written until then is put in place. */
static bool can_be_counted(struct intake *intake) {
    bool marked = completion_report(intake->binding, intake->file, intake->diag);
    return respondents_check(respondents_of(intake), intake->binding) && marked;
}

/* The header comes first, and reading it takes the beginning away. */
static void keep_sample(struct intake *intake, const struct encoding_source *source,
                        const char *bytes, size_t length) {
    char *copy = memory_allocate(length, 1);
    memcpy(copy, bytes, length);
    intake->shape.usual_fields = shape_usual_width(bytes, length, intake->dialect.delimiter);
    intake->sample = (struct sample){.path = intake->path,
                                     .file = intake->file,
                                     .bytes = copy,
                                     .length = length,
                                     .whole = encoding_is_whole(source),
                                     .delimiter = intake->dialect.delimiter,
                                     .shape = &intake->shape};
}

static bool read_source(struct intake *intake, struct encoding_source *source) {
    size_t length;
    const char *beginning = encoding_peek(source, &length);
    if (!dialect_find(&intake->dialect, beginning, length, intake->headings)) {
        const struct diag_place place = {intake->file, 0, 0, NULL};
        diag_add(intake->diag, DIAG_WARNING, &place, "the file is empty: no answers",
                 "die Datei ist leer: keine Antworten");
        return true;
    }
    if (!dialect_check(beginning, length, intake->file, intake->diag) ||
        dialect_refuse(&intake->dialect, intake->file, intake->diag))
        return false;
    intake->header = header_new(intake->dialect.header, intake->headings);
    keep_sample(intake, source, beginning, length);
    struct header_place place =
        dialect_find_header(&intake->dialect, beginning, length, intake->headings);
    bool well_formed = csv_read(source, intake->file, intake->dialect.delimiter, intake->diag,
                                read_record, intake);
    progress_end();
    if (intake->failed || (!well_formed && !intake->header_seen && place.line > 0))
        dialect_note_header(&place, &intake->dialect, intake->file, intake->diag);
    if (!well_formed || intake->failed || tick_cells_contradicted(intake->tick_cells))
        return false;
    finish_file(intake, source);
    return intake->binding == NULL || can_be_counted(intake);
}

/* Counted twice, all of its answers would be wrong, and nothing would show it. */
static bool is_new(struct intake *intake, const char *path) {
    const char *before = duplicates_find_file(intake->duplicates, path);
    const struct diag_place place = {intake->file, 0, 0, NULL};
    if (before != NULL)
        diag_add(intake->diag, DIAG_ERROR, &place,
                 "the same bytes as %s: its answers would count twice; name it once",
                 "dieselben Bytes wie %s: Ihre Antworten würden doppelt zählen; nennen Sie sie "
                 "nur einmal",
                 before);
    return before == NULL;
}

bool intake_read(struct intake *intake, const char *path) {
    intake->file = strcmp(path, "-") == 0 ? "<stdin>" : path;
    intake->header_seen = intake->directive_seen = intake->failed = false;
    remarks_start(intake->remarks, intake->file);
    respondents_start(intake->respondents, intake->file);
    respondents_start(intake->contact_respondents, intake->file);
    intake->of_contacts = intake->without_contacts = false;
    intake->contacts_left_out = 0;
    intake->empty_count = 0;
    intake->decoder.has_digits = false;
    memset(intake->counts, 0, sizeof intake->counts);
    intake->files++;
    intake->before_file = intake->respondent;
    intake->contacts_before_file = intake->contacts;
    if (!is_new(intake, path))
        return false;
    struct workbook_file *workbook = NULL;
    shape_end(&intake->shape);
    intake->shape.from_workbook = workbook_file_is(path);
    if (intake->shape.from_workbook &&
        (workbook = workbook_file_open(path, intake->diag)) == NULL)
        return false;
    intake->path = workbook != NULL ? workbook_file_path(workbook) : path;
    struct encoding_source *source = encoding_open(intake->path);
    bool read = read_source(intake, source);
    encoding_close(source);
    forget_file(intake);
    workbook_file_close(workbook);
    return read;
}

bool intake_found_real(const struct intake *intake) {
    return intake->found_real;
}

void intake_give_up(struct intake *intake) {
    left_out_warn(intake->left_out, intake->diag);
    diag_finish(intake->diag);
}

bool intake_adds_up(const struct intake *intake) {
    const struct diag_place place = {intake->file, 0, 0, NULL};
    size_t answers = intake->total[STATUS_ACCEPTED];
    if (intake->apart > 0 && answers == 0)
        diag_add(
            intake->diag, DIAG_WARNING, &place,
            "these are contact data alone: for a report name the export of the answers in "
            "the same run",
            "das sind Kontaktdaten allein: Nennen Sie für einen Bericht im selben Lauf auch "
            "den Export der Antworten");
    if (answers == 0 || intake->apart <= intake->unasked)
        return true;
    diag_add(
        intake->diag, DIAG_ERROR, &place,
        "%zu records of the form for contact data were taken, but only %zu of the form for "
        "the answers: offers and requests would be counted of people who are not among "
        "them; name all exports of the answers, or take out of a copy of this export who "
        "sent it twice or did not finish the answers",
        "%zu Datensätze aus dem Formular für Kontaktdaten sind übernommen, aber nur %zu aus "
        "dem für die Antworten: Angebote und Gesuche würden von Personen gezählt, die nicht "
        "darunter sind; nennen Sie alle Exporte der Antworten, oder nehmen Sie aus einer "
        "Kopie dieses Exports, wer ihn zweimal abgeschickt oder die Antworten nicht beendet "
        "hat",
        intake->apart, intake->unasked);
    return false;
}

void intake_finish(struct intake *intake) {
    /* Who did not go on to the form for what is kept apart answered nothing of it. */
    if (intake->unasked > intake->apart)
        side_files_add_unasked(intake->side_files, intake->unasked_answers,
                               intake->unasked - intake->apart);
    side_files_write(intake->side_files);
    if (intake->rejects != NULL)
        rejects_finish(intake->rejects);
    revocation_report(intake->outputs.withdrawals, intake->diag);
    left_out_warn(intake->left_out, intake->diag);
    diag_finish(intake->diag);
    if (intake->files > 1)
        remarks_report_counts(intake->diag, NULL, intake->total, "");
}
