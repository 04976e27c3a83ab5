#include "stats/rows.h"

#include "survey/results.h"

void rows_states(const struct sheet *sheet, const struct question *question, size_t row) {
    static const enum statistic names[TALLY_STATES] = {STATISTIC_ANSWERED,  STATISTIC_SKIPPED,
                                                       STATISTIC_DONT_KNOW, STATISTIC_NOT_SHOWN,
                                                       STATISTIC_INVALID,   STATISTIC_OUTSIDE};
    const int64_t *states = tally_states(sheet->tally, sheet->tally_level, question, row);
    struct subject subject = {.question = question->id};
    if (question->type == QUESTION_MATRIX)
        subject.item = question->rows[row].id;
    int64_t all = 0;
    for (size_t i = 0; i < TALLY_STATES; i++)
        all += states[i];
    for (size_t i = 0; i < TALLY_STATES; i++)
        figure_total(sheet, &subject, names[i], states[i], all);
}

static void write_response(const struct sheet *sheet, int64_t accepted, struct diag *diag) {
    const struct questionnaire *questionnaire = sheet->questionnaire;
    int64_t invited = questionnaire->invited;
    struct subject whole = {0};
    struct diag_place place = {.file = questionnaire->file, .item = "invited"};
    if (invited == 0)
        return;
    figure_total(sheet, &whole, STATISTIC_INVITED, invited, invited);
    if (accepted <= invited) {
        double rate = (double)accepted / (double)invited;
        struct result row = {"",
                             "",
                             "",
                             "",
                             "",
                             STATISTIC_RESPONSE_RATE,
                             .has_value = true,
                             .value = rate,
                             .has_n = true,
                             .n = invited,
                             .method = ""};
        results_write(sheet->stream, &row);
        return;
    }
    struct estimate undefined = {.n = invited};
    figure_plain(sheet, &whole, STATISTIC_RESPONSE_RATE, undefined);
    diag_add(diag, DIAG_WARNING, &place,
             "%lld answers were accepted but only %lld people invited: no response rate, and "
             "the number invited counts as unknown; correct invited = ...",
             "%lld Antworten wurden angenommen, aber nur %lld Personen eingeladen: keine "
             "Rücklaufquote, und die Zahl der Eingeladenen gilt als unbekannt; bitte invited = "
             "... berichtigen",
             (long long)accepted, (long long)invited);
}

static void write_accounting(const struct sheet *sheet, struct diag *diag) {
    const struct tally *tally = sheet->tally;
    int64_t read = tally_read(tally);
    struct subject whole = {0};
    figure_total(sheet, &whole, STATISTIC_ROWS_READ, read, read);
    figure_total(sheet, &whole, STATISTIC_ROWS_ACCEPTED, tally_records(tally, STATUS_ACCEPTED),
                 read);
    figure_total(sheet, &whole, STATISTIC_ROWS_REJECTED, tally_records(tally, STATUS_REJECTED),
                 read);
    figure_total(sheet, &whole, STATISTIC_ROWS_DUPLICATE,
                 tally_records(tally, STATUS_DUPLICATE), read);
    figure_total(sheet, &whole, STATISTIC_ROWS_INCOMPLETE,
                 tally_records(tally, STATUS_INCOMPLETE), read);
    figure_total(sheet, &whole, STATISTIC_SIMULATED, tally_simulated(tally), read);
    write_response(sheet, tally_records(tally, STATUS_ACCEPTED), diag);
}

/* What follows the states of a question; none: nothing does. A matrix writes its states row by
 * row itself. */
static const struct {
    bool has_states;
    void (*write)(const struct sheet *sheet, const struct question *question);
} types[QUESTION_TYPES] = {
    [QUESTION_SINGLE] = {true, rows_single},  [QUESTION_MULTI] = {true, rows_multi},
    [QUESTION_MATRIX] = {false, rows_matrix}, [QUESTION_RANKING] = {true, rows_ranking},
    [QUESTION_NUMBER] = {true, rows_number},  [QUESTION_TEXT] = {true, NULL},
    [QUESTION_CONTACT] = {false, NULL},
};

void rows_part(const struct sheet *sheet, const struct part *part) {
    if (part->score != NULL)
        rows_score(sheet, part->score);
    if (part->gap != NULL)
        rows_gap(sheet, part->gap);
    if (part->question == NULL)
        return;
    if (types[part->question->type].has_states)
        rows_states(sheet, part->question, 0);
    if (types[part->question->type].write != NULL)
        types[part->question->type].write(sheet, part->question);
}

static bool is_filtered(const struct question *question) {
    return question != NULL && question->asked_if.question != NULL;
}

/* How many of those invited a filter question would have been put to nobody knows. */
static bool has_population(const struct part *part) {
    const struct gap *gap = part->gap;
    return !is_filtered(part->question) &&
           !is_filtered(part->score != NULL ? part->score->question : NULL) &&
           !is_filtered(gap != NULL ? gap->importance : NULL) &&
           !is_filtered(gap != NULL ? gap->satisfaction : NULL);
}

/* A question is not broken down by itself. */
static void write_part(const struct sheet *everyone, const struct battery *battery,
                       const struct part *part) {
    const struct questionnaire *questionnaire = everyone->questionnaire;
    struct sheet whole = *everyone;
    if (!has_population(part))
        whole.population = 0;
    rows_part(&whole, part);
    for (size_t i = 0; i < questionnaire->grouping_count; i++) {
        if (questionnaire->groupings[i].question == part->question)
            continue;
        rows_levels(everyone, part, i);
        if (part->question != NULL)
            rows_tests(everyone, battery, part->question, i);
    }
}

static void write_parts(const struct sheet *everyone, const struct battery *battery) {
    const struct questionnaire *questionnaire = everyone->questionnaire;
    for (size_t i = 0; i < questionnaire->question_count; i++)
        write_part(everyone, battery, &(struct part){.question = &questionnaire->questions[i]});
    for (size_t i = 0; i < questionnaire->score_count; i++)
        write_part(everyone, battery, &(struct part){.score = &questionnaire->scores[i]});
    for (size_t i = 0; i < questionnaire->gap_count; i++)
        write_part(everyone, battery, &(struct part){.gap = &questionnaire->gaps[i]});
}

void rows_write(FILE *stream, const struct questionnaire *questionnaire,
                const struct tally *tally, struct diag *diag) {
    int64_t accepted = tally_records(tally, STATUS_ACCEPTED);
    struct sheet sheet = {.stream = stream,
                          .questionnaire = questionnaire,
                          .tally = tally,
                          .by = "",
                          .level = "",
                          .population =
                              accepted <= questionnaire->invited ? questionnaire->invited : 0};
    struct battery *battery = battery_new(questionnaire, tally);
    results_write_header(stream);
    write_accounting(&sheet, diag);
    if (questionnaire->grouping_count > 0)
        figure_total(&sheet, &(struct subject){0}, STATISTIC_TESTS, battery_count(battery),
                     battery_count(battery));
    write_parts(&sheet, battery);
    battery_free(battery);
}
