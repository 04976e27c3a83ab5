#include "ingest/verdict.h"

#include <string.h>

#include "base/language.h"
#include "base/utf8.h"
#include "ingest/decode.h"

static const struct explanation {
    const char *code, *english, *german;
} explanations[REASONS] = {
    [REASON_NONE] = {"", "", ""},
    [REASON_FIELD_TOO_LONG] = {"field_too_long", "a field is longer than 1 MiB",
                               "ein Feld ist länger als 1 MiB"},
    [REASON_FIELD_COUNT] = {"field_count",
                            "%zu of %zu fields; does a text hold a delimiter or a line break "
                            "and stand without quotes? Correct it in a copy of the export",
                            "%zu von %zu Feldern; enthält ein Text ein Trennzeichen oder einen "
                            "Zeilenumbruch und steht ohne Anführungszeichen? Berichtigen Sie "
                            "es in einer Kopie des Exports"},
    [REASON_NUL_BYTE] = {"nul_byte", "a field holds a NUL byte",
                         "ein Feld enthält ein NUL-Byte"},
    [REASON_INVALID_UTF8] = {"invalid_utf8", "a field holds broken characters (invalid UTF-8)",
                             "ein Feld enthält zerstörte Zeichen (ungültiges UTF-8)"},
    [REASON_REPEATED_HEADER] = {"repeated_header", "the header line once more",
                                "noch einmal die Kopfzeile"},
    [REASON_ALL_EMPTY] = {"all_empty", "no answer at all", "gar keine Antwort"},
    [REASON_SHIFTED] = {"shifted", "its answers have slipped into the columns beside theirs",
                        "seine Antworten sind in die Spalten daneben gerutscht"},
    [REASON_NOT_UNDERSTOOD] =
        {"not_understood",
         "none of its coded answers is understood; a sum row, or a second header line?",
         "keine seiner Antworten ist verständlich; eine Summenzeile oder eine zweite "
         "Kopfzeile?"},
    [REASON_NO_CONSENT] = {"no_consent", "no consent to take part",
                           "keine Einwilligung in die Teilnahme"},
    [REASON_ORIGIN] = {"origin",
                       "how it came is not known: nachlese_origin is none of real, paper, "
                       "phone, simulated, contact",
                       "wie er kam, ist nicht bekannt: nachlese_origin ist keines von real, "
                       "paper, phone, simulated, contact"},
    [REASON_WITHDRAWN] = {"withdrawn", "its answers were taken back",
                          "seine Antworten wurden zurückgenommen"},
    [REASON_DUPLICATE] =
        {"duplicate", "a complete record of the same respondent was accepted before",
         "ein vollständiger Datensatz derselben Kennung wurde schon angenommen"},
    [REASON_PREVIEW] = {"preview", "the form system marks it as a preview, a test or spam",
                        "das Formularsystem führt ihn als Vorschau, Test oder Spam"},
    [REASON_INCOMPLETE] = {"incomplete", "the form system marks it as not completed",
                           "das Formularsystem führt ihn als nicht abgeschlossen"},
};

static struct verdict reject(enum reason reason, size_t column) {
    return (struct verdict){.status = STATUS_REJECTED, .reason = reason, .column = column};
}

/* Bytes over 0x7F and NUL are rare: only they need a closer look. */
static bool is_plain(const struct csv_field *field) {
    for (size_t i = 0; i < field->length; i++)
        if (field->bytes[i] == '\0' || (unsigned char)field->bytes[i] > 0x7F)
            return false;
    return true;
}

struct verdict verdict_of_form(const struct binding *binding, const struct header *header,
                               const struct csv_record *record) {
    if (record->field_too_long)
        return reject(REASON_FIELD_TOO_LONG, 0);
    if (record->count != binding->count || record->kept != record->count)
        return reject(REASON_FIELD_COUNT, 0);
    for (size_t i = 0; i < record->count; i++) {
        const struct csv_field *field = &record->fields[i];
        if (is_plain(field))
            continue;
        if (memchr(field->bytes, '\0', field->length) != NULL)
            return reject(REASON_NUL_BYTE, i + 1);
        if (!utf8_valid(field->bytes, field->length))
            return reject(REASON_INVALID_UTF8, i + 1);
    }
    if (columns_are_header(binding, record) || header_repeats(header, record))
        return reject(REASON_REPEATED_HEADER, 0);
    return (struct verdict){.status = STATUS_ACCEPTED};
}

