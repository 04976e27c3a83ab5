#include "ingest/verdict.h"

#include <string.h>

#include "base/language.h"
#include "base/utf8.h"
#include "ingest/shift.h"

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
    if (binding_is_header(binding, record) || header_repeats(header, record))
        return reject(REASON_REPEATED_HEADER, 0);
    return (struct verdict){.status = STATUS_ACCEPTED};
}

/* "other" is chosen by any words, and with it the other boxes count as left empty: neither
 * shows that an answer was understood. */
static bool is_understood(const struct variable *variable, const struct answer *answer) {
    const struct question *question = variable->question;
    if (variable->kind == VARIABLE_OPEN)
        return false;
    if (variable->kind == VARIABLE_TICK && answer->state == ANSWER_GIVEN)
        return answer->value > 0 && !(question->has_other && variable->item == question->other);
    if (variable->kind == VARIABLE_CODE && answer->state == ANSWER_GIVEN)
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
    if (shift_found(decoder))
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

const char *verdict_code(enum reason reason) {
    return explanations[reason].code;
}

void verdict_explain(struct text *text, const struct verdict *verdict,
                     const struct csv_record *record, const struct binding *binding) {
    const struct explanation *explanation = &explanations[verdict->reason];
    text_add_format(text, language_pick(explanation->english, explanation->german),
                    record->count, binding->count);
}