/* --- records that a quotation mark swallowed --- */

/* With fewer fields a line of a text has as many commas by chance. */
enum { FEWEST_FIELDS = 4 };

static size_t count_line_feeds(const struct csv_field *field) {
    size_t count = 0;
    for (size_t i = 0; i < field->length; i++) {
        bool pair = field->bytes[i] == '\r' && field->bytes[i + 1] == '\n';
        count += (field->bytes[i] == '\r' && !pair) || field->bytes[i] == '\n' ? 1 : 0;
    }
    return count;
}

/* Behind a delimiter a cell begins at once; in a sentence a blank follows. */
static size_t count_delimiters(const char *bytes, size_t length, char delimiter) {
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += bytes[i] == delimiter && (i + 1 == length || bytes[i + 1] != ' ') ? 1 : 0;
    return count;
}

static size_t line_length(const char *bytes, size_t length) {
    size_t end = 0;
    while (end < length && bytes[end] != '\n' && bytes[end] != '\r')
        end++;
    return end;
}

/* The rest of one record, whole ones perhaps, and the beginning of another up to the same
 * column; or a whole one in any line. */
static bool holds_record(const struct csv_field *field, size_t column, size_t fields,
                         char delimiter) {
    size_t at = line_length(field->bytes, field->length);
    size_t count = count_delimiters(field->bytes, at, delimiter);
    bool fits = count == fields - column, whole = count >= fields - 1, broken = false;
    while (at < field->length) {
        at++;
        size_t length = line_length(field->bytes + at, field->length - at);
        if (length == 0 && at < field->length)
            continue; /* CR LF, or a blank line */
        count = count_delimiters(field->bytes + at, length, delimiter);
        whole = whole || count >= fields - 1;
        broken = true;
        at += length;
        if (at < field->length)
            fits = fits && count == fields - 1;
    }
    return broken && (whole || (fits && count == column - 1));
}

void verdict_warn_swallowed(const struct csv_record *record, size_t fields, char delimiter,
                            const char *file, struct diag *diag) {
    struct diag_place place = {file, record->line, 0, NULL};
    for (size_t i = 0; i < record->kept && i < fields && fields >= FEWEST_FIELDS; i++) {
        size_t feeds = count_line_feeds(&record->fields[i]);
        place.column = i + 1;
        if (feeds > 0 && holds_record(&record->fields[i], i + 1, fields, delimiter))
            diag_add(
                diag, DIAG_WARNING, &place,
                "this cell holds what looks like a whole record, which does not count: is "
                "its quotation mark closed too late? Correct it in a copy of the export",
                "diese Zelle enthält, was wie ein ganzer Datensatz aussieht, und der zählt "
                "nicht: Ist ihr Anführungszeichen zu spät geschlossen? Berichtigen Sie es "
                "in einer Kopie des Exports");
        place.line += feeds;
    }
}

/* --- answers that have slipped into other columns --- */

enum fit { FIT_UNKNOWN, FIT_YES, FIT_NO };

/* Would the value be an answer in that column? Words such as "Ja" and "1" are answers nearly
 * everywhere, so they say nothing; nor do columns that take any text. */
static enum fit find_fit(const struct decoder *decoder, const struct cell *cell,
                         size_t column) {
    enum tick_cell tick = tick_cell_word(cell);
    if (column == 0 || column > decoder->binding->count || tick == TICK_CELL_TICKED ||
        tick == TICK_CELL_EMPTY ||
        missing_marks_read(decoder->marks, cell) != MISSING_MARK_NONE)
        return FIT_UNKNOWN;
    const struct heading *heading = &decoder->binding->columns[column - 1].heading;
    if (heading->question == NULL)
        return FIT_UNKNOWN;
    int64_t value;
    switch (question_answer(heading->question)) {
    case ANSWER_NUMBER:
        return decode_number_of(decoder, cell, heading->question->decimals, &value) ? FIT_YES
                                                                                    : FIT_NO;
    case ANSWER_CODE:
        if (heading->part != HEADING_VARIABLE)
            return FIT_UNKNOWN;
        value = spelling_find(decoder_spelling(decoder, heading->question), cell->bytes,
                              cell->length);
        if (value == SPELLING_UNKNOWN)
            value = spelling_find_number(decoder_spelling(decoder, heading->question),
                                         cell->bytes, cell->length);
        return value != SPELLING_UNKNOWN ? FIT_YES : FIT_NO;
    default:
        return FIT_UNKNOWN;
    }
}

static bool is_stray(const struct fault *fault) {
    static const bool stray[FAULT_KINDS] = {
        [FAULT_UNKNOWN] = true,   [FAULT_TICK] = true,         [FAULT_RANK] = true,
        [FAULT_NUMBER] = true,    [FAULT_WHOLE_NUMBER] = true, [FAULT_DECIMALS] = true,
        [FAULT_THOUSANDS] = true,
    };
    return fault->bytes != NULL && stray[fault->kind];
}

/* What is known of the values of a record that are no answers where they are. */
struct slip {
    const struct decoder *decoder;
    bool forward;
    const struct question *question;
    size_t first, last; /* columns */
    bool several, certain;
};

static size_t neighbour(bool forward, size_t column) {
    return forward ? column + 1 : column - 1;
}

/* False where the value would be no answer in the next column either. */
static bool fits(struct slip *slip, const struct question *question, const struct cell *cell,
                 size_t column) {
    enum fit fit = find_fit(slip->decoder, cell, neighbour(slip->forward, column));
    slip->certain = slip->certain || fit == FIT_YES;
    slip->several = slip->several || (slip->question != NULL && slip->question != question);
    slip->question = question;
    if (slip->first == 0 || column < slip->first)
        slip->first = column;
    if (column > slip->last)
        slip->last = column;
    return fit != FIT_NO;
}

/* Whatever moved the first of them and the last moved all between them: an answer there that is
 * one where it is, and would be none beside, has not moved. */
static bool is_contradicted(const struct slip *slip) {
    for (size_t column = slip->first; column <= slip->last; column++) {
        const struct cell cell = decoder_cell(slip->decoder, column);
        if (cell.length > 0 && find_fit(slip->decoder, &cell, column) == FIT_YES &&
            find_fit(slip->decoder, &cell, neighbour(slip->forward, column)) == FIT_NO)
            return true;
    }
    return false;
}

/* What was taken for the text of "other" may have slipped there too. */
static bool fits_all(const struct decoder *decoder, bool forward) {
    struct slip slip = {.decoder = decoder, .forward = forward};
    for (size_t i = 0; i < decoder->fault_count; i++) {
        const struct fault *fault = &decoder->faults[i];
        const struct cell cell = {fault->bytes, fault->length, false};
        if (is_stray(fault) && !fits(&slip, fault->question, &cell, fault->column))
            return false;
    }
    for (size_t i = 0; i < decoder->text_count; i++) {
        const struct open_text *text = &decoder->texts[i];
        const struct cell cell = {text->bytes, text->length, false};
        if (text->no_option && !fits(&slip, text->question, &cell, text->column))
            return false;
    }
    return slip.several && slip.certain && !is_contradicted(&slip);
}

/* True where the values that were not understood would be answers one column further on, all in
 * the same direction. */
static bool has_shifted(const struct decoder *decoder) {
    return decoder->fault_count + decoder->text_count > 1 &&
           (fits_all(decoder, true) || fits_all(decoder, false));
}

/* --- records as a whole --- */

/* "other" is chosen by any words, and with it the other tick cells count as left empty: neither
 * shows that an answer was understood. */
static bool is_understood(const struct variable *variable, const struct answer *answer) {
    const struct question *question = variable->question;
    if (variable->kind == ANSWER_TEXT)
        return false;
    if (variable->kind == ANSWER_TICK && answer->state == ANSWER_GIVEN)
        return answer->value > 0 && !(question->has_other && variable->item == question->other);
    if (variable->kind == ANSWER_CODE && answer->state == ANSWER_GIVEN)
        return !(question->has_other && (size_t)answer->value == question->other);
    return answer->state == ANSWER_GIVEN || answer->state == ANSWER_DONT_KNOW;
}

/* A single value that means nothing, such as the sum under a column of numbers. Whoever wrote a
 * text, or chose options that contradict each other, is a person. */
static bool has_lone_value(const struct decoder *decoder) {
    return decoder->fault_count == 1 && decoder->text_count == 0 &&
           decoder->faults[0].bytes != NULL;
}

/* Values that mean nothing, and none that means anything: a line of another kind. */
static bool is_foreign(const struct decoder *decoder) {
    const struct questionnaire *questionnaire = decoder->questionnaire;
    if (decoder->fault_count < 2 && !has_lone_value(decoder))
        return false;
    for (size_t i = 0; i < questionnaire->variable_count; i++)
        if (is_understood(&questionnaire->variables[i], &decoder->answers[i]))
            return false;
    return true;
}

/* A record that lacks the consent is rejected; one that was broken off before it could be given
 * stays incomplete. */
static bool refuses(const struct decoder *decoder, const struct question *consent,
                    bool complete) {
    enum answer_state state = decoder->answers[consent->first_variable].state;
    bool open = state == ANSWER_SKIPPED || state == ANSWER_NOT_SHOWN;
    return !open || complete;
}

struct verdict verdict_of_answers(const struct decoder *decoder, const struct question *consent,
                                  struct respondents *respondents, uint64_t respondent,
                                  bool *withheld) {
    uint64_t before = 0;
    size_t column;
    enum completion completion = completion_read(decoder, &column);
    bool complete = completion < COMPLETION_UNFINISHED;
    *withheld = consent != NULL && !decoder_consents(decoder, consent);
    if (completion == COMPLETION_HEADER)
        return reject(REASON_REPEATED_HEADER, 0);
    if (complete && !decoder->has_content)
        return reject(REASON_ALL_EMPTY, 0);
    if (is_foreign(decoder))
        return reject(REASON_NOT_UNDERSTOOD, 0);
    if (has_shifted(decoder))
        return reject(REASON_SHIFTED, 0);
    struct verdict verdict = {.status = STATUS_ACCEPTED};
    bool known = respondents_find(respondents, decoder, &before);
    if (*withheld && refuses(decoder, consent, complete))
        verdict = reject(REASON_NO_CONSENT, 0);
    else if (before > 0)
        verdict = (struct verdict){.status = STATUS_DUPLICATE, .reason = REASON_DUPLICATE};
    else if (!complete)
        verdict = (struct verdict){.status = STATUS_INCOMPLETE,
                                   .reason = completion == COMPLETION_TEST ? REASON_PREVIEW
                                                                           : REASON_INCOMPLETE};
    else if (known)
        respondents_accept(respondents, decoder, respondent);
    if (verdict.status == STATUS_DUPLICATE)
        respondents_repeat(respondents, decoder);
    verdict.first = before;
    verdict.completion = completion;
    verdict.mark = column;
    verdict.nameless = !known;
    return verdict;
}

struct verdict verdict_of_origin(size_t column) {
    return reject(REASON_ORIGIN, column);
}

struct verdict verdict_of_withdrawn(void) {
    return reject(REASON_WITHDRAWN, 0);
}

const char *verdict_code(enum reason reason) {
    return explanations[reason].code;
}

void verdict_explain(struct text *text, const struct verdict *verdict,
                     const struct csv_record *record, const struct binding *binding) {
    const struct explanation *explanation = &explanations[verdict->reason];
    text_add_format(text, language_pick(explanation->english, explanation->german),
                    record->count, binding->count);
}
